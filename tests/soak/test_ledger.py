"""The soak's judge finds what it is there to find."""

from __future__ import annotations

from itertools import pairwise

from tests.soak.book import Told, told_by
from tests.soak.ledger import Ledger


def ledger(patience: float = 60) -> Ledger:
    made = Ledger(patience)
    made.wrote(told_by(1))
    made.wrote(told_by(2))
    return made


def test_page_of_the_newest_version_is_right() -> None:
    judged = ledger()
    judged.saw(told_by(2))
    assert (judged.drawn, judged.wrong, judged.late, judged.oldest) == (1, [], [], 0)


def test_page_drawn_from_two_versions_is_wrong() -> None:
    judged = ledger()
    judged.saw(Told(told_by(2).complete, told_by(1).closed))
    assert judged.wrong == ["Told(complete=2, closed=5) was never in the sheet"]


def test_version_that_is_yet_to_come_is_wrong() -> None:
    judged = ledger()
    judged.saw(told_by(3))
    assert judged.wrong == ["Told(complete=3, closed=1) was never in the sheet"]


def test_replaced_version_is_late_only_while_nothing_fails() -> None:
    judged = ledger(patience=0)
    judged.fails()
    judged.saw(told_by(1))
    assert judged.late == []
    judged.works()
    judged.saw(told_by(1))
    assert len(judged.late) == 1
    assert judged.wrong == []


def test_locked_snapshot_never_tells_anything_else() -> None:
    judged = ledger()
    judged.saw_kept(told_by(1), told_by(1))
    assert judged.wrong == []
    judged.saw_kept(told_by(2), told_by(1))
    assert len(judged.wrong) == 1


def test_every_version_tells_other_figures_than_the_one_before() -> None:
    told = [told_by(version) for version in range(30)]
    assert all(one != after for one, after in pairwise(told))
