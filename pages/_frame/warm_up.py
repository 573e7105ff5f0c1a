"""What is worth loading before the first visitor comes."""

from __future__ import annotations

from importlib import import_module

from pages import ENTRIES


def import_pages() -> None:
    """Import every page, and with them pandas, Plotly and pyarrow."""
    for module in {entry.module for entry in ENTRIES}:
        import_module(module)
