"""The program's settings; here, and nowhere below, environment and secrets are read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import streamlit as st

from zi_metrics.settings import AppSettings, read_secrets

SECRETS_SECONDS = 10


def app_settings() -> AppSettings:
    """What environment and secrets say now. Raises SettingsUnreadable."""
    return _of(tuple(os.environ.items()), _Same(_secrets()))


class _Same:
    """Secrets as they were read: others than those read at another time, whatever they hold."""

    def __init__(self, secrets: Mapping[str, Any]) -> None:
        self.secrets = secrets

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.secrets is other.secrets

    def __hash__(self) -> int:
        return id(self.secrets)


@lru_cache(maxsize=4)
def _of(environment: tuple[tuple[str, str], ...], read: _Same) -> AppSettings:
    """A page asks for its settings at every door to data; they are made out once."""
    return AppSettings.from_environment(dict(environment), read.secrets)


@st.cache_resource(ttl=SECRETS_SECONDS, show_spinner=False)
def _secrets() -> Mapping[str, Any]:
    return read_secrets()
