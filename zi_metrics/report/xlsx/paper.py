"""What a drawn sheet does beside its cells: filter, lists, tints, and how it is printed."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from zi_metrics.labels import xlsx as text
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.report.xlsx.looks import Looks, has_tint
from zi_metrics.report.xlsx.offers import add_offer
from zi_metrics.report.xlsx.plan import Column, Kind, Sheet, quoted
from zi_metrics.tables.vocabularies import EvidenceStatus

_A4 = 9
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
_LONGEST_FOOTER = 255
_SMALL = "&8 "


def arrange(sheet: Sheet, page: Worksheet) -> None:
    """Header and first columns stay in sight; every table has a filter."""
    place, last = sheet.place, len(sheet.columns) - 1
    page.freeze_panes(place.header_row, sheet.frozen)
    if sheet.has_filter:
        page.autofilter(place.header_row - 1, 0, place.last_row - 1, last)
    # codes, years and periods are texts on purpose
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def set_up_paper(sheet: Sheet, page: Worksheet, stamp: str) -> None:
    """A4 landscape, as wide as the page, header on every page, stamp at the foot."""
    place = sheet.place
    last = len(sheet.printed_columns) - 1
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(**_MARGINS)
    page.fit_to_pages(1, 0)
    page.print_area(0, 0, max(place.last_row, place.header_row + len(sheet.rows)) - 1, last)
    page.repeat_rows(place.header_row - 1)
    page.set_footer(_footer(stamp))


def _footer(stamp: str) -> str:
    """An ampersand begins a code there, so that those of a name are doubled."""
    right = f"&R{_SMALL}{text.PAGE}"
    room = _LONGEST_FOOTER - len(right) - len("&L") - len(_SMALL)
    told = ""
    for mark in stamp:
        written = "&&" if mark == "&" else mark
        if len((told + written).encode("utf-16-le")) // 2 > room:
            break
        told += written
    return f"&L{_SMALL}{told}{right}"


def add_rules(sheet: Sheet, page: Worksheet, looks: Looks) -> None:
    """What may be entered, and the colours that follow it."""
    for at, column in enumerate(sheet.columns):
        cells = (sheet.place.first_row - 1, at, sheet.place.last_row - 1, at)
        if column.is_input and (rule := _rule(column)):
            page.data_validation(*cells, rule)
        for state in filter(has_tint, column.choices):
            tinted = {"type": "cell", "criteria": "==", "value": quoted(state)}
            page.conditional_format(*cells, tinted | {"format": looks.tint(state)})
        if column.name == "days_late":
            # a text, such as that of an empty cell, is more than any number
            where = f"${sheet.place.letter(column.name)}{sheet.place.first_row}"
            late = {"type": "formula", "criteria": f"=AND(ISNUMBER({where}),{where}>0)"}
            page.conditional_format(*cells, late | {"format": looks.late()})
    for offer in sheet.offers:
        at = [column.name for column in sheet.columns].index(offer.column)
        add_offer(offer, page, (sheet.place.first_row - 1, at))


def _rule(column: Column) -> dict[str, Any] | None:
    if column.choices:
        offered = [word for word in column.choices if word != EvidenceStatus.UNRECOGNISED]
        rule: dict[str, Any] = {"validate": "list", "source": offered, "error_message": text.CHOOSE}
    elif column.kind is Kind.DATE:
        days = {"minimum": date(FIRST_YEAR, 1, 1), "maximum": date(LAST_YEAR, 12, 31)}
        rule = {"validate": "date", "criteria": "between", "error_message": text.ANY_DATE, **days}
    else:
        return None
    return rule | {"error_title": text.CHECK}
