"""Percentages and parts to one place, and whether they are seen to add up."""

from __future__ import annotations

import pytest

from zi_metrics.labels.change_numbers import adds_up, part, percent_tenths, small_part
from zi_metrics.labels.numbers import NBSP


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.5731, "57,3"),
        (0.99996, "99,9"),
        (1.0, "100,0"),
        (0.0001, "0,1"),
        (0.0, "0,0"),
    ],
)
def test_percentage_is_never_rounded_up_to_100_nor_down_to_0(share: float, shown: str) -> None:
    assert percent_tenths(share) == f"{shown}{NBSP}%"


@pytest.mark.parametrize(
    ("share", "shown", "small"),
    [
        (0.0734, "+7,3", "+7,34"),
        (-0.0275, "−2,8", "−2,75"),
        (0.0003, "±0,0", "+0,03"),
        (0.00001, "±0,0", "±0,00"),
        (0.0, "0", "–"),
        (None, "–", "–"),
        (float("nan"), "–", "–"),
    ],
)
def test_part_has_its_sign_and_nothing_is_told_from_little(
    share: float | None, shown: str, small: str
) -> None:
    assert (part(share), small_part(share)) == (shown, small)


def test_what_is_shown_adds_up_or_does_not() -> None:
    assert adds_up(0.45, [0.1, -0.02], 0.53)
    # 45,0 + 3,3 + 3,3 + 3,3 is shown as 54,9, and 55,0 is what there is
    assert not adds_up(0.45, [1 / 30, 1 / 30, 1 / 30], 0.55)
