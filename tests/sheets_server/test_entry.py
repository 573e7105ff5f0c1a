"""What becomes of a typed text in locale in_ID."""

from __future__ import annotations

import pytest

from tests.sheets_server.book import Book
from tests.sheets_server.cell import CellContent, SheetError, Validation
from tests.sheets_server.display import displayed
from tests.sheets_server.entry import typed, with_separators_of

URL = "https://drive.google.com/file/d/X/view"


def _typed(text: str, previous: CellContent | None = None, locale: str = "in_ID") -> CellContent:
    return typed(text, locale, previous or CellContent())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("87,5", 87.5),
        ("1.250", 1250),
        ("1.250.000,75", 1250000.75),
        ("-5", -5),
        ("+5", 5),
        (",5", 0.5),
        ("0.125", 125),
        ("1e3", 1000),
        (" 7 ", 7),
    ],
)
def test_numbers_have_a_decimal_comma_and_dots_for_thousands(text: str, number: float) -> None:
    assert _typed(text) == CellContent(number)


@pytest.mark.parametrize("text", ["12.5", "1.2.3", "1,250,000", "1.25,5", "dua", "5 dokumen", "-"])
def test_what_is_no_number_here_stays_a_text(text: str) -> None:
    assert _typed(text) == CellContent(text)


@pytest.mark.parametrize(
    ("text", "serial", "kind", "shown"),
    [
        ("31/12/2025", 46022, "DATE", "31/12/2025"),
        ("1-2-2025", 45689, "DATE", "01/02/2025"),
        ("2025-02-01", 45689, "DATE", "01/02/2025"),
        ("1/2/25", 45689, "DATE", "01/02/2025"),
        ("31/12/2025 18:00", 46022.75, "DATE_TIME", "31/12/2025 18:00:00"),
        ("06:00", 0.25, "TIME", "06:00:00"),
    ],
)
def test_dates_are_day_first_and_become_serials(
    text: str, serial: float, kind: str, shown: str
) -> None:
    cell = _typed(text)
    assert (cell.value, cell.number_format) == (serial, kind)
    assert displayed(cell, "in_ID") == shown


@pytest.mark.parametrize("text", ["31/02/2025", "12/31/2025", "1/13/2025", "25:00", "2025-13-01"])
def test_a_day_that_does_not_exist_stays_a_text(text: str) -> None:
    assert _typed(text) == CellContent(text)


def test_elsewhere_the_month_comes_first_and_the_dot_is_the_decimal_sign() -> None:
    assert _typed("12/31/2025", locale="en_US").value == 46022
    assert _typed("0.125", locale="en_US").value == 0.125


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [("12%", 0.12, "12%"), ("85,37%", 0.8537, "85,37%")],
)
def test_percents_are_parts_of_one(text: str, number: float, shown: str) -> None:
    cell = _typed(text)
    assert cell.value == pytest.approx(number)
    assert cell.number_format == "PERCENT"
    assert displayed(cell, "in_ID") == shown


def test_rupiah_is_a_number() -> None:
    cell = _typed("Rp1.250.000")
    assert (cell.value, cell.number_format) == (1250000, "CURRENCY")
    assert displayed(cell, "in_ID") == "Rp1.250.000"


@pytest.mark.parametrize(("text", "flag"), [("TRUE", True), ("false", False)])
def test_true_and_false_are_truth_values(text: str, flag: bool) -> None:
    assert _typed(text) == CellContent(flag)


def test_an_address_becomes_a_link() -> None:
    assert _typed(URL) == CellContent(URL, link=URL)
    assert _typed(f"lihat {URL}") == CellContent(f"lihat {URL}")


def test_an_apostrophe_makes_a_text() -> None:
    assert _typed("'007") == CellContent("007")
    assert _typed("'=1+1") == CellContent("=1+1")


def test_a_cell_formatted_as_text_takes_everything_as_a_text() -> None:
    text = CellContent(number_format="TEXT")
    assert _typed("007", text) == CellContent("007", number_format="TEXT")
    assert _typed("=1+1", text).formula is None


def test_a_hyperlink_formula_is_a_link_with_its_text() -> None:
    formula = f'=HYPERLINK("{URL}"; "SK ""Tim""")'
    assert _typed(formula) == CellContent('SK "Tim"', formula=formula, link=URL)
    alone = f'=hyperlink("{URL}")'
    assert _typed(alone) == CellContent(URL, formula=alone, link=URL)


def test_a_comma_between_arguments_is_a_parse_error_where_it_is_the_decimal_sign() -> None:
    formula = f'=HYPERLINK("{URL}","SK")'
    assert _typed(formula).value == SheetError("ERROR", "Formula parse error.")
    assert _typed(formula, locale="en_US").value == "SK"


def test_other_formulas_are_still_loading() -> None:
    cell = _typed("=SUM(A1:A3)")
    assert isinstance(cell.value, SheetError)
    assert (cell.value.kind, cell.formula) == ("LOADING", "=SUM(A1:A3)")


def test_separators_change_between_arguments_only() -> None:
    assert with_separators_of('=HYPERLINK("a,b","x")', "in_ID") == '=HYPERLINK("a,b";"x")'
    assert with_separators_of('=HYPERLINK("a,b","x")', "en_US") == '=HYPERLINK("a,b","x")'


def test_typing_keeps_rule_note_and_format_and_drops_formula_and_links() -> None:
    rule = Validation("ONE_OF_LIST", ("Sudah", "Belum"))
    before = CellContent("x", formula="=A1", link="https://a", validation=rule, note="n")
    assert _typed("Sudah", before) == CellContent("Sudah", validation=rule, note="n")


def test_a_date_format_outlives_another_date() -> None:
    before = CellContent(46022, number_format="DATE_TIME")
    assert _typed("1/2/2025", before) == CellContent(45689, number_format="DATE_TIME")


def test_an_empty_text_clears_the_cell() -> None:
    assert _typed("", CellContent("x", note="n")) == CellContent(None, note="n")


def test_a_book_is_typed_into_by_its_own_locale() -> None:
    book = Book("ZI")
    book.add_tab("Monev")
    book.type("Monev", "F7", "1,5")
    assert book.tab("Monev")["F7"].value == 1.5
