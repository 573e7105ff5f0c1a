"""The comparison a page shows: what the view is compared with, and what became different since.

The address names the other side as its list does (`?dari=30+September+2025`) or by the identifier
of a snapshot; it is not bound to the list, for a bound one drops what is no option.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from pages._frame import data, notices
from pages._frame.view import View, ViewKey
from zi_metrics.errors import ReaderError
from zi_metrics.labels import change_sentences as sentences
from zi_metrics.labels import changes as text
from zi_metrics.labels.numbers import long_date
from zi_metrics.labels.sentences import compared_with as compared_with_meeting
from zi_metrics.lke import Aspect
from zi_metrics.metrics.changes import Changes
from zi_metrics.metrics.data_quality import TAB_OF_TABLE
from zi_metrics.metrics.summary import Figures, Items, figures_by_area, items_of
from zi_metrics.metrics.trend import compared_with
from zi_metrics.sources.resolve import Frozen
from zi_metrics.tables.snapshot import Snapshot

SINCE, ASPECT = "dari", "aspek"
LIST = "pembanding-"
COMPARISONS_KEPT = 16
LONGEST_NAME = 64


@dataclass(frozen=True)
class Earlier:
    """Something to compare with: the snapshot of a date, or one by its identifier.

    read_at: when the latter was read, missing for a date; is_pinned: whether somebody pinned it.
    """

    name: str
    day: date
    identifier: str | None = None
    read_at: datetime | None = None
    is_pinned: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """All that changes what is read."""
        if self.identifier is not None:
            return ("", self.identifier)
        return (data.current_source().version(self.day), self.day.isoformat())

    def read(self, now: ViewKey) -> Snapshot:
        """The snapshot, beside that of a key; of a date that is damaged the one before it.

        Raises ReaderError.
        """
        if self.identifier is not None:
            return data.pinned_snapshot(now, self.identifier)
        return data.snapshot_on(now, self.day)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two snapshots in one aspect; shared by all viewers: never change a table."""

    before: Items
    after: Items
    changes: Changes
    areas_before: Mapping[int, Figures]
    areas_after: Mapping[int, Figures]


def options(view: View) -> list[Earlier]:
    """What the view can be compared with, newest first: pinned snapshots and earlier dates."""
    source, day = data.current_source(), view.snapshot.as_of
    past = [Earlier(long_date(each), each) for each in source.dates if each < day]
    found = [*past, *_pinned([pin for pin in data.pins() if _is_before(pin, day, source.frozen)])]
    return sorted(found, key=lambda each: (each.day, str(each.read_at or "")), reverse=True)


def _is_before(pin: Frozen, day: date, shown: Frozen | None) -> bool:
    if shown is None:
        return pin.as_of <= day
    return (pin.as_of, pin.read_at) < (shown.as_of, shown.read_at)


def _pinned(pins: Sequence[Frozen]) -> list[Earlier]:
    names = [text.pinned(pin.read_at) for pin in pins]
    return [
        Earlier(
            name if names.count(name) == 1 else text.pinned_apart(pin.read_at, pin.identifier),
            pin.as_of,
            pin.identifier,
            pin.read_at,
            is_pinned=True,
        )
        for pin, name in zip(pins, names, strict=True)
    ]


def usual(view: View, among: Sequence[Earlier]) -> Earlier | None:
    """What figures are compared with on other pages, else what comes nearest to it."""
    dated = [each for each in among if each.identifier is None] or list(among)
    if view.before_on is not None:
        return next((each for each in dated if each.day == view.before_on), None)
    reference = compared_with(view.snapshot.settings, view.snapshot.as_of)
    before = [each for each in dated if each.day <= reference]
    return before[0] if before else (dated[-1] if dated else None)


def choose(view: View) -> Earlier | None:
    """What to compare with: as the address says, else the usual; None without anything."""
    among, asked = options(view), _asked()
    found = _named(asked, among, view) if asked else None
    if found is not None and found not in among:
        among = [found, *among]
    chosen = found or usual(view, among)
    if chosen is None:
        return None
    if asked and found is None:
        notices.alert(sentences.not_found(asked))
    key = f"{LIST}{chosen.name}"  # another one for each, for its choice is the address's
    st.selectbox(
        text.COMPARED_WITH,
        [each.name for each in among],
        index=among.index(chosen),
        key=key,
        on_change=_write,
        args=(key,),
    )
    return chosen


def _asked() -> str:
    """What the address names; when the page is entered again without, what it named before."""
    written = str(st.query_params.get(SINCE) or "").strip()[:LONGEST_NAME]
    # Streamlit forgets the list on other pages; while it is known, the address has the last word
    is_entered = not any(str(key).startswith(LIST) for key in st.session_state)
    if is_entered and not written and st.session_state.get(SINCE):
        written = st.query_params[SINCE] = st.session_state[SINCE]
    st.session_state[SINCE] = written
    return written


def _write(key: str) -> None:
    st.query_params[SINCE] = st.session_state[key]


def _named(asked: str, among: Sequence[Earlier], view: View) -> Earlier | None:
    """What the address names, if it is there: one of the list, or a snapshot by its identifier."""
    found = next((each for each in among if asked in {each.name, each.identifier}), None)
    if found is not None:
        return found
    with suppress(ReaderError):
        other = data.pinned_snapshot(data.current_key(), asked)
        if data.is_of_same_unit(asked) and other.as_of <= view.snapshot.as_of:
            return _by_identifier(asked, other)
    return None


def _by_identifier(asked: str, found: Snapshot) -> Earlier:
    read_at = found.provenance.read_at
    is_pinned = any(pin.identifier == asked for pin in data.pins())
    name = text.pinned(read_at) if is_pinned else text.read(read_at)
    return Earlier(name, found.as_of, asked, read_at, is_pinned)


def choose_aspect() -> Aspect:
    """Which aspect's figures are compared; Pemenuhan unless chosen otherwise."""
    chosen = st.segmented_control(
        text.ASPECT,
        [str(aspect) for aspect in Aspect],
        default=str(Aspect.FULFILMENT),
        required=True,
        key=ASPECT,
        bind="query-params",
        persist_state="session",
    )
    return Aspect(chosen) if chosen else Aspect.FULFILMENT


def compared(earlier: Earlier, aspect: Aspect) -> Comparison:
    """The view compared with it. Raises ReaderError when that cannot be read."""
    return _compared(data.current_key(), earlier, earlier.key, aspect)


@st.cache_resource(max_entries=COMPARISONS_KEPT, show_spinner=False, hash_funcs={Earlier: hash})
def _compared(now: ViewKey, earlier: Earlier, then: tuple[str, str], aspect: Aspect) -> Comparison:
    del then  # only a part of the key: it changes when what is read does
    view = data.view_of(now)
    after = view.items if aspect is Aspect.FULFILMENT else view.reform_items
    before = items_of(earlier.read(now)).of_aspect(aspect)
    found = data.changes_since(now, earlier.day, earlier.identifier, aspect)
    return Comparison(before, after, found, figures_by_area(before), figures_by_area(after))


def since(earlier: Earlier, found: Comparison) -> str:
    """'Sejak ...', with the day or the moment compared with."""
    if earlier.read_at is None:
        return sentences.since(found.changes.before_on)
    return sentences.since_read(earlier.read_at, is_pinned=earlier.is_pinned)


def remarks(view: View, earlier: Earlier, found: Comparison) -> list[str]:
    """Why this is compared with, and what must be known before the difference is believed."""
    compared, told = found.changes, [_why(view, earlier)]
    if compared.before_on != earlier.day:
        told.append(sentences.of_other_date(earlier.day, compared.before_on))
    if compared.unreadable:
        tabs = [TAB_OF_TABLE[table] for table in sorted(compared.unreadable)]
        told.append(sentences.not_compared(tabs))
    has_reports = not (found.before.spip.empty and found.after.spip.empty)
    if has_reports and compared.year_before != compared.year:
        told.append(sentences.other_year(compared.year_before, compared.year))
    return told


def _why(view: View, earlier: Earlier) -> str:
    """That it is the last one before the last meeting, or that there is none as early as usual."""
    if earlier.identifier is None and earlier.day == view.before_on and view.before_meeting:
        return compared_with_meeting(view.before_on, view.before_meeting)
    reference = compared_with(view.snapshot.settings, view.snapshot.as_of)
    is_late = not st.query_params.get(SINCE) and earlier.day > reference
    return sentences.nearest(reference, earlier.day) if is_late else ""


def nothing(source_dates: Sequence[date], day: date) -> str:
    """What to do where there is nothing to compare with."""
    return text.NO_EARLIER_OF_DATE if source_dates[-1] > day else text.NO_EARLIER
