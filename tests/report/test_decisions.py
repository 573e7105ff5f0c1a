"""What the data asks a meeting to decide."""

from __future__ import annotations

from datetime import date

from tests.metrics.builders import document, unit
from tests.report.meetings import shipped, small
from zi_metrics.metrics.change_selection import counts
from zi_metrics.report.decisions import decisions, decisions_slide
from zi_metrics.report.deck_follow import changes_slide
from zi_metrics.report.slides import Table
from zi_metrics.tables.columns import RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.snapshot import Snapshot

CODE = "A.I.1.i.a"
LATE = date(2025, 6, 1)


def told(snapshot: Snapshot, earlier: Snapshot | None = None) -> list[str]:
    return decisions(small(snapshot, earlier))


def test_unit_without_evidence_is_asked_for_all_of_it() -> None:
    assert told(unit()) == [
        "Tetapkan data dukung untuk 87 indikator yang belum punya satu pun (30,00 poin)."
    ]


def test_tables_that_nobody_could_read_come_first() -> None:
    of = small(unit())
    object.__setattr__(of.items, "unreadable", frozenset({RECOMMENDATIONS.name, SPIP_REPORTS.name}))
    assert decisions(of)[0] == (
        "Pulihkan tabel Monev dan SPIP yang tidak terbaca; sebelum itu angkanya belum lengkap."
    )


def test_target_not_reached_names_the_two_lowest_areas() -> None:
    rows = [document(CODE, "Tersedia")]
    first = told(unit(documents=rows, settings={"Target kelengkapan": "90%"}))[0]
    assert first == (
        "Tetapkan langkah mengejar target 90\u00a0% (kini <1\u00a0%), "
        "mulai dari Tatalaksana dan Manajemen SDM."
    )


def test_late_items_are_counted_by_kind_with_the_longest() -> None:
    found = told(
        unit(
            documents=[document(CODE, "Belum ada", due_on=LATE)],
            recommendations=[
                {"recommendation": "Unggah", "due_on": date(2025, 4, 1)},
                {"recommendation": "Tinjau", "due_on": LATE},
            ],
            spip=[{"area_no": 3}],
        )
    )
    assert found[1:] == [
        "Tetapkan tenggat baru atau penyelesaian 2 tindak lanjut yang lewat tenggat, "
        "terlama 90\u00a0hari.",
        "Tetapkan siapa menyelesaikan 1 data dukung yang lewat tenggat, terlama 29\u00a0hari.",
        "Tetapkan tanggal masuk 1 laporan SPIP: Manajemen SDM.",
    ]


def test_what_regressed_comes_back_or_is_not_recognised_is_decided_on() -> None:
    again = [
        {"recommendation": "Unggah SK", "period": "Semester I 2024", "status": "Selesai"},
        {"recommendation": "Unggah SK", "period": "Semester II 2024", "status": "entah"},
    ]
    before = unit(documents=[document(CODE, "Tersedia")], as_of=date(2025, 3, 31))
    after = unit(documents=[document(CODE, "Disusun")], recommendations=again)
    assert told(after, before)[-3:] == [
        "Putuskan cara agar 1 rekomendasi yang berulang tidak kembali lagi.",
        "Putuskan perbaikan 1 data dukung yang mundur sejak 31 Maret 2025.",
        "Bereskan 1 status yang tidak dikenali, agar ikut dihitung.",
    ]


def test_all_that_went_back_is_decided_on_as_slide_and_page_count_it() -> None:
    def read(status: str, follow_up: str, submitted: object, day: date) -> Snapshot:
        return unit(
            documents=[
                document(CODE, status),
                document("A.I.1.i.b", status, title="Matriks"),
                document("A.I.1.i.b", "Tersedia", title="Daftar hadir"),
            ],
            recommendations=[{"recommendation": "Unggah SK", "status": follow_up}],
            spip=[{"area_no": 3, "submitted_on": submitted}],
            settings={"Tanggal rapat lalu": "2025-06-01"},
            as_of=day,
        )

    before = read("Tersedia", "Selesai", date(2025, 4, 5), date(2025, 5, 31))
    made = small(read("Disusun", "Dalam proses", None, date(2025, 6, 30)), before)
    assert decisions(made)[-1] == (
        "Putuskan perbaikan 2 data dukung, 1 tindak lanjut, dan 1 laporan SPIP yang mundur "
        "sejak rapat lalu."
    )
    (table,) = (
        block
        for column in changes_slide(made).columns
        for block in column.blocks
        if isinstance(block, Table)
    )
    assert table.rows == (("Mundur", "2", "1", "1"),)
    assert made.changes is not None
    of_page = {item: n for (kind, item), n in counts(made.changes.items).items()}
    assert of_page == {"indikator": 2, "data dukung": 2, "tindak lanjut": 1, "laporan SPIP": 1}


def test_slide_shows_every_decision_numbered() -> None:
    found = decisions(shipped("contoh"))
    slide = decisions_slide(shipped("contoh"))
    (lines,) = (block for column in slide.columns for block in column.blocks)
    assert len(found) == 11
    assert [each.text for each in lines.lines] == found
    assert lines.is_numbered
    assert slide.sentence == "11 hal diusulkan dari data."
