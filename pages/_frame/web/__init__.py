"""What the server answers besides pages, and what every answer goes through."""

from __future__ import annotations

from starlette.middleware import Middleware

from pages._frame.web.routes import ROUTES

MIDDLEWARE: tuple[Middleware, ...] = ()
"""Outermost first."""

__all__ = ["MIDDLEWARE", "ROUTES"]
