"""A process that follows a sheet, for tests that kill it in the middle of its work.

`python -m tests.sources.live_reader HOST KEY-FILE SHEET-ID ROOT`: for each line read, a fork of it
says its own process id and reads the sheet again and again, half a day later each time, naming the
moment of each reading once it is stored, until it is killed; then `gone` is said.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.sources.sheets import SOON, Clock, kept_in
from zi_metrics.sources.google_sheet import GoogleSheet, SheetAccess
from zi_metrics.sources.live import LiveSheet
from zi_metrics.tables.contracts import assert_kept

KEEP_DAYS = 4
WARMED_UP = (assert_kept,)
"""Imported here, once, and not in every fork."""


def read_until_killed(host: str, key_file: str, spreadsheet_id: str, root: str) -> None:
    key = json.loads(Path(key_file).read_text("utf-8"))
    address = f"https://docs.google.com/spreadsheets/d/{spreadsheet_id}/edit"
    access = SheetAccess(address, key, host)
    clock = Clock()
    for _ in sys.stdin:
        clock.advance(days=1)
        if child := os.fork():
            os.waitpid(child, 0)
            say("gone")
            continue
        say(str(os.getpid()))
        kept = kept_in(Path(root), spreadsheet_id, KEEP_DAYS)
        sheet = LiveSheet(GoogleSheet(access), kept, clock=clock, interval=SOON)
        while True:
            state = sheet.refresh()
            assert state.is_current, state.fault or state.losses
            assert state.unsaved is None, state.unsaved
            say(clock().isoformat())
            clock.advance(hours=13)


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    read_until_killed(*sys.argv[1:])
