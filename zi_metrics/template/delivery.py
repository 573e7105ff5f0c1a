"""The template put where it was asked for: a new file, or an empty Google Sheet."""

from __future__ import annotations

import os
from collections.abc import Sequence
from errno import errorcode
from functools import partial
from pathlib import Path

from zi_metrics.errors import ReaderError
from zi_metrics.labels import template as text
from zi_metrics.sources.files import replace_file
from zi_metrics.sources.google_sheet import SheetAccess
from zi_metrics.sources.google_write import fill_empty_sheet
from zi_metrics.template.layout import TabPlan
from zi_metrics.template.requests import fill_requests
from zi_metrics.template.workbook import xlsx


def to_file(tabs: Sequence[TabPlan], path: Path, *, may_replace: bool = False) -> None:
    """Write the .xlsx file, whole or not at all.

    Raises ReaderError when there is no name or it does not end in .xlsx, when there is such a file
    or a link of that name (unless may_replace), or when the folder does not take it.
    """
    if not path.name:
        raise ReaderError(**text.NO_FILE_NAME)
    if path.suffix.lower() != ".xlsx":
        raise ReaderError(**text.not_xlsx(str(path)))
    content = xlsx(tabs)
    try:
        if os.path.lexists(path) and not may_replace:  # a link that leads nowhere, too
            raise ReaderError(**text.file_exists(str(path)))
        replace_file(path, content)
    except (OSError, ValueError) as cause:  # ValueError: no name of a file at all
        number = cause.errno if isinstance(cause, OSError) else None
        code = errorcode.get(number or 0, "")
        raise ReaderError(**text.file_not_written(str(path), code)) from cause


def to_sheet(tabs: Sequence[TabPlan], access: SheetAccess) -> None:
    """Fill an empty Google Sheet; raises what `fill_empty_sheet` raises."""
    fill_empty_sheet(access, partial(fill_requests, tabs))
