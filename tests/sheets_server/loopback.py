"""A guard: nothing in the block may reach for a machine other than this one."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

LOOK_UP_ENDS_WITHIN_SECONDS = 5


class OutsideConnection(ConnectionRefusedError):
    """Raised in the program that reaches out; often swallowed there."""


@contextmanager
def only_loopback() -> Iterator[list[str]]:
    """Refuse and record every look-up of, and connection to, anything but the loopback.

    Yields the hosts tried so far. Leaving the block fails if there was any, in whatever thread and
    whether or not somebody swallowed the refusal.
    """
    tried: list[str] = []
    before = set(threading.enumerate())
    with ExitStack() as patches:
        for target, name, replacement in _guarded(tried):
            patches.enter_context(patch.object(target, name, replacement))
        yield tried
        _wait_for_look_ups(before)
    assert not tried, f"reached for more than the loopback: {', '.join(tried)}"


def _guarded(tried: list[str]) -> list[tuple[Any, str, Callable[..., Any]]]:
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    getaddrinfo = socket.getaddrinfo

    def check(host: object) -> None:
        if not _is_here(host):
            tried.append(str(host))
            raise OutsideConnection(f"only the loopback is allowed here, not {host}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _check_address(self, address, check)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _check_address(self, address, check)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *args: Any, **options: Any) -> Any:
        check(host)
        return getaddrinfo(host, *args, **options)

    return [
        (socket.socket, "connect", guarded_connect),
        (socket.socket, "connect_ex", guarded_connect_ex),
        (socket, "getaddrinfo", guarded_getaddrinfo),
    ]


def _check_address(sock: socket.socket, address: Any, check: Callable[[object], None]) -> None:
    if sock.family in {socket.AF_INET, socket.AF_INET6}:
        check(address[0])


def _is_here(host: object) -> bool:
    """Whether a name or an address is of this machine; None and "" are."""
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _wait_for_look_ups(before: set[threading.Thread]) -> None:
    """Let the look-ups that google-auth started in the background come to their end."""
    for thread in set(threading.enumerate()) - before:
        if type(thread).__module__.startswith("google.auth"):
            thread.join(LOOK_UP_ENDS_WITHIN_SECONDS)
