"""Bars against minima: what is stacked, what is written, where the lines stand."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.charts.minimum_bars import AreaBar, MinimumMark, Segment, minimum_bars
from zi_metrics.charts.palette import INK, Mode

MARKS = (MinimumMark(0.6, "WBK 60 %"), MinimumMark(0.75, "WBBM 75 %"))


def bar(fulfilment: float, reform: float, name: str = "Tatalaksana") -> AreaBar:
    return AreaBar(
        name,
        (Segment("Pemenuhan", fulfilment, "2,06"), Segment("Reform", reform, "2,25")),
        ("61,71 % · 4,32 dari 7,00", "◐ minimal WBK tercapai"),
    )


def drawn(*bars: AreaBar, mode: Mode = Mode.LIGHT) -> go.Figure:
    return minimum_bars(bars, MARKS, mode)


def test_halves_stand_one_after_the_other_from_zero() -> None:
    fulfilment, reform, _ = drawn(bar(0.3, 0.2), bar(0.5, 0.0)).data
    assert (list(fulfilment.base), list(fulfilment.x)) == ([0, 0], [0.3, 0.5])
    assert (list(reform.base), list(reform.x)) == ([0.3, 0.5], [0.2, 0.0])


def test_minima_are_named_lines_below_the_bars() -> None:
    layout = drawn(bar(0.3, 0.2)).layout
    assert [(line.x0, line.layer, line.line.dash) for line in layout.shapes] == [
        (0.6, "below", "dash"),
        (0.75, "below", "dash"),
    ]
    assert [each.text for each in layout.annotations] == ["WBK 60 %", "WBBM 75 %"]
    # apart: the one ends where its line stands, the other begins there
    assert [each.xanchor for each in layout.annotations] == ["right", "left"]


@pytest.mark.parametrize(("share", "written"), [(0.3, "P 2,06"), (0.1, "P"), (0.02, ""), (0.0, "")])
def test_points_are_written_where_there_is_room_and_else_the_sign_alone(
    share: float, written: str
) -> None:
    assert drawn(bar(share, 0.2)).data[0].text[0] == written


def test_values_stand_beside_in_one_column_whatever_the_length_of_the_bar() -> None:
    beside = drawn(bar(0.1, 0.0), bar(0.5, 0.5)).data[-1]
    assert set(beside.x) == {1.02}
    assert beside.text[0] == "61,71 % · 4,32 dari 7,00<br>◐ minimal WBK tercapai"


def test_names_are_no_markup() -> None:
    chart = drawn(bar(0.3, 0.2, name="<b>tebal</b>"))
    assert chart.layout.yaxis.ticktext[0] == "&lt;b&gt;tebal&lt;/b&gt;"
    assert chart.data[0].customdata[0][0] == "&lt;b&gt;tebal&lt;/b&gt;"


@pytest.mark.parametrize("mode", Mode)
def test_lines_and_names_have_the_ink_of_the_mode(mode: Mode) -> None:
    layout = drawn(bar(0.3, 0.2), mode=mode).layout
    assert {line.line.color for line in layout.shapes} == {INK[mode].text}
    assert {each.font.color for each in layout.annotations} == {INK[mode].text}


@given(st.lists(st.tuples(st.floats(0, 0.5), st.floats(0, 0.5)), min_size=1, max_size=6))
def test_bars_never_leave_the_axis(shares: list[tuple[float, float]]) -> None:
    chart = drawn(*(bar(*each) for each in shares))
    ends = [base + x for base, x in zip(chart.data[1].base, chart.data[1].x, strict=True)]
    assert max(ends) <= 1 < chart.layout.xaxis.range[1]
    assert chart.layout.xaxis.range[0] == 0
