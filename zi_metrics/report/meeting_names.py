"""What a meeting is told with the names of people hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from zi_metrics.metrics.changes import Changes
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.results_entered import Entered
from zi_metrics.metrics.summary import Items
from zi_metrics.names import Names, names_of
from zi_metrics.tables.snapshot import Snapshot


def hidden_items(items: Items, names: Names) -> Items:
    """Items with names hidden in every table."""
    return replace(
        items,
        indicators=names.in_rows(items.indicators),
        evidence=names.in_rows(items.evidence),
        follow_ups=names.in_rows(items.follow_ups),
        spip=names.in_rows(items.spip),
    )


def hidden_readiness(found: Readiness, names: Names) -> Readiness:
    """A readiness with names hidden in its indicators and in who found a value of Hasil."""

    def hidden(entered: Entered) -> Entered:
        assessor, origin = names.hide(entered.assessor), names.hide(entered.origin)
        return replace(entered, assessor=assessor, origin=origin)

    return replace(
        found,
        items=names.in_rows(found.items),
        entered={key: hidden(each) for key, each in found.entered.items()},
    )


def hidden_changes(found: Changes, names: Names) -> Changes:
    """Changes with names hidden wherever items are told."""
    items = names.in_rows(found.items)
    reconciled = {
        measure: replace(each, items=items) for measure, each in found.reconciliations.items()
    }
    return replace(found, items=items, reconciliations=reconciled)


def names_in(*snapshots: Snapshot | None) -> Names:
    """Whom to hide in a meeting of these snapshots, no two PICs shown alike."""
    told = [each for each in snapshots if each is not None]
    listed = [name for each in told for name in each.settings.hidden_names]
    pics = [pic for each in told for rows in _with_pics(each) for pic in rows["pic"].dropna()]
    catalogue = told[0].catalogue
    official = [area.name for area in catalogue.areas] + list(
        catalogue.indicators["sub_area"].unique()
    )
    # as they come in the tables, current ones first: the order says nothing of a name
    return names_of(listed, pics, official).apart(pics)


def _with_pics(snapshot: Snapshot) -> Iterable[pd.DataFrame]:
    return (snapshot.indicators, snapshot.evidence, snapshot.recommendations)
