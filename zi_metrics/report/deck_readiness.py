"""Slides of the readiness: where the unit stands against the minima, and the shortest way there."""

from __future__ import annotations

from fractions import Fraction

from zi_metrics.labels import lke as rule_text
from zi_metrics.labels import meeting as meeting_text
from zi_metrics.labels import readiness_meeting as text
from zi_metrics.labels import shortest_way
from zi_metrics.labels.numbers import exact_percent, exact_points, points_difference
from zi_metrics.labels.statuses import marked
from zi_metrics.lke.predicates import Rule, area_shares
from zi_metrics.metrics.gap import NeededResult
from zi_metrics.report.answer_texts import value_text
from zi_metrics.report.deck_texts import detail_of
from zi_metrics.report.headline_points import answered_only_points, headline_points
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.plain import plain, shortened
from zi_metrics.report.position_texts import not_told, position_short
from zi_metrics.report.readiness_listing import needed_answer
from zi_metrics.report.readiness_rules import MinimumTexts, RuleTexts, rule_texts
from zi_metrics.report.readiness_texts import way, way_steps, why_no_way
from zi_metrics.report.slides import (
    Column,
    Headline,
    Line,
    Lines,
    ShareBar,
    Shares,
    Slide,
    Table,
)

MOST_STEPS = 5
LONGEST_STEP, LONGEST_DETAIL = 95, 56
"""Letters of a question, which has two lines, and of what stands below it in one."""
READINESS, WAY = "kesiapan", "jalan-terpendek"


def readiness_slides(meeting: Meeting) -> tuple[Slide, Slide]:
    """Position and minima, then areas and the way; what to fill in where nothing can be told."""
    return _position(meeting), _way(meeting)


def _position(meeting: Meeting) -> Slide:
    told = meeting.readiness
    title = text.title(told.target)
    if why := not_told(told):
        return _nothing(READINESS, title, why)
    only = text.answered_only(answered_only_points(told.sheet))
    table = Table(
        text.rules(told.target),
        text.RULE_HEADERS,
        tuple(_rule(rule, rule.minima[told.target]) for rule in rule_texts(told)),
        numbers=frozenset({1, 2, 3}),
        more=" ".join(filter(None, (only, rule_text.WHO_DECIDES_SHORT))),
    )
    headlines = (
        Headline(each.name, each.value, each.of, each.about) for each in headline_points(told)
    )
    return Slide(
        READINESS,
        title,
        position_short(told),
        headlines=tuple(headlines),
        columns=(Column((table,)),),
    )


def _rule(rule: RuleTexts, least: MinimumTexts) -> tuple[str, ...]:
    name = text.weakest(rule.name, rule.lowest) if rule.lowest else rule.name
    return name, rule.value, least.minimum, least.difference, marked(least.standing)


def _way(meeting: Meeting) -> Slide:
    told = meeting.readiness
    title = shortest_way.title(told.target)
    if why := why_no_way(told):
        return _nothing(WAY, title, why)
    return Slide(
        WAY,
        title,
        f"{_sentence(meeting)} {rule_text.WHO_DECIDES_SHORT}",
        columns=(Column((_areas(meeting),), 2), Column((_steps(meeting),), 3)),
    )


def _sentence(meeting: Meeting) -> str:
    plan = meeting.plan
    if not plan.steps and not plan.needed_results:
        return text.all_met(plan.target)
    return text.way_today(way(plan), plan.target)


def _areas(meeting: Meeting) -> Shares:
    told = meeting.readiness
    least = next(test.minimum for test in told.tests[told.target] if test.rule is Rule.EACH_AREA)
    shares = area_shares(told.sheet)
    bars = [
        ShareBar(
            name=area.short_name,
            share=float(shares[area.number]),
            summary=_end(shares[area.number], least),
            is_enough=shares[area.number] >= least,
        )
        for area in meeting.areas
    ]
    said = text.minimum(exact_percent(least), told.target)
    return Shares(text.AREAS, tuple(bars), float(least), said)


def _end(share: Fraction, least: Fraction) -> str:
    missing = "" if share >= least else points_difference((share - least) * 100)
    return text.bar_end(exact_percent(share), missing)


def _steps(meeting: Meeting) -> Lines:
    """Values of Hasil first, which no indicator replaces; then the steps, most points first."""
    plan = meeting.plan
    lines = [*(_needed(meeting, each) for each in plan.needed_results), *_step_lines(meeting)]
    # where some are left out, the line that says so takes the place of one
    most = MOST_STEPS if len(lines) <= MOST_STEPS else MOST_STEPS - 1
    rest = len(lines) - most
    more = [meeting_text.others(rest)] if rest > 0 else []
    more += [] if plan.is_proved else [text.NOT_PROVED]
    return Lines(
        text.STEPS,
        tuple(lines[:most]),
        empty=text.all_met(plan.target),
        more=". ".join(more),
    )


def _step_lines(meeting: Meeting) -> list[Line]:
    return [
        Line(
            text.gain(exact_points(step.gain)),
            shortened(plain(row.question), LONGEST_STEP),
            shortened(
                detail_of(
                    step.code, rule_text.to_answer(_short(now), needed_answer(step)), row.pic
                ),
                LONGEST_DETAIL,
            ),
        )
        for step, row, now in way_steps(meeting)
    ]


def _short(answer: str) -> str:
    """Counts without the percentage behind them: '3 dari 10'."""
    return answer.partition(" (")[0]


def _needed(meeting: Meeting, needed: NeededResult) -> Line:
    now = value_text(meeting.readiness.sheet.results[needed.part.key])
    return Line(text.least(needed.to), needed.part.name, text.now_is(now))


def _nothing(key: str, title: str, sentence: str) -> Slide:
    return Slide(key, title, sentence, columns=(Column((Lines(title, (), empty=sentence),)),))
