"""What became of an LKE workbook, as plain text for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_metrics.labels import lke_import as text
from zi_metrics.labels.problems import quote
from zi_metrics.template.imported import Imported
from zi_metrics.template.lke_compared.report_words import (
    about_comparison,
    differing_rows,
    lead,
    not_found,
    odd_rows,
    remarked_rows,
    totals_table,
    unmatched_rows,
)

_INDENT = "  "
_FIGURE_COLUMNS = (1, 2, 3)


def import_text(told: Imported) -> str:
    """What was found, the totals, and what somebody has to look at, cell by cell."""
    lines = [
        text.read_from(told.book.name, told.book.tab),
        *lead(told),
        "",
        *_totals(told),
        *_section(text.ODD_TITLE, (_odd(*row) for row in odd_rows(told))),
        *_section(text.UNMATCHED_TITLE, (_unmatched(*row) for row in unmatched_rows(told))),
        *_section(text.REMARKS_TITLE, (_unmatched(*row) for row in remarked_rows(told))),
        *_section(text.NOT_FOUND_TITLE, iter(not_found(told))),
        *_section(text.ROWS_TITLE, (_differing(*row) for row in differing_rows(told))),
    ]
    return "\n".join(lines) + "\n"


def _totals(told: Imported) -> Iterator[str]:
    yield f"{text.TOTALS_TITLE}:"
    headers, rows = totals_table(told)
    yield from _aligned([headers, *rows])
    yield from about_comparison(told)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns of a table, figures to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = (
            cell.rjust(width) if at in _FIGURE_COLUMNS else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield (_INDENT + _INDENT.join(cells)).rstrip()


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield from ("", f"{title}: {len(listed)}", *(f"{_INDENT}{line}" for line in listed))


def _odd(name: str, cell: str, written: str, why: str) -> str:
    return f"{name}, {cell}: {quote(written)}. {why}"


def _unmatched(cell: str, written: str, why: str) -> str:
    return f"{cell}: {quote(written)}. {why}"


def _differing(name: str, cell: str, *told: str) -> str:
    ours, theirs, points, why = told
    return f"{name}, {cell}: {text.versus(ours, theirs, points)}. {why}"
