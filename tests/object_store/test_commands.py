"""The command line on an object store; credentials in its address never come out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.object_store.fixtures import KEY, SECRET
from tests.object_store.replicas import Replicas, wait_until
from zi_metrics.cli import main
from zi_metrics.settings import PROJECT_ROOT, SNAPSHOT_DIR_VARIABLE, AppSettings
from zi_metrics.sources.freeze import frozen_source
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.store_uri import StoreUri

USERINFO = f"{KEY}:{SECRET.replace('/', '%2F')}@"


def run(root: StoreUri, *arguments: str) -> Result:
    uri = root.uri.replace("s3://", f"s3://{USERINFO}", 1)
    return CliRunner().invoke(main, list(arguments), env={SNAPSHOT_DIR_VARIABLE: uri})


def test_commands_keep_check_and_tell_what_is_in_an_object_store(
    bucket: StoreUri, tmp_path: Path
) -> None:
    kept = run(bucket, "potret", "--sumber", "contoh")
    (manifest,) = SnapshotStore(bucket).list()
    assert kept.stdout == f"Potret {manifest.identifier} disimpan di {bucket}.\n"
    assert SnapshotStore(bucket).is_pinned(manifest.identifier)
    checked = run(bucket, "periksa", "--sumber", "potret")
    assert checked.exit_code < 2, checked.output
    told = run(
        bucket, "laporan", "--sumber", "potret", "--potret", manifest.identifier,
        "--keluar", str(tmp_path / "paket"),
    )  # fmt: skip
    assert told.exit_code == 0, told.output
    assert list((tmp_path / "paket").iterdir())
    output = kept.output + checked.output + told.output
    assert not [each for each in (KEY, SECRET, "endpoint_override", "us-east-1") if each in output]


def test_store_that_refuses_is_said_in_a_sentence_and_an_exit_code(replicas: Replicas) -> None:
    replicas.gate.denies = "."
    refused = run(StoreUri(replicas.gated.uri), "potret", "--sumber", "contoh")
    assert refused.exit_code == 2
    assert "Potret tidak dapat disimpan. Penyimpanan potret menolak akses." in refused.stderr
    assert SECRET not in refused.output


HANG = """
import sys
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.store_uri import StoreUri
store = SnapshotStore(StoreUri(sys.argv[1]))
store.list()
looks = store._shelf._looks
looks.patience = 0.1
print("asked", flush=True)
sys.stdin.readline()
looks.outdate()
store.list()
print("left", flush=True)
"""


@pytest.mark.slow
def test_process_ends_though_the_store_does_not_answer(replicas: Replicas) -> None:
    call = [sys.executable, "-c", HANG, replicas.gated.uri]
    pipe = subprocess.PIPE
    with subprocess.Popen(call, cwd=PROJECT_ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "asked\n"
        held = replicas.gate.hold("GET .*list-type")
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "left\n"
        assert held.reached.is_set()
        assert other.wait(15) == 0


@pytest.mark.slow
def test_two_processes_share_what_is_pinned(replicas: Replicas) -> None:
    call = [sys.executable, "-m", "zi_metrics", "potret", "--sumber", "contoh"]
    environment = {SNAPSHOT_DIR_VARIABLE: replicas.direct.uri}
    told = subprocess.run(
        call, cwd=PROJECT_ROOT, env={**os.environ, **environment}, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    identifier = told.stdout.split()[1]
    wait_until(lambda: [each.identifier for each in replicas.other.pins()] == [identifier])
    settings = AppSettings("potret", replicas.gated)
    assert frozen_source(identifier, "potret", settings).newest().evidence is not None
