"""In Chromium: first visit, reload, another date, another page; on the loopback and a slow line.

All take turns in every round, each with a fresh profile on a server that is warm.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from playwright.sync_api import Browser, sync_playwright

from bench.apps import App, Server, running, turns
from bench.line import Line, slow_line
from bench.peers import content
from bench.reader import Reader, reader
from bench.record import Measured, Values
from bench.wanted import DAYS
from bench.work import Work
from tests.browser.conftest import ARGUMENTS

LOOPBACK, SLOW = "loopback", "10 Mbit/s, 20 ms"
CHANGES = 2
"""There and back, so often in a visit."""
MILLISECONDS, KILOBYTES = "ms", "kB"


@contextmanager
def chromium(work: Work) -> Iterator[Browser]:
    """The browser all measurements share."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=work.chromium, args=ARGUMENTS)
        yield browser
        browser.close()


def measured(work: Work) -> list[Measured]:
    """Every value of every round."""
    found = Values("browser")
    with ExitStack() as stack, chromium(work) as browser:
        servers = {app.name: stack.enter_context(running(app, work.folder)) for app in work.apps}
        lines = {
            name: stack.enter_context(slow_line(server.address)) for name, server in servers.items()
        }
        for app in work.apps:
            _warm(browser, servers[app.name])
        for round_no in range(work.rounds):
            for app in turns(work.apps, round_no):
                work.say(f"browser, round {round_no + 1}: {app.name}")
                _on_loopback(browser, servers[app.name], found)
                _on_slow_line(browser, app, lines[app.name], found)
    return found.measured()


def _warm(browser: Browser, server: Server) -> None:
    with reader(browser, server.app, server.address) as one:
        one.open()
        for _ in _changes(one):
            pass


def _changes(one: Reader) -> Iterator[tuple[str, float]]:
    """What a visitor does after the page has come: each with its time."""
    for _ in range(CHANGES):
        yield "another date", one.choose(DAYS[1])
        yield "another date", one.choose(DAYS[0])
    for _ in range(CHANGES):
        yield "page switch", one.turn_to(content.SPIP)
        yield "page switch", one.turn_to(content.RINGKASAN)


def _visit(one: Reader) -> Iterator[tuple[str, float]]:
    yield "first visit", one.open()
    yield "reload", one.reload()
    yield from _changes(one)


def _on_loopback(browser: Browser, server: Server, found: Values) -> None:
    with reader(browser, server.app, server.address) as one:
        for name, took in _visit(one):
            found.add(f"{name}, {LOOPBACK}", MILLISECONDS, server.app.name, took)


def _on_slow_line(browser: Browser, app: App, line: Line, found: Values) -> None:
    """The same, and how much went over the line for it."""
    with reader(browser, app, line.address) as one:
        before = line.count
        for name, took in _visit(one):
            found.add(f"{name}, {SLOW}", MILLISECONDS, app.name, took)
            found.add(f"{name}, both ways", KILOBYTES, app.name, (line.count - before) / 1000)
            before = line.count
