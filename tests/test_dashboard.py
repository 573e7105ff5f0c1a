"""The front door: what it may know (import-linter sees packages only)."""

from __future__ import annotations

import ast
from pathlib import Path

OF_OURS = ("pages._frame", "zi_metrics.sources", "zi_metrics.settings")


def test_front_door_imports_only_the_frame_sources_and_settings() -> None:
    tree = ast.parse((Path(__file__).parents[1] / "dashboard.py").read_text("utf-8"))
    imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = [name for name in imported if name and name.startswith(("pages", "zi_metrics"))]
    assert ours
    assert [name for name in ours if not name.startswith(OF_OURS)] == []
