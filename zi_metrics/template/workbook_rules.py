"""Rules of the .xlsx file's tabs: what cells should hold, and which colour they take on."""

from __future__ import annotations

from datetime import date

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from zi_metrics.labels import template as text
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.template import tints
from zi_metrics.template.layout import (
    AnyDate,
    Condition,
    MissingTint,
    NumberFrom,
    OneOf,
    OneOfColumn,
    TabPlan,
    Tint,
    a1,
    missing_formula,
)

_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = str((date(FIRST_YEAR, 1, 1) - _DAY_ZERO).days)
_LAST_DAY = str((date(LAST_YEAR, 12, 31) - _DAY_ZERO).days)


def add_validations(sheet: Worksheet, tab: TabPlan) -> None:
    """Lists, dates and numbers; another entry gets a warning in Indonesian."""
    for each in tab.validations:
        rule = _rule(each.condition)
        rule.sqref = MultiCellRange([CellRange(a1(block)) for block in each.blocks])
        rule.allowBlank = rule.showErrorMessage = True
        rule.errorStyle = "warning"
        rule.errorTitle, rule.error = text.CHECK_ENTRY, each.help
        sheet.add_data_validation(rule)


def _rule(condition: Condition) -> DataValidation:
    match condition:
        case OneOf(options):
            return DataValidation("list", formula1=f'"{",".join(options)}"')
        case OneOfColumn(tab, block):
            return DataValidation("list", formula1=f"'{tab}'!{a1(block, is_absolute=True)}")
        case AnyDate():
            # bounds, for a mere number such as 2026 would be a day of 1905
            return DataValidation(
                "date", operator="between", formula1=_FIRST_DAY, formula2=_LAST_DAY
            )
        case NumberFrom(least, None, is_whole):
            rule = DataValidation("whole" if is_whole else "decimal", formula1=f"{least:g}")
            rule.operator = "greaterThanOrEqual"
            return rule
        case NumberFrom(least, most, is_whole):
            rule = DataValidation("whole" if is_whole else "decimal", formula1=f"{least:g}")
            rule.operator, rule.formula2 = "between", f"{most:g}"
            return rule


def add_tints(sheet: Worksheet, tab: TabPlan) -> None:
    """Colours that follow what stands in the cells."""
    ink = Font(color=argb(tints.TEXT))
    for each in tab.tints:
        style = DifferentialStyle(font=ink, fill=PatternFill(bgColor=argb(each.fill)))
        match each:
            case Tint():
                rule = Rule("cellIs", operator="equal", formula=[f'"{each.text}"'], dxf=style)
            case MissingTint():
                rule = Rule("expression", formula=[missing_formula(each)], dxf=style)
        sheet.conditional_formatting.add(a1(each.block), rule)


def argb(colour: str) -> str:
    """A colour as the file has it, opaque."""
    return "FF" + colour.removeprefix("#")
