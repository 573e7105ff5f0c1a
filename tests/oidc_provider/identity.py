"""Who signs in at the provider, and what it says of them."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    """An account. is_verified: None where the provider says nothing of it, as some do.

    signed_in_ago: seconds since the token was issued, by the provider's clock; lasts: until the
    token itself expires, from now.
    """

    address: str | None
    is_verified: bool | None = True
    signed_in_ago: int = 0
    lasts: int = 3600

    def claims(self, issuer: str, client_id: str, nonce: str) -> dict[str, object]:
        """The claims of the identity token."""
        now = int(time.time())
        said: dict[str, object] = {
            "iss": issuer,
            "sub": f"akun-{self.address}",
            "aud": client_id,
            "iat": now - self.signed_in_ago,
            "exp": now + self.lasts,
            "nonce": nonce,
        }
        if self.address is not None:
            said["email"] = self.address
        if self.is_verified is not None:
            said["email_verified"] = self.is_verified
        return said
