"""Numerator and denominator of every figure as formulas over the sheets of items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zi_metrics.lke import Aspect
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.measures import Measure
from zi_metrics.report.xlsx.plan import Kind, Place, quoted


@dataclass(frozen=True)
class Items:
    """Where the items of each sort stand."""

    indicators: Place
    evidence: Place
    follow_ups: Place
    spip: Place


@dataclass(frozen=True)
class Group:
    """Whose figures are summed; area: the cell with the name of the area, None for the unit."""

    items: Items
    aspect: Aspect
    area: str | None

    def of_indicators(self, name: str) -> str:
        """The sum of a column of the indicators."""
        place = self.items.indicators
        return f"SUMIFS({place.range(name)},{self._where(place, with_aspect=True)})"

    def indicators(self, state: str, sign: str = "") -> str:
        """How many indicators are in a state, or, with the sign '<>', are not."""
        place = self.items.indicators
        where = self._where(place, with_aspect=True)
        return f"COUNTIFS({where},{place.range('state')},{quoted(sign + state)})"

    def of_follow_ups(self, name: str) -> str:
        """The sum of a column of the recommendations; Reform has those tied to its indicators."""
        with_aspect = self.aspect is Aspect.REFORM
        return self._sum(self.items.follow_ups, name, with_aspect=with_aspect)

    def of_spip(self, name: str) -> str:
        """The sum of a column of the reports."""
        return self._sum(self.items.spip, name, with_aspect=False)

    def late(self) -> str:
        """How many documents, recommendations and reports are late."""
        spip, follow_ups, evidence = self.items.spip, self.items.follow_ups, self.items.evidence
        parts = (
            self._late(evidence, f",{evidence.range('aspect')},{quoted(self.aspect)}"),
            self._late(follow_ups, ""),
            self._late(spip, f",{spip.range('submitted')},0"),
        )
        return "+".join(parts)

    def _late(self, place: Place, more: str) -> str:
        area = f",{self._where(place, with_aspect=False)}" if self.area else ""
        return f'COUNTIFS({place.range("days_late")},">0"{area}{more})'

    def _sum(self, place: Place, name: str, *, with_aspect: bool) -> str:
        where = self._where(place, with_aspect=with_aspect)
        cells = place.range(name)
        return f"SUMIFS({cells},{where})" if where else f"SUM({cells})"

    def _where(self, place: Place, *, with_aspect: bool) -> str:
        aspect = f"{place.range('aspect')},{quoted(self.aspect)}" if with_aspect else ""
        area = f"{place.range('area')},{self.area}" if self.area else ""
        return ",".join(filter(None, (aspect, area)))


@dataclass(frozen=True)
class Sums:
    """The formulas of one figure, and what its numerator and denominator count."""

    numerator: Callable[[Group], str]
    denominator: Callable[[Group], str]
    kind: Kind = Kind.COUNT


SUMS: Mapping[Measure, Sums] = {
    Measure.WEIGHTED: Sums(
        lambda group: group.of_indicators("covered_points"),
        lambda group: group.of_indicators("counted_points"),
        kind=Kind.POINTS,
    ),
    Measure.INDICATORS: Sums(
        lambda group: group.indicators(IndicatorState.COMPLETE),
        lambda group: group.indicators(IndicatorState.IRRELEVANT, "<>"),
    ),
    Measure.EVIDENCE: Sums(
        lambda group: group.of_indicators("complete"),
        lambda group: group.of_indicators("required"),
    ),
    Measure.VERIFICATION: Sums(
        lambda group: group.of_indicators("verified"),
        lambda group: group.of_indicators("required"),
    ),
    Measure.FOLLOW_UP: Sums(
        lambda group: group.of_follow_ups("done"),
        lambda group: group.of_follow_ups("required"),
    ),
    Measure.SPIP_SUBMITTED: Sums(
        lambda group: group.of_spip("submitted"),
        lambda group: group.of_spip("due"),
    ),
    Measure.SPIP_ON_TIME: Sums(
        lambda group: group.of_spip("on_time"),
        lambda group: group.of_spip("due"),
    ),
}
"""How each percentage is computed from the sheets of items."""
