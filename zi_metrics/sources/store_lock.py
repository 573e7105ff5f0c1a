"""One change of a store at a time, whichever process makes it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_of_this_process = threading.Lock()


@contextmanager
def changing(root: Path) -> Iterator[None]:
    """Wait until nobody else changes the store, and have the others wait meanwhile.

    root: its folder; made if need be. Where the system or the file system has no such locks, only
    this process is kept waiting. A process that is killed lets go. Raises OSError when the folder
    can be neither made nor opened.
    """
    root.mkdir(parents=True, exist_ok=True)
    with _of_this_process:
        if sys.platform == "win32":
            yield
            return
        handle = os.open(root, os.O_RDONLY)  # the folder itself: no file of ours lies about in it
        try:
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)
