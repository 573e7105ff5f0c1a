"""Sentences about settings of the unit and about stored snapshots; parts as in `problems`."""

from __future__ import annotations

from zi_metrics.labels.problems import Parts, quote


def setting_unknown(key: object) -> Parts:
    return (
        f"Kunci pengaturan {quote(key)} tidak dikenal.",
        "Baris ini diabaikan.",
        "Periksa ejaannya.",
    )


def setting_unreadable(key: str, value: object, expected: str) -> Parts:
    return (
        f"Pengaturan {quote(key)} berisi {quote(value)}.",
        "Nilai ini tidak dipakai; yang berlaku nilai bawaannya, bila ada.",
        f"Isi dengan {expected}.",
    )


def requirement_unreadable(key: str, value: object, expected: str) -> Parts:
    return (
        f"Pengaturan {quote(key)} berisi {quote(value)}.",
        "Nilai ini tidak dipakai; syarat itu dianggap belum diisi.",
        f"Isi dengan {expected}.",
    )


def table_damaged(file_name: str) -> Parts:
    return (
        f"Berkas {quote(file_name)} rusak atau berubah sejak disimpan.",
        "Tabel ini tidak dapat dipakai; angka yang bergantung padanya tidak ditampilkan.",
        "Pulihkan berkasnya dari cadangan, atau pakai potret lain.",
    )


def snapshot_salvaged(damage: str) -> Parts:
    return (
        damage,
        "Tidak ada potret lain yang utuh; yang masih terbaca tetap ditampilkan.",
        "Pulihkan dari cadangan, atau simpan potret baru.",
    )


def snapshot_refused(damage: str) -> Parts:
    return (
        damage,
        "Potret ini dilewati; yang dipakai potret utuh sebelumnya.",
        "Pulihkan dari cadangan, atau hapus foldernya.",
    )
