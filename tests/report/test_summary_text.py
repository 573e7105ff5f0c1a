"""The summary in words: missing figures are said to be missing, never 0 %."""

from __future__ import annotations

from datetime import date

import pytest

from tests.metrics.builders import document, unit
from tests.report.worksheets import answered, worst
from tests.tables.builders import snapshot, table
from zi_metrics.labels.lke import WHO_DECIDES
from zi_metrics.labels.numbers import NBSP
from zi_metrics.labels.readiness import FILL_IN
from zi_metrics.report.summary_text import summary_text
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.snapshot import Snapshot

WHY = {"reason": "Bukan wewenang"}


def line(read: Snapshot, start: str) -> str:
    return next(each for each in summary_text(read).splitlines() if each.startswith(start))


def test_unit_without_rows_says_what_is_missing() -> None:
    text = summary_text(unit())
    assert "Kelengkapan data dukung: belum ada data dukung" in text
    assert "Verifikasi: belum ada data dukung" in text
    assert "Tindak lanjut: belum ada data monev" in text
    assert "Laporan SPIP masuk: belum ada data SPIP" in text


def test_indicators_without_evidence_are_nought_of_their_points() -> None:
    weighted = line(unit(), "Kelengkapan berbobot")
    assert weighted == f"Kelengkapan berbobot (poin LKE): 0,00 dari 30,00 · 0{NBSP}%"


def test_unreadable_evidence_shows_no_percentage_at_all() -> None:
    listed = table(EVIDENCE, document("A.I.1.i.a", "Tersedia")).drop(columns="status")
    assert "%" not in summary_text(snapshot({EVIDENCE.name: listed}))


def test_reports_that_are_not_due_yet_are_not_called_missing_data() -> None:
    read = unit(spip=[{"quarter": 1}], as_of=date(2025, 3, 31))
    assert line(read, "Laporan SPIP masuk").endswith("belum ada yang jatuh tempo")
    assert line(read, "1. ").endswith("belum ada yang jatuh tempo")
    assert line(read, "2. ").endswith("belum ada data SPIP")


def test_recommendations_that_all_fell_away_are_not_called_missing_data() -> None:
    read = unit(recommendations=[{"status": "TDTL", **WHY}])
    assert "belum ada data monev" not in line(read, "Tindak lanjut")


def test_shares_never_round_up_to_the_whole_nor_down_to_nothing() -> None:
    documents = [document("A.I.1.i.a", "Tersedia")] * 299 + [document("A.I.1.i.a", "x")]
    nearly = line(unit(documents=documents), "Kelengkapan data dukung")
    assert nearly.endswith(f"299 dari 300 · 99{NBSP}%")
    turned = [document("A.I.1.i.a", "x")] * 299 + [document("A.I.1.i.a", "Tersedia")]
    hardly = line(unit(documents=turned), "Kelengkapan data dukung")
    assert hardly.endswith(f"1 dari 300 · <1{NBSP}%")


@pytest.mark.parametrize(
    ("settings", "title"),
    [({"Unit": "Balai Uji"}, "Zona Integritas – Balai Uji"), ({}, "Zona Integritas – uji")],
)
def test_heading_names_the_unit_its_date_source_and_digest(
    settings: dict[str, str], title: str
) -> None:
    read = unit(settings=settings, as_of=date(2025, 6, 30))
    first, second = summary_text(read).splitlines()[:2]
    assert first == title
    assert second == f"Per 30 Juni 2025 · sumber uji · sidik {read.provenance.digest[:12]}"


def test_worksheet_is_told_with_its_parts_areas_and_minima() -> None:
    # A.II.4.i, worth 2 points, answered with nothing; Hasil: 17.5 x 3.5/4, 5 x 0.75, 17.5 x 3.2/4
    values = {"IPAK": "3.5", "Capaian kinerja": "B", "IPKP": "3.2"}
    told = answered(worst(["A.II.4.i"]), results=values)
    assert line(told, "Kesiapan") == (
        "Kesiapan: Nilai simulasi 91,06 dari 100. Sebanyak 6 dari 7 syarat nilai WBK dipenuhi; "
        "WBBM: 4 dari 7."
    )
    assert line(told, "Pemenuhan") == "Pemenuhan: 30,00 dari 30, 87 dari 87 terjawab"
    assert line(told, "Reform") == "Reform: 28,00 dari 30, 23 dari 23 terjawab"
    assert line(told, "Hasil") == "Hasil: 33,06 dari 40, 3 dari 3 terisi"
    assert line(told, "Nilai area 4") == (
        f"Nilai area 4. Akuntabilitas: 8,00 dari 10 · 80,00{NBSP}% (Pemenuhan 5,00, Reform 3,00)"
    )
    assert line(told, "Syarat nilai") == ("Syarat nilai yang dipenuhi: WBK 6 dari 7, WBBM 4 dari 7")
    assert summary_text(told).endswith(f"{WHO_DECIDES}\n")


def test_worksheet_with_gaps_names_no_predicate_as_reached_and_counts_what_is_answered() -> None:
    told = answered({"A.I.1.i.a": {"answer": None}})
    # half a point over two questions: 0.25 is lost, or nothing where blanks are left out
    assert line(told, "Pemenuhan") == (
        "Pemenuhan: 29,75 dari 30, 86 dari 87 terjawab (30,00 bila yang kosong tidak dihitung)"
    )
    assert "Simulasi" not in summary_text(told)
    assert WHO_DECIDES not in summary_text(told)


def test_worksheet_without_answers_says_what_to_fill_in_and_shows_no_figure() -> None:
    (said,) = [each for each in summary_text(unit()).splitlines() if "Nilai" in each]
    assert said.startswith(f"Kesiapan: {FILL_IN}")
