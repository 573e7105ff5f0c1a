"""Findings about the data as texts: one wording for screens, files and the command line."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from zi_metrics.labels import quality as label
from zi_metrics.lke import Catalogue
from zi_metrics.metrics.data_quality import Finding, TabSummary
from zi_metrics.metrics.mending import Effect
from zi_metrics.tables.book import Book
from zi_metrics.tables.tidiness import Untidy


def effect_text(effect: Effect | None, catalogue: Catalogue) -> str:
    """What mending the row would change; empty where that cannot be told."""
    if effect is None:
        return ""
    shares = label.before_and_after(effect.before, effect.after)
    difference = label.difference(effect.before, effect.after)
    return f"{condition_text(effect, catalogue)} {shares} {difference}".rstrip() + "."


def condition_text(effect: Effect, catalogue: Catalogue) -> str:
    """What would have to be mended, and the figure that would change."""
    area = None if effect.area_no is None else catalogue.area(effect.area_no).short_name
    return label.mended(effect.measure, effect.mended, area)


def rows_text(tab: TabSummary) -> str:
    """How many rows of a tab were read, or why none."""
    if not tab.is_there:
        return label.ABSENT
    if not tab.is_readable:
        return label.NOT_READABLE
    if tab.row_count is None:
        return label.NOT_READ
    return label.rows_read(tab.row_count, tab.blank_count, tab.hidden_count)


def by_sort(advice: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Advice under headings that say what it is about, in their order; empty ones left out."""
    titles = [*(label.ADVICE[about] for about in Untidy), label.ADVICE_ON_FORM]
    sorts: dict[str, list[Finding]] = {title: [] for title in titles}
    for each in advice:
        sorts[label.ADVICE[each.about] if each.about else label.ADVICE_ON_FORM].append(each)
    return {title: listed for title, listed in sorts.items() if listed}


def quality_listing(found: Iterable[Finding], catalogue: Catalogue, book: Book) -> pd.DataFrame:
    """One row per finding, for a file."""
    rows = [
        (
            str(each.severity),
            each.tab,
            each.problem.where,
            each.problem.read,
            each.problem.why,
            each.problem.remedy,
            effect_text(each.effect, catalogue) or None,
            book.link(each.problem.where),
        )
        for each in found
    ]
    return pd.DataFrame(rows, columns=list(label.LISTING_HEADERS))
