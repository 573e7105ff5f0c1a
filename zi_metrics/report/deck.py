"""The deck of the quarterly review: what each screen says, in the order of a meeting.

Cover, the whole, its course, the six areas, monev, SPIP, what changed, what is late,
the readiness, decisions.
"""

from __future__ import annotations

from zi_metrics.charts.completeness import completeness_trend, evidence_by_area
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as text
from zi_metrics.labels.numbers import long_date, short_digest
from zi_metrics.metrics.projection import Estimate
from zi_metrics.report.decisions import decisions_slide
from zi_metrics.report.deck_areas import area_slide, evidence_bars, gap_lines
from zi_metrics.report.deck_follow import (
    changes_slide,
    monev_slide,
    overdue_slide,
    spip_slide,
)
from zi_metrics.report.deck_readiness import readiness_slides
from zi_metrics.report.deck_texts import headlines
from zi_metrics.report.deck_visitors import overdue_by_area_slide
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.slides import Column, Course, Cover, Deck, Slide


def deck(meeting: Meeting) -> Deck:
    """All screens of a meeting."""
    overdue = overdue_by_area_slide if meeting.snapshot.is_withheld else overdue_slide
    return Deck(
        cover=_cover(meeting),
        slides=(
            _whole(meeting),
            _course(meeting),
            *(area_slide(meeting, area) for area in meeting.areas),
            monev_slide(meeting),
            spip_slide(meeting),
            changes_slide(meeting),
            overdue(meeting),
            *readiness_slides(meeting),
            decisions_slide(meeting),
        ),
        stamp=meeting.stamp,
        badge=meeting.badge,
    )


def _cover(meeting: Meeting) -> Cover:
    settings, provenance = meeting.snapshot.settings, meeting.snapshot.provenance
    before_on = meeting.before_on
    facts = [
        (text.PERIOD, str(meeting.items.year)),
        (text.MEETING_DAY, settings.meeting_on and long_date(settings.meeting_on)),
        (text.AS_OF, long_date(meeting.items.as_of)),
        (text.SINCE, before_on and text.since(before_on, meeting.last_meeting)),
        (text.READ, text.read_at(provenance.read_at)),
        (text.SOURCE, meeting.source),
        (text.DIGEST, short_digest(provenance.digest)),
    ]
    return Cover(
        key="sampul",
        title=text.TITLE,
        unit=meeting.unit,
        facts=tuple((name, value) for name, value in facts if value),
        is_sample=provenance.is_sample,
    )


def _whole(meeting: Meeting) -> Slide:
    before, now = meeting.before_total, meeting.total
    then = before.completeness.weighted.share if before else None
    return Slide(
        key="keseluruhan",
        title=text.WHOLE,
        sentence=text.whole(
            meeting.items.as_of,
            now.completeness.weighted.share,
            then,
            meeting.before_on,
        ),
        headlines=headlines(now, meeting.items, before),
        columns=(
            Column(
                (
                    evidence_bars(
                        evidence_by_area(meeting.items, meeting.by_area, meeting.areas), text.AREAS
                    ),
                ),
                3,
            ),
            Column((gap_lines(meeting.items.indicators, 3),), 2),
        ),
    )


def _course(meeting: Meeting) -> Slide:
    settings, estimate = meeting.snapshot.settings, meeting.estimate
    picture: Picture = completeness_trend(meeting.course, settings)
    course = Course(
        title=label.WEIGHTED,
        points=picture.numbers[0],
        target=settings.completeness_target,
        target_on=settings.target_on,
        estimate=estimate if isinstance(estimate, Estimate) else None,
        sentence=picture.sentence,
    )
    return Slide("perkembangan", text.COURSE, picture.sentence, columns=(Column((course,)),))
