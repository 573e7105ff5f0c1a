"""Serve a workbook as if it were in Google Sheets, for trying the dashboard out by hand."""

from __future__ import annotations

import json
import os
import signal
import threading
from pathlib import Path
from urllib.parse import quote

import click

from tests.sheets_server.server import SheetsServer
from tests.sheets_server.xlsx import from_xlsx

_GUIDE = """
Google Sheets tiruan: {host}   (hanya di komputer ini; Ctrl+C menghentikannya)

  Buku   : {url}
  Tab    : {tabs}
  Kunci  : {key}

Daftar tab:
  curl {host}/edit/{id}
Mengisi satu sel, seperti diketik orang (kosong = menghapus isinya):
  curl -X PUT --data 'Selesai' '{host}/edit/{id}/{tab}/F7'
Gangguan, untuk tiga permintaan berikutnya atau (tanpa times) sampai dihentikan:
  curl -X POST '{host}/fault/rate-limited?times=3'
  curl -X POST '{host}/fault/slow?seconds=20&times=1'
  curl -X POST '{host}/fault/not-shared'
  curl -X DELETE {host}/fault
"""


@click.command(help="Melayani sebuah buku kerja .xlsx seperti Google Sheets.")
@click.argument("book", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--port", default=8600, show_default=True, type=click.IntRange(0, 65535))
@click.option("--id", "spreadsheet_id", default="ZI-LOKAL", show_default=True)
@click.option(
    "--key", required=True, type=click.Path(path_type=Path), help="Berkas kunci yang ditulis."
)
def main(book: Path, port: int, spreadsheet_id: str, key: Path) -> None:
    """Serve until interrupted or terminated."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    made = from_xlsx(book, spreadsheet_id=spreadsheet_id)
    with _server(port) as server:
        server.add(made)
        _write_key(key, server.credentials())
        titles = [tab.title for tab in made]
        click.echo(
            _GUIDE.format(
                host=server.host,
                url=server.url(spreadsheet_id),
                tabs=", ".join(titles),
                key=key,
                id=spreadsheet_id,
                tab=quote(_example(titles), safe=""),
            )
        )
        stopped.wait()


def _example(titles: list[str]) -> str:
    """The tab an example edits: one of documents, where there is one."""
    return next((title for title in titles if title.startswith("Data Dukung")), titles[0])


def _server(port: int) -> SheetsServer:
    try:
        return SheetsServer(port)
    except OSError as cause:
        raise click.ClickException(f"Port {port} tidak dapat dipakai: {cause.strerror}.") from cause


def _write_key(path: Path, credentials: dict[str, str]) -> None:
    """A new file that only its owner may read; it appears whole."""
    draft = path.with_name(f"{path.name}.baru")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(credentials, file, indent=2)
    draft.replace(path)


if __name__ == "__main__":
    main()
