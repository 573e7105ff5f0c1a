"""Bringing over an LKE on the page: the viewer's own file, its report, and what is kept of it."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from pages._frame.lke_import import KEY, XLSX, file_name, read_upload
from tests.pages.conftest import RUNS_WITHIN_SECONDS
from tests.pages.shown import said
from tests.sources.lke_files import best, lke_tab, written
from zi_metrics.errors import ReaderError
from zi_metrics.labels import lke_upload as text
from zi_metrics.template.workbook import xlsx

ABC = "A.I.1.i.b"


def script() -> None:
    from pages._frame import lke_import

    lke_import.section()


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The section by itself, over the unit's own list."""
    monkeypatch.setenv("ZI_SUMBER", "situs")
    drawn = AppTest.from_function(script, default_timeout=RUNS_WITHIN_SECONDS).run()
    assert not drawn.exception
    return drawn


@pytest.fixture(scope="module")
def lke(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """All best but one answer that is none, with hostile texts."""
    filled = best(A_I_1_i_b="**x** <b>tebal</b>")
    filled.names[ABC] = "SK Ani"
    tab = lke_tab(filled)
    code = "A.I.4.ii.b"
    tab.rows[tab.row_of[code]][tab.text_column(code)] = "<script>alert(1)</script> **rusak**"
    return written(tmp_path_factory.mktemp("lke") / "LKE.xlsx", tab).read_bytes()


def upload(page: AppTest, name: str, content: bytes) -> AppTest:
    page.file_uploader(key=KEY).set_value((name, content, XLSX))
    page.run()
    assert not page.exception
    return page


def test_report_names_scores_cells_and_reasons(page: AppTest, lke: bytes) -> None:
    upload(page, "LKE 2026.xlsx", lke)
    told = said(page)
    assert "LKE “LKE 2026.xlsx”, tab “LKE Unit”" in told
    assert "Ditemukan 109 dari 110 pertanyaan dan 3 dari 3 nilai Hasil." in told
    assert "Terjawab 108 dari 110 pertanyaan." in told
    assert [box.label for box in page.expander] == [
        "Baris yang tidak dapat dicocokkan: 1",
        "Jawaban yang perlu diperiksa: 1",
        "Baris yang nilainya berbeda: 4",  # and the parts of Hasil, stored as if they were best
    ]
    assert "“**x** <b>tebal</b>”" in told  # as it stands in the cell, and no markup
    bodies = "".join(each.proto.body for each in page.get("html"))
    assert "<script" not in bodies
    assert "<b>tebal" not in bodies
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **rusak**" in bodies
    assert [each.label for each in page.get("download_button")] == [text.DOWNLOAD]


def test_refusal_takes_the_place_of_the_report_and_goes_with_the_file(
    page: AppTest, lke: bytes
) -> None:
    upload(page, "lama.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert "Berkas “lama.xls” : Berkas ini buku kerja Excel lama (.xls)" in said(page)
    assert not page.get("download_button")
    upload(page, "LKE.xlsx", lke)
    assert "Excel lama" not in said(page)
    page.file_uploader(key=KEY).set_value(None)
    page.run()
    assert "Ditemukan" not in said(page)
    assert not page.get("download_button")


def test_nothing_is_left_on_the_disk(
    lke: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    told = read_upload("LKE.xlsx", lke, 2026)
    assert not isinstance(told, ReaderError)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(told.tabs)))
    assert book["Indikator"]["H3"].value == "**x** <b>tebal</b>"
    assert isinstance(read_upload("rusak.xlsx", b"PK\x03\x04", 2026), ReaderError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("uploaded", "taken"),
    [
        ("LKE 2026.xlsx", "LKE 2026.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ani\\LKE.xlsx", "LKE.xlsx"),
        ("a\x00b\n.xlsx", "ab.xlsx"),
        ("..", text.UNNAMED),
        ("", text.UNNAMED),
        (f"{'x' * 300}.xlsx", f"{'x' * 75}.xlsx"),
        ("separuh\ud83d.xlsx", "separuh.xlsx"),
    ],
)
def test_names_of_uploaded_files_lead_nowhere_else(uploaded: str, taken: str) -> None:
    assert file_name(uploaded) == taken
