"""Where and what was measured, so that a table of medians can be read later."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("streamlit", "dash", "plotly", "pandas", "playwright")


def machine(root: Path, before: Path | None, rounds: int) -> Mapping[str, object]:
    """Day, size, versions and commits; load: processes that wanted to run when it began."""
    return {
        "on": datetime.now(UTC).date().isoformat(),
        "rounds": rounds,
        "processors": os.cpu_count(),
        "load at the start": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        **{package: version(package) for package in PACKAGES},
        "commit": _commit(root),
    } | ({"before": _commit(before)} if before else {})


def _commit(root: Path) -> str:
    """Short name of a checkout's commit, and whether files differ from it."""
    asked = ("git", "-C", str(root))
    name = _said(*asked, "rev-parse", "--short", "HEAD")
    changed = _said(*asked, "status", "--porcelain", "--untracked-files=no")
    return f"{name} and changes" if changed else name or "unknown"


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip()
