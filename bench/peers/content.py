"""The pages that every peer shows, made by the same functions as the dashboard's.

Cached for the process: no peer computes anything twice.
"""

from __future__ import annotations

from functools import cache, lru_cache

from bench.peers.ringkasan import ringkasan
from bench.peers.said import Headline, Page, Table
from bench.peers.spip import HEADING, spip_page
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import long_date
from zi_metrics.lke import Aspect
from zi_metrics.metrics.summary import items_of
from zi_metrics.metrics.trend import history, trend_point
from zi_metrics.sources.resolve import SHIPPED_SOURCES, Source, open_source
from zi_metrics.tables.snapshot import SAMPLE_SOURCE

__all__ = ["DEFAULT_SOURCE", "SOURCES", "Headline", "Page", "Table", "dates", "page"]

SOURCES, DEFAULT_SOURCE = SHIPPED_SOURCES, SAMPLE_SOURCE
RINGKASAN, SPIP = "", "spip"
"""The two pages, by their addresses."""
TITLES = {RINGKASAN: screen.RINGKASAN, SPIP: screen.SPIP}
HEADINGS = {RINGKASAN: screen.RINGKASAN, SPIP: HEADING}


@cache
def source_named(name: str) -> Source:
    """One of the shipped sources."""
    return open_source(name)


def dates(name: str) -> list[str]:
    """The dates of a source as its filter lists them, newest first."""
    return [long_date(day) for day in reversed(source_named(name).dates)]


@lru_cache(maxsize=64)
def page(slug: str, name: str, day: str) -> Page:
    """A page of a source as of a date of `dates`; of any other date as of the newest."""
    source = source_named(name)
    chosen = {long_date(each): each for each in source.dates}.get(day, source.dates[-1])
    snapshot = source.newest(chosen)
    items = items_of(snapshot)
    if slug == SPIP:
        return spip_page(snapshot, items.of_aspect(Aspect.FULFILMENT))
    past = [each for each in source.dates if each <= chosen]
    led_here = history(snapshot, past, lambda each: trend_point(source.newest(each)))
    return ringkasan(snapshot, items, led_here)
