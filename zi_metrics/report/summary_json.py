"""The summary of a snapshot as JSON: the same figures as the screens, for other programs."""

from __future__ import annotations

from datetime import date
from typing import Any

from zi_metrics.lke import Aspect, Catalogue
from zi_metrics.metrics.readiness import readiness
from zi_metrics.metrics.spip import quarter_keys
from zi_metrics.metrics.summary import Figures, Items, figures, items_of
from zi_metrics.report.readiness_json import readiness_json
from zi_metrics.tables.snapshot import Snapshot


def summary_json(snapshot: Snapshot, as_of: date | None = None) -> dict[str, Any]:
    """Source, as-of date, digest and the figures of Pemenuhan; those of Reform under `reform`.

    Counts are whole numbers; shares are 0..1, or None where there is nothing to count. What is
    said of the worksheet stands under `kesiapan`.
    """
    items = items_of(snapshot, as_of)
    return {
        "sumber": snapshot.provenance.source,
        "per": items.as_of.isoformat(),
        "digest": snapshot.provenance.digest,
        **_aspect(items.of_aspect(Aspect.FULFILMENT), snapshot.catalogue),
        "reform": _aspect(items.of_aspect(Aspect.REFORM), snapshot.catalogue),
        "kesiapan": readiness_json(readiness(snapshot)),
    }


def _aspect(items: Items, catalogue: Catalogue) -> dict[str, Any]:
    areas = []
    for area in catalogue.areas:
        of_area = items.of_area(area.number)
        entry = _group(figures(of_area))
        entry["spip"]["triwulan"] = dict(
            zip(quarter_keys(of_area.spip), of_area.spip["state"], strict=True)
        )
        areas.append({"no": area.number, "nama": area.name, **entry})
    return {"total": _group(figures(items)), "area": areas}


def _group(group: Figures) -> dict[str, Any]:
    complete, follow_up, spip = group.completeness, group.follow_up, group.spip
    return {
        "indikator": {state.replace(" ", "_"): count for state, count in complete.states.items()},
        "data_dukung": {
            "wajib": complete.required_count,
            "lengkap": complete.complete_count,
            "terverifikasi": complete.verified_count,
            "tidak_dikenali": complete.unrecognised_count,
        },
        "kelengkapan": complete.evidence.share,
        "verifikasi": complete.verification.share,
        "kelengkapan_berbobot": complete.weighted.share,
        "indikator_lengkap": complete.indicators.share,
        "tindak_lanjut": {
            "wajib": follow_up.required_count,
            "selesai": follow_up.done_count,
            "terlambat": follow_up.overdue_count,
            "share": follow_up.ratio.share,
        },
        "spip": {
            "jatuh_tempo": spip.due_count,
            "masuk": spip.submitted_count,
            "tepat_waktu": spip.on_time_count,
        },
    }
