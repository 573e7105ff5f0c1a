"""The summary of a snapshot as plain text, as the command line prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from zi_metrics.labels import figures as label
from zi_metrics.labels import readiness_files as text
from zi_metrics.labels import sentences
from zi_metrics.labels.lke import WHO_DECIDES, filled
from zi_metrics.labels.numbers import exact_percent, exact_points, long_date, short_digest
from zi_metrics.labels.readiness import RESULTS
from zi_metrics.labels.readiness_meeting import POSITION
from zi_metrics.labels.sources import SAMPLE_BADGE, source_name
from zi_metrics.lke import Area, Aspect
from zi_metrics.lke.worksheet import Score, Worksheet
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.metrics.spip import areas_left_out
from zi_metrics.metrics.summary import Items, figures, items_of
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.position_texts import not_told, of_weight, position_short
from zi_metrics.tables.snapshot import Snapshot


def summary_text(snapshot: Snapshot, as_of: date | None = None) -> str:
    """Source and date, the unit's figures of Pemenuhan, one line per area, then the worksheet."""
    items = items_of(snapshot, as_of).of_aspect(Aspect.FULFILMENT)
    areas = snapshot.catalogue.areas
    lines = [
        *heading(snapshot, items.as_of),
        "",
        *_figures(items, areas),
        "",
        *(_area(area, items.of_area(area.number)) for area in areas),
        *_placeless(items.of_area(None)),
        "",
        *_readiness(readiness(snapshot)),
    ]
    return "\n".join(lines) + "\n"


def heading(snapshot: Snapshot, as_of: date) -> Iterator[str]:
    """Unit, date, source and digest; of the sample first that it is one."""
    provenance = snapshot.provenance
    if provenance.is_sample:
        yield SAMPLE_BADGE.upper()
    yield f"Zona Integritas – {snapshot.settings.unit or source_name(provenance.source)}"
    digest = short_digest(provenance.digest)
    yield f"Per {long_date(as_of)} · sumber {provenance.source} · sidik {digest}"


def _figures(items: Items, areas: Sequence[Area]) -> Iterator[str]:
    texts = figure_texts(figures(items), items)
    yield f"{label.WEIGHTED} (poin LKE): {texts.weighted}"
    yield f"{label.INDICATORS_COMPLETE}: {texts.indicators}"
    yield f"{label.EVIDENCE_COMPLETE}: {texts.evidence}"
    yield f"{label.VERIFICATION}: {texts.verification}"
    yield f"{label.FOLLOW_UP}: {texts.follow_up}"
    yield f"{label.SPIP_SUBMITTED}: {texts.spip_submitted}"
    yield f"{label.SPIP_ON_TIME}: {texts.spip_on_time}"
    missing = areas_left_out(items.spip)
    if len(items.spip) and missing:
        names = [area.short_name for area in areas if area.number in missing]
        yield sentences.spip_left_out(names, items.year)


def _area(area: Area, items: Items) -> str:
    texts = figure_texts(figures(items), items)
    return (
        f"{area.number}. {area.name}: berbobot {texts.weighted}; indikator lengkap "
        f"{texts.indicators}; tindak lanjut {texts.follow_up}; SPIP {texts.spip_submitted}"
    )


def _placeless(items: Items) -> Iterator[str]:
    """The recommendations that belong to no area, without which the areas do not add up."""
    if len(items.follow_ups):
        texts = figure_texts(figures(items), items)
        yield f"{label.NO_AREA}: tindak lanjut {texts.follow_up}"


def _readiness(told: Readiness) -> Iterator[str]:
    """Nilai LKE: the position, its parts and areas, and how many minima are met."""
    yield f"{POSITION}: {position_short(told)}"
    if not_told(told):
        return
    sheet = told.sheet
    for aspect in Aspect:
        yield text.points_line(aspect, *_points(sheet.score(aspect)))
    parts = len(sheet.parts)
    entered = filled(parts - len(sheet.blank_parts), parts)
    yield text.points_line(RESULTS, of_weight(sheet.hasil, sheet.hasil_weight), entered)
    for area in sheet.catalogue.areas:
        yield _area_points(area, sheet)
    met = (
        text.met(predicate, sum(test.is_met for test in tests), len(tests))
        for predicate, tests in told.tests.items()
    )
    yield text.minima_met([*met])
    if sheet.is_filled:
        yield WHO_DECIDES


def _points(score: Score) -> tuple[str, str]:
    """Points, and how much is answered; what circulated workbooks show where that differs."""
    only = "" if score.points == score.answered_only else exact_points(score.answered_only)
    answered = text.answered(score.answered, score.questions, only)
    return of_weight(score.points, score.weight), answered


def _area_points(area: Area, sheet: Worksheet) -> str:
    whole = sheet.score(area_no=area.number)
    halves = [exact_points(sheet.score(aspect, area.number).points) for aspect in Aspect]
    name = text.area_score(area.number, area.short_name)
    points = of_weight(whole.points, whole.weight)
    return text.area_line(name, points, exact_percent(whole.share), halves)
