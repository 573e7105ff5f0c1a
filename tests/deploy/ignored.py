"""What `.dockerignore` keeps out of the image, by the rules of its reference."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath

from tests.browser.server import ROOT


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    written = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return tuple((not each.startswith("!"), _pattern(each.lstrip("!"))) for each in written)


def _pattern(written: str) -> re.Pattern[str]:
    """Of a rule: `*` stays within a folder, `**/` goes through any number of them."""
    parts = re.split(r"(\*\*/|\*|\[[^]]+\])", written)
    found = {"**/": "(?:.*/)?", "*": "[^/]*"}
    return re.compile(
        "".join(
            found.get(part, part if part.startswith("[") else re.escape(part)) for part in parts
        )
    )


def is_kept_out(path: PurePosixPath) -> bool:
    """Whether a file, by its path below the project, is kept out; the last rule that fits counts.

    A rule fits what lies below a folder that it fits.
    """
    above = [str(each) for each in (path, *path.parents) if str(each) != "."]
    kept_out = False
    for says_out, pattern in _rules():
        if any(pattern.fullmatch(each) for each in above):
            kept_out = says_out
    return kept_out
