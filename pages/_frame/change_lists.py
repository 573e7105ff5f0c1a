"""The items of a comparison: those to explain, and all of them kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import filters, headline, markup, notices, tables, visitors
from zi_metrics.labels import changes as text
from zi_metrics.labels import screen
from zi_metrics.labels.change_numbers import small_part
from zi_metrics.labels.figures import NO_AREA
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.lke import Area, Catalogue
from zi_metrics.metrics.change_selection import (
    ChangeSelection,
    by_kind,
    select_changes,
    to_explain,
)
from zi_metrics.metrics.changes import ChangeKind, ItemKind
from zi_metrics.report.listing import changes_listing
from zi_metrics.tables.book import Book
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot

SHORT_LIST = 5
MOST_OPEN = 12
"""Up to how many rows a kind is open at once."""
MOST_DRAWN = 100
"""How many rows are drawn of each kind; the rest is said, and in the file."""
CHANGE, ITEM = "perubahan", "butir"
_LOOK = markup.Look(classes="zi-fixed zi-changed")
Areas = Mapping[int, Area]


def explain(items: pd.DataFrame, catalogue: Catalogue) -> None:
    """The short list beside the chart: what went back, is gone, is late since."""
    st.header(text.TO_EXPLAIN, anchor=False)
    wrong = to_explain(items)
    if wrong.empty:
        notices.empty(text.NOTHING_TO_EXPLAIN)
        return
    areas = _by_number(catalogue)
    lines = [_line(row, areas) for row in records(wrong.head(SHORT_LIST))]
    rest = len(wrong) - len(lines)
    if rest > 0:
        lines.append(markup.tag("li", text.others_below(rest)))
    st.html(markup.tag("ul", *lines, class_="zi-list"))


def _line(row: Any, areas: Areas) -> markup.Markup:
    area = areas.get(row.area_no)
    late = screen.late_by(row.days_late) if row.days_late else ""
    known = [row.item, area and area.short_name, row.code, row.pic, late, _effect_words(row)]
    shown = [each for each in known if each]
    details = [each for detail in shown for each in (" · ", detail)][1:]
    return markup.tag(
        "li",
        markup.tag("strong", row.kind.capitalize()),
        " – ",
        _title(row, areas),
        markup.tag("div", *details, class_="zi-small zi-quiet"),
        class_="zi-break",
    )


def _effect_words(row: Any) -> str:
    if row.measure is None or row.part is None:
        return ""
    measure = text.on(text.MEASURES[row.measure])
    return f"{small_part(row.part)} {text.PART_UNIT} {measure}"


def section(items: pd.DataFrame, snapshot: Snapshot) -> None:
    """All items that are not as they were: filters, file, and one table for each kind."""
    st.header(text.ITEMS, anchor=False)
    if items.empty:
        notices.empty(text.NOTHING_CHANGED_HERE)
        return
    rows = select_changes(items, _wanted(snapshot.catalogue.areas, items))
    if rows.empty:
        notices.empty(screen.EMPTY_FILTER)
        return
    headline.lead(text.shown_of(len(rows), len(items)))
    tables.download("perubahan", changes_listing(rows, snapshot.catalogue))
    _groups(rows, snapshot)


def _wanted(areas: tuple[Area, ...], items: pd.DataFrame) -> ChangeSelection:
    """The filters of the list, drawn in one row; the area is that of the other pages."""
    columns = st.columns(3, vertical_alignment="bottom")
    numbers = {area.short_name: area.number for area in areas}
    held = {str(kind) for kinds in items["kinds"] for kind in kinds}
    kinds = {kind.capitalize(): str(kind) for kind in ChangeKind if kind in held}
    sorts = {_sort(kind): str(kind) for kind in ItemKind if (items["item"] == kind).any()}
    chosen = filters.several(columns[0], screen.FILTER_AREA, filters.AREA, [*numbers, NO_AREA])
    return ChangeSelection(
        areas=[numbers.get(name) for name in chosen],
        kinds=[
            kinds[name]
            for name in filters.several(columns[1], text.FILTER_CHANGE, CHANGE, list(kinds))
        ],
        items=[
            sorts[name] for name in filters.several(columns[2], text.FILTER_ITEM, ITEM, list(sorts))
        ],
    )


def _sort(kind: ItemKind) -> str:
    return kind[0].upper() + kind[1:]


def _groups(items: pd.DataFrame, snapshot: Snapshot) -> None:
    """One table for each kind, with its meaning, in a box of its own."""
    areas, book = _by_number(snapshot.catalogue), snapshot.provenance.book
    for kind, rows in by_kind(items):
        title = text.group_title(kind, len(rows))
        # keyed: it stays open while the number in its title changes
        with st.expander(title, expanded=len(rows) <= MOST_OPEN, key=f"perubahan-{kind}"):
            st.html(markup.tag("div", text.MEANINGS[kind], class_="zi-small zi-quiet"))
            body = [_row(row, areas, book) for row in records(rows.head(MOST_DRAWN))]
            st.html(visitors.table(text.ITEM_HEADERS, body, caption=title, look=_LOOK))
            if len(rows) > MOST_DRAWN:
                rest = text.not_drawn(len(rows) - MOST_DRAWN)
                st.html(markup.tag("div", rest, class_="zi-small"))


def _row(row: Any, areas: Areas, book: Book) -> list[object]:
    return [
        markup.tag("div", _title(row, areas), *_about(row, areas), class_="zi-break"),
        _states(row),
        _effect(row),
        row.pic or NO_FIGURE,
        markup.tag(
            "div",
            markup.due(row.due_on, row.days_late),
            *markup.cell_below(row.origin, book, row.title),
        ),
    ]


def _title(row: Any, areas: Areas) -> object:
    """Title and period; where it names an indicator, as a link to it."""
    is_named_by_period = row.item == ItemKind.RECOMMENDATION and visitors.is_one()
    shown = markup.titled(row.title, None if is_named_by_period else row.period)
    area = areas.get(row.area_no)
    if area is None or row.code is None or row.state is None:
        return shown
    return markup.page_link(area.slug, shown, filters.page_query(**{filters.INDICATOR: row.code}))


def _about(row: Any, areas: Areas) -> Iterator[markup.Markup]:
    area = areas.get(row.area_no)
    known = [row.item, area.short_name if area else NO_AREA, row.code]
    yield _small(" · ".join(each for each in known if each))
    if ChangeKind.REWORDED in row.kinds and not visitors.is_one():
        yield _small(text.was_titled(row.title_before or screen.NO_TITLE))
    if ChangeKind.MOVED in row.kinds:
        yield _small(text.came_from(_place_before(row, areas)))
    others = [str(kind) for kind in row.kinds if kind != row.kind]
    if others:
        yield _small(text.also(others))


def _place_before(row: Any, areas: Areas) -> str:
    """What of its place is another one now."""
    area = areas.get(row.area_before)
    parts = [
        (row.area_before != row.area_no, area.short_name if area else NO_AREA),
        (row.code_before != row.code, row.code_before),
        (row.period_before != row.period, row.period_before),
    ]
    return " · ".join(name for differs, name in parts if differs and name)


def _states(row: Any) -> markup.Markup:
    """From one status to the other; one that stayed is told once."""
    before, after = (_state(state) for state in (row.state_before, row.state))
    shown: list[object] = [before, " → ", after]
    if row.state_before == row.state:
        shown = [after]
    if None not in (row.state_before, row.state) and row.is_required_before != row.is_required:
        shown.append(_small(text.left_denominator(row.is_required)))
    return markup.tag("div", *shown)


def _state(state: str | None) -> markup.Markup:
    if state is None:
        return markup.tag("span", text.NOT_THERE, class_="zi-quiet")
    return markup.state(state)


def _effect(row: Any) -> object:
    if row.measure is None:
        return NO_FIGURE
    return markup.tag("div", small_part(row.part), _small(text.on(text.MEASURES[row.measure])))


def _small(shown: str) -> markup.Markup:
    return markup.tag("div", shown, class_="zi-small zi-quiet")


def _by_number(catalogue: Catalogue) -> Areas:
    return {area.number: area for area in catalogue.areas}
