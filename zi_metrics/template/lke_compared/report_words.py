"""What became of an LKE workbook, in words; the same on screen and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor

from zi_metrics.labels import lke_import as text
from zi_metrics.labels.numbers import NO_FIGURE, exact_points, points_difference
from zi_metrics.lke.results import ResultFault
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.vocabularies import EvidenceStatus
from zi_metrics.template.imported import Imported
from zi_metrics.template.lke_compared.rows import RowDifference
from zi_metrics.template.lke_compared.scored import OddAnswer
from zi_metrics.template.lke_compared.totals import TOTALS, GroupDifference, ours_of


def reason_of_row(each: RowDifference) -> str:
    """Why the stored score of a row is not ours."""
    return text.row_reason(each.why, is_result=isinstance(each.why, ResultFault))


def reason_of_odd(each: OddAnswer) -> str:
    """What is wrong with an answer, and what to do."""
    return text.ODD_ANSWERS[each.fault]


def lead(told: Imported) -> Iterator[str]:
    """What was found and answered, one sentence each."""
    book, levers = told.book, told.sheet.pengungkit
    found = len(book.questions), levers.questions, len(book.results), len(told.sheet.parts)
    yield text.found(*found)
    yield text.answered(levers.answered, levers.questions)
    yield text.documents(*document_counts(told))
    if book.other_tabs:
        yield text.other_tabs(book.other_tabs)


def document_counts(told: Imported) -> tuple[int, int]:
    """Documents that are there, and those that are only named."""
    (tab,) = (tab for tab in told.tabs if tab.title == EVIDENCE.tab)
    at = [column.header for column in tab.columns].index("Status")
    available = sum(row[at] == EvidenceStatus.AVAILABLE for row in tab.rows)
    return available, len(tab.rows) - available


def totals_table(told: Imported) -> tuple[Sequence[str], list[Sequence[str]]]:
    """Headers and rows: name and our figure; where the workbook states totals, also its own."""
    rows = _totals_rows(told)
    width = len(text.TOTAL_HEADERS) if told.totals else 2
    return text.TOTAL_HEADERS[:width], [row[:width] for row in rows]


def about_comparison(told: Imported) -> Iterator[str]:
    """What the figures rest on, and what could not be compared."""
    yield text.HOW_SCORED
    if not told.has_own_scores:
        yield text.NO_OWN_SCORES
    elif not told.totals:
        yield text.NO_OWN_TOTALS
    if told.has_own_scores and not told.row_differences:
        yield text.NO_DIFFERENCE


def _totals_rows(told: Imported) -> list[tuple[str, str, str, str, str]]:
    """Name, ours, theirs, difference and why: the totals always, an area only where it differs."""
    areas = {area.number: area.name for area in told.catalogue.areas}
    stated = {each.key: each for each in told.totals}
    shown = [*TOTALS, *(each.key for each in told.totals if each.key not in TOTALS)]
    return [
        (text.group_name(key, areas), *_figures(key, stated.get(key), told))
        for key in shown
        if key in TOTALS or not stated[key].is_same
    ]


def _figures(key: str, stated: GroupDifference | None, told: Imported) -> tuple[str, str, str, str]:
    ours = ours_of(key, told.sheet)
    if stated is None:
        return exact_points(ours), NO_FIGURE, NO_FIGURE, ""
    if stated.is_same:  # but for the dust of formulas, which a cut figure would show
        return exact_points(ours), exact_points(ours), exact_points(Fraction(0)), ""
    difference = _cut(ours) - _cut(stated.theirs)  # of what is shown, as people subtract it
    return (
        exact_points(ours),
        exact_points(stated.theirs),
        signed(difference),
        text.group_reasons(stated.reasons),
    )


def _cut(points: Fraction) -> Fraction:
    """Points as `exact_points` shows them."""
    return Fraction(floor(points * 100), 100)


def differing_rows(told: Imported) -> list[tuple[str, str, str, str, str, str]]:
    """Code, cell, ours, theirs, difference in points and why."""
    return [
        (
            name_of(each.code, told),
            each.cell,
            score(each.ours),
            score(each.theirs),
            signed(each.points),
            reason_of_row(each),
        )
        for each in told.row_differences
    ]


def unmatched_rows(told: Imported) -> list[tuple[str, str, str]]:
    """Cell, what stands there, and why it was not matched."""
    return [
        (each.cell, each.text, text.unmatched(each.why, told.likely_codes.get(each.cell)))
        for each in told.book.unmatched
    ]


def remarked_rows(told: Imported) -> list[tuple[str, str, str]]:
    """The same of rows that were read all the same."""
    return [(each.cell, each.text, text.unmatched(each.why, None)) for each in told.book.remarks]


def not_found(told: Imported) -> list[str]:
    """A sentence for each question and part of Hasil that was not found."""
    return [text.not_found(name_of(code, told)) for code in told.not_found]


def odd_rows(told: Imported) -> list[tuple[str, str, str, str]]:
    """Code, cell, what was answered, and what is wrong with it."""
    return [
        (name_of(each.code, told), each.cell, each.written, reason_of_odd(each))
        for each in told.odd
    ]


def name_of(code: str, told: Imported) -> str:
    """A question's code; of a part of Hasil its name."""
    return next((part.name for part in told.sheet.parts if part.key == code), code)


def score(value: Fraction | None) -> str:
    """A score of 0..1, cut."""
    return NO_FIGURE if value is None else exact_points(value)


def signed(points: Fraction) -> str:
    """A difference of points with its sign."""
    return text.TINY if abs(points) < Fraction(1, 100) else points_difference(points)
