"""Rows of items with Indonesian headers, as lists on screen and files show them."""

from __future__ import annotations

import pandas as pd

from zi_metrics.labels.changes import MEASURES
from zi_metrics.labels.figures import NO_AREA, NOT_COUNTED
from zi_metrics.labels.sentences import listed
from zi_metrics.labels.statuses import marked
from zi_metrics.lke import Catalogue
from zi_metrics.metrics.change_kinds import ChangeKind
from zi_metrics.periods import ROMAN


def evidence_listing(evidence: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Documents; evidence: rows of `evidence_as_of`. Dates stay dates, missing cells missing."""
    return pd.DataFrame(
        {
            "Data dukung": evidence["title"],
            "Area": area_names(evidence["area_no"], catalogue).fillna(NOT_COUNTED),
            "Kode": evidence["code"],
            "Indikator": evidence["question"],
            "Periode": evidence["period"],
            "Status": evidence["state"].map(marked),
            "PIC": evidence["pic"],
            "Tenggat": evidence["due_on"].dt.date,
            "Terlambat (hari)": evidence["days_late"],
            "Tautan": evidence["url"],
            "Diperbarui": evidence["updated_on"].dt.date,
            "Alasan": evidence["reason"],
            "Catatan": evidence["note"],
            "Tertulis": _as_written(evidence),
            "Letak": evidence["origin"],
        }
    )


def follow_up_listing(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Recommendations; rows: of `follow_ups`."""
    return pd.DataFrame(
        {
            "Rekomendasi": rows["recommendation"],
            "Area": area_names(rows["area_no"], catalogue).fillna(NO_AREA),
            "Status": rows["state"].map(marked),
            "Periode": rows["period"],
            "Tenggat": rows["due_on"].dt.date,
            "Terlambat (hari)": rows["days_late"],
            "Umur (hari)": rows["age_days"],
            "PIC": rows["pic"],
            "Berulang": rows["is_repeated"].map({True: "ya", False: ""}),
            "Tindak lanjut": rows["follow_up"],
            "Temuan": rows["finding"],
            "Sumber rekomendasi": rows["source"],
            "Tanggal": rows["raised_on"].dt.date,
            "Selesai": rows["closed_on"].dt.date,
            "Tertulis": _as_written(rows),
            "Tautan": rows["url"],
            "Alasan": rows["reason"],
            "Letak": rows["origin"],
        }
    )


def gaps_listing(gaps: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Indicators that miss evidence; gaps: rows of `heaviest_gaps`."""
    return pd.DataFrame(
        {
            "Kode": gaps["code"],
            "Indikator": gaps["question"],
            "Area": area_names(gaps["area_no"], catalogue),
            "Keadaan": gaps["state"].map(marked),
            "Dokumen lengkap": gaps["complete_count"],
            "Dokumen wajib": gaps["required_count"],
            "PIC": gaps["pic"],
            "Poin belum tertutup": gaps["gap_points"],
        }
    )


def overdue_listing(late: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Late items of every kind; late: rows of `overdue_items`."""
    return pd.DataFrame(
        {
            "Jenis": late["kind"],
            "Judul": late["title"],
            "Area": area_names(late["area_no"], catalogue).fillna(NO_AREA),
            "Kode": late["code"],
            "PIC": late["pic"],
            "Tenggat": late["due_on"].map(pd.Timestamp.date),
            "Terlambat (hari)": late["days_late"],
            "Tautan": late["url"],
            "Letak": late["origin"],
        }
    )


def spip_listing(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Quarterly reports; rows: of `spip_quarters`."""
    return pd.DataFrame(
        {
            "Area": area_names(rows["area_no"], catalogue),
            "Tahun": rows["year"],
            "Triwulan": rows["quarter"].map(lambda quarter: f"TW {ROMAN[quarter - 1]}"),
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


def changes_listing(items: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """What became different; items: rows of `Changes.items`.

    Titles, places and states before stand beside those after; an effect is in percentage points,
    on the percentage named beside it.
    """
    moves = items["measure"].notna()
    return pd.DataFrame(
        {
            "Judul": items["title"],
            "Perubahan": items["kind"].map(str.capitalize),
            "Perubahan lain": _other_kinds(items),
            "Butir": items["item"],
            "Area": area_names(items["area_no"], catalogue).fillna(NO_AREA),
            "Kode": items["code"],
            "Periode": items["period"],
            "Keadaan sebelum": items["state_before"].map(marked, na_action="ignore"),
            "Keadaan sesudah": items["state"].map(marked, na_action="ignore"),
            "Pengaruh (poin persen)": (100 * items["part"]).round(4).where(moves),
            "Pada angka": items["measure"].map(MEASURES),
            "PIC": items["pic"],
            "Tenggat": items["due_on"].dt.date,
            "Terlambat (hari)": items["days_late"],
            "Judul sebelum": _before(items, "title").where(is_reworded(items)),
            "Area sebelum": area_names(_before(items, "area_no"), catalogue),
            "Kode sebelum": _before(items, "code"),
            "Periode sebelum": _before(items, "period"),
            "Tautan": items["url"],
            "Letak": items["origin"],
        }
    )


def is_reworded(items: pd.DataFrame) -> pd.Series:
    """Of each changed item whether it reads otherwise now; a mere space or capital is nothing."""
    found = [ChangeKind.REWORDED in kinds for kinds in items["kinds"]]
    return pd.Series(found, index=items.index, dtype=bool)


def _before(items: pd.DataFrame, name: str) -> pd.Series:
    """What a changed item was known by, where it is known by something else now."""
    before, now = items[name.replace("_no", "") + "_before"], items[name]
    return before.where((before != now).fillna(True).astype(bool) & before.notna())


def _other_kinds(items: pd.DataFrame) -> pd.Series:
    """What became of an item besides what it is told by."""
    others = [
        listed([str(kind) for kind in kinds if kind != told]) or None
        for told, kinds in zip(items["kind"], items["kinds"], strict=True)
    ]
    return pd.Series(others, index=items.index, dtype="str")


def area_names(numbers: pd.Series, catalogue: Catalogue) -> pd.Series:
    """'1. Man. Perubahan' for each number, missing where there is none."""
    names = {area.number: f"{area.number}. {area.short_name}" for area in catalogue.areas}
    return numbers.map(names)


def _as_written(rows: pd.DataFrame) -> pd.Series:
    """The status as the sheet words it, where that is not the word it counts as."""
    return rows["status"].where(rows["status"] != rows["state"])
