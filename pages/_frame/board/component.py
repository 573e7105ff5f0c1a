"""The component: what of it runs in the browser, and how a chart reaches it.

Its script and Plotly are files of the server (`pages/_frame/static/`), each asked for once and kept
by the browser; with a chart goes only what is to be drawn.
"""

from __future__ import annotations

import json
from typing import Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from pages._frame.static_files import address_of
from zi_metrics.labels import board as words

PLOTLY: Final = "plotly-basic-4.1.1.min.js"
"""Of npm's plotly.js-basic-dist-min: bars and lines, all that the charts are made of."""
SCRIPT: Final = "board.js"

_TOLD: Final = {
    "library": address_of(PLOTLY),
    "fullScreen": words.FULL_SCREEN,
    "leaveFullScreen": words.LEAVE_FULL_SCREEN,
    "notDrawn": words.NOT_DRAWN,
    "locale": words.plotly_locale(),
}
_LOADER: Final = (
    f"const board = import(new URL('./app/static/{address_of(SCRIPT)}', document.baseURI).href);\n"
    f"const words = {json.dumps(_TOLD)};\n"
    "export default async (place) => (await board).draw(place, words);\n"
)

_board: ComponentRenderer = st.components.v2.component(
    "papan_gambar", js=_LOADER, isolate_styles=False
)


def told(title: str, alt: str, spec: str) -> bytes:
    """A chart as it is sent: its name, its sentence, and what Plotly draws, as JSON text."""
    return f'{{"title":{json.dumps(title)},"alt":{json.dumps(alt)},"spec":{spec}}}'.encode()


def show(name: str, chart: bytes, height: int) -> None:
    """A chart in its place.

    name: the same for the same chart, whatever it shows. chart: made by `told`. height: pixels,
    kept free from the beginning.
    """
    _board(key=f"gambar-{name}", data=chart, height=height)
