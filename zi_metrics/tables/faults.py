"""Faults of rows, and the few questions that the rules of several tables ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.lke import Catalogue
from zi_metrics.matching import folded
from zi_metrics.tables.columns import ORIGIN, TableSpec
from zi_metrics.tables.problems import Problem, Severity


class Fault(NamedTuple):
    """One kind of fault: the rows that have it, how bad it is, its sentence and what that quotes.

    columns: names of the cells handed to the sentence, in order.
    """

    wrong: pd.Series
    severity: Severity
    sentence: Callable[..., text.Parts]
    columns: tuple[str, ...] = ()


def report(rows: pd.DataFrame, spec: TableSpec, faults: Iterable[Fault]) -> Iterator[Problem]:
    """One problem for each fault of each row."""
    for fault in faults:
        wrong = rows.loc[fault.wrong.fillna(False).astype(bool), [ORIGIN, *fault.columns]]
        for where, *cells in wrong.itertuples(index=False):
            yield Problem(fault.severity, spec.tab, where, *fault.sentence(*cells))


def is_repeated(keys: pd.Series) -> pd.Series:
    """Whether a key stood in an earlier row; blank keys never repeat."""
    return keys.notna() & keys.duplicated(keep="first")


def official_codes(codes: pd.Series, catalogue: Catalogue) -> pd.Series:
    """Codes as the official list writes them, whatever their case and spacing; others unchanged."""
    official = {folded(code): code for code in catalogue.codes}
    return codes.map(lambda code: official.get(folded(code), code), na_action="ignore").astype(
        "str"
    )


def is_reason(reasons: pd.Series) -> pd.Series:
    """Whether a reason says anything; a dash does not."""
    return reasons.str.contains(r"\w", na=False).astype(bool)


def not_among(statuses: type[StrEnum]) -> Callable[[object], text.Parts]:
    """The sentence for a word that is none of the statuses."""
    known = [str(status) for status in statuses if status.name != "UNRECOGNISED"]
    return lambda written: text.status_unrecognised(written, known)
