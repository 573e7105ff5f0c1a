"""An LKE brought over in a real browser: chosen, read, compared, and downloaded as our workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screen import DRAWN_WITHIN_MS, Tab, settled
from tests.sources.lke_files import ALL_ODD, best, lke_tab, written
from zi_metrics.labels import lke_upload as text
from zi_metrics.metrics.readiness import readiness
from zi_metrics.sources.resolve import open_source

pytestmark = pytest.mark.browser
UPLOADER = "[data-testid=stFileUploader]"


def choose(page: Page, path: Path) -> None:
    page.locator(f"{UPLOADER} input[type=file]").set_input_files(path)


def test_lke_is_compared_and_downloaded_and_other_files_are_refused(
    tab: Tab, tmp_path: Path
) -> None:
    page = tab.open("kesiapan")
    uploader = page.locator(UPLOADER)
    # Streamlit's own word is heard before ours, for a button needs words of its own, but not seen.
    expect(uploader.get_by_text("Upload", exact=True)).to_have_css("font-size", "0px")
    expect(uploader.get_by_role("button", name=text.CHOOSE_BUTTON)).to_be_visible()
    before = page.locator("[data-testid=stMetricValue]").all_inner_texts()

    old = tmp_path / "lama.xls"
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    choose(page, old)
    refusal = page.locator(".zi-alert", has_text="lama.xls")
    expect(refusal).to_contain_text("buku kerja Excel lama (.xls)", timeout=DRAWN_WITHIN_MS)
    assert page.get_by_role("button", name=text.DOWNLOAD).count() == 0

    choose(page, worksheet(tmp_path))
    button = page.get_by_role("button", name=text.DOWNLOAD)
    expect(button).to_be_visible(timeout=DRAWN_WITHIN_MS)
    settled(page)
    assert refusal.count() == 0
    totals = page.locator(".zi-compared tbody tr").first.inner_text().split("\t")
    # 60 - 0,25 for the answer that is none; Hasil 15,75 + 3,75 + 16,625
    assert totals[:3] == ["Nilai total", "95,87", "100,00"]
    assert page.locator("[data-testid=stMetricValue]").all_inner_texts() == before
    odd = page.locator("[data-testid=stExpander]", has_text="Jawaban yang perlu diperiksa: 1")
    odd.locator("summary").click()
    expect(odd.locator("tbody tr")).to_contain_text("“mungkin”")

    with page.expect_download() as waiting:
        button.click()
    assert waiting.value.suggested_filename.endswith("-dari-lke.xlsx")
    target = tmp_path / "buku.xlsx"
    waiting.value.save_as(target)
    read = open_source(str(target)).newest()
    assert float(readiness(read).sheet.total) == 95.875
    assert read.evidence["title"].tolist() == ["SK <b>Tim</b>"]
    assert tab.complaints == []

    large = tmp_path / "besar.xlsx"
    large.write_bytes(bytes(27_000_000))
    notice = page.locator(".zi-refused-upload")
    assert not notice.is_visible()
    choose(page, large)  # the browser keeps it, and says so in English only
    expect(notice).to_be_visible(timeout=DRAWN_WITHIN_MS)
    assert page.locator("[data-testid=stException]").count() == 0


def worksheet(folder: Path) -> Path:
    """All best but one answer that is none; Hasil 3,6, B and 3,8."""
    filled = best(A_I_1_i_b="mungkin")
    filled.names["A.I.1.i.a"] = "SK <b>Tim</b>"
    filled.links["A.I.1.i.a"] = "https://contoh.go.id/sk"
    return written(folder / "LKE 2026.xlsx", lke_tab(filled, ALL_ODD))
