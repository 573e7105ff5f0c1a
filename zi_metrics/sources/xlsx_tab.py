"""One tab of an .xlsx file: collected as it is read, then put together as a grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from zi_metrics.sources.grid import Grid, Span, Value
from zi_metrics.sources.xlsx_cells import CellReader
from zi_metrics.sources.xlsx_parts import TRUE, Element, Malformed, Relation

LAST_ROW = 1_048_576
LAST_COLUMN = 18_278  # ZZZ, as far as a Google Sheet goes
MOST_CELLS = 2_000_000

Place = tuple[int, int]


class TooManyCells(Exception):
    """A tab, named, that reaches further than memory should."""


@dataclass
class Budget:
    """How many more cells a workbook may take, the empty ones before a filled one included."""

    left: int = MOST_CELLS

    def spend(self, cells: int, title: str) -> None:
        """Raises TooManyCells, with the title, when there are not so many left."""
        self.left -= cells
        if self.left < 0:
            raise TooManyCells(title)


@dataclass
class Tab:
    """What was met of a tab so far; holds only cells that hold something."""

    title: str
    reader: CellReader
    budget: Budget
    is_hidden: bool = False
    _cells: dict[int, dict[int, Value]] = field(default_factory=dict)
    _hidden_rows: set[int] = field(default_factory=set)
    _merged: list[Span] = field(default_factory=list)
    _linked: list[Element] = field(default_factory=list)
    _addresses: dict[Place, str] = field(default_factory=dict)
    _row: int = -1
    _column: int = -1
    _last_row: int = -1

    def take(self, element: Element) -> None:
        """Take in the next element of the tab."""
        if element.name == "c":
            self._take_cell(element)
        elif element.name == "row":
            row = element.attributes.get("r")
            self._go_to(self._row + 1 if row is None else int(float(row)) - 1, -1)
            if element.attributes.get("hidden") in TRUE:
                self._hidden_rows.add(self._row)
        elif element.name == "mergeCell":
            self.budget.spend(1, self.title)
            self._merged.append(_span(element.attributes["ref"]))
        elif element.name == "hyperlink":
            self.budget.spend(1, self.title)
            self._linked.append(element)

    def _go_to(self, row: int, column: int) -> None:
        if not 0 <= row < LAST_ROW:
            raise Malformed(f"row {row + 1}")
        self._row, self._column = row, column

    def _take_cell(self, cell: Element) -> None:
        self._column += 1
        if place := cell.attributes.get("r"):
            row, column = coordinate_to_tuple(place)
            self._go_to(row - 1, column - 1)
        value, address = self.reader.read(cell)
        if value is None:
            return
        self.budget.spend(1, self.title)
        self._cells.setdefault(self._row, {})[self._column] = value
        self._last_row = max(self._last_row, self._row)
        if address:
            self._addresses[self._row, self._column] = address

    def grid(self, related: Mapping[str, Relation]) -> Grid:
        """The whole tab; related: what its links point to.

        Merges end where the cells do, and cells under them are empty, as on the screen.
        """
        for span in self._merged:
            for row, column in list(self._filled(span)):
                if (row, column) != (span.top, span.left):
                    del self._cells[row][column]
        rows = list(self._rows())
        width = max(map(len, rows), default=0)
        return Grid(
            title=self.title,
            rows=rows,
            links=self._links(related),
            merges=tuple(_clipped(self._merged, len(rows), width)),
            hidden_rows=frozenset(row for row in self._hidden_rows if row < len(rows)),
            is_hidden=self.is_hidden,
        )

    def _filled(self, span: Span) -> Iterator[Place]:
        """Places in a range that hold something, however far the range goes."""
        for row in range(span.top, min(span.bottom, self._last_row + 1)):
            cells = self._cells.get(row, {})
            wide = span.right - span.left > len(cells)
            columns: Iterable[int] = cells if wide else range(span.left, span.right)
            self.budget.spend(1 + min(len(cells), span.right - span.left), self.title)
            yield from (
                (row, column)
                for column in columns
                if column in cells and span.left <= column < span.right
            )

    def _rows(self) -> Iterator[list[Value]]:
        filled = {row: cells for row, cells in self._cells.items() if cells}
        for row in range(max(filled, default=-1) + 1):
            cells = filled.get(row, {})
            width = max(cells, default=-1) + 1
            self.budget.spend(1 + width, self.title)
            yield [cells.get(column) for column in range(width)]

    def _links(self, related: Mapping[str, Relation]) -> dict[Place, tuple[str, ...]]:
        links: dict[Place, tuple[str, ...]] = {
            place: (address,)
            for place, address in self._addresses.items()
            if place[1] in self._cells[place[0]]
        }
        for element in self._linked:
            if address := _address(element, related):
                for place in self._filled(_span(element.attributes["ref"])):
                    others = links.get(place, ())
                    links[place] = tuple(dict.fromkeys((address, *others)))
        return links


def _span(ref: str) -> Span:
    left, top, right, bottom = range_boundaries(ref)
    return Span((top or 1) - 1, (left or 1) - 1, bottom or LAST_ROW, right or LAST_COLUMN)


def _clipped(spans: Iterable[Span], height: int, width: int) -> Iterator[Span]:
    """Merges as far as the cells go; those of a single cell are none."""
    for span in spans:
        clipped = span._replace(bottom=min(span.bottom, height), right=min(span.right, width))
        rows, columns = clipped.bottom - clipped.top, clipped.right - clipped.left
        if rows > 0 and columns > 0 and (rows, columns) != (1, 1):
            yield clipped


def _address(link: Element, related: Mapping[str, Relation]) -> str:
    """Where a link leads; `#...` within the workbook, empty when the file does not say."""
    relation = related.get(link.attributes.get("id", ""))
    target = relation.target if relation else ""
    place = link.attributes.get("location")
    return f"{target}#{place}" if place else target
