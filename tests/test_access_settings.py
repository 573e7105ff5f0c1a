"""Sign-in is off only when nothing hints at it; once hinted at, anything doubtful closes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.access import AccessRules
from zi_metrics.settings import AppSettings

SECRET = "tidak-boleh-tampil-" * 2
AUTH = {
    "redirect_uri": "https://zi.unit.go.id/oauth2callback",
    "cookie_secret": SECRET,
    "client_id": "klien",
    "client_secret": SECRET,
    "server_metadata_url": "https://akun.unit.go.id/.well-known/openid-configuration",
}
LISTS: dict[str, Any] = {"internal": ["kepala@unit.go.id"], "pengunjung": ["@unit.go.id"]}
ONE_LISTED = {"ZI_AKSES_INTERNAL": "kepala@unit.go.id"}


def rules(environment: Mapping[str, str], secrets: Mapping[str, Any]) -> AccessRules:
    found = AppSettings.from_environment(environment, secrets).access
    assert found is not None
    return found


def faults(environment: Mapping[str, str], secrets: Mapping[str, Any]) -> list[str]:
    """The settings that are faulty; what is said of them holds no value."""
    found = rules(environment, secrets).faults
    assert not any(SECRET in fault.sentence for fault in found)
    return [fault.setting for fault in found]


def test_nothing_set_leaves_sign_in_off() -> None:
    assert AppSettings.from_environment({}, {}).access is None
    of_others = {"sheet": {"url": "x"}, "ZI_SUMBER": "situs"}
    assert (
        AppSettings.from_environment({"ZI_AKSES": " ", "ZI_LAMA_MASUK": "3"}, of_others).access
        is None
    )


def test_whole_settings_name_everybody_who_comes_in() -> None:
    found = rules({}, {"auth": AUTH, "akses": LISTS | {"percaya_alamat": True}})
    assert found == AccessRules(("kepala@unit.go.id",), ("@unit.go.id",), trusts_unverified=True)


def test_lists_of_the_environment_replace_those_of_the_secrets() -> None:
    environment = {"ZI_AKSES_PENGUNJUNG": " a@b.go.id, @c.go.id ,", "ZI_LAMA_MASUK": "720"}
    found = rules(environment, {"auth": AUTH, "akses": LISTS})
    assert found == AccessRules(("kepala@unit.go.id",), ("a@b.go.id", "@c.go.id"), hours=720)


@pytest.mark.parametrize(
    ("environment", "secrets", "faulty"),
    [
        ({"ZI_AKSES": "wajib"}, {}, ["auth", "akses"]),
        (ONE_LISTED, {}, ["auth"]),
        ({"ZI_AKSES_PENGUNJUNG": "@unit.go.id"}, {}, ["auth"]),
        ({}, {"akses": LISTS}, ["auth"]),
        ({}, {"akses": {}}, ["auth", "akses"]),
        ({}, {"auth": AUTH}, ["akses"]),
        ({}, {"auth": {}}, None),
        ({}, {"Auth": AUTH, "akses": LISTS}, ["auth"]),
        ({}, {"auth": "x", "akses": LISTS}, ["auth"]),
        ({}, {"auth": AUTH, "akses": "x"}, ["akses", "akses"]),
        ({"ZI_AKSES": "tidak"}, {"auth": AUTH, "akses": LISTS}, ["ZI_AKSES"]),
        ({"ZI_AKSES_INTERN": "a@b.id"}, {"auth": AUTH, "akses": LISTS}, ["ZI_AKSES"]),
        ({}, {"auth": AUTH, "ZI_AKSES_INTERNAL": ["a@b.id"]}, ["ZI_AKSES_INTERNAL", "akses"]),
        ({"ZI_AKSES_INTERNAL": "a@b.id, nama"}, {"auth": AUTH}, ["ZI_AKSES_INTERNAL"]),
        ({}, {"auth": AUTH, "akses": {"internal": ["unit.go.id"]}}, ["akses.internal"]),
        ({}, {"auth": AUTH, "akses": LISTS | {"intern": ["a@b.id"]}}, ["akses"]),
        ({}, {"auth": AUTH, "akses": LISTS | {"internal": "a@b.id"}}, ["akses.internal"]),
        ({}, {"auth": AUTH, "akses": LISTS | {"percaya_alamat": 1}}, ["akses.percaya_alamat"]),
    ],
)
def test_half_of_the_settings_closes_the_dashboard(
    environment: dict[str, str], secrets: dict[str, Any], faulty: list[str] | None
) -> None:
    found = faults(environment, secrets)
    assert found
    assert faulty is None or found == faulty


@pytest.mark.parametrize("name", sorted(AUTH))
@pytest.mark.parametrize("value", [None, "", " ", 7, ["x"]])
def test_each_part_of_sign_in_must_be_there(name: str, value: object) -> None:
    section = {key: each for key, each in AUTH.items() if key != name}
    section |= {} if value is None else {name: value}
    assert faults(ONE_LISTED, {"auth": section}) == [f"auth.{name}"]


@pytest.mark.parametrize(
    ("name", "value", "is_enough"),
    [
        ("cookie_secret", "x" * 31, False),
        ("cookie_secret", "x" * 32, True),
        ("redirect_uri", "https://zi.unit.go.id/", False),
        ("redirect_uri", "http://zi.unit.go.id/oauth2callback", False),
        ("redirect_uri", "http://127.0.0.1:{port}/oauth2callback", True),
        ("redirect_uri", "http://localhost:8501/dasbor/oauth2callback", True),
        ("redirect_uri", "//zi.unit.go.id/oauth2callback", False),
        ("server_metadata_url", "http://akun.unit.go.id/", False),
        ("server_metadata_url", "https://[", False),
        ("server_metadata_url", "https://", False),
        ("server_metadata_url", "javascript:alert(1)", False),
    ],
)
def test_secret_is_long_and_addresses_are_safe(name: str, value: str, is_enough: bool) -> None:
    found = faults(ONE_LISTED, {"auth": AUTH | {name: value}})
    assert found == ([] if is_enough else [f"auth.{name}"])


@pytest.mark.parametrize("tenant", ["common", "organizations", "consumers", "Common"])
def test_unverified_addresses_are_never_trusted_of_any_organisation(tenant: str) -> None:
    provider = f"https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration"
    secrets = {"auth": AUTH | {"server_metadata_url": provider}, "akses": LISTS}
    assert faults({}, secrets) == []
    trusting = secrets | {"akses": LISTS | {"percaya_alamat": True}}
    assert faults({}, trusting) == ["akses.percaya_alamat"]


@given(
    st.dictionaries(
        st.sampled_from(["auth", "akses", "ZI_AKSES", "ZI_AKSES_INTERNAL", "AUTH"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from([*AUTH, "internal", "pengunjung", "percaya_alamat", "x"]), inner
                )
            ),
            max_leaves=6,
        ),
        min_size=1,
    )
)
def test_whatever_stands_in_the_secrets_never_opens_the_dashboard(secrets: dict[str, Any]) -> None:
    settings = AppSettings.from_environment({}, secrets)
    is_hinted_at = secrets.keys() & {"auth", "akses", "AUTH"} or any(
        str(value).strip() for value in secrets.values()
    )
    assert settings.access is not None or not is_hinted_at
    assert settings.access is None or settings.access.faults


@pytest.mark.parametrize("written", ["0", "721", "12,5", "x", "-1"])
def test_hours_out_of_range_are_doubtful_and_the_default_counts(written: str) -> None:
    secrets = {"auth": AUTH, "akses": LISTS}
    settings = AppSettings.from_environment({"ZI_LAMA_MASUK": written}, secrets)
    assert settings.doubtful == ("ZI_LAMA_MASUK",)
    assert settings.access is not None
    assert settings.access.hours == 12
