"""Sentences that say in plain Indonesian what a page or a chart shows today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from zi_metrics.labels.numbers import long_date, percent


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} dan {names[-1]}"


def bar_end(share: float | None) -> str:
    return f"berbobot {percent(share)}"


def follow_up_bar_end(done: int, required: int, overdue: int) -> str:
    if not required:
        return "tidak ada"
    late = f" · {overdue} terlambat" if overdue else ""
    return f"{done}/{required} selesai{late}"


def evidence_bars(groups: Sequence[tuple[str, float | None]]) -> str:
    """groups: name and weighted completeness."""
    known = [(share, name) for name, share in groups if share is not None]
    if not known:
        return "Belum ada data dukung yang dapat dihitung."
    best, worst = max(known), min(known)
    if best[0] == worst[0]:
        return f"Kelengkapan berbobot di setiap kelompok {percent(best[0])}."
    return (
        f"Kelengkapan berbobot tertinggi di {best[1]} ({percent(best[0])}), "
        f"terendah di {worst[1]} ({percent(worst[0])})."
    )


def trend(points: Sequence[tuple[date, float | None]], target: float | None) -> str:
    """points: date and weighted completeness, oldest first."""
    known = [(day, share) for day, share in points if share is not None]
    if not known:
        return "Belum ada potret yang dapat dibandingkan."
    day, now = known[-1]
    goal = f" Targetnya {percent(target)}." if target is not None else ""
    if len(known) == 1:
        return f"Baru ada satu potret: {percent(now)} per {long_date(day)}.{goal}"
    first_day, first = known[0]
    return (
        f"Dari {percent(first)} pada {long_date(first_day)} menjadi {percent(now)} "
        f"pada {long_date(day)}.{goal}"
    )


def follow_up_bars(overdue: Sequence[tuple[str, int]]) -> str:
    """overdue: name of the group and number of overdue recommendations."""
    if not overdue:
        return "Belum ada rekomendasi monev."
    most = max(count for _, count in overdue)
    if not most:
        return "Tidak ada rekomendasi yang lewat tenggat."
    where = _listed([name for name, count in overdue if count == most])
    total = sum(count for _, count in overdue)
    return f"{total} rekomendasi lewat tenggat, terbanyak di {where} ({most})."


def ages(counts: Mapping[tuple[int, int | None], int]) -> str:
    """counts: age band in days and number of open recommendations."""
    total = sum(counts.values())
    if not total:
        return "Tidak ada rekomendasi terbuka yang umurnya diketahui."
    old = sum(count for (low, _), count in counts.items() if low > 90)
    return f"Dari {total} rekomendasi terbuka, {old} berumur lebih dari 90 hari."


def rtp(groups: Sequence[tuple[str, int, int]]) -> str:
    """groups: area, RTP done, RTP planned."""
    planned = sum(each[2] for each in groups)
    if not planned:
        return "Belum ada RTP yang dilaporkan."
    done = sum(each[1] for each in groups)
    share = percent(done / planned)
    return f"{done} dari {planned} RTP selesai menurut laporan yang masuk ({share})."


def unit_today(day: date, share: float | None, covered: str, complete: str) -> str:
    """The opening sentence of Ringkasan."""
    if share is None:
        return f"Per {long_date(day)} kelengkapan belum dapat dihitung."
    return (
        f"Per {long_date(day)}, dokumen yang ada menutup {percent(share)} bobot LKE aspek "
        f"Pemenuhan ({covered}); indikator lengkap {complete}."
    )


def overdue_today(evidence: int, recommendations: int, reports: int) -> str:
    """What is late, by kind; follows the opening sentence."""
    late = [
        f"{count} {name}"
        for count, name in (
            (evidence, "dokumen"),
            (recommendations, "rekomendasi"),
            (reports, "laporan SPIP"),
        )
        if count
    ]
    return f"Lewat tenggat: {_listed(late)}." if late else "Tidak ada yang lewat tenggat."


def without_evidence(count: int) -> str:
    if not count:
        return ""
    return f"{count} indikator belum punya data dukung sama sekali."


def area_today(day: date, share: float | None, complete: str) -> str:
    if share is None:
        return f"Per {long_date(day)} kelengkapan area ini belum dapat dihitung."
    return (
        f"Per {long_date(day)}, data dukung area ini menutup {percent(share)} bobotnya; "
        f"indikator lengkap {complete}."
    )


def monev_today(day: date, done: str, overdue: int, repeated: int) -> str:
    again = f" {repeated} rekomendasi berulang dari periode sebelumnya." if repeated else ""
    late = f"{overdue} lewat tenggat." if overdue else "Tidak ada yang lewat tenggat."
    return f"Per {long_date(day)}, rekomendasi selesai {done}. {late}{again}"


def spip_today(day: date, year: int, submitted: str, on_time: str, due: int) -> str:
    if not due:
        return f"Per {long_date(day)} belum ada laporan SPIP {year} yang jatuh tempo."
    return (
        f"Per {long_date(day)}, laporan SPIP {year} yang masuk {submitted}; "
        f"yang tepat waktu {on_time}."
    )


def spip_left_out(names: Sequence[str], year: int) -> str:
    if not names:
        return ""
    return f"Tanpa satu pun baris pada {year}, jadi tidak dihitung: {_listed(names)}."


def reform_today(complete: str, share: float | None, without: int) -> str:
    return (
        f"Aspek Reform dihitung tersendiri: indikator lengkap {complete}, kelengkapan berbobot "
        f"{percent(share)}; {without} indikator belum punya data dukung."
    )


def compared_with(day: date | None) -> str:
    return f"Perubahan dihitung sejak {long_date(day)}." if day else ""
