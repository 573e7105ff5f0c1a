"""The tab Indikator: the unit's own answers, growing with the evidence behind them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from scripts.sample.story import chance, role_of
from zi_metrics.lke import load_catalogue
from zi_metrics.tables.vocabularies import COMPLETE_STATUSES, EvidenceStatus

_CONFLICTS_OF_INTEREST = "A.I.5.v."
_RAISED_ON = date(2025, 12, 16)
_NOTE = "Dokumen yang harus ada belum ditetapkan; lihat rekomendasi MNV-2025-2-16."


def indicators(as_of: date, evidence: pd.DataFrame) -> pd.DataFrame:
    """One row per official indicator; evidence: the tab Data Dukung of the same day."""
    shares = _complete_shares(evidence)
    sent_back = set(evidence.loc[evidence["status"] == EvidenceStatus.TO_REVISE, "code"])
    idle = set(shares.index[shares == 0]) - sent_back
    told = _told()[as_of.isoformat()]
    kinds = load_catalogue().indicators[["code", "answer_type"]]
    entered = [
        told[code]
        if code in told.index
        else _answer(code, kind, None if code in idle else shares[code])
        for code, kind in kinds.itertuples(index=False)
    ]
    ratios = [text.split("/") if "/" in text else ("", "") for text in entered]
    return kinds[["code"]].assign(
        answer=["" if "/" in text else text for text in entered],
        answer_numerator=[numerator for numerator, _ in ratios],
        answer_denominator=[denominator for _, denominator in ratios],
        pic=[role_of(code) for code in kinds["code"]],
        note=[_note(code, as_of) for code in kinds["code"]],
    )


@lru_cache
def _told() -> pd.DataFrame:
    """Answers to what has no evidence in the list: all of Reform, 19 indicators of Pemenuhan."""
    path = Path(__file__).with_name("answers.csv")
    return pd.read_csv(path, dtype="str", keep_default_na=False).set_index("code")


def _complete_shares(evidence: pd.DataFrame) -> pd.Series:
    """The share (0..1) of an indicator's relevant documents that is complete, per code."""
    relevant = evidence.loc[evidence["status"] != EvidenceStatus.IRRELEVANT]
    return relevant["status"].isin(COMPLETE_STATUSES).groupby(relevant["code"]).mean()


def _answer(code: str, kind: str, share: float | None) -> str:
    """What the share suggests, at times one step lower; blank as long as there is none.

    One indicator in twenty waits for its answer although its documents are there.
    """
    luck = chance(f"jawaban/{code}")
    is_forgotten, is_modest = luck.random() < 0.05, luck.random() < 0.2
    if share is None or is_forgotten:
        return ""
    if kind == "Ya/Tidak":
        return "Ya" if share >= 0.5 else "Tidak"
    letters = kind.split("/")
    step = round((1 - share) * (len(letters) - 1)) + is_modest
    return letters[min(step, len(letters) - 1)]


def _note(code: str, as_of: date) -> str:
    is_noted = code.startswith(_CONFLICTS_OF_INTEREST) and as_of >= _RAISED_ON
    return _NOTE if is_noted else ""
