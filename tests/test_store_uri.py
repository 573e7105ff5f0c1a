"""What is shown of the address of an object store, and which addresses are folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from zi_metrics.errors import SourceUnknown
from zi_metrics.settings import SNAPSHOT_DIR_VARIABLE, AppSettings
from zi_metrics.sources.resolve import open_source
from zi_metrics.store_uri import StoreUri, store_root


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("s3://wadah/folder/potret", "s3://wadah/folder/potret"),
        ("s3://wadah/folder/?region=x&endpoint_override=y", "s3://wadah/folder"),
        ("S3://AKID:rahasia@wadah/folder", "s3://wadah/folder"),
        ("s3://AKID:ra/ha?si#a@wadah/folder?region=x", "s3://wadah/folder"),
        ("gs://wadah?rahasia=1", "gs://wadah"),
        (
            "abfs://:rahasia@wadah.dfs.core.windows.net/potret",
            "abfs://wadah.dfs.core.windows.net/potret",
        ),
    ],
)
def test_address_is_shown_without_secrets_and_options(uri: str, shown: str) -> None:
    assert str(StoreUri(uri)) == shown
    told = AppSettings.from_environment({SNAPSHOT_DIR_VARIABLE: uri})
    assert told.snapshot_dir == StoreUri(uri)
    assert "rahasia" not in repr(told)
    assert hash(told) == hash(AppSettings(snapshot_dir=StoreUri(uri)))


@pytest.mark.parametrize(
    ("told", "folder"),
    [
        ("/srv/potret", "/srv/potret"),
        ("data/potret", "data/potret"),
        ("file:///srv/potret%20kantor", "/srv/potret kantor"),
        ("C://potret", "C:/potret"),
        ("s3:/wadah", "s3:/wadah"),
    ],
)
def test_folder_stays_a_folder(told: str, folder: str) -> None:
    assert store_root(told) == Path(folder)


def test_address_named_as_a_source_is_refused_without_its_secrets() -> None:
    with pytest.raises(SourceUnknown, match="“s3://wadah/folder” tidak dikenal") as told:
        open_source("s3://AKID:rahasia@wadah/folder?region=x")
    assert "rahasia" not in str(told.value)
