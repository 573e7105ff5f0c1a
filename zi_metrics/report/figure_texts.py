"""The headline figures as texts, each with its counts: one wording for screens and command line."""

from __future__ import annotations

from dataclasses import dataclass

from zi_metrics.labels import figures as label
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import percent
from zi_metrics.metrics.measures import Measure
from zi_metrics.metrics.overdue import has_due_dates
from zi_metrics.metrics.summary import Figures, Items
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS


@dataclass(frozen=True)
class FigureTexts:
    """'62 dari 87 · 71 %' for each figure, or the words for why there is none."""

    weighted: str
    indicators: str
    evidence: str
    verification: str
    follow_up: str
    spip_submitted: str
    spip_on_time: str

    def of(self, measure: Measure) -> str:
        """The text of one of the figures."""
        return {
            Measure.WEIGHTED: self.weighted,
            Measure.INDICATORS: self.indicators,
            Measure.EVIDENCE: self.evidence,
            Measure.VERIFICATION: self.verification,
            Measure.FOLLOW_UP: self.follow_up,
            Measure.SPIP_SUBMITTED: self.spip_submitted,
            Measure.SPIP_ON_TIME: self.spip_on_time,
        }[measure]


def figure_texts(group: Figures, items: Items) -> FigureTexts:
    """Texts of a group's figures; items: the rows under them."""
    complete = group.completeness
    no_evidence = _none(items, EVIDENCE.name, label.NO_EVIDENCE)
    no_indicators = _none(items, EVIDENCE.name, label.NO_INDICATORS)
    no_follow_up = _none(
        items,
        RECOMMENDATIONS.name,
        label.NO_RECOMMENDATIONS if items.follow_ups.empty else label.NOT_POSSIBLE,
    )
    none_due = _none(
        items, SPIP_REPORTS.name, label.NO_SPIP if items.spip.empty else label.NONE_DUE
    )
    weighted = complete.weighted
    return FigureTexts(
        weighted=no_indicators
        if weighted.share is None
        else f"{label.points_of(weighted)} · {percent(weighted.share)}",
        indicators=label.ratio(complete.indicators, no_indicators),
        evidence=label.ratio(complete.evidence, no_evidence),
        verification=label.ratio(complete.verification, no_evidence),
        follow_up=label.ratio(group.follow_up.ratio, no_follow_up),
        spip_submitted=label.ratio(group.spip.submitted, none_due),
        spip_on_time=label.ratio(group.spip.on_time, none_due),
    )


def nothing_late(items: Items) -> str:
    """What is said where no item is late: that none is, or that nobody could know."""
    return screen.NOTHING_OVERDUE if has_due_dates(items) else screen.NO_DUE_DATES


def _none(items: Items, table: str, words: str) -> str:
    return label.NOT_READABLE if table in items.unreadable else words
