"""How cells look: one format per kind of content, made once per workbook."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from zi_metrics.charts.palette import FILL
from zi_metrics.labels.xlsx import DIFFERENT
from zi_metrics.report.xlsx.plan import Kind, Look

FONT_SIZE = 10
_TEXT, _FAINT, _LINE = "#11171D", "#5D6873", "#D5DBE1"
_INPUT, _FORMULA, _ITEM = "#0072B2", "#5D6873", "#DCEBF5"
_COMPUTED, _STRONG = "#F1F3F5", "#DCEBF5"
_LATE, _LINK, _BADGE = "#9C3D00", "#00568A", "#F5D999"
_SHARE_OF_TINT = 0.3

_RIGHT = {"align": "right", "indent": 1}
_WORDS = {"text_wrap": True, "align": "left", "indent": 1}
_OF_KIND: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: _WORDS,
    Kind.LINK: {"align": "left", "indent": 1},
    Kind.DATE: {"num_format": "dd/mm/yyyy", "align": "center"},
    Kind.COUNT: {"num_format": "#,##0", **_RIGHT},
    Kind.FLAG: {"num_format": '"ya";"ya";"–"', "align": "center"},
    Kind.POINTS: {"num_format": "0.00##", **_RIGHT},
    Kind.SHARE: {"num_format": "0.00%", "text_wrap": True, **_RIGHT},
    Kind.DIFFERENCE: {"num_format": '"+"0.0;"−"0.0;0.0', **_RIGHT},
    Kind.CUT: {"num_format": "0.00", **_RIGHT},
    Kind.GAP: {"num_format": '"+"0.00;"−"0.00', **_RIGHT},
    Kind.GAP_SHARE: {"num_format": '"+"0.00%;"−"0.00%', **_RIGHT},
    Kind.MARK: {"align": "center"},
    Kind.STATE: _WORDS,
}
_OF_LOOK: dict[Look, dict[str, Any]] = {
    Look.PLAIN: {},
    Look.HEADING: {"bold": True, "font_size": 14},
    Look.BADGE: {"bold": True, "bg_color": _BADGE},
}


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[object, Format] = {}

    def cell(
        self,
        kind: Kind,
        *,
        is_computed: bool = False,
        is_strong: bool = False,
        is_quoted: bool = False,
        is_linked: bool = False,
    ) -> Format:
        """A cell of a table; quoted: a text that a program might take for a formula."""
        key = (kind, is_computed, is_strong, is_quoted, is_linked)
        if key not in self._made:
            more: dict[str, Any] = {"valign": "top", "bottom": 1, "bottom_color": _LINE}
            if is_computed or is_strong:
                more["bg_color"] = _STRONG if is_strong else _COMPUTED
            if is_linked:
                more |= {"font_color": _LINK, "underline": 1}
            self._made[key] = self._format(
                _OF_KIND[kind] | more | {"bold": is_strong, "quote_prefix": is_quoted}
            )
        return self._made[key]

    def header(self, kind: Kind, *, is_input: bool, is_computed: bool) -> Format:
        """A header; whether people enter something below it or it is computed shows."""
        fill = _INPUT if is_input else _FORMULA if is_computed else _ITEM
        ink = _TEXT if fill == _ITEM else "#FFFFFF"
        look = {"bold": True, "text_wrap": True, "valign": "vcenter", "num_format": "General"}
        look |= {"bg_color": fill, "font_color": ink}
        return self._once(("header", fill, kind), _OF_KIND[kind] | look)

    def fact(self, look: Look, *, is_name: bool = False, is_quoted: bool = False) -> Format:
        """A line above the table; is_name: what a value beside it is called."""
        more = {"bold": True, "font_color": _FAINT} if is_name else {}
        more |= {"quote_prefix": is_quoted}
        return self._once((look, is_name, is_quoted), _OF_LOOK[look] | more)

    def fact_value(self, kind: Kind) -> Format:
        """A date or number above the table."""
        return self._once(("fact", kind), _OF_KIND[kind] | {"align": "left"})

    def tint(self, state: str) -> Format:
        """The tint of a state, under dark text."""
        fill = _BADGE if state == DIFFERENT else _tint(FILL[state])
        return self._once(("tint", state), {"bg_color": fill, "font_color": _TEXT}, is_bare=True)

    def late(self) -> Format:
        """A number of days late."""
        return self._once("late", {"bold": True, "font_color": _LATE}, is_bare=True)

    def _once(self, key: object, look: dict[str, Any], *, is_bare: bool = False) -> Format:
        if key not in self._made:
            self._made[key] = self._book.add_format(look) if is_bare else self._format(look)
        return self._made[key]

    def _format(self, look: dict[str, Any]) -> Format:
        return self._book.add_format({"font_size": FONT_SIZE, "font_color": _TEXT} | look)


def has_tint(state: str) -> bool:
    """Whether a word has a colour."""
    return state == DIFFERENT or state in FILL


def _tint(colour: str) -> str:
    """A colour thinned with white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - _SHARE_OF_TINT * (255 - part)):02X}" for part in parts)
