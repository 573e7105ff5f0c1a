"""Words of the memos: what a coordinator or a PIC is sent as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from zi_metrics.labels.numbers import count, long_date, short_date

OF_UNIT = "Seluruh unit"
NOBODY = "Tanpa PIC"
AREAS = "PER AREA"
LATE_BY_PIC = "LEWAT TENGGAT PER PIC"
LATE = "LEWAT TENGGAT"
MISSING = "DATA DUKUNG BELUM LENGKAP"
OPEN_DOCUMENTS = "DATA DUKUNG YANG BELUM SELESAI"
OPEN_RECOMMENDATIONS = "TINDAK LANJUT YANG BELUM SELESAI"
WITHOUT_EVIDENCE = "INDIKATOR TANPA DATA DUKUNG"
NO_GAPS = "Semua indikator lengkap."
NO_WORK = "Tidak ada yang masih terbuka."
NO_DUE_DATE = "tanpa tenggat"
LINK_NAMES_SOMEBODY = "(tautan tidak ditulis karena memuat nama)"
LINK_TOO_LONG = "(tautan terlalu panjang; lihat di sheet)"
WITHOUT_DOCUMENTS = "tanpa data dukung"


def of_area(number: int, name: str) -> str:
    return f"Area {number}. {name}"


def of_pic(pic: str) -> str:
    return f"PIC: {pic}"


def meeting_on(day: date | None) -> str:
    return "" if day is None else f"Untuk rapat {long_date(day)}"


def heading(title: str, number: int) -> str:
    return f"{title} ({count(number)})"


def figure(name: str, words: str) -> str:
    return f"{name}: {words}"


def of_areas(number: int, name: str, weighted: str, indicators: str) -> str:
    return f"{number}. {name}: berbobot {weighted}; indikator lengkap {indicators}"


def details(known: Iterable[str | None]) -> str:
    return " – ".join(each for each in known if each)


def of_kind(kind: str, area: str | None) -> str:
    """An item without a code: 'laporan SPIP Pengawasan'."""
    return f"{kind} {area}" if area else kind


def due(day: date | None) -> str:
    return NO_DUE_DATE if day is None else f"tenggat {short_date(day)}"


def late(day: date, days: int) -> str:
    return f"tenggat {short_date(day)}, lewat {count(days)} hari"


def documents(complete: int, required: int) -> str:
    if not required:
        return WITHOUT_DOCUMENTS
    return f"{count(complete)} dari {count(required)} dokumen"


def late_of_pic(pic: str, items: int, longest: int) -> str:
    return f"{pic}: {count(items)} butir, terlama {count(longest)} hari"


def others(number: int) -> str:
    return f"dan {count(number)} lainnya"


def not_included(tab: str) -> str:
    return f"Tabel {tab} tidak dapat dibaca, jadi tidak termasuk di sini."
