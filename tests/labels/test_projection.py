"""What is said of the estimate."""

from __future__ import annotations

from datetime import date

import pytest

from zi_metrics.labels.projection import mark, sentence, span, target_mark
from zi_metrics.metrics.projection import (
    LEAST_DAYS,
    LEAST_SNAPSHOTS,
    Estimate,
    NoEstimate,
)

ON = date(2026, 5, 31)
POINTS = [(date(2025, 3, 31), 0.1), (date(2025, 4, 30), None), (date(2025, 5, 20), 0.2)]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.74, 0.88, "74–88 %"),
        (0.812, 0.818, "81–82 %"),
        (0.816, 0.824, "82 %"),
        (0.003, 0.05, "<1–5 %"),
        (0.0, 0.05, "0–5 %"),
        (0.96, 0.998, "96–99 %"),
        (0.96, 1.0, "96–100 %"),
        (0.992, 0.999, "99 %"),
    ],
)
def test_range_is_told_in_whole_percent_never_rounded_up_to_100(
    low: float, high: float, told: str
) -> None:
    assert plain(span(low, high)) == told
    assert plain(mark(low, high)) == f"perkiraan {told}"


def test_estimate_is_named_one_and_no_promise() -> None:
    told = sentence(Estimate(ON, 0.74, 0.88), POINTS)
    assert plain(told) == (
        "Perkiraan per 31 Mei 2026: 74–88 %, bila lajunya tetap seperti selama ini; bukan janji."
    )


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (0.70, "Target 70 % tercapai dalam seluruh rentang itu."),
        (0.74, "Target 74 % tercapai dalam seluruh rentang itu."),
        (0.80, "Target 80 % berada di dalam rentang itu, jadi belum pasti tercapai."),
        # shown as 88 % like the end of the range: nothing else may be said of it
        (0.8801, "Target 88 % berada di dalam rentang itu, jadi belum pasti tercapai."),
        (0.90, "Dengan laju itu target 90 % belum tercapai."),
    ],
)
def test_target_is_compared_with_the_range(target: float, told: str) -> None:
    assert plain(sentence(Estimate(ON, 0.74, 0.88), POINTS, target)).endswith(f"janji. {told}")


def test_doubts_are_told() -> None:
    told = sentence(Estimate(ON, 0.74, 0.88, is_far=True, is_thin=True), POINTS)
    assert told.endswith(
        "Tanggal targetnya masih jauh dibanding masa yang tercakup potret. "
        "Potretnya berdekatan, jadi lajunya belum pasti."
    )


NEEDED = f"perlu {LEAST_SNAPSHOTS} potret dalam sekurangnya {LEAST_DAYS} hari"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (NoEstimate.TOO_FEW, f"baru 2 potret ({NEEDED})."),
        (NoEstimate.TOO_SHORT, f"potretnya baru mencakup 50 hari ({NEEDED})."),
        (NoEstimate.NO_TARGET_DATE, "Tanggal target belum diisi di Pengaturan."),
        (NoEstimate.TARGET_PASSED, "Tanggal target sudah tiba atau lewat."),
        (NoEstimate.UNKNOWN, "kelengkapan pada potret terbaru tidak dapat dihitung."),
    ],
)
def test_every_reason_is_told(reason: NoEstimate, told: str) -> None:
    assert sentence(reason, POINTS, 0.9) == f"Perkiraan belum dapat dibuat: {told}"


def test_no_reason_is_left_untold() -> None:
    for reason in NoEstimate:
        assert sentence(reason, []).startswith("Perkiraan belum dapat dibuat: ")


def test_without_any_share_no_number_is_told() -> None:
    assert sentence(NoEstimate.TOO_FEW, [(ON, None)]) == (
        f"Perkiraan belum dapat dibuat: belum ada potret yang dapat dihitung ({NEEDED})."
    )


def test_target_is_named_with_its_date_where_it_has_one() -> None:
    assert [plain(line) for line in target_mark(0.9, ON)] == ["target 90 %", "31 Mei 2026"]
    assert [plain(line) for line in target_mark(0.9, None)] == ["target 90 %"]
