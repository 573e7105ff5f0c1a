"""What was measured: values of everyone in the same rounds, their medians and ratios, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.apps import OURS

PLAINEST = "plainest"
"""The least the same library could do, for what has no peer."""


@dataclass(frozen=True)
class Measured:
    """One measurement: the values of each who took part, in a unit; more: whether more is better.

    about: what the plainest of it is, where that is who takes part.
    """

    part: str
    name: str
    unit: str
    values: Mapping[str, list[float]]
    more: bool = False
    about: str = ""

    def median(self, who: str) -> float | None:
        """The median of one, if it took part."""
        return median(self.values[who]) if self.values.get(who) else None

    def ratio(self, to: str) -> float | None:
        """The dashboard's median as so many times another's, if both took part."""
        ours, theirs = self.median(OURS), self.median(to)
        return ours / theirs if ours is not None and theirs else None


@dataclass(frozen=True)
class Report:
    """All measurements of one run, and where it took place."""

    machine: Mapping[str, Any]
    measured: tuple[Measured, ...]

    def write(self, path: Path) -> None:
        """As JSON, one measurement a line."""
        lines = ",\n".join(json.dumps(asdict(each), ensure_ascii=False) for each in self.measured)
        machine = json.dumps(self.machine, ensure_ascii=False, indent=1)
        path.write_text(f'{{"machine": {machine},\n"measured": [\n{lines}\n]}}\n', "utf-8")


def read(path: Path) -> Report:
    """A report from its file."""
    found = json.loads(path.read_text("utf-8"))
    return Report(found["machine"], tuple(Measured(**each) for each in found["measured"]))


class Values:
    """Values as they come in, round by round: one list for each measurement and each who."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._found: dict[tuple[str, str, bool], dict[str, list[float]]] = {}

    def add(self, name: str, unit: str, who: str, *values: float, more: bool = False) -> None:
        """Some more of one measurement."""
        of_all = self._found.setdefault((name, unit, more), {})
        of_all.setdefault(who, []).extend(round(each, 4) for each in values)

    def measured(self) -> list[Measured]:
        """All of them, in the order in which each came first."""
        return [
            Measured(self._part, name, unit, values, more)
            for (name, unit, more), values in self._found.items()
        ]


def told(measured: Iterable[Measured], everyone: list[str]) -> None:
    """A table on standard output: medians, and in brackets how many times that the dashboard is."""
    others = [who for who in everyone if who != OURS]
    print(f"\n{'':48}{OURS:>12}" + "".join(f"{who:>22}" for who in others))
    for each in measured:
        ours = each.median(OURS)
        line = f"{each.name:48}{_shown(ours):>12}"
        for who in others:
            theirs, ratio = each.median(who), each.ratio(who)
            beside = f" ({ratio:.2f})" if ratio is not None else ""
            line += f"{_shown(theirs) + beside:>22}"
        print(f"{line}  {each.unit}")


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.3f}"
