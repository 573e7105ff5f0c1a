"""What is made ahead is what the first visitor gets."""

from __future__ import annotations

import logging

import pytest

from pages import ringkasan
from pages._frame import data, figures, warm_up
from pages._frame.static_files import BEST, COMPRESS, asked_by_everybody


def test_drawing_ahead_leaves_charts_and_files_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZI_SUMBER", "contoh")
    warm_up.draw_ahead().join()
    view = data.prepare()
    assert data.prepare() is view
    for picture in ringkasan.pictures(view):
        assert figures._drawn(picture.chart, picture.numbers) is figures._drawn(
            picture.chart, picture.numbers
        )
    assert BEST in COMPRESS
    assert all(file.compressed(BEST) is file.compressed(BEST) for file in asked_by_everybody())


def test_nothing_to_draw_ahead_is_no_fault_of_the_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("ZI_SUMBER", "folder/yang/tidak/ada")
    with caplog.at_level(logging.INFO, "zi"):
        warm_up.draw_ahead().join()
    assert "nothing to draw ahead" in caplog.text
