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


def test_half_of_a_sheet_in_the_secrets_is_no_leave_to_show_the_sample() -> None:
    for secrets in ({"sheet": {"alamat": "x"}}, {"gcp_service_account": {"type": "x"}}):
        settings = AppSettings.from_environment({}, secrets)
        assert (settings.source, settings.sheet) == ("sheet", None)


def test_secrets_hold_variables_too_and_an_empty_one_hides_none() -> None:
    settings = AppSettings.from_environment({"ZI_SUMBER": " "}, {"ZI_SUMBER": "situs"})
    assert settings.source == "situs"
