"""Addresses of the server that are no page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from pages import ENTRIES


async def health(_request: Request) -> JSONResponse:
    """Whether the server answers; says nothing about the data."""
    return JSONResponse({"status": "sehat"})


async def default_page(request: Request) -> RedirectResponse:
    """Streamlit keeps the default page at the bare address only; its own slug leads there."""
    return RedirectResponse(f"./?{request.url.query}")


ROUTES = (Route("/sehat", health), Route(f"/{ENTRIES[0].slug}", default_page))
