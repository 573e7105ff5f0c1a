"""Every column, setting and status is explained, in words that fit where they are shown."""

from __future__ import annotations

import re

import pytest

from zi_metrics.labels.columns import COLUMNS, INFORMATIVE, SETTINGS, SETTINGS_COLUMNS
from zi_metrics.labels.statuses_explained import EVIDENCE, FOLLOW_UP
from zi_metrics.labels.template import CHECK_ENTRY
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.entry import requirements
from zi_metrics.lke.predicates import Predicate
from zi_metrics.tables.columns import INDICATORS, TABLES
from zi_metrics.tables.unit_settings import SETTINGS as SETTING_SPECS
from zi_metrics.template.layout import OneOf
from zi_metrics.template.plan import template

# Excel calls a file damaged that exceeds one of these.
LONGEST_ERROR, LONGEST_ERROR_TITLE, LONGEST_LIST = 225, 32, 255
LONGEST_NOTE = 200
TABS = {tab.title: tab for tab in template(2026)}
GUIDE = [tuple(str(cell or "") for cell in row) for row in TABS["Petunjuk"].rows]


def test_every_column_and_setting_has_a_sentence_and_nothing_else_has() -> None:
    assert {name: list(said) for name, said in COLUMNS.items()} == {
        spec.name: spec.names for spec in TABLES
    }
    assert list(INFORMATIVE) == INDICATORS.ignored
    assert list(SETTINGS) == [spec.name for spec in SETTING_SPECS]


def test_sentences_are_short_and_whole() -> None:
    groups = [*COLUMNS.values(), INFORMATIVE, SETTINGS, SETTINGS_COLUMNS]
    for said in (sentence for group in groups for sentence in group.values()):
        assert said.endswith("."), said
        assert len(said) <= LONGEST_NOTE, said
        assert "  " not in said, said


def test_every_header_has_a_note() -> None:
    for tab in list(TABS.values())[1:]:
        assert [each.header for each in tab.columns if not each.note] == []


def test_columns_that_must_be_there_say_so() -> None:
    for spec in TABLES:
        notes = {each.header: each.note for each in TABS[spec.tab].columns}
        for column in spec.columns:
            assert notes[column.header].startswith("Kolom ini harus ada.") == column.required


def test_help_fits_where_excel_shows_it() -> None:
    assert len(CHECK_ENTRY) <= LONGEST_ERROR_TITLE
    for each in (v for tab in TABS.values() for v in tab.validations):
        assert 0 < len(each.help) <= LONGEST_ERROR
        if isinstance(each.condition, OneOf):
            assert len(",".join(each.condition.options)) <= LONGEST_LIST
            assert not any("," in option or '"' in option for option in each.condition.options)


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_guide_explains_every_column(spec: object) -> None:
    tab = TABS[spec.tab]  # type: ignore[attr-defined]
    start = GUIDE.index((f"Kolom tab {tab.title}", ""))
    listed = GUIDE[start + 1 : start + 1 + len(tab.columns)]
    assert listed == [(each.header, each.note) for each in tab.columns]


def test_guide_explains_every_setting_tab_and_status() -> None:
    said = dict(GUIDE)
    assert all(said[spec.key] == SETTINGS[spec.name] for spec in SETTING_SPECS)
    assert all(said[title] for title in list(TABS)[1:])
    for group in (EVIDENCE, FOLLOW_UP):
        start = GUIDE.index((group.title, ""))
        section = GUIDE[start + 1 : start + 1 + len(group.statuses)]
        for status, (name, meaning) in zip(group.statuses, section, strict=True):
            assert name == status.name
            assert meaning.startswith(status.meaning)
            assert all(word in meaning.removeprefix(status.meaning) for word in status.words)


def test_minima_of_requirements_are_those_of_the_rules() -> None:
    for each in requirements(load_catalogue()):
        said = SETTINGS[f"entry.{each.key}"]
        named = re.search(r"Paling rendah (\w+) untuk WBK(?:, (\w+) untuk| dan) WBBM", said)
        assert (named is None) == (not each.at_least)
        if named:
            least = (named[1], named[2] or named[1])
            assert least == tuple(each.needed(predicate) for predicate in Predicate)
        assert said.startswith("Hanya untuk WBBM.") == (each.only_for is Predicate.WBBM)


def test_guide_counts_the_indicators_there_are() -> None:
    purpose = "110 indikator resmi: 87 Pemenuhan dan 23 Reform."
    assert [name for name, said in GUIDE if said.startswith(purpose)] == ["Indikator"]


def test_headings_of_the_guide_stand_alone() -> None:
    alone = {row for row, (_, said) in enumerate(GUIDE, start=2) if not said}
    assert alone == TABS["Petunjuk"].headings
