"""The worksheet and its minima as JSON.

Points are not cut: what a screen shows as 39,99 is 39.996 here. What rests on a table that cannot
be read is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.lke import Aspect
from zi_metrics.lke.predicates import Predicate, Tested, area_shares
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.readiness_rules import rule_texts


def readiness_json(told: Readiness) -> dict[str, Any]:
    """Scores as of the import of a worksheet, and below them what is asked of them.

    simulasi: the predicate whose minima are all met, None too where not everything is filled in.
    """
    sheet, has_answers = told.sheet, told.has_answers
    is_compared = has_answers and told.has_evidence
    return {
        "nilai": _scores(told),
        "hanya_terjawab": {
            aspect.lower(): float(sheet.score(aspect).answered_only) if has_answers else None
            for aspect in Aspect
        },
        "terjawab": sheet.pengungkit.answered if has_answers else None,
        "pertanyaan": sheet.pengungkit.questions,
        "terisi_semua": told.is_whole,
        "area": _areas(sheet) if has_answers else None,
        "hasil": _results(told) if told.has_results else None,
        "target": told.target,
        "syarat_nilai": {
            predicate: _minima(tests, told, predicate) for predicate, tests in told.tests.items()
        },
        "simulasi": told.reached if told.is_whole else None,
        "perlu_dibuktikan": [*told.unproven["code"]] if is_compared else None,
        "peluang": [*told.chances["code"]] if is_compared else None,
        "syarat_pengusulan": [
            {
                "kunci": each.requirement.key,
                "diminta": each.requirement.needed(told.target),
                "diisi": each.entered,
                "keadaan": each.standing,
            }
            for each in told.entry
        ],
    }


def _scores(told: Readiness) -> dict[str, float | None]:
    sheet = told.sheet
    points = {
        "total": sheet.total if told.has_answers and told.has_results else None,
        "pengungkit": sheet.pengungkit.points if told.has_answers else None,
        "pemenuhan": sheet.score(Aspect.FULFILMENT).points if told.has_answers else None,
        "reform": sheet.score(Aspect.REFORM).points if told.has_answers else None,
        "hasil": sheet.hasil if told.has_results else None,
    }
    return {name: None if each is None else float(each) for name, each in points.items()}


def _areas(sheet: Worksheet) -> list[dict[str, float]]:
    return [
        {
            "no": number,
            "pemenuhan": float(sheet.score(Aspect.FULFILMENT, number).points),
            "reform": float(sheet.score(Aspect.REFORM, number).points),
            "bagian": float(share),
        }
        for number, share in area_shares(sheet).items()
    ]


def _results(told: Readiness) -> list[dict[str, Any]]:
    sheet = told.sheet
    return [
        {
            "kunci": part.key,
            "isian": sheet.results[part.key].shown or None,
            "nilai": float(sheet.result_points(part)),
        }
        for part in sheet.parts
    ]


def _minima(tests: Sequence[Tested], told: Readiness, predicate: Predicate) -> list[dict[str, Any]]:
    """The seven minima; a value that rests on nothing is None, as on screen it is a dash."""
    return [
        {
            "kunci": test.rule,
            "nilai": None if rule.value == NO_FIGURE else float(test.value),
            "minimal": float(test.minimum),
            "selisih": None if rule.value == NO_FIGURE else float(test.difference),
            "keadaan": rule.minima[predicate].standing,
        }
        for test, rule in zip(tests, rule_texts(told), strict=True)
    ]
