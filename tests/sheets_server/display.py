"""The text a cell shows (formattedValue), from its value and format by the book's locale."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from tests.sheets_server.cell import CellContent, SheetError, moment
from tests.sheets_server.locales import Locale, locale_of

LONGEST_WHOLE = 1e15
_SPACING = re.compile(r"_.|\*.|\\|\[[^\]]*\]")  # widths, fillings, escapes and colours
_DATE_TOKEN = re.compile(r'(?is)"[^"]*"|\[h+\]|yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s|.')
_NUMBER = re.compile(r'(?P<before>(?:"[^"]*"|[^#0])*)(?P<digits>[#0,]*(?:\.[0#]+)?)(?P<after>.*)')


def displayed(cell: CellContent, locale_name: str) -> str | None:
    """What the cell shows; None if it is blank."""
    value, locale = cell.value, locale_of(locale_name)
    if value is None:
        return None
    if isinstance(value, SheetError):
        return value.text
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    return _number(value, cell, locale)


def _number(value: float, cell: CellContent, locale: Locale) -> str:
    kind = cell.number_format
    if kind in {"DATE", "DATE_TIME", "TIME"}:
        return _moment(value, cell.pattern or _date_pattern(kind, locale), locale)
    pattern = cell.pattern or _number_pattern(kind, locale)
    if kind == "SCIENTIFIC":
        return f"{value:.2E}".replace(".", locale.decimal)
    if pattern is None or "@" in pattern or "General" in pattern:
        return _general(value, locale)
    return _patterned(value, pattern, locale)


def _general(value: float, locale: Locale) -> str:
    """A number without a format: whole ones in full, others to ten digits."""
    if float(value).is_integer() and abs(value) < LONGEST_WHOLE:
        return str(int(value))
    return f"{value:.10G}".replace(".", locale.decimal)


def _date_pattern(kind: str, locale: Locale) -> str:
    patterns = {"DATE": locale.date, "TIME": "hh:mm:ss"}
    return patterns.get(kind, f"{locale.date} hh:mm:ss")


def _number_pattern(kind: str | None, locale: Locale) -> str | None:
    patterns = {"PERCENT": "0.00%", "CURRENCY": locale.currency, "NUMBER": "#,##0.00"}
    return patterns.get(kind or "")


def _patterned(value: float, pattern: str, locale: Locale) -> str:
    """The first section of a pattern like '"Rp"#,##0.00' or '0%'."""
    match = _NUMBER.fullmatch(_SPACING.sub("", pattern.split(";")[0]))
    if not match:
        return _general(value, locale)
    whole, _, fraction = match["digits"].partition(".")
    number = value * 100 if "%" in match["after"] else value
    digits = f"{abs(number):{',' if ',' in whole else ''}.{len(fraction)}f}"
    swapped = digits.translate({ord(","): locale.group, ord("."): locale.decimal})
    before, after = (match[name].replace('"', "") for name in ("before", "after"))
    return f"{'-' if number < 0 else ''}{before}{swapped}{after}"


def _moment(value: float, pattern: str, locale: Locale) -> str:
    at = moment(value)
    hours_pass_24 = "[h" in pattern.lower()
    tokens = _DATE_TOKEN.findall(pattern.replace("\\", "").split(";")[0])
    shown = []
    for index, token in enumerate(tokens):
        if hours_pass_24 and token.startswith("["):
            shown.append(str(int(timedelta(days=value) / timedelta(hours=1) + 1e-9)))
        elif token.lower() in {"m", "mm"} and _is_minute(tokens, index):
            shown.append(f"{at.minute:0{len(token)}d}")
        else:
            shown.append(_part(token, at, locale))
    return "".join(shown)


def _is_minute(tokens: list[str], index: int) -> bool:
    """Whether an m stands after the hours or before the seconds."""
    words = [token.lower().strip("[]") for token in tokens]
    before = next((w for w in reversed(words[:index]) if w[0] in "ydhsm"), "")
    after = next((w for w in words[index + 1 :] if w[0] in "ydhsm"), "")
    return before.startswith("h") or after.startswith("s")


def _part(token: str, at: datetime, locale: Locale) -> str:
    parts = {
        "yyyy": f"{at.year:04d}",
        "yy": f"{at.year % 100:02d}",
        "mmmm": locale.months[at.month - 1],
        "mmm": locale.months[at.month - 1][:3],
        "mm": f"{at.month:02d}",
        "m": str(at.month),
        "dd": f"{at.day:02d}",
        "d": str(at.day),
        "hh": f"{at.hour:02d}",
        "h": str(at.hour),
        "ss": f"{at.second:02d}",
        "s": str(at.second),
    }
    return parts.get(token.lower(), token.strip('"'))
