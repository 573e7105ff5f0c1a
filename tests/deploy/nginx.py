"""nginx with the configuration that ships; ports, folders and certificate are the test's own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.browser.server import ROOT, free_port

SHIPPED = ROOT / "deploy" / "nginx"
STARTS_WITHIN_SECONDS = 20
MAIN = """daemon off;
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/zi*.conf;
}}
"""


def program() -> str | None:
    """Path of nginx: of NGINX, else where systems keep it."""
    places = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    return shutil.which(os.environ.get("NGINX") or "nginx", path=places)


class Proxy:
    """A running nginx; plain, address: where it listens without and with TLS."""

    def __init__(self, folder: Path, replicas: Sequence[int]) -> None:
        self.folder = folder
        ports = {"80": free_port(), "443": free_port()}
        self.plain = f"http://localhost:{ports['80']}"
        self.address = f"https://localhost:{ports['443']}"
        for path in SHIPPED.glob("*.conf"):
            if not path.stem.endswith("compose"):
                text = self._moved(path.read_text("utf-8"), ports, replicas)
                (folder / path.name).write_text(text, "utf-8")
        user = "user root;" if os.geteuid() == 0 else ""  # nobody else may enter the folder
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), "utf-8")
        write_certificate(folder)

    def _moved(self, text: str, ports: dict[str, int], replicas: Sequence[int]) -> str:
        kept = [line for line in text.splitlines() if "listen [::]" not in line]
        text = "\n".join(kept) + "\n"
        for shipped, own in ports.items():
            text = text.replace(f"listen {shipped}", f"listen 127.0.0.1:{own}")
        for shipped, own in zip(("8501", "8502"), replicas, strict=True):
            text = text.replace(f":{shipped}", f":{own}")
        return text.replace("/etc/nginx/tls", str(self.folder)).replace(
            "/var/log/nginx", str(self.folder)
        )

    def requests(self, of: str = "") -> list[dict[str, Any]]:
        """What was logged of requests whose path has this in it."""
        lines = (self.folder / "access.log").read_text("utf-8").splitlines()
        return [each for each in map(json.loads, lines) if of in each["path"]]


@contextmanager
def proxied(folder: Path, replicas: Sequence[int]) -> Iterator[Proxy]:
    """Starts nginx before two servers at these ports of the loopback."""
    nginx = program()
    assert nginx
    proxy = Proxy(folder, replicas)
    with (folder / "stderr.txt").open("wb") as stderr:
        process = subprocess.Popen(
            [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=stderr
        )
    try:
        _wait_for(proxy.plain, process, folder / "stderr.txt")
        yield proxy
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(address: str, process: subprocess.Popen[bytes], stderr: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    where = ("127.0.0.1", urlsplit(address).port or 0)
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(where, timeout=5).close()
        except ConnectionRefusedError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(f"nginx does not answer: {stderr.read_text('utf-8')}")


def write_certificate(folder: Path) -> None:
    """One for localhost that nobody has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    (folder / "zi.crt").write_bytes(certificate.public_bytes(encoding))
    (folder / "zi.key").write_bytes(
        key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
