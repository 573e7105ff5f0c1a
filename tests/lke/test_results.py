from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lke.builders import CATALOGUE, PARTS
from zi_metrics.lke.results import NO_VALUE, ResultFault, part_named, read_result


def test_parts_stand_in_official_order_with_their_points() -> None:
    assert [(part.key, part.component, part.points) for part in PARTS.values()] == [
        ("ipak", "bersih_akuntabel", Fraction(35, 2)),
        ("capaian_kinerja", "bersih_akuntabel", 5),
        ("ipkp", "pelayanan_prima", Fraction(35, 2)),
    ]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Survei Persepsi Anti Korupsi (IPAK)", "ipak"),
        ("ipak", "ipak"),
        (" survei persepsi ANTI-korupsi ", "ipak"),
        ("Survei Persepsi Korupsi", "ipak"),
        ("IPKP", "ipkp"),
        ("Survei Persepsi Kualitas Pelayanan", "ipkp"),
        ("capaian_kinerja", "capaian_kinerja"),
        ("Capaian Kinerja lebih baik daripada capaian kinerja sebelumnya", "capaian_kinerja"),
    ],
)
def test_part_is_known_by_its_names(written: str, key: str) -> None:
    named = part_named(written, CATALOGUE)
    assert named is not None
    assert named.key == key


@pytest.mark.parametrize("written", [None, "", "Indeks", "Hasil"])
def test_other_names_are_no_part(written: str | None) -> None:
    assert part_named(written, CATALOGUE) is None


@pytest.mark.parametrize(
    ("written", "index", "share"),
    [
        ("3,6", Fraction(36, 10), Fraction(9, 10)),
        ("3.6", Fraction(36, 10), Fraction(9, 10)),
        (" 3,60 ", Fraction(36, 10), Fraction(9, 10)),
        ("4", Fraction(4), Fraction(1)),
        ("0", Fraction(0), Fraction(0)),
        ("3,599", Fraction(3599, 1000), Fraction(3599, 4000)),
    ],
)
def test_index_is_a_share_of_four(written: str, index: Fraction, share: Fraction) -> None:
    value = read_result(written, PARTS["ipak"])
    assert (value.index, value.share, value.fault) == (index, share, None)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("4,01", ResultFault.OUT_OF_SCALE),
        ("88,5", ResultFault.OUT_OF_SCALE),
        ("-1", ResultFault.NOT_AN_INDEX),
        ("A", ResultFault.NOT_AN_INDEX),
        ("3,6 (baik)", ResultFault.NOT_AN_INDEX),
    ],
)
def test_index_that_is_none_has_no_share_and_is_shown_as_entered(
    written: str, fault: ResultFault
) -> None:
    value = read_result(written, PARTS["ipkp"])
    assert (value.shown, value.share, value.fault) == (written, None, fault)


@pytest.mark.parametrize(
    ("written", "share"),
    [("A", "1"), ("b.", "0.75"), ("C", "0.5"), ("D", "0.25"), ("E", "0")],
)
def test_performance_is_a_letter(written: str, share: str) -> None:
    value = read_result(written, PARTS["capaian_kinerja"])
    assert (value.share, value.index, value.fault) == (Fraction(share), None, None)


def test_performance_is_no_number() -> None:
    value = read_result("3,6", PARTS["capaian_kinerja"])
    assert (value.share, value.fault) == (None, ResultFault.NOT_AN_OPTION)


@pytest.mark.parametrize("written", [None, "", "-", "Blm Diisi"])
@pytest.mark.parametrize("key", ["ipak", "capaian_kinerja"])
def test_blank_is_no_value(written: str | None, key: str) -> None:
    assert read_result(written, PARTS[key]) == NO_VALUE
    assert not NO_VALUE.is_filled


@given(st.text(max_size=10), st.sampled_from(sorted(PARTS)))
def test_any_text_has_a_share_from_0_to_1_or_none(written: str, key: str) -> None:
    value = read_result(written, PARTS[key])
    assert value.share is None or 0 <= value.share <= 1
    assert value.share is None or value.fault is None
