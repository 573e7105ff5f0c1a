"""From where a store is to the place that its snapshots lie in."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from zi_metrics.sources.disk import Disk
from zi_metrics.sources.shelf import Shelf
from zi_metrics.store_uri import StoreRoot, StoreUri


def shelf_of(root: StoreRoot) -> Shelf:
    """The place; it need not exist, and nothing is asked of it yet."""
    return Disk(root) if isinstance(root, Path) else _bucket(root)


@lru_cache(maxsize=8)  # one for all viewers: they share what was seen and read
def _bucket(root: StoreUri) -> Shelf:
    # imported here: most run on a folder
    from zi_metrics.sources.bucket import Bucket

    return Bucket(root)


def is_same(one: StoreRoot, other: StoreRoot) -> bool:
    """Whether two stores are in the same place."""
    if isinstance(one, Path) and isinstance(other, Path):
        return one.resolve() == other.resolve()
    return one == other
