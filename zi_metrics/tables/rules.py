"""What the rows of each table mean together: statuses, references, keys; faults are reported.

Every function takes rows whose cells already have their declared types and returns them with the
derived columns its docstring names. A row whose place cannot be told (`is_counted` false) stays in
the table, so that it can be listed, but no figure counts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.lke import AREA_NUMBERS, Catalogue
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.tables.columns import (
    EVIDENCE,
    INDICATORS,
    RECOMMENDATIONS,
    SPIP_REPORTS,
    UNIT_AREA,
)
from zi_metrics.tables.faults import (
    Fault,
    is_reason,
    is_repeated,
    not_among,
    official_codes,
    report,
)
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.vocabularies import (
    COMPLETE_STATUSES,
    EvidenceStatus,
    FollowUpStatus,
    read_evidence_status,
    read_follow_up_status,
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Ruled(NamedTuple):
    """Rows with their derived columns, and what is wrong with them."""

    rows: pd.DataFrame
    problems: list[Problem]


def indicators(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """One row per official indicator, in official order, whatever the tab lists.

    Adds the catalogue's columns. An indicator the tab leaves out has no answer, PIC nor origin.
    """
    rows = rows.assign(code=official_codes(rows["code"], catalogue))
    known, blank = rows["code"].isin(catalogue.codes), rows["code"].isna()
    repeated = is_repeated(rows["code"]) & known
    faults = (
        Fault(~known & ~blank, ERROR, text.code_unknown, ("code",)),
        Fault(blank, ERROR, text.code_missing),
        Fault(repeated, WARNING, text.indicator_repeated, ("code",)),
    )
    problems = list(report(rows, INDICATORS, faults))
    listed = rows.loc[known & ~repeated]
    official = catalogue.indicators["code"]
    absent = official[~official.isin(listed["code"])].to_list()
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
    placed = (
        rows.assign(code=official_codes(rows["code"], catalogue))
        .merge(
            catalogue.indicators[["code", "area_no", "aspect", "question"]],
            on="code",
            how="left",
            validate="many_to_one",
        )
        .set_axis(rows.index)
    )
    called_irrelevant = state == EvidenceStatus.IRRELEVANT
    ruled = placed.assign(
        state=state,
        area_no=placed["area_no"].astype("Int64"),
        is_counted=placed["area_no"].notna(),
        is_irrelevant=called_irrelevant & is_reason(rows["reason"]),
        is_complete=state.isin(COMPLETE_STATUSES),
    )
    no_code = ruled["code"].isna()
    unrecognised = ruled["state"] == EvidenceStatus.UNRECOGNISED
    faults = (
        Fault(no_code, ERROR, text.code_missing),
        Fault(~ruled["is_counted"] & ~no_code, ERROR, text.code_unknown, ("code",)),
        Fault(unrecognised, ERROR, not_among(EvidenceStatus), ("status",)),
        Fault(called_irrelevant & ~ruled["is_irrelevant"], ERROR, text.reason_missing, ("status",)),
        Fault(ruled["title"].isna(), WARNING, text.title_missing),
        Fault(
            is_repeated(ruled["evidence_id"]), WARNING, text.identifier_repeated, ("evidence_id",)
        ),
    )
    return Ruled(ruled, list(report(ruled, EVIDENCE, faults)))


def recommendations(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds state, aspect and is_dropped; fills area_no from the indicator's code where it is blank.

    aspect: of the indicator, where one is named; is_dropped: cannot be followed up, with a reason,
    so out of denominators. area_no stays missing where neither area nor code names one.
    """
    code = official_codes(rows["code"], catalogue)
    by_code = catalogue.indicators.set_index("code")
    area_of_code = code.map(by_code["area_no"]).astype("Int64")
    known_area = rows["area_no"].isin(AREA_NUMBERS)
    state = rows["status"].map(read_follow_up_status, na_action=None).astype("str")
    called_impossible = state == FollowUpStatus.IMPOSSIBLE
    ruled = rows.assign(
        code=code,
        state=state,
        area_no=rows["area_no"].where(known_area).fillna(area_of_code),
        aspect=code.map(by_code["aspect"]).astype("str"),
        is_dropped=called_impossible & is_reason(rows["reason"]),
    )
    wrong_area = rows["area_no"].notna() & ~known_area
    faults = (
        Fault(wrong_area & area_of_code.isna(), WARNING, text.area_unknown, ("area_no",)),
        Fault(wrong_area & area_of_code.notna(), WARNING, text.area_from_code, ("area_no",)),
        Fault(
            known_area & (area_of_code != rows["area_no"]),
            WARNING,
            text.area_not_of_code,
            ("code",),
        ),
    )
    problems = [
        *report(rows.assign(code=code), RECOMMENDATIONS, faults),
        *report(ruled, RECOMMENDATIONS, _follow_up_faults(ruled, called_impossible, catalogue)),
    ]
    return Ruled(ruled, problems)


def _follow_up_faults(
    rows: pd.DataFrame, called_impossible: pd.Series, catalogue: Catalogue
) -> Iterator[Fault]:
    unrecognised = rows["state"] == FollowUpStatus.UNRECOGNISED
    unknown_code = rows["code"].notna() & ~rows["code"].isin(catalogue.codes)
    undated = (rows["state"] == FollowUpStatus.DONE) & rows["closed_on"].isna()
    repeated = is_repeated(rows["recommendation_id"])
    yield Fault(unrecognised, ERROR, not_among(FollowUpStatus), ("status",))
    yield Fault(called_impossible & ~rows["is_dropped"], ERROR, text.reason_missing, ("status",))
    yield Fault(unknown_code, WARNING, text.code_doubtful, ("code",))
    yield Fault(rows["recommendation"].isna(), WARNING, text.recommendation_missing)
    yield Fault(repeated, WARNING, text.identifier_repeated, ("recommendation_id",))
    yield Fault(undated, WARNING, text.closing_date_missing)
    yield Fault(rows["closed_on"] < rows["raised_on"], WARNING, text.closed_before_raised)
    is_open = rows["state"].isin([FollowUpStatus.NOT_STARTED, FollowUpStatus.IN_PROGRESS])
    yield Fault(is_open & rows["closed_on"].notna(), WARNING, text.closed_but_open, ("state",))


def spip_reports(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds is_counted: whether year, quarter and area say where the report belongs."""
    del catalogue  # the same shape for every table; a report belongs to no indicator
    places = {
        "year": (rows["year"].between(FIRST_YEAR, LAST_YEAR), "tahun empat angka"),
        "quarter": (rows["quarter"].between(1, 4), "triwulan 1 sampai 4"),
        "area_no": (
            rows["area_no"].isin([UNIT_AREA, *AREA_NUMBERS]),
            "nomor area 1 sampai 6, atau Unit",
        ),
    }
    good = pd.DataFrame(
        {name: test.fillna(False).astype(bool) for name, (test, _) in places.items()}
    )
    ruled = rows.assign(is_counted=good.all(axis="columns"))
    again = rows.duplicated(["year", "quarter", "area_no"], keep="first")
    beyond = rows["rtp_done_count"] > rows["rtp_planned_count"]
    faults = [
        *(
            Fault(~good[name], ERROR, _misplaced(name, expected), (name,))
            for name, (_, expected) in places.items()
        ),
        Fault(ruled["is_counted"] & again, WARNING, text.spip_repeated, ("quarter", "year")),
        Fault(beyond, WARNING, text.rtp_exceeds_plan, ("rtp_done_count", "rtp_planned_count")),
    ]
    return Ruled(ruled, list(report(ruled, SPIP_REPORTS, faults)))


def _misplaced(name: str, expected: str) -> Callable[[object], text.Parts]:
    header = next(column.header for column in SPIP_REPORTS.columns if column.name == name)

    def sentence(cell: object) -> text.Parts:
        if pd.isna(cell):  # type: ignore[call-overload]  # one cell
            return text.cell_empty(header, expected)
        return text.row_unplaceable(header, cell, expected)

    return sentence


def results(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """As they are; their values are read where they are scored."""
    del catalogue  # the same shape for every table
    return Ruled(rows, [])


RULES: dict[str, Callable[[pd.DataFrame, Catalogue], Ruled]] = {
    "indicators": indicators,
    "evidence": evidence,
    "recommendations": recommendations,
    "spip_reports": spip_reports,
    "results": results,
}
