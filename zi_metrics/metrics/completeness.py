"""How complete the evidence is: per indicator, and summed over any group of indicators."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from zi_metrics.metrics.ratio import Ratio
from zi_metrics.tables.vocabularies import EvidenceStatus


class IndicatorState(StrEnum):
    """What the evidence rows of one indicator say together, best first."""

    COMPLETE = "lengkap"
    PARTIAL = "sebagian"
    EMPTY = "kosong"
    WITHOUT_EVIDENCE = "tanpa data dukung"
    IRRELEVANT = "tidak relevan"


@dataclass(frozen=True)
class Completeness:
    """Figures of a group of indicators.

    states: number of indicators in each state. Evidence counts are of required rows, those that are
    not irrelevant with a reason. weighted: LKE points covered by complete evidence, of all points.
    """

    states: Mapping[IndicatorState, int]
    required_count: int
    complete_count: int
    verified_count: int
    unrecognised_count: int
    weighted: Ratio

    @property
    def evidence(self) -> Ratio:
        """Kelengkapan data dukung: complete rows of required rows."""
        return Ratio(self.complete_count, self.required_count)

    @property
    def verification(self) -> Ratio:
        """Verifikasi: verified rows of required rows."""
        return Ratio(self.verified_count, self.required_count)

    @property
    def indicators(self) -> Ratio:
        """Indikator lengkap: complete indicators of all that are relevant."""
        relevant = sum(self.states.values()) - self.states[IndicatorState.IRRELEVANT]
        return Ratio(self.states[IndicatorState.COMPLETE], relevant)


def indicator_completeness(indicators: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """One row per indicator, in the order given.

    Adds listed_count (rows of any status), required_count, complete_count, verified_count,
    unrecognised_count (of required rows), state, and covered_points (LKE points that complete
    evidence covers; 0 without evidence). evidence: clean table; rows that name no indicator are
    left out.
    """
    placed = evidence[evidence["is_counted"]]
    required = ~placed["is_irrelevant"]
    counts = pd.DataFrame(
        {
            "code": placed["code"],
            "listed_count": 1,
            "required_count": required,
            "complete_count": placed["is_complete"],
            "verified_count": placed["state"] == EvidenceStatus.VERIFIED,
            "unrecognised_count": placed["state"] == EvidenceStatus.UNRECOGNISED,
        }
    )
    per_code = counts.groupby("code").sum().astype("int64")
    filled = per_code.reindex(indicators["code"], fill_value=0).reset_index(drop=True)
    items = indicators.reset_index(drop=True).join(filled)
    covered = items["complete_count"] / items["required_count"].where(items["required_count"] > 0)
    return items.assign(state=_states(items), covered_points=items["points"] * covered.fillna(0.0))


def _states(items: pd.DataFrame) -> pd.Series:
    state = pd.Series(str(IndicatorState.PARTIAL), index=items.index, dtype="str")
    state[items["complete_count"] == 0] = IndicatorState.EMPTY
    state[items["complete_count"] == items["required_count"]] = IndicatorState.COMPLETE
    state[items["required_count"] == 0] = IndicatorState.IRRELEVANT
    state[items["listed_count"] == 0] = IndicatorState.WITHOUT_EVIDENCE
    return state


def completeness(items: pd.DataFrame) -> Completeness:
    """Figures of a group; items: rows of `indicator_completeness`, possibly none.

    Sums over items, never means of ratios. Irrelevant indicators are in no denominator.
    """
    counted = items["state"].value_counts()
    relevant = items[items["state"] != IndicatorState.IRRELEVANT]
    return Completeness(
        states={state: int(counted.get(state, 0)) for state in IndicatorState},
        required_count=int(items["required_count"].sum()),
        complete_count=int(items["complete_count"].sum()),
        verified_count=int(items["verified_count"].sum()),
        unrecognised_count=int(items["unrecognised_count"].sum()),
        # fsum: the same sum whatever the order of rows
        weighted=Ratio(math.fsum(relevant["covered_points"]), math.fsum(relevant["points"])),
    )


def heaviest_gaps(items: pd.DataFrame) -> pd.DataFrame:
    """Indicators that miss evidence, by the LKE points not covered, heaviest first.

    Adds gap_points. Irrelevant and complete indicators are left out.
    """
    open_items = items[~items["state"].isin([IndicatorState.COMPLETE, IndicatorState.IRRELEVANT])]
    gaps = open_items.assign(gap_points=open_items["points"] - open_items["covered_points"])
    return gaps.sort_values("gap_points", ascending=False, kind="stable")


def evidence_states(evidence: pd.DataFrame) -> dict[str, int]:
    """Number of documents in each status, in the order of the statuses."""
    counted = evidence["state"].value_counts()
    return {str(status): int(counted.get(status, 0)) for status in EvidenceStatus}


def sub_areas(items: pd.DataFrame) -> list[tuple[str, str]]:
    """Number and name of the sub-areas among rows of `indicator_completeness`, in their order."""
    named = items.drop_duplicates("sub_area_no")
    return list(zip(named["sub_area_no"], named["sub_area"], strict=True))
