"""The totals a workbook states, beside ours, and which of its known habits explain a difference.

Nothing is guessed: a habit is named where adding up its way gives exactly what the workbook states.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from zi_metrics.lke import AREA_NUMBERS, Aspect, Catalogue
from zi_metrics.lke.catalogue import Question
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.sources.lke_workbook import LkeWorkbook
from zi_metrics.template.lke_compared.rows import ROUNDED, SAME, Scored, stored_scores

TOTAL, PENGUNGKIT, HASIL = "total", "pengungkit", "hasil"
_ASPECTS = {"pemenuhan": Aspect.FULFILMENT, "reform": Aspect.REFORM}
_PARTS = {
    **{name: tuple(f"{name}.{number}" for number in AREA_NUMBERS) for name in _ASPECTS},
    PENGUNGKIT: tuple(_ASPECTS),
    TOTAL: (PENGUNGKIT, HASIL),
}
_OF_AREAS = tuple(f"{aspect}.{number}" for aspect in _ASPECTS for number in AREA_NUMBERS)
GROUPS = (*_OF_AREAS, *_ASPECTS, PENGUNGKIT, HASIL, TOTAL)
"""Keys of what a workbook may state, parts before their sums."""
TOTALS = (TOTAL, PENGUNGKIT, *_ASPECTS, HASIL)
"""Those of the whole unit, the widest first."""


class GroupWhy(StrEnum):
    """Why a stated total is not ours."""

    ROWS = "rows"
    """It adds up the stored scores, which differ row by row."""
    BLANKS = "blanks"
    """It leaves blank rows out of the means."""
    LHKASN = "lhkasn"
    """It leaves out a question that the circulated workbook forgets."""
    ROUNDED = "rounded"
    MISSING = "missing"
    """It counts questions that were not found here."""
    PARTS = "parts"
    """It differs by as much as its parts do."""
    UNEXPLAINED = "unexplained"


_HABITS = (GroupWhy.ROWS, GroupWhy.BLANKS, GroupWhy.LHKASN)
_COMBINATIONS = tuple(
    frozenset(chosen) for size in range(len(_HABITS) + 1) for chosen in combinations(_HABITS, size)
)


@dataclass(frozen=True)
class GroupDifference:
    """A total as the workbook states it, and ours, in points; no reasons: they are the same."""

    key: str
    ours: Fraction
    theirs: Fraction
    reasons: tuple[GroupWhy, ...] = ()

    @property
    def points(self) -> Fraction:
        """Ours less theirs."""
        return self.ours - self.theirs

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return abs(self.points) <= SAME


def compared_totals(
    book: LkeWorkbook, sheet: Worksheet, rows: Iterable[Scored]
) -> tuple[GroupDifference, ...]:
    """Every total the workbook states, parts before their sums."""
    sums = Sums(sheet, stored_scores(rows))
    found: dict[str, GroupDifference] = {}
    for key in GROUPS:
        if key in book.own_scores:
            theirs = book.own_scores[key]
            ours = sums.of(key, frozenset())
            reasons = () if abs(ours - theirs) <= SAME else _reasons(key, theirs, sums, book, found)
            found[key] = GroupDifference(key, ours, theirs, reasons)
    return tuple(found.values())


def ours_of(key: str, sheet: Worksheet) -> Fraction:
    """Our points of a group."""
    return Sums(sheet, {}).of(key, frozenset())


def _reasons(
    key: str,
    theirs: Fraction,
    sums: Sums,
    book: LkeWorkbook,
    found: Mapping[str, GroupDifference],
) -> tuple[GroupWhy, ...]:
    for habits in _COMBINATIONS:
        if abs(sums.of(key, habits) - theirs) < ROUNDED:
            return tuple(_named(habits, sums.blanks(key), book.missing)) or (GroupWhy.ROUNDED,)
    parts = [found[part].points for part in _PARTS.get(key, ()) if part in found]
    difference = sums.of(key, frozenset()) - theirs
    if parts and abs(sum(parts, Fraction(0)) - difference) < ROUNDED:
        return (GroupWhy.PARTS,)
    if not {question.code for question in sums.questions(key)}.isdisjoint(book.missing):
        return (GroupWhy.MISSING,)
    return (GroupWhy.UNEXPLAINED,)


def _named(
    habits: Collection[GroupWhy], blanks: Collection[str], missing: Collection[str]
) -> Iterator[GroupWhy]:
    """The habits in order. A blank that was not found here may well be answered there."""
    for each in _HABITS:
        if each in habits and each is not GroupWhy.BLANKS:
            yield each
        elif each in habits:
            if not set(blanks) <= set(missing):
                yield GroupWhy.BLANKS
            if not set(blanks).isdisjoint(missing):
                yield GroupWhy.MISSING


class Sums:
    """Points of a group, added up by our rules or by a workbook's habits."""

    def __init__(self, sheet: Worksheet, stored: Mapping[str, Fraction | None]) -> None:
        self._sheet = sheet
        self._stored = stored
        self._ours = {code: answer.score for code, answer in sheet.answers.items()}
        self._forgotten = forgotten(sheet.catalogue)

    def of(self, key: str, habits: Collection[GroupWhy]) -> Fraction:
        """The group's points. habits: of the workbook; none: our own way."""
        scores = self._ours
        if GroupWhy.ROWS in habits:
            scores = {code: self._stored.get(code) for code in scores}
        asked = self.questions(key)
        if GroupWhy.LHKASN in habits:
            asked = [each for each in asked if each.code not in self._forgotten]
        points = sum(
            (_mean_points(group, scores, skips_blanks=GroupWhy.BLANKS in habits))
            for group in _sub_areas(asked)
        )
        return Fraction(points) + self._results(key, habits)

    def questions(self, key: str) -> list[Question]:
        """The questions of a group."""
        name, _, number = key.partition(".")
        return [
            question
            for question in self._sheet.catalogue.questions.values()
            if name in {TOTAL, PENGUNGKIT}
            or (question.aspect == _ASPECTS.get(name) and number in {"", str(question.area_no)})
        ]

    def blanks(self, key: str) -> list[str]:
        """Codes of the questions of a group without a score of ours."""
        return [each.code for each in self.questions(key) if self._ours[each.code] is None]

    def _results(self, key: str, habits: Collection[GroupWhy]) -> Fraction:
        if key not in {HASIL, TOTAL}:
            return Fraction(0)
        if GroupWhy.ROWS not in habits:
            return self._sheet.hasil
        stored = ((self._stored.get(part.key), part.points) for part in self._sheet.parts)
        return sum(((share or 0) * points for share, points in stored), Fraction(0))


def _sub_areas(questions: Iterable[Question]) -> Iterator[list[Question]]:
    groups: dict[tuple[str, int, str], list[Question]] = {}
    for each in questions:
        groups.setdefault((each.aspect, each.area_no, each.sub_area_no), []).append(each)
    yield from groups.values()


def _mean_points(
    sub_area: list[Question], scores: Mapping[str, Fraction | None], *, skips_blanks: bool
) -> Fraction:
    """Points of the questions of a sub-area that are left to count."""
    weight = sum((question.points for question in sub_area), Fraction(0))
    scored = [score for each in sub_area if (score := scores[each.code]) is not None]
    count = len(scored) if skips_blanks else len(sub_area)
    return weight * sum(scored, Fraction(0)) / count if count else Fraction(0)


def forgotten(catalogue: Catalogue) -> frozenset[str]:
    """Codes of the questions that the circulated workbook does not add up."""
    return frozenset(catalogue.rules["forgotten_in_circulated_total"])
