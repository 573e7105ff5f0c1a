"""Without a browser: answers per second to many viewers, memory per viewer, and the start."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack

from playwright.sync_api import Browser

from bench.apps import Server, running, turns
from bench.browser import chromium
from bench.reader import reader
from bench.record import Measured, Values
from bench.viewers import Crowd
from bench.work import Work

FEW, MANY = 10, 50
SECONDS = 3
WARM_UP, QUESTIONS = 8, 2
"""How often a first viewer asks, then how often each of many, before memory is looked at."""


def measured(work: Work) -> list[Measured]:
    """Answers of servers that stay; start and memory of new ones."""
    rates, fresh = Values("server"), Values("server")
    with ExitStack() as stack:
        servers = [stack.enter_context(running(app, work.folder)) for app in work.apps]
        of_name = {server.app.name: server for server in servers}
        for server in servers:
            asyncio.run(_warm(server))
        for round_no in range(work.rounds):
            for app in turns(work.apps, round_no):
                work.say(f"viewers, round {round_no + 1}: {app.name}")
                asyncio.run(_rates(of_name[app.name], rates))
    for round_no in range(work.rounds):
        for app in turns(work.apps, round_no):
            work.say(f"start, round {round_no + 1}: {app.name}")
            with running(app, work.folder) as server:
                with chromium(work) as browser:
                    _first_chart(browser, server, fresh)
                asyncio.run(_memory(server, fresh))
    return [*rates.measured(), *fresh.measured()]


async def _warm(server: Server) -> None:
    async with Crowd(server) as crowd:
        await crowd.grow_to(1)
        await crowd.ask_each(WARM_UP)


async def _rates(server: Server, found: Values) -> None:
    async with Crowd(server) as crowd:
        for number in (FEW, MANY):
            await crowd.grow_to(number)
            await crowd.ask_each(1)
            rate = await crowd.answers_per_second(SECONDS)
            name = f"answers per second, {number} viewers"
            found.add(name, "/s", server.app.name, rate, more=True)


def _first_chart(browser: Browser, server: Server, found: Values) -> None:
    """From the server's process to its health, and to the last chart of the first visit ever."""
    who = server.app.name
    found.add("start to health", "s", who, server.start_seconds)
    with reader(browser, server.app, server.address) as one:
        took = one.open() / 1000
    found.add("first visit to a new server", "ms", who, took * 1000)
    found.add("start to first charts", "s", who, server.start_seconds + took)


async def _memory(server: Server, found: Values) -> None:
    """What a further viewer costs, everything cached that all share."""
    async with Crowd(server) as crowd:
        await crowd.grow_to(1)
        await crowd.ask_each(WARM_UP)
        alone = server.resident_mb()
        await crowd.grow_to(MANY)
        await crowd.ask_each(QUESTIONS)
        together = server.resident_mb()
    found.add("memory with one viewer", "MB", server.app.name, alone)
    each = (together - alone) / (MANY - 1)
    found.add(f"memory per further viewer, of {MANY}", "MB", server.app.name, each)
