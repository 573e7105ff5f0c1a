"""Two replicas on one bucket, each with its own door to it and its own memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.object_store.fixtures import address
from tests.object_store.gate import Gate
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.store_uri import StoreUri

SOON_SECONDS = 20
"""Long enough for a busy machine; what is waited for comes within two."""


@dataclass(frozen=True)
class Replicas:
    """One asks the server itself, the other through the gate."""

    direct: StoreUri
    gated: StoreUri
    gate: Gate

    @property
    def one(self) -> SnapshotStore:
        return SnapshotStore(self.direct)

    @property
    def other(self) -> SnapshotStore:
        return SnapshotStore(self.gated)


def replicas_of(server: tuple[str, int], gate: Gate, bucket: str) -> Replicas:
    return Replicas(address(server, bucket), address(gate.address, bucket), gate)


def wait_until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + SOON_SECONDS
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def wait_until_settled(store: SnapshotStore) -> None:
    """Until every manifest was seen after the second in which it was put."""
    wait_until(lambda: not any(stamp and stamp[-1] for *_, stamp in store.seen("manifest.json")))
