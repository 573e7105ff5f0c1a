"""Help texts and remarks of the command line."""

from __future__ import annotations

import gettext
from collections.abc import MutableMapping
from datetime import date
from pathlib import Path

from zi_metrics.labels.numbers import long_date

CLICK_WORDS = "zi"
"""The catalogue of click's own words, below LOCALE_DIR."""
LOCALE_DIR = Path(__file__).parent / "locale"

PROGRAM = "Angka-angka Zona Integritas satu unit kerja, dari baris perintah."
RINGKAS = "Cetak ringkasan: kelengkapan, tindak lanjut monev, dan laporan SPIP per area."
POTRET = "Simpan potret sebuah sumber di folder potret."
SUMBER = "contoh, situs, potret, atau alamat folder potret."
PER = "Tanggal penilaian angka; bawaannya tanggal potret itu sendiri."
JSON = "Cetak sebagai JSON."
OPTIONS = "[PILIHAN]"
COMMANDS = "PERINTAH [PILIHAN]"
SOURCE_VALUE = "SUMBER"
DATE_VALUE = "TTTT-BB-HH"


def speak_indonesian(environment: MutableMapping[str, str]) -> None:
    """Have click use our catalogue in this process, whatever language the system speaks.

    environment: that of the process; gettext reads the language there and nowhere else.
    """
    environment["LANGUAGE"] = "id"
    gettext.bindtextdomain(CLICK_WORDS, LOCALE_DIR)
    gettext.textdomain(CLICK_WORDS)


def not_a_date(value: str) -> str:
    return f"“{value}” bukan tanggal. Tulis sebagai {DATE_VALUE}, misalnya 2025-12-31."


def dated_otherwise(snapshot_on: date, asked: date) -> str:
    return (
        f"Catatan: status data dukung menurut potret {long_date(snapshot_on)}; "
        f"angka dihitung per {long_date(asked)}."
    )


def stored(identifier: str, root: str) -> str:
    return f"Potret {identifier} disimpan di {root}."
