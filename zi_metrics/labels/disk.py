"""What a disk says when it refuses, in words that somebody can act on."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EACCES: "tidak ada izin menulis",
    errno.EPERM: "tidak ada izin menulis",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.ENOENT: "foldernya tidak ada",
    errno.ENOTDIR: "bukan folder",
    errno.EEXIST: "namanya sudah dipakai berkas lain",
    errno.EISDIR: "namanya sudah dipakai sebuah folder",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "disk rusak atau terlepas",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
}


def reason(cause: OSError) -> str:
    """Why a file or folder cannot be written; by its number where we have no words for it."""
    if cause.errno is None:
        return "galat sistem"
    return _REASONS.get(cause.errno, f"galat sistem {cause.errno}")
