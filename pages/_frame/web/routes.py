"""Addresses of the server that are no page."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from pages import ENTRIES
from pages._frame.web.readiness import readiness

HEALTH, READY = "/sehat", "/siap"
"""Open to everybody, signed in or not: they say nothing of the data."""
_NEVER_KEPT = {"Cache-Control": "no-store"}


async def health(_request: Request) -> JSONResponse:
    """Whether the server answers; says nothing about the data."""
    return JSONResponse({"status": "sehat"}, headers=_NEVER_KEPT)


def ready(_request: Request) -> JSONResponse:
    """Whether there is data to show: 200 or 503. Not async: it may look into a store."""
    found = readiness(datetime.now(UTC))
    return JSONResponse(
        {"status": "siap" if found.is_ready else "belum_siap", "sumber": found.kind, **found.sheet},
        status_code=200 if found.is_ready else 503,
        headers=_NEVER_KEPT,
    )


async def default_page(request: Request) -> RedirectResponse:
    """Streamlit keeps the default page at the bare address only; its own slug leads there."""
    return RedirectResponse(f"./?{request.url.query}")


ROUTES = (
    Route(HEALTH, health),
    Route(READY, ready),
    Route(f"/{ENTRIES[0].slug}", default_page),
)
