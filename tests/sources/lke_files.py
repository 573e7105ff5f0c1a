"""Worksheets (LKE) as units fill them in Excel: every oddity of such copies can be switched on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from zi_metrics.lke import load_catalogue
from zi_metrics.sources.grid import Grid, Span, Value, Workbook
from zi_metrics.tables.cells import Unusable, Why

CATALOGUE = load_catalogue()
ROMAN = ("", "I", "II", "III", "IV", "V", "VI")
Asked = tuple[str, str, str, str]
"""Code, letter, text and type of answer."""
SubArea = tuple[str, str, float]


def _asked() -> dict[tuple[str, int], dict[SubArea, list[Asked]]]:
    """The official questions by area and sub-area."""
    found: dict[tuple[str, int], dict[SubArea, list[Asked]]] = {}
    for row in CATALOGUE.indicators.to_dict("records"):
        area = found.setdefault((row["aspect"], row["area_no"]), {})
        sub_area = area.setdefault(
            (row["sub_area_no"], row["sub_area"], row["sub_area_weight"]), []
        )
        sub_area.append((row["code"], row["question_no"], row["question"], row["answer_type"]))
    return found


ASKED = _asked()
NBSP = "\u00a0"

COUNTED: Mapping[str, tuple[str, ...]] = {
    "A.II.1.i.a": ("Jumlah Agen Perubahan", "Jumlah Perubahan yang dibuat"),
    "A.II.1.i.b": ("Jumlah Perubahan yang dibuat", "Jumlah Perubahan yang telah diintegrasikan"),
    "A.II.3.iii.a": (
        "Jumlah pelanggaran tahun sebelumnya",
        "Jumlah pelanggaran tahun ini",
        "Jumlah pelanggaran yang telah diberi sanksi",
    ),
    "A.II.4.i": ("Jumlah Sasaran Kinerja", "Jumlah Sasaran Kinerja yang tercapai 100%"),
    "A.II.5.ii": (
        "Jumlah pengaduan yang harus ditindaklanjuti",
        "Jumlah pengaduan yang sedang diproses",
        "Jumlah pengaduan yang selesai ditindaklanjuti",
    ),
    "A.II.5.iii.a": ("Jumlah yang harus melaporkan", "Jumlah yang sudah melaporkan"),
    "A.II.5.iii.b": (
        "Jumlah yang harus melaporkan",
        "Pejabat administrator",
        "Pejabat pengawas",
        "Jumlah yang sudah melaporkan",
    ),
    "A.II.6.i.b": ("Jumlah pelayanan yang terdata", "Jumlah pelayanan yang dipermudah"),
}
"""Rows below each percentage question, as circulated copies word them."""

RESULTS = (
    ("bersih_akuntabel", "I", "BIROKRASI YANG BERSIH DAN AKUNTABEL", 22.5),
    ("ipak", "a", "Nilai Survey Persepsi Korupsi (Survei Eksternal)", 17.5),
    ("capaian_kinerja", "b", "Capaian Kinerja Lebih Baik dari pada Capaian Kinerja Sebelumnya", 5),
    ("pelayanan_prima", "II", "PELAYANAN PUBLIK YANG PRIMA", 17.5),
    ("ipkp", "a", "Nilai Persepsi Kualitas Pelayanan (Survei Eksternal)", 17.5),
)
HEADERS: Mapping[str, str] = {
    "question": "Penilaian",
    "weight": "Bobot",
    "options": "Pilihan Jawaban",
    "answer": "Jawaban",
    "score": "Nilai",
    "percent": "%",
    "note": "Catatan/Keterangan/Penjelasan",
    "names": "Data Dukung",
    "links": "Link",
}


class Link(NamedTuple):
    """A text with an address behind it."""

    label: str
    url: str


class Formula(NamedTuple):
    """A formula with its stored result; a result that begins with `#` is an error."""

    formula: str
    stored: str | float


Cell = Value | Link | Formula


@dataclass(frozen=True)
class Oddities:
    """What is odd about a copy; the plain one has the layout of the circulated workbook.

    columns: order of the columns, `texts` standing for the hierarchy. layout: `spread` over
    columns, `pair` of letter and text, or `one` column. pelayanan: whether the rows or only the
    letters of its last sub-area stand in the order a, c, b.
    """

    header_row: int = 1
    titles: Sequence[str] = ("LEMBAR KERJA EVALUASI ZONA INTEGRITAS",)
    headers: Mapping[str, str] = field(default_factory=lambda: HEADERS)
    columns: Sequence[str] = (
        *("texts", "weight", "options", "answer", "score", "percent", "note", "names", "links"),
    )
    layout: str = "spread"
    odd_numbers: bool = False
    odd_letters: bool = False
    dashes: bool = False
    odd_texts: bool = False
    any_case: bool = False
    ratio_as_text: bool = False
    pelayanan: str = ""
    lhkpn_level: bool = False
    counts: bool = False
    not_filled: bool = False
    merges: bool = False


ALL_ODD = Oddities(
    header_row=4,
    titles=("LAMPIRAN III", "PERATURAN MENTERI", "ZONA INTEGRITAS"),
    odd_numbers=True,
    odd_letters=True,
    dashes=True,
    odd_texts=True,
    any_case=True,
    ratio_as_text=True,
    pelayanan="rows",
    lhkpn_level=True,
    counts=True,
    not_filled=True,
    merges=True,
)


@dataclass
class Filled:
    """What a unit entered; names and links: cells beside a question, by its code.

    counts: numbers of the rows below a percentage question, in the order of `COUNTED`.
    """

    answers: dict[str, Cell] = field(default_factory=dict)
    counts: dict[str, Sequence[float | None]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    names: dict[str, Cell] = field(default_factory=dict)
    links: dict[str, Cell] = field(default_factory=dict)


@dataclass
class Tab:
    """A tab that can be changed row by row before it is written.

    rows: cells by column. row_of: number of the row of every question, part, heading (`1.i` of
    Pemenuhan as `Pemenuhan.1.i`) and row of counts (`A.II.4.i/0`); all count from 0.
    """

    title: str
    rows: list[dict[int, Cell]] = field(default_factory=list)
    row_of: dict[str, int] = field(default_factory=dict)
    column_of: dict[str, int] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    is_hidden: bool = False

    def cell(self, key: str, column: str) -> str:
        """The cell of a row and column, with the tab: `LKE!H12`."""
        return f"{self.title}!{chr(65 + self.column_of[column])}{self.row_of[key] + 1}"

    def put(self, key: str, column: str, cell: Cell) -> None:
        self.rows[self.row_of[key]][self.column_of[column]] = cell

    def get(self, key: str, column: str) -> Cell:
        return self.rows[self.row_of[key]].get(self.column_of[column])

    def text_column(self, key: str) -> int:
        """The column of a row's text: the last one of the hierarchy that is filled."""
        first, last = self.column_of["texts"], self.column_of["texts_end"]
        return max(c for c in self.rows[self.row_of[key]] if first <= c < last)

    def grid(self) -> Grid:
        """The tab as a reader gives it."""
        rows = [[_value(row.get(c)) for c in range(max(row, default=-1) + 1)] for row in self.rows]
        links = {
            (number, column): (cell.url,)
            for number, row in enumerate(self.rows)
            for column, cell in row.items()
            if isinstance(cell, Link)
        }
        spans = tuple(Span(top, left, bottom, right) for top, left, bottom, right in self.merges)
        return Grid(self.title, rows, links, spans, is_hidden=self.is_hidden)


def best(**others: Cell) -> Filled:
    """All best answers, but those given with dots of their code as underscores."""
    answers: dict[str, Cell] = {
        code: 1.0 if question.options is None else next(iter(question.options))
        for code, question in CATALOGUE.questions.items()
    }
    answers |= {"ipak": 3.6, "capaian_kinerja": "B", "ipkp": 3.8}
    named = {k.replace("_", ".") if k.startswith("A_") else k: each for k, each in others.items()}
    return Filled(answers | named)


def lke_tab(filled: Filled, odd: Oddities | None = None, title: str = "LKE Unit") -> Tab:
    """A worksheet with these answers."""
    return _Builder(filled, odd or Oddities(), title).build()


def book(*tabs: Tab, name: str = "LKE.xlsx") -> Workbook:
    """The tabs as a workbook, without a file."""
    return Workbook(name, tuple(tab.grid() for tab in tabs))


def written(path: Path, *tabs: Tab) -> Path:
    """The tabs as an .xlsx file, formulas with their results."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as target:
        for tab in tabs:
            sheet = target.add_worksheet(tab.title)
            if tab.is_hidden:
                sheet.hide()
            for top, left, bottom, right in tab.merges:
                sheet.merge_range(top, left, bottom - 1, right - 1, "")
            for number, row in enumerate(tab.rows):
                for column, cell in row.items():
                    _write(sheet, number, column, cell)
    return path


def _write(sheet: xlsxwriter.workbook.Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, Link):
        sheet.write_url(row, column, cell.url, string=cell.label)
    elif isinstance(cell, Formula):
        sheet.write_formula(row, column, cell.formula, None, cell.stored)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write(row, column, cell)


def _value(cell: Cell) -> Value:
    if isinstance(cell, Link):
        return cell.label
    shown = cell.stored if isinstance(cell, Formula) else cell
    if isinstance(shown, str) and shown.startswith("#"):
        return Unusable(Why.ERROR, shown)
    return float(shown) if isinstance(shown, int) and not isinstance(shown, bool) else shown


class _Builder:
    """Writes a worksheet row by row."""

    def __init__(self, filled: Filled, odd: Oddities, title: str) -> None:
        self._filled, self._odd = filled, odd
        self._tab = Tab(title)
        self._width = {"spread": 8, "pair": 2, "one": 1}[odd.layout]
        column = 1  # the first holds row numbers
        for name in odd.columns:
            self._tab.column_of[name] = column
            column += self._width if name == "texts" else 1
        self._tab.column_of["texts_end"] = self._tab.column_of["texts"] + self._width

    def build(self) -> Tab:
        self._head()
        self._row("pengungkit", 0, "A", "PENGUNGKIT", weight=60)
        for number, aspect in enumerate(("Pemenuhan", "Reform"), start=1):
            self._row(aspect.lower(), 1, ROMAN[number], aspect.upper(), weight=30)
            for area in CATALOGUE.areas:
                key = f"{aspect}.{area.number}"
                self._row(key, 2, str(area.number), area.name.upper(), weight=area.weight / 2)
                self._area(aspect, area.number)
        self._row("total pengungkit", 0, "", "TOTAL PENGUNGKIT", weight=60)
        self._row("hasil", 0, "B", "HASIL", weight=40)
        for key, letter, text, weight in RESULTS:
            level = 1 if letter.isupper() else 2
            options = "" if level == 1 else "A/B/C/D/E" if key == "capaian_kinerja" else "0-4"
            self._row(key, level, letter, text, weight=weight, options=options)
        self._row("total", 0, "", "NILAI EVALUASI ZONA INTEGRITAS", weight=100)
        return self._tab

    def _head(self) -> None:
        rows, odd = self._tab.rows, self._odd
        rows += [{1: title} for title in odd.titles[: odd.header_row]]
        rows += [{} for _ in range(odd.header_row - len(rows))]
        names = {"question" if name == "texts" else name: name for name in odd.columns}
        rows.append({self._tab.column_of[at]: odd.headers[name] for name, at in names.items()})
        if odd.merges and self._width > 1:
            first = self._tab.column_of["texts"]
            self._tab.merges.append((len(rows) - 1, first, len(rows), first + self._width))

    def _area(self, aspect: str, number: int) -> None:
        for (sub_area, name, weight), asked in ASKED[aspect, number].items():
            self._row(f"{aspect}.{number}.{sub_area}", 3, sub_area, self._odd_text(name), weight)
            for code, letter, text, kind in self._ordered(asked):
                self._question(code, letter, text, kind)

    def _ordered(self, places: list[Asked]) -> list[Asked]:
        if not self._odd.pelayanan or places[0][0] != "A.I.6.v.a":
            return places
        first, second, third = places
        if self._odd.pelayanan == "rows":
            return [first, third, second]
        return [first, (second[0], "c", *second[2:]), (third[0], "b", *third[2:])]

    def _question(self, code: str, letter: str, text: str, kind: str) -> None:
        level = 4
        if self._odd.lhkpn_level and code.startswith("A.II.5.iii."):
            what = "Penyelenggara Negara (LHKPN)" if letter == "a" else "ASN (LHKASN)"
            self._row(f"{code}/", 4, letter, f"Penyampaian Laporan Harta Kekayaan {what}", 1.0)
            level, letter = 5, ""
        if not letter and self._odd.dashes and code != "A.II.4.i":
            letter = "-"
        self._row(code, level, letter, self._odd_text(text), options=kind)
        if self._odd.counts:
            for number, label in enumerate(COUNTED.get(code, ())):
                key = f"{code}/{number}"
                counts = self._filled.counts.get(code, ())
                self._row(key, level + 1, "", f"- {label}", options="Jumlah")
                if number < len(counts):
                    self._tab.put(key, "answer", counts[number])

    def _row(
        self, key: str, level: int, letter: str, text: str, weight: float = 0, options: str = ""
    ) -> None:
        tab, number = self._tab, len(self._tab.rows)
        row: dict[int, Cell] = dict(self._hierarchy(level, letter, text))
        if not self._odd.odd_numbers or number % 5:
            row[0] = float(number if not self._odd.odd_numbers else number % 7 + 1)
        tab.rows.append(row)
        tab.row_of[key] = number
        entered = {
            "weight": weight or None,
            "options": options or None,
            "answer": self._answer(key),
            "score": self._score(key, weight),
            "note": self._filled.notes.get(key),
            "names": self._filled.names.get(key),
            "links": self._filled.links.get(key),
        }
        for column, cell in entered.items():
            if cell is not None and column in tab.column_of:
                tab.put(key, column, cell)

    def _hierarchy(self, level: int, letter: str, text: str) -> Iterator[tuple[int, Cell]]:
        first = self._tab.column_of["texts"]
        mark = self._letter(letter)
        if self._odd.layout == "one":
            yield first, f"{mark} {text}".strip() if mark else text
            return
        at = first + level if self._odd.layout == "spread" else first
        if mark:
            yield at, mark
        yield at + 1, text

    def _letter(self, letter: str) -> str:
        if not letter or letter == "-":
            return letter
        styles = [f"{letter}.", letter, f"{letter}. ", f" {letter} ."]
        is_question = self._odd.odd_letters and letter in "abcdefgh"
        return styles[len(self._tab.rows) % 4] if is_question else f"{letter}."

    def _odd_text(self, text: str) -> str:
        if not self._odd.odd_texts:
            return text
        words = text.split(" ")
        middle = len(words) // 2
        longest = max(range(len(words)), key=lambda each: len(words[each]))
        turn = len(self._tab.rows) % 5
        if turn == 0:
            words[middle] += f" {words[middle]}"
        elif turn == 1:
            words[longest] = words[longest][:3] + words[longest][4:]
        elif turn == 2:
            words[middle] = f"\n {words[middle]}"
        elif turn == 3:
            return f"{NBSP}{NBSP.join(words)}  ."
        else:
            words[longest] = words[longest][:2] + words[longest][2:4][::-1] + words[longest][4:]
        return "  ".join(words)

    def _answer(self, key: str) -> Cell:
        answer = self._filled.answers.get(key)
        if isinstance(answer, str) and self._odd.any_case:
            return [answer.lower(), answer.upper(), f" {answer}"][len(self._tab.rows) % 3]
        if isinstance(answer, float) and self._odd.ratio_as_text and key.startswith("A."):
            return f"{answer * 100:.2f}%".replace(".", ",")
        return answer

    def _score(self, key: str, weight: float) -> Cell:
        if key not in CATALOGUE.questions:
            return Formula("=SUM(1)", weight) if weight else None
        if key in self._filled.answers:
            return Formula("=IF(1,1)", 1)
        return Formula('=IF(1,"Blm Diisi")', "Blm Diisi") if self._odd.not_filled else None
