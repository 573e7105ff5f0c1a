"""Slides of the readiness: where the unit stands against the minima, and the shortest way there."""

from __future__ import annotations

from fractions import Fraction

from zi_metrics.labels import deck_readiness as text
from zi_metrics.labels import lke as rule_text
from zi_metrics.labels import meeting as meeting_text
from zi_metrics.labels import readiness as page_text
from zi_metrics.labels import shortest_way
from zi_metrics.labels.numbers import exact_percent, exact_points, points_difference
from zi_metrics.lke import Aspect
from zi_metrics.lke.predicates import Rule, area_shares
from zi_metrics.lke.worksheet import Score
from zi_metrics.metrics.gap import NeededResult
from zi_metrics.report.deck_texts import detail_of
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.plain import plain, shortened
from zi_metrics.report.readiness_listing import needed_answer
from zi_metrics.report.readiness_texts import (
    entered_value,
    has_way,
    not_told,
    position,
    rule_figures,
    rule_name,
    way,
    way_steps,
)
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
    rows = tuple(
        (rule_name(meeting, test), *rule_figures(test), rule_text.STANDINGS[test.standing])
        for test in told.tests[told.target]
    )
    table = Table(
        text.RULES, text.RULE_HEADERS, rows, numbers=frozenset({1, 2, 3}), more=text.WHO_DECIDES
    )
    return Slide(
        READINESS,
        title,
        position(told),
        headlines=_headlines(meeting),
        columns=(Column((table,)),),
    )


def _headlines(meeting: Meeting) -> tuple[Headline, ...]:
    """The whole and its three parts, each with how much of it is answered."""
    sheet = meeting.readiness.sheet
    levers = sheet.pengungkit
    with_blanks = levers.answered < levers.questions
    without = exact_points(levers.answered_only + sheet.hasil)
    parts = len(sheet.parts)
    return (
        Headline(
            rule_text.SCORE,
            exact_points(sheet.total),
            _of(levers.weight + sheet.hasil_weight),
            text.answered_only(without) if with_blanks else "",
        ),
        *(_headline(aspect.value, sheet.score(aspect)) for aspect in Aspect),
        Headline(
            page_text.RESULTS,
            exact_points(sheet.hasil),
            _of(sheet.hasil_weight),
            text.filled(parts - len(sheet.blank_parts), parts),
        ),
    )


def _headline(name: str, score: Score) -> Headline:
    counted = text.answered(score.answered, score.questions)
    return Headline(name, exact_points(score.points), _of(score.weight), counted)


def _of(weight: Fraction) -> str:
    return text.of_weight(exact_points(weight).removesuffix(",00"))


def _way(meeting: Meeting) -> Slide:
    told = meeting.readiness
    title = text.way(told.target)
    if not has_way(told):
        is_read = told.has_answers and told.has_results
        return _nothing(WAY, title, shortest_way.NEEDS_ANSWERS if is_read else not_told(told))
    return Slide(
        WAY,
        title,
        f"{_sentence(meeting)} {text.WHO_DECIDES_PREDICATE}",
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
                detail_of(step.code, text.to_answer(_short(now), needed_answer(step)), row.pic),
                LONGEST_DETAIL,
            ),
        )
        for step, row, now in way_steps(meeting)
    ]


def _short(answer: str) -> str:
    """Counts without the percentage behind them: '3 dari 10'."""
    return answer.partition(" (")[0]


def _needed(meeting: Meeting, needed: NeededResult) -> Line:
    return Line(
        text.at_least(needed.to), needed.part.name, text.now_is(entered_value(meeting, needed.part))
    )


def _nothing(key: str, title: str, sentence: str) -> Slide:
    return Slide(key, title, sentence, columns=(Column((Lines(title, (), empty=sentence),)),))
