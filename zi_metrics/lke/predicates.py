"""The minima of the predicates: which a worksheet meets, and by how much it misses the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from zi_metrics.lke.answers import exact
from zi_metrics.lke.catalogue import Catalogue
from zi_metrics.lke.worksheet import Worksheet


class Predicate(StrEnum):
    """What a unit may be proposed for; the second asks for the first."""

    WBK = "WBK"
    WBBM = "WBBM"


class Rule(StrEnum):
    """The seven minima, in the order of the regulation; values are keys of its rules."""

    TOTAL = "total"
    PENGUNGKIT = "pengungkit"
    EACH_AREA = "each_area_share"
    BERSIH_AKUNTABEL = "bersih_akuntabel"
    IPAK = "ipak"
    CAPAIAN_KINERJA = "capaian_kinerja"
    PELAYANAN_PRIMA = "pelayanan_prima"

    @property
    def is_share(self) -> bool:
        """Whether value and minimum are shares (0..1) and not points."""
        return self is Rule.EACH_AREA


class Standing(StrEnum):
    """How a worksheet stands against a minimum."""

    MET = "memenuhi"
    UNMET = "belum memenuhi"
    UNKNOWN = "belum diisi"
    """Missed as it is, but Hasil it rests on is not filled in."""


@dataclass(frozen=True)
class Tested:
    """A worksheet against one minimum; value and minimum are points, or shares of an area.

    area_no: of the rule for each area, the one that is furthest below (or least above) it.
    """

    rule: Rule
    value: Fraction
    minimum: Fraction
    standing: Standing
    area_no: int | None = None

    @property
    def difference(self) -> Fraction:
        """How far above the minimum; under 0 what is missing."""
        return self.value - self.minimum

    @property
    def is_met(self) -> bool:
        """Whether the minimum is reached: exactly, nothing is rounded."""
        return self.standing is Standing.MET


def minimum(catalogue: Catalogue, predicate: Predicate, rule: Rule) -> Fraction:
    """A minimum, in points or as a share of an area's points."""
    stated: dict[str, Any] = catalogue.rules["predicates"][predicate]
    return exact(float(stated[rule]))


def area_shares(sheet: Worksheet) -> dict[int, Fraction]:
    """Share of each area's points in both aspects together, 0..1, in official order."""
    return {area.number: sheet.score(area_no=area.number).share for area in sheet.catalogue.areas}


def tested(sheet: Worksheet, predicate: Predicate) -> tuple[Tested, ...]:
    """The seven minima of a predicate, in official order."""
    return tuple(_tested(sheet, predicate, rule) for rule in Rule)


def _tested(sheet: Worksheet, predicate: Predicate, rule: Rule) -> Tested:
    least = minimum(sheet.catalogue, predicate, rule)
    area_no = None
    if rule is Rule.EACH_AREA:
        shares = area_shares(sheet)
        area_no = min(shares, key=lambda number: shares[number])
        value = shares[area_no]
    else:
        value = _value(sheet, rule)
    standing = Standing.MET if value >= least else _missed(sheet, rule)
    return Tested(rule, value, least, standing, area_no)


def _value(sheet: Worksheet, rule: Rule) -> Fraction:
    if rule is Rule.TOTAL:
        return sheet.total
    if rule is Rule.PENGUNGKIT:
        return sheet.pengungkit.points
    for part in sheet.parts:
        if part.key == rule:
            return sheet.result_points(part)
    return sheet.component_points(rule)


def _missed(sheet: Worksheet, rule: Rule) -> Standing:
    rests_on_blank = any(
        rule in {Rule.TOTAL, part.key, part.component} for part in sheet.blank_parts
    )
    return Standing.UNKNOWN if rests_on_blank else Standing.UNMET


def reached(sheet: Worksheet) -> Predicate | None:
    """The highest predicate whose minima are all met, by a worksheet that is filled in.

    Only ever a simulation: the Minister decides, on the national team's recommendation. Of a
    worksheet with gaps nothing may be said; ask `sheet.is_filled` first.
    """
    if not sheet.is_filled:
        return None
    met = [each for each in Predicate if all(test.is_met for test in tested(sheet, each))]
    return met[-1] if met else None
