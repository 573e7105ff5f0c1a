"""Hidden names change what is written in a meeting, and nothing that is counted in it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.metrics.builders import Row, document, unit
from tests.report.meetings import small
from zi_metrics.metrics.overdue import late_by_pic
from zi_metrics.metrics.work import work_by_pic
from zi_metrics.report.deck_follow import overdue_slide
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo import Memo, memos
from zi_metrics.report.minutes import minutes
from zi_metrics.report.pdf.overviews import people_table
from zi_metrics.report.slides import Table

SETTINGS = {"Nama yang disamarkan": "Budi; Bima"}
BEFORE, AFTER = date(2025, 3, 31), date(2025, 6, 30)


def met(before: list[Row], after: list[Row], *, shows_names: bool) -> Meeting:
    return small(
        unit(documents=after, settings=SETTINGS, as_of=AFTER),
        unit(documents=before, settings=SETTINGS, as_of=BEFORE),
        shows_names=shows_names,
    )


def log(name: str, status: str) -> Row:
    return document("A.I.1.i.a", status, title=f"Log {name}", pic=f"Ketua {name}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([log("Budi", "Belum"), log("Bima", "Tersedia")], [log("Bima", "Belum")]),
        ([log("Budi", "Tersedia"), log("Bima", "Belum")], [log("Bima", "Belum")]),
        ([log("Budi", "Tersedia")], [log("Bima", "Tersedia")]),
        ([log("Bima", "Belum")], [log("Budi", "Tersedia"), log("Bima", "Belum")]),
    ],
)
def test_names_with_the_same_initials_change_no_comparison(
    before: list[Row], after: list[Row]
) -> None:
    shown = met(before, after, shows_names=True).changes
    hidden = met(before, after, shows_names=False).changes
    assert shown is not None
    assert hidden is not None
    told = ["item", "kind", "state_before", "state", "part"]
    assert hidden.items[told].equals(shown.items[told])
    texts = hidden.items[["title", "title_before", "pic"]].to_string()
    for rows in (each.parts for each in hidden.reconciliations.values()):
        texts += rows[["title", "title_before", "pic"]].to_string()
    assert "Log B." in texts
    assert "Ketua B." in texts
    assert "Budi" not in texts
    assert "Bima" not in texts


def test_figures_are_the_same_with_and_without_names() -> None:
    rows = [log("Budi", "Belum"), log("Bima", "Tersedia")]
    shown, hidden = (met(rows, rows[:1], shows_names=each) for each in (True, False))
    assert hidden.total == shown.total
    assert hidden.by_area == shown.by_area
    assert hidden.before_total == shown.before_total


# --- People with the same initials ------------------------------------------

CODE = "A.I.1.i.a"
BUDI, BAMBANG, KABAG = "Budi Santoso", "Bambang Sutrisno", "Kabag Bagus Setiawan"
LATE = {BAMBANG: 3, BUDI: 5, KABAG: 2}
LABELS = {BAMBANG: "B.S.", BUDI: "B.S. (2)", KABAG: "Kabag B.S."}
"""Bambang comes first in the sheet."""


def late_rows() -> list[Row]:
    return [
        document(CODE, "Belum", title=f"Butir {pic[:3]}-{number}", pic=pic, due_on="2025-06-01")
        for pic, items in LATE.items()
        for number in range(items)
    ]


def of_namesakes(*, shows_names: bool) -> Meeting:
    return met(late_rows(), late_rows(), shows_names=shows_names)


def shown_as(*, shows_names: bool) -> dict[str, str]:
    return {pic: pic for pic in LATE} if shows_names else LABELS


@pytest.mark.parametrize("shows_names", [True, False])
def test_namesakes_are_counted_as_the_people_they_are(shows_names: bool) -> None:
    told, labels = of_namesakes(shows_names=shows_names), shown_as(shows_names=shows_names)
    people = late_by_pic(told.late)
    counted = dict(zip(people["pic"], people["total_count"], strict=True))
    assert counted == {labels[pic]: number for pic, number in LATE.items()}
    works = {each.pic: len(each.late) for each in work_by_pic(told.items, told.late) if each.pic}
    assert works == counted


@pytest.mark.parametrize("shows_names", [True, False])
def test_namesakes_have_the_same_label_on_slide_and_paper(shows_names: bool) -> None:
    told, labels = of_namesakes(shows_names=shows_names), shown_as(shows_names=shows_names)
    slide = overdue_slide(told)
    assert slide.sentence == "10 butir lewat tenggat pada 3 PIC."
    (table,) = (block for column in slide.columns for block in column.blocks)
    assert isinstance(table, Table)
    wanted = [(labels[pic], str(LATE[pic])) for pic in (BUDI, BAMBANG, KABAG)]
    assert [row[:2] for row in table.rows] == wanted
    assert [tuple(row[:2]) for row in people_table(told).rows] == wanted


def own(told: list[Memo], pic: str) -> Memo:
    (found,) = [each for each in told if each.title == f"PIC: {pic}"]
    return found


@pytest.mark.parametrize("shows_names", [True, False])
def test_memo_of_a_namesake_holds_no_item_of_the_other(shows_names: bool) -> None:
    made = memos(of_namesakes(shows_names=shows_names))
    for pic, label in shown_as(shows_names=shows_names).items():
        memo = own(made, label)
        assert memo.text.count("- Butir ") == memo.text.count(f"- Butir {pic[:3]}-") == LATE[pic]
    hidden = {own(made, label).file_part for label in shown_as(shows_names=shows_names).values()}
    if not shows_names:
        assert hidden == {"pic-b-s", "pic-b-s-2", "pic-kabag-b-s"}


def test_unit_memo_and_minutes_tell_namesakes_apart_by_the_same_label() -> None:
    told = of_namesakes(shows_names=False)
    unit_memo = memos(told)[0].text
    assert "\nB.S. (2): 5 butir, terlama 29 hari" in unit_memo
    assert "\nB.S.: 3 butir, terlama 29 hari" in unit_memo
    lines = [line for line in minutes(told).splitlines() if line.startswith("- Butir Bud-")]
    assert lines
    assert all("– B.S. (2) –" in line for line in lines)


def test_labels_stay_when_rows_of_others_come_and_say_nothing_of_a_name() -> None:
    more = [*late_rows(), document(CODE, "Belum", title="Baru", pic="Bayu Saputra")]
    told = met(more[:1], more, shows_names=False)
    labels = dict(zip(told.items.evidence["title"], told.items.evidence["pic"], strict=True))
    assert labels["Butir Bam-0"] == "B.S."
    assert labels["Butir Bud-0"] == "B.S. (2)"
    assert labels["Baru"] == "B.S. (3)"
    turned = met([], late_rows()[::-1], shows_names=False)
    assert set(turned.items.evidence["pic"]) == set(LABELS.values())
    labels = dict(zip(turned.items.evidence["title"], turned.items.evidence["pic"], strict=True))
    assert labels["Butir Bud-0"] == "B.S."  # the first in the sheet, not in the alphabet


def test_comparison_names_pics_as_the_slides_do() -> None:
    before = [row | {"due_on": None} for row in late_rows()]
    found = met(before, late_rows(), shows_names=False).changes
    assert found is not None
    rows = found.items[found.items["item"] == "data dukung"]
    told = dict(zip(rows["title"], rows["pic"], strict=True))
    assert told["Butir Bud-0"] == "B.S. (2)"
    assert told["Butir Bam-0"] == "B.S."
