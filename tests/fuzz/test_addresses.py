"""Whatever the address of a page says, the page is drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages import ENTRIES, PageEntry
from tests.fuzz.budget import TIMES, bounded
from tests.fuzz.test_written import typed
from tests.hostile import MARKDOWN, MARKUP
from tests.pages.conftest import RUNS_WITHIN_SECONDS, draw

KEYS = [
    *("sumber", "per", "area", "status", "pic", "periode", "tindak_lanjut", "periode_monev"),
    *("tahun", "cari", "terlambat", "indikator", "tab", "tingkat", "potret", "coba", "slide"),
    *("putar", "nama", "target", "banding", "kelompok"),
]
said = st.one_of(typed, st.sampled_from([*MARKUP.values(), *MARKDOWN.values()]))
SLUGS = ["data-dukung", "monev", "kesiapan", "rapat", "perubahan", "mutu-data", "spip"]
SOME = [entry for entry in ENTRIES if TIMES > 1 or entry.slug in SLUGS]


@pytest.mark.slow
@bounded(30)
@given(st.sampled_from(SOME), st.dictionaries(st.sampled_from(KEYS), said, max_size=6))
def test_page_of_any_address_is_drawn(entry: PageEntry, query: dict[str, str]) -> None:
    page = AppTest.from_function(
        draw, args=(entry.module, entry.area_no), default_timeout=RUNS_WITHIN_SECONDS
    )
    page.query_params.update(query)
    page.run()
    assert not page.exception
