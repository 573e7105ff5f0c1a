"""Rows of the readiness with Indonesian headers, as lists on screen and files show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from zi_metrics.labels import readiness_files as text
from zi_metrics.labels import readiness_lists as words
from zi_metrics.labels.answers import counts
from zi_metrics.labels.numbers import exact_points, score
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.gap import NeededResult, Plan, Step
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import answer_text, counted
from zi_metrics.report.listing import area_names

_COUNTS = ("Dokumen lengkap", "Dokumen wajib")
_EVIDENCE = ("Keadaan data dukung", *_COUNTS)


def unproven_listing(told: Readiness) -> pd.DataFrame:
    """*Perlu dibuktikan*. Points are cut texts, as on screen."""
    rows = told.unproven
    return _listing(rows, told, {text.POINTS_OF_UNPROVEN: rows["won_points"].map(score)})


def chances_listing(told: Readiness) -> pd.DataFrame:
    """*Peluang*."""
    rows = told.chances
    return _listing(rows, told, {text.POINTS_OF_CHANCES: rows["lost_points"].map(score)})


def plan_listing(plan: Plan, told: Readiness) -> pd.DataFrame:
    """The shortest way: indicators to improve, then the values of Hasil they suppose.

    Evidence that could not be read has no columns.
    """
    rows = told.items.set_index("code", drop=False).loc[[step.code for step in plan.steps]]
    named = {
        "Jawaban yang diperlukan": [needed_answer(step) for step in plan.steps],
        text.GAIN: [exact_points(step.gain) for step in plan.steps],
    }
    listed = _listing(rows.reset_index(drop=True), told, named)
    kept = listed if told.has_evidence else listed.drop(columns=list(_EVIDENCE))
    supposed = [_supposed(needed) for needed in plan.needed_results]
    every = pd.concat([kept, pd.DataFrame(supposed, columns=kept.columns)], ignore_index=True)
    # where some have none, counts would become fractions
    return every.astype(dict.fromkeys(_COUNTS if told.has_evidence else (), "Int64"))


def needed_answer(step: Step) -> str:
    """The answer a step asks for; counts in words."""
    numerator, denominator = step.answer.numerator, step.answer.denominator
    if numerator is None or denominator is None:
        return step.to
    return counts(counted(numerator), counted(denominator))


def evidence_text(item: Any, *, has_evidence: bool) -> str:
    """How much of its evidence an indicator lacks; item: a row of `Readiness.items`."""
    if not has_evidence:
        return words.EVIDENCE_UNKNOWN
    if not item.listed_count:
        return words.NO_EVIDENCE
    if not item.required_count:
        return words.IRRELEVANT
    return words.evidence_missing(item.complete_count, item.required_count)


def _listing(rows: pd.DataFrame, told: Readiness, own: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """own: the columns that this list alone has."""
    return pd.DataFrame(
        {
            "Kode": rows["code"],
            "Indikator": rows["question"],
            "Area": area_names(rows["area_no"], told.sheet.catalogue),
            "Aspek": rows["aspect"],
            "Jawaban": [answer_text(told.sheet.answers[code]) for code in rows["code"]],
            **own,
            **dict(zip(_EVIDENCE, _evidence(rows), strict=True)),
            "PIC": rows["pic"],
            "Letak": rows["origin"],
        }
    )


def _evidence(rows: pd.DataFrame) -> Iterator[pd.Series]:
    yield rows["state"].map(marked)
    yield rows["complete_count"]
    yield rows["required_count"]


def _supposed(needed: NeededResult) -> dict[str, object]:
    return {
        "Indikator": needed.part.name,
        "Aspek": text.RESULTS,
        "Jawaban yang diperlukan": needed.to,
    }
