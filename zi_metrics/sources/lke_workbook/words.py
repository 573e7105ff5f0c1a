"""The closed lists of words by which columns and rows of a worksheet are known."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import NamedTuple


class Role(StrEnum):
    """What a column holds."""

    NUMBER = auto()
    QUESTION = auto()
    WEIGHT = auto()
    OPTIONS = auto()
    ANSWER = auto()
    SCORE = auto()
    PERCENT = auto()
    NOTE = auto()
    EXPLANATION = auto()
    """A note right of the answers; left of them, what each answer means."""
    EVIDENCE = auto()
    OTHER = auto()
    """Known, and not read: the assessor's columns, people, dates."""


_NAMES = {
    Role.NUMBER: "no|nomor|nourut|kode|nomorurut",
    Role.QUESTION: (
        "penilaian|komponenpenilaian|aspekpenilaian|indikatorpenilaian|unsurpenilaian|indikator"
        "|pertanyaan|uraian|komponen|uraianpenilaian|areaperubahan"
    ),
    Role.WEIGHT: "bobot|bobotnilai|nilaibobot",
    Role.OPTIONS: (
        "pilihanjawaban|pilihan|opsijawaban|opsi|alternatifjawaban|jenisjawaban|tipejawaban"
        "|pilihanjawab"
    ),
    Role.ANSWER: "jawaban|jawab|isian|jawabanunit|jawabanunitkerja|jawabansatker|isianjawaban",
    Role.SCORE: "nilai|skor|nilaiunit|nilaiunitkerja|skornilai|nilaiskor|nilaisatker|score",
    Role.PERCENT: "persen|persentase|capaian",
    Role.NOTE: "catatan|keterangan|catatanketerangan|catatanketeranganpenjelasan|ket",
    Role.EXPLANATION: "penjelasan|kriteria|kriteriapenilaian|kriterianilai|panduan|petunjuk",
    Role.EVIDENCE: (
        "datadukung|buktidukung|bukti|evidence|eviden|dokumen|dokumenpendukung|datapendukung"
        "|link|tautan|linkevidence|linkbukti|linkdatadukung|namadokumen|url"
    ),
    Role.OTHER: "pic|penanggungjawab|status|tenggat|target|tanggal|tahun|rencanaaksi",
}
ROLES: Mapping[str, Role] = {
    name: role for role, names in _NAMES.items() for name in names.split("|")
}
"""Headers, as `name_key` writes them."""
BEGINNINGS: Mapping[str, Role] = {
    "catatan": Role.NOTE,
    "keterangan": Role.NOTE,
    "pilihanjawab": Role.OPTIONS,
    "jawaban": Role.ANSWER,
    "bobot": Role.WEIGHT,
    "penilaian": Role.QUESTION,
    "link": Role.EVIDENCE,
    "tautan": Role.EVIDENCE,
    "datadukung": Role.EVIDENCE,
    "bukti": Role.EVIDENCE,
    "eviden": Role.EVIDENCE,
    "dokumen": Role.EVIDENCE,
    "nilai": Role.SCORE,
    "skor": Role.SCORE,
}
"""The same for longer headers, by how they begin."""
ASSESSORS = (
    "tpi",
    "tpn",
    "evaluator",
    "asesor",
    "inspektorat",
    "verifikator",
    "reviu",
    "timpenilai",
)
"""Parts of a header that say that somebody else fills the column."""
TEMPLATE_HEADERS = frozenset({"kode", "jenisjawaban", "jawaban", "pembilang", "penyebut"})
"""Headers of our own template, which is no worksheet."""

INPUT_KINDS = frozenset({"jumlah", "angka", "jumlah orang", "bilangan"})
"""What stands as type of an answer beside the inputs of a percentage."""
INPUT_WORD = "jumlah"
TOTALS: Mapping[str, str] = {
    "total pengungkit": "pengungkit",
    "jumlah pengungkit": "pengungkit",
    "total pemenuhan": "pemenuhan",
    "total reform": "reform",
    "total hasil": "hasil",
    "jumlah hasil": "hasil",
    "nilai evaluasi zona integritas": "total",
    "nilai evaluasi": "total",
    "nilai zona integritas": "total",
    "nilai total": "total",
    "total nilai": "total",
    "jumlah nilai": "total",
    "nilai akhir": "total",
    "nilai lke": "total",
    "total": "total",
}
"""How rows of sums begin, the longer ones first, and what they sum up."""
COMPONENTS: Mapping[str, str] = {
    "pengungkit": "pengungkit",
    "komponen pengungkit": "pengungkit",
    "hasil": "hasil",
    "komponen hasil": "hasil",
    "pemenuhan": "pemenuhan",
    "aspek pemenuhan": "pemenuhan",
    "reform": "reform",
    "aspek reform": "reform",
}
"""Headings of the highest levels; they count only as they stand here."""
OTHER_TEXTS: Mapping[str, tuple[str, ...]] = {
    "A.II.5.iii.a": (
        "Penyampaian Laporan Harta Kekayaan Penyelenggara Negara (LHKPN)",
        "Laporan Harta Kekayaan Pejabat Negara (LHKPN)",
        "Penyampaian LHKPN",
        "LHKPN",
    ),
    "A.II.5.iii.b": (
        "Penyampaian Laporan Harta Kekayaan Aparatur Sipil Negara (LHKASN)",
        "Penyampaian Laporan Harta Kekayaan Non LHKPN",
        "Penyampaian LHKASN",
        "LHKASN",
    ),
}
"""Other words for a question, by code; also of the heading that stands above it in some copies."""
RESULT_WORDS: Mapping[str, tuple[str, str]] = {
    "ipak": ("korupsi", "sur|indeks|ipak|persepsi"),
    "ipkp": ("pelayanan", "sur|indeks|ipkp|ikm|persepsi"),
    "capaian_kinerja": ("capaian", "kinerja"),
}
"""Parts of Hasil: a word their row must hold, and others of which it must hold one."""
SURVEY_BEGINNINGS = ("survei", "survey", "nilai sur", "nilai persepsi", "indeks")
SURVEY_WORD = "persepsi"
PERFORMANCE_BEGINNINGS = ("capaian kinerja lebih baik", "capaian kinerja dibanding")
"""The same for rows that stand outside of Hasil, because its heading is lost."""


class Sides(NamedTuple):
    """Words of the two inputs of a percentage, and of those beside them; each split by `|`."""

    part: str
    whole: str
    aside: str = ""


INPUT_WORDS: Mapping[str, Sides] = {
    "A.II.1.i.a": Sides("perubahan yang|dibuat|konkret", "agen"),
    "A.II.1.i.b": Sides("integrasi", "dibuat|perubahan"),
    "A.II.3.iii.a": Sides(
        "tahun ini|berjalan|sekarang|sesudah", "sebelum|tahun lalu", "sanksi|hukuman"
    ),
    "A.II.4.i": Sides("100|tercapai|mencapai", "sasaran"),
    "A.II.5.ii": Sides("selesai|sudah|telah", "harus|masuk|diterima|seluruh", "proses"),
    "A.II.5.iii.a": Sides("sudah|telah", "harus"),
    "A.II.5.iii.b": Sides("sudah|telah", "harus"),
    "A.II.6.i.b": Sides("dipermudah|permudah|perbaik", "terdata|yang ada|seluruh|jumlah"),
}
"""By code; words of the part are looked for first. Of a decline, the part is what is left now."""
ANY_INPUTS = Sides("sudah|telah|selesai|tercapai|terealisasi", "harus|seluruh|total|wajib")

LINK_LABELS = frozenset(
    {
        *(
            "link",
            "tautan",
            "url",
            "bukti",
            "evidence",
            "eviden",
            "folder",
            "klik",
            "buka",
            "gdrive",
        ),
        *("google drive", "drive", "klik disini", "klik di sini", "disini", "di sini", "lihat"),
    }
)
"""Words behind which a link stands, and that name no document; also after `lihat`, `link` ..."""
NO_NAMES = frozenset(
    {word for label in LINK_LABELS for word in label.split()}
    | {"ini", "itu", "dan", "serta", "pada", "dalam", "ke", "data", "dukung", "dokumen"}
    | {"lampiran", "terlampir", "berikut", "berkas", "file"}
)
"""Words that say of a document no more than that it is there, or join two of them."""
LINK_BEGINNINGS = ("lihat ", "link ", "klik ", "buka ", "tautan ", "folder ")
NO_DOCUMENT = frozenset({"-", "belum", "belum ada", "tidak ada", "n/a", "nihil", "ada"})
