"""Rapat: the deck of the quarterly review."""

from __future__ import annotations


def render() -> None:
    return
