"""Words of a PIC that name an office and no person, in lower case without accents.

Whatever is not listed here is taken for a name and shown as an initial, so a missing word hides too
much and never too little. Words that are common as names of people (Agung, Bakti, Cahaya) stay out.
"""

from __future__ import annotations

_OFFICES = """
admin administrator agen analis anggota arsiparis asesor asisten atasan auditor bendahara deputi
direktur dokter fasilitator fungsional inspektur instruktur inspektorat jabatan jafung
kabag kabid kabalai kadis kaduk kakan kanit kapokja kapusdatin kapus karo kasatker kasatpel kasi
kasie kasubag kasubbag kasubbid kasubdit kasubsi kasubtim katim katimja kepala kabalar ketua ketim
komite koordinator korsub kordinator kpa kuasa manajer narahubung notulis operator panitia pejabat
pelaksana pelapor pembina pemeriksa pemimpin penanggung pendamping penelaah pengadministrasi
pengampu pengarah pengawas pengelola pengendali pengguna penghubung pengolah penilai pengumpul
penjamin penyelenggara penyelia penyuluh penyusun peneliti perekayasa perencana petugas pic pimpinan
plh plt ppk ppspm pramubakti pranata prakirawan programer programmer sekretaris sekretariat sekjen
sekda sekre staf staff subkoordinator supervisor teknisi tenaga validator verifikator wakil waka
widyaiswara humas
"""
_GROUPS = """
area aspek bagian balai bidang bmkg bpk bpkp biro dinas direktorat divisi fungsi gugus inspektorat
instansi kantor kelas kelompok kementerian komponen lembaga pemenuhan pilar pokja pusat reform
satgas satker satpel satuan seksi semua seluruh setiap stasiun sub subag subbag subbagian subbidang
subdit subseksi subtim tiap tim timja unit upt upg ult wbs spip spi zi ziwbk wbk wbbm ppid pos sop
sdm satlak kkm koperasi korpri sakip lakin lke lkjip iku skp skm ikm ipak ipkp tpi tpn apip dumas
lhkpn lhkasn lhkan sp4n lapor spbe siakad simpeg epid pns asn pppk ppnpn p3k tu tik ti it k3
"""
_SUBJECTS = """
aduan agama akademik aparatur aplikasi arsip aset bahan bandara bantuan bangunan barang benturan
berita bisnis bmn budaya cuaca daerah dalam data desain digital diklat diseminasi diri disiplin
dokumen dokumentasi eksternal elektronik etik etika evaluasi fasilitas geofisika gedung gempa
gratifikasi hasil hubungan hukum ikk indikator individu informasi infrastruktur inovasi inspeksi
instrumen instrumentasi integritas internal intern investasi jabatan jaringan jasa jawab kalibrasi
keamanan kearsipan kebersihan kebijakan kegiatan kegempaan kehumasan kelengkapan kelola keluar
kendaraan kepatuhan kepegawaian kepentingan kepuasan kerja kerjasama kerumahtanggaan kesehatan
keterbukaan keuangan kinerja klimatologi kode komputer komunikasi konsultasi konten kompetensi
kualitas lainnya laporan layanan legal logistik lingkungan magnet manajemen masuk masyarakat medsos
media meteorologi metode monev monitoring mutu nasional negara observasi operasional organisasi
pajak pangkalan pelanggan pelaporan pelatihan pelayanan pemantauan pemeliharaan pemerintahan
pendataan pendidikan pengadaan pengaduan pengamatan pengawasan pengembangan pengelolaan pengendalian
penghargaan penguatan pengolahan penilaian peningkatan penataan penunjang penyelenggaraan perawatan
perencanaan peralatan peringatan perkantoran perlengkapan permohonan perpustakaan persediaan
persuratan perundangan perubahan perilaku peta portal potensi pranala prasarana prima probis program
prosedur proses protokol provinsi publik publikasi rapat rekomendasi rekrutmen renstra reviu reward
risiko resiko rtp rumah tangga sarana sarpras sertifikasi server sistem situs sosial standar
statistik stasiun strategis sumber survei survey surat tata tatalaksana tatausaha teknik teknis
teknologi telekomunikasi tindak terpadu transformasi umum urusan usaha utama video wbs web website
wilayah
"""
_BETWEEN = """
akan atas dan dengan di dr dari dalam guna ke maupun oleh pada para serta untuk atau yang
bersama lain belum ada kosong semua tbd
i ii iii iv v vi vii viii ix x
"""

ROLE_WORDS = frozenset((_OFFICES + _GROUPS + _SUBJECTS + _BETWEEN).split())
"""Offices, groups, what they work on, and the words between them."""

_HONORIFICS = """
bapak bpk ibu pak bu bang mas mbak kang sdr sdri saudara saudari tuan nyonya ny tn dr drs dra drg ir
prof h hj haji hajah ustaz kh raden r rr
"""
HONORIFICS = frozenset(_HONORIFICS.split())
"""Forms of address and titles before a name: they stay, and count as no part of it."""

_DEGREES = """
ab ak amd ap apt bba hum ip kes kg kom ma mba mh mhum mkom mkes mm mp mpd msc msi mt md ners pd ph
phd psi sag sap se sei sh shi si sip sik skep skes skm skom sos sp spd spi spsi ssi ssos sst st stp
str tr trk cert cpa cgcae cfra
"""
DEGREES = frozenset(_DEGREES.split())
"""Degrees after a comma behind a name: '..., S.Kom., M.Si.'."""

_WITHIN_NAMES = "bin binti bt br boru b van de al el ra rd"
WITHIN_NAMES = frozenset(_WITHIN_NAMES.split())
"""Short words that may stand between the words of a name, or be left out there."""


def namesake(pic: str, number: int) -> str:
    """A PIC that would look like another one, from the second on: 'B.S. (2)'."""
    return f"{pic} ({number})"
