"""The score of an answer as a formula; which option is worth what stands on the sheet Kesiapan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zi_metrics.lke.answers import DUST, PERCENT
from zi_metrics.lke.catalogue import Catalogue, Question
from zi_metrics.report.xlsx.plan import quoted


@dataclass(frozen=True)
class Scale:
    """Where the options of one type of answers stand, and beside them their scores."""

    options: str
    scores: str


Scales = Mapping[str, Scale]
"""By the type of answers."""


def listed_options(catalogue: Catalogue) -> list[tuple[str, str, float]]:
    """The options of every type of answers, with their scores: the list the formulas look into."""
    scores = catalogue.rules["answer_scores"]
    return [(kind, option, worth) for kind in scores for option, worth in scores[kind].items()]


def scales(options: str, scores: str, first_row: int, catalogue: Catalogue) -> Scales:
    """Where each type stands in that list; options, scores: `'Kesiapan'!$M`, its columns."""
    kinds = [kind for kind, _, _ in listed_options(catalogue)]

    def cells(column: str, kind: str) -> str:
        first = first_row + kinds.index(kind)
        at = column.rpartition("!")[2]
        return f"{column}${first}:{at}${first + kinds.count(kind) - 1}"

    return {kind: Scale(cells(options, kind), cells(scores, kind)) for kind in kinds}


def score(question: Question, kind: str, scales: Scales) -> str:
    """The score of what is entered, '' where nothing can be scored; in braces the cells of a row.

    kind: the question's type of answers.
    """
    if kind != PERCENT:
        return of_option("{answer}", scales[kind])
    return _of_ratio(_DECLINE, _DECLINE_ALONE) if question.is_improvement else _of_ratio()


def of_option(cell: str, scale: Scale, times: str = "1") -> str:
    """The score of an option, in any case; not VLOOKUP, which takes '?' and '*' for wildcards."""
    is_it = f"({scale.options}=TRIM({cell}))"
    return f'IF(SUMPRODUCT(--{is_it})=0,"",SUMPRODUCT({is_it}*{scale.scores})*{times})'


def _up_to_one(ratio: str) -> str:
    """What a formula of people leaves above 1 is dust, up to a billionth; more is no ratio."""
    return f'IF({ratio}>={1 + float(DUST)!r},"",MIN(1,{ratio}))'


_COUNTED, _ALONE = "{answer_numerator}/{answer_denominator}", "{answer}"
_PLAIN = f'IF(OR({{answer_denominator}}<=0,{{answer_numerator}}<0),"",{_up_to_one(_COUNTED)})'
_PLAIN_ALONE = f'IF({_ALONE}<0,"",{_up_to_one(_ALONE)})'
_DECLINE = (
    'IF({answer_denominator}<0,"",IF({answer_denominator}=0,'
    'IF({answer_numerator}>0,"",IF({answer_numerator}<0,0,1)),'
    f"IF({{answer_numerator}}<0,0,{_up_to_one(_COUNTED)})))"
)
"""Of a decline 0 of 0 is the best there is, and a rise is worth nothing."""
_DECLINE_ALONE = f"IF({_ALONE}<0,0,{_up_to_one(_ALONE)})"


def _of_ratio(counted: str = _PLAIN, alone: str = _PLAIN_ALONE) -> str:
    """The two counts go before a ratio that is entered as such."""
    return (
        'IF(AND({answer_numerator}="",{answer_denominator}=""),'
        f'IF(ISNUMBER({{answer}}),{alone},""),'
        f'IF(AND(ISNUMBER({{answer_numerator}}),ISNUMBER({{answer_denominator}})),{counted},""))'
    )


def gain(kind: str, scales: Scales) -> str:
    """What the answer that is needed adds to the points; '' where none is."""
    worth = "{needed}" if kind == PERCENT else of_option("{needed}", scales[kind])
    return f'IF({{needed}}="","",{worth}*{{points}}-{{won}})'


IS_FILLED = (
    f"IF(ISNUMBER({{score}}),1,IF(AND({{answer_type}}={quoted(PERCENT)},"
    "ISNUMBER({answer_numerator}),ISNUMBER({answer_denominator})),"
    "IF(AND({answer_numerator}=0,{answer_denominator}=0),1,0),0))"
)
"""Whether the unit has said all it can: 0 of 0 cannot be scored, but is no gap."""
