"""The printed pack in the order of the deck: its sentences and figures, and all items below them."""

from __future__ import annotations

from collections.abc import Iterator

from zi_metrics.labels import meeting as words
from zi_metrics.labels import pdf as text
from zi_metrics.lke import Area
from zi_metrics.metrics.overdue import overdue_items
from zi_metrics.report.deck import deck
from zi_metrics.report.decisions import decisions
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.pdf.changed import changed_items
from zi_metrics.report.pdf.course import is_known
from zi_metrics.report.pdf.lists import (
    all_recommendations,
    incomplete_documents,
    incomplete_indicators,
    open_recommendations,
    overdue,
)
from zi_metrics.report.pdf.overviews import (
    areas_table,
    course_table,
    decisions_table,
    matrix_table,
    people_table,
)
from zi_metrics.report.pdf.paper import Facts, Headlines, Paper, PaperBlock, Section, Sentence
from zi_metrics.report.plain import plain
from zi_metrics.report.slides import Bars, Course, Cover, Lines, Matrix, Slide


def paper(meeting: Meeting) -> Paper:
    """Everything that is printed for a meeting."""
    shown = deck(meeting)
    slides = {slide.key: slide for slide in shown.slides}
    unit = plain(shown.cover.unit)
    return Paper(
        title=shown.cover.title,
        unit=unit,
        running=text.running(unit, shown.cover.title),
        stamp=plain(shown.stamp),
        badge=shown.badge,
        front=tuple(_front(meeting, shown.cover, slides)),
        sections=tuple(_sections(meeting, slides)),
    )


def _front(meeting: Meeting, cover: Cover, slides: dict[str, Slide]) -> Iterator[PaperBlock]:
    names = words.NAMES_SHOWN if meeting.shows_names else words.NAMES_HIDDEN
    filters = text.filters(words.NO_FILTER, names)
    yield Facts((*((name, plain(value)) for name, value in cover.facts), (text.FILTER, filters)))
    yield Sentence(slides["keseluruhan"].sentence)
    yield Headlines(slides["keseluruhan"].headlines)
    yield areas_table(meeting)
    yield from (block for block in _blocks(slides["keputusan"]) if isinstance(block, Lines))


def _sections(meeting: Meeting, slides: dict[str, Slide]) -> Iterator[Section]:
    whole, course = slides["keseluruhan"], slides["perkembangan"]
    bars = tuple(block for block in _blocks(whole) if isinstance(block, Bars))
    yield Section(whole.title, bars)
    drawn = tuple(block for block in _blocks(course) if isinstance(block, Course) and is_known(block))
    yield Section(
        course.title,
        (Sentence(course.sentence), *drawn, course_table(meeting.course)),
        starts_page=False,
    )
    for area in meeting.areas:
        yield _area(meeting, area, slides[area.slug])
    yield _monev(meeting, slides["monev"])
    yield _spip(slides["spip"])
    yield _changes(meeting, slides["perubahan"])
    late = slides["lewat-tenggat"]
    yield Section(late.title, (Sentence(late.sentence), people_table(meeting)))
    agenda = slides["keputusan"]
    yield Section(
        agenda.title, (Sentence(agenda.sentence), decisions_table(decisions(meeting)))
    )
    yield Section(text.APPENDIX, tuple(_documents(meeting)))


def _area(meeting: Meeting, area: Area, slide: Slide) -> Section:
    items = meeting.items.of_area(area.number)
    bars = (block for block in _blocks(slide) if isinstance(block, Bars))
    recommendations = () if meeting.items.follow_ups.empty else (open_recommendations(items),)
    return Section(
        slide.title,
        (
            Sentence(slide.sentence),
            Headlines(slide.headlines),
            *bars,
            incomplete_indicators(items),
            overdue(overdue_items(items), items),
            *recommendations,
        ),
    )


def _monev(meeting: Meeting, slide: Slide) -> Section:
    if meeting.items.follow_ups.empty:
        return Section(slide.title, (Sentence(slide.sentence),))
    bars = (block for block in _blocks(slide) if isinstance(block, Bars))
    areas = {area.number: text.area_title(area.number, area.short_name) for area in meeting.areas}
    return Section(
        slide.title,
        (
            Sentence(slide.sentence),
            Headlines(slide.headlines),
            *bars,
            all_recommendations(meeting.items, areas),
        ),
    )


def _spip(slide: Slide) -> Section:
    matrices = (matrix_table(block) for block in _blocks(slide) if isinstance(block, Matrix))
    return Section(
        slide.title, (Sentence(slide.sentence), *_headlines(slide), *matrices), starts_page=False
    )


def _changes(meeting: Meeting, slide: Slide) -> Section:
    if meeting.changes is None:
        return Section(slide.title, (Sentence(slide.sentence),))
    return Section(
        slide.title,
        (Sentence(slide.sentence), *_headlines(slide), changed_items(meeting.changes)),
    )


def _documents(meeting: Meeting) -> Iterator[PaperBlock]:
    """Incomplete documents of Pemenuhan area by area, then those of Reform."""
    for items, aspect in ((meeting.items, ""), (meeting.reform_items, text.REFORM)):
        for area in meeting.areas:
            of_area = items.of_area(area.number)
            if len(of_area.evidence) or not aspect:
                title = text.area_title(area.number, area.name, aspect)
                yield incomplete_documents(title, of_area)


def _headlines(slide: Slide) -> tuple[PaperBlock, ...]:
    return (Headlines(slide.headlines),) if slide.headlines else ()


def _blocks(slide: Slide) -> Iterator[PaperBlock | Matrix]:
    for column in slide.columns:
        yield from column.blocks
