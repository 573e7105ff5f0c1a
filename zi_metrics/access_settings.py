"""The access part of the settings: whether sign-in is on, for whom, and what is wrong with it.

Whatever hints at sign-in switches it on; whatever is doubtful about it then closes the dashboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from zi_metrics.access import AccessRules, Fault, is_entry
from zi_metrics.labels import access as text

SWITCH_VARIABLE = "ZI_AKSES"
INTERNAL_VARIABLE = "ZI_AKSES_INTERNAL"
VISITORS_VARIABLE = "ZI_AKSES_PENGUNJUNG"
HOURS_VARIABLE = "ZI_LAMA_MASUK"
VARIABLES = (SWITCH_VARIABLE, INTERNAL_VARIABLE, VISITORS_VARIABLE)
REQUIRED = "wajib"
AUTH, LISTS = "auth", "akses"
INTERNAL, VISITORS, TRUSTED = "internal", "pengunjung", "percaya_alamat"
SHORTEST_SECRET = 32
CALLBACK = "/oauth2callback"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_OF_ANY_TENANT = {
    *("common", "organizations", "consumers"),
    "9188040d-6c67-4c5b-b112-36a304b66dad",  # what Microsoft calls its tenant of private accounts
}


def access_rules(
    told: Mapping[str, str], secrets: Mapping[str, Any], hours: int
) -> AccessRules | None:
    """Who may come in; None while nothing hints at sign-in.

    told: the variables, of environment and secrets, that are not empty. The lists of a variable
    replace those of the secrets.
    """
    named = {name for name in (*told, *secrets) if name.upper().startswith(SWITCH_VARIABLE)}
    if not named and not {name.lower() for name in secrets} & {AUTH, LISTS}:
        return None
    auth, lists = secrets.get(AUTH), secrets.get(LISTS, {})
    faults = [*_of_variables(named, told), *_of_auth(auth), *_of_lists(lists, auth)]
    lists = lists if isinstance(lists, Mapping) else {}
    internal = _entries(INTERNAL_VARIABLE, told) or _entries(INTERNAL, lists)
    visitors = _entries(VISITORS_VARIABLE, told) or _entries(VISITORS, lists)
    if not internal and not visitors:
        faults.append(Fault(LISTS, text.nobody_listed(INTERNAL_VARIABLE)))
    return AccessRules(internal, visitors, lists.get(TRUSTED) is True, hours, tuple(faults))


def _entries(name: str, told: Mapping[str, Any]) -> tuple[str, ...]:
    """A list of those who may come in: text with commas of a variable, a list of the secrets."""
    written = told.get(name, ())
    parts = written.split(",") if isinstance(written, str) else written
    if not isinstance(parts, list | tuple):
        return ()
    return tuple(each.strip() for each in parts if isinstance(each, str) and each.strip())


def _of_variables(named: Iterable[str], told: Mapping[str, str]) -> Iterator[Fault]:
    for name in sorted(named):
        if name not in VARIABLES:
            yield Fault(SWITCH_VARIABLE, text.unknown_variable(VARIABLES))
        elif name not in told:
            yield Fault(name, text.not_text(name))
        elif name == SWITCH_VARIABLE:
            if told[name].lower() != REQUIRED:
                yield Fault(name, text.not_required(name, REQUIRED))
        else:
            yield from _of_entries(name, name, _entries(name, told))


def _of_entries(setting: str, shown: str, entries: Iterable[str]) -> Iterator[Fault]:
    """An entry that is none is named by its place: it may be somebody's address all the same."""
    for number, each in enumerate(entries, 1):
        if not is_entry(each):
            yield Fault(setting, text.no_entry(shown, number))


def _of_lists(section: object, auth: object) -> Iterator[Fault]:
    if not isinstance(section, Mapping):
        yield Fault(LISTS, text.no_section(LISTS))
        return
    if section.keys() - {INTERNAL, VISITORS, TRUSTED}:
        yield Fault(LISTS, text.unknown_entry(LISTS, (INTERNAL, VISITORS, TRUSTED)))
    for name in (INTERNAL, VISITORS):
        setting, shown, written = f"{LISTS}.{name}", text.of(LISTS, name), section.get(name, [])
        if isinstance(written, list) and all(isinstance(each, str) for each in written):
            yield from _of_entries(setting, shown, _entries(name, section))
        else:
            yield Fault(setting, text.no_list(shown))
    yield from _of_trust(section.get(TRUSTED, False), auth)


def _of_trust(trusts: object, auth: object) -> Iterator[Fault]:
    """Where accounts of any organisation sign in, each could write any address into its own."""
    setting, shown = f"{LISTS}.{TRUSTED}", text.of(LISTS, TRUSTED)
    if not isinstance(trusts, bool):
        yield Fault(setting, text.no_switch(shown))
    provider = _written(auth, "server_metadata_url").lower()
    if trusts and set(provider.split("/")) & _OF_ANY_TENANT:
        yield Fault(setting, text.any_tenant(shown))


def _of_auth(section: object) -> Iterator[Fault]:
    """What Streamlit's own sign-in lacks; it finds out only when somebody presses the button."""
    if not isinstance(section, Mapping):
        yield Fault(AUTH, text.no_section(AUTH))
        return
    for name in ("client_id", "client_secret"):
        if not _written(section, name):
            yield Fault(f"{AUTH}.{name}", text.lacks(text.of(AUTH, name)))
    if len(_written(section, "cookie_secret")) < SHORTEST_SECRET:
        told = text.short_secret(text.of(AUTH, "cookie_secret"), SHORTEST_SECRET)
        yield Fault(f"{AUTH}.cookie_secret", told)
    for name in ("redirect_uri", "server_metadata_url"):
        setting, shown = f"{AUTH}.{name}", text.of(AUTH, name)
        address = _address(_written(section, name).replace("{port}", "0"))
        if address is None:
            yield Fault(setting, text.no_safe_address(shown))
        elif name == "redirect_uri" and not address.path.endswith(CALLBACK):
            yield Fault(setting, text.wrong_callback(shown, CALLBACK))


def _written(section: object, name: str) -> str:
    value = section.get(name) if isinstance(section, Mapping) else None
    return value.strip() if isinstance(value, str) else ""


def _address(written: str) -> SplitResult | None:
    """An address that nobody on the way can read or change: https, or of this machine."""
    try:
        address = urlsplit(written)
        host = address.hostname
    except ValueError:
        return None
    is_safe = address.scheme == "https" or (address.scheme == "http" and host in _LOOPBACK)
    return address if host and is_safe else None
