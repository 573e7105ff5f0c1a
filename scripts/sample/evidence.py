"""The tab Data Dukung: the unit's real list with an invented life for every document."""

from __future__ import annotations

from datetime import date

import pandas as pd

from scripts.sample.deadlines import due_on
from scripts.sample.story import SITE, chance, role_of
from scripts.sample.timelines import Event, event_by, timelines
from zi_metrics.settings import DATA_DIR
from zi_metrics.sources.situs import read_situs
from zi_metrics.tables.vocabularies import EvidenceStatus

_LINKED = {EvidenceStatus.AVAILABLE, EvidenceStatus.VERIFIED, EvidenceStatus.TO_REVISE}


def evidence(as_of: date) -> pd.DataFrame:
    """The documents as their keepers had entered them by the end of a day."""
    listed = listed_evidence()
    lives = timelines(listed)
    last = [event_by(lives[identifier], as_of) for identifier in listed["evidence_id"]]
    entered = [event or Event(as_of, EvidenceStatus.ABSENT) for event in last]
    irrelevant = [event.status == EvidenceStatus.IRRELEVANT for event in entered]
    return listed[["evidence_id", "code", "title", "period"]].assign(
        status=[str(event.status) for event in entered],
        url=[_link(i, e) for i, e in zip(listed["evidence_id"], entered, strict=True)],
        pic=[_keeper(*row) for row in listed[["evidence_id", "code"]].itertuples(index=False)],
        due_on=[due_on(row) for row in listed.itertuples(index=False)],
        updated_on=[event.on if event else None for event in last],
        reason=[e.words if out else None for e, out in zip(entered, irrelevant, strict=True)],
        note=[None if out else e.words for e, out in zip(entered, irrelevant, strict=True)],
    )


def listed_evidence() -> pd.DataFrame:
    """The unit's list with a role for every name: evidence_id, code, title, period, area_no.

    The longest spelling is replaced first: it may hold an office that only one person has.
    """
    listed = read_situs().evidence[["evidence_id", "code", "title", "period", "area_no"]]
    titles = listed["title"]
    for spelling, role in sorted(_roles().items(), key=lambda pair: -len(pair[0])):
        titles = titles.str.replace(spelling, role, regex=False)
    return listed.assign(title=titles)


def _roles() -> dict[str, str]:
    """Every spelling of a name in the unit's list and the role that stands for it."""
    names, roles = (
        pd.read_csv(DATA_DIR / "situs" / f"{name}.csv", dtype="str", keep_default_na=False)
        for name in ("nama", "peran")
    )
    both = names.merge(roles, on="nama", how="left", validate="one_to_one")
    spelt = both.melt("peran", ["nama", "ejaan_lain"], value_name="spelling")
    spelt = spelt.loc[spelt["spelling"] != ""]
    return dict(zip(spelt["spelling"], spelt["peran"], strict=True))


def _link(identifier: str, event: Event) -> str | None:
    """Where the document lies; one complete document in ten has no link."""
    if event.status not in _LINKED or chance(f"tautan/{identifier}").random() < 0.1:
        return None
    slug = identifier.lower().replace(".", "-")
    return f"{SITE}/area-{identifier.split('.')[2]}/{slug}.pdf"


def _keeper(identifier: str, code: str) -> str | None:
    """The indicator's role; one row in thirty names nobody."""
    return None if chance(f"pic/{identifier}").random() < 1 / 30 else role_of(code)
