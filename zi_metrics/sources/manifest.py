"""The manifest of a snapshot folder: what it holds and where that came from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from zi_metrics.errors import SnapshotDamaged, SnapshotNotFound
from zi_metrics.labels import messages
from zi_metrics.labels.numbers import short_digest
from zi_metrics.lke import known_regulations
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.sources.files import TableFile
from zi_metrics.sources.shelf import Folder, Stamp
from zi_metrics.tables.book import NO_BOOK, Book, TabRead
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.snapshot import SCHEMA_VERSION

MANIFEST = "manifest.json"
PINNED = "pinned"
"""A copy of the manifest as it was when somebody decided that this snapshot is kept."""
SETTINGS = "settings"
PROBLEMS = "problems"
EXTRA = {SETTINGS: "Pengaturan", PROBLEMS: "Mutu Data"}
TABS = {spec.name: spec.tab for spec in TABLES} | EXTRA
"""Every table file of a snapshot: its name, and the tab people know it as."""


IDENTIFIER = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Manifest:
    """What a snapshot folder says of itself; `files` maps table name to its file."""

    schema_version: int
    source: str
    unit_id: str | None
    as_of: date
    read_at: datetime
    regulation: str
    digest: str
    files: dict[str, TableFile]
    unreadable: tuple[str, ...] = ()
    book: Book = NO_BOOK

    @property
    def identifier(self) -> str:
        """Name of the folder: as-of date and the start of the content digest."""
        return identifier_of(self.as_of, self.digest)


def identifier_of(as_of: date, digest: str) -> str:
    """Name of a snapshot's folder: as-of date and the start of the content digest."""
    return f"{as_of.isoformat()}-{short_digest(digest)}"


def read_manifest(folder: Folder, file: str = MANIFEST) -> Manifest:
    """What a snapshot folder says of itself; raises SnapshotNotFound or SnapshotDamaged."""
    with _said_of(folder, file):
        seen = folder.stamp(file)
        if seen is None:  # nothing is remembered of what is not there: it may come
            raise FileNotFoundError(file)
        return _read(folder, file, seen)


def parsed(folder: Folder, file: str, content: bytes) -> Manifest:
    """What this content of one of its manifests says; raises SnapshotDamaged."""
    with _said_of(folder, file):
        return _parsed(folder.name, json.loads(content))


@contextmanager
def _said_of(folder: Folder, file: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as cause:
        raise SnapshotNotFound(**messages.no_manifest(str(folder))) from cause
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise SnapshotDamaged(**messages.file_damaged(folder.name, file)) from cause


@lru_cache(maxsize=4096)  # a store of years of days is listed again and again
def _read(folder: Folder, file: str, _seen: Stamp) -> Manifest:
    return _parsed(folder.name, json.loads(folder.read(file)))


def _parsed(folder: str, said: dict[str, Any]) -> Manifest:
    version, regulation, known = said["schema_version"], said["regulation"], known_regulations()
    if version != SCHEMA_VERSION:
        raise SnapshotDamaged(**messages.schema_unknown(folder, version, SCHEMA_VERSION))
    if regulation not in known:
        raise SnapshotDamaged(**messages.regulation_unknown(folder, regulation, known))
    as_of, read_at = date.fromisoformat(said["as_of"]), datetime.fromisoformat(said["read_at"])
    if read_at.tzinfo is None or not FIRST_YEAR <= as_of.year <= LAST_YEAR:
        raise ValueError(as_of, read_at)
    return Manifest(
        schema_version=version,
        source=_text(said["source"]),
        unit_id=_text_or_none(said["unit_id"]),
        as_of=as_of,
        read_at=read_at,
        regulation=regulation,
        digest=_text(said["digest"]),
        files={name: _table_file(said["files"][name]) for name in TABS},
        unreadable=tuple(_text(name) for name in said["unreadable"]),
        book=_book(said["book"]) if "book" in said else NO_BOOK,
    )


def _book(said: dict[str, Any]) -> Book:
    tabs = (TabRead(**tab) for tab in said["tabs"])
    return Book(_text(said["name"]), _text_or_none(said["url"]), tuple(tabs))


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError(said)
    return said


def _text_or_none(said: object) -> str | None:
    return None if said is None else _text(said)


def _table_file(said: dict[str, Any]) -> TableFile:
    table_file = TableFile(_text(said["file"]), _text(said["sha256"]), said["rows"])
    if Path(table_file.file).name != table_file.file:
        raise ValueError(table_file.file)  # a manifest names files of its own folder only
    return table_file


def dump(manifest: Manifest) -> str:
    """A manifest as the text of its file; without a book where the tables come from no sheet."""
    said = asdict(manifest) | {
        "as_of": manifest.as_of.isoformat(),
        "read_at": manifest.read_at.isoformat(),
    }
    if manifest.book is NO_BOOK:
        del said["book"]
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
