"""The host's checklist, and the way to the deck and its slides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from pages._frame import data, deck_address, filters, markup, meeting
from zi_metrics.labels import live as live_text
from zi_metrics.labels import preparation as text
from zi_metrics.labels.numbers import clock
from zi_metrics.metrics.data_quality import count_by_severity
from zi_metrics.report.preparation import Check, Reading, checks

QUALITY_PAGE, DECK_PAGE = "mutu-data", "rapat"


def found() -> list[Check]:
    """What the data says of each thing to check."""
    return checks(
        meeting.current_meeting(shows_names=deck_address.shows_names()),
        meeting.current_meeting(shows_names=False).names,
        count_by_severity(data.current_findings()),
        _reading(),
    )


def _reading() -> Reading:
    found = data.current_freshness()
    ago = live_text.ago(datetime.now(UTC) - found.read_at)
    return Reading(clock(found.read_at), ago, found.is_current)


def checklist(listed: Sequence[Check]) -> None:
    """Each thing to check with its sign, how it stands, and what is left to do."""
    rows = [[_name(check), check.found, _remedy(check)] for check in listed]
    look = markup.Look(classes="zi-checks")
    st.html(markup.table(text.HEADERS, rows, caption=text.CHECKLIST, look=look))


def _name(check: Check) -> markup.Markup:
    state = text.READY if check.is_ready else text.TO_DO
    said = markup.tag("span", f" ({state})", class_="zi-hidden")
    sign = markup.dot(is_on=check.is_ready)
    return markup.tag("span", sign, " ", check.name, said, class_="zi-nowrap")


def _remedy(check: Check) -> object:
    if check.name != text.PROBLEMS or check.is_ready:
        return check.remedy
    onward = markup.page_link(QUALITY_PAGE, text.SEE_PROBLEMS, filters.page_query())
    return markup.tag("span", check.remedy, " ", onward)


def deck_links() -> None:
    """To the deck, and to each of its slides."""
    shows_names = deck_address.shows_names()
    deck = meeting.current_deck(shows_names=shows_names)
    titles = [deck.cover.title, *(slide.title for slide in deck.slides)]
    names = deck_address.names_query()
    start = markup.tag("span", text.OPEN_DECK, class_="zi-button")
    st.html(markup.tag("p", text.DECK_SAYS, class_="zi-small"))
    onward = markup.page_link(DECK_PAGE, start, filters.page_query(**names))
    st.html(markup.tag("p", onward, class_="zi-onward"))
    links = [
        markup.tag("li", _slide_link(number, title, names))
        for number, title in enumerate(titles, start=1)
    ]
    st.html(markup.tag("ul", *links, class_="zi-list"))


def _slide_link(number: int, title: str, names: dict[str, str]) -> markup.Markup:
    query = filters.page_query(**{deck_address.SLIDE: str(number)}, **names)
    return markup.page_link(DECK_PAGE, title, query)
