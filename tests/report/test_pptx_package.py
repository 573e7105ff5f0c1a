"""The PowerPoint file as a package: whole, clean, with nothing read from a cell but its text."""

from __future__ import annotations

import posixpath
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx.util import Pt

from tests.report.decks import HOSTILE, deck_of, slide_of
from tests.report.pptx_read import charts_of, made, opened, texts_of, workbook_of
from zi_metrics.report.pptx.measure import LINE_HEIGHT
from zi_metrics.report.pptx.texts import told
from zi_metrics.report.pptx_file import pptx_file
from zi_metrics.report.slides import Column, Line, Lines, Table

DECKS = pytest.mark.parametrize("name", ["contoh", "situs", "hostile"])
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@DECKS
def test_every_part_is_there_once_parses_and_finds_what_it_refers_to(
    name: str,
) -> None:
    with ZipFile(BytesIO(made(name)[1])) as package:
        parts = package.namelist()
        assert len(parts) == len(set(parts))
        for part in parts:
            if not part.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(package.read(part))
            if part.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(part))
                for relation in root.iter(_RELATIONS):
                    assert relation.get("TargetMode") != "External"
                    target = relation.get("Target")
                    path = target if target.startswith("/") else posixpath.join(folder, target)
                    assert posixpath.normpath(path).lstrip("/") in parts


@DECKS
def test_every_shape_has_an_id_of_its_own(name: str) -> None:
    for page in opened(made(name)[1]).slides:
        ids = [shape.shape_id for shape in page.shapes]
        assert len(ids) == len(set(ids))


@DECKS
def test_shapes_stay_on_the_slide_and_off_each_other(name: str) -> None:
    read = opened(made(name)[1])
    for page in read.slides:
        shapes = list(page.shapes)
        for shape in shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= read.slide_width + 1
            assert shape.top + shape.height <= read.slide_height + 1
        for position, one in enumerate(shapes):
            for other in shapes[position + 1 :]:
                assert _apart(one, other), (page.shapes.title.text, one.name, other.name)


def _apart(one: object, other: object) -> bool:
    slack = Pt(1)
    return (
        one.left + one.width <= other.left + slack
        or other.left + other.width <= one.left + slack
        or one.top + one.height <= other.top + slack
        or other.top + other.height <= one.top + slack
    )


@pytest.mark.parametrize("source", ["contoh", "situs"])
def test_texts_of_the_sources_that_ship_are_large_enough_to_read(source: str) -> None:
    for page in opened(made(source)[1]).slides:
        *shapes, _stamp, _number = page.shapes
        for shape in shapes:
            least = 12 if shape.has_chart or "Keterangan" in shape.name else 14
            sizes = [int(size) / 100 for size in shape._element.xpath(".//a:rPr/@sz")]
            sizes += [shape.chart.font.size.pt] if shape.has_chart else []
            assert all(size >= least for size in sizes), (shape.name, sizes)


@DECKS
def test_lines_of_a_text_fit_the_height_of_its_box(name: str) -> None:
    """Paragraphs, one line each, are the least a text takes, whatever the font."""
    for page in opened(made(name)[1]).slides:
        for shape in page.shapes:
            if shape.has_text_frame:
                sizes = [
                    max(map(int, paragraph._p.xpath(".//@sz")), default=0) / 100
                    for paragraph in shape.text_frame.paragraphs
                ]
                assert sum(sizes) * LINE_HEIGHT <= shape.height.pt + 1, shape.name


@DECKS
def test_every_text_is_marked_as_indonesian(name: str) -> None:
    with ZipFile(BytesIO(made(name)[1])) as package:
        for part in package.namelist():
            if part.startswith(("ppt/slides/slide", "ppt/charts/chart", "ppt/slideM")):
                root = etree.fromstring(package.read(part))
                runs = root.iter("{*}rPr", "{*}defRPr")
                assert {run.get("lang") for run in runs} <= {"id-ID", None}, part
                assert all(run.get("lang") for run in root.iter("{*}rPr")), part


def test_file_tells_nothing_of_programs_and_their_users() -> None:
    file = pptx_file(deck_of(slide_of(), unit="Balai Uji"))
    properties = opened(file).core_properties
    assert properties.title == "Rapat – Balai Uji"
    assert properties.author == "Balai Uji"
    assert properties.last_modified_by == ""
    with ZipFile(BytesIO(file)) as package:
        written = b"".join(map(package.read, package.namelist()))
        assert not any("thumbnail" in name for name in package.namelist())
        assert not any("printer" in name for name in package.namelist())
    assert b"Canny" not in written
    assert b"python-pptx" not in written
    assert b"Click to edit" not in written.split(b"notesMaster")[0]


@DECKS
def test_no_placeholder_is_left_empty(name: str) -> None:
    for page in opened(made(name)[1]).slides:
        assert all(each.text_frame.text for each in page.placeholders)


def test_pages_are_wide() -> None:
    read = opened(pptx_file(deck_of()))
    assert read.slide_width / read.slide_height == pytest.approx(16 / 9)
    assert [layout.name for layout in read.slide_layouts] == ["Sampul", "Judul dan isi"]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_cell_comes_through_as_text(text: str) -> None:
    listed = Lines("Daftar", (Line("", text),))
    table = Table("Tabel", ("Nama", "Jumlah"), ((text, "1"),), frozenset({1}))
    told_deck = deck_of(slide_of(Column((listed, table)), title=text), unit=text)
    cover, page = opened(pptx_file(told_deck)).slides
    assert cover.placeholders[1].text_frame.text == told(text)
    assert page.shapes.title.text_frame.text == told(text)
    assert texts_of(page).count(told(text)) == 3


def test_names_in_the_workbook_of_a_chart_are_neither_formulas_nor_links() -> None:
    checked = 0
    for page in opened(made("hostile")[1]).slides:
        for chart in charts_of(page):
            sheet = workbook_of(chart)
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type in {"s", "n"}
                    assert cell.hyperlink is None
            checked += 1
    assert checked == 2 * len(HOSTILE)  # bars and shares


def test_text_far_too_long_is_cut_rather_than_run_off_the_slide() -> None:
    lines = tuple(Line(f"{number}.", "panjang " * 300) for number in range(6))
    (_, page) = opened(pptx_file(deck_of(slide_of(Column((Lines("D", lines),)))))).slides
    shown = [text for text in texts_of(page) if "panjang" in text]
    assert len(shown) == 6
    assert all(text.endswith("…") for text in shown)
