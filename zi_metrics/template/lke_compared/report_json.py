"""What became of an LKE workbook, as JSON for other programs.

Scores and points are not cut: what a screen shows as 39,99 is 39.996 here.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from zi_metrics.labels import lke_import as text
from zi_metrics.lke import Aspect
from zi_metrics.template.imported import Imported
from zi_metrics.template.lke_compared.report_words import name_of, reason_of_odd, reason_of_row


def import_json(told: Imported) -> dict[str, Any]:
    """Our scores and the number of answers; then what somebody has to look at, cell by cell.

    What was not matched, where the workbook differs, answers that are wrong or doubtful in
    themselves, and what was read all the same but should be looked at.
    """
    sheet = told.sheet
    return {
        "nilai": {
            "total": float(sheet.total),
            "pengungkit": float(sheet.pengungkit.points),
            "pemenuhan": float(sheet.score(Aspect.FULFILMENT).points),
            "reform": float(sheet.score(Aspect.REFORM).points),
            "hasil": float(sheet.hasil),
        },
        "area": [
            {
                "no": area.number,
                "pemenuhan": float(sheet.score(Aspect.FULFILMENT, area.number).points),
                "reform": float(sheet.score(Aspect.REFORM, area.number).points),
            }
            for area in told.catalogue.areas
        ],
        "terjawab": sheet.pengungkit.answered,
        "pertanyaan": sheet.pengungkit.questions,
        "tidak_cocok": [*_unmatched(told), *_not_found(told)],
        "selisih": [*_rows(told), *_totals(told)],
        "perlu_diperiksa": [*_odd(told)],
        "catatan": [*_remarks(told)],
    }


def _unmatched(told: Imported) -> Iterator[dict[str, Any]]:
    for each in told.book.unmatched:
        code = told.likely_codes.get(each.cell)
        yield {"sel": each.cell, "teks": each.text, "sebab": each.why, "kode": code}


def _not_found(told: Imported) -> Iterator[dict[str, Any]]:
    for code in told.not_found:
        yield {
            "sel": None,
            "teks": None,
            "sebab": text.not_found(name_of(code, told)),
            "kode": code,
        }


def _odd(told: Imported) -> Iterator[dict[str, Any]]:
    for each in told.odd:
        yield {
            "kode": each.code,
            "sel": each.cell,
            "teks": each.written,
            "sebab": reason_of_odd(each),
        }


def _remarks(told: Imported) -> Iterator[dict[str, Any]]:
    for each in told.book.remarks:
        yield {"sel": each.cell, "teks": each.text, "sebab": each.why}


def _rows(told: Imported) -> Iterator[dict[str, Any]]:
    for each in told.row_differences:
        yield {
            "kode": each.code,
            "sel": each.cell,
            "nilai_kita": _number(each.ours),
            "nilai_lke": _number(each.theirs),
            "selisih_poin": float(each.points),
            "sebab": reason_of_row(each),
        }


def _totals(told: Imported) -> Iterator[dict[str, Any]]:
    for each in told.totals:
        if not each.is_same:
            yield {
                "kode": each.key,
                "sel": None,
                "nilai_kita": float(each.ours),
                "nilai_lke": float(each.theirs),
                "selisih_poin": float(each.points),
                "sebab": text.group_reasons(each.reasons),
            }


def _number(score: Fraction | None) -> float | None:
    return None if score is None else float(score)
