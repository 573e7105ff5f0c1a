"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

from tests.object_store.fixtures import bucket, gate, s3_server
from tests.sheets_server.fixtures import only_loopback, sheets_server

__all__ = ["bucket", "gate", "only_loopback", "s3_server", "sheets_server"]

# A busy machine is no fault of the code.
settings.register_profile("zi", deadline=None)
settings.load_profile("zi")
