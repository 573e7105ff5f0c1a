"""What the rows of the tab Hasil mean: which part each is of, and which value of a part counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_metrics.labels import result_problems as text
from zi_metrics.lke.results import Found, ResultFault, ResultPart, counting, found, result_parts
from zi_metrics.tables.faults import Assessed, Cells, Fault, RowFault, Ruled, as_faults
from zi_metrics.tables.problems import Severity


class _Row(NamedTuple):
    """A row and what it holds."""

    component: str | None
    written: str | None
    year: int | None
    found: Found


def results(cells: Cells, assessed: Assessed) -> Ruled:
    """As they are; their values are read again where they are scored."""
    rows = [*_rows(cells, assessed)]
    return Ruled(cells, tuple(_faults(rows, assessed)))


def _rows(cells: Cells, assessed: Assessed) -> Iterator[_Row]:
    columns = (cells[name] for name in ("component", "value", "year", "assessor"))
    for component, value, year, assessor in zip(*columns, strict=True):
        written = {"component": component, "value": value, "assessor": assessor}
        holds = found(written, year, assessed.year, assessed.catalogue)
        yield _Row(component, value, year, holds)


def _faults(rows: Sequence[_Row], assessed: Assessed) -> Iterator[Fault]:
    counts = counting([row.found for row in rows])
    names = [part.name for part in result_parts(assessed.catalogue)]
    told: list[RowFault | None] = []
    for number, row in enumerate(rows):
        holds = row.found
        if holds.part is None:
            told.append(_of_component(row, names))
            continue
        first = counts.get(holds.part.key)
        if not holds.is_of_year:
            told.append(_of_year(row, assessed, has_other=first is not None))
        elif holds.value.fault is not None:
            told.append(_of_value(row, holds.part, holds.value.fault))
        elif holds.value.is_filled and first is not None and first != number:
            told.append(_of_other(row, rows[first]))
        else:
            told.append(None)
    yield from as_faults(told)


def _of_component(row: _Row, names: Sequence[str]) -> RowFault | None:
    if row.component is not None:
        parts = text.component_unknown(row.component, names)
    elif row.written is not None:
        parts = text.component_missing(names)
    else:
        return None
    return RowFault(Severity.ERROR, "component", parts)


def _of_value(row: _Row, part: ResultPart, fault: ResultFault) -> RowFault:
    highest = int(part.highest or 0)
    match fault:
        case ResultFault.NOT_AN_INDEX:
            parts = text.not_an_index(row.written, highest)
        case ResultFault.OUT_OF_SCALE:
            parts = text.out_of_scale(row.written, highest)
        case ResultFault.NOT_AN_OPTION:
            parts = text.not_an_option(row.written, tuple(part.options or ()))
    return RowFault(Severity.ERROR, "value", parts)


def _of_year(row: _Row, assessed: Assessed, *, has_other: bool) -> RowFault | None:
    """Earlier years may stay in the tab; doubtful only where the assessed year has no value."""
    if not row.found.value.is_filled:
        return None
    if has_other:
        return RowFault(Severity.ADVICE, "year", text.of_another_year(row.year, assessed.year))
    parts = text.only_of_another_year(row.year, assessed.year)
    return RowFault(Severity.WARNING, "year", parts)


def _of_other(row: _Row, counts: _Row) -> RowFault:
    """A value beside the one that counts; that the national team's goes first is no slip."""
    if counts.found.is_official and not row.found.is_official:
        return RowFault(Severity.ADVICE, "component", text.before_official(row.component))
    return RowFault(Severity.WARNING, "component", text.repeated(row.component))
