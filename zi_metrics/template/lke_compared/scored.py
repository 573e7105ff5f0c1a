"""The worksheet of an LKE workbook, scored by us, and the answers in it that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.lke import Catalogue
from zi_metrics.lke.answers import Answer, AnswerFault, Written, read_answer
from zi_metrics.lke.results import ResultFault, ResultValue, read_result, result_parts
from zi_metrics.lke.worksheet import Worksheet, worksheet
from zi_metrics.sources.lke_workbook import LkeWorkbook
from zi_metrics.template.brought_over import as_read, number_as_read


@dataclass(frozen=True)
class OddAnswer:
    """An answer that is brought over as it is and yet is wrong or doubtful.

    code: of the question, or the key of the part of Hasil. fault: why.
    """

    code: str
    cell: str
    written: str
    fault: AnswerFault | ResultFault


def written_answers(book: LkeWorkbook) -> Mapping[str, Written]:
    """The answers of the questions found, by code, as our own workbook will hold them."""
    return {
        code: Written(
            as_read(each.written), number_as_read(each.numerator), number_as_read(each.denominator)
        )
        for code, each in book.questions.items()
    }


def written_results(book: LkeWorkbook) -> Mapping[str, str | None]:
    """The values of Hasil found, by key, as our own workbook will hold them."""
    return {key: as_read(each.written) for key, each in book.results.items()}


def scored(book: LkeWorkbook, catalogue: Catalogue) -> Worksheet:
    """Our score of the answers; what was not found is blank."""
    written = written_results(book)
    results = {
        part.key: read_result(written[part.key], part)
        for part in result_parts(catalogue)
        if part.key in written
    }
    return worksheet(catalogue, _answers(book, catalogue), results)


def _answers(book: LkeWorkbook, catalogue: Catalogue) -> dict[str, Answer]:
    asked = catalogue.questions
    return {
        code: read_answer(written, asked[code].options, is_improvement=asked[code].is_improvement)
        for code, written in written_answers(book).items()
    }


def odd_answers(book: LkeWorkbook, sheet: Worksheet) -> tuple[OddAnswer, ...]:
    """What of the answers and values is wrong or doubtful, in official order.

    Nothing of nothing is neither: the unit can say no more.
    """
    answers = written_answers(book)
    of_questions = [
        OddAnswer(code, book.questions[code].cell, shown(answers[code]), answer.fault)
        for code, answer in sheet.answers.items()
        if answer.fault not in {None, AnswerFault.NOT_SCORABLE} and code in book.questions
    ]
    of_results = [_odd_result(book, part.key, sheet.results[part.key]) for part in sheet.parts]
    return (*of_questions, *(each for each in of_results if each is not None))


def _odd_result(book: LkeWorkbook, key: str, value: ResultValue) -> OddAnswer | None:
    if value.fault is None:
        return None
    return OddAnswer(key, book.results[key].cell, value.shown, value.fault)


def shown(written: Written) -> str:
    """The cells of an answer in one text: `Ya`, `33/35`, `–/35`."""
    counts = [_plain(each) for each in (written.numerator, written.denominator)]
    ratio = "/".join(each or NO_FIGURE for each in counts) if any(counts) else ""
    return " · ".join(filter(None, (written.answer or "", ratio)))


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}".replace(".", ",")
