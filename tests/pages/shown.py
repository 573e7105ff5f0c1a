"""What a page that ran in a test says: its texts, its charts, its tables."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

from pages import ENTRIES, PageEntry
from zi_metrics.labels.screen import SHOW_TABLE

BY_SLUG: dict[str, PageEntry] = {entry.slug: entry for entry in ENTRIES}


@dataclass(frozen=True)
class Chart:
    """A chart as the browser gets it: its alternative text and its Plotly specification."""

    alt: str
    spec: dict[str, Any]

    @property
    def bars(self) -> list[dict[str, Any]]:
        return [trace for trace in self.spec["data"] if trace["type"] == "bar"]

    @property
    def counts(self) -> dict[str, list[int]]:
        """State -> its number in every bar, top first."""
        return {trace["name"].split("\u00a0", 1)[1]: trace["x"] for trace in self.bars}


def charts(page: AppTest) -> list[Chart]:
    """Those on the board, which are all there are unless the dashboard is told otherwise."""
    told = [json.loads(each.proto.bytes) for each in page.get("bidi_component")]
    return [Chart(each["alt"], each["spec"]) for each in told]


def native_charts(page: AppTest) -> list[Chart]:
    """Those drawn by Streamlit's own element."""
    return [Chart(each.proto.alt, json.loads(each.proto.spec)) for each in page.get("plotly_chart")]


def texts(page: AppTest) -> list[str]:
    """The HTML elements of a page as plain text."""
    bodies = [each.proto.body for each in page.get("html")]
    return [unescape(re.sub(r"<[^>]+>", " ", body)) for body in bodies]


def said(page: AppTest) -> str:
    return " ".join(" ".join(texts(page)).split())


def headings(page: AppTest) -> list[str]:
    """Headings of parts, those of their own before those that are of one piece with their part."""
    bodies = [each.proto.body for each in page.get("html")]
    written = [unescape(found) for body in bodies for found in re.findall(r"<h2>(.*?)</h2>", body)]
    return [heading.value for heading in page.header] + written


def tables_behind(page: AppTest) -> dict[str, int]:
    """Title -> number of rows of the tables that are closed until asked for."""
    found: dict[str, int] = {}
    for box in page.get("expander"):
        if box.label.startswith(SHOW_TABLE):
            (html,) = box.get("html")
            found[box.label] = html.proto.body.count("<tr>") - 1
    return found
