"""After the sign-in, back to the page that was asked for: Streamlit itself leads to the first page.

On the way to the provider a cookie keeps the page's address, which is read from the referrer; only
a page of ours and its query are ever taken from it. It is gone once it was used.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import Message, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages import ENTRIES
from pages._frame.sign_in import FAILED, YES

COOKIE = "zi_tujuan"
KEPT_SECONDS = 600
LONGEST_QUERY = 2000
STEPS = LOGIN, CALLBACK = ("auth", "login"), ("oauth2callback",)
_SLUGS = {entry.slug for entry in ENTRIES[1:]}


def followed(scope: Scope, where: tuple[str, ...], send: Send) -> Send:
    """The answer of the two steps of a sign-in, with the wanted page kept, or gone back to."""
    request = Request(scope)

    async def with_way(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if where == LOGIN:
                _keep(headers, _wanted(request.headers.get("referer", "")))
            elif "state" in request.query_params:
                _go(headers, _wanted(unquote(request.cookies.get(COOKIE, ""))))
        await send(message)

    return with_way


def _wanted(address: str) -> tuple[str, list[tuple[str, str]]]:
    """Slug and query of a page of ours; of anything else the first page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", []
    slug = parts.path.rstrip("/").rpartition("/")[2]
    query = parse_qsl(parts.query) if len(parts.query) <= LONGEST_QUERY else []
    return slug if slug in _SLUGS else "", [each for each in query if each[0] != FAILED]


def _written(slug: str, query: list[tuple[str, str]]) -> str:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    asked = f"?{urlencode(query)}" if query else ""
    return f"/{base}/{slug}{asked}" if base else f"/{slug}{asked}"


def _keep(headers: MutableHeaders, wanted: tuple[str, list[tuple[str, str]]]) -> None:
    headers.append("set-cookie", _cookie(quote(_written(*wanted), safe=""), KEPT_SECONDS))


def _cookie(value: str, seconds: int) -> str:
    return f"{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"


def _go(headers: MutableHeaders, wanted: tuple[str, list[tuple[str, str]]]) -> None:
    """Back to the page; after a sign-in that came to nothing, with the word that says so."""
    slug, query = wanted
    is_done = any(_signs_in(each) for each in headers.getlist("set-cookie"))
    headers["location"] = _written(slug, query if is_done else [*query, (FAILED, YES)])
    headers.append("set-cookie", _cookie("", 0))


def _signs_in(cookie: str) -> bool:
    name, _, rest = cookie.partition("=")
    return name == USER_COOKIE_NAME and rest.partition(";")[0].strip('"') != ""
