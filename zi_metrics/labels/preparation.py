"""Words of the page Persiapan rapat: what the host checks, hands out and shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zi_metrics.labels import lke
from zi_metrics.labels.messages import cut
from zi_metrics.labels.numbers import count, long_date, percent
from zi_metrics.labels.quality import SEE_ALL
from zi_metrics.labels.sentences import listed

CHECKLIST = "Daftar periksa"
LOCK = "Kunci data"
PACK = "Paket rapat"
SHOW = "Tayangkan"
MEMOS = "Memo per area dan PIC"
HEADERS = ("Hal", "Keadaan", "Yang perlu dilakukan")
READY, TO_DO = "siap", "lengkapi"

UNIT = "Nama unit"
MEETING = "Tanggal rapat"
EARLIER = "Pembanding"
TARGET = "Target"
PROBLEMS = "Masalah data"
AGE = "Umur data"
NAMES = "Nama orang"
ANSWERS = "Jawaban LKE"
RESULTS = "Nilai Hasil"
ENTRY = "Syarat pengusulan"
NOT_READABLE = "tidak dapat dibaca"

SHOW_NAMES = "Tampilkan nama"
SHOW_NAMES_HELP = (
    "Nama orang pada PIC, judul, dan catatan tampil apa adanya di paket ini dan di halaman Rapat. "
    "Tanpa ini yang tampil inisialnya."
)
DOWNLOAD_PACK = "Unduh paket rapat"
DOWNLOAD_MINUTES = "Unduh kerangka notulen"
PACK_SAYS = (
    "Satu berkas zip: presentasi, bahan cetak, buku kerja, kerangka notulen, dan memo. "
    "Angkanya sama dengan yang tampil di sini, dan sumber serta sidik datanya tertulis di setiap "
    "berkas."
)
KINDS = {"pptx": "Presentasi (PPTX)", "pdf": "Cetak (PDF)", "xlsx": "Buku kerja (XLSX)"}
OPEN_DECK = "Mulai rapat"
DECK_SAYS = "Satu layar penuh; pindah slide dengan tombol panah, selesai dengan Esc."
CHOOSE_MEMO = "Memo untuk"
MEMO_SAYS = "Salin ke WhatsApp atau surel dengan tombol di sudut kanan atas kotak."
SEE_PROBLEMS = SEE_ALL


def today(meeting_on: date | None, ready: int, total: int) -> str:
    """The opening sentence. ready, total: of the checklist."""
    when = "Tanggal rapat belum diisi" if meeting_on is None else f"Rapat {long_date(meeting_on)}"
    return f"{when}: {count(ready)} dari {count(total)} hal sudah siap."


def fill_in(setting: str) -> str:
    return f"Isi “{setting}” di tab Pengaturan."


def unit(name: str) -> str:
    return cut(name)


def meeting_passed(day: date) -> str:
    return f"{long_date(day)}, sudah lewat"


def in_days(day: date, days: int) -> str:
    when = "hari ini" if days == 0 else f"{count(days)} hari lagi"
    return f"{long_date(day)} ({when} dari keadaan data)"


def next_meeting() -> str:
    return "Isi tanggal rapat berikutnya di tab Pengaturan."


def keep_a_snapshot() -> str:
    return "Simpan potret pada hari rapat, agar rapat berikutnya mempunyai pembanding."


NO_EARLIER = "belum ada potret sebelum rapat ini"


def quarter_instead() -> str:
    """What is done about a missing date of the last meeting."""
    return "Isi “Tanggal rapat lalu” di tab Pengaturan bila ingin membandingkan dengan hari itu."


def target(share: float, day: date | None, predicate: str) -> str:
    until = f" pada {long_date(day)}" if day else ""
    return f"{percent(share)}{until}, menuju {predicate}"


def answers(answered: int, questions: int, faulty: int) -> str:
    """faulty: answers that cannot be scored, or are scored with a doubt."""
    doubtful = f", {count(faulty)} bermasalah" if faulty else ""
    return f"{lke.answered(answered, questions)}{doubtful}"


def fill_in_answers() -> str:
    return "Isi kolom Jawaban yang masih kosong di tab Indikator."


def mend_answers() -> str:
    return "Perbaiki jawabannya di tab Indikator; selnya disebut di Mutu Data."


def fill_in_results(parts: Sequence[str]) -> str:
    return f"Isi {listed(parts)} di tab Hasil."


def fill_in_entry(predicate: str) -> str:
    return f"Isi syarat pengusulan {predicate} yang kosong di tab Pengaturan."


def restore(tab: str) -> str:
    return f"Pulihkan tab {tab}."


def problems(errors: int, warnings: int) -> str:
    told = [
        f"{count(number)} {kind}"
        for number, kind in ((errors, "galat"), (warnings, "peringatan"))
        if number
    ]
    return listed(told) if told else "tidak ada galat dan peringatan"


def mend() -> str:
    return "Perbaiki di sheet bersama sebelum rapat, galat lebih dulu."


def age(read: str, ago: str) -> str:
    return f"dibaca {read} ({ago})"


def read_again() -> str:
    return "Google Sheet sedang tidak terbaca; yang tampil adalah data terakhir yang baik."


def names(written: int, people: int) -> str:
    """written: names in Pengaturan; people: names found in PICs."""
    if not written and not people:
        return "tidak ada yang didaftar, dan semua PIC berupa peran"
    return f"{count(written)} didaftar di Pengaturan, {count(people)} ditemukan pada PIC"
