"""A sheet of xlsxwriter with a few habits of its own."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet


class Page(Worksheet):  # type: ignore[misc]  # xlsxwriter ships no types
    """Takes formulas as they are, and gives rows a height only to begin with.

    xlsxwriter looks for the newest functions in every formula, thirty times; ours have none, and
    half the time of a workbook would go there. A height that is fixed would not follow a text that
    somebody makes longer. Its own methods write without asking whether a place is called A1.
    """

    def text(self, row: int, at: int, shown: str, look: Format) -> None:
        """Write a text; row and column are counted from 0, here and below."""
        self._write_string(row, at, shown, look)

    def number(self, row: int, at: int, number: float, look: Format) -> None:
        """Write a number."""
        self._write_number(row, at, number, look)

    def empty(self, row: int, at: int, look: Format) -> None:
        """Write an empty cell that has a look."""
        self._write_blank(row, at, None, look)

    def formula(self, row: int, at: int, formula: str, look: Format, result: str | float) -> None:
        """Write a formula with its result."""
        self._write_formula(row, at, formula, look, result)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        del expand_future_functions
        return formula.removeprefix("=")

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        kept = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)
