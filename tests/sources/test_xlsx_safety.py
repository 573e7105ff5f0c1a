"""A file that is no safe workbook is refused by a sentence, before or while it is parsed."""

from __future__ import annotations

import io
import random
import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from openpyxl import Workbook

from tests.sources.xlsx_files import DECLARATION, SHEET, cells, packed, parts, saved, worksheet
from zi_metrics.errors import WorkbookUnreadable
from zi_metrics.sources.grid import Workbook as Grids
from zi_metrics.sources.xlsx import read_xlsx
from zi_metrics.sources.xlsx_safety import MEGABYTE, MOST_BYTES, vetted

ONE = cells('<c r="A1"><v>1</v></c>')
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENTITIES = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refusal(path: Path) -> str:
    with pytest.raises(WorkbookUnreadable) as refused:
        read_xlsx(path)
    assert refused.value.where == f"Berkas “{path.name}”"
    assert refused.value.remedy
    return refused.value.what


def written(folder: Path, content: bytes, name: str = "lembar.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_safe_workbook_is_handed_on_from_its_beginning(tmp_path: Path) -> None:
    path = packed(tmp_path, parts(ONE))
    assert vetted(path).read() == path.read_bytes()


def test_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    assert read_xlsx(packed(tmp_path, parts(ONE), "LEMBAR.dat")).grids[0].rows == [[1.0]]


# --- no file, or too large --------------------------------------------------


def test_absent_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tidak.xlsx") == "Berkas ini tidak ada, atau bukan berkas."


def test_folder_is_refused(tmp_path: Path) -> None:
    assert "bukan berkas" in refusal(tmp_path)


def test_name_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    assert "tidak dapat dibuka" in refusal(tmp_path / ("x" * 5000))


def test_empty_file_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"")) == "Berkas ini kosong (0 byte)."


def test_file_of_more_than_twenty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refusal(path) == "Berkas ini berukuran 21 MB; batasnya 20 MB."


# --- other formats ----------------------------------------------------------


def test_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    content = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert refusal(written(tmp_path, content)) == "Berkas ini dilindungi kata sandi."


def test_encrypted_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, parts(ONE))
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert refusal(written(tmp_path, bytes(content))) == "Berkas ini dilindungi kata sandi."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), "buku kerja Excel lama (.xls)"),
        (b"Kode;Status\nA.I.1.i.a;Ada\n", "berkas teks seperti CSV"),
        (b"\xef\xbb\xbfPK,Status\n", "berkas teks seperti CSV"),
        (b"\n<!DOCTYPE html><title>Sign in</title>", "halaman web"),
        (b"\xef\xbb\xbf<HTML>", "halaman web"),
        (b"%PDF-1.7\n\0\0", "berkas jenis lain"),
    ],
)
def test_file_of_another_format_is_refused_by_its_kind(
    tmp_path: Path, content: bytes, kind: str
) -> None:
    assert refusal(written(tmp_path, content)).startswith(f"Berkas ini {kind}")


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["mimetype", "content.xml"], "dokumen OpenDocument (.ods)"),
        (["[Content_Types].xml", "xl/workbook.bin"], "buku kerja Excel biner (.xlsb)"),
        (["[Content_Types].xml", "word/document.xml"], "dokumen Office lain"),
        (["foto.jpg"], "berkas jenis lain"),
        ([], "berkas jenis lain"),
    ],
)
def test_archive_of_another_format_is_refused_by_its_kind(
    tmp_path: Path, names: list[str], kind: str
) -> None:
    assert f"Berkas ini {kind}" in refusal(packed(tmp_path, dict.fromkeys(names, "x")))


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "XL/VBAPROJECT.BIN", "xl/macrosheets/s.xml"])
def test_workbook_with_macros_is_refused(tmp_path: Path, part: str) -> None:
    assert refusal(packed(tmp_path, {**parts(ONE), part: "x"})) == "Berkas ini memuat makro."


@pytest.mark.parametrize(
    "declared",
    [
        '<Override PartName="/xl/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        '<Override PartName="/xl/workbook.xml"'
        ' ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
        '<Override PartName="/xl/s.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_workbook_that_hides_its_macros_in_another_part_is_refused(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    listed = f'<?xml version="1.0" encoding="{encoding}"?><Types>{declared}</Types>'
    content = {**parts(ONE), "[Content_Types].xml": listed.encode(encoding)}
    assert refusal(packed(tmp_path, content)) == "Berkas ini memuat makro."


def test_list_of_parts_beyond_measure_is_refused(tmp_path: Path) -> None:
    listed = f"<Types>{' ' * 3 * MEGABYTE}</Types>"
    assert "mengembang" in refusal(packed(tmp_path, {**parts(ONE), "[Content_Types].xml": listed}))


# --- bombs ------------------------------------------------------------------


def test_part_that_swells_beyond_measure_is_refused(tmp_path: Path) -> None:
    bomb = worksheet("<sheetData/>" + " " * 10 * MEGABYTE)
    assert "mengembang" in refusal(packed(tmp_path, parts(bomb)))


def test_archive_that_unpacks_to_more_than_200_megabytes_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, {**parts(ONE), "xl/media/satu.bin": b"x" * 1000})
    content = path.read_bytes()
    entry = content.rindex(b"PK\x01\x02")  # sizes: packed, then unpacked
    sizes = struct.pack("<II", 2 * MEGABYTE, 201 * MEGABYTE)
    forged = content[: entry + 20] + sizes + content[entry + 28 :]
    assert "mengembang" in refusal(written(tmp_path, forged))


def test_part_that_unpacks_to_more_than_it_says_is_damaged(tmp_path: Path) -> None:
    path = packed(tmp_path, parts(worksheet("<sheetData/>" + " " * 5000)))
    content = path.read_bytes()
    entry = content.rindex(b"PK\x01\x02")
    forged = content[: entry + 24] + struct.pack("<I", 900) + content[entry + 28 :]
    assert "rusak" in refusal(written(tmp_path, forged))


def test_archive_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    many = {f"xl/media/{number}": "" for number in range(10_001)}
    assert "mengembang" in refusal(packed(tmp_path, {**parts(ONE), **many}))


@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/theme/theme1.xml", "docProps/x.txt"]
)
def test_part_with_a_doctype_is_refused(tmp_path: Path, part: str) -> None:
    bomb = f"{DECLARATION}<!-- {'x' * 50_000} -->{ENTITIES}<x>&b;</x>"
    assert "DOCTYPE" in refusal(packed(tmp_path, {**parts(ONE), part: bomb}))


def test_doctype_is_found_in_another_encoding(tmp_path: Path) -> None:
    bomb = f'<?xml version="1.0" encoding="UTF-16"?>{ENTITIES}<x>&b;</x>'.encode("utf-16")
    assert "DOCTYPE" in refusal(packed(tmp_path, {**parts(ONE), SHEET: bomb}))


def test_word_doctype_in_a_cell_is_only_a_word(tmp_path: Path) -> None:
    xml = '<c r="A1" t="inlineStr"><is><t>&lt;!DOCTYPE html&gt;</t></is></c>'
    assert read_xlsx(packed(tmp_path, parts(cells(xml)))).grids[0].rows == [["<!DOCTYPE html>"]]


def test_pictures_and_other_parts_do_not_matter(tmp_path: Path) -> None:
    picture = {"xl/media/foto.png": b"\x89PNG\r\n\0\xff", "xl/kosong.bin": b""}
    assert read_xlsx(packed(tmp_path, {**parts(ONE), **picture})).grids[0].rows == [[1.0]]


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    deep = worksheet("<a>" * 5000 + "</a>" * 5000)
    assert "rusak" in refusal(packed(tmp_path, parts(deep)))


def test_cell_with_a_text_beyond_measure_is_refused(tmp_path: Path) -> None:
    words = " ".join(map(str, range(200_000)))
    endless = f'<c r="A1" t="inlineStr"><is><t>{words}</t></is></c>'
    assert "rusak" in refusal(packed(tmp_path, parts(cells(endless))))


def test_ranges_over_whole_tabs_again_and_again_are_refused(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 3000))
    links = '<hyperlink ref="A1:XFD1048576" location="x"/>' * 1000
    sheet = worksheet(f"<sheetData>{rows}</sheetData><hyperlinks>{links}</hyperlinks>")
    with pytest.raises(WorkbookUnreadable, match="terlalu banyak sel"):
        read_xlsx(packed(tmp_path, parts(sheet)))


# --- damaged ----------------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", SHEET],
)
@pytest.mark.parametrize("content", [None, "", "<a><b></a>", "\0\1\2"])
def test_workbook_with_a_missing_or_broken_part_is_damaged(
    tmp_path: Path, part: str, content: str | None
) -> None:
    broken: dict[str, str | bytes] = {**parts(ONE)}
    del broken[part]
    if content is not None:
        broken[part] = content
    assert "rusak" in refusal(packed(tmp_path, broken))


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="A1" t="s"><v>7</v></c>',
        '<c r="A1" t="s"><v>x</v></c>',
        '<c r="A1" s="x"><v>1</v></c>',
        '<c r="1A"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="ZZZZ1"><v>1</v></c>',
        '<c r="A1048577"><v>1</v></c>',
        '<c r="A99999999999999999999"><v>1</v></c>',
        '</row><row r="x"><c><v>1</v></c>',
        '</row><row r="1e400"><c><v>1</v></c>',
    ],
)
def test_cell_that_cannot_be_is_damage(tmp_path: Path, xml: str) -> None:
    assert "rusak" in refusal(packed(tmp_path, parts(cells(xml))))


def test_workbook_without_tabs_is_refused(tmp_path: Path) -> None:
    none = parts(ONE)
    none["xl/workbook.xml"] = none["xl/workbook.xml"].replace("<sheet ", "<lembar ")
    assert refusal(packed(tmp_path, none)) == "Berkas ini tidak berisi satu tab pun."


def test_archive_packed_as_excel_never_packs_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "lembar.xlsx"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        for part, text in parts(ONE).items():
            archive.writestr(part, text)
    assert "rusak" in refusal(path)


def rich_workbook() -> Workbook:
    made = Workbook()
    tab = made.active
    for row in range(1, 30):
        tab.append([f"teks {row}", row, row / 7, f"=A{row}"])
        tab.cell(row, 1).hyperlink = f"https://situs.go.id/{row}"
    tab.merge_cells("B2:B5")
    tab["C3"].number_format = "dd/mm/yyyy"
    return made


@pytest.mark.parametrize("packing", [ZIP_STORED, ZIP_DEFLATED])
def test_bytes_changed_or_cut_anywhere_never_break_the_reader(tmp_path: Path, packing: int) -> None:
    whole = io.BytesIO()
    with (
        ZipFile(saved(tmp_path, rich_workbook())) as source,
        ZipFile(whole, "w", packing) as archive,
    ):
        for part in source.namelist():
            archive.writestr(part, source.read(part))
    content, chance = whole.getvalue(), random.Random(packing)
    for turn in range(400):
        damaged = bytearray(content)
        if turn % 5 == 0:
            del damaged[chance.randrange(len(damaged)) :]
        for _ in range(chance.choice([1, 3, 20]) if damaged else 0):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            found = read_xlsx(written(tmp_path, bytes(damaged)))
        except WorkbookUnreadable:
            continue
        assert isinstance(found, Grids)


def test_text_changed_in_any_part_never_breaks_the_reader(tmp_path: Path) -> None:
    with ZipFile(saved(tmp_path, rich_workbook())) as source:
        content = {part: source.read(part) for part in source.namelist()}
    names, chance = sorted(content), random.Random(7)
    for _ in range(400):
        part = chance.choice(names)
        text = bytearray(content[part])
        for _ in range(chance.choice([1, 2, 8])):
            text[chance.randrange(len(text))] = chance.choice(b'0123456789"<>/= abcdrst&\xff')
        path = packed(tmp_path, {**content, part: bytes(text)})
        try:
            assert isinstance(read_xlsx(path), Grids)
        except WorkbookUnreadable:
            continue


@pytest.mark.parametrize("encoding", ["foo", "hex", "rot13"])
@pytest.mark.parametrize("part", [SHEET, "docProps/x.xml"])
def test_part_in_an_encoding_there_is_not_is_damage(
    tmp_path: Path, part: str, encoding: str
) -> None:
    strange = f'<?xml version="1.0" encoding="{encoding}"?><x/>'
    assert "rusak" in refusal(packed(tmp_path, {**parts(ONE), part: strange}))
