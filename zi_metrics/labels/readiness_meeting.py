"""Words of the readiness in a meeting: its slides, decisions, memos and minutes."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels.lke import at_least
from zi_metrics.labels.numbers import count
from zi_metrics.labels.sentences import listed

POSITION = "Kesiapan"
RULE_HEADERS = ("Syarat", "Nilai", "Minimal", "Selisih", "Keadaan")
AREAS = "Bagian nilai setiap area"
STEPS = "Yang perlu dinaikkan"
UNMET_RULES = "Syarat nilai yang belum dipenuhi"
UNPROVEN = "PERLU DIBUKTIKAN"
UNPROVEN_MEANS = "Jawabannya sudah yang terbaik, tetapi data dukungnya belum lengkap."
MOST_NAMED = 2


def title(predicate: str) -> str:
    return f"{POSITION} menuju {predicate}"


def rules(predicate: str) -> str:
    return f"Tujuh syarat nilai {predicate}, simulasi"


def answered_only(named: Sequence[str]) -> str:
    """named: points of each aspect where blank answers are left out, or nothing."""
    return f"Tanpa yang kosong {', '.join(named)}." if named else ""


def weakest(rule: str, area: str) -> str:
    return f"{rule}, terendah {area}"


def minimum(share: str, predicate: str) -> str:
    return f"nilai minimal {predicate} {share}"


def bar_end(share: str, missing: str) -> str:
    """missing: what the share lacks of the minimum with its sign, or ''."""
    return f"{share} · {missing}" if missing else share


def steps(number: int, gain: str, needed: Sequence[str]) -> str:
    """'3 jawaban dinaikkan (+2,16 poin) dan IPAK 3,60'; needed: of `part_needed`."""
    raised = [f"{count(number)} jawaban dinaikkan (+{gain} poin)"] if number else []
    return listed([*raised, *needed])


def way_today(steps: str, predicate: str) -> str:
    """steps: of `steps`."""
    return f"Simulasi: {steps} memenuhi semua syarat nilai {predicate}."


NOT_PROVED = "Mungkin ada jalan yang lebih pendek."


def all_met(predicate: str) -> str:
    return (
        f"Simulasi: semua syarat nilai {predicate} sudah dipenuhi, tidak ada jawaban yang perlu "
        "dinaikkan."
    )


def gain(points: str) -> str:
    return f"+{points}"


def points(number: str) -> str:
    return f"{number} poin"


def least(value: str) -> str:
    return f"≥ {value}"


def now_is(value: str) -> str:
    """value: as entered, or that nothing was."""
    return f"kini {value}; tidak dapat diganti indikator"


def needs(name: str, now: str, to: str) -> str:
    """In a memo or the minutes."""
    return f"{name}: {at_least(to)} (kini {now})"


NO_STEPS = "tidak ada jawaban yang perlu dinaikkan"


def way_heading(predicate: str) -> str:
    return f"JALAN TERPENDEK MENUJU {predicate}, SIMULASI"


def chapter(predicate: str) -> str:
    return f"KESIAPAN MENUJU {predicate}"


def unmet_rule(rule: str, value: str, least: str, difference: str) -> str:
    """difference: '' where there is no value to compare."""
    told = f"- {rule}: {value}, nilai minimal {least}"
    return f"{told} ({difference})" if difference else told


def decide_steps(number: int, gain: str, predicate: str) -> str:
    return (
        f"Tetapkan siapa menaikkan {count(number)} jawaban di jalan terpendek menuju {predicate} "
        f"(simulasi: +{gain} poin)."
    )


def decide_results(needed: Sequence[str], predicate: str) -> str:
    """needed: of `part_needed`."""
    return (
        f"Putuskan cara mencapai {listed(needed)}; tanpa itu syarat nilai {predicate} tidak "
        "dapat dipenuhi."
    )


def part_needed(name: str, to: str) -> str:
    return f"{name} {to}"


def decide_entry(requirements: Sequence[str], predicate: str) -> str:
    rest = len(requirements) - MOST_NAMED
    others = [f"{count(rest)} lainnya"] if rest > 0 else []
    told = listed([*requirements[:MOST_NAMED], *others])
    return f"Penuhi {count(len(requirements))} syarat pengusulan {predicate}: {told}."
