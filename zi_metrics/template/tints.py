"""Colours of the template: light tints of the states' own colours, under dark text."""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus

# The same as on screen (a test holds them together): charts stand beside this package, not below.
STATE_COLOURS: Mapping[str, str] = {
    EvidenceStatus.VERIFIED: "#0072B2",
    EvidenceStatus.AVAILABLE: "#009E73",
    EvidenceStatus.TO_REVISE: "#E69F00",
    EvidenceStatus.IN_DRAFT: "#56B4E9",
    EvidenceStatus.ABSENT: "#D55E00",
    EvidenceStatus.IRRELEVANT: "#5D6873",
    FollowUpStatus.DONE: "#009E73",
    FollowUpStatus.IN_PROGRESS: "#56B4E9",
    FollowUpStatus.NOT_STARTED: "#D55E00",
    FollowUpStatus.IMPOSSIBLE: "#5D6873",
}
MISSING = "#F5D999"
HEADER, HEADER_OF_INFORMATION, HEADER_TEXT = "#0072B2", "#5D6873", "#FFFFFF"
TEXT = "#11171D"
HEADING, MUTED = "#DCEBF5", "#E8EAED"

_SHARE = 0.3
"""How much of a colour is left in its tint; tints still differ, and dark text reads on each."""


def tint(colour: str) -> str:
    """A colour thinned with white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - _SHARE * (255 - part)):02X}" for part in parts)
