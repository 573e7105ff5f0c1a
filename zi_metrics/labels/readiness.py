"""Kesiapan: where the unit stands against the predicates, and what is said of the way there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zi_metrics.labels.numbers import count, out_of
from zi_metrics.labels.sentences import listed

TOTAL = "Nilai simulasi"
LEVERS = "Pengungkit"
VALUES_OF_RESULTS = "nilai Hasil"
RESULTS = "Hasil"
ANSWERED = "Terjawab"
SCENARIO = "skenario"

ANSWERS_UNREADABLE = (
    "Tabel Indikator tidak dapat dibaca, jadi Pemenuhan, Reform, dan nilai total tidak dihitung."
)
RESULTS_UNREADABLE = (
    "Tabel Hasil tidak dapat dibaca, jadi nilai Hasil dan nilai total tidak dihitung."
)
SEE_PROBLEMS = "Lihat keterangannya di daftar masalah data di atas."
FILL_IN = (
    "Isi kolom Jawaban pada tab Indikator di sheet bersama (untuk pertanyaan rasio: Pembilang dan "
    "Penyebut) dan kolom Nilai pada tab Hasil, agar posisi unit dapat dihitung."
)
NO_PREDICATE = "Predikat belum dapat disimulasikan."
NO_PREDICATE_YET = "Predikat baru disimulasikan sesudah Pemenuhan, Reform, dan Hasil terisi semua."

RULES_TITLE = "Syarat nilai"
RULE_HEADERS = ("Syarat", "Nilai")
MINIMUM, DIFFERENCE, STANDING = "Minimal", "Selisih", "Keadaan"
UNREADABLE = "tidak dapat dibaca"
OFFICIAL = "TPN"
SUM_OF_PARTS: Mapping[str, str] = {"bersih_akuntabel": "IPAK dan capaian kinerja bersama-sama"}
"""What a component of several parts is the sum of, by key."""

NO_ANSWERS_YET = "belum ada jawaban dan belum ada nilai Hasil"
SEE_READINESS = "Lihat Kesiapan"
ALL_FILLED = "semua terisi"


def total(points: str) -> str:
    return f"{TOTAL} {points} dari 100."


def simulated(total: str, levers: str, results: str, answered: str) -> str:
    """The opening of a worksheet that is filled in."""
    return (
        f"{TOTAL} {total} dari 100: Pengungkit {levers} dari 60 dan Hasil {results} dari 40; "
        f"terjawab {answered}."
    )


def nothing_filled(answered: str) -> str:
    return (
        f"Belum ada jawaban dan belum ada nilai Hasil: terjawab {answered}, jadi posisi unit belum "
        "dapat dihitung."
    )


def answers_of(aspect: str) -> str:
    return f"jawaban {aspect}"


def minima_met(counted: Sequence[tuple[str, int, int]]) -> str:
    """How many of the seven are met; counted: predicate, met, of."""
    (name, met, of), *others = counted
    rest = "".join(f"; {name}: {out_of(met, of)}" for name, met, of in others)
    return f"Sebanyak {out_of(met, of)} syarat nilai {name} dipenuhi{rest}."


def reached(predicate: str) -> str:
    return f"Menurut simulasi ini, semua syarat nilai {predicate} dipenuhi."


def so_far(parts: Sequence[str]) -> str:
    """The opening of a worksheet with gaps; parts: of `part`."""
    return f"{'; '.join(parts)}."


def part(name: str, points: str, counted: str) -> str:
    """counted: of `answered` or `filled_parts`, or ''."""
    return f"{name} {points}, {counted}" if counted else f"{name} {points}"


def filled_parts(filled: int, parts: int) -> str:
    return f"terisi {out_of(filled, parts)} bagian"


def missing(blank: Mapping[str, int]) -> str:
    """blank: number of what is not filled in, by name ('jawaban Pemenuhan')."""
    told = [f"{count(number)} {name}" for name, number in blank.items() if number]
    return f"Belum diisi: {listed(told)}." if told else ""


def not_scored(faulty: int, of_nothing: int) -> str:
    """faulty: answers that could not be read; of_nothing: ratios of 0 to 0."""
    told = []
    if faulty:
        told.append(f"{count(faulty)} jawaban terisi tetapi tidak dapat dinilai; lihat Mutu Data.")
    if of_nothing:
        told.append(f"{count(of_nothing)} rasio berisi 0 dari 0, jadi tidak dapat dinilai.")
    return " ".join(told)


def recorded(value: str) -> str:
    """What the sheet says, beside a figure of a scenario."""
    return f"sheet bersama: {value}"


def of_scenario(name: str) -> str:
    return f"{name} ({SCENARIO})"


def of_weight(points: str, weight: str) -> str:
    return f"{points} {of_whole(weight)}"


def of_whole(weight: str) -> str:
    return f"dari {weight}"


def aspects(fulfilment: str, reform: str) -> str:
    return f"Pemenuhan {fulfilment} dan Reform {reform}"


def answered(counted: str) -> str:
    return f"terjawab {counted}"


def unscored_answers(unanswered: int, faulty: int, of_nothing: int) -> str:
    """Beside how many are answered: all the others."""
    kinds = (
        (unanswered, "belum diisi"),
        (faulty, "tidak dapat dinilai"),
        (of_nothing, "berisi 0 dari 0"),
    )
    return listed([f"{count(number)} {kind}" for number, kind in kinds if number]) or ALL_FILLED


def named_points(name: str, points: str) -> str:
    return f"{name} {points}"


def answered_only(named: Sequence[str], *, own: Sequence[str]) -> str:
    """named: of `named_points`; own: by the sheet, where a scenario says something else."""
    beside = f" ({recorded(listed(own))})" if own else ""
    return f"Bila yang kosong tidak dihitung, seperti lembar yang beredar: {listed(named)}{beside}."


def results_by(official: int, supposed: int, filled: int) -> str:
    """Who found the values of Hasil; official: the national team; supposed: by a scenario."""
    own = filled - official - supposed
    told = [f"{count(official)} dari {OFFICIAL}"] if official else []
    told += [f"{count(own)} dari unit sendiri"] if own else []
    told += [f"{count(supposed)} {SCENARIO}"] if supposed else []
    return listed(told)


def lowest(area: str) -> str:
    return f"terendah: {area}"


def index(value: str) -> str:
    return f"indeks {value}"


def letter(value: str) -> str:
    return f"jawaban {value}"


def on_summary(so_far: str) -> str:
    """The one line on Ringkasan, before its link."""
    return f"Nilai LKE: {so_far}."


def total_so_far(total: str) -> str:
    return f"simulasi {total}"
