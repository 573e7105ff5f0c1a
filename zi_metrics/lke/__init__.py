"""The official worksheet (Lembar Kerja Evaluasi): its list of indicators and its rules."""

from zi_metrics.lke.catalogue import (
    AREA_NUMBERS,
    DEFAULT_REGULATION,
    Area,
    Aspect,
    Catalogue,
    Place,
    known_regulations,
    load_catalogue,
)

__all__ = [
    "AREA_NUMBERS",
    "DEFAULT_REGULATION",
    "Area",
    "Aspect",
    "Catalogue",
    "Place",
    "known_regulations",
    "load_catalogue",
]
