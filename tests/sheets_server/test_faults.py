"""Checklist 7: refusals with their exact bodies, as gspread meets them."""

from __future__ import annotations

from typing import Any

import gspread
import pytest
from gspread.exceptions import APIError

from tests.sheets_server.book import Book, Tab
from tests.sheets_server.conftest import Serve
from tests.sheets_server.faults import Fault
from tests.sheets_server.server import SheetsServer

OFFICE = "This operation is not supported for this document"
ERRORS = [
    (Fault.OFFICE_FILE, 400, "FAILED_PRECONDITION", OFFICE),
    (Fault.NOT_SHARED, 403, "PERMISSION_DENIED", "The caller does not have permission"),
    (Fault.SCOPES, 403, "PERMISSION_DENIED", "Request had insufficient authentication scopes."),
    (Fault.NOT_FOUND, 404, "NOT_FOUND", "Requested entity was not found."),
    (Fault.INTERNAL, 500, "INTERNAL", "Internal error encountered."),
    (Fault.UNAVAILABLE, 503, "UNAVAILABLE", "The service is currently unavailable."),
]  # fmt: skip


@pytest.fixture
def client(serve: Serve) -> gspread.Client:
    return serve(Book("ZI", "Zona Integritas", tabs=[Tab("Bukti")]))


def _read(client: gspread.Client) -> Any:
    return client.http_client.spreadsheets_get("ZI", {"fields": "properties.title"})


def _error(client: gspread.Client) -> APIError:
    with pytest.raises(APIError) as refused:
        _read(client)
    return refused.value


@pytest.mark.parametrize(("fault", "code", "status", "message"), ERRORS)
def test_a_refusal_has_googles_code_status_and_message(
    server: SheetsServer, client: gspread.Client, fault: Fault, code: int, status: str, message: str
) -> None:
    server.fail(fault, times=1)
    error = _error(client).error
    assert (error["code"], error["status"], error["message"]) == (code, status, message)
    assert _read(client) == {"properties": {"title": "Zona Integritas"}}


def test_a_switched_off_api_is_told_by_its_reason(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.SERVICE_DISABLED)
    error = _error(client).error
    assert error["message"].startswith(
        "Google Sheets API has not been used in project 123 before or it is disabled. Enable it by "
        "visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/overview"
    )
    info, localized, links = error["details"]
    assert (info["reason"], info["domain"]) == ("SERVICE_DISABLED", "googleapis.com")
    assert set(info["metadata"]) == {
        "service",
        "serviceTitle",
        "consumer",
        "activationUrl",
        "containerInfo",
    }
    assert localized["@type"].endswith("LocalizedMessage")
    assert links["links"][0]["url"] == info["metadata"]["activationUrl"]


def test_open_by_key_hides_a_refusal_behind_a_permission_error(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.NOT_SHARED)
    with pytest.raises(PermissionError) as refused:
        client.open_by_key("ZI")
    assert isinstance(refused.value.__cause__, APIError)
    server.mend()
    server.fail(Fault.NOT_FOUND)
    with pytest.raises(gspread.SpreadsheetNotFound):
        client.open_by_key("ZI")


def test_too_many_requests_say_nothing_of_waiting(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.RATE_LIMITED)
    refused = _error(client)
    assert refused.code == 429
    assert refused.error["status"] == "RESOURCE_EXHAUSTED"
    assert "'Read requests per minute per user'" in refused.error["message"]
    info = refused.error["details"][0]
    assert info["reason"] == "RATE_LIMIT_EXCEEDED"
    assert info["metadata"]["quota_limit"] == "ReadRequestsPerMinutePerUser"
    assert not {"Retry-After", "Cache-Control"} & set(refused.response.headers)


def test_too_many_requests_may_say_how_long_to_wait(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.RATE_LIMITED_RETRY_AFTER, seconds=7)
    refused = _error(client)
    assert (refused.code, refused.response.headers["Retry-After"]) == (429, "7")


def test_an_html_502_has_no_code_for_gspread(server: SheetsServer, client: gspread.Client) -> None:
    server.fail(Fault.BAD_GATEWAY)
    refused = _error(client)
    assert refused.code == -1
    assert refused.response.status_code == 502
    assert "<title>Error 502 (Server Error)!!1</title>" in refused.response.text
    assert refused.error["status"].startswith("invalid JSON: ")


def test_an_html_page_about_automated_traffic_has_no_code_either(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.AUTOMATED_TRAFFIC)
    refused = _error(client)
    assert (refused.code, refused.response.status_code) == (-1, 429)


def test_a_list_as_the_body_has_no_code_for_gspread(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.JSON_LIST)
    refused = _error(client)
    assert refused.code == -1
    assert isinstance(refused.response.json(), list)


def test_a_redirect_leads_to_another_machine(server: SheetsServer, client: gspread.Client) -> None:
    server.fail(Fault.REDIRECTED)
    session = client.http_client.session
    answer = session.get(f"{server.host}/v4/spreadsheets/ZI", allow_redirects=False, timeout=5)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("https://accounts.google.com/")


def test_faults_are_met_one_after_the_other(server: SheetsServer, client: gspread.Client) -> None:
    server.fail(Fault.UNAVAILABLE, times=2)
    server.fail(Fault.INTERNAL, times=1)
    assert [_error(client).code for _ in range(3)] == [503, 503, 500]
    assert _read(client)


def test_a_fault_of_the_sheets_api_leaves_drive_alone(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.UNAVAILABLE)
    assert client.http_client.get_file_drive_metadata("ZI")["id"] == "ZI"
    server.fail(Fault.NOT_FOUND, kind="drive")
    with pytest.raises(APIError):
        client.http_client.get_file_drive_metadata("ZI")
