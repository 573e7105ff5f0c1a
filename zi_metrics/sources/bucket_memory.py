"""What a process remembers of an object store."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Mapping

from zi_metrics.sources.shelf import Stamp

FRESH_SECONDS = 2


class Fresh:
    """Objects that may be replaced once more within the second that their time tells.

    A store may tell whole seconds: what was read in such a second is read once again after it.
    """

    def __init__(self) -> None:
        self._first_seen: dict[tuple[str, Stamp], float] = {}

    def among(self, found: Mapping[str, Stamp]) -> set[str]:
        """Paths of those that were put last, and seen for the first time just now."""
        now, newest = time.monotonic(), max((stamp[1] for stamp in found.values()), default=0)
        late = {each for each in found.items() if each[1][1] > newest - FRESH_SECONDS * 10**9}
        self._first_seen = {each: self._first_seen.get(each, now) for each in late}
        return {path for (path, _), seen in self._first_seen.items() if now < seen + FRESH_SECONDS}


class Kept:
    """Contents that were read, the least used of them forgotten when there are too many bytes."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._contents: OrderedDict[object, bytes] = OrderedDict()
        self._changing = threading.Lock()

    def get(self, key: object) -> bytes | None:
        """None for what was never put, or is forgotten."""
        with self._changing:
            if key in self._contents:
                self._contents.move_to_end(key)
            return self._contents.get(key)

    def put(self, key: object, content: bytes) -> None:
        """Remember one more."""
        with self._changing:
            self._size += len(content) - len(self._contents.pop(key, b""))
            self._contents[key] = content
            while self._size > self._most:
                self._size -= len(self._contents.popitem(last=False)[1])
