"""Words for visitors, who see figures and states: in the place of names, links and notes."""

from __future__ import annotations

from collections.abc import Iterable

from zi_metrics.labels.numbers import count

UNRECOGNISED = "tidak dikenali"
"""In the place of words that none of our lists knows."""
OWN_ASSESSOR = "unit sendiri"
SOURCE = "berkas unit"
"""In the place of the name of a file or folder."""

ABOUT = "Tampilan pengunjung: judul, nama, tautan, dan catatan hanya untuk pengguna internal."
SEARCH = "Indikator atau kode"
SHEET = "Lembar data"
ASK_KEEPER = "Coba lagi nanti, atau hubungi pengelola dasbor."
REFUSED_SNAPSHOT = (
    "Potret yang diminta tidak dapat dipakai, jadi yang ditampilkan potret lain. "
    "Perhatikan tanggal pada Keadaan per."
)
FAULT_SHEET = "Lembar data sedang tidak dapat dibaca."
FAULT_SNAPSHOT = "Potret data ini tidak ditemukan atau tidak dapat dibaca."
FAULT_DATA = "Data tidak dapat ditampilkan."
HELD_BACK = "Bacaan terbaru sedang diperiksa pengelola; angka di sini dari bacaan sebelumnya."
PROBLEMS = (
    "Galat: ada yang tidak ikut dihitung. Peringatan: dihitung, tetapi meragukan. "
    "Rinciannya hanya untuk pengguna internal."
)

OVERDUE = "Lewat tenggat menurut area"
LATE_HEADERS = ("Area", "Data dukung", "Tindak lanjut", "Laporan SPIP", "Terlama")


def fault(what: str) -> str:
    return f"{what} {ASK_KEEPER}"


def document(number: int, code: str | None) -> str:
    """'Dokumen 2 dari A.I.1.i.a': by its place in the list."""
    return f"Dokumen {number} dari {code}" if code else f"Dokumen {number} tanpa indikator"


def recommendation(number: int, period: str | None) -> str:
    """'Rekomendasi 3, Semester I 2025': by its place in the list."""
    if period is None:
        return f"Rekomendasi {number}, tanpa periode"
    return f"Rekomendasi {number}, {of_period(period)}"


def of_period(period: str) -> str:
    return f"periode {period}" if period == UNRECOGNISED else period


def removed_document(code: str | None) -> str:
    """A document that is no longer in the list and so has no place in it."""
    return f"Dokumen dari {code}" if code else "Dokumen tanpa indikator"


def removed_recommendation(period: str | None) -> str:
    return f"Rekomendasi, {of_period(period)}" if period else "Rekomendasi tanpa periode"


def problems_of(tab: str, counts: Iterable[tuple[str, int]]) -> str:
    """'Data Dukung: 3 galat, 5 peringatan'."""
    return f"{tab}: {', '.join(f'{count(number)} {severity}' for severity, number in counts)}"


def overdue(items: int) -> str:
    """The sentence of the slide on what is late."""
    return f"{count(items)} butir lewat tenggat."
