"""The meeting pack: slides, print, workbook, minutes and memos of one meeting, told alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from zi_metrics.labels import pack as text
from zi_metrics.periods import JAKARTA
from zi_metrics.report.csv_file import Stamp
from zi_metrics.report.deck import deck
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo import Memo, memos
from zi_metrics.report.message import cell
from zi_metrics.report.minutes import minutes
from zi_metrics.report.pdf_file import pdf_file
from zi_metrics.report.pptx_file import pptx_file
from zi_metrics.report.slides import Deck
from zi_metrics.report.xlsx_file import xlsx_file

OFFICE = "application/vnd.openxmlformats-officedocument"
PPTX = f"{OFFICE}.presentationml.presentation"
XLSX = f"{OFFICE}.spreadsheetml.sheet"
PDF, TEXT, ZIP = "application/pdf", "text/plain; charset=utf-8", "application/zip"


@dataclass(frozen=True)
class PackFile:
    """One file: its name in the pack, what it is, its media type, and how it is made."""

    name: str
    about: str
    media_type: str
    make: Callable[[], bytes]


@dataclass(frozen=True, eq=False)
class Pack:
    """The files of one meeting; each is made when it is asked for.

    deck: of the same meeting.
    """

    meeting: Meeting
    deck: Deck

    @cached_property
    def memos(self) -> list[Memo]:
        """That of the unit, those of the areas and of the PICs."""
        return memos(self.meeting)

    @cached_property
    def minutes(self) -> str:
        """The skeleton of the minutes."""
        return minutes(self.meeting)

    @property
    def main_files(self) -> tuple[PackFile, ...]:
        """Slides, print, workbook and minutes."""
        told = self.meeting
        return (
            PackFile(self._named("rapat", "pptx"), text.SLIDES, PPTX, lambda: pptx_file(self.deck)),
            PackFile(
                self._named("rapat", "pdf"), text.PRINT, PDF, lambda: pdf_file(told, self.deck)
            ),
            PackFile(self._named("rapat", "xlsx"), text.WORKBOOK, XLSX, lambda: xlsx_file(told)),
            PackFile(
                self._named("notulen", "txt"), text.MINUTES, TEXT, lambda: encoded(self.minutes)
            ),
        )

    def files(self) -> dict[str, bytes]:
        """File name, with its folder, -> content; what to read first comes first.

        The print is set beside the others: that is work outside of Python.
        """
        paper = self._named("rapat", "pdf")
        with ThreadPoolExecutor(max_workers=1) as beside:
            printed = beside.submit(pdf_file, self.meeting, self.deck)
            made = {file.name: file.make() for file in self.main_files if file.name != paper}
            told = {self.memo_name(memo): encoded(memo.text) for memo in self.memos}
            made[paper] = printed.result()
        ordered = {file.name: made[file.name] for file in self.main_files}
        return {text.READ_FIRST: encoded(self._read_first()), **ordered, **told}

    def zipped(self) -> bytes:
        """All files in one, dated when the data was read."""
        read_at = self.meeting.snapshot.provenance.read_at
        return zipped(self.files(), read_at.astimezone(JAKARTA))

    @property
    def zip_name(self) -> str:
        """Name of the file that holds all."""
        return self._named("paket-rapat", "zip")

    def memo_name(self, memo: Memo) -> str:
        """Name of a memo's file, with its folder."""
        return f"{text.MEMO_FOLDER}/{self._named(f'memo-{memo.file_part}', 'txt')}"

    @property
    def memo_start(self) -> str:
        """What the names of all its memos start with, folder included: its source and date."""
        return f"{text.MEMO_FOLDER}/{self._named('memo-', 'txt').removesuffix('.txt')}"

    @property
    def _source(self) -> str:
        """The source's short name in file names; a file may be named after somebody."""
        return self.meeting.names.hide(self.meeting.snapshot.provenance.source)

    def _named(self, name: str, suffix: str) -> str:
        provenance = self.meeting.snapshot.provenance
        stamp = Stamp(self._source, provenance.as_of, provenance.digest)
        return stamp.file_name(name, suffix)

    def _read_first(self) -> str:
        told = self.meeting
        lines = [
            *filter(None, [told.badge.upper()]),
            text.heading(cell(told.unit)),
            told.stamp,
            "",
            *(text.file_line(file.name, file.about) for file in self.main_files),
            text.file_line(text.memos(len(self.memos)), text.MEMOS),
            "",
            text.SAME,
            text.NAMES_SHOWN if told.shows_names else text.NAMES_HIDDEN,
        ]
        return "\n".join(lines) + "\n"


def pack_of(meeting: Meeting) -> Pack:
    """The pack of a meeting whose deck is not made yet."""
    return Pack(meeting, deck(meeting))


def encoded(told: str) -> bytes:
    """Text that old editors too take for UTF-8: with a byte order mark and two-sign line ends."""
    return told.replace("\n", "\r\n").encode("utf-8-sig")


def zipped(files: Mapping[str, bytes], dated: datetime) -> bytes:
    """Files in one, each with this date; only texts are made smaller, the others are already."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            how = ZIP_DEFLATED if name.endswith(".txt") else ZIP_STORED
            archive.writestr(ZipInfo(name, dated.timetuple()[:6]), content, how)
    return out.getvalue()
