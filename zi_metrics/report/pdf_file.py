"""The meeting pack on paper: A4, readable without colour, with all lists of items."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import typst

from zi_metrics.report.meeting import Meeting
from zi_metrics.report.pdf.encode import encoded
from zi_metrics.report.pdf.sections import paper
from zi_metrics.report.slides import Deck

TEMPLATE = Path(__file__).parent / "pdf" / "rapat.typ"
_FONTS = Path(__file__).parent / "fonts"


def pdf_file(meeting: Meeting, deck: Deck) -> bytes:
    """A tagged PDF, the same bytes for the same meeting: its date is the one the data was read at.

    deck: of that meeting. Every text of the data is set as it is, never as markup; letters that no
    font has are written as their code. Nothing is read but the templates and fonts beside this
    module.
    """
    content = json.dumps(encoded(paper(meeting, deck)))
    read_at = int(meeting.snapshot.provenance.read_at.timestamp())
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        format="pdf",
        font_paths=fonts(),
        sys_inputs={"paper": content},
        timestamp=read_at,
    )


@cache
def fonts() -> typst.Fonts:
    """Ours and those that come with typst, none of the system: the same pages on every machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[_FONTS])
