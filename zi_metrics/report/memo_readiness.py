"""What memos and minutes say of the readiness: steps of the shortest way, and what to prove."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from zi_metrics.labels import lke as lke_text
from zi_metrics.labels import readiness_meeting as text
from zi_metrics.labels.numbers import exact_points, score
from zi_metrics.report.answer_texts import value_text
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo_entries import of_question
from zi_metrics.report.message import Section
from zi_metrics.report.readiness_listing import needed_answer
from zi_metrics.report.readiness_texts import way_steps
from zi_metrics.tables.records import records


@dataclass(frozen=True)
class Told:
    """One indicator as a memo tells it: whose it is and where, without and with its PIC."""

    pic: str | None
    area_no: int
    alone: str
    with_pic: str


@dataclass(frozen=True)
class Asked:
    """All that the readiness asks of anybody.

    needed: values of Hasil, which are nobody's; steps: most points first; unproven: *perlu
    dibuktikan*, most points first.
    """

    predicate: str
    needed: tuple[str, ...]
    steps: tuple[Told, ...]
    unproven: tuple[Told, ...]

    @property
    def pics(self) -> set[str | None]:
        """Everybody who is asked for anything; None where nobody is named."""
        return {each.pic for each in (*self.steps, *self.unproven)}

    def of_area(self, area_no: int) -> list[Section]:
        """The sections of an area."""
        return self._chosen(lambda each: each.area_no == area_no, lambda each: each.with_pic)

    def of_pic(self, pic: str | None) -> list[Section]:
        """The sections of a PIC, or of nobody."""
        return self._chosen(lambda each: each.pic == pic, lambda each: each.alone)

    def _chosen(
        self, is_theirs: Callable[[Told], bool], said: Callable[[Told], str]
    ) -> list[Section]:
        return self._sections(
            [said(each) for each in self.steps if is_theirs(each)],
            [said(each) for each in self.unproven if is_theirs(each)],
        )

    def _sections(self, steps: list[str], unproven: list[str]) -> list[Section]:
        """Those that hold anything."""
        sections = (
            Section(text.way_heading(self.predicate), steps, lke_text.WHO_DECIDES_SHORT),
            Section(text.UNPROVEN, unproven, text.UNPROVEN_MEANS),
        )
        return [each for each in sections if each.entries]


def asked(meeting: Meeting) -> Asked:
    """What the readiness of a meeting asks for; nothing where nothing can be told."""
    told = meeting.readiness
    has_any = told.has_way
    return Asked(
        predicate=told.target,
        needed=tuple(_needed(meeting)) if has_any else (),
        steps=tuple(_steps(meeting)) if has_any else (),
        unproven=tuple(_unproven(meeting)) if has_any else (),
    )


def _needed(meeting: Meeting) -> Iterator[str]:
    for each in meeting.plan.needed_results:
        now = value_text(meeting.readiness.sheet.results[each.part.key])
        yield f"- {text.needs(each.part.name, now, each.to)}"


def _steps(meeting: Meeting) -> Iterator[Told]:
    for step, row, now in way_steps(meeting):
        to = lke_text.to_answer(now, needed_answer(step))
        yield _told(row, to, lke_text.gain(exact_points(step.gain)))


def _unproven(meeting: Meeting) -> Iterator[Told]:
    for row in records(meeting.readiness.unproven):
        yield _told(row, text.points(score(row.won_points)))


def _told(row: Any, *known: str) -> Told:
    return Told(
        pic=row.pic,
        area_no=row.area_no,
        alone=of_question(row, *known, with_pic=False),
        with_pic=of_question(row, *known, with_pic=True),
    )
