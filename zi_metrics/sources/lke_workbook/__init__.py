"""An existing worksheet (LKE) as units fill it in Excel: found, read, and matched to the list."""

from zi_metrics.sources.lke_workbook.model import (
    Document,
    LkeWorkbook,
    ReadQuestion,
    ReadResult,
    Unmatched,
)
from zi_metrics.sources.lke_workbook.read import read_lke, read_lke_grid

__all__ = [
    "Document",
    "LkeWorkbook",
    "ReadQuestion",
    "ReadResult",
    "Unmatched",
    "read_lke",
    "read_lke_grid",
]
