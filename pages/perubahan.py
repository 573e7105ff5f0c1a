"""Perubahan: what became different between two snapshots, item by item."""

from __future__ import annotations


def render() -> None:
    return
