"""Names of figures and the short texts that carry a figure: one wording for every screen."""

from __future__ import annotations

from typing import Protocol

from zi_metrics.labels.numbers import NO_FIGURE, out_of, percent, score

NO_INDICATORS = "belum ada indikator"
NO_EVIDENCE = "belum ada data dukung"
NO_RECOMMENDATIONS = "belum ada data monev"
NO_SPIP = "belum ada data SPIP"
NONE_DUE = "belum ada yang jatuh tempo"
NO_RTP = "belum ada RTP"
NOT_POSSIBLE = "semua tidak dapat ditindaklanjuti"
NOT_READABLE = "tidak dapat dibaca"
NOT_COUNTED = "Tidak dihitung"
NO_AREA = "Tanpa area"
NO_PERIOD = "Tanpa periode"

WEIGHTED = "Kelengkapan berbobot"
INDICATORS_COMPLETE = "Indikator lengkap"
EVIDENCE_COMPLETE = "Kelengkapan data dukung"
VERIFICATION = "Verifikasi"
FOLLOW_UP = "Tindak lanjut"
SPIP_SUBMITTED = "Laporan SPIP masuk"
SPIP_ON_TIME = "Laporan SPIP tepat waktu"
RTP = "RTP selesai"
OVERDUE = "Lewat tenggat"
REPEATED = "Berulang"


class RatioLike(Protocol):
    """What a percentage needs to be written: see `metrics.ratio.Ratio`."""

    @property
    def numerator(self) -> float: ...
    @property
    def denominator(self) -> float: ...
    @property
    def share(self) -> float | None: ...


def ratio(counts: RatioLike, empty: str) -> str:
    """'173 dari 303 · 57 %', or the words for nothing to count."""
    if counts.share is None:
        return empty
    whole = out_of(int(counts.numerator), int(counts.denominator))
    return f"{whole} · {percent(counts.share)}"


def points(weighted: RatioLike) -> str:
    """'23,61 dari 30,00 poin'; '–' when there are no points to reach."""
    if not weighted.denominator:
        return NO_FIGURE
    return f"{points_of(weighted)} poin"


def points_of(weighted: RatioLike) -> str:
    """'23,61 dari 30,00'."""
    return f"{score(weighted.numerator)} dari {score(weighted.denominator)}"


def age_band(low: int, high: int | None) -> str:
    """'31–60 hari'; the last band 'lebih dari 180 hari'."""
    return f"lebih dari {low - 1} hari" if high is None else f"{low}–{high} hari"
