"""Kesiapan: where the unit stands, what is missing, and the shortest way, on any data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from pages._frame import readiness_way
from tests.pages.altered import (
    HOSTILE,
    everywhere,
    rewrite,
    sample_folder,
    with_column,
    without,
    without_rows,
)
from tests.pages.conftest import EMPTY, UNREADABLE, Shown, drawn_on
from tests.pages.shown import BY_SLUG, charts, headings, said, tables_behind
from zi_metrics.labels import readiness as text
from zi_metrics.labels import readiness_areas as area_text
from zi_metrics.labels import readiness_lists as lists
from zi_metrics.labels import screen, shortest_way, what_if
from zi_metrics.labels.lke import WHO_DECIDES, at_least
from zi_metrics.labels.numbers import NO_FIGURE, exact_points
from zi_metrics.lke import Aspect, load_catalogue
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.gap import plan
from zi_metrics.metrics.readiness import readiness
from zi_metrics.sources.resolve import open_source

PAGE = BY_SLUG["kesiapan"]
QUESTIONS = load_catalogue().questions
SAMPLE = readiness(open_source("contoh").newest())
ON_SAMPLE = pytest.mark.parametrize("source", ["contoh"], indirect=True)
SCENARIO = "A.I.1.ii.a:Ya_ipak:3.7"

Read = Callable[..., AppTest]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Draws the page on a source of the test's own, with what the address asks for."""

    def drawn(source: Path | str, **query: str) -> AppTest:
        return drawn_on(PAGE, source, monkeypatch, **query)

    return drawn


Answer = Callable[[str, str | None], str | None]


def answered(folder: Path, answer: Answer) -> None:
    """Other answers; answer: from a code and what was written."""

    def edit(rows: pa.Table) -> pa.Table:
        written = zip(rows["code"].to_pylist(), rows["answer"].to_pylist(), strict=True)
        return with_column("answer", [answer(*each) for each in written])(rows)

    rewrite(folder, "indicators", edit)


def best(code: str, written: str | None) -> str:
    """The best answer there is."""
    options = QUESTIONS[code].options
    return "100%" if options is None else next(iter(options))


def last_for_blank(code: str, written: str | None) -> str | None:
    """What is blank gets the last option, which is worth nothing, as a blank is."""
    options = QUESTIONS[code].options
    return written if written is not None or options is None else list(options)[-1]


def only_fulfilment(code: str, written: str | None) -> str | None:
    return written if QUESTIONS[code].aspect is Aspect.FULFILMENT else None


def without_counts(folder: Path) -> None:
    for column in ("answer_numerator", "answer_denominator"):
        rewrite(folder, "indicators", with_column(column, [None] * len(QUESTIONS)))


def lead(page: AppTest) -> str:
    return next(body for body in bodies(page) if 'class="zi-lead"' in body)


def bodies(page: AppTest) -> list[str]:
    return [each.proto.body for each in page.get("html")]


def table(page: AppTest, caption: str) -> str:
    """The HTML of the table with this caption."""
    (found,) = (body for body in bodies(page) if f"<caption>{caption}</caption>" in body)
    return found


@ON_SAMPLE
def test_sheet_with_gaps_has_a_position_and_no_predicate(shown: Shown) -> None:
    page = shown(PAGE)
    assert (
        "Pemenuhan 17,74 dari 30, terjawab 72 dari 87; Reform 21,32 dari 30, terjawab 23 dari 23; "
        "Hasil 34,46 dari 40, terisi 3 dari 3 bagian. Belum diisi: 15 jawaban Pemenuhan."
        in lead(page)
    )
    assert text.NO_PREDICATE_YET in lead(page)
    assert WHO_DECIDES in lead(page)
    assert "syarat nilai WBK" not in lead(page)
    assert [(each.label, each.value) for each in page.metric[:4]] == [
        ("Pemenuhan", "17,74 dari 30"),
        ("Reform", "21,32 dari 30"),
        ("Hasil", "34,46 dari 40"),
        ("Terjawab", "95 dari 110"),
    ]
    assert "seperti lembar yang beredar: Pemenuhan 19,53 dan Reform 21,32." in said(page)
    assert what_if.IS_SCENARIO not in said(page)


def test_filled_sheet_is_simulated_and_says_who_decides(read: Read, tmp_path: Path) -> None:
    answered(sample_folder(tmp_path), last_for_blank)
    page = read(tmp_path)
    # what was blank is answered with the last option: no point more, so 73,53 as before
    assert (
        "Nilai simulasi 73,53 dari 100: Pengungkit 39,07 dari 60 dan Hasil 34,46 dari 40; terjawab "
        "110 dari 110. Sebanyak 3 dari 7 syarat nilai WBK dipenuhi; WBBM: 1 dari 7." in lead(page)
    )
    assert WHO_DECIDES in lead(page)
    assert [each.label for each in page.metric[:4]] == [
        "Nilai simulasi", "Pengungkit", "Hasil", "Terjawab",
    ]  # fmt: skip


def test_best_answers_meet_all_minima_in_simulation(read: Read, tmp_path: Path) -> None:
    folder = sample_folder(tmp_path)
    answered(folder, best)
    without_counts(folder)
    rewrite(folder, "results", with_column("value", ["4", "4", "A"]))
    page = read(tmp_path, sasaran="WBBM")
    # 60 + 17,5 + 17,5 + 5
    assert "Nilai simulasi 100,00 dari 100" in lead(page)
    assert text.reached("WBBM") in lead(page)
    assert shortest_way.all_met("WBBM") in said(page)
    assert "Belum memenuhi" not in table(page, text.RULES_TITLE)


def test_with_pemenuhan_only_the_position_is_of_30(read: Read, tmp_path: Path) -> None:
    folder = sample_folder(tmp_path)
    answered(folder, only_fulfilment)
    without_counts(folder)
    rewrite(folder, "results", without_rows)
    page = read(tmp_path)
    # ratios of Pemenuhan lost their counts with those of Reform
    sheet = readiness(open_source(str(tmp_path)).newest()).sheet
    points = exact_points(sheet.score(Aspect.FULFILMENT).points)
    assert f"Pemenuhan {points} dari 30, terjawab" in lead(page)
    assert "dari 60" not in lead(page)
    assert "dari 100" not in lead(page)
    assert "23 jawaban Reform, dan 3 nilai Hasil" in lead(page)


@ON_SAMPLE
def test_rules_table_tells_value_minimum_difference_and_state(shown: Shown) -> None:
    rules = table(shown(PAGE), text.RULES_TITLE)
    assert rules.count("<tr>") == 1 + 7
    # each area: 5,12875 of 10 points, so 8,72 short of 60 and 23,72 short of 75
    for told in ("51,28\u00a0%", "−8,72", "−23,72", "terendah: Manajemen SDM"):
        assert told in rules
    # IPAK 3,47 / 4 x 17,5 = 15,18; the least is 15,75, which is 3,60
    for told in ("15,18", "15,75", "−0,57", "indeks 3,47 · survei mandiri · 2025", "indeks 3,60"):
        assert told in rules
    assert rules.count("Belum memenuhi") + rules.count("</span> Memenuhi") == 14


@ON_SAMPLE
def test_areas_are_drawn_with_both_halves_and_both_minima(shown: Shown) -> None:
    page = shown(PAGE)
    chart = charts(page)[0]
    sheet = SAMPLE.sheet
    for bar, aspect in zip(chart.bars, Aspect, strict=True):
        assert bar["name"] == aspect
        assert bar["x"] == pytest.approx(
            [
                float(
                    sheet.score(aspect, area.number).points / sheet.score(None, area.number).weight
                )
                for area in sheet.catalogue.areas
            ]
        )
    assert [line["x0"] for line in chart.spec["layout"]["shapes"]] == [0.6, 0.75]
    assert "4 mencapai 60\u00a0% untuk WBK dan 2 mencapai 75\u00a0% untuk WBBM" in chart.alt
    assert tables_behind(page)[f"{screen.SHOW_TABLE}: {area_text.AREAS_TITLE}"] == 6


@pytest.mark.parametrize("target", Predicate)
def test_way_is_that_of_the_target_in_the_address(read: Read, target: Predicate) -> None:
    page = read("contoh", sasaran=target)
    way = plan(SAMPLE.sheet, target, SAMPLE.codes_with_evidence)
    assert shortest_way.title(target) in headings(page)
    assert f"{len(way.steps)} indikator dinaikkan, +{exact_points(way.gain)} poin" in said(page)
    for needed in way.needed_results:
        assert shortest_way.needed(needed.part.name, needed.to) in said(page)
    steps = table(page, shortest_way.every_step(len(way.steps), target))
    assert steps.count("<tr>") == 1 + len(way.steps)
    for step in way.steps:
        assert f"indikator={step.code}" in steps


@ON_SAMPLE
def test_target_of_the_settings_is_the_usual_one(shown: Shown) -> None:
    assert shortest_way.title("WBK") in headings(shown(PAGE))


def test_unknown_target_in_the_address_is_the_usual_one(read: Read) -> None:
    assert shortest_way.title("WBK") in headings(read("contoh", sasaran="WBKX"))


def test_scenario_is_said_at_once_and_beside_every_figure_it_changes(read: Read) -> None:
    page = read("contoh", coba=SCENARIO)
    assert bodies(page).index(lead(page)) > 0
    assert what_if.IS_SCENARIO in bodies(page)[0]
    # A.I.1.ii.a is worth 1/3, IPAK 3,70 / 4 x 17,5 = 16,18 instead of 15,18
    told = [(each.label, each.value, each.delta) for each in page.metric[:4]]
    assert told == [
        ("Pemenuhan (skenario)", "18,07 dari 30", "sheet bersama: 17,74 dari 30"),
        ("Reform", "21,32 dari 30", "terjawab 23 dari 23"),
        ("Hasil (skenario)", "35,46 dari 40", "sheet bersama: 34,46 dari 40"),
        ("Terjawab (skenario)", "96 dari 110", "sheet bersama: 95 dari 110"),
    ]
    rules = table(page, text.of_scenario(text.RULES_TITLE))
    for own in ("73,53", "39,07", "18,93", "15,18"):
        assert text.recorded(own) in rules
    assert rules.count("sheet bersama: ") == 4
    assert "indeks 3,70 · skenario" in rules
    assert text.of_scenario(area_text.AREAS_TITLE) in headings(page)
    assert "Angka ini mengandaikan skenario." in charts(page)[0].alt
    assert shortest_way.OF_SCENARIO in said(page)


@ON_SAMPLE
def test_answers_and_evidence_side_by_side_have_their_files(shown: Shown) -> None:
    page = shown(PAGE)
    unproven = table(page, lists.UNPROVEN)
    assert f"<td>{lists.NO_EVIDENCE}</td>" in unproven
    assert unproven.count("<tr>") == 1 + min(10, len(SAMPLE.unproven))
    # a blank answer is a chance too
    assert "belum diisi" in table(page, lists.CHANCES)
    names = [each.proto.id for each in page.get("download_button")]
    for key in ("jalan-terpendek", "perlu-dibuktikan", "peluang"):
        assert any(f"unduh-{key}" in name for name in names)


@pytest.mark.parametrize(("target", "asks"), [("WBK", False), ("WBBM", True)])
def test_checklist_is_that_of_the_target(read: Read, target: str, asks: bool) -> None:
    page = read("contoh", sasaran=target)
    assert lists.entry_title(target) in headings(page)
    assert ("Unit sudah berpredikat WBK" in table(page, lists.OF_UNIT)) == asks
    assert table(page, lists.OF_AGENCY).count("<tr>") == 1 + 4
    # of SAKIP and the index: B for WBK, BB for WBBM
    assert table(page, lists.OF_AGENCY).count(at_least("BB")) == (2 if asks else 0)


@pytest.mark.parametrize("source", ["situs", EMPTY], indirect=True)
def test_without_answers_nothing_is_zero_and_the_page_says_what_to_fill_in(shown: Shown) -> None:
    page = shown(PAGE)
    assert "terjawab 0 dari 110" in lead(page)
    assert text.FILL_IN in said(page)
    assert [each.value for each in page.metric[:3]] == ["–", "–", "–"]
    rules = table(page, text.RULES_TITLE)
    assert rules.count("Belum diisi") == 14
    assert rules.count(f'zi-number">{NO_FIGURE}<') == 14
    assert rules.count(f"<strong>{NO_FIGURE}</strong>") == 7
    assert area_text.NO_AREAS in said(page)
    assert shortest_way.NEEDS_ANSWERS in said(page)


def test_unreadable_answers_leave_what_rests_on_hasil(read: Read, tmp_path: Path) -> None:
    rewrite(sample_folder(tmp_path), "indicators", without("code"))
    page = read(tmp_path)
    assert text.ANSWERS_UNREADABLE in lead(page)
    assert "Hasil 34,46 dari 40" in lead(page)
    rules = table(page, text.RULES_TITLE)
    assert rules.count("Tidak dapat dibaca") == 6
    assert "18,93" in rules
    assert shortest_way.ANSWERS_UNREADABLE in said(page)
    assert said(page).count(lists.NO_ANSWERS_READ) == 2


def test_unreadable_hasil_leaves_what_rests_on_answers(read: Read, tmp_path: Path) -> None:
    rewrite(sample_folder(tmp_path), "results", without("value"))
    page = read(tmp_path)
    assert text.RESULTS_UNREADABLE in lead(page)
    assert "Pemenuhan 17,74 dari 30" in lead(page)
    rules = table(page, text.RULES_TITLE)
    assert rules.count("Tidak dapat dibaca") == 10
    assert "39,07" in rules
    assert shortest_way.RESULTS_UNREADABLE in said(page)


@pytest.mark.parametrize("source", [UNREADABLE], indirect=True)
def test_unreadable_evidence_leaves_the_score_and_says_so_of_the_lists(shown: Shown) -> None:
    page = shown(PAGE)
    assert "Pemenuhan 17,74 dari 30" in lead(page)
    assert said(page).count(lists.NO_EVIDENCE_READ) == 2
    assert lists.of_evidence(lists.EVIDENCE_UNKNOWN) in said(page)
    assert lists.of_evidence(lists.NO_EVIDENCE) not in said(page)


def test_texts_of_the_sheet_are_only_texts(read: Read, tmp_path: Path) -> None:
    folder = sample_folder(tmp_path)
    rewrite(folder, "indicators", everywhere("pic", texts=[HOSTILE]))
    rewrite(folder, "results", with_column("assessor", [HOSTILE] * 3))
    shown = " ".join(bodies(read(tmp_path)))
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown
    assert "<img" not in shown


@ON_SAMPLE
def test_ringkasan_tells_the_position_and_leads_here(shown: Shown) -> None:
    page = shown(BY_SLUG["ringkasan"])
    assert "Nilai LKE: Pemenuhan 17,74 dari 30, terjawab 72 dari 87" in said(page)
    assert any('href="./kesiapan?' in body for body in bodies(page))


@pytest.mark.parametrize("is_proved", [True, False])
def test_way_that_is_not_proved_the_shortest_says_so(is_proved: bool) -> None:
    way = plan(SAMPLE.sheet, Predicate.WBK, SAMPLE.codes_with_evidence)
    told = " ".join(readiness_way._sentences(SAMPLE, replace(way, is_proved=is_proved)))
    assert (shortest_way.NOT_PROVED in told) is not is_proved
    assert shortest_way.NO_ORDER in told
