"""What becomes of a workbook in which everything happens at once; its rows are in `wild.py`.

The arithmetic is by hand. Points of an indicator = weight of its sub-area / its indicators:
A.I.1.i 0.5/2, ii and iii 1/3, iv 1.5/4; A.I.2.i 1/3; A.I.3.i 0.25/3, ii 0.5/3, v 0.75, vi 0.25;
A.I.6.i 1/4, ii 1/6, iii 1/3.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.golden.wild import AS_OF, wild_workbook
from zi_metrics.lke import Aspect
from zi_metrics.metrics.overdue import overdue_items
from zi_metrics.metrics.summary import Figures, Items, figures, figures_by_area, items_of
from zi_metrics.settings import UnitSettings
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot

READ_AT = datetime(2025, 10, 31, 2, 0, tzinfo=UTC)
ONE, THREE, SIX = "Data Dukung I-II!", "Data Dukung III!", "DATA DUKUNG \u2013 Layanan!"
MONEV, SPIP, LKE, SET = "Tindak lanjut monev!", "Laporan SPIP!", "LKE!", "pengaturan !"

# Severity, cell, and a phrase of the sentence; nothing else may be reported.
PROBLEMS = """
galat      | I-II B15    | Kode indikator kosong
galat      | I-II B16    | Kode indikator “A.I.9.z”
galat      | I-II D6     | tertutup sel gabungan
galat      | I-II D13    | Status “x” tidak dikenali
galat      | I-II D14    | Status “sudah ada tapi blm ttd”
galat      | I-II D17    | galat rumus “#REF!”
galat      | I-II D18    | rumus yang belum ada hasilnya
galat      | I-II J21    | Status “TR” tanpa alasan
peringatan | I-II L3     | Kolom “Status” muncul lebih dari sekali; yang pertama di D3
peringatan | I-II C25    | Data dukung “SOP - "Revisi"” tercatat lebih dari sekali
peringatan | I-II F12    | Tautan berisi “LIHAT EVIDENCE”, tanpa alamat
peringatan | I-II F13    | Tautan “javascript:alert(1)” bukan alamat web
peringatan | I-II F14    | Tautan “file:///D:/ZI/SK.pdf” bukan alamat web
peringatan | I-II H10    | “Desember 2025”, tanpa hari
peringatan | I-II H13    | “31/02/2025”, bukan tanggal
peringatan | I-II H14    | “31/12/2035”, jauh dari tahun penilaian
peringatan | I-II H17    | galat rumus “#N/A”
peringatan | I-II M9     | ID “DD-01” dipakai lebih dari sekali
saran      | I-II A3     | Kolom tambahan: “Validator”.
saran      | I-II A3     | 2 baris tersembunyi ikut dihitung
saran      | I-II B11    | judul bagian “B. Pemantauan dan evaluasi”
saran      | I-II E22    | “cek ulang” di kolom yang tidak dibaca
saran      | I-II A23    | mengulang judul kolom
galat      | III A9      | Status “Tidak berlaku” tanpa alasan
peringatan | III E2      | Tautan “D:\\ZI\\Peta jabatan.docx” bukan alamat web
saran      | III A1      | Tab “Data Dukung III” disembunyikan
galat      | Layanan C12 | rumus yang belum ada hasilnya (“Loading...”)
peringatan | Layanan B9  | Nama data dukung kosong
peringatan | Layanan E4  | Kolom “PIC”: sel ini tertutup sel gabungan
peringatan | Layanan F4  | Kolom “Tenggat”: sel ini tertutup sel gabungan
peringatan | Layanan G2  | Kolom “PIC” muncul lebih dari sekali; yang pertama di E2
galat      | monev K9    | Status “menunggu anggaran” tidak dikenali
galat      | monev N11   | “Tidak dapat ditindaklanjuti” tanpa alasan
peringatan | monev A11   | ID “R-1” dipakai lebih dari sekali
peringatan | monev D7    | Area “9” tidak dikenal
peringatan | monev I12   | sesudah tanggal keadaan
peringatan | monev J7    | “31/12/2055”, jauh dari tahun penilaian
peringatan | monev L4    | Selesai tanpa tanggal selesai
peringatan | monev L8    | Tanggal selesai mendahului tanggal rekomendasi
peringatan | monev L10   | Tanggal selesai terisi, tetapi statusnya
saran      | Tab Tindak lanjut monev | Kolom “Temuan” tidak ada
galat      | SPIP A10    | Kolom “Tahun” berisi “2O25”, bukan bilangan bulat
galat      | SPIP B8     | Kolom “Triwulan” berisi “V”, bukan triwulan
peringatan | SPIP B9     | Laporan triwulan 1 2025 tercatat lebih dari sekali
peringatan | SPIP D7     | Kolom “Wajib” berisi “x”, bukan Ya/Tidak
peringatan | SPIP E7     | Kolom “Tanggal masuk” berisi “31/09/2025”, bukan tanggal
peringatan | SPIP G3     | “1.250”: ribuan atau pecahan tidak dapat dipastikan
peringatan | SPIP H3     | Kolom “RTP direncanakan” berisi “87,5”, bukan bilangan bulat
peringatan | SPIP I9     | RTP selesai (2) lebih banyak daripada RTP direncanakan (1)
galat      | LKE B6      | Kode indikator “A.I.9.z”
peringatan | LKE B5      | Kode indikator “A.I.1.i.a” muncul lebih dari sekali
peringatan | LKE D2      | Kolom “Pembilang” dan “Penyebut” terisi
peringatan | LKE D3      | “1.250”: ribuan atau pecahan tidak dapat dipastikan
peringatan | LKE D4      | Kolom “Pembilang” dan “Penyebut” terisi
peringatan | LKE E3      | Kolom “Penyebut” terisi, padahal jenis jawabannya A/B/C
peringatan | LKE D6      | “dua”, bukan bilangan
peringatan | LKE F1      | Kolom “Pembilang” muncul lebih dari sekali; yang pertama di D1
saran      | Indikator   | 107 indikator resmi tidak tercantum
saran      | Tab LKE | Kolom “PIC” tidak ada
saran      | Tab LKE | Kolom “Catatan” tidak ada
saran      | Tab Hasil   | Tab “Hasil” tidak ada
peringatan | Setelan B9  | “Tanggal rapat lalu” berisi “#REF!”, bukan nilai
peringatan | Setelan B10 | Kunci pengaturan “Warna dasbor” tidak dikenal
peringatan | Setelan B11 | Kunci pengaturan “UNIT” muncul lebih dari sekali
peringatan | Setelan B12 | “SPIP jatuh tempo (hari)” berisi “sepuluh”
"""
_TABS = {
    "I-II ": ONE, "III ": THREE, "Layanan ": SIX, "monev ": MONEV, "SPIP ": SPIP, "LKE ": LKE,
    "Setelan ": SET,
}  # fmt: skip


def listed() -> list[tuple[str, str, str]]:
    """The lines of PROBLEMS with the whole names of the tabs."""
    lines = []
    for line in PROBLEMS.strip().splitlines():
        severity, where, phrase = (part.strip() for part in line.split("|"))
        for short, title in _TABS.items():
            if where.startswith(short):
                where = title + where.removeprefix(short)
        lines.append((severity, where, phrase))
    return lines


def read(path: Path) -> Snapshot:
    return open_source(str(path), clock=lambda: READ_AT).newest()


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("liar") / "liar.xlsx"
    wild_workbook().save(path)
    return path


@pytest.fixture(scope="module")
def wild(workbook: Path) -> Snapshot:
    return read(workbook)


@pytest.fixture(scope="module")
def fulfilment(wild: Snapshot) -> Items:
    return items_of(wild).of_aspect(Aspect.FULFILMENT)


def unexpected_and_missing(snapshot: Snapshot) -> tuple[list[str], list[Any]]:
    """What is reported beyond PROBLEMS, and what of it is not reported."""
    missing, unexpected = listed(), []
    for problem in snapshot.problems:
        fitting = [
            line
            for line in missing
            if line[:2] == (problem.severity, problem.where) and line[2] in problem.read
        ]
        if fitting:
            missing.remove(fitting[0])
        else:
            unexpected.append(f"{problem.severity} | {problem.where} | {problem.read}")
    return unexpected, missing


def test_exactly_these_problems_are_reported(wild: Snapshot) -> None:
    assert unexpected_and_missing(wild) == ([], [])


def test_every_problem_that_does_not_count_says_so_and_what_to_do(wild: Snapshot) -> None:
    assert {str(severity) for severity in Severity} == {"galat", "peringatan", "saran"}
    assert all(problem.why and problem.remedy for problem in wild.problems)


def numbers(group: Figures) -> dict[str, Any]:
    complete, follow_up, spip = group.completeness, group.follow_up, group.spip
    return {
        "states": tuple(complete.states.values()),
        "evidence": (
            complete.required_count,
            complete.complete_count,
            complete.verified_count,
            complete.unrecognised_count,
        ),
        "points": (complete.weighted.numerator, complete.weighted.denominator),
        "follow_up": (follow_up.required_count, follow_up.done_count, follow_up.overdue_count),
        "spip": (spip.due_count, spip.submitted_count, spip.on_time_count),
    }


def expected(
    states: tuple[int, int, int, int, int],
    evidence: tuple[int, int, int, int],
    points: tuple[float, float],
    follow_up: tuple[int, int, int] = (0, 0, 0),
    spip: tuple[int, int, int] = (3, 1, 1),
) -> dict[str, Any]:
    """Numbers worked out by hand.

    states: lengkap, sebagian, kosong, tanpa data dukung, tidak relevan. evidence: required,
    complete, verified, unrecognised. follow_up: required, done, overdue. spip: due, in, on time.
    """
    return {
        "states": states,
        "evidence": evidence,
        "points": pytest.approx(points, abs=1e-12),
        "follow_up": follow_up,
        "spip": spip,
    }


# Area I: i.a has 2 complete of 3 (row 6 is covered by a merge), i.b 1 of 1 (its code is written
# in small letters), ii.a 1 of 2 (a box ticked, one not), iii.a 1 of 2 (v counts, x does not),
# iii.b 0 of 1, iv.a 0 of 2 (an error, a formula without result), iv.b 1 of 1 (its row is hidden),
# iv.c out, iv.d 0 of 1 (TR without a reason stays in).
#   points: 1/4 x 2/3 + 1/4 + 1/3 x 1/2 + 1/3 x 1/2 + 3/8 = 9/8 of 4 - 3/8 = 29/8
#   monev: done (R-2's area is merged with R-1's), R-8 open
#   SPIP: TW1 on 8 April, TW2 on 15 July after 10 July, TW3 with an impossible date: not in
AREA_1 = expected((2, 3, 3, 3, 1), (13, 6, 1, 5), (9 / 8, 29 / 8), (3, 2, 0), (3, 2, 1))
# Area II: one document twice, once a dash (not there), once a 1 (there): 1 of 2; 1/3 x 1/2 of 7/2
#   monev: R-10 is of 15 November, which has not come. SPIP: TW1 on the last day, TW2 not required,
#   TW3 by the unit's report
AREA_2 = expected((0, 1, 0, 8, 0), (2, 1, 0, 0), (1 / 6, 7 / 2), spip=(2, 2, 2))
# Area III: i.a, i.b and ii.a 1 of 1, i.c, ii.b, ii.c, iii.a 0 of 1, iv.a 0 of 1 (its tab has no
# column for a reason), v.a 1 of 2, vi.a 2 of 2; verified: valid, Verifikasi, ok
#   points: 1/12 + 1/12 + 1/6 + 3/4 x 1/2 + 1/4 = 23/24 of 5
#   monev: R-3 open and late (30 September), R-4 cannot be done, with a reason: out
#   SPIP, like IV and V: TW1 and TW2 are missing, TW3 by the unit's report of 9 October
AREA_3 = expected((4, 1, 5, 8, 0), (12, 6, 3, 0), (23 / 24, 5), (1, 0, 1))
AREA_4 = expected((0, 0, 0, 11, 0), (0, 0, 0, 0), (0, 5))
AREA_5 = expected((0, 0, 0, 18, 0), (0, 0, 0, 0), (0, 15 / 2))
# Area VI: i.a, ii.c and iii.a 1 of 1; i.b, i.c, i.d, ii.a, ii.b 0 of 1, iii.b 0 of 1 (Loading...)
#   points: 1/4 + 1/6 + 1/3 = 3/4 of 5. monev: R-6 by its code, done; the second R-1 without reason
AREA_6 = expected((3, 0, 6, 10, 0), (9, 3, 0, 1), (3 / 4, 5), (2, 1, 0))
# The unit: the sums; monev also, which have no area. 9/8 + 1/6 + 23/24 + 3/4 = 3.
TOTAL = expected((9, 5, 14, 58, 1), (36, 16, 4, 6), (3, 30 - 3 / 8), (8, 3, 1), (17, 8, 7))


def test_every_figure_is_the_one_worked_out_by_hand(fulfilment: Items) -> None:
    assert numbers(figures(fulfilment)) == TOTAL
    by_area = {number: numbers(group) for number, group in figures_by_area(fulfilment).items()}
    areas = (AREA_1, AREA_2, AREA_3, AREA_4, AREA_5, AREA_6)
    assert by_area == dict(enumerate(areas, start=1))


def test_reform_has_the_one_document_of_its_indicator(wild: Snapshot) -> None:
    reform = figures(items_of(wild).of_aspect(Aspect.REFORM)).completeness
    assert tuple(reform.states.values()) == (1, 0, 0, 22, 0)
    assert (reform.weighted.numerator, reform.weighted.denominator) == (2.5, 30)


def test_late_is_what_was_due_before_the_day(fulfilment: Items) -> None:
    late = overdue_items(fulfilment)
    late = late[late["kind"] != "laporan SPIP"]
    assert sorted(late["origin"]) == [f"{THREE}A6", f"{THREE}A7", f"{MONEV}F5"]


def test_every_spelling_of_a_date_is_its_day(wild: Snapshot) -> None:
    due = wild.evidence.set_index("origin")["due_on"].dt.date
    march, december = date(2025, 3, 31), date(2025, 12, 31)
    assert due[[f"{ONE}C{row}" for row in (4, 5, 6, 8, 9, 10, 12)]].tolist() == [
        *(march, march, december, date(2025, 10, 1), december, december, december),
    ]
    assert due[[f"{THREE}A6", f"{THREE}A7"]].tolist() == [date(2025, 9, 30)] * 2
    assert due[[f"{SIX}B{row}" for row in (3, 7, 8, 10)]].tolist() == [
        *(date(2025, 9, 30), AS_OF, AS_OF, date(2025, 11, 30)),
    ]
    updated = wild.evidence.set_index("origin")["updated_on"]
    assert updated[f"{ONE}C12"].date() == date(2025, 10, 6)
    raised = wild.recommendations["raised_on"].dropna().dt.date
    assert set(raised) == {date(2025, 6, 16), date(2025, 11, 15)}


def test_addresses_behind_labels_are_read(wild: Snapshot) -> None:
    link = wild.evidence.set_index("origin")["url"]
    assert link[[f"{ONE}C{row}" for row in (4, 5, 8)]].tolist() == [
        "https://drive.google.com/a",
        "https://drive.google.com/b",
        "https://situs.go.id/anggota",
    ]
    states = wild.evidence["link_state"].value_counts()
    assert states.to_dict() == {"tanpa tautan": 32, "ada": 4, "ditolak": 3, "tidak terbaca": 1}


def test_texts_are_shown_as_they_were_written(wild: Snapshot) -> None:
    title = wild.evidence.set_index("origin")["title"]
    assert title[[f"{ONE}C10", f"{ONE}C19"]].tolist() == [
        "=Lampiran rencana",
        "<b>SK</b> <script>alert(1)</script>",
    ]
    assert title[[f"{THREE}A{row}" for row in (10, 11, 12, 13)]].tolist() == [
        *("+ Kode etik", "-Lampiran kode etik", "@simpeg"),
        "[SK](https://palsu.id) **tebal** | a | \u2018b\u2019",
    ]
    assert wild.evidence.set_index("origin")["evidence_id"][f"{ONE}C8"] == "01"
    assert wild.evidence.set_index("origin")["period"][[f"{THREE}A2", f"{THREE}A3"]].tolist() == [
        "2025",
        "Juni 2025",
    ]


def test_numbers_are_read_by_indonesian_rules(wild: Snapshot) -> None:
    answers = wild.indicators.set_index("code")[["answer_numerator", "answer_denominator"]]
    assert answers.loc["A.I.1.i.a"].tolist() == [87.5, 1250.75]
    assert pd.isna(answers.loc["A.I.1.i.b", "answer_numerator"])
    assert answers.loc["A.I.1.ii.a"].tolist() == [0.8537, 0.8537]


def test_settings_are_read_and_what_is_wrong_keeps_its_default(wild: Snapshot) -> None:
    assert wild.settings == UnitSettings(
        unit="Unit Kerja Contoh",
        assessed_year=2025,
        target_predicate="WBBM",
        spip_due_days=10,
        meeting_on=date(2025, 11, 7),
        previous_meeting_on=None,
        completeness_target=0.9,
        target_on=date(2025, 12, 31),
    )


def test_every_tab_says_how_much_of_it_was_read(wild: Snapshot) -> None:
    tabs = [(tab.title, tab.table, tab.row_count) for tab in wild.provenance.book.tabs]
    assert tabs == [
        ("Data Dukung I-II", "evidence", 18),
        ("Data Dukung III", "evidence", 12),
        ("Tindak lanjut monev", "recommendations", 10),
        ("DATA DUKUNG \u2013 Layanan", "evidence", 10),
        ("Laporan SPIP", "spip_reports", 9),
        ("LKE", "indicators", 5),
        ("pengaturan ", "settings", 9),
        ("Sheet9", None, 0),
    ]
    first = wild.provenance.book.tabs[0]
    assert (first.blank_count, first.hidden_count) == (3, 2)  # rows 7, 26 and 27; rows 19 and 20
