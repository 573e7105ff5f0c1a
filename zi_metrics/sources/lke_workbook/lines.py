"""The rows of a worksheet as lines: a letter or number of the hierarchy, and a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zi_metrics.matching import folded
from zi_metrics.sources.grid import Value
from zi_metrics.sources.lke_workbook.find import repeats_header
from zi_metrics.sources.lke_workbook.sheet import Sheet

_LONGEST_MARKER = 20
_MARKER = re.compile(r"[\s(]*([a-h]|[ivx]{1,4}|\d{1,4}|[-\u2022])[\s.)]*")
_CODE = re.compile(r"[ab]\.[ivx]+\.[1-6]\.[ivx]+(?:\.[a-h])?\.?")
_BEFORE_TEXT = re.compile(
    r"\s*(?:([ab]\.[ivx]+\.[1-6]\.[ivx]+(?:\.[a-h])?)\.?\s+|([a-h]|[ivx]{1,4}|\d{1,2})\s*[.)]\s*"
    r"|([a-h])\s+|([-\u2013\u2014\u2022])\s*)(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """A row of the hierarchy.

    marker: the letter, number or code before its text, in lower case, `-` for a dash, empty
    without one. column: of the text. is_asked: whether the row has a type of answer or an answer.
    above: texts left of it in the same row.
    """

    row: int
    marker: str
    text: str
    column: int
    kind: str
    answer: Value
    above: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        """Whether the row says how to answer, or was answered."""
        return bool(self.kind) or self.answer is not None

    @property
    def letter(self) -> str:
        """The letter of a question."""
        return self.marker if len(self.marker) == 1 and self.marker in "abcdefgh" else ""


def lines_of(sheet: Sheet) -> Iterator[Line]:
    """The rows that hold something of a worksheet; blank ones and the header again are left out."""
    layout, rows = sheet.layout, sheet.grid.rows
    for row in range(layout.first_row, len(rows)):
        cells = rows[row][layout.texts.start : layout.texts.stop]
        texts = _texts(cells, layout.texts.start)
        answer, kind = sheet.answer(row), sheet.kind(row)
        if not texts and answer is None and not kind:
            continue
        if repeats_header(rows[row], layout):
            continue
        marker, text, column = texts[-1] if texts else ("", "", layout.texts.start)
        above = tuple(said for _, said, _ in texts[:-1])
        yield Line(row, marker, text, column, kind, answer, above)


def _texts(cells: Sequence[Value], first: int) -> list[tuple[str, str, int]]:
    """The texts of a row with the marker before each; a marker alone has an empty text."""
    found: list[tuple[str, str, int]] = []
    waiting: tuple[str, int] | None = None
    for column, cell in enumerate(cells, start=first):
        marker = _marker(cell)
        if marker is not None:
            waiting = (marker, column)
        elif isinstance(cell, str) and cell.strip():
            own, text = _split(cell)
            before = waiting[0] if waiting else ""
            is_number = before.isdigit() and bool(own)
            found.append((own if is_number or not before else before, text, column))
            waiting = None
    if waiting and not waiting[0].isdigit():
        found.append((waiting[0], "", waiting[1]))
    return found


def _marker(cell: Value) -> str | None:
    """The letter, number or code that is all a cell holds."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float | int):
        return str(int(cell)) if float(cell).is_integer() else None
    if not isinstance(cell, str) or len(cell) > _LONGEST_MARKER:
        return None
    word = folded(cell)
    if _CODE.fullmatch(word):
        return word.rstrip(".")
    found = _MARKER.fullmatch(word)
    return found[1].replace("\u2022", "-") if found else None


def _split(text: str) -> tuple[str, str]:
    """The marker at the beginning of a text, and the text after it."""
    found = _BEFORE_TEXT.match(text)
    if not found:
        return "", text.strip()
    code, marker, letter, dash = found.groups()
    said = code or marker or letter or ("-" if dash else "")
    return said.casefold(), text[found.end() :].strip()
