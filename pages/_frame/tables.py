"""Tables on screen, and the download of what they show."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages._frame import data, html
from zi_metrics.labels import screen
from zi_metrics.report.csv_file import Stamp, csv_file

ROW_HEIGHT = 35
ROWS_IN_VIEW = 16
DATES = ("Tenggat", "Tanggal", "Selesai", "Diperbarui")
LINK = "Tautan"
WEB_ONLY = r"^https?://"


def numbers_behind(name: str, title: str, table: pd.DataFrame) -> None:
    """The numbers of a chart, closed until asked for."""
    with st.expander(f"{screen.SHOW_TABLE}: {title}"):
        numeric = frozenset(
            i for i, dtype in enumerate(table.dtypes) if pd.api.types.is_numeric_dtype(dtype)
        )
        rows = table.itertuples(index=False)
        st.html(
            html.table(list(table.columns), rows, caption=title, look=html.Look(numbers=numeric))
        )
        download(name, table)


def searchable(name: str, table: pd.DataFrame) -> None:
    """Many rows, to sort, search and scroll; empty columns are left out."""
    filled = table.dropna(axis="columns", how="all")
    st.dataframe(
        _without_odd_links(filled),
        hide_index=True,
        placeholder="",
        height="auto" if len(filled) < ROWS_IN_VIEW else ROW_HEIGHT * ROWS_IN_VIEW,
        column_config={
            LINK: st.column_config.LinkColumn(display_text=screen.OPEN_LINK, validate=WEB_ONLY),
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


def _without_odd_links(table: pd.DataFrame) -> pd.DataFrame:
    """Only web addresses become links on screen; the file keeps what was written."""
    if LINK not in table:
        return table
    is_web = table[LINK].str.match(WEB_ONLY, na=False)
    return table.assign(**{LINK: table[LINK].where(is_web)})


def download(name: str, table: pd.DataFrame) -> None:
    """A button that hands out the rows shown as CSV, stamped with where they come from."""
    snapshot = data.current_view().snapshot
    stamp = Stamp(snapshot.provenance.source, snapshot.as_of, snapshot.provenance.digest)
    st.download_button(
        screen.DOWNLOAD,
        data=lambda: csv_file(table, stamp),
        file_name=stamp.file_name(name),
        mime="text/csv",
        key=f"unduh-{name}",
        icon=":material/download:",
        on_click="ignore",
    )
