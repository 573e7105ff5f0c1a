"""What `python -m zi_metrics periksa` answers, from every source, and how it ends."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.golden.wild import wild_workbook
from tests.sheets_server import Book, Fault, SheetError, SheetsServer, only_loopback
from tests.sources.sheets import EVIDENCE, ID, MONEV, small_book
from tests.tables.builders import snapshot
from zi_metrics.cli import main
from zi_metrics.labels.numbers import NBSP
from zi_metrics.settings import (
    EMULATOR_VARIABLE,
    KEY_FILE_VARIABLE,
    SHEET_URL_VARIABLE,
    SNAPSHOT_DIR_VARIABLE,
)
from zi_metrics.sources.manifest import MANIFEST
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.snapshot import Snapshot

CLEAN, FOUND, UNREADABLE = 0, 1, 2


def periksa(source: object, *arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(
        main, ["periksa", "--sumber", str(source), *arguments], env=environment
    )


def answer(source: object, *arguments: str, **environment: str) -> dict[str, Any]:
    run = periksa(source, "--json", *arguments, **environment)
    assert run.exit_code in {CLEAN, FOUND}, run.output
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def found(told: dict[str, Any], *severities: str) -> list[dict[str, Any]]:
    return [each for each in told["masalah"] if each["tingkat"] in severities]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small snapshot folder with two galat, as of 30 June 2025."""
    return tmp_path / SnapshotStore(tmp_path).write(snapshot())


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("liar") / "liar.xlsx"
    wild_workbook().save(path)
    return path


def template(folder: Path) -> Path:
    """The workbook coordinators start from, not filled in yet."""
    path = folder / "templat.xlsx"
    run = CliRunner().invoke(main, ["templat", "--keluar", str(path), "--tahun", "2025"])
    assert run.exit_code == 0, run.output
    return path


# --- every source, and how it ends ------------------------------------------


def test_list_of_the_site_is_clean_although_it_has_no_links() -> None:
    run = periksa("situs")
    assert (run.exit_code, run.stderr) == (CLEAN, "")
    assert run.stdout.endswith("\nJumlah: 0 galat, 0 peringatan, 335 saran.\n")


def test_sample_has_the_galat_it_was_given() -> None:
    run = periksa("contoh")
    assert run.exit_code == FOUND
    assert run.stdout.startswith("DATA CONTOH\n")
    assert f"  ×{NBSP}galat  Tabel Data Dukung, baris 61: Status “sudah ada tapi" in run.stdout
    assert "\n    Bila statusnya ternyata Tersedia: kelengkapan berbobot" in run.stdout


def test_empty_template_is_clean(tmp_path: Path) -> None:
    path = template(tmp_path)
    told = answer(path)
    assert periksa(path).exit_code == CLEAN
    assert (told["ringkasan"]["galat"], told["ringkasan"]["peringatan"]) == (0, 0)
    assert {tab["tab"]: tab["baris"] for tab in told["tab"]}["Data Dukung"] == 303


def test_one_wrong_cell_of_a_file_is_found_by_its_name(tmp_path: Path) -> None:
    path = template(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Data Dukung"]["E14"] = "sudah ada tapi blm ttd"
    book.save(path)
    run = periksa(path)
    (problem,) = found(answer(path), "galat", "peringatan")
    assert (run.exit_code, problem["letak"]) == (FOUND, "Data Dukung!E14")
    assert problem["terbaca"] == "Status “sudah ada tapi blm ttd” tidak dikenali."
    assert problem["pengaruh"]["sebelum"] == 0 < problem["pengaruh"]["sesudah"] < 1


def test_answers_and_requirements_are_checked_at_their_cells(tmp_path: Path) -> None:
    path = template(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Indikator"]["H3"] = "Ya"  # A.I.1.i.b is of the type A/B/C
    book["Hasil"]["B2"] = 82.5
    book["Pengaturan"]["B16"] = "97%"
    book.save(path)
    told = found(answer(path), "galat", "peringatan")
    assert [(each["tingkat"], each["letak"], each["terbaca"]) for each in told] == [
        ("galat", "Indikator!H3", "Jawaban “Ya” tidak ada dalam pilihan A/B/C."),
        ("galat", "Hasil!B2", "Nilai “82,5” di luar skala 0 sampai 4."),
        (
            "peringatan",
            "Pengaturan!B16",
            "Pengaturan “Syarat: SPTJM ditandatangani pimpinan unit” berisi “97%”.",
        ),
    ]
    assert "0,25 poin LKE" in told[0]["alasan"]
    assert [each["pengaruh"] for each in told] == [None, None, None]  # no percentage changes
    assert periksa(path).exit_code == FOUND


def test_warning_alone_is_not_clean(tmp_path: Path) -> None:
    path = template(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Data Dukung"]["H14"] = "besok"
    book.save(path)
    assert answer(path)["ringkasan"] | {"saran": 0} == {"galat": 0, "peringatan": 1, "saran": 0}
    assert periksa(path).exit_code == FOUND


def test_snapshot_folder_and_store_are_checked(folder: Path) -> None:
    for source in (folder, folder.parent):
        assert [each["letak"] for each in found(answer(source), "galat")] == [
            "Tabel Data Dukung, baris 2",
            "Tabel Data Dukung, baris 3",
        ]
    kept = answer("potret", **{SNAPSHOT_DIR_VARIABLE: str(folder.parent)})
    assert kept["masalah"] == answer(folder)["masalah"]


def test_damaged_table_is_a_galat_and_the_rest_is_checked(folder: Path) -> None:
    next(folder.glob("evidence-*.parquet")).write_bytes(b"PAR1")
    run = periksa(folder)
    assert run.exit_code == FOUND
    assert "Pulihkan berkasnya dari cadangan" in run.stdout
    assert "Data Dukung: tidak dapat dibaca" in run.stdout


def test_newer_snapshot_that_is_refused_is_a_galat(folder: Path) -> None:
    newer = SnapshotStore(folder.parent).write(snapshot(as_of=date(2025, 9, 30)))
    next((folder.parent / newer).glob("evidence-*.parquet")).unlink()
    told = answer(folder.parent)
    assert told["keadaan_per"] == "2025-06-30"
    assert found(told, "galat")[-1]["tab"] == "Potret"
    assert "Potret" not in [tab["tab"] for tab in told["tab"]]


@pytest.mark.parametrize("source", ["tidak-ada", "tidak-ada.xlsx", "sheet"])
def test_source_that_cannot_be_read_is_said_in_a_sentence(source: str) -> None:
    run = periksa(source, **{SHEET_URL_VARIABLE: ""})
    assert (run.exit_code, run.stdout) == (UNREADABLE, "")
    assert run.stderr.endswith(".\n")


def test_file_that_is_no_workbook_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    path.write_text("Kode;Status", encoding="utf-8")
    run = periksa(path, "--json")
    assert (run.exit_code, run.stdout) == (UNREADABLE, "")
    assert "bukan buku kerja Excel" in run.stderr


def test_damaged_manifest_is_said_in_a_sentence(folder: Path) -> None:
    (folder / MANIFEST).write_text("{", encoding="utf-8")
    assert periksa(folder).exit_code == UNREADABLE


# --- what it says -----------------------------------------------------------


def test_answer_has_exactly_the_agreed_keys(wild: Path) -> None:
    told = answer(wild)
    assert list(told) == ["sumber", "keadaan_per", "sidik_data", "ringkasan", "tab", "masalah"]
    assert list(told["ringkasan"]) == ["galat", "peringatan", "saran"]
    tabs = {tuple(tab) for tab in told["tab"]}
    assert tabs == {("tab", "tabel", "baris", "baris_kosong", "baris_tersembunyi")}
    assert {tuple(each) for each in told["masalah"]} == {
        (
            *("tingkat", "tab", "letak", "tautan"),
            *("terbaca", "alasan", "perbaikan", "pengaruh"),
        )
    }
    effects = [each["pengaruh"] for each in told["masalah"] if each["pengaruh"]]
    assert {tuple(each) for each in effects} == {("area", "angka", "sebelum", "sesudah")}


def test_counts_are_those_of_the_list(wild: Path) -> None:
    told = answer(wild)
    assert Counter(each["tingkat"] for each in told["masalah"]) == told["ringkasan"]
    assert told["sumber"] == wild.name
    assert {key: value for key, value in told["tab"][-1].items() if key in {"tab", "tabel"}} == {
        "tab": "Sheet9",
        "tabel": None,
    }


def test_text_goes_tab_by_tab_and_says_every_galat_and_warning(wild: Path) -> None:
    text, told = periksa(wild).stdout, answer(wild)
    heads = [line.partition(":")[0] for line in text.splitlines()[3:] if line[:1].strip()]
    assert heads[:-1] == [*(tab["tab"] for tab in told["tab"]), "Hasil"]
    for each in found(told, "galat", "peringatan"):
        assert f"{each['letak']}: {each['terbaca']} {each['alasan']}" in text
    assert "\nSheet9: tidak dibaca\n" in text
    assert "2 baris tersembunyi ikut dihitung\n" in text


def test_long_lists_of_advice_are_cut_in_the_text_and_whole_in_json() -> None:
    text = periksa("situs").stdout
    assert text.count("Isi tautan dokumennya.") == 5
    assert "dan 298 saran serupa. Pakai --json" in text
    assert len(found(answer("situs"), "saran")) == 335


def test_hostile_cells_cannot_break_a_line(tmp_path: Path) -> None:
    path = template(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Data Dukung"]["E14"] = "x\n  × galat  palsu\r\n" + "panjang" * 99
    book.save(path)
    text = periksa(path).stdout
    assert "\n  × galat  palsu" not in text
    assert max(map(len, text.splitlines())) < 500


# --- as of another day ------------------------------------------------------


def test_day_asked_for_takes_the_snapshot_of_then_and_tells_it_for_then(folder: Path) -> None:
    SnapshotStore(folder.parent).write(snapshot(as_of=date(2025, 9, 30)))
    told = answer(folder.parent, "--per", "2025-08-01")
    assert told["keadaan_per"] == "2025-08-01"
    run = periksa(folder.parent, "--per", "2025-08-01")
    assert "Catatan: status data dukung menurut potret 30 Juni 2025" in run.stderr


def test_what_is_later_than_the_day_asked_for_is_a_warning(folder: Path) -> None:
    told = answer(folder, "--per", "2025-04-01")
    (problem,) = found(told, "peringatan")
    assert (problem["letak"], problem["alasan"]) == (
        "Tabel SPIP, baris 1",
        "Kejadian itu dianggap belum terjadi.",
    )


@pytest.mark.parametrize("day", ["besok", "2025-02-30", "31/12/2025"])
def test_day_that_is_none_is_refused(day: str) -> None:
    assert periksa("situs", "--per", day).exit_code == UNREADABLE


# --- a sheet ----------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[SheetsServer]:
    with only_loopback(), SheetsServer() as running:
        yield running


@pytest.fixture
def book(server: SheetsServer) -> Book:
    return server.add(small_book())


@pytest.fixture
def asked(server: SheetsServer, book: Book, tmp_path: Path) -> dict[str, str]:
    """The environment that names the sheet."""
    key = tmp_path / "kunci.json"
    key.write_text(json.dumps(server.credentials()), encoding="utf-8")
    return {
        SHEET_URL_VARIABLE: server.url(book.spreadsheet_id),
        KEY_FILE_VARIABLE: str(key),
        EMULATOR_VARIABLE: server.host,
        SNAPSHOT_DIR_VARIABLE: str(tmp_path / "potret"),
    }


def kept(asked: dict[str, str]) -> list[Path]:
    return list(Path(asked[SNAPSHOT_DIR_VARIABLE]).glob("*"))


def keep(asked: dict[str, str]) -> None:
    """Have the sheet read and kept, as the dashboard does."""
    run = CliRunner().invoke(main, ["ringkas", "--sumber", "sheet"], env=asked)
    assert run.exit_code == 0, run.output
    assert kept(asked)


def test_sheet_is_checked_with_the_address_of_each_cell(book: Book, asked: dict[str, str]) -> None:
    book.tab(EVIDENCE)["D3"] = "entah"
    told = answer("sheet", **asked)
    (problem,) = found(told, "galat", "peringatan")
    gid = book.tab(EVIDENCE).sheet_id
    assert problem["letak"] == f"{EVIDENCE}!D3"
    assert problem["tautan"] == f"{asked[SHEET_URL_VARIABLE]}?gid={gid}#gid={gid}&range=D3"
    run = periksa("sheet", **asked)
    assert run.exit_code == FOUND
    assert f"\n    {problem['tautan']}\n" in run.stdout
    assert (told["sumber"], told["keadaan_per"]) == ("sheet", today().isoformat())


def today() -> date:
    return datetime.now(ZoneInfo("Asia/Jakarta")).date()


def test_check_of_a_sheet_keeps_nothing(asked: dict[str, str]) -> None:
    assert periksa("sheet", **asked).exit_code == CLEAN
    assert kept(asked) == []


@pytest.mark.parametrize("fault", [Fault.NOT_SHARED, Fault.NOT_FOUND, Fault.OFFICE_FILE])
def test_sheet_that_cannot_be_read_now_is_not_answered_from_what_was_kept(
    server: SheetsServer, asked: dict[str, str], fault: Fault
) -> None:
    keep(asked)
    server.fail(fault)
    run = periksa("sheet", **asked)
    assert (run.exit_code, run.stdout) == (UNREADABLE, "")
    assert run.stderr.startswith("Google Sheet: ")


def test_what_was_kept_does_not_hide_what_is_wrong_now(book: Book, asked: dict[str, str]) -> None:
    keep(asked)
    book.tab(EVIDENCE)["D3"] = SheetError.of("#REF!")
    book.tab(MONEV)["C1"] = "Judul lain"
    worst = found(answer("sheet", **asked), "galat")
    assert {each["letak"] for each in worst} == {f"{EVIDENCE}!D3", f"{MONEV}!A1"}


def test_earlier_day_is_answered_from_what_was_kept_of_it(
    server: SheetsServer, asked: dict[str, str]
) -> None:
    past = snapshot(as_of=date(2025, 6, 30))
    of_sheet = Snapshot(
        **{**vars(past), "provenance": past.provenance.__class__(
            **{**vars(past.provenance), "source": "sheet", "unit_id": ID}
        )}
    )  # fmt: skip
    SnapshotStore(Path(asked[SNAPSHOT_DIR_VARIABLE])).write(of_sheet)
    server.fail(Fault.NOT_SHARED)
    told = answer("sheet", "--per", "2025-07-01", **asked)
    assert (told["keadaan_per"], told["ringkasan"]["galat"]) == ("2025-07-01", 2)
    assert periksa("sheet", **asked).exit_code == UNREADABLE
    shutil.rmtree(asked[SNAPSHOT_DIR_VARIABLE])
    assert periksa("sheet", "--per", "2025-07-01", **asked).exit_code == UNREADABLE
