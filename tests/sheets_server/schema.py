"""Which fields the messages of the Sheets API have.

`messages.json` is taken from Google's discovery document (sheets v4, revision 20261019): message
-> field -> type; "[T]" is a list of T, "A|B" an enumeration, "*" anything. Messages of charts,
pivot tables, data sources and comments are left out; a type that is not listed is not looked into.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.sheets_server.errors import ApiError, invalid_argument

MESSAGES: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("messages.json").read_text("utf-8")
)
MESSAGES["File"] = dict.fromkeys(  # of Drive
    ("kind", "id", "name", "mimeType", "createdTime", "modifiedTime", "version"), "string"
)
_GOOGLE = "type.googleapis.com/google.apps.sheets.v4"
_SCALARS = {"string": str, "number": int | float, "integer": int, "boolean": bool}


def fields_of(kind: str) -> dict[str, str] | None:
    """Field -> type of a message, also for "[Message]"; None of what is not looked into."""
    return MESSAGES.get(kind.strip("[]"))


def is_message(kind: str) -> bool:
    """Whether it has fields (else it is a scalar, an enumeration or a list of them)."""
    name = kind.strip("[]")
    return name in MESSAGES or (name[:1].isupper() and not name.isupper() and "|" not in name)


def check(body: Any, kind: str, at: str = "") -> None:
    """Refuse a request's body with a field, a type or a word that the API does not know."""
    if kind.startswith("["):
        if not isinstance(body, list):
            raise _not_a_list(at, kind, body)
        for index, item in enumerate(body):
            check(item, kind[1:-1], f"{at}[{index}]")
    elif kind in MESSAGES:
        _check_message(body, kind, at)
    elif body is not None:
        _check_scalar(body, kind, at)


def _check_message(body: Any, kind: str, at: str) -> None:
    if not isinstance(body, dict):
        raise _invalid(at, kind, body)
    for name, value in body.items():
        if name not in MESSAGES[kind]:
            where = f" at '{at}'" if at else ""
            raise _bad_payload(at, f'Unknown name "{name}"{where}: Cannot find field.')
        if value is not None:  # null is the same as not sent
            check(value, MESSAGES[kind][name], f"{at}.{name}" if at else name)


def _check_scalar(body: Any, kind: str, at: str) -> None:
    if "|" in kind:
        if body not in kind.split("|"):
            raise _invalid(at, "an enumeration: " + kind, body)
        return
    expected = _SCALARS.get(kind)
    is_bool_for_number = isinstance(body, bool) and kind != "boolean"
    if expected is not None and (is_bool_for_number or not isinstance(body, expected)):
        raise _invalid(at, kind, body)


def _invalid(at: str, kind: str, body: Any) -> ApiError:
    name = f"{_GOOGLE}.{kind}" if kind in MESSAGES else kind
    return _bad_payload(at, f"Invalid value at '{at}' ({name}), {json.dumps(body)}")


def _not_a_list(at: str, kind: str, body: Any) -> ApiError:
    """A row of values that is none is named by the list it stands in."""
    name, where = (
        ("type.googleapis.com/google.protobuf.ListValue", at.rpartition("[")[0])
        if kind == "[any]"
        else (kind, at)
    )
    return _bad_payload(where, f"Invalid value at '{where}' ({name}), {json.dumps(body)}")


def _bad_payload(at: str, text: str) -> ApiError:
    message = text if text.startswith("Invalid value") else f"Invalid JSON payload received. {text}"
    return invalid_argument(message, [(at, message)])
