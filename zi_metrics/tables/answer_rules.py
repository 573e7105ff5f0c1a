"""What the answers of the tab Indikator mean: each is read as it is where it is scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from zi_metrics.labels import answer_problems as text
from zi_metrics.labels.problems import Parts
from zi_metrics.lke import Catalogue
from zi_metrics.lke.answers import AnswerFault, Written, read_answer
from zi_metrics.lke.catalogue import Question
from zi_metrics.tables.faults import Cells, Fault, RowFault, as_faults
from zi_metrics.tables.problems import Severity

ANSWER, NUMERATOR, DENOMINATOR = "answer", "answer_numerator", "answer_denominator"
_OF_THE_ANSWER = frozenset({AnswerFault.NOT_AN_OPTION, AnswerFault.INPUTS_DISAGREE})
_SENTENCES: Mapping[AnswerFault, Callable[[text.AnswerCells], Parts]] = {
    AnswerFault.NOT_AN_OPTION: text.not_an_option,
    AnswerFault.NOT_A_RATIO: text.not_a_ratio,
    AnswerFault.OVER_ONE: text.over_one,
    AnswerFault.NEGATIVE: text.negative,
    AnswerFault.HALF: text.half,
    AnswerFault.ZERO_DENOMINATOR: text.zero_denominator,
    AnswerFault.NOT_SCORABLE: text.not_scorable,
    AnswerFault.INPUTS_DISAGREE: text.inputs_disagree,
    AnswerFault.NUMBERS_IGNORED: text.numbers_ignored,
}


def answer_faults(
    cells: Cells, rows: Iterable[tuple[int, str]], catalogue: Catalogue
) -> Iterator[Fault]:
    """What is wrong with answers. rows: number and official code of those that are used."""
    told: list[RowFault | None] = [None] * len(cells["code"])
    for row, code in rows:
        written = Written(*(cells[name][row] for name in (ANSWER, NUMERATOR, DENOMINATOR)))
        if not written.is_blank:
            told[row] = _told(written, catalogue.questions[code])
    return as_faults(told)


def _told(written: Written, question: Question) -> RowFault | None:
    answer = read_answer(written, question.options, is_improvement=question.is_improvement)
    cells = text.AnswerCells(
        written.answer,
        written.numerator,
        written.denominator,
        tuple(question.options or ()),
        question.points,
    )
    if answer.fault is None:
        is_lost = not answer.is_answered and cells.is_counted
        return RowFault(Severity.ERROR, ANSWER, text.numbers_alone(cells)) if is_lost else None
    # nothing of nothing is no slip: the unit cannot say more
    severity = Severity.WARNING if answer.is_filled else Severity.ERROR
    return RowFault(severity, _at(written, answer.fault), _SENTENCES[answer.fault](cells))


def _at(written: Written, fault: AnswerFault) -> str:
    """The column of the cell that is to mend."""
    has_numerator, has_denominator = written.numerator is not None, written.denominator is not None
    if not (has_numerator or has_denominator) or fault in _OF_THE_ANSWER:
        return ANSWER
    match fault:
        case AnswerFault.NUMBERS_IGNORED:
            return NUMERATOR if has_numerator else DENOMINATOR
        case AnswerFault.HALF:
            return DENOMINATOR if has_numerator else NUMERATOR
        case AnswerFault.NEGATIVE:
            return DENOMINATOR if (written.denominator or 0) < 0 else NUMERATOR
        case AnswerFault.OVER_ONE:
            return NUMERATOR
        case _:  # something or nothing of nothing
            return DENOMINATOR
