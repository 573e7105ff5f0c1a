"""Paper as the values that the template reads: every text printable, every place a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zi_metrics.labels import pdf as text
from zi_metrics.labels.numbers import count
from zi_metrics.labels.statuses import MARKS, marked
from zi_metrics.report.pdf.course import drawn_course
from zi_metrics.report.pdf.glyphs import drawn, pieces
from zi_metrics.report.pdf.paper import (
    Facts,
    Headlines,
    Listing,
    Paper,
    PaperBlock,
    Section,
    Sentence,
    Signatures,
)
from zi_metrics.report.slides import Bars, Course, Lines

_LONG_ROW = 900
"""A row with a text of so many characters may be broken between pages."""
_PADDING = 2.4
_LINE_WIDTH, _NAME_WIDTH = 140.0, 46.0


def encoded(paper: Paper) -> dict[str, Any]:
    """The whole paper."""
    return {
        "title": drawn(paper.title),
        "unit": drawn(paper.unit),
        "running": pieces(drawn(paper.running), _LINE_WIDTH),
        "stamp": pieces(drawn(paper.stamp), _LINE_WIDTH),
        "badge": paper.badge,
        "pages": list(text.PAGE_OF),
        "front": [_block(each) for each in paper.front],
        "sections": [_section(each) for each in paper.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": drawn(section.title),
        "starts-page": section.starts_page,
        "blocks": [_block(each) for each in section.blocks],
    }


def _block(block: PaperBlock) -> dict[str, Any]:
    kind, encoding = _KINDS[type(block)]
    return {"kind": kind, **encoding(block)}


def _line(told: str, width: float = _LINE_WIDTH) -> str | list[str]:
    return pieces(drawn(told), width)


def _texts(named: dict[str, str]) -> dict[str, str]:
    return {name: drawn(told) for name, told in named.items()}


def _lines(block: Lines) -> dict[str, Any]:
    return {
        "title": drawn(block.title),
        "lines": [{name: _line(told) for name, told in vars(each).items()} for each in block.lines],
        "empty": block.empty,
        "more": block.more,
        "is-numbered": block.is_numbered,
    }


def _listing(block: Listing) -> dict[str, Any]:
    widths = [column.width - _PADDING for column in block.columns]
    return {
        "title": drawn(block.title),
        "columns": [
            {"header": column.header, "width": column.width, "is-number": column.is_number}
            for column in block.columns
        ],
        "rows": [
            {
                "cells": [
                    pieces(drawn(cell), width) for cell, width in zip(row, widths, strict=True)
                ],
                "is-long": max(map(len, row)) > _LONG_ROW,
            }
            for row in block.rows
        ],
        "empty": block.empty,
        "more": block.more,
        "has-total": block.has_total,
        "is-form": block.is_form,
        "lead": _line(block.lead),
    }


def _bars(block: Bars) -> dict[str, Any]:
    longest = max((bar.total for bar in block.bars), default=0) or 1
    return {
        "title": drawn(block.title),
        "states": [{"name": marked(state), "mark": MARKS[state]} for state in block.states],
        "bars": [
            {
                "name": _line(bar.name, _NAME_WIDTH),
                "summary": bar.summary,
                "segments": [
                    {"mark": MARKS[state], "share": bar.counts[state] / longest}
                    for state in block.states
                    if bar.counts.get(state)
                ],
                "counts": "   ".join(
                    f"{MARKS[state]}\u00a0{count(bar.counts[state])}"
                    for state in block.states
                    if bar.counts.get(state)
                ),
            }
            for bar in block.bars
        ],
    }


_KINDS: dict[type, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    Sentence: ("sentence", lambda block: {"text": _line(block.text)}),
    Facts: ("facts", lambda block: {"rows": [[_line(n), _line(v)] for n, v in block.rows]}),
    Headlines: ("headlines", lambda block: {"items": [_texts(vars(each)) for each in block.items]}),
    Signatures: ("signatures", lambda block: {"roles": list(block.roles)}),
    Lines: ("lines", _lines),
    Listing: ("listing", _listing),
    Bars: ("bars", _bars),
    Course: ("course", drawn_course),
}
"""Each kind of block: its name in the template, and what the template is told of it."""
