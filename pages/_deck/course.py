"""The course of a share over time: lines as a picture, its words as text above it.

Text inside a picture would have another typeface and another size than the slide.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import date

from pages._frame.markup import Markup, tag
from zi_metrics.charts.palette import INK, Mode
from zi_metrics.labels import deck as text
from zi_metrics.labels import projection
from zi_metrics.labels.numbers import percent, short_date
from zi_metrics.report.slides import Course

WIDTH, HEIGHT = 1000, 400
LEAST_APART = 0.085
"""Labels closer than this part of the width would cover each other."""
GRID = (0.0, 0.25, 0.5, 0.75, 1.0)


def course(drawn: Course, mode: Mode) -> Markup:
    """The course with its labels; nothing but the words where no share is known."""
    if not drawn.known:
        return tag("p", drawn.sentence, class_="zi-deck-empty")
    across = _Across(drawn)
    source = b64encode(_picture(drawn, across, mode).encode()).decode()
    image = tag(
        "img",
        src=f"data:image/svg+xml;base64,{source}",
        alt=drawn.sentence,
        class_="zi-deck-picture",
    )
    labels = tag("div", *_labels(drawn, across), aria_hidden="true")
    margin = "zi-deck-plot zi-deck-plot-wide" if drawn.estimate else "zi-deck-plot"
    return tag("div", tag("div", image, labels, class_=margin), class_="zi-deck-course")


class _Across:
    """Where dates stand: 0 is the first known one, 1 the last drawn; one alone stands amid both."""

    def __init__(self, drawn: Course) -> None:
        self.known = drawn.known
        self.last, self.last_share = self.known[-1]
        self.first, self.end = drawn.first, drawn.last
        self._days = (self.end - self.first).days

    def __call__(self, day: date) -> float:
        return (day - self.first).days / self._days if self._days else 0.5

    def apart(self) -> list[date]:
        """The newest date and those before it whose labels have room."""
        kept = [self.last]
        for day, _ in reversed(self.known[:-1]):
            if self(kept[-1]) - self(day) >= LEAST_APART:
                kept.append(day)
        return kept[::-1]


def _picture(drawn: Course, across: _Across, mode: Mode) -> str:
    ink = INK[mode]
    parts = [
        *(_line([(0, share), (1, share)], ink.faint, 1.5) for share in GRID),
        *_wedge(drawn, across, ink.accent),
        *_target(drawn, ink.text),
        _line([(across(day), share) for day, share in across.known], ink.accent, 5),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'preserveAspectRatio="none">{"".join(parts)}</svg>'
    )


def _target(drawn: Course, colour: str) -> Iterator[str]:
    if drawn.target is not None:
        yield _line([(0, drawn.target), (1, drawn.target)], colour, 2, 'stroke-dasharray="10 7"')


def _wedge(drawn: Course, across: _Across, colour: str) -> Iterator[str]:
    """The estimate: from the newest share to its two ends, hatched, for it is no measurement."""
    estimate = drawn.estimate
    if estimate is None:
        return
    start, end = (across(across.last), across.last_share), across(estimate.on)
    yield (
        '<pattern id="arsir" width="10" height="10" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V10" stroke="{colour}" stroke-width="3"/>'
        "</pattern>"
    )
    corners = _path([start, (end, estimate.high), (end, estimate.low)])
    yield f'<path d="{corners}Z" fill="url(#arsir)" stroke="none"/>'
    for share in (estimate.high, estimate.low):
        yield _line([start, (end, share)], colour, 2, 'stroke-dasharray="3 5"')


def _line(places: Sequence[tuple[float, float]], colour: str, width: float, more: str = "") -> str:
    """A line that keeps its width however the picture is stretched."""
    return (
        f'<path d="{_path(places)}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-linejoin="round" vector-effect="non-scaling-stroke" {more}/>'
    )


def _path(places: Sequence[tuple[float, float]]) -> str:
    points = (f"{x * WIDTH:.1f} {(1 - share) * HEIGHT:.1f}" for x, share in places)
    return "M" + "L".join(points)


def _labels(drawn: Course, across: _Across) -> Iterator[Markup]:
    for share in GRID:
        yield _at(0, share, percent(share), "zi-deck-scale")
    for day, share in across.known:
        yield _at(across(day), share, "", "zi-deck-point")
    shares = dict(across.known)
    for day in across.apart():
        yield _at(across(day), shares[day], percent(shares[day]), "zi-deck-value")
        yield _day(across, day)
    if across.end != across.last and 1 - across(across.last) >= LEAST_APART:
        yield _day(across, across.end)
    if drawn.target is not None:
        yield _target_label(drawn.target, across)
    if drawn.estimate is not None:
        low, high = drawn.estimate.low, drawn.estimate.high
        words = projection.mark(low, high)
        yield _at(across(drawn.estimate.on), (low + high) / 2, words, "zi-deck-estimate")


def _target_label(target: float, across: _Across) -> Markup:
    """Above the dashed line at its left end; below it where a point stands close above."""
    first = across.known[0][1]
    is_free = not target - 0.02 <= first <= target + 0.2
    place = "zi-deck-target" if is_free else "zi-deck-target zi-deck-below"
    return _at(0, target, text.target(target), place)


def _day(across: _Across, day: date) -> Markup:
    """A date below the picture, its year on a line of its own."""
    short, year = short_date(day).rsplit(" ", 1)
    return _at(across(day), 0, tag("span", tag("span", short), tag("span", year)), "zi-deck-day")


def _at(x: float, share: float, words: object, class_: str) -> Markup:
    style = f"left:{x * 100:.2f}%;top:{(1 - share) * 100:.2f}%"
    return tag("span", words, class_=class_, style=style)
