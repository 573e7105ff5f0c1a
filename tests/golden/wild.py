"""One workbook in which everything happens at once that was seen in coordinators' sheets.

The comment beside a line names what it stands for; `test_wild.py` holds what must become of it.
As of 31 October 2025. An area's figures can be checked by hand: about 40 documents in three tabs,
10 recommendations, 9 SPIP reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

AS_OF = date(2025, 10, 31)
NBSP, ZERO_WIDTH = "\u00a0", "\u200b"
TITLE_ROWS = (
    "MATRIKS DATA DUKUNG ZONA INTEGRITAS 2025",
    "Diisi koordinator area, paling lambat Jumat",
)


@dataclass(frozen=True)
class Linked:
    """A text with an address behind it."""

    text: str
    target: str


@dataclass(frozen=True)
class Plain:
    """A text that would be a formula if it were typed."""

    text: str


@dataclass(frozen=True)
class Shown:
    """A number and how it is shown."""

    number: float
    format: str


class Rows:
    """Writes the cells of a row by short names of its columns."""

    def __init__(self, tab: Worksheet, **columns: str) -> None:
        self._tab, self._columns = tab, columns

    def __call__(self, row: int, **cells: Any) -> None:
        for name, value in cells.items():
            put(self._tab, f"{self._columns[name]}{row}", value)


def put(tab: Worksheet, place: str, value: Any) -> None:
    cell = tab[place]
    if isinstance(value, Linked):
        cell.value, cell.hyperlink = value.text, value.target
    elif isinstance(value, Plain):
        cell.value, cell.data_type = value.text, "s"
    elif isinstance(value, Shown):
        cell.value, cell.number_format = value.number, value.format
    else:
        cell.value = value


def write_row(tab: Worksheet, row: int, *values: Any) -> None:
    for column, value in enumerate(values, start=1):
        put(tab, tab.cell(row, column).coordinate, value)


def wild_workbook() -> Workbook:
    """The workbook; what only a Google Sheet can hold is added to its copy there."""
    book = Workbook()
    _areas_one_and_two(book.active)
    _area_three(book.create_sheet("Data Dukung III"))
    _monev(book.create_sheet("Tindak lanjut monev"))  # a renamed tab
    _area_six(book.create_sheet("DATA DUKUNG \u2013 Layanan"))  # tabs of one table lie apart
    _spip(book.create_sheet("Laporan SPIP"))  # a renamed tab
    _indicators(book.create_sheet("LKE"))  # a renamed tab
    _settings(book.create_sheet("pengaturan "))  # case and a trailing space
    write_row(book.create_sheet("Sheet9"), 2, "coret-coret", 12)  # a tab of nobody
    return book  # the tab Hasil is not there


def _areas_one_and_two(tab: Worksheet) -> None:
    tab.title = "Data Dukung I-II"  # the first of several tabs that begin so
    tab["A1"], tab["A2"] = TITLE_ROWS  # title rows above the header
    tab.merge_cells("A1:H1")
    write_row(  # header in row 3; renamed, in another order, in another case, with remarks
        tab, 3,
        "No.", f"KODE {NBSP}INDIKATOR", "Nama Dokumen (sesuai LKE)", "STATUS",
        "Validator",  # an extra column
        "Link Evidence", "Penanggung Jawab", "Batas Waktu", "Terakhir diubah", "Alasan *", "Ket.",
        "Status",  # a duplicated column
        "ID dokumen", "Area",
    )  # fmt: skip
    at = Rows(
        tab, no="A", code="B", title="C", status="D", validator="E", link="F", pic="G", due="H",
        updated="I", reason="J", note="K", second="L", id="M", area="N",
    )  # fmt: skip
    at(4, no=1, code="A.I.1.i.a", title="SK Tim ZI", status="Terverifikasi", id="DD-01")
    at(4, link=Linked("LIHAT EVIDENCE", "https://drive.google.com/a"))  # the address is behind it
    at(4, due=date(2025, 3, 31), second="Belum ada")  # a real date; the second Status is not read
    at(5, no=2, title="Undangan rapat", status="Tersedia", id="DD-02")
    at(5, link='=HYPERLINK("https://drive.google.com/b","LIHAT")')  # a formula with its address
    at(5, due=45747)  # 31 March 2025 as a serial number, without a date format
    at(6, no=3, title="Notulen rapat", id="DD-03", due="31/12/2025")  # a date as text, day first
    tab.merge_cells("B4:B6")  # a merged code: holds for its rows
    tab.merge_cells("D5:D6")  # a merged status: does not hold for row 6
    at(8, no=4, code=f" a.i.1.i.b{NBSP}")  # after a blank row; case, spaces, NBSP around a code
    at(8, title=f"SK{NBSP} Penetapan\u200d Anggota", status="ADA ", id="01")  # text stays "01"
    at(8, link="https://situs.go.id/anggota", due="1 Okt 2025")  # a typed address; a short month
    at(9, no=5, code="A.I.1.ii.a", title="Rencana kerja ZI", status=True)  # a ticked box
    at(9, id="DD-01", due="31 Desember 2025")  # a duplicate ID; a date in words
    at(10, no=6, code="A.I.1.ii.a", title=Plain("=Lampiran rencana"))  # a text beginning with =
    at(10, status=False, due="Desember 2025")  # an unticked box; a month for a date
    at(11, code="B. Pemantauan dan evaluasi")  # the title of a part
    tab.merge_cells("B11:H11")
    at(12, no=7, code="A.I.1.iii.a", title="Laporan monev TW I", status="v")  # a letter as a tick
    at(12, link="LIHAT EVIDENCE")  # a label without address
    at(12, due=datetime.fromisoformat("2025-12-31 08:00"))  # a time of day too
    at(12, updated="Senin, 6 Oktober 2025")  # a weekday
    at(13, no=8, code="A.I.1.iii.a", title="Laporan monev TW II", status="x")  # a tick or a cross
    at(13, link="javascript:alert(1)", due="31/02/2025")  # no web address; an impossible date
    at(14, no=9, code="A.I.1.iii.b", title="Notulen monev")
    at(14, status="sudah ada tapi blm ttd")  # a status in free words
    at(14, link=Linked("SK", "file:///D:/ZI/SK.pdf"), due="31/12/2035")  # a file; ten years off
    at(15, no=10, title="Dokumen tanpa kode", status="Ada")  # a row without a code
    at(16, no=11, code="A.I.9.z", title="Dokumen salah kode", status="Ada")  # a code that is none
    at(17, no=12, code="A.I.1.iv.a", title="Survei internal", status="#REF!", due="#N/A")  # errors
    at(18, no=13, code="A.I.1.iv.a", title="Hasil survei")
    at(18, status='=IF(E18="ya","Ada","Belum")')  # a formula without a stored result
    at(19, no=14, code="A.I.1.iv.b", status="BENAR")  # a row hidden by hand; an Indonesian TRUE
    at(19, title="<b>SK</b> <script>alert(1)</script>")  # HTML
    tab.row_dimensions[19].hidden = True
    at(20, no=15, code="A.I.1.iv.c", title="Laporan kegiatan", status="N/A")  # filtered away
    at(20, reason="Tidak ada kegiatan")
    tab.row_dimensions[20].hidden = True
    tab.auto_filter.ref = "A3:N25"
    tab.auto_filter.add_filter_column(3, ["Ada"])
    at(21, no=16, code="A.I.1.iv.d", title="Laporan lain", status="TR", reason="-")  # no reason
    at(22, validator="cek ulang")  # a remark in a column that is not read
    at(23, no="No.", code="Kode Indikator", status="Status")  # the header again
    at(23, title="Nama Dokumen (sesuai LKE)")
    at(
        24, no=17, code="A.I.2.i.a", title="SOP \u2013 \u201crevisi\u201d", status="\u2013"
    )  # dashes
    at(25, no=18, code="A.I.2.i.a", title='SOP - "Revisi" ', status=1)  # the same document again
    at(26, no=19)  # numbering ahead of its rows
    at(27, status=False)  # boxes ahead of their rows
    put(tab, "A1000", Shown(None, "0.00"))  # trailing rows that are only formatted


def _area_three(tab: Worksheet) -> None:
    tab.sheet_state = "hidden"  # a hidden tab
    write_row(
        tab, 1,
        "Data dukung", "Kode", "Tahun", "Keadaan", "Tautan", "Koordinator", "Deadline",
    )  # fmt: skip
    at = Rows(
        tab, title="A", code="B", period="C", status="D", link="E", pic="F", due="G",
    )  # fmt: skip
    at(2, code="A.I.3.i.a", title="Peta jabatan", status="Ya", period=2025)  # a year as a number
    at(2, link="D:\\ZI\\Peta jabatan.docx")  # a path on somebody's disk
    at(3, code="A.I.3.i.b", title="Analisis beban kerja", status="\u2713")  # a tick mark
    at(3, period=date(2025, 6, 1))  # "Juni 2025", which a sheet turns into a date
    at(4, code="A.I.3.i.c", title="Evaluasi penempatan", status=f"Draft{ZERO_WIDTH}")  # invisible
    at(5, code="A.I.3.ii.a", title="SK mutasi", status="valid")
    at(6, code="A.I.3.ii.b", title="Pola mutasi", status="Perbaikan", due="2025-09-30")  # ISO date
    at(7, code="A.I.3.ii.c", title="Evaluasi mutasi", status=f" {NBSP}", due="30.09.2025")  # blank
    at(8, code="A.I.3.iii.a", title="Kebutuhan diklat", status=0)  # nought for no
    at(9, code="A.I.3.iv.a", title="Perjanjian kinerja", status="Tidak berlaku")  # no column Alasan
    at(10, code="A.I.3.v.a", title="+ Kode etik", status="Sudah ada")  # a text beginning with +
    at(11, code="A.I.3.v.a", title="-Lampiran kode etik", status="-")  # a text beginning with -
    at(12, code="A.I.3.vi.a", title="@simpeg", status="Verifikasi")  # a text beginning with @
    at(13, code="A.I.3.vi.a", status="ok")
    at(13, title="[SK](https://palsu.id) **tebal** | a | \u2018b\u2019")  # Markdown, curly quotes


def _area_six(tab: Worksheet) -> None:
    tab["A1"] = TITLE_ROWS[0]
    write_row(tab, 2, "Kode indikator", "Judul", "Status", "Link", "PIC", "Tenggat", "PIC")  # twice
    at = Rows(tab, code="A", title="B", status="C", link="D", pic="E", due="F", second="G")
    at(3, code="A.I.6.i.a", title="Maklumat pelayanan", status="Tersedia", pic="Sekretariat")
    at(3, link="https://situs.go.id/satu dan https://situs.go.id/dua", due=date(2025, 9, 30))
    at(4, code="A.I.6.i.b", title="SOP pelayanan", status="Disusun")
    tab.merge_cells("E3:E4")  # a merged PIC
    tab.merge_cells("F3:F4")  # a merged date
    at(5, code="A.I.6.i.c", title="Standar pelayanan", status="FALSE", pic=0.5)  # a word for no
    at(6, code="A.I.6.i.d", title="Reviu standar", status="tidak ada", link="belum ada")
    at(7, code="A.I.6.ii.a", title="SK petugas", status="Revisi", due="Jumat, 31 Oktober 2025")
    at(8, code="A.I.6.ii.b", title="Pelatihan petugas", status="Proses", due="31-10-25")
    at(9, code="A.I.6.ii.c", status="Ada")  # a document without a name
    at(10, code="A.I.6.iii.a", title="Survei kepuasan", status="TERSEDIA", due="30 Nopember 2025")
    at(11, code="A.II.6.ii", title="Inovasi layanan", status="Sesuai")  # an indicator of Reform
    at(12, code="A.I.6.iii.b", title="Tindak lanjut survei", status="Loading...")  # not there yet


def _monev(tab: Worksheet) -> None:
    tab["A1"] = "Rekomendasi monev"
    write_row(
        tab, 2,
        "ID rekomendasi", "Periode monev", "Asal", "Area perubahan", "Kode", "Saran perbaikan",
        "RTL", "PIC", "Tanggal monev", "Batas waktu", "Keadaan", "Tanggal selesai", "Link bukti",
        "Alasan",
    )  # fmt: skip
    at = Rows(
        tab, id="A", period="B", source="C", area="D", code="E", wording="F", plan="G", pic="H",
        raised="I", due="J", status="K", closed="L", link="M", reason="N",
    )  # fmt: skip
    at(3, id="R-1", period="Semester I 2025", area="I", wording="Lengkapi SK Tim", status="Selesai")
    at(3, raised=date(2025, 6, 16), due="31 Juli 2025", closed="20/07/2025")
    at(4, id="R-2", wording="Unggah notulen", status="Sudah", raised=45824)  # 16 June as a number
    at(5, id="R-3", area="Area 3", wording="Susun peta jabatan", status="Proses")
    at(5, raised="16 Juni 2025", due="30-09-2025")
    tab.merge_cells("B3:B5")  # a merged period: holds for its rows
    tab.merge_cells("D3:D4")  # a merged area: holds for its rows
    at(6, id="R-4", period="Juni 2025", area="Manajemen SDM", wording="Tambah pegawai")
    at(6, status="TDTL", reason="Bukan kewenangan unit", raised="16/06/2025")
    at(7, id="R-5", period="2025-S1", area=9, wording="Perbaiki arsip", status="Belum")  # no area
    at(7, raised="16/06/2025", due="31/12/2055")  # thirty years off
    at(8, id="R-6", period="2025-S1", code="A.I.6.i.a", wording="Pasang maklumat", status="tuntas")
    at(8, raised="16/06/2025", closed="01/05/2025")  # closed before it was raised
    at(9, id="R-7", period="2025-S1", wording="Anggarkan survei", status="menunggu anggaran")
    at(10, id="R-8", period="Juni 2025", area=1, wording="LENGKAPI  SK tim", status="Belum")
    at(10, raised="16/06/2025", closed="30/09/2025")  # closed, but open by its status
    at(11, id="R-1", period="Desember 2025", area=6, wording="Ukur kepuasan", status="Tidak dapat"
       " ditindaklanjuti")  # fmt: skip  # a duplicate ID; no reason
    at(12, id="R-10", area=2, wording="Perbarui SOP", status="Belum", raised="15/11/2025")  # later


def _spip(tab: Worksheet) -> None:
    write_row(
        tab, 1,
        "Tahun", "TW", "Area", "Wajib lapor", "Tanggal kirim", "Link laporan", "Jumlah risiko",
        "RTP rencana", "RTP terlaksana", "Ket",
    )  # fmt: skip
    at = Rows(
        tab, year="A", quarter="B", area="C", required="D", sent="E", link="F", risks="G",
        planned="H", done="I",
    )  # fmt: skip
    at(2, year=2025, quarter="TW I", area=1, required="Ya", sent=date(2025, 4, 8), risks=5)
    at(2, planned=4, done="3")  # a number as text
    at(3, quarter="Triwulan II", area="I. Manajemen Perubahan", sent="15 Juli 2025")
    at(3, risks="1.250", planned="87,5")  # a thousand or a fraction; no whole number
    at(4, quarter="Januari\u2013Maret", area="Area II", required=True, sent="10/4/2025")
    at(5, quarter=2, area=2, required="TIDAK")
    tab.merge_cells("A2:A5")  # a merged year: holds for its rows
    at(6, year="2025", quarter=3, area="Unit", required="v", sent=date(2025, 10, 9), planned=2)
    at(7, year=2025, quarter="III", area=1, sent="31/09/2025", required="x")  # no day, no flag
    at(8, year=2025, quarter="V", area=1)  # no quarter
    at(9, year=2025, quarter=1, area="i", sent="20/04/2025", planned=1, done=2)  # a report again
    at(10, year="2O25", quarter=1, area=2, sent="02/04/2025")  # the letter O


def _indicators(tab: Worksheet) -> None:
    write_row(tab, 1, "Area", "No indikator", "Jawaban unit", "Pembilang", "Penyebut", "Pembilang")
    write_row(tab, 2, "I", "A.I.1.i.a", "Ya", "87,5", "1.250,75", 1)  # decimal comma, thousands
    write_row(tab, 3, "I", "A.I.1.i.b", "A", "1.250", "12.5")  # a thousand or a fraction
    write_row(tab, 4, "I", "A.I.1.ii.a", True, "85,37%", Shown(0.8537, "0.00%"))  # percentages
    write_row(tab, 5, "I", "A.I.1.i.a", "Tidak")  # an indicator again
    write_row(tab, 6, "IX", "A.I.9.z", "Ya", "dua", Shown(1250, "#,##0"))  # a code that is none


def _settings(tab: Worksheet) -> None:
    write_row(tab, 1, "Setelan dasbor")
    write_row(tab, 3, "KUNCI", "Isi", "Keterangan")
    write_row(tab, 4, "Unit", "Unit Kerja Contoh")
    write_row(tab, 5, "tahun  penilaian", 2025)
    write_row(tab, 6, "Target kelengkapan", Shown(0.9, "0%"))  # a percentage as a number
    write_row(tab, 7, "Tanggal target", "31 Desember 2025")
    write_row(tab, 8, "Tanggal rapat", date(2025, 11, 7))
    write_row(tab, 9, "Tanggal rapat lalu", "#REF!")  # an error
    write_row(tab, 10, "Warna dasbor", "biru")  # a key that is none
    write_row(tab, 11, "UNIT", "Unit Lain")  # a key again
    write_row(tab, 12, "SPIP jatuh tempo (hari)", "sepuluh")  # no number
    write_row(tab, 13, "Target predikat", " wbbm ")
