"""Whatever a snapshot folder holds: it is shown, or shown in part, or a sentence says why not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz import archives, values
from tests.fuzz.budget import bounded, read_or_told
from zi_metrics.report.summary_json import summary_json
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore

MANIFEST = "manifest.json"


@lru_cache
def original() -> dict[str, bytes]:
    """The files of the newest snapshot of the sample."""
    with TemporaryDirectory(prefix="zi-") as root:
        store = SnapshotStore(Path(root))
        folder = Path(root) / store.write(open_source("contoh").newest())
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def manifest() -> Any:
    return json.loads(original()[MANIFEST])


TABLES = sorted(manifest()["files"])


@contextmanager
def folder_of(files: dict[str, bytes]) -> Iterator[Path]:
    with TemporaryDirectory(prefix="zi-") as place:
        folder = Path(place) / "2026-01-20-0123456789ab"
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        yield folder


def assert_is_read_or_told(files: dict[str, bytes]) -> None:
    with folder_of(files) as folder:
        found = read_or_told(lambda: open_source(str(folder)).newest())
        if found is not None:
            assert summary_json(found)


def test_the_original_is_read() -> None:
    with folder_of(original()) as folder:
        assert len(open_source(str(folder)).newest().evidence) > 100


@bounded(8)
@given(st.data())
def test_folder_whose_files_were_altered(data: st.DataObject) -> None:
    files = dict(original())
    for name in data.draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=3)):
        if data.draw(st.booleans()):
            files[name] = data.draw(archives.altered(files.get(name, b"")))
        else:
            files.pop(name, None)
    assert_is_read_or_told(files)


@bounded(12)
@given(values.altered(manifest()))
def test_folder_whose_manifest_says_anything(said: Any) -> None:
    assert_is_read_or_told(original() | {MANIFEST: json.dumps(said).encode(errors="replace")})


COLUMNS = st.one_of(
    st.lists(st.one_of(st.none(), st.integers(-(2**40), 2**40)), max_size=3),
    st.lists(st.one_of(st.none(), st.text(st.characters(codec="utf-8"), max_size=9)), max_size=3),
    st.lists(st.one_of(st.none(), st.floats(), ), max_size=3),
    st.lists(st.one_of(st.none(), st.booleans()), max_size=3),
    st.lists(st.binary(max_size=5), max_size=3),
    st.lists(st.lists(st.integers(0, 9), max_size=2), max_size=3),
    st.lists(st.fixed_dictionaries({"a": st.integers(0, 9)}), max_size=3),
    st.lists(st.one_of(st.none(), st.dates(), ), max_size=3),
    st.lists(st.one_of(st.none(), st.datetimes()), max_size=3),
)  # fmt: skip


@bounded(6)
@given(st.data())
def test_folder_whose_table_holds_other_columns(data: st.DataObject) -> None:
    """Its digest is right: somebody has made it so on purpose."""
    said, name = manifest(), data.draw(st.sampled_from(TABLES))
    file = said["files"][name]["file"]
    rows = pq.read_table(pa.BufferReader(original()[file])).replace_schema_metadata()
    for column in data.draw(st.lists(st.sampled_from(rows.column_names), min_size=1, max_size=3)):
        if column not in rows.column_names:
            continue
        at = rows.column_names.index(column)
        if data.draw(st.booleans()):
            cells = (data.draw(COLUMNS) * len(rows))[: len(rows)] or [None] * len(rows)
            cells += [None] * (len(rows) - len(cells))
            new = data.draw(st.sampled_from([column, column, "lain", rows.column_names[-1], ""]))
            rows = rows.set_column(at, new, pa.array(cells))
        else:
            rows = rows.remove_column(at)
    sink = pa.BufferOutputStream()
    pq.write_table(rows, sink)
    content = sink.getvalue().to_pybytes()
    said["files"][name] |= {"sha256": hashlib.sha256(content).hexdigest(), "rows": len(rows)}
    files = original() | {file: content, MANIFEST: json.dumps(said).encode()}
    assert_is_read_or_told(files)
