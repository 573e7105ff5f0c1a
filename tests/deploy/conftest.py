"""Chromium for the tests of what is put up."""

from __future__ import annotations

from tests.browser.conftest import chromium

__all__ = ["chromium"]
