"""The texts of the percentages, each under its own name."""

from __future__ import annotations

from dataclasses import astuple

from tests.report.meetings import shipped
from zi_metrics.labels.changes import MEASURES
from zi_metrics.labels.numbers import percent
from zi_metrics.metrics.measures import HEADLINES, Measure
from zi_metrics.report.deck_texts import headlines
from zi_metrics.report.figure_texts import figure_texts


def test_every_measure_has_its_text_and_no_text_is_told_twice() -> None:
    meeting = shipped("contoh")
    texts = figure_texts(meeting.total, meeting.items)
    assert [texts.of(measure) for measure in Measure] == list(astuple(texts))


def test_text_of_a_measure_ends_in_its_percentage() -> None:
    meeting = shipped("contoh")
    texts = figure_texts(meeting.total, meeting.items)
    shares = [meeting.total.ratio(measure).share for measure in Measure]
    assert len(set(shares)) == len(Measure)
    for measure, share in zip(Measure, shares, strict=True):
        assert texts.of(measure).endswith(f" {percent(share)}")


def test_headlines_of_a_slide_have_the_names_and_shares_of_their_measures() -> None:
    meeting = shipped("contoh")
    shown = headlines(meeting.total, meeting.items, None)
    assert [(one.name, one.value) for one in shown] == [
        (MEASURES[measure], percent(meeting.total.ratio(measure).share)) for measure in HEADLINES
    ]
