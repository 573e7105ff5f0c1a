"""Settings: what the program is told (environment) and what a unit says about itself (Pengaturan).

Both are plain arguments everywhere below; only the frame and the command line read the environment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = PROJECT_ROOT / "data"

SOURCE_VARIABLE = "ZI_SUMBER"
SNAPSHOT_DIR_VARIABLE = "ZI_FOLDER_POTRET"
DEFAULT_SOURCE = "contoh"
DEFAULT_SNAPSHOT_DIR = DATA_DIR / "potret"


@dataclass(frozen=True)
class AppSettings:
    """Where the program reads and keeps its data.

    source: `contoh`, `situs`, `potret` or a folder; None when nobody configured one, so that the
    viewer may choose among what ships. snapshot_dir: the store of snapshots, source `potret`.
    """

    source: str | None = None
    snapshot_dir: Path = DEFAULT_SNAPSHOT_DIR

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> AppSettings:
        """The settings the environment names; an empty variable counts as not set."""
        folder = environment.get(SNAPSHOT_DIR_VARIABLE, "").strip()
        return cls(
            source=environment.get(SOURCE_VARIABLE, "").strip() or None,
            snapshot_dir=Path(folder).expanduser() if folder else cls.snapshot_dir,
        )


@dataclass(frozen=True)
class UnitSettings:
    """What the unit says about itself in the tab Pengaturan; missing entries keep these defaults.

    spip_due_days: days after a quarter's end by which its report is due. completeness_target: the
    share (0..1) aimed at by target_on. hidden_names: names of people, as they occur in titles.
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
