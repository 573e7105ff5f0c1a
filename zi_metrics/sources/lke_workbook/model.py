"""What was read of an existing worksheet. Cells are named with their tab: `LKE Unit!K12`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Document:
    """One supporting document named beside a question; urls: web addresses only, in their order."""

    title: str
    urls: tuple[str, ...]
    cell: str


@dataclass(frozen=True)
class ReadQuestion:
    """A row that was matched to an official question.

    cell: of its answer; written: the answer as text, None when blank or unreadable. numerator and
    denominator: from the rows below a percentage question, when both can be told; of one that has
    no ratio beside them, also one alone. score: what the workbook itself says, None where that is
    no number. inputs: cells of the rows below it. is_unread: it was answered, and nothing of that
    could be read.
    """

    code: str
    cell: str
    written: str | None
    numerator: float | None
    denominator: float | None
    note: str | None
    documents: tuple[Document, ...]
    score: Fraction | None
    score_cell: str
    inputs: tuple[str, ...] = ()
    is_unread: bool = False


@dataclass(frozen=True)
class ReadResult:
    """A row of Hasil; fields as those of a question, key: of the part."""

    key: str
    cell: str
    written: str | None
    note: str | None
    documents: tuple[Document, ...]
    score: Fraction | None
    score_cell: str
    is_unread: bool = False


@dataclass(frozen=True)
class Unmatched:
    """A row, by one of its cells; text: what it says, shortened; why: an Indonesian clause."""

    cell: str
    text: str
    why: str


@dataclass(frozen=True)
class LkeWorkbook:
    """One tab of a workbook, read.

    questions: by code in official order; results: by key of the part. unmatched: rows with a
    question or an answer that are not read, or not whole. missing: official codes found nowhere.
    own_scores: what the workbook itself adds up, by `total`, `pengungkit`, `pemenuhan`, `reform`,
    `hasil`, and for areas `pemenuhan.1` .. `reform.6`. other_tabs: tabs that look like a worksheet
    too and were not read. remarks: rows that were read all the same, but should be looked at.
    """

    name: str
    tab: str
    questions: Mapping[str, ReadQuestion]
    results: Mapping[str, ReadResult]
    unmatched: tuple[Unmatched, ...]
    missing: tuple[str, ...]
    own_scores: Mapping[str, Fraction]
    other_tabs: tuple[str, ...]
    remarks: tuple[Unmatched, ...] = ()
