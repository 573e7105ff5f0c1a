"""Field masks: the `fields` parameter, as in sheets(properties.title,data/rowData)."""

from __future__ import annotations

import re
from typing import Any

from tests.sheets_server.errors import ApiError, invalid_argument
from tests.sheets_server.schema import fields_of, is_message

Mask = dict[str, "Mask"]  # field -> what of it; empty: all of it

_TOKEN = re.compile(r"\s*([A-Za-z0-9_]+|\*|[(),./])\s*")
_UNREADABLE = "Request contains an invalid argument."


def parsed(text: str, message: str) -> Mask:
    """The mask a text stands for, of a message; a path it does not have refuses the request."""
    tokens = _tokens(text)
    mask = _list(tokens, text)
    if tokens:
        raise _no_such(text)
    _check(mask, message, "")
    return mask


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise _no_such(text)
        tokens.append(match[1])
        at = match.end()
    return tokens


def _list(tokens: list[str], text: str) -> Mask:
    """Item {"," item}; takes its tokens from the list."""
    mask: Mask = {}
    while True:
        _add(mask, *_item(tokens, text))
        if tokens[:1] != [","]:
            return mask
        tokens.pop(0)


def _item(tokens: list[str], text: str) -> tuple[str, Mask]:
    """name, name.item, name/item or name(list)."""
    name = tokens.pop(0) if tokens else ""
    if not re.fullmatch(r"\w+|\*", name):
        raise _no_such(text)
    if tokens[:1] in (["."], ["/"]):
        tokens.pop(0)
        return name, dict([_item(tokens, text)])
    if tokens[:1] == ["("]:
        tokens.pop(0)
        below = _list(tokens, text)
        if not tokens or tokens.pop(0) != ")":
            raise _no_such(text)
        return name, below
    return name, {}


def _add(mask: Mask, name: str, below: Mask) -> None:
    """Both of two masks of one field; the whole field is more than a part of it."""
    if name not in mask:
        mask[name] = below
    elif not below or not mask[name]:
        mask[name] = {}
    else:
        for part, rest in below.items():
            _add(mask[name], part, rest)


def _check(mask: Mask, kind: str, path: str) -> None:
    known = fields_of(kind)
    if known is None:
        if mask and not is_message(kind):
            raise _no_such(f"{path}.{next(iter(mask))}")
        return
    for name, below in mask.items():
        here = f"{path}.{name}" if path else name
        if name != "*" and name not in known:
            raise _no_such(here)
        if name != "*":
            _check(below, known[name], here)


def _no_such(path: str) -> ApiError:
    text = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
    return invalid_argument(_UNREADABLE, [(path, text)])


def selected(value: Any, mask: Mask) -> Any:
    """The parts of an answer that a mask names; an object of which nothing is left stays, as {}."""
    if not mask:
        return value
    if isinstance(value, list):
        return [selected(item, mask) for item in value]
    if not isinstance(value, dict):
        return value
    if "*" in mask:
        return {name: selected(item, mask["*"]) for name, item in value.items()}
    return {name: selected(item, mask[name]) for name, item in value.items() if name in mask}


def wants(mask: Mask, *path: str) -> bool:
    """Whether anything at or below a path is asked for."""
    for name in path:
        if not mask:
            return True
        if "*" in mask:
            mask = mask["*"]
        elif name in mask:
            mask = mask[name]
        else:
            return False
    return True


def assigned(target: dict[str, Any], source: dict[str, Any], mask: Mask) -> dict[str, Any]:
    """`target` with every field of the mask as in `source`: taken over, or taken away."""
    names = {**target, **source} if "*" in mask else mask
    result = dict(target)
    for name in names:
        below = mask["*"] if "*" in mask else mask[name]
        new = source.get(name)
        if below and isinstance(new, dict | None):
            new = assigned(result.get(name) or {}, new or {}, below) or None
        if new is None:
            result.pop(name, None)
        else:
            result[name] = new
    return result
