"""Picture of the control actions (RTP) that the SPIP reports tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from zi_metrics.charts.count_bars import CountBar, count_bars
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import figures as label
from zi_metrics.labels import sentences
from zi_metrics.lke import Area
from zi_metrics.metrics.spip import SpipFigures


def rtp_by_area(by_area: Mapping[int, SpipFigures], areas: Sequence[Area]) -> Picture:
    """RTP done, before the bar of those planned, of each area; from the reports that came in."""
    shown = [(area.short_name, by_area[area.number]) for area in areas if area.number in by_area]
    bars = tuple(
        CountBar(
            name,
            figures.rtp_done_count,
            label.ratio(figures.rtp, label.NO_RTP),
            figures.rtp_planned_count,
        )
        for name, figures in shown
    )
    table = pd.DataFrame(
        [
            {
                "Area": name,
                "RTP direncanakan": figures.rtp_planned_count,
                "RTP selesai": figures.rtp_done_count,
                "Kemajuan": label.ratio(figures.rtp, label.NO_RTP),
            }
            for name, figures in shown
        ]
    )
    return Picture(
        "rtp-per-area",
        "Rencana tindak pengendalian (RTP) per area",
        sentences.rtp([(name, f.rtp_done_count, f.rtp_planned_count) for name, f in shown]),
        count_bars,
        (bars, "RTP"),
        table,
    )
