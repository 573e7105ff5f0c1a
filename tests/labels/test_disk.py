"""What a disk says when it refuses is said in Indonesian."""

from __future__ import annotations

import errno
import os

import pytest

from zi_metrics.labels.disk import reason
from zi_metrics.labels.messages import not_stored


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk penuh"),
        (errno.EDQUOT, "jatah disk habis"),
        (errno.EACCES, "tidak ada izin menulis"),
        (errno.EPERM, "tidak ada izin menulis"),
        (errno.EROFS, "disk hanya dapat dibaca"),
        (errno.ENOENT, "foldernya tidak ada"),
        (errno.ENOTDIR, "bukan folder"),
    ],
)
def test_usual_reasons_have_words_and_not_those_of_the_system(number: int, words: str) -> None:
    cause = OSError(number, os.strerror(number), "/srv/potret/2026")
    assert reason(cause) == words
    assert not_stored("/srv/potret", cause)["what"] == f"Potret tidak dapat disimpan ({words})."


def test_unusual_reason_has_its_number() -> None:
    assert (
        reason(OSError(errno.EXDEV, "Invalid cross-device link")) == f"galat sistem {errno.EXDEV}"
    )


def test_reason_without_a_number_quotes_nothing() -> None:
    assert reason(OSError("cannot open file")) == "galat sistem"
