"""The door for people, and the command that serves a workbook."""

from __future__ import annotations

import itertools
import json
import signal
import stat
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import requests

from tests.sheets_server.book import Book
from tests.sheets_server.client import client_of
from tests.sheets_server.faults import Fault
from tests.sheets_server.server import SheetsServer

ROOT = Path(__file__).parents[2]


@pytest.fixture
def book(server: SheetsServer) -> Book:
    book = Book("ZI")
    book.add_tab("Bukti 1", [["No"]], row_count=9, column_count=9)
    book.add_tab("Arsip", hidden=True)
    return server.add(book)


def _ask(server: SheetsServer, method: str, path: str, body: str = "") -> tuple[int, str]:
    answer = requests.request(method, f"{server.host}{path}", data=body.encode(), timeout=5)
    return answer.status_code, answer.text


def test_tabs_are_listed_without_a_token(server: SheetsServer, book: Book) -> None:
    assert _ask(server, "GET", "/edit/ZI") == (200, "Bukti 1\nArsip (tersembunyi)\n")


def test_a_cell_is_typed_into(server: SheetsServer, book: Book) -> None:
    answer = _ask(server, "PUT", "/edit/ZI/Bukti%201/F7", "31/12/2025")
    assert answer == (200, "Bukti 1!F7 diisi: 31/12/2025\n")
    assert book.tab("Bukti 1")["F7"].number_format == "DATE"
    tab = client_of(server).open_by_key("ZI").worksheet("Bukti 1")
    assert tab.acell("F7").value == "31/12/2025"


def test_an_empty_body_clears_a_cell(server: SheetsServer, book: Book) -> None:
    _ask(server, "PUT", "/edit/ZI/Bukti%201/A1")
    assert book.tab("Bukti 1").cells == {}


@pytest.mark.parametrize(
    ("method", "path", "status", "text"),
    [
        ("PUT", "/edit/NOPE/Bukti%201/A1", 404, "Buku NOPE tidak ada. Yang ada: ZI"),
        ("PUT", "/edit/ZI/NOPE/A1", 404, "Tab NOPE tidak ada. Yang ada: Bukti 1, Arsip"),
        ("PUT", "/edit/ZI/Bukti%201/7F", 400, "7F bukan alamat sel"),
        ("PUT", "/edit/ZI/Bukti%201/Z99", 400, "Z99 di luar tab Bukti 1"),
        ("GET", "/edit/NOPE", 404, "Buku NOPE tidak ada"),
        ("GET", "/edit/ZI/Bukti%201/A1", 405, "tidak berlaku"),
        ("POST", "/edit/ZI", 405, "tidak berlaku"),
        ("POST", "/fault/nope", 404, "Gangguan nope tidak ada. Yang ada: office-file, "),
        ("POST", "/fault/slow?times=banyak", 400, "harus angka"),
        ("GET", "/fault/slow", 405, "tidak berlaku"),
        ("GET", "/", 404, "Alamat ini tidak ada"),
    ],
)
def test_what_cannot_be_done_is_said_in_indonesian(
    server: SheetsServer, book: Book, method: str, path: str, status: int, text: str
) -> None:
    code, said = _ask(server, method, path, "x")
    assert code == status
    assert text in said


def test_a_refused_edit_is_no_change(server: SheetsServer, book: Book) -> None:
    before = book.version
    _ask(server, "PUT", "/edit/ZI/NOPE/A1", "x")
    assert book.version == before


def test_faults_are_switched_on_for_some_requests(server: SheetsServer, book: Book) -> None:
    answer = _ask(server, "POST", "/fault/unavailable?times=2")
    assert answer == (200, "Gangguan unavailable: 2 kali.\n")
    client = client_of(server).http_client
    for _ in range(2):
        with pytest.raises(Exception, match="currently unavailable"):
            client.spreadsheets_get("ZI")
    assert client.spreadsheets_get("ZI")


def test_faults_are_switched_off(server: SheetsServer, book: Book) -> None:
    _ask(server, "POST", "/fault/slow?seconds=60&kind=api")
    assert _ask(server, "DELETE", "/fault") == (200, "Semua gangguan dihentikan.\n")
    assert client_of(server).http_client.spreadsheets_get("ZI")


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_its_address(server: SheetsServer, fault: Fault) -> None:
    assert _ask(server, "POST", f"/fault/{fault}")[0] == 200


def test_a_body_is_at_most_a_megabyte(server: SheetsServer, book: Book) -> None:
    head = {"Content-Length": "1000001"}
    session = requests.Session()
    request = requests.Request("PUT", f"{server.host}/edit/ZI/Bukti%201/A1").prepare()
    request.headers.update(head)
    assert session.send(request, timeout=5).status_code == 413
    session.close()


def test_bytes_that_are_no_text_are_refused(server: SheetsServer, book: Book) -> None:
    address = f"{server.host}/edit/ZI/Bukti%201/A1"
    assert requests.put(address, data=b"\xff", timeout=5).status_code == 400


def test_the_command_serves_a_workbook_until_it_is_told_to_stop(tmp_path: Path) -> None:
    workbook, key = tmp_path / "buku.xlsx", tmp_path / "kunci.json"
    openpyxl.Workbook().save(workbook)
    command = [sys.executable, "-m", "tests.sheets_server", workbook, "--port", "0", "--key", key]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = list(itertools.takewhile(lambda line: "DELETE" not in line, process.stdout))
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert any("Google Sheets tiruan: http://127.0.0.1:" in line for line in said)
    assert any("https://docs.google.com/spreadsheets/d/ZI-LOKAL/edit" in line for line in said)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert json.loads(key.read_text())["client_email"].endswith(".iam.gserviceaccount.com")
