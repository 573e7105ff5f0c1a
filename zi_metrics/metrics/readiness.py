"""How far the unit is from a predicate: its worksheet, the minima, and answers beside evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from zi_metrics.lke import Catalogue
from zi_metrics.lke.answers import Answer, Written, read_answer
from zi_metrics.lke.entry import Requirement, requirements
from zi_metrics.lke.predicates import Predicate, Standing, Tested, reached, tested
from zi_metrics.lke.scenario import NO_SCENARIO, Scenario, applied, differing
from zi_metrics.lke.worksheet import Worksheet, worksheet
from zi_metrics.metrics.completeness import IndicatorState, indicator_completeness
from zi_metrics.metrics.results_entered import Entered, entered_results
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RESULTS
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot


@dataclass(frozen=True)
class EntryCheck:
    """A requirement for a proposal, what was entered of it (None: nothing), and its standing."""

    requirement: Requirement
    entered: str | None
    standing: Standing


@dataclass(frozen=True, eq=False)
class Readiness:
    """The worksheet of a snapshot, tested.

    sheet: with the scenario applied, which holds only what differs from it; own: without. items:
    one row per official question in official order, rows of `indicator_completeness` with the
    columns answer_score (0..1, missing: nothing scored), won_points and lost_points (of the
    question's points), of `sheet`; its evidence columns are not to be trusted where `has_evidence`
    is false. entered: by key of the part.
    """

    own: Worksheet
    sheet: Worksheet
    scenario: Scenario
    target: Predicate
    items: pd.DataFrame
    entered: Mapping[str, Entered]
    entry: tuple[EntryCheck, ...]
    has_answers: bool
    has_results: bool
    has_evidence: bool

    @property
    def knows_answers(self) -> bool:
        """Whether any answer can be scored; in a table that nobody can read, none."""
        return self.has_answers and self.sheet.pengungkit.answered > 0

    @property
    def knows_results(self) -> bool:
        """Whether any value of Hasil can be scored; in a table that nobody can read, none."""
        return self.has_results and len(self.sheet.blank_parts) < len(self.sheet.parts)

    @property
    def is_whole(self) -> bool:
        """Whether everything is filled in: only then are a total and a predicate simulated."""
        return self.has_answers and self.has_results and self.sheet.is_filled

    @property
    def has_way(self) -> bool:
        """Whether a way to a predicate can be told: from no answers at all there is none."""
        return self.knows_answers and self.has_results

    def by_sheet(self) -> Readiness:
        """The same without its scenario."""
        return replace(
            self, sheet=self.own, scenario=NO_SCENARIO, items=_scored(self.items, self.own)
        )

    @cached_property
    def tests(self) -> Mapping[Predicate, tuple[Tested, ...]]:
        """The seven minima of both predicates."""
        return {predicate: tested(self.sheet, predicate) for predicate in Predicate}

    @property
    def failing(self) -> tuple[Tested, ...]:
        """The minima of the target that are not met."""
        return tuple(test for test in self.tests[self.target] if not test.is_met)

    @property
    def reached(self) -> Predicate | None:
        """The predicate in simulation; None where none is, or where nothing may be said."""
        return reached(self.sheet)

    @cached_property
    def codes_with_evidence(self) -> frozenset[str]:
        """Codes of the indicators whose evidence is complete."""
        if not self.has_evidence:
            return frozenset()
        complete = self.items["state"] == IndicatorState.COMPLETE
        return frozenset(self.items.loc[complete, "code"])

    @cached_property
    def unproven(self) -> pd.DataFrame:
        """*Perlu dibuktikan*: the best answer, but evidence is missing; most points first."""
        proven = self.items["state"].isin([IndicatorState.COMPLETE, IndicatorState.IRRELEVANT])
        return self._told(self._is_best & ~proven, "won_points")

    @cached_property
    def chances(self) -> pd.DataFrame:
        """*Peluang*: evidence is complete, but the answer is blank or not the best.

        Without ratios of nothing: no work of the unit changes these.
        """
        complete = self.items["state"] == IndicatorState.COMPLETE
        of_nothing = [code for code, each in self.sheet.answers.items() if each.is_of_nothing]
        is_open = ~self._is_best & ~self.items["code"].isin(of_nothing)
        return self._told(is_open & complete, "lost_points")

    @property
    def _is_best(self) -> pd.Series:
        """Whether the best answer was given; a blank one is none."""
        return self.items["answer_score"].eq(1).fillna(value=False).astype(bool)

    def _told(self, chosen: pd.Series, by: str) -> pd.DataFrame:
        is_known = self.has_answers and self.has_evidence
        rows = self.items[chosen] if is_known else self.items.iloc[:0]
        return rows.sort_values(by, ascending=False, kind="stable")


def readiness(snapshot: Snapshot, scenario: Scenario = NO_SCENARIO) -> Readiness:
    """How far the unit is from its target, by the sheet's answers or by those of a scenario."""
    catalogue, settings = snapshot.catalogue, snapshot.settings
    target = Predicate(settings.target_predicate)
    entered = entered_results(snapshot.results, snapshot.year, catalogue)
    own = worksheet(
        catalogue,
        answers_of(snapshot.indicators, catalogue),
        {key: each.value for key, each in entered.items()},
    )
    sheet = applied(own, scenario)
    return Readiness(
        own=own,
        sheet=sheet,
        scenario=differing(own, scenario),
        target=target,
        items=_scored(indicator_completeness(snapshot.indicators, snapshot.evidence), sheet),
        entered=entered,
        entry=entry_checks(snapshot, target),
        has_answers=INDICATORS.name not in snapshot.unreadable,
        has_results=RESULTS.name not in snapshot.unreadable,
        has_evidence=EVIDENCE.name not in snapshot.unreadable,
    )


def entry_checks(snapshot: Snapshot, target: Predicate) -> tuple[EntryCheck, ...]:
    """The requirements for a proposal for a predicate, the unit's first."""
    entered = snapshot.settings.entry
    return tuple(
        EntryCheck(each, entered.get(each.key), each.standing(entered.get(each.key), target))
        for each in requirements(snapshot.catalogue, target)
    )


def answers_of(indicators: pd.DataFrame, catalogue: Catalogue) -> dict[str, Answer]:
    """The answers of clean indicators, by code."""
    questions = catalogue.questions
    columns = ["code", "answer", "answer_numerator", "answer_denominator"]
    return {
        row.code: read_answer(
            Written(row.answer, row.answer_numerator, row.answer_denominator),
            questions[row.code].options,
            is_improvement=questions[row.code].is_improvement,
        )
        for row in records(indicators[columns])
    }


def _scored(items: pd.DataFrame, sheet: Worksheet) -> pd.DataFrame:
    """With what the answers of a worksheet are worth."""
    questions = sheet.catalogue.questions
    scores = [sheet.answers[code].score for code in items["code"]]
    points = [questions[code].points for code in items["code"]]
    won = [each * (score or 0) for each, score in zip(points, scores, strict=True)]
    return items.assign(
        answer_score=pd.array(
            [None if each is None else float(each) for each in scores], "Float64"
        ),
        won_points=[float(each) for each in won],
        lost_points=[float(whole - each) for whole, each in zip(points, won, strict=True)],
    )
