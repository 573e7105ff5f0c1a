"""The PowerPoint file opened by LibreOffice, where it is installed with Impress."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PageObject, PdfReader

from tests.report.decks import deck_of
from tests.report.pptx_read import made
from zi_metrics.labels.numbers import NBSP
from zi_metrics.report.pptx_file import pptx_file

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, folder: Path):
        self._folder = folder

    def pdf_of(self, source: Path) -> Path | None:
        """The file as a PDF; None when it could not be opened."""
        profile = (self._folder / "profile").as_uri()
        command = [
            SOFFICE,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(self._folder),
            str(source),
        ]
        subprocess.run(command, check=False, capture_output=True, timeout=180)
        made = self._folder / f"{source.stem}.pdf"
        return made if made.exists() else None


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Skips where LibreOffice opens no presentation at all, as without Impress."""
    folder = tmp_path_factory.mktemp("office")
    plain = folder / "kosong.pptx"
    empty = Presentation()
    empty.slides.add_slide(empty.slide_layouts[6])
    empty.save(str(plain))
    found = Office(folder)
    if found.pdf_of(plain) is None:
        pytest.skip("LibreOffice has no Impress")
    return found


def converted(office: Office, file: bytes, folder: Path) -> list[str]:
    """The text of every page, without any blanks."""
    source = folder / "rapat.pptx"
    source.write_bytes(file)
    pdf = office.pdf_of(source)
    assert pdf is not None
    return [squeezed(page.extract_text()) for page in PdfReader(pdf).pages]


def squeezed(text: str) -> str:
    return "".join(text.replace(NBSP, " ").split())


@pytest.mark.parametrize("source", ["contoh", pytest.param("situs", marks=pytest.mark.slow)])
def test_libreoffice_shows_every_page_with_its_title_and_figures(
    source: str, office: Office, tmp_path: Path
) -> None:
    told_deck, file = made(source)
    cover, *pages = converted(office, file, tmp_path)
    assert squeezed(told_deck.cover.title) in cover
    assert len(pages) == len(told_deck.slides)
    for number, (page, slide) in enumerate(zip(pages, told_deck.slides, strict=True), start=2):
        assert squeezed(slide.title) in page
        assert squeezed(f"{number} dari {told_deck.count}") in page
        for headline in slide.headlines:
            for text in (headline.value, headline.counted, headline.change):
                assert squeezed(text) in page


@pytest.mark.slow
def test_libreoffice_opens_texts_nobody_should_trust(office: Office, tmp_path: Path) -> None:
    told_deck, file = made("hostile")
    pages = converted(office, file, tmp_path)
    assert len(pages) == told_deck.count
    assert squeezed("=1+1") in pages[1]
    assert squeezed("<b>tebal</b> & <script>alert(1)</script>") in pages[4]


def texts_by_height(page: PageObject) -> list[tuple[float, str]]:
    """The texts of a page, each with how high it stands."""
    placed: list[tuple[float, str]] = []
    page.extract_text(visitor_text=lambda text, _cm, tm, *_: placed.append((tm[5], text)))
    return placed


@pytest.mark.slow
def test_libreoffice_keeps_everything_above_the_foot(office: Office, tmp_path: Path) -> None:
    """A table or text that took more room than it was given would run into the stamp."""
    source = tmp_path / "rapat.pptx"
    told_deck, file = made("contoh")
    source.write_bytes(file)
    pdf = office.pdf_of(source)
    assert pdf is not None
    for number, page in enumerate(PdfReader(pdf).pages, start=1):
        placed = texts_by_height(page)
        foot = next(height for height, text in placed if text.startswith("Sumber: "))
        low = squeezed("".join(text for height, text in placed if text and height < foot + 10))
        assert low == squeezed(f"{told_deck.stamp}{number} dari {told_deck.count}")


@pytest.mark.slow
def test_libreoffice_opens_a_deck_of_the_cover_alone(office: Office, tmp_path: Path) -> None:
    assert len(converted(office, pptx_file(deck_of()), tmp_path)) == 1
