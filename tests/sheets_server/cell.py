"""What one cell holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - wall time of the sheet, without a zone

ERROR_TEXTS = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "LOADING": "Loading...",
}


@dataclass(frozen=True)
class SheetError:
    """An error value; kind: ErrorValue.type of the API, as in "REF"."""

    kind: str
    message: str = ""

    @property
    def text(self) -> str:
        """As the cell shows it: "#REF!"."""
        return ERROR_TEXTS[self.kind]

    @classmethod
    def of(cls, text: str) -> SheetError:
        """The error that shows itself as `text`; "#ERROR!" if none does."""
        kinds = {shown: kind for kind, shown in ERROR_TEXTS.items()}
        return cls(kinds.get(text, "ERROR"))


@dataclass(frozen=True)
class Run:
    """From character `start` (as Python counts) on, text with a link, or without one (None)."""

    start: int
    link: str | None = None


@dataclass(frozen=True)
class Chip:
    """From character `start` on, a file (uri), a person (email), or mere text (neither)."""

    start: int = 0
    uri: str | None = None
    mime_type: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Validation:
    """What may be entered; kind: ConditionType of the API, as in "ONE_OF_LIST"."""

    kind: str
    values: tuple[str, ...] = ()
    strict: bool = True
    show_custom_ui: bool = True
    input_message: str | None = None


Value = str | float | bool | SheetError | None


@dataclass(frozen=True)
class CellContent:
    """value: what effectiveValue says; a date is its serial number, with number_format DATE.

    formula: with its "=", in the syntax of the book's locale. link: of the whole cell; runs: of
    parts of it. number_format: NumberFormat.type of the API. has_format: formatted, maybe empty.
    """

    value: Value = None
    formula: str | None = None
    number_format: str | None = None
    link: str | None = None
    runs: tuple[Run, ...] = ()
    chips: tuple[Chip, ...] = ()
    validation: Validation | None = None
    note: str | None = None
    has_format: bool = False
    pattern: str | None = None
    format: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether the grid need not mention it."""
        return self == EMPTY

    def holding(self, value: Value, number_format: str | None = None) -> CellContent:
        """The same cell with another value; formula, links and chips go, the rest stays."""
        kept = self.number_format if number_format is None else number_format
        return replace(
            self, value=value, formula=None, link=None, runs=(), chips=(), number_format=kept
        )


EMPTY = CellContent()


def cell_of(value: object, previous: CellContent = EMPTY) -> CellContent:
    """The cell after a program puts a Python value there as it is; dates become serials.

    A whole CellContent replaces everything, format and validation too.
    """
    if isinstance(value, CellContent):
        return value
    if isinstance(value, datetime | date | time | timedelta):
        kind = _date_kind(value)
        fits = previous.number_format in {"DATE", "DATE_TIME", "TIME"}
        return previous.holding(serial(value), previous.number_format if fits else kind)
    if isinstance(value, str | bool | int | float | SheetError) or value is None:
        return previous.holding(value)
    raise TypeError(f"a cell cannot hold {value!r}")


def _date_kind(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return "DATE_TIME"
    return "DATE" if isinstance(value, date) else "TIME"


def serial(value: datetime | date | time | timedelta) -> float:
    """Days since 1899-12-30; of a time or a duration, its part of a day."""
    if isinstance(value, timedelta):
        return value / timedelta(days=1)
    if isinstance(value, time):
        return serial(datetime.combine(EPOCH, value) - EPOCH)
    if isinstance(value, datetime):
        return serial(value.replace(tzinfo=None) - EPOCH)
    return float((value - EPOCH.date()).days)


def moment(number: float) -> datetime:
    """The wall time of a serial number, to the millisecond."""
    return EPOCH + timedelta(milliseconds=round(number * 86_400_000))


def with_links(text: str, links: Mapping[str, str], **more: Any) -> CellContent:
    """A text some of whose parts are links.

    links: part -> address, as in {"SK": "https://a"}; the first place the part stands at.
    """
    runs: list[Run] = []
    for part, uri in sorted(links.items(), key=lambda item: text.index(item[0])):
        start = text.index(part)
        if runs and runs[-1].start == start:
            runs.pop()
        runs.append(Run(start, uri))
        if start + len(part) < len(text):
            runs.append(Run(start + len(part)))
    return CellContent(value=text, runs=tuple(runs), **more)
