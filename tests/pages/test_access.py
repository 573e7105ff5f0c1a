"""Without a sign-in where one is asked for, no door to data opens, whatever page forgets to ask."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_hex

import pytest
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

import pages
from pages import ENTRIES, PageEntry
from pages._frame import access, data
from pages._frame.web import gate, way_back
from tests.pages.conftest import RUNS_WITHIN_SECONDS, draw
from tests.pages.shown import charts, said
from zi_metrics.access import Role, Viewer
from zi_metrics.errors import AccessMisconfigured, AccessRefused
from zi_metrics.labels import access as text
from zi_metrics.sources.resolve import open_source

FOLDER = Path(pages.__file__).parent
NO_DOORS = {"begin_run"}
OF_A_KIND = {"date": date(2026, 1, 20), "str": "tidak-ada", "str | None": "tidak-ada"}


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sign-in is asked for, and cannot be done: nobody comes in. Forgotten after the test."""
    monkeypatch.setattr(access, "_memory", access._Memory())
    monkeypatch.setenv("ZI_AKSES", "wajib")
    monkeypatch.setenv("ZI_SUMBER", "contoh")


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> access._Memory:
    memory = access._Memory()
    monkeypatch.setattr(access, "_memory", memory)
    return memory


def frame() -> AppTest:
    return AppTest.from_file(FOLDER / "_frame" / "main.py", default_timeout=RUNS_WITHIN_SECONDS)


# --- Doors ------------------------------------------------------------------


def doors() -> list[str]:
    """Public functions of the module that hands out data."""
    found = inspect.getmembers(data, inspect.isfunction)
    return [
        name
        for name, function in found
        if function.__module__ == data.__name__ and not name.startswith("_")
    ]


def open_door(name: str) -> str:
    """The script of a page that asks for data without its frame; says what came of it."""
    from pages._frame import data
    from tests.pages.test_access import arguments_of
    from zi_metrics.errors import AccessRefused

    try:
        getattr(data, name)(*arguments_of(name))
    except AccessRefused as refusal:
        return type(refusal).__name__
    return "terbuka"


def opened(name: str) -> None:
    import streamlit as st

    from tests.pages.test_access import open_door

    st.text(open_door(name))


def arguments_of(name: str) -> list[object]:
    parameters = inspect.signature(getattr(data, name)).parameters.values()
    return [OF_A_KIND.get(str(each.annotation)) for each in parameters]


@pytest.mark.parametrize("name", sorted({*doors()} - NO_DOORS))
def test_no_door_to_data_opens_without_a_sign_in(name: str, closed: None) -> None:
    page = AppTest.from_function(opened, args=(name,), default_timeout=RUNS_WITHIN_SECONDS).run()
    assert [each.value for each in page.text] == ["AccessMisconfigured"]


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.needs_data])
def test_page_without_its_frame_shows_nothing(
    entry: PageEntry, closed: None, caplog: pytest.LogCaptureFixture
) -> None:
    page = AppTest.from_function(
        draw, args=(entry.module, entry.area_no), default_timeout=RUNS_WITHIN_SECONDS
    ).run()
    assert len(page.exception) == len(page.main) == 1
    assert "sign-in misconfigured: nobody comes in" in caplog.messages
    assert charts(page) == []
    assert not said(page)


def test_frame_shows_only_what_the_settings_lack(closed: None) -> None:
    page = frame().run()
    assert not page.exception
    assert [each.value for each in page.title] == ["Zona Integritas"]
    assert text.CLOSED in said(page)
    assert "Bagian [auth]" in said(page)
    assert open_source("contoh").newest().provenance.digest[:12] not in said(page)
    assert not page.button


def test_unreadable_secrets_let_nobody_in(
    remembered: access._Memory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "secrets.toml"
    broken.write_text("[auth", encoding="utf-8")
    read = access.configured.read_secrets
    access.configured._secrets.clear()
    monkeypatch.setattr(access.configured, "read_secrets", lambda: read([broken]))
    with pytest.raises(AccessMisconfigured) as refused:
        access.current_rules()
    (sentence,) = refused.value.faults
    assert str(tmp_path) not in sentence


def test_sign_in_that_was_on_is_not_off_again(remembered: access._Memory) -> None:
    assert access.current_rules() is None
    remembered.was_on = True
    with pytest.raises(AccessMisconfigured) as refused:
        access.current_rules()
    assert refused.value.faults == (text.VANISHED,)


def test_sign_in_that_streamlit_alone_knows_of_closes_the_dashboard(
    remembered: access._Memory,
) -> None:
    assert access.admitted_now({}).role is Role.INTERNAL
    with pytest.raises(AccessMisconfigured):
        access.admitted_now({"is_logged_in": False})


# --- Presses and files ------------------------------------------------------


def test_press_after_access_is_lost_does_nothing(
    remembered: access._Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[int] = []
    press, make = access.callback(pressed.append), access.download(lambda: "isi")
    press(1)
    assert (pressed, make()) == ([1], b"isi")
    monkeypatch.setenv("ZI_AKSES", "wajib")
    monkeypatch.setattr(access, "HOLDS_SECONDS", -1)
    press(2)
    with pytest.raises(AccessRefused):
        make()
    assert pressed == [1]


def test_files_are_remembered_with_whom_they_were_made_for(remembered: access._Memory) -> None:
    owner, other = Viewer(Role.INTERNAL, "a@b.id", 1), Viewer(Role.INTERNAL, "a@b.id", 2)
    access._remember(b"isi", owner)
    assert access.may_have(b"isi", owner)
    assert not access.may_have(b"isi", other)
    assert not access.may_have(b"lain", owner)
    for number in range(access.FILES_REMEMBERED):
        access._remember(str(number).encode(), other)
    assert not access.may_have(b"isi", owner)
    assert len(remembered.made_for) == access.FILES_REMEMBERED


def calls_of(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(name):
                yield f"{path.name}:{node.lineno}", node


def test_every_download_is_bound_to_its_viewer() -> None:
    found = [
        (where, next(ast.unparse(part.value) for part in call.keywords if part.arg == "data"))
        for where, call in calls_of("download_button")
    ]
    assert found
    assert [each for each in found if not each[1].startswith("access.download(")] == []


# --- The gate ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "segments"),
    [
        ("/", ()),
        ("/media/a.csv", ("media", "a.csv")),
        ("//media///a.csv", ("media", "a.csv")),
        ("/pengawasan", ("pengawasan",)),
    ],
)
def test_path_is_told_by_its_parts(path: str, segments: tuple[str, ...]) -> None:
    assert gate._segments({"path": path}) == segments


def test_request_without_a_cookie_names_nobody() -> None:
    for cookie in (b"", b"_streamlit_user=", b"_streamlit_user=chunks-9", b"_streamlit_user=\xff"):
        scope = {"type": "http", "headers": [(b"cookie", cookie)]}
        assert gate.claims_of(Request(scope)) == {}


@pytest.mark.parametrize("groups", [0, 400])
def test_cookie_is_read_as_streamlit_writes_it_in_one_part_or_several(
    groups: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "get_cookie_secret", lambda: "rahasia")
    monkeypatch.setattr(gate, "get_origin_from_redirect_uri", lambda: "https://zi.go.id")
    told = {
        "origin": "https://zi.go.id",
        "is_logged_in": True,
        "groups": [token_hex(9) for _ in range(groups)],
    }
    written: dict[str, bytes] = {}
    set_cookie_with_chunks(
        lambda name, value: written.update({name: create_signed_value("rahasia", name, value)}),
        lambda name, value: create_signed_value("rahasia", name, value),
        USER_COOKIE_NAME,
        told,
        cookie_attr_size=64,
    )
    assert (len(written) > 1) is (groups > 0)
    cookie = b"; ".join(name.encode() + b"=" + value for name, value in written.items())
    request = Request({"type": "http", "headers": [(b"cookie", cookie)]})
    assert gate.claims_of(request) == told
    monkeypatch.setattr(gate, "get_origin_from_redirect_uri", lambda: "https://lain.go.id")
    assert gate.claims_of(request) == {}


@pytest.mark.parametrize(
    ("referrer", "back"),
    [
        ("https://zi.go.id/pengawasan?cari=a+b&potret=x", "/pengawasan?cari=a+b&potret=x"),
        ("https://zi.go.id/pengawasan?masuk=gagal", "/pengawasan"),
        ("https://zi.go.id/", "/"),
        ("", "/"),
        ("https://lain.com//jahat.com/x", "/"),
        ("//jahat.com", "/"),
        ("https://[", "/"),
        ("javascript:alert(1)", "/"),
        ("https://zi.go.id/pengawasan?a=%0d%0aSet-Cookie:x", "/pengawasan?a=%0D%0ASet-Cookie%3Ax"),
        (f"https://zi.go.id/pengawasan?{'a=b&' * 600}", "/pengawasan"),
    ],
)
def test_way_back_is_always_a_page_of_ours(referrer: str, back: str) -> None:
    assert way_back._written(*way_back._wanted(referrer)) == back


def test_signing_out_without_having_signed_in_ends_nothing(remembered: access._Memory) -> None:
    access.end({})
    access.end({"is_logged_in": False, "email": "a@b.id", "iat": 1})
    access.end({"is_logged_in": True, "email": "a@b.id", "iat": "1"})
    assert remembered.ended == set()


def test_signing_out_is_remembered_while_the_sign_in_could_count(
    remembered: access._Memory,
) -> None:
    now = int(datetime.now(UTC).timestamp())
    longest = int(access.COUNTS_AT_MOST.total_seconds())
    remembered.ended = {("a@b.id", now - longest - 60), ("a@b.id", now - longest + 60)}
    access.end({"is_logged_in": True, "email": "c@d.id", "iat": now})
    assert remembered.ended == {("a@b.id", now - longest + 60), ("c@d.id", now)}


@pytest.mark.parametrize(
    ("path", "is_open"),
    [
        ("/", True),
        ("/kesiapan/", True),
        ("/sehat", True),
        ("/siap", True),
        ("/auth/login", True),
        ("/auth/logout", True),
        ("/oauth2callback", True),
        ("/static/js/index.js", True),
        ("/app/static/board.js", True),
        ("/_stcore/health", True),
        ("/kesiapan/_stcore/host-config", True),
        ("/kesiapan/_stcore/metrics", False),
        ("/tidak-ada/_stcore/health", False),
        ("/auth/apa-saja", False),
        ("/app/dashboard.py", False),
        ("/kesiapan/apa-saja", False),
        ("/tidak-ada", False),
        ("/component/x", False),
    ],
)
@pytest.mark.parametrize("base", ["", "zi/dasbor"])
def test_what_is_not_named_as_open_is_closed(
    path: str, is_open: bool, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate.st, "get_option", {"server.baseUrlPath": base}.get)
    monkeypatch.setattr(gate, "_is_off", lambda: False)
    monkeypatch.setattr(gate, "_viewer", lambda _scope: None)
    scope = {"type": "http", "path": f"/{base}{path}" if base else path}
    assert gate._may_ask(gate._segments(scope), scope) is is_open


def test_cookie_of_the_way_back_is_gone_once_it_was_used() -> None:
    signed_in = f"{USER_COOKIE_NAME}=x; Path=/"
    headers = MutableHeaders({"location": "/", "set-cookie": signed_in})
    way_back._go(headers, ("pengawasan", [("cari", "a b")]))
    assert headers["location"] == "/pengawasan?cari=a+b"
    _, kept = headers.getlist("set-cookie")
    assert kept.startswith(f"{way_back.COOKIE}=; Path=/; Max-Age=0;")
