"""An object store on the loopback: one server, and a bucket for each test."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator

import pytest

from tests.object_store.gate import Gate
from zi_metrics.settings import PROJECT_ROOT
from zi_metrics.store_uri import StoreUri

PROGRAM = PROJECT_ROOT / ".venv-s3" / "bin" / "moto_server"
START_SECONDS = 60
KEY, SECRET = "AKIDUJI", "sangat/rahasia"
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": KEY,
    "AWS_SECRET_ACCESS_KEY": SECRET,
    "AWS_EC2_METADATA_DISABLED": "true",
}


@pytest.fixture(scope="session")
def s3_server() -> Iterator[tuple[str, int]]:
    """Host and port of a server; the credentials for it stand in the environment."""
    if not PROGRAM.is_file():
        pytest.fail("There is no imitation of an object store: run scripts/ensure-s3-server.sh.")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    call = [str(PROGRAM), "-H", "127.0.0.1", "-p", str(port)]
    silent = subprocess.DEVNULL
    with pytest.MonkeyPatch.context() as patch:
        for name, value in CREDENTIALS.items():
            patch.setenv(name, value)
        with subprocess.Popen(call, stdout=silent, stderr=silent, env=dict(os.environ)) as server:
            try:
                _wait_for(port)
                yield "127.0.0.1", port
            finally:
                server.kill()


def _wait_for(port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            request(("127.0.0.1", port), "GET", "/")
            return
        except ConnectionError:
            time.sleep(0.05)
    pytest.fail("The imitation of an object store did not start.")


def request(server: tuple[str, int], method: str, path: str, body: bytes = b"") -> bytes:
    """Ask the server itself, past the dashboard's own client."""
    connection = http.client.HTTPConnection(*server, timeout=START_SECONDS)
    connection.request(method, path, body)
    with connection.getresponse() as answer:
        content = answer.read()
        assert answer.status < 300, (method, path, answer.status, content)
    connection.close()
    return content


@pytest.fixture
def bucket(s3_server: tuple[str, int]) -> StoreUri:
    """A prefix in an empty bucket of its own."""
    return address(s3_server, fresh_bucket(s3_server))


@pytest.fixture
def gate(s3_server: tuple[str, int]) -> Iterator[Gate]:
    """A door in front of the server."""
    made = Gate(s3_server)
    yield made
    made.close()


def fresh_bucket(server: tuple[str, int]) -> str:
    name = f"zi-{uuid.uuid4().hex[:12]}"
    request(server, "PUT", f"/{name}")
    return name


def address(server: tuple[str, int], bucket: str) -> StoreUri:
    """The same bucket has an address for each door that leads to it."""
    there = "{}:{}".format(*server)
    return StoreUri(
        f"s3://{bucket}/kantor/potret?region=us-east-1&scheme=http&endpoint_override={there}"
    )
