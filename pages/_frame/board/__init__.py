"""The chart board: a component that draws charts by a Plotly of its own, and keeps its place."""

from __future__ import annotations

from pages._frame.board.component import show, told

__all__ = ["show", "told"]
