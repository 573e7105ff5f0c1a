"""Words of the meeting: titles and sentences of its slides, decisions to take, the stamp."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from zi_metrics.labels.numbers import (
    NBSP,
    clock,
    count,
    long_date,
    percent,
    percentage_points,
    score,
    short_digest,
)
from zi_metrics.labels.sentences import listed

TITLE = "Rapat monev Zona Integritas"
WHOLE = "Keseluruhan unit"
COURSE = "Perkembangan"
MONEV = "Monev dan tindak lanjut"
SPIP = "Laporan triwulanan SPIP"
OVERDUE = "Lewat tenggat menurut PIC"
DECISIONS = "Keputusan yang perlu diambil"

LATE = "Lewat tenggat"
GAPS = "Celah terberat"
LONGEST_LATE = "Paling lama lewat tenggat"
SUB_AREAS = "Data dukung per sub-area"
AREAS = "Data dukung per area"
COUNTS = "Banyaknya butir menurut perubahan utamanya"
WORSE = "Perlu dijelaskan"
REPORTS = "Laporan per area dan triwulan"
DROPPED = "Tidak dapat ditindaklanjuti"
BY_PIC = "Banyaknya yang lewat tenggat"

UNIT = "Unit"
PERIOD = "Tahun penilaian"
MEETING_DAY = "Tanggal rapat"
SINCE = "Dibandingkan dengan"
AS_OF = "Keadaan per"
READ = "Data dibaca"
SOURCE = "Sumber"
DIGEST = "Sidik data"

NO_FILTER = "tanpa saringan"
NAMES_SHOWN = "nama tampil"
NAMES_HIDDEN = "nama disamarkan"
PIC_HEADERS = ("PIC", "Data dukung", "Tindak lanjut", "Laporan SPIP", "Terlama")
CHANGE_HEADERS = ("Perubahan", "Data dukung", "Tindak lanjut", "Laporan SPIP")
NOBODY = "Tanpa PIC"
NO_GAPS = "Semua indikator lengkap."
NOTHING_CHANGED = "Tidak ada butir yang berubah."
NOTHING_WORSE = "Tidak ada yang mundur, baru terlambat, atau dihapus."
NO_EARLIER_SHORT = "Belum ada pembanding."
NO_EARLIER = (
    "Belum ada potret sebelum rapat ini, jadi perubahan belum dapat ditunjukkan. "
    "Simpan potret pada hari rapat agar rapat berikutnya mempunyai pembanding."
)
NO_DECISIONS = "Data tidak menunjukkan hal yang perlu diputuskan."
NO_TITLE = "(tanpa judul)"


def stamp(source: str, as_of: date, digest: str, shows_names: bool) -> str:
    """Where every figure of a slide or file comes from, in one line."""
    names = NAMES_SHOWN if shows_names else NAMES_HIDDEN
    return (
        f"Sumber: {source} · Keadaan per {long_date(as_of)} · {NO_FILTER} · {names} · "
        f"Sidik data {short_digest(digest)}"
    )


def since(day: date, meeting: date | None) -> str:
    """day: of the snapshot compared with; meeting: the last one, if that is why."""
    why = f" (rapat {long_date(meeting)})" if meeting else ""
    return f"potret {long_date(day)}{why}"


def read_at(moment: datetime) -> str:
    return clock(moment)


def whole(day: date, share: float | None, before: float | None, before_on: date | None) -> str:
    """share, before: weighted completeness now and then."""
    if share is None:
        return f"Per {long_date(day)} kelengkapan belum dapat dihitung."
    now = f"Data dukung mencakup {percent(share)} bobot LKE Pemenuhan"
    if before is None or before_on is None:
        return f"{now} per {long_date(day)}."
    return f"{now}, {_moved(share - before)} sejak {long_date(before_on)}."


def _moved(difference: float) -> str:
    points = percentage_points(difference)
    if points == "tetap":
        return points
    return f"{'naik' if difference > 0 else 'turun'} {points.lstrip('+−')}"


def area(day: date, share: float | None, reform: str) -> str:
    """reform: the area's complete indicators of Reform as a text."""
    now = (
        f"Per {long_date(day)} kelengkapan belum dapat dihitung."
        if share is None
        else f"Data dukung mencakup {percent(share)} bobot area ini."
    )
    return f"{now} Reform: indikator lengkap {reform}."


def points(number: float) -> str:
    return f"{score(number)} poin"


def documents(complete: int, required: int) -> str:
    return f"{complete} dari {required} dokumen" if required else "tanpa data dukung"


def unreadable(tab: str) -> str:
    return f"Tabel {tab} tidak dapat dibaca."


def others(number: int) -> str:
    return f"dan {count(number)} lainnya"


def late_by(days: int) -> str:
    return f"{count(days)}{NBSP}hari"


def since_when(day: date, meeting: date | None) -> str:
    """day: of the snapshot compared with; meeting: the last one, if that is why."""
    return "sejak rapat lalu" if meeting else f"sejak {long_date(day)}"


def changes(since: str) -> str:
    """since: a text of `since_when`, or '' without a snapshot to compare with."""
    return f"Perubahan {since}".rstrip()


def since_day(day: date) -> str:
    return f"Dibandingkan dengan keadaan {long_date(day)}."


def other_people(people: int, items: int, without_pic: int) -> str:
    """items: of these PICs; without_pic: items of nobody that are not listed either, or 0."""
    of_people = f"{count(people)} PIC lain dengan {count(items)} butir" if people else ""
    of_nobody = f"{count(without_pic)} butir tanpa PIC" if without_pic else ""
    return f"dan {', serta '.join(filter(None, (of_people, of_nobody)))}"


def decisions(number: int) -> str:
    return f"{count(number)} hal diusulkan dari data." if number else NO_DECISIONS


def overdue(people: int, items: int, without_pic: int) -> str:
    """people: number of PICs; items: of theirs that are late; without_pic: late ones of nobody."""
    if not people:
        return f"{count(without_pic)} butir lewat tenggat tanpa PIC."
    if not without_pic:
        return f"{count(items)} butir lewat tenggat pada {count(people)} PIC."
    return (
        f"{count(items + without_pic)} butir lewat tenggat: {count(items)} pada {count(people)} "
        f"PIC dan {count(without_pic)} tanpa PIC."
    )


def monev(overdue_count: int, repeated_count: int) -> str:
    late = f"{overdue_count} lewat tenggat" if overdue_count else "tidak ada yang lewat tenggat"
    again = f", {repeated_count} berulang dari periode sebelumnya" if repeated_count else ""
    return f"Rekomendasi monev: {late}{again}."


def spip(year: int, missing: int) -> str:
    """missing: reports past their due date and not in."""
    if missing:
        return f"{count(missing)} laporan SPIP {year} sudah jatuh tempo dan belum masuk."
    return f"Tidak ada laporan SPIP {year} yang tertunggak."


def no_spip(year: int) -> str:
    return (
        f"Belum ada data SPIP {year}. Isi tab SPIP, satu baris untuk setiap area dan triwulan, "
        "agar laporan yang masuk terlihat di sini."
    )


def decide_unreadable(tabs: Sequence[str]) -> str:
    return f"Pulihkan tabel {listed(tabs)} yang tidak terbaca; sebelum itu angkanya belum lengkap."


def decide_without_evidence(indicators: int, points_lost: float) -> str:
    return (
        f"Tetapkan data dukung untuk {count(indicators)} indikator yang belum punya satu pun "
        f"({score(points_lost)} poin)."
    )


def decide_target(share: float, target: float, areas: Sequence[str]) -> str:
    return (
        f"Tetapkan langkah mengejar target {percent(target)} (kini {percent(share)}), "
        f"mulai dari {listed(areas)}."
    )


def decide_overdue_follow_up(number: int, longest: int) -> str:
    return (
        f"Tetapkan tenggat baru atau penyelesaian {count(number)} tindak lanjut yang lewat "
        f"tenggat, terlama {late_by(longest)}."
    )


def decide_overdue_evidence(number: int, longest: int) -> str:
    return (
        f"Tetapkan siapa menyelesaikan {count(number)} data dukung yang lewat tenggat, "
        f"terlama {late_by(longest)}."
    )


def decide_missing_reports(number: int, areas: Sequence[str]) -> str:
    return f"Tetapkan tanggal masuk {count(number)} laporan SPIP: {listed(areas)}."


def decide_repeated(number: int) -> str:
    return f"Putuskan cara agar {count(number)} rekomendasi yang berulang tidak kembali lagi."


def decide_regressed(counts: Sequence[tuple[str, int]], since: str) -> str:
    """counts: sort of item and number; since: a text of `since_when`."""
    told = listed([f"{count(number)} {sort}" for sort, number in counts])
    return f"Putuskan perbaikan {told} yang mundur {since}."


def decide_unrecognised(number: int) -> str:
    return f"Bereskan {count(number)} status yang tidak dikenali, agar ikut dihitung."
