"""What every chapter of the minutes has: lists of limited length, and blanks to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_metrics.labels import memo as memo_text
from zi_metrics.labels import minutes as text

MOST_ITEMS = 10
"""Of one list; the workbook and the print hold them all."""
BLANKS = 3


def listed(title: str, entries: Sequence[str]) -> Iterator[str]:
    """A list of items without their links, which stand in the memos, the workbook and the print."""
    if not entries:
        return
    yield text.heading(title, len(entries))
    for entry in entries[:MOST_ITEMS]:
        yield entry.partition("\n")[0]
    if len(entries) > MOST_ITEMS:
        yield memo_text.others(len(entries) - MOST_ITEMS)


def blanks() -> Iterator[str]:
    """Room for what was said and decided."""
    yield text.DISCUSSED
    yield text.subject(text.DECISIONS)
    for number in range(1, BLANKS + 1):
        yield from text.decision(number)
