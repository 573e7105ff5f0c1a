"""The sentences that say what became different."""

from __future__ import annotations

from datetime import UTC, date, datetime

from zi_metrics.labels import change_sentences as sentences
from zi_metrics.labels import changes as text
from zi_metrics.labels.numbers import NBSP
from zi_metrics.metrics.change_kinds import ChangeKind
from zi_metrics.metrics.measures import Measure
from zi_metrics.metrics.ratio import Ratio

SEPTEMBER = date(2025, 9, 30)
WHEN = sentences.since(SEPTEMBER)


def test_every_kind_and_every_percentage_has_its_words() -> None:
    assert list(text.MEANINGS) == [str(kind) for kind in ChangeKind]
    assert list(text.MEASURES) == [str(measure) for measure in Measure]


def test_opening_says_since_when_how_much_and_what() -> None:
    counts = {
        ("baru lengkap", "indikator"): 4,
        ("baru lengkap", "data dukung"): 61,
        ("baru selesai", "laporan SPIP"): 1,
        ("maju", "data dukung"): 3,
        ("berubah status", "tindak lanjut"): 2,
    }
    assert sentences.lead(WHEN, sentences.moved(0.57, 0.45), counts) == (
        f"Sejak 30 September 2025, kelengkapan berbobot naik 12,0{NBSP}poin persen, dari 45{NBSP}% "
        f"menjadi 57{NBSP}%. Yang berubah: 61 dokumen baru lengkap, 1 laporan SPIP baru masuk, "
        "dan 5 perubahan lain."
    )


def test_opening_of_two_equal_snapshots_says_that_nothing_changed() -> None:
    assert sentences.lead(WHEN, sentences.moved(0.57, 0.57), {}) == (
        f"Sejak 30 September 2025 tidak ada satu butir pun yang berubah; kelengkapan berbobot "
        f"tetap 57{NBSP}%."
    )


def test_movement_is_told_even_where_the_whole_percentages_are_equal() -> None:
    assert sentences.moved(0.574, 0.571) == (
        f"kelengkapan berbobot naik 0,3{NBSP}poin persen, tetap terbaca 57{NBSP}%"
    )
    assert sentences.moved(0.57, 0.5701).startswith("kelengkapan berbobot turun sedikit sekali")
    assert sentences.moved(None, 0.5) == "perubahan kelengkapan berbobot tidak dapat dihitung"


def test_snapshot_is_named_by_when_it_was_read_and_locked_only_where_it_is() -> None:
    read_at = datetime(2026, 1, 20, 2, 30, tzinfo=UTC)
    moment = "20 Jan 2026 09.30 WIB"
    assert text.read(read_at) == f"Keadaan yang dibaca {moment}"
    assert text.pinned(read_at) == f"Keadaan terkunci, dibaca {moment}"
    assert text.pinned_apart(read_at, "2026-01-20-ab12") == f"{text.pinned(read_at)} · ab12"
    assert sentences.since_read(read_at, is_pinned=False) == f"Sejak keadaan yang dibaca {moment}"
    assert sentences.since_read(read_at, is_pinned=True) == (
        f"Sejak keadaan terkunci yang dibaca {moment}"
    )


def test_counts_name_the_denominator_once_where_it_stayed() -> None:
    assert text.counted(Ratio(16, 87), Ratio(26, 87), in_points=False) == "16 → 26 dari 87"
    assert text.counted(Ratio(18, 28), Ratio(25, 41), in_points=False) == "18 dari 28 → 25 dari 41"
    told = text.counted(Ratio(13.499, 30.0), Ratio(17.18, 30.0), in_points=True)
    assert told == "13,49 → 17,18 dari 30,00"


def test_chart_says_what_moved_most_up_and_down() -> None:
    parts = [("Tatalaksana", -0.011), ("Pengawasan", 0.031), ("Akuntabilitas", 0.0)]
    assert sentences.by_area(parts, 0.02) == (
        "Paling menaikkan: Pengawasan (+3,1); paling menurunkan: Tatalaksana (−1,1). Semua bagian "
        f"berjumlah +2,0{NBSP}poin persen."
    )
    assert sentences.by_area([("Tatalaksana", 0.0)], 0.0).startswith("Kelengkapan berbobot tidak")
    assert "tidak dapat dihitung" in sentences.by_area(parts, None)
