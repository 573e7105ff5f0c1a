"""The words of the page Tentang and the data dictionary say what the code does."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from zi_metrics.labels import figures as label
from zi_metrics.labels import statuses_explained as explained
from zi_metrics.labels.change_numbers import part as part_shown
from zi_metrics.labels.definitions import ABOUT, BACKGROUND, FIGURES, STATUSES
from zi_metrics.labels.glossary import glossary
from zi_metrics.labels.lke import SCORE
from zi_metrics.labels.numbers import (
    exact_points,
    long_date,
    percent,
    percentage_points,
    score,
)
from zi_metrics.labels.projection import NAME, sentence
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.lke.worksheet import worksheet
from zi_metrics.metrics.change_rows import part
from zi_metrics.metrics.completeness import (
    Completeness,
    IndicatorState,
    completeness,
    heaviest_gaps,
    indicator_completeness,
)
from zi_metrics.metrics.follow_up import follow_up, follow_ups
from zi_metrics.metrics.projection import (
    LEAST_DAYS,
    LEAST_SNAPSHOTS,
    LEAST_STRETCH_DAYS,
    estimate,
)
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.metrics.spip import SpipFigures, SpipState, spip, spip_quarters
from zi_metrics.settings import DATA_DIR
from zi_metrics.sources.files import TableFile
from zi_metrics.sources.manifest import Manifest
from zi_metrics.tables.book import Book, TabRead
from zi_metrics.tables.check import check
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, SPIP_REPORTS, TABLES
from zi_metrics.tables.links import LinkState
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.spec import CARRIED, ORIGIN, Kind, TableSpec
from zi_metrics.tables.unit_settings import SETTINGS
from zi_metrics.tables.vocabularies import (
    _EVIDENCE_BY_WORD,
    _FOLLOW_UP_BY_WORD,
    EvidenceStatus,
    FollowUpStatus,
    normalise,
    read_evidence_status,
    read_follow_up_status,
)

LONGEST_EXPLANATION = 60
LONGEST_MEANING = 25
CATALOGUE = load_catalogue()
DICTIONARY = (DATA_DIR / "README.md").read_text(encoding="utf-8")
EXAMPLES = {figure.name: figure.example for figure in FIGURES}
FORMULAS = {figure.name: figure.formula for figure in FIGURES}
ON = date(2025, 10, 12)


def texts() -> Iterator[str]:
    for passage in (*BACKGROUND, *ABOUT):
        yield from passage.paragraphs
    for figure in FIGURES:
        yield from (figure.meaning, figure.formula, figure.example)
    for group in STATUSES:
        yield from (group.note, *(status.meaning for status in group.statuses))
    yield from (term.meaning for term in glossary())


def test_every_headline_is_explained_under_its_own_name() -> None:
    names = [
        text
        for name, text in vars(label).items()
        if name.isupper() and isinstance(text, str) and not name.startswith("NO")
    ]
    assert len(names) >= 10
    assert [name for name in names if name not in EXAMPLES] == []


def test_figures_and_passages_are_named_once() -> None:
    assert len(EXAMPLES) == len(FIGURES)
    titles = [passage.title for passage in (*BACKGROUND, *ABOUT)]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("group", "states"),
    [
        (explained.EVIDENCE, EvidenceStatus),
        (explained.FOLLOW_UP, FollowUpStatus),
        (explained.SPIP, SpipState),
        (explained.INDICATOR, IndicatorState),
        (explained.SEVERITY, Severity),
    ],
    ids=lambda case: getattr(case, "title", ""),
)
def test_every_state_is_explained_in_its_order(group, states) -> None:
    assert [status.name for status in group.statuses] == list(states)
    assert group in STATUSES


@pytest.mark.parametrize(
    ("group", "read", "by_word"),
    [
        (explained.EVIDENCE, read_evidence_status, _EVIDENCE_BY_WORD),
        (explained.FOLLOW_UP, read_follow_up_status, _FOLLOW_UP_BY_WORD),
    ],
    ids=["evidence", "follow_up"],
)
def test_words_are_read_as_said_and_none_is_left_out(group, read, by_word) -> None:
    said = {word: status.name for status in group.statuses for word in status.words}
    assert {word: read(word) for word in said} == said
    other_ticks = {"✔", "✅", "☑", "🗸", "√"}
    names = {normalise(status.name) for status in group.statuses}
    assert set(by_word) - names - other_ticks - {""} == {normalise(word) for word in said}
    empty = next(status for status in group.statuses if status.name == read(""))
    assert "Sel kosong" in empty.meaning


def test_no_explanation_is_long_or_unfinished() -> None:
    for text in texts():
        assert len(text.split()) <= LONGEST_EXPLANATION, text
        assert text.endswith("."), text
        assert "  " not in text


def test_spelling_is_standard() -> None:
    written = "\n".join(texts()).casefold()
    for wrong in (
        "resiko",
        "analisa",
        "standard",
        "ijin",
        "aktifitas",
        "kwalitas",
        "dead",
        "praktek",
    ):
        assert not re.search(rf"\b{wrong}", written), wrong


def test_percentages_in_examples_follow_from_their_fractions() -> None:
    found = [
        match
        for text in EXAMPLES.values()
        for match in re.finditer(r"(\d+) dari (\d+) · (<?\d+\u00a0%)", text)
    ]
    assert len(found) >= 11
    for match in found:
        part, whole = int(match[1]), int(match[2])
        assert match[3] == percent(part / whole), match[0]


def documents(states: list[str], code: str = "A.I.1.i.a") -> pd.DataFrame:
    rows = {"code": code, "title": "Dokumen", "status": states, "reason": "Tidak ada layanan"}
    frame = pd.DataFrame(rows | {ORIGIN: "baris"}).reindex(columns=[*EVIDENCE.names, ORIGIN])
    return check(frame, EVIDENCE, CATALOGUE).rows


def indicators(points_each: dict[str, float]) -> pd.DataFrame:
    chosen = CATALOGUE.indicators[CATALOGUE.indicators["code"].isin(list(points_each))]
    return chosen.assign(points=chosen["code"].map(points_each))


def completeness_of(points_each: dict[str, float], evidence: pd.DataFrame) -> Completeness:
    return completeness(indicator_completeness(indicators(points_each), evidence))


def test_weighted_example() -> None:
    evidence = pd.concat(
        [
            documents(["Tersedia"], "A.I.1.i.a"),
            documents(["Tersedia", "Disusun"], "A.I.1.i.b"),
        ],
        ignore_index=True,
    )
    three = {"A.I.1.i.a": 0.5, "A.I.1.i.b": 0.5, "A.I.1.ii.a": 0.5}
    weighted = completeness_of(three, evidence).weighted
    shown = f"{label.points(weighted)}, yaitu {percent(weighted.share)}."
    assert EXAMPLES[label.WEIGHTED].endswith(shown)


def test_evidence_and_verification_examples() -> None:
    listed = ["Terverifikasi"] * 2 + ["Tersedia"] * 4 + ["Disusun"] * 3
    figures = completeness_of(
        {"A.I.1.i.a": 1.0}, documents([*listed, "Belum ada", "Tidak relevan"])
    )
    for name, ratio in (
        (label.EVIDENCE_COMPLETE, figures.evidence),
        (label.VERIFICATION, figures.verification),
    ):
        shown = label.ratio(ratio, "")
        assert EXAMPLES[name].endswith(f"{shown}.")


def test_indicators_complete_example() -> None:
    counts = dict(zip(IndicatorState, (5, 2, 1, 1, 1), strict=True))
    for state, count in counts.items():
        assert f"{count} {state}" in EXAMPLES[label.INDICATORS_COMPLETE]
    ratio = Completeness(counts, 0, 0, 0, 0, Ratio(0, 0)).indicators
    shown = label.ratio(ratio, "")
    assert EXAMPLES[label.INDICATORS_COMPLETE].endswith(f"{shown}.")


def test_indicator_state_example() -> None:
    items = indicator_completeness(
        indicators({"A.I.1.i.a": 0.5}), documents(["Tersedia", "Disusun"])
    )
    assert EXAMPLES["Status indikator"].endswith(f"Statusnya {items['state'].item()}.")


def test_heaviest_gap_example() -> None:
    evidence = pd.concat(
        [
            documents(["Ada"] * 2 + ["Belum"] * 3, "A.I.1.i.a"),
            documents(["Ada"] * 3 + ["Belum"], "A.I.1.i.b"),
        ],
        ignore_index=True,
    )
    gaps = heaviest_gaps(
        indicator_completeness(indicators({"A.I.1.i.a": 0.5, "A.I.1.i.b": 1.0}), evidence)
    )
    assert gaps["code"].tolist() == ["A.I.1.i.a", "A.I.1.i.b"]
    for gap in gaps["gap_points"]:
        assert f"celah {score(gap)} poin" in EXAMPLES["Celah terberat"]


def rounds(**columns: object) -> pd.DataFrame:
    rows = {"recommendation": "Lengkapi SK", "reason": "Di luar wewenang", ORIGIN: "baris"}
    frame = pd.DataFrame(rows | columns).reindex(columns=[*RECOMMENDATIONS.names, ORIGIN])
    return check(frame, RECOMMENDATIONS, CATALOGUE).rows


def test_follow_up_example() -> None:
    states = ["Selesai"] * 3 + ["Dalam proses"] * 2 + ["Belum ditindaklanjuti"] * 2
    ratio = follow_up(follow_ups(rounds(status=[*states, "TDTL"]), ON)).ratio
    shown = label.ratio(ratio, "")
    assert EXAMPLES[label.FOLLOW_UP].endswith(f"{shown}.")


def test_overdue_example() -> None:
    rows = rounds(status=["Belum"], due_on=["2025-09-30"])
    assert not follow_ups(rows, date(2025, 9, 30))["is_overdue"].item()
    late = follow_ups(rows, ON)["days_late"].item()
    assert EXAMPLES[label.OVERDUE].endswith(f"per 12 Oktober 2025 sudah lewat {late} hari.")


def test_repeated_example() -> None:
    rows = rounds(status=["Selesai", "Belum"], period=["Semester I 2025", "Semester II 2025"])
    judged = follow_ups(rows, ON)
    assert judged["is_repeated"].tolist() == [False, True]
    assert EXAMPLES[label.REPEATED].endswith(f"jadi {follow_up(judged).repeated_count} berulang.")


def test_age_example() -> None:
    rows = rounds(
        status=["Selesai", "Belum"], raised_on="2025-07-01", closed_on=["2025-07-31", None]
    )
    ages = follow_ups(rows, ON)["age_days"].tolist()
    assert [int(days) for days in re.findall(r"(\d+) hari", EXAMPLES["Umur rekomendasi"])] == ages


def test_as_of_example() -> None:
    rows = rounds(status=["Selesai"], closed_on=["2025-10-15"])
    assert f"masih {follow_ups(rows, ON)['state'].item()}" in EXAMPLES["Tanggal penilaian"]


def reports(rows: list[dict[str, object]]) -> SpipFigures:
    frame = pd.DataFrame(rows).assign(year=2025, **{ORIGIN: "baris"})
    checked = check(frame.reindex(columns=[*SPIP_REPORTS.names, ORIGIN]), SPIP_REPORTS, CATALOGUE)
    return spip(spip_quarters(checked.rows, 2025, ON, due_days=10))


def test_spip_examples() -> None:
    on_time = [
        {"area_no": area, "quarter": quarter, "submitted_on": f"2025-{3 * quarter + 1:02}-10"}
        for area in range(1, 7)
        for quarter in (1, 2)
    ]
    late = [{"area_no": area, "quarter": 3, "submitted_on": "2025-10-11"} for area in (1, 2, 3)]
    figures = reports(on_time + late)
    for name, ratio in (
        (label.SPIP_SUBMITTED, figures.submitted),
        (label.SPIP_ON_TIME, figures.on_time),
    ):
        shown = label.ratio(ratio, "")
        assert EXAMPLES[name].endswith(f"{shown}.")


def test_rtp_example() -> None:
    numbers = ((5, 4, "2025-04-10"), (3, 2, "2025-07-10"), (9, 9, None))
    figures = reports(
        [
            {
                "area_no": 1,
                "quarter": quarter,
                "submitted_on": submitted_on,
                "rtp_planned_count": planned,
                "rtp_done_count": done,
            }
            for quarter, (planned, done, submitted_on) in enumerate(numbers, start=1)
        ]
    )
    shown = label.ratio(figures.rtp, "")
    assert EXAMPLES[label.RTP].endswith(f"{shown}.")


def test_score_example() -> None:
    codes = ("A.I.1.ii.a", "A.I.1.ii.b", "A.I.1.ii.c")
    asked = [CATALOGUE.questions[code] for code in codes]
    answers = {
        question.code: read_answer(Written(word), question.options)
        for question, word in zip(asked, ("Ya", "B", None), strict=True)
    }
    found = worksheet(CATALOGUE, answers, {}).of(asked)
    example = EXAMPLES[SCORE]
    assert f"berbobot {exact_points(found.weight)} dengan tiga pertanyaan" in example
    assert f"jadi nilainya {exact_points(found.points)}." in example
    assert example.endswith(f"menunjukkan {exact_points(found.answered_only)}.")


def test_change_example() -> None:
    before, now = Ratio(4, 8), Ratio(6, 10)
    assert f"naik {percentage_points(change(now, before))}." in EXAMPLES["Perubahan"]


def test_effect_example() -> None:
    before, now = Ratio(4, 8), Ratio(6, 10)
    completed, added = part((0, 1, 1, 1), before, now), part((0, 0, 0, 1), before, now)
    assert 2 * completed + 2 * added == pytest.approx(change(now, before))
    example = EXAMPLES["Pengaruh"]
    assert f"masing-masing {part_shown(completed)}. Dua ditambahkan" in example
    assert f"masing-masing {part_shown(added)}. Jumlahnya {percentage_points(0.1)}." in example


def test_estimate_example() -> None:
    points = [(date(2025, 4, 1), 0.23), (date(2025, 6, 30), 0.35), (date(2025, 9, 28), 0.50)]
    months = [(later[0] - earlier[0]).days / 30 for earlier, later in pairwise(points)]
    gains = [later[1] - earlier[1] for earlier, later in pairwise(points)]
    paces = [100 * gain / count for gain, count in zip(gains, months, strict=True)]
    assert paces == pytest.approx([4, 5])
    told = sentence(estimate(points, date(2025, 11, 27)), points)
    assert EXAMPLES[NAME].endswith(f"{told.split(',')[0]}.")
    for on, share in points:
        assert f"{percent(share)} pada {long_date(on)}".removesuffix(" 2025") in EXAMPLES[NAME]
    assert f"Perlu {LEAST_SNAPSHOTS} potret dalam sekurangnya {LEAST_DAYS} hari" in FORMULAS[NAME]
    assert f"sekurangnya {LEAST_STRETCH_DAYS} hari, dilebarkan" in FORMULAS[NAME]


def test_rounding_example() -> None:
    assert f"tampil {score(39.996)} dan belum mencapai 40" in EXAMPLES["Pembulatan"]


def test_about_states_the_weights_and_counts_of_the_official_list() -> None:
    said = "\n".join(text for passage in ABOUT for text in passage.paragraphs)
    weights = CATALOGUE.rules["components"]
    assert f"Pemenuhan {weights['pemenuhan']}, Reform {weights['reform']}" in said
    assert f"Hasil {weights['hasil']}" in said
    fulfilment = (CATALOGUE.indicators["aspect"] == "Pemenuhan").sum()
    assert f"{fulfilment} indikator Pemenuhan" in said


def test_glossary_has_79_terms_with_short_meanings() -> None:
    terms = glossary()
    assert len({term.term.casefold() for term in terms}) == len(terms) == 79
    for term in terms:
        assert term.english.strip(), term.term
        assert 0 < len(term.meaning.split()) <= LONGEST_MEANING, term.term


def section(title: str) -> str:
    """The text of the dictionary under the heading that begins so."""
    found = re.search(
        rf"^(#+) {re.escape(title)}(?!\w).*?(?=^#|\Z)", DICTIONARY, re.MULTILINE | re.DOTALL
    )
    assert found, title
    return found[0]


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_dictionary_describes_every_column(spec: TableSpec) -> None:
    listed = re.findall(
        r"^\| `(\w+)` \| (.+?) \| (.+?) \| (yes|no) \|", section(spec.name), re.MULTILINE
    )
    declared = [
        (each.name, each.header, str(each.kind), "yes" if each.required else "no")
        for each in spec.columns
    ]
    assert listed == declared


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_dictionary_names_every_added_column(spec: TableSpec) -> None:
    checked = check(spec.empty(), spec, CATALOGUE).rows
    if spec is INDICATORS:
        assert len(checked) == len(CATALOGUE.indicators)
    added = set(checked.columns) - {*spec.names, ORIGIN, CARRIED}
    assert [name for name in sorted(added) if f"`{name}`" not in section(spec.name)] == []


def test_dictionary_describes_every_kind_of_column() -> None:
    listed = re.findall(r"^\| ([^`|]+) \| `(\w+(?:\[s\])?)` \|", section("Tables"), re.MULTILINE)
    assert listed == [(str(kind), kind.dtype) for kind in Kind]
    assert f"`{ORIGIN}`" in section("Tables")
    assert f"`{CARRIED}`" in section("Tables")


def test_dictionary_names_every_status_setting_and_field() -> None:
    for status in (*EvidenceStatus, *FollowUpStatus, *Severity):
        assert status in DICTIONARY
    for spec in SETTINGS:
        assert f"| `{spec.name}` | {spec.key} |" in section("settings")
    for state in LinkState:
        assert state in section("evidence")
    for record in (Manifest, TableFile, Book, TabRead):
        for each in fields(record):
            assert f"`{each.name}`" in section("Snapshots"), each.name
    for each in fields(Problem):
        assert f"`{each.name}`" in section("problems")


def test_dictionary_names_every_file_and_its_header() -> None:
    top = {path.name + "/" * path.is_dir() for path in DATA_DIR.iterdir()}
    for name in {each for each in top if not each.startswith(".")} - {"README.md"}:
        assert f"| `{name}` |" in DICTIONARY, name
    for path in (*DATA_DIR.glob("lke/*/*"), *DATA_DIR.glob("situs/*"), DATA_DIR / "glosarium.csv"):
        assert path.name in DICTIONARY, path
        if path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            for name in header:
                assert f"`{name}`" in DICTIONARY, (path.name, name)


def test_dictionary_names_every_key_of_the_rules() -> None:
    for key in CATALOGUE.rules:
        assert f"`{key}`" in section("`lke/permenpanrb-90-2021/`")
