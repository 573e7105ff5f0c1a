"""What the cells of a column accept, from the column's declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zi_metrics.labels import template as text
from zi_metrics.lke import AREA_NUMBERS, Catalogue
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.tables.spec import Column, Kind, TableSpec
from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus
from zi_metrics.template.layout import (
    FIRST_ROW,
    AnyDate,
    Block,
    Condition,
    NumberFrom,
    OneOf,
    OneOfColumn,
    Validation,
)

YEAR = NumberFrom(FIRST_YEAR, LAST_YEAR)
_OF_KIND: dict[Kind, Condition] = {
    Kind.DATE: AnyDate(),
    Kind.COUNT: NumberFrom(0),
    Kind.NUMBER: NumberFrom(0, is_whole=False),
    Kind.FLAG: OneOf((text.YES, text.NO)),
    Kind.QUARTER: OneOf(("1", "2", "3", "4")),
    Kind.AREA: OneOf(tuple(map(str, AREA_NUMBERS))),
}


def condition_of(column: Column, spec: TableSpec, catalogue: Catalogue) -> Condition | None:
    """What the column accepts on every row; None where any text will do or rows differ."""
    last_code = FIRST_ROW + len(catalogue.indicators) - 1
    codes = OneOfColumn(INDICATORS.tab, Block(0, FIRST_ROW, last_code))
    areas = tuple(map(str, AREA_NUMBERS))
    by_column: dict[tuple[str, str], Condition | None] = {
        (INDICATORS.name, "answer_numerator"): None,  # rows differ
        (EVIDENCE.name, "code"): codes,
        (EVIDENCE.name, "status"): OneOf(_known(EvidenceStatus)),
        (RECOMMENDATIONS.name, "code"): codes,
        (RECOMMENDATIONS.name, "status"): OneOf(_known(FollowUpStatus)),
        (SPIP_REPORTS.name, "area_no"): OneOf((*areas, text.WHOLE_UNIT)),
        (SPIP_REPORTS.name, "year"): YEAR,
        (RESULTS.name, "year"): YEAR,
        (RESULTS.name, "component"): OneOf(tuple(part["name"] for part in result_parts(catalogue))),
    }
    return by_column.get((spec.name, column.name), _OF_KIND.get(column.kind))


def result_parts(catalogue: Catalogue) -> list[dict[str, str]]:
    """The parts of Hasil: their `name`, and the `input` that their value is."""
    return [part for component in catalogue.rules["results"] for part in component["parts"]]


def conditions_by_row(
    spec: TableSpec, catalogue: Catalogue
) -> Mapping[str, Sequence[Condition | None]]:
    """What each row accepts, from the first on, by column; None where any text will do."""
    if spec is RESULTS:
        parts = result_parts(catalogue)
        return {"value": [_answers_to(part["input"], catalogue) for part in parts]}
    if spec is not INDICATORS:
        return {}
    kinds = catalogue.indicators["answer_type"].tolist()
    # a decline of something bad may be a rise, which is less than nothing
    may_be_negative = (question.is_improvement for question in catalogue.questions.values())
    return {
        "answer": [_answers_to(kind, catalogue) for kind in kinds],
        "answer_numerator": [
            None if any_number else NumberFrom(0, is_whole=False) for any_number in may_be_negative
        ],
    }


def _answers_to(input_kind: str, catalogue: Catalogue) -> Condition | None:
    """What answers a question: its options or a range such as 0..4; None for a percentage."""
    if options := catalogue.rules["answer_scores"].get(input_kind):
        return OneOf(tuple(options))
    least, _, most = input_kind.partition("..")
    return NumberFrom(float(least), float(most), is_whole=False) if most else None


def validation(blocks: Iterable[Block], condition: Condition) -> Validation:
    """The condition on some cells, with the help that its kind needs."""
    match condition:
        case OneOf(options):
            said = text.one_of(options)
        case OneOfColumn():
            said = text.ANY_CODE
        case AnyDate():
            said = text.ANY_DATE
        case NumberFrom(least, most, is_whole):
            said = text.number(least, most, is_whole=is_whole)
    return Validation(tuple(blocks), condition, said)


def _known(statuses: type[EvidenceStatus] | type[FollowUpStatus]) -> tuple[str, ...]:
    """Statuses a person may choose; that a word is unknown is not chosen."""
    return tuple(str(status) for status in statuses if status.name != "UNRECOGNISED")
