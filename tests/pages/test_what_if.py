"""Bagaimana jika: what is chosen stands in the address, and every rule is told by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import UNREADABLE, Shown, drawn_on
from tests.pages.shown import BY_SLUG, said, texts
from tests.tables.builders import snapshot, table
from zi_metrics.labels import lke as lke_text
from zi_metrics.labels import results as results_text
from zi_metrics.labels import what_if as text
from zi_metrics.labels.answers import FAULTS
from zi_metrics.labels.numbers import exact_percent, exact_points
from zi_metrics.labels.results import FAULTS as OF_RESULTS
from zi_metrics.lke.predicates import Predicate
from zi_metrics.lke.scenario import read_scenario
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import INDICATORS, RESULTS
from zi_metrics.tables.snapshot import Snapshot

TEAM, PLAN, COMPLAINTS = "A.I.1.i.a", "A.I.1.ii.b", "A.II.5.ii"


def unit() -> Snapshot:
    """Ya, B and 33 of 35, and one survey."""
    return snapshot(
        {
            "indicators": table(
                INDICATORS,
                {"code": TEAM, "answer": "Ya"},
                {"code": PLAN, "answer": "B"},
                {"code": COMPLAINTS, "answer_numerator": 33, "answer_denominator": 35},
            ),
            "results": table(RESULTS, {"value": "3,47", "year": 2025}),
        },
        {"target_predicate": "WBK"},
        date(2025, 12, 31),
    )


@pytest.fixture
def own() -> Snapshot:
    return unit()


@pytest.fixture
def root(own: Snapshot, tmp_path: Path) -> Path:
    """A store with the unit's snapshot."""
    store = SnapshotStore(tmp_path)
    store.write(own)
    return store.root


def shown_on(root: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    return drawn_on(BY_SLUG["kesiapan"], root, monkeypatch, **query)


def tried(own: Snapshot, asked: str) -> Readiness:
    return readiness(own, read_scenario(asked, own.catalogue))


def asked_by(page: AppTest) -> str:
    """The scenario in the address, '' without one."""
    found = page.query_params.get("coba", "")
    return found if isinstance(found, str) else found[0]


def effect(page: AppTest) -> str:
    """The section's table, its standings in words."""
    (found,) = [body for body in texts(page) if body.split()[:3] == ["Syarat", "nilai", "WBK"]]
    return " ".join(found.split())


def assert_told(page: AppTest, told: Readiness) -> None:
    """The section's table says both worksheets against the target."""
    table_said = effect(page)
    for test, before in zip(
        told.tests[Predicate.WBK], readiness(unit()).tests[Predicate.WBK], strict=True
    ):
        shown = [
            (exact_percent if test.rule.is_share else exact_points)(number)
            for number in (test.minimum, before.value, test.value)
        ]
        assert lke_text.RULES[test.rule] in table_said
        assert all(" ".join(figure.split()) in table_said for figure in shown)


def choose_place(page: AppTest, name: str) -> AppTest:
    return page.button_group(key="coba-bagian").set_value(name).run()


def test_without_a_scenario_nothing_claims_to_be_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown_on(root, monkeypatch)
    assert text.IS_SCENARIO not in said(page)
    assert text.TRIED not in effect(page)
    assert text.HOW in said(page)
    assert not [button for button in page.button if button.key == "kosongkan"]


def test_answer_that_is_chosen_moves_every_rule_and_stands_in_the_address(
    root: Path, own: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choose_place(shown_on(root, monkeypatch), "Man. Perubahan")
    assert page.button_group(key=f"coba-{PLAN}").value == "B"
    page.button_group(key=f"coba-{PLAN}").set_value("A").run()
    assert not page.exception
    assert asked_by(page) == f"{PLAN}:A"
    assert f"{text.IS_SCENARIO} : 1 perubahan (1 jawaban)" in said(page)
    assert_told(page, tried(own, f"{PLAN}:A"))
    assert "semula B" in said(page)
    page.button_group(key=f"coba-{PLAN}").set_value("B").run()
    assert asked_by(page) == ""
    assert text.IS_SCENARIO not in said(page)


def test_survey_letter_and_ratio_are_chosen_by_their_own_inputs(
    root: Path, own: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choose_place(shown_on(root, monkeypatch), text.RESULTS)
    assert page.text_input(key="coba-ipak").value == "3,47"
    assert page.text_input(key="coba-ipkp").value == ""
    page.text_input(key="coba-ipak").set_value("3.7").run()
    assert page.text_input(key="coba-ipak").value == "3,70"
    page.button_group(key="coba-capaian_kinerja").set_value("C").run()
    choose_place(page, "Pengawasan")
    assert page.text_input(key=f"coba-{COMPLAINTS}").value == "33/35"
    page.text_input(key=f"coba-{COMPLAINTS}").set_value("39 dari 40").run()
    assert page.text_input(key=f"coba-{COMPLAINTS}").value == "39/40"
    asked = f"{COMPLAINTS}:39/40_ipak:3.7_capaian-kinerja:C"
    assert asked_by(page).replace(" dari ", "/") == asked
    assert_told(page, tried(own, asked))
    page.text_input(key="coba-A.II.5.iii.a").set_value("97,5%").run()
    assert "A.II.5.iii.a:97.5%" in asked_by(page)
    assert page.text_input(key="coba-A.II.5.iii.a").value == "97,50%"
    page.text_input(key="coba-A.II.5.iii.a").set_value(" ").run()
    assert "A.II.5.iii.a" not in asked_by(page)


@pytest.mark.parametrize(
    ("place", "name", "typed", "why", "before"),
    [
        ("Pengawasan", COMPLAINTS, "36/35", FAULTS["a ratio over 1"], "33/35"),
        ("Pengawasan", COMPLAINTS, "97", FAULTS["a ratio over 1"], "33/35"),
        ("Pengawasan", COMPLAINTS, "banyak", FAULTS["no ratio"], "33/35"),
        ("Pengawasan", COMPLAINTS, "0/0", FAULTS["nothing of nothing"], "33/35"),
        (text.RESULTS, "ipak", "9", OF_RESULTS["an index outside its scale"], "3,47"),
        (text.RESULTS, "ipak", "tinggi", OF_RESULTS["no number"], "3,47"),
    ],
)
def test_text_that_cannot_be_scored_stays_with_the_reason_and_changes_nothing(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    name: str,
    typed: str,
    why: str,
    before: str,
) -> None:
    page = choose_place(shown_on(root, monkeypatch), place)
    assert page.text_input(key=f"coba-{name}").value == before
    page.text_input(key=f"coba-{name}").set_value(typed).run()
    assert not page.exception
    assert page.text_input(key=f"coba-{name}").value == typed
    assert text.not_taken(typed, why) in said(page)
    assert asked_by(page) == ""
    page.text_input(key=f"coba-{name}").set_value("").run()
    assert page.text_input(key=f"coba-{name}").value == before
    assert "tidak dicoba" not in said(page)


def test_place_stays_where_it_is_while_answers_change(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown_on(root, monkeypatch)
    first = page.button_group(key="coba-bagian").value
    page.button(key="terapkan-jalan").click().run()
    assert page.button_group(key="coba-bagian").value == first


@pytest.mark.parametrize("source", ["situs"], indirect=True)
def test_unit_without_answers_is_told_no_value_no_total_and_no_way(shown: Shown) -> None:
    page = shown(BY_SLUG["kesiapan"])
    assert effect(page).count("belum diisi –") == 7
    assert "memenuhi" not in effect(page)
    assert page.button(key="terapkan-jalan").disabled
    assert page.button(key="terapkan-jalan").help == text.NO_WAY


def test_values_of_an_unreadable_table_are_neither_told_nor_tried(
    own: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SnapshotStore(tmp_path / "half")
    store.write(replace(own, unreadable=frozenset({RESULTS.name})))
    page = shown_on(store.root, monkeypatch, coba=f"{PLAN}:A")
    assert "tidak dapat dibaca" in effect(page)
    assert text.total(None, "")[:20] not in said(page)
    assert page.button(key="terapkan-jalan").disabled
    choose_place(page, text.RESULTS)
    assert results_text.UNREADABLE in said(page)
    assert not [each for each in page.text_input if each.key == "coba-ipak"]


def test_inputs_say_what_the_address_says_and_each_change_can_be_removed(
    root: Path, own: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown_on(root, monkeypatch, coba=f"{TEAM}:tidak_{PLAN}:A_ipak:3.7")
    choose_place(page, "Man. Perubahan")
    assert page.button_group(key=f"coba-{TEAM}").value == "Tidak"
    assert f"{text.CHANGED} (3)" in [each.value for each in page.header]
    page.button(key=f"hapus-{TEAM}").click().run()
    assert asked_by(page) == f"{PLAN}:A_ipak:3.7"
    assert page.button_group(key=f"coba-{TEAM}").value == "Ya"
    page.button(key="kosongkan").click().run()
    assert asked_by(page) == ""
    assert page.button_group(key=f"coba-{PLAN}").value == "B"


def test_shortest_way_is_put_on_top_of_what_is_tried_and_meets_every_minimum(
    root: Path, own: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown_on(root, monkeypatch, coba=f"{TEAM}:Tidak")
    page.button(key="terapkan-jalan").click().run()
    assert not page.exception
    told = tried(own, asked_by(page))
    assert told.scenario.results == {"ipak": "3.60", "capaian_kinerja": "C", "ipkp": "3.20"}
    assert [test for test in told.tests[Predicate.WBK] if not test.is_met] == []
    assert "7 dari 7 syarat nilai WBK dipenuhi" in said(page)
    assert page.button(key="terapkan-jalan").disabled


@pytest.mark.parametrize(
    ("asked", "told", "is_scenario"),
    [
        (f"{PLAN}:A_zzz:1", "zzz:1", True),
        ("<img src=x onerror=alert(1)>:Ya", "<img src=x onerror=alert(1)>:Ya", False),
        ("ipak:9", "ipak:9", False),
        (f"{TEAM}:Ya_{COMPLAINTS}:33/35", "", False),
    ],
    ids=["one of two", "markup", "out of scale", "what the sheet says already"],
)
def test_address_that_cannot_be_read_is_told_and_the_rest_holds(
    root: Path, monkeypatch: pytest.MonkeyPatch, asked: str, told: str, is_scenario: bool
) -> None:
    page = shown_on(root, monkeypatch, coba=asked)
    assert (f"“{told}”" in said(page)) == bool(told)
    assert (text.IS_SCENARIO in said(page)) == is_scenario
    assert "<img" not in "".join(each.proto.body for each in page.get("html"))


@pytest.mark.parametrize("slug", ["reform", "hasil", "manajemen-perubahan", "rapat"])
def test_no_other_page_takes_a_scenario(
    root: Path, monkeypatch: pytest.MonkeyPatch, slug: str
) -> None:
    plain = said(drawn_on(BY_SLUG[slug], root, monkeypatch))
    asked = f"{TEAM}:Tidak_{PLAN}:A_ipak:3.9"
    assert said(drawn_on(BY_SLUG[slug], root, monkeypatch, coba=asked)) == plain


def test_unreadable_evidence_takes_no_answer_away(
    folders: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown_on(Path(folders[UNREADABLE]), monkeypatch)
    assert text.HOW in said(page)
