"""A message of plain text: sections that share a limited room, and cells that format nothing.

Sent through WhatsApp, `*`, `_`, `~` and a backtick would make text bold, slanted, struck or fixed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zi_metrics.labels import memo as text
from zi_metrics.names import Names
from zi_metrics.report.plain import plain, shortened
from zi_metrics.tables.links import web_addresses

LONGEST_MESSAGE = 3500
LONGEST_LINE = 110
LONGEST_LINK = 300
INDENT = "   "
# Between two letters a mark formats nothing (SK_Tim_2025); else another sign stands in.
_MARKS = re.compile(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
_LOOK_ALIKE = {"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "\u02cb"}


@dataclass(frozen=True)
class Section:
    """A heading and its entries, the weightiest first.

    note: said below them, or instead of them; is_counted: whether the heading says how many.
    """

    title: str
    entries: Sequence[str]
    note: str = ""
    is_counted: bool = True


def message(head: Sequence[str], sections: Sequence[Section], foot: Sequence[str]) -> str:
    """One message of at most LONGEST_MESSAGE characters, head and foot allowing.

    Sections take turns until nothing more fits; how many entries each leaves out is said.
    """
    shown = _shares(sections, LONGEST_MESSAGE - _length([*head, "", *foot]))
    lines = [*head]
    for section, number in zip(sections, shown, strict=True):
        left_out = len(section.entries) - number
        lines += ["", _title(section), *section.entries[:number]]
        lines += [text.others(left_out)] if left_out else []
        lines += [section.note] if section.note else []
    return "\n".join([*lines, "", *foot]) + "\n"


def cell(written: str, limit: int = LONGEST_LINE) -> str:
    """The text of a cell in one short line, with nothing in it that a messenger formats."""
    return _MARKS.sub(lambda mark: _LOOK_ALIKE[mark[0]], shortened(plain(written), limit))


def links(url: str | None, names: Names) -> list[str]:
    """The web addresses of a cell, each on a line of its own, or why one is left out."""
    return [f"{INDENT}{_link(plain(address), names)}" for address in web_addresses(url)]


def _link(address: str, names: Names) -> str:
    if len(address) > LONGEST_LINK:
        return text.LINK_TOO_LONG
    return text.LINK_NAMES_SOMEBODY if names.is_named_in(address) else address


def _title(section: Section) -> str:
    number = len(section.entries) if section.is_counted else 0
    return text.heading(section.title, number) if number else section.title


def _shares(sections: Sequence[Section], room: int) -> list[int]:
    """How many entries of each section fit, one at a time in turns."""
    room -= sum(
        _length(["", _title(each), text.others(len(each.entries)), each.note]) for each in sections
    )
    shown = [0] * len(sections)
    waiting = [number for number, each in enumerate(sections) if each.entries]
    while waiting:
        for number in list(waiting):
            entries = sections[number].entries
            size = _length([entries[shown[number]]])
            if fits := size <= room:
                room -= size
                shown[number] += 1
            if not fits or shown[number] == len(entries):
                waiting.remove(number)
    return shown


def _length(lines: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in lines)
