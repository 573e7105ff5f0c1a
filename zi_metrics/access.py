"""Who may see what, once sign-in is on: roles, the lists that give them, and who passes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from zi_metrics.errors import AccessMisconfigured, NotAllowed, NotSignedIn, SignInExpired

# ASCII only: a letter that looks like another, or becomes it by folding its case, is another.
_DOMAIN = r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
_ADDRESS = re.compile(rf"[!-?A-~]+{_DOMAIN}")
_ENTRY = re.compile(rf"[!-?A-~]*{_DOMAIN}")
LONGEST_ADDRESS = 254
CLOCKS_DIFFER_BY = timedelta(minutes=5)
PROVIDER = "default"
"""What Streamlit calls the provider that stands in `[auth]` itself; no other one is ours."""


class Role(StrEnum):
    """What a viewer may see; without sign-in everybody is internal."""

    INTERNAL = "internal"
    """Names, links and notes too."""
    VISITOR = "pengunjung"
    """Figures and states only."""


@dataclass(frozen=True)
class Viewer:
    """Who looks, and as what; without sign-in nobody in particular.

    signed_in_at: seconds since 1970, by the provider's clock.
    """

    role: Role
    address: str | None = None
    signed_in_at: int | None = None


class Fault(NamedTuple):
    """What is wrong with a setting: its name, and a sentence, which never holds its value."""

    setting: str
    sentence: str


@dataclass(frozen=True)
class AccessRules:
    """Lists of those who may come in; who is on none of them may not.

    internal, visitors: addresses (`nama@unit.go.id`) or whole domains (`@unit.go.id`, not those
    below it), in any case; who is on both is internal. trusts_unverified: whether an address counts
    that the provider does not call verified; never one that it calls unverified. hours: how long a
    sign-in counts. faults: what is wrong with the settings; while there is any, nobody comes in.
    """

    internal: tuple[str, ...] = ()
    visitors: tuple[str, ...] = ()
    trusts_unverified: bool = False
    hours: int = 12
    faults: tuple[Fault, ...] = ()

    def role_of(self, claims: Mapping[str, object]) -> Role | None:
        """The role of whoever the provider names in these claims; None for nobody we know."""
        address = self.address_of(claims)
        if address is None:
            return None
        known_as = {address, address[address.index("@") :]}
        for role, listed in ((Role.INTERNAL, self.internal), (Role.VISITOR, self.visitors)):
            if known_as & {each.lower() for each in listed if is_entry(each)}:
                return role
        return None

    def address_of(self, claims: Mapping[str, object]) -> str | None:
        """The address that counts: one, whole, and verified where that is asked for."""
        written, verified = claims.get("email"), claims.get("email_verified")
        is_trusted = verified is True or (verified is None and self.trusts_unverified)
        if not isinstance(written, str) or not is_trusted or len(written) > LONGEST_ADDRESS:
            return None
        return written.lower() if _ADDRESS.fullmatch(written) else None


NOBODY_IN_PARTICULAR = Viewer(Role.INTERNAL)


def is_entry(written: str) -> bool:
    """Whether an entry of a list is an address or a domain."""
    return _ENTRY.fullmatch(written) is not None and len(written) <= LONGEST_ADDRESS


def admitted(rules: AccessRules | None, claims: Mapping[str, object], now: datetime) -> Viewer:
    """Who these claims let in. rules: None while sign-in is off. Raises AccessRefused.

    claims: what the provider said at the sign-in, with Streamlit's `is_logged_in` and `provider`;
    nothing of whoever is not signed in.
    """
    if rules is None:
        return NOBODY_IN_PARTICULAR
    if rules.faults:
        raise AccessMisconfigured(*(fault.sentence for fault in rules.faults))
    if claims.get("is_logged_in") is not True or claims.get("provider") != PROVIDER:
        raise NotSignedIn
    signed_in_at = claims.get("iat")
    if not _is_recent(signed_in_at, now, timedelta(hours=rules.hours)):
        raise SignInExpired
    role, address = rules.role_of(claims), rules.address_of(claims)
    if role is None or address is None:
        raise NotAllowed(claims.get("email"))
    return Viewer(role, address, int(str(signed_in_at)))


def _is_recent(moment: object, now: datetime, lasts: timedelta) -> bool:
    """Whether a sign-in still counts; one without a moment, or with one to come, does not."""
    if not isinstance(moment, int) or isinstance(moment, bool) or not 0 <= moment < 2**40:
        return False
    ago = now - datetime.fromtimestamp(moment, UTC)
    return -CLOCKS_DIFFER_BY <= ago < lasts
