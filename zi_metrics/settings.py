"""Settings: what the program is told (environment, secrets) and what a unit says about itself.

Both are plain arguments everywhere below; only the frame and the command line read them.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from zi_metrics.access import AccessRules
from zi_metrics.access_settings import HOURS_VARIABLE as HOURS_VARIABLE
from zi_metrics.access_settings import INTERNAL_VARIABLE as INTERNAL_VARIABLE
from zi_metrics.access_settings import SWITCH_VARIABLE as SWITCH_VARIABLE
from zi_metrics.access_settings import VISITORS_VARIABLE as VISITORS_VARIABLE
from zi_metrics.access_settings import access_rules
from zi_metrics.errors import SettingsUnreadable
from zi_metrics.labels import messages
from zi_metrics.store_uri import StoreRoot, store_root

PROJECT_ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = PROJECT_ROOT / "data"

SOURCE_VARIABLE = "ZI_SUMBER"
SNAPSHOT_DIR_VARIABLE = "ZI_FOLDER_POTRET"
SHEET_URL_VARIABLE = "ZI_SHEET_URL"
INTERVAL_VARIABLE = "ZI_SELANG_BACA"
KEEP_VARIABLE = "ZI_SIMPAN_HARI"
KEY_FILE_VARIABLE = "GOOGLE_APPLICATION_CREDENTIALS"
EMULATOR_VARIABLE = "SHEETS_EMULATOR_HOST"
LOG_VARIABLE = "ZI_LOG"
CHARTS_VARIABLE = "ZI_GRAFIK"
NATIVE_CHARTS = "streamlit"

ALLOWED = {INTERVAL_VARIABLE: (5, 3600), KEEP_VARIABLE: (1, 36_500), HOURS_VARIABLE: (1, 720)}
"""Least and most of each setting that is a whole number."""

DEFAULT_SOURCE = "contoh"
SHEET_SOURCE = "sheet"
DEFAULT_SNAPSHOT_DIR = DATA_DIR / "potret"
SECRETS_FILES = (
    # not Path.home(), which fails where nobody has a home, in a container say
    Path(os.path.expanduser("~")) / ".streamlit" / "secrets.toml",  # noqa: PTH111
    PROJECT_ROOT / ".streamlit" / "secrets.toml",
)
"""Where Streamlit looks for its secrets; the later one counts where both name something."""


@dataclass(frozen=True)
class SheetSettings:
    """Which Google Sheet to follow and how; what holds a secret is never printed.

    key: of the service account, from the secrets. key_file: else the file that holds it. emulator:
    address of another server to ask than Google's. interval_seconds: between two readings.
    """

    address: str
    key: Mapping[str, Any] | None = field(default=None, repr=False, compare=False)
    key_file: Path | None = None
    emulator: str | None = None
    interval_seconds: int = 45


@dataclass(frozen=True)
class AppSettings:
    """Where the program reads and keeps its data.

    source: `contoh`, `situs`, `potret`, `sheet` or a path; None when nobody configured one, so that
    the viewer may choose among what ships. snapshot_dir: the store of snapshots, source `potret`.
    sheet: None without an address. keep_days: how long the daily snapshots of the sheet are kept.
    doubtful: names of settings whose value is no number in range; their default counts. access: who
    may come in, once sign-in is switched on; None while everybody may. native_charts: whether
    charts are drawn by Streamlit's own element, where a browser cannot use the board.
    """

    source: str | None = None
    snapshot_dir: StoreRoot = DEFAULT_SNAPSHOT_DIR
    sheet: SheetSettings | None = None
    keep_days: int = 730
    doubtful: tuple[str, ...] = ()
    access: AccessRules | None = None
    native_charts: bool = False

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str], secrets: Mapping[str, Any] | None = None
    ) -> AppSettings:
        """The settings that environment and secrets name; an empty variable counts as not set.

        The secrets may hold the variables too, outside of any section, as Streamlit has it; the
        environment goes before them. A sheet that is configured is the source unless another one
        is named.
        """
        secrets = secrets or {}
        top = {name: str(value) for name, value in secrets.items() if isinstance(value, str | int)}
        told = _filled(top) | _filled(environment)
        doubtful: list[str] = []
        folder = told.get(SNAPSHOT_DIR_VARIABLE)
        sheet = _sheet(told, secrets, doubtful)
        hours = _whole(told, HOURS_VARIABLE, AccessRules.hours, doubtful)
        is_meant = bool({"sheet", "gcp_service_account"} & secrets.keys())  # or half of it
        return cls(
            source=told.get(SOURCE_VARIABLE) or (SHEET_SOURCE if sheet or is_meant else None),
            snapshot_dir=store_root(folder) if folder else cls.snapshot_dir,
            sheet=sheet,
            keep_days=_whole(told, KEEP_VARIABLE, cls.keep_days, doubtful),
            access=access_rules(told, secrets, hours),
            doubtful=tuple(doubtful),
            native_charts=told.get(CHARTS_VARIABLE, "").lower() == NATIVE_CHARTS,
        )


def _filled(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in variables.items() if value.strip()}


def _sheet(
    told: Mapping[str, str], secrets: Mapping[str, Any], doubtful: list[str]
) -> SheetSettings | None:
    section = secrets.get("sheet")
    url = section.get("url") if isinstance(section, Mapping) else None
    address = told.get(SHEET_URL_VARIABLE) or (url.strip() if isinstance(url, str) else None)
    if not address:
        return None
    key, key_file = secrets.get("gcp_service_account"), told.get(KEY_FILE_VARIABLE)
    default = SheetSettings.interval_seconds
    return SheetSettings(
        address=address,
        key=key if isinstance(key, Mapping) else None,
        key_file=Path(key_file).expanduser() if key_file else None,
        emulator=told.get(EMULATOR_VARIABLE),
        interval_seconds=_whole(told, INTERVAL_VARIABLE, default, doubtful),
    )


def _whole(told: Mapping[str, str], name: str, default: int, doubtful: list[str]) -> int:
    """A whole number of the environment within its limits."""
    written = told.get(name)
    if written is None:
        return default
    least, most = ALLOWED[name]
    if written.isascii() and written.isdigit() and len(written) < 9:
        number = int(written)
        if least <= number <= most:
            return number
    doubtful.append(name)
    return default


def read_secrets(files: Iterable[Path] = SECRETS_FILES) -> dict[str, Any]:
    """What the secrets files hold, for the screen and the command line alike.

    Raises SettingsUnreadable for a file that cannot be read or is no TOML, without its content.
    """
    secrets: dict[str, Any] = {}
    for path in files:
        try:
            secrets |= tomllib.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError, RecursionError):
            # without its cause: that may quote the secrets
            raise SettingsUnreadable(**messages.secrets_unreadable(str(path))) from None
    return secrets


@dataclass(frozen=True)
class UnitSettings:
    """What the unit says about itself in the tab Pengaturan; missing entries keep these defaults.

    spip_due_days: days after a quarter's end by which its report is due. completeness_target: the
    share (0..1) aimed at by target_on. hidden_names: names of people, as they occur in titles.
    entry: what was entered of the requirements for a proposal, by their key; absent: nothing yet.
    """

    unit: str | None = None
    assessed_year: int | None = None
    target_predicate: str = "WBK"
    spip_due_days: int = 10
    meeting_on: date | None = None
    previous_meeting_on: date | None = None
    completeness_target: float | None = None
    target_on: date | None = None
    hidden_names: tuple[str, ...] = ()
    entry: Mapping[str, str] = field(default_factory=dict, hash=False)
