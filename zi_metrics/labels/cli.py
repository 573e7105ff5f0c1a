"""Help texts and remarks of the command line."""

from __future__ import annotations

from datetime import date

from zi_metrics.labels.numbers import long_date

PROGRAM = "Angka-angka Zona Integritas satu unit kerja, dari baris perintah."
RINGKAS = "Cetak ringkasan: kelengkapan, tindak lanjut monev, dan laporan SPIP per area."
SUMBER = "contoh, situs, atau alamat folder potret."
PER = "Tanggal penilaian angka (TTTT-BB-HH); bawaannya tanggal potret itu sendiri."
JSON = "Cetak sebagai JSON."


def dated_otherwise(snapshot_on: date, asked: date) -> str:
    return (
        f"Catatan: status data dukung menurut potret {long_date(snapshot_on)}; "
        f"angka dihitung per {long_date(asked)}."
    )
