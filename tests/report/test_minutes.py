"""The minutes: the position of every part as on screen, and room for what is decided."""

from __future__ import annotations

from datetime import date

import pytest

from tests.metrics.builders import document, unit
from tests.pages.altered import HOSTILE, REVERSED
from tests.report.meetings import shipped, small
from tests.tables.builders import snapshot, table
from zi_metrics.labels import minutes as text
from zi_metrics.labels import readiness_meeting as readiness_text
from zi_metrics.metrics.change_selection import to_explain
from zi_metrics.metrics.overdue import overdue_items
from zi_metrics.report.decisions import decisions
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.minutes import minutes
from zi_metrics.report.minutes_parts import BLANKS, MOST_ITEMS
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.records import records

LATE = {"due_on": date(2025, 6, 20)}


def chapters(told: str) -> dict[str, str]:
    """Title of a chapter -> its text."""
    parts = told.split("\n\n")
    return {part.partition("\n")[0]: part for part in parts}


@pytest.mark.parametrize("source", ["contoh", "situs"])
def test_minutes_name_unit_day_data_and_who_may_attend(source: str) -> None:
    told = shipped(source)
    written = minutes(told)
    assert text.TITLE in written
    assert f"Unit: {told.unit}" in written
    assert told.stamp in written.splitlines()
    assert ("DATA CONTOH" in written) == (source == "contoh")
    attendance = chapters(written)[text.ATTENDANCE]
    assert attendance.count("Koordinator ") == 6
    assert "1. Kepala unit: ...." in attendance
    assert "8. Sekretaris: ...." in attendance


def test_day_of_the_meeting_is_that_of_the_settings_or_a_blank() -> None:
    assert "Hari, tanggal: Kamis, 22 Januari 2026" in minutes(shipped("contoh"))
    assert f"Hari, tanggal: {text.SHORT_BLANK}" in minutes(shipped("situs"))


@pytest.mark.parametrize("source", ["contoh", "situs"])
def test_chapters_follow_the_order_of_the_deck(source: str) -> None:
    told = shipped(source)
    titles = [
        text.WHOLE,
        *(text.of_area(area.number, area.name) for area in told.areas),
        text.MONEV,
        text.SPIP,
        readiness_text.chapter("WBK"),
        text.AGENDA,
        text.CLOSING,
    ]
    written = minutes(told)
    places = [written.index(f"\n{title}\n") for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize("source", ["contoh", "situs"])
def test_position_of_every_part_is_that_of_the_screen(source: str) -> None:
    told = shipped(source)
    parts = chapters(minutes(told))
    for area in told.areas:
        words = figure_texts(told.by_area[area.number], told.items_by_area[area.number])
        part = parts[text.of_area(area.number, area.name)]
        assert f"- Kelengkapan berbobot: {words.weighted}" in part
        assert f"- Tindak lanjut: {words.follow_up}" in part
        assert f"- Laporan SPIP masuk: {words.spip_submitted}" in part
    words = figure_texts(told.total, told.items)
    assert f"- Indikator lengkap: {words.indicators}" in parts[text.WHOLE]
    assert f"- Laporan SPIP tepat waktu: {words.spip_on_time}" in parts[text.SPIP]
    assert f"- Tindak lanjut: {words.follow_up}" in parts[text.MONEV]


def test_changes_of_the_areas_are_those_of_the_whole() -> None:
    told = shipped("contoh")
    assert told.changes is not None
    rows = told.changes.items
    parts = chapters(minutes(told))
    counted = rows[(rows["kind"] == "baru lengkap") & (rows["item"] == "data dukung")]
    assert f"{len(counted)} data dukung" in parts[text.WHOLE]
    for area in told.areas:
        part = parts[text.of_area(area.number, area.name)]
        number = int((counted["area_no"] == area.number).sum())
        assert (f"{number} data dukung" in part) or not number


def test_late_items_are_listed_with_their_days_up_to_a_number() -> None:
    told = shipped("contoh")
    parts = chapters(minutes(told))
    for area in told.areas:
        late = overdue_items(told.items_by_area[area.number])
        part = parts[text.of_area(area.number, area.name)]
        if late.empty:
            assert "Tidak ada yang lewat tenggat." in part
            continue
        assert f"Lewat tenggat ({len(late)}):" in part
        listed = part.partition("Lewat tenggat (")[2]
        assert listed.count(" hari\n") == min(len(late), MOST_ITEMS)
        assert (f"dan {len(late) - MOST_ITEMS} lainnya" in part) == (len(late) > MOST_ITEMS)


def test_every_part_has_room_for_decisions_with_pic_and_due_date() -> None:
    told = shipped("contoh")
    parts = chapters(minutes(told))
    for title in (text.WHOLE, text.MONEV, text.SPIP, text.of_area(4, "Penguatan Akuntabilitas")):
        room = parts[title].partition("Keputusan:")[2]
        assert room.count("PIC: ....") == room.count("Tenggat: ....") == BLANKS


def test_decisions_asked_for_by_the_data_are_numbered_and_left_open() -> None:
    told = shipped("contoh")
    agenda = chapters(minutes(told))[text.AGENDA].splitlines()
    found = decisions(told)
    assert len(found) > 3
    for number, sentence in enumerate(found, 1):
        place = agenda.index(f"{number}. {sentence}")
        assert agenda[place + 1].startswith("   Diputuskan: ...")


def test_first_meeting_says_that_there_is_nothing_to_compare_with() -> None:
    written = minutes(shipped("situs"))
    assert text.NO_EARLIER in written
    assert "Perubahan sejak" not in written


def test_other_comparison_than_the_last_meeting_is_not_called_so() -> None:
    before = unit(documents=[document("A.I.1.i.a", "Belum")], as_of=date(2025, 3, 31))
    after = unit(documents=[document("A.I.1.i.a", "Tersedia")])
    written = minutes(small(after, before))
    assert "Dibandingkan dengan: potret 31 Maret 2025\n" in written
    assert "\nPerubahan sejak 31 Maret 2025:\n" in written
    assert "- Baru lengkap: 1 indikator dan 1 data dukung" in written
    assert "rapat lalu" not in written


def test_items_to_explain_are_those_of_the_page_in_its_order() -> None:
    told = shipped("contoh")
    assert told.changes is not None
    rows = to_explain(told.changes.items)
    parts = chapters(minutes(told))
    for area in told.areas:
        inside = list(records(rows[rows["area_no"] == area.number]))
        part = parts[text.of_area(area.number, area.name)]
        assert (f"Perlu dijelaskan ({len(inside)}):" in part) == bool(inside)
        wanted = [f"- {row.kind.capitalize()}: {row.title}" for row in inside[:MOST_ITEMS]]
        listed = part.partition("Perlu dijelaskan (")[2].splitlines()[1 : len(wanted) + 1]
        assert [line[: len(want)] for line, want in zip(listed, wanted, strict=True)] == wanted


def test_what_went_wrong_is_named() -> None:
    before = unit(documents=[document("A.I.1.i.a", "Tersedia")], as_of=date(2025, 3, 31))
    after = unit(documents=[document("A.I.1.i.a", "Belum", **LATE, pic="Perencana")])
    written = minutes(small(after, before))
    assert "Perlu dijelaskan (1):\n- Mundur: SK Tim – A.I.1.i.a – Perencana\n" in written


def test_recommendation_without_an_area_is_late_under_monev() -> None:
    read = unit(recommendations=[{"area_no": None, "recommendation": "Susun POS", **LATE}])
    part = chapters(minutes(small(read)))[text.MONEV]
    assert "Lewat tenggat, tanpa area (1):\n- Susun POS – tindak lanjut" in part


def test_unit_without_rows_has_its_minutes_too() -> None:
    written = minutes(small(unit()))
    assert "belum ada data monev" in written
    assert "Belum ada tenggat yang diisi" in written


def test_unreadable_evidence_is_said_and_no_percentage_given() -> None:
    listed = table(EVIDENCE, document("A.I.1.i.a", "Tersedia")).drop(columns="status")
    written = minutes(small(snapshot({EVIDENCE.name: listed}), unit(as_of=date(2025, 3, 31))))
    assert "%" not in chapters(written)[text.of_area(1, "Manajemen Perubahan")]
    assert "- Tabel Data Dukung tidak dapat dibaca, jadi tidak termasuk di sini." in written


@pytest.mark.parametrize("shows_names", [True, False])
def test_names_are_hidden_unless_shown_and_hostile_cells_stay_text(shows_names: bool) -> None:
    titles = ["Log Budi", HOSTILE, REVERSED, "*tebal*"]
    read = unit(
        documents=[
            document("A.I.1.i.a", "Belum", title=each, pic="Ketua Rina", **LATE) for each in titles
        ],
        settings={"Nama yang disamarkan": "Budi"},
    )
    written = minutes(small(read, shows_names=shows_names))
    assert ("Log Budi" in written) == ("Ketua Rina" in written) == shows_names
    assert ("Log B." in written) != shows_names
    assert "<script>alert(1)</script>" in written or "…" in written
    assert "\u202e" not in written
    assert "*tebal*" not in written
