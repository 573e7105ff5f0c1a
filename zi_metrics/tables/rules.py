"""What the rows of each table mean together: statuses, references, keys; faults are reported.

Every function takes cells by column, clean and of their declared kinds, None where one is missing,
and what they are held against; it returns the cells with the derived columns its docstring names.
A row whose place cannot be told (`is_counted` false) stays in the table, so that it can be listed,
but no figure counts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zi_metrics.labels import problems as text
from zi_metrics.lke import AREA_NUMBERS
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.tables.answer_rules import answer_faults
from zi_metrics.tables.columns import INDICATORS, SPIP_REPORTS, UNIT_AREA
from zi_metrics.tables.derived import DERIVED
from zi_metrics.tables.faults import (
    Assessed,
    Cells,
    Fault,
    Ruled,
    is_reason,
    keys_without_id,
    missing,
    odd_links,
    of_places,
    official_codes,
    pairs,
    repeated,
    unrecognised,
)
from zi_metrics.tables.follow_up_rules import recommendations
from zi_metrics.tables.links import link_state
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.result_rules import results
from zi_metrics.tables.vocabularies import (
    COMPLETE_STATUSES,
    EvidenceStatus,
    read_evidence_status,
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def indicators(cells: Cells, assessed: Assessed) -> Ruled:
    """One row per official indicator, in official order, whatever the tab lists.

    Adds the catalogue's columns. An indicator the tab leaves out has no answer, PIC nor origin.
    """
    catalogue = assessed.catalogue
    places = [catalogue.place(code) for code in cells["code"]]
    codes = official_codes(cells["code"], places)
    again = repeated(of_places(places, "code"))
    is_unknown = [place is None and code is not None for place, code in pairs(places, codes)]
    rows = {code: row for row, code in reversed([*enumerate(codes)])}  # the first of a code counts
    official = catalogue.indicators["code"].tolist()
    used = [(rows[code], code) for code in official if code in rows]
    faults = (
        Fault(is_unknown, ERROR, text.code_unknown, "code", (codes,)),
        Fault(missing(codes), ERROR, text.code_missing, "code"),
        Fault(again, WARNING, text.indicator_repeated, "code", (codes,)),
        *answer_faults(cells, used, catalogue),
    )
    absent = [code for code in official if code not in rows]
    problems = []
    if absent and codes:
        parts = text.indicators_unlisted(absent)
        problems.append(Problem(Severity.ADVICE, INDICATORS.tab, INDICATORS.tab, *parts))
    listed = [rows.get(code) for code in official]
    complete = {
        name: [None if row is None else column[row] for row in listed]
        for name, column in cells.items()
    }
    told = {name: catalogue.indicators[name].tolist() for name in ("code", *DERIVED["indicators"])}
    return Ruled(complete | told, faults, problems)


def evidence(cells: Cells, assessed: Assessed) -> Ruled:
    """Adds state, link_state, area_no, aspect, question and the flags below; mends codes' case.

    state: what the status counts as; is_counted: whether the code names an indicator;
    is_irrelevant: not relevant with a reason, so out of denominators; is_complete.
    """
    places = [assessed.catalogue.place(code) for code in cells["code"]]
    states = [read_evidence_status(status) for status in cells["status"]]
    ruled = cells | {
        "code": official_codes(cells["code"], places),
        "state": [str(state) for state in states],
        "link_state": [str(link_state(url)) for url in cells["url"]],
        "area_no": of_places(places, "area_no"),
        "aspect": of_places(places, "aspect"),
        "question": of_places(places, "question"),
        "is_counted": [place is not None for place in places],
        "is_irrelevant": [
            state is EvidenceStatus.IRRELEVANT and is_reason(reason)
            for state, reason in pairs(states, cells["reason"])
        ],
        "is_complete": [state in COMPLETE_STATUSES for state in states],
    }
    return Ruled(ruled, tuple(_evidence_faults(ruled)))


def _evidence_faults(cells: Cells) -> Iterator[Fault]:
    code, status, title = cells["code"], cells["status"], cells["title"]
    is_unknown = [
        written is not None and not is_counted
        for written, is_counted in pairs(code, cells["is_counted"])
    ]
    unreasoned = [
        state == EvidenceStatus.IRRELEVANT and not is_irrelevant
        for state, is_irrelevant in pairs(cells["state"], cells["is_irrelevant"])
    ]
    yield Fault(missing(code), ERROR, text.code_missing, "code")
    yield Fault(is_unknown, ERROR, text.code_unknown, "code", (code,))
    yield unrecognised(cells, EvidenceStatus)
    yield Fault(unreasoned, ERROR, text.reason_missing, "reason", (status,))
    yield Fault(missing(title), WARNING, text.title_missing, "title")
    identifier = cells["evidence_id"]
    again = repeated(identifier)
    yield Fault(again, WARNING, text.identifier_repeated, "evidence_id", (identifier,))
    again = repeated(keys_without_id(identifier, title, code, cells["period"]))
    yield Fault(again, WARNING, text.evidence_repeated, "title", (title,))
    yield from odd_links(cells)


def spip_reports(cells: Cells, assessed: Assessed) -> Ruled:
    """Adds link_state and is_counted: whether year, quarter and area say where it belongs."""
    del assessed  # the same shape for every table; a report belongs to no indicator
    years, quarters, areas = cells["year"], cells["quarter"], cells["area_no"]
    known_areas = (UNIT_AREA, *AREA_NUMBERS)
    misplaced = {
        "year": [year is None or not FIRST_YEAR <= year <= LAST_YEAR for year in years],
        "quarter": [quarter is None or not 1 <= quarter <= 4 for quarter in quarters],
        "area_no": [area not in known_areas for area in areas],
    }
    counted = [not any(row) for row in zip(*misplaced.values(), strict=True)]
    ruled = cells | {
        "is_counted": counted,
        "link_state": [str(link_state(url)) for url in cells["url"]],
    }
    places = zip(years, quarters, areas, strict=True)
    again = repeated(place if is_counted else None for place, is_counted in pairs(places, counted))
    done, planned = cells["rtp_done_count"], cells["rtp_planned_count"]
    exceeding = [None not in pair and pair[0] > pair[1] for pair in pairs(done, planned)]
    faults = (
        *(
            Fault(wrong, ERROR, _misplaced(name), name, (cells[name],))
            for name, wrong in misplaced.items()
        ),
        Fault(again, WARNING, text.spip_repeated, "quarter", (quarters, years)),
        Fault(exceeding, WARNING, text.rtp_exceeds_plan, "rtp_done_count", (done, planned)),
        *odd_links(ruled),
    )
    return Ruled(ruled, faults)


_PLACED_BY = {
    "year": "tahun empat angka",
    "quarter": "triwulan 1 sampai 4",
    "area_no": "nomor area 1 sampai 6, atau Unit",
}


def _misplaced(name: str) -> Callable[[object], text.Parts]:
    header = next(column.header for column in SPIP_REPORTS.columns if column.name == name)
    expected = _PLACED_BY[name]

    def sentence(cell: object) -> text.Parts:
        if cell is None:
            return text.cell_empty(header, expected)
        return text.row_unplaceable(header, cell, expected)

    return sentence


RULES: dict[str, Callable[[Cells, Assessed], Ruled]] = {
    "indicators": indicators,
    "evidence": evidence,
    "recommendations": recommendations,
    "spip_reports": spip_reports,
    "results": results,
}
