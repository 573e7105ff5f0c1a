"""What the data asks a meeting to decide."""

from __future__ import annotations

from datetime import date

from tests.metrics.builders import document, unit
from tests.report.meetings import shipped, small
from zi_metrics.report.decisions import decisions, decisions_slide

CODE = "A.I.1.i.a"
LATE = date(2025, 6, 1)


def told(snapshot: object, earlier: object = None) -> list[str]:
    return decisions(small(snapshot, earlier))  # type: ignore[arg-type]


def test_unit_without_evidence_is_asked_for_all_of_it() -> None:
    assert told(unit()) == [
        "Tetapkan data dukung untuk 87 indikator yang belum punya satu pun (30,00 poin)."
    ]


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
        "Putuskan perbaikan 1 butir yang mundur sejak rapat lalu.",
        "Bereskan 1 status yang tidak dikenali, agar ikut dihitung.",
    ]


def test_slide_shows_every_decision_numbered() -> None:
    found = decisions(shipped("contoh"))
    slide = decisions_slide(shipped("contoh"))
    (lines,) = (block for column in slide.columns for block in column.blocks)
    assert len(found) == 8
    assert [each.text for each in lines.lines] == found
    assert lines.is_numbered
    assert slide.sentence == "8 hal diusulkan dari data."
