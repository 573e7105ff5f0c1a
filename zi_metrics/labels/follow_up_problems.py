"""Sentences about what is wrong in a row of Monev; parts as in `problems`."""

from __future__ import annotations

from zi_metrics.labels.problems import Parts, quote


def recommendation_repeated(wording: object) -> Parts:
    return (
        f"Rekomendasi {quote(wording)} tercatat lebih dari sekali pada area dan periode ini.",
        "Setiap baris tetap dihitung.",
        "Hapus baris yang berlebih, atau beri ID sendiri untuk setiap baris.",
    )


def area_unknown(value: object) -> Parts:
    return (
        f"Area {quote(value)} tidak dikenal.",
        "Rekomendasi ini dihitung dalam kelompok Tanpa area.",
        "Isi nomor area 1 sampai 6.",
    )


def area_from_code(value: object) -> Parts:
    return (
        f"Area {quote(value)} tidak dikenal.",
        "Rekomendasi ini dihitung di area kode indikatornya.",
        "Isi nomor area 1 sampai 6.",
    )


def area_not_of_code(code: object) -> Parts:
    return (
        f"Area tidak cocok dengan kode indikator {quote(code)}.",
        "Rekomendasi ini dihitung di area yang tertulis.",
        "Periksa area dan kodenya.",
    )


def recommendation_missing() -> Parts:
    return (
        "Rekomendasi kosong.",
        "Baris ini tetap dihitung.",
        "Isi rekomendasinya, atau hapus barisnya.",
    )


def closing_date_missing() -> Parts:
    return (
        "Status Selesai tanpa tanggal selesai.",
        "Dihitung selesai, tetapi umurnya tidak diketahui.",
        "Isi tanggal selesainya.",
    )


def closed_before_raised() -> Parts:
    return (
        "Tanggal selesai mendahului tanggal rekomendasi.",
        "Dihitung menurut statusnya; umurnya tidak dihitung.",
        "Periksa kedua tanggalnya.",
    )


def closed_but_open(status: object) -> Parts:
    return (
        f"Tanggal selesai terisi, tetapi statusnya {quote(status)}.",
        "Dihitung menurut statusnya, sebagai belum selesai.",
        "Samakan status dan tanggal selesainya.",
    )
