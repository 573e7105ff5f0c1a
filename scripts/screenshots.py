"""`python -m scripts.screenshots`: the pictures of the README, taken anew from the sample."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS, browser_path
from tests.browser.screen import LAPTOP, Tab, visitor
from tests.browser.server import ROOT, serving

FOLDER = ROOT / "docs" / "images"
COLOURS = 128
"""Of a page's few colours enough, and a third of the bytes."""


@dataclass(frozen=True)
class Shot:
    """One picture: its file, and the address and colour mode it shows."""

    name: str
    slug: str
    scheme: str = "light"
    query: tuple[tuple[str, str], ...] = ()


SHOTS = (
    Shot("ringkasan", ""),
    Shot("area", "pengawasan"),
    Shot("kesiapan", "kesiapan"),
    Shot("rapat", "rapat", query=(("slide", "4"),)),
    Shot("mutu-data-gelap", "mutu-data", "dark"),
)


def main() -> None:
    """Take all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving("contoh", Path(folder) / "log.txt") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        for shot in SHOTS:
            small(take(browser, address, shot)).save(FOLDER / f"{shot.name}.png", optimize=True)
        browser.close()


def take(browser: Browser, address: str, shot: Shot) -> bytes:
    """A picture of a page once it is drawn."""
    context = visitor(browser, LAPTOP, shot.scheme)
    tab = Tab(context.new_page(), address)
    taken = tab.open(shot.slug, **dict(shot.query)).screenshot()
    context.close()
    return taken


def small(picture: bytes) -> Image.Image:
    """The same in few colours."""
    return Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS)


if __name__ == "__main__":
    main()
