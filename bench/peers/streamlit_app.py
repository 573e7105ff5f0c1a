"""Ringkasan and SPIP in plain Streamlit, as its introduction teaches it: `streamlit run` this.

Elements of Streamlit only, its theme and settings as they come, what is computed in st.cache_data.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from bench.peers import content
from zi_metrics.charts.palette import Mode
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import screen


@st.cache_data
def computed(slug: str, source: str, day: str) -> content.Page:
    return content.page(slug, source, day)


def draw(slug: str) -> None:
    st.title(content.HEADINGS[slug])
    page = computed(slug, source, day)
    st.write(page.lead)
    headlines(page)
    if slug == content.RINGKASAN:
        beside(page)
    else:
        below(page)
    if page.closing:
        st.subheader(screen.REFORM)
        st.write(page.closing)


def headlines(page: content.Page) -> None:
    if page.headlines:
        columns = st.columns(len(page.headlines))
        for column, headline in zip(columns, page.headlines, strict=True):
            column.metric(headline.name, headline.text, headline.difference, border=True)


def beside(page: content.Page) -> None:
    """Each chart with a table at its side, as far as there are charts; the rest below."""
    late, matrix, gaps = page.tables
    for number, short_list in enumerate((late, matrix)):
        left, right = st.columns([2, 1])
        with left:
            for picture in page.charts[number : number + 1]:
                chart(picture)
        with right:
            table(short_list)
    table(gaps)


def below(page: content.Page) -> None:
    matrix, reports = page.tables
    table(matrix)
    for picture in page.charts:
        chart(picture)
    with st.expander(reports.title):
        table(reports)


def chart(picture: Picture) -> None:
    st.subheader(picture.title)
    st.write(picture.sentence)
    st.plotly_chart(picture.draw(Mode.LIGHT), key=picture.name)
    with st.expander(f"{screen.SHOW_TABLE}: {picture.title}"):
        st.dataframe(picture.table, hide_index=True)


def table(shown: content.Table) -> None:
    st.subheader(shown.title)
    st.dataframe(shown.rows, hide_index=True)
    if shown.remark:
        st.write(shown.remark)
    if shown.file is not None:
        file = shown.file.to_csv(index=False)
        st.download_button(screen.DOWNLOAD, file, f"{shown.name}.csv", key=shown.name)


st.set_page_config(page_title=screen.APP, layout="wide")
shown = st.navigation(
    [
        st.Page(partial(draw, slug), title=title, url_path=slug, default=slug == content.RINGKASAN)
        for slug, title in content.TITLES.items()
    ],
    position="top",
)
_, choice, days = st.columns([3, 1, 1])  # of both pages, and so kept when the page changes
source = choice.selectbox(screen.FILTER_SOURCE, content.SOURCES, key="sumber")
day = days.selectbox(screen.FILTER_DATE, content.dates(source), key="per")
shown.run()
