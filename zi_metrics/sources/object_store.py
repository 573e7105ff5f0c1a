"""Objects below a prefix of an object store, through pyarrow; every fault becomes a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import pyarrow as pa
from pyarrow import fs

from zi_metrics.errors import StoreUnavailable
from zi_metrics.labels import store_messages as text
from zi_metrics.labels.messages import Message
from zi_metrics.sources.shelf import Stamp
from zi_metrics.store_uri import StoreUri

CONNECT_SECONDS, ANSWER_SECONDS, TRIES = 2, 3, 2
"""Nobody waits longer than about seven seconds for a server that hangs."""
S3_OPTIONS = {"endpoint_override", "region", "scheme", "tls_ca_file_path"}
GOOGLE_LIMIT = "retry_limit_seconds"
GOOGLE = {"gs", "gcs"}
SCHEMES = {"s3", *GOOGLE, "abfs", "abfss"}
_DENIED = (
    *("ACCESS_DENIED", "INVALID_ACCESS_KEY", "INVALID_CLIENT_TOKEN", "SIGNATURE", "EXPIRED_TOKEN"),
    *("UNRECOGNIZED_CLIENT", "HTTP STATUS 401", "HTTP STATUS 403"),
    *("PERMISSION_DENIED", "UNAUTHENTICATED", "AUTHENTICATIONFAILED", "AUTHORIZATION"),
)
_NO_BUCKET = ("NO_SUCH_BUCKET", "BUCKET DOES NOT EXIST", "CONTAINERNOTFOUND")
_NO_ANSWER = ("NETWORK_CONNECTION", "REQUEST_TIMEOUT", "CURL ERROR", "CURLCODE", "TIMED OUT")


class Objects:
    """Objects by their path below the prefix; every verb raises StoreUnavailable."""

    def __init__(self, root: StoreUri) -> None:
        self._root = root

    def list(self, folder: str = "") -> dict[str, Stamp]:
        """All objects, or those of a folder, in one request for a thousand of them."""
        with self._told():
            files, prefix = self._opened
            below = f"{prefix}/{folder}".rstrip("/")
            try:
                found = files.get_file_info(fs.FileSelector(below, recursive=True))
            except FileNotFoundError:  # nothing is there yet; a bucket that is not is another fault
                return {}
            start = len(prefix) + 1
            return {each.path[start:]: _stamp(each) for each in found if each.is_file}

    def stamp(self, path: str) -> Stamp | None:
        """None for an object that is not there."""
        with self._told():
            files, prefix = self._opened
            (found,) = files.get_file_info([f"{prefix}/{path}"])
            return _stamp(found) if found.is_file else None

    def read(self, path: str) -> bytes:
        """Raises FileNotFoundError too."""
        with self._told():
            files, prefix = self._opened
            with files.open_input_stream(f"{prefix}/{path}") as stream:
                content: bytes = stream.read()
            return content

    def put(self, path: str, content: bytes) -> None:
        """In one request: readers see the old object or the whole new one."""
        with self._told():
            files, prefix = self._opened
            with files.open_output_stream(f"{prefix}/{path}") as stream:
                stream.write(content)

    def delete(self, path: str) -> None:
        """One that is not there is no fault."""
        with self._told():
            files, prefix = self._opened
            try:
                files.delete_file(f"{prefix}/{path}")
            except FileNotFoundError:
                return

    def delete_folder(self, path: str) -> None:
        """All below it; one that is not there is no fault."""
        with self._told():
            files, prefix = self._opened
            try:
                files.delete_dir(f"{prefix}/{path}")
            except FileNotFoundError:
                return

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        """The file system and the prefix in it; no request is made."""
        uri = self._root.uri
        scheme = uri.partition("://")[0].lower()
        try:
            if scheme not in SCHEMES:
                raise ValueError(scheme)
            files, prefix = _s3(uri) if scheme == "s3" else _other(uri, scheme)
        except (ValueError, NotImplementedError, ImportError):
            # without its cause: that quotes the address
            raise StoreUnavailable(**text.bad_address(str(self._root))) from None
        return files, prefix.rstrip("/")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what is wrong without what the store says: that names accounts and requests."""
        try:
            yield
        except FileNotFoundError:
            raise
        except (OSError, pa.ArrowException) as cause:
            raise StoreUnavailable(**_fault(str(self._root), str(cause))) from None


def _s3(uri: str) -> tuple[Any, str]:
    """What from_uri makes, but with time limits, few tries, and one request to put an object.

    Credentials are those of the address, else what the SDK finds; without a region, its default.
    """
    parts = urlsplit(uri)
    options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    bucket = parts.netloc.rpartition("@")[2]
    if not bucket or options.keys() - S3_OPTIONS:
        raise ValueError
    access_key, secret_key = (
        unquote(each) if each else None for each in (parts.username, parts.password)
    )
    return fs.S3FileSystem(
        **options,
        access_key=access_key,
        secret_key=secret_key,
        connect_timeout=CONNECT_SECONDS,
        request_timeout=ANSWER_SECONDS,
        retry_strategy=fs.AwsStandardS3RetryStrategy(max_attempts=TRIES),
        allow_delayed_open=True,
    ), f"{bucket}{unquote(parts.path)}"


def _other(uri: str, scheme: str) -> tuple[Any, str]:
    """Of another kind of store; Google's client gets a time limit, else it tries for minutes."""
    address, _, query = uri.partition("?")
    if scheme in GOOGLE and GOOGLE_LIMIT not in dict(parse_qsl(query)):
        limit = urlencode({GOOGLE_LIMIT: CONNECT_SECONDS + ANSWER_SECONDS})
        uri = f"{address}?{query}&{limit}" if query else f"{address}?{limit}"
    opened: tuple[Any, str] = fs.FileSystem.from_uri(uri)
    return opened


def _stamp(found: Any) -> Stamp:
    return found.size, found.mtime_ns or 0


def _fault(root: str, said: str) -> Message:
    """The sentence for what a client said."""
    words = said.upper()
    for signs, sentence in (
        (_NO_BUCKET, text.no_bucket),
        (_DENIED, text.denied),
        (_NO_ANSWER, text.unreachable),
    ):
        if any(sign in words for sign in signs):
            return sentence(root)
    return text.in_trouble(root)
