"""The tabs of the five tables and of the settings, from the declarations the reader uses too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from zi_metrics.labels import template as text
from zi_metrics.labels.columns import COLUMNS, INFORMATIVE, SETTINGS, SETTINGS_COLUMNS
from zi_metrics.lke import Catalogue
from zi_metrics.tables.columns import INDICATORS
from zi_metrics.tables.spec import Column, Kind, TableSpec
from zi_metrics.tables.unit_settings import SETTINGS as SETTING_SPECS
from zi_metrics.tables.unit_settings import TAB as SETTINGS_TAB
from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus
from zi_metrics.template.conditions import YEAR, condition_of, conditions_by_row, validation
from zi_metrics.template.layout import (
    FIRST_ROW,
    LAST_ROW,
    AnyDate,
    Block,
    Cell,
    ColumnPlan,
    Condition,
    Format,
    MissingTint,
    NumberFrom,
    OneOf,
    TabPlan,
    Tint,
    Validation,
    blocks,
)
from zi_metrics.template.tints import MISSING, STATE_COLOURS, tint

_WIDTHS = {
    "Aspek": 12, "Area": 26, "Sub-area": 28, "Indikator": 60, "Bobot sub-area": 12,
    "Jenis jawaban": 16, "evidence_id": 16, "recommendation_id": 14, "code": 15, "title": 46,
    "period": 18, "status": 20, "url": 34, "pic": 20, "reason": 30, "note": 32, "source": 18,
    "finding": 40, "recommendation": 46, "follow_up": 40, "component": 44, "assessor": 22,
}  # fmt: skip
_NARROW = 15
_NEEDS_REASON = (EvidenceStatus.IRRELEVANT, FollowUpStatus.IMPOSSIBLE)
_SETTING_COLUMNS = ((40, Format.TEXT), (34, Format.TEXT), (90, Format.GENERAL))
_SETTING_CELLS: dict[str, tuple[Format, Condition | None]] = {
    "assessed_year": (Format.GENERAL, YEAR),
    "spip_due_days": (Format.GENERAL, NumberFrom(0, 366)),
    "meeting_on": (Format.DATE, AnyDate()),
    "previous_meeting_on": (Format.DATE, AnyDate()),
    "completeness_target": (Format.PERCENT, NumberFrom(0, 1, is_whole=False)),
    "target_on": (Format.DATE, AnyDate()),
    **{spec.name: (Format.TEXT, OneOf(spec.choices)) for spec in SETTING_SPECS if spec.choices},
}


def table_tab(
    spec: TableSpec, rows: pd.DataFrame, catalogue: Catalogue, *, is_fixed: bool = False
) -> TabPlan:
    """The tab of a table.

    rows: columns by canonical name, or by header for what is there for people only; the others stay
    empty. is_fixed: nobody adds rows.
    """
    shown = _with_informative(spec)
    names = [column.name for column in shown]
    last_row = FIRST_ROW + len(rows) - 1 if is_fixed else LAST_ROW
    return TabPlan(
        title=spec.tab,
        columns=tuple(_planned(spec, column) for column in shown),
        rows=_cells(rows.reindex(columns=names)),
        last_row=last_row,
        validations=(
            *_validations(spec, shown, catalogue, last_row),
            *_of_single_rows(spec, shown, catalogue),
        ),
        tints=tuple(_tints(names, last_row)),
        muted=tuple(_not_asked(names, catalogue)) if spec is INDICATORS else (),
        has_filter=True,
    )


def _with_informative(spec: TableSpec) -> list[Column]:
    """The columns in order; those of the official list stand after the code they belong to."""
    first, *others = spec.columns
    named = spec.ignored if spec is INDICATORS else []
    return [first, *(Column(header, header) for header in named), *others]


def _planned(spec: TableSpec, column: Column) -> ColumnPlan:
    is_read = column in spec.columns
    said = COLUMNS[spec.name][column.name] if is_read else INFORMATIVE[column.header]
    return ColumnPlan(
        column.header,
        text.required_column(said) if column.required else said,
        _WIDTHS.get(column.name, _NARROW),
        _format(column) if is_read else Format.GENERAL,
        is_read,
    )


def _format(column: Column) -> Format:
    if column.kind is Kind.DATE:
        return Format.DATE
    # a link may be a formula, and what may be a number should become one
    is_open = column.kind is Kind.LINK or column.name == "value"
    return Format.GENERAL if is_open or column.kind.dtype != "str" else Format.TEXT


def _cells(rows: pd.DataFrame) -> tuple[tuple[Cell, ...], ...]:
    """As plain Python values, missing ones as None."""
    plain = rows.astype(object).where(rows.notna(), None)
    return tuple(plain.itertuples(index=False, name=None))


def _validations(
    spec: TableSpec, shown: list[Column], catalogue: Catalogue, last_row: int
) -> Iterator[Validation]:
    for at, column in enumerate(shown):
        condition = condition_of(column, spec, catalogue) if column in spec.columns else None
        if condition:
            yield validation([Block(at, FIRST_ROW, last_row)], condition)


def _of_single_rows(
    spec: TableSpec, shown: list[Column], catalogue: Catalogue
) -> Iterator[Validation]:
    """Where what a cell accepts depends on its row."""
    names = [column.name for column in shown]
    for name, conditions in conditions_by_row(spec, catalogue).items():
        for condition in dict.fromkeys(conditions):
            rows = [row for row, each in enumerate(conditions, FIRST_ROW) if each == condition]
            if condition is not None:
                yield validation(blocks(names.index(name), rows), condition)


def _not_asked(names: list[str], catalogue: Catalogue) -> Iterator[Block]:
    """Cells that make no sense: the answer to a percentage, the numbers of any other question."""
    is_share = catalogue.indicators["answer_type"].eq("%").to_list()
    for name, is_muted in (
        ("answer", True),
        ("answer_numerator", False),
        ("answer_denominator", False),
    ):
        rows = [row for row, each in enumerate(is_share, start=FIRST_ROW) if each is is_muted]
        yield from blocks(names.index(name), rows)


def _tints(names: list[str], last_row: int) -> Iterator[Tint | MissingTint]:
    if "status" not in names:
        return
    states = EvidenceStatus if "evidence_id" in names else FollowUpStatus
    at, reason_at = names.index("status"), names.index("reason")
    for state in states:
        if state in STATE_COLOURS:
            yield Tint(Block(at, FIRST_ROW, last_row), str(state), tint(STATE_COLOURS[state]))
        if state in _NEEDS_REASON:
            yield MissingTint(Block(reason_at, FIRST_ROW, last_row), at, str(state), MISSING)


def settings_tab(values: Mapping[str, str | float]) -> TabPlan:
    """The tab Pengaturan: one row per key with its value, where there is one, and its meaning.

    values: by canonical name of the setting.
    """
    placed = [(row, spec.name) for row, spec in enumerate(SETTING_SPECS, start=FIRST_ROW)]
    cells = {name: Block(1, row, row) for row, name in placed}
    return TabPlan(
        title=SETTINGS_TAB,
        columns=tuple(
            ColumnPlan(header, said, width, how)
            for (header, said), (width, how) in zip(
                SETTINGS_COLUMNS.items(), _SETTING_COLUMNS, strict=True
            )
        ),
        rows=tuple(
            (each.key, values.get(each.name), SETTINGS[each.name]) for each in SETTING_SPECS
        ),
        last_row=FIRST_ROW + len(SETTING_SPECS) - 1,
        validations=tuple(
            Validation((cells[name],), condition, text.SHARE)
            if how is Format.PERCENT
            else validation([cells[name]], condition)
            for name, (how, condition) in _SETTING_CELLS.items()
            if condition
        ),
        formats=tuple((cells[name], how) for name, (how, _) in _SETTING_CELLS.items()),
    )
