"""No page, whatever its address asks for, sends a visitor a word that is not declared."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path

import pyarrow as pa
import pytest
import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest, local_script_runner

import zi_metrics.access
from pages import ENTRIES, PageEntry
from pages._frame import access, data
from pages._frame.view import ViewKey
from tests.canaries import MARK, found_in, store
from tests.pages.shown import BY_SLUG, said
from zi_metrics.access import Role, Viewer
from zi_metrics.labels import screen, store_messages, visitor
from zi_metrics.lke import Aspect
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.derived import WORDING
from zi_metrics.tables.withheld import for_role

RUNS_WITHIN_SECONDS = 60
NOT_THEIRS = {"kunci-data", "muat-ulang", "terima-perubahan", "rapat-nama", "unduh-hasil-impor"}
"""Buttons that ask Google, write to the store, or show names."""
FOR_VISITORS = [
    entry for entry in ENTRIES if not entry.internal_only and entry.area_no in {None, 2}
]
"""With one of the areas, which share a page."""


def framed(slug: str) -> None:
    """The script of one page in its frame; Streamlit runs its source text."""
    from functools import partial
    from importlib import import_module

    from pages import ENTRIES
    from pages._frame import frame

    entry = next(entry for entry in ENTRIES if entry.slug == slug)
    render = import_module(entry.module).render
    frame.around(entry, render if entry.area_no is None else partial(render, entry.area_no))


@dataclass
class Sent:
    """All that a page sent: its messages, and what its downloads would hand out."""

    messages: list[ForwardMsg] = field(default_factory=list)
    files: list[Callable[[], bytes | str]] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        parts = [message.SerializeToString() for message in self.messages]
        parts += [str(table).encode() for each in self.messages for table in tables(each)]
        for make in self.files:
            made = make()
            parts.append(made.encode() if isinstance(made, str) else made)
        return b"\n".join(parts)


def tables(message: ForwardMsg) -> Iterator[object]:
    """The cells of a table, which may be packed."""
    element = message.delta.new_element
    if element.WhichOneof("type") == "arrow_data_frame":
        yield pa.ipc.open_stream(element.arrow_data_frame.data).read_all().to_pydict()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    """Whatever the next page sends."""
    told, read = Sent(), local_script_runner.parse_tree_from_messages

    def recorded(messages: list[ForwardMsg]) -> object:
        told.messages += messages
        return read(messages)

    draw = st.download_button

    def button(*args: object, **kwargs: object) -> bool:
        if callable(kwargs["data"]):
            told.files.append(kwargs["data"])
        return draw(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(local_script_runner, "parse_tree_from_messages", recorded)
    monkeypatch.setattr(st, "download_button", button)
    return told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two snapshots that are full of names."""
    return store(tmp_path_factory.mktemp("burung"))


@pytest.fixture
def as_visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes in is one: as sign-in says of them, which tests of its own are about."""
    monkeypatch.setattr(zi_metrics.access, "NOBODY_IN_PARTICULAR", Viewer(Role.VISITOR))


Drawn = Callable[..., AppTest]


@pytest.fixture
def drawn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Draws a page in its frame, as its address asks."""
    monkeypatch.setenv("ZI_SUMBER", str(folder))

    def draw(entry: PageEntry, **query: str) -> AppTest:
        page = AppTest.from_function(framed, args=(entry.slug,), default_timeout=60)
        page.query_params.update(query)
        page.run()
        assert not page.exception
        return page

    return draw


def every_token(folder: Path) -> list[bytes]:
    """What recommendations are known again by; that is for this process alone."""
    kept = SnapshotStore(folder)
    full = [kept.read(each.identifier) for each in kept.list()]
    wordings = [for_role(each, Role.VISITOR).recommendations[WORDING] for each in full]
    return [word.encode() for words in wordings for word in words]


@pytest.mark.usefixtures("as_visitor")
@pytest.mark.parametrize("entry", FOR_VISITORS, ids=lambda entry: entry.slug)
def test_page_sends_a_visitor_no_closed_word(
    entry: PageEntry, drawn: Drawn, sent: Sent, folder: Path
) -> None:
    page = drawn(entry)
    content = sent.content
    assert len(content) > 1000
    assert not NOT_THEIRS & {each.key for each in page.button}
    assert not page.get("file_uploader")
    assert found_in(content) == set()
    assert not [token for token in every_token(folder) if token in content]


def test_internal_viewers_see_a_closed_word_on_every_page_of_items(
    drawn: Drawn, sent: Sent
) -> None:
    for slug in ("ringkasan", "tatalaksana", "monev", "data-dukung", "perubahan", "reform"):
        sent.messages.clear()
        drawn(BY_SLUG[slug])
        assert len(found_in(sent.content)) > 3, slug


@pytest.mark.usefixtures("as_visitor")
@pytest.mark.parametrize(
    ("slug", "query"),
    [
        ("rapat", {"nama": "tampil", "slide": "12"}),
        ("data-dukung", {"cari": "dokumen", "terlambat": "true"}),
        ("monev", {"pic": "Budi", "periode_monev": "Tanpa periode"}),
        ("manajemen-perubahan", {"indikator": "A.I.1.i.a"}),
        ("perubahan", {"aspek": "Reform"}),
        ("kesiapan", {"coba": "A.I.1.i.a:Tidak"}),
    ],
)
def test_address_gets_no_closed_word_out_of_a_page(
    slug: str, query: dict[str, str], drawn: Drawn, sent: Sent
) -> None:
    drawn(BY_SLUG[slug], **query)
    assert found_in(sent.content) == set()


@pytest.mark.usefixtures("as_visitor")
@pytest.mark.parametrize("slug", ["data-dukung", "perubahan"])
def test_pinned_snapshot_is_shown_without_closed_words(
    slug: str, drawn: Drawn, sent: Sent, folder: Path
) -> None:
    older, newer = (each.identifier for each in SnapshotStore(folder).list())
    page = drawn(BY_SLUG[slug], potret=newer, dari=older)
    assert "30 Sep" in said(page)
    assert found_in(sent.content) == set()


@pytest.mark.usefixtures("as_visitor")
def test_words_that_are_closed_cannot_be_searched_for(drawn: Drawn) -> None:
    every = said(drawn(BY_SLUG["data-dukung"]))
    assert "7 dokumen" in every
    for words in (MARK, "Budi", "Dokumen 1"):
        assert screen.EMPTY_FILTER in said(drawn(BY_SLUG["data-dukung"], cari=words))
    assert "6 dari 7 dokumen" in said(drawn(BY_SLUG["data-dukung"], cari="A.I.1.i.a"))


@pytest.mark.usefixtures("as_visitor")
@pytest.mark.parametrize("slug", ["monev", "data-dukung"])
def test_visitors_cannot_choose_a_pic(slug: str, drawn: Drawn) -> None:
    page = drawn(BY_SLUG[slug])
    assert page.multiselect
    assert screen.FILTER_PIC not in {each.label for each in page.multiselect}


def of_every_slide() -> None:
    import streamlit as st

    from pages._deck import slides
    from pages._frame import deck_address, meeting
    from zi_metrics.charts.palette import Mode

    deck = meeting.current_deck(shows_names=deck_address.shows_names())
    for number in range(1, deck.count + 1):
        st.html(slides.screen(deck, number, Mode.LIGHT))


def deck_shown(folder: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    monkeypatch.setenv("ZI_SUMBER", str(folder))
    page = AppTest.from_function(of_every_slide, default_timeout=RUNS_WITHIN_SECONDS)
    page.query_params.update(query)
    page.run()
    assert not page.exception
    return page


@pytest.mark.usefixtures("as_visitor")
def test_no_slide_shows_a_visitor_a_closed_word(
    folder: Path, monkeypatch: pytest.MonkeyPatch, sent: Sent
) -> None:
    page = deck_shown(folder, monkeypatch, nama="tampil")
    assert len(page.get("html")) == 16
    assert visitor.OVERDUE in said(page)
    assert found_in(sent.content) == set()


def test_slides_show_internal_viewers_closed_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, sent: Sent
) -> None:
    deck_shown(folder, monkeypatch, nama="tampil")
    assert len(found_in(sent.content)) > 5


@pytest.mark.usefixtures("as_visitor")
def test_visitors_are_told_that_words_are_left_out_and_how_many_problems_there_are(
    drawn: Drawn,
) -> None:
    told = said(drawn(BY_SLUG["ringkasan"]))
    assert visitor.ABOUT in told
    assert "Data Dukung: 2 galat, 2 peringatan" in told
    assert visitor.ABOUT in said(drawn(BY_SLUG["perubahan"]))


def test_internal_viewers_are_told_no_such_thing(drawn: Drawn) -> None:
    assert visitor.ABOUT not in said(drawn(BY_SLUG["ringkasan"]))


@pytest.mark.usefixtures("as_visitor")
def test_fault_names_visitors_no_file_and_no_account(
    tmp_path: Path, drawn: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZI_SUMBER", str(tmp_path / f"{MARK}12345.xlsx"))
    page = AppTest.from_function(framed, args=("ringkasan",), default_timeout=RUNS_WITHIN_SECONDS)
    told = said(page.run())
    assert not page.exception
    assert visitor.FAULT_DATA in told
    assert found_in(told) == set()


def faulty(name: str, say: str = "fault") -> None:
    """A page that meets a fault whose sentence is full of names."""
    from pages._frame import notices
    from zi_metrics import errors

    fault = getattr(errors, name)("kenari00001", where="kenari00002", remedy="kenari00003")
    getattr(notices, say)(fault)


FAULTS = [
    ("SheetNotShared", visitor.FAULT_SHEET),
    ("SheetNotReadYet", visitor.FAULT_SHEET),
    ("SnapshotDamaged", visitor.FAULT_SNAPSHOT),
    ("SettingsUnreadable", visitor.FAULT_DATA),
    ("WorkbookUnreadable", visitor.FAULT_DATA),
]


@pytest.mark.usefixtures("as_visitor")
@pytest.mark.parametrize(("name", "sentence"), FAULTS)
def test_fault_is_told_to_visitors_in_general_words(name: str, sentence: str) -> None:
    page = AppTest.from_function(faulty, args=(name,), default_timeout=RUNS_WITHIN_SECONDS)
    assert said(page.run()) == visitor.fault(sentence)


def test_fault_is_told_to_internal_viewers_as_it_is() -> None:
    page = AppTest.from_function(faulty, args=(FAULTS[0][0],), default_timeout=RUNS_WITHIN_SECONDS)
    assert len(found_in(said(page.run()))) == 3


@pytest.mark.usefixtures("as_visitor")
def test_trouble_with_earlier_days_names_visitors_no_place() -> None:
    page = AppTest.from_function(
        faulty, args=("StoreUnavailable", "earlier_missing"), default_timeout=RUNS_WITHIN_SECONDS
    )
    told = said(page.run())
    assert store_messages.earlier_missing() in told
    assert found_in(told) == set()


def test_trouble_with_earlier_days_is_told_to_internal_viewers_as_it_is() -> None:
    page = AppTest.from_function(
        faulty, args=("StoreUnavailable", "earlier_missing"), default_timeout=RUNS_WITHIN_SECONDS
    )
    told = said(page.run())
    assert store_messages.earlier_missing() in told
    assert len(found_in(told)) == 3


# --- Whoever looks changes while it is made -----------------------------------


def made_of(what: str) -> bytes:
    """All that is held by what a page makes, by its name here."""
    from pages._frame import changes, data, meeting, pack, readiness

    match what:
        case "view":
            view = data.current_view()  # its key, which names the source, is never shown
            return pickle.dumps((view.snapshot, view.items, view.reform_items))
        case "meeting":
            return pickle.dumps(meeting.current_meeting(shows_names=True))
        case "deck":
            return pickle.dumps(meeting.current_deck(shows_names=True))
        case "pack":
            told = pack.current_pack().meeting
            return pickle.dumps((told.snapshot, told.items, told.found))
        case "readiness":
            return pickle.dumps(readiness.recorded_readiness())
    source = data.current_source()
    earlier = changes.Earlier("", source.dates[0])
    return pickle.dumps(changes.compared(earlier, Aspect.FULFILMENT))


def making(what: str) -> None:
    from tests.pages.test_visitor import MADE, made_of

    MADE.append(made_of(what))


MADE: list[bytes] = []
WHAT_IS_MADE = ["view", "meeting", "deck", "pack", "changes", "readiness"]


@pytest.fixture
def made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Makes something anew, each key of it being asked for by the next of these roles."""

    def make(what: str, *roles: Role) -> bytes:
        monkeypatch.setenv("ZI_SUMBER", str(folder))
        st.cache_resource.clear()
        ask, whoever = data.current_key, chain(roles, repeat(roles[-1]))

        def key() -> ViewKey:
            role = next(whoever)
            return ask()._replace(role=role)

        monkeypatch.setattr(data, "current_key", key)
        monkeypatch.setattr(access, "current_role", lambda: roles[-1])
        MADE.clear()
        page = AppTest.from_function(making, args=(what,), default_timeout=RUNS_WITHIN_SECONDS)
        assert not page.run().exception
        return MADE[0]

    return make


@pytest.mark.parametrize("what", WHAT_IS_MADE)
def test_what_is_kept_for_visitors_is_theirs_whoever_looks_by_then(
    what: str, made: Callable[..., bytes]
) -> None:
    content = made(what, Role.VISITOR, Role.INTERNAL)
    assert len(content) > 1000
    assert found_in(content) == set()


@pytest.mark.parametrize("what", WHAT_IS_MADE)
def test_the_same_holds_closed_words_for_internal_viewers(
    what: str, made: Callable[..., bytes]
) -> None:
    assert found_in(made(what, Role.INTERNAL))


@pytest.mark.usefixtures("as_visitor")
def test_columns_without_anything_for_visitors_are_left_out(drawn: Drawn) -> None:
    for slug, left in (("tatalaksana", "PIC"), ("reform", "Catatan"), ("hasil", "Letak")):
        bodies = " ".join(each.proto.body for each in drawn(BY_SLUG[slug]).get("html"))
        assert "<th" in bodies
        assert f">{left}</th>" not in bodies
    (rows,) = drawn(BY_SLUG["data-dukung"]).dataframe
    assert not {"PIC", "Tautan", "Catatan", "Alasan", "Letak"} & set(rows.value.columns)
