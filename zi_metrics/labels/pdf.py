"""Words of the printed pack that no screen has: headings, headers of lists, page numbers."""

from __future__ import annotations

from zi_metrics.labels.numbers import NBSP, count

PAGE_OF = ("Halaman ", " dari ")
"""What stands before the page number and before the number of pages."""

FILTER = "Saringan"
AREAS = "Keenam area"
COURSE_TABLE = "Potret demi potret"
INCOMPLETE_INDICATORS = "Indikator yang belum lengkap"
OPEN_RECOMMENDATIONS = "Rekomendasi yang belum selesai"
ALL_RECOMMENDATIONS = "Daftar rekomendasi"
APPENDIX = "Lampiran: data dukung yang belum lengkap"
REFORM = "aspek Reform"
WHOLE_UNIT = "Unit"

AREA = "Area"
WEIGHTED = "Kelengkapan berbobot"
CHANGE = "Perubahan"
INDICATORS = "Indikator lengkap"
FOLLOW_UP = "Tindak lanjut"
REPORTS = "Laporan SPIP masuk"
DAY = "Tanggal"
CODE = "Kode"
QUESTION = "Indikator"
STATE = "Keadaan"
DOCUMENTS = "Dokumen lengkap"
PIC = "PIC"
KIND = "Jenis"
TITLE = "Judul"
DUE = "Tenggat"
DAYS_LATE = "Terlambat (hari)"
RECOMMENDATION = "Rekomendasi"
PERIOD = "Periode"
STATUS = "Status"
DOCUMENT = "Data dukung"
BEFORE = "Semula"
AFTER = "Menjadi"
NUMBER = "No."
PROPOSAL = "Usulan dari data"
DECISION = "Keputusan rapat"
RESPONSIBLE = "Penanggung jawab"
CHAIR = "Pimpinan rapat"
SECRETARY = "Notulis"

NO_INDICATORS_LEFT = "Semua indikator lengkap."
NO_OPEN_RECOMMENDATIONS = "Tidak ada rekomendasi yang belum selesai."
NO_EVIDENCE = "Belum ada data dukung."
NO_INCOMPLETE = "Semua data dukung lengkap."


def rest(number: int) -> str:
    return f"dan {count(number)} lainnya, lihat berkas XLSX"


def counted(title: str, number: int) -> str:
    """A heading with the number of what stands below it."""
    return f"{title} ({count(number)})"


def running(unit: str, title: str) -> str:
    return f"{title} · {unit}"


def filters(no_filter: str, names: str) -> str:
    return f"{no_filter}, {names}"


def area_title(number: int, name: str, aspect: str = "") -> str:
    return f"{number}. {name}" + (f" – {aspect}" if aspect else "")


def out_of(complete: int, required: int) -> str:
    return f"{count(complete)} dari {count(required)}"


def was(title: str, before: str) -> str:
    """An item with the title it had before."""
    return f"{title} (semula: {before})"


def of_area(number: int) -> str:
    return f"Area {number}"


def overdue(due_on: str, days: int) -> str:
    return f"{due_on}, terlambat {count(days)}{NBSP}hari"
