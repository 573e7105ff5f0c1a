"""Hasil: what was entered, who found it, and what each predicate needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.pages.conftest import EMPTY, Shown, drawn_on
from tests.pages.shown import BY_SLUG, said, tables_behind
from tests.tables.builders import snapshot, table
from zi_metrics.labels import results as text
from zi_metrics.labels.lke import NOT_FILLED
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import RESULTS

HASIL = BY_SLUG["hasil"]


def told_of(root: Path, monkeypatch: pytest.MonkeyPatch, *rows: dict[str, Any]) -> Any:
    store = SnapshotStore(root)
    store.write(snapshot({"results": table(RESULTS, *rows)}, {"assessed_year": "2025"}))
    return drawn_on(HASIL, store.root, monkeypatch)


def test_parts_are_told_with_points_and_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = told_of(
        tmp_path,
        monkeypatch,
        {"component": "IPAK", "value": "3,47", "year": 2025, "assessor": "survei mandiri"},
        {"component": "IPAK", "value": "3,6", "year": 2025, "assessor": "TPN"},
        {"component": "IKM", "value": "3,55", "year": 2024, "assessor": "TPN"},
        {"component": "Capaian kinerja", "value": "B"},
    )
    # 3,6 of 4 x 17,50 = 15,75; B is 0,75 x 5,00 = 3,75; IPKP of another year counts 0
    said_there = said(page)
    assert "bernilai 19,50 dari 40,00 poin; terisi 2 dari 3 bagian." in said_there
    assert "Sebanyak 1 nilai berasal dari unit sendiri." in said_there
    assert [(each.label, each.value, each.delta) for each in page.metric] == [
        ("IPAK", "3,60 dari 4,00", "15,75 dari 17,50 poin"),
        ("Capaian kinerja", "B", "3,75 dari 5,00 poin"),
        ("IPKP", "belum diisi", ""),
    ]
    for needed in (
        "3,60 15,75 dari 17,50 paling sedikit 3,60 ● Memenuhi",
        "paling sedikit 3,60 ● Memenuhi TPN 2025",
        "paling sedikit C ● Memenuhi paling sedikit B ● Memenuhi",
        "paling sedikit 3,20 □ Belum diisi paling sedikit 3,60 □ Belum diisi",
        text.not_said(text.OWN_ASSESSMENT),
    ):
        assert needed in said_there
    assert tables_behind(page) == {f"Tabel: {text.ROWS}": 4}
    assert said_there.count(text.USES["the national team's counts before it"]) == 1
    assert said_there.count(text.USES["is of another year"]) == 1


@pytest.mark.parametrize("source", ["situs", EMPTY], indirect=True)
def test_unit_without_values_is_told_what_to_fill_in(shown: Shown) -> None:
    page = shown(HASIL)
    assert text.EMPTY in said(page)
    assert [each.value for each in page.metric] == [NOT_FILLED] * 3
    assert "terisi 0 dari 3 bagian" in said(page)
    assert tables_behind(page) == {}
