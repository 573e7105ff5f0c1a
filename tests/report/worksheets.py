"""Units whose worksheet is answered, for what a meeting is told of the readiness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tests.metrics.builders import document
from tests.tables.builders import snapshot, table
from zi_metrics.lke import Aspect, load_catalogue
from zi_metrics.lke.answers import PERCENT
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.tables.snapshot import Snapshot

ROWS = load_catalogue().indicators
BEST_RESULTS = {"IPAK": "4", "Capaian kinerja": "A", "IPKP": "4"}
Changes = Mapping[str, Mapping[str, Any]]


def answered(
    changes: Changes | None = None,
    *,
    aspects: Iterable[Aspect] = tuple(Aspect),
    results: Mapping[str, str] = BEST_RESULTS,
    documents: Iterable[dict[str, Any]] = (),
    settings: Mapping[str, str] | None = None,
) -> Snapshot:
    """All questions of some aspects with their best answers, but for the changes, by code."""
    asked = ROWS[ROWS["aspect"].isin([str(aspect) for aspect in aspects])]
    cells = {
        code: {"code": code, **_best(kind)} | dict((changes or {}).get(code, {}))
        for code, kind in zip(asked["code"], asked["answer_type"], strict=True)
    }
    values = [{"component": name, "value": value} for name, value in results.items()]
    frames = {
        INDICATORS.name: table(INDICATORS, *cells.values()),
        EVIDENCE.name: table(EVIDENCE, *documents),
        RECOMMENDATIONS.name: table(RECOMMENDATIONS),
        SPIP_REPORTS.name: table(SPIP_REPORTS),
        RESULTS.name: table(RESULTS, *values),
    }
    return snapshot(frames, settings)


def _best(kind: str) -> dict[str, Any]:
    if kind == PERCENT:
        return {"answer_numerator": 10, "answer_denominator": 10}
    return {"answer": "Ya" if kind.startswith("Ya") else "A"}


def complete(code: str) -> dict[str, Any]:
    """A document that is there."""
    return document(code, "Tersedia")


def worst(codes: Iterable[str], **rest: Any) -> Changes:
    """These questions answered with nothing won."""
    kinds = dict(zip(ROWS["code"], ROWS["answer_type"], strict=True))
    return {code: _worst(kinds[code]) | rest for code in codes}


def _worst(kind: str) -> dict[str, Any]:
    if kind == PERCENT:
        return {"answer_numerator": 0, "answer_denominator": 10}
    return {"answer": "Tidak" if kind.startswith("Ya") else kind.rpartition("/")[2]}
