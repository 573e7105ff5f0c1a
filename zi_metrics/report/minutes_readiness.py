"""The chapter of the minutes on the readiness: position, minima that are missed, the way there."""

from __future__ import annotations

from collections.abc import Iterator

from zi_metrics.labels import deck_readiness as text
from zi_metrics.labels import minutes as minutes_text
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo_readiness import asked
from zi_metrics.report.minutes_parts import listed
from zi_metrics.report.readiness_texts import not_told, position, rule_figures, rule_name


def readiness_lines(meeting: Meeting) -> Iterator[str]:
    """The chapter without its blanks; what to fill in where nothing can be told."""
    told = meeting.readiness
    yield text.chapter(told.target)
    yield minutes_text.subject(minutes_text.POSITION)
    yield f"- {position(told)}"
    if not_told(told):
        return
    yield f"- {text.WHO_DECIDES}"
    unmet = [
        text.unmet_rule(rule_name(meeting, each), *rule_figures(each)) for each in told.failing
    ]
    yield from listed(text.UNMET_RULES, unmet)
    wanted = asked(meeting)
    yield from listed(
        text.way(told.target), [*wanted.needed, *(each.with_pic for each in wanted.steps)]
    )
