"""What one key of the tab Pengaturan is declared as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from zi_metrics.settings import UnitSettings

ENTRY = "entry"


@dataclass(frozen=True)
class SettingSpec:
    """One key of the tab: canonical name, key in the sheet, what it holds, how it is read.

    read raises ValueError for what it does not take. aliases: other keys people write. choices:
    all that it takes, where that is a short list.
    """

    name: str
    key: str
    expected: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def is_entry(self) -> bool:
        """Whether it says what the unit has of what a proposal asks for."""
        return self.name.startswith(f"{ENTRY}.")

    def value_of(self, settings: UnitSettings) -> Any:
        """What the settings hold of it; None where that is nothing."""
        field, _, key = self.name.partition(".")
        value = getattr(settings, field)
        return value.get(key) if key else value
