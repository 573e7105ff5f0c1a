"""Who looks at this page: the role that all data is handed out for."""

from __future__ import annotations

from zi_metrics.access import Role


def current_role() -> Role:
    """The role of the viewer of this run; every door to data asks for it."""
    return Role.INTERNAL
