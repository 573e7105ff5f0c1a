"""The pages as components of Dash, made once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd
from dash import dcc, html

from bench.peers import content
from zi_metrics.charts.palette import Mode
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import screen

CHARTS = {content.RINGKASAN: 2, content.SPIP: 1}
"""Most charts of each page."""
PLAIN: Any = {"displayModeBar": False, "responsive": True}

Parts = dict[str, dict[str, Any]]
"""Properties of components by their ids: all that a choice changes on a page."""


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
