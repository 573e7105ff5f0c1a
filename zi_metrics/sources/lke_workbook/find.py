"""The columns of a worksheet, found by the words of its header wherever that stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from zi_metrics.matching import folded, name_key
from zi_metrics.sources.grid import Grid, Value
from zi_metrics.sources.lke_workbook.words import (
    ASSESSORS,
    BEGINNINGS,
    ROLES,
    TEMPLATE_HEADERS,
    Role,
)

ROWS_SEARCHED = 200
COLUMNS_SEARCHED = 200
MOST_EVIDENCE_COLUMNS = 40
LONGEST_HEADER = 60
FEWEST_ROLES = 3
_CLOSE = 0.85
_NEEDED = (Role.QUESTION, Role.ANSWER)


@dataclass(frozen=True)
class Layout:
    """Where everything stands in a tab; rows and columns count from 0.

    first_row: below the header. texts: columns of the hierarchy and the questions. evidence:
    columns of the unit's own documents and links. headers: texts of the header by column.
    """

    first_row: int
    columns: Mapping[Role, int]
    texts: range
    notes: tuple[int, ...]
    evidence: tuple[int, ...]
    headers: Mapping[int, str]


def find_layout(grid: Grid) -> Layout | None:
    """The row that names most columns of a worksheet, with the row below where it goes on."""
    best: tuple[int, dict[int, Role], int] | None = None
    for number in range(min(len(grid.rows), ROWS_SEARCHED)):
        roles = roles_of(grid.rows[number])
        if Role.QUESTION not in roles.values():
            continue
        height = 1
        below = roles_of(grid.rows[number + 1]) if number + 1 < len(grid.rows) else {}
        if below and _goes_on(grid.rows[number + 1], below):
            roles, height = {**below, **roles}, 2
        if _is_header(roles) and (best is None or _count(roles) > _count(best[1])):
            best = number, roles, height
    return None if best is None else _layout(grid, *best)


def is_our_template(grid: Grid) -> bool:
    """Whether a tab is the list of indicators of our own template."""
    return any(
        {name_key(cell) for cell in row[:COLUMNS_SEARCHED] if _is_short(cell)} >= TEMPLATE_HEADERS
        for row in grid.rows[:ROWS_SEARCHED]
    )


def repeats_header(row: Sequence[Value], layout: Layout) -> bool:
    """Whether a row names the columns again."""
    found = [role for column, role in roles_of(row).items() if layout.columns.get(role) == column]
    return len(found) >= FEWEST_ROLES


def roles_of(row: Sequence[Value]) -> dict[int, Role]:
    """The columns that a row names.

    Of several columns of a role the first is it, one in its exact words before others; notes and
    documents may have many.
    """
    named: list[tuple[bool, int, Role]] = []
    for column, cell in enumerate(row[:COLUMNS_SEARCHED]):
        if isinstance(cell, str) and len(cell) <= LONGEST_HEADER and (told := role_of(cell)):
            named.append((not told[1], column, told[0]))
    roles: dict[int, Role] = {}
    for _, column, role in sorted(named):
        is_single = role not in {Role.NOTE, Role.EVIDENCE, Role.EXPLANATION}
        roles[column] = Role.OTHER if is_single and role in roles.values() else role
    return roles


@lru_cache(maxsize=4096)
def role_of(header: str) -> tuple[Role, bool] | None:
    """What a header means, and whether it says so in exactly these words."""
    if header.strip() == "%":
        return Role.PERCENT, True
    key = name_key(header)
    if any(word in key for word in ASSESSORS):
        return Role.OTHER, True
    if exact := ROLES.get(key):
        return exact, True
    begun = next((role for start, role in BEGINNINGS.items() if key.startswith(start)), None)
    close = get_close_matches(key, [name for name in ROLES if len(name) > 4], n=1, cutoff=_CLOSE)
    role = begun or (ROLES[close[0]] if close else None)
    return None if role is None else (role, False)


def _is_short(cell: Value) -> bool:
    return isinstance(cell, str) and len(cell) <= LONGEST_HEADER


def _is_header(roles: Mapping[int, Role]) -> bool:
    return _count(roles) >= FEWEST_ROLES and all(role in roles.values() for role in _NEEDED)


def _count(roles: Mapping[int, Role]) -> int:
    return len({*roles.values()} - {Role.OTHER, Role.EVIDENCE, Role.NUMBER})


def _goes_on(row: Sequence[Value], roles: Mapping[int, Role]) -> bool:
    """Whether a row below a header names columns too, and holds nothing else."""
    filled = [column for column, cell in enumerate(row) if cell is not None]
    return len(filled) == len(roles) and Role.QUESTION not in roles.values()


def _layout(grid: Grid, row: int, roles: dict[int, Role], height: int) -> Layout:
    columns = {role: column for column, role in sorted(roles.items(), reverse=True)}
    headers = dict(_headers(grid.rows[row : row + height]))
    answer = columns[Role.ANSWER]
    said = [c for c, role in roles.items() if role is Role.NOTE]
    said += [c for c, role in roles.items() if role is Role.EXPLANATION and c > answer]
    notes = tuple(sorted(said))
    return Layout(
        first_row=row + height,
        columns=columns,
        texts=_texts(columns[Role.QUESTION], roles, headers),
        notes=notes,
        evidence=tuple(_evidence(grid, roles, notes)),
        headers=headers,
    )


def _headers(rows: Sequence[Sequence[Value]]) -> Iterator[tuple[int, str]]:
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, str) and folded(cell[:LONGEST_HEADER]):
                yield column, cell.strip()[:LONGEST_HEADER]


def _texts(question: int, roles: Mapping[int, Role], headers: Mapping[int, str]) -> range:
    """From the numbering to the next column that has a header of its own."""
    first = question
    while first > 0 and (first - 1 not in headers or roles.get(first - 1) is Role.NUMBER):
        first -= 1
    named = [column for column in {*roles, *headers} if column > question]
    return range(first, min(named, default=question + 1))


def _evidence(grid: Grid, roles: Mapping[int, Role], notes: Sequence[int]) -> Iterator[int]:
    """Columns that say so, and those without a role right of the notes, or of all that is known."""
    yield from sorted(column for column, role in roles.items() if role is Role.EVIDENCE)
    known = [column for column, role in roles.items() if role is not Role.EVIDENCE]
    start = min(notes, default=max(known)) + 1
    widest = max(map(len, grid.rows), default=0)
    for column in range(start, min(widest, start + MOST_EVIDENCE_COLUMNS)):
        if column not in roles:
            yield column
