"""What the unit has entered of the requirements for a proposal, day by day."""

from __future__ import annotations

from datetime import date

from zi_metrics.tables.entry_settings import PREFIX

# Requirement, day it was entered, value; a newer value replaces the older one. Nobody has entered
# the letter of responsibility, which is signed last, and the agency's index of reform.
_ENTERED = (
    ("zi_satu_tahun", date(2025, 1, 20), "Ya"),
    ("layanan_utama", date(2025, 1, 20), "Ya"),
    ("sudah_wbk", date(2025, 1, 20), "Tidak"),
    ("lhkpn_lhkasn", date(2025, 4, 8), "Tidak"),
    ("opini_wtp", date(2025, 6, 17), "Ya"),
    ("lhkpn_lhkasn", date(2025, 7, 7), "Ya"),
    ("tlhp", date(2025, 12, 9), "Tidak"),
    ("maturitas_spip", date(2025, 12, 9), "3"),
    ("sakip_unit", date(2025, 12, 22), "BB"),
    ("sakip_instansi", date(2025, 12, 22), "B"),
)


def entry(as_of: date) -> dict[str, str]:
    """Keys and values of Pengaturan as they stood at the end of a day."""
    return {f"{PREFIX}{key}": value for key, on, value in _ENTERED if on <= as_of}
