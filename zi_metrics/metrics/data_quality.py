"""Everything there is to say about the data of a snapshot: problems, advice, what was read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zi_metrics.metrics.mending import Effect, effects
from zi_metrics.tables.book import Book, TabRead
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import ORIGIN
from zi_metrics.tables.tidiness import Untidy, advice
from zi_metrics.tables.unit_settings import TAB as SETTINGS_TAB

SETTINGS = "settings"
"""What the tab of settings is read as, beside the tables."""
TAB_OF_TABLE: Mapping[str, str] = {
    SETTINGS: SETTINGS_TAB,
    **{spec.name: spec.tab for spec in TABLES},
}
"""The tab of each table as people know it, by the table's name."""


@dataclass(frozen=True)
class Finding:
    """A problem, or a piece of advice, with all that is known of it.

    tab: title of the tab it stands in, in the sheet at hand; effect: what mending the row would
    change, where that can be told; about: of advice on documents, which sort it is.
    """

    problem: Problem
    tab: str
    effect: Effect | None = None
    about: Untidy | None = None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.problem.severity


@dataclass(frozen=True)
class TabSummary:
    """What was read of a tab, and how many findings it has by severity.

    table: name of its table, `settings`, or None; row_count: None for a tab that is not read or not
    there; blank_count (rows skipped) and hidden_count (rows counted all the same): None where they
    are not known.
    """

    title: str
    table: str | None
    row_count: int | None = None
    blank_count: int | None = None
    hidden_count: int | None = None
    is_there: bool = True
    is_readable: bool = True
    counts: Mapping[Severity, int] = field(default_factory=dict)


def findings(snapshot: Snapshot) -> list[Finding]:
    """All problems and all advice: worst first, then by effect, then in reading order."""
    book = snapshot.provenance.book
    year = snapshot.year
    effect_at, title_of = effects(snapshot), _titles(book)
    found = [
        Finding(problem, title_of(problem), effect_at.get((problem.tab, problem.where)))
        if problem.severity is Severity.ERROR
        else Finding(problem, title_of(problem))
        for problem in snapshot.problems
    ]
    found += [
        Finding(problem, title_of(problem), about=about)
        for about, problem in advice(snapshot.evidence, book, year)
    ]
    return sorted(found, key=_rank(snapshot))


def select(
    found: Iterable[Finding], tabs: Collection[str], severities: Collection[Severity]
) -> list[Finding]:
    """The findings of these tabs and severities; an empty part asks for everything."""
    return [
        each
        for each in found
        if (not tabs or each.tab in tabs) and (not severities or each.severity in severities)
    ]


def count_by_severity(found: Iterable[Finding]) -> dict[Severity, int]:
    """Number of findings of each severity, worst first."""
    counted = Counter(each.severity for each in found)
    return {severity: counted[severity] for severity in Severity}


def tab_summaries(snapshot: Snapshot, found: Sequence[Finding]) -> list[TabSummary]:
    """One per tab of the sheet or file, in its order; of other sources one per table.

    Tabs of tables that findings name but are not there follow. found: of `findings`, all of them.
    """
    by_tab: dict[str, list[Finding]] = defaultdict(list)
    for each in found:
        by_tab[each.tab].append(each)
    tabs = list(_of_book(snapshot) or _of_tables(snapshot))
    known = {tab.title for tab in tabs}
    table_of = {tab: table for table, tab in TAB_OF_TABLE.items()}
    tabs += [
        TabSummary(title, table_of[title], is_there=False)
        for title in by_tab
        if title in table_of and title not in known
    ]
    return [replace(tab, counts=count_by_severity(by_tab.get(tab.title, ()))) for tab in tabs]


def _of_book(snapshot: Snapshot) -> list[TabSummary]:
    return [
        TabSummary(
            title=tab.title,
            table=tab.table,
            row_count=None if tab.table is None else tab.row_count,
            blank_count=tab.blank_count if _is_of_table(tab) else None,
            hidden_count=tab.hidden_count if _is_of_table(tab) else None,
            is_readable=tab.table not in snapshot.unreadable,
        )
        for tab in snapshot.provenance.book.tabs
    ]


def _is_of_table(tab: TabRead) -> bool:
    return tab.table not in {None, SETTINGS}


def _of_tables(snapshot: Snapshot) -> Iterator[TabSummary]:
    for spec in TABLES:
        is_readable = spec.name not in snapshot.unreadable
        row_count = int(snapshot.table(spec)[ORIGIN].notna().sum())  # others no source lists
        yield TabSummary(spec.tab, spec.name, row_count, is_readable=is_readable)


def _titles(book: Book) -> Callable[[Problem], str]:
    """The title of the tab that a problem stands in; of a whole table, its first tab."""
    titles = {tab.title for tab in book.tabs}
    first: dict[str, str] = {}
    for tab in book.tabs:
        if tab.table is not None:
            first.setdefault(TAB_OF_TABLE[tab.table], tab.title)

    def title_of(problem: Problem) -> str:
        title = problem.where.rpartition("!")[0]
        return title if title in titles else first.get(problem.tab, problem.tab)

    return title_of


_CELL = re.compile(r"(?:.*!)?([A-Z]{1,3})(\d+)", re.DOTALL)
_DIGITS = re.compile(r"(\d+)")
_SEVERITIES = list(Severity)


def _rank(snapshot: Snapshot) -> Callable[[Finding], tuple[object, ...]]:
    """Worst first, then the largest effect, then tab by tab, row by row."""
    tabs = snapshot.provenance.book.tabs
    titles = [tab.title for tab in tabs] or list(TAB_OF_TABLE.values())
    order = {title: position for position, title in enumerate(titles)}
    rows = {} if tabs else _row_numbers(snapshot)

    def rank(each: Finding) -> tuple[object, ...]:
        effect = each.effect.change if each.effect else 0.0
        where = each.problem.where
        return (
            _SEVERITIES.index(each.severity),
            -round(effect, 12),  # the same effect, whatever the order of the sum
            order.get(each.tab, len(order)),
            each.tab,
            (2, rows[where]) if where in rows else _reading_order(where),
        )

    return rank


def _row_numbers(snapshot: Snapshot) -> dict[str, int]:
    """The place of each row in its table, by its origin."""
    return {
        origin: row
        for spec in TABLES
        for row, origin in enumerate(snapshot.table(spec)[ORIGIN].dropna())
    }


def _reading_order(where: str) -> tuple[object, ...]:
    """Places of a whole table first, then cells by row and column, then numbers as numbers."""
    cell = _CELL.fullmatch(where)
    if cell:
        letters, row = cell.groups()
        return (1, int(row), len(letters), letters)
    parts = _DIGITS.split(where)
    return (0, *(int(part) if i % 2 else part for i, part in enumerate(parts)))
