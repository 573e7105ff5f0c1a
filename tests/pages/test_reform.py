"""Reform: its answers, what they are worth, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.conftest import EMPTY, Shown, drawn_on
from tests.pages.shown import BY_SLUG, charts, said, tables_behind
from tests.tables.builders import snapshot, table
from zi_metrics.labels import reform as text
from zi_metrics.labels.answers import FAULTS
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke import AREA_NUMBERS, Aspect
from zi_metrics.metrics.readiness import readiness
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import EVIDENCE, INDICATORS
from zi_metrics.tables.snapshot import Snapshot

REFORM = BY_SLUG["reform"]
ON_SAMPLE = pytest.mark.parametrize("source", ["contoh"], indirect=True)
LEADERS, COMPLAINTS, DISCIPLINE, LHKPN = "A.II.1.ii", "A.II.5.ii", "A.II.3.iii.a", "A.II.5.iii.a"


@ON_SAMPLE
def test_figures_are_those_of_the_worksheet(shown: Shown, snapshot: Snapshot) -> None:
    page, sheet = shown(REFORM), readiness(snapshot).own
    whole = sheet.score(Aspect.REFORM)
    assert f"bernilai {exact_points(whole.points)} dari 30,00 poin" in said(page)
    (chart,) = charts(page)
    weights, points = (trace["x"] for trace in chart.bars)
    assert weights == [4, 3.5, 5, 5, 7.5, 5]
    own = [sheet.score(Aspect.REFORM, number).points for number in AREA_NUMBERS]
    assert points == pytest.approx([float(each) for each in own])
    assert tables_behind(page) == {f"Tabel: {text.CHART}": 6}
    titles = [box.label for box in page.get("expander")]
    assert (
        sum(title.startswith(("1. ", "2. ", "3. ", "4. ", "5. ", "6. ")) for title in titles) == 6
    )


def test_answers_are_told_with_points_evidence_and_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SnapshotStore(tmp_path)
    store.write(
        snapshot(
            {
                "indicators": table(
                    INDICATORS,
                    {"code": LEADERS, "answer": "Z", "pic": "Sari", "note": "Menunggu SK"},
                    {"code": COMPLAINTS, "answer_numerator": 33, "answer_denominator": 35},
                    {"code": DISCIPLINE, "answer_numerator": 0, "answer_denominator": 0},
                    {"code": LHKPN, "answer_numerator": 7, "answer_denominator": 6},
                ),
                "evidence": table(
                    EVIDENCE,
                    {"code": COMPLAINTS},
                    {"code": COMPLAINTS, "title": "Rekap", "status": "Disusun"},
                ),
            }
        )
    )
    told = said(drawn_on(REFORM, store.root, monkeypatch))
    # 33/35 of 3,00 is 2,828...; 0 of 0 offences is the best there is: 2,00; together 4,828...
    assert "bernilai 4,82 dari 30,00 poin; terjawab 2 dari 23 pertanyaan." in told
    assert "Sebanyak 2 jawaban tidak dapat dinilai." in told
    assert "33 dari 35 (94,28 %)" in told
    assert "2,82 dari 3,00" in told
    assert "2,00 dari 2,00" in told
    assert f"“Z”: {FAULTS['not an option of its type']}" in told
    assert f"7 dari 6 {FAULTS['a ratio over 1']}" in told
    assert "Sebagian 1 dari 2 lengkap" in told
    assert "Sari Menunggu SK" in told


@pytest.mark.parametrize("source", ["situs", EMPTY], indirect=True)
def test_unit_without_answers_is_told_what_to_fill_in_and_gets_no_chart(shown: Shown) -> None:
    page = shown(REFORM)
    assert text.EMPTY in said(page)
    assert charts(page) == []
    assert "terjawab 0 dari 23" in said(page)
