"""Source `contoh`: the sample that ships with the program; everything in it is invented.

Made by `python -m scripts.sample`: five dated snapshots of one assessed year.
"""

from __future__ import annotations

from zi_metrics.settings import DATA_DIR
from zi_metrics.sources.store import SnapshotStore

SAMPLE_DIR = DATA_DIR / "contoh"


def sample_store() -> SnapshotStore:
    """The sample's snapshots."""
    return SnapshotStore(SAMPLE_DIR)
