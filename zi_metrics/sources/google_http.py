"""gspread's client with limits: on time, on size, on where it may connect to.

gspread itself waits for ever, and google-auth starts a look-up of its own at another host.
"""

from __future__ import annotations

import io
import re
import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from email.utils import parsedate_to_datetime
from threading import Event, Timer
from typing import Any
from urllib.parse import urlsplit

import gspread
import requests
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2 import service_account
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ReadTimeoutError

from zi_metrics.errors import SheetNotConfigured
from zi_metrics.labels import sheet_messages
from zi_metrics.sources.google_address import loopback
from zi_metrics.sources.google_faults import AnswerTooLarge, refusal

READ_SCOPE = "https://www.googleapis.com/auth/spreadsheets.readonly"
WRITE_SCOPE = "https://www.googleapis.com/auth/spreadsheets"
CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 3.0, 15.0, 30.0
MEGABYTE = 1024 * 1024
LARGEST_ANSWER = 64 * MEGABYTE
GOOGLE_HOSTS = re.compile(r"https://(?:sheets|www)\.googleapis\.com(?=/)")
GOOGLE_TOKENS = re.compile(
    r"https://(?:oauth2\.googleapis\.com(?::443)?/token"
    r"|www\.googleapis\.com(?::443)?/oauth2/v[34]/token"  # older keys have this or the next
    r"|accounts\.google\.com(?::443)?/o/oauth2/token)"
)


@contextmanager
def _hanging_up(seconds: float, hang_up: Callable[[], object]) -> Iterator[Event]:
    """Hang up after so many seconds, whatever a single read still waits for; tells whether so."""
    is_over = Event()

    def end() -> None:
        is_over.set()
        with suppress(RuntimeError, ValueError, OSError):  # it has just ended by itself
            hang_up()

    timer = Timer(max(0.0, seconds), end)
    timer.daemon = True
    timer.start()
    try:
        yield is_over
    finally:
        timer.cancel()


class _Connection(HTTPConnection):
    """Its read time-out holds for the whole head of an answer, not for each byte of it."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]
        shutdown = getattr(self.sock, "shutdown", lambda _: None)  # TLS within TLS has none
        with _hanging_up(self.timeout or 0.0, lambda: shutdown(socket.SHUT_RD)) as is_over:
            try:
                return super().getresponse()
            finally:
                if is_over.is_set():  # a head cut short may look like a whole one
                    raise TimeoutError


class _TlsConnection(_Connection, HTTPSConnection):
    """The same, encrypted."""


class LimitedAdapter(HTTPAdapter):
    """Reads every answer whole, within what is left of one span of time and of one size.

    The time-out of `requests` starts again with every byte that comes, so a server that drips
    would hold a refresh for ever. Not covered: the look-up of a name, and a proxy that drips.
    """

    def __init__(self) -> None:
        super().__init__()
        self.largest_answer = LARGEST_ANSWER
        self.deadline = 0.0
        self.silence = READ_SECONDS
        self.server_clock_skew: float | None = None

    def start(self, seconds: float = TOTAL_SECONDS, *, silence: float = READ_SECONDS) -> None:
        """From now on there are that many seconds for all requests together.

        silence: how long the server may say nothing.
        """
        self.deadline = time.monotonic() + seconds
        self.silence = silence

    @property
    def seconds_left(self) -> float:
        """What is left of the span."""
        return self.deadline - time.monotonic()

    def get_connection_with_tls_context(self, *args: Any, **options: Any) -> Any:
        """Where `requests` lets an adapter choose its connections, through a proxy or not."""
        pool: Any = super().get_connection_with_tls_context(*args, **options)
        pool.ConnectionCls = _TlsConnection if pool.scheme == "https" else _Connection
        return pool

    def send(self, request: requests.PreparedRequest, *_: Any, **options: Any) -> requests.Response:
        """One request and its whole answer; raises `requests` exceptions only."""
        left = self.seconds_left
        if left <= 0:
            raise requests.exceptions.ReadTimeout(request=request)
        options |= {
            "stream": True,
            "timeout": (min(CONNECT_SECONDS, left), min(self.silence, left)),
        }
        response = super().send(request, **options)
        self._note_clock(response.headers.get("Date"))
        try:
            response.raw = io.BytesIO(self._whole(response))
        except HTTPError as cause:
            is_timeout = isinstance(cause, ReadTimeoutError) or self.seconds_left <= 0
            kind = requests.exceptions.ReadTimeout if is_timeout else requests.ConnectionError
            raise kind(cause, request=request) from cause
        return response

    def _whole(self, response: requests.Response) -> bytes:
        answer = bytearray()
        try:
            with _hanging_up(self.seconds_left, response.raw.shutdown):
                while piece := response.raw.read1(1 << 16, decode_content=True):
                    answer += piece
                    if len(answer) > self.largest_answer:
                        raise AnswerTooLarge(self.largest_answer // MEGABYTE)
                    if self.seconds_left <= 0:
                        raise requests.exceptions.ReadTimeout(request=response.request)
        finally:
            response.raw.close()
        return bytes(answer)

    def _note_clock(self, sent: str | None) -> None:
        try:
            moment = parsedate_to_datetime(sent or "")
        except ValueError:
            return
        self.server_clock_skew = time.time() - moment.timestamp()


class _Credentials(service_account.Credentials):
    """A service account that talks to the token server only.

    google-auth would send the token to iamcredentials.googleapis.com as well, in the background.
    """

    def _is_regional_access_boundary_lookup_required(self) -> bool:
        return False


class SheetsClient(gspread.HTTPClient):
    """gspread's client; host: an emulator instead of Google's servers."""

    def __init__(self, credentials: _Credentials, host: str | None) -> None:
        self.limits = LimitedAdapter()
        self.account = str(credentials.service_account_email)
        self._host = host
        session = AuthorizedSession(  # type: ignore[no-untyped-call]
            credentials, max_refresh_attempts=1, auth_request=Request(self._limited(host))
        )
        super().__init__(credentials, self._limited(host, session))

    def _limited(
        self, host: str | None, session: requests.Session | None = None
    ) -> requests.Session:
        session = session or requests.Session()
        session.trust_env = host is None  # a proxy of the agency's must not see the loopback
        session.max_redirects = 0
        for scheme in ("https://", "http://"):
            session.mount(scheme, self.limits)
        return session

    def request(self, method: str, endpoint: str, **options: Any) -> requests.Response:  # type: ignore[override]
        """As gspread's own, at the emulator where one is set; raises what `refusal` makes of it."""
        address = GOOGLE_HOSTS.sub(self._host, endpoint) if self._host else endpoint
        seconds = (CONNECT_SECONDS, READ_SECONDS)
        answer: requests.Response = self.session.request(
            method, address, timeout=seconds, **options
        )
        if not answer.ok:
            raise refusal(answer)
        return answer


def client(
    credentials_info: Mapping[str, Any], scopes: Sequence[str], host: str | None
) -> SheetsClient:
    """A client for one service account.

    credentials_info: the key as Google hands it out. host: an emulator's address, which then must
    hand out the tokens too. Raises SheetNotConfigured when the key is not whole, or would be sent
    elsewhere than to Google.
    """
    where = sheet_messages.CREDENTIALS
    try:
        credentials = _Credentials.from_service_account_info(  # type: ignore[no-untyped-call]
            dict(credentials_info), scopes=list(scopes)
        )
        token_address = str(credentials_info["token_uri"])
        token_server = urlsplit(token_address)
    except (ValueError, KeyError, TypeError, AttributeError):
        # without its cause: that quotes the key
        raise SheetNotConfigured(**sheet_messages.credentials_unreadable(where)) from None
    if host is not None:
        emulator = loopback(host)
        loopback(f"{token_server.scheme}://{token_server.netloc}")
        return SheetsClient(credentials, emulator)
    if not GOOGLE_TOKENS.fullmatch(token_address):
        raise SheetNotConfigured(**sheet_messages.token_address_wrong(where))
    return SheetsClient(credentials, None)
