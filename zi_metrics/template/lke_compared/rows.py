"""Row by row: the score that follows from an answer, and the one its workbook holds.

Scores are 0..1. A stored score is the result of a formula that may be old, typed over or wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from zi_metrics.lke.answers import AnswerFault
from zi_metrics.lke.results import ResultFault
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.sources.lke_workbook import LkeWorkbook

SAME = Fraction(1, 10**6)
"""Scores and points this close are the same: formulas compute with binary fractions."""
ROUNDED = Fraction(1, 200)
"""Those this close differ by how they were rounded to two places."""


class RowWhy(StrEnum):
    """Why a stored score is not ours; where the answer itself is odd, its fault is the reason."""

    ROUNDED = "rounded"
    OTHER_ANSWER = "the score of another answer"
    NOT_COMPUTED = "no number"
    NO_ANSWER = "a score without an answer"
    UNREAD = "an answer that was not read"
    UNEXPLAINED = "unexplained"


Why = RowWhy | AnswerFault | ResultFault


@dataclass(frozen=True)
class RowDifference:
    """A question or part of Hasil whose stored score is not ours.

    code: of the question, or the key of the part. cell: of the stored score. ours, theirs: 0..1,
    None where there is none. points: ours less theirs, in LKE points.
    """

    code: str
    cell: str
    ours: Fraction | None
    theirs: Fraction | None
    points: Fraction
    why: Why


@dataclass(frozen=True)
class Scored:
    """A row as both score it.

    worth: its points; options: scores of other answers to it; is_unread: as of `ReadQuestion`.
    """

    code: str
    cell: str
    ours: Fraction | None
    theirs: Fraction | None
    worth: Fraction
    options: frozenset[Fraction]
    fault: AnswerFault | ResultFault | None
    is_unread: bool


def scored_rows(book: LkeWorkbook, sheet: Worksheet) -> tuple[Scored, ...]:
    """The rows found, in official order; stored scores in points are made scores."""
    questions = list(_questions(book, sheet))
    if _are_points(questions):
        questions = [_from_points(each) for each in questions]
    return (*questions, *_results(book, sheet))


def _questions(book: LkeWorkbook, sheet: Worksheet) -> Iterator[Scored]:
    for code, question in sheet.catalogue.questions.items():
        if (read := book.questions.get(code)) is not None:
            answer = sheet.answers[code]
            options = frozenset((question.options or {}).values())
            yield Scored(
                code, read.score_cell, answer.score, read.score, question.points, options,
                answer.fault, read.is_unread,
            )  # fmt: skip


def _results(book: LkeWorkbook, sheet: Worksheet) -> Iterator[Scored]:
    """Parts of Hasil; a stored value above 1 is in points."""
    for part in sheet.parts:
        if (read := book.results.get(part.key)) is not None:
            value, stored = sheet.results[part.key], read.score
            is_points = stored is not None and stored > 1
            theirs = stored / part.points if stored is not None and is_points else stored
            options = frozenset((part.options or {}).values())
            yield Scored(
                part.key, read.score_cell, value.share, theirs, part.points, options,
                value.fault, read.is_unread,
            )  # fmt: skip


def _are_points(rows: Iterable[Scored]) -> bool:
    """Whether the workbook's scores are points: of the rows that can tell, most say so."""
    telling = [
        (each, each.theirs, each.ours)
        for each in rows
        if each.ours and each.theirs and each.worth != 1
    ]
    as_points = sum(abs(theirs - ours * row.worth) < ROUNDED for row, theirs, ours in telling)
    as_scores = sum(abs(theirs - ours) < ROUNDED for _, theirs, ours in telling)
    return as_points > as_scores


def _from_points(row: Scored) -> Scored:
    theirs = None if row.theirs is None else row.theirs / row.worth
    return replace(row, theirs=theirs)


def row_differences(rows: Iterable[Scored]) -> tuple[RowDifference, ...]:
    """Rows whose stored score is not ours; none where the workbook has no score at all.

    A blank that is stored as 0 is none: it is worth the same.
    """
    listed = tuple(rows)
    if all(each.theirs is None for each in listed):
        return ()
    return tuple(_difference(each) for each in listed if _differs(each))


def _differs(row: Scored) -> bool:
    if row.theirs is None:
        return row.ours is not None
    return abs((row.ours or 0) - row.theirs) > SAME


def _difference(row: Scored) -> RowDifference:
    points = ((row.ours or Fraction(0)) - (row.theirs or 0)) * row.worth
    return RowDifference(row.code, row.cell, row.ours, row.theirs, points, _why(row))


def _why(row: Scored) -> Why:
    if row.fault not in {None, AnswerFault.NUMBERS_IGNORED}:
        return row.fault
    if row.ours is None:
        return RowWhy.UNREAD if row.is_unread else RowWhy.NO_ANSWER
    if row.theirs is None:
        return RowWhy.NOT_COMPUTED
    if abs(row.ours - row.theirs) < ROUNDED:
        return RowWhy.ROUNDED
    is_other = any(abs(each - row.theirs) < ROUNDED for each in row.options)
    return RowWhy.OTHER_ANSWER if is_other else RowWhy.UNEXPLAINED


def stored_scores(rows: Iterable[Scored]) -> Mapping[str, Fraction | None]:
    """The workbook's scores by code or key."""
    return {each.code: each.theirs for each in rows}
