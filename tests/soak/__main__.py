"""`python -m tests.soak`: the long soak, with its figures on standard output."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.soak.run import Outcome, Plan, soak

MAY_NOT_BE = ("wrong", "blank", "late", "lost")


def main() -> int:
    """Run one soak; 1 when anything was found that may not be."""
    asked = _arguments()
    plan = Plan(asked.viewers, asked.seconds, asked.trouble_seconds, is_short=asked.short)
    with tempfile.TemporaryDirectory() as folder, soak(Path(folder), plan) as prepared:
        told = told_of(plan, asyncio.run(prepared.run()))
    sys.stdout.write(json.dumps(told, indent=2) + "\n")
    return 1 if any(told[name] for name in MAY_NOT_BE) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--viewers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--trouble-seconds", type=float, default=15)
    parser.add_argument("--short", action="store_true", help="each trouble once, several at a time")
    return parser.parse_args()


def told_of(plan: Plan, found: Outcome) -> dict[str, object]:
    """An outcome as figures; what may not be comes as lists of sentences."""
    ledger, memory = found.ledger, found.memory
    return {
        "viewers": plan.viewers,
        "seconds": round(found.seconds),
        "edits": found.edits,
        "server_starts": found.starts,
        "disk_of_its_own": found.has_own_disk,
        "pages_drawn": ledger.drawn,
        "looks_of_a_browser": ledger.looks,
        "pages_with_a_fault_in_place_of_figures": ledger.faults_told,
        "wrong": ledger.wrong,
        "blank": ledger.blank,
        "late": ledger.late,
        "lost": found.lost,
        "longest_behind_seconds": round(ledger.oldest, 1),
        "recovered_after_seconds": {
            name: {"median": round(median(each), 1), "most": round(max(each), 1)}
            for name, each in found.recovered.items()
        },
        "memory_mb": {
            "first": round(median(memory[: len(memory) // 4 or 1])),
            "last": round(median(memory[-(len(memory) // 4 or 1) :])),
            "most": round(max(memory)),
        }
        if memory
        else None,
    }


if __name__ == "__main__":
    sys.exit(main())
