"""What the rows of each table mean together: statuses, references, keys; faults are reported.

Every function takes rows whose cells already have their declared types and returns them with the
derived columns its docstring names. A row whose place cannot be told (`is_counted` false) stays in
the table, so that it can be listed, but no figure counts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.lke import AREA_NUMBERS, Catalogue
from zi_metrics.tables.columns import (
    EVIDENCE,
    INDICATORS,
    ORIGIN,
    RECOMMENDATIONS,
    SPIP_REPORTS,
    UNIT_AREA,
    TableSpec,
)
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.vocabularies import (
    COMPLETE_STATUSES,
    EvidenceStatus,
    FollowUpStatus,
    read_evidence_status,
    read_follow_up_status,
)


class Ruled(NamedTuple):
    """Rows with their derived columns, and what is wrong with them."""

    rows: pd.DataFrame
    problems: list[Problem]


def _report(
    rows: pd.DataFrame,
    wrong: pd.Series,
    spec: TableSpec,
    severity: Severity,
    parts: Callable[..., text.Parts],
    *columns: str,
) -> Iterator[Problem]:
    """One problem for each row marked wrong; `columns` are handed to the sentence in order."""
    for where, *values in rows.loc[wrong, [ORIGIN, *columns]].itertuples(index=False):
        yield Problem(severity, spec.tab, where, *parts(*values))


def _repeated(keys: pd.Series) -> pd.Series:
    return keys.notna() & keys.duplicated(keep="first")


def indicators(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """One row per official indicator, in official order, whatever the tab lists.

    Adds the catalogue's columns. An indicator the tab leaves out has no answer, PIC nor origin.
    """
    unknown = ~rows["code"].isin(catalogue.codes)
    repeated = _repeated(rows["code"]) & ~unknown
    problems = [
        *_report(rows, unknown, INDICATORS, Severity.ERROR, text.code_unknown, "code"),
        *_report(rows, repeated, INDICATORS, Severity.WARNING, text.indicator_repeated, "code"),
    ]
    listed = rows.loc[~unknown & ~repeated]
    absent = [code for code in catalogue.indicators["code"] if code not in set(listed["code"])]
    if absent and len(rows):
        parts = text.indicators_unlisted(absent)
        problems.append(Problem(Severity.ADVICE, INDICATORS.tab, INDICATORS.tab, *parts))
    complete = catalogue.indicators.merge(listed, on="code", how="left", validate="one_to_one")
    return Ruled(complete, problems)


def evidence(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds state, area_no, aspect, question, is_counted, is_irrelevant and is_complete.

    state: what the status counts as; is_counted: whether the code names an indicator;
    is_irrelevant: not relevant with a reason, so out of denominators.
    """
    state = rows["status"].map(read_evidence_status, na_action=None).astype("str")
    placed = rows.merge(
        catalogue.indicators[["code", "area_no", "aspect", "question"]],
        on="code",
        how="left",
        validate="many_to_one",
    ).set_axis(rows.index)
    called_irrelevant = state == EvidenceStatus.IRRELEVANT
    ruled = placed.assign(
        state=state,
        area_no=placed["area_no"].astype("Int64"),
        is_counted=placed["area_no"].notna(),
        is_irrelevant=called_irrelevant & rows["reason"].notna(),
        is_complete=state.isin(COMPLETE_STATUSES),
    )
    return Ruled(ruled, list(_evidence_problems(ruled, called_irrelevant)))


def _evidence_problems(rows: pd.DataFrame, called_irrelevant: pd.Series) -> Iterator[Problem]:
    no_code = rows["code"].isna()
    unrecognised = rows["state"] == EvidenceStatus.UNRECOGNISED
    unreasoned = called_irrelevant & ~rows["is_irrelevant"]

    def status_sentence(status: object) -> text.Parts:
        return text.status_unrecognised(status, _choices(EvidenceStatus))

    yield from _report(rows, no_code, EVIDENCE, Severity.ERROR, text.code_missing)
    yield from _report(
        rows, ~rows["is_counted"] & ~no_code, EVIDENCE, Severity.ERROR, text.code_unknown, "code"
    )
    yield from _report(rows, unrecognised, EVIDENCE, Severity.ERROR, status_sentence, "status")
    yield from _report(rows, unreasoned, EVIDENCE, Severity.ERROR, text.reason_missing, "status")
    yield from _report(rows, rows["title"].isna(), EVIDENCE, Severity.WARNING, text.title_missing)
    yield from _report(
        rows,
        _repeated(rows["evidence_id"]),
        EVIDENCE,
        Severity.WARNING,
        text.identifier_repeated,
        "evidence_id",
    )


def recommendations(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds state and is_dropped; fills area_no from the indicator's code where it is blank.

    is_dropped: cannot be followed up, with a reason, so out of denominators. area_no stays missing
    where neither the area nor the code names one.
    """
    state = rows["status"].map(read_follow_up_status, na_action=None).astype("str")
    area_of_code = rows["code"].map(catalogue.indicators.set_index("code")["area_no"])
    known_area = rows["area_no"].isin(AREA_NUMBERS)
    called_impossible = state == FollowUpStatus.IMPOSSIBLE
    ruled = rows.assign(
        state=state,
        area_no=rows["area_no"].where(known_area).fillna(area_of_code.astype("Int64")),
        is_dropped=called_impossible & rows["reason"].notna(),
    )
    wrong_area = rows["area_no"].notna() & ~known_area
    problems = [
        *_report(rows, wrong_area, RECOMMENDATIONS, Severity.WARNING, text.area_unknown, "area_no"),
        *_recommendation_problems(ruled, called_impossible, catalogue),
    ]
    return Ruled(ruled, problems)


def _recommendation_problems(
    rows: pd.DataFrame, called_impossible: pd.Series, catalogue: Catalogue
) -> Iterator[Problem]:
    done = rows["state"] == FollowUpStatus.DONE
    bad_code = rows["code"].notna() & ~rows["code"].isin(catalogue.codes)

    def status_sentence(status: object) -> text.Parts:
        return text.status_unrecognised(status, _choices(FollowUpStatus))

    yield from _report(
        rows,
        rows["state"] == FollowUpStatus.UNRECOGNISED,
        RECOMMENDATIONS,
        Severity.ERROR,
        status_sentence,
        "status",
    )
    yield from _report(
        rows,
        called_impossible & ~rows["is_dropped"],
        RECOMMENDATIONS,
        Severity.ERROR,
        text.reason_missing,
        "status",
    )
    yield from _report(
        rows, bad_code, RECOMMENDATIONS, Severity.WARNING, text.code_doubtful, "code"
    )
    yield from _report(
        rows,
        _repeated(rows["recommendation_id"]),
        RECOMMENDATIONS,
        Severity.WARNING,
        text.identifier_repeated,
        "recommendation_id",
    )
    yield from _report(
        rows,
        done & rows["closed_on"].isna(),
        RECOMMENDATIONS,
        Severity.WARNING,
        text.closing_date_missing,
    )
    yield from _report(
        rows,
        rows["closed_on"] < rows["raised_on"],
        RECOMMENDATIONS,
        Severity.WARNING,
        text.closed_before_raised,
    )


def spip_reports(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds is_counted: whether year, quarter and area say where the report belongs."""
    del catalogue  # the same shape for every table; a report belongs to no indicator
    areas = (UNIT_AREA, *AREA_NUMBERS)
    tests = {
        "year": rows["year"].between(1990, 2100),
        "quarter": rows["quarter"].between(1, 4),
        "area_no": rows["area_no"].isin(areas),
    }
    good = pd.DataFrame({name: test.fillna(False).astype(bool) for name, test in tests.items()})
    ruled = rows.assign(is_counted=good.all(axis="columns"))
    problems: list[Problem] = []
    for name, is_good in good.items():
        problems += _misplaced(rows, ~is_good, str(name))
    keys = ruled["is_counted"] & rows.duplicated(["year", "quarter", "area_no"], keep="first")
    problems += _report(
        rows, keys, SPIP_REPORTS, Severity.WARNING, _spip_repeated, "year", "quarter"
    )
    beyond = (rows["rtp_done_count"] > rows["rtp_planned_count"]).fillna(False).astype(bool)
    problems += _report(
        rows,
        beyond,
        SPIP_REPORTS,
        Severity.WARNING,
        text.rtp_exceeds_plan,
        "rtp_done_count",
        "rtp_planned_count",
    )
    return Ruled(ruled, problems)


_SPIP_EXPECTED = {
    "year": "tahun empat angka",
    "quarter": "triwulan 1 sampai 4",
    "area_no": "nomor area 1 sampai 6, atau Unit",
}


def _misplaced(rows: pd.DataFrame, wrong: pd.Series, name: str) -> Iterator[Problem]:
    header = next(column.header for column in SPIP_REPORTS.columns if column.name == name)
    expected = _SPIP_EXPECTED[name]

    def sentence(value: object) -> text.Parts:
        if pd.isna(value):  # type: ignore[call-overload]  # one cell
            return text.cell_empty(header, expected)
        return text.row_unplaceable(header, value, expected)

    yield from _report(rows, wrong, SPIP_REPORTS, Severity.ERROR, sentence, name)


def _spip_repeated(year: object, quarter: object) -> text.Parts:
    return text.spip_repeated(f"triwulan {quarter} {year}")


def results(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """As they are; their values are read where they are scored."""
    del catalogue  # the same shape for every table
    return Ruled(rows, [])


def _choices(statuses: Iterable[EvidenceStatus | FollowUpStatus]) -> list[str]:
    return [status for status in statuses if status.name != "UNRECOGNISED"]


RULES: dict[str, Callable[[pd.DataFrame, Catalogue], Ruled]] = {
    "indicators": indicators,
    "evidence": evidence,
    "recommendations": recommendations,
    "spip_reports": spip_reports,
    "results": results,
}
