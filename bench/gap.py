"""The shortest way to a predicate, beside scoring and testing the same worksheet once."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from statistics import median

from bench.record import Measured
from bench.timing import Plainest, times_ms
from bench.work import Work
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.lke.predicates import Predicate, tested
from zi_metrics.lke.results import read_result, result_parts
from zi_metrics.lke.worksheet import Worksheet, worksheet
from zi_metrics.metrics.gap import plan
from zi_metrics.metrics.readiness import readiness
from zi_metrics.sources.contoh import sample_store

FEW_RUNS, RANDOM_WORKSHEETS = 7, 15
RATIOS = (None, "10%", "1/3", "33/35", "0,98", "7/40", "50/97")
Case = tuple[Worksheet, frozenset[str]]


def measured(_work: Work) -> list[Measured]:
    """Blank, the sample, and whole worksheets anyhow answered, for both predicates."""
    catalogue = load_catalogue()
    sample = readiness(sample_store().newest())
    blank: Case = worksheet(catalogue, {}, {}), frozenset()
    own: Case = sample.own, sample.codes_with_evidence
    some = [_answered(Random(seed)) for seed in range(RANDOM_WORKSHEETS)]
    assert [len(plan(*_for(blank, target)).steps) for target in Predicate] == [47, 67]
    assert all(plan(*_for(own, target)).is_proved for target in Predicate)
    plain = Plainest(
        "gap",
        "the worksheet scored and tested once",
        lambda: tested(worksheet(catalogue, own[0].answers, {}), Predicate.WBK),
    )
    cases = {"blank": blank, "sample": own, "worst": (_worst(), frozenset[str]())}
    return [each for target in Predicate for each in _ways(plain, target, cases, some)]


def _ways(
    plain: Plainest, target: Predicate, cases: dict[str, Case], some: list[Case]
) -> Iterator[Measured]:
    for name, case in cases.items():
        yield plain.measured(f"way of the {name} to {target}", _times(case, target, FEW_RUNS))
    medians = [median(_times(case, target, 1)) for case in some]
    yield plain.measured(f"ways of {len(some)} others to {target}", medians)


def _worst() -> Worksheet:
    """The worst answer everywhere, but Hasil full: many ways cost nearly the same."""
    catalogue = load_catalogue()
    answers = {
        code: read_answer(Written([*(question.options or ("1/97",))][-1]), question.options)
        for code, question in catalogue.questions.items()
    }
    full = {
        part.key: read_result("4" if part.is_survey else "A", part)
        for part in result_parts(catalogue)
    }
    return worksheet(catalogue, answers, full)


def _times(case: Case, target: Predicate, runs: int) -> list[float]:
    return times_ms(lambda: plan(*_for(case, target)), runs)


def _for(case: Case, target: Predicate) -> tuple[Worksheet, Predicate, frozenset[str]]:
    sheet, evidence = case
    return sheet, target, evidence


def _answered(random: Random) -> Case:
    """All questions anyhow answered, some left out; four of ten have complete evidence."""
    questions = load_catalogue().questions
    answers = {}
    for code, question in questions.items():
        words = RATIOS if question.options is None else (None, *question.options)
        answers[code] = read_answer(Written(random.choice(words)), question.options)
    evidence = frozenset(code for code in questions if random.random() < 0.4)
    return worksheet(load_catalogue(), answers, {}), evidence
