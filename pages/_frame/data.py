"""From the filters to what a page shows: one cached view of one snapshot."""

from __future__ import annotations

from contextvars import ContextVar
from datetime import date

import streamlit as st

from pages._frame import access, as_read, filters, pinned
from pages._frame.configured import app_settings
from pages._frame.view import View, ViewKey
from zi_metrics.access import Role
from zi_metrics.errors import NotSignedIn
from zi_metrics.lke import Aspect
from zi_metrics.metrics.changes import Changes
from zi_metrics.metrics.data_quality import Finding, findings
from zi_metrics.metrics.summary import figures, figures_by_area, items_of
from zi_metrics.metrics.trend import history
from zi_metrics.metrics.withheld_changes import changes_for
from zi_metrics.settings import DEFAULT_SOURCE, AppSettings
from zi_metrics.sources import freeze
from zi_metrics.sources.freshness import Freshness, freshness
from zi_metrics.sources.resolve import Frozen, Source
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.withheld import for_role

VIEWS_KEPT = 32
FINDINGS_KEPT = 8


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
            source = as_read.pinned_source(identifier, settings)
        else:
            name = settings.source or filters.chosen_source() or DEFAULT_SOURCE
            source = as_read.opened(name, settings)
        if source.live is not None:
            source.live.start()
        _of_this_run.set(source)
    return source


def frozen() -> Frozen | None:
    """The snapshot that everything on screen is pinned to; None where the data may move on."""
    return current_source().frozen


def pins() -> tuple[Frozen, ...]:
    """The pinned snapshots of the source that is shown, newest first."""
    unit_id = _read(current_key()).provenance.unit_id
    return freeze.pins(current_source().name, app_settings(), unit_id)


def pinned_snapshot(key: ViewKey, identifier: str) -> Snapshot:
    """Another snapshot by its identifier, as the role of the key may see it.

    Of whatever source may be shown here. Raises SnapshotNotFound, and SnapshotDamaged.
    """
    access.current_role()
    return _pinned(as_read.pinned_key(identifier), key.role)


def is_of_same_unit(identifier: str) -> bool:
    """Whether a snapshot may stand beside the one that is shown. Raises as `pinned_snapshot`."""
    shown, other = _read(current_key()), as_read.pinned(as_read.pinned_key(identifier))
    return freeze.is_of_same_unit(other, shown, current_source().name, app_settings())


def changes_since(key: ViewKey, day: date, identifier: str | None, aspect: Aspect) -> Changes:
    """What became different since another snapshot, as the role of the key may see it.

    It is made from what was read, which stays here. Raises ReaderError when that cannot be read.
    """
    access.current_role()
    if identifier is None:
        before = _read(_on(key, day))
    else:
        before = as_read.pinned(as_read.pinned_key(identifier))
    return changes_for(before, _read(key), aspect, key.role)


def current_freshness() -> Freshness:
    """When what is shown was read, and whether that still holds."""
    return freshness(current_source(), current_view().snapshot)


def current_key() -> ViewKey:
    """The key of what the filters ask for."""
    source, role = current_source(), access.current_role()
    day = filters.chosen_date(source.dates)
    return ViewKey(source.name, source.version(day), day, role)


def _on(key: ViewKey, day: date) -> ViewKey:
    """Another date of the same source, for the same role."""
    return key._replace(version=_source().version(day), day=day)


def current_view() -> View:
    """What the filters ask for. Raises ReaderError when there is nothing to show."""
    return view_of(current_key())


def view_of(key: ViewKey) -> View:
    """What a key of this run names, as its role may see it.

    Whatever is kept under a key is made from this: who looks may be somebody else by now.
    """
    access.current_role()
    drawn_of, view = _view_of_this_run.get()
    if view is None or drawn_of != key:
        view = _view(key)
        _view_of_this_run.set((key, view))
    return view


def prepare() -> View:
    """The view that the first one to come will get, made before anybody comes.

    Only where everybody may see it: raises NotSignedIn elsewhere, and ReaderError when there is
    nothing to show.
    """
    if access.current_rules() is not None:
        raise NotSignedIn
    settings = app_settings()
    source = as_read.opened(settings.source or DEFAULT_SOURCE, settings)
    _of_this_run.set(source)
    day = source.dates[-1]
    return _view(ViewKey(source.name, source.version(day), day, Role.INTERNAL))


def current_findings() -> tuple[Finding, ...]:
    """All problems and advice about the data of the view, worst first."""
    return _findings(current_key())


def snapshot_on(key: ViewKey, day: date) -> Snapshot:
    """The snapshot of another date of the same source, as the role of the key may see it."""
    access.current_role()
    return _snapshot(_on(key, day))


def _source() -> Source:
    """The source of this run, of which there are keys only once somebody was let in."""
    return _of_this_run.get() or current_source()


@st.cache_resource(max_entries=FINDINGS_KEPT, show_spinner=False, hash_funcs={ViewKey: repr})
def _findings(key: ViewKey) -> tuple[Finding, ...]:
    return tuple(findings(_snapshot(key)))


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False, hash_funcs={ViewKey: repr})
def _view(key: ViewKey) -> View:
    source = _source()
    snapshot = _snapshot(key)
    items = items_of(snapshot)
    fulfilment, reform = items.of_aspect(Aspect.FULFILMENT), items.of_aspect(Aspect.REFORM)
    past = [each for each in source.dates if each <= key.day]
    led_here = history(snapshot, past, lambda each: as_read.point(each, source))
    return View(
        key=key,
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
    return for_role(_read(key), key.role)


def _read(key: ViewKey) -> Snapshot:
    """As it was read, whoever looks: for this module only."""
    return as_read.snapshot(key, _source())


@st.cache_resource(
    max_entries=as_read.PINNED_KEPT, show_spinner=False, hash_funcs={AppSettings: hash}
)
def _pinned(key: as_read.PinnedKey, role: Role) -> Snapshot:
    return for_role(as_read.pinned(key), role)
