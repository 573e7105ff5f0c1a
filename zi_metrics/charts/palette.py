"""Colours: Okabe-Ito fills for states, the same in both modes; lines and text follow the mode."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zi_metrics.labels.readiness import UNREADABLE
from zi_metrics.lke import Aspect
from zi_metrics.lke.predicates import Standing
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.spip import SpipState
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus

_BLUE, _GREEN, _AMBER, _SKY = "#0072B2", "#009E73", "#E69F00", "#56B4E9"
_VERMILION, _SLATE, _PINK, _PALE = "#D55E00", "#5D6873", "#CC79A7", "#D5DBE1"
_DARK_TEXT, _LIGHT_TEXT = "#11171D", "#FFFFFF"

FILL: dict[str, str] = {
    EvidenceStatus.VERIFIED: _BLUE,
    EvidenceStatus.AVAILABLE: _GREEN,
    EvidenceStatus.TO_REVISE: _AMBER,
    EvidenceStatus.IN_DRAFT: _SKY,
    EvidenceStatus.ABSENT: _VERMILION,
    EvidenceStatus.IRRELEVANT: _SLATE,
    EvidenceStatus.UNRECOGNISED: _PINK,
    FollowUpStatus.DONE: _GREEN,
    FollowUpStatus.IN_PROGRESS: _SKY,
    FollowUpStatus.NOT_STARTED: _VERMILION,
    FollowUpStatus.IMPOSSIBLE: _SLATE,
    IndicatorState.COMPLETE: _GREEN,
    IndicatorState.PARTIAL: _SKY,
    IndicatorState.EMPTY: _VERMILION,
    IndicatorState.WITHOUT_EVIDENCE: _PALE,
    IndicatorState.IRRELEVANT: _SLATE,
    SpipState.ON_TIME: _GREEN,
    SpipState.LATE: _AMBER,
    SpipState.MISSING: _VERMILION,
    SpipState.NOT_DUE: _SKY,
    SpipState.NOT_REQUIRED: _SLATE,
    Severity.ERROR: _VERMILION,
    Severity.WARNING: _AMBER,
    Severity.ADVICE: _SKY,
    Standing.MET: _GREEN,
    Standing.UNMET: _VERMILION,
    Standing.UNKNOWN: _PALE,
    UNREADABLE: _PINK,
    Aspect.FULFILMENT: _BLUE,
    Aspect.REFORM: _SKY,
}

ENOUGH, TOO_LITTLE = _BLUE, _VERMILION
"""Bars that reach a minimum, and bars that end before it."""


def text_on(fill: str) -> str:
    """The text colour with enough contrast (4.5:1) on a fill."""
    return _LIGHT_TEXT if fill in (_BLUE, _SLATE) else _DARK_TEXT


class Mode(StrEnum):
    """The viewer's colour mode."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Ink:
    """Colours of what is drawn rather than filled: text, faint lines, the one accent, the page."""

    text: str
    faint: str
    accent: str
    page: str


INK = {
    Mode.LIGHT: Ink(text="#1B232B", faint="#D5DBE1", accent=_BLUE, page="#FFFFFF"),
    Mode.DARK: Ink(text="#E8EDF2", faint="#35414D", accent=_SKY, page="#11171D"),
}
