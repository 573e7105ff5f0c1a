"""What `python -m zi_metrics potret` keeps, from every source, and that it stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.golden.wild import wild_workbook
from tests.sheets_server import SheetsServer, only_loopback
from tests.sources.sheets import small_book
from tests.tables.builders import snapshot
from zi_metrics.cli import main
from zi_metrics.settings import (
    EMULATOR_VARIABLE,
    KEY_FILE_VARIABLE,
    SHEET_URL_VARIABLE,
    SNAPSHOT_DIR_VARIABLE,
)
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore

UNREADABLE = 2


def potret(source: object, root: Path, **environment: str) -> Result:
    asked = {SNAPSHOT_DIR_VARIABLE: str(root), **environment}
    return CliRunner().invoke(main, ["potret", "--sumber", str(source)], env=asked)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "potret"


@pytest.mark.parametrize("source", ["situs", "contoh"])
def test_shipped_source_is_kept_and_reads_back_the_same(source: str, root: Path) -> None:
    run = potret(source, root)
    assert run.exit_code == 0, run.output
    (manifest,) = SnapshotStore(root).list()
    assert run.stdout == f"Potret {manifest.identifier} disimpan di {root}.\n"
    original, kept = open_source(source).newest(), open_source(str(root)).newest()
    assert kept.provenance == original.provenance
    assert kept.problems == original.problems
    assert SnapshotStore(root).is_pinned(manifest.identifier)


def test_file_is_kept_with_the_names_of_its_cells(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "liar.xlsx"
    wild_workbook().save(path)
    assert potret(path, root).exit_code == 0
    kept = open_source(str(root)).newest()
    assert kept.provenance.source == "liar.xlsx"
    assert "Data Dukung I-II!D14" in [problem.where for problem in kept.problems]


def test_sheet_is_kept(root: Path, tmp_path: Path) -> None:
    with only_loopback(), SheetsServer() as server:
        book = server.add(small_book())
        key = tmp_path / "kunci.json"
        key.write_text(json.dumps(server.credentials()), encoding="utf-8")
        run = potret(
            "sheet",
            root,
            **{
                SHEET_URL_VARIABLE: server.url(book.spreadsheet_id),
                KEY_FILE_VARIABLE: str(key),
                EMULATOR_VARIABLE: server.host,
            },
        )
    assert run.exit_code == 0, run.output
    (manifest,) = SnapshotStore(root).list()
    assert (manifest.source, manifest.unit_id) == ("sheet", book.spreadsheet_id)
    assert SnapshotStore(root).is_pinned(manifest.identifier)


def test_snapshot_is_kept_elsewhere(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / SnapshotStore(tmp_path).write(snapshot())
    run = potret(folder, root)
    assert run.exit_code == 0
    assert [line.split(":")[0] for line in run.stderr.splitlines()] == ["galat", "galat"]
    assert [each.identifier for each in SnapshotStore(root).list()] == [folder.name]


def test_keeping_the_same_again_is_harmless(root: Path) -> None:
    assert [potret("situs", root).exit_code for _ in range(2)] == [0, 0]
    assert len(SnapshotStore(root).list()) == 1


def test_source_that_cannot_be_read_leaves_nothing(root: Path) -> None:
    run = potret("tidak-ada", root)
    assert (run.exit_code, run.stdout, root.exists()) == (UNREADABLE, "", False)


def test_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    root = tmp_path / "berkas"
    root.write_text("bukan folder", encoding="utf-8")
    run = potret("situs", root)
    assert (run.exit_code, run.stdout) == (UNREADABLE, "")
    assert f"Folder potret “{root}”: Potret tidak dapat disimpan" in run.stderr
