"""The provider: discovery, authorization code with PKCE, token, keys, and the end of a session."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.oidc_provider.identity import Identity

CLIENT_ID, CLIENT_SECRET = "dasbor-uji", "rahasia-klien-uji"
KEY_BITS = 2048


@dataclass(frozen=True)
class _Grant:
    """What an authorization code stands for; it can be used once."""

    who: Identity
    nonce: str
    challenge: str
    redirect_uri: str


@dataclass
class OidcProvider:
    """`with OidcProvider() as provider:`; whoever is `who` signs in without being asked.

    denies: whether the account's owner, or the provider, refuses. visits: paths in order.
    """

    who: Identity | None = None
    denies: bool = False
    visits: list[str] = field(default_factory=list)
    _grants: dict[str, _Grant] = field(default_factory=dict)
    _key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(KEY_BITS, {"kid": "uji"}))

    def __enter__(self) -> Self:
        handler = type("_Bound", (_Handler,), {"provider": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    @property
    def host(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def secrets(self, address: str, cookie_secret: str) -> str:
        """The section of the secrets of a dashboard at this address."""
        told = {
            "redirect_uri": f"{address}/oauth2callback",
            "cookie_secret": cookie_secret,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "server_metadata_url": f"{self.host}/.well-known/openid-configuration",
        }
        lines = [f"{name} = {json.dumps(value)}" for name, value in told.items()]
        return "\n".join(["[auth]", *lines, ""])

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.host,
            "authorization_endpoint": f"{self.host}/authorize",
            "token_endpoint": f"{self.host}/token",
            "jwks_uri": f"{self.host}/jwks",
            "end_session_endpoint": f"{self.host}/end_session",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def jwks(self) -> dict[str, Any]:
        return {"keys": [self._key.as_dict(private=False, use="sig", alg="RS256")]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent after the account's owner has decided."""
        back = {"state": asked["state"]}
        if self.denies or self.who is None or asked["client_id"] != CLIENT_ID:
            back |= {"error": "access_denied", "error_description": "ditolak"}
        else:
            assert asked["code_challenge_method"] == "S256"
            code = secrets.token_urlsafe(16)
            self._grants[code] = _Grant(
                self.who, asked["nonce"], asked["code_challenge"], asked["redirect_uri"]
            )
            back["code"] = code
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def token(self, asked: dict[str, str], credentials: tuple[str, str]) -> dict[str, Any] | None:
        """The tokens for a code; None for whoever may not have them."""
        grant = self._grants.pop(asked.get("code", ""), None)
        digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_client = credentials == (CLIENT_ID, CLIENT_SECRET)
        if grant is None or not is_client or challenge != grant.challenge:
            return None
        if asked.get("redirect_uri") != grant.redirect_uri:
            return None
        claims = grant.who.claims(self.host, CLIENT_ID, grant.nonce)
        return {
            "access_token": secrets.token_urlsafe(16),
            "token_type": "Bearer",
            "expires_in": 3600,
            "id_token": jwt.encode({"alg": "RS256", "kid": "uji"}, claims, self._key),
        }


class _Handler(BaseHTTPRequestHandler):
    provider: OidcProvider
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.provider.visits.append(parts.path)
        if parts.path == "/.well-known/openid-configuration":
            self._json(self.provider.discovery())
        elif parts.path == "/jwks":
            self._json(self.provider.jwks())
        elif parts.path == "/authorize":
            self._redirect(self.provider.authorize(asked))
        elif parts.path == "/end_session":
            self._redirect(asked["post_logout_redirect_uri"])
        else:
            self._json({"error": "not_found"}, 404)

    def do_POST(self) -> None:
        self.provider.visits.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = {name: values[0] for name, values in parse_qs(body).items()}
        told = self.provider.token(asked, self._credentials(asked))
        self._json(told or {"error": "invalid_grant"}, 200 if told else 400)

    def _credentials(self, asked: dict[str, str]) -> tuple[str, str]:
        kind, _, coded = self.headers.get("Authorization", "").partition(" ")
        if kind == "Basic":
            name, _, secret = base64.b64decode(coded).decode().partition(":")
            return name, secret
        return asked.get("client_id", ""), asked.get("client_secret", "")

    def _json(self, told: dict[str, Any], status: int = 200) -> None:
        content = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing: the test's output is its own."""
