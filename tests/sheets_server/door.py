"""A door for people: edit a cell or switch a fault on with curl, without a token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.sheets_server.faults import Fault

if TYPE_CHECKING:
    from tests.sheets_server.service import Request, Service

LARGEST_BYTES = 1_000_000
_TABS = re.compile(r"/edit/([^/]+)")
_CELL = re.compile(r"/edit/([^/]+)/([^/]+)/([^/]+)")
_FAULT = re.compile(r"/fault/([^/]+)")

Answer = tuple[int, str]


def answer(service: Service, request: Request) -> Answer:
    """Status and text, in Indonesian: a person reads it."""
    if match := _TABS.fullmatch(request.path):
        return _tabs(service, unquote(match[1])) if request.method == "GET" else _wrong_method()
    if match := _CELL.fullmatch(request.path):
        place = tuple(unquote(part) for part in match.groups())
        return _edit(service, place, request) if request.method == "PUT" else _wrong_method()
    if request.path == "/fault" and request.method == "DELETE":
        service.faults.mend()
        return 200, "Semua gangguan dihentikan.\n"
    if match := _FAULT.fullmatch(request.path):
        return _fail(service, match[1], request) if request.method == "POST" else _wrong_method()
    return 404, "Alamat ini tidak ada.\n"


def _wrong_method() -> Answer:
    return 405, "Cara (metode) ini tidak berlaku untuk alamat ini.\n"


def _no_book(service: Service, book_id: str) -> Answer:
    return 404, f"Buku {book_id} tidak ada. Yang ada: {', '.join(service.books) or '-'}\n"


def _tabs(service: Service, book_id: str) -> Answer:
    with service.lock:
        book = service.books.get(book_id)
        if book is None:
            return _no_book(service, book_id)
        lines = [f"{tab.title}{' (tersembunyi)' if tab.hidden else ''}\n" for tab in book.tabs]
    return 200, "".join(lines)


def _edit(service: Service, place: tuple[str, ...], request: Request) -> Answer:
    book_id, title, name = place
    try:
        text = request.body.decode("utf-8").rstrip("\r\n")  # what `echo` adds is not typed
    except UnicodeDecodeError:
        return 400, "Isinya bukan teks UTF-8.\n"
    with service.lock:
        book = service.books.get(book_id)
        if book is None:
            return _no_book(service, book_id)
        try:
            with service.editing(book_id):
                book.type(title, name, text)
        except KeyError:
            known = ", ".join(tab.title for tab in book.tabs)
            return 404, f"Tab {title} tidak ada. Yang ada: {known}\n"
        except ValueError:
            return 400, f"{name} bukan alamat sel, misalnya F7.\n"
        except IndexError:
            return 400, f"{name} di luar tab {title}.\n"
    return 200, f"{title}!{name} diisi: {text}\n"


def _fail(service: Service, name: str, request: Request) -> Answer:
    if name not in set(Fault):
        return 404, f"Gangguan {name} tidak ada. Yang ada: {', '.join(Fault)}\n"
    given = {key: values[-1] for key, values in request.query.items()}
    try:
        times = int(given["times"]) if "times" in given else None
        seconds = float(given["seconds"]) if "seconds" in given else None
    except ValueError:
        return 400, "times dan seconds harus angka.\n"
    service.faults.fail(Fault(name), times, given.get("kind"), seconds)
    until = f"{times} kali" if times is not None else "sampai dihentikan"
    return 200, f"Gangguan {name}: {until}.\n"
