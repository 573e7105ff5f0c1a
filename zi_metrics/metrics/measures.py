"""The percentages everything is told in."""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """The seven percentages of a group, in the order they are told."""

    WEIGHTED = "kelengkapan_berbobot"
    INDICATORS = "indikator_lengkap"
    EVIDENCE = "kelengkapan_data_dukung"
    VERIFICATION = "verifikasi"
    FOLLOW_UP = "tindak_lanjut"
    SPIP_SUBMITTED = "laporan_spip_masuk"
    SPIP_ON_TIME = "laporan_spip_tepat_waktu"


HEADLINES = (Measure.WEIGHTED, Measure.INDICATORS, Measure.FOLLOW_UP, Measure.SPIP_SUBMITTED)
"""Those that stand at the head of a page, a slide or a comparison."""
