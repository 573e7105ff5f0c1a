"""The peers of the benchmark show what the dashboard shows, and a measurement would notice less."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.apps import DASH, OURS, ROOT, App, apps, running
from bench.line import slow_line
from bench.peers import content
from bench.reader import reader
from bench.wanted import DAYS, of_checkout, of_here


@pytest.fixture
def everyone(tmp_path: Path) -> dict[str, App]:
    return {app.name: app for app in apps(tmp_path, None)}


@pytest.mark.browser
@pytest.mark.slow
def test_reader_sees_the_same_of_everyone_through_a_line_that_counts(
    chromium: Browser, everyone: dict[str, App], tmp_path: Path
) -> None:
    """Opening fails where headline figures, chart sentences, bars, labels or tables are missing."""
    for app in everyone.values():
        with running(app, tmp_path) as server, slow_line(server.address) as line:
            with reader(chromium, app, line.address) as one:
                assert one.open() > 0
                assert one.choose(DAYS[1]) > 0
                assert one.turn_to(content.SPIP) > 0
                assert one.turn_to(content.RINGKASAN) > 0
            assert line.down.count > 100_000


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(("part", "other"), [("texts", ["62 % dan lain"]), ("points", 6)])
def test_time_is_not_taken_while_a_chart_differs(
    chromium: Browser,
    everyone: dict[str, App],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
    other: object,
) -> None:
    monkeypatch.setattr("bench.reader.DRAWN_WITHIN_MS", 15_000)
    app = everyone[DASH]
    app.wanted[content.RINGKASAN][DAYS[0]]["charts"][1][part] = other
    with (
        running(app, tmp_path) as server,
        reader(chromium, app, server.address) as one,
        pytest.raises(AssertionError, match="Dash, first visit") as told,
    ):
        one.open()
    assert f"'{part}': {other}" in str(told.value)
    assert "'points': 5" in str(told.value)  # the chart as it is


def test_what_is_wanted_of_another_checkout_is_told_by_its_own_code(tmp_path: Path) -> None:
    assert of_checkout(ROOT, ROOT) == of_here()
    with pytest.raises(RuntimeError, match="not a checkout"):
        of_checkout(tmp_path, ROOT)


def test_dates_change_every_headline_and_chart_that_is_looked_for(
    everyone: dict[str, App],
) -> None:
    newest, earlier = (everyone[OURS].wanted[content.RINGKASAN][day] for day in DAYS)
    assert not set(newest["headlines"]) & set(earlier["headlines"])
    for now, then in zip(newest["charts"], earlier["charts"], strict=True):
        assert now["fewest_bars"] + now["points"] > 4
        assert set(now["texts"]) != set(then["texts"])
