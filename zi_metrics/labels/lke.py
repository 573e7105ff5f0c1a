"""Words of the worksheet: its minima, its standings, and what a proposal asks for."""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.labels.numbers import out_of

SCORE = "Nilai LKE"
WHO_DECIDES = (
    "Predikat diberikan oleh Menteri PANRB berdasarkan rekomendasi Tim Penilai Nasional (TPN); "
    "angka di sini hanya simulasi dari jawaban unit sendiri."
)
WHO_DECIDES_SHORT = "Predikat diberikan Menteri PANRB atas rekomendasi TPN."
NOT_FILLED = "belum diisi"

RULES: Mapping[str, str] = {
    "total": "Nilai total",
    "pengungkit": "Nilai Pengungkit",
    "each_area_share": "Setiap area Pengungkit",
    "bersih_akuntabel": "Birokrasi yang Bersih dan Akuntabel",
    "ipak": "Survei Persepsi Anti Korupsi (IPAK)",
    "capaian_kinerja": "Capaian kinerja lebih baik",
    "pelayanan_prima": "Pelayanan Publik yang Prima",
}
"""The seven minima, by key."""

STANDINGS: Mapping[str, str] = {
    "memenuhi": "Memenuhi",
    "belum memenuhi": "Belum memenuhi",
    "belum diisi": "Belum diisi",
}
"""How a worksheet stands against a minimum, as a cell or a badge says it."""

REQUIREMENTS: Mapping[str, str] = {
    "tlhp": "Tindak lanjut hasil pemeriksaan APIP/BPK (TLHP) 100%",
    "lhkpn_lhkasn": "Pelaporan LHKPN dan LHKASN 100%",
    "zi_satu_tahun": "Zona Integritas dibangun paling sedikit satu tahun",
    "sakip_unit": "Nilai SAKIP internal unit",
    "layanan_utama": "Layanan utama berdampak besar bagi masyarakat",
    "sptjm": "SPTJM ditandatangani pimpinan unit",
    "sudah_wbk": "Unit sudah berpredikat WBK",
    "opini_wtp": "Opini BPK atas laporan keuangan instansi: WTP",
    "sakip_instansi": "Nilai SAKIP instansi",
    "indeks_rb": "Indeks Reformasi Birokrasi instansi",
    "maturitas_spip": "Tingkat maturitas SPIP instansi",
}
"""What a unit and its agency must have before a proposal, by key; also the keys of Pengaturan."""

SHORT_NAMES: Mapping[str, str] = {
    "ipak": "IPAK",
    "ipkp": "IPKP",
    "capaian_kinerja": "Capaian kinerja",
}
"""A part of Hasil, by key, where its whole name is too long."""


def answered(number: int, questions: int) -> str:
    return f"{out_of(number, questions)} terjawab"


def filled(number: int, parts: int) -> str:
    return f"{out_of(number, parts)} terisi"


def at_least(value: str) -> str:
    """What is asked of a value."""
    return f"paling sedikit {value}"


def gain(points: str) -> str:
    return f"+{points} poin"


def to_answer(now: str, to: str) -> str:
    return f"{now} → {to}"
