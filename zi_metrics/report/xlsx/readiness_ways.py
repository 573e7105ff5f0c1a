"""Rows of the sheet Kesiapan on what to do: evidence, the shortest way, what a proposal asks."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from zi_metrics.labels import lke as rule_text
from zi_metrics.labels import readiness_files as text
from zi_metrics.labels import readiness_lists as page_text
from zi_metrics.labels import shortest_way as way_text
from zi_metrics.labels.numbers import count, exact_points
from zi_metrics.lke.predicates import Predicate, Standing
from zi_metrics.metrics.gap import Plan, Step
from zi_metrics.metrics.readiness import EntryCheck, Readiness
from zi_metrics.report.answer_texts import value_text
from zi_metrics.report.plain import plain
from zi_metrics.report.readiness_listing import evidence_text, needed_answer
from zi_metrics.report.xlsx.plan import Formula, Kind, Place, quoted
from zi_metrics.report.xlsx.readiness_table import Line, Table, added, cells, cut, same
from zi_metrics.report.xlsx.rules import check
from zi_metrics.tables.records import records


def add_claims(table: Table, told: Readiness, answers: Place) -> None:
    """How many answers are to be proved and how many could be better, with their points."""
    if not (told.has_answers and told.has_evidence):
        why = page_text.NO_EVIDENCE_READ if told.has_answers else page_text.NO_ANSWERS_READ
        table.add(Line(text.CLAIMS, why))
        return
    sheet, questions = told.sheet, told.sheet.catalogue.questions
    unproven = [questions[code] for code in told.unproven["code"]]
    chances = [questions[code] for code in told.chances["code"]]
    won = sum(map(sheet.points, unproven), Fraction(0))
    lost = sum((each.points - sheet.points(each) for each in chances), Fraction(0))
    of_unproven, of_chances = _sums(answers, text.UNPROVEN), _sums(answers, text.CHANCE)
    claims = answers.range("claim")
    for name, word, number in (
        (page_text.UNPROVEN, text.UNPROVEN, len(unproven)),
        (page_text.CHANCES, text.CHANCE, len(chances)),
    ):
        table.add(_count(table, name, f"COUNTIFS({claims},{quoted(word)})", number))
    table.add(_points(table, text.POINTS_OF_UNPROVEN, of_unproven["won"], won))
    lost_formula = f"{of_chances['points']}-{of_chances['won']}"
    table.add(_points(table, text.POINTS_OF_CHANCES, lost_formula, lost))


def _sums(answers: Place, word: str) -> dict[str, str]:
    where = f"{answers.range('claim')},{quoted(word)}"
    return {name: f"SUMIFS({answers.range(name)},{where})" for name in ("won", "points")}


def _count(table: Table, figure: str, formula: str, number: int) -> Line:
    return Line(
        text.CLAIMS,
        figure,
        value=Formula(formula, number, Kind.COUNT),
        shown=count(number),
        check=same(table.at("value"), Fraction(number)),
    )


def _points(
    table: Table, figure: str, raw: str, points: Fraction, group: str = text.CLAIMS
) -> Line:
    return Line(
        group,
        figure,
        value=cut(table.at("raw"), points),
        shown=exact_points(points),
        check=same(table.at("raw"), points),
        raw=Formula(raw, float(points)),
    )


def add_way(table: Table, told: Readiness, plan: Plan, answers: Place) -> None:
    """Values of Hasil first, which no indicator replaces, then the indicators to improve."""
    group = way_text.title(plan.target)
    for each in plan.needed_results:
        now = way_text.now(value_text(told.sheet.results[each.part.key]))
        table.add(Line(group, each.part.name, bound=each.to, note=now))
    if not plan.steps and not plan.needed_results:
        table.add(Line(group, way_text.all_met(plan.target)))
    rows = {row.code: row for row in records(told.items)}
    first = table.next_row
    for step in plan.steps:
        table.add(_step(table, rows[step.code], step, told, answers))
    if plan.steps:
        gains = added([cells("raw", first, table.next_row - 1)])
        table.add(_points(table, text.GAINED, gains, plan.gain, group))
    if not plan.is_proved:
        table.add(Line(group, way_text.NOT_PROVED))


def _step(table: Table, row: Any, step: Step, told: Readiness, answers: Place) -> Line:
    gain = f"SUMIFS({answers.range('gain')},{answers.range('code')},{quoted(step.code)})"
    figure = text.step(step.code, row.question)
    line = _points(table, figure, gain, step.gain, way_text.title(told.target))
    evidence = evidence_text(row, has_evidence=told.has_evidence)
    note = text.step_note(plain(row.pic or ""), evidence)
    return replace(line, bound=needed_answer(step), note=note)


def add_entry(table: Table, told: Readiness) -> None:
    """The checklist of a proposal to the target, with what is entered in Pengaturan."""
    for each in told.entry:
        table.offer(words=each.requirement.choices)
        table.add(_requirement(table, each, told.target))


def _requirement(table: Table, told: EntryCheck, target: Predicate) -> Line:
    asked = told.requirement
    at, shown = table.at("entered"), rule_text.STANDINGS[told.standing]
    least = asked.choices.index(asked.needed(target))
    enough = asked.choices[least:] if asked.levels else (asked.needed(target),)
    is_enough = f"OR({','.join(f'TRIM({at})={quoted(word)}' for word in enough)})"
    met, unmet, unknown = (
        quoted(rule_text.STANDINGS[each])
        for each in (Standing.MET, Standing.UNMET, Standing.UNKNOWN)
    )
    standing = f'IF(TRIM({at})="",{unknown},IF({is_enough},{met},{unmet}))'
    return Line(
        page_text.entry_title(target),
        rule_text.REQUIREMENTS[asked.key],
        entered=told.entered,
        bound=asked.needed(target),
        standing=Formula(standing, shown),
        shown=shown,
        check=check(f"{table.at('standing')}={quoted(shown)}"),
    )
