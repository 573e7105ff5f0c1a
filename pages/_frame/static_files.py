"""The files that the server hands out as they are: Streamlit's program and our own.

They never change while it runs, so each is read and compressed once, and kept in memory: a disk
that may not be written to is no hindrance.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType

import brotli
import streamlit

_SHELL = Path(streamlit.__file__).parent / "static"
_OURS = Path(__file__).with_name("static")
_FOLDERS = {"/static": _SHELL / "static", "/app/static": _OURS}
_SMALLER_COMPRESSED = {".css", ".js", ".json", ".svg", ".txt"}
_BROTLI_QUALITY, _GZIP_LEVEL = 9, 6
"""The last steps of brotli take ten times as long and save a twelfth."""

COMPRESS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "br": lambda content: brotli.compress(content, quality=_BROTLI_QUALITY),
        "gzip": lambda content: gzip.compress(content, _GZIP_LEVEL, mtime=0),
    }
)
"""By the name of the encoding, the best first."""
_one_at_a_time = Lock()
BEST = "br"
"""Which all browsers take that the dashboard is made for."""


@dataclass(frozen=True)
class StaticFile:
    """A file; is_named_by_content: whether its address alone says which content it has."""

    path: Path
    is_named_by_content: bool

    @property
    def content_type(self) -> str:
        """As the browser is told."""
        return mimetypes.guess_type(self.path.name)[0] or "application/octet-stream"

    @property
    def digest(self) -> str:
        """Of its content."""
        return _digest(self.path)

    def compressed(self, encoding: str) -> bytes:
        """Its content in an encoding of `COMPRESS`; takes a tenth of a second at the first time."""
        with _one_at_a_time:  # or many first visitors would have the same files compressed
            return _compressed(self.path, encoding)


def address_of(name: str) -> str:
    """A file of ours with its version, so that the browser may keep it for good."""
    return f"{name}?v={_digest(_OURS / name)}"


@lru_cache(maxsize=1)
def static_files() -> Mapping[str, StaticFile]:
    """All that are worth compressing, by their address."""
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": StaticFile(path, folder != _OURS)
        for prefix, folder in _FOLDERS.items()
        for path in folder.rglob("*")
        if path.suffix in _SMALLER_COMPRESSED and path.is_file()
    }


def asked_by_everybody() -> Iterator[StaticFile]:
    """What every first visit asks for: what Streamlit's page names, and the scripts of ours."""
    named = re.findall(r'"\.(/static/[^"]+)"', (_SHELL / "index.html").read_text("utf-8"))
    ours = (address for address in static_files() if address.startswith("/app/"))
    wanted = (static_files().get(address) for address in [*ours, *named])
    yield from (file for file in wanted if file is not None)


@cache
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


@cache
def _compressed(path: Path, encoding: str) -> bytes:
    return COMPRESS[encoding](path.read_bytes())
