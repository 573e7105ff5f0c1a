from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from zi_metrics.lke import AREA_NUMBERS, DEFAULT_REGULATION, Catalogue, known_regulations
from zi_metrics.lke import load_catalogue as load

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "lke-2021.csv"


@pytest.fixture
def catalogue() -> Catalogue:
    return load()


def aspect(catalogue: Catalogue, name: str) -> pd.DataFrame:
    return catalogue.indicators.query("aspect == @name")


def test_default_regulation_is_among_those_known() -> None:
    assert DEFAULT_REGULATION in known_regulations()


def test_six_areas_stand_in_order_with_their_weights(catalogue: Catalogue) -> None:
    assert [(area.number, area.weight) for area in catalogue.areas] == [
        (1, 8),
        (2, 7),
        (3, 10),
        (4, 10),
        (5, 15),
        (6, 10),
    ]
    assert AREA_NUMBERS == (1, 2, 3, 4, 5, 6)


def test_area_is_found_by_its_number(catalogue: Catalogue) -> None:
    assert catalogue.area(4).name == "Penguatan Akuntabilitas"
    assert len({area.slug for area in catalogue.areas}) == 6


def test_pemenuhan_has_25_sub_areas_and_87_indicators(catalogue: Catalogue) -> None:
    fulfilment = aspect(catalogue, "Pemenuhan")
    assert len(fulfilment.drop_duplicates(["area_no", "sub_area_no"])) == 25
    assert fulfilment["area_no"].value_counts().sort_index().to_dict() == {
        1: 12,
        2: 9,
        3: 18,
        4: 11,
        5: 18,
        6: 19,
    }


def test_reform_has_23_indicators(catalogue: Catalogue) -> None:
    assert len(aspect(catalogue, "Reform")) == 23
    assert len(catalogue.codes) == len(catalogue.indicators) == 87 + 23


@pytest.mark.parametrize("name", ["Pemenuhan", "Reform"])
def test_points_of_an_aspect_sum_to_30(catalogue: Catalogue, name: str) -> None:
    own = aspect(catalogue, name)
    per_area = own.groupby("area_no")["points"].sum().to_dict()
    assert own["points"].sum() == pytest.approx(30, abs=1e-9)
    assert per_area == pytest.approx({1: 4, 2: 3.5, 3: 5, 4: 5, 5: 7.5, 6: 5}, abs=1e-9)


def test_sub_area_shares_its_weight_equally_among_its_indicators(catalogue: Catalogue) -> None:
    # Rencana Pembangunan Zona Integritas: weight 1.0, three indicators
    own = catalogue.indicators[catalogue.indicators["code"].str.startswith("A.I.1.ii.")]
    assert own["code"].tolist() == ["A.I.1.ii.a", "A.I.1.ii.b", "A.I.1.ii.c"]
    assert own["points"].tolist() == pytest.approx([1 / 3] * 3)


def test_every_answer_type_has_scores_or_is_a_percentage(catalogue: Catalogue) -> None:
    scored = set(catalogue.rules["answer_scores"])
    assert {"Ya/Tidak", "A/B/C", "A/B/C/D", "A/B/C/D/E"} <= scored
    assert set(catalogue.indicators["answer_type"]) - scored <= {"%"}


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference list is not beside the project")
def test_list_equals_the_reference(catalogue: Catalogue) -> None:
    reference = pd.read_csv(REFERENCE, keep_default_na=False)
    shared = [name for name in reference if name in catalogue.indicators]
    areas = reference.drop_duplicates("area_no").sort_values("area_no")["area"]
    assert {"code", "aspect", "sub_area_weight", "question", "answer_type"} <= set(shared)
    pd.testing.assert_frame_equal(catalogue.indicators[shared], reference[shared])
    assert [area.name for area in catalogue.areas] == areas.tolist()
