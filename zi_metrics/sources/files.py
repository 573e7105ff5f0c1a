"""Files of a snapshot folder: put in place at once, and read only as they were stored.

Table files carry the start of their digest in their name, so two writers of the same snapshot
never overwrite each other's bytes.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from zi_metrics.errors import SnapshotDamaged
from zi_metrics.labels import messages
from zi_metrics.labels.numbers import short_digest
from zi_metrics.sources.shelf import Folder


@dataclass(frozen=True)
class TableFile:
    """One parquet file of a snapshot."""

    file: str
    sha256: str
    rows: int


def parquet(name: str, frame: pd.DataFrame) -> tuple[TableFile, bytes]:
    """A table as a file of a snapshot folder, and what it holds."""
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), sink, compression="zstd")
    content = sink.getvalue().to_pybytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return TableFile(f"{name}-{short_digest(sha256)}.parquet", sha256, len(frame)), content


def read_table(folder: Folder, table_file: TableFile) -> pd.DataFrame:
    """A table of a snapshot folder; raises SnapshotDamaged when it is not as it was stored."""
    try:
        content = folder.read(table_file.file)
        if hashlib.sha256(content).hexdigest() != table_file.sha256:
            raise SnapshotDamaged(**messages.file_damaged(folder.name, table_file.file))
        frame: pd.DataFrame = pq.read_table(pa.BufferReader(content)).to_pandas()
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as cause:
        raise SnapshotDamaged(**messages.file_damaged(folder.name, table_file.file)) from cause
    return frame


def replace_file(path: Path, content: bytes) -> None:
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


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
