"""Hidden names change what is written in a meeting, and nothing that is counted in it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.metrics.builders import Row, document, unit
from tests.report.meetings import small
from zi_metrics.report.meeting import Meeting

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
