"""The printed pack in the order of the deck: its sentences and figures, then all items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zi_metrics.labels import meeting as words
from zi_metrics.labels import pdf as text
from zi_metrics.report.decisions import decisions
from zi_metrics.report.deck_readiness import READINESS, WAY
from zi_metrics.report.figure_texts import nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.pdf.changed import changed_items
from zi_metrics.report.pdf.course import is_drawn
from zi_metrics.report.pdf.lists import (
    all_recommendations,
    incomplete_documents,
    incomplete_indicators,
    open_recommendations,
    overdue,
)
from zi_metrics.report.pdf.overviews import (
    areas_table,
    counts_table,
    course_table,
    decisions_table,
    matrix_table,
    people_table,
)
from zi_metrics.report.pdf.paper import (
    Facts,
    Headlines,
    Paper,
    PaperBlock,
    Section,
    Sentence,
    Signatures,
)
from zi_metrics.report.pdf.readiness import position_blocks, way_blocks
from zi_metrics.report.pdf.rows import Rows, of_area, rows_of
from zi_metrics.report.plain import plain
from zi_metrics.report.slides import (
    Bars,
    Block,
    Course,
    Cover,
    Deck,
    Line,
    Lines,
    Matrix,
    Slide,
    Table,
)
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS
from zi_metrics.tables.spec import TableSpec

Slides = Mapping[str, Slide]
"""The deck's slides by their keys."""
SIGNED = Signatures((text.CHAIR, text.SECRETARY))


def paper(meeting: Meeting, shown: Deck) -> Paper:
    """Everything that is printed for a meeting; shown: its deck."""
    slides = {slide.key: slide for slide in shown.slides}
    unit = plain(shown.cover.unit)
    return Paper(
        title=shown.cover.title,
        unit=unit,
        running=text.running(unit, shown.cover.title),
        stamp=plain(shown.stamp),
        badge=shown.badge,
        front=tuple(_front(meeting, shown.cover, slides)),
        sections=tuple(_sections(meeting, slides, rows_of(meeting))),
    )


def _front(meeting: Meeting, cover: Cover, slides: Slides) -> Iterator[PaperBlock]:
    names = words.NAMES_SHOWN if meeting.shows_names else words.NAMES_HIDDEN
    filters = text.filters(words.NO_FILTER, names)
    yield Facts((*((name, plain(value)) for name, value in cover.facts), (text.FILTER, filters)))
    yield Sentence(slides["keseluruhan"].sentence)
    yield Headlines(slides["keseluruhan"].headlines)
    yield areas_table(meeting)
    yield Lines(
        words.DECISIONS,
        tuple(Line("", proposal) for proposal in decisions(meeting)),
        empty=words.NO_DECISIONS,
        is_numbered=True,
    )


def _sections(meeting: Meeting, slides: Slides, rows: Rows) -> Iterator[Section]:
    yield Section(slides["keseluruhan"].title, _bars(slides["keseluruhan"]))
    yield _course(meeting, slides["perkembangan"])
    for area in meeting.areas:
        slide = slides[area.slug]
        yield Section(
            slide.title, (*_opening(slide), *_bars(slide), *_of_area(meeting, rows, area.number))
        )
    yield _monev(meeting, slides["monev"], rows)
    yield _spip(slides["spip"])
    yield _changes(meeting, slides["perubahan"])
    late = slides["lewat-tenggat"]
    yield Section(late.title, (*_opening(late), people_table(meeting)), starts_page=False)
    ready, way = slides[READINESS], slides[WAY]
    yield Section(ready.title, (*_opening(ready), *position_blocks(meeting.readiness)))
    yield Section(way.title, (*_opening(way), *way_blocks(meeting)), starts_page=False)
    agenda = slides["keputusan"]
    yield Section(agenda.title, (*_opening(agenda), decisions_table(decisions(meeting)), SIGNED))
    yield Section(text.APPENDIX, tuple(_documents(meeting, rows)))


def _course(meeting: Meeting, slide: Slide) -> Section:
    drawn = (block for block in _blocks(slide) if isinstance(block, Course) and is_drawn(block))
    return Section(
        slide.title,
        (*_opening(slide), *drawn, course_table(meeting.course)),
        starts_page=False,
    )


def _of_area(meeting: Meeting, rows: Rows, area_no: int) -> Iterator[PaperBlock]:
    items = meeting.items.of_area(area_no)
    yield incomplete_indicators(
        of_area(rows.indicators, area_no), _none(meeting, EVIDENCE, text.NO_INDICATORS_LEFT)
    )
    yield overdue(
        of_area(rows.late, area_no),
        nothing_late(items),
    )
    if rows.recommendations or RECOMMENDATIONS.name in meeting.items.unreadable:
        yield open_recommendations(
            of_area(rows.recommendations, area_no),
            _none(meeting, RECOMMENDATIONS, text.NO_OPEN_RECOMMENDATIONS),
        )


def _monev(meeting: Meeting, slide: Slide, rows: Rows) -> Section:
    areas = {area.number: area.short_name for area in meeting.areas}
    listed = (all_recommendations(rows.recommendations, areas),) if rows.recommendations else ()
    return Section(slide.title, (*_opening(slide), *_bars(slide), *listed))


def _spip(slide: Slide) -> Section:
    matrices = (matrix_table(block) for block in _blocks(slide) if isinstance(block, Matrix))
    return Section(slide.title, (*_opening(slide), *matrices), starts_page=False)


def _changes(meeting: Meeting, slide: Slide) -> Section:
    found = meeting.changes
    if found is None:
        blocks = (*_opening(slide), Sentence(words.NO_EARLIER))
        return Section(slide.title, blocks, starts_page=False)
    counts = (counts_table(block) for block in _blocks(slide) if isinstance(block, Table))
    return Section(slide.title, (*_opening(slide), *counts, *changed_items(found)))


def _documents(meeting: Meeting, rows: Rows) -> Iterator[PaperBlock]:
    """Incomplete documents of Pemenuhan area by area, then those of Reform where there are any."""
    listed = set(meeting.items.evidence["area_no"])
    for area in meeting.areas:
        none = text.NO_INCOMPLETE if area.number in listed else text.NO_EVIDENCE
        yield incomplete_documents(
            text.area_title(area.number, area.name),
            of_area(rows.missing, area.number),
            _none(meeting, EVIDENCE, none),
        )
    for area in meeting.areas:
        if missing := of_area(rows.missing_reform, area.number):
            yield incomplete_documents(
                text.area_title(area.number, area.name, text.REFORM), missing, ""
            )


def _none(meeting: Meeting, table: TableSpec, otherwise: str) -> str:
    """What stands for an empty list: that its table could not be read, or `otherwise`."""
    is_lost = table.name in meeting.items.unreadable
    return words.unreadable(table.tab) if is_lost else otherwise


def _opening(slide: Slide) -> tuple[PaperBlock, ...]:
    headlines = (Headlines(slide.headlines),) if slide.headlines else ()
    return (Sentence(slide.sentence), *headlines)


def _bars(slide: Slide) -> tuple[PaperBlock, ...]:
    return tuple(block for block in _blocks(slide) if isinstance(block, Bars))


def _blocks(slide: Slide) -> Iterator[Block]:
    for column in slide.columns:
        yield from column.blocks
