"""Fetches the Plotly that the chart board draws with: `python -m scripts.plotly` (needs npm).

The package is pinned by version and digest; its file is kept in the repository as it came. A newer
one: change the three lines below and `PLOTLY` in pages/_frame/board/component.py, run this, remove
the older file, and run the tests of the board.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE, VERSION = "plotly.js-basic-dist-min", "4.1.1"
TARBALL_SHA512 = (
    "1oNF8PeQx2hv/y7tqEVWKD3JGwn/MGEMQ8mL9HUwsaqG9FGy/OU5FHUHvzqbqxN4mnwZGI9abTiE775C4kkjMQ=="
)
FILE_SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
STATIC = Path(__file__).parents[1] / "pages" / "_frame" / "static"
KEPT = {
    "package/plotly-basic.min.js": STATIC / f"plotly-basic-{VERSION}.min.js",
    "package/LICENSE": STATIC / "plotly-LICENSE.txt",
}
"""Files of the package, and where each is kept."""


def main() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed.")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True)
        unpack(Path(folder) / f"{PACKAGE}-{VERSION}.tgz")


def unpack(tarball: Path) -> None:
    """Keep the files of a package that is the pinned one to the byte."""
    digest = base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if digest != TARBALL_SHA512:
        raise SystemExit(f"{tarball.name} is another one than was pinned: sha512-{digest}")
    with tarfile.open(tarball) as package:
        for name, path in KEPT.items():
            found = package.extractfile(name)
            if found is None:
                raise SystemExit(f"{tarball.name} holds no {name}")
            path.write_bytes(found.read())
            print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
