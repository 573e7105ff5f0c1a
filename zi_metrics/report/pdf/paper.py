"""What stands on paper, as plain values: blocks one below the other, in sections.

Headlines, bars, lines and the course are those of the slides, so that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from zi_metrics.report.slides import Bars, Course, Headline, Lines


@dataclass(frozen=True)
class Sentence:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Facts:
    """What is known, as pairs of name and value."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Headlines:
    """At most four figures beside one another."""

    items: tuple[Headline, ...]


@dataclass(frozen=True)
class ListColumn:
    """A column of a list; width: in mm, cells break within it; numbers are aligned right."""

    header: str
    width: float
    is_number: bool = False


@dataclass(frozen=True)
class Listing:
    """A list with its header repeated on every page; empty: the sentence without rows.

    Each row has one text per column. more: how many rows are not printed, and where they are.
    has_total: the last row sums up the others; is_form: rows leave room for handwriting. lead: a
    paragraph between title and rows.
    """

    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""
    more: str = ""
    has_total: bool = False
    is_form: bool = False
    lead: str = ""


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on, each with who is to sign."""

    roles: tuple[str, ...]


PaperBlock = Sentence | Facts | Headlines | Listing | Signatures | Bars | Course | Lines


@dataclass(frozen=True)
class Section:
    """A heading of the table of contents and what stands below it."""

    title: str
    blocks: tuple[PaperBlock, ...]
    starts_page: bool = True


@dataclass(frozen=True)
class Paper:
    """The whole pack.

    front: the first page below title and unit. stamp: at the foot of every page; badge: at the head
    of every page that the data is a sample, or ''; running: at the head of all pages but the first.
    """

    title: str
    unit: str
    running: str
    stamp: str
    badge: str
    front: tuple[PaperBlock, ...]
    sections: tuple[Section, ...]
