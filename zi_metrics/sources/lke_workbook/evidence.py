"""The documents and links that stand beside a question, however they were put into their cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_metrics.labels import lke_workbook as text
from zi_metrics.matching import folded
from zi_metrics.sources.lke_workbook.evidence_text import Item, item_of, named, parts
from zi_metrics.sources.lke_workbook.model import Document
from zi_metrics.sources.lke_workbook.placed import Kind, Placed
from zi_metrics.sources.lke_workbook.sheet import Place, Sheet, shown
from zi_metrics.sources.lke_workbook.words import NO_DOCUMENT
from zi_metrics.tables.cells import Unusable, Why
from zi_metrics.tables.links import web_addresses


def documents(sheet: Sheet, rows: Iterable[int]) -> tuple[Document, ...]:
    """The documents of a question: beside it, and beside the rows that go with it."""
    return tuple(document for row in rows for document in _beside(sheet, row))


def unread_cells(sheet: Sheet, rows: Iterable[int]) -> Iterator[tuple[Place, str]]:
    """Cells with documents of which nothing can be read, and why; a merged one by its corner."""
    for row in rows:
        for column in sheet.layout.evidence:
            at = sheet.corner(row, column)
            cell = sheet.at(*at)
            if isinstance(cell, Unusable) and at not in sheet.grid.links:
                is_waiting = cell.why is Why.NOT_COMPUTED
                why = text.evidence_is_error(cell.shown)
                yield at, text.EVIDENCE_NOT_COMPUTED if is_waiting else why


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
    items = [item_of(part, where) for part in parts(written)] if written else []
    behind = tuple(web_addresses("\n".join(sheet.grid.links.get(at, ()))))
    if behind and not any(item.title for item in items):
        own = (url for item in items for url in item.urls)
        label = items[0].label if items else ""
        return [Item("", tuple(dict.fromkeys([*behind, *own])), where, label)]
    items = [replace(item, urls=item.urls or behind) for item in map(named, items)]
    items = [item for item in items if item.title or item.urls]
    return [item for item in items if item.urls or folded(item.title) not in NO_DOCUMENT]


def _behind_note(sheet: Sheet, row: int, column: int) -> list[Item]:
    """The links that stand in a note or behind it; its words are kept as the note."""
    at = sheet.corner(row, column)
    written = shown(sheet.at(*at)) or ""
    urls = dict.fromkeys([*web_addresses("\n".join(sheet.grid.links.get(at, ())))])
    urls |= dict.fromkeys(web_addresses(written))
    return [Item("", tuple(urls), sheet.name(*at))] if urls else []
