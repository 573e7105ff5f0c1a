"""The matched rows of one tab with all that stands in them, and those that were not matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from zi_metrics.labels import lke_workbook as text
from zi_metrics.sources.lke_workbook.evidence import document_rows, documents, unread_cells
from zi_metrics.sources.lke_workbook.inputs import counts_of, inputs_below
from zi_metrics.sources.lke_workbook.match import Matched
from zi_metrics.sources.lke_workbook.model import Document, ReadQuestion, ReadResult, Unmatched
from zi_metrics.sources.lke_workbook.outline import Outline
from zi_metrics.sources.lke_workbook.placed import Headed, Kind, Placed
from zi_metrics.sources.lke_workbook.sheet import Place, Sheet, covered_cells, shortened, shown
from zi_metrics.sources.lke_workbook.words import Role
from zi_metrics.tables.cells import Unusable, Why


@dataclass(frozen=True)
class ReadRows:
    """The rows of a tab, as `LkeWorkbook` names them."""

    questions: Mapping[str, ReadQuestion]
    results: Mapping[str, ReadResult]
    unmatched: tuple[Unmatched, ...]
    remarks: tuple[Unmatched, ...]


@dataclass(frozen=True)
class _Answer:
    """What was answered in a row; why: what is wrong with the cell, empty where nothing is."""

    written: str | None
    why: str = ""


def read_rows(sheet: Sheet, headed: Headed, matched: Matched, outline: Outline) -> ReadRows:
    """Everything that was found in the rows of a tab."""
    results = _chosen_results(headed)
    owners = {**matched.owners, **{placed.line.row: key for key, placed in results.items()}}
    columns = [sheet.layout.columns[Role.ANSWER], *sheet.layout.notes, *sheet.layout.evidence]
    covered = covered_cells(sheet.grid, [*owners], columns)
    inputs = inputs_below(headed.lines, matched.owners)
    reader = _Reader(replace(sheet, covered=covered), headed, matched, owners, inputs)
    questions = {
        code: reader.question(code, outline)
        for code in outline.catalogue.questions
        if code in matched.claims
    }
    read = {key: reader.result(key, results[key]) for key in outline.results if key in results}
    reader.name_the_rest(results)
    return ReadRows(questions, read, _ordered(reader.unmatched), _ordered(reader.remarks))


def _chosen_results(headed: Headed) -> dict[str, Placed]:
    """The row of each part of Hasil: one that is answered before one that is not."""
    lines = [each for each in headed.lines if each.kind is Kind.RESULT]
    lines.sort(key=lambda each: (each.line.answer is None, not each.line.is_asked, each.line.row))
    return {each.key: each for each in reversed(lines)}


def _ordered(said: list[tuple[int, Unmatched]]) -> tuple[Unmatched, ...]:
    return tuple(each for _, each in sorted(said, key=lambda pair: pair[0]))


@dataclass
class _Reader:
    """Reads row by row, and keeps what there is to say of them."""

    sheet: Sheet
    headed: Headed
    matched: Matched
    owners: Mapping[int, str]
    inputs: Mapping[str, list[Placed]]
    unmatched: list[tuple[int, Unmatched]] = field(default_factory=list)
    remarks: list[tuple[int, Unmatched]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._answer_column = self.sheet.layout.columns[Role.ANSWER]
        self._rows = document_rows(self.sheet, self._owned_lines())
        self._unread: set[Place] = set()
        self._shared: dict[Place, int] = {}
        """First row that lies under each merged answer."""
        for (row, column), corner in sorted(self.sheet.covered.items()):
            if column == self._answer_column and corner[0] not in self.owners:
                self._shared.setdefault(corner, row)

    def question(self, code: str, outline: Outline) -> ReadQuestion:
        claim = self.matched.claims[code]
        row, sheet = claim.placed.line.row, self.sheet
        answer = self._answer(row)
        below = self.inputs.get(code, [])
        counts = counts_of(outline.catalogue.questions[code], below, answer.written)
        is_unread = bool(answer.why or counts.is_lost) and not counts.is_whole
        if claim.remark:
            self._say(self.remarks, claim.placed, claim.remark)
        if counts.remark:
            said = self.unmatched if counts.is_lost else self.remarks
            self._say(said, claim.placed, counts.remark)
        if answer.why and is_unread:
            self._say(self.unmatched, claim.placed, answer.why, self._answer_column)
        return ReadQuestion(
            code=code,
            cell=sheet.cell(row, Role.ANSWER),
            written=answer.written,
            numerator=counts.numerator,
            denominator=counts.denominator,
            note=sheet.note(row),
            documents=self._documents(code, claim.placed),
            score=sheet.score(row),
            score_cell=sheet.cell(row, Role.SCORE),
            inputs=tuple(sheet.cell(each.line.row, Role.ANSWER) for each in below),
            is_unread=is_unread,
        )

    def result(self, key: str, placed: Placed) -> ReadResult:
        row, sheet = placed.line.row, self.sheet
        answer = self._answer(row)
        if answer.why:
            self._say(self.unmatched, placed, answer.why, self._answer_column)
        return ReadResult(
            key=key,
            cell=sheet.cell(row, Role.ANSWER),
            written=answer.written,
            note=sheet.note(row),
            documents=self._documents(key, placed),
            score=sheet.score(row),
            score_cell=sheet.cell(row, Role.SCORE),
            is_unread=bool(answer.why),
        )

    def name_the_rest(self, results: Mapping[str, Placed]) -> None:
        """Everything that is asked or answered, and was not read."""
        used = {row for row, _ in self._shared}
        for refusal in self.matched.refusals:
            if refusal.placed.line.row not in used:
                self._say(self.unmatched, refusal.placed, refusal.why)
        for placed in self.inputs.get("", []):
            if placed.line.answer is not None:
                self._say(self.unmatched, placed, text.INPUT_WITHOUT_QUESTION)
        for placed in self.headed.lines:
            first = results.get(placed.key) if placed.kind is Kind.RESULT else None
            if first and first is not placed and placed.line.answer is not None:
                why = text.result_already_read(first.line.row + 1)
                self._say(self.unmatched, placed, why)
        for placed in self._rows.headings:
            self._say(self.remarks, placed, text.DOCUMENTS_OF_HEADING)

    def _documents(self, owner: str, placed: Placed) -> tuple[Document, ...]:
        """The documents of a question; cells of theirs that cannot be read are named."""
        rows = [placed.line.row, *self._rows.of(owner, placed.line.row)]
        for place, why in unread_cells(self.sheet, rows):
            if place not in self._unread:  # a merged cell is of several questions
                self._unread.add(place)
                line = replace(placed.line, row=place[0])
                self._say(self.remarks, replace(placed, line=line), why, place[1])
        return documents(self.sheet, rows)

    def _answer(self, row: int) -> _Answer:
        """What was answered, also under a merged cell that is no other question's."""
        place = (row, self._answer_column)
        corner = self.sheet.corner(*place)
        if corner != place and self._shared.get(corner) != row:
            return _Answer(None, text.answer_covered(self.sheet.name(*corner)))
        value = self.sheet.answer(corner[0]) if corner[1] == place[1] else self.sheet.at(*corner)
        if isinstance(value, Unusable):
            is_waiting = value.why is Why.NOT_COMPUTED
            why = text.ANSWER_NOT_COMPUTED if is_waiting else text.answer_is_error(value.shown)
            return _Answer(None, why)
        if isinstance(value, datetime):
            return _Answer(None, text.ANSWER_IS_DATE)
        return _Answer(shown(value))

    def _owned_lines(self) -> Iterator[tuple[Placed, str]]:
        """Every line with what it belongs to, empty where that is nothing that is read."""
        of_input = {p.line.row: code for code, below in self.inputs.items() for p in below}
        for placed in self.headed.lines:
            row = placed.line.row
            yield placed, self.owners.get(row) or of_input.get(row, "")

    def _say(
        self,
        said: list[tuple[int, Unmatched]],
        placed: Placed,
        why: str,
        column: int | None = None,
    ) -> None:
        """Name a row by the cell of its text, or by the one in the column it is about."""
        line = placed.line
        if column is None:
            column = line.column if line.text else self._answer_column
        words = shortened(line.text or shown(line.answer) or str(line.answer or line.kind))
        said.append((line.row, Unmatched(self.sheet.name(line.row, column), words, why)))
