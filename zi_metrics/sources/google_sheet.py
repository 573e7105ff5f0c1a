"""A Google Sheet as a workbook of grids: one masked request for all tabs, values and links."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import requests
from google.auth.exceptions import RefreshError

from zi_metrics.errors import SheetQuotaSpent, SheetServerTrouble, SheetUnavailable
from zi_metrics.labels import sheet_messages as text
from zi_metrics.sources.google_address import spreadsheet_id
from zi_metrics.sources.google_faults import NETWORK_FAULTS, explained
from zi_metrics.sources.google_http import READ_SCOPE, SheetsClient, client
from zi_metrics.sources.grid import Grid, Span, Value, Workbook
from zi_metrics.tables.cells import (
    LAST_SERIAL,
    SERIAL_EPOCH,
    Unusable,
    Why,
    legible,
    unusable_text,
)

FIELDS = (
    "spreadsheetId,properties(title),sheets(properties(sheetId,title,sheetType,hidden),merges,"
    "data(startRow,startColumn,"
    "rowData(values(effectiveValue,effectiveFormat(numberFormat(type)),hyperlink,"
    "textFormatRuns(startIndex,format(link)),chipRuns(chip(richLinkProperties(uri))))),"
    "rowMetadata(hiddenByUser,hiddenByFilter)))"
)
MOST_TRIES = 3
LAST_ROW, LAST_COLUMN = 1_000_000, 18_278
"""Beyond what a sheet of ten million cells could hold in these tables; column ZZZ."""
FIRST_PAUSE_SECONDS = 0.5
_MOMENTS = frozenset({"DATE", "DATE_TIME"})
_ERRORS = {
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
}


@dataclass(frozen=True)
class SheetAccess:
    """Which sheet, and how to get at it; never printed, it holds a key.

    address: as copied from a browser. key: of the service account. host: an emulator's.
    """

    address: str
    key: Mapping[str, Any]
    host: str | None = None

    def __repr__(self) -> str:
        return f"SheetAccess({self.address!r})"


class GoogleSheet:
    """One sheet, read again and again with the same connection and token."""

    def __init__(self, access: SheetAccess) -> None:
        """Makes no request; raises SheetNotConfigured when address or key are not usable."""
        self.identifier = spreadsheet_id(access.address)
        self._client: SheetsClient = client(access.key, [READ_SCOPE], access.host)

    @property
    def url(self) -> str:
        """Address of the sheet, without a tab."""
        return f"https://docs.google.com/spreadsheets/d/{self.identifier}/edit"

    def read(self) -> Workbook:
        """Everything in the sheet as it was at one moment; raises SheetUnavailable.

        At most three tries in thirty seconds; a server that asks to wait longer is left alone.
        """
        self._client.limits.start()
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._read_once()
            except SheetUnavailable as fault:
                pause = _pause(fault, attempt)
                if pause is None or pause >= self._client.limits.seconds_left:
                    raise
            time.sleep(pause)

    def _read_once(self) -> Workbook:
        try:
            answer = self._client.spreadsheets_get(
                self.identifier, {"fields": FIELDS, "prettyPrint": "false"}
            )
        except (requests.exceptions.JSONDecodeError, RecursionError) as cause:
            raise SheetServerTrouble(**text.server_trouble(None)) from cause
        except NETWORK_FAULTS as fault:
            limits = self._client.limits
            raise explained(fault, self._client.account, limits.server_clock_skew) from fault
        return parsed(answer, self.url)


def _pause(fault: SheetUnavailable, attempt: int) -> float | None:
    """Seconds until the next try; None when another one now would not help."""
    if attempt == MOST_TRIES or not fault.may_pass:
        return None
    if isinstance(fault.__cause__, RefreshError) and fault.__cause__.retryable:
        return None  # google-auth has asked the token server three times itself
    if isinstance(fault, SheetQuotaSpent) or fault.wait_seconds is not None:
        return fault.wait_seconds  # a quota is of a minute: nothing to try before, unless told so
    # jitter, so that many dashboards do not come back at the same moment
    return FIRST_PAUSE_SECONDS * 2.0 ** (attempt - 1) * random.uniform(0.5, 1.5)  # noqa: S311


def parsed(answer: Any, url: str | None) -> Workbook:
    """The answer of a masked `spreadsheets.get` as a workbook.

    Raises SheetServerTrouble when it is not shaped like one.
    """
    try:
        grids = tuple(
            _grid(sheet)
            for sheet in answer["sheets"]
            if sheet["properties"].get("sheetType", "GRID") == "GRID"
        )
        return Workbook(legible(answer["properties"]["title"]), grids, url)
    except (KeyError, TypeError, AttributeError, ValueError) as cause:
        raise SheetServerTrouble(**text.server_trouble(None)) from cause


def _grid(sheet: Mapping[str, Any]) -> Grid:
    properties = sheet["properties"]
    rows: list[list[Value]] = []
    links: dict[tuple[int, int], tuple[str, ...]] = {}
    hidden: set[int] = set()
    for block in sheet.get("data", []):
        top, left = block.get("startRow", 0), block.get("startColumn", 0)
        for number, row in enumerate(block.get("rowData", []), start=top):
            cells = row.get("values", [])
            _put(rows, number, left, [_value(cell) if cell else None for cell in cells])
            for column, cell in enumerate(cells, start=left):
                if cell and (targets := _links(cell)):
                    links[number, column] = targets
        shown = enumerate(block.get("rowMetadata", []), start=top)
        hidden.update(number for number, row in shown if row)  # only the two flags were asked for
    return Grid(
        title=legible(properties["title"]),
        rows=rows,
        links=links,
        merges=tuple(_span(merge) for merge in sheet.get("merges", [])),
        hidden_rows=frozenset(hidden),
        is_hidden=properties.get("hidden", False),
        gid=properties["sheetId"],
    )


def _put(rows: list[list[Value]], number: int, left: int, values: list[Value]) -> None:
    """Put the cells of a row in place, which may lie beyond the rows and columns so far."""
    if not (0 <= number < LAST_ROW and 0 <= left < LAST_COLUMN):
        raise ValueError(number, left)  # no sheet reaches so far, and memory neither
    rows.extend([] for _ in range(number + 1 - len(rows)))
    row = rows[number]
    row.extend([None] * (left + len(values) - len(row)))
    row[left : left + len(values)] = values


def _span(merge: Mapping[str, int]) -> Span:
    return Span(
        merge.get("startRowIndex", 0),
        merge.get("startColumnIndex", 0),
        merge["endRowIndex"],
        merge["endColumnIndex"],
    )


def _value(cell: Mapping[str, Any]) -> Value:
    holds = cell.get("effectiveValue")
    if not holds:
        return None
    if "stringValue" in holds:
        written = legible(holds["stringValue"])
        return unusable_text(written) or written or None
    if "numberValue" in holds:
        number = float(holds["numberValue"])
        kind = cell.get("effectiveFormat", {}).get("numberFormat", {}).get("type")
        return moment(number) if kind in _MOMENTS else number
    if "boolValue" in holds:
        return bool(holds["boolValue"])
    return _unusable(holds["errorValue"].get("type"))


def moment(serial: float) -> datetime | float:
    """The moment a serial number stands for; the number itself when there is none such."""
    if not 1 <= serial <= LAST_SERIAL:
        return serial
    return SERIAL_EPOCH + timedelta(seconds=round(serial * 86_400))


def _unusable(kind: str | None) -> Unusable:
    if kind == "LOADING":
        return Unusable(Why.NOT_COMPUTED, "Loading...")
    return Unusable(Why.ERROR, _ERRORS.get(kind or "", "#ERROR!"))


def _links(cell: Mapping[str, Any]) -> tuple[str, ...]:
    """Everything a cell leads to: a link on its whole text, on parts of it, or smart chips."""
    if whole := cell.get("hyperlink"):
        return (legible(whole),)
    parts = [
        run["format"]["link"].get("uri")
        for run in cell.get("textFormatRuns", ())
        if "link" in run.get("format", {})
    ]
    chips = [
        run["chip"]["richLinkProperties"].get("uri")
        for run in cell.get("chipRuns", ())
        if "richLinkProperties" in run.get("chip", {})
    ]
    return tuple(dict.fromkeys(legible(uri) for uri in [*parts, *chips] if uri))
