"""Hasil: two surveys and the unit's performance, what was entered of them and its points."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from zi_metrics.lke.answers import Written, exact, read_answer
from zi_metrics.lke.catalogue import Catalogue
from zi_metrics.matching import folded, name_key

_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,18})?", re.ASCII)


class ResultFault(StrEnum):
    """What is wrong with a value of Hasil; sentences for people are in labels."""

    NOT_AN_INDEX = "no number"
    OUT_OF_SCALE = "an index outside its scale"
    NOT_AN_OPTION = "not an option"


@dataclass(frozen=True)
class ResultPart:
    """A part of Hasil.

    component: key of the component it belongs to. points: what the best value is worth. highest:
    top of the scale of a survey's index, which starts at 0; None where `options` are chosen from.
    """

    key: str
    name: str
    component: str
    points: Fraction
    highest: Fraction | None
    options: Mapping[str, Fraction] | None

    @property
    def is_survey(self) -> bool:
        """Whether its value is the index of a survey."""
        return self.highest is not None


@dataclass(frozen=True)
class ResultValue:
    """A part's value as read.

    shown: as it was entered; share: of the part's points (0..1), None where there is nothing to
    score, which counts 0. index: of a survey.
    """

    shown: str = ""
    share: Fraction | None = None
    index: Fraction | None = None
    fault: ResultFault | None = None

    @property
    def is_filled(self) -> bool:
        """Whether it can be scored."""
        return self.share is not None


NO_VALUE = ResultValue()
OFFICIAL_ASSESSOR = "TPN"


def result_parts(catalogue: Catalogue) -> tuple[ResultPart, ...]:
    """The parts of Hasil in official order."""
    return tuple(
        _part(part, component["key"], catalogue)
        for component in catalogue.rules["results"]
        for part in component["parts"]
    )


def _part(part: Mapping[str, str], component: str, catalogue: Catalogue) -> ResultPart:
    _, _, highest = part["input"].partition("..")
    options = catalogue.rules["answer_scores"].get(part["input"])
    return ResultPart(
        key=part["key"],
        name=part["name"],
        component=component,
        points=exact(float(part["weight"])),
        highest=Fraction(highest) if highest else None,
        options=options and {option: exact(score) for option, score in options.items()},
    )


def part_named(written: str | None, catalogue: Catalogue) -> ResultPart | None:
    """The part that a name or one of its aliases means, whatever its case and punctuation."""
    if written is None:
        return None
    key = name_key(written)
    named = [
        (part["key"], [part["name"], part["key"], *part["aliases"]])
        for component in catalogue.rules["results"]
        for part in component["parts"]
    ]
    found = [part_key for part_key, names in named if key in map(name_key, names)]
    return next((part for part in result_parts(catalogue) if part.key in found), None)


@dataclass(frozen=True)
class Found:
    """A value as a row of the tab Hasil has it; part: None where the row names none."""

    part: ResultPart | None
    value: ResultValue
    is_of_year: bool
    is_official: bool


def found(
    written: Mapping[str, str | None], year: int | None, assessed: int | None, catalogue: Catalogue
) -> Found:
    """What a row holds.

    written: its component, value and assessor. year: of the row, assessed: the one that is scored;
    a row without a year is of any, and so is every row where the assessed year is not known.
    """
    part = part_named(written["component"], catalogue)
    return Found(
        part=part,
        value=NO_VALUE if part is None else read_result(written["value"], part),
        is_of_year=assessed is None or year in {None, assessed},
        is_official=is_official(written["assessor"]),
    )


def is_official(assessor: str | None) -> bool:
    """Whether the national team found a value; else it is the unit's own."""
    return OFFICIAL_ASSESSOR in (assessor or "").upper()


def counting(rows: Sequence[Found]) -> dict[str, int]:
    """The row that counts of each part, by its key.

    Only values of the assessed year that can be scored count; the national team's before the unit's
    own, and then the last one.
    """
    chosen: dict[str, int] = {}
    for number, row in enumerate(rows):
        if row.part is None or not row.is_of_year or not row.value.is_filled:
            continue
        before = chosen.get(row.part.key)
        if before is None or row.is_official >= rows[before].is_official:
            chosen[row.part.key] = number
    return chosen


def read_result(written: str | None, part: ResultPart) -> ResultValue:
    """A value of a part: an index such as `3,6`, or a letter."""
    answer = Written(written)
    if written is None or answer.is_blank:
        return NO_VALUE
    if part.options is not None:
        chosen = read_answer(answer, part.options)
        fault = None if chosen.is_answered else ResultFault.NOT_AN_OPTION
        return ResultValue(chosen.option or written, chosen.score, fault=fault)
    if part.highest is None:
        raise ValueError(part.key)
    number = _NUMBER.fullmatch(folded(written))
    if number is None:
        return ResultValue(written, fault=ResultFault.NOT_AN_INDEX)
    index = Fraction(number[0].replace(",", "."))
    if index > part.highest:
        return ResultValue(written, fault=ResultFault.OUT_OF_SCALE)
    return ResultValue(written, index / part.highest, index)
