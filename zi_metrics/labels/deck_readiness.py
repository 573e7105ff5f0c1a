"""Words of the readiness in a meeting: its slides, decisions, memos and minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zi_metrics.labels.numbers import count, out_of
from zi_metrics.labels.sentences import listed

WHO_DECIDES = "Simulasi dari jawaban unit; predikat diberikan Menteri PANRB atas rekomendasi TPN."
RULES = "Tujuh syarat nilai"
RULE_HEADERS = ("Syarat", "Nilai", "Minimal", "Selisih", "Keadaan")
AREAS = "Bagian nilai setiap area"
STEPS = "Yang perlu dinaikkan"
UNMET_RULES = "Syarat nilai yang belum dipenuhi"
UNPROVEN = "PERLU DIBUKTIKAN"
UNPROVEN_MEANS = "Jawabannya sudah yang terbaik, tetapi data dukungnya belum lengkap."
SHORT_NAMES: Mapping[str, str] = {
    "ipak": "IPAK",
    "ipkp": "IPKP",
    "capaian_kinerja": "capaian kinerja",
}
"""Parts of Hasil in a sentence, by key."""
MOST_NAMED = 2
NOT_FILLED = "belum diisi"


def title(predicate: str) -> str:
    return f"Kesiapan menuju {predicate}"


def way(predicate: str) -> str:
    return f"Jalan terpendek menuju {predicate}"


def fulfilment_only(points: str, weight: str, blank: Sequence[str]) -> str:
    """A worksheet of which only Pemenuhan was begun; blank: what is missing, in words."""
    return (
        f"Pemenuhan {points} dari {weight}. Belum diisi: {listed(blank)}; predikat belum dapat "
        "disimulasikan."
    )


def with_gaps(points: str, blank: Sequence[str]) -> str:
    return (
        f"Nilai dari yang sudah diisi {points} dari 100. Belum diisi: {listed(blank)}; predikat "
        "belum dapat disimulasikan."
    )


def answers_of(number: int, aspect: str) -> str:
    return f"{count(number)} jawaban {aspect}"


def missed(points: str, number: int, rules: int, predicate: str) -> str:
    return (
        f"Simulasi: nilai {points} dari 100; {out_of(number, rules)} syarat nilai {predicate} "
        "belum dipenuhi."
    )


def met(points: str, predicate: str) -> str:
    return f"Simulasi: nilai {points} dari 100, semua syarat nilai {predicate} dipenuhi."


def of_weight(weight: str) -> str:
    return f"dari {weight}"


def answered(number: int, questions: int) -> str:
    return f"{out_of(number, questions)} terjawab"


def answered_only(points: str) -> str:
    return f"{points} tanpa yang kosong"


def filled(number: int, parts: int) -> str:
    return f"{out_of(number, parts)} terisi"


def score_line(points: str, answered_count: int, questions: int) -> str:
    """In a memo: '73,53 dari 100 (98 dari 110 terjawab), simulasi'."""
    return f"{points} dari 100 ({answered(answered_count, questions)}), simulasi"


def weakest(rule: str, area: str) -> str:
    return f"{rule}, terendah {area}"


def minimum(share: str, predicate: str) -> str:
    return f"minimal {predicate} {share}"


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


WHO_DECIDES_PREDICATE = "Predikat diberikan Menteri PANRB atas rekomendasi TPN."
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


def gain_in_points(points: str) -> str:
    return f"+{points} poin"


def to_answer(now: str, to: str) -> str:
    return f"{now} → {to}"


def at_least(value: str) -> str:
    return f"≥ {value}"


def now_is(value: str) -> str:
    """value: as entered, or that nothing was."""
    return f"kini {value}; tidak dapat diganti indikator"


def needs(name: str, now: str, to: str) -> str:
    """In a memo or the minutes."""
    return f"{name}: sekurangnya {to} (kini {now})"


NO_STEPS = "tidak ada jawaban yang perlu dinaikkan"


def way_heading(predicate: str) -> str:
    return f"JALAN TERPENDEK MENUJU {predicate}, SIMULASI"


def chapter(predicate: str) -> str:
    return f"KESIAPAN MENUJU {predicate}"


def unmet_rule(rule: str, value: str, least: str, difference: str) -> str:
    return f"- {rule}: {value}, minimal {least} ({difference})"


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
