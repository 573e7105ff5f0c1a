"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

from tests.sheets_server.fixtures import only_loopback, sheets_server

__all__ = ["only_loopback", "sheets_server"]

# A busy machine is no fault of the code.
settings.register_profile("zi", deadline=None)
settings.load_profile("zi")
