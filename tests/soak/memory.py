"""How much memory a process holds, from Linux's own account of it."""

from __future__ import annotations

from pathlib import Path


def resident_mb(pid: int) -> float:
    """Megabytes of a process that are in memory now."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
