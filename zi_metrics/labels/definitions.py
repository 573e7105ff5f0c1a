"""The words of the page Tentang: what Zona Integritas is, and what the dashboard does.

What the figures mean stands in `figures_explained`, what the statuses mean in
`statuses_explained`; both are named here too, so that a page imports one module.
"""

from __future__ import annotations

from dataclasses import dataclass

from zi_metrics.labels.figures_explained import FIGURES, FigureMeaning
from zi_metrics.labels.statuses_explained import STATUSES, StatusGroup, StatusMeaning

__all__ = [
    "ABOUT",
    "BACKGROUND",
    "FIGURES",
    "STATUSES",
    "FigureMeaning",
    "Passage",
    "StatusGroup",
    "StatusMeaning",
]


@dataclass(frozen=True)
class Passage:
    """A heading and the paragraphs under it, as plain text."""

    title: str
    paragraphs: tuple[str, ...]


BACKGROUND = (
    Passage(
        "Zona Integritas (ZI)",
        (
            "Sebuah instansi pemerintah menjadi Zona Integritas ketika pimpinan dan semua "
            "pegawainya bertekad meraih WBK dan WBBM. Jalannya ialah reformasi birokrasi, dengan "
            "dua hal yang diutamakan: pemerintahan bersih dan akuntabel, juga pelayanan prima bagi "
            "masyarakat.",
        ),
    ),
    Passage(
        "Wilayah Bebas dari Korupsi (WBK)",
        (
            "WBK adalah predikat bagi unit kerja atau satuan kerja yang reformasi birokrasinya "
            "berjalan baik.",
            "Syaratnya, sebagian besar upaya perbaikan dalam komponen pengungkit sudah dipenuhi. "
            "Hasilnya pun tampak: pemerintahannya bersih dan akuntabel, pelayanan publiknya prima.",
        ),
    ),
    Passage(
        "Wilayah Birokrasi Bersih dan Melayani (WBBM)",
        (
            "WBBM adalah predikat di atas WBK, bagi unit kerja atau satuan kerja yang reformasi "
            "birokrasinya berjalan sangat baik.",
            "Ukurannya sama, yaitu upaya perbaikan dalam komponen pengungkit beserta hasilnya: "
            "pemerintahan yang bersih, akuntabel, dan melayani dengan prima. Nilai minimal "
            "keseluruhannya lebih tinggi, dan unit harus sudah menyandang WBK.",
        ),
    ),
    Passage(
        "Mengapa disebut teladan reformasi birokrasi",
        (
            "Reformasi birokrasi memerlukan contoh yang dapat dilihat. Zona Integritas dipandang "
            "sebagai teladan (role model) itu: di sana integritas ditegakkan dan pelayanannya "
            "bermutu.",
            "Karena itu, membangunnya menjadi bagian penting dari pencegahan korupsi di "
            "pemerintahan.",
        ),
    ),
    Passage(
        "Arti “integritas” dan “zona”",
        (
            "Integritas (integrity) berarti perkataan dan perbuatan sejalan, baik sebagai sikap "
            "seseorang maupun sebagai budaya bersama. Termasuk di dalamnya penolakan terhadap "
            "perbuatan tercela yang merugikan diri sendiri atau instansi.",
            "Zona, atau pulau (island), ialah gambaran bagi unit-unit pemerintah tempat nilai "
            "integritas itu sudah tertanam.",
        ),
    ),
    Passage(
        "Tujuan ZI-WBK",
        (
            "Tujuannya tiga: organisasi yang lebih mampu dan lebih akuntabel; pemerintahan yang "
            "bersih, bebas dari korupsi, kolusi, dan nepotisme (KKN); serta pelayanan publik yang "
            "makin bermutu.",
        ),
    ),
    Passage(
        "Cakupan ZI-WBK",
        (
            "Untuk menyandang ZI-WBK, sebuah unit kerja harus memenuhi sebagian besar isi program "
            "perbaikan. Situs unit menyebut lima program: manajemen perubahan, penataan tata "
            "laksana, penataan sistem manajemen SDM, penguatan akuntabilitas kinerja, dan "
            "penguatan pengawasan.",
            "Lembar Kerja Evaluasi (LKE) memuat satu area lagi, yaitu peningkatan kualitas "
            "pelayanan publik. Karena itu, dasbor ini mengikuti enam area.",
        ),
    ),
)

ABOUT = (
    Passage(
        "Untuk siapa dasbor ini",
        (
            "Kepala unit melihat kemajuan secara sekilas. Koordinator keenam area melihat apa yang "
            "kurang, siapa penanggung jawabnya, dan kapan tenggatnya. Peserta rapat monev, "
            "termasuk sekretarisnya, melihat angka yang sama di layar dan di bahan rapat.",
        ),
    ),
    Passage(
        "Yang dikerjakan dasbor",
        (
            "Dasbor membaca tabel unit, menghitung angkanya, lalu menunjukkan apa yang perlu "
            "dikerjakan. Setiap persentase disertai pembilang dan pembaginya, sehingga dapat "
            "ditelusuri sampai ke barisnya.",
            "Angka kelengkapan memakai 87 indikator Pemenuhan, kecuali bila disebut lain. "
            "Indikator Reform mempunyai angka sendiri di sampingnya.",
        ),
    ),
    Passage(
        "Yang tidak dikerjakan dasbor",
        (
            "Dasbor hanya membaca. Tidak ada yang dapat diubah dari sini: semua orang menulis di "
            "sheet bersama milik unit.",
            "Dasbor tidak menilai mutu isi dokumen. Status Terverifikasi berarti seseorang sudah "
            "memeriksanya dan mencatatnya di lembar itu.",
        ),
    ),
    Passage(
        "Bukan penentu predikat",
        (
            "Dasbor tidak pernah menyatakan bahwa sebuah unit meraih WBK atau WBBM. Predikat "
            "ditetapkan oleh Menteri PANRB atas rekomendasi Tim Penilai Nasional (TPN).",
            "Nilai penuh adalah 100: Pemenuhan 30, Reform 30, dan Hasil 40. Dari Pemenuhan saja "
            "unit hanya dapat mencapai 30. Karena itu, tidak ada predikat yang dapat disimpulkan "
            "dari kelengkapan dokumen saja.",
            "Nilai Hasil ditentukan oleh survei yang dilaksanakan TPN.",
        ),
    ),
    Passage(
        "Sumber data",
        (
            "Contoh: data untuk mencoba dasbor. Judul dokumennya diambil dari daftar unit, dengan "
            "nama orang diganti peran. Selebihnya karangan: status, tanggal, rekomendasi, dan "
            "laporan.",
            "Situs: daftar data dukung yang disalin dari situs unit pada satu hari. Yang tercantum "
            "di situs dibaca Tersedia. Daftar itu tidak memuat tautan, data monev, dan laporan "
            "SPIP.",
            "Google Sheet: sheet bersama unit, dibaca berkala di latar belakang. Bila tidak dapat "
            "dibaca, yang ditampilkan data terakhir yang baik, dengan umurnya.",
            "Berkas .xlsx: buku kerja yang sama, sebagai berkas.",
            "Potret: isi semua tabel pada satu saat. Dasbor dapat dibuka menurut potret mana pun, "
            "sehingga angka rapat yang lalu tetap dapat dilihat.",
        ),
    ),
    Passage(
        "Potret dan sidik data",
        (
            "Potret menyimpan isi semua tabel beserta tanggalnya. Potret tidak berubah lagi, "
            "walaupun sheet bersama terus diisi.",
            "Sidik data adalah deretan huruf dan angka yang dihitung dari isi tabel dan "
            "pengaturan; di layar tampak 12 tanda pertamanya. Isi yang sama memberi sidik yang "
            "sama, bagaimanapun urutan barisnya. Satu sel saja berubah, sidiknya ikut berubah.",
            "Gunanya sederhana: bila sidik di layar sama dengan sidik di notula, keduanya "
            "berasal dari data yang sama.",
        ),
    ),
    Passage(
        "Peraturan yang diikuti",
        (
            "Area, indikator, bobot, dan aturan nilai mengikuti Peraturan Menteri PANRB Nomor 90 "
            "Tahun 2021 tentang pembangunan dan evaluasi Zona Integritas.",
            "Laporan SPIP mengacu pada Peraturan Pemerintah Nomor 60 Tahun 2008. Jadwal monev dan "
            "jatuh tempo laporan SPIP mengikuti pengaturan unit.",
        ),
    ),
    Passage(
        "Bila ada angka yang keliru",
        (
            "Mulailah dari daftar masalah data di kanan atas halaman: mungkin barisnya tidak "
            "terbaca atau statusnya tidak dikenali. Bila isi lembar yang keliru, perbaiki di "
            "lembar itu.",
            "Bila isi lembar sudah benar, beri tahu pengelola dasbor. Sertakan alamat halamannya, "
            "nama angkanya, tanggal keadaan, sidik data, baris yang dimaksud, dan angka yang "
            "menurut Anda benar.",
        ),
    ),
)
