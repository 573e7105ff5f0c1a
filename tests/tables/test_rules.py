"""What rows mean together: references, statuses with reasons, keys, places."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tables.builders import CODE, checked, told
from zi_metrics.tables.cells import COVERED, Unusable, Why
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.spec import TableSpec

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def row(spec: TableSpec, number: int) -> str:
    return f"Tabel {spec.tab}, baris {number}"


def test_right_rows_have_no_problems() -> None:
    for spec in (EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS, RESULTS):
        assert checked(spec, {}).problems == []


def test_indicators_are_all_official_ones_in_official_order_whatever_is_listed() -> None:
    found = checked(INDICATORS, {"code": "A.I.1.i.b", "pic": "Sari"}, {"code": CODE, "pic": "Budi"})
    assert len(found.rows) == 110
    assert found.rows["code"].tolist()[:3] == ["A.I.1.i.a", "A.I.1.i.b", "A.I.1.ii.a"]
    assert found.rows["pic"].fillna("-").tolist()[:3] == ["Budi", "Sari", "-"]
    assert told(found.problems) == [
        (
            ADVICE,
            "Indikator",
            "108 indikator resmi tidak tercantum (A.I.1.ii.a, A.I.1.ii.b, A.I.1.ii.c …).",
        )
    ]


def test_indicator_of_no_official_code_is_reported() -> None:
    found = checked(INDICATORS, {}, {"code": "A.I.9.z"}, {"code": None, "note": "Judul bagian"})
    assert told(found.problems)[:2] == [
        (ERROR, row(INDICATORS, 2), "Kode indikator “A.I.9.z” tidak ada dalam daftar resmi."),
        (ERROR, row(INDICATORS, 3), "Kode indikator kosong."),
    ]


def test_first_of_repeated_indicators_is_used() -> None:
    found = checked(INDICATORS, {"pic": "Sari"}, {"pic": "Budi"})
    assert found.rows["pic"].dropna().tolist() == ["Sari"]
    assert told(found.problems)[0] == (
        WARNING,
        row(INDICATORS, 2),
        f"Kode indikator “{CODE}” muncul lebih dari sekali.",
    )


def test_evidence_has_the_area_and_aspect_of_its_indicator() -> None:
    rows = checked(EVIDENCE, {"code": "A.I.5.ii.a"}, {"code": "A.II.2.i"}, {"code": CODE}).rows
    assert rows["area_no"].tolist() == [5, 2, 1]
    assert rows["aspect"].tolist() == ["Pemenuhan", "Reform", "Pemenuhan"]


def test_evidence_of_no_official_code_is_listed_and_reported_but_not_counted() -> None:
    found = checked(EVIDENCE, {}, {"code": "A.I.9.z"}, {"code": None})
    assert found.rows["is_counted"].tolist() == [True, False, False]
    assert told(found.problems) == [
        (ERROR, row(EVIDENCE, 3), "Kode indikator kosong."),
        (ERROR, row(EVIDENCE, 2), "Kode indikator “A.I.9.z” tidak ada dalam daftar resmi."),
    ]


def test_evidence_with_an_unrecognised_status_is_reported_with_the_choices() -> None:
    found = checked(EVIDENCE, {"status": "x"})
    assert not found.rows.loc[0, "is_complete"]
    assert told(found.problems) == [(ERROR, row(EVIDENCE, 1), "Status “x” tidak dikenali.")]
    assert found.problems[0].remedy == (
        "Pilih salah satu: Terverifikasi, Tersedia, Perlu perbaikan, Disusun, Belum ada,"
        " Tidak relevan."
    )


def test_irrelevant_evidence_without_a_reason_is_reported_and_stays() -> None:
    found = checked(
        EVIDENCE,
        {"status": "TR"},
        {"status": "Tidak relevan", "reason": " "},
        {"status": "N/A", "reason": "Unit tanpa layanan langsung"},
    )
    assert found.rows["is_irrelevant"].tolist() == [False, False, True]
    assert told(found.problems) == [
        (ERROR, row(EVIDENCE, 1), "Status “TR” tanpa alasan."),
        (ERROR, row(EVIDENCE, 2), "Status “Tidak relevan” tanpa alasan."),
    ]


def test_evidence_without_a_title_counts_and_is_reported() -> None:
    found = checked(EVIDENCE, {"title": None})
    assert found.rows["is_counted"].tolist() == [True]
    assert told(found.problems) == [(WARNING, row(EVIDENCE, 1), "Nama data dukung kosong.")]


@pytest.mark.parametrize(
    ("spec", "column"), [(EVIDENCE, "evidence_id"), (RECOMMENDATIONS, "recommendation_id")]
)
def test_repeated_id_counts_each_row_and_is_reported(spec: TableSpec, column: str) -> None:
    found = checked(spec, *({column: text} for text in ("7", "8", "7")))
    assert len(found.rows) == 3
    assert told(found.problems) == [(WARNING, row(spec, 3), "ID “7” dipakai lebih dari sekali.")]


def test_evidence_without_an_id_is_known_by_indicator_name_and_period() -> None:
    nameless = {"evidence_id": None, "title": "SK Tim", "period": "2025"}
    found = checked(
        EVIDENCE,
        nameless,
        nameless | {"title": " sk\u00a0 TIM ", "code": CODE.lower()},
        nameless | {"period": "2024"},
        nameless | {"code": "A.I.1.i.b"},
        nameless | {"evidence_id": "7"},
        {"evidence_id": None, "title": None},
        {"evidence_id": None, "title": None},
    )
    assert found.rows["is_counted"].tolist() == [True] * 7
    assert [each for each in told(found.problems) if "kosong" not in each[2]] == [
        (
            WARNING,
            row(EVIDENCE, 2),
            "Data dukung “sk TIM” tercatat lebih dari sekali pada indikator dan periode ini.",
        )
    ]


def test_recommendation_without_an_id_is_known_by_area_wording_and_period() -> None:
    nameless = {"recommendation_id": None, "area_no": 1, "period": "Juni 2025"}
    found = checked(
        RECOMMENDATIONS,
        nameless,
        nameless | {"recommendation": "LENGKAPI SK"},
        nameless | {"area_no": None, "code": CODE},
        nameless | {"area_no": 2},
        nameless | {"period": None},
    )
    wording = "tercatat lebih dari sekali pada area dan periode ini."
    assert told(found.problems) == [
        (WARNING, row(RECOMMENDATIONS, 2), f"Rekomendasi “LENGKAPI SK” {wording}"),
        (WARNING, row(RECOMMENDATIONS, 3), f"Rekomendasi “Lengkapi SK” {wording}"),
    ]


@pytest.mark.parametrize("spec", [EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS])
def test_link_has_a_state_and_an_odd_one_is_reported(spec: TableSpec) -> None:
    links = ["https://contoh.test/a", None, "-", "LIHAT", "D:\\ZI\\a.pdf"]
    found = checked(spec, *({"url": url, "area_no": at} for at, url in enumerate(links, start=1)))
    assert found.rows["link_state"].tolist() == [
        *("ada", "tanpa tautan", "tanpa tautan", "tidak terbaca", "ditolak")
    ]
    assert told(found.problems) == [
        (WARNING, row(spec, 5), "Tautan “D:\\ZI\\a.pdf” bukan alamat web."),
        (WARNING, row(spec, 4), "Tautan berisi “LIHAT”, tanpa alamat di baliknya."),
    ]


@pytest.mark.parametrize("spec", [EVIDENCE, RECOMMENDATIONS])
def test_status_that_is_an_error_is_unrecognised_and_reported_once(spec: TableSpec) -> None:
    broken = [Unusable(Why.ERROR, "#REF!"), COVERED, Unusable(Why.NOT_COMPUTED, "=A1"), "#REF!"]
    found = checked(spec, *({"status": status} for status in broken))
    assert found.rows["state"].tolist() == ["Tidak dikenali"] * 4
    assert found.rows["status"].tolist() == ["#REF!", "(sel gabungan)", "=A1", "#REF!"]
    assert told(found.problems) == [
        (ERROR, row(spec, 1), "Kolom “Status” berisi galat rumus “#REF!”."),
        (ERROR, row(spec, 2), "Kolom “Status”: sel ini tertutup sel gabungan."),
        (ERROR, row(spec, 3), "Kolom “Status” berisi rumus yang belum ada hasilnya (“=A1”)."),
        (ERROR, row(spec, 4), "Kolom “Status” berisi galat rumus “#REF!”."),
    ]


def test_impossible_follow_up_without_a_reason_is_reported_and_stays() -> None:
    found = checked(
        RECOMMENDATIONS, {"status": "TDTL"}, {"status": "tdtl", "reason": "Bukan wewenang unit"}
    )
    assert found.rows["is_dropped"].tolist() == [False, True]
    assert told(found.problems) == [(ERROR, row(RECOMMENDATIONS, 1), "Status “TDTL” tanpa alasan.")]


def test_follow_up_with_an_unrecognised_status_is_reported_with_the_choices() -> None:
    found = checked(RECOMMENDATIONS, {"status": "x"})
    assert told(found.problems) == [(ERROR, row(RECOMMENDATIONS, 1), "Status “x” tidak dikenali.")]
    assert found.problems[0].remedy == (
        "Pilih salah satu: Selesai, Dalam proses, Belum ditindaklanjuti,"
        " Tidak dapat ditindaklanjuti."
    )


def test_recommendation_without_an_area_takes_its_indicators() -> None:
    found = checked(
        RECOMMENDATIONS,
        {"area_no": None, "code": "A.I.5.ii.a"},
        {"area_no": 2, "code": None},
        {"area_no": None, "code": None},
    )
    assert found.rows["area_no"].fillna(-1).tolist() == [5, 2, -1]
    assert found.problems == []


def test_unknown_area_is_none_and_reported_but_the_whole_unit_is_not() -> None:
    found = checked(RECOMMENDATIONS, {"area_no": 7}, {"area_no": 0})
    assert found.rows["area_no"].isna().tolist() == [True, True]
    assert told(found.problems) == [
        (WARNING, row(RECOMMENDATIONS, 1), "Area “7” tidak dikenal."),
    ]


def test_unknown_area_beside_a_known_code_is_not_said_to_have_none() -> None:
    found = checked(RECOMMENDATIONS, {"area_no": 7, "code": "A.I.5.ii.a"})
    assert found.rows["area_no"].tolist() == [5]
    assert [(each.severity, each.read) for each in found.problems] == [
        (WARNING, "Area “7” tidak dikenal.")
    ]
    assert "Tanpa area" not in found.problems[0].why


def test_recommendation_of_no_official_code_counts_and_is_reported() -> None:
    found = checked(RECOMMENDATIONS, {"code": "A.I.9.z"})
    assert told(found.problems) == [
        (WARNING, row(RECOMMENDATIONS, 1), "Kode indikator “A.I.9.z” tidak ada dalam daftar resmi.")
    ]


def test_follow_up_done_without_a_date_is_reported() -> None:
    found = checked(RECOMMENDATIONS, {"status": "Selesai"}, {"status": "Dalam proses"})
    assert told(found.problems) == [
        (WARNING, row(RECOMMENDATIONS, 1), "Status Selesai tanpa tanggal selesai.")
    ]


def test_follow_up_closed_before_it_was_raised_is_reported() -> None:
    dates = {"raised_on": date(2025, 3, 1), "status": "Selesai"}
    found = checked(
        RECOMMENDATIONS,
        dates | {"closed_on": date(2025, 2, 28)},
        dates | {"closed_on": date(2025, 3, 1)},
    )
    assert told(found.problems) == [
        (WARNING, row(RECOMMENDATIONS, 1), "Tanggal selesai mendahului tanggal rekomendasi.")
    ]


@pytest.mark.parametrize(
    ("column", "cell", "read"),
    [
        ("year", None, "Kolom “Tahun” kosong atau tidak terbaca."),
        ("year", 25, "Kolom “Tahun” berisi “25”."),
        ("quarter", None, "Kolom “Triwulan” kosong atau tidak terbaca."),
        ("quarter", 5, "Kolom “Triwulan” berisi “5”."),
        ("quarter", 0, "Kolom “Triwulan” berisi “0”."),
        ("area_no", None, "Kolom “Area” kosong atau tidak terbaca."),
        ("area_no", 7, "Kolom “Area” berisi “7”."),
    ],
)
def test_misplaced_spip_report_is_listed_and_reported_but_not_counted(
    column: str, cell: object, read: str
) -> None:
    found = checked(SPIP_REPORTS, {}, {"quarter": 2, column: cell})
    assert found.rows["is_counted"].tolist() == [True, False]
    assert told(found.problems) == [(ERROR, row(SPIP_REPORTS, 2), read)]


def test_spip_report_may_be_of_the_whole_unit() -> None:
    found = checked(SPIP_REPORTS, {"area_no": 0})
    assert (found.rows["is_counted"].tolist(), found.problems) == ([True], [])


def test_repeated_spip_report_is_reported() -> None:
    found = checked(SPIP_REPORTS, {}, {"quarter": 2}, {"area_no": 2}, {})
    assert told(found.problems) == [
        (
            WARNING,
            row(SPIP_REPORTS, 4),
            "Laporan triwulan 1 2025 tercatat lebih dari sekali untuk area yang sama.",
        )
    ]


def test_more_rtp_done_than_planned_is_reported() -> None:
    found = checked(
        SPIP_REPORTS,
        {"rtp_planned_count": 2, "rtp_done_count": 3},
        {"quarter": 2, "rtp_planned_count": 3, "rtp_done_count": 3},
        {"quarter": 3, "rtp_planned_count": None, "rtp_done_count": 3},
    )
    assert told(found.problems) == [
        (
            WARNING,
            row(SPIP_REPORTS, 1),
            "RTP selesai (3) lebih banyak daripada RTP direncanakan (2).",
        )
    ]


def test_very_long_cell_does_not_drown_the_sentence() -> None:
    found = checked(EVIDENCE, {"status": "lihat catatan rapat " * 2000})
    assert len(found.problems[0].sentence) < 400
