"""Persiapan rapat: what the host does before, during and after the meeting."""

from __future__ import annotations


def render() -> None:
    return
