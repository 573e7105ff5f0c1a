"""The headline figures of the unit, its areas and both aspects."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tests.metrics.builders import document, unit
from tests.tables.builders import snapshot, table
from zi_metrics.lke import Aspect
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Figures, figures, figures_by_area, items_of
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS
from zi_metrics.tables.snapshot import Snapshot

FULFILMENT, REFORM = "A.I.1.i.a", "A.II.1.ii"


def headline(snapshot: Snapshot, aspect: Aspect = Aspect.FULFILMENT) -> Figures:
    return figures(items_of(snapshot).of_aspect(aspect))


def test_headline_covers_the_87_indicators_of_pemenuhan() -> None:
    states = headline(unit()).completeness.states
    assert sum(states.values()) == 87
    areas = figures_by_area(items_of(unit()).of_aspect(Aspect.FULFILMENT))
    assert [sum(f.completeness.states.values()) for f in areas.values()] == [12, 9, 18, 11, 18, 19]


def test_reform_has_figures_of_its_own_beside_pemenuhan() -> None:
    read = unit(documents=[document(FULFILMENT, "Tersedia"), document(REFORM, "Belum ada")])
    assert headline(read).completeness.evidence == Ratio(1, 1)
    assert headline(read, Aspect.REFORM).completeness.evidence == Ratio(0, 1)


def test_reform_takes_the_recommendations_tied_to_its_indicators_and_no_report() -> None:
    read = unit(
        recommendations=[{"code": REFORM}, {"code": FULFILMENT}, {"code": None}],
        spip=[{"submitted_on": date(2025, 4, 8)}],
    )
    assert headline(read).follow_up.required_count == 3
    assert headline(read, Aspect.REFORM).follow_up.required_count == 1
    assert headline(read, Aspect.REFORM).spip.due_count == 0


def test_recommendation_without_area_is_in_the_total_and_a_group_of_its_own() -> None:
    read = unit(
        recommendations=[
            {"area_no": None},
            {"area_no": 9},
            {"area_no": None, "code": "A.I.5.ii.a"},
            {"area_no": 2, "code": "A.I.5.ii.a"},
        ]
    )
    items = items_of(read)
    assert figures(items).follow_up.required_count == 4
    counts = {no: group.follow_up.required_count for no, group in figures_by_area(items).items()}
    assert counts == {1: 0, 2: 1, 3: 0, 4: 0, 5: 1, 6: 0}
    assert figures(items.of_area(None)).follow_up.required_count == 2


def test_area_without_items_keeps_its_place_with_missing_shares() -> None:
    groups = figures_by_area(items_of(unit(documents=[document(FULFILMENT, "Tersedia")])))
    assert list(groups) == [1, 2, 3, 4, 5, 6]
    assert groups[2].completeness.evidence.share is None
    assert groups[2].follow_up.ratio.share is None
    assert groups[2].spip.submitted.share is None


def test_area_figures_add_up_to_those_of_the_unit() -> None:
    items = items_of(
        unit(
            documents=[document(FULFILMENT, "Tersedia"), document("A.I.4.i.a", "Belum ada")],
            spip=[{"area_no": 1}, {"area_no": 4, "submitted_on": date(2025, 4, 8)}],
        )
    )
    areas = figures_by_area(items).values()
    assert sum(area.completeness.required_count for area in areas) == 2
    assert sum(area.spip.due_count for area in areas) == figures(items).spip.due_count == 2


def test_figures_are_told_for_the_snapshot_date_unless_asked_otherwise() -> None:
    read = unit(recommendations=[{"due_on": date(2025, 6, 30)}], as_of=date(2025, 6, 30))
    assert items_of(read).as_of == date(2025, 6, 30)
    assert figures(items_of(read)).follow_up.overdue_count == 0
    assert figures(items_of(read, date(2025, 7, 1))).follow_up.overdue_count == 1


def test_reports_are_those_of_the_assessed_year() -> None:
    rows = [{"year": 2024}, {"year": 2025, "submitted_on": date(2025, 4, 8)}]
    settings = {"Tahun penilaian": "2024"}
    as_of = date(2025, 6, 30)
    assert figures(items_of(unit(spip=rows, as_of=as_of))).spip.submitted == Ratio(1, 1)
    assessed = unit(spip=rows, settings=settings, as_of=as_of)
    assert figures(items_of(assessed)).spip.submitted == Ratio(0, 4)


def test_reports_are_due_by_the_units_setting() -> None:
    rows = [{"quarter": 1}]
    late = unit(spip=rows, settings={"SPIP jatuh tempo (hari)": "5"}, as_of=date(2025, 4, 6))
    assert figures(items_of(late)).spip.due_count == 1
    assert figures(items_of(unit(spip=rows, as_of=date(2025, 4, 6)))).spip.due_count == 0


def unreadable(documents: pd.DataFrame) -> Snapshot:
    recommendations = table(RECOMMENDATIONS, {"code": REFORM, "status": "Selesai"})
    return snapshot({EVIDENCE.name: documents, RECOMMENDATIONS.name: recommendations})


@pytest.fixture
def without_status_column() -> Snapshot:
    listed = table(EVIDENCE, document(FULFILMENT, "Tersedia"))
    return unreadable(listed.drop(columns="status"))


@pytest.mark.parametrize("aspect", list(Aspect))
def test_unreadable_evidence_has_no_counts_and_no_percentage(
    without_status_column: Snapshot, aspect: Aspect
) -> None:
    group = headline(without_status_column, aspect).completeness
    assert set(group.states.values()) == {0}
    ratios = (group.evidence, group.verification, group.indicators, group.weighted)
    assert [ratio.share for ratio in ratios] == [None, None, None, None]


@pytest.mark.parametrize("aspect", list(Aspect))
def test_unreadable_evidence_leaves_follow_up_as_it_is(
    without_status_column: Snapshot, aspect: Aspect
) -> None:
    assert headline(without_status_column, aspect).follow_up.ratio == Ratio(1, 1)
