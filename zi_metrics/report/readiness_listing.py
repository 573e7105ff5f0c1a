"""Rows of the readiness with Indonesian headers, as lists on screen and files show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from zi_metrics.labels import readiness_files as text
from zi_metrics.labels import readiness_lists as words
from zi_metrics.labels.numbers import exact_points, score
from zi_metrics.labels.statuses import marked
from zi_metrics.lke import Catalogue
from zi_metrics.lke.answers import Answer, exact
from zi_metrics.metrics.gap import NeededResult, Plan, Step
from zi_metrics.metrics.readiness import answers_of
from zi_metrics.report.answer_texts import answer_text
from zi_metrics.report.listing import area_names
from zi_metrics.tables.records import plain_cells

_COUNTS = ("Dokumen lengkap", "Dokumen wajib")
_EVIDENCE = ("Keadaan data dukung", *_COUNTS)


def unproven_listing(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """*Perlu dibuktikan*; rows: `Readiness.unproven`. Points are cut texts, as on screen."""
    return _listing(rows, catalogue, {"Poin yang perlu dibuktikan": rows["won_points"].map(score)})


def chances_listing(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """*Peluang*; rows: `Readiness.chances`."""
    return _listing(rows, catalogue, {"Poin yang dapat bertambah": rows["lost_points"].map(score)})


def plan_listing(
    plan: Plan, items: pd.DataFrame, catalogue: Catalogue, *, has_evidence: bool = True
) -> pd.DataFrame:
    """The shortest way: indicators to improve, then the values of Hasil they suppose.

    items: `Readiness.items`; has_evidence: whether its evidence may be told at all.
    """
    rows = items.set_index("code", drop=False).loc[[step.code for step in plan.steps]]
    named = {
        "Jawaban yang diperlukan": [needed_answer(step) for step in plan.steps],
        "Poin bertambah": [exact_points(step.gain) for step in plan.steps],
    }
    listed = _listing(rows.reset_index(drop=True), catalogue, named)
    kept = listed if has_evidence else listed.drop(columns=list(_EVIDENCE))
    supposed = [_supposed(needed) for needed in plan.needed_results]
    every = pd.concat([kept, pd.DataFrame(supposed, columns=kept.columns)], ignore_index=True)
    # where some have none, counts would become fractions
    return every.astype(dict.fromkeys(_COUNTS if has_evidence else (), "Int64"))


def needed_answer(step: Step) -> str:
    """The answer a step asks for; counts in words."""
    numerator, is_counted, denominator = step.to.partition("/")
    return text.of_counts(numerator, denominator) if is_counted else step.to


def answers_shown(rows: pd.DataFrame, catalogue: Catalogue) -> list[str]:
    """The answer of each row as it counts: an option, a ratio, or why there is none.

    rows: of `Readiness.items`.
    """
    own = answers_of(rows, catalogue)
    scores = plain_cells(rows["answer_score"])
    return [
        answer_text(_counted(own[code], code, found, catalogue))
        for code, found in zip(rows["code"], scores, strict=True)
    ]


def evidence_text(item: Any, *, has_evidence: bool) -> str:
    """How much of its evidence an indicator lacks; item: a row of `Readiness.items`."""
    if not has_evidence:
        return words.EVIDENCE_UNKNOWN
    if not item.listed_count:
        return words.NO_EVIDENCE
    if not item.required_count:
        return words.IRRELEVANT
    return words.evidence_missing(item.complete_count, item.required_count)


def _counted(own: Answer, code: str, found: float | None, catalogue: Catalogue) -> Answer:
    """The sheet's own answer, or that of a scenario, of which the score alone is known."""
    if found is None or (own.score is not None and float(own.score) == found):
        return own
    options, share = catalogue.questions[code].options or {}, exact(found)
    named = (option for option, worth in options.items() if worth == share)
    return Answer(next(named, ""), share)


def _listing(
    rows: pd.DataFrame, catalogue: Catalogue, told: Mapping[str, Iterable[str]]
) -> pd.DataFrame:
    """told: the columns that this list alone has."""
    return pd.DataFrame(
        {
            "Kode": rows["code"],
            "Indikator": rows["question"],
            "Area": area_names(rows["area_no"], catalogue),
            "Aspek": rows["aspect"],
            "Jawaban": answers_shown(rows, catalogue),
            **told,
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
