"""One answer for all who ask, and what becomes of one that comes too late."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from zi_metrics.errors import StoreUnavailable
from zi_metrics.labels import store_messages as text
from zi_metrics.sources.latest import Latest


def fault() -> StoreUnavailable:
    return StoreUnavailable(**text.unreachable("s3://wadah"))


def latest(ask: Callable[[], int]) -> Latest[int]:
    return Latest(ask, fault)


def test_one_answer_serves_all_who_ask() -> None:
    asked = []
    shared = latest(lambda: asked.append(1) or 7)  # type: ignore[func-returns-value]
    assert [shared.get() for _ in range(5)] == [7] * 5
    assert len(asked) == 1


def test_first_answer_that_is_outdated_before_it_comes_is_asked_for_again() -> None:
    """Whoever waits gets the next answer, not a fault of a store that answers well."""
    is_asked, may_answer = threading.Event(), threading.Event()
    answers = iter([1, 2])

    def ask() -> int:
        answer = next(answers)
        if answer == 1:
            is_asked.set()
            assert may_answer.wait(10)
        return answer

    shared, got = latest(ask), list[int]()
    waiting = threading.Thread(target=lambda: got.append(shared.get()))
    waiting.start()
    assert is_asked.wait(10)
    shared.outdate()
    may_answer.set()
    waiting.join(10)
    assert got == [2]


def test_failure_that_was_asked_for_before_a_success_is_none() -> None:
    is_asked, may_fail = threading.Event(), threading.Event()

    def ask() -> int:
        if is_asked.is_set():
            return 3
        is_asked.set()
        assert may_fail.wait(10)
        raise fault()

    shared = latest(ask)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Latest, "longest", 0.0)
        with pytest.raises(StoreUnavailable):
            shared.get()  # nobody waits: the asking goes on
    assert is_asked.wait(10)
    shared.outdate()
    may_fail.set()
    assert shared.get() == 3
    assert shared.fault is None


def test_failure_is_told_and_the_last_answer_goes_on_to_count() -> None:
    shared = latest(lambda: 5)
    assert shared.get() == 5
    shared.fail(fault())
    assert shared.get() == 5
    assert shared.fault is not None
