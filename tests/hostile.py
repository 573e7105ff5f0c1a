"""What careless or hostile hands write into cells: one list for pages, exports and parsers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from zi_metrics.sources.google_sheet import parsed
from zi_metrics.sources.grid import Value
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.tables.columns import EVIDENCE, TABLES
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import Column, Kind, TableSpec

MARKUP = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "link": "<a href=javascript:alert(1)>klik</a> <a href='https://evil.test'>sini</a>",
    "frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe><svg onload=alert(1)>",
    "style": "</style><style>body{display:none}</style><base href=https://evil.test/>",
    "form": "<form action=https://evil.test><input autofocus onfocus=alert(1)></form>",
    "plotly": "<b>tebal</b><br><sub>sub</sub><span style='color:red'>x</span> %{y} %{customdata}",
    "entity": "&lt;img src=x onerror=alert(1)&gt; &#60;b&#62; &amp;nbsp; &quot;",
    "template": "{{7*7}} ${7*7} <%= 7*7 %> #{7*7} __import__('os')",
    "comment": "<!-- ]]> --> <![CDATA[x]]> <?xml?> <!DOCTYPE a>",
}
MARKDOWN = {
    "link": "[klik](javascript:alert(1)) <https://evil.test> [x]: https://evil.test",
    "image": "![x](https://evil.test/x.png) ![y][x]",
    "heading": "# Judul\n## Dua\n- [ ] tugas\n> kutip\n---\n| a | b |\n|---|---|",
    "emphasis": "**tebal** _miring_ ~~coret~~ `kode` ```\nblok\n``` \\*tidak\\*",
    "colour": ":red[merah] :blue-background[biru] :rainbow[x] :small[y]",
    "icon": ":material/delete: :smile: :streamlit: :spiral_calendar:",
    "formula": r"$x^2$ $$\frac{1}{2}$$ \(a\) \[b\] $\href{javascript:alert(1)}{x}$",
}
FORMULAS = {
    "equals": '=HYPERLINK("https://evil.test";"klik")',
    "plus": "+62 811 =1+1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "wide": "＝1+1",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "space": " \u200b=1+1",
    "quoted": '";=1+1;"',
}
STEERING = {
    "override": "gpj.\u202ecod.exe",
    "embedding": "\u202bkanan \u202akiri",
    "isolate": "\u2067kanan \u2066kiri \u2068",
    "marks": "a\u200eb\u200fc\u061cd",
    "arabic": "تقرير الأداء (12) 2025",
    "hebrew": "דו״ח שנתי - 2025 : 12",
}
SIGNS = {
    "controls": "a\x01b\x07c\x08d\x1b[31me\x1fg\x7fh\x80i\x9fj",
    "nul": "a\x00b",
    "lines": "satu\u2028dua\u2029tiga\x0bempat\x0clima\x85enam\r\ntujuh\n\n\ndelapan",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg",
    "storm": "Z" + "\u0335\u0321\u0489\u0301\u0316" * 40 + "algo",
    "half": "a\ud800b\udc00c",
    "no character": "a\ufffeb\uffffc\U0001fffed\ufdd0e",
    "alike": "Теrsеdіа Ｔｅｒｓｅｄｉａ 𝕋𝕖𝕣𝕤𝕖𝕕𝕚𝕒",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1ee\U0001f1e9 1\ufe0f\u20e3",
    "path": "../../../etc/passwd C:\\Windows\\x CON.txt a\\b/c",
    "header": 'x"\r\nSet-Cookie: a=b\r\n\r\n<b>; filename=y',
    "json": '"}],"x":{"__proto__":1}, \\u003cscript\\u003e \\',
    "typst": '#import "x" #link("https://evil.test")[x] *a* _b_ $c$ @ref <label> // /* "',
    "sql": "'; DROP TABLE x; -- \" ` \\",
}
LONG = {
    "word": "panjang" * 1429,
    "words": "panjang sekali " * 700,
    "wide": "\u3042" * 3000,
}
FAMILIES = {
    "markup": MARKUP, "markdown": MARKDOWN, "formulas": FORMULAS, "steering": STEERING,
    "signs": SIGNS, "long": LONG,
}  # fmt: skip
PAYLOADS = {
    f"{family} {name}": text for family, texts in FAMILIES.items() for name, text in texts.items()
}
"""Every text by its family and name."""

URL = "https://docs.google.com/spreadsheets/d/hanya-contoh/edit"
READ_AT = datetime(2025, 10, 31, 2, 0, tzinfo=UTC)
CODES = ("A.I.1.i.a", "A.I.1.i.b", "A.I.2.i.a", "A.I.3.ii.a", "A.I.4.i.a", "A.I.5.i.a", "A.I.6.i.a")
_AS_WRITTEN = frozenset({Kind.TEXT, Kind.PERIOD})


def harmless(texts: Sequence[str]) -> list[str]:
    """As many texts that nobody could take for anything but a text, as long as those."""
    return [f"teks {number} ".ljust(min(len(text), 80), "x") for number, text in enumerate(texts)]


def answer(texts: Sequence[str], name: str) -> dict[str, Any]:
    """What Google says of a sheet with these texts wherever people may write.

    In cells of every column, headers, titles of tabs and of the sheet, keys and values of settings.
    """
    title = texts[0][:80]
    pairs: list[list[Value]] = [
        ["Unit", texts[0]], ["Nama yang disamarkan", ";".join(texts[1:3])],
        ["Tanggal rapat", texts[0]], *([text, text] for text in texts),
    ]  # fmt: skip
    tabs = {
        **{spec.tab: _rows(spec, texts) for spec in TABLES},
        f"{EVIDENCE.tab} {title}": _rows(EVIDENCE, texts),
        "Pengaturan": [["Kunci", "Nilai"], *pairs],
        title: [[text] for text in texts],
    }
    return {
        "properties": {"title": f"{name} {title}"},
        "sheets": [_sheet(gid, *tab) for gid, tab in enumerate(tabs.items())],
    }


def _sheet(gid: int, title: str, rows: list[list[Value]]) -> dict[str, Any]:
    said = [{"values": [_value(cell) for cell in row]} for row in rows]
    return {"properties": {"sheetId": gid, "title": title}, "data": [{"rowData": said}]}


def _value(cell: Value) -> dict[str, Any]:
    kind = "stringValue" if isinstance(cell, str) else "numberValue"
    return {} if cell is None else {"effectiveValue": {kind: cell}}


def snapshot(texts: Sequence[str], name: str = "lembar") -> Snapshot:
    """The same after the door."""
    return snapshot_of(parsed(answer(texts, name), URL), name, READ_AT)


def _rows(spec: TableSpec, texts: Sequence[str]) -> list[list[Value]]:
    """One row per text, which stands in every column that takes any; every third also elsewhere."""
    header: list[Value] = [column.header for column in spec.columns]
    rows = [
        [*(_cell(column, text, number) for column in spec.columns), text]
        for number, text in enumerate(texts)
    ]
    return [[*header, texts[0]], *rows]


def _cell(column: Column, text: str, number: int) -> Value:
    if column.kind in _AS_WRITTEN and column.name not in {"code", "component"}:
        return text
    if number % 3 == 2:  # for which it is no place
        return text
    right: dict[str, Value] = {
        "code": CODES[number % len(CODES)],
        "component": "IPAK",
        "status": "Tersedia",
        "year": 2025.0,
        "quarter": float(number % 4 + 1),
        "area_no": float(number % 6 + 1),
    }
    return right.get(column.name)
