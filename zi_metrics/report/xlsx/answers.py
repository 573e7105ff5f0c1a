"""The sheet of answers: score, points, and whether evidence stands behind them, by formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_metrics.labels import readiness_files as words
from zi_metrics.labels import xlsx as text
from zi_metrics.lke.answers import PERCENT
from zi_metrics.lke.catalogue import Question
from zi_metrics.lke.worksheet import Score
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx import cells
from zi_metrics.report.xlsx.answer_cells import Asked, cells_of
from zi_metrics.report.xlsx.answer_scores import IS_FILLED, Scales
from zi_metrics.report.xlsx.offers import Offer
from zi_metrics.report.xlsx.plan import Column, Fact, Kind, Place, Sheet, quoted
from zi_metrics.tables.records import records

COLUMNS = (
    Column("code", 11),
    Column("aspect", 11),
    Column("area", 17),
    Column("question", 56),
    Column("answer_type", 10),
    Column("answer", 11, is_input=True),
    Column("answer_numerator", 11, Kind.COUNT, is_input=True),
    Column("answer_denominator", 10, Kind.COUNT, is_input=True),
    Column("score", 8, Kind.POINTS),
    Column("points", 8, Kind.POINTS),
    Column("won", 8, Kind.POINTS),
    Column("claim", 16),
    Column("needed", 12),
    Column("gain", 10, Kind.POINTS),
    Column("pic", 24),
    Column("shown", 10),
    Column("check", 11, Kind.STATE, choices=(text.SAME, text.DIFFERENT)),
    Column("sub_area", 26),
    Column("sub_area_weight", 9, Kind.POINTS),
    Column("is_filled", 8, Kind.FLAG),
    Column("won_of_answered", 14, Kind.POINTS),
    Column("listed", 10, Kind.COUNT),
    Column("required", 8, Kind.COUNT),
    Column("complete", 9, Kind.COUNT),
    Column("note", 28),
    Column("origin", 24, Kind.LINK),
)
_SAME = ("code", "aspect", "question", "answer_type", "pic", "sub_area", "sub_area_weight", "note")


def answers_sheet(
    meeting: Meeting, place: Place, facts: Sequence[Fact], scales: Scales, evidence: Place
) -> Sheet:
    """One row per question in official order."""
    told, catalogue = meeting.readiness, meeting.snapshot.catalogue
    items = told.items
    listed = {
        **{name: cells.values(items[name]) for name in _SAME},
        "area": cells.area_names(items["area_no"], catalogue, ""),
        "origin": cells.origins(items["origin"], meeting.snapshot.provenance.book),
        "listed": cells.values(items["listed_count"]),
        "required": cells.values(items["required_count"]),
        "complete": cells.values(items["complete_count"]),
    }
    own = [
        cells_of(each, place.refs(place.first_row + at), scales)
        for at, each in enumerate(_asked(meeting))
    ]
    listed |= {name: [each[name] for each in own] for name in own[0]}
    return Sheet(
        place,
        facts,
        cells.rows_of(COLUMNS, listed),
        _formulas(place, evidence, told),
        printed="pic",
        frozen=1,
        offers=tuple(_offers(items["answer_type"].tolist(), meeting)),
    )


def _asked(meeting: Meeting) -> Iterator[Asked]:
    told = meeting.readiness
    sheet, questions = told.sheet, told.sheet.catalogue.questions
    siblings: dict[tuple[str, int, str], list[Question]] = {}
    for question in questions.values():
        siblings.setdefault(_sub_area(question), []).append(question)
    scores: dict[tuple[str, int, str], Score] = {
        place: sheet.of(found) for place, found in siblings.items()
    }
    steps = {step.code: step for step in meeting.plan.steps} if told.has_way else {}
    is_compared = told.has_answers and told.has_evidence
    for row in records(told.items):
        sub_area = scores[_sub_area(questions[row.code])]
        yield Asked(row, sheet, sub_area, steps.get(row.code), is_compared)


def _sub_area(question: Question) -> tuple[str, int, str]:
    return question.aspect, question.area_no, question.sub_area_no


def _formulas(place: Place, evidence: Place, told: Readiness) -> dict[str, str]:
    """Formulas of the columns that are the same in all rows."""
    siblings = ",".join(
        f"{place.range(name)},{{{name}}}" for name in ("aspect", "area", "sub_area")
    )
    of_answered = f'{{sub_area_weight}}/COUNTIFS({siblings},{place.range("score")},">=0")'
    found = {
        "points": f"{{sub_area_weight}}/COUNTIFS({siblings})",
        "won": "IF(ISNUMBER({score}),{score}*{points},0)",
        "is_filled": IS_FILLED,
        "won_of_answered": f"IF(ISNUMBER({{score}}),{{score}}*{of_answered},0)",
    }
    is_compared = told.has_answers and told.has_evidence
    return found | (_of_evidence(evidence) if is_compared else {})


def _of_evidence(evidence: Place) -> dict[str, str]:
    def counted(name: str) -> str:
        return f"SUMIFS({evidence.range(name)},{evidence.range('code')},{{code}})"

    is_complete = "AND({required}>0,{complete}={required})"
    is_proven = f"OR({is_complete},AND({{listed}}>0,{{required}}=0))"
    # what is filled in without a score is 0 of 0, which no work of the unit changes
    is_open = f"AND({is_complete},ISNUMBER({{score}})=({{is_filled}}=1))"
    return {
        "listed": f"COUNTIFS({evidence.range('code')},{{code}})",
        "required": counted("required"),
        "complete": counted("complete"),
        "claim": f'IF(SUM({{score}})=1,IF({is_proven},"",{quoted(words.UNPROVEN)}),'
        f'IF({is_open},{quoted(words.CHANCE)},""))',
    }


def _offers(kinds: Sequence[str], meeting: Meeting) -> Iterator[Offer]:
    """The options of each type of answers."""
    for kind, options in meeting.snapshot.catalogue.rules["answer_scores"].items():
        rows = tuple(row for row, each in enumerate(kinds) if each == kind)
        if kind != PERCENT and rows:
            yield Offer("answer", rows, tuple(options))
