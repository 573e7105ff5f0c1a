"""The real dashboard as a process of its own, on a free port of the loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pages

ROOT = Path(pages.__file__).parents[1]
STARTS_WITHIN_SECONDS = 60
ATTEMPTS = 3
OF_A_SHEET = ("GOOGLE_APPLICATION_CREDENTIALS", "SHEETS_EMULATOR_HOST")
NOTHING_MORE: Mapping[str, str] = {}


@contextmanager
def serving(source: str | None, log: Path) -> Iterator[str]:
    """The address of a new server; source: its ZI_SUMBER, or None to leave that unset."""
    with running(source, log) as (_, address):
        yield address


@contextmanager
def running(
    source: str | None,
    log: Path,
    more: Mapping[str, str] = NOTHING_MORE,
    *,
    port: int | None = None,
) -> Iterator[tuple[int, str]]:
    """Process id and address of a new server; more: further variables of its environment.

    port: where it has to listen; by default where nobody else does. It may reach for nothing but
    the loopback: its log would say so, see `guarded`.
    """
    environment = _environment(source, more)
    process, address = _started(environment, log, port)
    try:
        yield process.pid, address
    finally:
        _stop(process)


def _environment(source: str | None, more: Mapping[str, str]) -> dict[str, str]:
    """What this process has, without settings of the dashboard, and with those of the test."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ZI_") and name not in OF_A_SHEET
    }
    return {**inherited, **({} if source is None else {"ZI_SUMBER": source}), **more}


def _started(
    environment: Mapping[str, str], log: Path, wanted: int | None
) -> tuple[subprocess.Popen[bytes], str]:
    for _ in range(ATTEMPTS):  # somebody else may take the port before the server does
        port = wanted or free_port()
        process = _start(environment, port, log)
        address = f"http://127.0.0.1:{port}"
        if _answers(process, address):
            return process, address
        _stop(process)
    raise AssertionError(f"no dashboard answers: {log.read_text('utf-8', 'replace')}")


def free_port() -> int:
    """One of the loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _start(environment: Mapping[str, str], port: int, log: Path) -> subprocess.Popen[bytes]:
    options = {"port": str(port), "address": "127.0.0.1", "headless": "true"}
    named = [part for key, value in options.items() for part in (f"--server.{key}", value)]
    with log.open("ab") as written:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.browser.guarded", "run", "dashboard.py", *named],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )


def _answers(process: subprocess.Popen[bytes], address: str) -> bool:
    """Whether the health route answers before the process ends or the time is up."""
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{address}/sehat", timeout=5) as answer:
                return b"sehat" in answer.read()
        except OSError:
            time.sleep(0.05)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
