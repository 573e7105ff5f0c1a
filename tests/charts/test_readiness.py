"""Areas against their minima: bars, sentence and table of the same numbers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from zi_metrics.charts.palette import FILL
from zi_metrics.charts.readiness import area_bars
from zi_metrics.labels import readiness_areas as text
from zi_metrics.labels.lke import STANDINGS
from zi_metrics.labels.numbers import NBSP
from zi_metrics.labels.statuses import MARKS
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import Answer
from zi_metrics.lke.predicates import Standing
from zi_metrics.lke.worksheet import Worksheet, worksheet

CATALOGUE = load_catalogue()


def answered(scores: Mapping[int, Fraction]) -> Worksheet:
    """Every question of an area with the area's score."""
    return worksheet(
        CATALOGUE,
        {
            code: Answer(score=scores[question.area_no])
            for code, question in CATALOGUE.questions.items()
            if question.area_no in scores
        },
        {},
    )


def all_at(score: Fraction) -> Worksheet:
    return answered(dict.fromkeys(range(1, 7), score))


def test_bars_are_shares_of_the_areas_points() -> None:
    bars, marks = area_bars(all_at(Fraction(4, 5)), CATALOGUE.areas).numbers
    assert [bar.name for bar in bars] == [area.short_name for area in CATALOGUE.areas]
    assert [segment.share for bar in bars for segment in bar.segments] == pytest.approx([0.4] * 12)
    # area 1 weighs 8: 4 in each half
    assert [segment.points for segment in bars[0].segments] == ["3,20", "3,20"]
    assert [(mark.share, mark.name) for mark in marks] == [
        (0.6, f"WBK 60{NBSP}%"),
        (0.75, f"WBBM 75{NBSP}%"),
    ]


@pytest.mark.parametrize(
    ("score", "share", "standing"),
    [
        (Fraction(5999, 10000), "59,99", "○ di bawah nilai minimal"),
        (Fraction(59999, 100000), "59,99", "○ di bawah nilai minimal"),
        (Fraction(60, 100), "60,00", "◐ mencapai minimal WBK"),
        (Fraction(7499, 10000), "74,99", "◐ mencapai minimal WBK"),
        (Fraction(75, 100), "75,00", "● mencapai semua minimal"),
    ],
)
def test_minimum_is_reached_exactly_or_not_at_all(
    score: Fraction, share: str, standing: str
) -> None:
    first = area_bars(all_at(score), CATALOGUE.areas).numbers[0][0]
    assert first.beside[0].startswith(f"{share}{NBSP}% · ")
    assert first.beside[1] == standing


def test_sentence_names_the_weakest_and_counts_those_that_reach() -> None:
    scores = dict(enumerate(map(Fraction, ("0.9", "0.8", "0.5", "0.6", "0.74", "1")), start=1))
    picture = area_bars(answered(scores), CATALOGUE.areas)
    weakest = CATALOGUE.area(3).short_name
    assert picture.sentence == (
        f"Terendah {weakest}, 50,00{NBSP}%. Dari 6 area, 5 mencapai 60{NBSP}% untuk WBK dan "
        f"3 mencapai 75{NBSP}% untuk WBBM."
    )


def test_table_says_difference_answers_and_what_circulated_workbooks_show() -> None:
    sheet = answered({3: Fraction(1, 2)})
    row = area_bars(sheet, CATALOGUE.areas).table.iloc[2]
    asked = sum(question.area_no == 3 for question in CATALOGUE.questions.values())
    assert row["Jumlah"] == "5,00"
    assert row["Bagian"] == f"50,00{NBSP}%"
    assert row[text.difference_to("WBK")] == "−10,00"
    assert row[text.difference_to("WBBM")] == "−25,00"
    assert row["Terjawab"] == f"{asked}/{asked}"
    assert row[text.ANSWERED_ONLY_HEADER] == "5,00"


def test_scenario_is_said_in_title_and_sentence() -> None:
    picture = area_bars(all_at(Fraction(1)), CATALOGUE.areas, is_scenario=True)
    assert picture.title.endswith("(skenario)")
    assert "mengandaikan skenario" in picture.sentence


def test_every_standing_has_its_word_sign_and_colour() -> None:
    for standing in Standing:
        assert STANDINGS[standing].casefold() == standing
        assert MARKS[standing]
        assert FILL[standing]
    assert len({MARKS[standing] for standing in Standing}) == len(Standing)
