"""The summary of a snapshot as plain text, as the command line prints it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zi_metrics.labels import figures as label
from zi_metrics.labels.numbers import long_date, percent
from zi_metrics.labels.sources import SAMPLE_BADGE, source_name
from zi_metrics.lke import Aspect
from zi_metrics.metrics.summary import Figures, figures, figures_by_area, items_of
from zi_metrics.tables.snapshot import Snapshot


def summary_text(snapshot: Snapshot, as_of: date | None = None) -> str:
    """Source and date, the unit's figures of Pemenuhan, then one line per area."""
    items = items_of(snapshot, as_of).of_aspect(Aspect.FULFILMENT)
    lines = [
        *_heading(snapshot, items.as_of),
        "",
        *_figures(figures(items)),
        "",
        *(
            f"{area.number}. {area.name}: {_area(by_area)}"
            for area, by_area in zip(
                snapshot.catalogue.areas, figures_by_area(items).values(), strict=True
            )
        ),
    ]
    return "\n".join(lines) + "\n"


def _heading(snapshot: Snapshot, as_of: date) -> Iterator[str]:
    provenance = snapshot.provenance
    if provenance.is_sample:
        yield SAMPLE_BADGE.upper()
    yield f"Zona Integritas – {snapshot.settings.unit or source_name(provenance.source)}"
    yield f"Per {long_date(as_of)} · sumber {provenance.source} · sidik {provenance.digest[:12]}"


def _figures(group: Figures) -> Iterator[str]:
    complete = group.completeness
    weighted = complete.weighted
    yield f"{label.WEIGHTED}: {percent(weighted.share)} ({label.points(weighted)})"
    yield f"{label.INDICATORS_COMPLETE}: {label.ratio(complete.indicators, label.NO_INDICATORS)}"
    yield f"{label.EVIDENCE_COMPLETE}: {label.ratio(complete.evidence, label.NO_EVIDENCE)}"
    yield f"{label.VERIFICATION}: {label.ratio(complete.verification, label.NO_EVIDENCE)}"
    yield f"{label.FOLLOW_UP}: {label.ratio(group.follow_up.ratio, label.NO_RECOMMENDATIONS)}"
    yield f"{label.SPIP_SUBMITTED}: {label.ratio(group.spip.submitted, label.NO_SPIP)}"


def _area(group: Figures) -> str:
    complete = group.completeness
    indicators = label.ratio(complete.indicators, label.NO_INDICATORS)
    follow_up = label.ratio(group.follow_up.ratio, label.NO_RECOMMENDATIONS)
    spip = label.ratio(group.spip.submitted, label.NO_SPIP)
    return (
        f"{percent(complete.weighted.share)} berbobot; indikator lengkap {indicators}; "
        f"tindak lanjut {follow_up}; SPIP {spip}"
    )
