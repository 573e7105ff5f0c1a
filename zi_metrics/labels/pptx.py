"""Words of the PowerPoint file that the screen does not need: names of its shapes and layouts."""

from __future__ import annotations

COVER_LAYOUT = "Sampul"
SLIDE_LAYOUT = "Judul dan isi"
TITLE_PROMPT = "Judul"
TEXT_PROMPT = "Teks"
THEME = "Zona Integritas"

SENTENCE = "Kalimat"
HEADLINE = "Angka utama"
BADGE = "Tanda data contoh"
FACTS = "Asal data"
BLOCK_TITLE = "Judul bagian"
LIST = "Daftar"
LEGEND = "Keterangan"
REST = "Sisanya"

BAR_ENDS = "Ruang teks di ujung batang (tidak tampak)"
BAR_END_TEXTS = "Teks di ujung batang"
GROUP = "Kelompok"
DAY = "Tanggal"
LOWEST = "Perkiraan terendah"
HIGHEST = "Perkiraan tertinggi"


def number_of(count: int) -> str:
    """What follows the slide's number: ' dari 14'."""
    return f" dari {count}"


def amount(unit: str) -> str:
    """What an axis counts: 'Jumlah dokumen'."""
    return f"Jumlah {unit}"


def target(share: str) -> str:
    """share: as written."""
    return f"Target {share}"
