"""Ringkasan and SPIP in Dash: `python -m bench.peers.dash_app PORT`.

One layout that holds the first page already, callbacks that change only what a choice changes,
figures made once, links that load nothing anew. One process behind Flask's threaded server; text
is compressed as `Dash(compress=True)` would do it with one more package, files only once.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

import brotli
from dash import MATCH, Dash, Input, Output, State, no_update, set_props
from flask import Response, request

from bench.peers import content
from bench.peers.dash_layout import body, layout, parts
from zi_metrics.labels import screen

STYLE = """<style>
body { font-family: "DejaVu Sans", sans-serif; margin: 1rem; }
.row { display: flex; gap: 1.5rem; } .wide, .narrow { min-width: 0; flex: 1; } .wide { flex: 2; }
.card { border: 1px solid #d5dbe1; padding: .5rem; flex: 1; } .choice { width: 16rem; }
.scroll { overflow-x: auto; } .away { display: none; } table { font-size: .8rem; }
</style>"""
FILES, SHORTEST, QUICK, THOROUGH = "/_dash-component-suites/", 500, 4, 9

app = Dash(__name__, title=screen.APP, update_title="", suppress_callback_exceptions=True)
app.index_string = app.index_string.replace("{%css%}", f"{{%css%}}{STYLE}")
app.layout = layout


@app.callback(
    Output("isi", "children"),
    Output("halaman", "data"),
    Input("alamat", "pathname"),
    State("halaman", "data"),
    State("sumber", "value"),
    State("per", "value"),
    prevent_initial_call=True,
)
def turn(pathname: str, shown: str, source: str, day: str) -> tuple[Any, Any]:
    """Another page."""
    slug = pathname.strip("/")
    return (no_update, no_update) if slug == shown else (body(slug, source, day), slug)


@app.callback(
    Input("per", "value"),
    State("sumber", "value"),
    State("halaman", "data"),
    prevent_initial_call=True,
)
def choose_date(day: str, source: str, slug: str) -> None:
    """Another date: only what it changes."""
    for name, properties in parts(slug, source, day).items():
        set_props(name, properties)


@app.callback(
    Output("per", "options"),
    Output("per", "value"),
    Input("sumber", "value"),
    prevent_initial_call=True,
)
def choose_source(source: str) -> tuple[list[str], str]:
    """Another source: its newest date."""
    days = content.dates(source)
    return days, days[0]


@app.callback(
    Output({"berkas": MATCH}, "data"),
    Input({"unduh": MATCH}, "n_clicks"),
    State({"unduh": MATCH}, "id"),
    State("sumber", "value"),
    State("per", "value"),
    prevent_initial_call=True,
)
def download(_presses: int, pressed: dict[str, str], source: str, day: str) -> Any:
    """A table with all its rows."""
    tables = content.page(content.RINGKASAN, source, day).tables
    name = pressed["unduh"]
    (file,) = (each.file for each in tables if each.name == name and each.file is not None)
    return {"content": file.to_csv(index=False), "filename": f"{name}.csv"}


_files: dict[str, bytes] = {}


@app.server.after_request
def compressed(answer: Response) -> Response:
    """Brotli for whoever takes it; a file of Dash's own is compressed once."""
    takes = "br" in request.headers.get("Accept-Encoding", "")
    if not takes or answer.status_code != 200:
        return answer
    answer.direct_passthrough = False
    plain = answer.get_data()
    if len(plain) < SHORTEST:
        return answer
    if request.path.startswith(FILES):
        if request.path not in _files:
            _files[request.path] = brotli.compress(plain, quality=THOROUGH)
        answer.set_data(_files[request.path])
    else:
        answer.set_data(brotli.compress(plain, quality=QUICK))
    answer.headers["Content-Encoding"] = "br"
    return answer


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)
