"""The words of a comparison: what is compared, what may have become of it, what that moves."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from zi_metrics.metrics.measures import Measure


class ItemKind(StrEnum):
    """What sort of item changed, in the order they are told."""

    INDICATOR = "indikator"
    EVIDENCE = "data dukung"
    RECOMMENDATION = "tindak lanjut"
    SPIP_REPORT = "laporan SPIP"


class ChangeKind(StrEnum):
    """What became of an item between two snapshots, in the order they are told."""

    NEWLY_COMPLETE = "baru lengkap"
    """A document or an indicator: complete now, and not before."""
    REGRESSED = "mundur"
    """It had something that it lost: done, verified, on time, a part of its evidence."""
    NEWLY_CLOSED = "baru selesai"
    """A recommendation is done, an SPIP report is in, and was not before."""
    NEWLY_LATE = "baru terlambat"
    """Late on the later date and not on the earlier one."""
    ADDED = "ditambahkan"
    REMOVED = "dihapus"
    MOVED = "berpindah"
    """The same item in another area, indicator or period."""
    REWORDED = "berubah bunyi"
    ADVANCED = "maju"
    """It gained something without being complete by it: verified, on time, more of its evidence."""
    RESTATED = "berubah status"
    """Any other change of its status, into and out of denominators too."""


MEASURES_OF: Mapping[ItemKind, tuple[Measure, ...]] = {
    ItemKind.INDICATOR: (Measure.WEIGHTED, Measure.INDICATORS),
    ItemKind.EVIDENCE: (Measure.EVIDENCE, Measure.VERIFICATION),
    ItemKind.RECOMMENDATION: (Measure.FOLLOW_UP,),
    ItemKind.SPIP_REPORT: (Measure.SPIP_SUBMITTED, Measure.SPIP_ON_TIME),
}
"""The percentages an item of each sort counts in, in their order."""
