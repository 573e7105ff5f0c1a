"""Source `situs`: the evidence as the unit's own website lists it, taken over on one day.

The rows are curated by hand; `data/situs/putusan.md` tells how the site's text was split.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from zi_metrics.settings import DATA_DIR
from zi_metrics.tables.columns import EVIDENCE, INDICATORS
from zi_metrics.tables.snapshot import SITUS_SOURCE, Reading, Snapshot, assemble
from zi_metrics.tables.spec import ORIGIN
from zi_metrics.tables.vocabularies import EvidenceStatus

TAKEN_OVER_ON = date(2026, 11, 22)
ASSESSED_YEAR = 2025


def read_situs(folder: Path = DATA_DIR / "situs") -> Snapshot:
    """The site's list as a snapshot: evidence without links, no monev, no SPIP, no Hasil.

    What the site lists is `Tersedia`; the two indicators it leaves out are there, with a note.
    """
    items = _read(folder / "data_dukung.csv")
    indicators = _read(folder / "indikator.csv")
    names = _read(folder / "nama.csv")
    spellings = [*names["nama"], *names["ejaan_lain"].replace("", pd.NA).dropna()]
    return assemble(
        {INDICATORS.name: _indicators(indicators), EVIDENCE.name: _evidence(items, indicators)},
        {
            "Tahun penilaian": str(ASSESSED_YEAR),
            "Nama yang disamarkan": "; ".join(spellings),
        },
        Reading(
            source=SITUS_SOURCE,
            as_of=TAKEN_OVER_ON,
            read_at=datetime(
                TAKEN_OVER_ON.year, TAKEN_OVER_ON.month, TAKEN_OVER_ON.day, tzinfo=UTC
            ),
            unit_id=SITUS_SOURCE,
        ),
    )


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype="str", keep_default_na=False)


def _indicators(indicators: pd.DataFrame) -> pd.DataFrame:
    place = "situs, judul “" + indicators["judul_situs"] + "”"
    numbered = place + ", butir " + indicators["urutan_situs"]
    listed = pd.DataFrame(
        {
            "code": indicators["kode"],
            "note": indicators["catatan"],
            ORIGIN: numbered.where(indicators["urutan_situs"] != "", place),
        }
    )
    return listed.reindex(columns=[*INDICATORS.names, ORIGIN])


def _evidence(items: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    placed = items.merge(
        indicators[["kode", "judul_situs", "urutan_situs"]],
        on="kode",
        how="left",
        validate="many_to_one",
    )
    place = "situs, judul “" + placed["judul_situs"] + "”, butir " + placed["urutan_situs"]
    listed = pd.DataFrame(
        {
            "evidence_id": placed["kode"] + "-" + placed["urutan"].str.zfill(2),
            "code": placed["kode"],
            "title": placed["judul"],
            "period": placed["periode"],
            "status": str(EvidenceStatus.AVAILABLE),
            ORIGIN: place + ", dokumen " + placed["urutan"],
        }
    )
    return listed.reindex(columns=[*EVIDENCE.names, ORIGIN])
