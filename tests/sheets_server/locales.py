"""How a spreadsheet's locale writes numbers and dates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Locale:
    """Separators, the currency's sign and the patterns of dates; patterns are written US style."""

    decimal: str
    group: str
    currency: str
    date: str
    day_first: bool
    months: tuple[str, ...]

    @property
    def argument_separator(self) -> str:
        """Between the arguments of a function; a decimal comma leaves only the semicolon."""
        return ";" if self.decimal == "," else ","


_INDONESIAN = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
)
_ENGLISH = "January February March April May June July August September October November December"

_LOCALES = {
    "in_ID": Locale(",", ".", '"Rp"#,##0', "dd/mm/yyyy", True, tuple(_INDONESIAN.split())),
    "en_US": Locale(".", ",", '"$"#,##0.00', "m/d/yyyy", False, tuple(_ENGLISH.split())),
}


def locale_of(name: str) -> Locale:
    """The rules of a locale; of one that is not kept here, those of en_US."""
    return _LOCALES.get(name, _LOCALES["en_US"])
