"""Two replicas behind the nginx configuration that ships: one dashboard to whoever looks at it."""

from __future__ import annotations

import os
import re
import signal
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, build_opener

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.screen import DRAWN_WITHIN_MS, Tab, go_to, settled
from tests.browser.server import running
from tests.browser.test_freeze import headlines, pinned_by_button
from tests.browser.test_live_sheet import ALL, CURRENT, Followed, shows
from tests.deploy.nginx import SHIPPED, Proxy, program, proxied
from tests.sources.lke_files import best, lke_tab, written
from zi_metrics.labels import lke_upload as text
from zi_metrics.labels import screen

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(program() is None, reason="SKIPPED: there is no nginx on this machine"),
]
COOKIE = "zi_replika"
STRANGERS = 40
IN_THE_QUERY = "rahasia-di-alamat"


@dataclass
class Site:
    """Two replicas that follow one sheet and share a folder of snapshots, and their proxy."""

    proxy: Proxy
    pids: dict[str, int]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    followed = Followed(tmp_path_factory.mktemp("sheet"))
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as stack, ThreadPoolExecutor(2) as threads:
        stack.callback(followed.stop_server)
        replicas = [
            running(None, folder / f"{name}.txt", followed.environment) for name in ("a", "b")
        ]
        started = list(threads.map(stack.enter_context, replicas))
        ports = [urlsplit(address).port or 0 for _, address in started]
        proxy = stack.enter_context(proxied(folder, ports))
        yield Site(proxy, dict(zip("ab", (pid for pid, _ in started), strict=True)))


@contextmanager
def visiting(chromium: Browser, site: Site, replica: str | None = None) -> Iterator[Tab]:
    """A tab of somebody new; replica: where a cookie already sends them."""
    context = chromium.new_context(
        ignore_https_errors=True, locale="id-ID", viewport={"width": 1280, "height": 720}
    )
    if replica:
        context.add_cookies([{"name": COOKIE, "value": replica, "url": site.proxy.address}])
    try:
        yield Tab(context.new_page(), site.proxy.address)
    finally:
        context.close()


def replica_of(context: BrowserContext) -> str:
    """What the cookie says."""
    return next(each["value"] for each in context.cookies() if each["name"] == COOKIE)


def opened(tab: Tab, slug: str, **query: str) -> Page:
    """A page once its sheet is read; on a new server the first reading may still be under way."""
    page = tab.open(slug, **query)
    shows(page, CURRENT)
    settled(page)
    return page


# --- One visitor ------------------------------------------------------------


def test_page_draws_over_tls_and_all_of_its_requests_go_to_one_replica(
    chromium: Browser, site: Site, tmp_path: Path
) -> None:
    with visiting(chromium, site) as tab:
        sockets: list[str] = []
        tab.page.on("websocket", lambda socket: sockets.append(socket.url))
        page = opened(tab, "", pic=IN_THE_QUERY)
        assert ALL in headlines(page)[1]
        assert sockets == [site.proxy.address.replace("https", "wss") + "/_stcore/stream"]
        own = replica_of(page.context)
        uploaded_and_downloaded(tab, tmp_path)
        assert replica_of(page.context) == own
        assert tab.complaints == []
        cookies = {each["name"]: each for each in page.context.cookies()}
    assert all(each["secure"] for each in cookies.values())
    ours = cookies[COOKIE]
    assert (ours["httpOnly"], ours["sameSite"], ours["expires"]) == (True, "Lax", -1)
    for path, status in (
        ("/_stcore/stream", 101),
        ("/_stcore/upload_file/", 204),
        ("/media/", 200),
    ):
        found = [each for each in site.proxy.requests(path) if each["method"] != "DELETE"]
        assert {(each["status"], each["replica"]) for each in found} == {(status, own)}, path
    logged = "".join(path.read_text("utf-8") for path in site.proxy.folder.glob("*.log"))
    assert IN_THE_QUERY not in logged
    assert "127.0.0.1" not in logged


def uploaded_and_downloaded(tab: Tab, folder: Path) -> None:
    """A worksheet is handed over, and the workbook made of it taken home."""
    page = opened(tab, "kesiapan")
    path = written(folder / "lke.xlsx", lke_tab(best()))
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(path)
    button = page.get_by_role("button", name=text.DOWNLOAD)
    expect(button).to_be_visible(timeout=DRAWN_WITHIN_MS)
    settled(page)
    with page.expect_download() as waiting:
        button.click()
    assert waiting.value.path().stat().st_size > 10_000


# --- Many visitors, who all come from one address ---------------------------


class Stays(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """A redirect is an answer like any other."""


def answer(address: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str]]:
    """Status and headers of an answer, from somebody who keeps no cookies."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    opener = build_opener(HTTPSHandler(context=trusting), Stays)
    opener.addheaders = list((headers or {}).items())
    try:
        with opener.open(address, timeout=20) as found:
            return found.status, dict(found.headers)
    except HTTPError as refusal:
        with refusal:
            return refusal.code, dict(refusal.headers)


def test_strangers_are_spread_and_the_cookie_decides_from_then_on(site: Site) -> None:
    address = site.proxy.address
    names: set[str] = set()
    for _ in range(STRANGERS):  # by chance: all to the same one once in 2 ** 39 runs
        told = answer(f"{address}/sehat")[1]["Set-Cookie"]
        names |= {*re.findall(rf"^{COOKIE}=([ab]); Path=/; HttpOnly", told)}
        if len(names) == 2:
            break
    assert names == {"a", "b"}
    before = len(site.proxy.requests("/sehat"))
    for name in "ababab":
        _, headers = answer(f"{address}/sehat", {"Cookie": f"{COOKIE}={name}"})
        assert "Set-Cookie" not in headers
    assert [each["replica"] for each in site.proxy.requests("/sehat")[before:]] == [*"ababab"]
    _, headers = answer(f"{address}/sehat", {"Cookie": f"{COOKIE}=lain;b"})
    assert headers["Set-Cookie"][:12] in {f"{COOKIE}=a", f"{COOKIE}=b"}


def test_proxy_leads_to_tls_and_tells_nothing_of_the_server(site: Site) -> None:
    status, headers = answer(f"{site.proxy.plain}/monev?area=Tatalaksana")
    assert (status, headers["Location"]) == (308, "https://localhost/monev?area=Tatalaksana")
    status, headers = answer(f"{site.proxy.address}/siap")
    assert (status, headers["Server"]) == (200, "nginx")
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    for hidden in ("/_stcore/metrics", "/_stcore/agent/openapi.json"):
        assert answer(f"{site.proxy.address}{hidden}")[0] == 404


# --- Both together ----------------------------------------------------------


@pytest.mark.slow
def test_snapshot_pinned_on_one_replica_opens_on_the_other(chromium: Browser, site: Site) -> None:
    with visiting(chromium, site, "a") as host, visiting(chromium, site, "b") as guest:
        opened(host, "")
        identifier = pinned_by_button(host.page)
        page = guest.open("", potret=identifier)
        assert f"Sidik data {identifier[-12:]}" in page.locator(".zi-status").inner_text()
        assert ALL in headlines(page)[1]
        assert (replica_of(host.page.context), replica_of(page.context)) == ("a", "b")
        assert guest.complaints == []


def test_visitors_of_a_replica_that_ends_go_on_with_the_other(
    chromium: Browser, site: Site
) -> None:
    with visiting(chromium, site, "a") as tab:
        page = opened(tab, "")
        before = headlines(page)
        os.kill(site.pids["a"], signal.SIGKILL)
        go_to(page, screen.MONEV)
        expect(page.locator("h1")).to_have_text("Monev dan tindak lanjut", timeout=DRAWN_WITHIN_MS)
        assert replica_of(page.context) == "b"
        tab.open("")
        assert headlines(page) == before
        answered = page.request.get(f"{site.proxy.address}/sehat")
        assert answered.ok
        assert "set-cookie" not in answered.headers


# --- The same for containers ------------------------------------------------


def test_containers_get_the_same_configuration_with_other_names() -> None:
    here = (SHIPPED / "zi-replicas.conf").read_text("utf-8").splitlines()[1:]
    there = (SHIPPED / "zi-replicas-compose.conf").read_text("utf-8").splitlines()[1:]
    named = [
        line.replace("127.0.0.1:8501", "zi-a:8501").replace("127.0.0.1:8502", "zi-b:8502")
        for line in here
    ]
    assert there == named
