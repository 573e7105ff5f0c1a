"""An answer of the worksheet in words, the same on every screen and in every list."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from zi_metrics.labels import answers as text
from zi_metrics.labels.lke import NOT_FILLED
from zi_metrics.labels.numbers import LOCALE, NBSP, exact_percent
from zi_metrics.lke.answers import Answer
from zi_metrics.lke.results import ResultValue


def answer_text(answer: Answer) -> str:
    """An option, a ratio with its counts where they are known, or why there is no score."""
    if answer.option:
        return answer.option
    if answer.score is None:
        return NOT_FILLED if answer.fault is None else _unscored(answer)
    share = exact_percent(answer.score)
    if answer.numerator is None or answer.denominator is None:
        return share
    return text.of_counts(counted(answer.numerator), counted(answer.denominator), share)


def _unscored(answer: Answer) -> str:
    if answer.numerator is not None and answer.denominator is not None:
        return text.counts(counted(answer.numerator), counted(answer.denominator))
    return text.counts("0", "0") if answer.is_of_nothing else text.NOT_SCORED


def ratio_to_type(answer: Answer) -> str:
    """A ratio as it is typed: '33/35', without whole counts '97,50%'; '' without a score."""
    if answer.score is None:
        return ""
    both = answer.numerator, answer.denominator
    counts = [str(each) for each in both if each is not None and each >= 0 and _is_whole(each)]
    if len(counts) == len(both):
        return "/".join(counts)
    return exact_percent(answer.score).replace(NBSP, "")


def _is_whole(number: Fraction) -> bool:
    return number.denominator == 1


def fault_text(answer: Answer) -> str:
    """What is wrong with an answer; '' when nothing is."""
    return "" if answer.fault is None else text.FAULTS[answer.fault]


def counted(number: Fraction) -> str:
    """A count as people write it: '33', '4,5', and with a sign what is under 0."""
    plain = Decimal(number.numerator) / Decimal(number.denominator)
    shown = str(format_decimal(abs(plain), format="#,##0.###", locale=LOCALE))
    return f"\u2212{shown}" if number < 0 else shown


def value_text(value: ResultValue) -> str:
    """A value of Hasil as it counts, or why it does not."""
    if value.index is not None:
        return index_text(value.index)
    if value.share is not None:
        return value.shown
    return text.NOT_SCORED if value.fault else NOT_FILLED


def index_text(index: Fraction) -> str:
    """An index of a survey, with two places or as many more as were written."""
    plain = Decimal(index.numerator) / Decimal(index.denominator)
    return str(format_decimal(plain, format="0.00####", locale=LOCALE))
