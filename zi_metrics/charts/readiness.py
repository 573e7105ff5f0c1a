"""Picture of the areas against their minima: what share of its points each has."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from zi_metrics.charts.minimum_bars import AreaBar, MinimumMark, Segment, minimum_bars
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import readiness_areas as text
from zi_metrics.labels.numbers import exact_percent, exact_points, points_difference
from zi_metrics.labels.readiness import of_scenario, of_weight
from zi_metrics.lke import Area, Aspect
from zi_metrics.lke.predicates import Predicate, Rule, area_shares, minimum
from zi_metrics.lke.worksheet import Worksheet


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
        of_scenario(text.AREAS_TITLE) if is_scenario else text.AREAS_TITLE,
        text.areas(
            (worst.short_name, exact_percent(shares[worst.number])),
            counted,
            len(areas),
            is_scenario=is_scenario,
        ),
        minimum_bars,
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
    points = of_weight(exact_points(whole.points), exact_points(whole.weight))
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
        f"{whole.answered}/{whole.questions}",
    )
    missed = {
        text.difference_to(predicate): points_difference(
            (whole.share - minimum(sheet.catalogue, predicate, Rule.EACH_AREA)) * 100
        )
        for predicate in Predicate
    }
    only = {text.ANSWERED_ONLY_HEADER: exact_points(whole.answered_only)}
    return {**dict(zip(text.AREA_HEADERS, values, strict=True)), **missed, **only}
