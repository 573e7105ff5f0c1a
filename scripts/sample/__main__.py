"""`python -m scripts.sample [--keluar DIR]`: write the sample's five snapshots."""

from __future__ import annotations

from pathlib import Path

import click

from scripts.sample.build import build
from zi_metrics.sources.contoh import SAMPLE_DIR
from zi_metrics.sources.store import SnapshotStore


@click.command()
@click.option(
    "--keluar",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    default=SAMPLE_DIR,
    show_default=True,
    help="Folder potret; potret contoh yang lama di dalamnya diganti.",
)
def main(target: Path) -> None:
    """Tulis ulang data contoh: lima potret, isinya selalu sama."""
    for identifier in build(SnapshotStore(target)):
        click.echo(identifier)


main()
