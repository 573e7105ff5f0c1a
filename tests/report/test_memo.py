"""Memos: every figure as on screen, within a message's length, and nothing that formats itself."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.builders import document, unit
from tests.pages.altered import HOSTILE, LONG, REVERSED
from tests.report.meetings import shipped, small
from tests.tables.builders import snapshot, table
from zi_metrics.labels import figures as label
from zi_metrics.labels import memo as text
from zi_metrics.labels import screen
from zi_metrics.labels.sources import SAMPLE_BADGE
from zi_metrics.metrics.overdue import late_by_pic, overdue_items
from zi_metrics.names import SHOW_ALL, names_of
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.memo import Memo, memos
from zi_metrics.report.message import LONGEST_MESSAGE, Section, cell, links, message
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.records import records

AS_OF = date(2025, 6, 30)
LATE = {"due_on": date(2025, 6, 20)}
SOURCES = ("contoh", "situs")


def memo(told: list[Memo], file_part: str) -> str:
    return next(each.text for each in told if each.file_part == file_part)


def of_pic(told: list[Memo]) -> list[Memo]:
    return [each for each in told if each.file_part.startswith("pic-")]


@pytest.mark.parametrize("source", SOURCES)
def test_memos_are_of_the_unit_its_six_areas_and_its_pics(source: str) -> None:
    told = memos(shipped(source))
    assert [each.file_part[:7] for each in told[:7]] == [
        "unit",
        *(f"area-{number}-" for number in range(1, 7)),
    ]
    assert all(each.file_part.startswith("pic-") for each in told[7:])
    assert len({each.file_part for each in told}) == len(told)


@pytest.mark.parametrize("source", SOURCES)
def test_every_memo_is_stamped_and_fits_a_message(source: str) -> None:
    told = shipped(source)
    for each in memos(told):
        assert each.text.splitlines()[-1] == told.stamp
        assert (SAMPLE_BADGE.upper() in each.text) == (source == "contoh")
        assert len(each.text) <= LONGEST_MESSAGE
        assert told.unit in each.text


@pytest.mark.parametrize("source", SOURCES)
def test_figures_of_unit_and_areas_are_those_of_the_screen(source: str) -> None:
    told = shipped(source)
    written = memos(told)
    groups = [("unit", told.total, told.items)] + [
        (f"area-{area.number}-{area.slug}", told.by_area[area.number], items)
        for area, items in zip(told.areas, told.items_by_area.values(), strict=True)
    ]
    for file_part, figures, items in groups:
        words = figure_texts(figures, items)
        lines = memo(written, file_part).splitlines()
        assert f"{label.WEIGHTED} (poin LKE): {words.weighted}" in lines
        assert f"{label.INDICATORS_COMPLETE}: {words.indicators}" in lines
        assert f"{label.EVIDENCE_COMPLETE}: {words.evidence}" in lines
        assert f"{label.VERIFICATION}: {words.verification}" in lines
        assert f"{label.FOLLOW_UP}: {words.follow_up}" in lines
        assert f"{label.SPIP_SUBMITTED}: {words.spip_submitted}" in lines
        assert f"{label.SPIP_ON_TIME}: {words.spip_on_time}" in lines


def test_every_late_item_is_listed_or_counted_in_its_area() -> None:
    told = shipped("contoh")
    written = memos(told)
    for area in told.areas:
        late = overdue_items(told.items.of_area(area.number))
        shown = memo(written, f"area-{area.number}-{area.slug}")
        assert (f"{text.LATE} ({len(late)})" in shown) == (len(late) > 0)
        section = shown.partition(text.LATE)[2].partition(f"\n\n{text.MISSING}")[0]
        rest = re.search(r"dan (\d+) lainnya", section)
        assert section.count("\n- ") + int(rest[1] if rest else 0) == len(late)


def test_late_work_of_each_pic_is_in_their_memo() -> None:
    told = shipped("contoh")
    written = memos(told)
    for row in records(late_by_pic(told.late)):
        if row.pic is not None:
            (own,) = [each.text for each in written if each.title == f"PIC: {row.pic}"]
            assert f"{text.LATE} ({row.total_count})" in own
            assert f"lewat {row.longest_days} hari" in own


def test_memo_of_a_pic_counts_documents_and_recommendations_of_theirs_only() -> None:
    read = unit(
        documents=[
            document("A.I.1.i.a", "Tersedia", pic="Perencana", title="SK"),
            document("A.I.1.i.b", "Disusun", pic="Perencana", title="Matriks", **LATE),
            document("A.I.1.i.b", "Belum", pic="Perencana", due_on=date(2025, 8, 1)),
            document("A.I.1.i.b", "N/A", pic="Perencana", reason="bukan wewenang"),
            document("A.I.1.i.b", "Tersedia", pic="Analis SDM"),
        ],
        recommendations=[
            {"recommendation": "Lengkapi", "pic": "Perencana", "due_on": date(2025, 7, 9)},
            {"recommendation": "Tuntas", "pic": "Perencana", "status": "Selesai"},
        ],
    )
    own = memo(memos(small(read)), "pic-perencana")
    assert "Kelengkapan data dukung: 1 dari 3 · 33\u00a0%" in own
    assert "Tindak lanjut: 1 dari 2 · 50\u00a0%" in own
    assert "- Matriks – A.I.1.i.b – tenggat 20 Jun 2025, lewat 10 hari" in own
    assert "- SK Tim – A.I.1.i.b – Belum ada – tenggat 1 Agu 2025" in own
    assert "- Lengkapi – Dalam proses – tenggat 9 Jul 2025" in own
    assert "Tuntas" not in own


def test_pic_without_open_items_hears_so_and_items_of_nobody_have_a_memo() -> None:
    read = unit(
        documents=[
            document("A.I.1.i.a", "Tersedia", pic="Perencana"),
            document("A.I.1.i.b", "Belum"),
        ]
    )
    told = memos(small(read))
    assert text.NO_WORK in memo(told, "pic-perencana")
    assert f"{text.WITHOUT_EVIDENCE} (85)" in memo(told, "pic-tanpa-pic")  # 87 but two
    assert [each.file_part for each in told][-1] == "pic-tanpa-pic"


def test_links_are_web_addresses_only_and_say_so_when_one_holds_a_name() -> None:
    names = names_of(["Budi Santoso"], [], [])
    assert links("lihat https://a.test/1, dan https://a.test/2", SHOW_ALL) == [
        "   https://a.test/1",
        "   https://a.test/2",
    ]
    assert links("javascript:alert(1)", SHOW_ALL) == []
    assert links(None, SHOW_ALL) == []
    assert links("https://a.test/Budi%20Santoso.pdf", names) == [f"   {text.LINK_NAMES_SOMEBODY}"]
    assert links(f"https://a.test/{'x' * 400}", SHOW_ALL) == [f"   {text.LINK_TOO_LONG}"]


@pytest.mark.parametrize("shows_names", [True, False])
def test_names_are_hidden_in_every_memo_unless_shown(shows_names: bool) -> None:
    read = unit(
        documents=[
            document(
                "A.I.1.i.a",
                "Belum",
                title="Log Budi Santoso",
                pic="Kabag Rina Dewi",
                note="x",
                **LATE,
            ),
            document("A.I.1.i.b", "Belum", title="SKP Rina", pic="Kabag Rina Dewi", **LATE),
        ],
        settings={"Nama yang disamarkan": "Budi Santoso"},
    )
    told = memos(small(read, shows_names=shows_names))
    everything = " ".join(f"{each.title} {each.file_part} {each.text}" for each in told)
    for name in ("Budi", "Santoso", "Rina", "Dewi", "rina-dewi"):
        assert (name in everything) == shows_names
    for initials in ("B.S.", "Kabag R.D.", "SKP R."):
        assert (initials in everything) != shows_names


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*tebal* _miring_ ~coret~ `kode`", "∗tebal∗ ˍmiringˍ ∼coret∼ ˋkodeˋ"),
        ("SK_Tim_2025 dan 2*3", "SK_Tim_2025 dan 2*3"),
        ("**_~`", "∗∗ˍ∼ˋ"),
        ("a\n> kutip", "a > kutip"),
    ],
)
def test_marks_that_a_messenger_reads_stay_signs(written: str, shown: str) -> None:
    assert cell(written) == shown


@given(st.text(alphabet="ab *_~`.\n", max_size=40))
def test_no_cell_can_open_a_format(written: str) -> None:
    assert not re.search(r"(^|[^A-Za-z])[*_~`]|[*_~`]($|[^A-Za-z])", cell(written))


def test_hostile_long_and_reversed_cells_stay_text_of_one_line() -> None:
    texts = [HOSTILE, REVERSED, LONG * 20, "=1+1", "- - -", "שלום עולם"]
    read = unit(
        documents=[
            document("A.I.1.i.a", "Belum", title=each, pic=each, url=each, **LATE) for each in texts
        ]
    )
    for each in memos(small(read, shows_names=True)):
        assert len(each.text) <= LONGEST_MESSAGE
        assert "\u202e" not in each.text
        assert re.fullmatch(r"[a-z0-9-]+", each.file_part)
    area = memo(memos(small(read, shows_names=True)), "area-1-manajemen-perubahan")
    assert "<img src=x onerror=alert(1)>" in area
    assert "- =1+1 – A.I.1.i.a" in area
    assert "שלום עולם" in area
    assert "javascript:alert(1)\n" not in area


def test_pics_that_differ_in_signs_only_have_files_of_their_own() -> None:
    read = unit(
        documents=[
            document("A.I.1.i.a", "Belum", pic="Tim ZI!"),
            document("A.I.1.i.a", "Belum", title="b", pic="Tim ZI?"),
            document("A.I.1.i.a", "Belum", title="c", pic="团队"),
        ]
    )
    parts = [each.file_part for each in of_pic(memos(small(read, shows_names=True)))]
    assert sorted(parts) == ["pic-lain", "pic-tanpa-pic", "pic-tim-zi", "pic-tim-zi-2"]


def test_numbered_file_does_not_meet_a_pic_written_with_that_number() -> None:
    rows = [
        document("A.I.1.i.a", "Belum", title=pic, pic=pic) for pic in ("UPG!", "UPG?", "UPG? (2)")
    ]
    parts = [each.file_part for each in of_pic(memos(small(unit(documents=rows))))]
    assert sorted(parts[:-1]) == ["pic-upg", "pic-upg-2", "pic-upg-2-2"]


def test_table_that_cannot_be_read_is_said_to_be_left_out() -> None:
    listed = table(EVIDENCE, document("A.I.1.i.a", "Tersedia")).drop(columns="status")
    told = memos(small(snapshot({EVIDENCE.name: listed})))
    for each in told:
        assert text.not_included("Data Dukung") in each.text
        assert text.NO_GAPS not in each.text
        assert screen.NOTHING_OVERDUE not in each.text


ENTRIES = st.lists(st.text(alphabet="ab ", min_size=1, max_size=400), max_size=40)


@given(st.lists(ENTRIES, min_size=1, max_size=4))
def test_sections_share_a_message_and_say_what_they_leave_out(lists: list[list[str]]) -> None:
    sections = [Section(f"BAGIAN {n}", entries) for n, entries in enumerate(lists)]
    told = message(["kepala"], sections, ["kaki"])
    assert len(told) <= LONGEST_MESSAGE
    for number, (entries, part) in enumerate(
        zip(lists, re.split(r"BAGIAN \d+", told)[1:], strict=True)
    ):
        rest = re.search(r"^dan (\d+) lainnya$", part, re.MULTILINE)
        left_out = int(rest[1]) if rest else 0
        assert all(entry in part for entry in entries[: len(entries) - left_out]), number
        assert left_out < len(entries) or not entries or len(told) > LONGEST_MESSAGE - 500


def test_short_sections_leave_their_room_to_long_ones() -> None:
    long = [f"butir panjang {number} {'x' * 80}" for number in range(60)]
    told = message([], [Section("A", ["satu"]), Section("B", long)], [])
    assert told.count("butir") > 30
