"""Links to documents: what a cell leads to, and whether that is an address at all."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

import pandas as pd

from zi_metrics.matching import folded

_WEB = re.compile(r"https?://(?:(?![,;|]https?://)[^\s<>\"])+", re.IGNORECASE)
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
    found = [] if written is None else map(_trimmed, _WEB.findall(written))
    return list(dict.fromkeys(address for address in found if _has_host(address)))


def link_state(written: str | None) -> LinkState:
    """What a cell's text leads to."""
    if written is None or folded(written) in _NOTHING or not re.search(r"\w", written):
        return LinkState.ABSENT
    if web_addresses(written):
        return LinkState.PRESENT
    is_address = _LOCAL.match(written) or _SCHEME.match(written)
    return LinkState.REFUSED if is_address else LinkState.UNREADABLE


def link_states(written: pd.Series) -> pd.Series:
    """`link_state` of every cell of a column."""
    states = [str(link_state(None if cell != cell else cell)) for cell in written.tolist()]
    return pd.Series(states, index=written.index, dtype="str")


def _trimmed(address: str) -> str:
    """An address without the marks of the sentence it stands in."""
    return address.rstrip(_AFTER if "(" in address else _AFTER + ")")


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
