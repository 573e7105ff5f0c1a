"""The closed lists of words people type, and what each of them means.

A word that is in no list is `Tidak dikenali`: a group of its own that never counts as done.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import pandas as pd

from zi_metrics.matching import TICKS, folded


class EvidenceStatus(StrEnum):
    """State of one evidence document, in the order every chart and table shows."""

    VERIFIED = "Terverifikasi"
    AVAILABLE = "Tersedia"
    TO_REVISE = "Perlu perbaikan"
    IN_DRAFT = "Disusun"
    ABSENT = "Belum ada"
    IRRELEVANT = "Tidak relevan"
    UNRECOGNISED = "Tidak dikenali"


class FollowUpStatus(StrEnum):
    """State of one monev recommendation, in the order every chart and table shows."""

    DONE = "Selesai"
    IN_PROGRESS = "Dalam proses"
    NOT_STARTED = "Belum ditindaklanjuti"
    IMPOSSIBLE = "Tidak dapat ditindaklanjuti"
    UNRECOGNISED = "Tidak dikenali"


COMPLETE_STATUSES = frozenset({EvidenceStatus.VERIFIED, EvidenceStatus.AVAILABLE})
"""Statuses under which a document counts as there."""

_EVIDENCE_WORDS = {
    EvidenceStatus.AVAILABLE: "tersedia|ada|sudah|sudah ada|ya|v|1|true|benar|" + "|".join(TICKS),
    EvidenceStatus.ABSENT: "belum ada|belum|tidak ada|tidak|-|0|false|salah|",
    EvidenceStatus.IN_DRAFT: "disusun|draft|draf|proses|dalam proses",
    EvidenceStatus.TO_REVISE: "perlu perbaikan|revisi|perbaikan",
    EvidenceStatus.VERIFIED: "terverifikasi|valid|sesuai|verifikasi|sudah verifikasi|ok",
    EvidenceStatus.IRRELEVANT: "tidak relevan|n/a|tr|tidak berlaku",
}
_FOLLOW_UP_WORDS = {
    FollowUpStatus.NOT_STARTED: "belum ditindaklanjuti|belum|",
    FollowUpStatus.IN_PROGRESS: "dalam proses|proses|sedang diproses",
    FollowUpStatus.DONE: "selesai|sudah|sudah ditindaklanjuti|tuntas",
    FollowUpStatus.IMPOSSIBLE: "tidak dapat ditindaklanjuti|tdtl",
}
Status = TypeVar("Status", bound=StrEnum)


def normalise(cell: object) -> str:
    """A cell's text as it is matched; a missing value is empty."""
    if isinstance(cell, str):
        return folded(cell)
    return "" if pd.isna(cell) else folded(str(cell))  # type: ignore[call-overload]  # any cell value


def _by_word(words: Mapping[Status, str]) -> dict[str, Status]:
    return {word: status for status, listed in words.items() for word in listed.split("|")}


_EVIDENCE_BY_WORD = _by_word(_EVIDENCE_WORDS)
_FOLLOW_UP_BY_WORD = _by_word(_FOLLOW_UP_WORDS)


def read_evidence_status(text: object) -> EvidenceStatus:
    """The status a cell's text stands for; an empty cell is `Belum ada`."""
    return _EVIDENCE_BY_WORD.get(normalise(text), EvidenceStatus.UNRECOGNISED)


def read_follow_up_status(text: object) -> FollowUpStatus:
    """The status a cell's text stands for; an empty cell is `Belum ditindaklanjuti`."""
    return _FOLLOW_UP_BY_WORD.get(normalise(text), FollowUpStatus.UNRECOGNISED)
