"""What a reader must see of a page before a measurement counts: texts and drawn marks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from bench.peers import content
from zi_metrics.charts.palette import Mode

DAYS = content.dates(content.DEFAULT_SOURCE)[:2]
"""The newest date, and the one it changes places with."""
_OF_CHECKOUT = """
import json, sys
sys.path.insert(0, sys.argv[1])
import zi_metrics
sys.path.insert(0, sys.argv[2])
from bench.wanted import of_here
print(json.dumps(of_here()))
"""

Wanted = dict[str, Any]
Expected = Mapping[str, Mapping[str, Wanted]]
"""What is wanted of each page and date."""


def of_here() -> Expected:
    """By the words and charts of this checkout."""
    slugs = content.RINGKASAN, content.SPIP
    return {slug: {day: wanted(slug, day) for day in DAYS} for slug in slugs}


def of_checkout(folder: Path, root: Path) -> Expected:
    """By those of another one, for charts may have been labelled otherwise then."""
    command = [sys.executable, "-c", _OF_CHECKOUT, str(folder), str(root)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{folder.name}: not a checkout of this dashboard.\n{done.stderr}")
    found: Expected = json.loads(done.stdout)
    return found


def wanted(slug: str, day: str) -> Wanted:
    """Headline figures, the charts' sentences, and of each chart its bars, points and labels.

    tables: texts of tables, which may come after the charts; sent: texts as a server sends them.
    """
    page = content.page(slug, content.DEFAULT_SOURCE, day)
    told = [headline.text for headline in page.headlines] or [page.lead]
    assert told
    assert page.charts
    drawn = [picture.draw(Mode.LIGHT) for picture in page.charts]
    return {
        "sent": [*told, *(text for each in drawn for text in _labels(each) if " dari " in text)],
        "headlines": [plain(text) for text in told],
        "texts": [plain(text) for text in (*told, *(each.sentence for each in page.charts))],
        "charts": [_marks(each) for each in drawn],
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
    texts = [*_labels(drawn), *(note.text for note in drawn.layout.annotations)]
    assert texts
    return {
        "fewest_bars": sum(bool(length) for length in lengths),
        "most_bars": len(lengths),
        "points": sum(share is not None for line in marked for share in line.y),
        "texts": [plain(re.sub(r"<br>", "", text)) for text in texts],
    }


def _labels(drawn: go.Figure) -> Iterator[str]:
    """What is written at the ends of bars and beside points."""
    for trace in drawn.data:
        if isinstance(trace, go.Scatter) and "text" in (trace.mode or ""):
            yield from filter(None, trace.text)
