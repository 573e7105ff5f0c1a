"""README and the developer's documents name everything there is: pages, commands, settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import click
import pytest

from pages import ENTRIES, PageEntry
from scripts.screenshots import SHOTS
from zi_metrics import settings
from zi_metrics.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text("utf-8")
DOCUMENTS = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md")])
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def rows(text: str) -> list[list[str]]:
    """The rows of all tables of a document, header and all."""
    lines = [line.strip() for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_every_page_is_told_with_its_address(entry: PageEntry) -> None:
    address = "/" if entry is ENTRIES[0] else f"/{entry.slug}"
    told = [row for row in rows(README) if row[0] == f"**{entry.title}**"]
    assert [row[1] for row in told] == [f"`{address}`"]
    assert told[0][2]


def commands() -> Mapping[str, click.Command]:
    assert isinstance(main, click.Group)
    return main.commands


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_told_with_its_options(name: str) -> None:
    (told,) = [row for row in rows(README) if row[0] == f"`{name}`" and len(row) == 3]
    asked = (each for each in commands()[name].params if isinstance(each, click.Option))
    options = chain.from_iterable(option.opts for option in asked)
    assert set(re.findall(r"--[a-z-]+", told[2])) == set(options)


def test_every_setting_is_told_once() -> None:
    told = [row[0].strip("`") for row in rows(CONFIGURATION) if row[0].startswith("`")]
    known = {value for name, value in vars(settings).items() if name.endswith("_VARIABLE")}
    assert sorted(known - set(told)) == []
    assert len(told) == len(set(told))


def test_every_picture_is_one_that_the_program_takes() -> None:
    shown = {target for target in LINK.findall(README) if target.endswith(".png")}
    assert shown == {f"docs/images/{shot.name}.png" for shot in SHOTS}


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_targets_of_make_that_are_named_are_there(page: Path) -> None:
    named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE))
    assert sorted(named - set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))) == []


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(page.read_text("utf-8")) if "://" not in target]
    files = {target.partition("#")[0] for target in targets} - {""}
    assert [target for target in sorted(files) if not (page.parent / target).exists()] == []
