"""Speaker notes: the sentence of a slide and all its figures in words."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.slide import Slide as Page

from zi_metrics.report.pptx import bars, course, shares
from zi_metrics.report.pptx.texts import Style, paragraph, run, write
from zi_metrics.report.slides import Bars, Block, Course, Shares, Slide

_STYLE = Style(12)


def add_notes(page: Page, slide: Slide) -> None:
    """The notes of one page."""
    notes = page.notes_slide.notes_placeholder
    if notes is not None:
        write(notes, [paragraph([run(line, _STYLE)]) for line in notes_of(slide)])


def notes_of(slide: Slide) -> Iterator[str]:
    """One line each: the sentence, the headlines, the numbers of the charts."""
    yield slide.sentence
    for headline in slide.headlines:
        figures = ", ".join(filter(None, (headline.value, headline.counted, headline.change)))
        yield f"{headline.name}: {figures}"
    for column in slide.columns:
        for block in column.blocks:
            yield from _numbers(block)


def _numbers(block: Block) -> Iterator[str]:
    if isinstance(block, Bars):
        yield bars.alternative(block)
    elif isinstance(block, Shares):
        yield shares.alternative(block)
    elif isinstance(block, Course):
        yield course.alternative(block)
