"""The documents and links that stand beside a question, however they were put into their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_metrics.labels import lke_workbook as text
from zi_metrics.matching import folded
from zi_metrics.sources.lke_workbook.model import Document
from zi_metrics.sources.lke_workbook.placed import Kind, Placed
from zi_metrics.sources.lke_workbook.sheet import Sheet, shown
from zi_metrics.sources.lke_workbook.words import LINK_BEGINNINGS, LINK_LABELS, NO_DOCUMENT
from zi_metrics.tables.links import web_addresses

MOST_PER_CELL = 100
_NUMBERED = re.compile(r"\(?\d{1,2}[.)](?:\s+|(?=\D))")
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?\d{1,2}[.)]\s+(?=\S)")
_BULLET = re.compile(
    r"(?:[-\u2013\u2014*\u2022\u25cf\u25aa\u25e6\u00b7\u2713\u2714\u27a2>]+|o )\s*(?=\S)"
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BETWEEN = re.compile(";")
_BETWEEN_ADDRESSES = re.compile(r";(?=\s|https?://|$)", re.IGNORECASE)
_AROUND = " \t:;,|()[]\u2013\u2014-"


@dataclass(frozen=True)
class Item:
    """One thing named in a cell; title is empty where there is only a link."""

    title: str
    urls: tuple[str, ...]
    cell: str
    label: str = ""


def documents(sheet: Sheet, rows: Iterable[int]) -> tuple[Document, ...]:
    """The documents of a question: beside it, and beside the rows that go with it."""
    return tuple(document for row in rows for document in _beside(sheet, row))


@dataclass(frozen=True)
class DocumentRows:
    """Rows with documents by what they go with, and headings that have some of their own."""

    rows: Mapping[str, Sequence[int]]
    headings: Sequence[Placed]

    def of(self, owner: str, but: int) -> list[int]:
        """The rows that go with a question, without its own."""
        return [row for row in self.rows.get(owner, ()) if row != but]


def document_rows(sheet: Sheet, lines: Iterable[tuple[Placed, str]]) -> DocumentRows:
    """Which rows name documents of what; lines: each with its owner.

    A row that names nothing but documents goes with the row above it.
    """
    by_row = {placed.line.row: (placed, owner) for placed, owner in lines}
    used = {corner[0] for corner in sheet.covered.values()}
    rows: dict[str, list[int]] = defaultdict(list)
    headings: list[Placed] = []
    owner = ""
    for row in range(sheet.layout.first_row, len(sheet.grid.rows)):
        placed, owned = by_row.get(row, (None, owner))
        is_filled = _has_documents(sheet, row)
        owner = owned if placed or is_filled else ""
        if is_filled and owner:
            rows[owner].append(row)
        elif is_filled and placed and placed.kind is Kind.HEADING and row not in used:
            headings.append(placed)
    return DocumentRows(rows, headings)


def _has_documents(sheet: Sheet, row: int) -> bool:
    cells, columns = sheet.grid.rows[row], sheet.layout.evidence
    if not columns or len(cells) <= min(columns):
        return False
    return any(cells[column] is not None for column in columns if column < len(cells))


def _beside(sheet: Sheet, row: int) -> Iterator[Document]:
    """Names and links of one row, put together.

    As many links as names go one by one; a single link, or links of another number, serve all.
    """
    items = [item for column in sheet.layout.evidence for item in _in_cell(sheet, row, column)]
    if not any(item.urls for item in items):
        items += [
            item for column in sheet.layout.notes for item in _behind_note(sheet, row, column)
        ]
    names = [item for item in items if item.title]
    links = [item for item in items if not item.title]
    open_ones = [position for position, item in enumerate(names) if not item.urls]
    if open_ones:
        addresses = tuple(dict.fromkeys(url for item in links for url in item.urls))
        one_by_one = len(open_ones) == len(addresses)
        for order, position in enumerate(open_ones):
            urls = addresses[order : order + 1] if one_by_one else addresses
            names[position] = replace(names[position], urls=urls)
    yield from (Document(item.title, item.urls, item.cell) for item in names)
    if not open_ones:  # no name took the links
        yield from (Document(i.label or text.LINK_ONLY, i.urls, i.cell) for i in links)


def _in_cell(sheet: Sheet, row: int, column: int) -> list[Item]:
    """The things named in a cell; the link behind it goes with each that has none of its own."""
    at = sheet.corner(row, column)
    written, where = shown(sheet.at(*at)), sheet.name(*at)
    items = [_item(part, where) for part in parts(written)] if written else []
    behind = tuple(web_addresses("\n".join(sheet.grid.links.get(at, ()))))
    titled = any(item.title for item in items)
    if behind and items and not titled:
        own = (url for item in items for url in item.urls)
        return [Item("", tuple(dict.fromkeys([*behind, *own])), where, items[0].label)]
    items = [replace(item, urls=item.urls or behind) for item in items if item.title or item.urls]
    return [item for item in items if item.urls or folded(item.title) not in NO_DOCUMENT]


def _behind_note(sheet: Sheet, row: int, column: int) -> list[Item]:
    """The links that stand in a note or behind it; its words are kept as the note."""
    at = sheet.corner(row, column)
    written = shown(sheet.at(*at)) or ""
    urls = dict.fromkeys([*web_addresses("\n".join(sheet.grid.links.get(at, ())))])
    urls |= dict.fromkeys(web_addresses(written))
    return [Item("", tuple(urls), sheet.name(*at))] if urls else []


def parts(written: str) -> list[str]:
    """A cell's text taken apart: by its numbering, its lines or bullets, or its semicolons.

    A line without a number after one with a number goes on with it.
    """
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    if len(lines) == 1:
        return _of_line(lines[0])[:MOST_PER_CELL]
    if _NUMBERED.match(lines[0]):
        return _joined(lines, _NUMBERED)[:MOST_PER_CELL]
    if _BULLET.match(lines[0]) and not all(map(_BULLET.match, lines)):
        return _joined(lines, _BULLET)[:MOST_PER_CELL]
    return [each for line in lines for each in _of_line(_bare(line))][:MOST_PER_CELL]


def _of_line(line: str) -> list[str]:
    """The parts of one line."""
    starts = list(_INLINE.finditer(line))
    counted = [int(re.sub(r"\D", "", found[0])) for found in starts]
    if starts and starts[0].start() == 0 and counted == [*range(1, len(counted) + 1)]:
        ends = [*(found.start() for found in starts[1:]), len(line)]
        cut = [line[found.end() : end] for found, end in zip(starts, ends, strict=True)]
        return [part.strip(" ;") for part in cut if part.strip(" ;")]
    between = _BETWEEN_ADDRESSES if "://" in line else _BETWEEN
    return [part for each in between.split(line) if (part := _bare(each.strip()))]


def _joined(lines: Sequence[str], mark: re.Pattern[str]) -> list[str]:
    """Lines that begin with a mark, each with those after it that have none."""
    found: list[str] = []
    for line in lines:
        if start := mark.match(line):
            found.append(line[start.end() :])
        elif found and not _ADDRESS.match(line):
            found[-1] = f"{found[-1]} {line}"
        elif found:
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found.append(line)
    return [part.strip(" ;") for part in found if part.strip(" ;")]


def _bare(line: str) -> str:
    """A line without the number or bullet before it."""
    found = _NUMBERED.match(line) or _BULLET.match(line)
    return line[found.end() :] if found else line


def _item(part: str, where: str) -> Item:
    """What a part of a cell names: a document, with its own links, or only links."""
    urls = tuple(web_addresses(part))
    rest = " ".join(_ADDRESS.sub(" ", part).split()).strip(_AROUND)
    is_label = folded(rest).strip(_AROUND + ".!") in LINK_LABELS or _begins_as_link(rest)
    if not rest or is_label or not re.search(r"\w", rest):
        return Item("", urls, where, rest)
    return Item(rest, urls, where)


def _begins_as_link(rest: str) -> bool:
    words = folded(rest)
    return len(words.split()) <= 4 and words.startswith(LINK_BEGINNINGS)
