"""The numbers a solver chooses: what they add is what the choices read back from them add."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from zi_metrics.metrics.gap_choices import Choice
from zi_metrics.metrics.gap_model import alike

HALVES = (Fraction(1), Fraction(1, 2))
THIRDS = (Fraction(1), Fraction(67, 100), Fraction(33, 100))
FIFTHS = tuple(Fraction(each, 5) for each in (5, 4, 3, 2))


def choice(position: int, rise: Fraction, points: Fraction = Fraction(3, 2)) -> Choice:
    return Choice(f"Q{position}", 1, position, f"{rise}", rise, points, has_evidence=False)


@pytest.mark.parametrize("rises", [(Fraction(1),), HALVES, THIRDS, FIFTHS])
def test_choices_read_back_rise_and_win_what_their_numbers_add(rises: tuple[Fraction, ...]) -> None:
    (group,) = alike(choice(position, rise) for position in (3, 5, 8) for rise in rises)
    count = 0
    for values in product(*(range(number.high + 1) for number in group.numbers)):
        changed = sum(values[:3])
        if sum(values[3:]) > group.most_lowered * changed:
            continue
        chosen = tuple(group.chosen(values))
        count += 1
        pairs = list(zip(group.numbers, values, strict=True))
        assert sum(each.rise for each in chosen) == sum(n.rise * value for n, value in pairs)
        assert sum(each.gain for each in chosen) == sum(n.gain * value for n, value in pairs)
        assert sorted(each.position for each in chosen) == [
            number.position for number, value in pairs if number.changed and value
        ]
    assert count > 7


def test_last_of_alike_questions_get_the_lower_answers() -> None:
    (even,) = alike(choice(position, rise) for position in (1, 2, 3) for rise in FIFTHS)
    # steps of a fifth, three for each question: four are the last one's three and one more
    assert [each.to for each in even.chosen([1, 1, 1, 4])] == ["2/5", "4/5", "1"]
    (uneven,) = alike(choice(position, rise) for position in (1, 2, 3) for rise in THIRDS)
    assert [(each.position, each.to) for each in uneven.chosen([1, 0, 1, 1, 1])] == [
        (3, "33/100"),
        (1, "67/100"),
    ]


def test_only_questions_of_the_same_points_and_rises_are_alike() -> None:
    offered = [choice(1, Fraction(1)), choice(2, Fraction(1)), choice(3, Fraction(1, 2))]
    offered.append(choice(4, Fraction(1), points=Fraction(2)))
    assert [[each[0].position for each in group.questions] for group in alike(offered)] == [
        [1, 2],
        [3],
        [4],
    ]
