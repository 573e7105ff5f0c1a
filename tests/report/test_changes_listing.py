"""The list of what became different, as a file holds it."""

from __future__ import annotations

from datetime import date

import pandas as pd

from tests.metrics.builders import document, unit
from tests.report.meetings import small
from zi_metrics.lke import Aspect, load_catalogue
from zi_metrics.metrics.changes import changes
from zi_metrics.metrics.summary import items_of
from zi_metrics.report.csv_file import Stamp, csv_file
from zi_metrics.report.listing import changes_listing
from zi_metrics.report.xlsx.lists import CHANGE_COLUMNS, changes_sheet

CODE, ELSEWHERE = "A.I.1.i.a", "A.I.2.i.b"


def listed(before: list[dict[str, object]], after: list[dict[str, object]]) -> pd.DataFrame:
    sides = (
        items_of(unit(documents=rows, as_of=day)).of_aspect(Aspect.FULFILMENT)
        for rows, day in ((before, date(2025, 3, 31)), (after, date(2025, 6, 30)))
    )
    every = changes_listing(changes(*sides).items, load_catalogue())
    return every[every["Butir"] == "data dukung"].reset_index(drop=True)


def test_row_names_what_it_was_only_where_that_differs() -> None:
    was = document(CODE, "Belum ada", title="SK Tim", evidence_id="D1", due_on=date(2025, 5, 1))
    now = was | {"title": "Keputusan Tim", "code": ELSEWHERE, "status": "Disusun"}
    (row,) = listed([was, document(CODE, "OK")], [now, document(CODE, "OK")]).to_dict("records")
    told = {name: cell for name, cell in row.items() if pd.notna(cell)}
    told.pop("Letak")
    assert told == {
        "Judul": "Keputusan Tim",
        "Perubahan": "Baru terlambat",
        "Perubahan lain": "berpindah, berubah bunyi, dan berubah status",
        "Butir": "data dukung",
        "Area": "2. Tatalaksana",
        "Kode": ELSEWHERE,
        "Keadaan sebelum": "○\u00a0Belum ada",
        "Keadaan sesudah": "◐\u00a0Disusun",
        "Tenggat": date(2025, 5, 1),
        "Terlambat (hari)": 60,
        "Judul sebelum": "SK Tim",
        "Area sebelum": "1. Man. Perubahan",
        "Kode sebelum": CODE,
    }


def test_title_is_told_as_another_only_where_its_words_are() -> None:
    was = document(CODE, "Belum ada", title="SK  Tim", evidence_id="D1")
    now = was | {"title": "sk tim", "status": "Disusun"}
    (row,) = listed([was], [now]).to_dict("records")
    assert row["Judul"] == "sk tim"
    assert pd.isna(row["Judul sebelum"])
    assert in_workbook([was], [now]) == [None]
    other = now | {"title": "Keputusan Tim"}
    assert listed([was], [other])["Judul sebelum"].tolist() == ["SK  Tim"]
    assert in_workbook([was], [other]) == ["SK  Tim"]


def in_workbook(before: list[dict[str, object]], after: list[dict[str, object]]) -> list[object]:
    """What the workbook says of documents that changed: their titles before."""
    earlier = unit(documents=before, as_of=date(2025, 3, 31))
    told = small(unit(documents=after, as_of=date(2025, 6, 30)), earlier, shows_names=True)
    names = [column.name for column in CHANGE_COLUMNS]
    rows = [dict(zip(names, row, strict=True)) for row in changes_sheet(told, []).rows]
    return [row["item_before"] for row in rows if row["kind"] == "data dukung"]


def test_effect_stands_beside_its_percentage() -> None:
    rows = listed([document(CODE, "OK")], [document(CODE, "OK"), document(CODE, None, title="SOP")])
    assert rows["Pengaruh (poin persen)"].tolist() == [-50.0]
    assert rows["Pada angka"].tolist() == ["Kelengkapan data dukung"]
    assert rows["Keadaan sebelum"].isna().all()


def test_nothing_changed_is_an_empty_list_with_its_headers() -> None:
    rows = listed([document(CODE, "OK")], [document(CODE, "OK")])
    assert rows.empty
    assert rows.columns[0] == "Judul"


def test_formula_in_a_title_is_text_in_the_file() -> None:
    rows = listed([], [document(CODE, "OK", title="=HYPERLINK(1)")])
    file = csv_file(rows, Stamp("uji", date(2025, 6, 30), "0" * 64)).decode("utf-8-sig")
    assert file.splitlines()[1].startswith("'=HYPERLINK(1);Ditambahkan;")
