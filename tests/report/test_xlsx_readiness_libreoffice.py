"""Kesiapan computed anew by a spreadsheet program: the same cut figures, the same minima met.

Answers are entered as somebody would; what comes out is held against the exact fractions.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from io import BytesIO
from math import floor
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.report.meetings import small
from tests.report.recalculated import SOFFICE, recalculated, saved
from tests.report.workbooks import rows
from tests.report.worksheets import ROWS, answered
from zi_metrics.labels import readiness_files as words
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.lke import STANDINGS
from zi_metrics.labels.readiness import NO_PREDICATE_YET
from zi_metrics.lke import load_catalogue, predicates
from zi_metrics.lke.answers import PERCENT
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.report.xlsx_file import xlsx_file
from zi_metrics.tables.snapshot import Snapshot

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine"),
]
QUESTIONS = load_catalogue().questions
KINDS = dict(zip(ROWS["code"], ROWS["answer_type"], strict=True))
COMPLAINTS = "A.II.5.ii"
"""A ratio worth 3 points, by which a sum is brought to any value."""
Cells = dict[str, dict[str, Any]]
VALUES = {"IPAK": "3.6", "Capaian kinerja": "B", "IPKP": "3.2"}
NAMES = {"answer": "Jawaban", "answer_numerator": "Pembilang", "answer_denominator": "Penyebut"}


def some_answers(random: Random) -> Cells:
    """Anyhow answered, well more often than not, some not at all."""
    return {code: _some(KINDS[code], random) for code in QUESTIONS}


def _some(kind: str, random: Random) -> dict[str, Any]:
    if kind == PERCENT:
        denominator = random.choice([1, 3, 7, 35, 97])
        return _counts(random.randint(denominator // 2, denominator), denominator)
    options = [None, *kind.split("/")]
    return {"answer": random.choices(options, [1, 8, *[2] * (len(options) - 2)])[0]}


def _counts(numerator: float, denominator: float) -> dict[str, Any]:
    return {"answer": None, "answer_numerator": numerator, "answer_denominator": denominator}


def brought_to(points: Fraction, area_no: int | None, seed: int) -> Cells:
    """Random answers whose points, of an area or of all, are exactly these."""
    random = Random(seed)
    while True:
        cells = some_answers(random) | {COMPLAINTS: _counts(0, 1)}
        share = (points - _score(answered(cells), area_no)) / 3
        if 0 <= share <= 1:
            return cells | {COMPLAINTS: _counts(share.numerator, share.denominator)}


def _score(snapshot: Snapshot, area_no: int | None) -> Fraction:
    return readiness(snapshot).sheet.score(area_no=area_no).points


def enter(book: Workbook, cells: Mapping[str, Mapping[str, Any]]) -> None:
    """Type these answers over those of the file."""
    for row in rows(book[text.ANSWERS]):
        for name, header in NAMES.items():
            row[header].value = cells[row["Kode"].value].get(name)


def minima_of(book: Workbook) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Value, difference and standing of each minimum, by predicate and rule."""
    listed = (row for row in book[text.READINESS].iter_rows(values_only=True))
    return {
        (row[0], row[1]): (row[3], row[5], row[6])
        for row in listed
        if row[0] in {words.minima(each) for each in Predicate} and row[6]
    }


def cut(value: Fraction, test: predicates.Tested) -> float:
    scale = 10**4 if test.rule.is_share else 10**2
    return floor(value * scale) / scale


def assert_readiness(book: Workbook, told: Readiness) -> None:
    found = minima_of(book)
    for predicate, tests in told.tests.items():
        for (group, name), test in zip(
            [key for key in found if key[0] == words.minima(predicate)], tests, strict=True
        ):
            value, gap, standing = found[group, name]
            assert value == pytest.approx(cut(test.value, test), abs=1e-12), name
            assert gap == pytest.approx(cut(test.difference, test), abs=1e-12), name
            assert standing == STANDINGS[test.standing], name


EDGES: dict[str, tuple[Fraction, int | None]] = {
    # Pengungkit of WBK: 40; a sum of thirds and of 0.67 reaches it or misses it by next to nothing
    "pengungkit at 40": (Fraction(40), None),
    "pengungkit at 39.996": (Fraction(39_996, 1000), None),
    "pengungkit under 40": (40 - Fraction(1, 10**7), None),
    # area 5 has 15 points: 60 % of them are 9
    "area at 60 %": (Fraction(9), 5),
    "area at 59.996 %": (Fraction(59_996, 100_000) * 15, 5),
}


def test_answers_typed_over_others_give_the_exact_minima_also_on_the_edge(tmp_path: Path) -> None:
    start = xlsx_file(small(answered(results=VALUES)))
    entered = [
        brought_to(points, area_no, seed) for points, area_no in EDGES.values() for seed in range(4)
    ]
    files = []
    for cells in entered:
        book = openpyxl.load_workbook(BytesIO(start))
        enter(book, cells)
        files.append(saved(book))
    for cells, book in zip(entered, recalculated(tmp_path, *files), strict=True):
        assert_readiness(book, readiness(answered(cells, results=VALUES)))


ODD: dict[str, tuple[dict[str, Any], float | None]] = {
    "A.I.1.i.a": ({"answer": "ya"}, 1),
    "A.I.1.i.b": ({"answer": " b "}, 0.5),
    "A.I.1.ii.a": ({"answer": "?"}, None),
    "A.I.1.ii.b": ({"answer": "*"}, None),
    "A.I.1.ii.c": ({"answer": 1}, None),
    "A.I.1.iii.a": ({"answer": "E"}, None),
    "A.II.1.i.a": ({"answer": 0.97}, 0.97),
    "A.II.1.i.b": (_counts(5, 4), None),
    "A.II.4.i": (_counts(0, 0), None),
    "A.II.5.ii": ({"answer": 0.5, "answer_numerator": 34, "answer_denominator": 35}, 34 / 35),
    "A.II.5.iii.a": ({"answer": None, "answer_numerator": 3}, None),
    "A.II.5.iii.b": (_counts(-1, 4), None),
    "A.II.6.i.b": ({"answer": 97}, None),
    "A.II.3.iii.a": (_counts(0, 0), 1),
}
"""What somebody types, and the score it has; of a decline nothing of nothing is the best."""
AROUND_ONE: dict[str, tuple[dict[str, Any], float | None]] = {
    "A.II.1.i.a": (_counts(1.0000000001, 1), 1),
    "A.II.1.i.b": ({"answer": 1.0000000005}, 1),
    "A.II.4.i": (_counts(1.00000001, 1), None),
    "A.II.5.ii": ({"answer": 1.00000001}, None),
    "A.II.3.iii.a": (_counts(-2, 4), 0),
}
"""Dust above 1, up to a billionth, and more than dust; a rise where a decline is asked."""


def test_odd_answers_are_scored_as_the_screen_scores_them(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx_file(small(answered()))))
    plain = {row["Kode"].value: {"answer": row["Jawaban"].value} for row in rows(book["LKE"])}
    enter(book, plain | {code: cells for code, (cells, _) in ODD.items()})
    other = openpyxl.load_workbook(BytesIO(xlsx_file(small(answered()))))
    enter(other, plain | {code: cells for code, (cells, _) in AROUND_ONE.items()})
    books = recalculated(tmp_path, saved(book), saved(other))
    for of, entered in zip(books, (ODD, AROUND_ONE), strict=True):
        scores = {row["Kode"].value: row["Skor"].value for row in rows(of[text.ANSWERS])}
        for code, (_, score) in entered.items():
            found = scores[code]
            assert found == pytest.approx(score) if score is not None else found in {None, ""}, code


def test_predicate_appears_when_the_last_value_is_filled_in(tmp_path: Path) -> None:
    results = {"IPAK": "4", "Capaian kinerja": "A"}
    source = xlsx_file(small(answered(results=results)))
    book = openpyxl.load_workbook(BytesIO(source))
    survey = next(row for row in book[text.READINESS].iter_rows() if "IPKP" in str(row[1].value))
    survey[2].value = 3.2
    before, after = recalculated(tmp_path, source, saved(book))

    def said(of: Workbook) -> Any:
        facts = {row[0].value: row[1].value for row in of[text.READINESS].iter_rows(max_row=12)}
        return facts[words.SIMULATED]

    assert said(before) == NO_PREDICATE_YET
    # 60 + 17.5 + 5 + 14 points: the survey is enough for WBK (14), not for WBBM (15.75)
    assert said(after) == words.reached("WBK")
