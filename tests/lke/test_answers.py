from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lke.builders import CATALOGUE
from zi_metrics.lke.answers import Answer, AnswerFault, Written, exact, read_answer

OPTIONS = {
    kind: {option: exact(score) for option, score in scores.items()}
    for kind, scores in CATALOGUE.rules["answer_scores"].items()
}
YES_NO, LETTERS = OPTIONS["Ya/Tidak"], OPTIONS["A/B/C"]


def ratio(
    answer: str | None = None,
    numerator: float | None = None,
    denominator: float | None = None,
    *,
    is_improvement: bool = False,
) -> tuple[Fraction | None, AnswerFault | None]:
    read = read_answer(Written(answer, numerator, denominator), None, is_improvement=is_improvement)
    return read.score, read.fault


@pytest.mark.parametrize(
    ("kind", "scores"),
    [
        ("Ya/Tidak", [("Ya", "1"), ("Tidak", "0")]),
        ("A/B/C", [("A", "1"), ("B", "0.5"), ("C", "0")]),
        ("A/B/C/D", [("A", "1"), ("B", "0.67"), ("C", "0.33"), ("D", "0")]),
        ("A/B/C/D/E", [("A", "1"), ("B", "0.75"), ("C", "0.5"), ("D", "0.25"), ("E", "0")]),
    ],
)
def test_option_of_a_type_has_its_score(kind: str, scores: list[tuple[str, str]]) -> None:
    read = [(option, read_answer(Written(option), OPTIONS[kind])) for option, _ in scores]
    assert read == [(option, Answer(option, Fraction(score))) for option, score in scores]
    assert list(OPTIONS) == ["Ya/Tidak", "A/B/C", "A/B/C/D", "A/B/C/D/E"]


@pytest.mark.parametrize(
    ("written", "option"),
    [
        *(("a", "A"), (" A ", "A"), ("B.", "B"), ("b)", "B"), ("\u200bC", "C"), ("Ａ", "A")),
        *(("ya ", "Ya"), ("YA", "Ya"), ("y", "Ya"), ("iya", "Ya")),
        *(("TDK", "Tidak"), ("t", "Tidak"), ("tidak", "Tidak")),
    ],
)
def test_option_is_read_however_it_is_written(written: str, option: str) -> None:
    options = YES_NO if option in YES_NO else LETTERS
    assert read_answer(Written(written), options) == Answer(option, options[option])


@pytest.mark.parametrize(
    "written", [None, "", " ", "-", "–", "--", ".", "…", "Blm Diisi", "belum diisi"]
)
@pytest.mark.parametrize("options", [YES_NO, LETTERS, None])
def test_words_for_nothing_are_blank(
    written: str | None, options: dict[str, Fraction] | None
) -> None:
    answer = read_answer(Written(written), options)
    assert (answer, answer.is_answered, answer.is_filled) == (Answer(), False, False)


@pytest.mark.parametrize(
    ("written", "options"),
    [("D", LETTERS), ("A/B", LETTERS), ("Ya", LETTERS), ("1", LETTERS), ("A", YES_NO)],
)
def test_answer_outside_its_type_is_a_fault_without_a_score(
    written: str, options: dict[str, Fraction]
) -> None:
    answer = read_answer(Written(written), options)
    assert (answer.score, answer.fault) == (None, AnswerFault.NOT_AN_OPTION)
    assert not answer.is_filled


@pytest.mark.parametrize("mark", ["✗", "?", "!!", "#", "*", "_"])
def test_marks_that_say_no_option_are_a_fault_and_no_blank(mark: str) -> None:
    assert not Written(mark).is_blank
    assert read_answer(Written(mark), YES_NO).fault is AnswerFault.NOT_AN_OPTION
    assert read_answer(Written(mark), LETTERS).fault is AnswerFault.NOT_AN_OPTION
    assert ratio(mark) == (None, AnswerFault.NOT_A_RATIO)


def test_numbers_beside_a_letter_are_told_and_the_letter_counts() -> None:
    answer = read_answer(Written("B", 3, None), LETTERS)
    assert (answer.score, answer.fault) == (Fraction(1, 2), AnswerFault.NUMBERS_IGNORED)
    assert answer.fault is not None
    assert answer.fault.counts


def test_numbers_without_a_letter_are_no_answer() -> None:
    assert read_answer(Written(None, 3, 4), LETTERS) == Answer()


@pytest.mark.parametrize(
    ("written", "score"),
    [
        ("14,29%", Fraction(1429, 10000)),
        ("14.29 %", Fraction(1429, 10000)),
        ("0.142857", Fraction(142857, 1000000)),
        ("0,5", Fraction(1, 2)),
        ("33/35", Fraction(33, 35)),
        ("33 dari 35", Fraction(33, 35)),
        ("1", Fraction(1)),
        ("100%", Fraction(1)),
        ("0", Fraction(0)),
    ],
)
def test_ratio_is_read_from_one_text(written: str, score: Fraction) -> None:
    assert ratio(written) == (score, None)


def test_ratio_of_two_numbers_is_exact_and_keeps_them() -> None:
    answer = read_answer(Written(None, 33, 35), None)
    assert answer == Answer("", Fraction(33, 35), None, Fraction(33), Fraction(35))
    assert ratio(None, 0.1, 0.3) == (Fraction(1, 3), None)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (("A",), AnswerFault.NOT_A_RATIO),
        (("100",), AnswerFault.OVER_ONE),
        (("101%",), AnswerFault.OVER_ONE),
        (("36/35",), AnswerFault.OVER_ONE),
        ((None, 36, 35), AnswerFault.OVER_ONE),
        (("-1%",), AnswerFault.NEGATIVE),
        ((None, -1, 35), AnswerFault.NEGATIVE),
        ((None, 1, -35), AnswerFault.NEGATIVE),
        ((None, 33, None), AnswerFault.HALF),
        (("94%", None, 35), AnswerFault.HALF),
        ((None, 3, 0), AnswerFault.ZERO_DENOMINATOR),
        (("3/0",), AnswerFault.ZERO_DENOMINATOR),
        ((None, 0, 0), AnswerFault.NOT_SCORABLE),
        (("0/0",), AnswerFault.NOT_SCORABLE),
    ],
)
def test_ratio_that_is_none_has_no_score_and_is_never_cut_to_size(
    written: tuple[str | None, ...], fault: AnswerFault
) -> None:
    assert ratio(*written) == (None, fault)  # type: ignore[arg-type]  # cells of both kinds


def test_nothing_of_nothing_is_filled_but_not_answered() -> None:
    answer = read_answer(Written(None, 0, 0), None)
    assert (answer.is_filled, answer.is_answered) == (True, False)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ((None, 0, 0), (Fraction(1), None)),  # none last year, none now
        (("0/0",), (Fraction(1), None)),
        ((None, -2, 0), (Fraction(0), None)),  # none last year, two now
        ((None, -1, 4), (Fraction(0), None)),  # a rise by a quarter
        (("-25%",), (Fraction(0), None)),
        ((None, 0, 4), (Fraction(0), None)),
        ((None, 3, 4), (Fraction(3, 4), None)),
        ((None, 5, 4), (None, AnswerFault.OVER_ONE)),
        ((None, 2, 0), (None, AnswerFault.ZERO_DENOMINATOR)),
        ((None, 2, -4), (None, AnswerFault.NEGATIVE)),
    ],
)
def test_decline_of_something_bad_has_rules_of_its_own(
    written: tuple[str | None, ...], expected: tuple[Fraction | None, AnswerFault | None]
) -> None:
    assert ratio(*written, is_improvement=True) == expected  # type: ignore[arg-type]  # cells of both kinds


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("94,29%", None),
        ("0,94", None),  # 0.0029 off: rounded
        ("33/35", None),
        ("Blm Diisi", None),
        ("0,93", AnswerFault.INPUTS_DISAGREE),
        ("A", AnswerFault.INPUTS_DISAGREE),
    ],
)
def test_two_numbers_go_before_the_ratio_said(said: str, fault: AnswerFault | None) -> None:
    assert ratio(said, 33, 35) == (Fraction(33, 35), fault)


def test_disagreement_begins_half_a_percent_away() -> None:
    # 1/2: 0,5049 is nearer than 0,005; 0,505 is not
    assert ratio("0,5049", 1, 2) == (Fraction(1, 2), None)
    assert ratio("0,505", 1, 2) == (Fraction(1, 2), AnswerFault.INPUTS_DISAGREE)


def test_number_is_what_people_wrote_not_its_nearest_binary_fraction() -> None:
    assert exact(0.67) == Fraction(67, 100)
    assert exact(0.1) + exact(0.2) == exact(0.3)


@given(
    st.none() | st.text(max_size=12),
    st.none() | st.floats(-5, 5),
    st.none() | st.floats(-5, 5),
    st.sampled_from([*OPTIONS.values(), None]),
    st.booleans(),
)
def test_any_answer_is_scored_from_0_to_1_or_not_at_all(
    answer: str | None,
    numerator: float | None,
    denominator: float | None,
    options: dict[str, Fraction] | None,
    is_improvement: bool,
) -> None:
    read = read_answer(
        Written(answer, numerator, denominator), options, is_improvement=is_improvement
    )
    assert read.score is None or 0 <= read.score <= 1
    assert read.is_answered == (read.score is not None)
    assert read.score is None or read.fault is None or read.fault.counts
