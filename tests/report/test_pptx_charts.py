"""Charts of the PowerPoint file for any numbers, and the room their texts are given."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.chart.chart import Chart
from pptx.oxml import parse_xml

from tests.report.pptx_read import chart_values, labels_of
from zi_metrics.charts.palette import ENOUGH, TOO_LITTLE
from zi_metrics.charts.series import DatedShare, StateBar
from zi_metrics.labels import pptx as words
from zi_metrics.labels.numbers import percent
from zi_metrics.labels.statuses import marked
from zi_metrics.report.pptx.bars_xml import chart_of, scale_of, sheet_of
from zi_metrics.report.pptx.course import course_chart, course_sheet
from zi_metrics.report.pptx.measure import line_count, text_height, text_width
from zi_metrics.report.pptx.shares import alternative, shares_chart, shares_sheet
from zi_metrics.report.pptx.texts import told
from zi_metrics.report.slides import Bars, Course, ShareBar, Shares
from zi_metrics.tables.vocabularies import EvidenceStatus

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40).map(told).filter(bool)
COUNTS = st.integers(0, 5000)
DONE, ABSENT = EvidenceStatus.VERIFIED, EvidenceStatus.ABSENT


@given(st.lists(st.tuples(TEXTS, COUNTS, COUNTS, TEXTS), min_size=1, max_size=8))
@settings(deadline=None)
def test_any_bars_are_read_back_as_they_were(rows: list[tuple[str, int, int, str]]) -> None:
    bars = tuple(
        StateBar(name, {DONE: done, ABSENT: absent}, end) for name, done, absent, end in rows
    )
    block = Bars("Data", "dokumen", bars, (DONE, ABSENT))
    scale = scale_of(block, 300, 14)
    drawn = Chart(parse_xml(chart_of(block, sheet_of(block, scale), "", scale).encode()), None)
    names, values = chart_values(drawn)
    assert names == [bar.name for bar in bars]
    assert values[marked(DONE)] == [bar.counts[DONE] for bar in bars]
    assert values[marked(ABSENT)] == [bar.counts[ABSENT] for bar in bars]
    # the unseen series ends where the axis ends, so its label has all the room there is
    ends = [sum(parts) for parts in zip(*values.values(), strict=True)]
    assert max(ends) - min(ends) < 0.001
    assert ends[0] - max(bar.total for bar in bars) > -0.001


@given(st.lists(st.tuples(COUNTS, TEXTS), min_size=1, max_size=8))
def test_bars_and_the_texts_at_their_ends_stay_within_the_plot(
    rows: list[tuple[int, str]],
) -> None:
    bars = tuple(StateBar("Nama", {DONE: count}, end) for count, end in rows)
    block = Bars("Data", "dokumen", bars, (DONE,))
    scale = scale_of(block, 300, 14)
    xml = chart_of(block, sheet_of(block, scale), "", scale).encode()
    shown = labels_of(Chart(parse_xml(xml), None), words.BAR_ENDS)
    for point, bar in enumerate(bars):
        assert bar.total * scale.points + text_width(shown[point], 14) <= scale.width


@given(
    st.lists(
        st.tuples(st.integers(0, 700), st.none() | st.floats(0, 1)),
        min_size=1,
        max_size=12,
        unique_by=lambda point: point[0],
    ).filter(lambda points: any(share is not None for _, share in points))
)
@settings(deadline=None)
def test_any_course_is_read_back_as_it_was(rows: list[tuple[int, float | None]]) -> None:
    first = date(2024, 1, 31).toordinal()
    points = [DatedShare(date.fromordinal(first + days), share, "") for days, share in sorted(rows)]
    course = Course("Kelengkapan", tuple(points), None, None, None, "")
    xml = course_chart(course, course_sheet(course), "", 14).encode()
    drawn = Chart(parse_xml(xml), None)
    assert chart_values(drawn)[1] == {"Kelengkapan": [point.share for point in points]}
    known = {index: point.share for index, point in enumerate(points) if point.share is not None}
    assert labels_of(drawn, "Kelengkapan") == {
        index: percent(share) for index, share in known.items()
    }


@given(TEXTS, TEXTS, st.integers(6, 40), st.floats(20, 900))
def test_a_longer_text_never_takes_less_room(text: str, more: str, size: int, width: float) -> None:
    assert text_width(f"{text}{more}", size) >= text_width(text, size)
    assert line_count(f"{text} {more}", size, width) >= line_count(text, size, width)
    assert text_height(text, size + 1, width) > text_height(text, size, width)


def test_words_longer_than_a_line_are_counted_as_often_as_they_break() -> None:
    assert line_count("kata", 14, 100) == 1
    assert line_count("kata kata kata kata kata kata", 14, 100) > 1
    assert line_count("k" * 100, 14, 100) == 7  # 50 * 14 = 700 points


def test_shares_are_read_back_with_their_minimum_as_the_only_grid_line() -> None:
    bars = (
        ShareBar("Pengawasan", 0.59996, "59,99\u00a0% · −0,01", is_enough=False),
        ShareBar("<Layanan> & Publik", 1.0, "100,00\u00a0%", is_enough=True),
    )
    block = Shares("Bagian nilai", bars, 0.6, "minimal WBK 60,00\u00a0%")
    xml = shares_chart(block, shares_sheet(block), "", 14).encode()
    chart = Chart(parse_xml(xml), None)
    plot = chart.plots[0]
    assert chart_values(chart) == (
        ["Pengawasan", "<Layanan> & Publik"],
        {words.BAR_ENDS: [1.0, 1.0], "Bagian nilai": [0.5999, 1.0]},
    )
    assert labels_of(chart, words.BAR_ENDS) == {
        0: "59,99\u00a0%−0,01",  # a line each
        1: "100,00\u00a0%",
    }
    assert (chart.value_axis.maximum_scale, chart.value_axis.major_unit) == (1, 0.6)
    assert chart.value_axis.has_major_gridlines
    assert chart.value_axis.axis_title.text_frame.text == "minimal WBK 60,00\u00a0%"
    fills = [plot.series[1].points[place].format.fill.fore_color.rgb for place in (0, 1)]
    assert [f"#{fill}" for fill in fills] == [TOO_LITTLE, ENOUGH]
    assert alternative(block) == (
        "Bagian nilai, minimal WBK 60,00\u00a0%. Pengawasan: 59,99\u00a0% · −0,01; "
        "<Layanan> & Publik: 100,00\u00a0%."
    )
