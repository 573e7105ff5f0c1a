"""Known holes in what the dashboard is built from: `make audit`.

Exit status 1 when one is found; 0 when none is, or when nobody could be asked, which is said aloud.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

LOCK = Path(__file__).parents[1] / "requirements.txt"
SECONDS = 120
PROGRAM = (
    *(sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--require-hashes"),
    *("--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off"),
    *("--timeout", "10"),
)


class Verdict(NamedTuple):
    """What is said, and the exit status."""

    said: str
    status: int


def main() -> int:
    """Ask the database about every package of the lock, for at most two minutes."""
    try:
        asked = subprocess.run(
            PROGRAM, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        found = skipped(f"no answer within {SECONDS} seconds")
    else:
        found = verdict(asked.stdout, asked.stderr)
    print(found.said)
    return found.status


def verdict(answer: str, complaint: str) -> Verdict:
    """What pip-audit's answer means."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        lines = complaint.strip().splitlines() or ["pip-audit said nothing"]
        return skipped(lines[-1])
    holes = [
        f"  {package['name']} {package['version']}: {hole['id']}, mended in "
        f"{', '.join(hole['fix_versions']) or 'no version yet'}"
        for package in packages
        for hole in package.get("vulns", ())
    ]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if holes:
        return Verdict("\n".join(["AUDIT FAILED: known holes in", *holes]), 1)
    if unknown or not packages:
        return skipped(f"{len(unknown)} of {len(packages)} packages could not be looked up")
    return Verdict(f"Audited {len(packages)} packages: no known hole.", 0)


def skipped(why: str) -> Verdict:
    """Nobody can tell; that is no fault of the code."""
    return Verdict(f"SKIPPED: the audit of the dependencies ({why}).", 0)


if __name__ == "__main__":
    sys.exit(main())
