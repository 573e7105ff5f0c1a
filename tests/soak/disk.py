"""A disk for the snapshots that fills up and becomes read-only as a real one does."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SIZE = "8m"
FILLER = "penuh"
BLOCK = b"0" * 65536
WITHIN_SECONDS = 10


class Disk:
    """The folder of the snapshots; is_own: whether it is a file system of its own.

    Making one takes an administrator of Linux. Without, the disk is never full, and read-only means
    that the folder may not be written.
    """

    def __init__(self, folder: Path, *, is_own: bool) -> None:
        self.folder, self.is_own = folder, is_own

    def fill(self) -> None:
        """Leave not a byte."""
        with (self.folder / FILLER).open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(BLOCK)

    def free(self) -> None:
        (self.folder / FILLER).unlink(missing_ok=True)

    def close(self) -> None:
        """Let nobody write; waits for a file that is being written just now."""
        if self.is_own:
            _remount(self.folder, "ro")
        else:
            self._allow(0o500)

    def open(self) -> None:
        if self.is_own:
            _remount(self.folder, "rw")
        else:
            self._allow(0o700)

    def _allow(self, mode: int) -> None:
        for folder in [self.folder, *(each for each in self.folder.iterdir() if each.is_dir())]:
            folder.chmod(mode)


def _remount(folder: Path, how: str) -> None:
    end = time.monotonic() + WITHIN_SECONDS
    while subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=False).returncode:
        assert time.monotonic() < end, f"{folder} cannot be made {how}"
        time.sleep(0.05)  # a file is being written


@contextmanager
def disk(folder: Path) -> Iterator[Disk]:
    """A disk at a folder that is empty, as long as the block lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "zi", str(folder)]
    is_own = _is_root() and subprocess.run(mount, check=False, stderr=-3).returncode == 0
    made = Disk(folder, is_own=is_own)
    try:
        yield made
    finally:
        if is_own:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        else:
            made.open()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
