"""The headline figures: a rise is green, a fall is red, and no change has no arrow."""

from __future__ import annotations

import pytest
from streamlit.proto.Metric_pb2 import Metric
from streamlit.testing.v1 import AppTest


def shown(difference: float) -> Metric:
    def page(difference: float) -> None:
        from datetime import date

        from pages._frame import headline

        headline.row([headline.Headline("Angka", "1 dari 2", difference)], date(2025, 6, 30))

    run = AppTest.from_function(page, kwargs={"difference": difference}).run()
    assert not run.exception
    metric: Metric = run.metric[0].proto
    return metric


@pytest.mark.parametrize(
    ("difference", "colour", "text"),
    [
        (0.042, Metric.MetricColor.GREEN, "+4,2\u00a0poin persen"),
        (-0.042, Metric.MetricColor.RED, "\u22124,2\u00a0poin persen"),
        (0.0, Metric.MetricColor.GRAY, "tetap"),
    ],
)
def test_change_is_coloured_by_its_direction(difference: float, colour: int, text: str) -> None:
    metric = shown(difference)
    assert (metric.color, metric.delta) == (colour, text)
