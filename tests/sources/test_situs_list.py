"""The curated list of the unit's site says what the site says: nothing lost, nothing invented.

`tests/golden/situs.txt` is the list part of the site, verbatim. It is parsed here on its own,
without the package and without the helper columns of `data/situs/indikator.csv`.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "situs.txt"
SITUS = ROOT / "data" / "situs"
GOLDEN_SHA256 = "590e802e0ae34833f1c469610efc0b04d7077fe94657e75a9e5dfa5843b04050"

Row = dict[str, str]
Rows = list[Row]

# Heading on the site -> official sub-area; an item's letter is its running number there.
SUB_AREA_OF_HEADING = {
    "Penyusunan Tim Kerja": "A.I.1.i",
    "Rencana Pembangunan Zona": "A.I.1.ii",
    "Pemantauan dan Evaluasi Pembangunan WBK/WBBM": "A.I.1.iii",
    "Perubahan pola pikir dan budaya kerja": "A.I.1.iv",
    "Prosedur Operasional Tetap (SOP) Kegiatan Utama": "A.I.2.i",
    "Sistem Pemerintahan Berbasis Elektronik (SPBE)": "A.I.2.ii",
    "Keterbukaan Informasi Publik": "A.I.2.iii",
    "Perencanaan Kebutuhan Pegawai sesuai dengan Kebutuhan Organisasi": "A.I.3.i",
    "Pola Mutasi Internal": "A.I.3.ii",
    "Pengembangan Pegawai Berbasis Kompetensi": "A.I.3.iii",
    "Penetapan Kinerja Individu": "A.I.3.iv",
    "Penegakan Aturan Disiplin/Kode Etik/Kode Perilaku Pegawai": "A.I.3.v",
    "Sistem Informasi Kepegawaian": "A.I.3.vi",
    "Keterlibatan Pimpinan": "A.I.4.i",
    "Pengelolaan Akuntabilitas Kinerja": "A.I.4.ii",
    "Pengendalian Gratifikasi": "A.I.5.i",
    "Penerapan Sistem Pengendalian Intern Pemerintah (SPIP)": "A.I.5.ii",
    "Pengaduan Masyarakat": "A.I.5.iii",
    "Whistle-Blowing System": "A.I.5.iv",
    "Penanganan Benturan Kepentingan": "A.I.5.v",
    "Standar Pelayanan": "A.I.6.i",
    "Budaya Pelayanan Prima": "A.I.6.ii",
    "Penilaian Kepuasan terhadap Pelayanan": "A.I.6.iv",
    "Pemanfaatan Teknologi Informasi": "A.I.6.v",
}
MOVED = {
    ("Budaya Pelayanan Prima", 7): "A.I.6.iii.a",
    ("Budaya Pelayanan Prima", 8): "A.I.6.iii.b",
    ("Budaya Pelayanan Prima", 9): "A.I.6.iii.c",
}
ABSENT = ["A.I.2.iii.a", "A.I.2.iii.b"]
ROWS_PER_AREA = {"1": 26, "2": 13, "3": 70, "4": 42, "5": 43, "6": 109}
MONTHS = "januari|maret|april|juni|juli|september|oktober|desember"
PERIOD_WORDS = re.compile(rf"\b(20\d\d|semester|triwulan|{MONTHS})\b", re.IGNORECASE)
# Rulings for items that follow a comma and yet repeat no leading words of another item.
REPEATS_NOTHING = {"P2", "P3", "P6"}
PERIOD_FORMS = re.compile(
    r"20\d\d|Juni|Desember|Semester (I|II)|Triwulan (I|II|III|IV)"
    r"|Januari–Maret|April–Juni|Juli–September|Oktober–Desember"
)


SPI_REPORTS = (
    "Laporan SPI Januari–Maret; Laporan SPI April–Juni"
    "; Laporan SPI Juli–September; Laporan SPI Oktober–Desember"
)
# Indicator -> what its comma enumeration shows, title and period together.
ENUMERATIONS = [
    ("A.I.1.i.a", "SK Tim ZIWBK 2023; SK Tim ZIWBK 2024; SK Tim ZIWBK 2025"),
    ("A.I.1.iii.b", "Juni; Desember"),
    ("A.I.1.iii.c", "Juni; Desember"),
    ("A.I.3.i.c", "Log harian kepala; Log harian Kabag Mefrida Harahap; Log harian Aprilda"),
    ("A.I.3.ii.c", "Log harian Mefrida Harahap; Log harian Aprilda"),
    ("A.I.3.iii.a", "LKP: Mefrida Harahap; LKP: Mahmun Zulkifli"),
    ("A.I.4.i.c", "Reviu Renstra; Reviu LAKIN"),
    (
        "A.I.4.ii.d",
        "Pengukuran Kinerja Triwulan I; Pengukuran Kinerja Triwulan II"
        "; Pengukuran Kinerja Triwulan III; Pengukuran Kinerja Triwulan IV; Tindak lanjut",
    ),
    ("A.I.5.ii.a", SPI_REPORTS),
    ("A.I.5.ii.d", SPI_REPORTS),
    ("A.I.5.iii.a", "Pos Pelayanan Aduan; Pos Pelayanan ULT"),
]


class SiteItem(NamedTuple):
    heading: str
    number: int
    question: str
    separator: str
    evidence: str

    @property
    def code(self) -> str:
        own = f"{SUB_AREA_OF_HEADING[self.heading]}.{'abcdefghi'[self.number - 1]}"
        return MOVED.get((self.heading, self.number), own)


def site_items(text: str) -> list[SiteItem]:
    """Every `- question : evidence` of the site, under its heading, in site order."""
    items: list[SiteItem] = []
    heading, number = "", 0
    for line in text.splitlines():
        if not line.startswith("- "):
            heading, number = line, 0
            continue
        number += 1
        found = re.fullmatch(r"([^:]*?)(?:(\s*:\s*)(.*\S))?\s*", line[2:])
        assert found, line
        items.append(SiteItem(heading, number, *(found[part] or "" for part in (1, 2, 3))))
    return items


def read_rows(name: str) -> Rows:
    with (SITUS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_by_code(rows: Rows) -> dict[str, Rows]:
    groups: dict[str, Rows] = {}
    for row in rows:
        groups.setdefault(row["kode"], []).append(row)
    return groups


def words(text: str) -> list[str]:
    """The words of a text and its label colons; dashes between words and spacing do not count."""
    return re.findall(r"[^\s:–]+|:", text)


def shown_words(row: Row) -> list[str]:
    """What a row shows: title, then period, unless the period is all there is."""
    period = [] if row["periode"] == row["judul"] else words(row["periode"])
    return words(row["judul"]) + period


def leading_row(rows: Rows, position: int) -> Row:
    """First row of the comma enumeration that the row at `position` stands in."""
    while position and rows[position - 1]["pemisah"].strip() == ",":
        position -= 1
    return rows[position]


def wording_faults(rows: Rows, position: int) -> list[str]:
    """Faults of a title and period against the item's own text, word by word."""
    row = rows[position]
    shown, own = shown_words(row), words(row["teks_situs"])
    kept = shown[max(len(shown) - len(own), 0) :]
    period_count = len(shown) - len(words(row["judul"]))
    split = len(kept) - period_count
    faults = []
    if not row["judul"] or len(shown) < len(own) or kept[:split] != own[:split]:
        faults.append("title is not the site's wording")
    if [word.casefold() for word in kept[split:]] != [word.casefold() for word in own[split:]]:
        faults.append("period is not the site's wording")
    if PERIOD_WORDS.search(row["judul"]) and row["judul"] != row["periode"]:
        faults.append("period left in the title")
    return faults


def repetition_faults(rows: Rows, position: int) -> list[str]:
    """Faults of the words a title has beyond its own item: they open its enumeration."""
    row, lead = rows[position], leading_row(rows, position)
    shown = shown_words(row)
    repeated = shown[: max(len(shown) - len(words(row["teks_situs"])), 0)]
    if lead is row:
        return ["words the site does not have"] if repeated else []
    if not repeated and row["ruling"] not in REPEATS_NOTHING:
        return ["leading words of the enumeration are missing"]
    if repeated != shown_words(lead)[: len(repeated)]:
        return ["words that do not open the enumeration"]
    return []


def splitting_faults(rows: Rows, position: int) -> list[str]:
    """Faults of the cut: two items in one row, an unknown separator, an unexplained mark."""
    row, last = rows[position], position == len(rows) - 1
    text, separator = row["teks_situs"], row["pemisah"]
    faults = []
    if not text or text != text.strip() or ";" in text:
        faults.append("not one item")
    if not re.fullmatch(r"[;.]?" if last else r"\s*[;,:]\s*", separator):
        faults.append(f"separator {separator!r}")
    if re.search("[,:]", text + separator) and not row["ruling"]:
        faults.append("comma or colon without a ruling")
    return faults


def list_faults(items: list[SiteItem], rows: Rows) -> list[str]:
    """Every way in which the rows do not say what the site says, one line per fault."""
    groups = rows_by_code(rows)
    evidence = {item.code: item.evidence for item in items}
    faults = [f"{code}: not on the site" for code in groups if code not in evidence]
    for code, text in evidence.items():
        own = groups.get(code, [])
        if "".join(row["teks_situs"] + row["pemisah"] for row in own) != text:
            faults.append(f"{code}: rows do not rebuild the site's text")
        for position, row in enumerate(own):
            for check in (wording_faults, repetition_faults, splitting_faults):
                faults += [f"{code} {row['urutan']}: {fault}" for fault in check(own, position)]
    return faults


@pytest.fixture(scope="module")
def items() -> list[SiteItem]:
    return site_items(GOLDEN.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows() -> Rows:
    return read_rows("data_dukung.csv")


@pytest.fixture(scope="module")
def indicators() -> dict[str, Row]:
    return {row["kode"]: row for row in read_rows("indikator.csv")}


# --- the site ---------------------------------------------------------------------------------


def test_golden_copy_is_the_site_as_read() -> None:
    assert hashlib.sha256(GOLDEN.read_bytes()).hexdigest() == GOLDEN_SHA256


def test_site_has_24_headings_and_85_indicators(items: list[SiteItem]) -> None:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("- ")] == list(SUB_AREA_OF_HEADING)
    assert len(items) == len({item.code for item in items}) == 85


def test_site_names_no_evidence_for_17_indicators(items: list[SiteItem]) -> None:
    assert sum(not item.evidence for item in items) == 17


# --- the rows ---------------------------------------------------------------------------------


def test_rows_rebuild_the_site_and_add_no_word(items: list[SiteItem], rows: Rows) -> None:
    assert list_faults(items, rows) == []


def test_rows_follow_the_site_and_are_numbered_from_one(items: list[SiteItem], rows: Rows) -> None:
    groups = rows_by_code(rows)
    assert list(groups) == [item.code for item in items if item.evidence]
    assert [row["kode"] for row in rows] == [code for code in groups for _ in groups[code]]
    for own in groups.values():
        assert [row["urutan"] for row in own] == [str(n + 1) for n in range(len(own))]


def test_rows_number_303(rows: Rows) -> None:
    assert Counter(row["kode"].split(".")[2] for row in rows) == ROWS_PER_AREA
    assert len(rows) == 303


def test_every_period_has_a_closed_form(rows: Rows) -> None:
    periods = [row["periode"] for row in rows if row["periode"]]
    assert [period for period in periods if not PERIOD_FORMS.fullmatch(period)] == []
    assert len(periods) == 27


@pytest.mark.parametrize(("code", "titles"), ENUMERATIONS)
def test_enumeration_repeats_its_leading_words(code: str, titles: str, rows: Rows) -> None:
    own = rows_by_code(rows)[code]
    enumerated = [
        " ".join(dict.fromkeys((row["judul"], row["periode"]))).strip()
        for position, row in enumerate(own)
        if row["pemisah"].strip() == "," or leading_row(own, position) is not row
    ]
    assert enumerated == titles.split("; ")


def test_one_event_with_commas_stays_one_row(rows: Rows) -> None:
    assert [row["judul"] for row in rows if "," in row["judul"]] == [
        "Koordinasi Kepala Sekolah, Pengawas, dan Tenaga Kependidikan"
    ]


def test_colon_is_a_label_except_between_two_unlike_documents(rows: Rows) -> None:
    assert [row["judul"] for row in rows if ":" in row["judul"]] == [
        "Dokumentasi: Anda memasuki wilayah ZI",
        "Tambahan: laporan monev penempatan pegawai",
        "LKP: Mefrida Harahap",
        "LKP: Mahmun Zulkifli",
    ]
    assert [row["judul"] for row in rows if ":" in row["pemisah"]] == [
        "Penyampaian usul peta jabatan"
    ]


def test_document_named_twice_in_one_indicator_is_two_rows(rows: Rows) -> None:
    named = Counter((row["kode"], row["judul"].casefold(), row["periode"]) for row in rows)
    assert {key: times for key, times in named.items() if times > 1} == {
        ("A.I.4.ii.h", "sertifikat sakip", ""): 2
    }


# --- the indicators ---------------------------------------------------------------------------


def test_indicators_hold_question_and_evidence_verbatim(
    items: list[SiteItem], indicators: dict[str, Row]
) -> None:
    columns = ("judul_situs", "urutan_situs", "teks_pertanyaan", "pemisah_pertanyaan")
    kept = {
        code: (*(row[name] for name in columns), row["teks_data_dukung"])
        for code, row in indicators.items()
        if code not in ABSENT
    }
    assert list(kept) == [item.code for item in items]
    assert kept == {
        item.code: (item.heading, str(item.number), item.question, item.separator, item.evidence)
        for item in items
    }


def test_two_indicators_are_present_and_flagged_absent_from_the_site(
    indicators: dict[str, Row],
) -> None:
    flagged = [
        row for row in indicators.values() if row["catatan"].startswith("tidak ada di situs")
    ]
    assert len(indicators) == 87
    assert [row["kode"] for row in flagged] == ABSENT
    for row in flagged:
        assert row["judul_situs"] == "Keterbukaan Informasi Publik"
        parts = ("urutan_situs", "teks_pertanyaan", "teks_data_dukung")
        assert [row[part] for part in parts] == ["", "", ""]


def test_three_moved_indicators_say_where_the_site_has_them(indicators: dict[str, Row]) -> None:
    notes = {
        code: row["catatan"]
        for code, row in indicators.items()
        if "berada di bawah" in row["catatan"]
    }
    assert notes == {
        code: f"di situs berada di bawah judul {heading}, butir {number}"
        for (heading, number), code in MOVED.items()
    }


def test_indicator_without_evidence_says_so(indicators: dict[str, Row]) -> None:
    without = [row for row in indicators.values() if "tidak menyebut data dukung" in row["catatan"]]
    assert len(without) == 17
    assert all(row["teks_pertanyaan"] and not row["teks_data_dukung"] for row in without)


# --- the names and the rulings ----------------------------------------------------------------


def test_four_names_are_listed_and_each_has_a_role(rows: Rows) -> None:
    names, roles = read_rows("nama.csv"), read_rows("peran.csv")
    titles = "\n".join(row["judul"] for row in rows)
    assert [row["nama"] for row in names] == [row["nama"] for row in roles]
    assert len(names) == len({row["peran"] for row in roles}) == 4
    spellings = [s for row in names for s in (row["nama"], *row["ejaan_lain"].split("|")) if s]
    assert [spelling for spelling in spellings if spelling not in titles] == []
    assert not any(row["nama"] in role["peran"] for row in names for role in roles)


def test_every_ruling_a_row_names_is_written_down(rows: Rows) -> None:
    written = re.findall(r"^\| (P\d+) \|", (SITUS / "putusan.md").read_text("utf-8"), re.MULTILINE)
    assert written == [f"P{number + 1}" for number in range(len(written))]
    assert {row["ruling"] for row in rows} - {""} <= set(written)


def test_rulings_state_the_totals_of_the_rows(rows: Rows) -> None:
    text = (SITUS / "putusan.md").read_text("utf-8")
    totals = re.findall(
        r"^\| (?:(\d)\. [^|]+|\*\*Jumlah\*\*) \| \D*?(\d+)\D*? \|", text, re.MULTILINE
    )
    assert {area: int(count) for area, count in totals} == {**ROWS_PER_AREA, "": len(rows)}


# --- the checks can fail ----------------------------------------------------------------------


def without_row(rows: Rows, at: int) -> Rows:
    return rows[:at] + rows[at + 1 :]


def with_row_twice(rows: Rows, at: int) -> Rows:
    return rows[: at + 1] + rows[at:]


def with_row_before_its_neighbour(rows: Rows, at: int) -> Rows:
    if at == 0:
        return without_row(rows, at)
    return [*rows[: at - 1], rows[at], rows[at - 1], *rows[at + 1 :]]


def change(column: str, edit: Callable[[str], str]) -> Callable[[Rows, int], Rows]:
    def changed(rows: Rows, at: int) -> Rows:
        return [*rows[:at], {**rows[at], column: edit(rows[at][column])}, *rows[at + 1 :]]

    return changed


MUTATIONS = {
    "dropped row": without_row,
    "doubled row": with_row_twice,
    "swapped rows": with_row_before_its_neighbour,
    "changed word of the site": change("teks_situs", lambda text: text[:-1] + "x"),
    "corrected case of a title": change("judul", str.swapcase),
    "word added to a title": change("judul", lambda text: f"{text} resmi"),
    "word put before a title": change("judul", lambda text: f"Dokumen {text}"),
    "first word lost from a title": change("judul", lambda text: " ".join(text.split()[1:])),
    "last letter lost from a title": change("judul", lambda text: text[:-1]),
    "lost period": change("periode", lambda text: ""),
    "changed period": change("periode", lambda text: f"{text} 2019"),
    "changed separator": change("pemisah", lambda text: f"{text}."),
}


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS)
def test_check_notices_each_mutation_of_each_row(
    mutation: Callable[[Rows, int], Rows], items: list[SiteItem], rows: Rows
) -> None:
    item_of = {item.code: item for item in items}
    changed = [
        (code, at, mutation(own, at))
        for code, own in rows_by_code(rows).items()
        for at in range(len(own))
        if mutation(own, at) != own
    ]
    unnoticed = [(code, at) for code, at, own in changed if not list_faults([item_of[code]], own)]
    assert len(changed) >= 27
    assert unnoticed == []


def test_check_notices_an_item_the_site_adds(items: list[SiteItem], rows: Rows) -> None:
    for item in items:
        longer = item._replace(evidence=f"{item.evidence}; Dokumen baru")
        own = rows_by_code(rows).get(item.code, [])
        assert list_faults([longer], own) == [f"{item.code}: rows do not rebuild the site's text"]


def test_check_notices_rows_of_an_indicator_the_site_does_not_have(
    items: list[SiteItem], rows: Rows
) -> None:
    stray = {**rows[0], "kode": "A.I.2.iii.a"}
    assert list_faults(items, [*rows, stray]) == ["A.I.2.iii.a: not on the site"]
