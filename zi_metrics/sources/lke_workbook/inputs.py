"""The counts of a percentage question, from the rows of sums below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zi_metrics.labels import lke_workbook as text
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.lke.catalogue import Question
from zi_metrics.sources.grid import Value
from zi_metrics.sources.lke_workbook.placed import Kind, Placed
from zi_metrics.sources.lke_workbook.sheet import number_of
from zi_metrics.sources.lke_workbook.texts import words
from zi_metrics.sources.lke_workbook.words import ANY_INPUTS, INPUT_WORDS, Sides

LARGEST_COUNT = 10**9
_CLOSE = Fraction(1, 200)


@dataclass(frozen=True)
class Counts:
    """Numerator and denominator; remark: what is wrong with the rows, though they are filled.

    is_lost: something was filled in, and neither the rows nor an answered ratio give a score.
    """

    numerator: float | None = None
    denominator: float | None = None
    remark: str = ""
    is_lost: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether both are known."""
        return self.numerator is not None and self.denominator is not None


@dataclass(frozen=True)
class _Input:
    words: str
    number: float | None


def counts_of(question: Question, lines: Sequence[Placed], written: str | None) -> Counts:
    """The counts that the rows below a question hold.

    Which is which is told by their words; of two rows without such words the first is the whole,
    unless only the other way round gives the ratio that was answered. One alone is told where no
    ratio was answered; of a decline only the whole, because the part is what is left now.
    """
    if question.options is not None or all(each.line.answer is None for each in lines):
        return Counts()
    said = _said(written, question)
    inputs = [_Input(words(each.line.text), _count(each.line.answer)) for each in lines]
    if all(each.number is None for each in inputs):
        return _lost(text.INPUTS_NO_NUMBERS, said)
    told = _told(inputs, INPUT_WORDS.get(question.code, ANY_INPUTS))
    if told is None:
        return _lost(text.INPUTS_UNCLEAR, said)
    part, whole, is_by_words = told
    if part is None or whole is None:
        return _half(part, whole, said, question)
    if not is_by_words and _says(said, whole, part):
        part, whole = whole, part
    if question.is_improvement:
        part = whole - part
    return Counts(part, whole)


def _half(
    part: float | None, whole: float | None, said: Fraction | None, question: Question
) -> Counts:
    """One of the two, where no ratio was answered that goes before it."""
    part = None if question.is_improvement else part
    if said is not None or (part is None and whole is None):
        return _lost(text.INPUTS_INCOMPLETE, said)
    return Counts(part, whole)


def _lost(why: str, said: Fraction | None) -> Counts:
    """No counts; said: the ratio that was answered."""
    return Counts(remark=text.inputs_unused(why, has_ratio=said is not None), is_lost=said is None)


def _said(written: str | None, question: Question) -> Fraction | None:
    """The ratio in the cell of the answer."""
    return read_answer(Written(written), None, is_improvement=question.is_improvement).score


def _count(cell: Value) -> float | None:
    number = number_of(cell)
    return number if number is not None and abs(number) <= LARGEST_COUNT else None


def _told(inputs: Sequence[_Input], sides: Sides) -> tuple[float | None, float | None, bool] | None:
    """Part, whole, and whether both are known by their words; None where it cannot be told."""
    kept = [each for each in inputs if not _has(each, sides.aside)]
    parts = [i for i, each in enumerate(kept) if _has(each, sides.part)]
    wholes = [i for i, each in enumerate(kept) if i not in parts and _has(each, sides.whole)]
    if parts and wholes:
        part, whole = parts[-1], wholes[0]
        return kept[part].number, _sum(kept, whole, part), True
    if len(kept) != 2:
        return None
    part = parts[0] if len(parts) == 1 else 1 - wholes[0] if len(wholes) == 1 else 1
    return kept[part].number, kept[1 - part].number, bool(parts or wholes)


def _sum(inputs: Sequence[_Input], whole: int, part: int) -> float | None:
    """The number of the whole, or of the rows between it and the part that make it up."""
    if inputs[whole].number is not None or part < whole:
        return inputs[whole].number
    between = [each.number for each in inputs[whole + 1 : part] if each.number is not None]
    return sum(between) if between else None


def _has(each: _Input, listed: str) -> bool:
    return any(word in each.words for word in listed.split("|") if word)


def _says(said: Fraction | None, part: float, whole: float) -> bool:
    """Whether an answered ratio is part / whole, and not whole / part."""
    if said is None or not part or not whole:
        return False
    ratio, turned = Fraction(part) / Fraction(whole), Fraction(whole) / Fraction(part)
    return abs(ratio - said) < _CLOSE <= abs(turned - said)


def inputs_below(lines: Sequence[Placed], owners: Mapping[int, str]) -> dict[str, list[Placed]]:
    """The rows of sums below each question; owners: code by the row of its line.

    Those below anything else that asks or is answered, and those below a heading, are of `''`.
    """
    below: dict[str, list[Placed]] = {}
    owner = ""
    for placed in lines:
        if placed.kind is Kind.INPUT:
            below.setdefault(owner, []).append(placed)
        elif placed.line.row in owners:
            owner = owners[placed.line.row]
        elif placed.line.is_asked or placed.kind is Kind.HEADING:
            owner = ""
    return below
