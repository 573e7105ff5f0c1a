"""What a person can mend, told apart from what is our own bug.

A `ReaderError` carries a sentence in Indonesian: what is wrong, where, what to do. Screens and the
command line show it without a traceback. Any other exception is a fault of the program and crashes.
"""

from __future__ import annotations


class ReaderError(Exception):
    """A fault that the person at the screen or the keeper of the data can mend.

    what: what is wrong; where: file, table or setting; remedy: what to do. All in Indonesian.
    """

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(f"{where}: {what} {remedy}")


class SnapshotDamaged(ReaderError):
    """A snapshot folder whose manifest or files do not hold what they should."""


class SnapshotNotFound(ReaderError):
    """No usable snapshot where one was asked for."""


class SnapshotNotStored(ReaderError):
    """The store's folder cannot be written."""


class StoreUnavailable(ReaderError):
    """The object store of the snapshots cannot be reached now, or does not let us in."""


class SourceUnknown(ReaderError):
    """A source name that is none of ours and no snapshot folder either."""


class SettingsUnreadable(ReaderError):
    """A file of settings that cannot be read."""


class SheetUnavailable(ReaderError):
    """The Google Sheet cannot be read now; what was read last stands in for it.

    may_pass: whether it may mend itself, so that trying again soon is worth while; wait_seconds:
    how long the server asked to be left alone, if it did.
    """

    may_pass = False

    def __init__(
        self, what: str, *, where: str, remedy: str, wait_seconds: float | None = None
    ) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(what, where=where, remedy=remedy)


class SheetNotConfigured(SheetUnavailable):
    """No address of a sheet, or no credentials to read it with, or neither makes sense."""


class SheetNotShared(SheetUnavailable):
    """The service account may not read the sheet."""


class SheetNotFound(SheetUnavailable):
    """No sheet has this identifier."""


class SheetIsOfficeFile(SheetUnavailable):
    """An .xlsx file kept in Drive, which the Sheets API does not open."""


class SheetsApiDisabled(SheetUnavailable):
    """The project of the service account has not switched on the Sheets API."""


class SheetAccessRefused(SheetUnavailable):
    """Google does not accept the credentials: key deleted, clock wrong, scope missing."""


class SheetQuotaSpent(SheetUnavailable):
    """Too many requests this minute."""

    may_pass = True


class SheetServerTrouble(SheetUnavailable):
    """Google answers with an error of its own, or with something that is no answer."""

    may_pass = True


class SheetUnreachable(SheetUnavailable):
    """No answer: no network, a dropped connection, a time-out."""

    may_pass = True


class SheetNotReadYet(SheetUnavailable):
    """The first reading is still under way."""

    may_pass = True


class SheetRejected(SheetUnavailable):
    """The sheet was read, but lacks what no figure can do without."""


class SheetNotEmpty(ReaderError):
    """A sheet that should be filled by the template holds something already."""


class WorkbookUnreadable(ReaderError):
    """An .xlsx file that is missing, damaged, dangerous or no workbook at all."""


class NotAnLke(ReaderError):
    """A workbook that can be read, but holds no worksheet (LKE) that could be imported."""


class SheetTooLarge(SheetUnavailable):
    """Google's answer is larger than any sheet of ours is."""


class AccessRefused(Exception):
    """Whoever looks may not see anything.

    No ReaderError, on purpose: what passes over those must not pass over this.
    """


class NotSignedIn(AccessRefused):
    """Sign-in is switched on, and nobody has signed in, or has signed out again."""


class SignInExpired(AccessRefused):
    """Signed in too long ago."""


class NotAllowed(AccessRefused):
    """Signed in, but on no list, or with an address that nobody has verified.

    address: as the provider names it, to be shown to its owner only; never logged.
    """

    def __init__(self, address: object = None) -> None:
        self.address = address if isinstance(address, str) else None
        super().__init__()


class AccessMisconfigured(AccessRefused):
    """Sign-in is switched on, but its settings are not whole; then nobody comes in.

    faults: what is wrong, as sentences that name settings, never their values.
    """

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__(" ".join(faults))
