"""The data pinned for a meeting, on screen: the button that pins it, and the banner meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from pages._frame import access, configured, data, filters, notices, pinned, visitors
from pages._frame.markup import page_link, tag
from zi_metrics.errors import ReaderError
from zi_metrics.labels import freeze as text
from zi_metrics.labels import live as live_text
from zi_metrics.settings import SHEET_SOURCE
from zi_metrics.sources.freeze import freeze
from zi_metrics.sources.manifest import identifier_of
from zi_metrics.sources.resolve import SHIPPED_SOURCES, Frozen, Source
from zi_metrics.tables.snapshot import Snapshot

CHANGES_PAGE, SINCE = "perubahan", "dari"
_FAILED = "gagal-kunci"
"""What could not be pinned, and why: said as long as that is what is shown."""


def banner(frozen: Frozen) -> None:
    """That the data is pinned, to what, the link to it, and the way out."""
    said = text.banner(frozen.as_of, frozen.read_at, is_sheet=frozen.origin == SHEET_SOURCE)
    shared = _address([(pinned.KEY, frozen.identifier)])
    link = tag(
        "details",
        tag("summary", text.SHARE),
        tag("p", text.HOW_TO_SHARE),
        tag("code", shared, class_="zi-copied"),
        class_="zi-share",
    )
    release = page_link(
        CHANGES_PAGE, tag("span", text.RELEASE, class_="zi-button"), _onward(frozen)
    )
    sentence = tag("p", tag("strong", text.LOCKED), ": ", said)
    st.html(tag("div", sentence, release, link, class_="zi-frozen", role="status"))


def _address(query: Sequence[tuple[str, str]]) -> str:
    """The page that is shown, as somebody else would open it."""
    here = urlsplit(st.context.url or "")
    return urlunsplit((here.scheme, here.netloc, here.path or "/", urlencode(query), ""))


def _onward(frozen: Frozen) -> list[tuple[str, str]]:
    """To what changed since: a fresh visit, of the same source where there is a choice."""
    source = data.current_source().name
    may_choose = configured.app_settings().source is None and source in SHIPPED_SOURCES
    chosen = [(filters.SOURCE, source)] if may_choose else []
    return [*chosen, (SINCE, frozen.identifier)]


def control() -> None:
    """The button that pins what is shown now; once it is pinned, where to end that."""
    if data.frozen() is not None:
        notices.empty(text.ALREADY)
        return
    source, snapshot = data.current_source(), data.current_view().snapshot
    what, why = st.session_state.get(_FAILED, (None, None))
    if what == _named(source, snapshot):
        notices.fault(why)
    st.html(tag("div", *(tag("p", line) for line in _what(snapshot)), class_="zi-prose"))
    st.button(
        text.FREEZE,
        key="kunci-data",
        icon=":material/lock:",
        help=text.FREEZE_HELP,
        type="primary",
        on_click=access.callback(_freeze),
        args=(source, snapshot),  # what stood above the button when it was pressed
    )


def _named(source: Source, snapshot: Snapshot) -> tuple[str, str]:
    """What the button stands for."""
    return source.name, identifier_of(snapshot.as_of, snapshot.provenance.digest)


def _what(snapshot: Snapshot) -> Sequence[str]:
    found = data.current_freshness()
    age = live_text.ago(datetime.now(UTC) - found.read_at)
    lines = [text.WHY, text.to_be_frozen(snapshot.as_of, found.read_at, age)]
    return lines if found.is_current else [*lines, text.not_current()]


def _freeze(source: Source, snapshot: Snapshot) -> None:
    if visitors.is_one():
        return  # what they see is not what was read, and nothing to store
    try:
        identifier = freeze(source, snapshot, configured.app_settings())
    except ReaderError as fault:
        st.session_state[_FAILED] = (_named(source, snapshot), fault)
        return
    st.session_state.pop(_FAILED, None)
    pinned.pin(identifier)


def not_shown(fault: ReaderError, slug: str) -> None:
    """What is pinned cannot be shown: why, and the way to what is there now."""
    notices.fault(fault)
    if pinned.asked() is not None:
        st.html(tag("p", page_link(slug, text.TO_CURRENT, []), class_="zi-onward"))
