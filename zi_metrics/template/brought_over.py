"""Values of another workbook as a cell of ours holds them, and as our reader will read them there.

What is scored and what is written are the same: both come from here.
"""

from __future__ import annotations

import re

from zi_metrics.tables.coerce import read_cells
from zi_metrics.tables.spec import Kind

LONGEST_TEXT = 32_767
"""Characters that a cell holds."""
_DIGITS = ".16g"
"""As many digits of a number as openpyxl writes."""
_LINE_END = re.compile("\r\n?")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9a-f]{4}_)", re.IGNORECASE)


def as_read(written: str | None) -> str | None:
    """A text without what no cell can hold, as our reader reads it; None where nothing is left."""
    if written is None:
        return None
    bare = _NO_TEXT.sub("", _LINE_END.sub("\n", written))[:LONGEST_TEXT]
    (read,), _ = read_cells([bare], Kind.TEXT)
    return None if read is None else str(read)


def number_as_read(number: float | None) -> float | None:
    """A number with as many digits as the file keeps."""
    return None if number is None else float(format(number, _DIGITS))


def as_cell(text: str | None) -> str | None:
    """A text of `as_read` as it has to stand in the file: Excel reads `_x0041_` as a letter A."""
    return None if text is None else _ESCAPE.sub("_x005F_", text)[:LONGEST_TEXT]
