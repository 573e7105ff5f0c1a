"""The seven minima as texts, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from zi_metrics.labels import lke as label
from zi_metrics.labels import readiness as text
from zi_metrics.labels import results as results_text
from zi_metrics.labels.numbers import NO_FIGURE, exact_percent, exact_points, points_difference
from zi_metrics.lke.predicates import Predicate, Rule, Standing, Tested
from zi_metrics.lke.results import ResultPart
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.results_needed import least_values
from zi_metrics.report.answer_texts import value_text
from zi_metrics.report.position_texts import recorded

_OF_ANSWERS = frozenset({Rule.TOTAL, Rule.PENGUNGKIT, Rule.EACH_AREA})
_OF_RESULTS = frozenset(Rule) - {Rule.PENGUNGKIT, Rule.EACH_AREA}


@dataclass(frozen=True)
class MinimumTexts:
    """A minimum of one predicate: '15,75' ('indeks 3,60'), the difference, and a standing."""

    minimum: str
    about: str
    difference: str
    standing: str


@dataclass(frozen=True)
class RuleTexts:
    """A rule: its name, what its value rests on, the value, and both predicates' minima.

    lowest: of the rule for each area the one that `about` names; else ''. recorded: the value by
    the sheet, where a scenario shows another one; else ''.
    """

    name: str
    about: str
    value: str
    minima: Mapping[Predicate, MinimumTexts]
    lowest: str = ""
    recorded: str = ""


def rule_texts(told: Readiness) -> list[RuleTexts]:
    """The seven rules in official order."""
    rules = _rules(told)
    if told.scenario.is_empty:
        return rules
    return [
        replace(rule, recorded=recorded(rule.value, own.value))
        for rule, own in zip(rules, _rules(told.by_sheet()), strict=True)
    ]


def _rules(told: Readiness) -> list[RuleTexts]:
    return [_rule(tests, told) for tests in zip(*told.tests.values(), strict=True)]


def _rule(tests: tuple[Tested, ...], told: Readiness) -> RuleTexts:
    first = tests[0]
    why_not = _why_not(first, told)
    return RuleTexts(
        name=label.RULES[first.rule],
        about=" · ".join(filter(None, _about(first, told))),
        value=NO_FIGURE if why_not else _shown(first.rule, first.value),
        minima={
            predicate: MinimumTexts(
                minimum=_shown(test.rule, test.minimum),
                about=_least(test.rule, predicate, told),
                difference=NO_FIGURE if why_not else _difference(test),
                standing=why_not or test.standing,
            )
            for predicate, test in zip(told.tests, tests, strict=True)
        },
        lowest=_lowest(first, told),
    )


def _why_not(test: Tested, told: Readiness) -> str | None:
    """Why there is no value; None where there is one."""
    needed = test.rule in _OF_ANSWERS, test.rule in _OF_RESULTS
    readable = told.has_answers, told.has_results
    if any(need and not can for need, can in zip(needed, readable, strict=True)):
        return text.UNREADABLE
    begun = (needed[0] and told.knows_answers) or (needed[1] and told.knows_results)
    if not begun or (test.standing is Standing.UNKNOWN and not test.value):
        return Standing.UNKNOWN
    return None


def _shown(rule: Rule, value: Fraction) -> str:
    return exact_percent(value) if rule.is_share else exact_points(value)


def _difference(test: Tested) -> str:
    return points_difference(test.difference * (100 if test.rule.is_share else 1))


def _about(test: Tested, told: Readiness) -> Iterator[str]:
    """What a value rests on: the lowest area, or a value of Hasil and who found it."""
    if lowest := _lowest(test, told):
        yield text.lowest(lowest)
    parts = _parts(test.rule, told)
    if len(parts) > 1:
        yield text.SUM_OF_PARTS[test.rule]
    elif parts and told.has_results:
        yield from _found(parts[0], told)


def _lowest(test: Tested, told: Readiness) -> str:
    if test.area_no is None or not told.knows_answers:
        return ""
    return told.sheet.catalogue.area(test.area_no).short_name


def _parts(rule: Rule, told: Readiness) -> list[ResultPart]:
    return [part for part in told.sheet.parts if rule in {part.key, part.component}]


def _found(part: ResultPart, told: Readiness) -> Iterator[str]:
    value = told.sheet.results[part.key]
    if not value.is_filled:
        return
    shown = value_text(value)
    yield text.index(shown) if part.is_survey else text.letter(shown)
    if part.key in told.scenario.results:
        yield text.SCENARIO
        return
    entered = told.entered[part.key]
    own = results_text.OWN_SURVEY if part.is_survey else results_text.OWN_ASSESSMENT
    yield text.OFFICIAL if entered.is_official else entered.assessor or own
    yield str(entered.year or "")


def _least(rule: Rule, predicate: Predicate, told: Readiness) -> str:
    """The least value of a part of Hasil that is enough, as it is entered."""
    parts = _parts(rule, told)
    if len(parts) != 1:
        return ""
    (part,) = parts
    least = least_values(told.sheet.catalogue, predicate)[part.key]
    return text.index(least) if part.is_survey else text.letter(least)
