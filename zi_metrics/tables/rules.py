"""What the rows of each table mean together: statuses, references, keys; faults are reported.

Every function takes rows whose cells already have their declared types and returns them with the
derived columns its docstring names. A row whose place cannot be told (`is_counted` false) stays in
the table, so that it can be listed, but no figure counts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.labels import sheet_problems as sheet_text
from zi_metrics.lke import AREA_NUMBERS, Catalogue, Place
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.tables.columns import INDICATORS, SPIP_REPORTS, UNIT_AREA
from zi_metrics.tables.faults import (
    Fault,
    as_cells,
    is_read,
    is_reason,
    is_repeated,
    not_among,
    official_codes,
)
from zi_metrics.tables.links import LinkState, link_states
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.vocabularies import (
    COMPLETE_STATUSES,
    EvidenceStatus,
    FollowUpStatus,
    normalise,
    read_evidence_status,
    read_follow_up_status,
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Ruled(NamedTuple):
    """Rows with their derived columns, what is wrong with them, and what is with the whole.

    faults: of the rows as they were handed in, which may be more than come out.
    """

    rows: pd.DataFrame
    faults: Sequence[Fault]
    problems: Sequence[Problem] = ()


def indicators(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """One row per official indicator, in official order, whatever the tab lists.

    Adds the catalogue's columns. An indicator the tab leaves out has no answer, PIC nor origin.
    """
    codes = official_codes(rows["code"], catalogue)
    known, blank = codes.isin(catalogue.codes), codes.isna()
    repeated = is_repeated(codes) & known
    faults = (
        Fault(~known & ~blank, ERROR, text.code_unknown, "code", (codes,)),
        Fault(blank, ERROR, text.code_missing, "code"),
        Fault(repeated, WARNING, text.indicator_repeated, "code", (codes,)),
    )
    listed = rows.assign(code=codes).loc[known & ~repeated]
    official = catalogue.indicators["code"]
    absent = official[~official.isin(listed["code"])].to_list()
    problems = []
    if absent and len(rows):
        parts = text.indicators_unlisted(absent)
        problems.append(Problem(Severity.ADVICE, INDICATORS.tab, INDICATORS.tab, *parts))
    complete = catalogue.indicators.merge(listed, on="code", how="left", validate="one_to_one")
    return Ruled(complete, faults, problems)


def evidence(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds state, link_state, area_no, aspect, question and the flags below; mends codes' case.

    state: what the status counts as; is_counted: whether the code names an indicator;
    is_irrelevant: not relevant with a reason, so out of denominators; is_complete.
    """
    places = [catalogue.place(code) for code in as_cells(rows["code"])]
    state = _states(rows["status"], read_evidence_status)
    called_irrelevant = state == EvidenceStatus.IRRELEVANT
    ruled = rows.assign(
        code=official_codes(rows["code"], catalogue),
        state=state,
        link_state=link_states(rows["url"]),
        area_no=_of_places(rows, places, "area_no", "Int64"),
        aspect=_of_places(rows, places, "aspect", "str"),
        question=_of_places(rows, places, "question", "str"),
        is_counted=pd.Series([place is not None for place in places], rows.index, dtype=bool),
        is_irrelevant=called_irrelevant & is_reason(rows["reason"]),
        is_complete=state.isin(COMPLETE_STATUSES),
    )
    return Ruled(ruled, tuple(_evidence_faults(ruled, called_irrelevant)))


def _evidence_faults(rows: pd.DataFrame, called_irrelevant: pd.Series) -> Iterator[Fault]:
    code, status, identifier = rows["code"], rows["status"], rows["evidence_id"]
    no_code = code.isna()
    unrecognised = (rows["state"] == EvidenceStatus.UNRECOGNISED) & is_read(status)
    no_reason = called_irrelevant & ~rows["is_irrelevant"]
    yield Fault(no_code, ERROR, text.code_missing, "code")
    yield Fault(~rows["is_counted"] & ~no_code, ERROR, text.code_unknown, "code", (code,))
    yield Fault(unrecognised, ERROR, not_among(EvidenceStatus), "status", (status,))
    yield Fault(no_reason, ERROR, text.reason_missing, "reason", (status,))
    yield Fault(rows["title"].isna(), WARNING, text.title_missing, "title")
    repeated = is_repeated(identifier)
    yield Fault(repeated, WARNING, text.identifier_repeated, "evidence_id", (identifier,))
    again = is_repeated(evidence_keys(rows).where(identifier.isna()))
    yield Fault(again, WARNING, text.evidence_repeated, "title", (rows["title"],))
    yield from _link_faults(rows)


def evidence_keys(rows: pd.DataFrame) -> pd.Series:
    """What tells a document from the others when it has no ID: code, title and period as matched.

    Missing where it has no title.
    """
    return _joined(rows[["code", "title", "period"]]).where(rows["title"].notna())


def recommendation_keys(rows: pd.DataFrame) -> pd.Series:
    """The same of a recommendation: area, recommendation and period."""
    keys = _joined(rows[["area_no", "recommendation", "period"]])
    return keys.where(rows["recommendation"].notna())


def _joined(cells: pd.DataFrame) -> pd.Series:
    columns = [[normalise(cell) for cell in cells[name]] for name in cells.columns]
    return pd.Series(["\n".join(row) for row in zip(*columns, strict=True)], cells.index, "str")


def _of_places(rows: pd.DataFrame, places: list[Place | None], name: str, dtype: str) -> pd.Series:
    said = [None if place is None else getattr(place, name) for place in places]
    return pd.Series(said, index=rows.index, dtype=dtype)


def _states(statuses: pd.Series, read: Callable[[object], StrEnum]) -> pd.Series:
    return pd.Series([str(read(each)) for each in as_cells(statuses)], statuses.index, dtype="str")


def _link_faults(rows: pd.DataFrame) -> Iterator[Fault]:
    """An odd link never changes a figure, but it leads nowhere."""
    for state, sentence in (
        (LinkState.REFUSED, sheet_text.link_refused),
        (LinkState.UNREADABLE, sheet_text.link_unreadable),
    ):
        yield Fault(rows["link_state"] == state, WARNING, sentence, "url", (rows["url"],))


def recommendations(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds state, link_state, aspect, is_dropped; fills area_no from the code where it is blank.

    aspect: of the indicator, where one is named; is_dropped: cannot be followed up, with a reason,
    so out of denominators. area_no stays missing where neither area nor code names one.
    """
    places = [catalogue.place(code) for code in as_cells(rows["code"])]
    area_of_code = _of_places(rows, places, "area_no", "Int64")
    known_area = rows["area_no"].isin(AREA_NUMBERS)
    state = _states(rows["status"], read_follow_up_status)
    called_impossible = state == FollowUpStatus.IMPOSSIBLE
    ruled = rows.assign(
        code=official_codes(rows["code"], catalogue),
        state=state,
        link_state=link_states(rows["url"]),
        area_no=rows["area_no"].where(known_area).fillna(area_of_code),
        aspect=_of_places(rows, places, "aspect", "str"),
        is_dropped=called_impossible & is_reason(rows["reason"]),
    )
    area, code = rows["area_no"], ruled["code"]
    wrong_area = area.notna() & ~known_area
    elsewhere = known_area & (area_of_code != area)
    faults = (
        Fault(wrong_area & area_of_code.isna(), WARNING, text.area_unknown, "area_no", (area,)),
        Fault(wrong_area & area_of_code.notna(), WARNING, text.area_from_code, "area_no", (area,)),
        Fault(elsewhere, WARNING, text.area_not_of_code, "code", (code,)),
        *_follow_up_faults(ruled, called_impossible, catalogue),
        *_link_faults(ruled),
    )
    return Ruled(ruled, faults)


def _follow_up_faults(
    rows: pd.DataFrame, called_impossible: pd.Series, catalogue: Catalogue
) -> Iterator[Fault]:
    status, code, identifier = rows["status"], rows["code"], rows["recommendation_id"]
    unrecognised = (rows["state"] == FollowUpStatus.UNRECOGNISED) & is_read(status)
    no_reason = called_impossible & ~rows["is_dropped"]
    unknown_code = code.notna() & ~code.isin(catalogue.codes)
    undated = (rows["state"] == FollowUpStatus.DONE) & rows["closed_on"].isna()
    repeated = is_repeated(identifier)
    again = is_repeated(recommendation_keys(rows).where(identifier.isna()))
    wording = rows["recommendation"]
    yield Fault(unrecognised, ERROR, not_among(FollowUpStatus), "status", (status,))
    yield Fault(no_reason, ERROR, text.reason_missing, "reason", (status,))
    yield Fault(unknown_code, WARNING, text.code_doubtful, "code", (code,))
    yield Fault(wording.isna(), WARNING, text.recommendation_missing, "recommendation")
    yield Fault(again, WARNING, text.recommendation_repeated, "recommendation", (wording,))
    yield Fault(repeated, WARNING, text.identifier_repeated, "recommendation_id", (identifier,))
    yield Fault(undated, WARNING, text.closing_date_missing, "closed_on")
    too_early = rows["closed_on"] < rows["raised_on"]
    yield Fault(too_early, WARNING, text.closed_before_raised, "closed_on")
    is_open = rows["state"].isin([FollowUpStatus.NOT_STARTED, FollowUpStatus.IN_PROGRESS])
    closed = is_open & rows["closed_on"].notna()
    yield Fault(closed, WARNING, text.closed_but_open, "closed_on", (rows["state"],))


def spip_reports(rows: pd.DataFrame, catalogue: Catalogue) -> Ruled:
    """Adds link_state and is_counted: whether year, quarter and area say where it belongs."""
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
    ruled = rows.assign(is_counted=good.all(axis="columns"), link_state=link_states(rows["url"]))
    again = ruled["is_counted"] & rows.duplicated(["year", "quarter", "area_no"], keep="first")
    done, planned = rows["rtp_done_count"], rows["rtp_planned_count"]
    faults = [
        *(
            Fault(~good[name], ERROR, _misplaced(name, expected), name, (rows[name],))
            for name, (_, expected) in places.items()
        ),
        Fault(again, WARNING, text.spip_repeated, "quarter", (rows["quarter"], rows["year"])),
        Fault(done > planned, WARNING, text.rtp_exceeds_plan, "rtp_done_count", (done, planned)),
        *_link_faults(ruled),
    ]
    return Ruled(ruled, faults)


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
    return Ruled(rows, ())


RULES: dict[str, Callable[[pd.DataFrame, Catalogue], Ruled]] = {
    "indicators": indicators,
    "evidence": evidence,
    "recommendations": recommendations,
    "spip_reports": spip_reports,
    "results": results,
}
