"""Sentences about an object store of snapshots; `where` is its address without any secret."""

from __future__ import annotations

from zi_metrics.errors import StoreUnavailable
from zi_metrics.labels.messages import Message

SETTING = "ZI_FOLDER_POTRET"
EXAMPLE = "s3://nama-wadah/folder?region=ap-southeast-3"
_LATER = "Program mencoba lagi dengan sendirinya."


def _where(root: str) -> str:
    return f"Penyimpanan potret “{root}”"


def unreachable(root: str) -> Message:
    return Message(
        what="Penyimpanan potret tidak dapat dihubungi.",
        where=_where(root),
        remedy=f"Periksa jaringan dan alamatnya di {SETTING}. {_LATER}",
    )


def in_trouble(root: str) -> Message:
    return Message(
        what="Penyimpanan potret menjawab dengan galat.",
        where=_where(root),
        remedy=f"{_LATER} Bila berlanjut, hubungi pengelola penyimpanan itu.",
    )


def no_bucket(root: str) -> Message:
    return Message(
        what="Wadah (bucket) penyimpanan potret tidak ada.",
        where=_where(root),
        remedy=f"Buat wadahnya, atau perbaiki nama dan wilayahnya (region) di {SETTING}.",
    )


def denied(root: str) -> Message:
    return Message(
        what="Penyimpanan potret menolak akses.",
        where=_where(root),
        remedy=(
            "Periksa kunci aksesnya (misalnya AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY) dan "
            "haknya: mendaftar, membaca, menulis, dan menghapus."
        ),
    )


def bad_address(root: str) -> Message:
    return Message(
        what="Alamat penyimpanan potret tidak dapat dipakai.",
        where=_where(root),
        remedy=f"Isi {SETTING} dengan nama folder, atau alamat seperti “{EXAMPLE}”.",
    )


def not_stored(fault: StoreUnavailable) -> Message:
    return Message(
        what=f"Potret tidak dapat disimpan. {fault.what}", where=fault.where, remedy=fault.remedy
    )


def not_settled(folder: str) -> Message:
    return Message(
        what="Potret tidak dapat disimpan (sebagian berkasnya hilang selagi disimpan).",
        where=f"Potret “{folder}”",
        remedy="Coba sekali lagi.",
    )


def earlier_missing() -> str:
    return "Data hari-hari sebelumnya mungkin tidak lengkap atau bukan yang terbaru."
