"""A Google Sheet is read by one request; whatever goes wrong is told as what to do about it."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as time_of_day
from typing import Any

import pytest
import requests
from gspread.exceptions import APIError

from tests.sheets_server import Area as Cells
from tests.sheets_server import (
    Book,
    CellContent,
    Chip,
    Fault,
    SheetError,
    SheetsServer,
    only_loopback,
    with_links,
)
from tests.sheets_server.grants import READER
from tests.sources.sheets import ID, google_sheet, small_book
from zi_metrics.errors import (
    SheetAccessRefused,
    SheetIsOfficeFile,
    SheetNotConfigured,
    SheetNotFound,
    SheetNotShared,
    SheetQuotaSpent,
    SheetsApiDisabled,
    SheetServerTrouble,
    SheetTooLarge,
    SheetUnavailable,
    SheetUnreachable,
)
from zi_metrics.sources.google_address import spreadsheet_id
from zi_metrics.sources.google_faults import AnswerTooLarge, explained, refusal
from zi_metrics.sources.google_http import (
    MEGABYTE,
    READ_SCOPE,
    LimitedAdapter,
    SheetsClient,
    client,
)
from zi_metrics.sources.google_sheet import (
    FIELDS,
    MOST_TRIES,
    GoogleSheet,
    SheetAccess,
    moment,
    parsed,
)
from zi_metrics.sources.grid import Grid, Span
from zi_metrics.tables.cells import Unusable, Why

LONG_ID = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd"
AGAIN = "Dicoba lagi otomatis"


# --- The request ------------------------------------------------------------


def test_reading_is_one_masked_request_and_one_token(server: SheetsServer) -> None:
    google_sheet(server).read()
    (request,) = server.requests_of("api")
    assert (request.method, request.path) == ("GET", f"/v4/spreadsheets/{ID}")
    assert request.query == {"fields": [FIELDS], "prettyPrint": ["false"]}
    assert [each.kind for each in server.requests] == ["token", "api"]


def test_reading_again_is_one_request_more_with_the_same_token(server: SheetsServer) -> None:
    sheet = google_sheet(server)
    for _ in range(3):
        sheet.read()
    assert [each.kind for each in server.requests] == ["token", "api", "api", "api"]
    assert server.most_in_flight == 1


def test_token_that_counts_no_longer_is_fetched_again(server: SheetsServer) -> None:
    sheet = google_sheet(server)
    sheet.read()
    server.revoke_tokens()
    sheet.read()
    assert [each.kind for each in server.requests] == ["token", "api", "api", "token", "api"]


def test_making_a_reader_asks_nothing(server: SheetsServer) -> None:
    google_sheet(server)
    assert server.requests == []


def test_server_that_fails_twice_is_asked_three_times(server: SheetsServer) -> None:
    server.fail(Fault.UNAVAILABLE, times=MOST_TRIES - 1)
    assert google_sheet(server).read().name == "ZI 2026"
    assert len(server.requests_of("api")) == MOST_TRIES


def test_retry_after_is_waited_for(server: SheetsServer) -> None:
    server.fail(Fault.RATE_LIMITED_RETRY_AFTER, times=1, seconds=1)
    google_sheet(server).read()
    refused, read = server.requests_of("api")
    assert read.at - refused.at >= 1


def test_retry_after_beyond_the_time_there_is_ends_the_reading(server: SheetsServer) -> None:
    server.fail(Fault.RATE_LIMITED_RETRY_AFTER, seconds=120)
    with pytest.raises(SheetQuotaSpent) as refused:
        google_sheet(server).read()
    assert refused.value.wait_seconds == 120
    assert len(server.requests_of("api")) == 1


# --- What goes wrong, told as what to do ------------------------------------


@dataclass(frozen=True)
class Case:
    """A fault of the server, and what must become of it.

    asked: requests that the server saw of the kind that fails.
    """

    fault: Fault
    error: type[SheetUnavailable]
    words: str
    asked: int = 1
    kind: str = "api"

    def __str__(self) -> str:
        return f"{self.fault}-{self.kind}"


CASES = (
    Case(Fault.OFFICE_FILE, SheetIsOfficeFile, "File > Simpan sebagai Google Spreadsheet"),
    Case(Fault.NOT_SHARED, SheetNotShared, f"Bagikan sheet kepada {READER} sebagai Pelihat"),
    Case(Fault.SERVICE_DISABLED, SheetsApiDisabled, "Aktifkan Google Sheets API"),
    Case(Fault.SCOPES, SheetAccessRefused, "tidak mencakup Google Sheets"),
    Case(Fault.NOT_FOUND, SheetNotFound, "tidak ada, atau sudah dihapus. Periksa alamatnya"),
    Case(Fault.UNAUTHENTICATED, SheetAccessRefused, "Buat kunci baru", asked=2),
    Case(Fault.RATE_LIMITED, SheetQuotaSpent, f"Jatah pembacaan .* habis. {AGAIN}"),
    Case(Fault.AUTOMATED_TRAFFIC, SheetQuotaSpent, "Jatah pembacaan"),
    Case(Fault.INTERNAL, SheetServerTrouble, rf"\(kode 500\)\. {AGAIN}", MOST_TRIES),
    Case(Fault.BAD_GATEWAY, SheetServerTrouble, rf"\(kode 502\)\. {AGAIN}", MOST_TRIES),
    Case(Fault.UNAVAILABLE, SheetServerTrouble, rf"\(kode 503\)\. {AGAIN}", MOST_TRIES),
    Case(Fault.JSON_LIST, SheetServerTrouble, "sedang bermasalah", MOST_TRIES),
    Case(Fault.INVALID_JSON, SheetServerTrouble, "sedang bermasalah", MOST_TRIES),
    Case(Fault.DROPPED, SheetUnreachable, "Periksa sambungan internet", MOST_TRIES),
    Case(Fault.TRUNCATED, SheetUnreachable, "Periksa sambungan internet", MOST_TRIES),
    Case(Fault.REDIRECTED, SheetUnreachable, "Periksa sambungan internet", MOST_TRIES),
    Case(Fault.INVALID_GRANT_SIGNATURE, SheetAccessRefused, "Buat kunci baru", 1, "token"),
    Case(Fault.INVALID_GRANT_ACCOUNT, SheetAccessRefused, "akunnya tidak ada", 1, "token"),
    Case(
        Fault.CLOCK_SKEW,
        SheetAccessRefused,
        r"selisih sekitar 120 menit.*Setel jam komputer secara otomatis",
        1,
        "token",
    ),
    Case(Fault.BAD_GATEWAY, SheetServerTrouble, AGAIN, MOST_TRIES, "token"),
    Case(Fault.UNAVAILABLE, SheetServerTrouble, AGAIN, MOST_TRIES, "token"),
    Case(Fault.DROPPED, SheetUnreachable, "Periksa sambungan internet", MOST_TRIES, "token"),
)


@dataclass(frozen=True)
class Outcome:
    """What a reading under a fault raised, in full; how often it asked; all that was logged."""

    error: SheetUnavailable
    shown: str
    asked: int
    logged: list[str]
    secrets: tuple[str, ...]


def outcome_of(case: Case, log: list[str]) -> Outcome:
    with SheetsServer() as server:
        server.add(small_book())
        server.fail(case.fault, kind=case.kind)
        sheet = google_sheet(server)
        with pytest.raises(SheetUnavailable) as raised:
            sheet.read()
        key = server.credentials()
        return Outcome(
            raised.value,
            "".join(traceback.format_exception(raised.value)) + repr(raised.value) + repr(sheet),
            len(server.requests_of(case.kind)),
            log,
            (key["private_key"].splitlines()[1], key["private_key_id"], "ya29.", "assertion="),
        )


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[Case, Outcome]]:
    """Of every case; at once, for most of the time is spent waiting before the next try."""
    log: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            log.append(self.format(record))

    listener, root = Listener(logging.DEBUG), logging.getLogger()
    level = root.level
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    try:
        with only_loopback(), ThreadPoolExecutor(len(CASES)) as threads:
            with SheetsServer() as first:
                first.credentials()  # makes the key that all of them share
            yield dict(
                zip(CASES, threads.map(lambda case: outcome_of(case, log), CASES), strict=True)
            )
    finally:
        root.setLevel(level)
        root.removeHandler(listener)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_fault_is_told_with_its_remedy(outcomes: dict[Case, Outcome], case: Case) -> None:
    found = outcomes[case]
    assert type(found.error) is case.error
    with pytest.raises(case.error, match=case.words):
        raise found.error


@pytest.mark.parametrize("case", CASES, ids=str)
def test_number_of_tries_is_bounded(outcomes: dict[Case, Outcome], case: Case) -> None:
    assert outcomes[case].asked == case.asked


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_secret_is_in_what_is_raised_or_logged(
    outcomes: dict[Case, Outcome], case: Case
) -> None:
    found = outcomes[case]
    said = [found.shown, *found.logged]
    assert [each for each in found.secrets if any(each in line for line in said)] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_only_what_may_pass_is_worth_trying_again(
    outcomes: dict[Case, Outcome], case: Case
) -> None:
    passing = {SheetQuotaSpent, SheetServerTrouble, SheetUnreachable}
    assert outcomes[case].error.may_pass == (case.error in passing)


def test_account_that_is_not_among_the_readers_is_named(server: SheetsServer, book: Book) -> None:
    book.readers = {"orang.lain@contoh.go.id"}
    with pytest.raises(SheetNotShared, match=READER):
        google_sheet(server).read()


def test_server_that_is_gone_is_unreachable(only_loopback: list[str]) -> None:
    with SheetsServer() as server:
        sheet = google_sheet(server)
    with pytest.raises(SheetUnreachable, match="Periksa sambungan internet"):
        sheet.read()


def test_request_that_google_cannot_understand_is_told_with_its_code(
    server: SheetsServer, access: SheetsClient
) -> None:
    with pytest.raises(APIError) as refused:
        access.values_get(ID, "TIDAK-ADA!A1")
    told = explained(refused.value, READER, None)
    assert type(told) is SheetUnavailable
    assert "(kode 400)" in told.what


def refused(status: int, body: object) -> SheetUnavailable:
    """What becomes of an answer with that status and body."""
    response = requests.Response()
    response.status_code = status
    response._content = json.dumps(body).encode()
    return explained(refusal(response), READER, None)


@pytest.mark.parametrize(
    "body",
    [
        {"error": "bad gateway"},
        {"error": {"message": "x"}},
        {"error": {"code": 7, "message": "x", "details": 5}},
        {"error": None},
        {"error": ["x"]},
        [],
        "x",
    ],
    ids=str,
)
def test_refusal_of_another_shape_is_told_by_its_status(body: object) -> None:
    assert type(refused(502, body)) is SheetServerTrouble
    assert type(refused(404, body)) is SheetNotFound
    assert "(kode 403)" in refused(403, body).what


def forbidden(*reasons: str, status: str = "PERMISSION_DENIED", among: str = "details") -> object:
    told = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": r} for r in reasons]
    return {"error": {"code": 403, "message": "x", "status": status, among: told}}


@pytest.mark.parametrize("reason", ["BILLING_DISABLED", "SECURITY_POLICY_VIOLATED"])
def test_refusal_for_another_reason_is_not_called_unshared(reason: str) -> None:
    told = refused(403, forbidden(reason))
    assert type(told) is SheetUnavailable
    assert told.what == f"Google Sheets menolak permintaan ini (kode 403, {reason})."


def test_reason_that_is_no_word_of_googles_is_not_repeated() -> None:
    assert "(kode 403)" in refused(403, forbidden("<b>bukan</b>")).what


def test_only_denied_permission_without_a_reason_is_called_unshared() -> None:
    assert type(refused(403, forbidden())) is SheetNotShared
    assert type(refused(403, forbidden(status="CANCELLED"))) is SheetUnavailable


@pytest.mark.parametrize(
    "body",
    [forbidden("RATE_LIMIT_EXCEEDED"), forbidden("userRateLimitExceeded", among="errors")],
    ids=["details", "errors"],
)
def test_limit_on_the_rate_told_as_a_refusal_is_a_spent_quota(body: object) -> None:
    assert type(refused(403, body)) is SheetQuotaSpent


def test_answer_above_the_limit_is_too_large_and_not_tried_again(access: SheetsClient) -> None:
    access.limits.largest_answer = 100
    with pytest.raises(AnswerTooLarge) as given_up:
        access.spreadsheets_get(ID, {"fields": FIELDS})
    told = explained(given_up.value, READER, None)
    assert type(told) is SheetTooLarge
    assert not told.may_pass
    assert "lebih dari 64 MB" in explained(AnswerTooLarge(64), READER, None).what
    assert LimitedAdapter().largest_answer == 64 * MEGABYTE


# --- Time -------------------------------------------------------------------


@pytest.fixture
def access(server: SheetsServer) -> SheetsClient:
    """The client of the reader, whose time is set by the test; it has a token already."""
    made = client(server.credentials(), [READ_SCOPE], server.host)
    made.limits.start(20)
    made.spreadsheets_get(ID, {"fields": "spreadsheetId"})
    return made


def timed_out(server: SheetsServer, access: SheetsClient, span: float) -> float:
    """Seconds until a reading in a span of time is given up; it must be told as too slow."""
    access.limits.start(span)
    began = time.monotonic()
    with pytest.raises(requests.exceptions.Timeout) as given_up:
        access.spreadsheets_get(ID, {"fields": FIELDS})
    took = time.monotonic() - began
    told = explained(given_up.value, READER, None)
    assert type(told) is SheetUnreachable
    assert "tidak menjawab dalam batas waktu" in told.what
    return took


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [(Fault.SLOW, None), (Fault.STALLED, None), (Fault.DRIPPING, 0.01), (Fault.DRIPPING, 0.45)],
)
def test_answer_that_does_not_end_is_given_up_in_time(
    server: SheetsServer, access: SheetsClient, fault: Fault, seconds: float | None
) -> None:
    server.fail(fault, seconds=seconds)
    assert timed_out(server, access, 0.5) < 0.5 + 0.4
    server.wait_until_idle()


def test_span_holds_for_all_requests_together(server: SheetsServer, access: SheetsClient) -> None:
    access.limits.start(0)
    assert timed_out(server, access, 0) < 0.4
    assert len(server.requests_of("api")) == 1


def test_reader_works_again_after_an_answer_was_given_up(
    server: SheetsServer, access: SheetsClient
) -> None:
    server.fail(Fault.DRIPPING, times=1, seconds=0.01)
    timed_out(server, access, 0.2)
    access.limits.start(20)
    assert access.spreadsheets_get(ID, {"fields": "spreadsheetId"}) == {"spreadsheetId": ID}


def dripped_head(listener: socket.socket) -> None:
    """Answer one request with a head that never ends, a byte at a time, until nobody listens."""
    with suppress(OSError):
        connection, _ = listener.accept()
        with connection:
            connection.recv(1 << 16)
            connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
            while True:
                connection.sendall(b"x")
                time.sleep(0.02)


def test_head_that_drips_is_given_up_in_time(only_loopback: list[str]) -> None:
    limits = LimitedAdapter()
    with socket.create_server(("127.0.0.1", 0)) as listener, requests.Session() as session:
        threading.Thread(target=dripped_head, args=[listener], daemon=True).start()
        session.trust_env = False
        session.mount("http://", limits)
        limits.start(0.4)
        began = time.monotonic()
        with pytest.raises(requests.exceptions.ReadTimeout):
            session.get(f"http://127.0.0.1:{listener.getsockname()[1]}/")
        assert time.monotonic() - began < 0.4 + 0.4


@pytest.mark.slow
@pytest.mark.parametrize("fault", [Fault.STALLED, Fault.DRIPPING])
def test_reading_takes_thirty_seconds_at_most(server: SheetsServer, fault: Fault) -> None:
    server.fail(fault, seconds=3600 if fault is Fault.STALLED else 1)
    began = time.monotonic()
    with pytest.raises(SheetUnreachable, match="tidak menjawab dalam batas waktu"):
        google_sheet(server).read()
    assert time.monotonic() - began < 31


# --- Address, key, emulator -------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        LONG_ID,
        f" {LONG_ID} ",
        f"https://docs.google.com/spreadsheets/d/{LONG_ID}",
        f"https://docs.google.com/spreadsheets/d/{LONG_ID}/edit?gid=12#gid=12&range=A1",
        f"https://docs.google.com/spreadsheets/d/{LONG_ID}/edit?usp=sharing&rtpof=true&sd=true",
        f"https://docs.google.com/a/contoh.go.id/spreadsheets/d/{LONG_ID}/edit",
        f"https://docs.google.com/spreadsheets/u/1/d/{LONG_ID}/edit#gid=0",
    ],
)
def test_address_of_a_browser_names_the_sheet(address: str) -> None:
    assert spreadsheet_id(address) == LONG_ID


@pytest.mark.parametrize("address", ["", "Sheet ZI", "https://contoh.go.id/zi", "buku.xlsx"])
def test_address_of_something_else_is_refused(address: str) -> None:
    with pytest.raises(SheetNotConfigured, match="Salin alamat dari peramban"):
        spreadsheet_id(address)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "127.8.8.8"])
def test_emulator_on_this_machine_is_accepted(server: SheetsServer, name: str) -> None:
    GoogleSheet(SheetAccess(server.url(ID), server.credentials(), f"http://{name}:8600/"))


@pytest.mark.parametrize(
    "host",
    [
        "http://192.0.2.7:8600",
        "http://sheets.googleapis.com:80",
        "http://localhost.contoh.id:8600",
        "http://127.0.0.1.contoh.id:8600",
        "http://0.0.0.0:8600",
        "http://2130706433:8600",
        "http://contoh.id@127.0.0.1:8600",
        "http://127.0.0.1",
        "http://127.0.0.1:8600/lain",
        "http://127.0.0.1:85001",
        "https://127.0.0.1:8600",
        "127.0.0.1:8600",
        "ftp://127.0.0.1:8600",
        "http://[::1",
    ],
)
def test_emulator_elsewhere_is_refused(server: SheetsServer, host: str) -> None:
    with pytest.raises(SheetNotConfigured, match=r"^SHEETS_EMULATOR_HOST: "):
        GoogleSheet(SheetAccess(server.url(ID), server.credentials(), host))
    assert server.requests == []


def test_emulator_is_never_used_with_a_key_of_google(server: SheetsServer) -> None:
    key = server.credentials() | {"token_uri": "https://oauth2.googleapis.com/token"}
    with pytest.raises(SheetNotConfigured, match=r"^SHEETS_EMULATOR_HOST: .*oauth2\.googleapis"):
        GoogleSheet(SheetAccess(server.url(ID), key, server.host))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8600/token",
        "http://oauth2.googleapis.com/token",
        "https://oauth2.googleapis.com:8443/token",
        "https://oauth2.googleapis.com@contoh.id/token",
        "https://oauth2.googleapis.com.contoh.id/token",
        "https://www.googleapis.com/drive/v3/files",
        "https://contoh.id/token",
        "",
    ],
)
def test_key_whose_tokens_come_from_elsewhere_is_refused(
    server: SheetsServer, address: str
) -> None:
    key = server.credentials() | {"token_uri": address}
    with pytest.raises(SheetNotConfigured, match=r"token_uri.* bukan milik Google"):
        GoogleSheet(SheetAccess(server.url(ID), key))


@pytest.mark.parametrize(
    "address",
    [
        "https://oauth2.googleapis.com/token",
        "https://oauth2.googleapis.com:443/token",
        "https://www.googleapis.com/oauth2/v4/token",
        "https://accounts.google.com/o/oauth2/token",
    ],
)
def test_key_whose_tokens_come_from_google_is_accepted(server: SheetsServer, address: str) -> None:
    GoogleSheet(SheetAccess(server.url(ID), server.credentials() | {"token_uri": address}))


@pytest.mark.parametrize(
    "damage",
    [
        {"private_key": "-----BEGIN PRIVATE KEY-----\nRAHASIA\n-----END PRIVATE KEY-----\n"},
        {"private_key": None},
        {"client_email": None},
        {"token_uri": None},
        {"private_key": 7},
    ],
)
def test_key_that_is_not_whole_is_refused_without_being_quoted(
    server: SheetsServer, damage: dict[str, Any]
) -> None:
    changed = server.credentials() | damage
    key = {name: part for name, part in changed.items() if part is not None}
    with pytest.raises(SheetNotConfigured, match="Unduh lagi kunci JSON") as refused:
        GoogleSheet(SheetAccess(server.url(ID), key, server.host))
    shown = "".join(traceback.format_exception(refused.value))
    assert "RAHASIA" not in shown
    assert "PRIVATE KEY" not in shown


def test_access_is_printed_without_its_key(server: SheetsServer) -> None:
    access = SheetAccess(server.url(ID), server.credentials(), server.host)
    assert "PRIVATE KEY" not in f"{access!r}{access}{GoogleSheet(access)!r}"


# --- From the answer to a grid ----------------------------------------------


def grid(server: SheetsServer, book: Book, title: str) -> Grid:
    workbook = google_sheet(server).read()
    return next(each for each in workbook.grids if each.title == title)


@pytest.mark.parametrize(
    ("held", "value"),
    [
        ("  Tersedia ", "  Tersedia "),
        ("007", "007"),
        (42.5, 42.5),
        (0, 0.0),
        (True, True),
        (False, False),
        (date(2026, 3, 31), datetime(2026, 3, 31)),  # noqa: DTZ001
        (datetime(2024, 6, 20, 12, 27, 59), datetime(2024, 6, 20, 12, 27, 59)),  # noqa: DTZ001
        (time_of_day(6, 0), 0.25),
        (CellContent(0.853, number_format="PERCENT"), 0.853),
        (CellContent(1250.0, number_format="CURRENCY"), 1250.0),
        (CellContent(46_112.0), 46_112.0),
        (CellContent(46_112.0, number_format="NUMBER"), 46_112.0),
        (CellContent("", formula='=""'), None),
        (CellContent(has_format=True), None),
        (SheetError("REF"), Unusable(Why.ERROR, "#REF!")),
        (SheetError("N_A"), Unusable(Why.ERROR, "#N/A")),
        (SheetError("DIVIDE_BY_ZERO"), Unusable(Why.ERROR, "#DIV/0!")),
        (SheetError("VALUE"), Unusable(Why.ERROR, "#VALUE!")),
        (SheetError("NAME"), Unusable(Why.ERROR, "#NAME?")),
        (SheetError("NUM"), Unusable(Why.ERROR, "#NUM!")),
        (SheetError("NULL_VALUE"), Unusable(Why.ERROR, "#NULL!")),
        (SheetError("ERROR"), Unusable(Why.ERROR, "#ERROR!")),
        (SheetError("LOADING", "Memuat..."), Unusable(Why.NOT_COMPUTED, "Loading...")),
        ("#REF!", Unusable(Why.ERROR, "#REF!")),
    ],
    ids=str,
)
def test_cell_is_what_it_holds_not_what_it_shows(
    server: SheetsServer, book: Book, held: object, value: object
) -> None:
    book.add_tab("Uji")["C5"] = held
    rows = grid(server, book, "Uji").rows
    found = [cell for row in rows for cell in row if cell is not None]
    assert found == ([] if value is None else [value])
    assert [type(cell) for cell in found] == ([] if value is None else [type(value)])
    if found:
        assert rows[4][2] == value


@pytest.mark.parametrize("serial", [-1.0, 0.5, 2_958_466.0])
def test_serial_number_of_no_day_stays_a_number(serial: float) -> None:
    assert moment(serial) == serial


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        (CellContent("LIHAT", link="https://a.go.id"), ("https://a.go.id",)),
        (CellContent("https://a.go.id", link="https://a.go.id"), ("https://a.go.id",)),
        (
            CellContent("SK", formula='=HYPERLINK("https://a.go.id";"SK")', link="https://a.go.id"),
            ("https://a.go.id",),
        ),
        (with_links("lihat SK", {"SK": "https://a.go.id"}), ("https://a.go.id",)),
        (
            with_links("\U0001f600 SK dan Notulen", {"SK": "https://a", "Notulen": "https://b"}),
            ("https://a", "https://b"),
        ),
        (with_links("SK, SK", {"SK": "https://a", "SK, SK": "https://a"}), ("https://a",)),
        (CellContent("SK.pdf", chips=(Chip(uri="https://drive/f"),)), ("https://drive/f",)),
        (
            CellContent("Sari, SK", chips=(Chip(email="sari@x.id"), Chip(4), Chip(6, "https://d"))),
            ("https://d",),
        ),
        (CellContent("Sari", chips=(Chip(email="sari@x.id"),)), None),
        ("tanpa tautan", None),
    ],
)
def test_links_are_read_wherever_a_cell_keeps_them(
    server: SheetsServer, book: Book, cell: object, links: tuple[str, ...] | None
) -> None:
    book.add_tab("Uji")["B2"] = cell
    assert grid(server, book, "Uji").links == ({} if links is None else {(1, 1): links})


def test_tabs_come_in_order_with_their_identifiers(server: SheetsServer, book: Book) -> None:
    book.add_tab("'D3' & lain")
    workbook = google_sheet(server).read()
    assert [(each.title, each.gid) for each in workbook.grids] == [
        (tab.title, tab.sheet_id) for tab in book
    ]
    assert workbook.grids[0].gid == 0
    assert (workbook.name, workbook.url) == ("ZI 2026", server.url(ID))


def test_empty_tab_has_no_rows(server: SheetsServer, book: Book) -> None:
    book.add_tab("Kosong")
    assert grid(server, book, "Kosong").rows == []


def test_hidden_rows_and_tabs_and_merges_are_told(server: SheetsServer, book: Book) -> None:
    tab = book.add_tab("Uji", [[number] for number in range(6)], hidden=True)
    tab.hidden_rows_by_user, tab.hidden_rows_by_filter = {2}, {4, 5}
    tab.merges = [Cells(1, 3, 0, 2)]
    found = grid(server, book, "Uji")
    assert found.is_hidden
    assert found.hidden_rows == {2, 4, 5}
    assert found.merges == (Span(1, 0, 3, 2),)
    assert not grid(server, book, "Monev").is_hidden


def answer(**sheet: Any) -> dict[str, Any]:
    properties = {"title": "Uji", "sheetId": 7}
    return {"properties": {"title": "Buku"}, "sheets": [{"properties": properties} | sheet]}


def test_blocks_that_begin_elsewhere_lie_where_they_belong() -> None:
    def block(text: str, **start: int) -> dict[str, Any]:
        cell = {"effectiveValue": {"stringValue": text}, "hyperlink": f"https://{text}"}
        return {"rowData": [{}, {"values": [{}, cell]}], **start}

    blocks = [block("a"), block("b", startRow=3), block("c", startRow=3, startColumn=4)]
    (found,) = parsed(answer(data=blocks), None).grids
    assert found.rows[:3] == [[], [None, "a"], []]
    assert not any(found.rows[3])
    assert found.rows[4:] == [[None, "b", None, None, None, "c"]]
    assert found.links == {(1, 1): ("https://a",), (4, 1): ("https://b",), (4, 5): ("https://c",)}


def test_half_a_character_becomes_a_question_mark() -> None:
    half, whole = "SK \ud83d", "SK \U0001f600"
    cells = [
        {"effectiveValue": {"stringValue": half}, "hyperlink": f"https://{half}"},
        {"effectiveValue": {"stringValue": whole}},
    ]
    sent = answer(data=[{"rowData": [{"values": cells}]}])
    sent["properties"]["title"] = sent["sheets"][0]["properties"]["title"] = half
    found = parsed(sent, None)
    assert (found.name, found.grids[0].title) == ("SK ?", "SK ?")
    assert found.grids[0].rows == [["SK ?", whole]]
    assert found.grids[0].links == {(0, 0): ("https://SK ?",)}


def test_merge_at_the_corner_needs_no_start() -> None:
    (found,) = parsed(answer(merges=[{"endRowIndex": 1, "endColumnIndex": 3}]), None).grids
    assert found.merges == (Span(0, 0, 1, 3),)


def test_sheet_that_is_only_a_chart_is_left_out() -> None:
    chart = answer()
    chart["sheets"][0]["properties"]["sheetType"] = "OBJECT"
    assert parsed(chart, None).grids == ()


@pytest.mark.parametrize(
    "strange",
    [
        None,
        [],
        "teks",
        {},
        {"sheets": []},
        {"sheets": None, "properties": {"title": "x"}},
        {"sheets": [{}], "properties": {"title": "x"}},
        answer(data=[{"rowData": [{"values": ["teks"]}]}]),
        answer(data=[{"rowData": [{"values": [{"effectiveValue": {"lain": 1}}]}]}]),
        answer(merges=[{}]),
    ],
    ids=str,
)
def test_answer_of_another_shape_is_trouble_of_the_server(strange: object) -> None:
    with pytest.raises(SheetServerTrouble, match="sedang bermasalah"):
        parsed(strange, None)
