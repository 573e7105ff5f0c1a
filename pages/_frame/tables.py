"""Tables on screen, and the download of what they show."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from pages._frame import access, data, markup, visitors
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import NO_FIGURE, short_date
from zi_metrics.report.csv_file import Stamp, csv_file
from zi_metrics.tables.book import Book
from zi_metrics.tables.faults import as_cells
from zi_metrics.tables.links import web_addresses
from zi_metrics.tables.records import records

ROW_HEIGHT = 35
ROWS_IN_VIEW = 16
DATES = ("Tenggat", "Tanggal", "Selesai", "Diperbarui")
LINK = "Tautan"
PLACE = "Letak"
CELL = "Sel"
WEB_ONLY = r"^https?://"


def numbers_behind(
    name: str, title: str, table: pd.DataFrame, written: markup.Markup | None = None
) -> None:
    """The numbers of a chart, closed until asked for; written: what `numbers` made of them."""
    with st.expander(_caption(title), key=f"tabel-{name}"):
        st.html(written or numbers(title, visitors.filled(table)))
        download(name, table)


def numbers(title: str, table: pd.DataFrame) -> markup.Markup:
    """A table as it is read, numbers to the right."""
    numeric = frozenset(
        i for i, dtype in enumerate(table.dtypes) if pd.api.types.is_numeric_dtype(dtype)
    )
    rows = [[_shown(cell, row) for cell in row] for row in records(table)]
    look = markup.Look(numbers=numeric, classes="zi-numbers")
    return markup.table(list(table.columns), rows, caption=_caption(title), look=look)


def _caption(title: str) -> str:
    return f"{screen.SHOW_TABLE}: {title}"


def _shown(cell: object, row: Sequence[object]) -> object:
    """A cell to be read: a dash for nothing, dates in words, web addresses as links."""
    if cell is None or cell == "":
        return NO_FIGURE
    if isinstance(cell, date):
        return short_date(cell)
    if isinstance(cell, str) and re.match(WEB_ONLY, cell):
        return markup.link(cell, screen.OPEN_LINK, ", ".join(map(str, row[:2])))
    return cell


def searchable(name: str, table: pd.DataFrame) -> None:
    """Many rows, to sort, search and scroll; empty columns are left out."""
    filled = visitors.filled(table.dropna(axis="columns", how="all"))
    book = data.current_view().snapshot.provenance.book
    st.dataframe(
        _with_cell_links(_without_odd_links(filled), book),
        hide_index=True,
        placeholder="",
        height="auto" if len(filled) < ROWS_IN_VIEW else ROW_HEIGHT * ROWS_IN_VIEW,
        column_config={
            LINK: st.column_config.LinkColumn(display_text=screen.OPEN_LINK, validate=WEB_ONLY),
            CELL: st.column_config.LinkColumn(display_text=screen.OPEN_LINK, validate=WEB_ONLY),
            "Data dukung": st.column_config.TextColumn(width="medium"),
            "Rekomendasi": st.column_config.TextColumn(width="large"),
            "Tindak lanjut": st.column_config.TextColumn(width="medium"),
            "Temuan": st.column_config.TextColumn(width="medium"),
            "Indikator": st.column_config.TextColumn(width="medium"),
            **{header: st.column_config.DateColumn(format="DD/MM/YYYY") for header in DATES},
        },
        key=f"daftar-{name}",
    )
    download(name, filled)


def _with_cell_links(table: pd.DataFrame, book: Book) -> pd.DataFrame:
    """Beside the name of each row a link that opens its cell in the sheet, on screen only."""
    if PLACE not in table or book.url is None:
        return table
    linked = table.assign(**{CELL: table[PLACE].map(book.link, na_action="ignore")})
    name, *others = table.columns
    return linked[[name, CELL, *others]]


def _without_odd_links(table: pd.DataFrame) -> pd.DataFrame:
    """Only web addresses become links on screen; the file keeps what was written."""
    if LINK not in table:
        return table
    first = [next(iter(web_addresses(cell)), None) for cell in as_cells(table[LINK])]
    return table.assign(**{LINK: pd.Series(first, index=table.index, dtype="str")})


def download(name: str, listed: pd.DataFrame | Callable[[], pd.DataFrame]) -> None:
    """A button that hands out the rows shown as CSV, stamped with where they come from.

    listed: the rows, or what makes them once somebody wants them.
    """
    for_visitors = visitors.is_one()

    def file() -> bytes:
        rows = listed if isinstance(listed, pd.DataFrame) else listed()
        return csv_file(visitors.saying(rows) if for_visitors else rows, stamp)

    snapshot = data.current_view().snapshot
    stamp = Stamp(snapshot.provenance.source, snapshot.as_of, snapshot.provenance.digest)
    st.download_button(
        screen.DOWNLOAD,
        data=access.download(file),
        file_name=stamp.file_name(name),
        mime="text/csv",
        key=f"unduh-{name}",
        icon=":material/download:",
        on_click="ignore",
    )
