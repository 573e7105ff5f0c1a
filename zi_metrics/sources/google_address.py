"""Which Google Sheet an address names, and which other server may stand in for Google's."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from gspread.exceptions import NoValidUrlKeyFound
from gspread.utils import extract_id_from_url

from zi_metrics.errors import SheetNotConfigured
from zi_metrics.labels import sheet_messages

_BARE_ID = re.compile(r"[A-Za-z0-9_-]{25,}")
_OTHER_ACCOUNT = re.compile(r"/u/\d+/")  # of somebody with several Google accounts


def spreadsheet_id(address: str) -> str:
    """The identifier in the address of a Google Sheet; raises SheetNotConfigured without one."""
    if _BARE_ID.fullmatch(address.strip()):
        return address.strip()
    try:
        return str(extract_id_from_url(_OTHER_ACCOUNT.sub("/", address)))
    except NoValidUrlKeyFound as cause:
        raise SheetNotConfigured(**sheet_messages.address_wrong(address)) from cause


def loopback(host: str) -> str:
    """The address of an emulator on this very machine; raises SheetNotConfigured for another."""
    try:
        parts = urlsplit(host)
        is_here = parts.hostname == "localhost" or ip_address(parts.hostname or "").is_loopback
        is_bare = parts.port is not None and parts.username is None and parts.path in {"", "/"}
        is_accepted = parts.scheme == "http" and is_here and is_bare
    except ValueError:
        is_accepted = False
    if not is_accepted:
        raise SheetNotConfigured(**sheet_messages.emulator_refused(host))
    return host.rstrip("/")
