"""The log of the server: one line per event, and nothing in it of what people wrote.

Whatever is logged, by us or by a library, becomes an `Event` first: of its text only what stands in
the program itself is kept, of a fault only its kind and the lines of code it went through.
"""

from __future__ import annotations

import ast
import json
import logging
import math
import re
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any

from zi_metrics.settings import PROJECT_ROOT

JSON = "json"
TEXT = "teks"
LEFT_OUT = "(text left out)"
MOST_FRAMES = 40
MOST_FAULTS = 8
OF_THE_SERVER = ("uvicorn", "uvicorn.asgi", "uvicorn.error")
_VALUE = re.compile(r"%(?:\(\w+\))?[-+ #0-9.*]*[a-zA-Z]")
_WORD = re.compile(r"[A-Za-z0-9_.+-]{1,64}")

log = logging.getLogger("zi")


class Event(logging.LogRecord):
    """A record without values; whatever formats it gets the whole line, as begun by `begin`.

    `extra={"fields": {...}}` adds figures, yes or no, and words of the program.
    """

    is_json = False
    fields: Mapping[str, object] = MappingProxyType({})

    def __init__(self, *parts: Any, **more: Any) -> None:
        super().__init__(*parts, **more)
        self.msg, self.args = _told(self.msg, self.args, self.pathname), None
        self.faults = tuple(_faults(self.exc_info[1] if self.exc_info else None))
        self.exc_info = self.exc_text = self.stack_info = None

    def getMessage(self) -> str:  # noqa: N802  the name is logging's
        """The whole line."""
        return self.as_json() if Event.is_json else self.as_text()

    def as_text(self) -> str:
        """A line to read, and below it the lines of code that a fault went through."""
        said = self._said()
        head = " ".join(str(said.pop(name)) for name in ("time", "level", "logger", "event"))
        faults = said.pop("faults", ())
        more = "".join(f" {name}={value}" for name, value in said.items())
        below = [
            "\n    ".join([f"\n  Traceback: {each['kind']}", *each["stack"]]) for each in faults
        ]
        return "".join([head, more, *below])

    def as_json(self) -> str:
        """The same as one line of JSON."""
        return json.dumps(self._said(), allow_nan=False)

    def _said(self) -> dict[str, Any]:
        at = datetime.fromtimestamp(self.created, UTC).isoformat(timespec="milliseconds")
        said: dict[str, Any] = {
            "time": at.replace("+00:00", "Z"),
            "level": self.levelname.lower(),
            "logger": self.name,
            "event": self.msg,
        }
        if self.msg == LEFT_OUT:
            said["at"] = _place(self.pathname, self.lineno, self.funcName)
        said |= {name: _shown(value) for name, value in self.fields.items() if name not in said}
        return said | ({"faults": self.faults} if self.faults else {})


def begin(form: str | None) -> None:
    """From now on write the log of this process safely: as text, or as JSON when `json` is asked.

    Any other word is reported, and text written.
    """
    wanted = (form or TEXT).strip().casefold()
    Event.is_json = wanted == JSON
    logging.setLogRecordFactory(Event)
    logging.raiseExceptions = False  # what logging prints of its own faults quotes the values
    logging.basicConfig(format="%(message)s", level=logging.WARNING, force=True)
    for name in OF_THE_SERVER:
        of_the_server = logging.getLogger(name)
        of_the_server.handlers.clear()
        of_the_server.propagate = True
        of_the_server.setLevel(logging.WARNING)  # every visitor would come and go in the log
    log.setLevel(logging.INFO)
    logging.getLogger("streamlit.error_util").addFilter(_is_not_told_by_us)
    _catch_what_nobody_logs()
    if wanted not in {JSON, TEXT}:
        log.warning("ZI_LOG is neither json nor teks")


def _is_not_told_by_us(event: logging.LogRecord) -> bool:
    """Streamlit logs a page that failed, and then has us do so."""
    return event.msg != "Uncaught app execution"


def _catch_what_nobody_logs() -> None:
    """What Python would print by itself."""
    warnings.showwarning = _warned  # type: ignore[assignment]  # takes what the original takes
    sys.excepthook = partial(_crashed, "process ends by a fault")
    threading.excepthook = lambda args: _crashed("thread ends by a fault", *args[:3])
    sys.unraisablehook = lambda args: _crashed(
        "fault while tidying up", args.exc_type, args.exc_value, args.exc_traceback
    )


def _crashed(
    event: str,
    kind: type[BaseException],
    fault: BaseException | None,
    trace: TracebackType | None,
) -> None:
    if isinstance(fault, KeyboardInterrupt):  # somebody ended it
        sys.__excepthook__(kind, fault, trace)
        return
    told = (kind, fault, trace) if fault is not None else None
    log.critical(event, exc_info=told, extra={"fields": {"kind": kind.__name__}})


def _warned(
    _: Warning | str, category: type[Warning], filename: str, lineno: int, *_rest: object
) -> None:
    fields = {"kind": category.__name__, "line": lineno, "file": Path(filename).name}
    log.warning("warning of Python", extra={"fields": fields})


# --- What may be said -------------------------------------------------------


def _told(message: object, values: object, path: str) -> str:
    """The message as it stands in the program; figures are put in, any other value is not."""
    if not isinstance(message, str) or message not in _texts_in(path):
        return LEFT_OUT
    figures = values if isinstance(values, tuple) else (values,)
    if values and all(type(each) in {int, float} for each in figures):
        with suppress(TypeError, ValueError):  # a library's slip is no fault of what it logs of
            return " ".join((message % values).split())
    return " ".join((_VALUE.sub("...", message) if values else message).split())


@lru_cache(maxsize=128)
def _texts_in(path: str) -> frozenset[str]:
    """The texts that a file of Python holds; nothing that people write is among them."""
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return frozenset()
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(each for each in constants if isinstance(each, str))


def _shown(value: object) -> object:
    """A figure, yes or no, or a word; anything else is left out."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else LEFT_OUT
    return value if isinstance(value, str) and _WORD.fullmatch(value) else LEFT_OUT


def _faults(fault: BaseException | None) -> Iterator[dict[str, Any]]:
    """The kind of a fault and its way through the code, then those it came from."""
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen and len(seen) < MOST_FAULTS:
        seen.add(id(fault))
        frames = traceback.StackSummary.extract(
            traceback.walk_tb(fault.__traceback__), lookup_lines=False
        )[-MOST_FRAMES:]
        yield {
            "kind": type(fault).__qualname__,
            "stack": [_place(each.filename, each.lineno, each.name) for each in frames],
        }
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def _place(path: str, line: int | None, function: str | None) -> str:
    """A line of code, without the folders of this machine."""
    _, found, inside = path.rpartition("/site-packages/")
    short = inside if found else path.removeprefix(f"{PROJECT_ROOT}/")
    if short.startswith("/"):
        short = "/".join(Path(short).parts[-2:])
    return f"{short}:{line} {function}"
