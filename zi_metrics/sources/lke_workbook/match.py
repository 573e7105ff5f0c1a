"""Which line is which official question: its place and its text have to agree.

The rule and its reasons: docs/decisions/0020-lke-import.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zi_metrics.labels import lke_workbook as text
from zi_metrics.sources.lke_workbook.outline import QUESTION, Outline
from zi_metrics.sources.lke_workbook.placed import Headed, Kind, Placed

WITH_FULL_PLACE = 0.65
"""How alike a text must be where area, sub-area and letter all name the question."""
IN_SUB_AREA = 0.8
"""The same where the sub-area agrees, and the letter does not."""
WITHOUT_HEADING = 0.9
"""The same where the heading of its sub-area is lost."""
_MARGIN = 0.03
"""By how much a text must be more like one question than like the next."""


@dataclass(frozen=True)
class Claim:
    """A line that is taken for a question; rank: how well it fits, 0 best."""

    placed: Placed
    code: str
    rank: int
    similarity: float
    remark: str = ""

    @property
    def order(self) -> tuple[bool, bool, int, float, int]:
        """Of several claims to one question the first by this is it."""
        line = self.placed.line
        return (not line.is_asked, line.answer is None, self.rank, -self.similarity, line.row)


@dataclass(frozen=True)
class Refusal:
    """A line that is no question, or not certainly one."""

    placed: Placed
    why: str


@dataclass(frozen=True)
class Matched:
    """Lines by the code of their question, and those that are none.

    owners: code by row, also of rows that ask again what was read elsewhere.
    """

    claims: Mapping[str, Claim]
    refusals: tuple[Refusal, ...]
    owners: Mapping[int, str]


class _Likeliest(NamedTuple):
    """The question a text is most like, how much, and whether no other is nearly as much."""

    code: str
    similarity: float
    is_clear: bool


def match(headed: Headed, outline: Outline) -> Matched:
    """Every official question once at most; lines that nobody asked or answered are passed over."""
    judged = [_judge(each, headed.found, outline) for each in headed.lines if _is_candidate(each)]
    by_code: dict[str, list[Claim]] = defaultdict(list)
    asked = [each for each in judged if isinstance(each, Claim)]
    for claim in asked:
        by_code[claim.code].append(claim)
    claims: dict[str, Claim] = {}
    refusals = [each for each in judged if isinstance(each, Refusal)]
    for code, rivals in by_code.items():
        first, *others = sorted(rivals, key=lambda claim: claim.order)
        claims[code] = first
        why = text.already_read(code, first.placed.line.row + 1)
        refusals += [Refusal(o.placed, why) for o in others if o.placed.line.answer is not None]
    claims |= _in_headings(headed.lines, claims, outline)
    taken = {claim.placed.line.row for claim in claims.values()}
    refusals += [
        each for each in _answered_headings(headed.lines) if each.placed.line.row not in taken
    ]
    owners = {claim.placed.line.row: claim.code for claim in [*asked, *claims.values()]}
    kept = tuple(each for each in refusals if each.placed.line.is_asked)
    return Matched(claims, kept, owners)


def _is_candidate(placed: Placed) -> bool:
    return placed.kind in {Kind.QUESTION, Kind.UNKNOWN}


def _judge(placed: Placed, found: frozenset[int], outline: Outline) -> Claim | Refusal:
    if not placed.line.text:
        return Refusal(placed, text.without_text(placed.line.letter))
    alike = {n.named.name: n.similarity for n in placed.near if n.named.kind == QUESTION}
    if not alike:
        return Refusal(placed, text.UNKNOWN_TEXT)
    by_place = _by_place(placed, alike, outline)
    return by_place or _by_text(placed, _likeliest(alike), found, outline)


def _by_place(placed: Placed, alike: Mapping[str, float], outline: Outline) -> Claim | None:
    """The question that the place names, where the text does not say another."""
    expected = _expected(placed, outline)
    similarity = alike.get(expected or "", 0.0)
    if not expected or similarity < max(WITH_FULL_PLACE, max(alike.values()) - _MARGIN):
        return None
    return Claim(placed, expected, 0, similarity)


def _by_text(
    placed: Placed, likeliest: _Likeliest, found: frozenset[int], outline: Outline
) -> Claim | Refusal:
    """The question that the text names, where the place does not gainsay it."""
    code, similarity, is_clear = likeliest
    if similarity < IN_SUB_AREA:
        return Refusal(placed, text.UNKNOWN_TEXT)
    if outline.sub_area_of[code] == placed.sub_area:
        if not is_clear:
            return Refusal(placed, text.AMBIGUOUS_TEXT)
        letter = placed.line.letter
        names_another = letter and outline.lettered(placed.sub_area, letter) is not None
        return Claim(
            placed, code, 1, similarity, text.read_by_text(code, letter) if names_another else ""
        )
    is_sure = is_clear and similarity >= WITHOUT_HEADING
    if is_sure and _has_lost_heading(code, placed, found, outline):
        lost = outline.sub_areas[outline.sub_area_of[code]].name
        return Claim(placed, code, 2, similarity, text.heading_lost(code, lost))
    return Refusal(placed, text.text_of_another_place(code))


def _expected(placed: Placed, outline: Outline) -> str | None:
    """The question that the place alone names."""
    if known := outline.catalogue.place(placed.line.marker):
        return known.code
    return None if placed.sub_area is None else outline.lettered(placed.sub_area, placed.letter)


def _likeliest(alike: Mapping[str, float]) -> _Likeliest:
    (code, most), *others = sorted(alike.items(), key=lambda each: -each[1])
    return _Likeliest(code, most, not others or most - others[0][1] >= _MARGIN)


def _has_lost_heading(code: str, placed: Placed, found: frozenset[int], outline: Outline) -> bool:
    """Whether a question stands where it would if only headings were lost.

    Its own is nowhere in the sheet, nor is any between it and the last place before.
    """
    position = outline.sub_area_of[code]
    return position > placed.after and found.isdisjoint(range(placed.after + 1, position + 1))


def _in_headings(
    lines: Sequence[Placed], claims: Mapping[str, Claim], outline: Outline
) -> dict[str, Claim]:
    """Questions that are answered in the heading of their sub-area, being the only one of it."""
    found: dict[str, Claim] = {}
    for placed in lines:
        if placed.kind is not Kind.HEADING or placed.sub_area is None or not placed.line.is_asked:
            continue
        codes = outline.sub_areas[placed.sub_area].codes
        if len(codes) == 1 and codes[0] not in claims:
            found.setdefault(codes[0], Claim(placed, codes[0], 3, 1.0))
    return found


def _answered_headings(lines: Iterable[Placed]) -> list[Refusal]:
    headings = (each for each in lines if each.kind is Kind.HEADING)
    return [Refusal(h, text.ANSWERED_HEADING) for h in headings if h.line.answer is not None]
