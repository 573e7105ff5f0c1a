"""How many uploaded files the server holds for viewers: Streamlit limits the size of each only."""

from __future__ import annotations

import re
from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime

from zi_metrics.labels.lke_upload import TOO_MANY

if TYPE_CHECKING:
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

MOST_OF_A_VIEWER = 3
"""The page holds one; a replaced one may be gone a moment later."""
MOST_IN_ALL = 20
_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")


class UploadLimits:
    """Refuses a file of a viewer who has left too many, or when all together have."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._under_way: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = _session_of_upload(scope)
        if session is None:
            await self.app(scope, receive, send)
        elif self._is_full(session):
            refusal = PlainTextResponse(TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS)
            await refusal(scope, receive, send)
        else:
            self._under_way[session] += 1
            try:
                await self.app(scope, receive, send)
            finally:
                self._under_way -= Counter([session])

    def _is_full(self, session: str) -> bool:
        kept = _kept()
        own = kept[session] + self._under_way[session]
        in_all = kept.total() + self._under_way.total()
        return own >= MOST_OF_A_VIEWER or in_all >= MOST_IN_ALL


def _session_of_upload(scope: Scope) -> str | None:
    if scope["type"] != "http" or scope["method"] != "PUT":
        return None
    found = _UPLOAD.search(scope["path"])
    return found[1] if found else None


def _kept() -> Counter[str]:
    """Number of files that are held, by session."""
    manager = Runtime.instance().uploaded_file_mgr
    held = cast("MemoryUploadedFileManager", manager).file_storage  # st.App makes no other
    return Counter({session: len(files) for session, files in [*held.items()]})


UPLOAD_LIMITS = Middleware(UploadLimits)
