"""Picture of the areas against their minima: what share of its points each has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from zi_metrics.charts.layout import escaped, figure, group_axis
from zi_metrics.charts.palette import FILL, INK, Ink, Mode, text_on
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import readiness as text
from zi_metrics.labels.numbers import exact_percent, exact_points, out_of, points_difference
from zi_metrics.lke import Area, Aspect
from zi_metrics.lke.predicates import Predicate, Rule, area_shares, minimum
from zi_metrics.lke.worksheet import Worksheet

ROW, AROUND = 52, 76
"""Pixels for a bar, and for the axis below and the names of the minima above."""
BESIDE = 0.5
"""Room at the right for the texts: a share of the axis."""
NAMED, NUMBERED = 0.2, 0.09
"""A segment below this share has no room for its name, or for its points."""
TEXT = 14


@dataclass(frozen=True)
class Segment:
    """A part of a bar: name, share of the area's points (0..1), and these points as text."""

    name: str
    share: float
    points: str


@dataclass(frozen=True)
class AreaBar:
    """An area: its name, its segments, and the lines of text beside its bar."""

    name: str
    segments: tuple[Segment, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True)
class MinimumMark:
    """A minimum that all areas must reach: its share (0..1) and its name."""

    share: float
    name: str


def area_bars(sheet: Worksheet, areas: Sequence[Area], *, is_scenario: bool = False) -> Picture:
    """Points of each area in both aspects as a share of its weight, against both minima."""
    minima = {each: minimum(sheet.catalogue, each, Rule.EACH_AREA) for each in Predicate}
    marks = tuple(
        MinimumMark(float(least), text.minimum_mark(each, f"{least * 100}"))
        for each, least in minima.items()
    )
    shares = area_shares(sheet)
    worst = min(areas, key=lambda area: shares[area.number])
    counted = [
        (str(predicate), f"{least * 100}", sum(share >= least for share in shares.values()))
        for predicate, least in minima.items()
    ]
    return Picture(
        "nilai-area",
        text.of_scenario(text.AREAS_TITLE) if is_scenario else text.AREAS_TITLE,
        text.areas(
            (worst.short_name, exact_percent(shares[worst.number])),
            counted,
            len(areas),
            is_scenario=is_scenario,
        ),
        share_bars,
        (tuple(_bar(area, sheet) for area in areas), marks),
        pd.DataFrame([_row(area, sheet) for area in areas]),
        tuple(Aspect),
    )


def _bar(area: Area, sheet: Worksheet) -> AreaBar:
    whole = sheet.score(area_no=area.number)
    segments = [
        Segment(str(aspect), float(score.points / whole.weight), exact_points(score.points))
        for aspect in Aspect
        for score in [sheet.score(aspect, area.number)]
    ]
    reached = [
        (predicate, whole.share >= minimum(sheet.catalogue, predicate, Rule.EACH_AREA))
        for predicate in Predicate
    ]
    met = [str(predicate) for predicate, is_met in reached if is_met]
    points = text.of_weight(exact_points(whole.points), exact_points(whole.weight))
    return AreaBar(
        area.short_name,
        tuple(segments),
        (f"{exact_percent(whole.share)} · {points}", text.area_standing(met, len(reached))),
    )


def _row(area: Area, sheet: Worksheet) -> dict[str, str]:
    whole = sheet.score(area_no=area.number)
    fulfilment, reform = (sheet.score(aspect, area.number) for aspect in Aspect)
    values = (
        area.short_name,
        exact_points(whole.weight),
        exact_points(fulfilment.points),
        exact_points(reform.points),
        exact_points(whole.points),
        exact_percent(whole.share),
        out_of(whole.answered, whole.questions),
    )
    missed = {
        text.difference_to(predicate): points_difference(
            (whole.share - minimum(sheet.catalogue, predicate, Rule.EACH_AREA)) * 100
        )
        for predicate in Predicate
    }
    only = {text.ANSWERED_ONLY_HEADER: exact_points(whole.answered_only)}
    return {**dict(zip(text.AREA_HEADERS, values, strict=True)), **missed, **only}


def share_bars(bars: Sequence[AreaBar], marks: Sequence[MinimumMark], mode: Mode) -> go.Figure:
    """Stacked bars from 0 to 100 %, both minima as dashed lines, the texts in a column beside."""
    ink = INK[mode]
    names = [segment.name for segment in bars[0].segments] if bars else []
    traces = [_segments(bars, at, ink) for at in range(len(names))]
    drawn = figure(
        [_whole(bars, ink), *traces, _beside(bars)],
        mode,
        barmode="overlay",
        bargap=0.36,
        height=ROW * len(bars) + AROUND,
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
        xaxis={
            "range": [0, 1 + BESIDE],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "ticktext": ["0", "25", "50", "75", "100"],
            "title": {"text": text.AREAS_AXIS},
            "showgrid": False,
        },
        yaxis=group_axis([bar.name for bar in bars]),
    )
    for mark in marks:
        drawn.add_vline(x=mark.share, line={"dash": "dash", "color": ink.text, "width": 2})
        drawn.add_annotation(
            text=mark.name,
            x=mark.share,
            y=1,
            yref="paper",
            yanchor="bottom",
            showarrow=False,
            font={"size": TEXT, "color": ink.text},
        )
    return drawn


def _whole(bars: Sequence[AreaBar], ink: Ink) -> go.Bar:
    """All there is to win, faint behind the bars."""
    return go.Bar(
        y=list(range(len(bars))),
        x=[1] * len(bars),
        orientation="h",
        marker={"color": ink.faint},
        hoverinfo="skip",
    )


def _segments(bars: Sequence[AreaBar], at: int, ink: Ink) -> go.Bar:
    parts = [bar.segments[at] for bar in bars]
    name = parts[0].name
    return go.Bar(
        name=name,
        y=list(range(len(bars))),
        x=[part.share for part in parts],
        base=[sum(before.share for before in bar.segments[:at]) for bar in bars],
        orientation="h",
        marker={"color": FILL[name], "line": {"width": 1, "color": ink.page}},
        text=[_label(part) for part in parts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": text_on(FILL[name]), "size": 13},
        constraintext="none",
        customdata=[
            [escaped(bar.name), part.points, bar.beside[0]]
            for bar, part in zip(bars, parts, strict=True)
        ],
        hovertemplate=f"%{{customdata[0]}}<br>{name}: %{{customdata[1]}} poin<br>"
        "%{customdata[2]}<extra></extra>",
    )


def _label(part: Segment) -> str:
    if part.share >= NAMED:
        return f"{part.name} {part.points}"
    return part.points if part.share >= NUMBERED else ""


def _beside(bars: Sequence[AreaBar]) -> go.Scatter:
    """The texts, one under another at the same place."""
    return go.Scatter(
        x=[1.02] * len(bars),
        y=list(range(len(bars))),
        mode="text",
        text=["<br>".join(map(escaped, bar.beside)) for bar in bars],
        textposition="middle right",
        textfont={"size": TEXT},
        hoverinfo="skip",
        cliponaxis=False,
    )
