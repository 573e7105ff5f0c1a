"""Chromium for the tests of the benchmark."""

from __future__ import annotations

from tests.browser.conftest import chromium

__all__ = ["chromium"]
