"""Whatever people write: nothing is lost without a word, and the contracts hold."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.tables.builders import CODE, RIGHT
from zi_metrics.lke import load_catalogue
from zi_metrics.tables.cells import COVERED, Unusable, Why
from zi_metrics.tables.check import Checked, check
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.contracts import contract
from zi_metrics.tables.spec import ORIGIN, TableSpec
from zi_metrics.tables.vocabularies import normalise

CATALOGUE = load_catalogue()
WORDS = [
    *(CODE, "A.II.1.ii", "a.i.1.i.a", "A.I.9.z", "Tersedia", "x", "\u2713", "TR", "N/A", "Draft"),
    *("TDTL", "Selesai", "Ya", "Tidak", "2025-03-31", "2025-02-30", "0", "1", "-1", "2,5", "1e999"),
    *("", " ", "\u00a0", "\u200b", "-", "=SUM(A1)", "#REF!", "=HYPERLINK(1)", "nan", "None"),
    *("31/12/2025", "1 Okt 2025", "Oktober 2025", "1/1/1999", "1.250", "1.250,5", "85,37%"),
    *("III", "Area 3", "Unit", "TW II", "Juni 2025", "Loading...", "(sel gabungan)"),
    *("https://contoh.test/a", "D:\\ZI\\a.pdf", "lihat map", "javascript:alert(1)"),
]
UNUSABLE = [COVERED, Unusable(Why.ERROR, "#N/A"), Unusable(Why.NOT_COMPUTED, "=VLOOKUP(A1;B:C;2)")]
# A broken door breaks in many ways at once: shrinking them all would take minutes.
bounded = settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
cells = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=8),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from([pd.NA, pd.NaT, 2025, 2025.0, 3, 5, 45931.0, date(2025, 3, 31), *UNUSABLE]),
)
dated = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@st.composite
def messy_tables(draw: st.DrawFn, spec: TableSpec) -> pd.DataFrame:
    """Rows of right cells and of cells of any kind, any optional column left out."""
    names = [c.name for c in spec.columns if c.required or draw(st.booleans())]
    right = RIGHT[spec]
    cell = {name: st.one_of(cells, st.just(right.get(name)), dated) for name in names}
    rows = draw(st.lists(st.fixed_dictionaries(cell), max_size=6))
    return pd.DataFrame(
        [[row[name] for name in names] for row in rows], columns=names, dtype=object
    )


def is_blank(cell: Any) -> bool:
    return not normalise(cell)


def places_of_rows(spec: TableSpec, frame: pd.DataFrame) -> set[str]:
    """Where the rows stand in which somebody wrote something."""
    written = [not all(map(is_blank, row)) for row in frame.itertuples(index=False)]
    return {f"Tabel {spec.tab}, baris {at}" for at, filled in enumerate(written, 1) if filled}


def counted(found: Checked) -> set[str]:
    """Where the rows stand that figures count."""
    rows = found.rows
    return set((rows.loc[rows["is_counted"]] if "is_counted" in rows else rows)[ORIGIN].dropna())


def places_of_lost_cells(spec: TableSpec, frame: pd.DataFrame, rows: pd.DataFrame) -> set[str]:
    """Where the rows stand of which a cell somebody wrote is missing."""
    places = [f"Tabel {spec.tab}, baris {at}" for at in range(1, len(frame) + 1)]
    clean = rows.drop_duplicates(ORIGIN).set_index(ORIGIN).reindex(places)
    return {
        place
        for name in frame.columns
        for place, cell, read in zip(places, frame[name], clean[name], strict=True)
        if not is_blank(cell) and pd.isna(read)
    }


@pytest.mark.parametrize("year", [None, 2025])
@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_any_table_is_read_whole_and_clean(spec: TableSpec, year: int | None) -> None:
    schema = contract(spec, CATALOGUE)

    @bounded
    @given(messy_tables(spec))
    def holds(frame: pd.DataFrame) -> None:
        found = check(frame, spec, CATALOGUE, year=year)
        rows = found.rows
        schema.validate(rows, lazy=True)

        # every row somebody wrote in is counted, every cell read, or reported where it stands
        silent = places_of_rows(spec, frame) - counted(found)
        told = {problem.where for problem in found.problems}
        assert silent | places_of_lost_cells(spec, frame, rows) <= told

        # a clean table is clean
        kept = rows.dropna(subset=[ORIGIN])[[*spec.names, ORIGIN]]
        again = check(kept, spec, CATALOGUE, year=year)
        pd.testing.assert_frame_equal(again.rows, rows)

    holds()


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_order_of_rows_does_not_matter(spec: TableSpec) -> None:
    unkeyed = [column for column in spec.names if not column.endswith("_id")]

    @bounded
    @given(messy_tables(spec))
    def holds(frame: pd.DataFrame) -> None:
        if spec.name == "indicators":  # of two rows with one code the first is used
            frame = frame[~frame["code"].map(normalise, na_action=None).duplicated()]
        there = check(frame, spec, CATALOGUE).rows[unkeyed].astype("str")
        back = check(frame.iloc[::-1], spec, CATALOGUE).rows[unkeyed].astype("str")
        assert sorted(map(str, there.values.tolist())) == sorted(map(str, back.values.tolist()))

    holds()
