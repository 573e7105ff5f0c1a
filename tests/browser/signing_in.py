"""The dashboard with sign-in switched on, a provider to sign in at, and guests at browsers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, WebSocket

from tests.browser.screen import DRAWN_WITHIN_MS, visitor
from tests.browser.server import running
from tests.oidc_provider import Identity, OidcProvider
from zi_metrics.labels import access as text

COOKIE_SECRET = "rahasia-kuki-untuk-uji-" * 2
INTERNAL, VISITOR, STRANGER = "kepala@unit.go.id", "tamu@mitra.go.id", "siapa@lain.go.id"
LISTS = f'[akses]\ninternal = ["{INTERNAL}"]\npengunjung = ["@mitra.go.id"]\n'
NOTHING_MORE: Mapping[str, str] = {}


@dataclass
class Guarded:
    """A dashboard that asks for a sign-in."""

    address: str
    provider: OidcProvider
    secrets: Path
    log: Path

    def tell(self, lists: str) -> None:
        """Other lists from now on; the server takes them over within seconds."""
        auth = self.provider.secrets("http://127.0.0.1:{port}", COOKIE_SECRET)
        self.secrets.write_text(f"{auth}{lists}", encoding="utf-8")


@contextmanager
def guarded(
    folder: Path, source: str = "contoh", more: Mapping[str, str] = NOTHING_MORE
) -> Iterator[Guarded]:
    """A provider, and a dashboard whose home holds the secrets of both."""
    secrets, log = folder / ".streamlit" / "secrets.toml", folder / "log.txt"
    secrets.parent.mkdir(parents=True)
    with OidcProvider() as provider:
        shown = Guarded("", provider, secrets, log)
        shown.tell(LISTS)
        home = {"HOME": str(folder), "USERPROFILE": str(folder), **more}
        with running(source, log, home) as (_, address):
            shown.address = address
            yield shown


@dataclass
class Guest:
    """Somebody at a browser of their own, with all that came to it over its connections."""

    page: Page
    address: str
    frames: list[bytes] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("websocket", self._connected)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def open(self, path: str = "", wait_for: str = "h1") -> Page:
        """Open an address and wait for something on it."""
        self.page.goto(f"{self.address}/{path}", wait_until="commit")
        self.page.locator(wait_for).first.wait_for(timeout=DRAWN_WITHIN_MS)
        return self.page

    def got(self, words: str) -> bool:
        """Whether words came over a connection, whether shown or not."""
        return any(words.encode() in frame for frame in self.frames)

    def press_sign_in(self) -> None:
        self.page.locator(".st-key-tombol-masuk button").click()

    def sign_out(self) -> None:
        self.page.locator(".st-key-akun button").first.click()
        self.page.locator(".st-key-tombol-keluar button").click()
        self.page.get_by_text(text.WHAT_FOR).wait_for(timeout=DRAWN_WITHIN_MS)

    def _connected(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._received)

    def _received(self, frame: bytes | str) -> None:
        self.frames.append(frame.encode() if isinstance(frame, str) else frame)


@contextmanager
def guest(browser: Browser, shown: Guarded, who: str | Identity | None = None) -> Iterator[Guest]:
    """A fresh browser; who: the account that the provider signs in from now on."""
    shown.provider.who = Identity(who) if isinstance(who, str) else who
    context = visitor(browser)
    try:
        yield Guest(context.new_page(), shown.address)
    finally:
        context.close()


@contextmanager
def signed_in(
    browser: Browser, shown: Guarded, who: str | Identity, path: str = ""
) -> Iterator[Guest]:
    """The same, come in by the button, on the page that was asked for."""
    with guest(browser, shown, who) as somebody:
        somebody.open(path)
        somebody.press_sign_in()
        somebody.page.locator(".zi-status").first.wait_for(timeout=DRAWN_WITHIN_MS)
        yield somebody
