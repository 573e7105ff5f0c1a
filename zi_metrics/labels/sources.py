"""Names of the sources and the badge of the sample."""

from __future__ import annotations

SAMPLE_BADGE = "Data contoh"
_NAMES = {"contoh": SAMPLE_BADGE, "situs": "Daftar di situs unit", "sheet": "Google Sheet"}


def source_name(source: str) -> str:
    """A source as people call it."""
    return _NAMES.get(source, source)
