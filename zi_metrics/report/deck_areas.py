"""Slides of the areas: documents by sub-area, what is late, where most points are open."""

from __future__ import annotations

import pandas as pd

from zi_metrics.charts.completeness import evidence_by_sub_area
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as text
from zi_metrics.labels.numbers import short_date
from zi_metrics.lke import Area
from zi_metrics.metrics.completeness import completeness, heaviest_gaps
from zi_metrics.metrics.summary import Items
from zi_metrics.report.deck_texts import detail_of, headlines, title_of
from zi_metrics.report.figure_texts import nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.slides import Bars, Column, Line, Lines, Slide
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.records import records

MOST_LINES = 3


def area_slide(meeting: Meeting, area: Area) -> Slide:
    """One area of change."""
    items, now = meeting.items.of_area(area.number), meeting.by_area[area.number]
    reform = completeness(meeting.reform_items.of_area(area.number).indicators)
    late = meeting.late_by_area[area.number]
    return Slide(
        key=area.slug,
        title=f"{area.number}. {area.name}",
        sentence=text.area(
            items.as_of,
            now.completeness.weighted.share,
            label.ratio(reform.indicators, label.NO_INDICATORS),
        ),
        headlines=headlines(now, items, meeting.before_area(area.number)),
        columns=(
            Column((evidence_bars(evidence_by_sub_area(items), text.SUB_AREAS),), 3),
            Column((late_lines(late, items, text.LATE),), 2)
            if len(late)
            else Column((gap_lines(items.indicators, MOST_LINES),), 2),
        ),
    )


def evidence_bars(picture: Picture, title: str) -> Bars:
    """The bars of a page's picture as they stand on a slide."""
    bars, _, unit = picture.numbers
    return Bars(title, unit, bars, picture.states)


def late_lines(late: pd.DataFrame, items: Items, title: str) -> Lines:
    """The longest late items; late: rows of `overdue_items`."""
    shown = [
        Line(
            text.late_by(item.days_late),
            title_of(item.title, text.NO_TITLE),
            detail_of(item.code or item.kind, item.pic, short_date(item.due_on)),
        )
        for item in records(late.head(MOST_LINES))
    ]
    return Lines(
        title,
        tuple(shown),
        empty=nothing_late(items),
        more=_rest(len(late) - len(shown)),
    )


def gap_lines(indicators: pd.DataFrame, most: int) -> Lines:
    """Indicators with most points open; indicators: rows of `indicator_completeness`."""
    gaps = heaviest_gaps(indicators)
    shown = [
        Line(
            text.points(item.gap_points),
            title_of(item.question, text.NO_TITLE),
            detail_of(item.code, text.documents(item.complete_count, item.required_count)),
        )
        for item in records(gaps.head(most))
    ]
    return Lines(
        text.GAPS,
        tuple(shown),
        empty=text.NO_GAPS if len(indicators) else text.unreadable(EVIDENCE.tab),
        more=_rest(len(gaps) - len(shown)),
    )


def _rest(number: int) -> str:
    return text.others(number) if number > 0 else ""
