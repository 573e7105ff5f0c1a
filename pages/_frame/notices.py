"""Faults and problems, said to the viewer in Indonesian and without tracebacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

import streamlit as st

from pages._frame import filters, markup, visitors
from pages._frame.kept import kept
from pages._frame.markup import Markup, page_link, place, state, tag
from pages._frame.view import View
from zi_metrics.errors import ReaderError, SheetUnavailable, SnapshotDamaged, SnapshotNotFound
from zi_metrics.labels import screen, store_messages, visitor
from zi_metrics.labels.numbers import clock
from zi_metrics.labels.quality import SEE_ALL
from zi_metrics.settings import ALLOWED
from zi_metrics.tables.book import Book
from zi_metrics.tables.problems import SNAPSHOT_TAB, Problem, Severity
from zi_metrics.tables.spec import TableSpec

MOST_SHOWN = 50
QUALITY_PAGE = "mutu-data"


def fault(error: ReaderError) -> None:
    """A fault that stops the page: what is wrong, where, what to do; for visitors without places.

    Its sentence may name files, the sheet's address, or who may read it.
    """
    _say(error)


def _say(error: ReaderError, more: str = "") -> None:
    """The one way that a reader's fault reaches the screen. more: what it does not touch."""
    if visitors.is_one():
        told = visitor.fault(_of_visitors(error))
        alert(f"{told} {more}" if more else told)
        return
    aside = f" {more} " if more else " "
    alert(tag("strong", error.where), ": ", error.what, aside, error.remedy)


def _of_visitors(error: ReaderError) -> str:
    if isinstance(error, SheetUnavailable):
        return visitor.FAULT_SHEET
    if isinstance(error, SnapshotDamaged | SnapshotNotFound):
        return visitor.FAULT_SNAPSHOT
    return visitor.FAULT_DATA


def earlier_missing(error: ReaderError) -> None:
    """A fault of the place that earlier days are kept in, which leaves today's figures alone."""
    _say(error, store_messages.earlier_missing())


def unexpected(moment: datetime) -> None:
    """Our own bug: a sentence and the moment, by which the log can be searched."""
    alert(screen.UNEXPECTED.format(moment=clock(moment)))


def no_rows(table: TableSpec, unreadable: Collection[str], sentence: str) -> None:
    """A table without rows: that it could not be read, else what to do about it."""
    st.html(why_no_rows(table, unreadable, sentence))


def why_no_rows(table: TableSpec, unreadable: Collection[str], sentence: str) -> Markup:
    """The same, to stand under a heading."""
    return markup.empty(screen.unreadable(table.tab) if table.name in unreadable else sentence)


def empty(sentence: str) -> None:
    """Nothing to show, and what to do about it."""
    st.html(markup.empty(sentence))


def refused_snapshots(found: Sequence[Problem]) -> None:
    """Snapshots passed over: said openly, for the date shown is then not the one chosen."""
    sentences = [problem.sentence.strip() for problem in found if problem.tab == SNAPSHOT_TAB]
    for sentence in dict.fromkeys(sentences):
        alert(sentence)


def doubtful_settings(names: Sequence[str]) -> None:
    """Settings of the program that could not be read, so that their default counts."""
    if visitors.is_one():
        return  # nothing that they could mend
    for name in names:
        alert(tag("strong", name), ": ", screen.doubtful_setting(*ALLOWED[name]))


def problems(view: View) -> None:
    """What does not count or is doubtful in the data, opened on demand; advice stays out."""
    told = _told(view)
    if not told:
        return
    with st.popover(screen.problems_title(len(told)), icon=":material/warning:", width="stretch"):
        st.html(_counted(told) if view.snapshot.is_withheld else _listed(view))


@kept
def _told(view: View) -> list[Problem]:
    return [
        problem
        for severity in (Severity.ERROR, Severity.WARNING)
        for problem in view.snapshot.problems
        if problem.severity is severity
    ]


@kept
def _listed(view: View) -> Markup:
    """The problems themselves, and the way to all of them."""
    told, book = _told(view), view.snapshot.provenance.book
    lines = [
        tag("li", state(problem.severity), " ", *_sentence(problem, book), class_="zi-break")
        for problem in told[:MOST_SHOWN]
    ]
    if len(told) > MOST_SHOWN:
        lines.append(tag("li", screen.more_rows(len(told) - MOST_SHOWN)))
    see_all = page_link(QUALITY_PAGE, SEE_ALL, filters.page_query())
    return tag(
        "div",
        tag("div", see_all, class_="zi-onward"),
        tag("ul", *lines, class_="zi-list"),
        class_="zi-stack",
    )


def _counted(found: Sequence[Problem]) -> Markup:
    """How many problems there are of each table: all that visitors are told of them."""
    counts = {tab: Counter(one.severity for one in found if one.tab == tab) for tab in _tabs(found)}
    lines = [tag("li", visitor.problems_of(tab, each.items())) for tab, each in counts.items()]
    return tag("div", tag("p", visitor.PROBLEMS), tag("ul", *lines, class_="zi-list"))


def _tabs(found: Sequence[Problem]) -> list[str]:
    return list(dict.fromkeys(problem.tab for problem in found))


def _sentence(problem: Problem, book: Book) -> tuple[object, ...]:
    """A problem with its place as a link to the cell, where there is one."""
    rest = f": {problem.read} {problem.why} {problem.remedy}"
    return place(problem.where, book), rest


def alert(*parts: object) -> None:
    """Something that must not be overlooked, on every page."""
    st.html(tag("div", *parts, class_="zi-alert", role="alert"))
