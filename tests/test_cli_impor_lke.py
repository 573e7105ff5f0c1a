"""`python -m zi_metrics impor-lke`: an LKE becomes our workbook, and what differs is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.lke_files import (
    ALL_ODD,
    CATALOGUE,
    Filled,
    Formula,
    Oddities,
    best,
    lke_tab,
    written,
)
from zi_metrics.cli import main
from zi_metrics.metrics.readiness import readiness
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.problems import Severity
from zi_metrics.template.imported import import_lke
from zi_metrics.template.workbook import xlsx

FINE, INCOMPLETE, REFUSED = 0, 1, 2
ABC = "A.I.1.i.b"
TOTALS = ("total", "pengungkit", "pemenuhan", "reform", "hasil", "total pengungkit")


def impor(source: Path, target: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["impor-lke", str(source), "--keluar", str(target), *more])


def answer(source: Path, target: Path, code: int = FINE) -> dict[str, Any]:
    run = impor(source, target, "--json")
    assert run.exit_code == code, run.output
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def all_best() -> Filled:
    """Best answers everywhere, as units write them."""
    filled = best()
    filled.answers["capaian_kinerja"] = "A"
    filled.notes[ABC] = "=lihat SK"
    filled.names[ABC] = "1. SK Tim\n2. Notulen"
    filled.links[ABC] = "https://contoh.go.id/sk\nhttps://contoh.go.id/notulen"
    filled.names["A.I.1.i.a"] = "SK Pembentukan"
    return filled


@pytest.fixture(scope="module")
def odd_lke(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every oddity there is, every answer the best."""
    return written(tmp_path_factory.mktemp("lke") / "LKE.xlsx", lke_tab(all_best(), ALL_ODD))


def test_odd_workbook_is_brought_over_whole(odd_lke: Path, tmp_path: Path) -> None:
    target = tmp_path / "buku.xlsx"
    told = answer(odd_lke, target)
    # Hasil: 3,6 / 4 x 17,5 = 15,75; A x 5 = 5; 3,8 / 4 x 17,5 = 16,625
    assert told["nilai"] == {
        "total": 97.375, "pengungkit": 60.0, "pemenuhan": 30.0, "reform": 30.0, "hasil": 37.375,
    }  # fmt: skip
    halves = [4.0, 3.5, 5.0, 5.0, 7.5, 5.0]
    assert told["area"] == [
        {"no": number, "pemenuhan": half, "reform": half} for number, half in enumerate(halves, 1)
    ]
    assert (told["terjawab"], told["pertanyaan"], told["tidak_cocok"]) == (110, 110, [])
    assert list(told) == [
        "nilai", "area", "terjawab", "pertanyaan", "tidak_cocok", "selisih",
        "perlu_diperiksa", "catatan",
    ]  # fmt: skip
    assert (told["perlu_diperiksa"], told["catatan"]) == ([], [])
    read = open_source(str(target)).newest()
    assert [p.sentence for p in read.problems if p.severity is not Severity.ADVICE] == []
    assert float(readiness(read).sheet.total) == 97.375
    documents = read.evidence[["title", "state"]].to_numpy().tolist()
    assert documents == [
        ["SK Pembentukan", "Belum ada"], ["SK Tim", "Tersedia"], ["Notulen", "Tersedia"],
    ]  # fmt: skip
    assert read.indicators.set_index("code")["note"][ABC] == "=lihat SK"


def test_differences_are_told_by_cell_and_reason(tmp_path: Path) -> None:
    filled = all_best()
    filled.answers[ABC] = "B"  # changed after the scores were stored: 0,25 x 0,5 less
    tab = lke_tab(filled)
    for key in TOTALS:  # as the circulated workbook has it: LHKASN, 1 point, reaches no total
        points = {"pemenuhan": 30, "reform": 29, "hasil": 37.375, "total": 96.375}.get(key, 59)
        tab.put(key, "score", Formula("=1", points))
    for key, points in {"ipak": 15.75, "capaian_kinerja": 5, "ipkp": 16.625}.items():
        tab.put(key, "score", Formula("=1", points))
    told = answer(written(tmp_path / "LKE.xlsx", tab), tmp_path / "buku.xlsx")
    row, *totals = told["selisih"]
    assert (row["kode"], row["sel"]) == (ABC, tab.cell(ABC, "score"))
    assert (row["nilai_kita"], row["nilai_lke"], row["selisih_poin"]) == (0.5, 1.0, -0.125)
    assert "jawaban lain" in row["sebab"]
    by_key = {each["kode"]: each for each in totals}
    assert set(by_key) >= {"pemenuhan", "reform", "pengungkit", "total"}
    assert by_key["reform"]["sebab"] == "LHKASN tidak masuk jumlah di buku kerja"
    assert by_key["reform"]["selisih_poin"] == 1.0
    assert by_key["total"]["selisih_poin"] == 0.875
    assert "LHKASN" in by_key["total"]["sebab"]
    assert "baris yang berbeda" in by_key["total"]["sebab"]


def test_damaged_rows_are_named_and_the_rest_is_brought_over(tmp_path: Path) -> None:
    tab = lke_tab(all_best())
    for code in (ABC, "A.I.4.ii.b"):
        tab.rows[tab.row_of[code]][tab.text_column(code)] = "teks yang rusak sama sekali"
    target = tmp_path / "buku.xlsx"
    told = answer(written(tmp_path / "LKE.xlsx", tab), target, INCOMPLETE)
    assert (told["terjawab"], told["pertanyaan"]) == (108, 110)
    assert [(each["kode"], each["teks"]) for each in told["tidak_cocok"]] == [
        (ABC, "teks yang rusak sama sekali"), ("A.I.4.ii.b", "teks yang rusak sama sekali"),
    ]  # fmt: skip
    rows = [str(tab.row_of[code] + 1) for code in (ABC, "A.I.4.ii.b")]
    assert [re.sub(r".*!\D+", "", each["sel"]) for each in told["tidak_cocok"]] == rows
    said = impor(tmp_path / "LKE.xlsx", target, "--timpa").stdout
    assert "Ditemukan 108 dari 110 pertanyaan dan 3 dari 3 nilai Hasil." in said
    assert f"(mungkin {ABC})" in said
    assert "Baris yang tidak dapat dicocokkan: 2" in said


def test_invalid_answer_is_brought_over_and_reported(tmp_path: Path) -> None:
    tab = lke_tab(best(A_I_1_i_b="mungkin", A_II_5_ii=1.2))
    run = impor(written(tmp_path / "LKE.xlsx", tab), tmp_path / "buku.xlsx")
    assert run.exit_code == INCOMPLETE
    assert f"{ABC}, {tab.cell(ABC, 'answer')}: “mungkin”. Bukan salah satu pilihan" in run.stdout
    assert "Pembilang lebih besar daripada penyebut (lebih dari 100%)" in run.stdout
    read = open_source(str(tmp_path / "buku.xlsx")).newest()
    assert read.indicators.set_index("code")["answer"][ABC] == "mungkin"


def test_every_answer_that_is_wrong_in_itself_is_in_the_json(tmp_path: Path) -> None:
    filled = best(
        A_I_1_i_a="Ya dan Tidak", A_I_1_i_b="F", A_I_4_ii_b="✗", A_II_5_ii=97, A_II_4_i=None
    )
    filled.answers |= {"ipak": "3,6 (TPN)", "capaian_kinerja": "B. Baik", "ipkp": 88.5}
    filled.counts = {"A.II.4.i": (10, None), "A.II.1.i.a": (10, 12)}
    filled.answers["A.II.1.i.a"] = None
    tab = lke_tab(filled, Oddities(counts=True))
    tab.put(ABC, "names", "#REF!")
    told = answer(written(tmp_path / "LKE.xlsx", tab), tmp_path / "buku.xlsx", INCOMPLETE)
    assert told["tidak_cocok"] == []
    expected = {
        "A.I.1.i.a": "Ya dan Tidak", ABC: "F", "A.I.4.ii.b": "✗", "A.II.1.i.a": "12/10",
        "A.II.4.i": "–/10", "A.II.5.ii": "97", "ipak": "3,6 (TPN)", "capaian_kinerja": "B. Baik",
        "ipkp": "88,5",
    }  # fmt: skip
    assert [(each["kode"], each["sel"], each["teks"]) for each in told["perlu_diperiksa"]] == [
        (code, tab.cell(code, "answer"), shown) for code, shown in expected.items()
    ]
    assert all(each["sebab"].endswith(".") for each in told["perlu_diperiksa"])
    assert [each["sel"] for each in told["catatan"]] == [tab.cell(ABC, "names")]
    assert "#REF!" in told["catatan"][0]["sebab"]


def test_answer_that_was_not_read_is_never_called_blank(tmp_path: Path) -> None:
    tab = lke_tab(best(A_I_1_i_b=Formula("=Lain!A1", "#REF!")))
    tab.put(ABC, "score", 1)
    told = answer(written(tmp_path / "LKE.xlsx", tab), tmp_path / "buku.xlsx", INCOMPLETE)
    assert [each["sel"] for each in told["tidak_cocok"]] == [tab.cell(ABC, "answer")]
    (row,) = [each for each in told["selisih"] if each["kode"] == ABC]
    assert row["sebab"].startswith("Jawabannya tidak terbaca")


def test_report_has_totals_side_by_side(odd_lke: Path, tmp_path: Path) -> None:
    run = impor(odd_lke, tmp_path / "buku.xlsx", "--tahun", "2027")
    assert run.exit_code == FINE, run.output
    assert "Ditemukan 110 dari 110 pertanyaan dan 3 dari 3 nilai Hasil." in run.stdout
    assert "1 hanya disebut namanya, berstatus Belum ada sampai diperiksa" in run.stdout
    total = next(line for line in run.stdout.splitlines() if "Nilai total" in line)
    assert total.split()[2:5] == ["97,37", "100,00", "−2,63"]
    assert f"Buku kerja tahun penilaian 2027 ditulis ke {tmp_path / 'buku.xlsx'}." in run.stdout
    read = open_source(str(tmp_path / "buku.xlsx")).newest()
    assert read.settings.assessed_year == 2027


def test_what_cannot_be_read_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "buku.xlsx"
    old, macro = tmp_path / "lama.xls", tmp_path / "bukan.xlsm"
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    macro.write_text("teks biasa")
    large = tmp_path / "besar.xlsx"
    large.write_bytes(bytes(20_000_001))
    for source, said in (
        (tmp_path / "tidak-ada.xlsx", "tidak ada"),
        (old, "buku kerja Excel lama (.xls)"),
        (macro, "bukan buku kerja Excel (.xlsx)"),
        (large, "batasnya 20 MB"),
    ):
        run = impor(source, target)
        assert (run.exit_code, run.stdout) == (REFUSED, ""), source
        assert said in run.stderr
        assert not target.exists()


def test_result_never_takes_the_place_of_the_lke(odd_lke: Path, tmp_path: Path) -> None:
    before = odd_lke.read_bytes()
    link = tmp_path / "tautan.xlsx"
    link.symlink_to(odd_lke)
    for target in (odd_lke, link, odd_lke.parent / "." / odd_lke.name):
        run = impor(odd_lke, target, "--timpa")
        assert run.exit_code == REFUSED
        assert "tidak boleh ditulis di atas LKE-nya sendiri" in run.stderr
    assert odd_lke.read_bytes() == before
    assert link.is_symlink()


def test_file_that_exists_is_left_alone_unless_asked(odd_lke: Path, tmp_path: Path) -> None:
    target = tmp_path / "buku.xlsx"
    target.write_bytes(b"isi lama")
    run = impor(odd_lke, target)
    assert (run.exit_code, target.read_bytes()) == (REFUSED, b"isi lama")
    assert "--timpa" in run.stderr
    assert impor(odd_lke, target, "--timpa").exit_code == FINE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["buku.xlsx"]


def test_name_of_the_result_is_refused_in_our_own_words(odd_lke: Path, tmp_path: Path) -> None:
    dangling = tmp_path / "tautan.xlsx"
    dangling.symlink_to(tmp_path / "hilang.xlsx")
    for target, said in (
        (Path(), "Pilihan --keluar: Nama berkas tujuan belum ditulis."),
        (tmp_path / "x" / "buku.xlsx", "Berkas ini tidak dapat disimpan: foldernya tidak ada."),
        (dangling, "--timpa"),
    ):
        run = impor(odd_lke, target)
        assert (run.exit_code, run.stdout) == (REFUSED, "")
        assert said in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["tautan.xlsx"]


SHARES = st.integers(0, 1000).map(lambda each: each / 1000)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        code: SHARES if asked.options is None else st.sampled_from([*asked.options, "x"])
        for code, asked in CATALOGUE.questions.items()
    },
)
RESULTS = st.fixed_dictionaries(
    {},
    optional={
        "ipak": SHARES, "ipkp": st.integers(0, 400).map(lambda each: each / 100),
        "capaian_kinerja": st.sampled_from("ABCDE"),
    },
)  # fmt: skip


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ANSWERS, RESULTS)
def test_any_worksheet_scores_the_same_after_it_was_brought_over(
    tmp_path: Path, answers: dict[str, Any], results: dict[str, Any]
) -> None:
    source = written(tmp_path / "LKE.xlsx", lke_tab(Filled({**answers, **results})))
    told = import_lke(source, 2026)
    (tmp_path / "buku.xlsx").write_bytes(xlsx(told.tabs))
    read = readiness(open_source(str(tmp_path / "buku.xlsx")).newest())
    assert read.own.answers == told.sheet.answers
    assert read.own.total == told.sheet.total
    assert told.sheet.pengungkit.answered == sum(each != "x" for each in answers.values())
