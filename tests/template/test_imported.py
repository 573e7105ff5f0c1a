"""An LKE workbook in the template: nothing lost, nothing overstated, and read back as the same."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.template.lke_books import CATALOGUE, PARTS, ROW, YEAR, Filled, Made, best, imported
from zi_metrics.metrics.readiness import readiness
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.template.imported import Imported
from zi_metrics.template.plan import template
from zi_metrics.template.workbook import xlsx

FIRST, SECOND = "A.I.1.i.a", "A.I.1.i.b"  # Ya/Tidak and A/B/C
RATIO = "A.II.5.ii"


def read_back(told: Imported, folder: Path) -> Snapshot:
    path = folder / "buku.xlsx"
    path.write_bytes(xlsx(told.tabs))
    return open_source(str(path)).newest()


def of_question(code: str, filled: Filled, folder: Path) -> tuple[Snapshot, Any]:
    """What is read back, and the row of the question."""
    read = read_back(imported(Made({code: filled})), folder)
    return read, next(row for row in read.indicators.itertuples() if row.code == code)


def test_answers_numbers_and_notes_stand_in_their_columns(tmp_path: Path) -> None:
    read, ratio = of_question(RATIO, Filled(None, (34, 35), note="dua tahun"), tmp_path)
    assert (ratio.answer_numerator, ratio.answer_denominator, ratio.note) == (34, 35, "dua tahun")
    _, first = of_question(FIRST, Filled("ya "), tmp_path)
    assert first.answer == "ya"
    assert read.settings.assessed_year == YEAR


def test_full_workbook_is_read_back_without_a_problem_and_scores_the_same(tmp_path: Path) -> None:
    hasil = {"ipak": Filled("3,6"), "capaian_kinerja": Filled("A"), "ipkp": Filled("3.8")}
    told = imported(Made(best(), hasil))
    read = read_back(told, tmp_path)
    assert [problem.sentence for problem in read.problems] == []
    # Pengungkit 60; 3,6 / 4 x 17,5 = 15,75; 5; 3,8 / 4 x 17,5 = 16,625
    assert told.sheet.total == readiness(read).sheet.total
    assert float(told.sheet.total) == 97.375
    assert read.results["assessor"].tolist() == [
        "survei mandiri", "penilaian mandiri", "survei mandiri"
    ]  # fmt: skip
    assert read.results["year"].tolist() == [YEAR] * 3


def test_document_with_a_link_is_there_and_one_that_is_only_named_is_not(tmp_path: Path) -> None:
    links = ["https://contoh.go.id/a", "https://contoh.go.id/b"]
    documents = [("SK Tim", links), ("Notulen", []), ("", links[:1])]
    read, _ = of_question(SECOND, Filled("A", documents=documents), tmp_path)
    rows = read.evidence.fillna("")[["evidence_id", "title", "state", "url"]]
    assert rows.to_numpy().tolist() == [
        [f"{SECOND}-01", "SK Tim", "Tersedia", "\n".join(links)],
        [f"{SECOND}-02", "Notulen", "Belum ada", ""],
        [f"{SECOND}-03", "Dokumen tanpa nama (sel LKE!M5)", "Tersedia", links[0]],
    ]
    assert set(read.evidence["code"]) == {SECOND}
    assert "tanpa tautan" in read.evidence["note"][1]
    assert [p.sentence for p in read.problems if p.severity != Severity.ADVICE] == []


def test_nothing_of_hasil_is_lost(tmp_path: Path) -> None:
    filled = Filled("3,6", note="survei Mei", documents=[("Laporan", ["https://contoh.go.id/s"])])
    told = imported(Made(results={"ipak": filled}))
    book = openpyxl.load_workbook(io.BytesIO(xlsx(told.tabs)))
    assert book["Hasil"]["E1"].value == "Catatan"
    assert book["Hasil"]["E2"].value == "survei Mei\nLaporan: https://contoh.go.id/s"
    assert (book["Hasil"]["B2"].value, book["Hasil"]["B3"].value) == (3.6, None)
    read = read_back(told, tmp_path)
    assert [problem.sentence for problem in read.problems] == []


def test_invalid_answers_are_brought_over_as_they_are_and_named(tmp_path: Path) -> None:
    told = imported(
        Made({FIRST: Filled("Mungkin"), RATIO: Filled("12/10")}, {"ipak": Filled("lima")})
    )
    assert [(each.code, each.cell, each.written) for each in told.odd] == [
        (FIRST, f"LKE!J{ROW[FIRST]}", "Mungkin"),
        (RATIO, f"LKE!J{ROW[RATIO]}", "12/10"),
        ("ipak", "LKE!J114", "lima"),
    ]
    assert not told.is_clean
    read = read_back(told, tmp_path)
    answers = read.indicators.set_index("code")["answer"]
    assert (answers[FIRST], answers[RATIO]) == ("Mungkin", "12/10")
    assert read.results["value"][0] == "lima"


FORMULAS = ("=1+1", "+62812", "-", "@SUM(A1)", '=HYPERLINK("https://x")')


def test_text_never_becomes_a_formula() -> None:
    codes = list(CATALOGUE.questions)
    told = imported(
        Made(
            {
                code: Filled(text, note=text, documents=[(text, ["https://contoh.go.id"])])
                for code, text in zip(codes, FORMULAS, strict=False)
            },
            {key: Filled(text, note=text) for key, text in zip(PARTS, FORMULAS, strict=False)},
        )
    )
    book = openpyxl.load_workbook(io.BytesIO(xlsx(told.tabs)))
    held = [
        cell
        for name in ("Indikator", "Data Dukung", "Hasil")
        for row in book[name].iter_rows()
        for cell in row
        if cell.value in FORMULAS
    ]
    assert len(held) == 3 * 5 + 2 * 3
    assert all(cell.data_type != "f" and cell.quotePrefix for cell in held)


def test_texts_no_cell_can_hold_are_mended(tmp_path: Path) -> None:
    written = {
        "satu\r\ndua": "satu\ndua",
        "a\x00b\x0bc": "abc",
        "tulis _x0041_ begini": "tulis _x0041_ begini",
        "separuh \ud83d": "separuh",
    }
    codes = list(CATALOGUE.questions)
    filled = {code: Filled(note=note) for code, note in zip(codes, written, strict=False)}
    read = read_back(imported(Made(filled)), tmp_path)
    assert read.indicators["note"].dropna().tolist() == list(written.values())


def test_template_around_it_is_the_template() -> None:
    told, plain = imported(Made(best())), template(YEAR, has_evidence=False)
    assert [tab.title for tab in told.tabs] == [tab.title for tab in plain]
    for mine, tab in zip(told.tabs, plain, strict=True):
        assert (mine.columns, mine.validations, mine.formats, mine.tints, mine.muted) == (
            tab.columns, tab.validations, tab.formats, tab.tints, tab.muted
        )  # fmt: skip


def test_rows_between_two_questions_are_probably_those_that_are_missing() -> None:
    gone = ("A.I.1.ii.b", "A.I.1.ii.c", "A.I.6.i.a")
    told = imported(
        Made(best(), missing=(*gone, "ipkp"), unmatched=((ROW[gone[0]], "x"), (ROW[gone[1]], "y")))
    )
    assert told.likely_codes == {f"LKE!G{ROW[code]}": code for code in gone[:2]}
    assert told.not_found == ("A.I.6.i.a", "ipkp")
    assert not told.is_clean


OPTIONS = {code: asked.options for code, asked in CATALOGUE.questions.items()}
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
NUMBERS = st.one_of(st.integers(-5, 200).map(float), st.floats(0, 1e6, allow_subnormal=False))
RATIOS = st.one_of(
    st.builds(lambda share: Filled(f"{share}".replace(".", ",")), st.floats(0, 1)),
    st.builds(lambda one, two: Filled(None, (one, two)), NUMBERS, NUMBERS),
    st.builds(Filled, WORDS),
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        code: RATIOS
        if options is None
        else st.builds(Filled, st.one_of(st.sampled_from(list(options)), WORDS), note=WORDS)
        for code, options in OPTIONS.items()
    },
)
RESULTS = st.fixed_dictionaries(
    {},
    optional={
        key: st.builds(
            Filled, st.one_of(WORDS, st.floats(0, 5).map(str), st.sampled_from("ABCDE")), note=WORDS
        )
        for key in PARTS
    },
)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ANSWERS, RESULTS)
def test_whatever_was_answered_scores_the_same_when_it_is_read_back(
    tmp_path: Path, answers: dict[str, Filled], results: dict[str, Filled]
) -> None:
    told = imported(Made(answers, results))
    sheet = readiness(read_back(told, tmp_path)).own
    assert sheet.answers == told.sheet.answers
    assert [value.share for value in sheet.results.values()] == [
        value.share for value in told.sheet.results.values()
    ]
    assert sheet.total == told.sheet.total
