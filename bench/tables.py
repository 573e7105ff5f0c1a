"""The tables of docs/performance.md, written from a report: no figure is copied by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from bench.apps import BEFORE, DASH, OURS, STREAMLIT
from bench.goals import GOALS
from bench.record import PLAINEST, Measured, Report

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
EVERYONE = (OURS, BEFORE, DASH, STREAMLIT, PLAINEST)
HEADINGS = {
    "browser": "In a browser",
    "server": "Many viewers, memory and start",
    "refresh": "Refresh of a sheet",
    "figures": "Cells to figures",
    "pack": "Meeting pack",
    "gap": "Shortest way to a predicate",
}


def markdown(report: Report) -> str:
    """All tables with their headings."""
    return "\n".join([*_machine(report), *_goals(report), *_parts(report)])


def put_into(document: Path, report: Report) -> None:
    """Replace what stands between the two marks of a document."""
    text = document.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"{document.name} has no place for the tables: {BEGIN} ... {END}")
    document.write_text(f"{before}{BEGIN}\n\n{markdown(report)}\n\n{END}{after}", "utf-8")


def shown(value: float | None) -> str:
    """A number with two or three digits that count."""
    if value is None:
        return ""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def _machine(report: Report) -> Iterator[str]:
    told = "; ".join(f"{name} {value}" for name, value in report.machine.items())
    yield f"One run: {told}."


def _goals(report: Report) -> Iterator[str]:
    of_name = {each.name: each for each in report.measured}
    yield "\n### Goals\n"
    yield from _row("goal", "limit", "measured", "")
    yield from _row("---", "---:", "---:", "---")
    for goal in GOALS:
        measured = of_name.get(goal.name)
        found = goal.found(measured) if measured else None
        unit = f"of {goal.to}" if goal.to else measured.unit if measured else ""
        limit = f"{'at least' if goal.is_least else 'at most'} {goal.limit:,} {unit}".strip()
        verdict = "not measured" if found is None else "met" if goal.is_met(found) else "**missed**"
        yield from _row(goal.name, limit, shown(found), verdict)


def _parts(report: Report) -> Iterator[str]:
    for part, of_part in groupby(report.measured, lambda each: each.part):
        yield f"\n### {HEADINGS[part]}"
        for about, rows in groupby(of_part, lambda each: each.about):
            yield f"\nPlainest: {about}.\n" if about else ""
            yield from _table(list(rows))


def _table(rows: list[Measured]) -> Iterator[str]:
    """Medians, then how many times another's median the dashboard's is."""
    who = [each for each in EVERYONE if any(each in row.values for row in rows)]
    others = [each for each in who if each != OURS]
    yield from _row("median", "unit", *who, *(f"to {each}" for each in others))
    yield from _row("---", "---", *("---:" for _ in [*who, *others]))
    for row in rows:
        medians = (shown(row.median(each)) for each in who)
        ratios = (_ratio(row.ratio(each)) for each in others)
        yield from _row(row.name, row.unit, *medians, *ratios)


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _row(*cells: str) -> Iterable[str]:
    yield f"| {' | '.join(cells)} |"
