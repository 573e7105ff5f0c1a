"""What visitors are handed: not a word that is not declared, and every figure as it was."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from tests.canaries import MARK, found_in, snapshots
from tests.golden.test_any_grid import workbooks
from tests.golden.wild import wild_workbook
from tests.metrics.builders import unit
from tests.metrics.test_changes_properties import ASPECTS, SIDE, Side, bounded
from tests.tables.builders import CODE, snapshot, table
from zi_metrics.access import Role
from zi_metrics.charts.follow_up import follow_up_by_area, open_recommendations_by_age
from zi_metrics.labels.visitor import UNRECOGNISED
from zi_metrics.lke import Aspect
from zi_metrics.metrics.gap import plan
from zi_metrics.metrics.overdue import late_counts, overdue_items
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.metrics.results_rows import own_count, result_rows
from zi_metrics.metrics.summary import figures, figures_by_area, items_of
from zi_metrics.metrics.trend import trend_point
from zi_metrics.metrics.withheld_changes import changes_for
from zi_metrics.sources.grid import Workbook
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.xlsx import read_xlsx
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, TABLES
from zi_metrics.tables.derived import DERIVED, TOLD_TO_VISITORS, WORDING
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import CARRIED, ORIGIN, Column, Kind, Told
from zi_metrics.tables.withheld import for_role

READ_AT = datetime(2025, 10, 31, 2, 0, tzinfo=UTC)
COUNTED = (Kind.DATE, Kind.COUNT, Kind.NUMBER, Kind.FLAG, Kind.AREA, Kind.QUARTER)
SAMPLES = [(name, day) for name in ("contoh", "situs") for day in open_source(name).dates[-2:]]
few = settings(bounded, max_examples=5)


def withheld(full: Snapshot) -> Snapshot:
    return for_role(full, Role.VISITOR)


def figures_of(read: Snapshot) -> dict[str, Any]:
    """All that is counted of a snapshot, for either aspect."""
    items, told = items_of(read), readiness(read)
    aspects = [items.of_aspect(aspect) for aspect in Aspect]
    late = [overdue_items(each) for each in aspects]
    return {
        "figures": [figures(each) for each in aspects],
        "areas": [figures_by_area(each) for each in aspects],
        "course": trend_point(read),
        "late": [(late_counts(each), each["days_late"].tolist()) for each in late],
        "spip": items.spip[["area_no", "quarter", "state", "days_late"]].to_dict("list"),
        "repeated": items.follow_ups["is_repeated"].tolist(),
        "ages": open_recommendations_by_age(items.follow_ups).table.to_dict("list"),
        "bars": follow_up_by_area(items.follow_ups, read.catalogue.areas).table.to_dict("list"),
        "problems": [(problem.severity, problem.tab) for problem in read.problems],
        "unreadable": read.unreadable,
        **readiness_of(told),
        "uses": [row.use for row in result_rows(read.results, told, read.year)],
    }


def readiness_of(told: Readiness) -> dict[str, Any]:
    """And all that the shortest way is made from."""
    return {
        "tests": told.tests,
        "answers": told.own.answers,
        "results": {
            key: (each.share, each.index, each.fault) for key, each in told.own.results.items()
        },
        "own": own_count(told),
        "lists": [list(told.unproven["code"]), list(told.chances["code"])],
        "way": (told.has_way, told.target, sorted(told.codes_with_evidence)),
        "entry": [(check.requirement.key, check.standing) for check in told.entry],
    }


def same(one: object, other: object) -> bool:
    """Whether both say the same; that nothing is known is the same as that nothing is known."""
    return repr(one) == repr(other)


@pytest.mark.parametrize(("name", "day"), SAMPLES)
def test_every_figure_of_the_samples_is_the_same(name: str, day: Any) -> None:
    full = open_source(name).newest(day)
    assert same(figures_of(withheld(full)), figures_of(full))


def test_shortest_way_of_the_sample_is_the_same() -> None:
    full = open_source("contoh").newest()
    told = [readiness(each) for each in (full, withheld(full))]
    one, other = (plan(each.sheet, each.target, each.codes_with_evidence) for each in told)
    assert one.steps
    assert same((one.steps, one.needed_results), (other.steps, other.needed_results))


def test_every_figure_of_a_wild_workbook_is_the_same(tmp_path: Path) -> None:
    wild_workbook().save(tmp_path / "liar.xlsx")
    full = snapshot_of(read_xlsx(tmp_path / "liar.xlsx"), "liar.xlsx", READ_AT)
    assert len(full.problems) > 50
    assert same(figures_of(withheld(full)), figures_of(full))


@pytest.mark.slow
@few
@given(workbooks())
def test_every_figure_of_whatever_a_workbook_holds_is_the_same(book: Workbook) -> None:
    full = snapshot_of(book, "uji", READ_AT)
    told = figures_of(withheld(full))
    assert same(told, figures_of(full))


@pytest.mark.slow
@few
@given(SIDE)
def test_every_figure_of_whatever_rows_is_the_same(side: Side) -> None:
    full = read(side)
    assert same(figures_of(withheld(full)), figures_of(full))


@few
@given(SIDE, SIDE, ASPECTS)
def test_every_difference_of_a_comparison_is_the_same(
    one: Side, other: Side, aspect: Aspect
) -> None:
    full = changes_for(read(one), read(other), aspect, Role.INTERNAL)
    told = changes_for(read(one), read(other), aspect, Role.VISITOR)
    counted = ["item", "kind", "kinds", "state", "state_before", "area_no", "days_late", "part"]
    assert same(told.items[counted].to_dict("list"), full.items[counted].to_dict("list"))
    for measure, each in full.reconciliations.items():
        assert same(told.reconciliations[measure].by_kind(), each.by_kind())
        assert same(told.reconciliations[measure].by_area(), each.by_area())


def read(side: Side) -> Snapshot:
    tables, as_of, year = side
    return unit(**tables, settings={"Tahun penilaian": year}, as_of=as_of)


def test_no_closed_word_is_left_anywhere_in_what_visitors_are_handed() -> None:
    for full in snapshots():
        held = found_in(pickle.dumps(full))
        assert len(held) > 150
        assert found_in(pickle.dumps(withheld(full))) == set()


def test_no_closed_word_is_left_in_a_comparison() -> None:
    before, after = snapshots()
    for aspect in Aspect:
        full = changes_for(before, after, aspect, Role.INTERNAL)
        told = changes_for(before, after, aspect, Role.VISITOR)
        assert found_in(pickle.dumps(told)) == set()
        assert aspect is Aspect.REFORM or len(found_in(pickle.dumps(full))) > 20


def test_internal_viewers_are_handed_the_snapshot_itself() -> None:
    full = snapshot()
    assert for_role(full, Role.INTERNAL) is full
    assert not full.is_withheld
    assert withheld(full).is_withheld


def test_column_that_says_nothing_of_visitors_is_closed() -> None:
    assert Column("nip", "NIP").told is Told.NOTHING
    assert all(TOLD_TO_VISITORS[spec.name] <= DERIVED[spec.name].keys() for spec in TABLES)


def test_only_counts_days_and_official_codes_are_told_as_they_are() -> None:
    as_is = [
        (spec, column) for spec in TABLES for column in spec.columns if column.told is Told.AS_IS
    ]
    texts = {(spec.name, column.name) for spec, column in as_is if column.kind not in COUNTED}
    assert texts == {("indicators", "code")}  # which are those of the official list


def test_closed_columns_hold_nothing_and_the_others_keep_their_types() -> None:
    full = snapshots()[0]
    told = withheld(full)
    for spec in TABLES:
        rows = told.table(spec)
        closed = {column.name for column in spec.columns if column.told is Told.NOTHING}
        closed |= DERIVED[spec.name].keys() - TOLD_TO_VISITORS[spec.name]
        assert rows[sorted(closed)].isna().all(axis=None)
        kept = full.table(spec).dtypes
        assert rows.dtypes[kept.index].equals(kept)


def of_one_row(rows: pd.DataFrame) -> dict[str, Any]:
    (row,) = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return {str(name): cell for name, cell in row.items()}


def test_item_is_called_by_its_place() -> None:
    documents = [{"title": "SK"}, {"title": "SK"}, {"code": "Budi"}, {"title": None}]
    monev = [
        {"period": "Semester I 2025"},
        {"period": "Semester I 2025"},
        {"period": "kata Budi"},
        {"period": None},
    ]
    told = withheld(
        snapshot(
            {
                "evidence": table(EVIDENCE, *documents),
                "recommendations": table(RECOMMENDATIONS, *monev),
            }
        )
    )
    titles = told.evidence["title"].tolist()
    assert titles[:3] == [f"Dokumen 1 dari {CODE}", f"Dokumen 2 dari {CODE}", NAMELESS]
    assert pd.isna(titles[3])
    assert told.recommendations["recommendation"].tolist() == [
        "Rekomendasi 1, Semester I 2025",
        "Rekomendasi 2, Semester I 2025",
        "Rekomendasi 1, periode tidak dikenali",
        "Rekomendasi 1, tanpa periode",
    ]


NAMELESS = "Dokumen 1 tanpa indikator"


def test_free_words_are_told_only_as_far_as_they_are_recognised() -> None:
    frames = {
        "indicators": table(
            INDICATORS,
            {"code": CODE, "answer": "ya, kata Budi"},
            {"code": "A.II.4.i", "answer": " 85 % "},
        ),
        "evidence": table(EVIDENCE, {"period": "TW II 2025", "status": "ada di Budi"}),
        "results": table(
            RESULTS,
            {"component": "ipak", "value": "3,60", "assessor": "Tim TPN (Budi)"},
            {"component": "ipkp", "value": "kata Budi", "assessor": "Budi"},
        ),
    }
    told = withheld(snapshot(frames))
    answers = dict(zip(told.indicators["code"], told.indicators["answer"], strict=True))
    assert (answers[CODE], answers["A.II.4.i"]) == (UNRECOGNISED, "85 %")
    document = of_one_row(told.evidence)
    assert (document["period"], document["status"]) == ("TW II 2025", None)
    assert document["state"] == "Tidak dikenali"
    assert told.results["component"].tolist() == [
        "Survei Persepsi Anti Korupsi (IPAK)",
        "Survei Persepsi Kualitas Pelayanan (IPKP)",
    ]
    assert told.results["value"].tolist() == ["3,60", UNRECOGNISED]
    assert told.results["assessor"].tolist() == ["TPN", "unit sendiri"]


def test_what_hides_behind_invisible_marks_of_a_period_is_not_told() -> None:
    hidden = "2025" + "".join(chr(0xE0000 + ord(letter)) for letter in MARK)
    told = withheld(snapshot({"evidence": table(EVIDENCE, {"period": hidden})}))
    assert told.evidence["period"].tolist() == ["2025"]


def test_header_of_a_carried_cell_is_told_where_its_column_is() -> None:
    frame = table(EVIDENCE, {}).assign(**{ORIGIN: "Data Dukung!A2", CARRIED: "Status, PIC"})
    told = of_one_row(withheld(snapshot({"evidence": frame})).evidence)
    assert (told[CARRIED], told[ORIGIN]) == ("Status", "")


def test_same_wording_is_known_again_without_its_words() -> None:
    rows = [{"recommendation": "Lengkapi SK"}, {"recommendation": "lengkapi  sk"}, {}]
    rows[2] = {"recommendation": "Unggah notula"}
    wording = withheld(unit(recommendations=rows)).recommendations[WORDING]
    assert wording[0] == wording[1] != wording[2]
    assert "lengkapi" not in " ".join(wording).casefold()


def test_settings_keep_the_name_of_the_unit_and_no_name_of_a_person() -> None:
    told = withheld(snapshot(settings={"Unit": "Balai Uji", "Nama yang disamarkan": "Budi"}))
    assert told.settings.unit == "Balai Uji"
    assert told.settings.hidden_names == ()


def test_problems_are_counted_by_tab_without_what_was_read() -> None:
    told = withheld(snapshots()[0])
    assert {problem.read + problem.why + problem.remedy for problem in told.problems} == {""}
    assert {problem.where for problem in told.problems} == {
        *(spec.tab for spec in TABLES),
        "Pengaturan",
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [("contoh", "contoh"), ("situs", "situs"), ("/srv/Budi/zi.xlsx", "berkas unit")],
)
def test_source_is_named_only_where_it_is_one_of_ours(name: str, told: str) -> None:
    book = Workbook("Buku Budi", (), "https://docs.google.test/d/rahasia")
    full = snapshot_of(book, name, READ_AT, unit_id="rahasia")
    provenance = withheld(full).provenance
    assert provenance.source == told
    assert (provenance.unit_id, provenance.book.url, provenance.book.tabs) == (None, None, ())
    assert provenance.digest == full.provenance.digest
