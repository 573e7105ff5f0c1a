"""The front door: `streamlit run dashboard.py`.

Warm-up before the first visitor, a health route, and the last resort for our own bugs. The frame
around every page is `pages/_frame/main.py`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import streamlit as st

from pages._frame import access, logs, notices, warm_up, web
from zi_metrics.settings import LOG_VARIABLE

logs.begin(os.environ.get(LOG_VARIABLE))
log = logging.getLogger("zi")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Before anybody waits: import what the pages need, begin to follow the sheet, draw ahead."""
    try:
        warm_up.import_pages()
        warm_up.follow_sheet()
        warm_up.draw_ahead()
    except Exception:
        log.exception("start failed")
        raise
    yield
    log.info("stopped")


def on_script_error(error: Exception) -> bool:
    """Log our bug with its traceback and show the viewer a sentence instead of it."""
    if access.is_refusal(error):
        return True
    moment = datetime.now(UTC)
    log.error("page failed", exc_info=error)
    notices.unexpected(moment)
    return True


app = st.App(
    "pages/_frame/main.py",
    lifespan=lifespan,
    routes=web.ROUTES,
    middleware=web.MIDDLEWARE,
    on_script_error=on_script_error,
)
