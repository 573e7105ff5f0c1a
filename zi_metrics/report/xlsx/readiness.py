"""The sheet Kesiapan: how far the unit is from both predicates, recomputed from its answers."""

from __future__ import annotations

from dataclasses import fields
from itertools import zip_longest

from zi_metrics.labels import readiness_files as text
from zi_metrics.labels.lke import WHO_DECIDES
from zi_metrics.labels.xlsx import CHECKED, READINESS
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.position_texts import position_short
from zi_metrics.report.xlsx.answer_scores import Scales, listed_options, scales
from zi_metrics.report.xlsx.plan import Fact, Formula, Place, Sheet, header_row
from zi_metrics.report.xlsx.readiness_minima import add_minima, simulated
from zi_metrics.report.xlsx.readiness_scores import add_scores
from zi_metrics.report.xlsx.readiness_table import COLUMNS, Line, Table
from zi_metrics.report.xlsx.readiness_ways import add_claims, add_entry, add_way
from zi_metrics.report.xlsx.rules import all_checked
from zi_metrics.report.xlsx.stamps import sheet_facts

_NOTHING = Formula("", "")
_NO_LINE = (None,) * len(fields(Line))


def scales_of(meeting: Meeting) -> Scales:
    """Where the scores of the options stand on this sheet, for formulas on any."""
    place = Place(READINESS, COLUMNS, _header_row(meeting), 0)
    names = ("option", "option_score")
    options, scores = (f"'{READINESS}'!${place.letter(name)}" for name in names)
    return scales(options, scores, place.first_row, meeting.snapshot.catalogue)


def readiness_sheet(meeting: Meeting, answers: Place) -> Sheet:
    """answers: the sheet LKE, which its figures are computed from."""
    told, header = meeting.readiness, _header_row(meeting)
    table = Table(header + 1)
    scored = add_scores(table, meeting, answers, scales_of(meeting))
    met = add_minima(table, told, scored)
    if told.has_way:
        add_way(table, told, meeting.plan, answers)
    add_claims(table, told, answers)
    add_entry(table, told)
    options = listed_options(meeting.snapshot.catalogue)
    rows = [
        (*(line or _NO_LINE), *(option or (None, None, None)))
        for line, option in zip_longest((each.cells for each in table.lines), options)
    ]
    place = Place(READINESS, COLUMNS, header, len(rows))
    checked = all_checked(place, answers)
    return Sheet(
        place,
        _facts(meeting, simulated(told, scored, met), checked),
        rows,
        printed="note",
        frozen=2,
        strong=frozenset(table.strong),
        has_filter=False,
        offers=tuple(table.offers),
    )


def _header_row(meeting: Meeting) -> int:
    return header_row(_facts(meeting, _NOTHING, _NOTHING))


def _facts(meeting: Meeting, said: Formula, checked: Formula) -> list[Fact]:
    """The lines above the table; said: the simulation, checked: whether all is as on screen."""
    return [
        *sheet_facts(meeting, READINESS),
        Fact(position_short(meeting.readiness)),
        Fact(text.SIMULATED, said),
        Fact(WHO_DECIDES),
        Fact(CHECKED, checked),
        *map(Fact, text.HINT),
    ]
