"""What happens to every document of evidence, day by day; all snapshots tell the same life."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from scripts.sample.deadlines import earliest_on, is_afterwards, is_vague, turn, year_of
from scripts.sample.story import (
    AS_OF_DATES,
    COMPLETE_ROWS,
    VERIFICATION_ROUNDS,
    VERIFIED_SHARE,
    YEAR,
    chance,
)
from scripts.sample.workdays import any_workday, workday_until
from zi_metrics.tables.vocabularies import COMPLETE_STATUSES, EvidenceStatus

_FIRST_DAY = date(2025, 1, 6)
_BEYOND = date(2026, 5, 29)
_FAULTS = (
    "Belum ditandatangani pimpinan.",
    "Tanggal surat di luar tahun penilaian.",
    "Lampiran belum lengkap.",
    "Foto kegiatan belum disertai notula dan daftar hadir.",
    "Isi belum menjawab pertanyaan indikator.",
    "Hasil pindai tidak terbaca.",
)


class Event(NamedTuple):
    """A status as entered on a day; `words` are its reason or the checker's note."""

    on: date
    status: str
    words: str | None = None


Life = list[Event]


def event_by(life: Life, day: date) -> Event | None:
    """The last thing that happened by the end of a day."""
    return next((event for event in reversed(life) if event.on <= day), None)


def timelines(listed: pd.DataFrame) -> dict[str, Life]:
    """A life for every row of the unit's list: as scripted, else as its area gets on."""
    lives = scripted()
    turns = listed["code"].map(turn)
    listed = listed.assign(first_turn=turns.groupby(listed["title"]).transform("min"))
    for area_no, rows in listed.groupby("area_no"):
        told = [lives[name] for name in rows["evidence_id"] if name in lives]
        free = rows.loc[~rows["evidence_id"].isin(list(lives))]
        lives |= _lives_of_area(int(area_no), list(free.itertuples(index=False)), told)
    return lives


@lru_cache
def _script() -> pd.DataFrame:
    path = Path(__file__).with_name("scripted.csv")
    return pd.read_csv(path, dtype="str", keep_default_na=False)


def scripted() -> dict[str, Life]:
    """The lives that the story needs word for word."""
    lives: dict[str, Life] = defaultdict(list)
    for name, day, status, words in _script().itertuples(index=False):
        lives[name].append(Event(date.fromisoformat(day), status, words or None))
    return dict(lives)


def _lives_of_area(area_no: int, rows: list[Any], told: list[Life]) -> dict[str, Life]:
    """Complete as many rows in each stretch as the story wants, first those whose turn it is."""
    waiting = sorted(rows, key=lambda row: (_rank(row), row.evidence_id))
    lives: dict[str, Life] = {}
    stretches = pairwise([_FIRST_DAY - timedelta(days=1), *AS_OF_DATES])
    for (before, until), wanted in zip(stretches, COMPLETE_ROWS[area_no], strict=True):
        missing = wanted - _complete_count(told, until) - len(lives)
        ready = [row for row in waiting if earliest_on(row.period) <= until][: max(missing, 0)]
        lives |= {row.evidence_id: _life(row, before, until) for row in ready}
        waiting = [row for row in waiting if row.evidence_id not in lives]
    for row in waiting:
        lives[row.evidence_id] = _life(row, AS_OF_DATES[-1], _BEYOND)
    return lives


def _complete_count(lives: list[Life], day: date) -> int:
    events = (event_by(life, day) for life in lives)
    return sum(event is not None and event.status in COMPLETE_STATUSES for event in events)


def _rank(row: Any) -> float:
    """By the year in the title, then by when the document is first needed; the vague ones last."""
    if (year := year_of(row.period)) is not None:
        return float(year - YEAR - 1)
    own = 0.15 * chance(f"urutan/{row.evidence_id}").random()
    if is_vague(row.title) or is_afterwards(row.title):
        return turn(row.code) + own + (1.0 if is_vague(row.title) else 0.4)
    return float(row.first_turn) + own


def _life(row: Any, before: date, until: date) -> Life:
    """Draft, perhaps sent back once, complete between two days, perhaps verified in a round."""
    luck = chance(f"riwayat/{row.evidence_id}")
    first = max(before + timedelta(days=1), earliest_on(row.period))
    there = any_workday(first, workday_until(until), luck)
    begun = max(there - timedelta(days=luck.randrange(10, 70)), _FIRST_DAY)
    life = [Event(workday_until(begun), EvidenceStatus.IN_DRAFT)] if begun < there else []
    if (there - begun).days >= 24 and luck.random() < 0.22:
        back = workday_until(begun + (there - begun) * 0.6)
        fault = _FAULTS[luck.randrange(len(_FAULTS))]
        life.append(Event(back, EvidenceStatus.TO_REVISE, fault))
    life.append(Event(there, EvidenceStatus.AVAILABLE))
    for day in VERIFICATION_ROUNDS:
        is_passed = luck.random() < VERIFIED_SHARE[row.area_no]
        if is_passed and day >= there + timedelta(days=5):
            return [*life, Event(day, EvidenceStatus.VERIFIED)]
    return life
