"""An existing worksheet, read whole: the tab is chosen, then its questions, Hasil and own sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

from zi_metrics.errors import NotAnLke
from zi_metrics.labels import lke_workbook as text
from zi_metrics.labels.messages import Message
from zi_metrics.lke import Catalogue
from zi_metrics.sources.grid import Workbook
from zi_metrics.sources.lke_workbook.find import find_layout, is_our_template
from zi_metrics.sources.lke_workbook.hierarchy import place
from zi_metrics.sources.lke_workbook.lines import Line, lines_of
from zi_metrics.sources.lke_workbook.match import Matched, match
from zi_metrics.sources.lke_workbook.model import LkeWorkbook, Unmatched
from zi_metrics.sources.lke_workbook.outline import Outline, outline_of
from zi_metrics.sources.lke_workbook.placed import Headed, Kind
from zi_metrics.sources.lke_workbook.rows import read_rows
from zi_metrics.sources.lke_workbook.sheet import Sheet, shortened
from zi_metrics.sources.lke_workbook.texts import Comparer
from zi_metrics.sources.xlsx import read_xlsx

MOST_TABS = 20
MOST_LINES = 5_000
"""Rows of a tab that are read; a worksheet has some 250."""


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A tab with its rows; first_unread: where reading stopped, because there are too many."""

    sheet: Sheet
    headed: Headed
    matched: Matched
    first_unread: Line | None

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
    sheets = sorted(_sheets(workbook), key=lambda sheet: sheet.grid.is_hidden)
    comparer = Comparer(outline.likeness)
    found = [_candidate(sheet, outline, comparer) for sheet in sheets[:MOST_TABS]]
    fitting = [each for each in found if each.matched.claims]
    if not fitting:
        raise NotAnLke(**_refusal(workbook, sheets))
    chosen, *others = sorted(fitting, key=lambda each: each.order)
    rows = read_rows(chosen.sheet, chosen.headed, chosen.matched, outline)
    return LkeWorkbook(
        name=workbook.name,
        tab=chosen.sheet.grid.title,
        questions=rows.questions,
        results=rows.results,
        unmatched=(*rows.unmatched, *_cut(chosen)),
        missing=tuple(code for code in catalogue.questions if code not in rows.questions),
        own_scores=_own_scores(chosen, catalogue),
        other_tabs=tuple(
            sheet.grid.title for sheet in [*(each.sheet for each in others), *sheets[MOST_TABS:]]
        ),
        remarks=rows.remarks,
    )


def _sheets(workbook: Workbook) -> Iterator[Sheet]:
    """The tabs with the header of a worksheet."""
    for grid in workbook.grids:
        layout = None if is_our_template(grid) else find_layout(grid)
        if layout is not None:
            yield Sheet(grid, layout)


def _candidate(sheet: Sheet, outline: Outline, comparer: Comparer) -> _Candidate:
    """A tab, and what its rows are."""
    lines = lines_of(sheet)
    headed = place(islice(lines, MOST_LINES), outline, comparer)
    return _Candidate(sheet, headed, match(headed, outline), next(lines, None))


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


def _cut(chosen: _Candidate) -> Iterator[Unmatched]:
    """What to say of rows that were not read at all."""
    if line := chosen.first_unread:
        cell = chosen.sheet.name(line.row, line.column)
        yield Unmatched(cell, shortened(line.text), text.too_many_rows(MOST_LINES))


def _refusal(workbook: Workbook, sheets: Sequence[Sheet]) -> Message:
    """Why a workbook is no worksheet; sheets: tabs whose columns are those of one."""
    if sheets:
        return text.no_question(workbook.name, sheets[0].grid.title)
    if any(map(is_our_template, workbook.grids)):
        return text.our_template(workbook.name)
    return text.no_header(workbook.name)
