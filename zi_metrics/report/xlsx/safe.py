"""Text and links of a sheet as cells may hold them: no formula, no markup, no surprise."""

from __future__ import annotations

import re

from zi_metrics.labels.xlsx import CUT
from zi_metrics.report import plain
from zi_metrics.tables.links import web_addresses

LONGEST_TEXT = 32_767
"""UTF-16 units a cell holds."""
LONGEST_ADDRESS = 2_079
"""Characters of a link that Excel opens."""
_SAFE_ADDRESS = re.compile(
    r"https?://[a-z0-9.-]+(?::\d{1,5})?(?:[/?#](?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9a-f]{2})*)?",
    re.IGNORECASE | re.ASCII,
)


def cell_text(written: str) -> str:
    """A text as it stands in a cell, line by line, not longer than a cell holds."""
    shown = written if _is_plain(written) else plain.plain(written, keeps_lines=True)
    if _units(shown) > LONGEST_TEXT:
        room = (LONGEST_TEXT - len(CUT)) * 2
        shown = shown.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT
    # xlsxwriter takes such a text for markup of its own
    return f"{shown} " if shown.startswith("<r>") and shown.endswith("</r>") else shown


def _is_plain(written: str) -> bool:
    """Whether `plain` would leave it as it is, found out faster."""
    return written.isprintable() and "  " not in written and written == written.strip()


def is_formula_like(shown: str) -> bool:
    """Whether a spreadsheet would compute it once somebody has edited the cell."""
    return not shown[:1].isalnum() and plain.is_formula_like(shown)


def address_in(written: str | None) -> str | None:
    """The first address of a cell's text that every spreadsheet opens without complaint."""
    for address in web_addresses(written):
        if len(address) <= LONGEST_ADDRESS and _SAFE_ADDRESS.fullmatch(address):
            return address
    return None


def _units(shown: str) -> int:
    if len(shown) * 2 <= LONGEST_TEXT or shown.isascii():
        return len(shown)
    return len(shown.encode("utf-16-le")) // 2
