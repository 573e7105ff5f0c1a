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


class SourceUnknown(ReaderError):
    """A source name that is none of ours and no snapshot folder either."""
