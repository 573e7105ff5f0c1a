"""The deck as a PowerPoint file: the slides of the screen, with charts that can be edited."""

from __future__ import annotations

from io import BytesIO

from zi_metrics.report.pptx.notes import add_notes
from zi_metrics.report.pptx.pages import add_cover, add_page
from zi_metrics.report.pptx.template import new_presentation
from zi_metrics.report.pptx.texts import told
from zi_metrics.report.slides import Deck


def pptx_file(deck: Deck) -> bytes:
    """A .pptx of the cover and every slide, in order and in the words of the deck."""
    presentation = new_presentation()
    properties = presentation.core_properties
    properties.title = told(f"{deck.cover.title} – {deck.cover.unit}")[:255]
    properties.subject = told(deck.stamp)[:255]
    properties.author = told(deck.cover.unit)[:255]
    properties.language = "id-ID"
    add_cover(presentation, deck)
    for slide in deck.slides:
        add_notes(add_page(presentation, slide, deck), slide)
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()
