"""What holds of a comparison whatever two people write, and in whatever order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.builders import unit
from zi_metrics.lke import Aspect
from zi_metrics.metrics.change_entries import entries_of
from zi_metrics.metrics.change_matching import paired
from zi_metrics.metrics.changes import (
    MEASURES_OF,
    ChangeKind,
    Changes,
    ItemKind,
    Measure,
    changes,
)
from zi_metrics.metrics.summary import Items, figures, items_of

bounded = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
fewer = settings(bounded, max_examples=8)
"""Where one more example costs the most: what takes time is to read the rows of a side."""
Rows = list[dict[str, Any]]
Tables = Mapping[str, Rows]
DAYS = st.sampled_from([date(2025, *day) for day in ((1, 2), (4, 9), (4, 11), (7, 11), (12, 31))])
MAYBE_DAY = st.none() | DAYS
CODES = st.sampled_from(["A.I.1.i.a", "A.I.1.i.a", "A.I.1.i.b", "A.I.6.v.a", "A.II.1.ii", "Z"])
REASON = st.sampled_from([None, "Bukan tugas unit"])
TITLES = st.none() | st.sampled_from(
    ["SK Tim", "sk  tim", "Laporan Juni", "Laporan Juli", "Laporan evaluasi", "Laporan evaluasii"]
)
COUNT = st.none() | st.integers(0, 4)


def rows_of(most: int = 8, **cells: st.SearchStrategy[Any]) -> st.SearchStrategy[Rows]:
    return st.lists(st.fixed_dictionaries(cells), max_size=most)


DOCUMENTS = rows_of(
    evidence_id=st.sampled_from([None, None, "D1", "D2", "d2 ", "D3"]),
    code=CODES,
    title=TITLES,
    period=st.sampled_from([None, "2025", "Tahun 2025", "2024", "entah"]),
    status=st.sampled_from(["Tersedia", "OK", "Disusun", "x", None, "N/A", "Revisi"]),
    reason=REASON,
    due_on=MAYBE_DAY,
)
FOLLOW_UPS = rows_of(
    recommendation_id=st.sampled_from([None, None, "M1", "M2"]),
    area_no=st.none() | st.integers(0, 7),
    code=st.sampled_from([None, None, "A.I.1.i.a", "A.II.1.ii"]),
    period=st.sampled_from([None, "Juni 2025", "Semester I 2025", "2024"]),
    recommendation=st.sampled_from(["Lengkapi SK", "lengkapi  sk", "Unggah notula", None]),
    status=st.sampled_from(["Selesai", "Belum", "TDTL", "x", None]),
    reason=REASON,
    raised_on=MAYBE_DAY,
    due_on=MAYBE_DAY,
    closed_on=MAYBE_DAY,
)
REPORTS = rows_of(
    year=st.sampled_from([2025, 2025, 2025, 2024]),
    quarter=st.sampled_from([1, 1, 2, 4, 5]),
    area_no=st.sampled_from([0, 1, 1, 6, 7]),
    required=st.sampled_from([None, "Ya", "Tidak"]),
    submitted_on=MAYBE_DAY,
)
TABLES = st.fixed_dictionaries(
    {"documents": DOCUMENTS, "recommendations": FOLLOW_UPS, "spip": REPORTS}
)
YEARS = st.sampled_from(["2025", "2025", "2024"])
SIDE = st.tuples(TABLES, DAYS, YEARS)
Side = tuple[Tables, date, str]
ASPECTS = st.sampled_from(list(Aspect))


def items(side: Side, aspect: Aspect = Aspect.FULFILMENT) -> Items:
    tables, as_of, year = side
    snapshot = unit(**tables, settings={"Tahun penilaian": year}, as_of=as_of)
    return items_of(snapshot).of_aspect(aspect)


def groups(before: Items, after: Items) -> list[tuple[Items, Items]]:
    """The unit, areas with rows and without, and what has no area."""
    areas: list[int | None] = [1, 2, 6, None]
    return [(before, after), *((before.of_area(area), after.of_area(area)) for area in areas)]


def told(compared: Changes) -> pd.DataFrame:
    """All that a comparison says but where rows stand, in an order of its own."""
    rows = compared.items.drop(columns="origin").astype(object)
    texts = rows.where(rows.notna(), "").map(str)
    return texts.sort_values(list(texts.columns), ignore_index=True)


@bounded
@given(SIDE, SIDE, ASPECTS)
def test_parts_add_up_to_the_difference_of_every_measure_of_the_unit_and_each_area(
    one: Side, other: Side, aspect: Aspect
) -> None:
    for before, after in groups(items(one, aspect), items(other, aspect)):
        compared, then, now = changes(before, after), figures(before), figures(after)
        for measure, found in compared.reconciliations.items():
            assert found.before == then.ratio(measure)
            assert found.after == now.ratio(measure)
            if found.difference is None:
                assert None in (found.before.share, found.after.share)
                assert found.parts["part"].isna().all()
                assert found.by_kind() == found.by_area() == {}
                continue
            for sums in (found.by_kind(), found.by_area()):
                assert math.fsum(sums.values()) == pytest.approx(found.difference, abs=1e-12)
            assert found.parts["part"].sum() == pytest.approx(found.difference, abs=1e-12)


@bounded
@given(SIDE, SIDE, ASPECTS)
def test_counts_of_the_parts_lead_from_one_percentage_to_the_other(
    one: Side, other: Side, aspect: Aspect
) -> None:
    compared = changes(items(one, aspect), items(other, aspect))
    for found in compared.reconciliations.values():
        moved = found.parts[["n_before", "d_before", "n_after", "d_after"]].sum()
        n = found.before.numerator - moved["n_before"] + moved["n_after"]
        d = found.before.denominator - moved["d_before"] + moved["d_after"]
        assert n == pytest.approx(found.after.numerator, abs=1e-9)
        assert d == pytest.approx(found.after.denominator, abs=1e-9)


@fewer
@given(SIDE, ASPECTS)
def test_snapshot_compared_with_itself_has_no_items(side: Side, aspect: Aspect) -> None:
    read = items(side, aspect)
    for one, other in groups(read, read):
        compared = changes(one, other)
        assert compared.items.empty
        assert all(not found.difference for found in compared.reconciliations.values())
        assert all(found.parts.empty for found in compared.reconciliations.values())


@bounded
@given(SIDE, SIDE)
def test_every_item_of_both_sides_is_accounted_for_exactly_once(one: Side, other: Side) -> None:
    before, after = items(one), items(other)
    earlier, later = entries_of(before), entries_of(after)
    compared = changes(before, after)
    for item in ItemKind:
        pairs = paired(earlier[item], later[item])
        assert Counter(pair[0] for pair in pairs if pair[0]) == Counter(earlier[item])
        assert Counter(pair[1] for pair in pairs if pair[1]) == Counter(later[item])
        rows = compared.items[compared.items["item"] == item]
        is_added, is_removed = rows["kind"] == ChangeKind.ADDED, rows["kind"] == ChangeKind.REMOVED
        grown = len(later[item]) - len(earlier[item])
        assert is_added.sum() - is_removed.sum() == grown
        assert (rows["state_before"].isna() == is_added).all()
        assert (rows["state"].isna() == is_removed).all()


@fewer
@given(SIDE, SIDE, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(one: Side, other: Side, chance: Any) -> None:
    mixed: list[Side] = []
    for tables, as_of, year in (one, other):
        shuffled = {name: list(rows) for name, rows in tables.items()}
        for rows in shuffled.values():
            chance.shuffle(rows)
        mixed.append((shuffled, as_of, year))
    straight, turned = (changes(items(a), items(b)) for a, b in ((one, other), mixed))
    pd.testing.assert_frame_equal(told(straight), told(turned))
    for measure in Measure:
        sums = [each.reconciliations[measure].by_kind() for each in (straight, turned)]
        assert sums[0] == pytest.approx(sums[1], abs=1e-12)


@bounded
@given(SIDE, SIDE)
def test_kinds_say_what_states_and_counts_say(one: Side, other: Side) -> None:
    compared = changes(items(one), items(other))
    for row in compared.items.itertuples():
        assert row.kind in row.kinds
        assert list(row.kinds) == [kind for kind in ChangeKind if kind in row.kinds]
        assert (ChangeKind.ADDED in row.kinds) == (row.kind == ChangeKind.ADDED)
        assert (ChangeKind.NEWLY_LATE in row.kinds) <= pd.notna(row.days_late)
        is_closing = row.item in (ItemKind.RECOMMENDATION, ItemKind.SPIP_REPORT)
        assert ChangeKind.NEWLY_COMPLETE not in row.kinds or not is_closing
        assert ChangeKind.NEWLY_CLOSED not in row.kinds or is_closing
    for found in compared.reconciliations.values():
        for row in found.parts.itertuples():
            assert found.measure in MEASURES_OF[ItemKind(row.item)]
            was, now = (row.n_before, row.d_before), (row.n_after, row.d_after)
            assert was != now


@bounded
@given(SIDE, SIDE, st.sampled_from(["evidence", "recommendations", "spip_reports"]), st.booleans())
def test_table_that_one_side_could_not_read_is_not_compared(
    one: Side, other: Side, table: str, is_earlier: bool
) -> None:
    sides = [items(one), items(other)]
    sides[not is_earlier] = without(sides[not is_earlier], table)
    compared = changes(*sides)
    lost = {
        "evidence": {ItemKind.INDICATOR, ItemKind.EVIDENCE},
        "recommendations": {ItemKind.RECOMMENDATION},
        "spip_reports": {ItemKind.SPIP_REPORT},
    }[table]
    assert compared.unreadable == {table}
    assert not set(compared.items["item"]) & {str(item) for item in lost}
    for item in lost:
        for measure in MEASURES_OF[item]:
            assert compared.reconciliations[measure].difference is None
            assert compared.reconciliations[measure].parts.empty


def without(side: Items, table: str) -> Items:
    """The items when a table could not be read: it has no rows then."""
    emptied = {
        "evidence": {"indicators": side.indicators.iloc[:0], "evidence": side.evidence.iloc[:0]},
        "recommendations": {"follow_ups": side.follow_ups.iloc[:0]},
        "spip_reports": {"spip": side.spip.iloc[:0]},
    }[table]
    return replace(side, unreadable=frozenset({table}), **emptied)
