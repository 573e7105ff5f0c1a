"""What every answer of the server says, and what it takes: headers, cookies, uploads."""

from __future__ import annotations

import re
import select
import socket
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, expect
from websockets.exceptions import InvalidStatus

from pages._frame.web.uploads import MOST_OF_A_VIEWER
from tests.browser.screen import DRAWN_WITHIN_MS, fresh_tab
from tests.browser.wire import BOUNDARY, Answer, ask, form, send, session, token_of
from zi_metrics.labels import lke_upload, screen

pytestmark = pytest.mark.browser

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
MEGABYTE = 1024 * 1024


def upload(address: str, path: str, content: bytes, **headers: str) -> Answer:
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    return send(address, path, "PUT", form(content), kind | headers)


def put_head(path: str, headers: dict[str, str]) -> bytes:
    """The beginning of an upload, before its content."""
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    said = {"Host": "x", "Content-Type": kind, **headers}
    lines = (f"{name}: {value}\r\n" for name, value in said.items())
    return f"PUT {path} HTTP/1.1\r\n{''.join(lines)}\r\n".encode()


def endless_chunks() -> Iterator[bytes]:
    """A file in a form whose size nobody says, more than the server may take in."""
    begin = form(b"").partition(f"\r\n--{BOUNDARY}--".encode())[0]
    for piece in (begin, *[bytes(MEGABYTE)] * 40):
        yield b"%x\r\n%s\r\n" % (len(piece), piece)


def first_line(address: str, request: bytes, more: Iterable[bytes] = ()) -> bytes:
    """What the server says first to bytes that may be no request at all.

    more: sent piece by piece, until it says something.
    """
    parts = urlsplit(address)
    with socket.create_connection((str(parts.hostname), int(parts.port or 80)), 30) as line:
        line.sendall(request)
        for piece in more:
            if select.select([line], [], [], 0)[0]:
                break
            line.sendall(piece)
        return line.makefile("rb").readline()


def test_every_answer_carries_the_headers(dashboard: str) -> None:
    shell = ask(dashboard, "/").body.decode()
    script = re.search(r'src="\./(static/js/[^"]+)"', shell)
    assert script
    paths = {
        "/": 200, "/monev": 200, f"/{script[1]}": 200, "/app/static/plex-sans.woff2": 200,
        "/_stcore/health": 200, "/_stcore/host-config": 200, "/sehat": 200, "/ringkasan": 307,
        "/media/tidak-ada.csv": 404, "/app/static/tidak-ada.js": 404,
        "/app/static/..%2f..%2fdashboard.py": 400,
    }  # fmt: skip
    for path, status in paths.items():
        answer = ask(dashboard, path)
        assert answer.status == status, path
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, path
        assert "camera=()" in answer.headers["permissions-policy"], path
        policy = answer.headers["content-security-policy"].split("; ")
        assert {"default-src 'none'", "frame-ancestors 'self'", "connect-src 'self'"} <= {*policy}
        scripts = next(part for part in policy if part.startswith("script-src"))
        assert "unsafe" not in scripts, path
        assert "*" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("accepted", ["gzip", "br, gzip", "identity"])
def test_every_page_says_that_it_is_in_our_language(dashboard: str, accepted: str) -> None:
    for path in ("/", "/kesiapan", "/tidak-ada"):
        answer = ask(dashboard, path, headers={"Accept-Encoding": accepted})
        assert answer.headers["Content-Type"].startswith("text/html")
        assert b'<html lang="id">' in answer.body, path


def test_cookies_are_of_this_site_and_hold_nothing_of_a_person(dashboard: str) -> None:
    set_by = {path: ask(dashboard, path).headers.get_all("Set-Cookie", []) for path in
              ("/", "/sehat", "/_stcore/health", "/_stcore/host-config")}  # fmt: skip
    cookies = [cookie for each in set_by.values() for cookie in each]
    assert {cookie.partition("=")[0] for cookie in cookies} == {"_streamlit_xsrf"}
    for cookie in cookies:
        # no `Secure` on plain http, which a loopback is; scripts have to read this one
        assert cookie.split("; ")[1:] == ["Path=/", "SameSite=Lax"]


def test_cookie_that_came_over_tls_stays_there(dashboard: str) -> None:
    """A proxy on this machine says so; uvicorn believes no other."""
    over_tls = ask(dashboard, "/_stcore/health", headers={"X-Forwarded-Proto": "https"})
    assert over_tls.headers["Set-Cookie"].endswith("; SameSite=Lax; Secure")


def test_page_of_another_site_gets_no_session(dashboard: str) -> None:
    with session(dashboard, origin=dashboard) as own:
        assert own
    with pytest.raises(InvalidStatus, match="403"), session(dashboard, origin="https://evil.test"):
        pass


def test_upload_needs_token_and_session_and_has_a_size(dashboard: str) -> None:
    token = token_of(dashboard)
    other = {**token, "X-Xsrftoken": token_of(dashboard)["X-Xsrftoken"]}
    with session(dashboard) as own:
        path = f"/_stcore/upload_file/{own}/berkas"
        assert upload(dashboard, path, b"isi").status == 403
        assert upload(dashboard, path, b"isi", Cookie=token["Cookie"]).status == 403
        assert upload(dashboard, path, b"isi", **other).status == 403
        assert ask(dashboard, path, "DELETE").status == 403
        size = {"Content-Length": str(26 * MEGABYTE)}
        assert first_line(dashboard, put_head(path, token | size)).split()[1] == b"413"
        unsized = put_head(path, token | {"Transfer-Encoding": "chunked"})
        assert first_line(dashboard, unsized, endless_chunks()).split()[1] == b"413"
        assert send(dashboard, path, "PUT", b"isi", token).status == 400  # no form
        assert upload(dashboard, path, b"isi", **token).status == 204
    assert upload(dashboard, "/_stcore/upload_file/entah/x", b"isi", **token).status == 400


def test_viewer_leaves_a_few_files_only(dashboard: str) -> None:
    token = token_of(dashboard)
    with session(dashboard) as own, session(dashboard) as other:
        paths = [f"/_stcore/upload_file/{own}/{n}" for n in range(MOST_OF_A_VIEWER + 1)]
        *taken, refused = [upload(dashboard, path, b"isi", **token) for path in paths]
        assert {answer.status for answer in taken} == {204}
        assert (refused.status, refused.body.decode()) == (429, lke_upload.TOO_MANY)
        assert upload(dashboard, f"/_stcore/upload_file/{other}/0", b"isi", **token).status == 204
        assert ask(dashboard, paths[0], "DELETE", token).status == 204
        assert upload(dashboard, paths[-1], b"isi", **token).status == 204


@pytest.mark.parametrize(
    ("request_line", "said"),
    [
        (b"GET /" + b"a" * 70_000, b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 70_000, b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\x00: c\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"),
        (b"GET //evil.test/%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
    ],
    ids=["long line", "long header", "control character", "TLS", "other host"],
)
def test_odd_request_is_refused(dashboard: str, request_line: bytes, said: bytes) -> None:
    assert first_line(dashboard, request_line).split()[1] == said


def test_browser_runs_and_fetches_nothing_that_is_not_ours(
    chromium: Browser, dashboard: str
) -> None:
    with fresh_tab(chromium, dashboard) as tab:
        page = tab.open("tentang")
        assert tab.complaints == []
        refused = page.evaluate(
            """async () => {
              const main = document.querySelector('[data-testid="stMain"]');
              const refused = [];
              document.addEventListener('securitypolicyviolation',
                (event) => refused.push(event.effectiveDirective));
              const put = (name, more) =>
                main.append(Object.assign(document.createElement(name), more));
              window.ran = [];
              put('script', {textContent: 'window.ran.push("inline")'});
              put('script', {src: 'http://evil.test/x.js'});
              put('a', {id: 'handler'});
              main.querySelector('#handler').setAttribute('onclick', 'window.ran.push("click")');
              main.querySelector('#handler').click();
              put('img', {src: 'http://evil.test/x.png'});
              put('iframe', {src: 'http://evil.test/'});
              put('object', {data: 'http://evil.test/'});
              put('base', {href: 'http://evil.test/'});
              await fetch('http://evil.test/').catch(() => 0);
              await new Promise((done) => setTimeout(done, 300));
              return refused.sort();
            }"""
        )
        assert page.evaluate("window.ran") == []
        assert refused == [
            "base-uri", "connect-src", "frame-src", "img-src", "object-src",
            "script-src-attr", "script-src-elem", "script-src-elem",
        ]  # fmt: skip
        # so that every other test of a page would see it too
        assert sum("Content Security Policy" in said for said in tab.complaints) >= len(refused) - 1


def test_download_is_kept_by_nobody(chromium: Browser, dashboard: str) -> None:
    with fresh_tab(chromium, dashboard) as tab:
        page = tab.open("spip")
        page.locator("[data-testid=stExpander] summary").first.click()
        with page.expect_response(lambda answer: "/media/" in answer.url) as waiting:
            page.get_by_role("button", name=screen.DOWNLOAD).first.click()
        headers = waiting.value.headers
        assert headers["content-disposition"].startswith("attachment")
        assert headers["cache-control"] == "no-store"


@pytest.mark.slow
def test_viewer_who_chooses_another_file_leaves_none(chromium: Browser, dashboard: str) -> None:
    with fresh_tab(chromium, dashboard) as tab:
        page = tab.open("kesiapan")
        for number in range(MOST_OF_A_VIEWER + 2):
            file: FilePayload = {"name": f"lama-{number}.txt", "mimeType": "x/y", "buffer": b"a;b"}
            page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
            refusal = page.locator(".zi-alert", has_text=file["name"])
            expect(refusal).to_be_visible(timeout=DRAWN_WITHIN_MS)
        assert tab.complaints == []
