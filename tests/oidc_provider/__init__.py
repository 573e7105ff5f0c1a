"""A small OpenID Connect provider on the loopback, which tests tell who signs in."""

from __future__ import annotations

from tests.oidc_provider.identity import Identity
from tests.oidc_provider.server import OidcProvider

__all__ = ["Identity", "OidcProvider"]
