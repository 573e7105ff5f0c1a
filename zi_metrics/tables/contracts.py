"""What holds of every clean table, as pandera contracts; a breach is a fault of the program.

`check` mends or reports whatever people write; these contracts say what it promises in return.
Tests assert them. Importing pandera takes seconds: nothing else here imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd
import pandera.pandas as pa

from zi_metrics.lke import AREA_NUMBERS, Aspect, Catalogue, load_catalogue
from zi_metrics.tables import columns as declared
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.links import LinkState
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import CARRIED, ORIGIN, Kind, TableSpec
from zi_metrics.tables.vocabularies import COMPLETE_STATUSES, EvidenceStatus, FollowUpStatus

Rule = Callable[[pd.DataFrame, Catalogue], pd.Series]
"""Table and official list -> which rows keep the rule (named by its key in `_RULES`)."""


def contract(spec: TableSpec, catalogue: Catalogue | None = None) -> pa.DataFrameSchema:
    """The contract of one clean table: its columns, their types and values, and what ties them.

    catalogue: the official list its codes refer to; the default regulation's when left out.
    """
    official = load_catalogue() if catalogue is None else catalogue
    origin = pa.Column("str", nullable=spec is declared.INDICATORS)
    typed = {column.name: _column(column.kind) for column in spec.columns}
    return pa.DataFrameSchema(
        typed | {ORIGIN: origin, CARRIED: pa.Column("str", nullable=True)} | _DERIVED[spec.name],
        checks=[_row_check(name, rule, official) for name, rule in _RULES[spec.name].items()],
        index=pa.Index("int64", unique=True),
        strict=True,
        unique_column_names=True,
        name=spec.name,
    )


def assert_kept(snapshot: Snapshot) -> None:
    """Check all five tables of a snapshot against their contracts.

    Raises pandera's SchemaErrors with every breach of the first table that has one.
    """
    for spec in TABLES:
        contract(spec, snapshot.catalogue).validate(snapshot.table(spec), lazy=True)


def _column(kind: Kind) -> pa.Column:
    return pa.Column(kind.dtype, pa.Check(_VALUES[kind], name=f"clean {kind}"), nullable=True)


def _row_check(name: str, rule: Rule, catalogue: Catalogue) -> pa.Check:
    return pa.Check(lambda rows: rule(rows, catalogue), name=name, ignore_na=False)


_VALUES: dict[Kind, Callable[[pd.Series], pd.Series]] = {
    Kind.TEXT: lambda cells: (cells == cells.str.strip()) & (cells != ""),
    Kind.DATE: lambda cells: cells == cells.dt.normalize(),
    Kind.COUNT: lambda cells: cells >= 0,
    Kind.NUMBER: lambda cells: cells.abs() < float("inf"),
    Kind.FLAG: lambda cells: cells.isin([True, False]),
}
_VALUES |= dict.fromkeys([Kind.LINK, Kind.PERIOD, Kind.STATUS], _VALUES[Kind.TEXT])
_VALUES |= dict.fromkeys([Kind.AREA, Kind.QUARTER], _VALUES[Kind.COUNT])


# Functions, not constants: pandera writes a column's name into the column object itself.
def _one_of(words: Iterable[str], *, nullable: bool = False) -> pa.Column:
    return pa.Column("str", pa.Check.isin([str(word) for word in words]), nullable=nullable)


def _area_or_none() -> pa.Column:
    return pa.Column("Int64", pa.Check.isin(AREA_NUMBERS), nullable=True)


_OFFICIAL_TEXTS = ("sub_area_no", "sub_area", "question_no", "question", "answer_type")
_DERIVED: dict[str, dict[str, pa.Column]] = {
    "indicators": {
        "code": pa.Column("str", unique=True),
        "aspect": _one_of(Aspect),
        "area_no": pa.Column("int64", pa.Check.isin(AREA_NUMBERS)),
        **{name: pa.Column("str") for name in _OFFICIAL_TEXTS},
        "sub_area_weight": pa.Column("float64", pa.Check.gt(0)),
        "points": pa.Column("float64", pa.Check.gt(0)),
    },
    "evidence": {
        "state": _one_of(EvidenceStatus),
        "link_state": _one_of(LinkState),
        "area_no": _area_or_none(),
        "aspect": _one_of(Aspect, nullable=True),
        "question": pa.Column("str", nullable=True),
        "is_counted": pa.Column("bool"),
        "is_irrelevant": pa.Column("bool"),
        "is_complete": pa.Column("bool"),
    },
    "recommendations": {
        "state": _one_of(FollowUpStatus),
        "link_state": _one_of(LinkState),
        "area_no": _area_or_none(),
        "aspect": _one_of(Aspect, nullable=True),
        "is_dropped": pa.Column("bool"),
    },
    "spip_reports": {"is_counted": pa.Column("bool"), "link_state": _one_of(LinkState)},
    "results": {},
}


def _dropped_with_reason(rows: pd.DataFrame, flag: str, status: str) -> pd.Series:
    return rows[flag] == ((rows["state"] == status) & rows["reason"].str.contains(r"\w", na=False))


def _placed(rows: pd.DataFrame) -> pd.Series:
    areas = (declared.UNIT_AREA, *AREA_NUMBERS)
    good = rows["year"].between(1990, 2100) & rows["quarter"].between(1, 4)
    return (good & rows["area_no"].isin(areas)).fillna(value=False).astype("bool")


_RULES: dict[str, dict[str, Rule]] = {
    "indicators": {
        "one row per official indicator, in official order": lambda rows, catalogue: pd.Series(
            [rows["code"].tolist() == catalogue.indicators["code"].tolist()]
        ),
    },
    "evidence": {
        "counted where the code is official": lambda rows, catalogue: (
            rows["is_counted"] == rows["code"].isin(catalogue.codes)
        ),
        "area, aspect and question where counted": lambda rows, _: (
            rows[["area_no", "aspect", "question"]].notna().eq(rows["is_counted"], axis="index")
        ).all(axis="columns"),
        "complete by its state": lambda rows, _: (
            rows["is_complete"] == rows["state"].isin(list(COMPLETE_STATUSES))
        ),
        "irrelevant only with a reason": lambda rows, _: _dropped_with_reason(
            rows, "is_irrelevant", EvidenceStatus.IRRELEVANT
        ),
    },
    "recommendations": {
        "dropped only with a reason": lambda rows, _: _dropped_with_reason(
            rows, "is_dropped", FollowUpStatus.IMPOSSIBLE
        ),
    },
    "spip_reports": {
        "counted where year, quarter and area place it": lambda rows, _: (
            rows["is_counted"] == _placed(rows)
        ),
    },
    "results": {},
}
