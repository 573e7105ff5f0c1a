"""How much is tried: little and the same every day; as much more as FUZZ says, at random."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, settings

from zi_metrics.errors import ReaderError

TIMES = int(os.environ.get("FUZZ", "1"))
SLOWEST_SECONDS = 20
"""Of work for one example, however busy the machine; what hangs or swells takes longer."""

Read = TypeVar("Read")


def bounded(examples: int) -> settings:
    """So many examples a day; found faults are made smaller only where there is time for it."""
    return settings(
        max_examples=examples * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if TIMES > 1 else [])],
        suppress_health_check=list(HealthCheck),
    )


def read_or_told(read: Callable[[], Read]) -> Read | None:
    """What was read; None where a person was told why not. Any other exception is our fault."""
    began = time.process_time()
    try:
        return read()
    except ReaderError as fault:
        for said in (fault.what, fault.where, fault.remedy):
            assert said.strip()
            assert "Traceback" not in said
            assert len(said) < 5000
        return None
    finally:
        assert time.process_time() - began < SLOWEST_SECONDS
