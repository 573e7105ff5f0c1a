"""Who may see what, once sign-in is switched on: roles, and the lists that give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a viewer may see; without sign-in everybody is internal."""

    INTERNAL = "internal"
    """Names, links and notes too."""
    VISITOR = "pengunjung"
    """Figures and states only."""


@dataclass(frozen=True)
class AccessRules:
    """Lists of those who may come in; who is on none of them may not.

    internal, visitors: addresses (`nama@unit.go.id`) or whole domains (`@unit.go.id`, not those
    below it), in any case; who is on both is internal. trusts_unverified: whether an address counts
    that the provider does not call verified; never one that it calls unverified.
    """

    internal: tuple[str, ...] = ()
    visitors: tuple[str, ...] = ()
    trusts_unverified: bool = False

    def role_of(self, claims: Mapping[str, object]) -> Role | None:
        """The role of whoever the provider names in these claims; None for nobody we know."""
        address = self._address(claims)
        if address is None:
            return None
        known_as = {address, address[address.rindex("@") :]}
        for role, listed in ((Role.INTERNAL, self.internal), (Role.VISITOR, self.visitors)):
            if known_as & {each.strip().casefold() for each in listed}:
                return role
        return None

    def _address(self, claims: Mapping[str, object]) -> str | None:
        """The address that counts: one, whole, and verified where that is asked for."""
        written, verified = claims.get("email"), claims.get("email_verified")
        is_trusted = verified is True or (verified is None and self.trusts_unverified)
        if not isinstance(written, str) or not is_trusted:
            return None
        address = written.strip().casefold()
        is_whole = address.count("@") == 1 and not address.startswith("@") and address.isprintable()
        return address if is_whole and " " not in address else None
