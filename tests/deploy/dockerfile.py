"""The Dockerfile as its instructions, and the files that its last stage takes from the project."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from tests.browser.server import ROOT
from tests.deploy.ignored import is_kept_out

PATH = ROOT / "Dockerfile"


@lru_cache(maxsize=1)
def stages() -> tuple[tuple[tuple[str, str], ...], ...]:
    """Per stage its instructions, each as its name and the rest of it; the first stage is ARG's."""
    text = re.sub(r"^\s*#.*\n", "", PATH.read_text("utf-8"), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", " ", text).split("\n")
    found: list[list[tuple[str, str]]] = [[]]
    for line in filter(None, map(str.strip, lines)):
        name, _, rest = line.partition(" ")
        if name == "FROM":
            found.append([])
        found[-1].append((name, rest.strip()))
    return tuple(map(tuple, found))


def of_last_stage(name: str) -> list[str]:
    """All instructions of this name."""
    return [rest for each, rest in stages()[-1] if each == name]


def environment() -> dict[str, str]:
    """The variables that the image sets."""
    parts = (part for rest in of_last_stage("ENV") for part in shlex.split(rest))
    return dict(part.split("=", 1) for part in parts)


def command(name: str) -> list[str]:
    """The words of ENTRYPOINT, or of the command of HEALTHCHECK."""
    (rest,) = of_last_stage(name)
    words: list[str] = json.loads(rest[rest.index("[") :])
    return words


def files() -> Iterator[tuple[Path, PurePosixPath]]:
    """Each file that is copied from the project, with its path in the image's folder /app."""
    for rest in of_last_stage("COPY"):
        if "--from" in rest:
            continue
        source, target = rest.split()
        for path in sorted([ROOT / source, *(ROOT / source).rglob("*")]):
            inside = path.relative_to(ROOT)
            if path.is_file() and not is_kept_out(PurePosixPath(inside)):
                below = path.relative_to(ROOT / source)
                yield path, PurePosixPath(target) / (below if below.parts else path.name)
