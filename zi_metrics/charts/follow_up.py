"""Pictures of monev: recommendations by status per group, and the age of the open ones."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from zi_metrics.charts.count_bars import CountBar, count_bars
from zi_metrics.charts.picture import Picture
from zi_metrics.charts.series import StateBar, present_states
from zi_metrics.charts.state_bars import state_bars
from zi_metrics.labels import figures as label
from zi_metrics.labels import sentences
from zi_metrics.lke import Area
from zi_metrics.metrics.follow_up import FollowUp, follow_up, follow_up_states, open_by_age, periods
from zi_metrics.tables.vocabularies import FollowUpStatus

RECOMMENDATIONS = "rekomendasi"


def follow_up_by_area(rows: pd.DataFrame, areas: Sequence[Area]) -> Picture:
    """Recommendations of each area by status; those without an area in a group of their own."""
    groups = [
        (area.short_name, rows[(rows["area_no"] == area.number).fillna(False)]) for area in areas
    ]
    placeless = rows[rows["area_no"].isna()]
    if len(placeless):
        groups.append((label.NO_AREA, placeless))
    return _follow_up_bars("tindak-lanjut-per-area", "Tindak lanjut per area", "Area", groups)


def follow_up_by_period(rows: pd.DataFrame) -> Picture:
    """Recommendations of each monev period by status, in calendar order."""
    groups = [(period, rows[rows["period"] == period]) for period in periods(rows)]
    undated = rows[rows["period"].isna()]
    if len(undated):
        groups.append((label.NO_PERIOD, undated))
    return _follow_up_bars(
        "tindak-lanjut-per-periode", "Tindak lanjut per periode", "Periode", groups
    )


def _follow_up_bars(
    name: str, title: str, group: str, groups: Sequence[tuple[str, pd.DataFrame]]
) -> Picture:
    figures: list[FollowUp] = [follow_up(rows) for _, rows in groups]
    bars = tuple(
        StateBar(
            title,
            follow_up_states(rows),
            sentences.follow_up_bar_end(each.done_count, each.required_count, each.overdue_count)
            if len(rows)
            else sentences.NONE,
        )
        for (title, rows), each in zip(groups, figures, strict=True)
    )
    shown = present_states(bars, tuple(FollowUpStatus))
    table = pd.DataFrame(
        [
            {
                group: bar.name,
                **{state: bar.counts[state] for state in shown},
                label.FOLLOW_UP: label.ratio(
                    each.ratio, label.NOT_POSSIBLE if bar.total else label.NO_RECOMMENDATIONS
                ),
                label.OVERDUE: each.overdue_count,
                label.REPEATED: each.repeated_count,
            }
            for bar, each in zip(bars, figures, strict=True)
        ]
    )
    overdue = [(bar.name, each.overdue_count) for bar, each in zip(bars, figures, strict=True)]
    return Picture(
        name,
        title,
        sentences.follow_up_bars(overdue),
        state_bars,
        (bars, tuple(FollowUpStatus), RECOMMENDATIONS),
        table,
        shown,
    )


def open_recommendations_by_age(rows: pd.DataFrame) -> Picture:
    """Open recommendations by days since they were raised."""
    counts = open_by_age(rows)
    bars = tuple(
        CountBar(label.age_band(low, high), count, str(count))
        for (low, high), count in counts.items()
    )
    return Picture(
        "umur-rekomendasi",
        "Umur rekomendasi yang belum selesai",
        sentences.ages(counts),
        count_bars,
        (bars, RECOMMENDATIONS),
        pd.DataFrame([{"Umur": bar.name, "Rekomendasi": bar.count} for bar in bars]),
    )
