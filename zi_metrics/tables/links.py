"""Links to documents: what a cell leads to, and whether that is an address at all."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from zi_metrics.matching import folded

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;|](?=https?://)", re.IGNORECASE)
_AFTER = frozenset(".,;:!?'”’»")  # of the sentence around an address
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
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
    """The http and https addresses in a cell's text, in their order; urlsplit reads every one."""
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
    """An address without the marks of the sentence it stands in; brackets of its own stay."""
    unopened = {
        closing: address.count(closing) - address.count(opening) for opening, closing in _BRACKETS
    }
    end = len(address)
    while (mark := address[end - 1]) in _AFTER or unopened.get(mark, 0) > 0:
        if mark in unopened:
            unopened[mark] -= 1
        end -= 1
    return address[:end]


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
