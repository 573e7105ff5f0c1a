"""Everything there is to say about the data: in which order, under which tab, with which effect."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.golden.wild import wild_workbook
from tests.metrics.builders import document, unit
from tests.tables.builders import CODE
from zi_metrics.labels.numbers import percent
from zi_metrics.labels.snapshot_problems import snapshot_refused
from zi_metrics.metrics.data_quality import (
    Finding,
    TabSummary,
    count_by_severity,
    findings,
    select,
    tab_summaries,
)
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.problems import SNAPSHOT_TAB, Problem, Severity
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.tidiness import Untidy

READ_AT = datetime(2025, 10, 31, 2, 0, tzinfo=UTC)
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
OTHER = "A.I.1.i.b"


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The workbook in which everything happens at once."""
    path = tmp_path_factory.mktemp("liar") / "liar.xlsx"
    wild_workbook().save(path)
    return open_source(str(path), clock=lambda: READ_AT).newest()


def rows_of(found: list[Finding]) -> list[tuple[str, int]]:
    return [(each.severity, int(each.problem.where.rpartition(" ")[2])) for each in found]


# Cell of a galat, and the percentages of its area before and after; None where nothing can be told.
EFFECTS = """
Tindak lanjut monev!K9     | 0 % → 50 %
Tindak lanjut monev!N11    | 50 % → 100 %
Data Dukung I-II!D14       | 31 % → 40 %
DATA DUKUNG – Layanan!C12  | 15 % → 22 %
Data Dukung I-II!D17       | 31 % → 36 %
Data Dukung I-II!D18       | 31 % → 36 %
Data Dukung I-II!D13       | 31 % → 36 %
Data Dukung I-II!J21       | 31 % → 35 %
Data Dukung I-II!D6        | 31 % → 33 %
Data Dukung III!A9         | 19 % → 21 %
Data Dukung I-II!B15       |
Data Dukung I-II!B16       |
Laporan SPIP!B8            |
Laporan SPIP!A10           |
LKE!B6                     |
"""


def test_worst_come_first_then_the_largest_effects_then_cell_by_cell(wild: Snapshot) -> None:
    found = [each for each in findings(wild) if each.severity is ERROR]
    assert [each.problem.where for each in found] == [
        line.partition("|")[0].strip() for line in EFFECTS.strip().splitlines()
    ]
    severities = [list(Severity).index(each.severity) for each in findings(wild)]
    assert severities == sorted(severities)


def test_every_galat_of_a_status_or_a_reason_says_its_effect(wild: Snapshot) -> None:
    told = {
        each.problem.where: " → ".join(
            percent(ratio.share) for ratio in (each.effect.before, each.effect.after)
        )
        if each.effect
        else ""
        for each in findings(wild)
        if each.severity is ERROR
    }
    lines = [line.split("|") for line in EFFECTS.strip().splitlines()]
    expected = {where.strip(): effect.strip().replace(" %", "\u00a0%") for where, effect in lines}
    assert told == expected


def test_tabs_are_those_of_the_workbook_with_what_was_read_of_each(wild: Snapshot) -> None:
    tabs = tab_summaries(wild, findings(wild))
    read = [(tab.title, tab.table, tab.row_count, tab.hidden_count) for tab in tabs]
    assert read == [
        ("Data Dukung I-II", "evidence", 18, 2),
        ("Data Dukung III", "evidence", 12, 0),
        ("Tindak lanjut monev", "recommendations", 10, 0),
        ("DATA DUKUNG – Layanan", "evidence", 10, 0),
        ("Laporan SPIP", "spip_reports", 9, 0),
        ("LKE", "indicators", 5, 0),
        ("pengaturan ", "settings", 9, None),
        ("Sheet9", None, None, None),
        ("Hasil", "results", None, None),
    ]
    assert [tab.title for tab in tabs if not tab.is_there] == ["Hasil"]


def test_counts_of_the_tabs_add_up_to_the_whole(wild: Snapshot) -> None:
    found = findings(wild)
    tabs = tab_summaries(wild, found)
    for severity, count in count_by_severity(found).items():
        assert sum(tab.counts[severity] for tab in tabs) == count
    assert tabs[0].counts[ERROR] == 8


def test_sources_without_a_sheet_have_a_tab_for_each_table() -> None:
    snapshot = unit(documents=[document(CODE, "Tersedia")])
    tabs = tab_summaries(snapshot, findings(snapshot))
    assert [tab.title for tab in tabs] == ["Indikator", "Data Dukung", "Monev", "SPIP", "Hasil"]
    assert tabs[1] == TabSummary(
        "Data Dukung", "evidence", 1, counts={ERROR: 0, WARNING: 0, ADVICE: 1}
    )


def test_rows_are_told_in_their_order_and_not_in_that_of_their_letters() -> None:
    rows = [document(CODE, "x", title=f"Dokumen {'abcdefghijkl'[i]}{i}") for i in range(12)]
    found = [each for each in findings(unit(documents=rows)) if each.severity is ERROR]
    assert rows_of(found) == [(ERROR, number) for number in range(1, 13)]


def test_larger_effect_comes_before_an_earlier_row() -> None:
    rows = [document(CODE, "x"), document(CODE, "Belum"), document(OTHER, "x")]
    found = findings(unit(documents=rows))
    assert rows_of(found)[:2] == [(ERROR, 3), (ERROR, 1)]


def test_effect_is_told_of_galat_only() -> None:
    rows = [document(CODE, "x", title=None, due_on="besok", url=None)]
    found = findings(unit(documents=rows))
    assert [(each.severity, each.effect is not None) for each in found] == [
        (ERROR, True),
        (WARNING, False),
        (WARNING, False),
    ]


def test_advice_says_what_it_is_about_and_problems_do_not() -> None:
    rows = [document(CODE, "x", title="SK Tim"), document(CODE, "Tersedia", title="Foto")]
    about = {each.severity: each.about for each in findings(unit(documents=rows))}
    assert about == {ERROR: None, ADVICE: Untidy.LINK_ABSENT}


def test_period_is_held_against_the_assessed_year() -> None:
    row = document(CODE, "Belum", period="2024")
    assert [each.about for each in findings(unit(documents=[row]))] == [Untidy.OTHER_YEAR]
    assessed = unit(documents=[row], settings={"Tahun penilaian": "2024"}, as_of=date(2025, 6, 30))
    assert findings(assessed) == []


def test_selection_takes_tabs_and_severities(wild: Snapshot) -> None:
    found = findings(wild)
    assert select(found, [], []) == found
    some = select(found, ["LKE"], [ERROR, WARNING])
    assert {each.tab for each in some} == {"LKE"}
    assert {each.severity for each in some} == {ERROR, WARNING}


def test_unreadable_table_is_told_and_has_no_effects() -> None:
    rows = unit(documents=[document(CODE, "x")])
    unreadable = Snapshot(**{**vars(rows), "unreadable": frozenset({"evidence"})})
    found = findings(unreadable)
    assert [each.effect for each in found if each.severity is ERROR] == [None]
    tabs = tab_summaries(unreadable, found)
    assert [tab.title for tab in tabs if not tab.is_readable] == ["Data Dukung"]


def test_place_that_is_no_tab_is_not_told_to_be_missing() -> None:
    rows = unit(documents=[document(CODE, "Tersedia")])
    refused = Problem(WARNING, SNAPSHOT_TAB, "2025-10-01", *snapshot_refused("Rusak."))
    snapshot = Snapshot(**{**vars(rows), "problems": (refused, *rows.problems)})
    found = findings(snapshot)
    assert refused in [each.problem for each in found]
    assert [tab.title for tab in tab_summaries(snapshot, found) if not tab.is_there] == []
