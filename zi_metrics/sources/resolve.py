"""From the name of a source to its snapshots: one way for the screen and the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from zi_metrics.errors import (
    ReaderError,
    SheetNotReadYet,
    SnapshotNotFound,
    SourceUnknown,
    StoreUnavailable,
)
from zi_metrics.labels import messages, sheet_messages
from zi_metrics.periods import JAKARTA
from zi_metrics.settings import SHEET_SOURCE, AppSettings
from zi_metrics.sources.contoh import sample_store
from zi_metrics.sources.disk import folder_at
from zi_metrics.sources.folder import read_folder
from zi_metrics.sources.follow import live_sheet
from zi_metrics.sources.live import LiveSheet
from zi_metrics.sources.live_state import LiveState
from zi_metrics.sources.manifest import MANIFEST, Manifest, read_manifest
from zi_metrics.sources.shelf import Folder
from zi_metrics.sources.situs import TAKEN_OVER_ON, read_situs
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.sources.versions import ALL, fingerprint, version_of_file, versions
from zi_metrics.store_uri import StoreRoot, shown
from zi_metrics.tables.snapshot import SAMPLE_SOURCE, SITUS_SOURCE, Snapshot, dated

STORE_SOURCE = "potret"
SHIPPED_SOURCES = (SAMPLE_SOURCE, SITUS_SOURCE)
NAMED_SOURCES = (*SHIPPED_SOURCES, STORE_SOURCE, SHEET_SOURCE)
WORKBOOK_SUFFIX = ".xlsx"
NOTHING_KNOWN = LiveState()


@dataclass(frozen=True)
class Frozen:
    """A snapshot that is shown for itself, whatever is read since.

    read_at: when the source was last found to hold it; origin: its source as its manifest names it.
    """

    identifier: str
    as_of: date
    read_at: datetime
    origin: str


@dataclass(frozen=True)
class Source:
    """A source and the dates it can be read for.

    name: as it was asked for; dates: as-of dates of its snapshots, oldest first (never empty);
    version: of a date, changes when what is read for it or for an earlier one does; read: the
    newest undamaged snapshot of that date or earlier; live: the sheet behind it, if there is one;
    state: what was known of that sheet when the source was opened, and what it is read from;
    frozen: the one snapshot that its newest date stands for, of a source that does not move;
    trouble: why other dates may be missing or out of date.
    """

    name: str
    dates: Sequence[date]
    version: Callable[[date], str] = field(repr=False)
    read: Callable[[date], Snapshot] = field(repr=False)
    live: LiveSheet | None = None
    state: LiveState = field(default=NOTHING_KNOWN, repr=False)
    frozen: Frozen | None = None
    trouble: ReaderError | None = None

    def newest(self, not_after: date | None = None) -> Snapshot:
        """The newest snapshot up to a date; the oldest one when all are later."""
        return self.read(max(not_after or self.dates[-1], self.dates[0]))


def utc_now() -> datetime:
    """Now; the one clock of the program, handed on from here."""
    return datetime.now(UTC)


def open_source(
    name: str,
    settings: AppSettings = AppSettings(),  # noqa: B008  it never changes
    clock: Callable[[], datetime] = utc_now,
) -> Source:
    """The source `contoh`, `situs`, `potret` or `sheet`, an .xlsx file, or a folder of snapshots.

    Raises SourceUnknown when the name is none of these, SnapshotNotFound when there is nothing in
    it, SheetNotConfigured for a sheet that the settings do not name.
    """
    if name == SITUS_SOURCE:
        return Source(name, (TAKEN_OVER_ON,), lambda _: SITUS_SOURCE, lambda _: read_situs())
    if name == SAMPLE_SOURCE:
        return _of_store(name, sample_store())
    if name == STORE_SOURCE:
        return _of_store(name, SnapshotStore(settings.snapshot_dir))
    if name == SHEET_SOURCE:
        return _of_sheet(settings, clock)
    return _of_path(name, clock)


def _of_path(name: str, clock: Callable[[], datetime]) -> Source:
    unknown = SourceUnknown(**messages.source_unknown(shown(name), NAMED_SOURCES))
    if not name.strip():
        raise unknown
    try:
        path = Path(name).expanduser()
        if path.suffix.casefold() == WORKBOOK_SUFFIX:
            return _of_workbook(name, path, clock)
        if (path / MANIFEST).is_file():
            return _of_folder(name, folder_at(path))
        is_store = path.is_dir()
    except (OSError, RuntimeError, ValueError) as cause:  # no name of a path at all
        raise unknown from cause
    if is_store:
        return _of_store(name, SnapshotStore(path))
    raise unknown


def _of_folder(name: str, folder: Folder) -> Source:
    dates = (read_manifest(folder).as_of,)
    seen = fingerprint(folder)
    return Source(name, dates, lambda _: seen, lambda _: read_folder(folder, salvage=True))


def _of_store(name: str, store: SnapshotStore) -> Source:
    here, trouble = store.at_hand()
    dates = dates_in(here)
    if not dates:
        raise trouble or SnapshotNotFound(**messages.no_snapshot(str(store.root), None))
    return Source(name, dates, versions(here, ALL), here.newest, trouble=trouble)


def dates_in(store: SnapshotStore) -> tuple[date, ...]:
    """As-of dates of the snapshots in a store, oldest first."""
    return tuple(sorted({manifest.as_of for manifest in store.list()}))


def _of_workbook(name: str, path: Path, clock: Callable[[], datetime]) -> Source:
    # imported here: openpyxl is slow to import, and most sources do without it
    from zi_metrics.sources.reading import snapshot_of
    from zi_metrics.sources.xlsx import read_xlsx

    def read(_: date) -> Snapshot:
        return snapshot_of(read_xlsx(path), path.name, clock())

    seen = version_of_file(path)
    today = _today(clock)
    return Source(name, (today,), lambda _: f"{today}/{seen}", read)


def _of_sheet(settings: AppSettings, clock: Callable[[], datetime]) -> Source:
    """What the sheet holds today, and the snapshots that earlier days left."""
    live = live_sheet(settings)
    state = live.state  # one state for version and content
    past = _past_of_sheet(settings.snapshot_dir, live.identifier)
    today = _today(clock)
    of_today = f"{live.token}/{today}/{state.version}/{past.version(today - timedelta(days=1))}"

    def read(day: date) -> Snapshot:
        if day < today:
            return without_links(past.read(day))
        if state.snapshot is None:
            raise state.fault or SheetNotReadYet(**sheet_messages.never_read())
        return dated(state.snapshot, today)

    def version(day: date) -> str:
        return of_today if day >= today else past.version(day)

    days = [day for day in past.dates if day < today]
    dates, trouble = (*days, today), past.trouble
    return Source(SHEET_SOURCE, dates, version, read, live, state, trouble=trouble)


def _past_of_sheet(root: StoreRoot, unit_id: str) -> Source:
    """What earlier days left; of a place that does not answer nothing, and why."""
    try:
        earlier, trouble = earlier_of_sheet(root, unit_id).at_hand()
        version = versions(earlier, MANIFEST)
        return Source(STORE_SOURCE, dates_in(earlier), version, earlier.newest, trouble=trouble)
    except StoreUnavailable as fault:
        unavailable = fault

    def read(_: date) -> Snapshot:
        raise unavailable

    return Source(STORE_SOURCE, (), lambda _: "", read, trouble=unavailable)


def without_links(snapshot: Snapshot) -> Snapshot:
    """Rows have moved since: a link to the cell of that day would open another row's today."""
    book = replace(snapshot.provenance.book, url=None)
    return replace(snapshot, provenance=replace(snapshot.provenance, book=book))


def earlier_of_sheet(root: StoreRoot, unit_id: str) -> SnapshotStore:
    """The snapshots of a sheet, and before its first one those of the sheets of earlier years.

    On the same days another sheet's, one that somebody tried out, say, is none of ours.
    """
    known, _ = SnapshotStore(root, only=lambda each: each.unit_id == unit_id).at_hand()
    ours = known.list()
    first = ours[0].as_of if ours else date.max

    def is_past(each: Manifest) -> bool:
        return each.source == SHEET_SOURCE and (each.unit_id == unit_id or each.as_of < first)

    return SnapshotStore(root, only=is_past)


def _today(clock: Callable[[], datetime]) -> date:
    return clock().astimezone(JAKARTA).date()
