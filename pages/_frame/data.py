"""From the filters to what a page shows: one cached view of one snapshot."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from pages._frame import access, filters, pinned
from pages._frame.configured import app_settings as app_settings
from zi_metrics.access import Role
from zi_metrics.lke import Area, Aspect
from zi_metrics.metrics.changes import Changes
from zi_metrics.metrics.data_quality import Finding, findings
from zi_metrics.metrics.evidence import evidence_as_of
from zi_metrics.metrics.selection import written
from zi_metrics.metrics.summary import Figures, Items, figures, figures_by_area, items_of
from zi_metrics.metrics.trend import TrendPoint, compared_with, history, trend_point
from zi_metrics.metrics.withheld_changes import changes_for
from zi_metrics.settings import DEFAULT_SOURCE, AppSettings
from zi_metrics.sources import freeze
from zi_metrics.sources.freshness import Freshness, freshness
from zi_metrics.sources.resolve import Frozen, Source, open_source
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.withheld import for_role

VIEWS_KEPT = 32
PINNED_KEPT = 8
FINDINGS_KEPT = 8
POINTS_KEPT = 1024
SOURCE_SECONDS = 1


class ViewKey(NamedTuple):
    """All that changes what there is to show, and so the key of everything that is kept of it.

    version: of the source for that day; role: of whom it is shown to.
    """

    source: str
    version: str
    day: date
    role: Role


@dataclass(frozen=True, eq=False)
class View:
    """One snapshot with its figures; everything of Pemenuhan unless named otherwise.

    before: figures of the snapshot compared with, dated before_on; both missing without one.
    course: one point per snapshot up to this one. kept: what was made of the view, see `kept.py`.
    Shared by all viewers: never change a table.
    """

    snapshot: Snapshot
    items: Items
    total: Figures
    by_area: Mapping[int, Figures]
    reform_items: Items
    reform: Figures
    before: Figures | None
    before_on: date | None
    course: tuple[TrendPoint, ...]
    kept: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The six areas in official order."""
        return self.snapshot.catalogue.areas

    @property
    def documents(self) -> pd.DataFrame:
        """All documents, those too that name no indicator and so count nowhere."""
        return evidence_as_of(self.snapshot.evidence, self.items.as_of)

    @property
    def shared_filters(self) -> filters.Shared:
        """Options of the filters that several pages have in common."""
        pics = pd.concat([self.documents["pic"], self.items.follow_ups["pic"]])
        return filters.Shared(self.areas, written(pics))

    @property
    def before_meeting(self) -> date | None:
        """The last meeting, where it is what the figures are compared with."""
        meeting = self.snapshot.settings.previous_meeting_on
        return (
            meeting if meeting == compared_with(self.snapshot.settings, self.items.as_of) else None
        )

    def area_before(self, area_no: int) -> Figures | None:
        """Figures of one area in the snapshot compared with."""
        earlier = [point for point in self.course if point.as_of == self.before_on]
        return earlier[0].areas[area_no] if earlier else None

    @property
    def has_readable_evidence(self) -> bool:
        """Whether completeness can be told at all."""
        return EVIDENCE.name not in self.snapshot.unreadable


_of_this_run: ContextVar[Source | None] = ContextVar("source", default=None)
_view_of_this_run: ContextVar[tuple[ViewKey | None, View | None]] = ContextVar(
    "view", default=(None, None)
)


def begin_run() -> None:
    """Have the source opened anew; until the next call everything is drawn from that one."""
    _of_this_run.set(None)
    _view_of_this_run.set((None, None))


def current_source() -> Source:
    """The configured source, else the one chosen on screen, else the sample.

    Of an address that pins a snapshot, the source as it was then. Raises AccessRefused before all.
    """
    access.current_role()
    source = _of_this_run.get()
    if source is None:
        settings, identifier = app_settings(), pinned.asked()
        if identifier is not None:
            source = _frozen(identifier, settings.source, settings)
        else:
            source = _opened(settings.source or filters.chosen_source() or DEFAULT_SOURCE, settings)
        if source.live is not None:
            source.live.start()
        _of_this_run.set(source)
    return source


@st.cache_resource(
    max_entries=8, ttl=SOURCE_SECONDS, show_spinner=False, hash_funcs={AppSettings: hash}
)
def _opened(name: str, settings: AppSettings) -> Source:
    """A source is looked at once for all that a page asks of it, and again soon after."""
    return open_source(name, settings)


@st.cache_resource(
    max_entries=8, ttl=SOURCE_SECONDS, show_spinner=False, hash_funcs={AppSettings: hash}
)
def _frozen(identifier: str, name: str | None, settings: AppSettings) -> Source:
    return freeze.frozen_source(identifier, name, settings)


def frozen() -> Frozen | None:
    """The snapshot that everything on screen is pinned to; None where the data may move on."""
    return current_source().frozen


def pins() -> tuple[Frozen, ...]:
    """The pinned snapshots of the source that is shown, newest first."""
    unit_id = _read_for(current_key()).provenance.unit_id
    return freeze.pins(current_source().name, app_settings(), unit_id)


def pinned_snapshot(identifier: str) -> Snapshot:
    """Another snapshot by its identifier, of whatever source may be shown here.

    Raises SnapshotNotFound, and SnapshotDamaged.
    """
    role, settings = access.current_role(), app_settings()
    source = _frozen(identifier, settings.source, settings)
    version = source.version(source.dates[-1])
    return _pinned_snapshot(identifier, version, settings, role)


def is_of_same_unit(identifier: str) -> bool:
    """Whether a snapshot may stand beside the one that is shown. Raises as `pinned_snapshot`."""
    shown, other = _read_for(current_key()), _pinned_by(identifier)
    return freeze.is_of_same_unit(other, shown, current_source().name, app_settings())


def changes_since(day: date, identifier: str | None, aspect: Aspect) -> Changes:
    """What became different since another snapshot, as the viewer may see it.

    It is made from what was read, which stays here. Raises ReaderError when that cannot be read.
    """
    before = _read_for(_key_of(day)) if identifier is None else _pinned_by(identifier)
    return changes_for(before, _read_for(current_key()), aspect, access.current_role())


def current_freshness() -> Freshness:
    """When what is shown was read, and whether that still holds."""
    return freshness(current_source(), current_view().snapshot)


def current_key() -> ViewKey:
    """The key of what the filters ask for."""
    return _key_of(filters.chosen_date(current_source().dates))


def _key_of(day: date) -> ViewKey:
    source = current_source()
    return ViewKey(source.name, source.version(day), day, access.current_role())


def current_view() -> View:
    """What the filters ask for. Raises ReaderError when there is nothing to show."""
    key, (drawn_of, view) = current_key(), _view_of_this_run.get()
    if view is None or drawn_of != key:
        view = _view(key)
        _view_of_this_run.set((key, view))
    return view


def current_findings() -> tuple[Finding, ...]:
    """All problems and advice about the data of the view, worst first."""
    return _findings(current_key())


def snapshot_on(day: date) -> Snapshot:
    """The snapshot of another date of the same source."""
    return _snapshot(_key_of(day))


@st.cache_resource(max_entries=FINDINGS_KEPT, show_spinner=False, hash_funcs={ViewKey: repr})
def _findings(key: ViewKey) -> tuple[Finding, ...]:
    return tuple(findings(_snapshot(key)))


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False, hash_funcs={ViewKey: repr})
def _view(key: ViewKey) -> View:
    source = current_source()
    snapshot = _snapshot(key)
    items = items_of(snapshot)
    fulfilment, reform = items.of_aspect(Aspect.FULFILMENT), items.of_aspect(Aspect.REFORM)
    past = [each for each in source.dates if each <= key.day]
    led_here = history(snapshot, past, lambda each: _point(key.source, source.version(each), each))
    return View(
        snapshot=snapshot,
        items=fulfilment,
        total=figures(fulfilment),
        by_area=figures_by_area(fulfilment),
        reform_items=reform,
        reform=figures(reform),
        before=led_here.before.total if led_here.before else None,
        before_on=led_here.before.as_of if led_here.before else None,
        course=led_here.course,
    )


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False, hash_funcs={ViewKey: repr})
def _snapshot(key: ViewKey) -> Snapshot:
    """The one door from what was read to what is shown: each role gets what it may see."""
    return for_role(_read_for(key), key.role)


def _read_for(key: ViewKey) -> Snapshot:
    """As it was read, whoever looks: for this module only."""
    return _as_read(key.source, key.version, key.day)


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False)
def _as_read(name: str, version: str, day: date) -> Snapshot:
    del name, version  # only parts of the key: they change when what is read does
    return current_source().newest(day)


@st.cache_resource(max_entries=PINNED_KEPT, show_spinner=False, hash_funcs={AppSettings: hash})
def _pinned_snapshot(identifier: str, version: str, settings: AppSettings, role: Role) -> Snapshot:
    return for_role(_pinned_as_read(identifier, version, settings), role)


def _pinned_by(identifier: str) -> Snapshot:
    """As it was read, whoever looks: for this module only."""
    access.current_role()
    settings = app_settings()
    source = _frozen(identifier, settings.source, settings)
    return _pinned_as_read(identifier, source.version(source.dates[-1]), settings)


@st.cache_resource(max_entries=PINNED_KEPT, show_spinner=False, hash_funcs={AppSettings: hash})
def _pinned_as_read(identifier: str, version: str, settings: AppSettings) -> Snapshot:
    del version  # only a part of the key: it changes when what is read does
    return _frozen(identifier, settings.source, settings).newest()


@st.cache_resource(max_entries=POINTS_KEPT, show_spinner=False)
def _point(name: str, version: str, day: date) -> TrendPoint:
    """Small, so that the course need not keep the snapshots themselves; figures are everybody's."""
    del name, version  # only parts of the key: they change when what is read does
    return trend_point(current_source().newest(day))
