"""The template in an empty Google Sheet, written by the real client to the loopback server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sheets_server import (
    Area,
    Book,
    CellContent,
    Fault,
    LoggedRequest,
    SheetsServer,
    Tab,
    only_loopback,
)
from zi_metrics.errors import (
    ReaderError,
    SheetNotConfigured,
    SheetNotEmpty,
    SheetNotFound,
    SheetNotShared,
    SheetServerTrouble,
)
from zi_metrics.sources.google_sheet import SheetAccess
from zi_metrics.sources.google_write import ExistingTab
from zi_metrics.sources.key_file import read_key_file
from zi_metrics.template.delivery import to_sheet
from zi_metrics.template.plan import template
from zi_metrics.template.requests import fill_requests

TABS = template(2026)
TITLES = [tab.title for tab in TABS]
WRITER = "penulis@zi-uji.iam.gserviceaccount.com"
BOOK_ID = "b" * 44


@pytest.fixture
def server() -> Iterator[SheetsServer]:
    with only_loopback(), SheetsServer() as running:
        yield running


def access(server: SheetsServer, book: Book) -> SheetAccess:
    key = server.credentials(WRITER)
    return SheetAccess(server.url(book.spreadsheet_id), key, server.host)


def new_book(*tabs: Tab) -> Book:
    """As Google makes one for a person in another country: one tab, another language."""
    listed = list(tabs) or [Tab("Sheet1")]
    return Book(BOOK_ID, locale="en_US", time_zone="Etc/GMT", tabs=listed, editors={WRITER})


@pytest.fixture(scope="module")
def written() -> tuple[Book, list[LoggedRequest]]:
    """An empty sheet after the template was written to it, and what was asked of the server."""
    with only_loopback(), SheetsServer() as running:
        book = running.add(new_book())
        to_sheet(TABS, access(running, book))
        return book, running.requests_of("api")


@pytest.fixture
def filled(written: tuple[Book, list[LoggedRequest]]) -> Book:
    return written[0]


def values(tab: Tab, row: int, width: int) -> list[object]:
    cells = [tab.cells.get((row - 1, column)) for column in range(width)]
    return [cell.value if cell else None for cell in cells]


def test_tabs_stand_in_order_and_the_first_tab_is_ours(filled: Book) -> None:
    assert [tab.title for tab in filled] == TITLES
    assert filled.tabs[0].sheet_id == 0


def test_sheet_is_indonesian_from_then_on(filled: Book) -> None:
    assert (filled.locale, filled.time_zone) == ("in_ID", "Asia/Jakarta")


def test_every_cell_is_what_the_plan_says(filled: Book) -> None:
    for plan in TABS:
        tab, width = filled.tab(plan.title), len(plan.columns)
        assert values(tab, 1, width) == [column.header for column in plan.columns]
        for number, row in enumerate(plan.rows, start=2):
            assert values(tab, number, width) == list(row)
        assert (tab.column_count, tab.row_count) == (width, plan.last_row)


def test_headers_are_frozen_and_ask_before_they_are_changed(filled: Book) -> None:
    for tab in filled:
        assert tab.frozen_rows == 1
        (kept,) = tab.protected_ranges
        assert kept["warningOnly"] is True
        assert (kept["range"].get("startRowIndex", 0), kept["range"]["endRowIndex"]) == (0, 1)


def test_lists_and_dates_reach_the_last_row(filled: Book) -> None:
    evidence = filled.tab("Data Dukung")
    for row in (2, 303, 2000):
        status, due = evidence[f"E{row}"].validation, evidence[f"H{row}"].validation
        assert status is not None
        assert due is not None
        assert status.kind == "ONE_OF_LIST"
        assert due.kind == "DATE_IS_VALID"
        assert not status.strict
    codes = evidence["B2"].validation
    assert codes is not None
    assert codes.values == ("='Indikator'!$A$2:$A$111",)


def test_statuses_take_on_colours(filled: Book) -> None:
    assert [len(tab.conditional_rules) for tab in filled] == [0, 0, 0, 7, 5, 0, 0]


def test_one_read_and_one_write_are_enough(written: tuple[Book, list[LoggedRequest]]) -> None:
    asked = [(each.method, each.path.rpartition("/")[2]) for each in written[1]]
    assert asked == [("GET", BOOK_ID), ("POST", f"{BOOK_ID}:batchUpdate")]
    assert written[0].version == 2


def test_request_is_far_smaller_than_google_recommends() -> None:
    requests = fill_requests(TABS, [ExistingTab(0, "Sheet1")])
    assert 100_000 < len(json.dumps(requests)) < 500_000


def test_empty_tabs_of_our_names_are_used_and_others_stay_behind(server: SheetsServer) -> None:
    book = server.add(new_book(Tab("Lembar1", 7), Tab("monev", 1), Tab("Lembar3", 2)))
    to_sheet(TABS, access(server, book))
    assert [tab.title for tab in book] == [*TITLES, "Lembar3"]
    assert (book.tabs[0].sheet_id, book.tab("Monev").sheet_id) == (7, 1)
    assert len({tab.sheet_id for tab in book}) == len(TITLES) + 1


def test_format_alone_is_nothing(server: SheetsServer) -> None:
    book = server.add(new_book())
    book.type("Sheet1", "B2", "12%")
    book.tab("Sheet1")["B2"] = None
    to_sheet(TABS, access(server, book))
    assert [tab.title for tab in book] == TITLES


@pytest.mark.parametrize("kind", ["value", "formula", "second tab", "hidden tab", "note", "merge"])
def test_sheet_that_holds_anything_is_refused_and_left_alone(
    server: SheetsServer, kind: str
) -> None:
    book = server.add(new_book(Tab("Satu"), Tab("Dua", 5, hidden=kind == "hidden tab")))
    tab = book.tab("Dua" if "tab" in kind else "Satu")
    if kind == "merge":
        tab.merges.append(Area(0, 2, 0, 2))
    elif kind == "note":
        tab.put((3, 3), CellContent(note="Catatan"))
    else:
        book.type(tab.title, "C9", '=""' if kind == "formula" else "Sudah ada")
    before = repr(book)
    with pytest.raises(SheetNotEmpty, match=f"sudah berisi .tab “{tab.title}”"):
        to_sheet(TABS, access(server, book))
    assert repr(book) == before
    assert len(server.requests_of("api")) == 1


def test_account_that_may_only_read_is_told_to_become_editor(server: SheetsServer) -> None:
    book = server.add(new_book())
    book.editors = {"orang@lain.id"}
    with pytest.raises(SheetNotShared, match=f"Bagikan sheet kepada {WRITER} sebagai Editor"):
        to_sheet(TABS, access(server, book))
    assert [tab.title for tab in book] == ["Sheet1"]


def test_account_that_may_not_even_read_is_told_the_same(server: SheetsServer) -> None:
    book = server.add(new_book())
    book.readers = book.editors = {"orang@lain.id"}
    with pytest.raises(SheetNotShared, match="sebagai Editor"):
        to_sheet(TABS, access(server, book))


def test_address_of_no_sheet_is_refused(server: SheetsServer) -> None:
    with pytest.raises(SheetNotFound):
        to_sheet(TABS, access(server, new_book()))
    wrong = SheetAccess("https://contoh.id", server.credentials(WRITER), server.host)
    with pytest.raises(SheetNotConfigured, match="bukan alamat Google Sheet"):
        to_sheet(TABS, wrong)


def test_trouble_of_the_server_is_not_tried_again(server: SheetsServer) -> None:
    book = server.add(new_book())
    server.fail(Fault.UNAVAILABLE, 1)
    with pytest.raises(SheetServerTrouble, match="bila masih kosong, jalankan lagi"):
        to_sheet(TABS, access(server, book))
    assert len(server.requests_of("api")) == 1
    assert [tab.title for tab in book] == ["Sheet1"]


@pytest.mark.parametrize("content", [None, "bukan JSON", "[]", "\xff"])
def test_key_file_that_is_none_is_refused(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "kunci.json"
    if content is not None:
        path.write_bytes(content.encode("latin-1"))
    with pytest.raises(SheetNotConfigured, match="Kunci akun layanan tidak dapat dibaca"):
        read_key_file(path)


def test_key_that_is_not_whole_is_refused_without_repeating_it(server: SheetsServer) -> None:
    book = server.add(new_book())
    key = server.credentials(WRITER) | {"private_key": "RAHASIA"}
    with pytest.raises(ReaderError) as refused:
        to_sheet(TABS, SheetAccess(server.url(BOOK_ID), key, server.host))
    assert "RAHASIA" not in str(refused.value)
    assert [tab.title for tab in book] == ["Sheet1"]
