"""The language that a page of Streamlit says it is in: ours, so that it is read aloud as such."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WRITTEN, OURS = b'<html lang="en">', b'<html lang="id">'
"""As many bytes, so that length and digest of the answer stay as they were told."""


class Indonesian:
    """Writes the language into every page on its way out.

    Nothing within may compress: Streamlit would compress a page at any address but the first.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_page = False
        scope = {**scope, "headers": [*scope["headers"]]}
        del MutableHeaders(scope=scope)["accept-encoding"]

        async def in_our_language(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                is_page = Headers(scope=message).get("content-type", "").startswith("text/html")
            elif is_page and message["type"] == "http.response.body":
                message = {**message, "body": message.get("body", b"").replace(WRITTEN, OURS, 1)}
                is_page = False  # it stands in the first part, or nowhere
            await send(message)

        await self.app(scope, receive, in_our_language)


OUR_LANGUAGE = Middleware(Indonesian)
"""Within what compresses answers: it reads them."""
