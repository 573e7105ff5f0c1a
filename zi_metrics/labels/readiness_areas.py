"""Kesiapan: the areas against their minima, as bars and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels.numbers import NBSP
from zi_metrics.labels.sentences import listed

AREAS_TITLE = "Nilai setiap area terhadap nilai minimalnya"
AREAS_AXIS = "Bagian dari nilai area (%)"
AREA_HEADERS = ("Area", "Bobot", "Pemenuhan", "Reform", "Jumlah", "Bagian", "Terjawab")
ANSWERED_ONLY_HEADER = "Bila yang kosong tidak dihitung"
NO_AREAS = "Belum ada jawaban, jadi nilai area belum dapat digambar."


def minimum_mark(predicate: str, share: str) -> str:
    """'WBK 60 %', at the line that all areas must reach."""
    return f"{predicate} {share}{NBSP}%"


def difference_to(predicate: str) -> str:
    return f"Selisih ke nilai minimal {predicate} (poin persen)"


def area_standing(reached_minima: Sequence[str], minima: int) -> str:
    """What stands beside the bar of an area: the minima that it reaches, by their predicates."""
    if not reached_minima:
        return "○ di bawah nilai minimal"
    if len(reached_minima) == minima:
        return "● mencapai semua minimal"
    return f"◐ mencapai minimal {listed(reached_minima)}"


def areas(
    worst: tuple[str, str], counted: Sequence[tuple[str, str, int]], of: int, *, is_scenario: bool
) -> str:
    """worst: area and its share; counted: predicate, its minimum in percent, areas that reach it.

    of: how many areas there are.
    """
    told = [f"{met} mencapai {share}{NBSP}% untuk {name}" for name, share, met in counted]
    supposed = " Angka ini mengandaikan skenario." if is_scenario else ""
    return f"Terendah {worst[0]}, {worst[1]}. Dari {of} area, {listed(told)}.{supposed}"
