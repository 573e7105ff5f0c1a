"""The rows the template starts with, by canonical column name; other columns stay empty."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from zi_metrics.labels import template as text
from zi_metrics.labels.screen import area_title
from zi_metrics.lke import AREA_NUMBERS, Catalogue
from zi_metrics.sources.situs import read_situs
from zi_metrics.tables.vocabularies import EvidenceStatus
from zi_metrics.template.conditions import result_parts


def indicator_rows(catalogue: Catalogue) -> pd.DataFrame:
    """One row per official indicator: its code and, by their headers, what is there for people."""
    official = catalogue.indicators
    areas = {area.number: area_title(area.number, area.name) for area in catalogue.areas}
    return pd.DataFrame(
        {
            "code": official["code"],
            "Aspek": official["aspect"],
            "Area": official["area_no"].map(areas),
            "Sub-area": official["sub_area_no"] + ". " + official["sub_area"],
            "Indikator": official["question"],
            "Bobot sub-area": official["sub_area_weight"],
            "Jenis jawaban": official["answer_type"],
        }
    )


def evidence_rows() -> pd.DataFrame:
    """The unit's own list, every document to be checked from the start: nothing counts as there."""
    listed = read_situs().evidence[["evidence_id", "code", "title", "period"]]
    return listed.assign(status=str(EvidenceStatus.ABSENT))


def spip_rows(year: int) -> pd.DataFrame:
    """One row per quarter of the assessed year and area, each report required."""
    places = [(quarter, area) for quarter in range(1, 5) for area in AREA_NUMBERS]
    return pd.DataFrame(places, columns=["quarter", "area_no"]).assign(year=year, required=text.YES)


def result_rows(catalogue: Catalogue, year: int) -> pd.DataFrame:
    """One row per part of Hasil."""
    names = [part["name"] for part in result_parts(catalogue)]
    return pd.DataFrame({"component": names, "year": year})


def setting_values(year: int, *, has_evidence: bool) -> Mapping[str, str | float]:
    """Values by canonical name of the setting; what only the unit can say is left out.

    The names in the unit's list are set to be hidden wherever that list is.
    """
    values: dict[str, str | float] = {
        "assessed_year": year,
        "target_predicate": "WBK",
        "spip_due_days": 10,
    }
    if has_evidence:
        values["hidden_names"] = "; ".join(read_situs().settings.hidden_names)
    return values
