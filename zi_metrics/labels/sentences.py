"""Sentences that say in plain Indonesian what a page or a chart shows today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from zi_metrics.labels.numbers import long_date, out_of, percent

NONE = "tidak ada"


def listed(names: Sequence[str]) -> str:
    """'A', 'A dan B', 'A, B, dan C'."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def either(names: Sequence[str]) -> str:
    """'A', 'A atau B', 'A, B, atau C'."""
    if len(names) < 3:
        return " atau ".join(names)
    return f"{', '.join(names[:-1])}, atau {names[-1]}"


def bar_end(complete: int, required: int, share: float | None) -> str:
    counted = out_of(complete, required) if required else "tanpa data dukung"
    return f"{counted} · bobot {percent(share)}"


def follow_up_bar_end(done: int, required: int, overdue: int) -> str:
    if not required:
        return "tidak dapat ditindaklanjuti"
    late = f" · {overdue} terlambat" if overdue else ""
    return f"{done}/{required} selesai{late}"


def evidence_bars(groups: Sequence[tuple[str, float | None]], without: int) -> str:
    """groups: name and weighted completeness; without: indicators without any evidence."""
    counted = (
        f" Bobot memperhitungkan juga {without} indikator tanpa data dukung." if without else ""
    )
    known = [(share, name) for name, share in groups if share is not None]
    if not known:
        return "Belum ada data dukung yang dapat dihitung."
    best, worst = max(known), min(known)
    if best[0] == worst[0]:
        return f"Kelengkapan berbobot di setiap kelompok {percent(best[0])}.{counted}"
    return (
        f"Kelengkapan berbobot tertinggi di {best[1]} ({percent(best[0])}), "
        f"terendah di {worst[1]} ({percent(worst[0])}).{counted}"
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
    where = listed([name for name, count in overdue if count == most])
    total = sum(count for _, count in overdue)
    return f"{total} rekomendasi lewat tenggat, terbanyak di {where} ({most})."


def ages(counts: Mapping[tuple[int, int | None], int]) -> str:
    """counts: age band in days and number of open recommendations."""
    total = sum(counts.values())
    if not total:
        return "Tidak ada rekomendasi terbuka yang umurnya diketahui."
    old = sum(count for (low, _), count in counts.items() if low > 90)
    return f"Dari {total} rekomendasi terbuka yang umurnya diketahui, {old} lebih dari 90 hari."


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
        f"Per {long_date(day)}, dokumen yang ada mencakup {percent(share)} bobot LKE aspek "
        f"Pemenuhan ({covered}); indikator lengkap {complete}."
    )


def overdue_today(counts: Mapping[str, int]) -> str:
    """counts: kind of item and number of late ones."""
    return f"{listed([f'{count} {kind}' for kind, count in counts.items() if count])}."


def without_evidence(count: int) -> str:
    if not count:
        return ""
    return f"Sebanyak {count} indikator belum punya data dukung sama sekali."


def area_today(day: date, share: float | None, complete: str) -> str:
    if share is None:
        return f"Per {long_date(day)} kelengkapan area ini belum dapat dihitung."
    return (
        f"Per {long_date(day)}, data dukung area ini mencakup {percent(share)} bobotnya; "
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
        f"Per {long_date(day)}, dari {due} laporan SPIP {year} yang sudah jatuh tempo atau sudah "
        f"masuk: masuk {submitted}; tepat waktu {on_time}."
    )


def spip_other_year(assessed: int, shown: int) -> str:
    return "" if assessed == shown else f"Tahun yang dinilai ialah {assessed}."


def spip_left_out(names: Sequence[str], year: int) -> str:
    return f"Tanpa satu pun baris pada {year}, jadi tidak dihitung: {listed(names)}."


def reform_today(complete: str, share: float | None, without: int) -> str:
    return (
        f"Aspek Reform dihitung tersendiri: indikator lengkap {complete}, kelengkapan berbobot "
        f"{percent(share)}; {without} indikator belum punya data dukung."
    )


def compared_with(day: date | None, meeting: date | None) -> str:
    """day: of the snapshot compared with; meeting: the last one, if that is why."""
    if day is None:
        return ""
    why = f", yang terakhir sebelum rapat {long_date(meeting)}" if meeting else ""
    return f"Pembanding: potret {long_date(day)}{why}."


def shown_of(shown: int, every: int, items: str) -> str:
    """Said only when a filter leaves some out."""
    return "" if shown == every else f"Saringan menampilkan {shown} dari {every} {items}."
