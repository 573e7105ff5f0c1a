"""The .xlsx file in a spreadsheet program that is not ours."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from zi_metrics.template.plan import template
from zi_metrics.template.workbook import xlsx

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine"),
]


def converted(folder: Path, to: str) -> None:
    """Have LibreOffice open the template and write it again, in `folder`."""
    source = folder / "asal" / "templat.xlsx"
    source.parent.mkdir()
    source.write_bytes(xlsx(template(2026)))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)


def test_every_tab_opens_with_every_cell(tmp_path: Path) -> None:
    # 44: comma, 34: quote, 76: UTF-8; the last -1: every tab
    converted(
        tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    )
    for tab in template(2026):
        with (tmp_path / f"templat-{tab.title}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == [column.header for column in tab.columns]
        expected = [["" if cell is None else str(cell) for cell in row] for row in tab.rows]
        plain = [[cell.removesuffix(".0") for cell in row] for row in expected]
        assert [row for row in rows if any(row)] == plain


def test_lists_colours_protection_and_notes_are_understood(tmp_path: Path) -> None:
    converted(tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "templat.xlsx")
    for tab in template(2026):
        sheet = book[tab.title]
        assert sheet.protection.sheet
        assert sheet["A1"].protection.locked
        assert not sheet.column_dimensions["A"].protection.locked
        kept = sum(len(rule.sqref.ranges) for rule in sheet.data_validations.dataValidation)
        assert kept == sum(len(each.blocks) for each in tab.validations)
        coloured = sum(len(each.rules) for each in sheet.conditional_formatting)
        assert coloured == len(tab.tints)
        notes = [cell.comment for cell in sheet[1] if cell.comment]
        assert len(notes) == sum(bool(column.note) for column in tab.columns)
