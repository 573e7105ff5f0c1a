"""Reads a minute that one account may do."""

from __future__ import annotations

import threading
from collections import defaultdict, deque

WINDOW_SECONDS = 60


class Quota:
    """At most `reads_a_minute` reads of an account in any 60 seconds; None = no limit."""

    def __init__(self, reads_a_minute: int | None) -> None:
        self.reads_a_minute = reads_a_minute
        self._lock = threading.Lock()
        self._reads: defaultdict[str, deque[float]] = defaultdict(deque)

    def allows(self, email: str, now: float) -> bool:
        """Count a read, unless it is one too many."""
        if self.reads_a_minute is None:
            return True
        with self._lock:
            reads = self._reads[email]
            while reads and reads[0] <= now - WINDOW_SECONDS:
                reads.popleft()
            if len(reads) >= self.reads_a_minute:
                return False
            reads.append(now)
            return True
