"""The address of an object store, and what of it may be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

_URI = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters: no drive of Windows


@dataclass(frozen=True)
class StoreUri:
    """A URI such as `s3://bucket/prefix?region=...`; it may hold secrets, its text never does."""

    uri: str = field(repr=False)

    def __str__(self) -> str:
        """Scheme, bucket and prefix; whatever may be a secret or an option is left out."""
        scheme, _, rest = self.uri.partition("://")
        place = re.split(r"[?#]", rest.rpartition("@")[2])[0]
        return f"{scheme.lower()}://{place.rstrip('/')}"


StoreRoot = Path | StoreUri
"""Where a store of snapshots is: a folder, or an object store."""


def store_root(told: str) -> StoreRoot:
    """What the setting names; `file://` is a folder too."""
    if not _URI.match(told):
        return Path(told).expanduser()
    if told.lower().startswith("file:///"):
        return Path(unquote(urlsplit(told).path))
    return StoreUri(told)


def shown(told: str) -> str:
    """What somebody wrote, without the secrets that an address may hold."""
    return str(StoreUri(told)) if _URI.match(told) else told
