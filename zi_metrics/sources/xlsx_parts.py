"""The XML parts of an .xlsx file, read as streams: memory goes with what they hold, not their size.

openpyxl reads number formats, dates and references here, but not tabs: its full mode builds every
cell of a merged or linked range (one merge can span 17 thousand million cells), its read-only mode
knows neither merges, links nor hidden rows, either gives formulas or their results, and both stop
at an odd filter or print setting of a tab that is otherwise in order.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

TRUE = frozenset({"1", "true"})

_CHUNK = 65_536
_DEEPEST = 64
_LONGEST_TEXT = 1_000_000  # a cell holds 32,767 characters in Excel, 50,000 in Google Sheets
_MOST_STRINGS = 2_000_000
_TEXTS = frozenset({"v", "f", "t"})
_HELD = frozenset({"c", "si"})
_PHONETIC = "rPh"
_STYLE_GROUPS = frozenset({"cellStyleXfs", "cellXfs", "cellStyles", "dxfs"})
_ESCAPED = re.compile(r"_x(005F|000[9AD])_", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element of a part: its name without namespace, its attributes without theirs.

    texts: of a cell, formula and value by their element's name; of a string, its text. Of every
    other element none: it is given when it begins, a cell or string when it ends.
    """

    name: str
    attributes: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)
    formula: dict[str, str] = field(default_factory=dict)


class Malformed(ValueError):
    """XML that is well-formed, but not what the format allows."""


class _Handler:
    """Collects elements as the parser meets them."""

    def __init__(self) -> None:
        self.met: list[Element] = []
        self._open: list[str] = []
        self._held: Element | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        self._open.append(local)
        if len(self._open) > _DEEPEST:
            raise Malformed("nested too deeply")
        if self._held is None:
            element = Element(local, {_local(key): text for key, text in attributes.items()})
            if local in _HELD:
                self._held = element
            else:
                self.met.append(element)
        elif local in _TEXTS:
            self._held.texts.setdefault(local, "")
            if local == "f":
                self._held.formula = attributes

    def text(self, text: str) -> None:
        if self._held is not None and self._open[-1] in _TEXTS and _PHONETIC not in self._open:
            self._held.texts[self._open[-1]] += text
            if len(self._held.texts[self._open[-1]]) > _LONGEST_TEXT:
                raise Malformed("text too long")

    def end(self, name: str) -> None:
        self._open.pop()
        if self._held is not None and _local(name) == self._held.name:
            # cells that are only formatted come in millions, and say nothing but where they are
            if self._held.texts or "r" not in self._held.attributes:
                self.met.append(self._held)
            self._held = None


@lru_cache(maxsize=256)
def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def elements(archive: ZipFile, part: str) -> Iterator[Element]:
    """The elements of a part in their order; raises KeyError when there is no such part."""
    handler = _Handler()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk)
            yield from handler.met
            handler.met.clear()
        parser.Parse(b"", True)
    yield from handler.met


class Relation(NamedTuple):
    """What a part points to. target: a part of the archive or, if external, an address."""

    kind: str
    target: str


def relations(archive: ZipFile, part: str) -> dict[str, Relation]:
    """What a part points to, by identifier; empty when it points to nothing."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in archive.NameToInfo:
        return {}
    found = {}
    for element in elements(archive, listed):
        if element.name == "Relationship":
            kind, target = element.attributes["Type"], element.attributes["Target"]
            if element.attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.attributes["Id"]] = Relation(kind.rpartition("/")[2], target)
    return found


def strings(archive: ZipFile, part: str) -> list[str]:
    """The texts that cells share, by number."""
    found = []
    for element in elements(archive, part):
        if element.name == "si":
            found.append(unescaped(element.texts.get("t", "")))
        if len(found) > _MOST_STRINGS:
            raise Malformed("too many texts")
    return found


def unescaped(text: str) -> str:
    """A text with the marks that Excel writes as numbers: `_x000D_` is a line break."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


class DateStyles(NamedTuple):
    """Numbers of the cell styles that show a number as a date, or as a duration."""

    dates: frozenset[int]
    durations: frozenset[int]


NO_DATES = DateStyles(frozenset(), frozenset())


def date_styles(archive: ZipFile, part: str) -> DateStyles:
    """Which cell styles show dates and durations."""
    formats: dict[int, str] = dict(BUILTIN_FORMATS)
    dates, durations = set(), set()
    group, number = "", 0
    for element in elements(archive, part):
        if element.name == "numFmt":
            formats[int(element.attributes["numFmtId"])] = element.attributes["formatCode"]
        elif element.name in _STYLE_GROUPS:
            group, number = element.name, 0
        elif element.name == "xf" and group == "cellXfs":
            shown = formats.get(int(element.attributes.get("numFmtId", 0)))
            if is_timedelta_format(shown):
                durations.add(number)
            elif is_date_format(shown):
                dates.add(number)
            number += 1
    return DateStyles(frozenset(dates), frozenset(durations))
