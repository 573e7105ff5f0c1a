"""States are told apart by everybody: by colour where colour is seen, by sign everywhere."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.charts.colour_vision import DEFICIENCIES, contrast, distance, linear, seen
from zi_metrics.charts.palette import FILL, INK, Mode, text_on
from zi_metrics.charts.series import StateBar
from zi_metrics.charts.state_bars import state_bars
from zi_metrics.labels.statuses import MARKS
from zi_metrics.lke import Aspect
from zi_metrics.lke.predicates import Standing
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.spip import SpipState
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus

SETS = (
    EvidenceStatus,
    FollowUpStatus,
    IndicatorState,
    SpipState,
    Standing,
    Severity,
    Aspect,
)
"""States that one chart or table shows side by side; any two may be neighbours."""
TOLD_APART = 7.0
"""More than three times what is just told apart."""
LEAST_TEXT_CONTRAST = 4.5
GAP_SEEN = 10.0
IN_COLOUR = [name for name in DEFICIENCIES if name != "achromatopsia"]


@pytest.mark.parametrize("deficiency", IN_COLOUR)
@pytest.mark.parametrize("states", SETS, ids=lambda each: each.__name__)
def test_any_two_states_of_a_set_differ_in_colour(states: type, deficiency: str) -> None:
    for one, other in combinations(states, 2):
        pair = [seen(linear(FILL[state]), deficiency) for state in (one, other)]
        assert distance(*pair) >= TOLD_APART, (one, other)


@pytest.mark.parametrize("states", SETS, ids=lambda each: each.__name__)
def test_any_two_states_of_a_set_differ_in_sign(states: type) -> None:
    assert len({MARKS[state] for state in states}) == len(list(states))


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("mode", Mode)
def test_gap_between_two_segments_is_seen_even_in_grey(mode: Mode, deficiency: str) -> None:
    page = seen(linear(INK[mode].page), deficiency)
    for fill in set(FILL.values()):
        assert distance(seen(linear(fill), deficiency), page) >= GAP_SEEN, fill


def test_text_is_read_on_every_fill_and_on_the_page() -> None:
    for fill in set(FILL.values()):
        assert contrast(linear(fill), linear(text_on(fill))) >= LEAST_TEXT_CONTRAST, fill
    for mode in Mode:
        ink = INK[mode]
        for drawn in (ink.text, ink.accent):
            assert contrast(linear(drawn), linear(ink.page)) >= LEAST_TEXT_CONTRAST, drawn


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 100])
def test_every_segment_says_its_state_and_number_in_the_bar_or_behind_it(count: int) -> None:
    states = list(EvidenceStatus)
    bars = [
        StateBar("satu", dict.fromkeys(states, count), "7 dari 7"),
        StateBar("dua", {EvidenceStatus.VERIFIED: 100, EvidenceStatus.ABSENT: count}, "1 dari 2"),
    ]
    *segments, ends = state_bars(bars, states, "dokumen", Mode.LIGHT).data
    for at, bar in enumerate(bars):
        inside = [trace.text[at] for trace in segments if trace.x[at]]
        for state, number in bar.counts.items():
            told = f"{MARKS[state]} {number}"
            assert (told in inside) != (told.replace(" ", "\u00a0") in ends.text[at]), state
            assert str(number) not in inside, "a number without its sign"
