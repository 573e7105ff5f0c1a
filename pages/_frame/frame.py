"""What stands around every page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import ENTRIES, PageEntry
from pages._frame import (
    access,
    configured,
    data,
    filters,
    freeze,
    live,
    markup,
    notices,
    pinned,
    sign_in,
    status_bar,
    visitors,
)
from zi_metrics.access import Viewer
from zi_metrics.errors import AccessRefused, ReaderError
from zi_metrics.labels import screen
from zi_metrics.sources.resolve import Source

STYLE = Path(__file__).with_name("frame.css")
ICON = "/app/static/icon.png"


def run() -> None:
    """Draw the page the address names, in its frame; to whoever may not see it, only why."""
    try:
        viewer = access.current_viewer()
    except AccessRefused as refusal:
        _begin(screen.APP)
        sign_in.show(refusal)
        return
    try:
        _draw(viewer)
    except AccessRefused:  # since the first line of this run
        st.rerun()


def _begin(title: str) -> None:
    st.set_page_config(page_title=title, page_icon=ICON, layout="wide")
    st.html(_style())


@cache
def _style() -> markup.Markup:
    """The style sheet, with the words of ours in it."""
    words = markup.css_words("zi-to-content", screen.TO_CONTENT)
    return markup.Markup(f"<style>{STYLE.read_text('utf-8')}</style>{words}")


def _draw(viewer: Viewer) -> None:
    pages = {entry.slug: _page(entry, viewer) for entry in ENTRIES}
    shown = st.navigation(_grouped(pages), position="top")
    entry = next(entry for entry in ENTRIES if pages[entry.slug] is shown)
    _begin(screen.page_title(entry.title))
    around(entry, shown.run)
    if viewer.address is not None:
        sign_in.watch(viewer)


def around(entry: PageEntry, draw: Callable[[], object]) -> None:
    """A page in its frame; where there is nothing it could show, why. draw: draws the page."""
    pinned.keep()
    data.begin_run()
    try:
        _head(entry)
        if entry.needs_data:
            draw()
    except ReaderError as error:
        freeze.not_shown(error, entry.slug)
    if not entry.needs_data:
        draw()
    status_bar.draw()


def _page(entry: PageEntry, viewer: Viewer) -> st.Page:
    """A page; one that is not for this viewer is in no menu, and says so to whoever opens it."""
    is_withheld = sign_in.is_withheld(viewer, internal_only=entry.internal_only)
    return st.Page(
        sign_in.internal_only if is_withheld else partial(_render, entry),
        title=entry.title,
        url_path=entry.slug,
        default=entry is ENTRIES[0],
        visibility="hidden" if is_withheld else "visible",
    )


def _render(entry: PageEntry) -> None:
    module = import_module(entry.module)
    if entry.area_no is None:
        module.render()
    else:
        module.render(entry.area_no)


def _grouped(pages: dict[str, st.Page]) -> dict[str, list[st.Page]]:
    groups: dict[str, list[st.Page]] = {}
    for entry in ENTRIES:
        groups.setdefault(entry.group, []).append(pages[entry.slug])
    return groups


def _head(entry: PageEntry) -> None:
    """The heading, and beside it what is shown: source (where there is a choice) and date.

    What is pinned says both in a banner, and there is nothing to choose.
    """
    is_pinned = pinned.asked() is not None
    may_choose = configured.app_settings().source is None and not is_pinned
    widths = [19, 4] if is_pinned else [10, 4, 5, 4] if may_choose else [14, 5, 4]
    left, *choices, troubles = _columns(widths, entry)
    left.title(entry.heading, anchor=False)
    for place in choices[:-1]:
        with place:
            filters.choose_source()
    source: Source = data.current_source()
    if source.frozen is not None:
        freeze.banner(source.frozen)
    for place in choices[-1:]:
        with place:
            if len(source.dates) > 1:
                filters.choose_date(source.dates, is_live=source.live is not None)
    if not entry.covers_frame:  # unseen they would still reach the browser, names and all
        _notices(source, troubles)


def _columns(widths: list[int], entry: PageEntry) -> list[DeltaGenerator]:
    """The places of the head; once sign-in is on, one more at its end says who is signed in."""
    viewer = access.current_viewer()
    if viewer.address is None or entry.covers_frame:
        return st.columns(widths, vertical_alignment="bottom")
    *places, last = st.columns([*widths, 2], vertical_alignment="bottom")
    with last:
        sign_in.account(viewer)
    return places


def _notices(source: Source, troubles: DeltaGenerator) -> None:
    """All that must be known of the data on every page that shows its frame."""
    notices.doubtful_settings(configured.app_settings().doubtful)
    if source.live is not None and filters.chosen_date(source.dates) == source.dates[-1]:
        live.notices(source.live)
    visitors.say_so()
    if source.trouble is not None:
        notices.earlier_missing(source.trouble)
    snapshot = data.current_view().snapshot
    with troubles:
        notices.problems(data.current_view())
    notices.refused_snapshots(snapshot.problems)
