"""What is sent of a chart is all of it, in both colour modes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pages import ENTRIES, PageEntry
from pages._frame import board
from pages._frame.board.component import differences
from tests.pages.conftest import FULL, Shown
from tests.pages.shown import BY_SLUG, charts, native_charts
from zi_metrics.charts.palette import INK, Mode
from zi_metrics.settings import CHARTS_VARIABLE, NATIVE_CHARTS

WITH_CHARTS = ("ringkasan", "pengawasan", "monev", "spip", "reform", "kesiapan", "perubahan")


def put(spec: Any, changes: list[tuple[list[Any], Any]]) -> Any:
    """A chart with the changes made to it, as the board does."""
    for path, value in changes:
        part = spec
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = value
    return spec


def test_dark_chart_is_the_light_one_with_its_differences() -> None:
    light = {"layout": {"font": {"color": "a", "size": 14}, "x": [1, 2]}, "data": [{"y": ["a"]}]}
    dark = {"layout": {"font": {"color": "b", "size": 14}, "x": [1, 2]}, "data": [{"y": ["c"]}]}
    found = list(differences(light, dark))
    assert found == [(("layout", "font", "color"), "b"), (("data", 0, "y", 0), "c")]
    assert put(light, found) == dark


def test_differences_of_another_shape_are_told_as_a_whole() -> None:
    one, other = {"a": [1, 2], "b": {"c": 1}}, {"a": [1], "b": {"d": 1}}
    assert put(one, list(differences(one, other))) == other


def test_sent_texts_may_hold_any_sign() -> None:
    spec = json.dumps({"data": [{"text": "</script>\u2028\"'\\"}]})
    told = json.loads(board.told("<b>", 'a "b"\n', spec, spec))
    assert (told["title"], told["alt"], told["dark"]) == ("<b>", 'a "b"\n', [])
    assert told["spec"] == json.loads(spec)


@pytest.mark.parametrize("source", FULL, indirect=True)
@pytest.mark.parametrize("entry", [BY_SLUG[slug] for slug in WITH_CHARTS], ids=WITH_CHARTS)
def test_board_and_streamlits_own_element_are_told_the_same(
    shown: Shown, entry: PageEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_board = charts(shown(entry))
    monkeypatch.setenv(CHARTS_VARIABLE, NATIVE_CHARTS)
    page = shown(entry)
    assert charts(page) == []
    assert [(each.alt, each.spec) for each in native_charts(page)] == [
        (each.alt, each.spec) for each in on_board
    ]


@pytest.mark.parametrize("source", ["contoh"], indirect=True)
def test_only_colours_change_with_the_mode(shown: Shown) -> None:
    light, dark = (vars(INK[mode]) for mode in (Mode.LIGHT, Mode.DARK))
    known = {light[name]: dark[name] for name in light}
    for page in (shown(BY_SLUG[slug]) for slug in ("ringkasan", "kesiapan")):
        for each in page.get("bidi_component"):
            told = json.loads(each.proto.bytes)
            for path, value in told["dark"]:
                was = told["spec"]
                for step in path:
                    was = was[step]
                assert known[was] == value


def test_every_page_with_a_chart_is_looked_at() -> None:
    assert set(WITH_CHARTS) <= {entry.slug for entry in ENTRIES}
