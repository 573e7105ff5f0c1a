"""Who looks at this page, and whether they still may: asked at every door to data.

Without settings of sign-in everybody is internal, and nothing here is noticed.
"""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from threading import Lock
from time import monotonic
from typing import ParamSpec

import streamlit as st

from pages._frame import configured
from zi_metrics.access import AccessRules, Fault, Role, Viewer, admitted
from zi_metrics.errors import AccessMisconfigured, AccessRefused, NotSignedIn, SettingsUnreadable
from zi_metrics.labels import access as text
from zi_metrics.settings import ALLOWED, HOURS_VARIABLE

FILES_REMEMBERED = 4096
HOLDS_SECONDS = 0.25
"""A run asks at every door, dozens of times."""
TRUSTED_HEADERS = "server.trustedUserHeaders"
COUNTS_AT_MOST = timedelta(hours=ALLOWED[HOURS_VARIABLE][1])
"""However the hours of a sign-in are set, now or later."""
Claims = Mapping[str, object]
SignIn = tuple[str, int]
"""Address as the provider wrote it, and the second of the sign-in."""
P = ParamSpec("P")
log = logging.getLogger("zi")


class _Memory:
    """What this process remembers of sign-in, for all viewers.

    was_on: once it was on it is never off again without a restart, whatever becomes of a file.
    told: faults that stand in the log already. ended: sign-ins that were ended by signing out, as
    long as they could count. made_for: digests of files, and whom each was made for, oldest first.
    """

    def __init__(self) -> None:
        self.was_on = False
        self.told: tuple[Fault, ...] = ()
        self.ended: set[SignIn] = set()
        self.made_for: OrderedDict[bytes, set[Viewer]] = OrderedDict()
        self.lock = Lock()


_memory = _Memory()
_of_this_run: ContextVar[tuple[float, Viewer | None]] = ContextVar("viewer", default=(0.0, None))
_claims_of_this_run: ContextVar[Claims | None] = ContextVar("claims", default=None)


def current_role() -> Role:
    """The role of the viewer of this run; every door to data asks for it. Raises AccessRefused."""
    return current_viewer().role


def current_viewer() -> Viewer:
    """Who looks, asked anew in every run. Raises AccessRefused."""
    now, (asked, viewer) = monotonic(), _of_this_run.get()
    if viewer is None or now - asked > HOLDS_SECONDS:
        claims = _claims()
        viewer = admitted_now(claims)
        _claims_of_this_run.set(claims)
        _of_this_run.set((now, viewer))
    return viewer


def admitted_now(claims: Claims) -> Viewer:
    """Who these claims let in now. Raises AccessRefused."""
    rules = current_rules()
    if rules is None and "is_logged_in" in claims:  # Streamlit knows of a sign-in that we do not
        raise _misconfigured(Fault("secrets.files", text.ELSEWHERE))
    viewer = admitted(rules, claims, datetime.now(UTC))
    if viewer.address is not None and _is_ended(claims):
        raise NotSignedIn
    return viewer


def _is_ended(claims: Claims) -> bool:
    with _memory.lock:
        return _sign_in(claims) in _memory.ended


def current_rules() -> AccessRules | None:
    """Who may come in; None while sign-in is off. Raises AccessMisconfigured.

    Settings that cannot be read could hold those of sign-in, so that nobody comes in.
    """
    try:
        rules = configured.app_settings().access
    except SettingsUnreadable as fault:
        raise _misconfigured(Fault("secrets.toml", f"{fault.what} {fault.remedy}")) from None
    if rules is None:
        if _memory.was_on:
            raise _misconfigured(Fault("secrets.toml", text.VANISHED))
        return None
    _memory.was_on = True
    if rules.faults:
        raise _misconfigured(*rules.faults)
    if st.get_option(TRUSTED_HEADERS):
        raise _misconfigured(Fault(TRUSTED_HEADERS, text.TRUSTED_HEADERS))
    with _memory.lock:
        _memory.told = ()
    return rules


def _misconfigured(*faults: Fault) -> AccessMisconfigured:
    """Said in the log too, once, by the names of the settings."""
    with _memory.lock:
        is_new, _memory.told = faults != _memory.told, faults
    if is_new:
        for fault in faults:
            log.error(
                "sign-in misconfigured: nobody comes in",
                extra={"fields": {"setting": fault.setting}},
            )
    return AccessMisconfigured(*(fault.sentence for fault in faults))


def _claims() -> Claims:
    return st.user.to_dict()


def is_refusal(error: Exception) -> bool:
    """Whether a part of a page ended because its viewer may see it no more: that is no bug.

    The page itself is cleared by the next look at who looks.
    """
    return isinstance(error, AccessRefused)


def end(claims: Claims) -> None:
    """Signed out: wherever else this sign-in is still known, it counts no more."""
    sign_in = _sign_in(claims)
    if claims.get("is_logged_in") is not True or sign_in is None:
        return
    oldest = (datetime.now(UTC) - COUNTS_AT_MOST).timestamp()
    with _memory.lock:
        _memory.ended = {each for each in (*_memory.ended, sign_in) if each[1] >= oldest}


def _sign_in(claims: Claims) -> SignIn | None:
    """What tells one sign-in from another; None for one that lets nobody in."""
    moment = claims.get("iat")
    return (str(claims.get("email")), moment) if isinstance(moment, int) else None


def callback(act: Callable[P, object]) -> Callable[P, None]:
    """What a press does, as long as whoever presses is still who it was drawn for; else nothing."""
    drawn_for = current_viewer()

    def when_pressed(*args: P.args, **kwargs: P.kwargs) -> None:
        with suppress(AccessRefused):  # the run that follows says so
            if current_viewer() == drawn_for:
                act(*args, **kwargs)

    return when_pressed


def download(make: Callable[[], str | bytes]) -> Callable[[], bytes]:
    """What a download hands out, made when asked for, to whom its button was drawn for alone.

    It is asked for outside of any run, where Streamlit does not know who looks.
    """
    drawn_for = current_viewer()
    claims = _claims_of_this_run.get() or {}  # those that let this viewer in

    def when_asked() -> bytes:
        if admitted_now(claims) != drawn_for:
            raise NotSignedIn
        made = make()
        content = made.encode() if isinstance(made, str) else made
        _remember(content, drawn_for)
        return content

    return when_asked


def _remember(content: bytes, viewer: Viewer) -> None:
    digest = hashlib.sha256(content).digest()
    with _memory.lock:
        _memory.made_for.setdefault(digest, set()).add(viewer)
        _memory.made_for.move_to_end(digest)
        while len(_memory.made_for) > FILES_REMEMBERED:
            _memory.made_for.popitem(last=False)


def may_have(content: bytes, viewer: Viewer) -> bool:
    """Whether a file was made for this viewer, in this sign-in."""
    digest = hashlib.sha256(content).digest()
    with _memory.lock:
        return viewer in _memory.made_for.get(digest, ())
