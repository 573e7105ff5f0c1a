"""What is late on the as-of date, of every kind, in one list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tests.metrics.builders import document, unit
from zi_metrics.metrics.overdue import COLUMNS, late_by_pic, overdue_items
from zi_metrics.metrics.summary import items_of

CODE = "A.I.1.i.a"
TODAY, YESTERDAY = date(2025, 6, 30), date(2025, 6, 29)


@pytest.mark.parametrize(
    ("row", "overdue"),
    [
        (document(CODE, "Belum ada", due_on=YESTERDAY), True),
        (document(CODE, "Belum ada", due_on=TODAY), False),
        (document(CODE, "Belum ada"), False),
        (document(CODE, "Perlu perbaikan", due_on=YESTERDAY), True),
        (document(CODE, "x", due_on=YESTERDAY), True),
        (document(CODE, "Tersedia", due_on=YESTERDAY), False),
        (document(CODE, "Terverifikasi", due_on=YESTERDAY), False),
        (document(CODE, "Tidak relevan", due_on=YESTERDAY), True),
        (document(CODE, "Tidak relevan", due_on=YESTERDAY, reason="Bukan tugas unit"), False),
        (document("A.I.9.z", "Belum ada", due_on=YESTERDAY), False),
    ],
)
def test_evidence_is_overdue_when_not_complete_and_due_before(
    row: dict[str, Any], overdue: bool
) -> None:
    late = overdue_items(items_of(unit(documents=[row], as_of=TODAY)))
    assert late["days_late"].tolist() == ([1] if overdue else [])


def test_late_items_of_every_kind_stand_in_one_list_longest_late_first() -> None:
    snapshot = unit(
        documents=[document(CODE, "Belum ada", title="SK Tim", due_on=date(2025, 6, 20))],
        recommendations=[
            {"recommendation": "Unggah SK", "due_on": date(2025, 1, 31), "area_no": None},
            {"recommendation": "Sudah", "due_on": date(2025, 1, 31), "status": "Selesai"},
        ],
        spip=[{"area_no": 3, "quarter": 2, "required": "Tidak"}],
        as_of=TODAY,
    )
    late = overdue_items(items_of(snapshot))
    assert list(late.columns) == COLUMNS
    shown = late[["kind", "area_no", "title", "days_late"]].astype(object)
    assert shown.where(shown.notna(), None).values.tolist() == [
        ["tindak lanjut", None, "Unggah SK", 150],
        ["laporan SPIP", 3, "Triwulan I 2025", 81],
        ["data dukung", 1, "SK Tim", 10],
    ]


def test_late_items_are_those_of_the_as_of_date() -> None:
    snapshot = unit(documents=[document(CODE, "Belum ada", due_on=TODAY)], as_of=TODAY)
    assert len(overdue_items(items_of(snapshot))) == 0
    assert overdue_items(items_of(snapshot, date(2025, 7, 3)))["days_late"].tolist() == [3]


def test_late_item_tells_where_it_was_read() -> None:
    snapshot = unit(documents=[document(CODE, "Belum ada", due_on=YESTERDAY)], as_of=TODAY)
    assert overdue_items(items_of(snapshot))["origin"].tolist() == ["Tabel Data Dukung, baris 1"]


def test_report_without_a_row_is_late_too() -> None:
    late = overdue_items(items_of(unit(spip=[{"quarter": 2}], as_of=date(2025, 4, 11))))
    assert late[["title", "area_no"]].values.tolist() == [["Triwulan I 2025", 1]]
    assert late["origin"].map(pd.isna).tolist() == [True]


def test_unit_without_rows_has_nothing_late() -> None:
    assert len(overdue_items(items_of(unit()))) == 0


def test_late_items_of_each_pic_are_counted_by_kind_most_first_and_nobodys_last() -> None:
    snapshot = unit(
        documents=[
            document(CODE, "Belum ada", title="SK", pic="Perencana", due_on=date(2025, 6, 20)),
            document(CODE, "Belum ada", title="POS", pic="Perencana", due_on=date(2025, 6, 25)),
            document(CODE, "Belum ada", title="Surat", due_on=date(2025, 1, 1)),
        ],
        recommendations=[
            {"recommendation": "Unggah", "due_on": date(2025, 1, 31), "pic": "Ketua UPG"},
            {"recommendation": "Tinjau", "due_on": YESTERDAY, "pic": "Perencana"},
        ],
        spip=[{"area_no": 3}],
        as_of=TODAY,
    )
    people = late_by_pic(overdue_items(items_of(snapshot)))
    told = people.astype(object).where(people.notna(), None).to_dict("split")
    assert told["columns"] == [
        "pic",
        "data dukung",
        "tindak lanjut",
        "laporan SPIP",
        "total_count",
        "longest_days",
    ]
    assert told["data"] == [
        ["Perencana", 2, 1, 0, 3, 10],
        ["Ketua UPG", 0, 1, 0, 1, 150],
        [None, 1, 0, 1, 2, 180],
    ]


def test_nobody_is_late_where_nothing_is() -> None:
    assert late_by_pic(overdue_items(items_of(unit()))).empty
