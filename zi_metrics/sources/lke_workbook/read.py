"""An existing worksheet, read whole: the tab is chosen, then its questions, Hasil and own sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from zi_metrics.errors import NotAnLke
from zi_metrics.labels import lke_workbook as text
from zi_metrics.labels.messages import Message
from zi_metrics.lke import Catalogue
from zi_metrics.sources.grid import Grid, Workbook
from zi_metrics.sources.lke_workbook.find import find_layout, is_our_template
from zi_metrics.sources.lke_workbook.hierarchy import place
from zi_metrics.sources.lke_workbook.lines import lines_of
from zi_metrics.sources.lke_workbook.match import Matched, match
from zi_metrics.sources.lke_workbook.model import LkeWorkbook
from zi_metrics.sources.lke_workbook.outline import Outline, outline_of
from zi_metrics.sources.lke_workbook.placed import Headed, Kind
from zi_metrics.sources.lke_workbook.rows import read_rows
from zi_metrics.sources.lke_workbook.sheet import Sheet
from zi_metrics.sources.xlsx import read_xlsx


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A tab that holds official questions."""

    sheet: Sheet
    headed: Headed
    matched: Matched

    @property
    def order(self) -> tuple[bool, int, int]:
        """The first by this is read: visible, with most answered questions, with most questions."""
        claims = self.matched.claims.values()
        answered = sum(claim.placed.line.answer is not None for claim in claims)
        return self.sheet.grid.is_hidden, -answered, -len(claims)


def read_lke(path: Path, catalogue: Catalogue) -> LkeWorkbook:
    """The worksheet in an .xlsx file.

    Raises WorkbookUnreadable for a file that cannot be read or is not safe, NotAnLke for a
    workbook without a worksheet.
    """
    return read_lke_grid(read_xlsx(path), catalogue)


def read_lke_grid(workbook: Workbook, catalogue: Catalogue) -> LkeWorkbook:
    """The same of a workbook that is already read."""
    outline = outline_of(catalogue)
    found = [_candidate(grid, outline) for grid in workbook.grids]
    fitting = [each for each in found if each is not None and each.matched.claims]
    if not fitting:
        headed = [each.sheet.grid.title for each in found if each is not None]
        raise NotAnLke(**_refusal(workbook, headed))
    chosen, *others = sorted(fitting, key=lambda each: each.order)
    rows = read_rows(chosen.sheet, chosen.headed, chosen.matched, outline)
    return LkeWorkbook(
        name=workbook.name,
        tab=chosen.sheet.grid.title,
        questions=rows.questions,
        results=rows.results,
        unmatched=rows.unmatched,
        missing=tuple(code for code in catalogue.questions if code not in rows.questions),
        own_scores=_own_scores(chosen, catalogue),
        other_tabs=tuple(each.sheet.grid.title for each in others),
        remarks=rows.remarks,
    )


def _candidate(grid: Grid, outline: Outline) -> _Candidate | None:
    """A tab with the header of a worksheet, and what its rows are."""
    layout = None if is_our_template(grid) else find_layout(grid)
    if layout is None:
        return None
    sheet = Sheet(grid, layout)
    headed = place(lines_of(sheet), outline)
    return _Candidate(sheet, headed, match(headed, outline))


def _own_scores(chosen: _Candidate, catalogue: Catalogue) -> dict[str, Fraction]:
    """What the tab says its parts add up to; the first figure of each."""
    known = {"total", *catalogue.rules["components"]}
    found: dict[str, Fraction] = {}
    for placed in chosen.headed.lines:
        is_area = "." in placed.key
        if placed.kind in {Kind.HEADING, Kind.TOTAL} and (is_area or placed.key in known):
            score = chosen.sheet.score(placed.line.row)
            if score is not None:
                found.setdefault(placed.key, score)
    return found


def _refusal(workbook: Workbook, headed: Sequence[str]) -> Message:
    """Why a workbook is no worksheet; headed: titles of tabs whose columns are those of one."""
    if headed:
        return text.no_question(workbook.name, headed[0])
    if any(map(is_our_template, workbook.grids)):
        return text.our_template(workbook.name)
    return text.no_header(workbook.name)
