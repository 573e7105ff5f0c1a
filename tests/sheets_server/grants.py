"""Access tokens for service accounts: the JWT bearer flow, judged by the server's own clock."""

from __future__ import annotations

import base64
import json
import secrets
import threading
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

READER = "pembaca@zi-uji.iam.gserviceaccount.com"
GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer"
LIFETIME_SECONDS = 3599
LONGEST_SECONDS = 3600
TOLERANCE_SECONDS = 300
CLOCK = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
    "Check your iat and exp values in the JWT claim."
)
SIGNATURE = "Invalid JWT Signature."
ACCOUNT = "Invalid grant: account not found"


class Refused(Exception):
    """A grant that is not given: OAuth's error and its description."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.body = {"error": error, "error_description": description}


@dataclass(frozen=True)
class Grant:
    """Who a token stands for, what it may be used for, and until when (seconds of the server)."""

    email: str
    scopes: frozenset[str]
    ends_at: float

    def allows(self, *names: str) -> bool:
        """Whether it was asked for one of these scopes, as in "spreadsheets.readonly"."""
        return any(f"https://www.googleapis.com/auth/{name}" in self.scopes for name in names)


@dataclass
class Grants:
    """The tokens of one server, and the accounts it knows."""

    accounts: set[str] = field(default_factory=lambda: {READER})
    _tokens: dict[str, Grant] = field(default_factory=dict)
    # Not the lock of the books: a token is to be had while a book is edited.
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def credentials(self, host: str, email: str) -> dict[str, str]:
        """The content of a key file, whose tokens come from this server."""
        with self._lock:
            self.accounts.add(email)
        return {
            "type": "service_account",
            "project_id": "zi-uji",
            "private_key_id": "0123456789abcdef0123456789abcdef01234567",
            "private_key": _private_pem(),
            "client_email": email,
            "client_id": "123456789012345678901",
            "auth_uri": "https://accounts.google.com/o/oauth2/auth",
            "token_uri": f"{host}/token",
            "universe_domain": "googleapis.com",
        }

    def exchange(self, form: bytes, now: float) -> dict[str, Any]:
        """A token for a signed assertion; Refused otherwise. `aud` is not compared."""
        fields = {name: values[0] for name, values in parse_qs(form.decode("utf-8")).items()}
        if fields.get("grant_type") != GRANT_TYPE:
            raise Refused("unsupported_grant_type", "Invalid grant_type.")
        claims = _verified(fields.get("assertion", ""))
        with self._lock:
            is_known = claims.get("iss") in self.accounts
        if not is_known:
            raise Refused("invalid_grant", ACCOUNT)
        _check_times(claims, now)
        scopes = frozenset(str(claims.get("scope", "")).split())
        if not scopes:
            message = "Invalid OAuth scope or ID token audience provided."
            raise Refused("invalid_scope", message)
        token = f"ya29.{secrets.token_urlsafe(24)}"
        with self._lock:
            self._tokens[token] = Grant(claims["iss"], scopes, now + LIFETIME_SECONDS)
        return {"access_token": token, "expires_in": LIFETIME_SECONDS, "token_type": "Bearer"}

    def revoke(self) -> None:
        """Let no token count any more."""
        with self._lock:
            self._tokens.clear()

    def of(self, authorization: str, now: float) -> Grant | None:
        """What the header of a request stands for, if it still does."""
        scheme, _, token = authorization.partition(" ")
        with self._lock:
            grant = self._tokens.get(token.strip()) if scheme.lower() == "bearer" else None
        return grant if grant is not None and now < grant.ends_at else None


@cache
def _key() -> rsa.RSAPrivateKey:
    """One key a process: making it is slow."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def _private_pem() -> str:
    return (
        _key()
        .private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        .decode()
    )


def _verified(assertion: str) -> dict[str, Any]:
    """The claims of a JWT that our key signed."""
    try:
        head, body, signature = assertion.split(".")
        signed = f"{head}.{body}".encode()
        header, claims = json.loads(_decoded(head)), json.loads(_decoded(body))
        _key().public_key().verify(_decoded(signature), signed, padding.PKCS1v15(), hashes.SHA256())
    except (ValueError, InvalidSignature) as cause:
        raise Refused("invalid_grant", SIGNATURE) from cause
    if header.get("alg") != "RS256" or not isinstance(claims, dict):
        raise Refused("invalid_grant", SIGNATURE)
    return claims


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _check_times(claims: dict[str, Any], now: float) -> None:
    issued, ends = claims.get("iat"), claims.get("exp")
    if not isinstance(issued, int) or not isinstance(ends, int):
        raise Refused("invalid_grant", CLOCK)
    too_new = issued > now + TOLERANCE_SECONDS
    too_long = not 0 < ends - issued <= LONGEST_SECONDS
    if too_new or too_long or ends <= now:
        raise Refused("invalid_grant", CLOCK)
