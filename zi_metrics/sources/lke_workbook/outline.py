"""The official hierarchy as texts: what every row of a worksheet may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from zi_metrics.lke import Aspect, Catalogue
from zi_metrics.lke.results import result_parts
from zi_metrics.sources.lke_workbook.texts import Likeness, Named
from zi_metrics.sources.lke_workbook.words import COMPONENTS, OTHER_TEXTS

_WORTH_OF_OTHER = 0.99
QUESTION, SUB_AREA, AREA, COMPONENT = "question", "sub_area", "area", "component"


class SubArea(NamedTuple):
    """A sub-area; codes: of its questions in official order."""

    aspect: str
    area_no: int
    number: str
    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Outline:
    """The sub-areas in official order, where each question belongs, and all texts to compare with.

    letters: letter of every question, empty where its code has none. results: keys of the parts
    of Hasil.
    """

    catalogue: Catalogue
    sub_areas: tuple[SubArea, ...]
    sub_area_of: Mapping[str, int]
    letters: Mapping[str, str]
    results: tuple[str, ...]
    likeness: Likeness

    def number(self, aspect: str, area_no: int, number: str) -> int | None:
        """The position of a sub-area."""
        wanted = (aspect, area_no, number)
        return next((i for i, each in enumerate(self.sub_areas) if each[:3] == wanted), None)

    def first_of(self, aspect: str, area_no: int) -> int:
        """The position of an area's first sub-area."""
        pairs = [each[:2] for each in self.sub_areas]
        return pairs.index((aspect, area_no))

    def lettered(self, position: int, letter: str) -> str | None:
        """The question of a sub-area with a letter; the only one it has under any."""
        codes = self.sub_areas[position].codes
        if len(codes) == 1:
            return codes[0]
        return next((code for code in codes if self.letters[code] == letter), None)


@lru_cache(maxsize=4)
def outline_of(catalogue: Catalogue) -> Outline:
    """The outline of a regulation's list."""
    rows = catalogue.indicators
    names = ["aspect", "area_no", "sub_area_no", "sub_area", "code", "question_no", "question"]
    grouped: dict[tuple[str, int, str, str], list[str]] = {}
    letters: dict[str, str] = {}
    questions: dict[str, str] = {}
    for aspect, area_no, number, sub_area, code, letter, question in rows[names].itertuples(
        index=False
    ):
        grouped.setdefault((aspect, area_no, number, sub_area), []).append(code)
        letters[code], questions[code] = letter, question
    sub_areas = tuple(SubArea(*key, tuple(codes)) for key, codes in grouped.items())
    return Outline(
        catalogue=catalogue,
        sub_areas=sub_areas,
        sub_area_of={code: i for i, each in enumerate(sub_areas) for code in each.codes},
        letters=letters,
        results=tuple(part.key for part in result_parts(catalogue)),
        likeness=Likeness(_texts(catalogue, sub_areas, questions)),
    )


def _texts(
    catalogue: Catalogue, sub_areas: tuple[SubArea, ...], questions: Mapping[str, str]
) -> Iterator[tuple[Named, str, float]]:
    for code, question in questions.items():
        yield Named(QUESTION, code), question, 1.0
        for other in OTHER_TEXTS.get(code, ()):
            yield Named(QUESTION, code), other, _WORTH_OF_OTHER
    for position, sub_area in enumerate(sub_areas):
        yield Named(SUB_AREA, str(position)), sub_area.name, 1.0
    for area in catalogue.areas:
        yield Named(AREA, str(area.number)), area.name, 1.0
    for words, key in COMPONENTS.items():
        yield Named(COMPONENT, key), words, 1.0
    for component in catalogue.rules["results"]:
        yield Named(COMPONENT, component["key"]), component["component"], 1.0


ASPECT_OF = {"pemenuhan": Aspect.FULFILMENT, "reform": Aspect.REFORM}
"""Aspects by the key of their heading."""
