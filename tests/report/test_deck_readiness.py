"""The readiness in a meeting: its slides, decisions, memos and minutes say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.meetings import shipped, small
from tests.report.test_deck import blocks, slide, texts_in
from tests.report.worksheets import ROWS, answered, complete, worst
from zi_metrics.labels import readiness_meeting as text
from zi_metrics.labels.lke import WHO_DECIDES_SHORT
from zi_metrics.lke import Aspect
from zi_metrics.report.decisions import decisions
from zi_metrics.report.deck import deck
from zi_metrics.report.deck_readiness import READINESS, WAY, readiness_slides
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo import memos
from zi_metrics.report.minutes import minutes
from zi_metrics.report.slides import Lines, Shares, Table
from zi_metrics.tables.columns import INDICATORS, RESULTS
from zi_metrics.tables.spec import TableSpec

OF_AREA_5 = ("A.II.5.i", "A.II.5.ii", "A.II.5.iii.a", "A.II.5.iii.b")
"""All of Reform there: 2,5 + 3 + 1 + 1 of the area's 15 points; without them it has 50 %."""
COMPLAINTS = "A.II.5.ii"


def weak(**rest: str) -> Meeting:
    """All is best but Reform of area 5; rest: cells of the question on complaints."""
    changes = dict(worst(OF_AREA_5))
    return small(answered(changes | {COMPLAINTS: {**changes[COMPLAINTS], **rest}}))


def chapter(of: Meeting) -> str:
    return minutes(of).partition("KESIAPAN MENUJU")[2].partition("\n\n")[0]


# --- What may be said -------------------------------------------------------


def test_unit_without_answers_is_told_what_to_fill_in() -> None:
    of = small(answered(aspects=(), results={}))
    for each in readiness_slides(of):
        assert each.sentence == blocks(each, Lines)[0].empty
        assert "tab Indikator" in each.sentence
        assert each.headlines == ()
    assert not any("WBK" in each for each in decisions(of))


def test_pemenuhan_alone_is_told_of_thirty_and_names_no_predicate_as_reached() -> None:
    of = small(answered(worst(["A.I.1.i.a"]), aspects=[Aspect.FULFILMENT], results={}))
    # A.I.1.i: half a point over two questions, one of which is answered Tidak: 30 - 0,25
    assert readiness_slides(of)[0].sentence == (
        "Pemenuhan 29,75 dari 30. Belum diisi: 23 jawaban Reform dan 3 nilai Hasil. Predikat belum "
        "dapat disimulasikan."
    )


def test_gaps_are_counted_and_points_are_those_with_and_without_blanks() -> None:
    blank = {code: {"answer": None} for code in ("A.I.1.i.a", "A.I.1.i.b")}
    of = small(answered(blank, results={"IPAK": "4", "Capaian kinerja": "A"}))
    told = readiness_slides(of)[0]
    # without IPKP 100 - 17,5; without A.I.1.i, all of whose answers are blank, half a point less
    assert told.sentence == (
        "Pemenuhan 29,50 dari 30; Reform 30,00 dari 30; Hasil 22,50 dari 40. Belum diisi: 2 "
        "jawaban Pemenuhan dan 1 nilai Hasil. Predikat belum dapat disimulasikan."
    )
    assert [(each.name, each.value, each.counted, each.change) for each in told.headlines] == [
        ("Pemenuhan", "29,50", "dari 30", "terjawab 85 dari 87"),
        ("Reform", "30,00", "dari 30", "terjawab 23 dari 23"),
        ("Hasil", "22,50", "dari 40", "2 dari unit sendiri"),
        ("Terjawab", "108", "dari 110", "2 belum diisi"),
    ]
    (table,) = blocks(told, Table)
    assert table.rows[-1] == (
        *("Pelayanan Publik yang Prima", "–", "14,00", "–", "□\u00a0belum diisi"),
    )


def test_best_answers_to_everything_reach_wbbm_in_simulation() -> None:
    of = small(answered())
    position, way = readiness_slides(of)
    assert position.sentence == (
        "Nilai simulasi 100,00 dari 100. Sebanyak 7 dari 7 syarat nilai WBK dipenuhi; WBBM: 7 dari "
        "7."
    )
    assert "sudah dipenuhi" in way.sentence
    assert blocks(way, Lines)[0].lines == ()
    assert not any("jalan terpendek" in each for each in decisions(of))


@pytest.mark.parametrize("target", ["WBK", "WBBM"])
def test_predicate_is_never_named_without_simulation_and_who_decides(target: str) -> None:
    of = small(answered(worst(OF_AREA_5), settings={"Target predikat": target}))
    for told in readiness_slides(of):
        said = texts_in(told)
        assert any("simulasi" in each.casefold() for each in said)
        assert any("Menteri PANRB" in each and "TPN" in each for each in said)
    assert WHO_DECIDES_SHORT in chapter(of)
    assert "simulasi" in next(each for each in decisions(of) if "jalan terpendek" in each)


@pytest.mark.parametrize("lost", [INDICATORS, RESULTS])
def test_table_that_cannot_be_read_is_named_and_nothing_is_told(lost: TableSpec) -> None:
    read = answered(worst(OF_AREA_5))
    of = small(replace(read, unreadable=frozenset({lost.name})))
    for told in readiness_slides(of):
        assert f"Tabel {lost.tab} tidak dapat dibaca" in told.sentence
        assert told.headlines == ()
    assert not any("jalan terpendek" in each for each in decisions(of))


# --- The minima and the way -------------------------------------------------


def test_missed_minimum_is_told_with_its_weakest_area() -> None:
    told = readiness_slides(weak())[0]
    assert told.sentence == (
        "Nilai simulasi 92,50 dari 100. Sebanyak 6 dari 7 syarat nilai WBK dipenuhi; WBBM: 6 dari "
        "7."
    )
    (table,) = blocks(told, Table)
    assert table.rows[2] == (
        "Setiap area Pengungkit, terendah Pengawasan",
        "50,00\u00a0%",
        "60,00\u00a0%",
        "−10,00",
        "○\u00a0belum memenuhi",
    )
    assert [row[-1] for row in table.rows].count("●\u00a0memenuhi") == 6


def test_areas_are_bars_against_the_minimum_of_the_target() -> None:
    (shares,) = blocks(readiness_slides(weak())[1], Shares)
    assert (shares.minimum, shares.said) == (0.6, "nilai minimal WBK 60,00\u00a0%")
    short = [bar for bar in shares.bars if not bar.is_enough]
    assert [(bar.name, bar.share, bar.summary) for bar in short] == [
        ("Pengawasan", 0.5, "50,00\u00a0% · −10,00")
    ]
    assert [bar.share for bar in shares.bars] == [1, 1, 1, 1, 0.5, 1]


def test_way_shows_answer_points_and_whose_it_is() -> None:
    of = weak(pic="Analis SDM")
    # 1,5 points are missing in area 5: half of the question on complaints, 5 of 10
    told = readiness_slides(of)[1]
    assert told.sentence.startswith(
        "Simulasi: 1 jawaban dinaikkan (+1,50 poin) memenuhi semua syarat nilai WBK."
    )
    ((line,),) = (each.lines for each in blocks(told, Lines))
    assert (line.strong, line.text) == ("+1,50", "Persentase penanganan pengaduan masyarakat")
    assert line.detail == "A.II.5.ii · 0 dari 10 → 5 dari 10 · Analis SDM"
    assert (
        "Tetapkan siapa menaikkan 1 jawaban di jalan terpendek menuju WBK (simulasi: +1,50 poin)."
        in decisions(of)
    )


def test_survey_that_is_too_low_comes_first_and_is_decided_on() -> None:
    results = {"IPAK": "3,5", "Capaian kinerja": "A", "IPKP": "4"}
    of = small(answered(worst(OF_AREA_5), results=results))
    lines = blocks(readiness_slides(of)[1], Lines)[0].lines
    assert [line.strong for line in lines] == ["≥ 3,60", "+1,50"]
    assert lines[0].detail == "kini 3,50; tidak dapat diganti indikator"
    assert "Putuskan cara mencapai IPAK 3,60; tanpa itu syarat nilai WBK tidak dapat dipenuhi." in (
        decisions(of)
    )


@pytest.mark.parametrize(
    ("is_proved", "rest"), [(True, ""), (False, ". Mungkin ada jalan yang lebih pendek.")]
)
def test_long_way_ends_in_the_number_of_the_others(is_proved: bool, rest: str) -> None:
    # each of the six areas has half of its points, and one step at least
    of = small(answered(worst(ROWS["code"][ROWS["aspect"] == Aspect.REFORM])))
    vars(of)["plan"] = replace(of.plan, is_proved=is_proved)
    steps = len(of.plan.steps)
    (lines,) = blocks(readiness_slides(of)[1], Lines)
    assert steps >= 6
    assert (len(lines.lines), lines.more) == (4, f"dan {steps - 4} lainnya{rest}")
    gains = [float(line.strong.replace(",", ".")) for line in lines.lines]
    assert gains == sorted(gains, reverse=True)


def test_requirement_that_is_not_met_is_decided_on_and_a_blank_one_is_not() -> None:
    key = "Syarat: Pelaporan LHKPN dan LHKASN 100%"
    told = decisions(small(answered(settings={key: "Tidak"})))
    assert "Penuhi 1 syarat pengusulan WBK: Pelaporan LHKPN dan LHKASN 100%." in told
    assert not any("syarat pengusulan" in each for each in decisions(small(answered())))


def test_of_many_requirements_two_are_named() -> None:
    assert text.decide_entry(["A", "B", "C", "D"], "WBK") == (
        "Penuhi 4 syarat pengusulan WBK: A, B, dan 2 lainnya."
    )


# --- Memos and minutes ------------------------------------------------------


def test_memos_of_area_and_pic_hold_their_steps_and_the_others_none() -> None:
    of = weak(pic="Analis SDM")
    told = {each.title: each.text for each in memos(of)}
    to = "0 dari 10 (0,00\u00a0%) → 5 dari 10"
    entry = f"- Persentase penanganan pengaduan masyarakat – A.II.5.ii – {to}"
    assert f"{entry} – +1,50 poin – Analis SDM\n" in told["Area 5. Penguatan Pengawasan"]
    assert f"{entry} – +1,50 poin\n" in told["PIC: Analis SDM"]
    assert "Tidak ada yang masih terbuka." not in told["PIC: Analis SDM"]
    assert "JALAN TERPENDEK" not in told["Area 1. Manajemen Perubahan"]
    assert (
        "Kesiapan: Nilai simulasi 92,50 dari 100. Sebanyak 6 dari 7 syarat nilai WBK dipenuhi; "
        "WBBM: 6 dari 7.\n"
        "Jalan terpendek menuju WBK: 1 jawaban dinaikkan (+1,50 poin)" in told["Seluruh unit"]
    )


def test_best_answers_without_evidence_are_in_the_memo_of_their_pic() -> None:
    ours = ["A.I.1.i.a", "A.I.1.i.b"]
    changes = {code: {"pic": "Ketua Tim"} for code in ours}
    of = small(answered(changes, documents=[complete(ours[0])]))
    told = {each.title: each.text for each in memos(of)}
    unproven = told["PIC: Ketua Tim"].partition("PERLU DIBUKTIKAN (1)")[2]
    assert ours[1] in unproven
    assert ours[0] not in unproven


def test_minutes_tell_position_missed_minima_and_the_way() -> None:
    lines = chapter(weak()).splitlines()
    assert (
        "- Setiap area Pengungkit, terendah Pengawasan: 50,00\u00a0%, nilai minimal 60,00\u00a0%"
        in ("\n".join(lines))
    )
    assert "Jalan terpendek menuju WBK (1):" in lines
    assert "Keputusan:" in lines


def test_names_of_people_are_hidden_in_all_of_it_unless_shown() -> None:
    changes = dict(worst(OF_AREA_5, pic="Rina Dewi", note="kata Rina Dewi"))
    read = answered(changes)
    for shows_names in (False, True):
        of = small(read, shows_names=shows_names)
        said = [*texts_in(deck(of)), minutes(of), *(each.text for each in memos(of))]
        assert any("Rina" in each for each in said) == shows_names
        assert any("R.D." in each for each in said) != shows_names
        assert ("Rina Dewi" in set(of.readiness.items["pic"])) == shows_names


def test_way_is_found_once_and_only_when_asked_for() -> None:
    of = weak()
    assert "plan" not in vars(of)
    readiness_slides(of)
    first = of.plan
    decisions(of)
    assert of.plan is first


def test_slides_of_the_sample_stand_before_the_decisions() -> None:
    keys = [each.key for each in deck(shipped("contoh")).slides]
    assert keys[-3:] == [READINESS, WAY, "keputusan"]
    assert slide(deck(shipped("contoh")), READINESS).title == "Kesiapan menuju WBK"
