"""What the names of documents tell: whether anything, and whether two are meant to be the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import lru_cache

from zi_metrics.periods import MONTH_NUMBER, parse_period

VAGUE_TITLES = frozenset(
    {
        *("arsip", "berkas", "bukti", "data", "dokumen", "eviden", "evidence", "file"),
        *("bukti dukung", "bukti pendukung", "data dukung", "data pendukung"),
        *("dokumen dukung", "dokumen pendukung", "dokumen tambahan", "tambahan"),
        *("dokumentasi", "foto", "foto foto", "gambar", "pindaian", "scan", "screenshot"),
        *("lampiran", "laporan", "link", "notulen", "sop", "surat", "tautan", "undangan"),
        *("dan lain lain", "dkk", "dll", "dst", "lain", "lain lain", "lainnya"),
        *("idem", "sama", "sda", "terlampir", "tes", "test", "xxx"),
    }
)
"""Titles that name a kind of paper, or nothing; matched as words, without the numbers among them.

Vague as well: a title that only names a period (2025, Juni, TW II), that is only a number, or that
has at most two letters.
"""
LEAST_LIKENESS = 0.9

_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")


@lru_cache(maxsize=8192)
def is_vague(name: str) -> bool:
    """Whether a title, normalised, tells nothing of what the document is."""
    words = [word for word in _WORD.findall(name) if not _is_number(word)]
    is_short = sum(map(len, words)) <= 2
    return is_short or " ".join(words) in VAGUE_TITLES or parse_period(name) is not None


def _is_number(word: str) -> bool:
    return word.isdecimal() or _ROMAN.fullmatch(word) is not None


def series_marks(name: str) -> tuple[str, ...]:
    """The words of a name by which a series tells its parts apart, in alphabetical order."""
    return tuple(
        sorted(
            word
            for word in _WORD.findall(name)
            if len(word) == 1 or not word.isalpha() or _is_number(word) or word in MONTH_NUMBER
        )
    )


def word_bag(name: str) -> tuple[str, ...]:
    """The words of a name, whatever their order."""
    return tuple(sorted(_WORD.findall(name)))


def likeness(name: str) -> Callable[[str], bool]:
    """Whether another name has nearly the same letters in nearly the same order."""
    matcher = SequenceMatcher(None, "", name, autojunk=False)

    def is_alike(other: str) -> bool:
        matcher.set_seq1(other)
        return (
            matcher.real_quick_ratio() >= LEAST_LIKENESS
            and matcher.quick_ratio() >= LEAST_LIKENESS
            and matcher.ratio() >= LEAST_LIKENESS
        )

    return is_alike
