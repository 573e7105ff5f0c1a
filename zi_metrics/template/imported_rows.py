"""The rows of an LKE workbook as rows of the template's tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from zi_metrics.labels import lke_import as text
from zi_metrics.labels.results import OWN_ASSESSMENT, OWN_SURVEY
from zi_metrics.lke import Catalogue
from zi_metrics.lke.results import ResultPart, read_result, result_parts
from zi_metrics.sources.lke_workbook import Document, LkeWorkbook
from zi_metrics.tables.coerce import read_cells
from zi_metrics.tables.links import web_addresses
from zi_metrics.tables.spec import Kind
from zi_metrics.tables.vocabularies import EvidenceStatus
from zi_metrics.template import rows
from zi_metrics.template.brought_over import as_cell, as_read
from zi_metrics.template.layout import Cell
from zi_metrics.template.lke_compared.scored import written_answers, written_results

EVIDENCE_COLUMNS = ("evidence_id", "code", "title", "status", "url", "note")
_BETWEEN_LINKS = "\n"


def indicator_rows(book: LkeWorkbook, catalogue: Catalogue) -> pd.DataFrame:
    """The template's rows with answers, their numbers and notes."""
    official = rows.indicator_rows(catalogue)
    codes = official["code"].tolist()
    answers = written_answers(book)
    found = [answers.get(code) for code in codes]
    noted = [book.questions[code].note if code in book.questions else None for code in codes]
    filled = {
        "answer": [each and as_cell(each.answer) for each in found],
        "answer_numerator": [each and each.numerator for each in found],
        "answer_denominator": [each and each.denominator for each in found],
        "note": [as_cell(as_read(each)) for each in noted],
    }
    return official.assign(
        **{name: pd.Series(cells, dtype=object) for name, cells in filled.items()}
    )


def evidence_rows(book: LkeWorkbook, catalogue: Catalogue) -> pd.DataFrame:
    """One row per document of a question, in official order.

    A document with a link is there. One that is only named may be: as everywhere in the template it
    is absent until somebody has looked.
    """
    listed = [
        row
        for code in catalogue.questions
        if code in book.questions
        for row in _documents(code, book.questions[code].documents)
    ]
    return pd.DataFrame(listed, columns=list(EVIDENCE_COLUMNS), dtype=object)


def _documents(code: str, documents: Sequence[Document]) -> Iterator[tuple[Cell, ...]]:
    for number, document in enumerate(documents, start=1):
        links = as_read(_BETWEEN_LINKS.join(document.urls))
        has_link = bool(web_addresses(links))
        yield (
            f"{code}-{number:02d}",
            code,
            as_cell(as_read(document.title) or text.untitled(document.cell)),
            str(EvidenceStatus.AVAILABLE if has_link else EvidenceStatus.ABSENT),
            as_cell(links),
            text.from_cell(document.cell, has_link=has_link),
        )


def result_rows(book: LkeWorkbook, catalogue: Catalogue, year: int) -> pd.DataFrame:
    """The template's rows with the values of Hasil and who found them."""
    values = written_results(book)
    filled = [
        (
            _value(values.get(part.key), part),
            (OWN_SURVEY if part.is_survey else OWN_ASSESSMENT) if values.get(part.key) else None,
        )
        for part in result_parts(catalogue)
    ]
    frame = pd.DataFrame(filled, columns=["value", "assessor"], dtype=object)
    return rows.result_rows(catalogue, year).join(frame)


def _value(written: str | None, part: ResultPart) -> Cell:
    """An index as a number where nothing of it is lost, as people type it."""
    index = read_result(written, part).index
    if written is None or index is None:
        return as_cell(written)
    number = float(index)
    (read,), _ = read_cells([float(format(number, ".16g"))], Kind.TEXT)
    is_kept = read_result(read, part).index == index
    return number if is_kept else as_cell(written)


def result_notes(book: LkeWorkbook, catalogue: Catalogue) -> list[str | None]:
    """Note and documents of each part of Hasil, which no other column of the template takes."""
    found = [book.results.get(part.key) for part in result_parts(catalogue)]
    noted = [
        "\n".join(filter(None, [each.note or "", *map(_told, each.documents)])) if each else None
        for each in found
    ]
    return [as_cell(as_read(each)) for each in noted]


def _told(document: Document) -> str:
    title = document.title or text.untitled(document.cell)
    return " ".join((f"{title}:" if document.urls else title, *document.urls))
