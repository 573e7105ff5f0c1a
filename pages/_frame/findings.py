"""What is wrong with the data: what was read of each tab, then problem by problem."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._frame import filters, markup
from zi_metrics.labels import quality as label
from zi_metrics.labels.numbers import NO_FIGURE, count
from zi_metrics.lke import Catalogue
from zi_metrics.metrics.data_quality import TAB_OF_TABLE, Finding, TabSummary
from zi_metrics.metrics.mending import Effect
from zi_metrics.report.quality_texts import by_sort, condition_text
from zi_metrics.tables.book import Book
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot

PAGE = "mutu-data"
MOST_DRAWN = 200
"""How many problems are drawn; the rest is said, and in the file."""
MOST_ADVICE = 20
"""The same for each sort of advice."""


def tabs_read(tabs: Sequence[TabSummary]) -> None:
    """Tab by tab: what it was read as, how many rows, how many findings."""
    st.header(label.TABS_READ, anchor=False)
    knows_rows = any(tab.blank_count is not None for tab in tabs)
    headers = [
        *label.TAB_HEADERS,
        *(label.ROW_HEADERS if knows_rows else label.ROW_HEADERS[:1]),
        *(markup.state(severity) for severity in Severity),
    ]
    rows = [_tab(tab, knows_rows) for tab in tabs]
    look = markup.Look(numbers=frozenset(range(2, len(headers))), classes="zi-tabs")
    st.html(markup.table(headers, rows, caption=label.TABS_READ, look=look))


def _tab(tab: TabSummary, knows_rows: bool) -> list[object]:
    counted = [tab.row_count, *((tab.blank_count, tab.hidden_count) if knows_rows else ())]
    return [
        tab.title,
        _read_as(tab),
        *(NO_FIGURE if number is None else count(number) for number in counted),
        *(_number(tab.counts[severity], tab.title, severity) for severity in Severity),
    ]


def _read_as(tab: TabSummary) -> object:
    if not tab.is_there:
        return markup.tag("span", label.ABSENT, class_="zi-quiet")
    if tab.table is None:
        return markup.tag("span", label.NOT_READ, class_="zi-quiet")
    return TAB_OF_TABLE[tab.table] if tab.is_readable else markup.tag("strong", label.NOT_READABLE)


def _number(findings: int, title: str, severity: Severity) -> markup.Markup:
    """A number of findings that leads to them; none is there too, but quiet."""
    if not findings:
        return markup.tag("span", count(findings), class_="zi-quiet")
    asked = {filters.TAB: title, filters.SEVERITY: filters.severity_name(severity)}
    return markup.page_link(PAGE, count(findings), filters.page_query(**asked))


def problems(found: Sequence[Finding], snapshot: Snapshot) -> None:
    """What does not count or is doubtful, one table for each severity."""
    left = MOST_DRAWN
    for severity in (Severity.ERROR, Severity.WARNING):
        group = [each for each in found if each.severity is severity]
        if group:
            _head(severity, len(group))
            drawn = group[:left]
            if drawn:
                st.html(_table(drawn, severity, snapshot))
            _rest(len(group), len(drawn))
            left -= len(drawn)


def advice(found: Sequence[Finding], book: Book) -> None:
    """What could be tidier, in boxes that are closed until somebody has the time."""
    listed = [each for each in found if each.severity is Severity.ADVICE]
    if not listed:
        return
    _head(Severity.ADVICE, len(listed))
    for title, sort in by_sort(listed).items():
        # keyed: it stays open while the number in its title changes
        with st.expander(label.group_title(title, len(sort)), key=f"saran-{title}"):
            drawn = sort[:MOST_ADVICE]
            st.html(_lines(drawn, book))
            _rest(len(sort), len(drawn))


def _head(severity: Severity, number: int) -> None:
    st.header(label.group_title(severity, number), anchor=False)
    st.html(markup.tag("div", label.MEANINGS[severity], class_="zi-small zi-quiet"))


def _rest(number: int, drawn: int) -> None:
    if drawn < number:
        st.html(markup.tag("div", label.not_drawn(number, drawn), class_="zi-small"))


def _table(group: Sequence[Finding], severity: Severity, snapshot: Snapshot) -> markup.Markup:
    has_effects = any(each.effect for each in group)
    headers = label.FINDING_HEADERS if has_effects else label.FINDING_HEADERS[:-1]
    book = snapshot.provenance.book
    rows = [
        [
            _place(each, book),
            each.problem.read,
            each.problem.why,
            each.problem.remedy,
            *([_effect(each.effect, snapshot.catalogue)] if has_effects else []),
        ]
        for each in group
    ]
    look = markup.Look(classes="zi-fixed zi-findings")
    return markup.table(headers, rows, caption=label.group_title(severity, len(group)), look=look)


def _place(finding: Finding, book: Book) -> markup.Markup:
    """The sign of the severity, the cell as a link that opens it, and below it its tab."""
    word = markup.tag("span", finding.severity, " ", class_="zi-hidden")
    tab, mark, cell = finding.problem.where.rpartition("!")
    where = markup.place(finding.problem.where, book, cell if mark else None)
    below = markup.tag("div", tab, class_="zi-small zi-quiet")
    return markup.tag("div", markup.mark(finding.severity), word, " ", where, below)


def _effect(effect: Effect | None, catalogue: Catalogue) -> object:
    if effect is None:
        return NO_FIGURE
    shares = markup.tag("strong", label.before_and_after(effect.before, effect.after))
    about = markup.tag("div", condition_text(effect, catalogue), class_="zi-small zi-quiet")
    return markup.tag("div", shares, " ", label.difference(effect.before, effect.after), about)


def _lines(sort: Sequence[Finding], book: Book) -> markup.Markup:
    """One line for each piece of advice; what is the same for all is said once, before them."""
    told = {f"{each.problem.why} {each.problem.remedy}" for each in sort}
    is_shared = len(told) == 1
    lines = [
        markup.tag(
            "li",
            markup.place(each.problem.where, book),
            ": ",
            each.problem.read,
            "" if is_shared else f" {each.problem.why} {each.problem.remedy}",
            class_="zi-break",
        )
        for each in sort
    ]
    once = [markup.tag("p", *told, class_="zi-small")] if is_shared else []
    return markup.tag("div", *once, markup.tag("ul", *lines, class_="zi-list"))
