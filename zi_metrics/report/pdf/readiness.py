"""How far the unit is from both predicates: minima, areas, the shortest way, evidence in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from zi_metrics.labels import pdf as label
from zi_metrics.labels import readiness as page_text
from zi_metrics.labels import readiness_areas as area_text
from zi_metrics.labels import readiness_files as text
from zi_metrics.labels import readiness_lists as list_text
from zi_metrics.labels import shortest_way as way_text
from zi_metrics.labels.lke import REQUIREMENTS, STANDINGS, WHO_DECIDES, to_answer
from zi_metrics.labels.numbers import (
    NO_FIGURE,
    exact_percent,
    exact_points,
    out_of,
    points_difference,
    score,
)
from zi_metrics.lke import Area, Aspect
from zi_metrics.lke.predicates import Predicate, Rule, minimum
from zi_metrics.metrics.gap import NeededResult, Plan
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import answer_text, value_text
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.pdf.lists import listing, told
from zi_metrics.report.pdf.paper import ListColumn, Listing, PaperBlock, Sentence
from zi_metrics.report.position_texts import not_told, of_weight
from zi_metrics.report.readiness_listing import evidence_text, needed_answer
from zi_metrics.report.readiness_rules import MinimumTexts, rule_texts
from zi_metrics.tables.records import records

_WIDTHS = (21, 17, 23)
"""Of points in both aspects and together, in mm."""


def position_blocks(found: Readiness) -> Iterator[PaperBlock]:
    """What stands below the position: minima, where there is something to compare, and entry."""
    if not not_told(found):
        yield Sentence(WHO_DECIDES)
        yield _rules(found)
    yield _entry(found)


def way_blocks(meeting: Meeting) -> Iterator[PaperBlock]:
    """Areas, all indicators to improve, and answers beside their evidence."""
    found = meeting.readiness
    if not_told(found):
        return
    yield _areas(meeting)
    if found.has_way:
        yield from _way(meeting.plan, found)
    yield _beside(list_text.UNPROVEN, found.unproven, "won_points", found)
    yield _beside(list_text.CHANCES, found.chances, "lost_points", found)


def _rules(found: Readiness) -> Listing:
    """The seven minima of both predicates."""
    columns = [ListColumn(page_text.RULE_HEADERS[0], 48)]
    columns.append(ListColumn(page_text.RULE_HEADERS[1], 16, is_number=True))
    for predicate in Predicate:
        columns += [
            ListColumn(text.rule_column(page_text.MINIMUM, predicate), 17, is_number=True),
            ListColumn(page_text.DIFFERENCE, 16, is_number=True),
            ListColumn(page_text.STANDING, 22),
        ]
    rows = (
        (
            text.about(rule.name, told(rule.about, "")),
            rule.value,
            *(cell for each in Predicate for cell in _minimum(rule.minima[each])),
        )
        for rule in rule_texts(found)
    )
    return listing(page_text.RULES_TITLE, columns, rows)


def _minimum(texts: MinimumTexts) -> tuple[str, str, str]:
    return texts.minimum, texts.difference, STANDINGS.get(texts.standing, texts.standing)


def _areas(meeting: Meeting) -> Listing:
    """Points of every area, and what their share is above or under the minima."""
    found = meeting.readiness
    area, _, *points, share, answered = area_text.AREA_HEADERS
    columns = (
        ListColumn(area, 42),
        *(
            ListColumn(name, width, is_number=True)
            for name, width in zip(points, _WIDTHS, strict=True)
        ),
        ListColumn(share, 18, is_number=True),
        *(
            ListColumn(text.rule_column(page_text.DIFFERENCE, each), 15, is_number=True)
            for each in Predicate
        ),
        ListColumn(answered, 23, is_number=True),
    )
    rows = (_area(each, found) for each in meeting.areas)
    return listing(area_text.AREAS_TITLE, columns, rows)


def _area(area: Area, found: Readiness) -> tuple[str, ...]:
    sheet = found.sheet
    whole = sheet.score(area_no=area.number)
    least = (minimum(sheet.catalogue, each, Rule.EACH_AREA) for each in Predicate)
    return (
        label.area_title(area.number, area.name),
        *(exact_points(sheet.score(aspect, area.number).points) for aspect in Aspect),
        of_weight(whole.points, whole.weight),
        exact_percent(whole.share),
        *(points_difference((whole.share - each) * 100) for each in least),
        out_of(whole.answered, whole.questions),
    )


def _way(plan: Plan, found: Readiness) -> Iterator[PaperBlock]:
    """Values of Hasil that no indicator replaces, then the steps."""
    needed = text.supposed([_needed(each, found) for each in plan.needed_results])
    lead = f"{way_text.NEEDED_FIRST} {needed}" if plan.needed_results else ""
    if plan.steps:
        title = label.counted(way_text.EVERY_STEP, len(plan.steps))
        steps = listing(title, _columns(text.GAIN), _step_rows(plan, found))
        yield replace(steps, lead=lead)
    elif lead:
        yield Sentence(lead)


def _needed(needed: NeededResult, found: Readiness) -> str:
    now = way_text.now(value_text(found.sheet.results[needed.part.key]))
    return text.about(way_text.needed(needed.part.name, needed.to), now)


def _step_rows(plan: Plan, found: Readiness) -> Iterator[tuple[str, ...]]:
    rows = {row.code: row for row in records(found.items)}
    for step in plan.steps:
        now = answer_text(found.sheet.answers[step.code])
        answer = to_answer(now, needed_answer(step))
        yield _row(rows[step.code], answer, exact_points(step.gain), found)


def _columns(points: str) -> tuple[ListColumn, ...]:
    return (
        ListColumn(label.CODE, 17),
        ListColumn(label.QUESTION, 61),
        ListColumn(text.ANSWER, 27),
        ListColumn(points, 15, is_number=True),
        ListColumn(text.EVIDENCE, 27),
        ListColumn(label.PIC, 27),
    )


def _row(row: Any, answer: str, points: str, found: Readiness) -> tuple[str, ...]:
    evidence = evidence_text(row, has_evidence=found.has_evidence)
    return row.code, row.question, answer, points, evidence, told(row.pic)


def _beside(name: str, rows: pd.DataFrame, points: str, found: Readiness) -> Listing:
    """Answers beside their evidence, all of them; points: the column that is told."""
    if rows.empty:
        none = list_text.NONE[name] if found.has_evidence else list_text.NO_EVIDENCE_READ
        return listing(name, (), (), empty=none)
    summed = list_text.list_today(len(rows), score(rows[points].sum()))
    listed = (
        _row(row, answer_text(found.sheet.answers[row.code]), score(getattr(row, points)), found)
        for row in records(rows)
    )
    lead = f"{summed} {list_text.MEANINGS[name]}"
    return replace(listing(name, _columns(text.POINTS), listed), lead=lead)


def _entry(found: Readiness) -> Listing:
    """The checklist of a proposal, with what is entered in Pengaturan."""
    asked, entered, standing = list_text.ENTRY_HEADERS
    columns = (
        ListColumn(page_text.RULE_HEADERS[0], 92),
        ListColumn(asked, 24),
        ListColumn(entered, 24),
        ListColumn(standing, 34),
    )
    rows = (
        (
            REQUIREMENTS[each.requirement.key],
            each.requirement.needed(found.target),
            each.entered or NO_FIGURE,
            STANDINGS[each.standing],
        )
        for each in found.entry
    )
    return listing(list_text.entry_title(found.target), columns, rows)
