"""What pages leave out for visitors: what they are handed has none of it, and a blank says less.

Nothing is kept from anybody here. That is done where data is handed out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from pages._frame import access, markup
from zi_metrics.access import Role
from zi_metrics.labels import visitor as text
from zi_metrics.tables.records import plain_cells

LEFT_OUT = frozenset({"PIC", "Tautan", "Letak", "Catatan"})
"""Headers of tables that visitors get without these columns; a table may name more."""


def is_one() -> bool:
    """Whether whoever looks may see figures and states only: for controls.

    What is made from a view asks its snapshot, `is_withheld`.
    """
    return access.current_role() is not Role.INTERNAL


def say_so() -> None:
    """That words are missing on purpose; silent for everybody else."""
    if is_one():
        st.html(markup.tag("p", text.ABOUT, class_="zi-small zi-quiet"))


def table(
    headers: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    caption: str,
    look: markup.Look = markup.PLAIN,
    more: Collection[str] = (),
) -> markup.Markup:
    """`markup.table`, for visitors without what they are not told; more: further headers."""
    if not is_one():
        return markup.table(headers, rows, caption=caption, look=look)
    return table_without(headers, rows, caption=caption, look=look, more=more)


def table_without(
    headers: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    caption: str,
    look: markup.Look = markup.PLAIN,
    more: Collection[str] = (),
) -> markup.Markup:
    """A table of what is withheld, whoever looks: without the columns that hold nothing."""
    kept = [at for at, name in enumerate(headers) if name not in {*LEFT_OUT, *more}]
    numbers = frozenset(place for place, at in enumerate(kept) if at in look.numbers)
    return markup.table(
        [headers[at] for at in kept],
        [[row[at] for at in kept] for row in rows],
        caption=caption,
        look=replace(look, numbers=numbers, classes=narrower(look.classes)),
    )


def narrower(classes: str) -> str:
    """The classes of a table with fewer columns: the widths of all of them fit no more."""
    return "zi-fixed zi-narrower" if "zi-fixed" in classes else classes


def filled(rows: pd.DataFrame) -> pd.DataFrame:
    """The columns that say anything, for visitors; for everybody else all of them."""
    return saying(rows) if is_one() else rows


def saying(rows: pd.DataFrame) -> pd.DataFrame:
    """The columns that say anything."""
    if rows.empty:
        return rows
    return rows[[name for name in rows if any(map(_says, plain_cells(rows[name])))]]


def _says(cell: object) -> bool:
    return cell is not None and cell != ""
