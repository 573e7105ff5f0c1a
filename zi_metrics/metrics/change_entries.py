"""The items of one side of a comparison, all in one form: what they are known by and count as."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import Any, NamedTuple

import pandas as pd

from zi_metrics.labels.numbers import quarter_name
from zi_metrics.metrics.change_kinds import ItemKind
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.spip import SpipState
from zi_metrics.metrics.summary import Items
from zi_metrics.periods import parse_period
from zi_metrics.tables.records import plain_cells
from zi_metrics.tables.vocabularies import EvidenceStatus, normalise

Count = tuple[float, float]
"""What an item adds to the numerator and to the denominator of a percentage."""
_SHARED = ("area_no", "code", "period", "pic", "state", "due_on", "url")


class Entry(NamedTuple):
    """One item of one snapshot.

    identifier: its ID as it is matched, if it has one; place: code or area within which its name
    tells it apart; name: its title as it is matched; span: its period as it is matched. counts: one
    for each of `MEASURES_OF` its sort; levels: what it has reached of each, 0..1. is_required: not
    irrelevant, dropped or not required; is_done: complete, done or in. content: all that it says,
    whatever the day, by which rows that are known by the same are told apart.
    """

    identifier: str | None
    place: Hashable
    name: str
    span: Hashable
    area_no: int | None
    code: str | None
    title: str | None
    period: str | None
    pic: str | None
    state: str
    due_on: pd.Timestamp | None
    days_late: int | None
    url: str | None
    origin: str | None
    is_required: bool
    is_done: bool
    is_late: bool
    counts: tuple[Count, ...]
    levels: tuple[float, ...]
    content: tuple[str, ...]


def entries_of(items: Items) -> Mapping[ItemKind, list[Entry]]:
    """Every item, by its sort."""
    return {
        ItemKind.INDICATOR: list(_indicators(items.indicators)),
        ItemKind.EVIDENCE: list(_documents(items.evidence)),
        ItemKind.RECOMMENDATION: list(_recommendations(items.follow_ups)),
        ItemKind.SPIP_REPORT: list(_reports(items.spip)),
    }


def _indicators(rows: pd.DataFrame) -> Iterator[Entry]:
    wanted = ["code", "area_no", "question", "pic", "origin", "points", "covered_points", "state"]
    for row in _read(rows, wanted):
        is_required = row.state != IndicatorState.IRRELEVANT
        is_done = row.state == IndicatorState.COMPLETE
        points = row.points if is_required else 0.0
        covered = row.covered_points if is_required else 0.0
        yield _entry(
            row,
            title=row.question,
            place=row.code,
            is_required=is_required,
            is_done=is_done,
            counts=((covered, points), (float(is_done), float(is_required))),
        )


def _documents(rows: pd.DataFrame) -> Iterator[Entry]:
    wanted = ["evidence_id", "code", "title", "period", "pic", "due_on", "url", "origin", "area_no"]
    judged = ["state", "is_irrelevant", "is_complete", "is_overdue", "days_late"]
    for row in _read(rows, wanted + judged):
        required = float(not row.is_irrelevant)
        is_verified = row.state == EvidenceStatus.VERIFIED
        yield _entry(
            row,
            identifier=row.evidence_id,
            place=row.code,
            is_required=not row.is_irrelevant,
            is_done=bool(row.is_complete),
            is_late=bool(row.is_overdue),
            counts=((float(row.is_complete), required), (float(is_verified), required)),
        )


def _recommendations(rows: pd.DataFrame) -> Iterator[Entry]:
    wanted = ["recommendation_id", "area_no", "code", "recommendation", "period", "pic", "due_on"]
    judged = ["url", "origin", "state", "is_required", "is_done", "is_overdue", "days_late"]
    for row in _read(rows, wanted + judged):
        yield _entry(
            row,
            identifier=row.recommendation_id,
            title=row.recommendation,
            place=row.area_no,
            is_monev=True,
            is_required=bool(row.is_required),
            is_done=bool(row.is_done),
            is_late=bool(row.is_overdue),
            counts=((float(row.is_done), float(row.is_required)),),
        )


def _reports(rows: pd.DataFrame) -> Iterator[Entry]:
    wanted = ["area_no", "year", "quarter", "due_on", "days_late", "url", "origin", "state"]
    for row in _read(rows, [*wanted, "is_due", "is_submitted", "is_on_time"]):
        due = float(row.is_due)
        is_in = bool(row.is_submitted)
        yield _entry(
            row,
            title=quarter_name(int(row.year), int(row.quarter)),
            place=(row.area_no, row.year, row.quarter),
            is_required=row.state != SpipState.NOT_REQUIRED,
            is_done=is_in,
            is_late=row.state == SpipState.MISSING,
            counts=((float(is_in), due), (float(row.is_on_time), due)),
        )


def _read(rows: pd.DataFrame, names: Sequence[str]) -> Iterator[Any]:
    """One record per row with these columns, a missing cell as None.

    As `records`, which turns the whole table first: here a comparison spends its time.
    """
    record = namedtuple("record", names)  # type: ignore[misc]  # columns are data
    columns = (plain_cells(rows[name]) for name in names)
    return starmap(record, zip(*columns, strict=True))


def _entry(row: Any, *, counts: tuple[Count, ...], is_monev: bool = False, **known: Any) -> Entry:
    """An entry from what its sort says of it (`known`) and the columns that all sorts share."""
    written = known.pop("identifier", None)
    identifier = (normalise(written) or None) if written else None
    title = known.pop("title", None) or getattr(row, "title", None)
    shared: dict[str, Any] = {name: getattr(row, name, None) for name in _SHARED}
    said = (*shared.values(), title, known["place"], counts, known["is_required"])
    return Entry(
        identifier=identifier,
        name=normalise(title),
        span=_span(shared["period"], is_monev=is_monev),
        title=title,
        days_late=getattr(row, "days_late", None),
        origin=row.origin,
        is_late=known.pop("is_late", False),
        counts=counts,
        levels=tuple(done / whole if whole else 0.0 for done, whole in counts),
        content=tuple(map(str, said)),
        **shared,
        **known,
    )


def _span(written: str | None, *, is_monev: bool) -> Hashable:
    """A period as it is matched: however it is written where it can be read."""
    if written is None:
        return ""
    return parse_period(written, monev=is_monev) or normalise(written)
