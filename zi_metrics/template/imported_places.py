"""Which question a row that could not be matched probably is: the one that its neighbours miss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from zi_metrics.lke import Catalogue
from zi_metrics.sources.lke_workbook import LkeWorkbook

_ROW = re.compile(r"\d+$")


def likely_codes(book: LkeWorkbook, catalogue: Catalogue) -> Mapping[str, str]:
    """Codes by the cell of the row; only where rows and missing questions come out even."""
    missing = set(book.missing)
    likely: dict[str, str] = {}
    for codes, first, last in _gaps(list(catalogue.questions), book):
        if not missing.issuperset(codes):
            continue
        between = [each.cell for each in book.unmatched if first < _row(each.cell) < last]
        if len(between) == len(codes):
            likely.update(zip(sorted(between, key=_row), codes, strict=True))
    return likely


def _gaps(codes: Sequence[str], book: LkeWorkbook) -> Iterator[tuple[Sequence[str], float, float]]:
    """Runs of questions that were not found, and the rows of the ones before and after."""
    run: list[str] = []
    before = 0.0
    for code in codes:
        read = book.questions.get(code)
        if read is None:
            run.append(code)
            continue
        here = _row(read.cell)
        if run:
            yield run, before, here
            run = []
        before = here
    if run:
        yield run, before, float("inf")


def _row(cell: str) -> float:
    found = _ROW.search(cell)
    return float(found[0]) if found else 0.0
