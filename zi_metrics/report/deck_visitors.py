"""The slide that visitors see of what is late: it tells areas, where others are told PICs."""

from __future__ import annotations

import pandas as pd

from zi_metrics.labels import meeting as text
from zi_metrics.labels import screen, visitor
from zi_metrics.labels.figures import NO_AREA
from zi_metrics.labels.numbers import count
from zi_metrics.metrics.overdue import TABLES_WITH_DUE_DATES, late_counts
from zi_metrics.report.figure_texts import nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.slides import Column, Slide, Table


def overdue_by_area_slide(meeting: Meeting) -> Slide:
    """Late items by area."""
    late, nothing = meeting.late, nothing_late(meeting.items)
    groups = [(area.short_name, meeting.late_by_area[area.number]) for area in meeting.areas]
    groups.append((NO_AREA, late[late["area_no"].isna()]))
    table = Table(
        text.BY_PIC,
        visitor.LATE_HEADERS,
        tuple(_row(name, rows) for name, rows in groups if len(rows)),
        numbers=frozenset(range(1, len(visitor.LATE_HEADERS))),
        empty=nothing,
    )
    lost = [spec.tab for spec in TABLES_WITH_DUE_DATES if spec.name in meeting.items.unreadable]
    sentence = visitor.overdue(len(late)) if len(late) else nothing
    told = f"{sentence} {screen.not_included(lost)}" if lost else sentence
    return Slide("lewat-tenggat", visitor.OVERDUE, told, columns=(Column((table,)),))


def _row(name: str, late: pd.DataFrame) -> tuple[str, ...]:
    counts = (count(each) for each in late_counts(late).values())
    return (name, *counts, text.late_by(int(late["days_late"].max())))
