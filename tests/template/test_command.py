"""`python -m zi_metrics templat`, as a person types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.sheets_server import Book, SheetsServer, Tab, only_loopback
from zi_metrics.cli import main

ROOT = Path(__file__).parents[2]
REFUSED = 2
BOOK_ID = "c" * 44


def templat(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(main, ["templat", *map(str, arguments)], env=environment)


def years(path: Path) -> set[object]:
    return {row[0] for row in openpyxl.load_workbook(path)["SPIP"].iter_rows(2, values_only=True)}


def test_file_is_written_and_said(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    run = templat("--keluar", path, "--tahun", 2025)
    assert run.exit_code == 0, run.output
    assert f"Templat ditulis ke {path}." in run.stdout
    assert "Indikator 110, Data Dukung 303, Monev 0, SPIP 24, Hasil 3" in run.stdout
    assert years(path) == {2025}
    assert list(tmp_path.iterdir()) == [path]


def test_year_is_this_one_where_the_unit_is(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    before = datetime.now(ZoneInfo("Asia/Jakarta")).year
    assert templat("--keluar", path).exit_code == 0
    assert years(path) <= {before, datetime.now(ZoneInfo("Asia/Jakarta")).year}


def test_template_of_other_units_has_no_documents(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    assert "Data Dukung 0" in templat("--keluar", path, "--kosong").stdout
    assert openpyxl.load_workbook(path)["Data Dukung"]["A2"].value is None


def test_file_that_exists_is_left_alone_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    path.write_bytes(b"isi lama")
    refused = templat("--keluar", path)
    assert (refused.exit_code, path.read_bytes()) == (REFUSED, b"isi lama")
    assert "Berkas ini sudah ada; isinya tidak diubah." in refused.stderr
    assert "--timpa" in refused.stderr
    assert templat("--keluar", path, "--timpa").exit_code == 0
    assert openpyxl.load_workbook(path).sheetnames[0] == "Petunjuk"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("templat.xls", "harus diakhiri .xlsx"),
        ("templat", "harus diakhiri .xlsx"),
        ("tidak/ada/templat.xlsx", "Berkas ini tidak dapat disimpan: foldernya tidak ada."),
        ("a\0b.xlsx", "Berkas ini tidak dapat disimpan: namanya tidak sah."),
        (f"{'a' * 300}.xlsx", "Berkas ini tidak dapat disimpan: namanya terlalu panjang."),
    ],
)
def test_file_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path, name: str, said: str) -> None:
    run = templat("--keluar", f"{tmp_path}/{name}")
    assert (run.exit_code, run.stdout) == (REFUSED, "")
    assert said in run.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return tmp_path / "kunci.json"


def test_empty_sheet_is_filled_with_its_own_credentials(key: Path) -> None:
    with only_loopback(), SheetsServer() as server:
        book = server.add(Book(BOOK_ID, tabs=[Tab("Sheet1")]))
        key.write_text(json.dumps(server.credentials()), encoding="utf-8")
        url = server.url(BOOK_ID)
        asked = ("--ke-sheet", url, "--kredensial-tulis", key)
        run = templat(*asked, SHEETS_EMULATOR_HOST=server.host)
        assert run.exit_code == 0, run.output
        assert f"Templat ditulis ke {url}." in run.stdout
        assert [tab.title for tab in book][:2] == ["Petunjuk", "Pengaturan"]
        again = templat(*asked, SHEETS_EMULATOR_HOST=server.host)
    assert again.exit_code == REFUSED
    assert "Sheet ini sudah berisi (tab “Petunjuk”)." in again.stderr


def test_credentials_of_the_reader_are_never_taken(tmp_path: Path, key: Path) -> None:
    key.write_text("{}", encoding="utf-8")
    run = templat("--ke-sheet", "https://x", GOOGLE_APPLICATION_CREDENTIALS=str(key))
    assert run.exit_code == REFUSED
    assert "--ke-sheet memerlukan --kredensial-tulis BERKAS.json." in run.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--keluar", "a.xlsx", "--ke-sheet", "https://x", "--kredensial-tulis", "k")]
)
def test_one_place_has_to_be_named(arguments: tuple[str, ...]) -> None:
    run = templat(*arguments)
    assert run.exit_code == REFUSED
    assert "Pilih satu tujuan: --keluar BERKAS.xlsx, atau --ke-sheet ALAMAT." in run.stderr


@pytest.mark.parametrize("year", ["27", "1989", "2101", "dua ribu", "2026.0", "-2026", "²"])
def test_year_that_is_none_is_refused(tmp_path: Path, year: str) -> None:
    run = templat("--keluar", tmp_path / "a.xlsx", f"--tahun={year}")
    assert run.exit_code == REFUSED
    assert f"“{year}” bukan tahun dari 1990 sampai 2100." in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_help_is_in_indonesian() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "zi_metrics", "templat", "--help"],
        cwd=ROOT,
        env={**os.environ, "LANGUAGE": "en", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for option in ("--keluar BERKAS.xlsx", "--ke-sheet ALAMAT", "--tahun TTTT", "--kosong"):
        assert option in run.stdout
    assert "Pemakaian: python -m zi_metrics templat [PILIHAN]" in run.stdout
    assert not {"usage", "options", "text", "path", "show"} & set(run.stdout.lower().split())
