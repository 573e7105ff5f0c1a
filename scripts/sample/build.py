"""The five snapshots as a whole, and their way into a store."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, time

from scripts.sample.answers import indicators
from scripts.sample.entry import entry
from scripts.sample.evidence import evidence
from scripts.sample.monev import recommendations
from scripts.sample.results import results
from scripts.sample.spip import spip_reports
from scripts.sample.story import AS_OF_DATES, unit_settings
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.snapshot import SAMPLE_SOURCE, Reading, Snapshot, assemble

_READ_AT = time(10, tzinfo=UTC)


def snapshot(as_of: date) -> Snapshot:
    """The sample as it stood at the end of a day."""
    documents = evidence(as_of)
    return assemble(
        {
            "indicators": indicators(as_of, documents),
            "evidence": documents,
            "recommendations": recommendations(as_of),
            "spip_reports": spip_reports(as_of),
            "results": results(as_of),
        },
        unit_settings(as_of) | entry(as_of),
        Reading(
            source=SAMPLE_SOURCE,
            as_of=as_of,
            read_at=datetime.combine(as_of, _READ_AT),
            unit_id=SAMPLE_SOURCE,
        ),
    )


def build(store: SnapshotStore) -> list[str]:
    """Replace the sample in a store, and return the identifiers; other sources' snapshots stay."""
    made = [snapshot(as_of) for as_of in AS_OF_DATES]
    for manifest in store.list():
        if manifest.source == SAMPLE_SOURCE:
            shutil.rmtree(store.root / manifest.identifier)
    return [store.write(each) for each in made]
