"""What was answered to a question of the worksheet, and the score that follows from it.

Scores are exact fractions: a worksheet is checked by hand, and a minimum is met or missed by 0.01.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from zi_metrics.matching import TICKS, folded

PERCENT = "%"
"""The type of questions that are answered by a ratio."""
DUST = Fraction(1, 10**9)
"""A ratio over 1 by less is 1: so much a formula may leave in a cell."""
_BLANK = frozenset({"belum diisi", "blm diisi", "belum dijawab", "belum", "n/a"})
_YES = frozenset({"y", "iya", "sudah", "v", "true", "benar", *TICKS})  # boxes can be ticked, too
_YES_NO = dict.fromkeys(_YES, "ya") | dict.fromkeys(("t", "tdk", "false", "salah"), "tidak")
_AROUND = " .()"
_PAIR = re.compile(r"(\d{1,9}) ?(?:/|dari) ?(\d{1,9})", re.ASCII)
_NUMBER = re.compile(r"([+-]?\d{1,9}(?:[.,]\d{1,18})?(?:e-?\d{1,2})?) ?(%?)", re.ASCII)
_NOTHING = re.compile(r"[-. ]*")
"""Dots and dashes, as people fill what they leave open."""
_CLOSE = Fraction(1, 200)


class AnswerFault(StrEnum):
    """What is wrong with an answer; sentences for people are in labels."""

    NOT_AN_OPTION = "not an option of its type"
    NOT_A_RATIO = "no ratio"
    OVER_ONE = "a ratio over 1"
    NEGATIVE = "a ratio under 0"
    HALF = "one of numerator and denominator is missing"
    ZERO_DENOMINATOR = "something of nothing"
    NOT_SCORABLE = "nothing of nothing"
    INPUTS_DISAGREE = "the answer is not numerator / denominator"
    """It counts: the two numbers go before the answer."""
    NUMBERS_IGNORED = "numbers beside an answer that is no ratio"
    """It counts: the answer is scored."""

    @property
    def counts(self) -> bool:
        """Whether the answer is scored in spite of it."""
        return self in {AnswerFault.INPUTS_DISAGREE, AnswerFault.NUMBERS_IGNORED}


@dataclass(frozen=True, slots=True)
class Written:
    """The cells of an answer; a missing one is None. numerator and denominator: of a ratio."""

    answer: str | None = None
    numerator: float | None = None
    denominator: float | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in; words that say so are nothing."""
        return _is_blank(self.answer) and self.numerator is None and self.denominator is None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as read.

    option: as the official list writes it (`Ya`, `B`), '' for a ratio or where none was read.
    score: 0..1; None when there is nothing that can be scored, which then counts 0. fault: None
    when there is none. numerator, denominator: the counts of a ratio, where they are known.
    """

    option: str = ""
    score: Fraction | None = None
    fault: AnswerFault | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None

    @property
    def is_answered(self) -> bool:
        """Whether it has a score."""
        return self.score is not None

    @property
    def is_filled(self) -> bool:
        """Whether the unit has said all it can: 0 of 0 cannot be scored, but is no gap."""
        return self.is_answered or self.is_of_nothing

    @property
    def is_of_nothing(self) -> bool:
        """Whether it is a ratio of 0 of 0, which cannot be scored."""
        return self.fault is AnswerFault.NOT_SCORABLE


BLANK = Answer()


def read_answer(
    written: Written, options: Mapping[str, Fraction] | None, *, is_improvement: bool = False
) -> Answer:
    """An answer of a type.

    options: score of each option; None for a ratio. is_improvement: whether the ratio is a decline
    of something bad, of which 0 of 0 is the best there is, and a rise (under 0) the worst.
    """
    if written.is_blank:
        return BLANK
    if options is None:
        return _ratio(written, is_improvement=is_improvement)
    option = _option(written.answer or "", tuple(options))
    if option is None:
        return BLANK if _is_blank(written.answer) else Answer(fault=AnswerFault.NOT_AN_OPTION)
    has_numbers = written.numerator is not None or written.denominator is not None
    return Answer(option, options[option], AnswerFault.NUMBERS_IGNORED if has_numbers else None)


@lru_cache(maxsize=1024)
def _option(written: str, options: tuple[str, ...]) -> str | None:
    """The option that a text names, in any case: `ya`, `B.`, `(b)`; None where it names none."""
    word = folded(written).strip(_AROUND)
    word = _YES_NO.get(word, word) if "Ya" in options else word
    return next((option for option in options if folded(option) == word), None)


def _ratio(written: Written, *, is_improvement: bool) -> Answer:
    if written.numerator is None and written.denominator is None:
        return _written_ratio(written.answer or "", is_improvement=is_improvement)
    if written.numerator is None or written.denominator is None:
        return Answer(fault=AnswerFault.HALF)
    counted = _of_counts(
        exact(written.numerator), exact(written.denominator), is_improvement=is_improvement
    )
    if counted.score is None or _is_blank(written.answer):
        return counted
    said = _written_ratio(written.answer or "", is_improvement=is_improvement)
    agrees = said.score is not None and abs(said.score - counted.score) < _CLOSE
    fault = None if agrees else AnswerFault.INPUTS_DISAGREE
    return Answer("", counted.score, fault, counted.numerator, counted.denominator)


def _written_ratio(text: str, *, is_improvement: bool) -> Answer:
    """A ratio as one text: `0,142857`, `14,29%`, `33/35`."""
    word = folded(text)
    if pair := _PAIR.fullmatch(word):
        counts = Fraction(pair[1]), Fraction(pair[2])
        return _of_counts(*counts, is_improvement=is_improvement)
    number = _NUMBER.fullmatch(word)
    if number is None:
        return Answer(fault=AnswerFault.NOT_A_RATIO)
    ratio = Fraction(number[1].replace(",", ".")) / (100 if number[2] else 1)
    return _limited(ratio, is_improvement=is_improvement)


def _of_counts(numerator: Fraction, denominator: Fraction, *, is_improvement: bool) -> Answer:
    if denominator < 0 or (numerator < 0 and not is_improvement):
        return Answer(fault=AnswerFault.NEGATIVE)
    if denominator:
        told = _limited(numerator / denominator, is_improvement=is_improvement)
        return Answer("", told.score, told.fault, numerator, denominator)
    if not is_improvement:
        fault = AnswerFault.ZERO_DENOMINATOR if numerator else AnswerFault.NOT_SCORABLE
        return Answer(fault=fault)
    # none before: none now is the best there is, and any now is a rise
    score = Fraction(0) if numerator < 0 else None if numerator else Fraction(1)
    fault_above = AnswerFault.ZERO_DENOMINATOR if numerator > 0 else None
    return Answer("", score, fault_above, numerator, denominator)


def _limited(exact_ratio: Fraction, *, is_improvement: bool) -> Answer:
    # a formula may leave 1.0000000000000002 in a cell, which is not over 1
    ratio = Fraction(1) if 1 < exact_ratio < 1 + DUST else exact_ratio
    if ratio > 1:
        return Answer(fault=AnswerFault.OVER_ONE)
    if ratio < 0:
        return Answer(score=Fraction(0)) if is_improvement else Answer(fault=AnswerFault.NEGATIVE)
    return Answer(score=ratio)


def _is_blank(text: str | None) -> bool:
    if text is None:
        return True
    word = folded(text)
    return word in _BLANK or _NOTHING.fullmatch(word) is not None


def exact(number: float) -> Fraction:
    """A number as people wrote it: 0.67 is 67/100, not the binary fraction nearest to it."""
    return Fraction(repr(float(number)))
