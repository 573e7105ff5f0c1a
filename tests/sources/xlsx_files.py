"""Real .xlsx files: saved by openpyxl, or put together part by part where it would not write so."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def saved(folder: Path, workbook: Workbook, name: str = "lembar.xlsx") -> Path:
    path = folder / name
    workbook.save(path)
    return path


def worksheet(body: str) -> str:
    """The part of a tab: everything inside its root element."""
    return f'{DECLARATION}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{body}</worksheet>'


def cells(*xml: str) -> str:
    """The part of a tab whose first row holds these cells."""
    return worksheet(f'<sheetData><row r="1">{"".join(xml)}</row></sheetData>')


def parts(sheet: str, *, workbook: str = "", strings: str = "", styles: str = "") -> dict[str, str]:
    """The parts of a workbook with one tab."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            [
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "/xl/styles.xml"),
            ],
            start=1,
        )
    )
    package = f'{DECLARATION}<Relationships xmlns="{_PACKAGE}">'
    return {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{package}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{workbook}'
        '<sheets><sheet name="Satu" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{package}{listed}</Relationships>",
        "xl/sharedStrings.xml": f'{DECLARATION}<sst xmlns="{_MAIN}">{strings}</sst>',
        "xl/styles.xml": f'{DECLARATION}<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
        SHEET: sheet,
    }


def packed(folder: Path, content: dict[str, str | bytes], name: str = "lembar.xlsx") -> Path:
    """An archive of parts."""
    path = folder / name
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for part, text in content.items():
            archive.writestr(part, text)
    return path
