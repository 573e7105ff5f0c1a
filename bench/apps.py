"""The dashboard and its peers as servers of their own, on free ports of the loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import bench
from bench.wanted import Expected, of_checkout, of_here

ROOT = Path(bench.__file__).parents[1]
STARTS_WITHIN_SECONDS, STOPS_WITHIN_SECONDS = 60, 10
LOOK_AGAIN_SECONDS = 0.01
OURS, BEFORE, DASH, STREAMLIT = "dashboard", "before", "Dash", "Streamlit"
SETTINGS_ELSEWHERE = ("GOOGLE_APPLICATION_CREDENTIALS", "SHEETS_EMULATOR_HOST", "SSLKEYLOGFILE")


@dataclass(frozen=True)
class App:
    """How one of them is started: command (its port is added), folder, and address of its health.

    wanted: what its pages must show; is_streamlit: whether it speaks Streamlit's protocol;
    has_groups: whether its navigation has menus.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    health: str
    wanted: Expected = field(repr=False)
    is_streamlit: bool = True
    has_groups: bool = False


@dataclass
class Server:
    """A running one. start_seconds: from its process to its health; log: what it wrote."""

    app: App
    process: subprocess.Popen[bytes]
    address: str
    log: Path = field(repr=False)
    start_seconds: float = 0.0

    def resident_mb(self) -> float:
        """Memory of its process."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def apps(work: Path, before: Path | None) -> list[App]:
    """Those to be measured, the dashboard first. before: another checkout of it."""
    plain = work / "streamlit"
    plain.mkdir()
    run = ("-m", "streamlit", "run")
    quiet = ("--server.address", "127.0.0.1", "--server.headless", "true")
    tail = (*quiet, "--browser.gatherUsageStats", "false", "--server.port")
    script = str(ROOT / "bench" / "peers" / "streamlit_app.py")
    now = of_here()
    ours = (*run, "dashboard.py", *tail)
    found = [App(OURS, ours, ROOT, "/sehat", now, has_groups=True)]
    if before is not None:
        then = of_checkout(before, ROOT)
        found.append(App(BEFORE, ours, before, "/sehat", then, has_groups=True))
    dash = ("-m", "bench.peers.dash_app")
    return [
        *found,
        App(DASH, dash, ROOT, "/_dash-layout", now, is_streamlit=False),
        App(STREAMLIT, (*run, script, *tail), plain, "/_stcore/health", now),
    ]


@contextmanager
def running(app: App, work: Path) -> Iterator[Server]:
    """A new server, which answers; stopped by its process id in the end."""
    server = _started(app, work)
    try:
        yield server
    finally:
        server.process.terminate()
        try:
            server.process.wait(STOPS_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            server.process.kill()
            server.process.wait()


def _started(app: App, work: Path) -> Server:
    port, log = _free_port(), work / f"{app.name}.log"
    began = time.monotonic()
    with log.open("ab") as written:
        process = subprocess.Popen(
            [sys.executable, *app.command, str(port)],
            cwd=app.folder,
            env=_environment(app, work),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    server = Server(app, process, f"http://127.0.0.1:{port}", log)
    while not _answers(f"{server.address}{app.health}"):
        is_late = time.monotonic() - began > STARTS_WITHIN_SECONDS
        if is_late or process.poll() is not None:
            process.kill()
            raise RuntimeError(f"{app.name}: no answer.\n{log.read_text('utf-8', 'replace')}")
        time.sleep(LOOK_AGAIN_SECONDS)
    server.start_seconds = time.monotonic() - began
    return server


def _environment(app: App, work: Path) -> dict[str, str]:
    """Without settings of the dashboard or of Streamlit, and with nobody's home."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ZI_", "STREAMLIT_")) and name not in SETTINGS_ELSEWHERE
    }
    is_peer = app.name in {DASH, STREAMLIT}
    return inherited | {"HOME": str(work)} | ({"PYTHONPATH": str(ROOT)} if is_peer else {})


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def turns(everyone: Sequence[App], round_no: int) -> list[App]:
    """The order of a round: another one begins each time."""
    first = round_no % len(everyone)
    return [*everyone[first:], *everyone[:first]]
