"""Whatever a sheet holds: it is read without a crash, and no row of it vanishes without a word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from zi_metrics.matching import name_key
from zi_metrics.report.summary_json import summary_json
from zi_metrics.sources.grid import Grid, Span, Value, Workbook
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.tables.cells import Unusable, Why
from zi_metrics.tables.columns import EVIDENCE, TABLES
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import TableSpec
from zi_metrics.tables.unit_settings import SETTINGS

READ_AT = datetime(2025, 10, 31, 2, 0, tzinfo=UTC)
WORDS = [
    *("A.I.1.i.a", "a.i.1.i.a ", "A.II.1.ii", "A.I.9.z", "Tersedia", "x", "\u2713", "TR", "TDTL"),
    *("Selesai", "Ya", "Tidak", "TW I", "V", "Area 3", "Unit", "2025", "31/12/2025", "31/02/2025"),
    *("Juni 2025", "1.250", "87,5", "85,37%", "-", "=SUM(A1)", "+1", "@a", "nan", "None", "inf"),
    *(
        " ",
        "\u00a0",
        "\u200b",
        "a\nb",
        "https://a.go.id",
        "D:\\ZI",
        "javascript:1",
        "LIHAT",
        "\ud800",
    ),
    *("Loading...", "#REF!", "(sel gabungan)", "Status", "Kode indikator", "<b>", "\U0001f600"),
]
values: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.text(min_size=1, max_size=6),
    st.booleans(),
    st.sampled_from([0.0, 1.0, 3.0, 2025.0, 45747.0, 0.8537, -1.0, 1e300]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([Unusable(Why.ERROR, "#REF!"), Unusable(Why.NOT_COMPUTED, "=A1")]),
    st.dates(date(1900, 1, 1)).map(lambda day: datetime(day.year, day.month, day.day)),  # noqa: DTZ001  moments in a sheet have no zone
)
RIGHT = {
    "code": "A.I.1.i.a", "title": "SK Tim", "status": "Tersedia", "recommendation": "Lengkapi SK",
    "year": 2025.0, "quarter": "TW I", "area_no": 1.0, "component": "IPAK", "value": "3,6",
}  # fmt: skip
"""Cells of a row that counts; most rows of a sheet are right."""


def spelled(name: str) -> st.SearchStrategy[str]:
    """A name as people write it."""
    return st.sampled_from(
        [name, name.upper(), f" {name.lower()} ", f"{name} *", f"{name} (wajib)"]
    )


@st.composite
def headers(draw: st.DrawFn, spec: TableSpec) -> list[tuple[str | None, str]]:
    """Canonical names (None: not read) and what stands in the header, in any order."""
    chosen = [c for c in spec.columns if c.required or draw(st.booleans())]
    if draw(st.integers(0, 19)) == 0:
        chosen = chosen[1:]
    named: list[tuple[str | None, str]] = [
        (column.name, draw(spelled(draw(st.sampled_from(column.headers))))) for column in chosen
    ]
    extra = st.sampled_from([*spec.ignored, "Validator", "Catatan rapat", "Status", "PIC"])
    named += [(None, draw(extra)) for _ in range(draw(st.integers(0, 3)))]
    return draw(st.permutations(named))


@st.composite
def spans(draw: st.DrawFn, height: int, width: int) -> Span:
    top, left = draw(st.integers(0, height)), draw(st.integers(0, width))
    tall, wide = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    return Span(top, left, top + tall, left + wide)


@st.composite
def grids(draw: st.DrawFn, spec: TableSpec, title: str) -> Grid:
    """A tab of a table: rows of anything above its header, below it right rows and others."""
    header = draw(headers(spec))
    above = draw(st.lists(st.lists(st.sampled_from(["Judul", None, 1.0]), max_size=3), max_size=4))
    rows: list[list[Value]] = [*above, [written for _, written in header]]
    for _ in range(draw(st.integers(0, 7))):
        kind = draw(st.sampled_from(["right", "right", "any", "mixed", "blank", "header"]))
        rows.append([draw(_cell(kind, name, written)) for name, written in header])
    places = st.tuples(st.integers(0, len(rows)), st.integers(0, len(header)))
    targets = st.sampled_from([("https://a.go.id",), ("#Satu!A1",), ("https://a", "file:///D:/a")])
    return Grid(
        title=title,
        rows=rows,
        links=draw(st.dictionaries(places, targets, max_size=3)),
        merges=tuple(draw(st.lists(spans(len(rows), len(header)), max_size=3))),
        hidden_rows=frozenset(draw(st.sets(st.integers(0, len(rows)), max_size=3))),
        is_hidden=draw(st.booleans()),
        gid=draw(st.none() | st.integers(0, 99)),
    )


def _cell(kind: str, name: str | None, written: str) -> st.SearchStrategy[Any]:
    right = st.just(RIGHT.get(name or ""))
    return {
        "right": right,
        "any": values,
        "mixed": st.one_of(right, values),
        "blank": st.sampled_from([None, None, False]),
        "header": st.just(written),
    }[kind]


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    """Tabs of the tables under any of their names, of the settings, and of anything else."""
    made: list[Grid] = []
    for spec in TABLES:
        for part in range(draw(st.sampled_from([1, 1, 2] if spec is EVIDENCE else [0, 1, 1]))):
            name = draw(st.sampled_from([*spec.tabs, "Lembar1"]))
            made.append(draw(grids(spec, f"{name} {part}" if part else name)))
    keys = st.sampled_from([*(setting.key for setting in SETTINGS), "Warna", ""]) | values
    pairs = draw(st.lists(st.tuples(keys, values).map(list), max_size=4))
    made.append(Grid("Pengaturan", [["Kunci", "Nilai"], *pairs]))
    made.append(Grid("Coretan", draw(st.lists(st.lists(values, max_size=4), max_size=4))))
    once = {name_key(grid.title): grid for grid in made}  # no two tabs are called the same
    return Workbook("uji", tuple(draw(st.permutations(list(once.values())))))


def is_filled(row: list[Value], header: list[Value], spec: TableSpec) -> bool:
    """Whether somebody wrote something there; ticks not set and numbering are not that."""
    unread = {name_key(name) for name in spec.ignored}
    return any(
        cell is not None and cell is not False and (not isinstance(cell, str) or cell.strip())
        for cell, written in zip(row, header, strict=False)
        if name_key(str(written).split("(")[0]) not in unread
    )


def places(origins: Any) -> set[tuple[str, int]]:
    """Tab and row number of cells."""
    found = set()
    for origin in origins:
        title, mark, cell = str(origin).rpartition("!")
        digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if mark and digits.isdigit():
            found.add((title, int(digits)))
    return found


def counted(snapshot: Snapshot) -> set[tuple[str, int]]:
    """The rows that figures count."""
    found = set()
    for spec in TABLES:
        rows = snapshot.table(spec)
        if "is_counted" in rows:
            rows = rows[rows["is_counted"]]
        found |= places(rows["origin"].dropna())
    return found


def silent(workbook: Workbook, snapshot: Snapshot) -> set[tuple[str, int]]:
    """Rows with content in tabs of tables that are neither counted nor named by a problem."""
    told = places(problem.where for problem in snapshot.problems) | counted(snapshot)
    specs = {spec.name: spec for spec in TABLES if spec.name not in snapshot.unreadable}
    found = set()
    for tab in snapshot.provenance.book.tabs:
        grid = next(grid for grid in workbook.grids if grid.title == tab.title)
        if tab.table not in specs or not tab.letters:  # nobody's, or named as a whole
            continue
        spec = specs[tab.table]
        at = header_row(grid, spec, tab.letters)
        for number, row in enumerate(grid.rows[at + 1 :], start=at + 2):
            if is_filled(row, grid.rows[at], spec):
                found.add((tab.title, number))
    return found - told


def header_row(grid: Grid, spec: TableSpec, letters: Mapping[str, str]) -> int:
    """The row that names all these columns."""
    known = {c.name: {name_key(text) for text in c.headers} for c in spec.columns}
    wanted = [(ord(letter) - ord("A"), known[name]) for name, letter in letters.items()]
    return next(
        number
        for number, row in enumerate(grid.rows)
        if all(
            position < len(row) and name_key(str(row[position]).split("(")[0]) in names
            for position, names in wanted
        )
    )


@settings(max_examples=40, phases=[Phase.explicit, Phase.generate])
@given(workbooks())
def test_no_row_vanishes_and_nothing_breaks(workbook: Workbook) -> None:
    snapshot = snapshot_of(workbook, "uji", READ_AT)
    assert silent(workbook, snapshot) == set()
    summary_json(snapshot)
    assert all(problem.read and problem.where for problem in snapshot.problems)


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(workbooks())
def test_reading_the_same_again_gives_the_same(workbook: Workbook) -> None:
    first, again = (snapshot_of(workbook, "uji", READ_AT) for _ in range(2))
    assert first.problems == again.problems
    assert first.provenance.digest == again.provenance.digest
    over = snapshot_of(workbook, "uji", READ_AT, before=first)
    assert over.unreadable == first.unreadable
