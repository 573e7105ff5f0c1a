"""The chapter of the minutes on the readiness: position, minima that are missed, the way there."""

from __future__ import annotations

from collections.abc import Iterator

from zi_metrics.labels import minutes as minutes_text
from zi_metrics.labels import readiness_meeting as text
from zi_metrics.labels import shortest_way
from zi_metrics.labels.lke import WHO_DECIDES_SHORT
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo_readiness import asked
from zi_metrics.report.minutes_parts import listed
from zi_metrics.report.position_texts import not_told, position_short
from zi_metrics.report.readiness_rules import rule_texts


def readiness_lines(meeting: Meeting) -> Iterator[str]:
    """The chapter without its blanks; what to fill in where nothing can be told."""
    told = meeting.readiness
    yield text.chapter(told.target)
    yield minutes_text.subject(minutes_text.POSITION)
    yield f"- {position_short(told)}"
    if not_told(told):
        return
    yield f"- {WHO_DECIDES_SHORT}"
    yield from listed(text.UNMET_RULES, [*_unmet(told)])
    wanted = asked(meeting)
    steps = [*wanted.needed, *(each.with_pic for each in wanted.steps)]
    yield from listed(shortest_way.title(told.target), steps)


def _unmet(told: Readiness) -> Iterator[str]:
    for test, rule in zip(told.tests[told.target], rule_texts(told), strict=True):
        if test.is_met:
            continue
        name = text.weakest(rule.name, rule.lowest) if rule.lowest else rule.name
        least = rule.minima[told.target]
        if rule.value == NO_FIGURE:
            yield text.unmet_rule(name, least.standing, least.minimum, "")
        else:
            yield text.unmet_rule(name, rule.value, least.minimum, least.difference)
