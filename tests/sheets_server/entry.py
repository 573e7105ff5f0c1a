"""What becomes of a text that a person types into a cell (valueInputOption USER_ENTERED)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time

from tests.sheets_server.cell import CellContent, SheetError, Value, serial
from tests.sheets_server.locales import Locale, locale_of

LOADING = SheetError("LOADING", "Memuat...")
PARSE_ERROR = SheetError("ERROR", "Formula parse error.")

_DATE = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_URL = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_HYPERLINK = re.compile(
    r'=\s*HYPERLINK\(\s*"(?P<url>(?:[^"]|"")*)"\s*'
    r'(?:(?P<separator>[;,])\s*"(?P<text>(?:[^"]|"")*)"\s*)?\)\s*',
    re.IGNORECASE,
)
_SIGNS = {"Rp": "Rp", "$": "$"}


def typed(text: str, locale_name: str, previous: CellContent) -> CellContent:
    """The cell after somebody types `text` over `previous`; an empty text clears the value."""
    if text == "":
        return previous.holding(None)
    if text.startswith("'"):
        return previous.holding(text[1:])
    if previous.number_format == "TEXT":
        return previous.holding(text)
    if text.startswith("=") and len(text) > 1:
        return calculated(text, locale_name, previous)
    if _URL.fullmatch(text):
        return replace(previous.holding(text), link=text)
    return _constant(text.strip(), locale_of(locale_name), previous) or previous.holding(text)


def _constant(text: str, locale: Locale, previous: CellContent) -> CellContent | None:
    if text.upper() in {"TRUE", "FALSE"}:
        return previous.holding(text.upper() == "TRUE")
    dated = _dated(text, locale)
    if dated is not None:
        kept = previous.number_format in {"DATE", "DATE_TIME", "TIME"}
        return previous.holding(dated[0], None if kept else dated[1])
    return _numeric(text, locale, previous)


def calculated(
    formula: str, locale_name: str, previous: CellContent, result: Value = LOADING
) -> CellContent:
    """A cell with a formula; `result`: its value, for only HYPERLINK is worked out here.

    Arguments split by the wrong sign for the locale are a parse error, as in Sheets.
    """
    link = _HYPERLINK.fullmatch(formula)
    if not link:
        return replace(previous.holding(result), formula=formula)
    if link["separator"] not in {None, locale_of(locale_name).argument_separator, ";"}:
        return replace(previous.holding(PARSE_ERROR), formula=formula)
    url = link["url"].replace('""', '"')
    shown = url if link["text"] is None else link["text"].replace('""', '"')
    return replace(previous.holding(shown), formula=formula, link=url)


def with_separators_of(formula: str, locale_name: str) -> str:
    """A formula with its commas between arguments turned into those of a locale.

    Commas inside quotes stay.
    """
    separator = locale_of(locale_name).argument_separator
    parts = re.split(r'("(?:[^"]|"")*")', formula)
    return "".join(part if part.startswith('"') else part.replace(",", separator) for part in parts)


def _dated(text: str, locale: Locale) -> tuple[float, str] | None:
    day, _, clock = text.partition(" ")
    on, at = _date_in(day, locale), _time_in(clock or day)
    if on is not None and not clock:
        return serial(on), "DATE"
    if on is not None and at is not None:
        return serial(datetime.combine(on, at)), "DATE_TIME"
    if at is not None and not clock:
        return serial(at), "TIME"
    return None


def _date_in(text: str, locale: Locale) -> date | None:
    try:
        if match := _ISO_DATE.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DATE.fullmatch(text):
            first, second, year = (int(part) for part in match.groups())
            day, month = (first, second) if locale.day_first else (second, first)
            return date(year if year > 99 else year + 2000, month, day)
    except ValueError:  # no such day: it stays a text, as in Sheets
        return None
    return None


def _time_in(text: str) -> time | None:
    match = _TIME.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59 or int(match[3] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2]), int(match[3] or 0))


def _numeric(text: str, locale: Locale, previous: CellContent) -> CellContent | None:
    sign = next((sign for sign in _SIGNS if text.removeprefix("-").startswith(sign)), "")
    bare = text.replace(sign, "", 1).strip() if sign else text
    is_percent = bare.endswith("%")
    number = _number_in(bare.removesuffix("%").strip(), locale)
    if number is None:
        return None
    if is_percent:
        return _formatted(number / 100, "PERCENT", _decimals(bare, locale, "%"), previous)
    if sign:
        return _formatted(number, "CURRENCY", None, previous)
    return previous.holding(number)


def _formatted(number: float, kind: str, pattern: str | None, previous: CellContent) -> CellContent:
    """A format of its own only where there was none."""
    if previous.number_format is not None:
        return previous.holding(number)
    return replace(previous.holding(number, kind), pattern=pattern)


def _decimals(text: str, locale: Locale, sign: str) -> str:
    """Whole percents stay whole; others show two decimals."""
    return f"0.00{sign}" if locale.decimal in text else f"0{sign}"


def _number_in(text: str, locale: Locale) -> float | None:
    group, decimal = re.escape(locale.group), re.escape(locale.decimal)
    whole = rf"(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)"
    if not re.fullmatch(rf"[+-]?(?:{whole}(?:{decimal}\d*)?|{decimal}\d+)(?:[eE][+-]?\d+)?", text):
        return None
    return float(text.replace(locale.group, "").replace(locale.decimal, "."))
