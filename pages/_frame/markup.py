"""The only place that writes HTML: every text that comes from data is escaped here.

A `Markup` is HTML of ours; anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import urlencode, urlsplit

from zi_metrics.charts.palette import FILL, text_on
from zi_metrics.labels.numbers import short_date
from zi_metrics.labels.problems import quote
from zi_metrics.labels.screen import (
    NO_LINK,
    NO_TITLE,
    OPEN_CELL,
    OPEN_LINK,
    carried_values,
    late_by,
    opens,
)
from zi_metrics.labels.statuses import LINK_STATES, MARKS
from zi_metrics.report.plain import plain, shortened
from zi_metrics.tables.book import Book
from zi_metrics.tables.cells import legible
from zi_metrics.tables.links import LinkState, web_addresses
from zi_metrics.tables.vocabularies import EvidenceStatus

LONGEST_NAME = 120
"""Letters that tell a screen reader which item a link belongs to."""


_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters of Hebrew, Arabic and their relatives."""


class Markup(str):
    """A piece of HTML whose texts have been escaped."""

    __slots__ = ()


def text(value: object) -> Markup:
    """A value as text that steers nothing; Markup stays as it is."""
    if isinstance(value, Markup):
        return value
    shown = str(value)
    if shown.isascii() and shown.isprintable():
        return Markup(escape(shown))
    return _isolated(Markup(escape(legible(shown))))


def _isolated(shown: Markup) -> Markup:
    """Words that run from right to left keep to themselves: what stands around them stays put."""
    return Markup(f"<bdi>{shown}</bdi>") if _FROM_THE_RIGHT.search(shown) else shown


def tag(name: str, *children: object, **attributes: str) -> Markup:
    """An element; attribute names may end in `_` and use `_` for `-`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(legible(value))}"'
        for key, value in attributes.items()
    )
    return Markup(f"<{name}{written}>{''.join(map(text, children))}</{name}>")


def headed(title: str, *parts: object) -> Markup:
    """Parts under their heading, in one piece: a page of many pieces is slow to send."""
    return tag("div", tag("h2", title), *parts, class_="zi-stack")


def empty(sentence: str) -> Markup:
    """That there is nothing to show, and what to do about it."""
    return tag("p", sentence, class_="zi-empty")


def css_words(name: str, shown: str) -> Markup:
    """Words as a variable of the style sheet, for where they replace somebody else's."""
    marks = (each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in shown)
    quoted = "".join(marks)
    return Markup(f'<style>:root {{ --{name}: "{quoted}"; }}</style>')


def mark(name: str) -> Markup:
    """The sign of a state on its colour; hidden from screen readers, the word stands beside it."""
    fill = FILL[name]
    style = f"background:{fill};color:{text_on(fill)}"
    return tag("span", MARKS[name], class_="zi-mark", style=style, aria_hidden="true")


def state(name: str, shown: str | None = None) -> Markup:
    """A state as sign and word; `shown` replaces the word."""
    return tag("span", mark(name), " ", shown or name[0].upper() + name[1:], class_="zi-state")


def legend(states: Sequence[str]) -> Markup:
    """Signs and words of the states a chart or matrix shows."""
    return tag("div", *(state(name) for name in states), class_="zi-legend")


def badge(shown: str) -> Markup:
    """A short label that must not be overlooked."""
    return tag("span", shown, class_="zi-badge")


def link(url: str, shown: str, of: str | None = None) -> Markup:
    """A link out of the dashboard; anything but http and https stays text.

    of: what it opens, for those who hear it among other links of the same words.
    """
    try:
        is_web = urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        is_web = False
    if not is_web:
        return tag("span", shown, " (", url, ")", class_="zi-quiet zi-break")
    named = {} if of is None else {"aria_label": opens(shown, shortened(plain(of), LONGEST_NAME))}
    return tag("a", shown, href=url, target="_blank", rel="noopener noreferrer", **named)


def page_link(slug: str, shown: object, query: Sequence[tuple[str, str]]) -> Markup:
    """A link to another page of the dashboard with its filters."""
    return tag("a", shown, href=f"./{slug}?{urlencode(query)}", target="_self")


def titled(title: str | None, period: str | None) -> Markup:
    """A document's title with its period, once where they are the same word."""
    shown = title or NO_TITLE
    return tag("span", shown, " · ", period) if period and period != title else text(shown)


def unrecognised(written: object, counted_as: str) -> list[Markup]:
    """What stood in the cell, where it is no status of ours and may be told."""
    if counted_as != EvidenceStatus.UNRECOGNISED or written is None:
        return []
    return [tag("div", quote(written), class_="zi-small zi-break")]


def item_name(*parts: str | None) -> str:
    """What tells an item from the others of its table, for the name of a link."""
    return " ".join(filter(None, parts)) or NO_TITLE


def due(due_on: date | None, days_late: int | None) -> Markup:
    """A due date, and how long it has passed."""
    if days_late is None:
        return tag("span", short_date(due_on), class_="zi-nowrap")
    late = tag("div", tag("strong", late_by(days_late)))
    return tag("div", short_date(due_on), late, class_="zi-nowrap")


def document_links(url: str | None, link_state: str, title: str | None) -> Markup:
    """The links of a document, or why there is none; what leads nowhere is shown as written."""
    addresses = web_addresses(url)
    if addresses:
        several = len(addresses) > 1
        links = [
            link(address, f"{OPEN_LINK} {number}" if several else OPEN_LINK, title or NO_TITLE)
            for number, address in enumerate(addresses, start=1)
        ]
        return tag("div", *(tag("div", each) for each in links))
    if link_state == LinkState.ABSENT or url is None:
        return tag("span", NO_LINK, class_="zi-quiet zi-nowrap")
    words = tag("div", quote(url), class_="zi-small zi-quiet zi-break")
    return tag("div", tag("span", LINK_STATES[link_state]), words)


def carried(headers: str | None) -> list[Markup]:
    """That some cells of a row show their last good value, for now they hold an error."""
    return [] if headers is None else [tag("div", carried_values(headers), class_="zi-small")]


def place(where: str, book: Book, shown: str | None = None) -> Markup:
    """A place in the sheet as a link that opens its cell; as text where it has no address."""
    address = book.link(where)
    return link(address, shown or where) if address else text(shown or where)


def cell_link(origin: str | None, book: Book, title: str | None) -> Markup | None:
    """A link that opens the cell of a row in the sheet; None where there is no such address."""
    address = book.link(origin)
    return None if address is None else link(address, OPEN_CELL, title or NO_TITLE)


def cell_below(origin: str | None, book: Book, title: str | None) -> list[Markup]:
    """The same on a line of its own, below what a table says of the row."""
    opened = cell_link(origin, book, title)
    return [] if opened is None else [tag("div", opened, class_="zi-small zi-nowrap")]


def dot(*, is_on: bool) -> Markup:
    """A sign of a connection: filled when it is there, hollow when not."""
    return tag("span", "\u25cf" if is_on else "\u25cb", class_="zi-dot", aria_hidden="true")


@dataclass(frozen=True)
class Look:
    """How a table looks: columns aligned right, by position, and further classes."""

    numbers: frozenset[int] = frozenset()
    classes: str = ""


PLAIN = Look()


def table(
    headers: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    caption: str,
    look: Look = PLAIN,
) -> Markup:
    """A table whose first column heads its rows."""
    body = [
        tag(
            "tr",
            _cell("th", 0, row[0], look, scope="row"),
            *(_cell("td", i, value, look) for i, value in enumerate(row[1:], start=1)),
        )
        for row in rows
    ]
    return table_of(headers, body, caption=caption, look=look)


def table_of(
    headers: Sequence[object],
    body: Iterable[Markup],
    *,
    caption: str,
    look: Look = PLAIN,
) -> Markup:
    """A table from rows already written.

    caption: for screen readers; on screen a heading stands above.
    """
    head = tag("tr", *(_cell("th", i, name, look, scope="col") for i, name in enumerate(headers)))
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption),
            tag("thead", head),
            tag("tbody", *body),
            class_=f"zi-table {look.classes}".strip(),
        ),
        class_="zi-scroll",
        role="region",
        aria_label=caption,
        tabindex="0",  # its own box scrolls sideways where the screen is narrow
    )


def _cell(name: str, column: int, value: object, look: Look, **attributes: str) -> Markup:
    aligned = {"class_": "zi-number"} if column in look.numbers else {}
    return tag(name, value, **attributes, **aligned)
