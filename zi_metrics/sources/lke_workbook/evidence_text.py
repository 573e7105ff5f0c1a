"""The text of a cell taken apart into the documents that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from zi_metrics.matching import folded
from zi_metrics.sources.lke_workbook.words import LINK_BEGINNINGS, LINK_LABELS, NO_NAMES
from zi_metrics.tables.links import web_addresses

MOST_PER_CELL = 100
_NUMBERED = re.compile(r"\(?\d{1,2}[.)](?:\s+|(?=\D))")
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?\d{1,2}[.)]\s+(?=\S)")
_LETTERED = re.compile(r"\(?([a-z]|[ivx]{1,5})[.)]\s+", re.IGNORECASE)
_ONES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ORDERS = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple(f"{ten}{one}" for ten in ("", "x") for one in _ONES),
)
"""Letters and Roman numerals before the lines of a list."""
_BULLET = re.compile(
    r"(?:[-\u2013\u2014*\u2022\u25cf\u25aa\u25e6\u00b7\u2713\u2714\u27a2>]+|o )\s*(?=\S)"
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BETWEEN = re.compile(";")
_BETWEEN_ADDRESSES = re.compile(r";(?=\s|https?://|$)", re.IGNORECASE)
_AROUND = " \t:;,|\u2013\u2014-"
_AROUND_LABEL = _AROUND + "()[].!"
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Item:
    """One thing named in a cell; title is empty where there is only a link, or a word for one."""

    title: str
    urls: tuple[str, ...]
    cell: str
    label: str = ""


def parts(written: str) -> list[str]:
    """A cell's text taken apart: by its numbering, its lines or bullets, or its semicolons.

    A line without a number after one with a number goes on with it.
    """
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    if len(lines) < 2:
        found = [each for line in lines for each in _of_line(line)]
    elif _NUMBERED.match(lines[0]):
        found = _joined(lines, _NUMBERED)
    elif _is_lettered(lines):
        found = _joined(lines, _LETTERED)
    elif _BULLET.match(lines[0]) and not all(map(_BULLET.match, lines)):
        found = _joined(lines, _BULLET)
    else:
        found = [each for line in lines for each in _of_line(_bare(line))]
    return [each for part in found for each in _by_address(part)][:MOST_PER_CELL]


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


def _is_lettered(lines: Sequence[str]) -> bool:
    """Whether lines are a list by letters or Roman numerals; one alone may be an initial."""
    marks = [found[1].casefold() if (found := _LETTERED.match(line)) else "" for line in lines]
    told = tuple(filter(None, marks))
    return bool(marks[0]) and len(told) > 1 and any(told == o[: len(told)] for o in _ORDERS)


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


def _by_address(part: str) -> list[str]:
    """Names that have their addresses behind each, taken apart: `SK: https://…, Foto: https://…`.

    An address without a name before it goes with the one before.
    """
    found = list(_ADDRESS.finditer(part))
    if len(found) < 2 or not _is_name(part[: found[0].start()]):
        return [part]
    if _is_name(part[found[-1].end() :]):
        return [part]
    between = [(one.end(), part[one.end() : two.start()]) for one, two in pairwise(found)]
    cuts = [end for end, said in between if _is_name(said)]
    return [part[start:end].strip(" ;\n") for start, end in pairwise([0, *cuts, len(part)])]


def item_of(part: str, where: str) -> Item:
    """What a part of a cell names: a document, with its own links, or only links."""
    urls = tuple(web_addresses(part))
    rest = " ".join(part.split())
    if _ADDRESS.search(part):
        rest = _without_ends(" ".join(_ADDRESS.sub(_after_address, part).split()))
    label = rest.strip(_AROUND_LABEL)
    is_label = folded(label) in LINK_LABELS or _begins_as_link(label)
    if is_label or not re.search(r"\w", rest):
        return Item("", urls, where, label)
    return Item(rest, urls, where)


def named(item: Item) -> Item:
    """An item by its label, where that has no link and says which document it is: `Folder SK`."""
    is_title = not item.title and not item.urls and _is_name(item.label)
    return replace(item, title=item.label) if is_title else item


def _after_address(found: re.Match[str]) -> str:
    """What is left where an address stood: brackets that were closed behind it."""
    addresses = web_addresses(found[0])
    last = addresses[-1] if addresses else found[0]
    return " " + found[0][found[0].rfind(last) + len(last) :]


def _without_ends(rest: str) -> str:
    """A name without what stood between it and its address: colons, dashes, brackets left open."""
    rest = _IN_BRACKETS.sub(_unless_label, rest).lstrip(_AROUND + ")]").rstrip(_AROUND + "([")
    for opening, closing in ("()", "[]"):
        unclosed = rest.count(opening) - rest.count(closing)
        at_start = len(rest) - len(rest.lstrip(opening))
        at_end = len(rest) - len(rest.rstrip(closing))
        rest = rest[min(at_start, max(unclosed, 0)) :]
        rest = rest[: len(rest) - min(at_end, max(-unclosed, 0))]
    return re.sub(r" (?=[)\]])", "", " ".join(rest.split())).strip(_AROUND)


def _unless_label(found: re.Match[str]) -> str:
    """Something in brackets, or nothing where only an address stood in them: `(lihat )`."""
    said = folded(found[0][1:-1])
    return "" if not said or said in LINK_LABELS else found[0]


def _is_name(said: str) -> bool:
    """Whether a text says which document it is, and not only that there is a link."""
    words = re.findall(r"[^\W\d_]+", folded(said))
    return any(word not in NO_NAMES for word in words)


def _begins_as_link(rest: str) -> bool:
    words = folded(rest)
    return len(words.split()) <= 4 and words.startswith(LINK_BEGINNINGS)
