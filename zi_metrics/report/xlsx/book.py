"""All sheets of the workbook as plain values: places first, for formulas point at each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from zi_metrics.labels import readiness_files as words
from zi_metrics.labels import xlsx as text
from zi_metrics.lke import Aspect
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx import (
    answers,
    evidence,
    follow_ups,
    indicators,
    notes,
    spip_reports,
    stamps,
)
from zi_metrics.report.xlsx.lists import changes_sheet, overdue_sheet
from zi_metrics.report.xlsx.plan import Column, Fact, Place, Sheet, header_row
from zi_metrics.report.xlsx.readiness import readiness_sheet, scales_of
from zi_metrics.report.xlsx.rules import all_checked
from zi_metrics.report.xlsx.summary import COLUMNS as FIGURE_COLUMNS
from zi_metrics.report.xlsx.summary import figure_sheet, groups, reform_groups, row_count
from zi_metrics.report.xlsx.sums import Items


@dataclass(frozen=True, eq=False)
class Layout:
    """Where everything stands, known before anything is written.

    documents, indicators: rows of their sheets. marks: what alone is no reason, and punctuation:
    the cells of the notes that list it.
    """

    meeting: Meeting
    documents: pd.DataFrame
    indicators: pd.DataFrame
    facts: dict[str, list[Fact]]
    items: Items
    answers: Place
    notes: Place
    marks: Sequence[str]

    @property
    def punctuation(self) -> str:
        return notes.punctuation_cells(self.notes, self.marks)


def layout_of(meeting: Meeting) -> Layout:
    """The places of all tables of a meeting."""
    documents, rows = evidence.documents(meeting), indicators.indicators(meeting)
    facts = stamps.item_facts(meeting, documents)
    facts[text.ANSWERS] = stamps.sheet_facts(meeting, text.ANSWERS, words.ANSWERS_HINT)
    facts[text.NOTES] = stamps.sheet_facts(meeting, text.NOTES, text.NOTES_HINT)

    def place(sheet: str, columns: tuple[Column, ...], count: int) -> Place:
        return Place(sheet, columns, header_row(facts[sheet]), count)

    follow_up_count, spip_count = len(meeting.items.follow_ups), len(meeting.items.spip)
    return Layout(
        meeting,
        documents,
        rows,
        facts,
        Items(
            indicators=place(text.INDICATORS, indicators.COLUMNS, len(rows)),
            evidence=place(text.EVIDENCE, evidence.COLUMNS, len(documents)),
            follow_ups=place(text.MONEV, follow_ups.COLUMNS, follow_up_count),
            spip=place(text.SPIP, spip_reports.COLUMNS, spip_count),
        ),
        place(text.ANSWERS, answers.COLUMNS, len(meeting.readiness.items)),
        place(text.NOTES, notes.COLUMNS, notes.state_count()),
        notes.punctuation(documents["reason"], meeting.items.follow_ups["reason"]),
    )


def sheets_of(meeting: Meeting) -> list[Sheet]:
    """The sheets in their order."""
    layout = layout_of(meeting)
    found = [
        _summary(layout),
        readiness_sheet(meeting, layout.answers),
        *_items(layout),
        changes_sheet(meeting, stamps.sheet_facts(meeting, text.CHANGES, text.CHANGES_HINT)),
        overdue_sheet(meeting, stamps.overdue_facts(meeting)),
        *([_reform(layout)] if indicators.has_reform(meeting) else []),
    ]
    explained = notes.notes_sheet(layout.notes, layout.facts[text.NOTES], layout.marks, found)
    return [*found, explained]


def _items(layout: Layout) -> list[Sheet]:
    meeting, at, facts = layout.meeting, layout.items, layout.facts
    return [
        indicators.indicator_sheet(
            meeting,
            layout.indicators,
            at.indicators,
            facts[text.INDICATORS],
            indicators.formulas(at.evidence, layout.notes),
        ),
        evidence.evidence_sheet(
            meeting,
            layout.documents,
            at.evidence,
            facts[text.EVIDENCE],
            evidence.formulas(at.indicators, layout.notes, layout.punctuation),
        ),
        follow_ups.follow_up_sheet(
            meeting,
            at.follow_ups,
            facts[text.MONEV],
            follow_ups.formulas(layout.notes, layout.punctuation),
        ),
        spip_reports.spip_sheet(
            meeting, at.spip, facts[text.SPIP], spip_reports.formulas(layout.notes)
        ),
        answers.answers_sheet(
            meeting, layout.answers, facts[text.ANSWERS], scales_of(meeting), at.evidence
        ),
    ]


def _summary(layout: Layout) -> Sheet:
    """The check counts the rows whose figures are no longer the screen's."""
    meeting = layout.meeting
    told = groups(meeting)
    count = row_count(told, Aspect.FULFILMENT)
    height = header_row(stamps.summary_facts(meeting, ""))
    place = Place(text.SUMMARY, FIGURE_COLUMNS, height, count)
    facts = stamps.summary_facts(meeting, all_checked(place))
    return figure_sheet(place, facts, told, layout.items, Aspect.FULFILMENT)


def _reform(layout: Layout) -> Sheet:
    meeting = layout.meeting
    told = reform_groups(meeting)
    facts = stamps.sheet_facts(meeting, text.REFORM, text.REFORM_HINT)
    count = row_count(told, Aspect.REFORM)
    place = Place(text.REFORM, FIGURE_COLUMNS, header_row(facts), count)
    return figure_sheet(place, facts, told, layout.items, Aspect.REFORM)
