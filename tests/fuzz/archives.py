"""Archives as somebody might damage or forge them: parts lost, cut, swapped, their XML altered."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from hypothesis import strategies as st

WORDS: list[bytes] = [
    *(b"", b"0", b"-1", b"1", b"4294967296", b"99999999999999999999", b"1e999", b"nan", b"true"),
    *(b"A1", b"A0", b"XFD1048576", b"ZZZZZ99999999", b"A1:XFD1048576", b"A1:A1 B2", b"$A$1", b"'"),
    *(b"s", b"b", b"e", b"n", b"d", b"str", b"inlineStr", b"shared", b"hidden", b"External"),
    *(b"../../../etc/passwd", b"/xl/workbook.xml", b"file:///etc/passwd", b"http://x.test/%zz"),
    *(b"&lt;", b"&#0;", b"&#x10FFFF;", b"&x;", b"\xff\xfe", b"\0", b"\xed\xa0\x80", b"]]>", b"<"),
    *(b"rId1", b"rId99", b"sharedStrings", b"worksheet", b"officeDocument", b"_x000D_", b"_xD800_"),
    *(b"=HYPERLINK(" + b"(" * 500, b'"' * 999, b"9" * 5000, b"a" * 40_000, b"0.5", b"2958466"),
]
ELEMENTS: list[bytes] = [
    b'<c r="A1" t="s"><v>99999</v></c>',
    b'<c t="s"><v>-1</v></c>',
    b'<c r="XFD1048576"><v>1</v></c>',
    b'<c r="A1" t="d"><v>99999-99-99T25:61</v></c>',
    b'<row r="1048576"/>',
    b'<row r="0"><c/></row>',
    b'<mergeCell ref="A1:XFD1048576"/>',
    b'<mergeCell ref="B2:A1"/>',
    b'<hyperlink ref="A1:XFD1048576" r:id="rId1"/>',
    b'<hyperlink ref="A1" location="x!A1"/>',
    b'<sheet name="" sheetId="0" r:id="rId1"/>',
    b'<xf numFmtId="-5"/>',
    b'<numFmt numFmtId="164" formatCode="' + b"[" * 400 + b'"/>',
    b"<!DOCTYPE a>",
    b"<a>" * 200,
    b"<!-- -->",
    b"<?x?>",
]


def members(content: bytes) -> dict[str, bytes]:
    """The parts of an archive."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", packing) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return out.getvalue()


@st.composite
def altered(draw: st.DrawFn, content: bytes) -> bytes:
    """The bytes with a few of them other, gone, or twice."""
    made = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(made) - 1, 0)))
        kind = draw(st.sampled_from(["flip", "flip", "cut", "drop", "twice", "word"]))
        upto = at + draw(st.integers(1, 64))
        if kind == "flip" and made:
            made[at] ^= draw(st.integers(1, 255))
        elif kind == "cut":
            del made[at:]
        elif kind == "drop":
            del made[at:upto]
        elif kind == "twice":
            made[at:at] = made[at:upto]
        else:
            made[at:upto] = draw(st.sampled_from(WORDS))
    return bytes(made)


@st.composite
def altered_xml(draw: st.DrawFn, content: bytes) -> bytes:
    """XML with other values of some attributes and texts, and elements where none belong."""
    for _ in range(draw(st.integers(1, 4))):
        marks = [at for at, byte in enumerate(content) if byte in b'">']
        if not marks:
            return content
        at = draw(st.sampled_from(marks)) + 1
        if content[at - 1 : at] == b">":
            piece = draw(st.sampled_from(WORDS) | st.sampled_from(ELEMENTS))
            times = draw(st.sampled_from([1, 1, 1, 300])) if len(piece) < 100 else 1
            content = content[:at] + piece * times + content[at:]
        else:
            end = content.find(b'"', at)
            content = content[:at] + draw(st.sampled_from(WORDS)) + content[max(end, at) :]
    return content


@st.composite
def archives(draw: st.DrawFn, original: Mapping[str, bytes]) -> bytes:
    """The archive with some of its parts lost, altered, exchanged or swollen; or its bytes so."""
    parts = dict(original)
    names = sorted(parts)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(names))
        part = parts.get(name, b"")
        kind = draw(
            st.sampled_from(["xml", "xml", "xml", "bytes", "drop", "swap", "rename", "big"])
        )
        if kind == "xml":
            parts[name] = draw(altered_xml(part))
        elif kind == "bytes":
            parts[name] = draw(altered(part))
        elif kind == "drop":
            parts.pop(name, None)
        elif kind == "swap":
            parts[name] = original[draw(st.sampled_from(names))]
        elif kind == "rename":
            parts[draw(st.sampled_from(["../x", "/etc/x", name.upper(), "a\\b", "x"]))] = part
        else:
            parts[name] = part + b" " * 3_000_000
    whole = packed(parts, draw(st.sampled_from([ZIP_DEFLATED, ZIP_STORED])))
    return draw(altered(whole)) if draw(st.integers(0, 4)) == 0 else whole
