"""The key file of a service account, the reader's or the template's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zi_metrics.errors import SheetNotConfigured
from zi_metrics.labels import sheet_messages as text


def read_key_file(path: Path) -> Mapping[str, Any]:
    """The key of a service account as Google hands it out; raises SheetNotConfigured.

    Only its shape is looked at here, and nothing of it is ever repeated.
    """
    try:
        key = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        # without its cause: that may quote the key
        raise SheetNotConfigured(**text.credentials_unreadable(str(path))) from None
    if not isinstance(key, dict):
        raise SheetNotConfigured(**text.credentials_unreadable(str(path)))
    return key
