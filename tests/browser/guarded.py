"""Streamlit's command in a process that may reach for nothing but the loopback.

Whatever else it reaches for is refused, and named on standard error in a line with `OUTSIDE`.
"""

from __future__ import annotations

import os
import sys
from ipaddress import ip_address
from typing import Any

from streamlit.web.cli import main

OUTSIDE = "reached for another machine:"


def is_here(host: object) -> bool:
    """Whether a name or an address is of this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in {None, "", "localhost"}:
        return True
    try:
        return ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Python tells this of every connection and every look-up before it is made."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto"} and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if not is_here(host):
        os.write(2, f"{OUTSIDE} {host}\n".encode())
        raise ConnectionRefusedError(f"{OUTSIDE} {host}")


if __name__ == "__main__":
    sys.addaudithook(watch)
    main(prog_name="streamlit")
