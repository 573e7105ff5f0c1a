"""Every file that is handed out, of a sheet whose every cell is hostile: read back, only texts."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from tests.hostile import FORMULAS, MARKDOWN, MARKUP, PAYLOADS, URL, harmless, snapshot
from tests.report.meetings import small
from zi_metrics.metrics.data_quality import findings
from zi_metrics.metrics.evidence import evidence_as_of
from zi_metrics.metrics.follow_up import follow_ups
from zi_metrics.report.csv_file import Stamp, csv_file
from zi_metrics.report.listing import evidence_listing, follow_up_listing
from zi_metrics.report.pack import pack_of
from zi_metrics.report.plain import is_formula_like
from zi_metrics.report.quality_json import quality_json
from zi_metrics.report.quality_text import quality_text
from zi_metrics.report.summary_json import summary_json
from zi_metrics.report.summary_text import summary_text
from zi_metrics.tables.snapshot import Snapshot

TEXTS = [text for text in PAYLOADS.values() if len(text) < 1000]
"""Long ones have tests of their own beside each file."""
STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LED_TO = {("https", urlsplit(URL).netloc), ("https", "evil.test")}
"""The sheet, and what somebody wrote as the web address of a document."""
PARTS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@lru_cache
def hostile() -> Snapshot:
    return snapshot(TEXTS)


@lru_cache
def files() -> dict[str, bytes]:
    """The whole pack, names shown, so that nothing is hidden from these tests."""
    return pack_of(small(hostile(), snapshot(harmless(TEXTS)), shows_names=True)).files()


def made(suffix: str) -> bytes:
    (content,) = (content for name, content in files().items() if name.endswith(suffix))
    return content


def squeezed(text: str) -> str:
    return "".join(text.split())


def parts(content: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    """The XML parts of an Office file, parsed."""
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, ElementTree.fromstring(archive.read(name))


@pytest.mark.parametrize("suffix", [".pptx", ".xlsx"])
def test_office_file_leads_only_to_the_sheet(suffix: str) -> None:
    outside = [
        each.attrib["Target"]
        for name, root in parts(made(suffix))
        if name.endswith(".rels")
        for each in root.iter(PARTS)
        if each.attrib.get("TargetMode") == "External"
    ]
    assert {(urlsplit(target).scheme, urlsplit(target).netloc) for target in outside} <= LED_TO


@pytest.mark.parametrize("suffix", [".pptx", ".xlsx"])
def test_no_text_of_an_office_file_steers(suffix: str) -> None:
    for name, root in parts(made(suffix)):
        for element in root.iter():
            said = [element.text or "", *element.attrib.values()]
            assert not [each for each in said if STEERS.search(each)], name


def test_slides_say_what_was_written() -> None:
    said = "".join(
        "".join(root.itertext()) for name, root in parts(made(".pptx")) if "slides/" in name
    )
    assert "<script>alert(1)</script>" in said  # the name of the unit, among others


def test_formulas_of_the_workbook_hold_nothing_from_a_cell() -> None:
    book = openpyxl.load_workbook(BytesIO(made(".xlsx")))
    formulas = [
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
        if cell.data_type == "f"
    ]  # fmt: skip
    assert len(formulas) > 100
    assert not [each for each in formulas if re.search(r"evil|cmd\||HYPERLINK|alert|1\+1", each)]
    with ZipFile(BytesIO(made(".xlsx"))) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name]


def test_print_says_what_was_written_and_does_nothing() -> None:
    paper = PdfReader(BytesIO(made(".pdf")))
    said = squeezed("".join(page.extract_text() for page in paper.pages))
    for text in (MARKUP["script"], MARKUP["template"], '#import"x"#link("https://evil.test")[x]'):
        assert squeezed(text) in said
    # typst writes accents heaped on one letter as letters without a number
    assert not STEERS.search(said.replace("\0", ""))
    held = [each for each in objects(paper) if isinstance(each, DictionaryObject)]
    assert {"/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/Launch"} & keys_of(held) == set()
    targets = [urlsplit(str(each["/URI"])) for each in held if "/URI" in each]
    assert {(target.scheme, target.netloc) for target in targets} <= LED_TO


def objects(paper: PdfReader) -> Iterator[object]:
    for number in paper.xref[0]:
        yield IndirectObject(number, 0, paper).get_object()


def keys_of(held: list[DictionaryObject]) -> set[str]:
    return {str(key) for each in held for key in each}


def test_texts_of_the_pack_steer_no_screen_and_no_terminal() -> None:
    told = [content.decode("utf-8-sig") for name, content in files().items()
            if name.endswith(".txt")]  # fmt: skip
    assert len(told) > 10
    for text in told:
        assert not STEERS.search(text.replace("\r\n", "\n"))
        assert max(map(len, text.splitlines())) < 2000


def test_names_of_files_stay_in_their_folder() -> None:
    for name in files():
        path = PurePosixPath(name)
        assert len(path.parts) <= 2
        assert re.fullmatch(r"[\w.-]+", path.name)
        assert not path.name.startswith((".", "-"))
        assert len(path.name.encode()) <= 200


@pytest.mark.parametrize("kind", ["evidence", "recommendations"])
def test_csv_holds_no_formula_and_every_row(kind: str) -> None:
    told = hostile()
    rows = {
        "evidence": lambda: evidence_listing(
            evidence_as_of(told.evidence, told.as_of), told.catalogue
        ),
        "recommendations": lambda: follow_up_listing(
            follow_ups(told.recommendations, told.as_of), told.catalogue
        ),
    }[kind]()
    stamp = Stamp("=cmd|' /C calc'!A0", told.as_of, told.provenance.digest)
    content = csv_file(rows, stamp).decode("utf-8-sig")
    header, *read = csv.reader(StringIO(content, newline=""), delimiter=";")
    assert len(read) == len(rows)
    assert {len(row) for row in read} == {len(header)}
    assert not [cell for row in read for cell in row if is_formula_like(cell)]
    assert any(cell.startswith("'=") for row in read for cell in row)
    assert re.fullmatch(r"[\w.-]+", stamp.file_name("data"))


def test_json_comes_back_and_texts_of_the_command_line_steer_no_terminal() -> None:
    told = hostile()
    found = findings(told)
    for said in (summary_json(told), quality_json(told, found)):
        written = json.dumps(said, ensure_ascii=False, allow_nan=False)
        assert json.loads(written) == said
        assert not STEERS.search(written)
    for text in (summary_text(told), quality_text(told, found)):
        assert not STEERS.search(text)


def test_snapshot_holds_what_was_written() -> None:
    titles = {*hostile().evidence["title"].dropna()}
    for text in (*MARKUP.values(), *MARKDOWN.values(), *FORMULAS.values()):
        assert text.replace("\r", "\n").strip() in titles
    assert not [each for each in every_text(hostile()) if STEERS.search(each)]


def every_text(told: Snapshot) -> Iterator[str]:
    tables = (told.indicators, told.evidence, told.recommendations, told.spip_reports, told.results)
    for table in tables:
        for name in table:
            column = table[name]
            if isinstance(column.dtype, pd.StringDtype):
                yield from column.dropna()
    for problem in told.problems:
        yield from (problem.where, problem.read, problem.why, problem.remedy)
    for tab in told.provenance.book.tabs:
        yield tab.title
    yield told.provenance.book.name
