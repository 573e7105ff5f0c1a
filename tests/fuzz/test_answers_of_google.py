"""Whatever Google's server, or another in its place, answers: a workbook, or a sentence."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given

from tests.fuzz.budget import bounded, read_or_told
from tests.fuzz.values import altered
from tests.hostile import READ_AT, URL, answer
from zi_metrics.report.summary_json import summary_json
from zi_metrics.sources.google_sheet import parsed
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.tables.snapshot import Snapshot

ORIGINAL = answer(["satu", "dua", "tiga", "empat"], "lembar")
ORIGINAL["sheets"][0] |= {
    "merges": [{"startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}]
}
ORIGINAL["sheets"][1]["data"][0] |= {
    "startRow": 0,
    "startColumn": 0,
    "rowMetadata": [{}, {"hiddenByUser": True}],
}
ORIGINAL["sheets"][1]["data"][0]["rowData"][1]["values"] += [
    {
        "effectiveValue": {"numberValue": 45931.5},
        "effectiveFormat": {"numberFormat": {"type": "DATE"}},
        "hyperlink": "https://a.test",
    },
    {"effectiveValue": {"errorValue": {"type": "REF"}}},
    {
        "effectiveValue": {"boolValue": True},
        "textFormatRuns": [{"startIndex": 1, "format": {"link": {"uri": "https://b.test"}}}],
        "chipRuns": [{"chip": {"richLinkProperties": {"uri": "https://c.test"}}}],
    },
]


def far(**where: int) -> Any:
    """The answer with a block that begins far away."""
    told = json.loads(json.dumps(ORIGINAL))
    told["sheets"][0]["data"][0] |= where
    return told


def read(said: Any) -> Snapshot:
    return snapshot_of(parsed(said, URL), "sheet", READ_AT)


def test_the_original_is_read() -> None:
    assert len(read(ORIGINAL).evidence) == 8


@bounded(40)
@given(altered(ORIGINAL))
@example(far(startRow=10**9))
@example(far(startColumn=10**9))
@example(far(startRow=-5))
def test_answer_that_is_not_as_documented(said: Any) -> None:
    found = read_or_told(lambda: read(said))
    if found is not None:
        assert summary_json(found)
