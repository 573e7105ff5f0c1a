"""A snapshot as a whole: its digest, its problems, and tables that could not be read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations

import pandas as pd
import pytest

from tests.tables.builders import CODE, reading, small_frames, snapshot, table
from zi_metrics.settings import UnitSettings
from zi_metrics.tables.book import NO_BOOK, Book, TabRead
from zi_metrics.tables.columns import EVIDENCE, SPIP_REPORTS, TABLES
from zi_metrics.tables.snapshot import Reading, assemble, content_digest, dated
from zi_metrics.tables.spec import TableSpec

NO_SETTINGS = UnitSettings()


def digest_of(*evidence: dict[str, object], settings: UnitSettings = NO_SETTINGS) -> str:
    others = {spec.name: spec.empty() for spec in TABLES}
    return content_digest(others | {"evidence": table(EVIDENCE, *evidence)}, settings)


def test_row_order_does_not_change_the_digest() -> None:
    rows = [{"title": "a"}, {"title": "b"}, {"title": "a"}, {"code": None, "status": "x"}]
    assert len({digest_of(*order) for order in permutations(rows)}) == 1


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_source_date_and_origin_do_not_change_the_digest(spec: TableSpec) -> None:
    frames = small_frames()
    elsewhere = Reading("lain", date(2026, 1, 1), datetime(2026, 1, 2, tzinfo=UTC), unit_id="u")
    moved = frames | {spec.name: frames[spec.name].assign(origin="Lembar!A1")}
    here, there = assemble(frames, {}, reading()), assemble(moved, {}, elsewhere)
    assert here.provenance.digest == there.provenance.digest


NEW = {
    "code": "A.I.1.i.b", "status": "Belum", "due_on": date(2030, 1, 1), "area_no": 4,
    "updated_on": date(2030, 1, 1), "raised_on": date(2030, 1, 1), "closed_on": date(2030, 1, 1),
    "submitted_on": date(2030, 1, 1), "year": 2030, "quarter": 4, "required": "Tidak",
    "risk_count": 99, "rtp_planned_count": 99, "rtp_done_count": 99, "answer_numerator": 0.125,
    "answer_denominator": 0.125,
}  # fmt: skip


@pytest.mark.parametrize(
    ("spec", "column"),
    [(spec, name) for spec in TABLES for name in spec.names],
    ids=lambda part: getattr(part, "name", part),
)
def test_every_changed_cell_changes_the_digest(spec: TableSpec, column: str) -> None:
    frames = small_frames()
    changed = frames[spec.name].copy()
    changed.loc[0, column] = NEW.get(column, "baru")
    emptied = frames[spec.name].copy()
    emptied.loc[0, column] = None
    digests = {
        content_digest(frames | {spec.name: frame}, UnitSettings())
        for frame in (frames[spec.name], changed, emptied)
    }
    was_empty = pd.isna(frames[spec.name].loc[0, column])
    assert len(digests) == (2 if was_empty else 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pic": "Sari"}, {"reason": "Sari"}),
        ({"title": "a\x1fb", "period": "c"}, {"title": "a", "period": "b\x1fc"}),
        ({"note": "nan"}, {"note": None}),
    ],
)
def test_text_in_another_cell_changes_the_digest(
    one: dict[str, object], other: dict[str, object]
) -> None:
    assert digest_of(one) != digest_of(other)


def test_added_doubled_or_lost_row_changes_the_digest() -> None:
    a, b = {"title": "a"}, {"title": "b"}
    assert len({digest_of(*rows) for rows in ([], [a], [a, a], [a, b], [a, b, b])}) == 5


def test_changed_setting_changes_the_digest() -> None:
    settings = [UnitSettings(), UnitSettings(unit="Balai"), UnitSettings(hidden_names=("Balai",))]
    settings.append(UnitSettings(entry={"tlhp": "Ya"}))
    assert len({digest_of({}, settings=each) for each in settings}) == 4
    assert digest_of({}, settings=UnitSettings(entry={})) == digest_of({})


def test_snapshot_has_the_digest_of_its_clean_tables() -> None:
    small = snapshot(settings={"Unit": "Balai"})
    clean = {spec.name: small.table(spec) for spec in TABLES}
    assert small.provenance.digest == content_digest(clean, UnitSettings(unit="Balai"))
    assert len(bytes.fromhex(small.provenance.digest)) == 32


def test_table_that_was_not_read_has_no_rows_and_no_problem() -> None:
    empty = snapshot({})
    assert len(empty.indicators) == 110
    assert [len(empty.table(spec)) for spec in TABLES[1:]] == [0, 0, 0, 0]
    assert empty.problems == ()
    assert empty.unreadable == frozenset()
    assert empty.settings == UnitSettings()


def test_rejected_table_leaves_the_others_whole() -> None:
    frames = small_frames()
    whole, without = snapshot(), snapshot(frames | {"evidence": frames["evidence"][["code"]]})
    assert without.unreadable == {"evidence"}
    assert len(without.evidence) == 0
    for spec in (each for each in TABLES if each is not EVIDENCE):
        pd.testing.assert_frame_equal(without.table(spec), whole.table(spec))


def test_same_problem_is_told_once() -> None:
    once = snapshot()
    again = assemble(small_frames(), {}, reading(), found=once.problems)
    assert again.problems == once.problems


def test_only_the_sample_is_invented() -> None:
    sample = assemble(
        {}, {}, Reading("contoh", date(2025, 6, 30), datetime(2025, 7, 1, tzinfo=UTC))
    )
    assert sample.provenance.is_sample
    assert not snapshot().provenance.is_sample


def test_snapshot_knows_its_day_and_its_list() -> None:
    small = snapshot(as_of=date(2025, 3, 31))
    assert small.as_of == date(2025, 3, 31)
    assert CODE in small.catalogue.codes


def test_content_told_for_another_day_has_that_days_problems() -> None:
    frames = {"spip_reports": table(SPIP_REPORTS, {"submitted_on": date(2025, 4, 8)})}
    april, march = snapshot(frames, as_of=date(2025, 4, 8)), date(2025, 3, 31)
    earlier = dated(april, march)
    (problem,) = earlier.problems
    assert problem.where == "Tabel SPIP, baris 1"
    assert problem.read.startswith("Kolom “Tanggal masuk” berisi 8 April 2025, sesudah")
    assert april.problems == dated(earlier, date(2025, 12, 31)).problems == ()
    assert (earlier.as_of, earlier.provenance.digest) == (march, april.provenance.digest)
    assert dated(april, april.as_of) is april


@pytest.mark.parametrize(
    ("settings", "as_of", "is_read"),
    [
        ({}, date(2025, 6, 30), True),
        ({}, date(2026, 6, 30), False),
        ({"Tahun penilaian": "2025"}, date(2026, 6, 30), True),
        ({"Tahun penilaian": "2020"}, date(2025, 6, 30), False),
    ],
)
def test_dates_must_lie_near_the_assessed_year_else_the_as_of_year(
    settings: dict[str, str], as_of: date, is_read: bool
) -> None:
    frames = {"evidence": table(EVIDENCE, {"due_on": date(2023, 12, 31)})}
    assert snapshot(frames, settings, as_of).evidence["due_on"].notna().tolist() == [is_read]


def test_snapshot_knows_the_book_it_was_read_from() -> None:
    book = Book("zi.xlsx", None, (TabRead("SPIP", "spip_reports"),))
    assert assemble({}, {}, reading(book=book)).provenance.book == book
    assert snapshot({}).provenance.book == NO_BOOK


def test_fault_of_a_setting_is_told_at_its_cell() -> None:
    known = reading(setting_cells={"Target predikat": "Pengaturan!B4"})
    (problem,) = assemble({}, {"Target predikat": "WTP"}, known).problems
    assert problem.where == "Pengaturan!B4"
