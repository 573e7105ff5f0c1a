"""What our own lists recognise of what was written freely: that much, and no word more."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

import pandas as pd

from zi_metrics.labels.visitor import OWN_ASSESSOR, UNRECOGNISED
from zi_metrics.lke import Catalogue
from zi_metrics.lke.answers import AnswerFault, Written, read_answer
from zi_metrics.lke.results import (
    NO_VALUE,
    OFFICIAL_ASSESSOR,
    ResultFault,
    is_official,
    part_named,
    read_result,
)
from zi_metrics.matching import folded
from zi_metrics.periods import parse_period
from zi_metrics.tables.faults import as_cells
from zi_metrics.tables.vocabularies import EvidenceStatus

Texts = list[str | None]
_UNREAD = frozenset({AnswerFault.NOT_AN_OPTION, AnswerFault.NOT_A_RATIO})


def period(written: str | None) -> str | None:
    """A period as it is written, without marks that nobody sees; they could say something else."""
    if written is None:
        return None
    if parse_period(written) is None:
        return UNRECOGNISED
    plain = "".join(mark for mark in written if unicodedata.category(mark) != "Cf")
    return " ".join(plain.split())


def _periods(rows: pd.DataFrame, catalogue: Catalogue) -> Texts:
    del catalogue
    return [period(written) for written in as_cells(rows["period"])]


def _states(rows: pd.DataFrame, catalogue: Catalogue) -> Texts:
    """What statuses count as; of a word that is none, that alone stands in `state`."""
    del catalogue
    unknown = str(EvidenceStatus.UNRECOGNISED)
    return [None if state == unknown else state for state in as_cells(rows["state"])]


def _codes(rows: pd.DataFrame, catalogue: Catalogue) -> Texts:
    """Codes of the official list; another one is none."""
    return [code if code in catalogue.codes else None for code in as_cells(rows["code"])]


def _answers(rows: pd.DataFrame, catalogue: Catalogue) -> Texts:
    pairs = zip(as_cells(rows["code"]), as_cells(rows["answer"]), strict=True)
    return [_answer(str(code), written, catalogue) for code, written in pairs]


def _answer(code: str, written: str | None, catalogue: Catalogue) -> str | None:
    if written is None or Written(written).is_blank:
        return None
    question = catalogue.questions[code]
    read = read_answer(Written(written), question.options, is_improvement=question.is_improvement)
    if read.fault in _UNREAD:
        return UNRECOGNISED
    return read.option or folded(written)  # of a ratio digits and signs, all of it


def _components(rows: pd.DataFrame, catalogue: Catalogue) -> Texts:
    return [_component(written, catalogue) for written in as_cells(rows["component"])]


def _component(written: str | None, catalogue: Catalogue) -> str | None:
    part = part_named(written, catalogue)
    return part.name if part else written and UNRECOGNISED


def _values(rows: pd.DataFrame, catalogue: Catalogue) -> Texts:
    pairs = zip(as_cells(rows["component"]), as_cells(rows["value"]), strict=True)
    return [_value(component, written, catalogue) for component, written in pairs]


def _value(component: str | None, written: str | None, catalogue: Catalogue) -> str | None:
    part = part_named(component, catalogue)
    if written is None or part is None:
        return written and UNRECOGNISED
    read = read_result(written, part)
    if read == NO_VALUE:
        return None
    if read.fault in {None, ResultFault.OUT_OF_SCALE}:
        return folded(written) if part.is_survey else read.shown
    return UNRECOGNISED


def _assessors(rows: pd.DataFrame, catalogue: Catalogue) -> Texts:
    del catalogue
    return [_assessor(written) for written in as_cells(rows["assessor"])]


def _assessor(written: str | None) -> str | None:
    return OFFICIAL_ASSESSOR if is_official(written) else written and OWN_ASSESSOR


_READERS: Mapping[str, Callable[[pd.DataFrame, Catalogue], Texts]] = {
    "period": _periods,
    "status": _states,
    "code": _codes,
    "answer": _answers,
    "component": _components,
    "value": _values,
    "assessor": _assessors,
}
"""By column; what is declared recognised and has none is a fault of the program."""


def recognised(rows: pd.DataFrame, column: str, catalogue: Catalogue) -> Texts:
    """What is recognised of a column of a clean table; missing where nothing was written."""
    return _READERS[column](rows, catalogue)
