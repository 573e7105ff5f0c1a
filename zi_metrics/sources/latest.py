"""The newest answer of something slow that may fail, shared by all who ask for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from zi_metrics.errors import ReaderError, StoreUnavailable

T = TypeVar("T")


class Latest(Generic[T]):
    """An answer that is at most `seconds` old, as long as there are answers.

    One asks for all. While it fails, the last answer goes on to count; it is asked for again in the
    background after `rest` seconds, and nobody waits for that. A slow one is waited for `patience`
    seconds at most, or `longest` where there is no answer yet. ask: raises StoreUnavailable;
    overdue: the fault of one that takes too long.
    """

    seconds, rest, patience, longest = 1.0, 10.0, 2.0, 15.0

    def __init__(self, ask: Callable[[], T], overdue: Callable[[], StoreUnavailable]) -> None:
        self._ask, self._overdue = ask, overdue
        self._changing = threading.Lock()
        self._turn: threading.Event | None = None
        """Set at the end of the asking that is under way."""
        self._answer: T | None = None
        self._fault: StoreUnavailable | None = None
        self._asked_at = self._next = 0.0
        self._outdated_at = 0.0

    @property
    def fault(self) -> ReaderError | None:
        """Why the answer may be out of date."""
        return self._fault

    def get(self) -> T:
        """Raises StoreUnavailable while there is no answer yet."""
        self._wait()
        if self._answer is None and self._fault is None:
            self._wait()  # the first answer was outdated before it came: that of the next asking
        with self._changing:
            if self._answer is None:
                raise self._fault or self._overdue()
            return self._answer

    def _wait(self) -> None:
        turn = self._turn_of_now()
        if turn is not None and self._fault is None:
            end = self._asked_at + (self.longest if self._answer is None else self.patience)
            turn.wait(max(0.0, end - time.monotonic()))

    def outdate(self) -> None:
        """Something was changed, with success: the next answer is to be a new one."""
        with self._changing:
            self._fault, self._outdated_at, self._next = None, time.monotonic(), 0.0

    def fail(self, fault: StoreUnavailable) -> None:
        """What else was asked of the same place has failed."""
        self._failed(fault, time.monotonic())

    def _failed(self, fault: StoreUnavailable, asked_at: float) -> None:
        with self._changing:
            if asked_at >= self._outdated_at:  # else something has succeeded since
                self._fault, self._next = fault, time.monotonic() + self.rest

    def _turn_of_now(self) -> threading.Event | None:
        """The asking to wait for; None when the answer will do."""
        with self._changing:
            if time.monotonic() < self._next:
                return None
            if self._turn is None or self._asked_at < self._outdated_at:
                self._turn, self._asked_at = threading.Event(), time.monotonic()
                threading.Thread(
                    target=self._take, args=(self._turn, self._asked_at), daemon=True
                ).start()
            return self._turn

    def _take(self, turn: threading.Event, asked_at: float) -> None:
        try:
            answer = self._ask()
        except StoreUnavailable as fault:
            self._failed(fault, asked_at)
        else:
            with self._changing:
                if asked_at >= self._outdated_at:
                    self._answer, self._fault = answer, None
                    self._next = asked_at + self.seconds
        finally:
            with self._changing:
                if self._turn is turn:
                    self._turn = None
            turn.set()
