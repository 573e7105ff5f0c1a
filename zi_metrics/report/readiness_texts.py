"""The shortest way in words, for slides, memos and minutes alike."""

from __future__ import annotations

from typing import Any

from zi_metrics.labels import readiness_meeting as text
from zi_metrics.labels import shortest_way
from zi_metrics.labels.lke import SHORT_NAMES
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke.results import ResultPart
from zi_metrics.metrics.gap import Plan, Step
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import answer_text
from zi_metrics.report.meeting import Meeting
from zi_metrics.tables.records import records


def why_no_way(told: Readiness) -> str:
    """Why no way to a predicate can be told; '' where one can."""
    if not told.has_answers:
        return shortest_way.ANSWERS_UNREADABLE
    if not told.has_results:
        return shortest_way.RESULTS_UNREADABLE
    return "" if told.has_way else shortest_way.NEEDS_ANSWERS


def short_name(part: ResultPart) -> str:
    """A part of Hasil inside a sentence."""
    name = SHORT_NAMES.get(part.key, part.name)
    return name if part.is_survey else name[0].lower() + name[1:]


def way(plan: Plan) -> str:
    """The way in a few words: '3 jawaban dinaikkan (+2,16 poin) dan IPAK 3,60'."""
    steps = text.steps(len(plan.steps), exact_points(plan.gain), needed_texts(plan))
    return steps or text.NO_STEPS


def way_steps(meeting: Meeting) -> list[tuple[Step, Any, str]]:
    """Each step, most points first, with its record of `Readiness.items` and its answer now."""
    told, steps = meeting.readiness, meeting.plan.steps
    rows = told.items.set_index("code", drop=False).loc[[step.code for step in steps]]
    answers = [answer_text(told.sheet.answers[step.code]) for step in steps]
    found = zip(steps, records(rows), answers, strict=True)
    return sorted(found, key=lambda each: -each[0].gain)


def needed_texts(plan: Plan) -> list[str]:
    """'IPAK 3,60': the values of Hasil that a way supposes."""
    return [text.part_needed(short_name(each.part), each.to) for each in plan.needed_results]
