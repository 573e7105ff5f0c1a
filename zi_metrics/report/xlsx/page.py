"""A sheet of xlsxwriter with two habits of its own."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet


class Page(Worksheet):  # type: ignore[misc]  # xlsxwriter ships no types
    """Takes formulas as they are, and gives rows a height only to begin with.

    xlsxwriter looks for the newest functions in every formula, thirty times; ours have none, and
    half the time of a workbook would go there. A height that is fixed would not follow a text that
    somebody makes longer.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        del expand_future_functions
        return formula.removeprefix("=")

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        kept = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)
