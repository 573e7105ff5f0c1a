"""One of the many viewers: judges every page that it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.viewers import Viewer
from tests.soak.book import Told
from tests.soak.ledger import Ledger

COMPLETE = re.compile(rb"(\d+) dari 87\b")
CLOSED = re.compile(rb"(\d+) dari 6\b")
FAULT = b"zi-alert"


@dataclass
class Watcher(Viewer):
    """A viewer of Ringkasan; kept: the figures of the locked snapshot that its address names."""

    ledger: Ledger = field(default_factory=lambda: Ledger(0))
    kept: Told | None = None
    last: Told | None = None
    _complete: set[int] = field(default_factory=set)
    _closed: set[int] = field(default_factory=set)
    _tells_fault: bool = False

    def note(self, message: ForwardMsg, raw: bytes, wanted: set[str]) -> None:
        super().note(message, raw, wanted)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._complete, self._closed, self._tells_fault = set(), set(), False
        elif kind == "delta":
            self._complete |= {int(each) for each in COMPLETE.findall(raw)}
            self._closed |= {int(each) for each in CLOSED.findall(raw)}
            self._tells_fault |= FAULT in raw
        elif kind == "script_finished" and message.script_finished in _WHOLE:
            self._judge()

    def _judge(self) -> None:
        if len(self._complete) == 1 and len(self._closed) == 1:
            self.last = Told(*self._complete, *self._closed)
            if self.kept is None:
                self.ledger.saw(self.last)
            else:
                self.ledger.saw_kept(self.last, self.kept)
        elif self._complete or self._closed:
            self.ledger.wrong.append(f"one page told {self._complete} and {self._closed}")
        elif self._tells_fault:
            self.ledger.faults_told += 1
        else:
            self.ledger.blank.append("a page without a figure or a sentence")


_WHOLE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR}
