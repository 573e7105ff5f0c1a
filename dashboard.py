"""The front door: `streamlit run dashboard.py`.

Warm-up before the first visitor, a health route, and the last resort for our own bugs. The frame
around every page is `pages/_frame/main.py`.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from pages import ENTRIES
from pages._frame import notices, warm_up

log = logging.getLogger("zi")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Import what the pages need before anybody waits for it."""
    warm_up.import_pages()
    yield


async def health(_request: Request) -> JSONResponse:
    """Whether the server answers; says nothing about the data."""
    return JSONResponse({"status": "sehat"})


async def default_page(request: Request) -> RedirectResponse:
    """Streamlit keeps the default page at the bare address only; its own slug leads there."""
    return RedirectResponse(f"./?{request.url.query}")


def on_script_error(error: Exception) -> bool:
    """Log our bug with its traceback and show the viewer a sentence instead of it."""
    moment = datetime.now(UTC)
    log.error("page failed", exc_info=error)
    notices.unexpected(moment)
    return True


app = st.App(
    "pages/_frame/main.py",
    lifespan=lifespan,
    routes=[Route("/sehat", health), Route(f"/{ENTRIES[0].slug}", default_page)],
    on_script_error=on_script_error,
)
