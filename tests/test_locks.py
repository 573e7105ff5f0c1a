"""What is installed: pinned to one version with its digests, within what is declared; audited."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.audit import verdict

ROOT = Path(__file__).parents[1]
LOCKS = {"requirements.txt": (), "requirements-dev.txt": ("dev",)}
PINNED = re.compile(r"[\w.-]+(\[[\w,.-]+\])?==[\w.+!-]+( ; [^\\]+)?( --hash=sha256:[0-9a-f]{64})+")


def lines(lock: str) -> list[str]:
    """The requirements of a lock, each in one line without remarks."""
    text = re.sub(r"\s*\\\n\s*", " ", (ROOT / lock).read_text("utf-8"))
    return [line.strip() for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]


def pinned(lock: str) -> dict[str, set[str]]:
    """The versions of each package, by its name."""
    found: dict[str, set[str]] = {}
    for line in lines(lock):
        each = Requirement(line.partition(" --hash")[0])
        found.setdefault(canonicalize_name(each.name), set()).update(
            mark.version for mark in each.specifier
        )
    return found


def declared(groups: tuple[str, ...]) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"]]
    for group in groups:
        wanted += project["dependency-groups"][group]
    return [Requirement(each) for each in wanted]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_its_digests(lock: str) -> None:
    assert len(lines(lock)) > 30
    assert [line[:80] for line in lines(lock) if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize(("lock", "groups"), LOCKS.items())
def test_what_is_pinned_is_what_is_declared(lock: str, groups: tuple[str, ...]) -> None:
    found = pinned(lock)
    for wanted in declared(groups):
        versions = found[canonicalize_name(wanted.name)]
        assert all(wanted.specifier.contains(version) for version in versions), wanted


def test_developers_run_what_is_put_up() -> None:
    dev = pinned("requirements-dev.txt")
    assert {name: dev.get(name) for name in pinned("requirements.txt")} == pinned(
        "requirements.txt"
    )


def answer(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


SOUND = {"name": "babel", "version": "2.18", "vulns": []}
UNKNOWN = {"name": "click", "skip_reason": "Dependency not found on PyPI"}
HOLE = {"id": "PYSEC-2030-1", "fix_versions": ["9.1"]}


def test_known_hole_fails_the_audit_whatever_else_is_unknown() -> None:
    found = verdict(answer(UNKNOWN, {"name": "x", "version": "9", "vulns": [HOLE]}), "")
    assert found.status == 1
    assert "x 9: PYSEC-2030-1, mended in 9.1" in found.said


def test_no_known_hole_passes() -> None:
    assert verdict(answer(SOUND), "") == ("Audited 1 packages: no known hole.", 0)


@pytest.mark.parametrize(
    ("said", "complaint", "why"),
    [
        ("", "WARNING ...\nERROR:pip_audit: no route to host", "no route to host"),
        (answer(SOUND, UNKNOWN), "", "1 of 2 packages"),
        (answer(), "", "0 of 0"),
        ("[]", "", "said nothing"),
    ],
)
def test_audit_nobody_answers_is_skipped_aloud(said: str, complaint: str, why: str) -> None:
    found = verdict(said, complaint)
    assert found.status == 0
    assert found.said.startswith("SKIPPED: the audit of the dependencies")
    assert why in found.said
