"""What an .xlsx file must be before any of it is parsed; every other file is refused by a sentence.

The sizes a zip archive declares are those that `zipfile` reads at most, so they can be trusted.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable
from pathlib import Path
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from zi_metrics.errors import WorkbookUnreadable
from zi_metrics.labels import workbook_messages as text
from zi_metrics.labels.messages import Message

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED_BYTES = 200 * MEGABYTE
MOST_PARTS = 10_000
BIG_PART_BYTES = 5 * MEGABYTE
MOST_SWELLING = 200
MOST_TYPES_BYTES = 2 * MEGABYTE
CONTENT_TYPES = "[Content_Types].xml"

DAMAGES = (
    *(BadZipFile, zlib.error, EOFError, ValueError, OverflowError, NotImplementedError),
    LookupError,
)
"""What is raised on an archive that is damaged or packed as Excel never packs.

All but the last by `zipfile`; that one by `expat`, on XML in an encoding there is not.
"""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_IS_ENCRYPTED = 0x1
_PACKINGS = (ZIP_STORED, ZIP_DEFLATED)  # the only ones the format allows
_MACROS = ("vbaproject.bin", "macrosheets/")
_MACRO_TYPES = (b"vbaproject", b"macroenabled", b"ms-excel.macrosheet", b"ms-excel.intlmacrosheet")
_WEB_PAGE = (b"<!doctype html", b"<html")
_CHUNK = 16_384


def vetted(path: Path) -> io.BytesIO:
    """The bytes of an .xlsx file that is safe to parse, read once; the file may change afterwards.

    Raises WorkbookUnreadable for anything else: absent, too large, protected by a password, with
    macros, of another format, a zip bomb, damaged, or with a DOCTYPE in one of its parts.
    """
    content = _content(path)
    if not content.startswith(_ZIP):
        raise WorkbookUnreadable(**_unzipped(path.name, content))
    stream = io.BytesIO(content)
    try:
        with ZipFile(stream) as archive:
            _check_sizes(path.name, archive.infolist())
            _check_kind(path.name, archive)
            if any(_has_doctype(archive, part) for part in archive.infolist()):
                raise WorkbookUnreadable(**text.has_doctype(path.name))
    except DAMAGES as cause:
        raise WorkbookUnreadable(**text.damaged(path.name)) from cause
    stream.seek(0)
    return stream


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise WorkbookUnreadable(**text.absent(path.name))
        size = path.stat().st_size
        if size > MOST_BYTES:
            megabytes = -(-size // MEGABYTE)
            message = text.too_large(path.name, megabytes, MOST_BYTES // MEGABYTE)
            raise WorkbookUnreadable(**message)
        content = path.read_bytes()
    except OSError as cause:
        reason = cause.strerror or type(cause).__name__
        raise WorkbookUnreadable(**text.not_opened(path.name, reason)) from cause
    if not content:
        raise WorkbookUnreadable(**text.empty(path.name))
    return content


def _unzipped(name: str, content: bytes) -> Message:
    """What to say of a file that is no zip archive."""
    if content.startswith(_OLE):
        is_encrypted = _ENCRYPTED_STREAM in content
        return text.encrypted(name) if is_encrypted else text.other_format(name, text.OLD_EXCEL)
    start = content[:_CHUNK]
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_WEB_PAGE):
        return text.other_format(name, text.WEB_PAGE)
    is_text = b"\0" not in start
    return text.other_format(name, text.CSV if is_text else text.OTHER)


def _check_sizes(name: str, parts: list[ZipInfo]) -> None:
    """Refuse archives that say they unpack to more than any workbook does."""
    unpacked = sum(part.file_size for part in parts)
    swelling = any(
        part.file_size > BIG_PART_BYTES
        and part.file_size > MOST_SWELLING * max(part.compress_size, 1)
        for part in parts
    )
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES or swelling:
        raise WorkbookUnreadable(**text.swollen(name))


def _check_kind(name: str, archive: ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise WorkbookUnreadable(**text.encrypted(name))
    if any(part.compress_type not in _PACKINGS for part in parts):
        raise WorkbookUnreadable(**text.damaged(name))
    paths = {part.filename.replace("\\", "/").casefold() for part in parts}
    if other := _other_kind(paths):
        raise WorkbookUnreadable(**text.other_format(name, other))
    if any(mark in path for mark in _MACROS for path in paths) or _declares_macros(name, archive):
        raise WorkbookUnreadable(**text.has_macros(name))


def _declares_macros(name: str, archive: ZipFile) -> bool:
    """Whether the list of parts names macros, whatever the part that holds them is called."""
    for part in archive.infolist():
        if part.filename.casefold() != CONTENT_TYPES.casefold():
            continue
        if part.file_size > MOST_TYPES_BYTES:
            raise WorkbookUnreadable(**text.swollen(name))
        said = archive.read(part).replace(b"\0", b"").lower()  # also in UTF-16
        if any(mark in said for mark in _MACRO_TYPES):
            return True
    return False


def _other_kind(paths: Iterable[str]) -> str | None:
    """What an archive with these parts is, if not an .xlsx file."""
    known = set(paths)
    if "xl/workbook.bin" in known:
        return text.BINARY_EXCEL
    if "mimetype" in known and "content.xml" in known:
        return text.OPEN_DOCUMENT
    if any(path.startswith(("word/", "ppt/")) for path in known):
        return text.OTHER_OFFICE
    return None if CONTENT_TYPES.casefold() in known else text.OTHER


class _PrologRead(Exception):
    """The root element begins: after it no DOCTYPE can come."""


class _DoctypeFound(Exception):
    """A DOCTYPE: the only place where entities can be declared."""


def _has_doctype(archive: ZipFile, part: ZipInfo) -> bool:
    """Whether a part is XML with a DOCTYPE, whatever it is called and however it is encoded."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = _end_of_prolog
    parser.StartDoctypeDeclHandler = _doctype
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk)
    except _DoctypeFound:
        return True
    except (_PrologRead, expat.ExpatError):  # a picture, or XML that no parser will read either
        return False
    return False


def _end_of_prolog(*_: object) -> None:
    raise _PrologRead


def _doctype(*_: object) -> None:
    raise _DoctypeFound
