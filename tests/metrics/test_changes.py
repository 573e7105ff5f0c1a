"""What became different between two snapshots, item by item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.metrics.builders import document, unit
from zi_metrics.lke import Aspect
from zi_metrics.metrics.change_selection import (
    ChangeSelection,
    counts,
    select_changes,
    to_explain,
)
from zi_metrics.metrics.changes import ChangeKind, Changes, ItemKind, Measure, changes
from zi_metrics.metrics.summary import Items, items_of

CODE, SAME_AREA, OTHER_AREA = "A.I.1.i.a", "A.I.1.i.b", "A.I.2.i.b"
MARCH, JUNE = date(2025, 3, 31), date(2025, 6, 30)
Row = dict[str, Any]


def side(as_of: date = JUNE, **tables: Any) -> Items:
    return items_of(unit(as_of=as_of, **tables)).of_aspect(Aspect.FULFILMENT)


def documents(before: list[Row], after: list[Row]) -> Changes:
    return changes(side(MARCH, documents=before), side(documents=after))


def recommendations(before: list[Row], after: list[Row]) -> Changes:
    return changes(side(MARCH, recommendations=before), side(recommendations=after))


def reports(before: list[Row], after: list[Row], first: date, last: date) -> Changes:
    return changes(side(first, spip=before), side(last, spip=after))


def told(found: Changes, item: ItemKind = ItemKind.EVIDENCE) -> list[tuple[str, ...]]:
    """Title and all kinds of each item of one sort."""
    rows = found.items[found.items["item"] == item]
    return [
        (title, *map(str, kinds)) for title, kinds in zip(rows["title"], rows["kinds"], strict=True)
    ]


def parts(found: Changes, measure: Measure) -> dict[ChangeKind, float]:
    return found.reconciliations[measure].by_kind()


def one(status: str | None, **rest: Any) -> Row:
    return document(status=status, **{"code": CODE, "title": "SK Tim", "evidence_id": "D1"} | rest)


def two(status: str | None, **rest: Any) -> Row:
    return document(status=status, **{"code": CODE, "title": "Notula", "evidence_id": "D2"} | rest)


def test_document_that_became_complete_accounts_for_the_whole_difference() -> None:
    found = documents([one("Tersedia"), two("Belum ada")], [one("Tersedia"), two("Tersedia")])
    assert told(found) == [("Notula", "baru lengkap")]
    (row,) = found.items[found.items["item"] == ItemKind.EVIDENCE].itertuples()
    assert (row.state_before, row.state) == ("Belum ada", "Tersedia")
    assert (row.measure, row.part) == (Measure.EVIDENCE, 0.5)
    assert parts(found, Measure.EVIDENCE) == {ChangeKind.NEWLY_COMPLETE: 0.5}
    assert found.reconciliations[Measure.EVIDENCE].difference == 0.5


def test_indicator_carries_the_weighted_completeness() -> None:
    found = documents([one("Tersedia"), two("Belum ada")], [one("Tersedia"), two("Tersedia")])
    (row,) = found.items[found.items["item"] == ItemKind.INDICATOR].itertuples()
    assert (row.code, row.kind) == (CODE, ChangeKind.NEWLY_COMPLETE)
    assert (row.state_before, row.state) == ("sebagian", "lengkap")
    weighted = found.reconciliations[Measure.WEIGHTED]
    assert row.part == weighted.difference
    assert weighted.by_area() == {1: weighted.difference}
    (counted,) = weighted.parts.itertuples()
    assert counted.n_after == 2 * counted.n_before
    assert counted.d_after == counted.d_before


def test_more_documents_of_an_indicator_without_all_of_them_is_an_advance() -> None:
    third = document(CODE, "Disusun", title="Foto rapat", evidence_id="D3")
    found = documents([one("Tersedia"), two(None), third], [one("OK"), two("Ada"), third])
    assert [row[1:] for row in told(found, ItemKind.INDICATOR)] == [("maju",)]


def test_document_no_longer_complete_went_back() -> None:
    found = documents([one("Tersedia"), two("OK")], [one("Tersedia"), two("Revisi")])
    assert told(found) == [("Notula", "mundur")]
    assert parts(found, Measure.EVIDENCE) == {ChangeKind.REGRESSED: -0.5}


def test_verification_won_is_an_advance_and_lost_a_step_back() -> None:
    won = documents([one("Tersedia")], [one("Terverifikasi")])
    lost = documents([one("Terverifikasi")], [one("Tersedia")])
    assert [told(won), told(lost)] == [[("SK Tim", "maju")], [("SK Tim", "mundur")]]
    (row,) = lost.items.itertuples()
    assert (row.measure, row.part) == (Measure.VERIFICATION, -1.0)
    assert parts(lost, Measure.EVIDENCE) == {}


def test_added_document_that_is_missing_lowers_the_percentage_by_its_denominator() -> None:
    found = documents([one("Tersedia")], [one("Tersedia"), two("Belum ada")])
    assert told(found) == [("Notula", "ditambahkan")]
    assert parts(found, Measure.EVIDENCE) == {ChangeKind.ADDED: -0.5}
    assert found.items["state_before"].isna().tolist() == [False, True]


def test_what_is_added_complete_or_late_says_so_too_but_is_told_as_added() -> None:
    late = two("Belum ada", due_on=date(2025, 4, 1))
    found = documents([], [one("Tersedia"), late])
    assert told(found) == [
        ("Notula", "baru terlambat", "ditambahkan"),
        ("SK Tim", "baru lengkap", "ditambahkan"),
    ]
    assert set(found.items.loc[found.items["item"] == ItemKind.EVIDENCE, "kind"]) == {"ditambahkan"}


def test_removed_document_keeps_its_words_and_opens_no_cell() -> None:
    found = documents([one("Tersedia"), two("Belum ada", pic="Sari")], [one("Tersedia")])
    (row,) = found.items[found.items["item"] == ItemKind.EVIDENCE].itertuples()
    assert (row.title, row.kind, row.pic) == ("Notula", ChangeKind.REMOVED, "Sari")
    assert row.state_before == "Belum ada"
    assert [row.state, row.origin] == [pytest.approx(float("nan"), nan_ok=True)] * 2
    assert parts(found, Measure.EVIDENCE) == {ChangeKind.REMOVED: 0.5}


def test_document_that_became_irrelevant_with_a_reason_leaves_the_denominator() -> None:
    gone = two("Tidak relevan", reason="Bukan tugas unit")
    found = documents([one("Tersedia"), two("Belum ada")], [one("Tersedia"), gone])
    assert told(found) == [("Notula", "berubah status")]
    # (0 - 1/2 x -1) / 1
    assert parts(found, Measure.EVIDENCE) == {ChangeKind.RESTATED: 0.5}


def test_reason_written_later_changes_the_counts_though_not_the_status() -> None:
    reasoned = two("Tidak relevan", reason="Bukan tugas unit")
    found = documents([one("OK"), two("Tidak relevan")], [one("OK"), reasoned])
    assert told(found) == [("Notula", "berubah status")]
    (row,) = found.items[found.items["title"] == "Notula"].itertuples()
    assert (row.is_required_before, row.is_required) == (True, False)


def test_days_that_pass_make_a_document_late() -> None:
    found = documents([one(None, due_on=date(2025, 5, 1))], [one(None, due_on=date(2025, 5, 1))])
    assert told(found) == [("SK Tim", "baru terlambat")]
    assert found.items["days_late"].tolist() == [60]
    assert parts(found, Measure.EVIDENCE) == {}


def test_document_can_be_reworded_and_late_and_is_told_by_what_comes_first() -> None:
    renamed = one(None, due_on=date(2025, 5, 1), title="Keputusan Tim")
    found = documents([one(None, due_on=date(2025, 5, 1))], [renamed])
    assert told(found) == [("Keputusan Tim", "baru terlambat", "berubah bunyi")]
    assert found.items["title_before"].tolist() == ["SK Tim"]
    assert found.items["kind"].tolist() == ["baru terlambat"]


def test_change_is_told_by_what_moved_its_counts() -> None:
    gone = one("Tidak relevan", reason="Bukan tugas unit", title="Keputusan Tim")
    found = documents([one("Belum ada"), two("OK")], [gone, two("OK")])
    rows = found.items[found.items["item"] == ItemKind.EVIDENCE]
    assert rows["kinds"].tolist() == [(ChangeKind.REWORDED, ChangeKind.RESTATED)]
    assert rows["kind"].tolist() == ["berubah status"]


@pytest.mark.parametrize(("before", "after"), [(None, "D1"), ("D1", None)])
def test_document_whose_id_was_given_or_taken_away_is_the_same(
    before: str | None, after: str | None
) -> None:
    found = documents(
        [one("Belum ada", evidence_id=before), two("OK", evidence_id=before and "D2")],
        [one("Tersedia", evidence_id=after), two("OK", evidence_id=after and "D2")],
    )
    assert told(found) == [("SK Tim", "baru lengkap")]


def test_ids_that_differ_are_two_documents_however_alike() -> None:
    found = documents([one("OK")], [one("OK", evidence_id="D9")])
    assert sorted(told(found)) == [
        ("SK Tim", "baru lengkap", "ditambahkan"),
        ("SK Tim", "dihapus"),
    ]


def test_nearly_the_same_title_without_id_was_reworded() -> None:
    was, now = "Laporan evalusi pelayanan", "Laporan evaluasi pelayanan"
    found = documents(
        [document(CODE, "Belum ada", title=was)], [document(CODE, "Tersedia", title=now)]
    )
    assert told(found) == [(now, "baru lengkap", "berubah bunyi")]


def test_same_words_in_another_order_were_reworded_and_the_closest_is_taken() -> None:
    before = [document(CODE, "OK", title="Rapat tim notula")]
    after = [document(CODE, "OK", title=title) for title in ("Notula rapat tim", "Rapat tim notul")]
    found = documents(before, after)
    assert told(found) == [
        ("Rapat tim notul", "baru lengkap", "ditambahkan"),
        ("Notula rapat tim", "berubah bunyi"),
    ]


@pytest.mark.parametrize(
    ("was", "now"), [("Laporan Juni", "Laporan Juli"), ("Foto 1", "Foto 2"), ("SK", "Foto")]
)
def test_parts_of_a_series_and_other_words_are_other_documents(was: str, now: str) -> None:
    found = documents([document(CODE, "OK", title=was)], [document(CODE, "OK", title=now)])
    assert sorted(told(found)) == sorted([(now, "baru lengkap", "ditambahkan"), (was, "dihapus")])


def test_alike_titles_of_other_periods_or_indicators_are_other_documents() -> None:
    before = [document(CODE, "OK", title="Laporan evaluasi", period="2024")]
    for place in ({"period": "2025"}, {"code": SAME_AREA, "period": "2024"}):
        after = [document(**{"code": CODE, "status": "OK", "title": "Laporan evaluasii"} | place)]
        assert {row[-1] for row in told(documents(before, after))} == {"ditambahkan", "dihapus"}


def test_title_and_period_written_otherwise_are_no_change() -> None:
    found = documents(
        [document(CODE, "OK", title="SK  TIM", period="TW II 2025")],
        [document(CODE, "OK", title="sk tim", period="Triwulan II 2025")],
    )
    assert found.items.empty


def test_every_row_of_a_repeated_id_counts_whatever_their_order() -> None:
    rows = [one("Tersedia"), one("Belum ada", title="Lampiran"), one("Belum ada")]
    assert documents(rows, rows[::-1]).items.empty
    found = documents(rows, [one("Belum ada"), one("Tersedia", title="Lampiran"), one("Tersedia")])
    assert told(found) == [("Lampiran", "baru lengkap")]
    assert told(documents(rows, rows[:2])) == [("SK Tim", "dihapus")]


def test_document_moved_within_its_area_is_told_with_its_place_before() -> None:
    found = documents([one("OK")], [one("OK", code=SAME_AREA)])
    assert told(found) == [("SK Tim", "berpindah")]
    row = found.items[found.items["item"] == ItemKind.EVIDENCE].iloc[0]
    assert (row["code_before"], row["code"]) == (CODE, SAME_AREA)
    # one indicator lost its only document, the other got it
    assert [row[1:] for row in told(found, ItemKind.INDICATOR)] == [("baru lengkap",), ("mundur",)]


def test_document_moved_to_another_area_is_gone_in_one_and_new_in_the_other() -> None:
    before = side(MARCH, documents=[one("OK"), two("OK")])
    after = side(documents=[one("OK", code=OTHER_AREA), two("OK")])
    assert told(changes(before, after)) == [("SK Tim", "berpindah")]
    assert parts(changes(before, after), Measure.EVIDENCE) == {}
    gone, new = (changes(before.of_area(area), after.of_area(area)) for area in (1, 2))
    assert told(gone) == [("SK Tim", "dihapus")]
    assert told(new) == [("SK Tim", "baru lengkap", "ditambahkan")]


def test_recommendation_done_since_is_newly_closed() -> None:
    found = recommendations(
        [{"status": "Proses"}, {"recommendation": "Unggah"}],
        [{"status": "Selesai"}, {"recommendation": "Unggah"}],
    )
    assert told(found, ItemKind.RECOMMENDATION) == [("Lengkapi SK", "baru selesai")]
    assert parts(found, Measure.FOLLOW_UP) == {ChangeKind.NEWLY_CLOSED: 0.5}


def test_recommendation_dropped_with_a_reason_leaves_the_denominator() -> None:
    dropped = {"status": "TDTL", "reason": "Bukan wewenang"}
    found = recommendations(
        [{}, {"recommendation": "Unggah", "status": "Selesai"}],
        [dropped, {"recommendation": "Unggah", "status": "Selesai"}],
    )
    assert told(found, ItemKind.RECOMMENDATION) == [("Lengkapi SK", "berubah status")]
    assert parts(found, Measure.FOLLOW_UP) == {ChangeKind.RESTATED: 0.5}


def test_recommendation_is_known_by_area_text_and_period() -> None:
    found = recommendations(
        [{"period": "Juni 2025"}], [{"period": "Semester I 2025", "code": CODE}]
    )
    assert found.items.empty
    moved = recommendations([{"area_no": 1}], [{"area_no": 2}])
    assert {row[-1] for row in told(moved, ItemKind.RECOMMENDATION)} == {"ditambahkan", "dihapus"}


def test_recommendation_without_area_is_compared_too() -> None:
    found = recommendations([{"area_no": None}], [{"area_no": None, "status": "Selesai"}])
    assert found.reconciliations[Measure.FOLLOW_UP].by_area() == {None: 1.0}


@pytest.mark.parametrize(
    ("row", "as_of", "kinds", "part"),
    [
        ({"submitted_on": date(2025, 4, 8)}, date(2025, 4, 8), ("baru selesai",), None),
        ({"submitted_on": date(2025, 4, 30)}, date(2025, 5, 1), ("baru selesai",), None),
        ({}, date(2025, 4, 11), ("baru terlambat",), None),
        ({"required": "Tidak"}, date(2025, 4, 11), ("berubah status",), None),
    ],
)
def test_report_that_was_not_due_came_in_is_missing_or_no_longer_wanted(
    row: Row, as_of: date, kinds: tuple[str, ...], part: float | None
) -> None:
    found = reports([{}], [row], MARCH, as_of)
    assert [each[1:] for each in told(found, ItemKind.SPIP_REPORT)] == [kinds]
    assert found.reconciliations[Measure.SPIP_SUBMITTED].difference is part


def test_report_that_came_late_stays_a_step_back_in_punctuality() -> None:
    found = reports(
        [{"submitted_on": date(2025, 4, 8)}], [{"submitted_on": date(2025, 4, 20)}], JUNE, JUNE
    )
    assert told(found, ItemKind.SPIP_REPORT) == [("Triwulan I 2025", "mundur")]
    assert parts(found, Measure.SPIP_SUBMITTED) == {}
    assert parts(found, Measure.SPIP_ON_TIME) == {ChangeKind.REGRESSED: -1.0}


def test_reports_of_another_assessed_year_are_other_reports() -> None:
    before = side(JUNE, spip=[{"submitted_on": date(2025, 4, 8)}])
    after = items_of(
        unit(spip=[{"year": 2026}], settings={"Tahun penilaian": "2026"}, as_of=date(2026, 4, 20))
    ).of_aspect(Aspect.FULFILMENT)
    found = changes(before, after)
    assert (found.year_before, found.year) == (2025, 2026)
    kinds = found.items.loc[found.items["item"] == ItemKind.SPIP_REPORT, "kind"]
    assert kinds.value_counts().to_dict() == {"ditambahkan": 4, "dihapus": 4}
    assert parts(found, Measure.SPIP_SUBMITTED) == {ChangeKind.ADDED: -1.0, ChangeKind.REMOVED: 0.0}


def test_nothing_on_one_side_has_items_but_no_difference() -> None:
    for before, after, kind in (([], [one("OK")], "ditambahkan"), ([one("OK")], [], "dihapus")):
        found = documents(before, after)
        evidence = found.reconciliations[Measure.EVIDENCE]
        assert evidence.difference is None
        assert evidence.by_kind() == evidence.by_area() == {}
        assert evidence.parts["part"].isna().tolist() == [True]
        assert [row[-1] for row in told(found)] == [kind]
        # the indicator is there on both sides: a gap counts
        assert found.reconciliations[Measure.WEIGHTED].difference


def test_two_empty_snapshots_differ_in_nothing() -> None:
    found = documents([], [])
    assert found.items.empty
    assert found.reconciliations[Measure.WEIGHTED].difference == 0
    assert found.reconciliations[Measure.FOLLOW_UP].difference is None


@pytest.mark.parametrize("is_earlier", [True, False])
def test_table_unreadable_on_one_side_is_not_told_as_removed(is_earlier: bool) -> None:
    known = side(MARCH, documents=[one("OK")], recommendations=[{}])
    lost = replace(
        known,
        indicators=known.indicators.iloc[:0],
        evidence=known.evidence.iloc[:0],
        unreadable=frozenset({"evidence"}),
    )
    found = changes(lost, known) if is_earlier else changes(known, lost)
    assert found.items.empty
    assert found.unreadable == {"evidence"}
    assert found.reconciliations[Measure.WEIGHTED].difference is None
    assert found.reconciliations[Measure.FOLLOW_UP].difference == 0


def test_items_stand_kind_by_kind_in_official_order() -> None:
    rows = [(OTHER_AREA, "SK"), (CODE, "Notula"), (SAME_AREA, "Foto rapat")]
    before = [document(code, "Belum ada", title=title) for code, title in rows]
    after = [document(code, "Tersedia", title=title) for code, title in rows]
    found = documents(before, after).items
    codes = [CODE, SAME_AREA, OTHER_AREA]
    assert found["code"].tolist() == codes * 2
    assert found["item"].tolist() == ["indikator"] * 3 + ["data dukung"] * 3


def changed() -> Changes:
    late = two(None, due_on=date(2025, 5, 1))
    return documents(
        [one("OK"), late, document(OTHER_AREA, "OK", title="Foto", evidence_id="D3")],
        [one("Revisi", code=SAME_AREA), late],
    )


def test_selection_finds_any_kind_that_holds_and_both_areas_of_what_moved() -> None:
    items = changed().items
    asked = select_changes(items, ChangeSelection(kinds=["berpindah"], items=["data dukung"]))
    assert asked["title"].tolist() == ["SK Tim"]
    assert asked["kind"].tolist() == ["mundur"]
    of_area = select_changes(items, ChangeSelection(areas=[2], items=["data dukung"]))
    assert of_area["title"].tolist() == ["Foto"]
    assert select_changes(items, ChangeSelection(areas=[None])).empty
    before, after = side(MARCH, documents=[one("OK")]), side(documents=[one("OK", code=OTHER_AREA)])
    moved = changes(before, after).items
    for area in (1, 2):
        chosen = select_changes(moved, ChangeSelection(areas=[area], items=["data dukung"]))
        assert chosen["title"].tolist() == ["SK Tim"]


def test_counts_are_of_what_each_item_is_told_by() -> None:
    assert {key: n for key, n in counts(changed().items).items() if key[1] == "data dukung"} == {
        ("mundur", "data dukung"): 1,
        ("baru terlambat", "data dukung"): 1,
        ("dihapus", "data dukung"): 1,
    }


def test_what_must_be_explained_went_back_is_gone_or_is_late() -> None:
    assert to_explain(changed().items)["title"].tolist() == ["SK Tim", "Foto", "Notula"]
    assert to_explain(documents([one(None)], [one("OK")]).items).empty
