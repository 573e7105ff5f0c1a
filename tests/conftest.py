"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no fault of the code.
settings.register_profile("zi", deadline=None)
settings.load_profile("zi")
