from __future__ import annotations

import pytest

from tests.lke.builders import CATALOGUE
from zi_metrics.labels.lke import REQUIREMENTS
from zi_metrics.lke.entry import Requirement, requirements
from zi_metrics.lke.predicates import Predicate, Standing

WBK, WBBM = Predicate


def requirement(key: str) -> Requirement:
    return next(each for each in requirements(CATALOGUE) if each.key == key)


def test_the_units_own_requirements_stand_before_the_agencys() -> None:
    listed = [(each.key, each.is_of_agency) for each in requirements(CATALOGUE)]
    assert listed == [
        ("tlhp", False),
        ("lhkpn_lhkasn", False),
        ("zi_satu_tahun", False),
        ("sakip_unit", False),
        ("layanan_utama", False),
        ("sptjm", False),
        ("sudah_wbk", False),
        ("opini_wtp", True),
        ("sakip_instansi", True),
        ("indeks_rb", True),
        ("maturitas_spip", True),
    ]


def test_every_requirement_has_its_words() -> None:
    assert {each.key for each in requirements(CATALOGUE)} == set(REQUIREMENTS)


def test_only_wbbm_asks_for_wbk() -> None:
    assert "sudah_wbk" not in [each.key for each in requirements(CATALOGUE, WBK)]
    assert "sudah_wbk" in [each.key for each in requirements(CATALOGUE, WBBM)]
    assert len(requirements(CATALOGUE, WBK)) == len(requirements(CATALOGUE, WBBM)) - 1


@pytest.mark.parametrize("key", ["sakip_unit", "sakip_instansi", "indeks_rb"])
@pytest.mark.parametrize(
    ("entered", "for_wbk", "for_wbbm"),
    [
        ("AA", Standing.MET, Standing.MET),
        ("BB", Standing.MET, Standing.MET),
        ("B", Standing.MET, Standing.UNMET),
        ("CC", Standing.UNMET, Standing.UNMET),
        ("D", Standing.UNMET, Standing.UNMET),
        (None, Standing.UNKNOWN, Standing.UNKNOWN),
    ],
)
def test_level_is_enough_from_b_for_wbk_and_from_bb_for_wbbm(
    key: str, entered: str | None, for_wbk: Standing, for_wbbm: Standing
) -> None:
    asked = requirement(key)
    assert (asked.standing(entered, WBK), asked.standing(entered, WBBM)) == (for_wbk, for_wbbm)
    assert (asked.needed(WBK), asked.needed(WBBM)) == ("B", "BB")


@pytest.mark.parametrize("predicate", Predicate)
def test_maturity_is_enough_from_level_3(predicate: Predicate) -> None:
    asked = requirement("maturitas_spip")
    assert asked.choices == ("1", "2", "3", "4", "5")
    standings = [asked.standing(level, predicate) for level in asked.choices]
    assert standings == [Standing.UNMET] * 2 + [Standing.MET] * 3


def test_plain_requirement_is_a_yes_or_a_no() -> None:
    asked = requirement("tlhp")
    assert (asked.choices, asked.needed(WBK)) == (("Ya", "Tidak"), "Ya")
    assert [asked.standing(each, WBK) for each in ("Ya", "Tidak", None)] == [
        Standing.MET,
        Standing.UNMET,
        Standing.UNKNOWN,
    ]
