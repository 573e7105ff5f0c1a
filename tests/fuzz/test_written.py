"""Whatever is typed where a number, a date, a period or an address belongs: a value, or none."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.budget import bounded
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.lke.results import part_named, read_result, result_parts
from zi_metrics.lke.scenario import read_scenario
from zi_metrics.matching import folded, name_key
from zi_metrics.periods import Period, parse_period, parse_quarter
from zi_metrics.report.plain import is_formula_like, plain
from zi_metrics.tables.cells import legible, unusable_text
from zi_metrics.tables.coerce import read_cells
from zi_metrics.tables.links import LinkState, link_state, web_addresses
from zi_metrics.tables.spec import Kind
from zi_metrics.tables.titles import is_vague
from zi_metrics.tables.unit_settings import read_unit_settings
from zi_metrics.tables.written import is_ambiguous_number, parse_date, parse_number

CATALOGUE = load_catalogue()
PIECES = [
    *(
        "0",
        "1",
        "31",
        "02",
        "2025",
        "9" * 400,
        ".",
        ",",
        "-",
        "/",
        " ",
        "%",
        "(",
        ")",
        "+",
        "e",
        "E",
    ),
    *("Januari", "Des", "Oktober", "TW", "Triwulan", "Semester", "II", "IV", "S1", "s.d.", "-"),
    *("A.I.1.i.a", "B.II", "A", "Ya", "Tidak", "34/35", ":", "_", "capaian-kinerja", "ipak"),
    *("https://", "http://a", "://", "@", "#", "?", "[", "]", "javascript:", "D:\\", "\\\\srv\\"),
    *("\u00a0", "\u200b", "\u202e", "\u0663", "\u00b2", "\u2160", "\ud800", "\0", "\n", "\t"),
    *("nan", "inf", "1e999", "-0", "0x1F", "1_000", "½", "１２", "<", "'", '"', ";", "=", "="),
]
typed = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.tuples(st.sampled_from(PIECES), st.integers(1, 3000)).map(lambda it: it[0] * it[1]),
)
READERS: dict[str, Callable[[str], Any]] = {
    "number": parse_number,
    "ambiguous": is_ambiguous_number,
    "date": parse_date,
    "period": parse_period,
    "quarter": parse_quarter,
    "addresses": web_addresses,
    "link": link_state,
    "unusable": unusable_text,
    "folded": folded,
    "name": name_key,
    "plain": plain,
    "legible": legible,
    "formula": is_formula_like,
    "vague": is_vague,
    "part": lambda text: part_named(text, CATALOGUE),
}


def assert_is_sound(value: Any) -> None:
    """A number that can be counted with, a day there is, a text that every file holds."""
    if isinstance(value, float):
        assert math.isfinite(value)
    if isinstance(value, Period) and value.ends_on is not None:
        assert isinstance(value.ends_on, date)
    if isinstance(value, LinkState):
        assert str(value)


@bounded(80)
@given(typed)
def test_reader_of_a_text_takes_any(text: str) -> None:
    began = time.process_time()
    for read in READERS.values():
        assert_is_sound(read(text))
    for address in web_addresses(text):
        assert address.lower().startswith(("http://", "https://"))
    legible(text).encode()
    plain(text).encode()
    assert time.process_time() - began < 5


@bounded(40)
@given(typed, st.sampled_from([*CATALOGUE.questions.values()]), typed)
def test_answer_and_result_take_any_text(text: str, question: Any, other: str) -> None:
    for written in (Written(text), Written(None, 3.0, 0.0)):
        answer = read_answer(written, question.options)
        assert answer.score is None or 0 <= answer.score <= 1
    for part in result_parts(CATALOGUE):
        read_result(other, part)


@bounded(60)
@given(typed)
def test_scenario_takes_any_text_and_comes_back_from_its_own(text: str) -> None:
    found = read_scenario(text, CATALOGUE)
    again = read_scenario(found.as_text, CATALOGUE)
    assert (again.answers, again.results) == (found.answers, found.results)
    assert again.refused == ()


@bounded(50)
@given(st.lists(st.one_of(typed, st.none(), st.booleans(), st.floats(), st.integers(),
                          st.dates(), st.datetimes()), max_size=5))  # fmt: skip
def test_cell_of_any_kind_is_a_value_or_odd(cells: list[Any]) -> None:
    for kind in Kind:
        values, odd = read_cells(cells, kind, 2025)
        assert len(values) == len(cells)
        assert all(0 <= position < len(cells) for position, _ in odd)
        for value in values:
            assert not isinstance(value, datetime) or kind is not Kind.DATE
            assert_is_sound(value)


@bounded(50)
@given(st.dictionaries(st.one_of(typed, st.sampled_from(["Unit", "Tahun penilaian", "Target "
       "kelengkapan", "Tanggal rapat", "SPIP jatuh tempo (hari)", "Nama yang disamarkan"])),
       typed, max_size=4))  # fmt: skip
def test_setting_of_any_text_is_read_or_reported(pairs: dict[str, str]) -> None:
    settings, problems = read_unit_settings(pairs)
    assert 0 <= settings.spip_due_days <= 366
    assert all(problem.read for problem in problems)


@pytest.mark.parametrize("length", [20_000])
@pytest.mark.parametrize("mark", ["1", "1.", "(", "http://", "a,", " ", "-", "\u0301", "I", "[]"])
def test_long_text_takes_no_more_than_its_time(mark: str, length: int) -> None:
    began = time.process_time()
    for read in READERS.values():
        read(mark * (length // len(mark)))
        read(mark * (length // len(mark)) + "!")
    assert time.process_time() - began < 10
