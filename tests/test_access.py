"""Who comes in, and as what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.access import (
    NOBODY_IN_PARTICULAR,
    PROVIDER,
    AccessRules,
    Fault,
    Role,
    Viewer,
    admitted,
)
from zi_metrics.errors import (
    AccessMisconfigured,
    AccessRefused,
    NotAllowed,
    NotSignedIn,
    ReaderError,
    SignInExpired,
)

RULES = AccessRules(
    internal=("kepala@unit.go.id", "@zi.unit.go.id"), visitors=("@unit.go.id", "tamu@lain.go.id")
)
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def claims(address: object, *, verified: object = True) -> dict[str, object]:
    return {"email": address, "email_verified": verified}


def signed_in(address: object, ago: timedelta = timedelta(0), **more: object) -> dict[str, object]:
    """What Streamlit tells of somebody who signed in some time ago."""
    moment = int((NOW - ago).timestamp())
    return {"is_logged_in": True, "provider": PROVIDER, "iat": moment, **claims(address), **more}


# --- Lists ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("kepala@unit.go.id", Role.INTERNAL),
        ("KEPALA@Unit.GO.ID", Role.INTERNAL),
        ("siapa@zi.unit.go.id", Role.INTERNAL),
        ("siapa@unit.go.id", Role.VISITOR),
        ("tamu@lain.go.id", Role.VISITOR),
        ("lain@lain.go.id", None),
        ("siapa@lain.unit.go.id", None),
        ("siapa@xunit.go.id", None),
        ("siapa@unit.go.id.lain.com", None),
        ("siapa@unit.go.id.", None),
        ("siapa@lain.com@unit.go.id", None),
        ('"siapa@lain.com"@unit.go.id', None),
        ("@unit.go.id", None),
        ("siapa@", None),
        ("unit.go.id", None),
        ("", None),
        (" kepala@unit.go.id", None),
        ("kepala@unit.go.id\n", None),
        ("kepala @unit.go.id", None),
        ("kepala@unit.go.id,lain@lain.com", None),
        ("x" * 250 + "@unit.go.id", None),
    ],
)
def test_role_is_that_of_the_whole_address_or_its_very_domain(
    address: str, role: Role | None
) -> None:
    assert RULES.role_of(claims(address)) is role


@pytest.mark.parametrize(
    "address",
    [
        "\u212aepala@unit.go.id",  # the Kelvin sign, which folds to a k
        "kepala@unit.go.\u0131d",
        "\uff4bepala@unit.go.id",
        "k\u0435pala@unit.go.id",  # a Cyrillic e
        "kepala@unit\u3002go.id",
        "\u017fiapa@unit.go.id",  # the long s, which folds to an s
        "kepala\u200b@unit.go.id",
        "kepala@unit.go.id\u202e",
    ],
)
def test_letters_that_only_look_like_the_listed_ones_are_others(address: str) -> None:
    assert RULES.role_of(claims(address)) is None


@given(st.text(max_size=30))
def test_nothing_that_is_no_plain_address_has_a_role(written: str) -> None:
    for address in (written, f"{written}@unit.go.id", f"kepala@{written}"):
        role = RULES.role_of(claims(address))
        assert role is None or (address.isascii() and address.count("@") == 1)


@given(st.sampled_from(["kepala@unit.go.id", "siapa@unit.go.id"]), st.randoms())
def test_case_of_the_address_does_not_matter(address: str, chance: object) -> None:
    mixed = "".join(chance.choice([each, each.upper()]) for each in address)
    assert RULES.role_of(claims(mixed)) is RULES.role_of(claims(address)) is not None


@given(
    st.one_of(st.none(), st.booleans(), st.integers(), st.lists(st.text()), st.binary()),
    st.one_of(st.none(), st.booleans(), st.text(max_size=5), st.integers()),
)
def test_claims_of_other_kinds_name_nobody(address: object, verified: object) -> None:
    assert RULES.role_of(claims(address, verified=verified)) is None
    assert RULES.role_of({}) is None


def test_empty_lists_let_nobody_in() -> None:
    assert AccessRules().role_of(claims("kepala@unit.go.id")) is None


def test_entry_that_is_no_address_matches_nothing() -> None:
    rules = AccessRules(internal=("", "@", "unit.go.id", "*@unit.go.id", "@unit.go.id@"))
    assert rules.role_of(claims("siapa@unit.go.id")) is None


@pytest.mark.parametrize(
    ("verified", "is_strict", "is_trusting"),
    [
        (True, True, True),
        (None, False, True),
        (False, False, False),
        ("true", False, False),
        (1, False, False),
    ],
)
def test_address_counts_once_the_provider_has_verified_it(
    verified: object, is_strict: bool, is_trusting: bool
) -> None:
    told = claims("kepala@unit.go.id", verified=verified)
    trusting = AccessRules(internal=RULES.internal, trusts_unverified=True)
    assert (RULES.role_of(told) is not None) is is_strict
    assert (trusting.role_of(told) is not None) is is_trusting


# --- The whole --------------------------------------------------------------


def test_without_sign_in_everybody_is_internal() -> None:
    assert admitted(None, {}, NOW) == NOBODY_IN_PARTICULAR == Viewer(Role.INTERNAL)


def test_listed_viewer_comes_in_with_the_role_of_the_list() -> None:
    moment = int(NOW.timestamp())
    told = signed_in("Kepala@unit.go.id")
    assert admitted(RULES, told, NOW) == Viewer(Role.INTERNAL, "kepala@unit.go.id", moment)
    assert admitted(RULES, signed_in("a@unit.go.id"), NOW).role is Role.VISITOR


@pytest.mark.parametrize(
    "told",
    [
        {},
        claims("kepala@unit.go.id"),
        signed_in("kepala@unit.go.id", is_logged_in=False),
        signed_in("kepala@unit.go.id", is_logged_in="true"),
        signed_in("kepala@unit.go.id", provider="lain"),
        signed_in("kepala@unit.go.id", provider=None),
    ],
)
def test_whoever_has_not_signed_in_here_is_not_signed_in(told: dict[str, object]) -> None:
    with pytest.raises(NotSignedIn):
        admitted(RULES, told, NOW)


@pytest.mark.parametrize(
    ("ago", "counts"),
    [
        (timedelta(hours=11, minutes=59), True),
        (timedelta(hours=12), False),
        (timedelta(days=29), False),
        (timedelta(minutes=-4), True),
        (timedelta(minutes=-6), False),
    ],
)
def test_sign_in_counts_for_its_hours_and_none_to_come_does(ago: timedelta, counts: bool) -> None:
    told = signed_in("kepala@unit.go.id", ago)
    if counts:
        assert admitted(RULES, told, NOW).role is Role.INTERNAL
        return
    with pytest.raises(SignInExpired):
        admitted(RULES, told, NOW)


@pytest.mark.parametrize("moment", [None, "1", True, 1.5, -1, 2**63, float("nan"), []])
def test_sign_in_without_a_moment_has_expired(moment: object) -> None:
    with pytest.raises(SignInExpired):
        admitted(RULES, signed_in("kepala@unit.go.id", iat=moment), NOW)


def test_refused_account_learns_its_own_address_only() -> None:
    with pytest.raises(NotAllowed) as refused:
        admitted(RULES, signed_in("x@lain.go.id"), NOW)
    assert refused.value.address == "x@lain.go.id"
    assert str(refused.value) == ""


def test_faulty_settings_let_nobody_in_and_say_why() -> None:
    faulty = AccessRules(internal=("kepala@unit.go.id",), faults=(Fault("auth", "Belum ada."),))
    with pytest.raises(AccessMisconfigured) as refused:
        admitted(faulty, signed_in("kepala@unit.go.id"), NOW)
    assert refused.value.faults == ("Belum ada.",)


def test_refusal_is_nothing_that_pages_pass_over() -> None:
    assert not issubclass(AccessRefused, ReaderError)
