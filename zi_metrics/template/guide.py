"""The tab Petunjuk: what every tab, column, setting and status is for, and how to fill them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zi_metrics.labels import statuses_explained as explained
from zi_metrics.labels import template as text
from zi_metrics.labels.columns import SETTINGS
from zi_metrics.lke import Aspect, Catalogue
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.tables.unit_settings import SETTINGS as SETTING_SPECS
from zi_metrics.tables.unit_settings import TAB as SETTINGS_TAB
from zi_metrics.template.layout import FIRST_ROW, ColumnPlan, Format, TabPlan

Entries = Iterable[tuple[str, str]]
_WIDTHS = (30, 110)


def guide_tab(tabs: Iterable[TabPlan], catalogue: Catalogue) -> TabPlan:
    """The guide to the other tabs of the same workbook, section by section."""
    sections = list(_sections(list(tabs), catalogue))
    rows: list[tuple[str, str | None]] = []
    headings = []
    for title, entries in sections:
        headings.append(FIRST_ROW + len(rows))
        rows.extend([(title, None), *entries])
    return TabPlan(
        title=text.GUIDE,
        columns=tuple(
            ColumnPlan(header, "", width, Format.GENERAL)
            for header, width in zip(text.GUIDE_HEADERS, _WIDTHS, strict=True)
        ),
        rows=tuple(rows),
        last_row=FIRST_ROW + len(rows) - 1,
        headings=frozenset(headings),
    )


def _sections(tabs: list[TabPlan], catalogue: Catalogue) -> Iterator[tuple[str, Entries]]:
    yield text.START
    yield text.TABS, _purposes(catalogue)
    yield text.RULES
    for tab in tabs:
        if tab.title != SETTINGS_TAB:
            yield text.columns_of(tab.title), [(each.header, each.note) for each in tab.columns]
    yield text.SETTINGS_KEYS, [(each.key, SETTINGS[each.name]) for each in SETTING_SPECS]
    for group in (explained.EVIDENCE, explained.FOLLOW_UP):
        yield group.title, _meanings(group)
    title, name, said = text.FAULTS
    yield title, [(name, said), *_meanings(explained.SEVERITY)]


def _purposes(catalogue: Catalogue) -> Entries:
    aspects = catalogue.indicators["aspect"].value_counts()
    counts = int(aspects[Aspect.FULFILMENT]), int(aspects[Aspect.REFORM])
    return [
        (SETTINGS_TAB, text.SETTINGS_TAB),
        (INDICATORS.tab, text.indicators_tab(*counts)),
        (EVIDENCE.tab, text.EVIDENCE_TAB),
        (RECOMMENDATIONS.tab, text.RECOMMENDATIONS_TAB),
        (SPIP_REPORTS.tab, text.SPIP_TAB),
        (RESULTS.tab, text.RESULTS_TAB),
    ]


def _meanings(group: explained.StatusGroup) -> Entries:
    return [(each.name, text.same_words(each.meaning, each.words)) for each in group.statuses]
