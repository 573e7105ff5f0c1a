"""The image: clean, small, nobody's secrets in it, and enough in it to run without writing."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest

from tests.browser.server import ROOT, STARTS_WITHIN_SECONDS, _answers, _stop, free_port
from tests.browser.viewers import Viewers
from tests.deploy import dockerfile
from tests.deploy.ignored import is_kept_out

NOBODY = 65_534
STOPS_WITHIN_SECONDS = 15


# --- As written -------------------------------------------------------------


def test_linter_of_build_files_finds_nothing() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    found = subprocess.run(
        [hadolint, "--no-color", dockerfile.PATH], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stdout) == (0, "")


def test_image_is_built_from_a_named_version_and_locked_packages() -> None:
    arguments, first, last = dockerfile.stages()
    assert [name for name, _ in arguments] == ["ARG"]
    assert arguments[0][1].startswith("PYTHON_IMAGE=python:3.13-slim-")
    assert [stage[0] for stage in (first, last)] == [
        ("FROM", "${PYTHON_IMAGE} AS packages"),
        ("FROM", "${PYTHON_IMAGE}"),
    ]
    (installs,) = [rest for name, rest in first if "install" in rest]
    for option in ("--require-hashes", "--only-binary :all:", "--no-cache-dir", "requirements.txt"):
        assert option in installs
    assert not any("requirements" in rest for rest in dockerfile.of_last_stage("COPY"))


def test_image_runs_as_a_user_by_number_who_owns_the_snapshots_only() -> None:
    assert dockerfile.of_last_stage("USER") == ["10001:10001"]
    assert dockerfile.of_last_stage("STOPSIGNAL") == ["SIGTERM"]
    assert dockerfile.of_last_stage("VOLUME") == ["/var/lib/zi"]
    assert not any("--chown" in rest for rest in dockerfile.of_last_stage("COPY"))
    variables = dockerfile.environment()
    assert variables["ZI_FOLDER_POTRET"] == "/var/lib/zi/potret"
    assert variables["ZI_LOG"] == "json"
    assert not any(word in name for name in variables for word in ("KEY", "SECRET", "PASSWORD"))


def test_only_what_is_needed_goes_into_the_image() -> None:
    inside = {target.parts[0] for _, target in dockerfile.files()}
    assert inside == {"dashboard.py", ".streamlit", "data", "zi_metrics", "pages"}
    assert [str(each) for _, each in dockerfile.files() if each.parts[0] == ".streamlit"] == [
        ".streamlit/config.toml"
    ]
    for path in (
        *(".git/config", ".env", ".venv/bin/python", "tests/conftest.py", "kunci.json"),
        *(".streamlit/secrets.toml", "data/potret/2026-01-20-0123456789ab/manifest.json"),
        *("pages/__pycache__/area.cpython-313.pyc", "deploy/tls/zi.key", "requirements-dev.txt"),
    ):
        assert is_kept_out(PurePosixPath(path)), path
    for path in ("requirements.txt", "data/contoh/x/manifest.json", "pages/_frame/frame.css"):
        assert not is_kept_out(PurePosixPath(path)), path


def test_every_file_of_the_program_is_in_the_image() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "dashboard.py", "pages", "zi_metrics", "data"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    tracked = {path for path in listed.stdout.splitlines() if (ROOT / path).is_file()}
    assert tracked <= {str(target) for _, target in dockerfile.files()}


# --- As it runs -------------------------------------------------------------


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder /app of the image, which nobody may write to."""
    folder = tmp_path_factory.mktemp("image") / "app"
    for path, target in dockerfile.files():
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / target)
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o555 if each.is_dir() else 0o444)
    return folder


def as_nobody() -> list[str]:
    """What makes of a command one of a user who owns nothing, where this user may do that.

    The interpreter of the tests may lie in root's home: to read there is left to it.
    """
    if os.geteuid() != 0:
        return []
    only = "-all,+dac_read_search"
    who = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs"]
    sets = [f"--{each}={only}" for each in ("inh-caps", "ambient-caps", "bounding-set")]
    return ["setpriv", *who, *sets]


@contextmanager
def container(app: Path, folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str, Path]]:
    """The command of the image with its environment: its process, address and log."""
    snapshots = folder / "potret"
    snapshots.mkdir()
    if os.geteuid() == 0:
        os.chown(snapshots, NOBODY, NOBODY)
    port = free_port()
    environment = _environment(snapshots, port)
    log = folder / "log.txt"
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [*as_nobody(), sys.executable, *dockerfile.command("ENTRYPOINT")[1:]],
            cwd=app,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stderr,
            stderr=stderr,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        assert _answers(process, address), (STARTS_WITHIN_SECONDS, log.read_text("utf-8"))
        yield process, address, log
    finally:
        _stop(process)


def _environment(snapshots: Path, port: int) -> Mapping[str, str]:
    """Nothing but the image's own, with the addresses of the test."""
    return dockerfile.environment() | {
        "HOME": "/nonexistent",
        "PATH": os.defpath,
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_PORT": str(port),
        "ZI_FOLDER_POTRET": str(snapshots),
    }


async def drawn(address: str, wanted: str) -> None:
    """Wait until a page that was asked for over the websocket has come whole, with this in it."""
    viewers = Viewers(address, {wanted})
    await viewers.come(1)
    try:
        await viewers.until(lambda viewer: viewer.runs > 0 and wanted in viewer.shown_at, 60)
    finally:
        await viewers.leave()


def test_image_runs_as_nobody_in_a_tree_that_cannot_be_written(app: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with container(app, tmp_path) as (process, address, log):
        asyncio.run(drawn(address, "Kelengkapan berbobot"))
        check = dockerfile.command("HEALTHCHECK")
        health = subprocess.run(
            [sys.executable, *check[1:]],
            env={"STREAMLIT_SERVER_PORT": address.rpartition(":")[2]},
            check=False,
        )
        assert health.returncode == 0
        process.terminate()
        process.wait(STOPS_WITHIN_SECONDS)
    events = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [each["event"] for each in events if each["logger"] == "zi"] == ["started", "stopped"]
    assert {each["level"] for each in events} == {"info"}


def test_health_check_fails_where_nobody_answers() -> None:
    check = dockerfile.command("HEALTHCHECK")
    environment = {"STREAMLIT_SERVER_PORT": str(free_port())}
    health = subprocess.run(
        [sys.executable, *check[1:]], env=environment, capture_output=True, check=False
    )
    assert health.returncode == 1


@pytest.mark.slow
def test_meeting_pack_is_made_from_the_files_of_the_image_alone(app: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    made = subprocess.run(
        [
            *(*as_nobody(), sys.executable, "-m", "zi_metrics", "laporan"),
            *("--sumber", "contoh", "--keluar", str(tmp_path / "rapat")),
        ],
        cwd=app,
        env=_environment(tmp_path, 0),
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    suffixes = {path.suffix for path in (tmp_path / "rapat").rglob("*") if path.is_file()}
    assert {".pptx", ".pdf", ".xlsx", ".txt"} <= suffixes
