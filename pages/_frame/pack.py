"""The meeting pack on screen: the switch for names, the files to download, the memos to copy."""

from __future__ import annotations

import streamlit as st

from pages._frame import access, data, deck_address, markup, meeting
from pages._frame.view import ViewKey
from zi_metrics.labels import pack as pack_text
from zi_metrics.labels import preparation as text
from zi_metrics.report.pack import ZIP, Pack

PACKS_KEPT = 8
SWITCH, MEMO = "tampilkan-nama", "memo"


def current_pack() -> Pack:
    """The pack of the view, with or without names as the address asks."""
    return _pack(data.current_key(), deck_address.shows_names())


@st.cache_resource(max_entries=PACKS_KEPT, show_spinner=False)
def _pack(key: ViewKey, shows_names: bool) -> Pack:
    return Pack(
        meeting.meeting_of(key, shows_names=shows_names),
        meeting.deck_of(key, shows_names=shows_names),
    )


def names_switch() -> None:
    """Whether names of people stand in the pack and in the deck; the address says so."""
    shows = deck_address.shows_names()
    st.toggle(
        text.SHOW_NAMES, value=shows, key=SWITCH, help=text.SHOW_NAMES_HELP, on_change=_switched
    )
    st.html(
        markup.tag(
            "p", pack_text.NAMES_SHOWN if shows else pack_text.NAMES_HIDDEN, class_="zi-small"
        )
    )


def _switched() -> None:
    deck_address.show_names(wanted=st.session_state[SWITCH])


def downloads(pack: Pack) -> None:
    """The whole pack, and each of its files by itself; made when the button is pressed."""
    st.html(markup.tag("p", text.PACK_SAYS, class_="zi-small"))
    st.download_button(
        text.DOWNLOAD_PACK,
        data=access.download(pack.zipped),
        file_name=pack.zip_name,
        mime=ZIP,
        key="unduh-paket-rapat",
        type="primary",
        icon=":material/folder_zip:",
        on_click="ignore",
    )
    with st.container(horizontal=True):
        for file in pack.main_files:
            kind = file.name.rpartition(".")[2]
            st.download_button(
                text.KINDS.get(kind, text.DOWNLOAD_MINUTES),
                data=access.download(file.make),
                file_name=file.name,
                mime=file.media_type,
                key=f"unduh-{kind}",
                help=file.about,
                icon=":material/download:",
                on_click="ignore",
            )


def memo_to_copy(pack: Pack) -> None:
    """One memo at a time: to copy, and to download."""
    st.html(markup.tag("p", text.MEMO_SAYS, class_="zi-small"))
    by_part = {memo.file_part: memo for memo in pack.memos}
    chosen = st.selectbox(
        text.CHOOSE_MEMO,
        list(by_part),
        format_func=lambda part: by_part[part].title if part in by_part else part,
        key=MEMO,
    )
    memo = by_part.get(str(chosen), pack.memos[0])  # that of a PIC goes when names are hidden
    st.code(memo.text, language=None, wrap_lines=True)
