"""The component: what of it runs in the browser, and how a chart reaches it.

Its script and Plotly are files of the server (`pages/_frame/static/`), each asked for once and kept
by the browser; with a chart goes only what is to be drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from pages._frame.static_files import address_of
from zi_metrics.labels import board as words

Path = tuple[str | int, ...]
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
_LOADER: Final = f"""
const words = {json.dumps(_TOLD)};
const address = new URL("./app/static/{address_of(SCRIPT)}", document.baseURI).href;
const board = import(address).catch(() => null);
export default async (chart) => {{
  const found = await board;
  if (found) return found.draw(chart, words);
  const said = Object.assign(document.createElement("p"), {{ className: "zi-empty" }});
  said.textContent = words.notDrawn;
  chart.parentElement.replaceChildren(said);
}};
"""
"""The same for every chart, so that the browser reads it once."""

_board: ComponentRenderer = st.components.v2.component(
    "papan_gambar", js=_LOADER, isolate_styles=False
)


def told(title: str, alt: str, light: str, dark: str) -> bytes:
    """A chart as it is sent: its name, its sentence, and what Plotly draws in either mode.

    light, dark: as Plotly's JSON. Only what differs is sent of the second one.
    """
    spec, other = json.loads(light), json.loads(dark)
    chart = {"title": title, "alt": alt, "spec": spec, "dark": list(differences(spec, other))}
    return json.dumps(chart, ensure_ascii=False, separators=(",", ":")).encode()


def differences(one: Any, other: Any, *path: str | int) -> Iterator[tuple[Path, Any]]:
    """Where two values of one shape differ, and what stands there in the other."""
    if isinstance(one, dict) and one.keys() == other.keys():
        for key in one:
            yield from differences(one[key], other[key], *path, key)
    elif isinstance(one, list) and len(one) == len(other):
        for at, (each, its) in enumerate(zip(one, other, strict=True)):
            yield from differences(each, its, *path, at)
    elif one != other:
        yield path, other


def show(name: str, chart: bytes, height: int) -> None:
    """A chart in its place.

    name: the same for the same chart, whatever it shows. chart: made by `told`. height: pixels,
    kept free from the beginning.
    """
    _board(key=f"gambar-{name}", data=chart, height=height)
