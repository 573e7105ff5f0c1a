"""Snapshot folders of the sample, altered as careless or hostile hands would."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore

Edit = Callable[[pa.Table], pa.Table]

HOSTILE = (
    '<img src=x onerror=alert(1)> [klik](javascript:alert(1)) **tebal** $x$ :red[x] "><b>b</b> '
    "<script>alert(1)</script> %{x} &lt;"
)
REVERSED = "\u202eterbalik"
"""Begins with the sign that turns the direction of all that follows."""
LONG = "Panjang" * 43
"""One word of 301 letters."""
SCRIPT_LINK = "javascript:alert(1)"


def sample_folder(root: Path, newest: int = 1) -> Path:
    """A store below `root` with the newest sample snapshots; returns the newest one's folder."""
    source, store = open_source("contoh"), SnapshotStore(root)
    names = [store.write(source.newest(day)) for day in source.dates[-newest:]]
    return root / names[-1]


def rewrite(folder: Path, table: str, edit: Edit) -> None:
    """Other content in one table of a snapshot whose manifest is right about it."""
    manifest = folder / "manifest.json"
    said: dict[str, Any] = json.loads(manifest.read_text("utf-8"))
    path = folder / said["files"][table]["file"]
    rows = edit(pq.read_table(path).replace_schema_metadata())
    pq.write_table(rows, path)
    changed = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "rows": rows.num_rows}
    said["files"][table] |= changed
    manifest.write_text(json.dumps(said), "utf-8")


def damage(folder: Path, table: str) -> str:
    """Cut the end off one table's file; returns the file's name."""
    (path,) = folder.glob(f"{table}-*.parquet")
    path.write_bytes(path.read_bytes()[:-9])
    return path.name


def without(column: str) -> Edit:
    return lambda rows: rows.drop_columns([column])


def without_rows(rows: pa.Table) -> pa.Table:
    return rows.slice(0, 0)


def with_cell(column: str, row: int, cell: str) -> Edit:
    """Another text in one cell (rows count from 1); the whole column becomes text."""

    def edit(rows: pa.Table) -> pa.Table:
        cells = [None if each is None else str(each) for each in rows[column].to_pylist()]
        cells[row - 1] = cell
        return with_column(column, cells)(rows)

    return edit


def with_column(column: str, cells: list[Any]) -> Edit:
    return lambda rows: rows.set_column(rows.column_names.index(column), column, pa.array(cells))


def everywhere(*columns: str, texts: Sequence[str]) -> Edit:
    """These texts by turns in these columns, numbered so that no two rows are alike."""

    def edit(rows: pa.Table) -> pa.Table:
        for column in columns:
            cells = [f"{texts[i % len(texts)]} {i}" for i in range(rows.num_rows)]
            rows = with_column(column, cells)(rows)
        return rows

    return edit


def by_turns(column: str, *texts: str) -> Edit:
    """These texts by turns in one column."""
    return lambda rows: with_column(column, [texts[i % len(texts)] for i in range(len(rows))])(rows)


def folder_of(root: Path, *texts: str) -> Path:
    """The sample with these texts wherever people may write freely, and scripts for links."""
    folder = sample_folder(root)
    rewrite(folder, "indicators", everywhere("note", "pic", texts=texts))
    rewrite(folder, "evidence", everywhere("title", "note", "pic", "period", texts=texts))
    rewrite(folder, "evidence", with_cell("status", 1, texts[0]))
    words = ("recommendation", "finding", "follow_up", "pic", "reason", "source")
    rewrite(folder, "recommendations", everywhere(*words, texts=texts))
    rewrite(folder, "recommendations", by_turns("period", *texts))
    rewrite(folder, "spip_reports", everywhere("note", texts=texts))
    for table in ("evidence", "recommendations", "spip_reports"):
        rewrite(folder, table, by_turns("url", SCRIPT_LINK))
    return folder
