"""What every answer tells the browser to refuse: foreign code, frames, and handing on the address.

Text from cells is escaped wherever it is drawn; this is the second lock behind that one.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

CONTENT = {
    "default-src": "'none'",
    "script-src": "'self' blob:",  # Streamlit hands a component's own script over as a blob
    "style-src": "'self' 'unsafe-inline'",  # Streamlit and Plotly write styles as they draw
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""Where a page may take what from; the script that Streamlit's page itself holds is added."""

_NEEDED_BY_NOBODY = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation"),
    *("gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
    *("publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking"),
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # the address says what somebody looks at
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEEDED_BY_NOBODY),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@lru_cache(maxsize=1)
def content_policy() -> str:
    """The Content-Security-Policy of every answer.

    The one script inside Streamlit's page is named by its digest, so that no other one runs.
    """
    own = " ".join(map(_digest, _INLINE_SCRIPT.findall(_SHELL.read_text("utf-8"))))
    allowed = CONTENT | {"script-src": f"{CONTENT['script-src']} {own}".strip()}
    return "; ".join(f"{what} {where}" for what, where in allowed.items())


def _digest(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class SafeHeaders:
    """Adds the headers to every answer.

    Downloads are kept by nobody on the way, and cookies go over TLS only once they came so.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_encrypted = scope.get("scheme") in {"https", "wss"}

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS | {"Content-Security-Policy": content_policy()})
                if "content-disposition" in headers:
                    headers["Cache-Control"] = "no-store"
                if is_encrypted:
                    message["headers"] = [*map(_over_tls_only, message["headers"])]
            await send(message)

        await self.app(scope, receive, with_headers)


def _over_tls_only(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """A cookie with its flag `Secure`; any other header as it is."""
    name, value = header
    flags = {part.strip().lower() for part in value.split(b";")[1:]}
    is_lacking = name.lower() == b"set-cookie" and b"secure" not in flags
    return name, value + b"; Secure" if is_lacking else value


SAFE_HEADERS = Middleware(SafeHeaders)
