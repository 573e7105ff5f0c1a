"""Where every line of a worksheet stands, from the headings above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from zi_metrics.lke import Aspect
from zi_metrics.sources.lke_workbook.lines import Line
from zi_metrics.sources.lke_workbook.outline import (
    AREA,
    ASPECT_OF,
    COMPONENT,
    QUESTION,
    SUB_AREA,
    Outline,
)
from zi_metrics.sources.lke_workbook.placed import Headed, Kind, Placed
from zi_metrics.sources.lke_workbook.texts import Comparer, Named, Near, words
from zi_metrics.sources.lke_workbook.words import (
    INPUT_KINDS,
    INPUT_WORD,
    PERFORMANCE_BEGINNINGS,
    RESULT_WORDS,
    SURVEY_BEGINNINGS,
    SURVEY_WORD,
    TOTALS,
)

ALIKE = 0.8
"""From here on a text is taken for a heading."""
_SURE = 0.9
_SUB_AREA_NUMBERS = frozenset({"i", "ii", "iii", "iv", "v", "vi"})


@dataclass
class _Walk:
    """What was passed on the way down a sheet."""

    outline: Outline
    comparer: Comparer
    aspect: Aspect | None = None
    area: int | None = None
    sub_area: int | None = None
    after: int = -1
    letter: str = ""
    in_results: bool = False
    passed: set[tuple[str, int]] = field(default_factory=set)
    found: set[int] = field(default_factory=set)

    def take(self, line: Line) -> Placed:
        """The next line."""
        for text in line.above:
            self._head(self.comparer.nearest(text), None)
        near = self.comparer.nearest(line.text)
        question = _best(near, QUESTION)
        if key := self._total(line):
            return Placed(line, Kind.TOTAL, key=key)
        if self._is_input(line, question):
            return Placed(line, Kind.INPUT, self.sub_area)
        if key := self._result(line) if question < ALIKE else "":
            return Placed(line, Kind.RESULT, key=key, near=near)
        floor = question if line.is_asked else None
        key = self._head(near, floor)
        if not key and self._is_bare_heading(line, near):
            key = self._numbered(line.marker)
        kind = Kind.HEADING if key else Kind.QUESTION if question >= ALIKE else Kind.UNKNOWN
        if not key and line.letter:
            self.letter = line.letter
        return Placed(line, kind, self.sub_area, self.after, self.letter, key, near)

    def _head(self, near: Sequence[Near], question: float | None) -> str:
        """Go under the heading that a text names.

        question: how alike the text is to a question, where the row asks one.
        """
        named = self._heading(near)
        if named is None or (question is not None and question >= named.similarity):
            return ""
        if question is None and _best(near, QUESTION) > named.similarity:
            return ""
        return self._go(named.named)

    def _heading(self, near: Sequence[Near]) -> Near | None:
        """The heading a text means; one of the area that was reached goes before others."""
        likely = [each for each in near if each.named.kind != QUESTION and _is_sure(each)]
        here = [each for each in likely if self._is_here(each.named)]
        return next(iter(here or likely), None)

    def _is_here(self, named: Named) -> bool:
        if named.kind != SUB_AREA:
            return False
        sub_area = self.outline.sub_areas[int(named.name)]
        return (sub_area.aspect, sub_area.area_no) == (self.aspect, self.area)

    def _go(self, named: Named) -> str:
        """Go under a heading; the key of its own score."""
        self.letter = ""
        if named.kind == COMPONENT:
            return self._go_component(named.name)
        if named.kind == AREA:
            return self._go_area(int(named.name))
        self._enter(int(named.name))
        self.found.add(int(named.name))
        return SUB_AREA

    def _go_component(self, key: str) -> str:
        if key in ASPECT_OF:
            self.aspect, self.area, self.sub_area = ASPECT_OF[key], None, None
            self.after = self.outline.first_of(self.aspect, 1) - 1
            self.in_results = False
        elif key != "pengungkit":
            self.in_results, self.sub_area = True, None
            self.after = len(self.outline.sub_areas) - 1
        return key

    def _go_area(self, number: int) -> str:
        aspect = self.aspect or Aspect.FULFILMENT
        if (aspect, number) in self.passed:
            aspect = Aspect.REFORM
        self.aspect, self.area, self.sub_area = aspect, number, None
        self.passed.add((aspect, number))
        self.after = self.outline.first_of(aspect, number) - 1
        self.in_results = False
        return f"{aspect.lower()}.{number}"

    def _enter(self, position: int) -> None:
        sub_area = self.outline.sub_areas[position]
        self.aspect, self.area = Aspect(sub_area.aspect), sub_area.area_no
        self.passed.add((self.aspect, self.area))
        self.sub_area = self.after = position
        self.in_results = False

    def _numbered(self, marker: str) -> str:
        """Go under a sub-area that only its number names."""
        if self.aspect is None or self.area is None:
            return ""
        position = self.outline.number(self.aspect, self.area, marker)
        if position is None:
            return ""
        self.letter = ""
        self._enter(position)
        return SUB_AREA

    def _is_bare_heading(self, line: Line, near: Sequence[Near]) -> bool:
        """Whether a number of a sub-area stands before a text that says nothing known."""
        is_known = bool(near) and near[0].similarity >= ALIKE
        return line.marker in _SUB_AREA_NUMBERS and not line.is_asked and not is_known

    def _total(self, line: Line) -> str:
        said = words(line.text)
        if line.is_asked or not said:
            return ""
        return next((key for start, key in TOTALS.items() if _begins(said, start)), "")

    def _is_input(self, line: Line, question: float) -> bool:
        if line.kind:
            return line.kind in INPUT_KINDS
        is_counted = words(line.text).startswith(INPUT_WORD) or line.marker == "-"
        return is_counted and question < ALIKE and self.sub_area is not None

    def _result(self, line: Line) -> str:
        """The part of Hasil that a row is of; outside of Hasil only a survey, by its words."""
        said = words(line.text)
        if not self.in_results and not (line.is_asked and _says_result(said)):
            return ""
        named = (
            key
            for key, (needed, one_of) in RESULT_WORDS.items()
            if needed in said and any(word in said for word in one_of.split("|"))
        )
        return next((key for key in named if key in self.outline.results), "")


def place(lines: Iterable[Line], outline: Outline, comparer: Comparer) -> Headed:
    """Every line with its place, in the order of the sheet."""
    walk = _Walk(outline, comparer)
    placed = tuple(walk.take(line) for line in lines)
    return Headed(placed, frozenset(walk.found))


def _says_result(said: str) -> bool:
    """Whether a text names a part of Hasil wherever it stands."""
    return (said.startswith(SURVEY_BEGINNINGS) and SURVEY_WORD in said) or said.startswith(
        PERFORMANCE_BEGINNINGS
    )


def _best(near: Sequence[Near], kind: str) -> float:
    return max((each.similarity for each in near if each.named.kind == kind), default=0.0)


def _is_sure(near: Near) -> bool:
    return near.similarity >= (_SURE if near.named.kind == COMPONENT else ALIKE)


def _begins(said: str, start: str) -> bool:
    return said == start or said.startswith(f"{start} ")
