"""Sign-in at a provider: who comes in, who does not, and what those get who do not: nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Cookie, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from pages import ENTRIES
from pages._frame.web.way_back import COOKIE
from tests.browser.screen import DRAWN_WITHIN_MS
from tests.browser.signing_in import (
    COOKIE_SECRET,
    INTERNAL,
    LISTS,
    STRANGER,
    VISITOR,
    Guarded,
    Guest,
    guarded,
    guest,
    signed_in,
)
from tests.browser.wire import Answer, ask, send
from tests.oidc_provider import Identity
from zi_metrics.labels import access as text
from zi_metrics.labels import screen
from zi_metrics.sources.resolve import open_source

pytestmark = pytest.mark.browser

HOUR = 3600
TAKES_EFFECT_WITHIN_MS = 40_000
CSV = "unduh-"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    with guarded(tmp_path_factory.mktemp("rumah")) as running_dashboard:
        yield running_dashboard


def words_of_the_data() -> list[str]:
    """What nobody may get without a sign-in: the digest, titles, and the pages there are."""
    snapshot = open_source("contoh").newest()
    titles = snapshot.evidence["title"].dropna().astype(str)
    return [
        snapshot.provenance.digest[:12],
        *titles[:5],
        *(entry.title for entry in ENTRIES if len(entry.title) > 4),
        *([snapshot.settings.unit] if snapshot.settings.unit else []),
    ]


def assert_got_nothing(somebody: Guest) -> None:
    assert somebody.frames
    assert [words for words in words_of_the_data() if somebody.got(words)] == []
    assert somebody.page.title() == screen.APP
    assert somebody.page.locator("[data-testid=stTopNav], .zi-status").count() == 0


def cookies_of(somebody: Guest) -> dict[str, str]:
    return {each["name"]: each["value"] for each in somebody.context.cookies()}


def header(cookies: Mapping[str, str]) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}


def titles_in_navigation(somebody: Guest) -> str:
    """Tabs, and what the menus would show."""
    menus = somebody.page.locator("[data-testid=stTopNavSection]")
    told = [somebody.page.locator("[data-testid=stTopNav]").inner_text()]
    for number in range(menus.count()):
        menus.nth(number).click()
        told += somebody.page.locator("[data-testid=stTopNavDropdownLink]").all_inner_texts()
        somebody.page.keyboard.press("Escape")
    return "\n".join(told)


# --- Coming in --------------------------------------------------------------


def test_deep_link_shows_the_sign_in_alone_and_is_led_back_to_after_it(
    chromium: Browser, shown: Guarded
) -> None:
    with guest(chromium, shown, INTERNAL) as somebody:
        page = somebody.open("perubahan?potret=2026-01-20-f42f208b6c2f")
        expect(page.locator("h1")).to_have_text(screen.APP)
        expect(page.locator(".st-key-tombol-masuk button")).to_have_text(re.compile(text.SIGN_IN))
        assert_got_nothing(somebody)
        somebody.press_sign_in()
        page.locator(".zi-status").wait_for(timeout=DRAWN_WITHIN_MS)
        assert page.url == f"{shown.address}/perubahan?potret=2026-01-20-f42f208b6c2f"
        expect(page.locator("h1")).to_have_text("Perubahan")
        expect(page.locator(".zi-frozen")).to_be_visible()
        assert somebody.got(words_of_the_data()[0])  # so that its absence above says something
        assert COOKIE not in cookies_of(somebody)


def test_internal_account_sees_every_page_and_who_is_signed_in(
    chromium: Browser, shown: Guarded
) -> None:
    with signed_in(chromium, shown, INTERNAL, "mutu-data") as somebody:
        page = somebody.page
        expect(page.locator("h1")).to_have_text("Mutu data")
        assert screen.MUTU_DATA in titles_in_navigation(somebody)
        page.locator(".st-key-akun button").first.click()
        expect(page.get_by_text(text.signed_in_as(INTERNAL))).to_be_visible()
        somebody.open("rapat", "[data-testid=stMain] .st-key-rapat")
        assert page.locator(".st-key-akun").count() == 0


def test_visitor_is_shown_no_page_for_internal_accounts(chromium: Browser, shown: Guarded) -> None:
    with signed_in(chromium, shown, VISITOR) as somebody:
        told = titles_in_navigation(somebody)
        assert screen.KESIAPAN in told
        assert [e.title for e in ENTRIES if e.internal_only and e.title in told] == []
        page = somebody.open("mutu-data", ".zi-status")
        expect(page.get_by_text(text.INTERNAL_ONLY)).to_be_visible()
        assert page.locator("h2, h3, .zi-table, [data-testid=stDownloadButton]").count() == 0


# --- Not coming in ----------------------------------------------------------


RARELY = {"marks": pytest.mark.slow}


@pytest.mark.parametrize(
    ("who", "said"),
    [
        pytest.param(Identity(STRANGER), text.NOT_LISTED, id="on no list"),
        pytest.param(Identity(INTERNAL, signed_in_ago=13 * HOUR), text.EXPIRED, id="too long ago"),
        pytest.param(None, text.FAILED, id="denied by the provider"),
        pytest.param(
            Identity(INTERNAL, is_verified=False), text.NOT_LISTED, id="not verified", **RARELY
        ),
        pytest.param(
            Identity(INTERNAL, is_verified=None), text.NOT_LISTED, id="perhaps verified", **RARELY
        ),
        pytest.param(Identity(None), text.NO_ADDRESS, id="no address", **RARELY),
        pytest.param(Identity("\u212aepala@unit.go.id"), text.NOT_LISTED, id="Kelvin", **RARELY),
        pytest.param(Identity(INTERNAL, lasts=-HOUR), text.FAILED, id="expired token", **RARELY),
    ],
)
def test_refused_account_is_told_why_and_gets_nothing(
    chromium: Browser, shown: Guarded, who: Identity | None, said: str
) -> None:
    with guest(chromium, shown, who) as somebody:
        page = somebody.open("pengawasan")
        somebody.press_sign_in()
        page.get_by_text(said).wait_for(timeout=DRAWN_WITHIN_MS)
        assert_got_nothing(somebody)
        assert (
            ask(shown.address, "/_stcore/metrics", headers=header(cookies_of(somebody))).status
            == 403
        )


@pytest.mark.parametrize(
    "kind",
    [
        "altered",
        "of another secret",
        pytest.param("of another name", **RARELY),
        pytest.param("unsigned", **RARELY),
    ],
)
def test_cookie_that_the_server_has_not_signed_is_none(
    chromium: Browser, shown: Guarded, kind: str
) -> None:
    told = (
        f'{{"origin": "{shown.address}", "is_logged_in": true, "provider": "default", '
        f'"email": "{INTERNAL}", "email_verified": true, "iat": 1799000000}}'
    )
    signed = create_signed_value(COOKIE_SECRET, USER_COOKIE_NAME, told).decode()
    value = {
        "altered": signed[:40] + ("a" if signed[40] != "a" else "b") + signed[41:],
        "of another secret": create_signed_value("x" * 40, USER_COOKIE_NAME, told).decode(),
        "of another name": create_signed_value(COOKIE_SECRET, "_streamlit_session", told).decode(),
        "unsigned": "eyJlbWFpbCI6ImtlcGFsYUB1bml0LmdvLmlkIn0",
    }[kind]
    forged = {USER_COOKIE_NAME: value}
    assert ask(shown.address, "/_stcore/metrics", headers=header(forged)).status == 403
    with guest(chromium, shown) as somebody:
        cookie: Cookie = {"name": USER_COOKIE_NAME, "value": value, "url": shown.address}
        somebody.context.add_cookies([cookie])
        somebody.open("pengawasan")
        expect(somebody.page.get_by_text(text.WHAT_FOR)).to_be_visible()
        assert_got_nothing(somebody)


def test_sessions_identifier_is_no_way_in(chromium: Browser, shown: Guarded) -> None:
    with signed_in(chromium, shown, INTERNAL) as somebody:
        messages = [ForwardMsg.FromString(frame) for frame in somebody.frames]
        found = [each.new_session.initialize.session_id for each in messages]
        (identifier, *_) = reversed([each for each in found if each])
        got = run_over_a_connection(shown.address, identifier)
        assert [words for words in words_of_the_data() if words.encode() in got] == []
        assert screen.APP.encode() in got


def run_over_a_connection(address: str, session: str) -> bytes:
    """All that comes to somebody without a cookie who takes up a session by its identifier."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    got = b""
    with connect(
        f"ws://{urlsplit(address).netloc}/_stcore/stream",
        subprotocols=[Subprotocol(each) for each in ("streamlit", "tanpa", session)],
        max_size=None,
    ) as socket:
        socket.send(asked.SerializeToString())
        while True:
            raw = socket.recv(timeout=30)
            assert isinstance(raw, bytes)
            got += raw
            if ForwardMsg.FromString(raw).WhichOneof("type") == "script_finished":
                return got


# --- Going out --------------------------------------------------------------


def test_signing_out_ends_the_sign_in_everywhere(chromium: Browser, shown: Guarded) -> None:
    with signed_in(chromium, shown, INTERNAL) as somebody:
        before = cookies_of(somebody)
        assert ask(shown.address, "/_stcore/metrics", headers=header(before)).status == 200
        other = Guest(somebody.context.new_page(), shown.address)
        other.open("pengawasan", ".zi-status")
        somebody.sign_out()
        assert USER_COOKIE_NAME not in cookies_of(somebody)
        assert "/end_session" in shown.provider.visits
        other.page.get_by_text(text.WHAT_FOR).wait_for(timeout=TAKES_EFFECT_WITHIN_MS)
        assert other.page.locator(".zi-status").count() == 0
        assert ask(shown.address, "/_stcore/metrics", headers=header(before)).status == 403


# --- What is handed out without a run ---------------------------------------


def downloaded(somebody: Guest) -> tuple[str, bytes]:
    """Path and content of a file, as the page hands it out."""
    page = somebody.open("data-dukung", ".zi-status")
    button = page.locator(f"[class*='st-key-{CSV}']").get_by_role("button").first
    with page.expect_download(timeout=DRAWN_WITHIN_MS) as it:
        button.click(timeout=DRAWN_WITHIN_MS)
    return urlsplit(it.value.url).path, it.value.path().read_bytes()


def as_asked(shown: Guarded, path: str, somebody: Guest | None, **more: str) -> Answer:
    cookies = header(cookies_of(somebody)) if somebody else {}
    return ask(shown.address, path, headers={**cookies, **more})


def test_file_is_handed_out_to_whom_it_was_made_for_alone(
    chromium: Browser, shown: Guarded
) -> None:
    with signed_in(chromium, shown, INTERNAL) as owner:
        path, content = downloaded(owner)
        assert content.startswith(b"\xef\xbb\xbf") or b";" in content
        assert as_asked(shown, path, owner).body == content
        assert as_asked(shown, path, owner, Range="bytes=0-9").body == content
        packed = {"Accept-Encoding": "gzip, br"}
        assert as_asked(shown, path, owner, **packed).status == 200
        with signed_in(chromium, shown, VISITOR) as visiting:
            theirs, table = downloaded(visiting)
            assert as_asked(shown, theirs, visiting).body == table
            for asked, who in ((path, visiting), (theirs, owner), (path, None), (theirs, None)):
                refused = as_asked(shown, asked, who)
                assert (refused.status, refused.body.decode()) == (403, text.REFUSED_FILE)
                assert refused.headers["Cache-Control"] == "no-store"
                assert "Content-Disposition" not in refused.headers
            for odd in (f"/{path}", path.replace("/media/", "//media//")):
                assert content not in as_asked(shown, odd, visiting).body
            put = "/_stcore/upload_file/x/y"
            assert send(shown.address, put, "PUT", b"x", {}).status == 403
            as_visitor = header(cookies_of(visiting))
            assert send(shown.address, put, "PUT", b"x", as_visitor).status == 403
            assert as_asked(shown, "/_stcore/metrics", visiting).status == 403
        owner.sign_out()
        assert as_asked(shown, path, owner).status == 403


def test_nothing_of_the_core_is_open_but_what_a_page_needs(shown: Guarded) -> None:
    open_to_all = ("/", "/pengawasan", "/sehat", "/_stcore/health", "/_stcore/host-config")
    assert {path: ask(shown.address, path).status for path in open_to_all} == dict.fromkeys(
        open_to_all, 200
    )
    closed = (
        "/media/0.csv",
        "//media/0.csv",
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/openapi.json",
        "/_stcore/bidi-components/x/y.js",
        "/_stcore/script-health-check",
        "/_stcore/apa-saja",
        "/component/x/index.html",
        "/tidak-ada",
        "/pengawasan/_stcore/metrics",
    )
    assert {path: ask(shown.address, path).status for path in closed} == dict.fromkeys(closed, 403)


def test_log_holds_no_address_and_no_secret(shown: Guarded) -> None:
    log = shown.log.read_text("utf-8")
    assert [each for each in (INTERNAL, VISITOR, STRANGER, COOKIE_SECRET) if each in log] == []


# --- Lists that change ------------------------------------------------------


def test_account_taken_off_the_list_loses_the_open_page(chromium: Browser, shown: Guarded) -> None:
    """The last one on this server: for some seconds after it the list may be either."""
    with signed_in(chromium, shown, INTERNAL, "mutu-data") as somebody:
        shown.tell(LISTS.replace(INTERNAL, "orang-lain@unit.go.id"))
        page = somebody.page
        page.get_by_text(text.NOT_LISTED).wait_for(timeout=TAKES_EFFECT_WITHIN_MS)
        expect(page.locator(".zi-status, [data-testid=stTopNav]")).to_have_count(0)
        assert page.title() == screen.APP
        assert as_asked(shown, "/_stcore/metrics", somebody).status == 403


@pytest.mark.slow
def test_account_that_becomes_a_visitor_loses_the_open_page(
    chromium: Browser, tmp_path: Path
) -> None:
    with (
        guarded(tmp_path) as apart,
        signed_in(chromium, apart, INTERNAL, "mutu-data") as somebody,
    ):
        apart.tell(f'[akses]\npengunjung = ["{INTERNAL}"]\n')
        page = somebody.page
        page.get_by_text(text.INTERNAL_ONLY).wait_for(timeout=TAKES_EFFECT_WITHIN_MS)
        assert screen.MUTU_DATA not in titles_in_navigation(somebody)


# --- Settings that are not whole --------------------------------------------


def test_half_of_the_settings_closes_the_dashboard_and_says_which(
    chromium: Browser, tmp_path: Path
) -> None:
    with guarded(tmp_path, more={"ZI_AKSES": "boleh"}) as apart, guest(chromium, apart) as somebody:
        page = somebody.open("pengawasan", ".zi-alert")
        expect(page.get_by_text(text.CLOSED)).to_be_visible()
        expect(page.get_by_text("ZI_AKSES hanya boleh berisi")).to_be_visible()
        assert page.locator("button:visible").count() == 0
        assert_got_nothing(somebody)
        assert ask(apart.address, "/_stcore/metrics").status == 403
        assert "sign-in misconfigured" in apart.log.read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("becomes", ["", "[akses", LISTS])
def test_settings_that_vanish_or_break_close_the_dashboard(
    chromium: Browser, tmp_path: Path, becomes: str
) -> None:
    with guarded(tmp_path) as apart, signed_in(chromium, apart, INTERNAL) as somebody:
        apart.secrets.write_text(becomes, encoding="utf-8")
        page = somebody.page
        page.get_by_text(text.CLOSED).wait_for(timeout=TAKES_EFFECT_WITHIN_MS)
        expect(page.locator(".zi-status, [data-testid=stTopNav]")).to_have_count(0)
        apart.tell(LISTS)
        deadline = time.monotonic() + TAKES_EFFECT_WITHIN_MS / 1000
        while as_asked(apart, "/_stcore/metrics", somebody).status != 200:
            assert time.monotonic() < deadline
            time.sleep(0.2)
        somebody.open("", ".zi-status")
