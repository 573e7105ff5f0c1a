"""Sources and snapshots as they were read, whoever looks: for `data.py`, which is the door.

Each is kept once for all roles.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import streamlit as st

from pages._frame.configured import app_settings
from pages._frame.view import ViewKey
from zi_metrics.metrics.trend import TrendPoint, trend_point
from zi_metrics.settings import AppSettings
from zi_metrics.sources import freeze
from zi_metrics.sources.resolve import Source, open_source
from zi_metrics.tables.snapshot import Snapshot

SNAPSHOTS_KEPT = 32
PINNED_KEPT = 8
POINTS_KEPT = 1024
SOURCE_SECONDS = 1


class PinnedKey(NamedTuple):
    """All that changes what a pinned snapshot is; version: of its source then."""

    identifier: str
    version: str
    settings: AppSettings


@st.cache_resource(
    max_entries=8, ttl=SOURCE_SECONDS, show_spinner=False, hash_funcs={AppSettings: hash}
)
def opened(name: str, settings: AppSettings) -> Source:
    """A source is looked at once for all that a page asks of it, and again soon after."""
    return open_source(name, settings)


@st.cache_resource(
    max_entries=8, ttl=SOURCE_SECONDS, show_spinner=False, hash_funcs={AppSettings: hash}
)
def pinned_source(identifier: str, settings: AppSettings) -> Source:
    """The configured source as it was then. Raises SnapshotNotFound, and SnapshotDamaged."""
    return freeze.frozen_source(identifier, settings.source, settings)


def snapshot(key: ViewKey, source: Source) -> Snapshot:
    """What a key names; its role changes nothing here. source: the one the key is of."""
    return _snapshot(key.source, key.version, key.day, source)


@st.cache_resource(max_entries=SNAPSHOTS_KEPT, show_spinner=False)
def _snapshot(name: str, version: str, day: date, _source: Source) -> Snapshot:
    del name, version  # only parts of the key: they change when what is read does
    return _source.newest(day)


def point(day: date, source: Source) -> TrendPoint:
    """What the course keeps of a day."""
    return _point(source.name, source.version(day), day, source)


@st.cache_resource(max_entries=POINTS_KEPT, show_spinner=False)
def _point(name: str, version: str, day: date, _source: Source) -> TrendPoint:
    """Small, so that the course need not keep the snapshots themselves; figures are everybody's."""
    del name, version  # only parts of the key: they change when what is read does
    return trend_point(_source.newest(day))


def pinned_key(identifier: str) -> PinnedKey:
    """The key of a snapshot by its identifier. Raises as `pinned_source`."""
    settings = app_settings()
    source = pinned_source(identifier, settings)
    return PinnedKey(identifier, source.version(source.dates[-1]), settings)


@st.cache_resource(max_entries=PINNED_KEPT, show_spinner=False, hash_funcs={AppSettings: hash})
def pinned(key: PinnedKey) -> Snapshot:
    """What a key of a pinned snapshot names."""
    return pinned_source(key.identifier, key.settings).newest()
