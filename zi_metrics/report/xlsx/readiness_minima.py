"""Rows of the sheet Kesiapan that compare: the minima of both predicates, and what may be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from zi_metrics.labels import lke as rule_text
from zi_metrics.labels import readiness_files as text
from zi_metrics.labels.numbers import out_of
from zi_metrics.labels.readiness import NO_PREDICATE_YET
from zi_metrics.lke import Catalogue
from zi_metrics.lke.predicates import Predicate, Rule, Standing, Tested
from zi_metrics.lke.results import ResultPart
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.readiness_rules import rule_texts
from zi_metrics.report.xlsx.cells import area_name
from zi_metrics.report.xlsx.plan import Formula, Kind, Number, quoted
from zi_metrics.report.xlsx.readiness_scores import Scored
from zi_metrics.report.xlsx.readiness_table import Line, Table, added, cell, cells, cut, same

_MET, _UNMET, _UNKNOWN = (
    quoted(rule_text.STANDINGS[each]) for each in (Standing.MET, Standing.UNMET, Standing.UNKNOWN)
)


def add_minima(table: Table, told: Readiness, at: Scored) -> dict[Predicate, int]:
    """The seven minima of both predicates; for each the row that counts how many are met."""
    rules = rule_texts(told)
    found: dict[Predicate, int] = {}
    for predicate, tests in told.tests.items():
        first = table.next_row
        for test, rule in zip(tests, rules, strict=True):
            line = _minimum(table, test, at, told.sheet)
            standing = _standing(table, test, at, told.sheet.parts)
            said = Formula(standing, _said(rule.minima[predicate].standing))
            group = text.minima(predicate)
            table.add(replace(line, group=group, shown=rule.value, standing=said))
        found[predicate] = table.add(_met(table, predicate, tests, first))
    return found


def _minimum(table: Table, test: Tested, at: Scored, sheet: Worksheet) -> Line:
    """Value, minimum and difference, cut like those of the screen."""
    is_share, raw = test.rule.is_share, table.at("raw")
    difference = cut(f"{raw}-{table.at('bound')}", test.difference, is_share=is_share)
    of = _raw(test.rule, at, sheet.parts)
    return Line(
        "",
        rule_text.RULES[test.rule],
        value=cut(raw, test.value, is_share=is_share),
        bound=Number(float(test.minimum), Kind.SHARE) if is_share else float(test.minimum),
        gap=replace(difference, kind=Kind.GAP_SHARE if is_share else Kind.GAP),
        check=same(raw, test.value),
        note=_weakest(at, test, sheet.catalogue) if is_share else None,
        raw=Formula(of, float(test.value), Kind.SHARE if is_share else None),
    )


def _standing(table: Table, test: Tested, at: Scored, parts: Sequence[ResultPart]) -> str:
    """Cut downwards, what misses by anything at all is under 0."""
    missed = f"IF({_is_blank(test.rule, at, parts)},{_UNKNOWN},{_UNMET})"
    return f"IF({table.at('gap')}>=0,{_MET},{missed})"


def _said(standing: str) -> str:
    """A standing as a cell says it; what cannot be read is not filled in here."""
    return rule_text.STANDINGS.get(standing, rule_text.STANDINGS[Standing.UNKNOWN])


def _raw(rule: Rule, at: Scored, parts: Sequence[ResultPart]) -> str:
    """The figure that a minimum is of."""
    if rule is Rule.TOTAL:
        return added([cell("raw", at.total)])
    if rule is Rule.PENGUNGKIT:
        return added([cell("raw", at.pengungkit)])
    if rule is Rule.EACH_AREA:
        return f"MIN({cells('raw', *at.shares)})"
    return added(_parts(rule, at, parts))


def _is_blank(rule: Rule, at: Scored, parts: Sequence[ResultPart]) -> str:
    """Whether what a minimum rests on is not filled in."""
    if rule in {Rule.PENGUNGKIT, Rule.EACH_AREA}:
        return f"{cell('value', at.answered)}=0"
    found = _parts(rule, at, parts)
    return f"COUNT({','.join(found)})<{len(found)}"


def _parts(rule: Rule, at: Scored, parts: Sequence[ResultPart]) -> list[str]:
    """The points of the parts of Hasil that a minimum rests on."""
    return [
        cell("raw", at.parts[part.key])
        for part in parts
        if rule in {Rule.TOTAL, part.key, part.component}
    ]


def _weakest(at: Scored, test: Tested, catalogue: Catalogue) -> Formula:
    """The area with the lowest share."""
    shares, names = cells("raw", *at.shares), cells("figure", *at.shares)
    name = "" if test.area_no is None else area_name(test.area_no, catalogue)
    return Formula(f"INDEX({names},MATCH(MIN({shares}),{shares},0))", name)


def _met(table: Table, predicate: Predicate, tests: Sequence[Tested], first: int) -> Line:
    met, rules = sum(test.is_met for test in tests), len(tests)
    standings = cells("standing", first, first + rules - 1)
    return Line(
        text.minima(predicate),
        text.MET,
        value=Formula(f"COUNTIF({standings},{_MET})", met, Kind.COUNT),
        bound=Number(rules, Kind.COUNT),
        shown=out_of(met, rules),
        check=same(table.at("value"), Fraction(met)),
    )


def simulated(told: Readiness, at: Scored, met: Mapping[Predicate, int]) -> Formula:
    """What the whole says of the predicates: nothing before everything is filled in."""
    rules = len(next(iter(told.tests.values())))
    results = f"COUNT({','.join(cell('raw', row) for row in at.parts.values())})"
    asked = len(told.sheet.answers)
    is_filled = f"AND({cell('value', at.filled)}={asked},{results}={len(at.parts)})"
    said = quoted(text.NONE_REACHED)
    for predicate, row in met.items():
        said = f"IF({cell('value', row)}={rules},{quoted(text.reached(predicate))},{said})"
    reached = text.reached(told.reached) if told.reached else text.NONE_REACHED
    shown = reached if told.sheet.is_filled else NO_PREDICATE_YET
    return Formula(f"IF({is_filled},{said},{quoted(NO_PREDICATE_YET)})", shown)
