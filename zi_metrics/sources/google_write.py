"""The one place that writes: an empty Google Sheet is filled, any other one is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import requests

from zi_metrics.errors import (
    SheetNotEmpty,
    SheetNotShared,
    SheetServerTrouble,
    SheetUnavailable,
)
from zi_metrics.labels import sheet_messages, template
from zi_metrics.sources.google_address import spreadsheet_id
from zi_metrics.sources.google_faults import NETWORK_FAULTS, explained
from zi_metrics.sources.google_http import WRITE_SCOPE, SheetsClient, client
from zi_metrics.sources.google_sheet import SheetAccess

FIELDS = (
    "sheets(properties(sheetId,title,sheetType),merges,"
    "data(rowData(values(userEnteredValue,note))))"
)

Request = dict[str, Any]

WRITE_SECONDS = 120.0
"""A whole template at once takes the server longer than any reading."""


@dataclass(frozen=True)
class ExistingTab:
    """A tab of the sheet before it is filled; a new sheet has one."""

    sheet_id: int
    title: str


def fill_empty_sheet(
    access: SheetAccess, compose: Callable[[Sequence[ExistingTab]], list[Request]]
) -> None:
    """Carry out requests on a sheet that holds nothing: all of them, or none.

    access: its key is that of an account that may edit the sheet, never the reader's. compose: the
    requests of one `spreadsheets.batchUpdate`, from the tabs there are. Raises SheetNotEmpty when
    any tab holds anything, SheetUnavailable when Google refuses or does not answer; it is never
    tried again by itself, for the first try may have gone through.
    """
    identifier = spreadsheet_id(access.address)
    writer = client(access.key, [WRITE_SCOPE], access.host)
    writer.limits.start(WRITE_SECONDS, silence=WRITE_SECONDS)
    found = _answer(writer, lambda: writer.spreadsheets_get(identifier, {"fields": FIELDS}))
    try:
        tabs = list(_empty_tabs(found))
    except (KeyError, TypeError, AttributeError) as cause:
        raise SheetServerTrouble(**sheet_messages.server_trouble(None)) from cause
    # One request, for only that is all or nothing; 0.3 MB, where Google recommends 2 at most.
    body = {"requests": compose(tabs)}
    _answer(writer, lambda: writer.batch_update(identifier, body))


def _empty_tabs(found: Mapping[str, Any]) -> Iterator[ExistingTab]:
    """The tabs; raises SheetNotEmpty for the first that holds anything, be it a merge or a note."""
    for sheet in found["sheets"]:
        properties = sheet["properties"]
        title = str(properties["title"])
        rows = [row for block in sheet.get("data", ()) for row in block.get("rowData", ())]
        holds_cells = any(cell for row in rows for cell in row.get("values", ()))
        is_grid = properties.get("sheetType", "GRID") == "GRID"
        if holds_cells or sheet.get("merges") or not is_grid:
            raise SheetNotEmpty(**sheet_messages.not_empty(title))
        yield ExistingTab(properties["sheetId"], title)


def _answer(writer: SheetsClient, call: Callable[[], Any]) -> Any:
    """What a request answers; its faults as a person who wants to write needs to hear them."""
    try:
        return call()
    except requests.exceptions.JSONDecodeError as cause:
        trouble = SheetServerTrouble(**sheet_messages.server_trouble(None))
        raise _for_writers(trouble, writer) from cause
    except NETWORK_FAULTS as fault:
        told = explained(fault, writer.account, writer.limits.server_clock_skew)
        raise _for_writers(told, writer) from fault


def _for_writers(fault: SheetUnavailable, writer: SheetsClient) -> SheetUnavailable:
    if isinstance(fault, SheetNotShared):
        return SheetNotShared(**template.not_editable(writer.account))
    if fault.may_pass:
        return type(fault)(fault.what, where=fault.where, remedy=template.RUN_AGAIN)
    return fault
