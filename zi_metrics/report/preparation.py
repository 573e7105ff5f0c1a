"""What the host of a meeting checks before it, drawn from the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zi_metrics.labels import meeting as meeting_text
from zi_metrics.labels import preparation as text
from zi_metrics.labels.lke import NOT_FILLED, filled
from zi_metrics.lke.answers import AnswerFault
from zi_metrics.lke.predicates import Standing
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.names import Names
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.plain import plain
from zi_metrics.report.readiness_texts import short_name
from zi_metrics.tables.columns import INDICATORS, RESULTS
from zi_metrics.tables.problems import Severity


@dataclass(frozen=True)
class Check:
    """One thing to check: how it stands, and what to do where it is not ready ('' otherwise)."""

    name: str
    found: str
    remedy: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to do."""
        return not self.remedy


@dataclass(frozen=True)
class Reading:
    """When the data was read, as people say it, and whether the source can be read now."""

    read: str
    ago: str
    is_current: bool


def checks(
    meeting: Meeting, names: Names, problems: Mapping[Severity, int], reading: Reading
) -> list[Check]:
    """In the order of the page.

    names: whom to hide, also where the meeting shows them; problems: number of each severity.
    """
    errors, warnings = problems[Severity.ERROR], problems[Severity.WARNING]
    has_faults = bool(errors or warnings)
    return [
        _unit(meeting),
        _meeting_day(meeting),
        _earlier(meeting),
        _target(meeting),
        *_worksheet(meeting.readiness),
        Check(text.PROBLEMS, text.problems(errors, warnings), text.mend() if has_faults else ""),
        Check(
            text.AGE,
            text.age(reading.read, reading.ago),
            "" if reading.is_current else text.read_again(),
        ),
        Check(text.NAMES, text.names(len(names.listed), len(names.people))),
    ]


def _unit(meeting: Meeting) -> Check:
    name = meeting.snapshot.settings.unit
    if name is None:
        return Check(text.UNIT, NOT_FILLED, text.fill_in("Unit"))
    return Check(text.UNIT, text.unit(plain(name)))


def _meeting_day(meeting: Meeting) -> Check:
    day = meeting.snapshot.settings.meeting_on
    if day is None:
        return Check(text.MEETING, NOT_FILLED, text.fill_in("Tanggal rapat"))
    days = (day - meeting.items.as_of).days
    if days < 0:
        return Check(text.MEETING, text.meeting_passed(day), text.next_meeting())
    return Check(text.MEETING, text.in_days(day, days))


def _earlier(meeting: Meeting) -> Check:
    if meeting.before is None:
        return Check(text.EARLIER, text.NO_EARLIER, text.keep_a_snapshot())
    since = meeting_text.since(meeting.before.as_of, meeting.last_meeting)
    is_dated = meeting.last_meeting is not None
    return Check(text.EARLIER, since, "" if is_dated else text.quarter_instead())


def _worksheet(told: Readiness) -> Iterator[Check]:
    """What the readiness rests on: answers, values of Hasil, requirements of a proposal."""
    sheet = told.sheet
    if not told.has_answers:
        yield Check(text.ANSWERS, text.NOT_READABLE, text.restore(INDICATORS.tab))
    else:
        levers = sheet.pengungkit
        fine = {None, AnswerFault.NOT_SCORABLE}
        faulty = sum(each.fault not in fine for each in sheet.answers.values())
        found = text.answers(levers.answered, levers.questions, faulty)
        yield Check(text.ANSWERS, found, _remedy(sheet, faulty))
    if not told.has_results:
        yield Check(text.RESULTS, text.NOT_READABLE, text.restore(RESULTS.tab))
    else:
        blank, parts = list(map(short_name, sheet.blank_parts)), len(sheet.parts)
        found = filled(parts - len(blank), parts)
        yield Check(text.RESULTS, found, text.fill_in_results(blank) if blank else "")
    blank_count = sum(each.standing is Standing.UNKNOWN for each in told.entry)
    found = filled(len(told.entry) - blank_count, len(told.entry))
    yield Check(text.ENTRY, found, text.fill_in_entry(told.target) if blank_count else "")


def _remedy(sheet: Worksheet, faulty: int) -> str:
    if faulty:
        return text.mend_answers()
    return text.fill_in_answers() if sheet.unanswered_codes else ""


def _target(meeting: Meeting) -> Check:
    settings = meeting.snapshot.settings
    if settings.completeness_target is None:
        return Check(text.TARGET, NOT_FILLED, text.fill_in("Target kelengkapan"))
    said = text.target(settings.completeness_target, settings.target_on, settings.target_predicate)
    return Check(text.TARGET, said, "" if settings.target_on else text.fill_in("Tanggal target"))
