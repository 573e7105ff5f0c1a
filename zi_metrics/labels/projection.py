"""What is said of the estimate: its range, its doubts, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from zi_metrics.labels.numbers import long_date, percent, short_date

NAME = "Perkiraan"
RANGE = "Rentang perkiraan"


class EstimateLike(Protocol):
    """What an estimate needs to be told: see `metrics.projection.Estimate`."""

    @property
    def on(self) -> date: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def is_far(self) -> bool: ...
    @property
    def is_thin(self) -> bool: ...


def span(low: float, high: float) -> str:
    """'74–88 %', or '82 %' where both ends read the same."""
    ends = percent(low), percent(high)
    return ends[1] if ends[0] == ends[1] else f"{ends[0][:-2]}–{ends[1]}"


def mark(low: float, high: float) -> str:
    """The words beside the drawn range: 'perkiraan 74–88 %'."""
    return f"{NAME.lower()} {span(low, high)}"


def mark_lines(low: float, high: float) -> tuple[str, str]:
    """The same on two lines, for beside the drawing."""
    return NAME.lower(), span(low, high)


def target_mark(target: float, on: date | None) -> tuple[str, ...]:
    """The words beside the line of the target: 'target 90 %', and its date when it has one."""
    return (f"target {percent(target)}", *([short_date(on)] if on else []))


def sentence(
    result: EstimateLike | str,
    points: Sequence[tuple[date, float | None]],
    target: float | None = None,
) -> str:
    """The estimate in words, or why there is none.

    result: of `metrics.projection.estimate` for the same points; points: date and share.
    """
    if isinstance(result, str):
        return f"{NAME} belum dapat dibuat: {_reason(result, points)}."
    told = (
        f"{NAME} per {long_date(result.on)}: {span(result.low, result.high)}, bila lajunya tetap "
        "seperti selama ini; bukan janji."
    )
    return " ".join([told, *_target(result, target), *_doubts(result)])


def _reason(result: str, points: Sequence[tuple[date, float | None]]) -> str:
    days = sorted({day for day, share in points if share is not None})
    needed = "perlu 3 potret dalam sekurangnya 60 hari"
    reasons = {
        "too few": f"baru {len(days)} potret ({needed})"
        if days
        else f"belum ada potret yang dapat dihitung ({needed})",
        "too short": f"potretnya baru mencakup {(days[-1] - days[0]).days if days else 0} hari "
        f"({needed})",
        "no target date": "Tanggal target belum diisi di Pengaturan",
        "target passed": "Tanggal target sudah tiba atau lewat",
        "unknown": "kelengkapan pada potret terbaru tidak dapat dihitung",
    }
    return reasons[result]


def _target(result: EstimateLike, target: float | None) -> list[str]:
    if target is None:
        return []
    if target <= result.low:
        return [f"Target {percent(target)} tercapai dalam seluruh rentang itu."]
    if target <= result.high or percent(target) == percent(result.high):
        return [f"Target {percent(target)} berada di dalam rentang itu, jadi belum pasti tercapai."]
    return [f"Dengan laju itu target {percent(target)} belum tercapai."]


def _doubts(result: EstimateLike) -> list[str]:
    doubts = []
    if result.is_far:
        doubts.append("Tanggal targetnya masih jauh dibanding masa yang tercakup potret.")
    if result.is_thin:
        doubts.append("Potretnya berdekatan, jadi lajunya belum pasti.")
    return doubts
