"""What the print says of the readiness: the screen's figures, and lists in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tests.report.meetings import shipped, small
from tests.report.worksheets import answered, complete, worst
from zi_metrics.labels import readiness_lists as words
from zi_metrics.labels.lke import REQUIREMENTS, STANDINGS, WHO_DECIDES
from zi_metrics.report.deck import deck
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.pdf.paper import Listing, PaperBlock, Section, Sentence
from zi_metrics.report.pdf.readiness import position_blocks, way_blocks
from zi_metrics.report.pdf.sections import paper
from zi_metrics.report.readiness_rules import rule_texts
from zi_metrics.tables.columns import EVIDENCE, INDICATORS

# TEAM is worth 0.50/2 points
TEAM, OTHER = "A.I.1.i.a", "A.I.1.i.b"
PAGE_WIDTH = 174


def section(meeting: Meeting, title: str) -> Section:
    (found,) = [
        each for each in paper(meeting, deck(meeting)).sections if each.title.startswith(title)
    ]
    return found


def listings(blocks: Iterable[PaperBlock]) -> dict[str, Listing]:
    return {block.title: block for block in blocks if isinstance(block, Listing)}


def way(snapshot: Any) -> dict[str, Listing]:
    return listings(way_blocks(small(snapshot)))


def test_minima_of_both_predicates_are_those_of_the_screen() -> None:
    meeting = shipped("contoh")
    blocks = section(meeting, "Kesiapan menuju WBK").blocks
    rows = listings(blocks)["Syarat nilai"].rows
    for row, rule in zip(rows, rule_texts(meeting.readiness), strict=True):
        assert row[0].startswith(rule.name)
        expected = [rule.value]
        for shown in rule.minima.values():
            expected += [shown.minimum, shown.difference, STANDINGS[shown.standing]]
        assert [*row[1:]] == expected
    assert WHO_DECIDES in [block.text for block in blocks if isinstance(block, Sentence)]


def test_every_requirement_is_listed_with_what_was_entered() -> None:
    settings = {"Syarat: Nilai SAKIP unit": "CC", "Syarat: TLHP 100%": "Ya"}
    found = small(answered(settings=settings)).readiness
    rows = listings(position_blocks(found))["Syarat pengusulan ke WBK"].rows
    assert [row[0] for row in rows] == [REQUIREMENTS[each.requirement.key] for each in found.entry]
    told = {row[0]: row[1:] for row in rows}
    assert told[REQUIREMENTS["tlhp"]] == ("Ya", "Ya", "Memenuhi")
    assert told[REQUIREMENTS["sakip_unit"]] == ("B", "CC", "Belum memenuhi")
    assert told[REQUIREMENTS["sptjm"]] == ("Ya", "–", "Belum diisi")


def test_areas_are_compared_with_the_minima_of_both_predicates() -> None:
    # area 1 without its best change agents: 2 of 8 points are lost
    rows = way(answered(worst(["A.II.1.i.a", "A.II.1.i.b"])))[
        "Nilai setiap area terhadap nilai minimalnya"
    ].rows
    assert rows[0] == (
        *("1. Manajemen Perubahan", "4,00", "2,00", "6,00 dari 8", "75,00\u00a0%"),
        *("+15,00", "+0,00", "16 dari 16"),
    )


def test_lists_are_complete_and_say_what_they_are_of() -> None:
    meeting = shipped("contoh")
    found = listings(section(meeting, "Jalan terpendek").blocks)
    told = meeting.readiness
    for name, rows in ((words.UNPROVEN, told.unproven), (words.CHANCES, told.chances)):
        assert [row[0] for row in found[name].rows] == rows["code"].tolist()
        assert found[name].lead.endswith(words.MEANINGS[name])
    steps = [row[0] for row in found[f"Semua langkah ({len(meeting.plan.steps)})"].rows]
    assert steps == [step.code for step in meeting.plan.steps]


def test_chance_is_told_with_its_answer_points_evidence_and_pic() -> None:
    changes = {TEAM: {"answer": None, "pic": "Sekretaris"}, OTHER: {"answer": "B"}}
    found = way(answered(changes, documents=[complete(TEAM), complete(OTHER)]))
    first, second = found[words.CHANCES].rows
    assert first[2:4] == ("belum diisi", "0,25")
    assert first[5] == "Sekretaris"
    assert second[2:4] == ("B", "0,12")


def test_empty_lists_say_why() -> None:
    documents = [complete(code) for code in small(answered()).readiness.items["code"]]
    full = way(answered(documents=documents))
    assert full[words.UNPROVEN].empty == words.NONE[words.UNPROVEN]
    lost = way(replace(answered(), unreadable=frozenset({EVIDENCE.name})))
    assert lost[words.CHANCES].empty == words.NO_EVIDENCE_READ


def test_nothing_is_compared_where_answers_cannot_be_read() -> None:
    lost = replace(answered(), unreadable=frozenset({INDICATORS.name}))
    meeting = small(lost)
    assert [*listings(position_blocks(meeting.readiness))] == ["Syarat pengusulan ke WBK"]
    assert way(lost) == {}


def test_columns_fit_the_page() -> None:
    for title in ("Kesiapan menuju", "Jalan terpendek"):
        for listing in listings(section(shipped("contoh"), title).blocks).values():
            assert sum(column.width for column in listing.columns) == PAGE_WIDTH
