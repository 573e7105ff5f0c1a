"""Rows of items with Indonesian headers, as lists on screen and files show them."""

from __future__ import annotations

import pandas as pd

from zi_metrics.labels.statuses import marked
from zi_metrics.lke import Catalogue


def evidence_listing(evidence: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Documents; evidence: rows of `evidence_as_of`. Dates stay dates, missing cells missing."""
    asked = evidence.merge(
        catalogue.indicators[["code", "question", "sub_area"]],
        on="code",
        how="left",
        validate="many_to_one",
    )
    return pd.DataFrame(
        {
            "Area": _area_names(asked["area_no"], catalogue),
            "Kode": asked["code"],
            "Indikator": asked["question"],
            "Data dukung": asked["title"],
            "Periode": asked["period"],
            "Status": asked["state"].map(marked),
            "PIC": asked["pic"],
            "Tenggat": asked["due_on"].dt.date,
            "Terlambat (hari)": asked["days_late"],
            "Tautan": asked["url"],
            "Diperbarui": asked["updated_on"].dt.date,
            "Alasan": asked["reason"],
            "Catatan": asked["note"],
            "Tertulis": _as_written(asked),
            "Letak": asked["origin"],
        }
    )


def follow_up_listing(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Recommendations; rows: of `follow_ups`."""
    return pd.DataFrame(
        {
            "Area": _area_names(rows["area_no"], catalogue),
            "Periode": rows["period"],
            "Sumber rekomendasi": rows["source"],
            "Temuan": rows["finding"],
            "Rekomendasi": rows["recommendation"],
            "Tindak lanjut": rows["follow_up"],
            "Status": rows["state"].map(marked),
            "PIC": rows["pic"],
            "Tanggal": rows["raised_on"].dt.date,
            "Tenggat": rows["due_on"].dt.date,
            "Selesai": rows["closed_on"].dt.date,
            "Umur (hari)": rows["age_days"],
            "Terlambat (hari)": rows["days_late"],
            "Berulang": rows["is_repeated"].map({True: "ya", False: ""}),
            "Tautan": rows["url"],
            "Alasan": rows["reason"],
            "Letak": rows["origin"],
        }
    )


def spip_listing(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Quarterly reports; rows: of `spip_quarters`."""
    return pd.DataFrame(
        {
            "Area": _area_names(rows["area_no"], catalogue),
            "Tahun": rows["year"],
            "Triwulan": rows["quarter"],
            "Keadaan": rows["state"].map(marked),
            "Jatuh tempo": rows["due_on"].dt.date,
            "Tanggal masuk": rows["submitted_on"].dt.date,
            "Terlambat (hari)": rows["days_late"],
            "Risiko": rows["risk_count"],
            "RTP direncanakan": rows["rtp_planned_count"],
            "RTP selesai": rows["rtp_done_count"],
            "Tautan": rows["url"],
            "Catatan": rows["note"],
            "Letak": rows["origin"],
        }
    )


def _area_names(numbers: pd.Series, catalogue: Catalogue) -> pd.Series:
    names = {area.number: f"{area.number}. {area.short_name}" for area in catalogue.areas}
    return numbers.map(names)


def _as_written(rows: pd.DataFrame) -> pd.Series:
    """The status as the sheet words it, where that is not the word it counts as."""
    return rows["status"].where(rows["status"] != rows["state"])
