"""Settings that say what a unit and its agency have of what a proposal asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from zi_metrics.labels.lke import REQUIREMENTS
from zi_metrics.labels.sentences import either
from zi_metrics.lke import Catalogue
from zi_metrics.lke.entry import NO, YES, Requirement, requirements
from zi_metrics.matching import TICKS, folded, name_key
from zi_metrics.tables.setting_spec import ENTRY, SettingSpec

PREFIX = "Syarat: "
"""Keys begin with it in the template, so that they are known for what they are."""

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "tlhp": ("Tindak lanjut hasil pemeriksaan", "TLHP 100%", "Tindak lanjut TLHP"),
    "lhkpn_lhkasn": ("LHKPN dan LHKASN", "Pelaporan LHKPN dan LHKASN"),
    "zi_satu_tahun": ("Pembangunan ZI satu tahun", "ZI paling sedikit satu tahun"),
    "sakip_unit": ("Nilai SAKIP unit", "SAKIP internal unit", "Nilai SAKIP unit kerja"),
    "layanan_utama": ("Layanan utama unit", "Layanan berdampak besar"),
    "sptjm": ("SPTJM ditandatangani", "Surat pernyataan tanggung jawab mutlak"),
    "sudah_wbk": ("Berpredikat WBK", "Sudah berpredikat WBK", "Predikat WBK"),
    "opini_wtp": ("Opini BPK", "Opini WTP", "Opini BPK instansi"),
    "sakip_instansi": ("Predikat SAKIP instansi", "AKIP instansi"),
    "indeks_rb": ("Indeks RB instansi", "Indeks Reformasi Birokrasi"),
    "maturitas_spip": ("Maturitas SPIP instansi", "Tingkat maturitas SPIP", "Level maturitas SPIP"),
}
_YES = frozenset({"ya", "y", "iya", "v", "sudah", "ada", "sudah ada", "1", "true", "benar", *TICKS})
_NO = frozenset({"tidak", "tdk", "t", "belum", "blm", "belum ada", "tidak ada", "0", "false"})
_OWN_WORDS: Mapping[str, Mapping[str, str]] = {
    "tlhp": {"100%": YES, "100 %": YES},
    "lhkpn_lhkasn": {"100%": YES, "100 %": YES},
    "sptjm": {"ditandatangani": YES, "sudah ditandatangani": YES},
    "opini_wtp": {"wtp": YES, "wdp": NO, "tmp": NO, "tw": NO, "disclaimer": NO},
}


def entry_settings(catalogue: Catalogue) -> tuple[SettingSpec, ...]:
    """One setting per requirement, in their order, the unit's first."""
    return tuple(map(_setting, requirements(catalogue)))


def _setting(requirement: Requirement) -> SettingSpec:
    key, words = requirement.key, REQUIREMENTS[requirement.key]
    bare = (words, key, *_ALIASES.get(key, ()))
    return SettingSpec(
        name=f"{ENTRY}.{key}",
        key=f"{PREFIX}{words}",
        expected=either(requirement.choices),
        read=partial(_chosen, requirement),
        aliases=(*bare, *(f"{PREFIX}{each}" for each in bare[1:])),
        choices=requirement.choices,
    )


def _chosen(requirement: Requirement, value: str) -> str:
    """One of the choices, in any case, or a word that means it."""
    word = folded(value).rstrip(".")
    if not requirement.levels:
        found = _OWN_WORDS.get(requirement.key, {}).get(word)
        found = found or (YES if word in _YES else NO if word in _NO else None)
    else:
        word = word.removeprefix("level ").removeprefix("predikat ")
        found = next((each for each in requirement.levels if folded(each) == word), None)
    if found is None:
        raise ValueError(value)
    return found


def named(specs: tuple[SettingSpec, ...]) -> Mapping[str, SettingSpec]:
    """The settings by their keys and aliases, as keys are matched."""
    return {name_key(key): spec for spec in specs for key in (*spec.aliases, spec.key)}
