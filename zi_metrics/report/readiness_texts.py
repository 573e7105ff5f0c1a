"""The readiness in words, for slides, memos and minutes alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zi_metrics.labels import deck_readiness as text
from zi_metrics.labels import lke as rule_text
from zi_metrics.labels import readiness as page_text
from zi_metrics.labels.numbers import exact_percent, exact_points, points_difference
from zi_metrics.lke import Aspect
from zi_metrics.lke.predicates import Tested
from zi_metrics.lke.results import ResultPart
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.gap import Plan, Step
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.plain import plain
from zi_metrics.report.readiness_listing import answers_shown
from zi_metrics.tables.records import records


def not_told(told: Readiness) -> str:
    """Why nothing can be said of the readiness; '' where something can."""
    if not told.has_answers:
        return page_text.ANSWERS_UNREADABLE
    if not told.has_results:
        return page_text.RESULTS_UNREADABLE
    if not told.sheet.pengungkit.answered and not told.entered:
        return page_text.FILL_IN
    return ""


def has_way(told: Readiness) -> bool:
    """Whether a way to the target can be told: from nothing at all there is none."""
    return not not_told(told) and told.sheet.pengungkit.answered > 0


def position(told: Readiness) -> str:
    """One sentence: a predicate only in simulation, and only of a worksheet that is filled in."""
    if why := not_told(told):
        return why
    sheet, points = told.sheet, exact_points(told.sheet.total)
    if sheet.is_filled:
        reached = told.reached
        if told.failing or reached is None:
            tests = told.tests[told.target]
            return text.missed(points, len(told.failing), len(tests), told.target)
        return text.met(points, reached)
    fulfilment, blank = sheet.score(Aspect.FULFILMENT), list(_blank(sheet))
    if not sheet.score(Aspect.REFORM).answered and not told.entered:
        weight = exact_points(fulfilment.weight).removesuffix(",00")
        return text.fulfilment_only(exact_points(fulfilment.points), weight, blank)
    return text.with_gaps(points, blank)


def _blank(sheet: Worksheet) -> Iterator[str]:
    """What has to be filled in still."""
    asked = sheet.catalogue.questions
    for aspect in Aspect:
        number = sum(asked[code].aspect is aspect for code in sheet.unanswered_codes)
        questions = sheet.score(aspect).questions
        if number:
            yield aspect if number == questions else text.answers_of(number, aspect)
    if len(sheet.blank_parts) == len(sheet.parts):
        yield page_text.RESULTS
    else:
        yield from map(short_name, sheet.blank_parts)


def short_name(part: ResultPart) -> str:
    """A part of Hasil in a sentence."""
    return text.SHORT_NAMES.get(part.key, part.name)


def way(plan: Plan) -> str:
    """The way in a few words: '3 jawaban dinaikkan (+2,16 poin) dan IPAK 3,60'."""
    steps = text.steps(len(plan.steps), exact_points(plan.gain), needed_texts(plan))
    return steps or text.NO_STEPS


def way_steps(meeting: Meeting) -> list[tuple[Step, Any, str]]:
    """Each step, most points first, with its record of `Readiness.items` and its answer now."""
    told, steps = meeting.readiness, meeting.plan.steps
    rows = told.items.set_index("code", drop=False).loc[[step.code for step in steps]]
    answers = answers_shown(rows, told.sheet.catalogue)
    found = zip(steps, records(rows), answers, strict=True)
    return sorted(found, key=lambda each: -each[0].gain)


def needed_texts(plan: Plan) -> list[str]:
    """'IPAK 3,60': the values of Hasil that a way supposes."""
    return [text.part_needed(short_name(each.part), each.to) for each in plan.needed_results]


def entered_value(meeting: Meeting, part: ResultPart) -> str:
    """The value of a part of Hasil as it was entered, or that there is none."""
    found = meeting.readiness.entered.get(part.key)
    if found is None:
        return text.NOT_FILLED
    return plain(found.value.shown).replace(".", ",")


def rule_name(meeting: Meeting, tested: Tested) -> str:
    """A minimum; that of each area with the weakest one."""
    name = rule_text.RULES[tested.rule]
    if tested.area_no is None:
        return name
    area = next(area for area in meeting.areas if area.number == tested.area_no)
    return text.weakest(name, area.short_name)


def rule_figures(tested: Tested) -> tuple[str, str, str]:
    """Value, minimum and difference as written."""
    if tested.rule.is_share:
        difference = points_difference(tested.difference * 100)
        return exact_percent(tested.value), exact_percent(tested.minimum), difference
    return (
        exact_points(tested.value),
        exact_points(tested.minimum),
        points_difference(tested.difference),
    )
