"""Links to documents: what a cell leads to, and whether that is an address at all."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from zi_metrics.matching import folded

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;|](?=https?://)", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"https?://[\w.-]+(?:[:/?#]|$)", re.IGNORECASE | re.ASCII)
_AFTER = ".,;:!?'"  # of the sentence around an address
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?=\S)", re.IGNORECASE)
_NOTHING = frozenset({"belum", "belum ada", "tidak ada", "n/a"})
_LOCAL = re.compile(r"[a-z]:[\\/]|\\\\|file:|/(?:home|users|mnt|media)/", re.IGNORECASE)


class LinkState(StrEnum):
    """What can be said of the link of an item; it never changes a figure."""

    PRESENT = "ada"
    """At least one web address."""
    ABSENT = "tanpa tautan"
    UNREADABLE = "tidak terbaca"
    """Some words, but no address behind them."""
    REFUSED = "ditolak"
    """An address that no browser may open: a local path, `javascript:`, `file:` ..."""


def web_addresses(written: str | None) -> list[str]:
    """The http and https addresses in a cell's text, in their order."""
    if written is None or "://" not in written:
        return []
    found = [each for run in _WEB.findall(written) for each in _BETWEEN.split(run)]
    return list(dict.fromkeys(filter(_has_host, map(_trimmed, found))))


def link_state(written: str | None) -> LinkState:
    """What a cell's text leads to."""
    if written is None:
        return LinkState.ABSENT
    if web_addresses(written):
        return LinkState.PRESENT
    if folded(written) in _NOTHING or not re.search(r"\w", written):
        return LinkState.ABSENT
    is_address = _LOCAL.match(written) or _SCHEME.match(written)
    return LinkState.REFUSED if is_address else LinkState.UNREADABLE


def _trimmed(address: str) -> str:
    """An address without the marks of the sentence it stands in."""
    return address.rstrip(_AFTER if "(" in address else _AFTER + ")")


def _has_host(address: str) -> bool:
    if _PLAIN_HOST.match(address):
        return True
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
