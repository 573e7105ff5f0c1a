from __future__ import annotations

import pytest

from tests.tables.builders import checked
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS

EVIDENCE_WORDS = {
    "Tersedia": [
        "Tersedia", "Ada", "Sudah", "Sudah ada", "Ya", "v", "\u2713", "\u2714", "\u2705",
        "\u2714\ufe0f", "\u2714\ufe0e", 1, 1.0, "1", True, "TRUE", "BENAR",
    ],
    "Belum ada": [
        "Belum ada", "Belum", "Tidak ada", "Tidak", "-", "\u2013", "\u2014", "\u2212", 0, 0.0, "0",
        False, "FALSE", "SALAH", "", " ", "\u00a0", "\u200b", None,
    ],
    "Disusun": ["Disusun", "Draft", "Draf", "Proses", "Dalam proses"],
    "Perlu perbaikan": ["Perlu perbaikan", "Revisi", "Perbaikan"],
    "Terverifikasi": [
        "Terverifikasi", "Valid", "Sesuai", "Verifikasi", "Sudah verifikasi", "OK",
    ],
    "Tidak relevan": ["Tidak relevan", "N/A", "TR", "Tidak berlaku"],
    "Tidak dikenali": [
        "Tidak dikenali", "x", "X", "\u2717", "sudah?", "ada 2", 2, "sudahada", "Selesai",
    ],
}  # fmt: skip
FOLLOW_UP_WORDS = {
    "Belum ditindaklanjuti": ["Belum ditindaklanjuti", "Belum", "", " ", "\u200b", None],
    "Dalam proses": ["Dalam proses", "Proses", "Sedang diproses"],
    "Selesai": ["Selesai", "Sudah", "Sudah ditindaklanjuti", "Tuntas"],
    "Tidak dapat ditindaklanjuti": ["Tidak dapat ditindaklanjuti", "TDTL"],
    "Tidak dikenali": ["Tidak dikenali", "x", "\u2713", "Ya", "Tersedia", "selesai sebagian", True],
}


def pairs(words: dict[str, list[object]]) -> list[tuple[object, str]]:
    return [(word, status) for status, listed in words.items() for word in listed]


def spellings(word: object) -> set[object]:
    """The word as it is, in other cases and spacings, and with marks nobody sees."""
    if not isinstance(word, str) or not word.strip("\u200b\u00a0 "):
        return {word}
    return {
        word,
        word.upper(),
        word.lower(),
        word.title(),
        f"  {word}\u00a0",
        f"\t{word}\n",
        f"\ufeff{word}\u200b",
        word.replace(" ", "  "),
        word.replace(" ", "\u00a0"),
        word.replace(" ", " \u200d "),
    }


@pytest.mark.parametrize(("word", "status"), pairs(EVIDENCE_WORDS))
def test_evidence_status_is_read_in_any_case_and_spacing(word: object, status: str) -> None:
    rows = checked(EVIDENCE, *({"status": text} for text in spellings(word))).rows
    assert set(rows["state"]) == {status}


@pytest.mark.parametrize(("word", "status"), pairs(FOLLOW_UP_WORDS))
def test_follow_up_status_is_read_in_any_case_and_spacing(word: object, status: str) -> None:
    rows = checked(RECOMMENDATIONS, *({"status": text} for text in spellings(word))).rows
    assert set(rows["state"]) == {status}


def test_only_available_and_verified_evidence_is_complete() -> None:
    rows = checked(EVIDENCE, *({"status": status} for status in EVIDENCE_WORDS)).rows
    assert rows.loc[rows["is_complete"], "state"].tolist() == ["Tersedia", "Terverifikasi"]


def test_status_is_kept_as_written_beside_its_meaning() -> None:
    rows = checked(EVIDENCE, {"status": " Sudah\u200b  ada"}).rows
    assert rows.loc[0, ["status", "state"]].tolist() == ["Sudah\u200b  ada", "Tersedia"]
