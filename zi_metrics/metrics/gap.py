"""The shortest way to a predicate: which values of Hasil it needs, and which indicators to improve.

Of all ways that meet every minimum the one with the fewest indicators changed, then with most of
them having complete evidence, then with the smallest total rise of their answers' scores, then
with indicators that stand earliest in the official list. `gap_choices.py` says what may be changed,
`gap_program.py` finds the way, `docs/decisions/0019-gap-finder.md` says why it does so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zi_metrics.lke.answers import Answer
from zi_metrics.lke.predicates import Predicate, Rule, minimum, tested
from zi_metrics.lke.results import ResultPart
from zi_metrics.lke.scenario import Scenario, applied
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.gap_choices import Choice, Need, best_of, choices
from zi_metrics.metrics.gap_program import shortest

_HUNDREDTH, _NOTHING = Fraction(1, 100), Fraction(0)


@dataclass(frozen=True)
class Step:
    """One indicator to improve.

    to: the answer it needs, as people write it: `Ya`, `A`, `34/35` where counts are known, `97%`
    where they are not. answer: the same as it counts.
    rise: of the answer's score, 0..1. gain: LKE points. has_evidence: its evidence is complete.
    """

    code: str
    to: str
    answer: Answer
    rise: Fraction
    gain: Fraction
    has_evidence: bool


@dataclass(frozen=True)
class NeededResult:
    """A value of Hasil that is needed, and that no indicator can replace.

    to: the least that is enough, as people write it: `3,60`, or a letter. share: the same, of the
    part's points.
    """

    part: ResultPart
    to: str
    share: Fraction


@dataclass(frozen=True)
class Plan:
    """A way to a predicate; steps and needed_results stand in official order.

    The steps suppose the needed results. after: both applied; it meets every minimum. is_proved:
    the solver proved that there is no shorter way; else this is the best it found in its time.
    """

    target: Predicate
    steps: tuple[Step, ...]
    needed_results: tuple[NeededResult, ...]
    after: Worksheet
    is_proved: bool

    @property
    def gain(self) -> Fraction:
        """LKE points of all steps."""
        return sum((step.gain for step in self.steps), _NOTHING)


def plan(sheet: Worksheet, target: Predicate, with_evidence: Collection[str]) -> Plan:
    """The shortest way from a worksheet, which stays as it is, to a predicate's minima.

    with_evidence: codes of the indicators whose evidence is complete.
    """
    needed = needed_results(sheet, target)
    supposed = applied(sheet, Scenario(results={each.part.key: each.to for each in needed}))
    needs = _needs(supposed, target)
    way = shortest(_choices(supposed, with_evidence, needs), needs)
    after = applied(supposed, Scenario(answers={each.code: each.to for each in way.chosen}))
    unmet = [test.rule for test in tested(after, target) if not test.is_met]
    if unmet:
        raise ValueError(unmet)
    steps = tuple(_step(choice, after.answers[choice.code]) for choice in way.chosen)
    return Plan(target, steps, needed, after, way.is_proved)


def _step(choice: Choice, answer: Answer) -> Step:
    return Step(
        code=choice.code,
        to=choice.to,
        answer=answer,
        rise=choice.rise,
        gain=choice.gain,
        has_evidence=choice.has_evidence,
    )


def _choices(
    sheet: Worksheet, with_evidence: Collection[str], needs: tuple[Need, ...]
) -> tuple[Choice, ...]:
    """What may be changed: ratios of nothing only where the minima cannot be met without them."""
    usual = choices(sheet, with_evidence)
    if all(need.is_met_by(best_of(usual)) for need in needs):
        return usual
    return choices(sheet, with_evidence, even_of_nothing=True)


def _needs(sheet: Worksheet, target: Predicate) -> tuple[Need, ...]:
    """The points that are missing: in each area, and in all of Pengungkit."""
    least = {rule: minimum(sheet.catalogue, target, rule) for rule in Rule}
    scores = {area.number: sheet.score(area_no=area.number) for area in sheet.catalogue.areas}
    missing: dict[int | None, Fraction] = {
        area_no: least[Rule.EACH_AREA] * score.weight - score.points
        for area_no, score in scores.items()
    }
    pengungkit = max(least[Rule.PENGUNGKIT], least[Rule.TOTAL] - sheet.hasil)
    missing[None] = pengungkit - sheet.pengungkit.points
    return tuple(Need(area_no, points) for area_no, points in missing.items() if points > 0)


def needed_results(sheet: Worksheet, target: Predicate) -> tuple[NeededResult, ...]:
    """The least values of Hasil by which its own minima are met; what is enough stays as it is.

    Where a component needs more than its parts do: of all ways those that change the fewest parts,
    then those with the smallest rise (as shares of the parts' points), then the one that asks less
    of the part that stands first.
    """
    components = dict.fromkeys(part.component for part in sheet.parts)
    return tuple(
        NeededResult(part, _written(part, share), share)
        for component in components
        for part, share in _least(sheet, target, component)
        if share > _present(sheet, part)
    )


def _least(
    sheet: Worksheet, target: Predicate, component: str
) -> Iterator[tuple[ResultPart, Fraction]]:
    """The least shares of a component's parts by which it and they meet their minima."""
    parts = [part for part in sheet.parts if part.component == component]
    present = [_present(sheet, part) for part in parts]
    least = _minimum(sheet, target, component)

    def points(shares: tuple[Fraction, ...]) -> Fraction:
        return sum((part.points * each for part, each in zip(parts, shares, strict=True)), _NOTHING)

    def cost(shares: tuple[Fraction, ...]) -> tuple[int, Fraction]:
        changed = sum(share > before for share, before in zip(shares, present, strict=True))
        return changed, sum(shares, _NOTHING)

    ways = product(*(_enough(sheet, target, part) for part in parts))
    cheapest = min((way for way in ways if points(way) >= least), key=cost)
    return zip(parts, cheapest, strict=True)


def _enough(sheet: Worksheet, target: Predicate, part: ResultPart) -> list[Fraction]:
    """The present share of a part and all higher ones, those that meet the part's own minimum."""
    if part.highest is None:
        values = sorted((part.options or {}).values())
    else:
        values = [_HUNDREDTH * each / part.highest for each in range(int(part.highest * 100) + 1)]
    present = _present(sheet, part)
    higher = [share for share in values if share > present]
    least = _minimum(sheet, target, part.key)
    return [share for share in (present, *higher) if part.points * share >= least]


def _written(part: ResultPart, share: Fraction) -> str:
    if part.highest is not None:
        whole, hundredths = divmod(int(share * part.highest * 100), 100)
        return f"{whole},{hundredths:02}"
    return next(option for option, score in (part.options or {}).items() if score == share)


def _present(sheet: Worksheet, part: ResultPart) -> Fraction:
    return sheet.results[part.key].share or _NOTHING


def _minimum(sheet: Worksheet, target: Predicate, key: str) -> Fraction:
    """The minimum of a part or component; 0 where there is none."""
    rule = next((rule for rule in Rule if rule == key), None)
    return _NOTHING if rule is None else minimum(sheet.catalogue, target, rule)
