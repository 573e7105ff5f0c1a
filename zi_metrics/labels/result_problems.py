"""Sentences about a row of Hasil; parts as in `problems`."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels.problems import Parts, quote
from zi_metrics.labels.sentences import either

_LOST = "Baris ini tidak dihitung."


def component_missing(names: Sequence[str]) -> Parts:
    return "Kolom “Komponen” kosong.", _LOST, _one_of(names)


def component_unknown(component: object, names: Sequence[str]) -> Parts:
    return f"Komponen {quote(component)} tidak dikenal.", _LOST, _one_of(names)


def _one_of(names: Sequence[str]) -> str:
    return f"Isi dengan {either([quote(name) for name in names])}."


def not_an_index(value: object, highest: int) -> Parts:
    return f"Nilai {quote(value)} bukan indeks survei.", _LOST, _index(highest)


def out_of_scale(value: object, highest: int) -> Parts:
    return f"Nilai {quote(value)} di luar skala 0 sampai {highest}.", _LOST, _index(highest)


def _index(highest: int) -> str:
    return f"Isi indeks dari 0 sampai {highest}, misalnya 3,6."


def not_an_option(value: object, options: Sequence[str]) -> Parts:
    return (
        f"Nilai {quote(value)} tidak ada dalam pilihan {'/'.join(options)}.",
        _LOST,
        f"Pilih {either(options)}.",
    )


def of_another_year(year: object, assessed: object) -> Parts:
    return (
        f"Nilai ini dari tahun {year}, sedangkan yang dinilai tahun {assessed}.",
        "Baris ini tidak dipakai.",
        "Tidak perlu tindakan bila tahunnya benar.",
    )


def only_of_another_year(year: object, assessed: object) -> Parts:
    return (
        f"Nilai ini dari tahun {year}, sedangkan yang dinilai tahun {assessed}.",
        "Baris ini tidak dipakai, dan tidak ada nilai lain: komponen ini dihitung 0.",
        f"Perbaiki tahunnya, atau isi nilai tahun {assessed}.",
    )


def repeated(component: object) -> Parts:
    return (
        f"Komponen {quote(component)} mempunyai lebih dari satu nilai.",
        "Yang dipakai baris lain, yang terakhir.",
        "Sisakan satu baris untuk setiap komponen.",
    )


def before_official(component: object) -> Parts:
    return (
        f"Komponen {quote(component)} sudah mempunyai nilai dari TPN.",
        "Yang dipakai nilai TPN itu.",
        "Tidak perlu tindakan.",
    )
