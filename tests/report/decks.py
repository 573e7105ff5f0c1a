"""Decks made by hand: every kind of block, and texts nobody should trust."""

from __future__ import annotations

from datetime import date

from zi_metrics.charts.series import DatedShare, StateBar
from zi_metrics.metrics.projection import Estimate
from zi_metrics.report.slides import (
    Bars,
    Column,
    Course,
    Cover,
    Deck,
    Headline,
    Line,
    Lines,
    Matrix,
    ShareBar,
    Shares,
    Slide,
    Table,
)
from zi_metrics.tables.vocabularies import EvidenceStatus

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://contoh.invalid","klik")',
    "@SUM(A1)",
    "<b>tebal</b> & <script>alert(1)</script>",
    "ضابط النزاهة في وحدة العمل",
    "https://contoh.invalid/berkas",
    "_x0041_ {0} %s $a$ **tebal** [tautan](javascript:x)",
    "kata" * 60,
    "kalimat panjang sekali " * 12,
    "nama\x00dengan\x0bkendali\x1b[31m\ud800\ufffe",
    "😀 ■ ● ▲",
)
"""Texts as cells may hold them."""


def deck_of(*slides: Slide, unit: str = "Balai Uji", badge: str = "") -> Deck:
    """A deck of some slides."""
    cover = Cover("sampul", "Rapat", unit, (("Sumber", "uji"),), is_sample=bool(badge))
    return Deck(cover, slides, stamp="Sumber: uji · Sidik data 0123456789ab", badge=badge)


def slide_of(*columns: Column, key: str = "uji", title: str = "Judul") -> Slide:
    """A slide of some columns."""
    return Slide(key, title, "Satu kalimat.", columns=columns)


def bars_of(*names: str, summary: str = "2 dari 3") -> Bars:
    """Bars of three documents each."""
    done, absent = EvidenceStatus.VERIFIED, EvidenceStatus.ABSENT
    bars = tuple(StateBar(name, {done: 2, absent: 1}, summary) for name in names)
    return Bars("Data dukung", "dokumen", bars, (done, absent))


def shares_of(*names: str, summary: str = "50,00\u00a0% · −10,00") -> Shares:
    """Shares of a half against a minimum of 60 %."""
    bars = tuple(ShareBar(name, 0.5, summary, is_enough=False) for name in names)
    return Shares("Bagian nilai", bars, 0.6, "minimal WBK 60,00\u00a0%")


def course_of(*shares: float | None, target: float | None = 0.9) -> Course:
    """A course, a point a month, that ends in an estimate."""
    points = tuple(
        DatedShare(date(2025, month, 15), share, "") for month, share in enumerate(shares, start=1)
    )
    on = date(2025, 12, 31)
    return Course("Kelengkapan", points, target, on, Estimate(on, 0.62, 0.81), "Naik.")


def hostile_deck() -> Deck:
    """Every place where a text of the data may stand holds each hostile text."""
    return deck_of(
        *(_hostile_slides(text, number) for number, text in enumerate(HOSTILE)),
        unit=HOSTILE[3],
        badge="Data contoh",
    )


def _hostile_slides(text: str, number: int) -> Slide:
    listed = Lines(text, (Line(text, text, text), Line("", text)), more=text)
    table = Table("Tabel", ("Nama", "Jumlah"), ((text, "1"), ("biasa", "2")), frozenset({1}))
    matrix = Matrix("Matriks", "Area", ("TW I",), ((text[:60], ("tepat waktu",)),))
    return Slide(
        f"seram-{number}",
        text,
        text,
        headlines=(
            Headline(text[:40], "70\u00a0%", "7 dari 10", "tetap"),
            Headline("x", text[:60]),
        ),
        columns=(
            Column(
                (
                    bars_of(text[:70], "biasa", summary=text[:30]),
                    shares_of(text[:70], "biasa", summary=text[:30]),
                ),
                3,
            ),
            Column((listed,) if number % 2 else (table, matrix), 2),
        ),
    )
