from __future__ import annotations

import subprocess
import sys
from typing import Any

import pandas as pd
import pytest
from pandera.errors import SchemaErrors

from tests.tables.builders import snapshot
from zi_metrics.sources.situs import read_situs
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.contracts import assert_kept, contract
from zi_metrics.tables.spec import TableSpec

BREACHES = [
    (EVIDENCE, "state", "Ada"),
    (EVIDENCE, "code", "A.I.9.z"),
    (EVIDENCE, "is_counted", True),
    (EVIDENCE, "is_complete", 1),
    (EVIDENCE, "is_complete", True),
    (EVIDENCE, "is_irrelevant", True),
    (EVIDENCE, "note", " "),
    (EVIDENCE, "origin", None),
    (EVIDENCE, "due_on", pd.Timestamp("2025-01-01 05:00").as_unit("s")),
    (EVIDENCE, "area_no", pd.Series([7] * 3, dtype="Int64")),
    (EVIDENCE, "warna", "merah"),
    (RECOMMENDATIONS, "is_dropped", True),
    (RECOMMENDATIONS, "area_no", pd.Series([0] * 2, dtype="Int64")),
    (SPIP_REPORTS, "quarter", pd.Series([5] * 2, dtype="Int64")),
    (SPIP_REPORTS, "risk_count", pd.Series([-1] * 2, dtype="Int64")),
    (SPIP_REPORTS, "is_counted", False),
    (INDICATORS, "code", "A.I.1.i.a"),
    (INDICATORS, "answer_numerator", pd.Series([float("inf")] * 110, dtype="Float64")),
]


def test_checked_tables_keep_their_contracts() -> None:
    assert_kept(snapshot())
    assert_kept(snapshot({}))


def test_list_of_the_site_keeps_its_contracts() -> None:
    assert_kept(read_situs())


@pytest.mark.parametrize(
    ("spec", "column", "cell"),
    BREACHES,
    ids=[f"{spec.name}-{column}-{at}" for at, (spec, column, _) in enumerate(BREACHES)],
)
def test_breach_is_told(spec: TableSpec, column: str, cell: Any) -> None:
    rows = snapshot().table(spec).assign(**{column: cell})
    with pytest.raises(SchemaErrors):
        contract(spec).validate(rows, lazy=True)


def test_all_breaches_of_a_table_are_told_at_once() -> None:
    rows = snapshot().evidence.assign(note=" ", state="Ada", is_counted=True)
    with pytest.raises(SchemaErrors) as caught:
        contract(EVIDENCE).validate(rows, lazy=True)
    broken = set(caught.value.failure_cases["check"].astype("str"))
    assert {"clean teks", "counted where the code is official"} <= broken


def test_lost_indicator_is_a_breach() -> None:
    with pytest.raises(SchemaErrors):
        contract(INDICATORS).validate(snapshot().indicators.iloc[1:], lazy=True)


def test_nothing_on_the_way_to_a_snapshot_imports_pandera() -> None:
    read = "import zi_metrics.sources.store, sys; sys.exit('pandera' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", read], check=False).returncode == 0
