"""What the rows of the tab Hasil mean: which part each is of, and which value of a part counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_metrics.labels import result_problems as text
from zi_metrics.lke.results import (
    NO_VALUE,
    ResultFault,
    ResultPart,
    ResultValue,
    part_named,
    read_result,
    result_parts,
)
from zi_metrics.tables.faults import Assessed, Cells, Fault, RowFault, Ruled, as_faults
from zi_metrics.tables.problems import Severity

_OFFICIAL = "TPN"
"""Who names a row so has its value from the national team, which goes before the unit's own."""


class _Row(NamedTuple):
    """A row as it is read; part: None where its component names none."""

    component: str | None
    part: ResultPart | None
    written: str | None
    value: ResultValue
    year: int | None
    is_of_year: bool
    is_official: bool

    @property
    def may_count(self) -> bool:
        """Whether it has a value that can be scored, of the assessed year or without a year."""
        return self.value.is_filled and self.is_of_year


def results(cells: Cells, assessed: Assessed) -> Ruled:
    """As they are; their values are read again where they are scored."""
    rows = [*_rows(cells, assessed)]
    return Ruled(cells, tuple(_faults(rows, assessed)))


def _rows(cells: Cells, assessed: Assessed) -> Iterator[_Row]:
    columns = (cells[name] for name in ("component", "value", "year", "assessor"))
    for component, written, year, assessor in zip(*columns, strict=True):
        part = part_named(component, assessed.catalogue)
        yield _Row(
            component,
            part,
            written,
            value=read_result(written, part) if part else NO_VALUE,
            year=year,
            is_of_year=assessed.year is None or year in {None, assessed.year},
            is_official=_OFFICIAL in (assessor or "").upper(),
        )


def _faults(rows: Sequence[_Row], assessed: Assessed) -> Iterator[Fault]:
    counting = _counting(rows)
    parts = result_parts(assessed.catalogue)
    names = [part.name for part in parts]
    told: list[RowFault | None] = []
    for number, row in enumerate(rows):
        if row.part is None:
            told.append(_of_component(row, names))
            continue
        first = counting.get(row.part.key)
        if not row.is_of_year:
            told.append(_of_year(row, assessed, has_other=first is not None))
        elif row.value.fault is not None:
            told.append(_of_value(row, row.part, row.value.fault))
        elif row.may_count and first != number and first is not None:
            told.append(_of_other(row, rows[first]))
        else:
            told.append(None)
    yield from as_faults(told)


def _counting(rows: Sequence[_Row]) -> dict[str, int]:
    """The row that counts of each part: the national team's before the unit's own, then the last.

    The same choice as `metrics.readiness.entered_results`, a test holds them together.
    """
    chosen: dict[str, int] = {}
    for number, row in enumerate(rows):
        if row.part is None or not row.may_count:
            continue
        before = chosen.get(row.part.key)
        if before is None or row.is_official >= rows[before].is_official:
            chosen[row.part.key] = number
    return chosen


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
    if not row.value.is_filled:
        return None
    if has_other:
        return RowFault(Severity.ADVICE, "year", text.of_another_year(row.year, assessed.year))
    parts = text.only_of_another_year(row.year, assessed.year)
    return RowFault(Severity.WARNING, "year", parts)


def _of_other(row: _Row, counting: _Row) -> RowFault:
    """A value beside the one that counts; that the national team's goes first is no slip."""
    if counting.is_official and not row.is_official:
        return RowFault(Severity.ADVICE, "component", text.before_official(row.component))
    return RowFault(Severity.WARNING, "component", text.repeated(row.component))
