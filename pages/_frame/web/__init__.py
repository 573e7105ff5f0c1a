"""What the server answers besides pages, and what every answer goes through."""

from __future__ import annotations

from starlette.middleware import Middleware

from pages._frame.web.compressed import COMPRESSED
from pages._frame.web.gate import GATE
from pages._frame.web.headers import SAFE_HEADERS
from pages._frame.web.language import OUR_LANGUAGE
from pages._frame.web.routes import ROUTES
from pages._frame.web.uploads import UPLOAD_LIMITS

MIDDLEWARE: tuple[Middleware, ...] = (SAFE_HEADERS, COMPRESSED, OUR_LANGUAGE, GATE, UPLOAD_LIMITS)
"""Outermost first."""

__all__ = ["MIDDLEWARE", "ROUTES"]
