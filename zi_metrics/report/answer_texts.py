"""An answer of the worksheet in words, the same on every screen and in every list."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from zi_metrics.labels import reform as text
from zi_metrics.labels import results as results_text
from zi_metrics.labels.numbers import LOCALE, exact_percent
from zi_metrics.lke.answers import Answer, AnswerFault
from zi_metrics.lke.results import ResultValue


def answer_text(answer: Answer) -> str:
    """An option, a ratio with its counts where they are known, or why there is no score."""
    if answer.option:
        return answer.option
    if answer.score is None:
        return text.NOT_ANSWERED if answer.fault is None else _unscored(answer)
    share = exact_percent(answer.score)
    if answer.numerator is None or answer.denominator is None:
        return share
    return text.of_counts(counted(answer.numerator), counted(answer.denominator), share)


def _unscored(answer: Answer) -> str:
    if answer.numerator is not None and answer.denominator is not None:
        return f"{counted(answer.numerator)} dari {counted(answer.denominator)}"
    return "0 dari 0" if answer.fault is AnswerFault.NOT_SCORABLE else text.NOT_SCORED


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
    return text.NOT_SCORED if value.fault else results_text.NOTHING_YET


def index_text(index: Fraction) -> str:
    """An index of a survey, with two places or as many more as were written."""
    plain = Decimal(index.numerator) / Decimal(index.denominator)
    return str(format_decimal(plain, format="0.00####", locale=LOCALE))
