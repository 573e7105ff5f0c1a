"""Ringkasan and SPIP in Dash: `python -m bench.peers.dash_app PORT`.

One layout that holds the first page already, callbacks that change only what a choice changes,
figures made once, links that load nothing anew. One process behind Flask's threaded server; text
is compressed as `Dash(compress=True)` would do it with one more package, files only once.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import brotli
import pandas as pd
from dash import MATCH, Dash, Input, Output, State, dcc, html, no_update, set_props
from flask import Response, request

from bench.peers import content
from zi_metrics.charts.palette import Mode
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import screen

STYLE = """<style>
body { font-family: "DejaVu Sans", sans-serif; margin: 1rem; }
.row { display: flex; gap: 1.5rem; } .wide { flex: 2; min-width: 0; } .narrow { flex: 1; min-width: 0; }
.card { border: 1px solid #d5dbe1; padding: .5rem; flex: 1; } .choice { width: 16rem; }
.scroll { overflow-x: auto; } .away { display: none; } table { font-size: .8rem; }
</style>"""
CHARTS = {content.RINGKASAN: 2, content.SPIP: 1}
"""Most charts of each page."""
PLAIN = {"displayModeBar": False, "responsive": True}
FILES, SHORTEST, QUICK, THOROUGH = "/_dash-component-suites/", 500, 4, 9

Parts = dict[str, dict[str, Any]]
"""Properties of components by their ids: all that a choice changes on a page."""

app = Dash(__name__, title=screen.APP, update_title="", suppress_callback_exceptions=True)
app.index_string = app.index_string.replace("{%css%}", f"{{%css%}}{STYLE}")


@lru_cache(maxsize=64)
def parts(slug: str, source: str, day: str) -> Parts:
    """What stands in the places of a page."""
    page = content.page(slug, source, day)
    found: Parts = {
        "judul": {"children": page.heading},
        "pembuka": {"children": page.lead},
        "angka": {"children": [_card(each) for each in page.headlines]},
        "penutup": {"children": page.closing},
    }
    for number in range(CHARTS[slug]):
        found |= dict(_chart(number, *page.charts[number : number + 1]))
    for shown in page.tables:
        found |= {
            f"tabel-{shown.name}": {"children": _grid(shown.rows)},
            f"catatan-{shown.name}": {"children": shown.remark},
        }
    return found


def _card(headline: content.Headline) -> html.Div:
    inner = [html.Div(headline.name), html.H3(headline.text), html.Small(headline.difference)]
    return html.Div(inner, className="card")


def _chart(number: int, picture: Picture | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """A chart's parts; without a picture it is out of sight."""
    yield f"kotak-{number}", {"className": "away" if picture is None else ""}
    if picture is not None:
        yield f"gambar-{number}", {"figure": picture.draw(Mode.LIGHT).to_plotly_json()}
        yield f"nama-{number}", {"children": picture.title}
        yield f"kalimat-{number}", {"children": picture.sentence}
        yield f"angka-{number}", {"children": _grid(picture.table)}


def _grid(rows: pd.DataFrame) -> html.Table:
    cells = rows.astype(object).where(rows.notna(), "").astype(str).to_numpy().tolist()
    head = html.Thead(html.Tr([html.Th(name) for name in rows.columns]))
    return html.Table([head, html.Tbody([html.Tr([html.Td(each) for each in r]) for r in cells])])


@lru_cache(maxsize=64)
def body(slug: str, source: str, day: str) -> list[Any]:
    """A whole page below the choices."""
    known = parts(slug, source, day)
    charts = [_chart_place(number, known) for number in range(CHARTS[slug])]
    tables = [_table_place(each, known) for each in content.page(slug, source, day).tables]
    if slug == content.SPIP:
        inner = [tables[0], *charts, html.Details([html.Summary(screen.SHOW_TABLE), tables[1]])]
    else:
        inner = [*map(_beside, charts, tables[:2]), tables[2], html.H3(screen.REFORM)]
    return [
        html.H1(id="judul", **known["judul"]),
        html.P(id="pembuka", **known["pembuka"]),
        html.Div(id="angka", className="row", **known["angka"]),
        *inner,
        html.P(id="penutup", **known["penutup"]),
    ]


def _beside(chart: html.Div, table: html.Div) -> html.Div:
    columns = [html.Div(chart, className="wide"), html.Div(table, className="narrow")]
    return html.Div(columns, className="row")


def _chart_place(number: int, known: Parts) -> html.Div:
    def of(kind: str) -> dict[str, Any]:
        return {"id": f"{kind}-{number}", **known.get(f"{kind}-{number}", {})}

    numbers = html.Details([html.Summary(screen.SHOW_TABLE), html.Div(**of("angka"))])
    graph = dcc.Graph(config=PLAIN, **of("gambar"))
    return html.Div([html.H3(**of("nama")), html.P(**of("kalimat")), graph, numbers], **of("kotak"))


def _table_place(shown: content.Table, known: Parts) -> html.Div:
    inner: list[Any] = [
        html.H3(shown.title),
        html.Div(id=f"tabel-{shown.name}", className="scroll", **known[f"tabel-{shown.name}"]),
        html.P(id=f"catatan-{shown.name}", **known[f"catatan-{shown.name}"]),
    ]
    if shown.file is not None:
        inner += [
            html.Button(screen.DOWNLOAD, id={"unduh": shown.name}),
            dcc.Download(id={"berkas": shown.name}),
        ]
    return html.Div(inner)


def layout() -> html.Div:
    """The choices and the first page, newest date: nothing more needs to be asked for."""
    source, days = content.DEFAULT_SOURCE, content.dates(content.DEFAULT_SOURCE)
    links = [dcc.Link(title, href=f"/{slug}") for slug, title in content.TITLES.items()]
    return html.Div(
        [
            dcc.Location(id="alamat"),
            dcc.Store(id="halaman", data=content.RINGKASAN),
            html.Nav(links, className="row"),
            html.Div(
                [
                    _choice("sumber", screen.FILTER_SOURCE, list(content.SOURCES), source),
                    _choice("per", screen.FILTER_DATE, days, days[0]),
                ],
                className="row",
            ),
            html.Div(body(content.RINGKASAN, source, days[0]), id="isi"),
        ]
    )


def _choice(name: str, title: str, options: list[str], value: str) -> html.Div:
    chosen = dcc.Dropdown(id=name, options=options, value=value, clearable=False, searchable=False)
    return html.Div([html.Label(title, htmlFor=name), chosen], className="choice")


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
    file = next(each.file for each in tables if each.name == pressed["unduh"])
    return dcc.send_data_frame(file.to_csv, f"{pressed['unduh']}.csv", index=False)


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


app.layout = layout

if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)
