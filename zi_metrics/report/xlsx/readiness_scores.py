"""The first rows of the sheet Kesiapan: values of Hasil, points of the worksheet and its areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from zi_metrics.labels import readiness_files as text
from zi_metrics.labels.numbers import exact_percent, out_of
from zi_metrics.labels.readiness import LEVERS, RESULTS
from zi_metrics.lke import AREA_NUMBERS, Aspect
from zi_metrics.lke.answers import exact
from zi_metrics.lke.predicates import area_shares
from zi_metrics.lke.results import ResultPart
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.position_texts import of_weight
from zi_metrics.report.xlsx.answer_scores import Scales, of_option
from zi_metrics.report.xlsx.cells import area_name
from zi_metrics.report.xlsx.plan import Formula, Kind, Number, Place, Value, quoted
from zi_metrics.report.xlsx.readiness_table import PLACES, Line, Table, added, cell, cut, same


@dataclass(frozen=True)
class Scored:
    """Rows that later formulas point at.

    parts: those of Hasil, by key; shares: of the first and the last area.
    """

    parts: Mapping[str, int]
    total: int
    pengungkit: int
    answered: int
    filled: int
    shares: tuple[int, int]


def add_scores(table: Table, meeting: Meeting, answers: Place, kinds: Scales) -> Scored:
    """Everything that is scored; answers: the sheet LKE."""
    told = meeting.readiness
    parts = {part.key: _add_part(table, told, part, kinds) for part in told.sheet.parts}
    total, pengungkit = _add_totals(table, told.sheet, answers, [*parts.values()])
    answered, filled = _add_answered(table, told.sheet, answers)
    shares = _add_areas(table, meeting, answers)
    return Scored(parts, total, pengungkit, answered, filled, shares)


def _add_part(table: Table, told: Readiness, part: ResultPart, kinds: Scales) -> int:
    """A part of Hasil, with the cell that its value is entered in."""
    value, found = told.sheet.results[part.key], told.entered.get(part.key)
    at, points = table.at("entered"), told.sheet.result_points(part)
    if part.highest is None:
        kind = next(kind for kind in kinds if part.options == _options(kind, told))
        raw = of_option(at, kinds[kind], f"{float(part.points)!r}")
        entered: Value = value.shown or None
        table.offer(words=tuple(part.options or ()))
    else:
        highest = int(part.highest)
        scored = f'IF(AND({at}>=0,{at}<={highest}),{at}/{highest}*{float(part.points)!r},"")'
        raw = f'IF(ISNUMBER({at}),{scored},"")'
        entered = None if value.index is None else Number(float(value.index), Kind.POINTS)
        table.offer(highest=highest)
    return table.add(
        Line(
            text.ENTERED_RESULTS,
            part.name,
            entered=entered,
            value=cut(added([table.at("raw")]), points),
            bound=float(part.points),
            shown=of_weight(points, part.points),
            check=same(table.at("raw"), points),
            note=text.found_by(found.assessor, str(found.year or "")) if found else None,
            raw=Formula(raw, float(points) if value.is_filled else ""),
        )
    )


def _options(kind: str, told: Readiness) -> dict[str, Fraction]:
    scores = told.sheet.catalogue.rules["answer_scores"]
    return {option: exact(worth) for option, worth in scores[kind].items()}


def _add_totals(
    table: Table, sheet: Worksheet, answers: Place, parts: Sequence[int]
) -> tuple[int, int]:
    """The whole, then what it is the sum of; the rows of the whole and of Pengungkit."""
    total, pengungkit, fulfilment, reform, results = range(table.next_row, table.next_row + 5)
    levers, fully = sheet.pengungkit, sheet.pengungkit.weight + sheet.hasil_weight

    def of(*rows: int) -> str:
        return added(cell("raw", row) for row in rows)

    table.add(_points(table, text.TOTAL, of(pengungkit, results), sheet.total, fully))
    table.add(_points(table, LEVERS, of(fulfilment, reform), levers.points, levers.weight))
    for aspect in Aspect:
        score = sheet.score(aspect)
        table.add(_points(table, aspect, _won(answers, aspect), score.points, score.weight))
    table.add(_points(table, RESULTS, of(*parts), sheet.hasil, sheet.hasil_weight))
    return total, pengungkit


def _won(answers: Place, aspect: Aspect, area: str = "", column: str = "won") -> str:
    """The points of an aspect, or of one area of it; area: the cell with its name."""
    where = f"{answers.range('aspect')},{quoted(aspect)}"
    where += f",{answers.range('area')},{area}" if area else ""
    return f"SUMIFS({answers.range(column)},{where})"


def _points(table: Table, figure: str, raw: str, points: Fraction, weight: Fraction) -> Line:
    return Line(
        text.TOTALS,
        figure,
        value=cut(table.at("raw"), points),
        bound=float(weight),
        shown=of_weight(points, weight),
        check=same(table.at("raw"), points),
        raw=Formula(raw, float(points)),
    )


def _add_answered(table: Table, sheet: Worksheet, answers: Place) -> tuple[int, int]:
    """What is answered, what is filled, and the points that circulated workbooks show.

    The rows of the first two.
    """
    levers = sheet.pengungkit
    filled = levers.questions - len(sheet.unanswered_codes) - len(sheet.faulty_codes)
    asked = levers.questions
    scores, flags = answers.range("score"), answers.range("is_filled")
    rows = (
        table.add(_count(table, text.ANSWERED, f"COUNT({scores})", levers.answered, asked)),
        table.add(_count(table, text.FILLED, f"SUM({flags})", filled, asked)),
    )
    for aspect in Aspect:
        score = sheet.score(aspect)
        raw = _won(answers, aspect, column="won_of_answered")
        line = _points(table, aspect, raw, score.answered_only, score.weight)
        table.add(replace(line, group=text.ANSWERED_ONLY))
    return rows


def _count(table: Table, figure: str, formula: str, number: int, of: int) -> Line:
    return Line(
        text.TOTALS,
        figure,
        value=Formula(formula, number, Kind.COUNT),
        bound=Number(of, Kind.COUNT),
        shown=out_of(number, of),
        check=same(table.at("value"), Fraction(number)),
    )


def _add_areas(table: Table, meeting: Meeting, answers: Place) -> tuple[int, int]:
    """Points of each area in both aspects, then their share; first and last row of the shares."""
    sheet, catalogue = meeting.readiness.sheet, meeting.snapshot.catalogue
    names = {number: area_name(number, catalogue) for number in AREA_NUMBERS}
    first = table.next_row
    for aspect in Aspect:
        for number, name in names.items():
            score = sheet.score(aspect, number)
            raw = _won(answers, aspect, area=table.at("figure"))
            line = _points(table, name, raw, score.points, score.weight)
            table.add(replace(line, group=text.by_area(aspect)))
    shares = table.next_row
    for number, (area_no, share) in enumerate(area_shares(sheet).items()):
        rows = first + number, first + len(names) + number
        table.add(_share(table, names[area_no], rows, share))
    return shares, table.next_row - 1


def _share(table: Table, figure: str, rows: tuple[int, int], share: Fraction) -> Line:
    """rows: the two with its points and weights, of one aspect each."""
    points, weights = (added(cell(name, row) for row in rows) for name in ("raw", "bound"))
    # rounded: of equal shares the first is the lowest
    return Line(
        text.SHARE_BY_AREA,
        figure,
        value=cut(table.at("raw"), share, is_share=True),
        shown=exact_percent(share),
        check=same(table.at("raw"), share),
        raw=Formula(f"ROUND({points}/{weights},{PLACES})", float(share), Kind.SHARE),
    )
