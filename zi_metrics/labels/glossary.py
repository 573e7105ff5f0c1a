"""The glossary: terms of Zona Integritas, their English, and what each means in one sentence."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from zi_metrics.settings import DATA_DIR

GLOSSARY_FILE = DATA_DIR / "glosarium.csv"


@dataclass(frozen=True)
class Term:
    """A term as people say it, its English equivalent, and its meaning."""

    term: str
    english: str
    meaning: str


@lru_cache(maxsize=1)
def glossary(path: Path = GLOSSARY_FILE) -> tuple[Term, ...]:
    """All terms, in the order of the file; it ships with the program and is trusted."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Term(row["istilah"], row["padanan"], row["arti"]) for row in csv.DictReader(file)
        )
