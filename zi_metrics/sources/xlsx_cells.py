"""What a cell of an .xlsx file holds: its value, typed, and the address its formula leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time
from math import isfinite

from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900, from_excel

from zi_metrics.sources.grid import Value
from zi_metrics.sources.xlsx_parts import TRUE, DateStyles, Element, unescaped
from zi_metrics.tables.cells import Unusable, Why, legible, unusable_text

LONGEST_FORMULA = 60
MOST_FORMULA = 8192
"""Characters that Excel allows in a formula; in a longer one no address is looked for."""
# possessive throughout, so that the time grows no faster than the formula
_QUOTED = r'"((?:[^"]++|"")*+)"'
_HYPERLINK = re.compile(
    rf"\s*+HYPERLINK\(\s*+{_QUOTED}\s*+(?:[,;]\s*+(?:{_QUOTED}\s*+|([^\"]*)))?\)\s*+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CellReader:
    """Reads the cells of one tab.

    strings: the texts its workbook's cells share; styles: which of its styles show dates; epoch:
    the day its serial numbers count from.
    """

    strings: list[str]
    styles: DateStyles
    epoch: datetime = CALENDAR_WINDOWS_1900
    _shared_formulas: dict[str, str] = field(default_factory=dict, init=False)

    def read(self, cell: Element) -> tuple[Value, str | None]:
        """The value of a cell, and the address of a HYPERLINK formula that spells it out."""
        if "f" not in cell.texts:
            return self._stored(cell), None
        formula = self._formula(cell)
        link = _HYPERLINK.fullmatch(formula) if len(formula) <= MOST_FORMULA else None
        address = _unquoted(link[1]) if link else None
        if _has_result(cell):
            return self._stored(cell), address
        if link and link[3] is None:  # a label that needs no computing, or none at all
            return _text(_unquoted(link[1] if link[2] is None else link[2])), address
        shown = f"={formula}"
        short = f"{shown[:LONGEST_FORMULA]}…" if len(shown) > LONGEST_FORMULA else shown
        return Unusable(Why.NOT_COMPUTED, short), address

    def _formula(self, cell: Element) -> str:
        """The formula without its equals sign; of a shared one, as its first cell has it."""
        written, group = cell.texts["f"], cell.formula.get("si")
        if group is None:
            return written
        if written:
            self._shared_formulas[group] = written
        return self._shared_formulas.get(group, "")

    def _stored(self, cell: Element) -> Value:
        kind = cell.attributes.get("t", "n")
        if kind == "inlineStr":
            return _text(unescaped(cell.texts.get("t", "")))
        stored = cell.texts.get("v")
        if not stored:
            return None
        if kind == "s":
            return _text(self.strings[int(stored)])
        if kind in {"b", "e"}:
            return stored in TRUE if kind == "b" else _error(stored)
        return self._number(stored, cell) if kind in {"n", "d"} else _text(unescaped(stored))

    def _number(self, stored: str, cell: Element) -> Value:
        """A number, or the moment that its style or its notation makes of it."""
        try:
            if cell.attributes.get("t") == "d":
                return _iso_moment(stored)
            number = float(stored)
        except ValueError:  # what is no number is shown as it is, and reported where it stands
            return _text(stored)
        if not isfinite(number):
            return _error(stored)
        # a time of day without a date stays a part of a day, as in a Google Sheet
        if int(cell.attributes.get("s", 0)) not in self.styles.dates or 0 <= number < 1:
            return number
        try:
            moment = from_excel(number, self.epoch)
        except (OverflowError, ValueError):  # past the last day there is
            return number
        return moment if isinstance(moment, datetime) else number


def _has_result(cell: Element) -> bool:
    """Whether a formula's result is stored; a stored empty text is one."""
    kind = cell.attributes.get("t", "n")
    if kind == "inlineStr":
        return "t" in cell.texts
    return bool(cell.texts.get("v")) or (kind == "str" and "v" in cell.texts)


def _unquoted(text: str) -> str:
    return text.replace('""', '"')


def _text(text: str) -> Value:
    shown = legible(text)
    return unusable_text(shown) or shown or None


def _error(shown: str) -> Unusable:
    return unusable_text(shown) or Unusable(Why.ERROR, shown)


def _iso_moment(stored: str) -> datetime | float:
    """A moment in ISO notation, without zone; of a time of day, the part of the day."""
    try:
        return datetime.fromisoformat(stored).replace(tzinfo=None)
    except ValueError:
        clock = time.fromisoformat(stored)
        return (clock.hour * 3600 + clock.minute * 60 + clock.second) / 86_400
