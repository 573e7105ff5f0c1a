"""The documents and links that stand beside a question, however they were put into their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zi_metrics.labels import lke_workbook as text
from zi_metrics.matching import folded
from zi_metrics.sources.lke_workbook.model import Document
from zi_metrics.sources.lke_workbook.sheet import Sheet, shortened, shown
from zi_metrics.sources.lke_workbook.words import LINK_BEGINNINGS, LINK_LABELS, NO_DOCUMENT
from zi_metrics.tables.links import web_addresses

MOST_PER_CELL = 100
_NUMBERED = re.compile(r"\(?\d{1,2}(?:[.)]\s*|\s+-\s+)(?=\D)")
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?\d{1,2}[.)]\s+(?=\S)")
_BULLET = re.compile(r"(?:[-\u2013\u2014*\u2022\u25cf\u25aa\u25e6\u00b7\u2713\u2714\u27a2>]+|o )\s*(?=\S)")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
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


def has_documents(sheet: Sheet, row: int) -> bool:
    """Whether anything at all stands in a row's columns of documents."""
    return any(sheet.at(row, column) is not None for column in sheet.layout.evidence)


def _beside(sheet: Sheet, row: int) -> Iterator[Document]:
    """Names and links of one row, put together.

    As many links as names go one by one; a single link, or links of another number, serve all.
    """
    items = [item for column in sheet.layout.evidence for item in _in_cell(sheet, row, column)]
    items += [item for column in sheet.layout.notes for item in _behind_note(sheet, row, column)]
    names = [item for item in items if item.title]
    links = [item for item in items if not item.title]
    if not names:
        yield from (Document(i.label or text.LINK_ONLY, i.urls, i.cell) for i in links)
        return
    open_ones = [position for position, item in enumerate(names) if not item.urls]
    addresses = tuple(dict.fromkeys(url for item in links for url in item.urls))
    if not open_ones:
        yield from (Document(item.title, item.urls, item.cell) for item in names)
        yield from (Document(i.label or text.LINK_ONLY, i.urls, i.cell) for i in links)
        return
    one_by_one = len(open_ones) == len(addresses)
    for order, position in enumerate(open_ones):
        urls = addresses[order : order + 1] if one_by_one else addresses
        names[position] = replace(names[position], urls=urls)
    yield from (Document(item.title, item.urls, item.cell) for item in names)


def _in_cell(sheet: Sheet, row: int, column: int) -> list[Item]:
    """The things named in a cell; the link behind it goes with the only one of them, or with all."""
    at = sheet.corner(row, column)
    written = shown(sheet.at(*at))
    behind = tuple(web_addresses("\n".join(sheet.grid.links.get(at, ()))))
    if written is None:
        return []
    where = sheet.name(*at)
    items = [_item(part, where) for part in parts(written)]
    kept = [item for item in items if item.urls or (item.title and not _is_nothing(item.title))]
    if not behind:
        return [item for item in kept if item.urls or item.title]
    titled = [item for item in items if item.title]
    label = "" if titled else shortened(written)
    own = set(behind).union(*(item.urls for item in items))
    if not titled:
        label = "" if _ADDRESS.match(label) else label
        return [Item("", tuple(sorted(own, key=[*behind, *own].index)), where, label)]
    return [replace(item, urls=item.urls or behind) for item in items if item.urls or item.title]


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
    starts = [found for found in _INLINE.finditer(line)]
    counted = [int(re.sub(r"\D", "", found[0])) for found in starts]
    if starts and starts[0].start() == 0 and counted == [*range(1, len(counted) + 1)]:
        ends = [*(found.start() for found in starts[1:]), len(line)]
        cut = [line[found.end() : end] for found, end in zip(starts, ends, strict=True)]
        return [part.strip(" ;") for part in cut if part.strip(" ;")]
    return [part for each in line.split(";") if (part := _bare(each.strip()))]


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


def _is_nothing(title: str) -> bool:
    return folded(title) in NO_DOCUMENT
