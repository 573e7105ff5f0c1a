"""Static files leave compressed, and nothing else is touched."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Scope

import zi_metrics.charts as charts
from pages._frame import static_files
from pages._frame.board import component
from pages._frame.static_files import address_of, asked_by_everybody
from pages._frame.web.compressed import ASK_AGAIN, FOR_GOOD, Compressed
from scripts import plotly

LIBRARY = f"/app/static/{component.PLOTLY}"
CONTENT = (static_files._OURS / component.PLOTLY).read_bytes()
UNTOUCHED = b"by the server itself"
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(path: str, method: str = "GET", query: str = "", **headers: str) -> Answer:
    """What leaves for a request; header names with `_` for `-`."""
    written = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope: Scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": written,
    }
    told: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(Compressed(PlainTextResponse(UNTOUCHED))(scope, receive, send))
    names = {key.decode(): value.decode() for key, value in told[0]["headers"]}
    return Answer(told[0]["status"], names, b"".join(each.get("body", b"") for each in told[1:]))


@pytest.mark.parametrize(
    ("accepted", "encoding", "open_it"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, br;q=0", "gzip", gzip.decompress),
        ("GZIP;q=0.5, identity", "gzip", gzip.decompress),
    ],
)
def test_file_leaves_in_the_best_encoding_that_is_taken(accepted, encoding, open_it) -> None:
    answer = ask(LIBRARY, accept_encoding=accepted)
    assert answer.headers["content-encoding"] == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "javascript" in answer.headers["content-type"]
    assert int(answer.headers["content-length"]) == len(answer.body) < len(CONTENT) / 2
    assert open_it(answer.body) == CONTENT


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        (LIBRARY, "GET", {}),
        (LIBRARY, "GET", {"accept_encoding": "identity"}),
        (LIBRARY, "GET", {"accept_encoding": "br;q=0.0, gzip;q=0"}),
        (LIBRARY, "GET", {"accept_encoding": "br", "range": "bytes=0-9"}),
        (LIBRARY, "POST", {"accept_encoding": "br"}),
        ("/", "GET", {"accept_encoding": "br"}),
        ("/media/x.js", "GET", {"accept_encoding": "br"}),
        ("/app/static/../static/board.js", "GET", {"accept_encoding": "br"}),
        ("/app/static/plex-sans.woff2", "GET", {"accept_encoding": "br"}),
        ("/static/js/none.js", "GET", {"accept_encoding": "br"}),
    ],
)
def test_all_else_passes_untouched(path: str, method: str, headers: dict[str, str]) -> None:
    answer = ask(path, method, **headers)
    assert answer.body == UNTOUCHED
    assert "content-encoding" not in answer.headers


def test_only_what_is_named_by_its_content_is_kept_for_good() -> None:
    named = address_of(component.PLOTLY).partition("?")[2]
    streamlits = next(iter(name for name in static_files.static_files() if name.startswith("/s")))
    asked = [ask(LIBRARY, query=query, accept_encoding="br") for query in (named, "", "v=0")]
    asked.append(ask(streamlits, accept_encoding="br"))
    kept = [answer.headers["cache-control"] for answer in asked]
    assert kept == [FOR_GOOD, ASK_AGAIN, ASK_AGAIN, FOR_GOOD]


def test_known_file_is_not_sent_again() -> None:
    first = ask(LIBRARY, accept_encoding="br")
    tag = first.headers["etag"]
    for known in (tag, f'"other", W/{tag}'):
        again = ask(LIBRARY, accept_encoding="br", if_none_match=known)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask(LIBRARY, accept_encoding="gzip", if_none_match=tag).status == 200


def test_what_every_visit_asks_for_is_the_shell_of_the_program_and_our_scripts() -> None:
    names = {file.path.name for file in asked_by_everybody()}
    assert {component.PLOTLY, component.SCRIPT} <= names
    assert any(name.startswith("index.") and name.endswith(".js") for name in names)


def test_every_chart_is_made_of_what_the_board_can_draw() -> None:
    written = [path.read_text("utf-8") for path in Path(charts.__file__).parent.glob("*.py")]
    used = {name for text in written for name in re.findall(r"\bgo\.(\w+)\(", text)}
    assert used == {"Bar", "Scatter", "Figure", "Layout"}


def test_kept_plotly_is_the_pinned_one_with_its_licence() -> None:
    assert plotly.KEPT["package/plotly-basic.min.js"].name == component.PLOTLY
    assert hashlib.sha256(CONTENT).hexdigest() == plotly.FILE_SHA256
    assert f"plotly.js (basic - minified) v{plotly.VERSION}".encode() in CONTENT[:200]
    assert "MIT License" in plotly.KEPT["package/LICENSE"].read_text("utf-8")


def test_another_package_is_refused_and_nothing_kept(tmp_path: Path) -> None:
    other = tmp_path / "other.tgz"
    other.write_bytes(b"other")
    with pytest.raises(SystemExit, match="another one than was pinned"):
        plotly.unpack(other)
