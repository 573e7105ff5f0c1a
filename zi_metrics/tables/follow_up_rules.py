"""What the rows of the tab Monev mean: follow-up, areas, dates that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from zi_metrics.labels import follow_up_problems as own_text
from zi_metrics.labels import problems as text
from zi_metrics.lke import AREA_NUMBERS, Place
from zi_metrics.tables.columns import UNIT_AREA
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
from zi_metrics.tables.links import link_state
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.vocabularies import FollowUpStatus, read_follow_up_status

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def recommendations(cells: Cells, assessed: Assessed) -> Ruled:
    """Adds state, link_state, aspect, is_dropped; fills area_no from the code where it is blank.

    aspect: of the indicator, where one is named; is_dropped: cannot be followed up, with a reason,
    so out of denominators. area_no stays missing where neither area nor code names one.
    """
    places = [assessed.catalogue.place(code) for code in cells["code"]]
    states = [read_follow_up_status(status) for status in cells["status"]]
    ruled = cells | {
        "code": official_codes(cells["code"], places),
        "state": [str(state) for state in states],
        "link_state": [str(link_state(url)) for url in cells["url"]],
        "area_no": [
            area if area in AREA_NUMBERS else area_of_code
            for area, area_of_code in pairs(cells["area_no"], of_places(places, "area_no"))
        ],
        "aspect": of_places(places, "aspect"),
        "is_dropped": [
            state is FollowUpStatus.IMPOSSIBLE and is_reason(reason)
            for state, reason in pairs(states, cells["reason"])
        ],
    }
    faults = (
        *_area_faults(cells["area_no"], places, ruled["code"]),
        *_follow_up_faults(ruled, places),
        *_dating_faults(ruled),
        *odd_links(ruled),
    )
    return Ruled(ruled, faults)


def _area_faults(
    areas: list[int | None], places: list[Place | None], codes: list[str | None]
) -> Iterator[Fault]:
    # a recommendation to the whole unit is one without an area
    wrong = [area not in {None, UNIT_AREA, *AREA_NUMBERS} for area in areas]
    lost = [is_wrong and place is None for is_wrong, place in pairs(wrong, places)]
    helped = [is_wrong and place is not None for is_wrong, place in pairs(wrong, places)]
    elsewhere = [
        area in AREA_NUMBERS and place is not None and area != place.area_no
        for area, place in pairs(areas, places)
    ]
    yield Fault(lost, WARNING, own_text.area_unknown, "area_no", (areas,))
    yield Fault(helped, WARNING, own_text.area_from_code, "area_no", (areas,))
    yield Fault(elsewhere, WARNING, own_text.area_not_of_code, "code", (codes,))


def _follow_up_faults(cells: Cells, places: list[Place | None]) -> Iterator[Fault]:
    status, code, wording = cells["status"], cells["code"], cells["recommendation"]
    unreasoned = [
        state == FollowUpStatus.IMPOSSIBLE and not is_dropped
        for state, is_dropped in pairs(cells["state"], cells["is_dropped"])
    ]
    is_unknown = [written is not None and place is None for written, place in pairs(code, places)]
    identifier = cells["recommendation_id"]
    yield unrecognised(cells, FollowUpStatus)
    yield Fault(unreasoned, ERROR, text.reason_missing, "reason", (status,))
    yield Fault(is_unknown, WARNING, text.code_doubtful, "code", (code,))
    yield Fault(missing(wording), WARNING, own_text.recommendation_missing, "recommendation")
    again = repeated(keys_without_id(identifier, wording, cells["area_no"], cells["period"]))
    yield Fault(again, WARNING, own_text.recommendation_repeated, "recommendation", (wording,))
    again = repeated(identifier)
    yield Fault(again, WARNING, text.identifier_repeated, "recommendation_id", (identifier,))


def _dating_faults(cells: Cells) -> Iterator[Fault]:
    """What status and dates of a recommendation say against each other."""
    states, closed = cells["state"], cells["closed_on"]
    done, under_way = FollowUpStatus.DONE, {FollowUpStatus.NOT_STARTED, FollowUpStatus.IN_PROGRESS}
    undated = [state == done and day is None for state, day in pairs(states, closed)]
    too_early = [
        day is not None and raised is not None and day < raised
        for day, raised in pairs(closed, cells["raised_on"])
    ]
    early = [state in under_way and day is not None for state, day in pairs(states, closed)]
    yield Fault(undated, WARNING, own_text.closing_date_missing, "closed_on")
    yield Fault(too_early, WARNING, own_text.closed_before_raised, "closed_on")
    yield Fault(early, WARNING, own_text.closed_but_open, "closed_on", (states,))
