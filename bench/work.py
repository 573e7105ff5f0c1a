"""What a run of the benchmark is made of: who takes part, how often, and where."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.apps import App, apps

LEAST_ROUNDS = 5
"""Of which a median says something."""


@dataclass(frozen=True)
class Work:
    """folder: for logs and homes, gone afterwards; before: another checkout of the dashboard."""

    rounds: int
    folder: Path
    apps: tuple[App, ...]

    @cached_property
    def chromium(self) -> str:
        """Of CHROMIUM, else the one on PATH."""
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        if path is None:
            raise SystemExit("No browser: set CHROMIUM, or use `make bench`.")
        return path

    @property
    def names(self) -> list[str]:
        """Everyone who takes part, the dashboard first."""
        return [app.name for app in self.apps]

    def say(self, doing: str) -> None:
        """What is being done now, for whoever waits."""
        print(f"  {doing}", file=sys.stderr, flush=True)


@contextmanager
def work_of(rounds: int, before: Path | None) -> Iterator[Work]:
    """A run in a folder of its own."""
    with TemporaryDirectory(prefix="zi-bench-") as folder:
        yield Work(rounds, Path(folder), tuple(apps(Path(folder), before)))
