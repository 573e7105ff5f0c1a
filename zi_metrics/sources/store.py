"""Snapshots as folders of parquet files.

A folder's `manifest.json` is written last and replaced atomically; a folder without a valid one
does not exist for readers. Table files carry the start of their digest in their name, so two
writers of the same snapshot never overwrite each other's bytes, and a writer killed at any point
leaves either the old whole or nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from zi_metrics.errors import SnapshotDamaged, SnapshotNotFound, SnapshotNotStored
from zi_metrics.labels import messages
from zi_metrics.labels import problems as text
from zi_metrics.lke import known_regulations
from zi_metrics.tables.columns import ORIGIN, TABLES
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.snapshot import SCHEMA_VERSION, Provenance, Reading, Snapshot, assemble
from zi_metrics.tables.unit_settings import write_unit_settings

MANIFEST = "manifest.json"
_IDENTIFIER = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{12}")
_DIGEST_SHOWN = 12


@dataclass(frozen=True)
class TableFile:
    """One parquet file of a snapshot."""

    file: str
    sha256: str
    rows: int


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

    @property
    def identifier(self) -> str:
        """Name of the folder: as-of date and the start of the content digest."""
        return _identifier(self.as_of, self.digest)


def _identifier(as_of: date, digest: str) -> str:
    return f"{as_of.isoformat()}-{digest[:_DIGEST_SHOWN]}"


class SnapshotStore:
    """The snapshots below one folder, which need not exist yet."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, snapshot: Snapshot) -> str:
        """Store a snapshot and return its identifier; storing the same again is harmless."""
        from zi_metrics.tables.contracts import (
            assert_kept,
        )  # slow to import, and readers never need it

        assert_kept(snapshot)
        try:
            return self._write(snapshot)
        except OSError as cause:
            raise SnapshotNotStored(**messages.not_stored(str(self.root), str(cause))) from cause

    def _write(self, snapshot: Snapshot) -> str:
        origin = snapshot.provenance
        folder = self.root / _identifier(origin.as_of, origin.digest)
        folder.mkdir(parents=True, exist_ok=True)
        files = {name: _write_table(folder, name, f) for name, f in _frames(snapshot).items()}
        manifest = Manifest(
            **{field: getattr(origin, field) for field in Provenance.__dataclass_fields__},
            files=files,
            unreadable=tuple(sorted(snapshot.unreadable)),
        )
        _replace(folder / MANIFEST, _dump(manifest).encode())
        _sync_folder(folder)
        return manifest.identifier

    def list(self) -> list[Manifest]:
        """Manifests of all snapshots that exist, oldest first; content is not checked here."""
        found = (_try_manifest(path.parent) for path in self.root.glob(f"*/{MANIFEST}"))
        return sorted(filter(None, found), key=lambda each: (each.as_of, each.read_at, each.digest))

    def read(self, identifier: str) -> Snapshot:
        """The snapshot with this identifier.

        Raises SnapshotNotFound, or SnapshotDamaged when any of its files is not as stored.
        """
        folder = self.root / identifier
        if not _IDENTIFIER.fullmatch(identifier) or not (folder / MANIFEST).is_file():
            known = [manifest.identifier for manifest in self.list()]
            raise SnapshotNotFound(**messages.snapshot_not_found(identifier, known))
        return read_folder(folder)

    def newest(self, not_after: date | None = None) -> Snapshot:
        """The newest undamaged snapshot, with a problem for every newer one that was refused.

        When all are damaged, what is left of the newest that can be salvaged. Raises
        SnapshotNotFound when there is none (dated `not_after` or earlier), SnapshotDamaged when
        nothing of any can be read.
        """
        dated = [m for m in self.list() if not_after is None or m.as_of <= not_after]
        if not dated:
            raise SnapshotNotFound(**messages.no_snapshot(self.root.name, not_after))
        folders = [self.root / manifest.identifier for manifest in reversed(dated)]
        refused: list[SnapshotDamaged] = []
        for folder in folders:
            try:
                return read_folder(folder, found=_refusals(refused, text.snapshot_refused))
            except SnapshotDamaged as damage:
                refused.append(damage)
        for folder in folders:
            with suppress(SnapshotDamaged):
                found = _refusals(refused, text.snapshot_salvaged)
                return read_folder(folder, found=found, salvage=True)
        raise refused[0]


def _refusals(refused: list[SnapshotDamaged], parts: Callable[[str], text.Parts]) -> list[Problem]:
    return [
        Problem(Severity.ERROR, "Potret", damage.where, *parts(damage.what)) for damage in refused
    ]


def read_folder(
    folder: Path, *, salvage: bool = False, found: list[Problem] | None = None
) -> Snapshot:
    """Read one snapshot folder.

    salvage: a table whose file is damaged becomes unreadable and the rest is kept, instead of
    SnapshotDamaged. A manifest that is missing or damaged always raises, and so do damaged
    settings: without them nobody knows which names to hide.
    """
    manifest = read_manifest(folder)
    frames: dict[str, pd.DataFrame] = {}
    damaged: list[Problem] = []
    for name, table_file in manifest.files.items():
        try:
            frames[name] = _read_table(folder, table_file)
        except SnapshotDamaged:
            if not salvage or name == _SETTINGS:
                raise
            tab = _TABS[name]
            where = f"Potret {folder.name}, tabel {tab}"
            parts = text.table_damaged(table_file.file)
            damaged.append(Problem(Severity.ERROR, tab, where, *parts))
    lost = [name for name in manifest.files if name not in frames and name not in _EXTRA]
    try:
        settings = dict(frames.pop(_SETTINGS)[["key", "value"]].astype("str").dropna().to_numpy())
        stored = _problems(frames.pop(_PROBLEMS, None))
    except (KeyError, ValueError, TypeError) as cause:
        raise SnapshotDamaged(**messages.file_damaged(folder.name, _SETTINGS)) from cause
    return assemble(
        frames,
        settings,
        Reading(
            source=manifest.source,
            as_of=manifest.as_of,
            read_at=manifest.read_at,
            regulation=manifest.regulation,
            unit_id=manifest.unit_id,
        ),
        found=[*(found or []), *damaged, *stored],
        unreadable=[*manifest.unreadable, *lost],
    )


_SETTINGS = "settings"
_PROBLEMS = "problems"
_EXTRA = {_SETTINGS: "Pengaturan", _PROBLEMS: "Mutu Data"}
_TABS = {spec.name: spec.tab for spec in TABLES} | _EXTRA


def _frames(snapshot: Snapshot) -> dict[str, pd.DataFrame]:
    pairs = write_unit_settings(snapshot.settings)
    # a row without an origin was never read: an official indicator that its tab does not list
    tables = {
        spec.name: snapshot.table(spec).dropna(subset=[ORIGIN])[[*spec.names, ORIGIN]]
        for spec in TABLES
    }
    return tables | {
        _SETTINGS: pd.DataFrame({"key": list(pairs), "value": list(pairs.values())}, dtype="str"),
        _PROBLEMS: pd.DataFrame(
            [asdict(problem) for problem in snapshot.problems],
            columns=list(Problem.__dataclass_fields__),
            dtype="str",
        ),
    }


def _problems(stored: pd.DataFrame | None) -> list[Problem]:
    if stored is None:
        return []
    told = stored[list(Problem.__dataclass_fields__)].fillna("").astype("str")
    return [Problem(Severity(each), *parts) for each, *parts in told.itertuples(index=False)]


def _write_table(folder: Path, name: str, frame: pd.DataFrame) -> TableFile:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), sink, compression="zstd")
    content = sink.getvalue().to_pybytes()
    sha256 = hashlib.sha256(content).hexdigest()
    table_file = TableFile(f"{name}-{sha256[:_DIGEST_SHOWN]}.parquet", sha256, len(frame))
    _replace(folder / table_file.file, content)
    return table_file


def _read_table(folder: Path, table_file: TableFile) -> pd.DataFrame:
    try:
        content = (folder / table_file.file).read_bytes()
        if hashlib.sha256(content).hexdigest() != table_file.sha256:
            raise SnapshotDamaged(**messages.file_damaged(folder.name, table_file.file))
        frame: pd.DataFrame = pq.read_table(pa.BufferReader(content)).to_pandas()
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as cause:
        raise SnapshotDamaged(**messages.file_damaged(folder.name, table_file.file)) from cause
    return frame


def read_manifest(folder: Path) -> Manifest:
    """What a snapshot folder says of itself; raises SnapshotNotFound or SnapshotDamaged."""
    try:
        return _parsed(folder.name, json.loads((folder / MANIFEST).read_bytes()))
    except FileNotFoundError as cause:
        raise SnapshotNotFound(**messages.no_manifest(str(folder))) from cause
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise SnapshotDamaged(**messages.file_damaged(folder.name, MANIFEST)) from cause


def _parsed(folder: str, said: dict[str, Any]) -> Manifest:
    version, regulation, known = said["schema_version"], said["regulation"], known_regulations()
    if version != SCHEMA_VERSION:
        raise SnapshotDamaged(**messages.schema_unknown(folder, version, SCHEMA_VERSION))
    if regulation not in known:
        raise SnapshotDamaged(**messages.regulation_unknown(folder, regulation, known))
    read_at = datetime.fromisoformat(said["read_at"])
    if read_at.tzinfo is None:
        raise ValueError(read_at)
    return Manifest(
        schema_version=version,
        source=_text(said["source"]),
        unit_id=_text_or_none(said["unit_id"]),
        as_of=date.fromisoformat(said["as_of"]),
        read_at=read_at,
        regulation=regulation,
        digest=_text(said["digest"]),
        files={name: _table_file(said["files"][name]) for name in _TABS},
        unreadable=tuple(_text(name) for name in said["unreadable"]),
    )


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError(said)
    return said


def _text_or_none(said: object) -> str | None:
    return None if said is None else _text(said)


def _table_file(said: dict[str, Any]) -> TableFile:
    table_file = TableFile(_text(said["file"]), _text(said["sha256"]), int(said["rows"]))
    if Path(table_file.file).name != table_file.file:
        raise ValueError(table_file.file)  # a manifest names files of its own folder only
    return table_file


def _try_manifest(folder: Path) -> Manifest | None:
    """A manifest worth listing: readable, and telling of the folder it stands in."""
    try:
        manifest = read_manifest(folder)
    except (SnapshotDamaged, SnapshotNotFound):
        return None
    return manifest if manifest.identifier == folder.name else None


def _dump(manifest: Manifest) -> str:
    said = asdict(manifest) | {
        "as_of": manifest.as_of.isoformat(),
        "read_at": manifest.read_at.isoformat(),
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _replace(path: Path, content: bytes) -> None:
    """Put a file in place at once: readers see the old one or the whole new one."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".baru", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(0o644)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
