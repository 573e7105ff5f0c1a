"""The sheets Kesiapan and LKE of the workbook: what stands in their cells when it is made."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from io import BytesIO
from math import floor
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from tests.report.meetings import shipped, small
from tests.report.workbooks import rows
from tests.report.worksheets import answered, complete, worst
from zi_metrics.labels import readiness_files as words
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.lke import STANDINGS
from zi_metrics.labels.numbers import exact_points
from zi_metrics.labels.readiness import NO_PREDICATE_YET
from zi_metrics.labels.xlsx_explained import MEANINGS
from zi_metrics.lke.predicates import Predicate
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.readiness_rules import rule_texts
from zi_metrics.report.xlsx.book import sheets_of
from zi_metrics.report.xlsx.plan import Formula, Number, Sheet, Value
from zi_metrics.report.xlsx.readiness_table import cut
from zi_metrics.report.xlsx_file import xlsx_file
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RESULTS
from zi_metrics.tables.spec import TableSpec

Row = dict[str, Any]
NOTHING = {"answer_numerator": 0, "answer_denominator": 0}
"""A ratio of nothing, which no work of the unit changes."""


@cache
def read(meeting: Meeting) -> Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx_file(meeting)), data_only=True)


@cache
def planned(meeting: Meeting) -> dict[str, Sheet]:
    """What the file is drawn from, by the names of the sheets."""
    return {sheet.title: sheet for sheet in sheets_of(meeting)}


def lines(meeting: Meeting, group: str, sheet: str = text.READINESS) -> list[Row]:
    """Rows of a sheet by the names of their columns, with the results of formulas."""
    found = planned(meeting)[sheet]
    names = [column.name for column in found.columns]
    every = [dict(zip(names, map(result, row), strict=True)) for row in found.rows]
    return [row for row in every if group in {"", row.get("group")}]


def answers(meeting: Meeting) -> dict[str, Row]:
    return {row["code"]: row for row in lines(meeting, "", text.ANSWERS)}


def result(value: Value) -> Any:
    return value.value if isinstance(value, Formula | Number) else value


def facts(meeting: Meeting) -> dict[str, Any]:
    return {fact.name: result(fact.value) for fact in planned(meeting)[text.READINESS].facts}


def told(row: Row, *names: str) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


@pytest.mark.parametrize("predicate", Predicate)
def test_minima_carry_value_difference_and_standing_of_the_screen(predicate: Predicate) -> None:
    meeting = shipped("contoh")
    listed = lines(meeting, words.minima(predicate))[:-1]
    for row, rule in zip(listed, rule_texts(meeting.readiness), strict=True):
        shown = rule.minima[predicate]
        places = 4 if "%" in rule.value else 2
        value, bound, gap = (
            f"{100 * cell if places == 4 else cell:.2f}".replace(".", ",").replace("-", "−")
            for cell in told(row, "value", "bound", "gap")
        )
        assert (rule.name, rule.value) == told(row, "figure", "shown")
        assert value == rule.value.split("\u00a0")[0]
        assert bound == shown.minimum.split("\u00a0")[0]
        assert gap == shown.difference.removeprefix("+")
        assert row["standing"] == STANDINGS[shown.standing]


def test_every_figure_is_a_formula_that_is_checked_against_the_screen() -> None:
    meeting = shipped("contoh")
    sheet = planned(meeting)[text.READINESS]
    names = [column.name for column in sheet.columns]
    checked = [
        row
        for row in (dict(zip(names, row, strict=True)) for row in sheet.rows)
        if row["check"] is not None
    ]
    assert len(checked) > 60
    for row in checked:
        assert isinstance(row["standing" if row["value"] is None else "value"], Formula)
    assert {row["check"] for row in lines(meeting, "")} == {text.SAME, None}
    assert {row["check"] for row in answers(meeting).values()} == {text.SAME}
    assert facts(meeting)[text.CHECKED] == text.ALL_SAME


def test_every_question_stands_on_the_sheet_of_answers_with_what_it_is_worth() -> None:
    meeting = shipped("contoh")
    sheet, listed = meeting.readiness.sheet, answers(shipped("contoh"))
    assert [*listed] == [*sheet.answers]
    for code, question in sheet.catalogue.questions.items():
        won = sheet.points(question)
        assert listed[code]["won"] == pytest.approx(float(won))
        assert listed[code]["shown"] == exact_points(won)


def test_ratio_stands_in_the_cells_its_formula_reads() -> None:
    entered = {
        "A.II.1.i.a": (None, 3, 4),
        "A.II.1.i.b": ("97%", None, None),
        "A.II.4.i": ("3/4", None, None),
        "A.II.5.ii": ("0/0", None, None),
        "A.II.5.iii.a": ("entah", None, None),
        "A.II.5.iii.b": ("-", None, None),
        "A.II.6.i.b": (None, 5, 4),
        "A.II.3.iii.a": (None, 3, None),
    }
    names = ("answer", "answer_numerator", "answer_denominator")
    changes = {code: dict(zip(names, cells, strict=True)) for code, cells in entered.items()}
    listed = answers(small(answered(changes)))
    assert {code: told(listed[code], *names, "score") for code in entered} == {
        "A.II.1.i.a": (None, 3, 4, 0.75),
        "A.II.1.i.b": (0.97, None, None, 0.97),
        "A.II.4.i": ("3/4", 3, 4, 0.75),
        "A.II.5.ii": ("0/0", 0, 0, ""),
        "A.II.5.iii.a": ("entah", None, None, ""),
        "A.II.5.iii.b": (None, None, None, ""),
        "A.II.6.i.b": (None, 5, 4, ""),
        "A.II.3.iii.a": (None, 3, None, ""),
    }
    # nothing of nothing is no gap, though it cannot be scored
    flags = {code: listed[code]["is_filled"] for code in entered}
    assert [code for code, is_filled in flags.items() if not is_filled] == [*entered][4:]


def test_options_of_each_type_are_offered() -> None:
    sheet = read(shipped("contoh"))[text.ANSWERS]
    offered = {
        rule.formula1: rule.sqref
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert [*offered] == ['"Ya,Tidak"', '"A,B,C"', '"A,B,C,D"', '"A,B,C,D,E"']
    for row in rows(sheet):
        options = row["Jenis jawaban"].value.replace("/", ",")
        found = [name for name, cells in offered.items() if row["Jawaban"].coordinate in cells]
        assert found == ([] if options == "%" else [f'"{options}"'])


def test_answers_beside_their_evidence_are_named_and_counted() -> None:
    changes = {"A.I.1.i.b": {"answer": "B"}}
    meeting = small(answered(changes, documents=[complete("A.I.1.i.a"), complete("A.I.1.i.b")]))
    listed = answers(meeting)
    assert listed["A.I.1.i.a"]["claim"] is None
    assert listed["A.I.1.i.b"]["claim"] == words.CHANCE
    assert listed["A.I.1.ii.a"]["claim"] == words.UNPROVEN
    counted = [told(row, "value", "shown") for row in lines(meeting, words.CLAIMS)]
    # 60 points without the two of 0.25: 59.5; half of 0.25 may be added: 0.125
    assert counted == [(108, "108"), (1, "1"), (59.5, "59,50"), (0.12, "0,12")]


def test_ratio_of_nothing_with_complete_evidence_is_no_chance() -> None:
    meeting = small(answered({"A.II.5.ii": NOTHING}, documents=[complete("A.II.5.ii")]))
    assert answers(meeting)["A.II.5.ii"]["claim"] is None
    counted = {row["figure"]: row["value"] for row in lines(meeting, words.CLAIMS)}
    assert counted["Peluang"] == 0


@pytest.mark.parametrize("table", [EVIDENCE, INDICATORS])
def test_answers_are_compared_with_evidence_only_where_both_can_be_read(table: TableSpec) -> None:
    meeting = small(replace(answered(), unreadable=frozenset({table.name})))
    assert {row["claim"] for row in answers(meeting).values()} == {None}
    (line,) = lines(meeting, words.CLAIMS)
    assert "tidak dapat dibaca" in line["figure"]


def test_way_stands_beside_its_questions_with_what_each_adds() -> None:
    meeting = shipped("contoh")
    steps, listed = meeting.plan.steps, answers(meeting)
    assert steps
    asked = {code: row["needed"] for code, row in listed.items() if row["needed"] is not None}
    assert asked == {step.code: step.to for step in steps}
    for step in steps:
        assert listed[step.code]["gain"] == pytest.approx(float(step.gain))
    group = lines(meeting, "Jalan terpendek menuju WBK")
    assert [row["bound"] for row in group[:-1]] == [
        *(each.to for each in meeting.plan.needed_results),
        *(step.to for step in steps),
    ]
    assert group[-1]["shown"] == exact_points(meeting.plan.gain)


def test_predicate_is_named_only_of_a_worksheet_that_is_filled_in() -> None:
    full, gap = small(answered()), small(answered({"A.I.1.i.a": {"answer": None}}))
    assert facts(full)[words.SIMULATED] == "Simulasi: semua syarat nilai WBBM dipenuhi."
    assert facts(gap)[words.SIMULATED] == NO_PREDICATE_YET
    # without Reform of area 5 it has 7.5 of 15 points
    weak = small(answered(worst(["A.II.5.i", "A.II.5.ii", "A.II.5.iii.a", "A.II.5.iii.b"])))
    assert facts(weak)[words.SIMULATED] == words.NONE_REACHED


@pytest.mark.parametrize("table", [INDICATORS, RESULTS])
def test_unreadable_table_is_said_and_leaves_no_total(table: TableSpec) -> None:
    meeting = small(replace(answered(), unreadable=frozenset({table.name})))
    assert [name for name in facts(meeting) if "tidak dapat dibaca" in name]
    assert lines(meeting, words.minima("WBK"))[0]["shown"] == "–"


def test_names_are_hidden_in_both_sheets() -> None:
    changes = {"A.II.5.ii": {"pic": "Budi Santoso", "note": "tanya Budi Santoso"}}
    settings = {"Nama yang disamarkan": "Budi Santoso"}
    snapshot = answered({**worst(["A.II.5.i"]), **changes}, settings=settings)
    for shows_names in (False, True):
        meeting = small(snapshot, shows_names=shows_names)
        every = [row for name in (text.READINESS, text.ANSWERS) for row in lines(meeting, "", name)]
        said = [str(cell) for row in every for cell in row.values()]
        assert any("Santoso" in each for each in said) is shows_names


def test_columns_with_formulas_and_those_to_fill_in_are_explained() -> None:
    for title in (text.READINESS, text.ANSWERS):
        sheet = planned(shipped("contoh"))[title]
        computed = {
            column.name
            for row in sheet.rows
            for column, value in zip(sheet.columns, row, strict=True)
            if isinstance(value, Formula)
        }
        entered = {column.name for column in sheet.columns if column.is_input}
        assert computed | entered | {*sheet.formulas} <= {*MEANINGS[title]}


def computed(formula: str, cell: float) -> float:
    """What a program without any tricks of its own makes of a formula of one cell."""
    found: float = eval(formula, {"INT": floor, "ROUND": round, "x": cell})
    return found


@pytest.mark.parametrize(
    ("added", "points", "share"),
    [
        (39.99999999999999, 40.0, None),
        (40.00000000000001, 40.0, None),
        (39.996, 39.99, None),
        (-0.004, -0.01, None),
        (-1e-14, 0.0, None),
        (0.5999999999999999, None, 0.6),
        (0.59996, None, 0.5999),
    ],
)
def test_dust_of_adding_is_rounded_off_before_a_figure_is_cut(
    added: float, points: float | None, share: float | None
) -> None:
    formula = cut("x", Fraction(0), is_share=share is not None)
    assert computed(formula.text, added) == (points if share is None else share)


PARTS = st.lists(
    st.tuples(
        st.sampled_from(
            [Fraction(1, 3), Fraction(1, 4), Fraction(5, 24), Fraction(3), Fraction(1)]
        ),
        st.sampled_from([Fraction(1), Fraction(67, 100), Fraction(33, 100), Fraction(3, 4)])
        | st.builds(Fraction, st.integers(0, 35), st.integers(35, 97)),
    ),
    max_size=110,
)


@given(PARTS)
def test_sums_of_binary_fractions_are_cut_like_the_exact_ones(
    parts: list[tuple[Fraction, Fraction]],
) -> None:
    exactly = sum((points * score for points, score in parts), Fraction(0))
    # one after the other, as a spreadsheet adds
    added = 0.0
    for points, score in parts:
        added += float(points) * float(score)
    told = cut("x", exactly)
    assert computed(told.text, added) == told.value
