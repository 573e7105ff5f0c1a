"""A served book that tests change by spreadsheets:batchUpdate."""

from __future__ import annotations

from typing import Any

import gspread
import pytest
from gspread.exceptions import APIError

from tests.sheets_server.book import Book

# GridRange of the first cell of the tab 0.
CELL = {
    "sheetId": 0,
    "startRowIndex": 0,
    "endRowIndex": 1,
    "startColumnIndex": 0,
    "endColumnIndex": 1,
}


class Sheet:
    """A served book, its first tab, and its batchUpdate."""

    def __init__(self, client: gspread.Client, book: Book) -> None:
        self.book = book
        self.tab = book.tabs[0]
        self._client = client.http_client

    def change(self, *requests: dict[str, Any], **more: Any) -> Any:
        """The replies; with more in the body, the whole answer."""
        answer = self._client.batch_update("ZI", {"requests": list(requests), **more})
        assert answer["spreadsheetId"] == "ZI"
        return answer["replies"] if set(answer) == {"spreadsheetId", "replies"} else answer

    def refusal(self, *requests: dict[str, Any]) -> str:
        """The message of the 400 that the requests meet."""
        with pytest.raises(APIError) as refused:
            self.change(*requests)
        assert refused.value.code == 400
        return str(refused.value.error["message"])

    def read(self, fields: str) -> Any:
        """The sheets of a masked spreadsheets.get."""
        return self._client.spreadsheets_get("ZI", {"fields": fields})["sheets"]
