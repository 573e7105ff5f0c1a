from __future__ import annotations

from pathlib import Path

from zi_metrics.settings import DATA_DIR, AppSettings


def test_nothing_named_leaves_the_choice_open() -> None:
    assert AppSettings.from_environment({}) == AppSettings(None, DATA_DIR / "potret")


def test_empty_variables_count_as_not_set() -> None:
    empty = {"ZI_SUMBER": " ", "ZI_FOLDER_POTRET": ""}
    assert AppSettings.from_environment(empty) == AppSettings()


def test_environment_names_source_and_folder() -> None:
    named = {"ZI_SUMBER": " situs ", "ZI_FOLDER_POTRET": "~/potret", "LAIN": "x"}
    assert AppSettings.from_environment(named) == AppSettings("situs", Path.home() / "potret")
