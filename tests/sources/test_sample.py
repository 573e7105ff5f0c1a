"""The sample that ships: invented, told consistently, and exactly what its program makes."""

from __future__ import annotations

import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from scripts.sample.build import build
from scripts.sample.workdays import is_workday
from zi_metrics.lke.predicates import Standing
from zi_metrics.metrics.readiness import answers_of, readiness
from zi_metrics.settings import DATA_DIR
from zi_metrics.sources.contoh import SAMPLE_DIR, sample_store
from zi_metrics.sources.situs import read_situs
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS, TABLES
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.vocabularies import (
    COMPLETE_STATUSES,
    EvidenceStatus,
    FollowUpStatus,
    normalise,
)

AS_OF_DATES = [
    date(2025, 3, 31),
    date(2025, 6, 30),
    date(2025, 9, 30),
    date(2025, 12, 31),
    date(2026, 1, 20),
]
URL_COLUMNS = [(EVIDENCE, "url"), (RECOMMENDATIONS, "url"), (SPIP_REPORTS, "url")]


@pytest.fixture(scope="module")
def snapshots() -> list[Snapshot]:
    store = sample_store()
    return [store.read(manifest.identifier) for manifest in store.list()]


def _days(snapshot: Snapshot) -> pd.Timestamp:
    return pd.Timestamp(snapshot.as_of)


# --- How it is made ---


def test_sample_is_what_its_program_makes(tmp_path: Path) -> None:
    shipped = [(each.identifier, each.digest) for each in sample_store().list()]
    made = SnapshotStore(tmp_path)
    identifiers = build(made)
    assert identifiers == [identifier for identifier, _ in shipped]
    assert [(each.identifier, each.digest) for each in made.list()] == shipped


def test_sample_folder_holds_nothing_else() -> None:
    folders = {path.name for path in SAMPLE_DIR.iterdir() if path.is_dir()}
    assert folders == {manifest.identifier for manifest in sample_store().list()}


def test_building_replaces_an_old_sample_and_leaves_other_snapshots(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    kept = store.write(read_situs())
    old = sample_store().list()[0]
    shutil.copytree(SAMPLE_DIR / old.identifier, tmp_path / old.identifier)
    (tmp_path / old.identifier / "sisa.parquet").touch()
    (tmp_path / "catatan").mkdir()
    identifiers = build(store)
    assert {path.name for path in tmp_path.iterdir()} == {kept, "catatan", *identifiers}
    assert not (tmp_path / old.identifier / "sisa.parquet").exists()


# --- What it is about ---


def test_five_dated_snapshots_of_one_invented_unit(snapshots: list[Snapshot]) -> None:
    assert [each.as_of for each in snapshots] == AS_OF_DATES
    assert all(each.provenance.is_sample for each in snapshots)
    assert {each.settings.unit for each in snapshots} == {"Unit Kerja Contoh"}
    assert {each.settings.assessed_year for each in snapshots} == {2025}


def test_next_meeting_lies_ahead_and_the_last_one_behind(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        said = each.settings
        assert said.previous_meeting_on < each.as_of < said.meeting_on  # type: ignore[operator]
    assert snapshots[-1].settings.previous_meeting_on == date(2025, 10, 15)
    assert snapshots[-1].settings.meeting_on == date(2026, 1, 22)


def test_only_problem_is_one_status_that_nobody_recognises(snapshots: list[Snapshot]) -> None:
    problems = [problem for each in snapshots for problem in each.problems]
    assert [(each.severity, each.tab) for each in problems] == [(Severity.ERROR, "Data Dukung")]
    assert "sudah ada tapi blm ttd" in problems[0].read
    assert list(snapshots[-1].problems) == problems


def test_nobody_of_the_real_unit_is_named(snapshots: list[Snapshot]) -> None:
    names = pd.read_csv(DATA_DIR / "situs" / "nama.csv")["nama"].str.split().explode()
    assert len(names) == 8
    pattern = re.compile("|".join(names), re.IGNORECASE)
    for each in snapshots:
        for spec in TABLES:
            for name in spec.names:
                cells = each.table(spec)[name].dropna().astype(str)
                assert not cells.str.contains(pattern).any(), (spec.name, name)
        assert not each.settings.hidden_names


def test_every_link_stays_on_the_reserved_domain(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        for spec, column in URL_COLUMNS:
            links = each.table(spec)[column].dropna()
            assert links.str.startswith("https://contoh.example/zi/2025/").all()
    assert snapshots[-1].evidence["url"].notna().sum() > 150


# --- Indicators and evidence ---


def test_every_indicator_has_a_role_and_answers_grow(snapshots: list[Snapshot]) -> None:
    counts = []
    for each in snapshots:
        rows = each.indicators
        assert len(rows) == 110
        assert rows["pic"].notna().all()
        answered = rows["answer"].notna() | rows["answer_denominator"].notna()
        counts.append(int(answered.sum()))
    assert counts == sorted(counts)
    assert counts[-1] < 110


def test_answers_are_ones_the_question_offers(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        for row in each.indicators.itertuples():
            if row.answer_type == "%":
                assert pd.isna(row.answer)
                assert pd.isna(row.answer_numerator) == pd.isna(row.answer_denominator)
            else:
                assert pd.isna(row.answer) or row.answer in row.answer_type.split("/"), row.code
                assert pd.isna(row.answer_denominator)


def test_evidence_is_the_units_real_list_row_for_row(snapshots: list[Snapshot]) -> None:
    situs = read_situs().evidence
    for each in snapshots:
        rows = each.evidence
        for column in ("evidence_id", "code"):
            assert rows[column].tolist() == situs[column].tolist()
        assert rows["period"].fillna("").tolist() == situs["period"].fillna("").tolist()
        changed = rows["title"] != situs["title"]
        assert changed.sum() == 11
        assert rows.loc[changed, "title"].str.contains("Pegawai [ABCD]$").all()


def test_office_held_by_one_person_goes_with_the_name(snapshots: list[Snapshot]) -> None:
    titles = snapshots[0].evidence.set_index("evidence_id")["title"]
    assert titles["A.I.3.i.c-05"] == "Log harian Pegawai A"


def test_completeness_goes_from_a_fifth_to_three_quarters(snapshots: list[Snapshot]) -> None:
    assert [round(_complete_share(each.evidence), 2) for each in snapshots] == [
        0.21,
        0.33,
        0.49,
        0.68,
        0.78,
    ]


def _complete_share(rows: pd.DataFrame) -> float:
    return float(rows.loc[~rows["is_irrelevant"], "is_complete"].mean())


def test_areas_lead_and_lag(snapshots: list[Snapshot]) -> None:
    newest = snapshots[-1].evidence
    shares = {number: _complete_share(rows) for number, rows in newest.groupby("area_no")}
    assert min(shares[1], shares[4]) > 0.9
    assert max(shares[3], shares[5]) < 0.65


def test_verified_documents_are_sent_back_in_december_and_partly_mended(
    snapshots: list[Snapshot],
) -> None:
    states = pd.DataFrame({each.as_of: each.evidence["state"] for each in snapshots})
    september, december, january = states.iloc[:, 2], states.iloc[:, 3], states.iloc[:, 4]
    back = (september == EvidenceStatus.VERIFIED) & (december == EvidenceStatus.TO_REVISE)
    rows = snapshots[3].evidence.loc[back]
    assert len(rows) == 5
    assert rows["code"].str.startswith("A.I.2.i.").all()
    assert rows["note"].notna().all()
    assert january[back].isin(COMPLETE_STATUSES).sum() == 2


def test_elsewhere_no_complete_document_is_lost(snapshots: list[Snapshot]) -> None:
    for before, after in pairwise(snapshots):
        lost = before.evidence["is_complete"] & ~after.evidence["is_complete"]
        assert after.evidence.loc[lost, "code"].str.startswith("A.I.2.i.").all()


def test_what_is_not_relevant_says_why(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        called = each.evidence["state"] == EvidenceStatus.IRRELEVANT
        assert each.evidence.loc[called, "reason"].notna().all()
        assert each.evidence["reason"].notna().sum() == called.sum()
    assert snapshots[-1].evidence["is_irrelevant"].sum() == 6


def test_some_complete_documents_have_no_link(snapshots: list[Snapshot]) -> None:
    rows = snapshots[-1].evidence
    share = rows.loc[rows["is_complete"], "url"].isna().mean()
    assert 0 < share < 0.15


def test_some_evidence_is_overdue_in_every_snapshot(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        rows = each.evidence
        is_open = ~rows["is_complete"] & ~rows["is_irrelevant"]
        assert (is_open & (rows["due_on"] < _days(each))).any()


# --- Monev, SPIP, Hasil ---


def test_about_forty_recommendations(snapshots: list[Snapshot]) -> None:
    rows = snapshots[-1].recommendations
    assert rows["period"].value_counts().to_dict() == {
        "Semester I 2025": 18,
        "Semester II 2025": 18,
        "Semester II 2024": 6,
    }
    assert rows["recommendation_id"].is_unique
    assert rows["area_no"].isna().sum() == 2


def test_march_has_what_the_year_before_left(snapshots: list[Snapshot]) -> None:
    rows = snapshots[0].recommendations
    assert (rows["period"] == "Semester II 2024").sum() == 6
    assert (rows["state"] != FollowUpStatus.DONE).any()


def test_one_recommendation_is_repeated_in_another_spelling(snapshots: list[Snapshot]) -> None:
    rows = snapshots[-1].recommendations
    words = rows["recommendation"].map(normalise)
    repeated = rows.loc[words.duplicated(keep=False)]
    assert repeated["period"].tolist() == ["Semester I 2025", "Semester II 2025"]
    assert repeated["area_no"].tolist() == [3, 3]
    assert repeated["recommendation"].nunique() == 2


def test_one_recommendation_cannot_be_followed_up_for_a_reason(snapshots: list[Snapshot]) -> None:
    rows = snapshots[-1].recommendations
    assert rows["is_dropped"].sum() == 1
    assert (rows["state"] == FollowUpStatus.IMPOSSIBLE).sum() == 1


def test_several_recommendations_are_overdue_in_every_snapshot(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        rows = each.recommendations
        is_open = (rows["state"] != FollowUpStatus.DONE) & ~rows["is_dropped"]
        assert (is_open & (rows["due_on"] < _days(each))).sum() >= 3


def test_six_areas_report_on_four_quarters(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        rows = each.spip_reports
        assert len(rows) == 24
        assert not rows.duplicated(["year", "quarter", "area_no"]).any()
        waived = rows.loc[~rows["required"]]
        assert waived["note"].notna().tolist() == [True]


def test_one_report_has_been_missing_since_october(snapshots: list[Snapshot]) -> None:
    rows = snapshots[-1].spip_reports
    missing = rows.loc[rows["required"] & rows["submitted_on"].isna()]
    assert missing[["area_no", "quarter"]].to_numpy().tolist() == [[3, 4], [5, 3], [5, 4]]


def test_surveys_are_the_units_own(snapshots: list[Snapshot]) -> None:
    parts = {
        part["name"]
        for component in snapshots[0].catalogue.rules["results"]
        for part in component["parts"]
    }
    assert len(snapshots[0].results) == 0
    assert set(snapshots[-1].results["component"]) == parts
    surveys = snapshots[-1].results["component"].str.startswith("Survei")
    assert set(snapshots[-1].results.loc[surveys, "assessor"]) == {"survei mandiri"}


def test_requirements_are_entered_one_after_the_other_and_some_never(
    snapshots: list[Snapshot],
) -> None:
    entered = [each.settings.entry for each in snapshots]
    assert [len(each) for each in entered] == [3, 5, 5, 9, 9]
    assert [each.get("lhkpn_lhkasn") for each in entered] == [None, "Tidak", "Ya", "Ya", "Ya"]
    newest = readiness(snapshots[-1]).entry
    assert {each.requirement.key for each in newest if each.standing is Standing.UNMET} == {"tlhp"}
    open_still = {each.requirement.key for each in newest if each.standing is Standing.UNKNOWN}
    assert open_still == {"sptjm", "indeks_rb"}


def test_what_was_entered_of_asset_reports_agrees_with_the_answers(
    snapshots: list[Snapshot],
) -> None:
    for each in snapshots:
        reported = answers_of(each.indicators, each.catalogue)["A.II.5.iii.b"].score
        entered = each.settings.entry.get("lhkpn_lhkasn")
        assert entered in {None, "Ya" if reported == 1 else "Tidak"}


# --- One story ---


def test_newest_snapshot_rolled_back_gives_the_earlier_ones(snapshots: list[Snapshot]) -> None:
    newest = snapshots[-1]
    for each in snapshots:
        assert _monev_by(newest, each) == _monev_by(each, each)
        assert _spip_by(newest, each) == _spip_by(each, each)
        assert len(each.recommendations) == len(_monev_by(newest, each))


def _monev_by(told: Snapshot, day: Snapshot) -> list[tuple[object, ...]]:
    """What had been raised, was due and was done or dropped by a snapshot's day."""
    rows = told.recommendations
    rows = rows.loc[rows["raised_on"] <= _days(day)]
    closed_on = rows["closed_on"].where(rows["closed_on"] <= _days(day))
    kept = rows[["recommendation_id", "area_no", "raised_on", "due_on", "is_dropped"]]
    return _comparable(kept.assign(closed_on=closed_on))


def _spip_by(told: Snapshot, day: Snapshot) -> list[tuple[object, ...]]:
    rows = told.spip_reports
    is_in = rows["submitted_on"] <= _days(day)
    told_then = rows[SPIP_REPORTS.names].astype(object)
    reported = ["submitted_on", "url", "risk_count", "rtp_planned_count", "rtp_done_count"]
    return _comparable(
        told_then.assign(**{name: told_then[name].where(is_in) for name in reported})
    )


def _comparable(rows: pd.DataFrame) -> list[tuple[object, ...]]:
    return list(rows.astype(object).where(rows.notna(), None).itertuples(index=False, name=None))


def test_document_changes_only_on_the_day_it_was_updated(snapshots: list[Snapshot]) -> None:
    for before, after in pairwise(snapshots):
        untouched = ~(after.evidence["updated_on"] > _days(before))
        same = before.evidence["status"] == after.evidence["status"]
        assert same[untouched].all()


def test_nothing_happens_after_the_day_or_on_a_holiday(snapshots: list[Snapshot]) -> None:
    for each in snapshots:
        happened = [
            each.evidence["updated_on"],
            each.recommendations["raised_on"],
            each.recommendations["closed_on"],
            each.spip_reports["submitted_on"],
        ]
        days = pd.concat(happened).dropna()
        assert (days <= _days(each)).all()
        assert all(is_workday(day.date()) for day in days)
