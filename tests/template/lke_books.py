"""LKE workbooks as the reader hands them on, built by hand: what a test does not name is blank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zi_metrics.lke import load_catalogue
from zi_metrics.lke.results import result_parts
from zi_metrics.sources.lke_workbook import (
    Document,
    LkeWorkbook,
    ReadQuestion,
    ReadResult,
    Unmatched,
)
from zi_metrics.template.imported import Imported

CATALOGUE = load_catalogue()
YEAR = 2026
FIRST_ROW = 4
TAB = "LKE"
ROW = {code: row for row, code in enumerate(CATALOGUE.questions, start=FIRST_ROW)}
"""The row of each question: 4, 5, ... in official order."""
PARTS = [part.key for part in result_parts(CATALOGUE)]


@dataclass(frozen=True)
class Filled:
    """What stands in the cells of a question or part of Hasil."""

    answer: str | None = None
    counts: tuple[float | None, float | None] = (None, None)
    note: str | None = None
    documents: Sequence[tuple[str, Sequence[str]]] = ()
    score: str | None = None
    is_unread: bool = False


@dataclass(frozen=True)
class Made:
    """A workbook to be: its questions, parts of Hasil, and the totals it states."""

    questions: Mapping[str, Filled] = field(default_factory=dict)
    results: Mapping[str, Filled] = field(default_factory=dict)
    totals: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unmatched: tuple[tuple[int, str], ...] = ()
    """Rows and their texts."""


def imported(made: Made) -> Imported:
    return Imported(book(made), CATALOGUE, YEAR)


def book(made: Made) -> LkeWorkbook:
    asked = [code for code in CATALOGUE.questions if code not in made.missing]
    parts = [key for key in PARTS if key not in made.missing]
    return LkeWorkbook(
        name="lke.xlsx",
        tab=TAB,
        questions={code: _question(code, made.questions.get(code, Filled())) for code in asked},
        results={key: _result(key, made.results.get(key, Filled())) for key in parts},
        unmatched=tuple(
            Unmatched(cell("G", row), text, "pertanyaannya tidak dikenali")
            for row, text in made.unmatched
        ),
        missing=tuple(code for code in made.missing if code in CATALOGUE.questions),
        own_scores={key: Fraction(points) for key, points in made.totals.items()},
        other_tabs=(),
    )


def cell(column: str, row: int) -> str:
    return f"{TAB}!{column}{row}"


def _question(code: str, filled: Filled) -> ReadQuestion:
    row = ROW[code]
    return ReadQuestion(
        code=code,
        cell=cell("J", row),
        written=filled.answer,
        numerator=filled.counts[0],
        denominator=filled.counts[1],
        note=filled.note,
        documents=_documents(row, filled),
        score=_score(filled),
        score_cell=cell("K", row),
        is_unread=filled.is_unread,
    )


def _result(key: str, filled: Filled) -> ReadResult:
    row = FIRST_ROW + len(ROW) + PARTS.index(key)
    return ReadResult(
        key=key,
        cell=cell("J", row),
        written=filled.answer,
        note=filled.note,
        documents=_documents(row, filled),
        score=_score(filled),
        score_cell=cell("K", row),
        is_unread=filled.is_unread,
    )


def _documents(row: int, filled: Filled) -> tuple[Document, ...]:
    return tuple(Document(title, tuple(urls), cell("M", row)) for title, urls in filled.documents)


def _score(filled: Filled) -> Fraction | None:
    return None if filled.score is None else Fraction(filled.score)


def best() -> dict[str, Filled]:
    """The best answer to every question, with the score that a right workbook stores for it."""
    return {
        code: Filled("100%" if asked.options is None else next(iter(asked.options)), score="1")
        for code, asked in CATALOGUE.questions.items()
    }
