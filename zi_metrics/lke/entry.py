"""What a unit and its agency must have before a unit may be proposed at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zi_metrics.lke.catalogue import Catalogue
from zi_metrics.lke.predicates import Predicate, Standing

YES, NO = "Ya", "Tidak"


@dataclass(frozen=True)
class Requirement:
    """A requirement; the words for it stand in labels, by key.

    is_of_agency: whether it is the agency's and not the unit's. levels: what may be entered, worst
    first; () where it is a plain yes or no. at_least: the level each predicate asks for. only_for:
    the one predicate that asks for it; None where both do.
    """

    key: str
    is_of_agency: bool
    levels: tuple[str, ...]
    at_least: Mapping[Predicate, str]
    only_for: Predicate | None

    @property
    def choices(self) -> tuple[str, ...]:
        """What the unit may enter."""
        return self.levels or (YES, NO)

    def needed(self, predicate: Predicate) -> str:
        """What has to be entered at least."""
        return self.at_least.get(predicate, YES)

    def standing(self, entered: str | None, predicate: Predicate) -> Standing:
        """How what was entered (one of the choices) stands; None: nothing yet."""
        if entered is None:
            return Standing.UNKNOWN
        if not self.levels:
            return Standing.MET if entered == YES else Standing.UNMET
        is_enough = self.levels.index(entered) >= self.levels.index(self.needed(predicate))
        return Standing.MET if is_enough else Standing.UNMET


def requirements(
    catalogue: Catalogue, predicate: Predicate | None = None
) -> tuple[Requirement, ...]:
    """The requirements of a predicate, the unit's first; without a predicate all of them."""
    listed = tuple(_requirement(stated) for stated in catalogue.rules["entry_requirements"])
    return tuple(each for each in listed if predicate is None or each.only_for in {None, predicate})


def _requirement(stated: Mapping[str, Any]) -> Requirement:
    only_for = stated.get("only_for")
    return Requirement(
        key=stated["key"],
        is_of_agency=stated["of"] == "agency",
        levels=tuple(stated.get("levels", ())),
        at_least={Predicate(name): level for name, level in stated.get("at_least", {}).items()},
        only_for=Predicate(only_for) if only_for else None,
    )
