"""One snapshot as a folder of parquet files.

The manifest is written last and replaced atomically; a folder without a valid one does not exist
for readers. A writer killed at any point leaves either the old whole or nothing.
"""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd

from zi_metrics.errors import SnapshotDamaged, SnapshotNotStored
from zi_metrics.labels import messages, store_messages
from zi_metrics.labels import snapshot_problems as text
from zi_metrics.sources.files import parquet, read_table
from zi_metrics.sources.manifest import (
    EXTRA,
    MANIFEST,
    PROBLEMS,
    SETTINGS,
    TABS,
    Manifest,
    dump,
    identifier_of,
    read_manifest,
)
from zi_metrics.sources.shelf import Folder, Shelf
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.snapshot import Provenance, Reading, Snapshot, assemble
from zi_metrics.tables.spec import CARRIED, ORIGIN, TableSpec
from zi_metrics.tables.unit_settings import write_unit_settings

TRIES = 3


def write_folder(shelf: Shelf, snapshot: Snapshot) -> tuple[Folder, Manifest]:
    """Store a snapshot; the manifest comes last. Raises SnapshotNotStored, and what the shelf does.

    Somebody who removes the same snapshot meanwhile may take files away: then they are put again.
    """
    origin = snapshot.provenance
    folder = Folder(shelf, identifier_of(origin.as_of, origin.digest))
    tables = {name: parquet(name, frame) for name, frame in _frames(snapshot).items()}
    manifest = Manifest(
        **{field: getattr(origin, field) for field in Provenance.__dataclass_fields__},
        files={name: table_file for name, (table_file, _) in tables.items()},
        unreadable=tuple(sorted(snapshot.unreadable)),
    )
    contents = {table_file.file: content for table_file, content in tables.values()}
    contents[MANIFEST] = dump(manifest).encode()
    for _ in range(TRIES):
        for file, content in contents.items():
            folder.put(file, content)
        if shelf.settled(folder.name, contents):
            return folder, manifest
    raise SnapshotNotStored(**store_messages.not_settled(str(folder)))


def read_folder(
    folder: Folder,
    *,
    salvage: bool = False,
    found: list[Problem] | None = None,
    manifest: Manifest | None = None,
) -> Snapshot:
    """Read one snapshot folder.

    manifest: which of its manifests to go by, where it is not the one that readers see.
    salvage: a table whose file is damaged becomes unreadable and the rest is kept, instead of
    SnapshotDamaged. A manifest that is missing or damaged always raises, and so do damaged
    settings: without them nobody knows which names to hide.
    """
    manifest = manifest or read_manifest(folder)
    folder.shelf.read_ahead((folder.name, each.file) for each in manifest.files.values())
    frames, damaged = _stored_frames(folder, manifest, salvage=salvage)
    lost = [name for name in manifest.files if name not in frames and name not in EXTRA]
    try:
        settings = dict(frames.pop(SETTINGS)[["key", "value"]].astype("str").dropna().to_numpy())
        stored = _problems(frames.pop(PROBLEMS, None))
    except (KeyError, ValueError, TypeError) as cause:
        raise SnapshotDamaged(**messages.file_damaged(folder.name, SETTINGS)) from cause
    return assemble(
        frames,
        settings,
        Reading(
            source=manifest.source,
            as_of=manifest.as_of,
            read_at=manifest.read_at,
            regulation=manifest.regulation,
            unit_id=manifest.unit_id,
            book=manifest.book,
        ),
        found=[*(found or []), *damaged, *stored],
        unreadable=[*manifest.unreadable, *lost],
    )


def _stored_frames(
    folder: Folder, manifest: Manifest, *, salvage: bool
) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """What the files of a folder hold, by name, and which of them are damaged."""
    frames: dict[str, pd.DataFrame] = {}
    damaged: list[Problem] = []
    for name, table_file in manifest.files.items():
        try:
            frames[name] = read_table(folder, table_file)
        except SnapshotDamaged:
            if not salvage or name == SETTINGS:
                raise
            tab = TABS[name]
            where = f"Potret {folder.name}, tabel {tab}"
            parts = text.table_damaged(table_file.file)
            damaged.append(Problem(Severity.ERROR, tab, where, *parts))
    return frames, damaged


def _frames(snapshot: Snapshot) -> dict[str, pd.DataFrame]:
    pairs = write_unit_settings(snapshot.settings)
    tables = {spec.name: _read_rows(snapshot.table(spec), spec) for spec in TABLES}
    return tables | {
        SETTINGS: pd.DataFrame({"key": list(pairs), "value": list(pairs.values())}, dtype="str"),
        PROBLEMS: pd.DataFrame(
            [asdict(problem) for problem in snapshot.problems],
            columns=list(Problem.__dataclass_fields__),
            dtype="str",
        ),
    }


def _read_rows(rows: pd.DataFrame, spec: TableSpec) -> pd.DataFrame:
    """What was read: a row without an origin is an official indicator that its tab leaves out."""
    read = rows.dropna(subset=[ORIGIN])
    about = [ORIGIN, CARRIED] if read[CARRIED].notna().any() else [ORIGIN]
    return read[[*spec.names, *about]]


def _problems(stored: pd.DataFrame | None) -> list[Problem]:
    if stored is None:
        return []
    told = stored[list(Problem.__dataclass_fields__)].fillna("").astype("str")
    return [Problem(Severity(each), *parts) for each, *parts in told.itertuples(index=False)]
