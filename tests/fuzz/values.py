"""Answers of other programs as they should not be: a value somewhere in them is another or gone."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

JUNK: list[Any] = [
    *(None, True, False, 0, -1, 1, 10**6, 10**9, 10**30, 1.5, -0.0, 1e308, float("nan")),
    *(float("inf"), "", "x", "../../x", "\ud800", "\0", "9" * 5000, "=1", "#REF!", "<b>", [], {}),
    *([None], [[]], {"": None}, {"values": None}, [1, "2", None], {"x": {"y": [{}]}}),
]


def nested(depth: int) -> Any:
    """A list in a list in a list."""
    made: Any = []
    for _ in range(depth):
        made = [made]
    return made


junk = st.one_of(
    st.sampled_from(JUNK),
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.integers(1, 400).map(nested),
)


@st.composite
def altered(draw: st.DrawFn, original: Any) -> Any:
    """A copy with one to five of its values replaced, taken out, or repeated."""
    made = copy.deepcopy(original)
    for _ in range(draw(st.integers(1, 5))):
        place = _somewhere(draw, made)
        if place is None:
            return draw(junk)
        holder, key = place
        kind = draw(st.sampled_from(["replace", "replace", "remove", "repeat"]))
        if kind == "replace":
            holder[key] = draw(junk)
        elif kind == "remove":
            del holder[key]
        elif isinstance(holder, list):
            holder += [holder[key]] * draw(st.sampled_from([1, 3, 200]))
        else:
            holder[draw(st.text(max_size=9))] = holder[key]
    return made


def _somewhere(draw: st.DrawFn, value: Any) -> tuple[Any, Any] | None:
    """A list or mapping inside the value, and one of its places."""
    place = None
    while isinstance(value, list | dict) and value:
        keys = range(len(value)) if isinstance(value, list) else sorted(value, key=str)
        key = draw(st.sampled_from(keys))
        place = value, key
        value = value[key]
        if draw(st.integers(0, 4)) == 0:
            break
    return place
