"""An LKE workbook brought over into the template, and what became of it on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from zi_metrics.labels import lke_import as text
from zi_metrics.lke import Catalogue, load_catalogue
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.sources.lke_workbook import LkeWorkbook, read_lke
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.template import imported_rows, rows
from zi_metrics.template.guide import guide_tab
from zi_metrics.template.imported_places import likely_codes
from zi_metrics.template.layout import ColumnPlan, Format, TabPlan
from zi_metrics.template.lke_compared.rows import (
    RowDifference,
    Scored,
    row_differences,
    scored_rows,
)
from zi_metrics.template.lke_compared.scored import OddAnswer, odd_answers, scored
from zi_metrics.template.lke_compared.totals import GroupDifference, compared_totals
from zi_metrics.template.tabs import settings_tab, table_tab

_NOTE_WIDTH = 60


@dataclass(frozen=True, eq=False)
class Imported:
    """An LKE workbook as read, for an assessed year."""

    book: LkeWorkbook
    catalogue: Catalogue
    year: int

    @cached_property
    def sheet(self) -> Worksheet:
        """Our score of its answers."""
        return scored(self.book, self.catalogue)

    @cached_property
    def odd(self) -> tuple[OddAnswer, ...]:
        """Answers that are brought over as they are, but are wrong or doubtful."""
        return odd_answers(self.book, self.sheet)

    @cached_property
    def _rows(self) -> tuple[Scored, ...]:
        return scored_rows(self.book, self.sheet)

    @cached_property
    def row_differences(self) -> tuple[RowDifference, ...]:
        """Rows whose stored score is not ours."""
        return row_differences(self._rows)

    @cached_property
    def totals(self) -> tuple[GroupDifference, ...]:
        """Every total it states, beside ours."""
        return compared_totals(self.book, self.sheet, self._rows)

    @property
    def has_own_scores(self) -> bool:
        """Whether the workbook holds any score that ours could be compared with."""
        return bool(self.book.own_scores) or any(each.theirs is not None for each in self._rows)

    @cached_property
    def likely_codes(self) -> Mapping[str, str]:
        """Of rows that were not matched, by their cells: the question each one probably is."""
        return likely_codes(self.book, self.catalogue)

    @cached_property
    def not_found(self) -> tuple[str, ...]:
        """Codes and keys of what was not found, and of which no row can be named either."""
        named = set(self.likely_codes.values())
        return tuple(code for code in self._missing if code not in named)

    @property
    def _missing(self) -> tuple[str, ...]:
        parts = (part.key for part in self.sheet.parts if part.key not in self.book.results)
        return tuple(dict.fromkeys((*self.book.missing, *parts)))

    @property
    def is_clean(self) -> bool:
        """Whether everything was found and every answer is one."""
        return not (self.book.unmatched or self._missing or self.odd)

    @cached_property
    def tabs(self) -> tuple[TabPlan, ...]:
        """The template, filled in."""
        book, catalogue = self.book, self.catalogue
        answers = imported_rows.indicator_rows(book, catalogue)
        evidence = imported_rows.evidence_rows(book, catalogue)
        results = imported_rows.result_rows(book, catalogue, self.year)
        tabs = (
            settings_tab(rows.setting_values(self.year, has_evidence=False)),
            table_tab(INDICATORS, answers, catalogue, is_fixed=True),
            table_tab(EVIDENCE, evidence, catalogue),
            table_tab(RECOMMENDATIONS, RECOMMENDATIONS.empty(), catalogue),
            table_tab(SPIP_REPORTS, rows.spip_rows(self.year), catalogue),
            _with_notes(
                table_tab(RESULTS, results, catalogue, is_fixed=True),
                imported_rows.result_notes(book, catalogue),
            ),
        )
        return (guide_tab(tabs, catalogue), *tabs)


def import_lke(path: Path, year: int) -> Imported:
    """An LKE workbook, read; raises what `read_lke` raises."""
    catalogue = load_catalogue()
    return Imported(read_lke(path, catalogue), catalogue, year)


def _with_notes(tab: TabPlan, notes: list[str | None]) -> TabPlan:
    """With a column for people, where there is anything to put into it."""
    if not any(notes):
        return tab
    column = ColumnPlan(
        text.NOTE_HEADER, text.NOTE_OF_RESULTS, _NOTE_WIDTH, Format.GENERAL, is_read=False
    )
    noted = tuple((*row, note) for row, note in zip(tab.rows, notes, strict=True))
    return replace(tab, columns=(*tab.columns, column), rows=noted)
