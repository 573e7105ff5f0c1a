"""Text of cells in files: what steers is gone, what people wrote is there."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.altered import HOSTILE, LONG, REVERSED
from zi_metrics.report.plain import ELLIPSIS, is_formula_like, plain, shortened

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("SK Tim", "SK Tim"),
        ("  dua\t spasi \n", "dua spasi"),
        ("dua\r\nbaris\u2028lagi", "dua baris lagi"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("a\ud800b\uffffc\ufdd0d\U0001fffe", "abcd"),
        ("\u202eterbalik\u202c \u2067x\u2069 \u200f\ufeff", "terbalik x"),
        ("57\u00a0% · 3\u202fkm", "57\u00a0% · 3\u202fkm"),
        ("\u05e9\u05dc\u05d5\u05dd مرحبا", "\u05e9\u05dc\u05d5\u05dd مرحبا"),
        ("👩\u200d💻 ✔️", "👩\u200d💻 ✔️"),
        ("=1+1", "=1+1"),
        ("", ""),
    ],
)
def test_plain_text_holds_what_was_written_and_steers_nothing(written: str, told: str) -> None:
    assert plain(written) == told


def test_markup_is_text_like_any_other() -> None:
    assert plain(HOSTILE) == HOSTILE
    assert plain(REVERSED) == "terbalik"


def test_lines_are_kept_where_asked() -> None:
    assert plain(" a \n\n\tb\r\n\u202ec", keeps_lines=True) == "a\nb\nc"


@given(ANY_TEXT, st.booleans())
def test_any_text_becomes_one_that_xml_and_utf_8_hold(text: str, keeps_lines: bool) -> None:
    told = plain(text, keeps_lines=keeps_lines)
    element = ET.Element("t")
    element.text = told
    assert ET.fromstring(ET.tostring(element, encoding="utf-8")).text == (told or None)
    assert plain(told, keeps_lines=keeps_lines) == told
    assert all(line == line.strip(" ") for line in told.split("\n"))
    assert keeps_lines or "\n" not in told


@given(ANY_TEXT)
def test_no_letter_is_lost(text: str) -> None:
    def letters(said: str) -> str:
        return "".join(mark for mark in said if unicodedata.category(mark)[0] in "LNPS")

    assert letters(plain(text)) == letters(text)


@given(ANY_TEXT, st.integers(2, 40))
def test_shortened_text_keeps_its_limit_and_its_beginning(text: str, limit: int) -> None:
    told = shortened(text, limit)
    assert len(told) <= limit
    assert told == text or (told.endswith(ELLIPSIS) and text.startswith(told[:-1]))


@pytest.mark.parametrize(
    ("text", "limit", "told"),
    [
        ("Log harian pegawai", 18, "Log harian pegawai"),
        ("Log harian pegawai", 15, "Log harian…"),
        ("Log harian, pegawai", 12, "Log harian…"),
        (LONG, 10, "PanjangPa…"),
        ("e\u0301e\u0301e\u0301", 4, "e\u0301…"),
    ],
)
def test_text_is_cut_at_a_word_and_never_inside_a_letter(text: str, limit: int, told: str) -> None:
    assert shortened(text, limit) == told


@pytest.mark.parametrize(
    "text",
    ["=1", "+62", "-5", "@x", "\t=1", "  =1", "＝1", "－5", "＠x", "\u2212 5", "\u200b=1", "\n@x"],
)
def test_text_like_a_formula_is_known(text: str) -> None:
    assert is_formula_like(text)


@pytest.mark.parametrize("text", ["", " ", "SK = 1", "a-b", "– tidak ada", "'=1", "1-2", "(=1)"])
def test_other_text_is_no_formula(text: str) -> None:
    assert not is_formula_like(text)
