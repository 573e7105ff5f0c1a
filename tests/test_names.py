"""Names of people come out as initials however they are written, and nothing else changes."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Sequence
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.labels.roles import DEGREES, HONORIFICS, ROLE_WORDS, WITHIN_NAMES
from zi_metrics.lke import load_catalogue
from zi_metrics.names import SHOW_ALL, Names, names_of, patterns
from zi_metrics.names.folded import Folded
from zi_metrics.settings import DATA_DIR
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.snapshot import Snapshot

OFFICIAL = [area.name for area in load_catalogue().areas] + [
    str(name) for name in load_catalogue().indicators["sub_area"].unique()
]


def hiding(*listed: str, pics: tuple[str | None, ...] = ()) -> Names:
    return names_of(listed, pics, OFFICIAL)


def of_snapshot(snapshot: Snapshot) -> Names:
    tables = (snapshot.indicators, snapshot.evidence, snapshot.recommendations)
    pics = [pic for rows in tables for pic in rows["pic"]]
    return names_of(snapshot.settings.hidden_names, pics, OFFICIAL)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Log harian Budi Santoso", "Log harian B.S."),
        ("LOG HARIAN BUDI SANTOSO", "LOG HARIAN B.S."),
        ("log budi santoso 2025", "log B.S. 2025"),
        ("Dibuat Budi   Santoso.", "Dibuat B.S."),
        ("Budi\nSantoso, Rina", "B.S., Rina"),
        ("Budi\u00a0Santoso", "B.S."),
        ("Bu\u200bdi San\u00adtoso", "B.S."),
        ("Budi\u200bSantoso", "B."),
        ("\u202eBudi Santoso", "\u202eB.S."),
        ("Ｂｕｄｉ　Ｓａｎｔｏｓｏ", "B.S."),
        ("𝐁𝐮𝐝𝐢 𝐒𝐚𝐧𝐭𝐨𝐬𝐨", "B.S."),
        ("Bu\u0301di Santoso\u0301!", "B.S.!"),
        ("Budi.Santoso_2025.pdf", "B.S._2025.pdf"),
        ("budi-santoso@balai.example", "B.S.@balai.example"),
        ("Budi (Bpk.) Santoso", "B.B.S."),
        ("Budi H. Santoso", "B.H.S."),
        ("Budi bin Santoso", "B.b.S.".upper()),
        ("SKP Budi Santoso's", "SKP B.S.'s"),
        ("tugas Budi Santosonya", "tugas B.S.nya"),
        ("(Budi Santoso)", "(B.S.)"),
        ("Budi Santoso/Rina", "B.S./Rina"),
    ],
)
def test_listed_name_is_found_however_it_is_written(written: str, shown: str) -> None:
    assert hiding("Budi Santoso").hide(written) == shown


@pytest.mark.parametrize(
    "text", ["Intisari dan sarikat", "sarian", "pesari", "Sarikat", "sarilahat"]
)
def test_name_within_another_word_is_left_alone(text: str) -> None:
    assert hiding("Sari").hide(text) == text


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Nur'aini", "Nuraini"),
        ("Nur'aini", "Nur’aini"),
        ("Nuraini", "Nur'aini"),
        ("Nuraini", "Nurʼaini"),
        ("José", "Jose"),
        ("Jose", "Jose\u0301"),
        ("Budi Santoso, S.Kom., M.Si.", "Budi Santoso"),
        ("Santoso, Budi", "SANTOSO, Budi"),
        ("Dr. Rina", "Rina"),
    ],
)
def test_name_is_found_in_another_spelling(listed: str, written: str) -> None:
    hidden = hiding(listed).hide(f"Log {written} 2025")
    assert not re.search(r"[A-Za-zÀ-ÿ]{4,}", hidden.removeprefix("Log "))


def test_longest_of_overlapping_names_is_hidden_whole() -> None:
    names = hiding("Mefrida Harahap", "Kabag Mefrida Harahap")
    assert names.hide("Log Kabag Mefrida Harahap, Mefrida Harahap") == "Log K.M.H., M.H."
    assert hiding("Ani Budi", "Budi Santoso").hide("Ani Budi Santoso") == "A.B.S."


def test_parts_of_a_name_are_hidden_where_they_are_meant_as_names() -> None:
    names = hiding("Budi Utama Santoso")
    assert names.hide("M. Santoso dan bu santoso") == "M. S. dan bu S."
    assert names.hide("Pendidikan budi pekerti") == "Pendidikan budi pekerti"
    assert names.hide("Kegiatan Utama") == "Kegiatan Utama"  # a word of the official list


@pytest.mark.parametrize(
    ("pic", "shown"),
    [
        ("Kabag Mefrida Harahap", "Kabag M.H."),
        ("Budi", "B."),
        ("Budi Santoso / Ketua Tim", "B.S. / Ketua Tim"),
        ("Koordinator Area 5 (Tono)", "Koordinator Area 5 (T.)"),
        ("Rina, S.E., M.Si.", "R., S.E., M.Si."),
        ("Sdr. Agus & Ani", "Sdr. A. & A."),
        ("koordinator: Nur'aini", "koordinator: N."),
        ("Koordinator\nBudi  Santoso", "Koordinator\nB.S."),
        ("M.H.", "M.H."),
        ("Ｂｕｄｉ", "B."),
        ("Tim Pelayanan Publik", "Tim Pelayanan Publik"),
        ("Pokja III", "Pokja III"),
        ("", ""),
    ],
)
def test_pic_keeps_roles_and_has_initials_for_all_else(pic: str, shown: str) -> None:
    assert hiding("Kabag Mefrida Harahap").pic(pic) == shown


def test_person_of_a_pic_is_hidden_in_titles_too() -> None:
    names = hiding(pics=("Kabag Mefrida Harahap", "Ketua Tim (Joko)", None))
    assert names.people == ("Mefrida Harahap", "Joko")
    assert names.hide("Log Mefrida Harahap dan joko") == "Log M.H. dan J."


def test_roles_of_the_sample_stay_as_they_are() -> None:
    snapshot = open_source("contoh").newest()
    names = of_snapshot(snapshot)
    assert names.people == ()
    for rows in (snapshot.indicators, snapshot.evidence, snapshot.recommendations):
        pd.testing.assert_frame_equal(names.in_rows(rows), rows)


def test_no_name_of_the_site_is_left_in_any_of_its_texts() -> None:
    snapshot = open_source("situs").newest()
    people = pd.read_csv(DATA_DIR / "situs" / "nama.csv")["nama"]
    words = {word for name in people for word in name.split()}
    shown = of_snapshot(snapshot).in_rows(snapshot.evidence)
    texts = " ".join(shown["title"].dropna()) + " ".join(shown["note"].dropna())
    assert not [word for word in words if word in texts]
    assert "SKP J.H.S." in texts


def test_titles_without_names_stay_as_they_are() -> None:
    snapshot = open_source("situs").newest()
    shown = of_snapshot(snapshot).in_rows(snapshot.evidence)
    assert int((shown["title"] != snapshot.evidence["title"]).sum()) == 11


def test_rows_keep_type_and_missing_cells_and_are_no_new_names() -> None:
    rows = pd.DataFrame(
        {
            "title": ["Log Budi", None],
            "note": pd.Series([None, "untuk BUDI"], dtype="str"),
            "pic": ["Rina", None],
            "code": ["A.I.1.i.a", None],
            "url": ["https://contoh.test/Budi", None],
            "due_on": pd.to_datetime([date(2025, 1, 2), None]),
            "days_late": pd.array([3, None], dtype="Int64"),
        }
    )
    before = rows.copy()
    shown = hiding("Budi").in_rows(rows)
    pd.testing.assert_frame_equal(rows, before)
    assert shown.dtypes.equals(rows.dtypes)
    assert shown.isna().equals(rows.isna())
    assert shown["title"][0] == "Log B."
    assert shown["note"][1] == "untuk B."
    assert shown["pic"][0] == "R."
    assert shown["url"][0] == "https://contoh.test/Budi"


@pytest.mark.parametrize(
    "address", ["https://a.test/Budi%20Santoso.pdf", "https://a.test/santoso-Budi"]
)
def test_address_with_a_name_in_it_is_known(address: str) -> None:
    assert hiding("Budi Santoso").is_named_in(address)
    assert not hiding("Budi Santoso").is_named_in("https://a.test/berkas.pdf")


def test_show_all_hides_nothing() -> None:
    rows = pd.DataFrame({"title": ["Budi"], "pic": ["Budi"]})
    assert SHOW_ALL.in_rows(rows) is rows
    assert (SHOW_ALL.hide("Budi"), SHOW_ALL.pic("Budi")) == ("Budi", "Budi")
    assert not SHOW_ALL.is_named_in("Budi")


def test_single_letter_is_no_name_to_look_for() -> None:
    assert hiding("B", "A.").hide("Area A. dan B") == "Area A. dan B"


def test_lists_of_words_are_as_words_are_matched() -> None:
    for listed in (ROLE_WORDS, HONORIFICS, DEGREES, WITHIN_NAMES):
        assert all(re.fullmatch(r"[a-z]+|[a-z]+\d[a-z]*|[a-z]\d", word) for word in listed)


SYLLABLES = st.sampled_from(
    ["ba", "gu", "ki", "lo", "mef", "ri", "sen", "to", "wi", "yan", "é", "Ñu"]
)
WORDS = st.lists(SYLLABLES, min_size=2, max_size=4).map("".join).map(str.capitalize)
PEOPLE = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
GAPS = st.sampled_from([" ", "  ", "\n", "\u00a0", ". ", " - ", "\u200b ", ", ", " H. "])
STYLES = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        lambda text: unicodedata.normalize("NFD", text),
        "\u200d".join,
        lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    ]
)


def whole_words(text: str) -> list[str]:
    """What is more than an initial, whatever stands unseen between its letters."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    seen = (mark for mark in plain if unicodedata.category(mark) not in {"Mn", "Cf"})
    return re.findall(r"[^\W\d_]{2,}", "".join(seen))


@given(PEOPLE, st.lists(GAPS, min_size=3, max_size=3), STYLES, st.booleans())
def test_no_listed_name_survives_in_any_text(
    person: str, gaps: list[str], style: object, from_pic: bool
) -> None:
    names = hiding(pics=(f"Ketua {person}",)) if from_pic else hiding(person)
    written = person.split(" ")[0] + "".join(
        gap + word for gap, word in zip(gaps, person.split(" ")[1:], strict=False)
    )
    hidden = names.hide(f"Log 1 {style(written)} (2025)")  # type: ignore[operator]
    assert whole_words(hidden) == ["log"]
    assert hidden.startswith("Log 1 ")
    assert hidden.endswith(" (2025)")
    assert names.hide(hidden) == hidden


@given(st.lists(PEOPLE, max_size=4), st.lists(PEOPLE, max_size=3), st.text(max_size=80))
def test_hiding_twice_is_hiding_once(listed: list[str], pics: list[str], text: str) -> None:
    names = hiding(*listed, pics=tuple(pics))
    for said in (text, f"{text}{''.join(listed)} {' '.join(pics)}", " ".join(listed)):
        assert names.hide(names.hide(said)) == names.hide(said)
        assert names.pic(names.pic(said)) == names.pic(said)


@given(
    st.lists(PEOPLE, min_size=1, max_size=4),
    st.text(alphabet="0123456789 .,-\n–“”()/", max_size=60),
)
def test_text_without_letters_is_unchanged(listed: list[str], text: str) -> None:
    assert hiding(*listed).hide(text) == text
    assert hiding(*listed).pic(text) == text


@given(st.lists(WORDS, max_size=3), st.lists(st.sampled_from(sorted(ROLE_WORDS)), max_size=4))
def test_no_word_of_a_pic_but_roles_is_left_whole(unknown: list[str], roles: list[str]) -> None:
    shown = hiding().pic(" ".join([*roles, *unknown]))
    known = (
        ROLE_WORDS | HONORIFICS | {w for name in OFFICIAL for w in re.findall(r"\w+", name.lower())}
    )
    for word in re.findall(r"[^\W\d_]{2,}", shown):
        assert word.casefold() in known


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_at_all_can_be_listed_and_hidden(name: str, text: str) -> None:
    names = hiding(name, pics=(name,))
    hidden = names.hide(f"{text} {name}")
    assert names.hide(hidden) == hidden
    assert isinstance(names.pic(name), str)


@given(st.lists(st.text(alphabet="ABab .,()2", min_size=1, max_size=8), unique=True))
def test_no_two_pics_told_apart_look_alike_and_the_first_has_no_number(pics: list[str]) -> None:
    names = names_of([], pics, [])
    labels = [names.apart(pics).pic(pic) for pic in pics]
    assert len(set(labels)) == len(pics)
    plain = [names.pic(pic) for pic in pics]
    assert labels[:1] == plain[:1]
    for label, alone in zip(labels, plain, strict=True):
        assert label.startswith(alone)


def test_namesakes_are_numbered_in_their_order_past_labels_that_are_taken() -> None:
    pics = ["Budi Santoso", "B.S. (2)", "Bambang Sutrisno", "Bayu Saputra"]
    names = names_of([], pics, []).apart(pics)
    assert [names.pic(pic) for pic in pics] == ["B.S.", "B.S. (2)", "B.S. (3)", "B.S. (4)"]
    assert names.pic("Bagas Samudra") == "B.S."


@pytest.mark.parametrize(
    ("pic", "people"),
    [
        ("Budi Santoso, S.T., M.Si, Rina", ["Budi Santoso", "Rina"]),
        ("S.T., Budi", ["Budi"]),
        (", S.T., Budi", ["Budi"]),
        ("Budi, S.T. Rina", ["Budi", "S.T. Rina"]),
        (",,Budi,,S.T.,", ["Budi"]),
    ],
)
def test_degrees_behind_a_comma_are_no_part_of_a_name(pic: str, people: list[str]) -> None:
    folded = Folded(pic)
    assert [pic[start:end] for start, end in patterns.personal(folded, ROLE_WORDS)] == people


def test_every_word_of_a_pic_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def counting(chunk: Sequence[str]) -> bool:
        looked_at.extend(chunk)
        return degrees(chunk)

    degrees = patterns._degrees
    monkeypatch.setattr(patterns, "_degrees", counting)
    patterns.personal(Folded("Budi, " + "a " * 1000), ROLE_WORDS)
    assert 0 < len(looked_at) <= 1001


def test_work_on_a_long_pic_grows_with_its_length_only() -> None:
    def took(letters: int) -> float:
        folded = Folded("a," * (letters // 2))
        times = []
        for _ in range(5):
            began = time.thread_time()
            patterns.personal(folded, ROLE_WORDS)
            times.append(time.thread_time() - began)
        return min(times)

    assert took(40_000) < 10 * took(10_000)  # four times as long; it was sixteen times
