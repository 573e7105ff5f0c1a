"""Workbooks computed anew by a spreadsheet program that is not ours."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

SOFFICE = shutil.which("soffice")
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def recalculated(folder: Path, *contents: bytes) -> list[Workbook]:
    """The files as LibreOffice writes them after it has computed every formula; values only."""
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, "utf-8")
    sources = [folder / f"buku{number}.xlsx" for number in range(len(contents))]
    for path, content in zip(sources, contents, strict=True):
        path.write_bytes(content)
    _convert(sources, folder / "hasil", profile)
    return [
        openpyxl.load_workbook(folder / "hasil" / path.name, data_only=True) for path in sources
    ]


def saved(book: Workbook) -> bytes:
    """A workbook as a file; openpyxl keeps formulas and drops their results."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _convert(sources: Sequence[Path], into: Path, profile: Path) -> None:
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "xlsx", "--outdir", str(into), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
