"""The tables of docs/performance.md say what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.__main__ import main
from bench.apps import BEFORE, DASH, OURS, ROOT, STREAMLIT
from bench.record import PLAINEST, Measured, Report, read
from bench.tables import BEGIN, END, markdown, put_into

FIRST = Measured(
    "browser",
    "first visit, loopback",
    "ms",
    {
        OURS: [900.0, 1000.0, 1250.0],
        BEFORE: [2000.0],
        DASH: [800.0, 1000.0],
        STREAMLIT: [4000.0],
    },
)
PACK = Measured("pack", "the whole pack, zipped", "ms", {OURS: [1200.0], PLAINEST: [100.0]})
REPORT = Report({"processors": 2}, (FIRST, PACK))


def test_table_has_medians_and_how_many_times_the_dashboard_is_each_of_the_others() -> None:
    row = "| first visit, loopback | ms | 1,000 | 2,000 | 900 | 4,000 | 0.50 | 1.11 | 0.25 |"
    assert row in markdown(REPORT).splitlines()


def test_goals_are_judged_by_ratio_or_by_value_and_those_not_measured_say_so() -> None:
    lines = markdown(REPORT).splitlines()
    assert "| first visit, loopback | at most 1.05 of Dash | 1.11 | **missed** |" in lines
    assert "| the whole pack, zipped | at most 1,000 ms | 1,200 | **missed** |" in lines
    assert "| answers per second, 50 viewers | at least 120 |  | not measured |" in lines


def test_report_comes_back_from_its_file_and_goes_into_the_place_of_a_document(
    tmp_path: Path,
) -> None:
    file, document = tmp_path / "report.json", tmp_path / "performance.md"
    REPORT.write(file)
    assert read(file) == REPORT
    document.write_text(f"# Speed\n\n{BEGIN}\nold\n{END}\n\nWhy\n", "utf-8")
    told = CliRunner().invoke(main, ["tables", str(file), "--into", str(document)])
    assert told.exit_code == 0
    text = document.read_text("utf-8")
    assert markdown(REPORT) in text
    assert "old" not in text
    assert text.startswith("# Speed")
    assert text.endswith(f"{END}\n\nWhy\n")


def test_document_without_a_place_is_refused(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_text("# Speed\n", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        put_into(document, REPORT)
    assert document.read_text("utf-8") == "# Speed\n"


def test_tables_in_the_docs_are_those_of_the_values_beside_them() -> None:
    text = (ROOT / "docs" / "performance.md").read_text("utf-8")
    told = text.partition(BEGIN)[2].partition(END)[0].strip()
    assert told == markdown(read(ROOT / "docs" / "performance.json")).strip()
