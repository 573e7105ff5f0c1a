"""What each requirement for a proposal means in the tab Pengaturan: one sentence or two each."""

from __future__ import annotations

from collections.abc import Mapping

_BLANK = "Kosong berarti belum diketahui."
_YES = "Tidak bila belum."

ENTRY: Mapping[str, str] = {
    "entry.tlhp": (
        "Ya bila semua rekomendasi hasil pemeriksaan APIP dan BPK sudah ditindaklanjuti; "
        f"{_YES} {_BLANK}"
    ),
    "entry.lhkpn_lhkasn": (
        "Ya bila semua pegawai yang wajib sudah melaporkan harta kekayaannya (LHKPN dan LHKASN); "
        f"{_YES} {_BLANK}"
    ),
    "entry.zi_satu_tahun": (
        "Ya bila Zona Integritas sudah dibangun paling sedikit satu tahun sejak dicanangkan; "
        f"{_YES} {_BLANK}"
    ),
    "entry.sakip_unit": (
        "Nilai evaluasi SAKIP unit oleh APIP, D sampai AA. Paling rendah B untuk WBK, BB untuk "
        f"WBBM. {_BLANK}"
    ),
    "entry.layanan_utama": (
        f"Ya bila layanan utama unit berdampak besar bagi masyarakat; Tidak bila bukan. {_BLANK}"
    ),
    "entry.sptjm": (
        "Ya bila surat pernyataan tanggung jawab mutlak (SPTJM) sudah ditandatangani pimpinan "
        f"unit; {_YES} {_BLANK}"
    ),
    "entry.sudah_wbk": f"Hanya untuk WBBM. Ya bila unit sudah berpredikat WBK; {_YES} {_BLANK}",
    "entry.opini_wtp": (
        "Ya bila opini BPK yang terbaru atas laporan keuangan instansi wajar tanpa pengecualian; "
        f"Tidak bila bukan. {_BLANK}"
    ),
    "entry.sakip_instansi": (
        f"Nilai SAKIP instansi, D sampai AA. Paling rendah B untuk WBK, BB untuk WBBM. {_BLANK}"
    ),
    "entry.indeks_rb": (
        "Predikat indeks RB instansi, D sampai AA. Paling rendah B untuk WBK, BB untuk WBBM. "
        f"{_BLANK}"
    ),
    "entry.maturitas_spip": (
        "Tingkat maturitas SPIP instansi, 1 sampai 5, tanpa koma. Paling rendah 3 untuk WBK dan "
        f"WBBM. {_BLANK}"
    ),
}
"""By canonical name of the setting."""
