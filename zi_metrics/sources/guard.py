"""What a reading has lost since the one before: too much to be taken over without a word."""

from __future__ import annotations

from collections.abc import Iterator

from zi_metrics.labels import live as text
from zi_metrics.tables.book import SETTINGS_TABLE, Book, TabRead
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS, TABLES
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import TableSpec

_WITH_AREAS = (EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS)


def losses(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """A sentence for every tab emptied or a third shorter, and every area that vanished.

    Rows that only moved to another tab of the same table are no loss; the areas of a table without
    any row are not listed one by one.
    """
    return (*_tabs(before, after), *_areas(before, after))


def _tabs(before: Snapshot, after: Snapshot) -> Iterator[str]:
    old, new = before.provenance.book, after.provenance.book
    for name in (*(spec.name for spec in TABLES), SETTINGS_TABLE):
        total = sum(tab.row_count for tab in new.tabs if tab.table == name)
        earlier = [tab for tab in old.tabs if tab.table == name]
        has_shrunk = total < sum(tab.row_count for tab in earlier)
        for tab in earlier:
            if not has_shrunk and not _is_passed_over(tab, new):
                continue
            left = _rows_left(tab, old, new)
            lost = tab.row_count - left
            if lost > 0 and lost * 3 >= tab.row_count:
                yield text.tab_shrunk(tab.title, tab.row_count, left)


def _is_passed_over(tab: TabRead, new: Book) -> bool:
    """Whether a tab is still there, but another one is read in its place."""
    return any(
        each.table is None and (each.gid, each.title) == (tab.gid, tab.title) for each in new.tabs
    )


def _rows_left(tab: TabRead, old: Book, new: Book) -> int:
    """Rows of the same tab in the newer book; none when it is gone or read as something else.

    A tab of the same name that was not there before is its copy, put in its place.
    """
    alike = [each for each in new.tabs if each.table == tab.table]
    known = {each.gid for each in old.tabs}
    same = [each for each in alike if each.gid == tab.gid is not None]
    same += [
        each
        for each in alike
        if each.title == tab.title and (each.gid is None or each.gid not in known)
    ]
    return same[0].row_count if same else 0


def _areas(before: Snapshot, after: Snapshot) -> Iterator[str]:
    for spec in _WITH_AREAS:
        earlier, now = _rows_by_area(before, spec), _rows_by_area(after, spec)
        if after.table(spec).empty:
            continue  # said of the tab
        for area in before.catalogue.areas:
            if earlier.get(area.number) and not now.get(area.number):
                yield text.area_gone(area.name, spec.tab, earlier[area.number])


def _rows_by_area(snapshot: Snapshot, spec: TableSpec) -> dict[int, int]:
    counted = snapshot.table(spec)["area_no"].value_counts()
    return dict(zip(counted.index.tolist(), counted.tolist(), strict=True))
