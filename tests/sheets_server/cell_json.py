"""A cell as the API writes it (CellData), and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tests.sheets_server.cell import CellContent, Chip, Run, SheetError, Validation, Value
from tests.sheets_server.display import displayed
from tests.sheets_server.entry import calculated

DEFAULT_FORMAT = {
    "backgroundColor": {"red": 1, "green": 1, "blue": 1},
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
}


def plain(number: float) -> float | int:
    """A number as JSON shows it: a whole one without a fraction."""
    return int(number) if float(number).is_integer() else number


def cell_data(cell: CellContent, locale: str) -> dict[str, Any]:
    """Everything the API says of a cell; {} of an empty one. Keys in Google's order."""
    if cell.is_empty:
        return {}
    data: dict[str, Any] = {
        "userEnteredValue": _entered(cell),
        "effectiveValue": _extended(cell.value),
        "formattedValue": displayed(cell, locale),
        "userEnteredFormat": _format(cell),
        "effectiveFormat": _effective_format(cell),
        "hyperlink": cell.link,
        "note": cell.note,
        "textFormatRuns": _runs(cell),
        "dataValidation": _rule(cell.validation),
        "chipRuns": _chips(cell),
    }
    return {name: value for name, value in data.items() if value not in (None, [])}


def editable(cell: CellContent) -> dict[str, Any]:
    """The part of CellData that a request may set."""
    names = ("userEnteredValue", "userEnteredFormat", "note", "textFormatRuns", "dataValidation")
    data = cell_data(cell, "in_ID")
    return {name: data[name] for name in (*names, "chipRuns") if name in data}


def cell_from(data: dict[str, Any], locale: str) -> CellContent:
    """The cell that a request's CellData describes."""
    form = dict(data.get("userEnteredFormat") or {})
    number_format = form.pop("numberFormat", {})
    link = _link_in(form)
    cell = CellContent(
        number_format=number_format.get("type"),
        pattern=number_format.get("pattern"),
        has_format="userEnteredFormat" in data,
        format=form,
        note=data.get("note"),
        validation=validation_from(data.get("dataValidation")),
    )
    entered = data.get("userEnteredValue") or {}
    if "formulaValue" in entered:
        return calculated(entered["formulaValue"], locale, cell)
    value = next((entered[name] for name in _VALUES if name in entered), None)
    text = value if isinstance(value, str) else ""
    runs = tuple(_runs_from(data.get("textFormatRuns", []), text))
    chips = tuple(_chips_from(data.get("chipRuns", []), text))
    return _normal(replace(cell, value=value, link=link, runs=runs, chips=chips))


_VALUES = ("stringValue", "numberValue", "boolValue")


def _normal(cell: CellContent) -> CellContent:
    """A link over the whole text is the cell's own link, not a run; runs without links go."""
    if len(cell.runs) == 1 and cell.runs[0].start == 0 and cell.runs[0].link:
        return replace(cell, link=cell.runs[0].link, runs=())
    return cell if any(run.link for run in cell.runs) else replace(cell, runs=())


def _entered(cell: CellContent) -> dict[str, Any] | None:
    if cell.formula is not None:
        return {"formulaValue": cell.formula}
    if isinstance(cell.value, SheetError):
        return {"formulaValue": f"={cell.value.text}"}
    return _extended(cell.value)


def _extended(value: Value) -> dict[str, Any] | None:
    if value is None:
        return None
    if isinstance(value, SheetError):
        return {"errorValue": {"type": value.kind, "message": value.message}}
    if isinstance(value, bool):
        return {"boolValue": value}
    return {"stringValue": value} if isinstance(value, str) else {"numberValue": plain(value)}


def _format(cell: CellContent) -> dict[str, Any] | None:
    form: dict[str, Any] = {}
    if cell.number_format:
        pattern = {"pattern": cell.pattern} if cell.pattern else {}
        form["numberFormat"] = {"type": cell.number_format, **pattern}
    form.update(cell.format)
    if cell.link and not cell.formula:
        form["textFormat"] = {**form.get("textFormat", {}), "link": {"uri": cell.link}}
    if not form and cell.has_format:
        form = {"backgroundColor": DEFAULT_FORMAT["backgroundColor"]}
    return form or None


def _effective_format(cell: CellContent) -> dict[str, Any] | None:
    """Of every cell that shows or formats anything; not of a mere note or validation."""
    entered = _format(cell)
    return None if cell.value is None and entered is None else {**DEFAULT_FORMAT, **(entered or {})}


def _rule(validation: Validation | None) -> dict[str, Any] | None:
    if validation is None:
        return None
    condition: dict[str, Any] = {"type": validation.kind}
    if validation.values:
        condition["values"] = [{"userEnteredValue": value} for value in validation.values]
    rule: dict[str, Any] = {"condition": condition}
    if validation.input_message:
        rule["inputMessage"] = validation.input_message
    flags = {"strict": validation.strict, "showCustomUi": validation.show_custom_ui}
    return {**rule, **{name: True for name, flag in flags.items() if flag}}


def validation_from(rule: dict[str, Any] | None) -> Validation | None:
    """The rule of a request; None takes the old one away."""
    if not rule:
        return None
    condition = rule.get("condition", {})
    return Validation(
        condition.get("type", "ONE_OF_LIST"),
        tuple(str(value.get("userEnteredValue", "")) for value in condition.get("values", [])),
        bool(rule.get("strict")),
        bool(rule.get("showCustomUi")),
        rule.get("inputMessage"),
    )


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _starting(start: int, cell: CellContent) -> dict[str, int]:
    """An index in UTF-16 units; 0 is not written."""
    text = cell.value if isinstance(cell.value, str) else ""
    return {"startIndex": _utf16(text[:start])} if start else {}


def _runs(cell: CellContent) -> list[dict[str, Any]]:
    return [
        {**_starting(run.start, cell), "format": {"link": {"uri": run.link}} if run.link else {}}
        for run in cell.runs
    ]


def _chips(cell: CellContent) -> list[dict[str, Any]]:
    return [{**_starting(chip.start, cell), "chip": _chip(chip)} for chip in cell.chips]


def _chip(chip: Chip) -> dict[str, Any]:
    if chip.uri:
        mime_type = {"mimeType": chip.mime_type} if chip.mime_type else {}
        return {"richLinkProperties": {"uri": chip.uri, **mime_type}}
    return {"personProperties": {"email": chip.email}} if chip.email else {}


def _character(text: str, units: int) -> int:
    """A UTF-16 index as Python counts characters."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def _runs_from(runs: Iterable[dict[str, Any]], text: str) -> Iterable[Run]:
    for run in runs:
        uri = run.get("format", {}).get("link", {}).get("uri")
        yield Run(_character(text, run.get("startIndex", 0)), uri)


def _chips_from(runs: Iterable[dict[str, Any]], text: str) -> Iterable[Chip]:
    for run in runs:
        chip, start = run.get("chip", {}), _character(text, run.get("startIndex", 0))
        rich = chip.get("richLinkProperties", {})
        email = chip.get("personProperties", {}).get("email")
        yield Chip(start, rich.get("uri"), rich.get("mimeType"), email)


def _link_in(form: dict[str, Any]) -> str | None:
    """Take the whole cell's link out of a format."""
    text_format = dict(form.get("textFormat") or {})
    link = text_format.pop("link", None)
    if link is not None:
        form["textFormat"] = text_format
        if not text_format:
            del form["textFormat"]
    return link.get("uri") if link else None
