"""Rows of Reform and of Hasil with Indonesian headers, as files show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from zi_metrics.labels import results as results_text
from zi_metrics.labels.numbers import exact_points, score
from zi_metrics.labels.statuses import marked
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.results_rows import ResultRow
from zi_metrics.report.answer_texts import answer_text, fault_text, value_text
from zi_metrics.report.listing import area_names

_EVIDENCE = ("Keadaan data dukung", "Dokumen lengkap", "Dokumen wajib")


def reform_listing(rows: pd.DataFrame, told: Readiness) -> pd.DataFrame:
    """Questions with their answers; rows: of `Readiness.items`. Points are cut texts, as shown."""
    sheet, questions = told.sheet, told.sheet.catalogue.questions
    codes = list(rows["code"])
    listed = pd.DataFrame(
        {
            "Kode": rows["code"],
            "Pertanyaan": rows["question"],
            "Area": area_names(rows["area_no"], sheet.catalogue),
            "Sub-area": rows["sub_area"],
            "Bobot sub-area": rows["sub_area_weight"].map(score),
            "Jenis jawaban": rows["answer_type"],
            "Jawaban": [answer_text(sheet.answers[code]) for code in codes],
            "Pembilang": rows["answer_numerator"],
            "Penyebut": rows["answer_denominator"],
            "Masalah": [fault_text(sheet.answers[code]) or None for code in codes],
            "Poin": [exact_points(sheet.points(questions[code])) for code in codes],
            "Bobot": [exact_points(questions[code].points) for code in codes],
            _EVIDENCE[0]: rows["state"].map(marked),
            _EVIDENCE[1]: rows["complete_count"],
            _EVIDENCE[2]: rows["required_count"],
            "PIC": rows["pic"],
            "Catatan": rows["note"],
            "Letak": rows["origin"],
        }
    )
    return listed if told.has_evidence else listed.drop(columns=list(_EVIDENCE))


def results_listing(told: Readiness, least: Mapping[Predicate, Mapping[str, str]]) -> pd.DataFrame:
    """The parts of Hasil; least: the value each predicate needs, by key."""
    rows = []
    for part in told.sheet.parts:
        entered = told.entered.get(part.key)
        rows.append(
            {
                "Bagian": part.name,
                "Nilai": value_text(told.sheet.results[part.key]),
                "Poin": exact_points(told.sheet.result_points(part)),
                "Bobot": exact_points(part.points),
                **{f"Perlu untuk {each}": least[each][part.key] for each in Predicate},
                "Asal": entered and entered.assessor,
                "Tahun": entered and entered.year,
                "Letak": entered and entered.origin,
            }
        )
    return pd.DataFrame(rows)


def result_rows_listing(rows: Sequence[ResultRow]) -> pd.DataFrame:
    """All rows of the tab Hasil, and whether each counts."""
    return pd.DataFrame(
        [
            {
                "Bagian": row.component,
                "Nilai": row.written,
                "Asal": row.assessor,
                "Tahun": row.year,
                "Pemakaian": results_text.USES[row.use],
                "Letak": row.origin,
            }
            for row in rows
        ],
        columns=list(results_text.ROW_HEADERS),
    )
