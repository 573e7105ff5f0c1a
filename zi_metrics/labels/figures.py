"""Names of figures and the short texts that carry a figure: one wording for every screen."""

from __future__ import annotations

from zi_metrics.labels.numbers import NO_FIGURE, out_of, percent, score

NO_INDICATORS = "belum ada indikator"
NO_EVIDENCE = "belum ada data dukung"
NO_RECOMMENDATIONS = "belum ada data monev"
NO_SPIP = "belum ada data SPIP"
NONE_DUE = "belum ada yang jatuh tempo"

WEIGHTED = "Kelengkapan berbobot"
INDICATORS_COMPLETE = "Indikator lengkap"
EVIDENCE_COMPLETE = "Kelengkapan data dukung"
VERIFICATION = "Verifikasi"
FOLLOW_UP = "Tindak lanjut"
SPIP_SUBMITTED = "Laporan SPIP masuk"
SPIP_ON_TIME = "Laporan SPIP tepat waktu"
RTP = "RTP selesai"
OVERDUE = "Lewat tenggat"


def counted(numerator: float, denominator: float, share: float | None, empty: str) -> str:
    """'173 dari 303 · 57 %', or the words for nothing to count."""
    if share is None:
        return empty
    return f"{out_of(int(numerator), int(denominator))} · {percent(share)}"


def points(numerator: float, denominator: float) -> str:
    """'23,61 dari 30,00 poin'; '–' when there are no points to reach."""
    if not denominator:
        return NO_FIGURE
    return f"{score(numerator)} dari {score(denominator)} poin"
