"""What whoever may not come in sees instead of the dashboard, and how to come in or leave."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages import ENTRIES
from pages._frame import access, notices
from pages._frame.markup import tag
from zi_metrics.access import Role, Viewer
from zi_metrics.errors import AccessMisconfigured, AccessRefused, NotAllowed, SignInExpired
from zi_metrics.labels import access as text
from zi_metrics.labels import screen

FAILED, YES = "masuk", "gagal"
"""What the address says after a sign-in that came to nothing."""
LOOK_AGAIN_SECONDS = 5


def show(refusal: AccessRefused) -> None:
    """The whole page: why nobody comes in, and the way in. It holds nothing of the dashboard.

    The address stays as it is, so that it can be shown after the sign-in.
    """
    names = ["", *(entry.slug for entry in ENTRIES[1:] if entry.slug == _last_of_address())]
    pages = [st.Page(_nothing, title=text.TITLE, url_path=name, default=not name) for name in names]
    st.navigation(pages, position="hidden")
    _, middle, _ = st.columns([1, 2, 1])
    with middle, st.container(key="masuk"):
        st.title(screen.APP, anchor=False)
        _why(refusal)


def _last_of_address() -> str:
    return (st.context.url or "").partition("?")[0].rstrip("/").rpartition("/")[2]


def _nothing() -> None:
    """Streamlit knows a page by its address; what is on it is drawn here."""


def _why(refusal: AccessRefused) -> None:
    if isinstance(refusal, AccessMisconfigured):
        lines = [tag("li", sentence) for sentence in refusal.faults]
        notices.alert(
            tag("p", tag("strong", text.CLOSED)), tag("p", text.WHAT_TO_MEND), tag("ul", *lines)
        )
    elif isinstance(refusal, NotAllowed):
        notices.alert(tag("p", tag("strong", text.NOT_LISTED)))
        _say([text.signed_in_as(refusal.address), text.WHOM_TO_ASK])
        _sign_out(text.SIGN_OUT)
    elif isinstance(refusal, SignInExpired):
        _say([text.EXPIRED])
        _sign_in(text.SIGN_IN_AGAIN)
    else:
        if st.query_params.get(FAILED) == YES:
            notices.alert(text.FAILED)
        _say([text.WHAT_FOR])
        _sign_in(text.SIGN_IN)


def _say(sentences: Sequence[str]) -> None:
    st.html(tag("div", *(tag("p", each) for each in sentences), class_="zi-prose"))


def _sign_in(label: str) -> None:
    st.button(label, key="tombol-masuk", type="primary", icon=":material/login:", on_click=st.login)


def _sign_out(label: str) -> None:
    st.button(label, key="tombol-keluar", icon=":material/logout:", on_click=st.logout)


def account(viewer: Viewer) -> None:
    """Who is signed in, as what, and the way out; opened on demand."""
    with st.popover(text.ACCOUNT, width="stretch", key="akun"):
        role = tag("strong", text.ROLE_NAMES[viewer.role])
        st.html(
            tag(
                "div",
                tag("p", text.signed_in_as(viewer.address), class_="zi-break"),
                tag("p", role, ": ", text.ROLE_SEES[viewer.role], "."),
                class_="zi-about",
            )
        )
        _sign_out(text.SIGN_OUT)


def internal_only() -> None:
    """In the place of a page that a visitor may not open."""
    notices.alert(text.INTERNAL_ONLY)


def is_withheld(viewer: Viewer, *, internal_only: bool) -> bool:
    """Whether a page is not for this viewer."""
    return internal_only and viewer.role is not Role.INTERNAL


@st.fragment(run_every=LOOK_AGAIN_SECONDS)
def watch(drawn_for: Viewer) -> None:
    """Clear a page that stays open once its viewer may not see it any more, or not as this role."""
    try:
        is_same = access.current_viewer() == drawn_for
    except AccessRefused:
        is_same = False
    if not is_same:
        st.rerun(scope="app")
