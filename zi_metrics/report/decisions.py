"""What the data asks a meeting to decide: each decision rests on counts that the screens show."""

from __future__ import annotations

from collections.abc import Iterator

from zi_metrics.labels import lke as lke_text
from zi_metrics.labels import meeting as text
from zi_metrics.labels import readiness_meeting as readiness_text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke.predicates import Standing
from zi_metrics.metrics.change_selection import counts
from zi_metrics.metrics.changes import ChangeKind, ItemKind
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.overdue import OverdueKind
from zi_metrics.metrics.spip import SpipState
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.readiness_texts import needed_texts
from zi_metrics.report.slides import Column, Line, Lines, Slide
from zi_metrics.tables.columns import TABLES


def decisions(meeting: Meeting) -> list[str]:
    """One sentence per decision, the gravest first; possibly none."""
    return [
        *_unreadable(meeting),
        *_target(meeting),
        *_readiness(meeting),
        *_late(meeting),
        *_reports(meeting),
        *_doubts(meeting),
    ]


def decisions_slide(meeting: Meeting) -> Slide:
    """The agenda of decisions to take."""
    found = decisions(meeting)
    lines = Lines(
        text.DECISIONS,
        tuple(Line("", sentence) for sentence in found),
        empty=text.NO_DECISIONS,
        is_numbered=True,
    )
    return Slide(
        "keputusan", text.DECISIONS, text.decisions(len(found)), columns=(Column((lines,)),)
    )


def _unreadable(meeting: Meeting) -> Iterator[str]:
    """Nothing can be decided on tables that nobody could read."""
    lost = [spec.tab for spec in TABLES if spec.name in meeting.items.unreadable]
    if lost:
        yield text.decide_unreadable(lost)


def _target(meeting: Meeting) -> Iterator[str]:
    now, target = meeting.total.completeness, meeting.snapshot.settings.completeness_target
    share = now.weighted.share
    if share is not None and target is not None and share < target:
        shares = [
            (figures.completeness.weighted.share, area.short_name)
            for area in meeting.areas
            if (figures := meeting.by_area[area.number]).completeness.weighted.share is not None
        ]
        lowest = sorted(shares, key=lambda each: each[0] or 0.0)[:2]
        yield text.decide_target(share, target, [name for _, name in lowest])
    bare = meeting.items.indicators
    bare = bare[bare["state"] == IndicatorState.WITHOUT_EVIDENCE]
    if len(bare):
        yield text.decide_without_evidence(len(bare), float(bare["points"].sum()))


def _readiness(meeting: Meeting) -> Iterator[str]:
    """What the way to the predicate asks for, and a proposal besides it."""
    told = meeting.readiness
    if told.has_way:
        plan = meeting.plan
        if plan.needed_results:
            yield readiness_text.decide_results(needed_texts(plan), plan.target)
        if plan.steps:
            gain = exact_points(plan.gain)
            yield readiness_text.decide_steps(len(plan.steps), gain, plan.target)
    unmet = [
        lke_text.REQUIREMENTS[check.requirement.key]
        for check in told.entry
        if check.standing is Standing.UNMET
    ]
    if unmet:
        yield readiness_text.decide_entry(unmet, told.target)


def _late(meeting: Meeting) -> Iterator[str]:
    for kind, sentence in (
        (OverdueKind.RECOMMENDATION, text.decide_overdue_follow_up),
        (OverdueKind.EVIDENCE, text.decide_overdue_evidence),
    ):
        late = meeting.late[meeting.late["kind"] == kind]
        if len(late):
            yield sentence(len(late), int(late["days_late"].max()))


def _reports(meeting: Meeting) -> Iterator[str]:
    reports = meeting.items.spip
    missing = reports[reports["state"] == SpipState.MISSING]
    if len(missing):
        areas = [a.short_name for a in meeting.areas if (missing["area_no"] == a.number).any()]
        yield text.decide_missing_reports(len(missing), areas)


def _doubts(meeting: Meeting) -> Iterator[str]:
    repeated = meeting.total.follow_up.repeated_count
    if repeated:
        yield text.decide_repeated(repeated)
    if meeting.changes is not None:
        regressed = [
            (item, number)
            for (kind, item), number in counts(meeting.changes.items).items()
            if kind == ChangeKind.REGRESSED and item != ItemKind.INDICATOR
        ]
        if regressed:
            yield text.decide_regressed(regressed, meeting.since)
    now = meeting.total
    unrecognised = now.completeness.unrecognised_count + now.follow_up.unrecognised_count
    if unrecognised:
        yield text.decide_unrecognised(unrecognised)
