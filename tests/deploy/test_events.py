"""What is kept of a log line: the words of the program, figures, and where a fault went through."""

from __future__ import annotations

import json
import logging
import sys
from itertools import pairwise
from typing import Any

import pytest

from pages._frame.logs import LEFT_OUT, MOST_FAULTS, MOST_FRAMES, Event, _crashed

CELL = "Rahasia\u2028\n\x1b[31m"


def event(message: object, *values: object, fault: BaseException | None = None) -> Event:
    info = (type(fault), fault, fault.__traceback__) if fault else None
    return Event("zi", logging.INFO, __file__, 1, message, values, info)


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (("two of %s", 3), "two of 3"),
        (("%.1f seconds", 0.25), "0.2 seconds"),
        (("read %s", CELL), "read ..."),
        (("%(who)s came", {"who": CELL}), "... came"),
        (("%s of %d", 1, CELL), "... of ..."),
        (("%d of %d", 1), "... of ..."),
        (("100 % sure",), "100 % sure"),
        ((f"read {CELL}",), LEFT_OUT),
        ((ValueError(CELL),), LEFT_OUT),
        ((f"{CELL} %s", 3), LEFT_OUT),
    ],
)
def test_only_words_of_the_program_and_figures_are_kept(made: tuple[Any, ...], kept: str) -> None:
    found = event(*made)
    assert found.msg == kept
    for line in (found.as_text(), found.as_json()):
        assert CELL not in line
        assert len(line.splitlines()) == 1


@pytest.mark.parametrize("value", [CELL, "budi@contoh.go.id", float("nan"), ["x"], "a b", ""])
def test_field_that_is_no_word_and_no_figure_is_left_out(value: object) -> None:
    found = event("read %s", 3)
    found.fields = {"kind": value, "event": "lain", "count": 3, "is_late": True, "none": None}
    said = json.loads(found.as_json())
    assert said["event"] == "read 3"
    assert [said[name] for name in ("kind", "count", "is_late", "none")] == [
        LEFT_OUT,
        3,
        True,
        None,
    ]


def deep(depth: int) -> None:
    if depth:
        deep(depth - 1)
    raise ValueError(CELL)


def test_fault_is_its_kinds_and_the_lines_nearest_to_it() -> None:
    try:
        try:
            deep(60)
        except ValueError as cause:
            raise KeyError(CELL) from cause
    except KeyError as fault:
        found = event("read %s", fault=fault)
        assert CELL not in found.as_text()
    said = json.loads(found.as_json())["faults"]
    assert [each["kind"] for each in said] == ["KeyError", "ValueError"]
    assert len(said[1]["stack"]) == MOST_FRAMES
    assert said[1]["stack"][-1].startswith("tests/deploy/test_events.py:")
    assert "\n  Traceback: KeyError\n    tests/deploy/test_events.py:" in found.as_text()
    assert sys.prefix not in found.as_text()


def test_faults_that_lead_to_themselves_end() -> None:
    first, second = ValueError(CELL), KeyError(CELL)
    first.__cause__, second.__cause__ = second, first
    assert [each["kind"] for each in event("read %s", fault=first).faults] == [
        "ValueError",
        "KeyError",
    ]
    chain = [ValueError() for _ in range(30)]
    for fault, cause in pairwise(chain):
        fault.__cause__ = cause
    assert len(event("read %s", fault=chain[0]).faults) == MOST_FAULTS


def test_nothing_of_the_values_stays_in_the_record() -> None:
    try:
        raise ValueError(CELL)
    except ValueError as fault:
        found = event("read %s", CELL, fault=fault)
    assert (found.args, found.exc_info, found.exc_text, found.stack_info) == (None,) * 4
    assert CELL not in repr(vars(found))


@pytest.mark.parametrize(("fault", "logged"), [(KeyboardInterrupt(), []), (KeyError(), ["over"])])
def test_interruption_by_hand_is_no_fault(
    fault: BaseException,
    logged: list[str],
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _crashed("over", type(fault), fault, None)
    assert caplog.messages == logged
    assert ("KeyboardInterrupt" in capsys.readouterr().err) is (not logged)
