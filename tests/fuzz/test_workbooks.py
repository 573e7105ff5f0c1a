"""Whatever an .xlsx file holds: it becomes a snapshot, or a sentence says why not."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pages._frame.lke_import import read_upload
from tests.fuzz.archives import altered, archives, members
from tests.fuzz.budget import bounded, read_or_told
from tests.sources.lke_files import best, lke_tab, written
from tests.sources.xlsx_files import parts, worksheet
from zi_metrics.errors import ReaderError
from zi_metrics.report.summary_json import summary_json
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.sources.xlsx import read_xlsx
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.template.imported import Imported

READ_AT = datetime(2025, 10, 31, 2, 0, tzinfo=UTC)


@lru_cache
def saved() -> bytes:
    """A small sheet as a spreadsheet saves it, with links, merges, dates and formulas."""
    book = Workbook()
    tab = book.active
    assert tab is not None
    tab.title = "Data Dukung"
    tab.append(["ID", "Kode indikator", "Data dukung", "Status", "Tautan", "Tenggat"])
    due = datetime(2025, 3, 31)  # noqa: DTZ001  moments in a workbook have no zone
    tab.append(["D1", "A.I.1.i.a", "SK Tim", "Tersedia", "SK", due])
    tab.append(["D2", None, "Laporan", "=IF(1,2,3)", '=HYPERLINK("https://a.test";"b")', 45931])
    tab["E2"].hyperlink = "https://contoh.test/sk"
    tab.merge_cells("B2:B3")
    tab.row_dimensions[3].hidden = True
    settings = book.create_sheet("Pengaturan")
    settings.append(["Kunci", "Nilai"])
    settings.append(["Unit", "Unit Contoh"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def by_hand() -> dict[str, bytes]:
    """A workbook that uses shared texts, inline texts, formulas and an outside link."""
    rows = (
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Status'
        '</t></is></c><c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="str"><f t="shared" '
        'si="0" ref="A2:A3">HYPERLINK("https://a.test","x")</f></c><c r="B2"><v>45000.5</v></c>'
        '</row></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A2" location="Satu!A1"/></hyperlinks>'
    )
    strings = "<si><t>Kode indikator</t></si><si><r><t>Data </t></r><r><t>dukung</t></r></si>"
    made = parts(worksheet(rows), strings=strings)
    return {name: part.encode() for name, part in made.items()}


def as_zip(content: bytes) -> bytes:
    return b"PK\x03\x04" + content


def read(content: bytes, name: str = "lembar.xlsx") -> Snapshot:
    with TemporaryDirectory(prefix="zi-") as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return snapshot_of(read_xlsx(path), name, READ_AT)


def assert_is_read_or_told(content: bytes) -> None:
    found = read_or_told(lambda: read(content))
    if found is not None:
        assert summary_json(found)


def test_the_originals_are_read() -> None:
    assert read(saved()).evidence["title"].tolist() == ["SK Tim", "Laporan"]


@bounded(25)
@given(archives(members(saved())))
def test_saved_workbook_whose_parts_were_altered(content: bytes) -> None:
    assert_is_read_or_told(content)


@bounded(25)
@given(archives(by_hand()))
def test_workbook_by_hand_whose_parts_were_altered(content: bytes) -> None:
    assert_is_read_or_told(content)


@bounded(25)
@given(st.one_of(altered(saved()), st.binary(max_size=99), st.binary(max_size=99).map(as_zip)))
def test_file_whose_bytes_were_altered(content: bytes) -> None:
    assert_is_read_or_told(content)


@lru_cache
def worksheet_of_a_unit() -> bytes:
    with TemporaryDirectory(prefix="zi-") as folder:
        return written(Path(folder) / "LKE.xlsx", lke_tab(best())).read_bytes()


@bounded(5)
@given(st.data())
def test_worksheet_whose_parts_were_altered(data: st.DataObject) -> None:
    content = data.draw(archives(members(worksheet_of_a_unit())))
    name = data.draw(st.text(max_size=300))
    told = read_or_told(lambda: read_upload(name, content, 2025))
    assert isinstance(told, Imported | ReaderError)
