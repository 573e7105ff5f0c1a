"""Data pinned for a meeting: one snapshot, whatever is read or stored since.

A frozen source asks neither the sheet nor a file, so it works when these are out of reach or no
longer configured. Links to cells are left out: rows move while people go on editing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial
from pathlib import Path

from zi_metrics.errors import SnapshotDamaged, SnapshotNotFound
from zi_metrics.labels import freeze as text
from zi_metrics.settings import SHEET_SOURCE, AppSettings
from zi_metrics.sources.disk import folder_at
from zi_metrics.sources.folder import read_folder
from zi_metrics.sources.freshness import freshness
from zi_metrics.sources.manifest import MANIFEST, Manifest, identifier_of, read_manifest
from zi_metrics.sources.places import Place, is_workbook, pinned_before, place_of
from zi_metrics.sources.resolve import (
    Frozen,
    Source,
    dates_in,
    earlier_of_sheet,
    without_links,
)
from zi_metrics.sources.shelf import Folder
from zi_metrics.sources.shelves import is_same
from zi_metrics.sources.situs import TAKEN_OVER_ON, read_situs
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.sources.versions import fingerprint, versions
from zi_metrics.tables.snapshot import SAMPLE_SOURCE, SITUS_SOURCE, Snapshot

Find = Callable[[str], Source]


def freeze(source: Source, snapshot: Snapshot, settings: AppSettings) -> str:
    """Pin what is shown of a source, and return the identifier to ask for it by.

    What a sheet or a workbook holds now is stored; what stands in a store already stays there. Only
    the store of the settings is written to, and never the sample. Raises SnapshotNotStored, and
    SnapshotDamaged for what can only partly be read.
    """
    if _is_of_this_moment(source, snapshot):
        return SnapshotStore(settings.snapshot_dir).write(_last_seen(source, snapshot), pinned=True)
    identifier = identifier_of(snapshot.as_of, snapshot.provenance.digest)
    try:
        frozen_source(identifier, source.name, settings).newest()
    except SnapshotNotFound as cause:
        raise SnapshotDamaged(**text.not_whole(snapshot.as_of)) from cause
    store = _own_store(source.name, settings)
    if store is not None:
        store.pin(identifier)
    return identifier


def frozen_source(identifier: str, name: str | None, settings: AppSettings) -> Source:
    """The source as it was when this snapshot was the newest.

    name: of the configured source, in whose store alone it is looked for; None when there is none:
    then among what ships, and among what was pinned while there was. Raises SnapshotNotFound, and
    SnapshotDamaged; reading its newest date raises the latter too.
    """
    for find in _ways_to_find(name, settings):
        with suppress(SnapshotNotFound):
            return find(identifier)
    known = [pin.identifier for pin in pins(name, settings)]
    raise SnapshotNotFound(**text.not_found(identifier, known))


def pins(name: str | None, settings: AppSettings, unit_id: str | None = None) -> tuple[Frozen, ...]:
    """The pinned snapshots of a source, newest first.

    unit_id: of the sheet that is shown; others that were tried out on the same days are left out.
    """
    if name in {None, SAMPLE_SOURCE, SITUS_SOURCE}:
        return ()
    store = place_of(str(name), settings).store
    if name == SHEET_SOURCE and unit_id is not None:
        store = earlier_of_sheet(settings.snapshot_dir, unit_id)
    return tuple(map(_frozen, store.pins()))


def is_of_same_unit(other: Snapshot, shown: Snapshot, name: str, settings: AppSettings) -> bool:
    """Whether a snapshot may stand beside the one that is shown.

    It is of the same origin and unit; of a sheet, those of earlier years may too, as among `pins`.
    name: of the source that is shown.
    """
    ours, theirs = shown.provenance, other.provenance
    if (theirs.source, theirs.unit_id) == (ours.source, ours.unit_id):
        return True
    if ours.unit_id is None or not ours.source == theirs.source == SHEET_SOURCE:
        return False
    with suppress(SnapshotNotFound):
        known = earlier_of_sheet(place_of(name, settings).store.root, ours.unit_id)
        known.manifest(identifier_of(other.as_of, theirs.digest))
        return True
    return False


def _is_of_this_moment(source: Source, snapshot: Snapshot) -> bool:
    """Whether it was read from where people write, rather than from a store."""
    if source.live is not None:
        return freshness(source, snapshot).is_live
    return source.frozen is None and is_workbook(source.name)


def _last_seen(source: Source, snapshot: Snapshot) -> Snapshot:
    """With the time at which the sheet was last found to hold it, instead of when it first was."""
    read_at = freshness(source, snapshot).read_at
    return replace(snapshot, provenance=replace(snapshot.provenance, read_at=read_at))


def _own_store(name: str, settings: AppSettings) -> SnapshotStore | None:
    """The store of the settings, where that is what the source reads from."""
    if name == SITUS_SOURCE:
        return None
    own = SnapshotStore(settings.snapshot_dir)
    return own if is_same(place_of(name, settings).store.root, own.root) else None


def _ways_to_find(name: str | None, settings: AppSettings) -> Iterator[Find]:
    if name is None:
        yield partial(_in_store, place_of(SAMPLE_SOURCE, settings))
        yield _in_situs
        yield partial(_in_store, pinned_before(settings))
    elif name == SITUS_SOURCE:
        yield _in_situs
    else:
        place = place_of(name, settings)
        yield partial(_in_store, place)
        if isinstance(place.store.root, Path) and (place.store.root / MANIFEST).is_file():
            yield partial(_alone, name, folder_at(place.store.root))


def _in_store(place: Place, identifier: str) -> Source:
    """A snapshot with those of earlier days; what its own day or a later one holds is left out."""
    manifest = place.store.manifest(identifier)
    earlier, trouble = place.led_to(manifest).at_hand()
    version_of_past = versions(earlier, MANIFEST)
    seen = fingerprint(place.store.folder(identifier))
    last = manifest.as_of - timedelta(days=1)

    def read(day: date) -> Snapshot:
        if day <= last:
            return without_links(earlier.newest(day))
        return _as_pinned(place.store.read_as_pinned(identifier), identifier)

    def version(day: date) -> str:
        now = seen if day > last else ""
        return f"{identifier}/{now}/{version_of_past(min(day, last))}"

    past = [day for day in dates_in(earlier) if day <= last]
    dates, frozen = (*past, manifest.as_of), _frozen(manifest)
    return Source(place.name, dates, version, read, frozen=frozen, trouble=trouble)


def _in_situs(identifier: str) -> Source:
    """The list of the site, which never changes while the program runs."""
    if not identifier.startswith(TAKEN_OVER_ON.isoformat()):
        raise SnapshotNotFound(**text.not_found(identifier, ()))
    snapshot = _list_of_the_site()
    _check(snapshot, identifier, SnapshotNotFound(**text.not_found(identifier, ())))
    frozen = Frozen(identifier, TAKEN_OVER_ON, snapshot.provenance.read_at, SITUS_SOURCE)
    return Source(
        SITUS_SOURCE, (TAKEN_OVER_ON,), lambda _: identifier, lambda _: snapshot, frozen=frozen
    )


@lru_cache(maxsize=1)
def _list_of_the_site() -> Snapshot:
    """Read once: its identifier is known only by its content."""
    return read_situs()


def _alone(name: str, folder: Folder, identifier: str) -> Source:
    """A folder that holds one snapshot, whatever its name."""
    manifest = read_manifest(folder)
    if manifest.identifier != identifier:
        raise SnapshotNotFound(**text.not_found(identifier, ()))
    seen = f"{identifier}/{fingerprint(folder)}"
    return Source(
        name,
        (manifest.as_of,),
        lambda _: seen,
        lambda _: _as_pinned(read_folder(folder), identifier),
        frozen=_frozen(manifest),
    )


def _as_pinned(snapshot: Snapshot, identifier: str) -> Snapshot:
    _check(snapshot, identifier, SnapshotDamaged(**text.not_as_pinned(identifier)))
    return without_links(snapshot)


def _check(snapshot: Snapshot, identifier: str, fault: SnapshotDamaged | SnapshotNotFound) -> None:
    """Raises the fault when the content is not what the identifier names."""
    if identifier_of(snapshot.as_of, snapshot.provenance.digest) != identifier:
        raise fault


def _frozen(manifest: Manifest) -> Frozen:
    return Frozen(manifest.identifier, manifest.as_of, manifest.read_at, manifest.source)
