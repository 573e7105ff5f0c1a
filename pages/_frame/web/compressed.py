"""Static files of the program leave compressed, which Streamlit leaves to others.

Everything else passes untouched: pages, downloads, the websocket, parts of files, and browsers that
know no compression.
"""

from __future__ import annotations

from anyio import to_thread
from starlette.datastructures import Headers, QueryParams
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from pages._frame.static_files import COMPRESS, StaticFile, static_files

FOR_GOOD, ASK_AGAIN = "public, immutable, max-age=31536000", "no-cache"


class Compressed:
    """Answers for static files in the best encoding that the browser takes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = _asked(scope)
        encoding = _best(Headers(scope=scope).get("accept-encoding", "")) if file else None
        if file is None or encoding is None:
            await self.app(scope, receive, send)
            return
        answer = await _answer(file, encoding, scope)
        await answer(scope, receive, send)


def _asked(scope: Scope) -> StaticFile | None:
    """The file that is asked for, as a whole."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return None
    if "range" in Headers(scope=scope):
        return None
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return static_files().get(scope["path"].removeprefix(f"/{base}" if base else ""))


def _best(accepted: str) -> str | None:
    """The first encoding of ours that a browser takes; None for none of them."""
    taken = {}
    for part in accepted.lower().split(","):
        name, _, parameters = part.partition(";")
        weight = parameters.replace(" ", "").removeprefix("q=")
        taken[name.strip()] = weight.strip("0.") != "" if parameters else True
    return next((name for name in COMPRESS if taken.get(name)), None)


async def _answer(file: StaticFile, encoding: str, scope: Scope) -> Response:
    is_for_good = file.is_named_by_content or _names_version(scope, file)
    etag = f'"{file.digest}-{encoding}"'
    headers = {
        "Cache-Control": FOR_GOOD if is_for_good else ASK_AGAIN,
        "ETag": etag,
        "Vary": "Accept-Encoding",
    }
    known = Headers(scope=scope).get("if-none-match", "")
    if etag in {each.strip().removeprefix("W/") for each in known.split(",")}:
        return Response(status_code=304, headers=headers)
    content = await to_thread.run_sync(file.compressed, encoding)
    headers |= {"Content-Encoding": encoding, "X-Content-Type-Options": "nosniff"}
    return Response(content, headers=headers, media_type=file.content_type)


def _names_version(scope: Scope, file: StaticFile) -> bool:
    return QueryParams(scope["query_string"]).get("v") == file.digest


COMPRESSED = Middleware(Compressed)
