"""The pack: every file is there, says where it comes from, and the same data gives it again."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from tests.metrics.builders import document, unit
from tests.report.meetings import shipped, small
from zi_metrics.labels import pack as text
from zi_metrics.report.memo import memos
from zi_metrics.report.minutes import minutes
from zi_metrics.report.pack import pack_of

MAIN = ("rapat.pptx", "rapat.pdf", "rapat.xlsx", "notulen.txt")
STARTS = {".pptx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".pdf": b"%PDF-", ".txt": b"\xef\xbb\xbf"}


@lru_cache
def files(source: str) -> dict[str, bytes]:
    return pack_of(shipped(source)).files()


def read(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n")


@pytest.mark.parametrize("source", ["contoh", "situs"])
def test_pack_holds_slides_print_workbook_minutes_and_every_memo(source: str) -> None:
    told = shipped(source)
    start = f"zi-{source}-{told.items.as_of.isoformat()}-"
    names = list(files(source))
    assert names[0] == text.READ_FIRST
    assert names[1:5] == [f"{start}{name}" for name in MAIN]
    assert names[5:] == [f"memo/{start}memo-{memo.file_part}.txt" for memo in memos(told)]
    for name, content in files(source).items():
        assert content.startswith(STARTS[name[name.rindex(".") :]]), name


def test_texts_in_the_pack_are_the_memos_and_the_minutes() -> None:
    told = shipped("contoh")
    texts = [read(content) for name, content in files("contoh").items() if name.endswith(".txt")]
    assert texts[1] == minutes(told)
    assert texts[2:] == [memo.text for memo in memos(told)]


@pytest.mark.parametrize("source", ["contoh", "situs"])
def test_every_text_says_source_date_and_digest(source: str) -> None:
    told = shipped(source)
    for name, content in files(source).items():
        if name.endswith(".txt"):
            assert told.stamp in read(content).splitlines(), name
            assert ("DATA CONTOH" in read(content)) == (source == "contoh"), name


def test_what_to_read_first_names_every_file_and_says_whether_names_are_hidden() -> None:
    first = read(files("contoh")[text.READ_FIRST])
    for name in list(files("contoh"))[1:5]:
        assert f"- {name}: " in first
    assert f"memo/ ({len(memos(shipped('contoh')))} berkas)" in first
    assert text.NAMES_HIDDEN in first
    shown = read(pack_of(shipped("situs", shows_names=True)).files()[text.READ_FIRST])
    assert text.NAMES_SHOWN in shown


def test_zip_holds_the_same_files_dated_when_the_data_was_read() -> None:
    pack = pack_of(shipped("situs"))
    with ZipFile(BytesIO(pack.zipped())) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(pack.files())
        for entry in archive.infolist():
            assert entry.date_time == (2026, 11, 22, 7, 0, 0)  # in Jakarta
            assert (entry.compress_type == ZIP_STORED) != entry.filename.endswith(".txt")
    assert pack.zip_name == "zi-situs-2026-11-22-paket-rapat.zip"


def test_no_name_is_in_any_text_of_the_pack_of_the_site_unless_shown() -> None:
    people = ("Mefrida", "Harahap", "Aprilda", "Zulkifli", "Sembiring")
    hidden = " ".join(read(c) for n, c in files("situs").items() if n.endswith(".txt"))
    assert not [name for name in people if name.casefold() in hidden.casefold()]
    read_late = unit(
        documents=[document("A.I.1.i.a", "Belum", title="Log Aprilda", due_on="2025-06-01")],
        settings={"Nama yang disamarkan": "Aprilda"},
    )
    for shows_names in (True, False):
        made = pack_of(small(read_late, shows_names=shows_names)).memos
        assert ("Log Aprilda" in made[0].text) == shows_names


def test_unit_without_any_row_has_a_pack_too() -> None:
    made = pack_of(small(unit())).files()
    assert [name.rpartition("-")[2] for name in list(made)[1:5]] == list(MAIN)
