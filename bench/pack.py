"""The meeting pack, file by file, beside the plainest file the same library can write."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pandas as pd
from pptx import Presentation

from bench.record import Measured
from bench.timing import Plainest, Task
from bench.work import Work
from zi_metrics.cli.reading import meeting_of
from zi_metrics.report.deck import deck
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.meeting import meeting as meeting_told
from zi_metrics.report.memo import memos
from zi_metrics.report.minutes import minutes
from zi_metrics.report.pack import pack_of
from zi_metrics.report.pdf_file import pdf_file
from zi_metrics.report.pptx_file import pptx_file
from zi_metrics.report.xlsx_file import xlsx_file
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.snapshot import SAMPLE_SOURCE

FEW_RUNS, FEWEST_RUNS = 7, 3


def measured(_work: Work) -> list[Measured]:
    """The pack of the sample, from the snapshot in memory to the bytes of its files."""
    source = open_source(SAMPLE_SOURCE)
    snapshot = source.newest()

    def made() -> Meeting:
        return meeting_of(source, snapshot, shows_names=False)

    meeting = made()
    slides = deck(meeting)
    assert slides.count == 16
    with ZipFile(BytesIO(pack_of(meeting).zipped())) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) > 10

    about = "empty slides and the items as plain .xlsx"
    plain = Plainest("pack", about, lambda: plain_files(meeting), FEW_RUNS)
    tasks: dict[str, Task] = {
        "meeting, with its five snapshots read": made,
        "slides as plain values": lambda: deck(meeting),
        "PPTX": lambda: pptx_file(slides),
        "PDF": lambda: pdf_file(meeting, slides),
        "XLSX": lambda: xlsx_file(meeting),
        "minutes and memos": lambda: (minutes(meeting), memos(meeting)),
        "the whole pack, zipped": lambda: pack_of(meeting).zipped(),
    }
    large = of_documents(5_000)
    many: dict[str, Task] = {"workbook of 5,000 documents": lambda: xlsx_file(large)}
    return [*plain.beside(tasks), *plain.beside(many, FEWEST_RUNS)]


def of_documents(number: int) -> Meeting:
    """A unit with this many documents, each with a long note."""
    newest = open_source(SAMPLE_SOURCE).newest()
    rows = newest.evidence
    many = pd.concat([rows] * (number // len(rows) + 1), ignore_index=True).head(number)
    many = many.assign(
        evidence_id=pd.Series([f"D{row}" for row in range(number)], dtype=rows["evidence_id"].dtype)
    )
    return meeting_told(replace(newest, evidence=many), None, [])


def plain_files(meeting: Meeting) -> None:
    """Fourteen empty slides, and the same items without formulas and looks."""
    presentation = Presentation()
    for _ in range(14):
        presentation.slides.add_slide(presentation.slide_layouts[6])
    presentation.save(BytesIO())
    with pd.ExcelWriter(BytesIO(), engine="xlsxwriter") as book:
        for name in ("indicators", "evidence", "follow_ups", "spip"):
            getattr(meeting.items, name).to_excel(book, sheet_name=name)
