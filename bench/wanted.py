"""What a reader must see of a page before a measurement counts: texts and drawn marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from bench.peers import content
from zi_metrics.charts.palette import Mode

Wanted = dict[str, Any]


def wanted(slug: str, day: str) -> Wanted:
    """Headline figures, the charts' sentences, and of each chart its bars, points and labels.

    tables: texts of tables, which may come after the charts.
    """
    page = content.page(slug, content.DEFAULT_SOURCE, day)
    told = [headline.text for headline in page.headlines] or [page.lead]
    assert told
    assert page.charts
    return {
        "texts": [plain(text) for text in (*told, *(each.sentence for each in page.charts))],
        "charts": [_marks(picture.draw(Mode.LIGHT)) for picture in page.charts],
        "tables": [
            plain(text)
            for table in page.tables
            if not table.is_folded
            for text in _told(table.rows)
        ],
    }


def _told(rows: pd.DataFrame) -> Iterator[str]:
    """What names the first row of a table."""
    for header in ("Judul", "Kode", "Area"):
        if header in rows.columns[:2] and len(rows):
            yield rows[header].iloc[0]


def plain(text: str) -> str:
    """A text with its white space as a browser's text has it after the same treatment."""
    return " ".join(text.split())


def _marks(drawn: go.Figure) -> Wanted:
    bars = [trace for trace in drawn.data if isinstance(trace, go.Bar)]
    lines = [trace for trace in drawn.data if isinstance(trace, go.Scatter)]
    lengths = [length for bar in bars for length in bar.x]
    marked = [line for line in lines if "markers" in (line.mode or "")]
    texts = [*_labels(lines), *(note.text for note in drawn.layout.annotations)]
    assert texts
    return {
        "fewest_bars": sum(bool(length) for length in lengths),
        "most_bars": len(lengths),
        "points": sum(share is not None for line in marked for share in line.y),
        "texts": [plain(re.sub(r"<br>", "", text)) for text in texts],
    }


def _labels(lines: list[go.Scatter]) -> Iterator[str]:
    for line in lines:
        if "text" in (line.mode or ""):
            yield from filter(None, line.text)
