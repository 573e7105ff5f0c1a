"""What a slide says, as plain values: the screen and the file draw the same ones.

Every text is ready to be shown: figures written out, names hidden where they are to be, titles cut
to a length that fits. Nothing here is markup; a renderer escapes what it draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_metrics.charts.series import DatedShare, StateBar
from zi_metrics.metrics.projection import Estimate


@dataclass(frozen=True)
class Headline:
    """One figure: '70 %', counted '61 dari 87', change '+4,2 poin persen' ('' when not known).

    value holds the words for it where there is nothing to count; counted is empty then.
    """

    name: str
    value: str
    counted: str = ""
    change: str = ""


@dataclass(frozen=True)
class Bars:
    """Stacked bars, top first: items of each group by state; a bar's `summary` stands at its end.

    states: those that occur, in their order; unit: what is counted ('dokumen').
    """

    title: str
    unit: str
    bars: tuple[StateBar, ...]
    states: tuple[str, ...]


@dataclass(frozen=True)
class ShareBar:
    """One bar: a group, its share (0..1), the text at its end, whether the share is enough."""

    name: str
    share: float
    summary: str
    is_enough: bool


@dataclass(frozen=True)
class Shares:
    """Shares of groups against a minimum (0..1), top first; said: the minimum in words."""

    title: str
    bars: tuple[ShareBar, ...]
    minimum: float
    said: str


@dataclass(frozen=True)
class Course:
    """A share over time, oldest first, with target and estimate where there are any."""

    title: str
    points: tuple[DatedShare, ...]
    target: float | None
    target_on: date | None
    estimate: Estimate | None
    sentence: str

    @property
    def known(self) -> tuple[tuple[date, float], ...]:
        """The dates of which the share is known, each with it."""
        return tuple((each.as_of, each.share) for each in self.points if each.share is not None)

    @property
    def first(self) -> date:
        """Where the time that is drawn begins: at the first known share, and there must be one."""
        return self.known[0][0]

    @property
    def last(self) -> date:
        """Where it ends: at the newest known share, or at the target or estimate ahead of it."""
        target_on = self.target_on if self.target is not None else None
        ends = (self.known[-1][0], target_on, self.estimate and self.estimate.on)
        return max(end for end in ends if end)


@dataclass(frozen=True)
class Matrix:
    """States by row and column; each row is its name and one state per column."""

    title: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def states(self) -> tuple[str, ...]:
        """The states that occur, in order of appearance."""
        return tuple(dict.fromkeys(state for _, states in self.rows for state in states))


@dataclass(frozen=True)
class Line:
    """One item of a list: `strong` first, the text, and quieter details below; all may be empty."""

    strong: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class Lines:
    """A short list; empty: the sentence when there is nothing; more: how many are not shown."""

    title: str
    lines: tuple[Line, ...]
    empty: str = ""
    more: str = ""
    is_numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A small table of texts; numbers: positions of the columns aligned right."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    empty: str = ""
    more: str = ""


Block = Bars | Shares | Course | Matrix | Lines | Table


@dataclass(frozen=True)
class Column:
    """Blocks one below the other; share: of the slide's width, relative to the other columns."""

    blocks: tuple[Block, ...]
    share: int = 1


@dataclass(frozen=True)
class Slide:
    """One screen: title, one sentence, at most four headlines, then one or two columns.

    key: stable name of the slide, unique in the deck.
    """

    key: str
    title: str
    sentence: str
    headlines: tuple[Headline, ...] = ()
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Cover:
    """The first screen: title, unit, and what is known of the data as (name, value).

    is_sample: whether everything is invented, which must be said.
    """

    key: str
    title: str
    unit: str
    facts: tuple[tuple[str, str], ...]
    is_sample: bool


@dataclass(frozen=True)
class Deck:
    """All slides in order, and the line at the foot of each that says where the figures are from.

    badge: the word for sample data on every slide, or ''.
    """

    cover: Cover
    slides: tuple[Slide, ...]
    stamp: str
    badge: str

    @property
    def count(self) -> int:
        """Number of screens, the cover included."""
        return 1 + len(self.slides)
