"""What if: answers and values other than the unit's own, as a short text that fits an address.

`A.I.1.ii.b:A_A.II.5.ii:34/35_capaian-kinerja:B`; nothing of it is ever written anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from zi_metrics.lke.answers import Answer, Written, read_answer
from zi_metrics.lke.catalogue import Catalogue
from zi_metrics.lke.results import ResultValue, read_result, result_parts
from zi_metrics.lke.worksheet import Worksheet

LONGEST = 4000
BETWEEN, IS = "_", ":"
IN_KEY, IN_TEXT = "_", "-"
"""Keys of Hasil hold the very sign that parts entries; in the text they have another."""


@dataclass(frozen=True)
class Scenario:
    """Answers by code and values of Hasil by key, as people write them.

    refused: entries of the text that name nothing or cannot be scored, as they were written.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not self.answers and not self.results

    @property
    def as_text(self) -> str:
        """The text for an address, official order first to last; '' when it changes nothing."""
        results = {key.replace(IN_KEY, IN_TEXT): value for key, value in self.results.items()}
        entries = (*self.answers.items(), *results.items())
        return BETWEEN.join(f"{name}{IS}{value.replace(',', '.')}" for name, value in entries)

    def joined(self, other: Scenario) -> Scenario:
        """Both, the other one where they disagree; what could not be read is forgotten."""
        return Scenario({**self.answers, **other.answers}, {**self.results, **other.results})

    def without(self, name: str) -> Scenario:
        """The same without an answer (by its code) or a value of Hasil (by its key)."""
        return Scenario(
            {code: value for code, value in self.answers.items() if code != name},
            {key: value for key, value in self.results.items() if key != name},
        )


NO_SCENARIO = Scenario()


def read_scenario(text: str, catalogue: Catalogue) -> Scenario:
    """The scenario of an address, in official order; what cannot be read of it is told.

    A text longer than any scenario there is is refused as a whole.
    """
    if len(text) > LONGEST:
        return Scenario(refused=(f"{text[:40]}…",))
    answers: dict[str, str] = {}
    results: dict[str, str] = {}
    refused: list[str] = []
    parts = {part.key: part for part in result_parts(catalogue)}
    keys = {key.replace(IN_KEY, IN_TEXT): key for key in parts}
    for entry in filter(None, text.split(BETWEEN)):
        name, _, value = entry.partition(IS)
        place = catalogue.place(name)
        if place is not None and _read(catalogue, place.code, value).is_answered:
            answers[place.code] = value
        elif name in keys and read_result(value, parts[keys[name]]).is_filled:
            results[keys[name]] = value
        else:
            refused.append(entry)
    return Scenario(
        {code: answers[code] for code in catalogue.questions if code in answers},
        {key: results[key] for key in parts if key in results},
        tuple(refused),
    )


def _read(catalogue: Catalogue, code: str, value: str) -> Answer:
    question = catalogue.questions[code]
    return read_answer(Written(value), question.options, is_improvement=question.is_improvement)


def applied(sheet: Worksheet, scenario: Scenario) -> Worksheet:
    """The worksheet as it would be; the one handed in stays as it is."""
    if scenario.is_empty:
        return sheet
    return replace(
        sheet,
        answers={**sheet.answers, **dict(_answers(sheet.catalogue, scenario))},
        results={**sheet.results, **dict(_results(sheet, scenario))},
    )


def _answers(catalogue: Catalogue, scenario: Scenario) -> Iterator[tuple[str, Answer]]:
    for code, value in scenario.answers.items():
        yield code, _read(catalogue, code, value)


def _results(sheet: Worksheet, scenario: Scenario) -> Iterator[tuple[str, ResultValue]]:
    for part in sheet.parts:
        if part.key in scenario.results:
            yield part.key, read_result(scenario.results[part.key], part)


def differing(sheet: Worksheet, scenario: Scenario) -> Scenario:
    """The scenario without what a worksheet says already: nothing is changed by it."""
    if scenario.is_empty:
        return scenario
    after = applied(sheet, scenario)
    return replace(
        scenario,
        answers={
            code: value
            for code, value in scenario.answers.items()
            if after.answers[code].score != sheet.answers[code].score
        },
        results={
            key: value
            for key, value in scenario.results.items()
            if after.results[key].share != sheet.results[key].share
        },
    )
