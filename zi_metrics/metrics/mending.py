"""How much mending one row would change the percentage of its area.

What a cell will hold once it is mended nobody knows. The effect is told for the best that it can
be: a status nobody can read turns out to be a complete one, a missing reason is written. Of other
faults none is told, for they have none or it cannot be known: a row without a valid code belongs to
no indicator, a report without a quarter to none. An answer that cannot be scored is among them: it
changes no percentage, and how many points hang on it stands in its own sentence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import compress
from typing import NamedTuple

import pandas as pd

from zi_metrics.lke import Aspect
from zi_metrics.metrics.completeness import indicator_completeness
from zi_metrics.metrics.follow_up import follow_ups
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import ORIGIN
from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus


class Mended(StrEnum):
    """What is mended in a row; the value is the column of its cell."""

    STATUS = "status"
    """A status nobody can read turns out to be Tersedia, or Selesai."""
    REASON = "reason"
    """A reason is written, so that the row is out of denominators."""


class Measure(StrEnum):
    """The figure of an area that changes."""

    WEIGHTED = "kelengkapan_berbobot"
    WEIGHTED_REFORM = "kelengkapan_berbobot_reform"
    FOLLOW_UP = "tindak_lanjut"


@dataclass(frozen=True)
class Effect:
    """A figure of an area before and after one row is mended, all else left as it is.

    area_no: None for recommendations without an area.
    """

    area_no: int | None
    measure: Measure
    mended: Mended
    before: Ratio
    after: Ratio

    @property
    def change(self) -> float:
        """Difference of the two shares; 0 where nothing would be left to count."""
        return change(self.after, self.before) or 0.0


Place = tuple[str, str]
"""Tab and cell, as a problem names them."""


def effects(snapshot: Snapshot) -> Mapping[Place, Effect]:
    """The effect of mending each row that does not count for its status or its missing reason.

    All problems of one place share the effect of its row. A place that two rows share has none:
    nobody could tell which of them is meant.
    """
    found = [*_of_evidence(snapshot), *_of_recommendations(snapshot)]
    times = Counter(place for place, _ in found)
    return {place: effect for place, effect in found if times[place] == 1}


class _Counts(NamedTuple):
    """What the documents of one indicator add up to."""

    code: str
    area_no: int
    aspect: str
    points: float
    listed_count: int
    required_count: int
    complete_count: int


def _of_evidence(snapshot: Snapshot) -> Iterator[tuple[Place, Effect]]:
    if EVIDENCE.name in snapshot.unreadable:
        return
    documents = snapshot.evidence[snapshot.evidence["is_counted"]]
    effect_of = _weighing(indicator_completeness(snapshot.indicators, documents))
    state, book = documents["state"], snapshot.provenance.book
    no_reason = (state == EvidenceStatus.IRRELEVANT) & ~documents["is_irrelevant"]
    lost = {Mended.STATUS: state == EvidenceStatus.UNRECOGNISED, Mended.REASON: no_reason}
    for mended, wrong in lost.items():
        rows = documents.loc[wrong, ["code", ORIGIN]]
        for code, origin in zip(rows["code"], rows[ORIGIN], strict=True):
            yield (EVIDENCE.tab, book.cell(origin, mended)), effect_of(code, mended)


def _weighing(indicators: pd.DataFrame) -> Callable[[str, Mended], Effect]:
    """The effect of mending one document of an indicator; indicators: of both aspects."""
    counts = [_Counts(*row) for row in records(indicators[list(_Counts._fields)])]
    by_code = {each.code: each for each in counts}
    groups: dict[tuple[int, str], list[_Counts]] = defaultdict(list)
    for each in counts:
        groups[each.area_no, each.aspect].append(each)

    @cache
    def effect(code: str, mended: Mended) -> Effect:
        indicator = by_code[code]
        group = groups[indicator.area_no, indicator.aspect]
        is_reform = indicator.aspect == Aspect.REFORM
        after = [_mended(each, mended) if each is indicator else each for each in group]
        return Effect(
            area_no=indicator.area_no,
            measure=Measure.WEIGHTED_REFORM if is_reform else Measure.WEIGHTED,
            mended=mended,
            before=_weighted(group),
            after=_weighted(after),
        )

    return effect


def _mended(indicator: _Counts, mended: Mended) -> _Counts:
    if mended is Mended.STATUS:
        return indicator._replace(complete_count=indicator.complete_count + 1)
    return indicator._replace(required_count=indicator.required_count - 1)


def _weighted(group: Iterable[_Counts]) -> Ratio:
    """Kelengkapan berbobot of some indicators: see `metrics.completeness`."""
    relevant = [each for each in group if each.required_count or not each.listed_count]
    covered = (
        each.points * (each.complete_count / each.required_count)
        for each in relevant
        if each.required_count
    )
    return Ratio(math.fsum(covered), math.fsum(each.points for each in relevant))


def _of_recommendations(snapshot: Snapshot) -> Iterator[tuple[Place, Effect]]:
    rows, book = follow_ups(snapshot.recommendations, snapshot.as_of), snapshot.provenance.book
    area_of = [None if pd.isna(area) else int(area) for area in rows["area_no"]]
    required = Counter(compress(area_of, rows["is_required"]))
    done = Counter(compress(area_of, rows["is_done"]))
    closes_later = snapshot.recommendations["closed_on"] > pd.Timestamp(snapshot.as_of)
    unread = (rows["state"] == FollowUpStatus.UNRECOGNISED) & ~closes_later.reindex(rows.index)
    no_reason = (rows["state"] == FollowUpStatus.IMPOSSIBLE) & ~rows["is_dropped"]
    for mended, wrong in {Mended.STATUS: unread, Mended.REASON: no_reason}.items():
        for area, origin in compress(zip(area_of, rows[ORIGIN], strict=True), wrong):
            before = Ratio(done[area], required[area])
            more, fewer = (1, 0) if mended is Mended.STATUS else (0, 1)
            after = Ratio(done[area] + more, required[area] - fewer)
            place = (RECOMMENDATIONS.tab, book.cell(origin, mended))
            yield place, Effect(area, Measure.FOLLOW_UP, mended, before, after)
