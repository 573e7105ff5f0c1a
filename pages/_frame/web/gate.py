"""What the server hands out besides runs of a page, once sign-in is on: files, uploads, metrics.

A run asks for itself who looks (`pages/_frame/access.py`); these answers know only the cookie that
Streamlit signs at the sign-in. Whatever is not named as open here is closed to whoever has none,
an address that leads nowhere too; of Streamlit's core to visitors as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages import ENTRIES
from pages._frame import access
from pages._frame.web import way_back
from pages._frame.web.routes import HEALTH, READY
from zi_metrics.access import Role, Viewer
from zi_metrics.errors import AccessRefused
from zi_metrics.labels import access as text

LOGOUT = ("auth", "logout")
FILES, CORE = "media", "_stcore"
PAGES = frozenset({(), *((entry.slug,) for entry in ENTRIES)})
"""Of each the same empty shell; what fills it comes over a connection, which asks for itself."""
OPEN = frozenset(
    {
        *PAGES,
        *way_back.STEPS,
        LOGOUT,
        *((path.strip("/"),) for path in (HEALTH, READY)),
        *((name,) for name in ("favicon.png", "manifest.json")),
    }
)
OPEN_FOLDERS = (("static",), ("app", "static"))
"""Streamlit's program and our files."""
OPEN_OF_CORE = frozenset({(CORE, "health"), (CORE, "host-config")})
"""Whether the server is ready, and how its own page may be embedded; asked below a page too."""
FOR_ANYBODY_SIGNED_IN = "bidi-components"
IN_ANOTHER_FORM = frozenset({b"range", b"accept-encoding"})
"""What would have a file handed out in part or compressed, so that it could not be told."""
ICON_DIGEST = hashlib.sha256(
    (Path(__file__).parents[1] / "static" / "icon.png").read_bytes()
).digest()
"""The icon of the tab, which Streamlit hands out as if it were a file of ours."""


class Gate:
    """Refuses what needs a sign-in to whoever has none; passes everything on while that is off."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        where = _segments(scope) if scope["type"] == "http" else ()
        if where == LOGOUT:
            access.end(claims_of(Request(scope)))
        if where[:1] == (FILES,):
            await _Checked(self.app, send).hand_out(scope, receive)
        elif _may_ask(where, scope):
            if where in way_back.STEPS and not _is_off():
                send = way_back.followed(scope, where, send)
            await self.app(scope, receive, send)
        else:
            await _refusal(text.REFUSED_ADDRESS)(scope, receive, send)


class _Checked:
    """One answer that holds a file: kept back until it is known whom it was made for."""

    def __init__(self, app: ASGIApp, send: Send) -> None:
        self.app, self.send = app, send
        self.start: Message | None = None
        self.content = bytearray()

    async def hand_out(self, scope: Scope, receive: Receive) -> None:
        if _is_off():
            await self.app(scope, receive, self.send)
            return
        headers = [each for each in scope["headers"] if each[0].lower() not in IN_ANOTHER_FORM]
        await self.app({**scope, "headers": headers}, receive, self._keep)
        if self.start is None or not _may_have(scope, bytes(self.content)):
            await _refusal(text.REFUSED_FILE)(scope, receive, self.send)
            return
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": bytes(self.content)})

    async def _keep(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.content += message.get("body", b"")


def _segments(scope: Scope) -> tuple[str, ...]:
    """The parts of the path below the base address, however many slashes part them."""
    parts = [part for part in str(scope["path"]).split("/") if part]
    base = [part for part in str(st.get_option("server.baseUrlPath") or "").split("/") if part]
    below = parts[len(base) :] if base and parts[: len(base)] == base else parts
    return tuple(below)


def _may_ask(where: tuple[str, ...], scope: Scope) -> bool:
    """Whether an address is open to everybody, or to who asks."""
    if _is_open(where) or _is_off():
        return True
    viewer = _viewer(scope)
    is_enough = where[0] != CORE or where[1:2] == (FOR_ANYBODY_SIGNED_IN,)
    return viewer is not None and (is_enough or viewer.role is Role.INTERNAL)


def _is_open(where: tuple[str, ...]) -> bool:
    """Whether it is named as open: an address, a folder of files, or what each page asks for."""
    is_file = any(where[: len(folder)] == folder for folder in OPEN_FOLDERS)
    return where in OPEN or is_file or (where[-2:] in OPEN_OF_CORE and where[:-2] in PAGES)


def _may_have(scope: Scope, content: bytes) -> bool:
    viewer = _viewer(scope)
    if hashlib.sha256(content).digest() == ICON_DIGEST:
        return True
    return viewer is not None and access.may_have(content, viewer)


def _is_off() -> bool:
    try:
        return access.current_rules() is None
    except AccessRefused:
        return False


def _viewer(scope: Scope) -> Viewer | None:
    try:
        return access.admitted_now(claims_of(Request(scope)))
    except AccessRefused:
        return None


def claims_of(request: Request) -> Mapping[str, Any]:
    """What the provider said of whoever signed in with this browser; nothing without a cookie.

    As Streamlit reads it when a page connects.
    """

    def one(name: str) -> bytes | None:
        signed = request.cookies.get(name, "").encode("latin-1", "replace")
        return decode_signed_value(get_cookie_secret(), name, signed) if signed else None

    try:
        told = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return {}
    is_ours = isinstance(told, dict) and told.get("origin") == get_origin_from_redirect_uri()
    return told if is_ours else {}


def _refusal(sentence: str) -> PlainTextResponse:
    return PlainTextResponse(sentence, status_code=403, headers={"Cache-Control": "no-store"})


GATE = Middleware(Gate)
