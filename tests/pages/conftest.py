"""Every page without a browser, on full, empty and broken data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from pages import PageEntry
from tests.pages.altered import by_turns, rewrite, sample_folder, without
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.snapshot import Reading, Snapshot, assemble

RUNS_WITHIN_SECONDS = 60
FULL, EMPTY, UNREADABLE = ("contoh", "situs"), "tanpa isi", "data dukung tidak terbaca"
YEARS = "periode monev berupa tahun"

Shown = Callable[[PageEntry], AppTest]


def draw(module: str, area_no: int | None) -> None:
    """The script of one page; Streamlit runs its source text, so it imports for itself."""
    from importlib import import_module

    page = import_module(module)
    page.render() if area_no is None else page.render(area_no)


def drawn_on(
    entry: PageEntry, source: object, monkeypatch: pytest.MonkeyPatch, **query: str
) -> AppTest:
    """A page on a source of the test's own, with the filters of an address."""
    monkeypatch.setenv("ZI_SUMBER", str(source))
    page = AppTest.from_function(
        draw, args=(entry.module, entry.area_no), default_timeout=RUNS_WITHIN_SECONDS
    )
    page.query_params.update(query)
    page.run()
    assert not page.exception
    return page


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Sources by the name tests call them."""
    empty = SnapshotStore(tmp_path_factory.mktemp("tanpa-isi"))
    as_of = open_source("contoh").dates[-1]
    empty.write(assemble({}, {}, Reading("uji", as_of, datetime(2026, 1, 21, 1, 0, tzinfo=UTC))))
    unreadable = sample_folder(tmp_path_factory.mktemp("tidak-terbaca"))
    rewrite(unreadable, "evidence", without("status"))
    years = sample_folder(tmp_path_factory.mktemp("tahun"))
    rewrite(years, "recommendations", by_turns("period", "2024", "2025"))
    return {EMPTY: str(empty.root), UNREADABLE: str(unreadable), YEARS: str(years)}


@pytest.fixture
def source(
    request: pytest.FixtureRequest, folders: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> str:
    """The source the dashboard is configured for, as `open_source` takes it."""
    name = folders.get(request.param, request.param)
    monkeypatch.setenv("ZI_SUMBER", name)
    return name


@pytest.fixture
def snapshot(source: str) -> Snapshot:
    """What the pages show."""
    return open_source(source).newest()


@pytest.fixture
def shown(source: str) -> Shown:
    """Runs one page on the source."""

    def run(entry: PageEntry) -> AppTest:
        script = AppTest.from_function(
            draw, args=(entry.module, entry.area_no), default_timeout=RUNS_WITHIN_SECONDS
        )
        return script.run()

    return run
