"""Letters in print: those the fonts have as they are, others as their code; long words break."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from zi_metrics.report.pdf.glyphs import COVERED, drawn, pieces
from zi_metrics.report.pdf_file import fonts

MISSING = "\x00"
"""What reading a PDF gives for a letter that no font had."""
SHEET = b"""
#set text(font: ("IBM Plex Sans", "DejaVu Sans Mono"))
#for mark in json(bytes(sys.inputs.marks)) [#mark ]
"""


def read_back(marks: list[str]) -> str:
    made = typst.compile(
        SHEET, format="pdf", font_paths=fonts(), sys_inputs={"marks": json.dumps(marks)}
    )
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)


def test_every_covered_character_is_in_some_font() -> None:
    marks = [chr(number) for first, last in COVERED for number in range(first, last + 1)]
    assert MISSING not in read_back(marks)


def test_a_character_without_a_font_is_seen_to_be_missing() -> None:
    assert MISSING in read_back(["\U0001f600"])


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("SK Tim 2025 – ½", "SK Tim 2025 – ½"),
        ("● Tersedia ≥ 3", "● Tersedia ≥ 3"),
        ("نص", "نص"),
        ("😀 SK", "[U+1F600] SK"),
        ("中文", "[U+4E2D][U+6587]"),
        ("e\u0301", "é"),
        ("☁\ufe0f", "☁"),
        ("ko\u00adordinasi", "koordinasi"),
    ],
)
def test_text_is_printed_with_codes_for_what_no_font_has(written: str, printed: str) -> None:
    assert drawn(written) == printed


@given(st.text())
def test_only_covered_characters_are_printed(text: str) -> None:
    printed = {ord(mark) for mark in drawn(text)}
    covered = {number for first, last in COVERED for number in range(first, last + 1)}
    controls = {number for number in printed if number < 0x20 or number == 0x7F}
    assert printed - controls <= covered


def test_a_word_wider_than_its_column_may_break() -> None:
    word = "sangatpanjangsekali" * 3
    broken = pieces(f"Tautan {word} lengkap", 30)
    assert isinstance(broken, list)
    assert broken[0] == "Tautan "
    assert max(map(len, broken[1:-1])) <= 4
    assert broken[-1] == " lengkap"


def test_words_that_fit_are_left_whole() -> None:
    told = "Mempertanggungjawabkan pelaksanaan kegiatan"
    assert pieces(told, 45) == told


@given(st.text(), st.floats(min_value=5, max_value=150))
def test_breaking_loses_nothing(text: str, width: float) -> None:
    assert "".join(pieces(text, width)) == text
