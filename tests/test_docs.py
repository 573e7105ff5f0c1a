"""The guide for coordinators says what the program does: its lists are the program's own lists.

The guide for meetings has tests of its own; commands may be told in either.
"""

from __future__ import annotations

import inspect
import re
import shlex
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import click
import pandas as pd
import pytest

from zi_metrics import settings
from zi_metrics.cli import main, periksa, reading
from zi_metrics.labels import (
    answer_problems,
    follow_up_problems,
    live,
    problems,
    quality,
    result_problems,
    screen,
    sheet_messages,
    sheet_problems,
    snapshot_problems,
    status,
    tidiness,
)
from zi_metrics.labels import template as template_text
from zi_metrics.labels.messages import Message, secrets_unreadable
from zi_metrics.labels.numbers import long_date
from zi_metrics.lke import load_catalogue
from zi_metrics.matching import folded
from zi_metrics.periods import parse_period, parse_quarter
from zi_metrics.settings import AppSettings, SheetSettings
from zi_metrics.tables import vocabularies
from zi_metrics.tables.coerce import _NO, _YES, coerce
from zi_metrics.tables.columns import SPIP_REPORTS, TABLES
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.spec import Kind, TableSpec
from zi_metrics.tables.unit_settings import SETTINGS
from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus
from zi_metrics.tables.written import parse_date, parse_number
from zi_metrics.template.plan import template

ROOT = Path(__file__).parents[1]
GUIDE_PATH = ROOT / "docs" / "panduan-koordinator.md"
GUIDE = GUIDE_PATH.read_text(encoding="utf-8")
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
MEETING_PATH = ROOT / "docs" / "panduan-rapat.md"
BOTH = GUIDE + MEETING_PATH.read_text(encoding="utf-8")
PROSE = BLOCK.sub("", GUIDE)
FLOWING = " ".join(PROSE.split())
COMMAND = re.compile(r"^ *\.venv/bin/python -m zi_metrics (.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
UNREAD = "tidak terbaca"
NUMBER = 7
DAY = date(2001, 2, 3)


# --- Reading the guide ------------------------------------------------------


def parts_of_guide() -> Iterator[tuple[str, str]]:
    """Every heading with what stands directly below it."""
    titles = re.findall(r"^#+ (.+)$", PROSE, re.MULTILINE)
    yield from zip(titles, re.split(r"^#+ .+$", PROSE, flags=re.MULTILINE)[1:], strict=True)


def below(title: str) -> str:
    found = [text for heading, text in parts_of_guide() if heading == title]
    assert len(found) == 1, title
    return found[0]


def rows(title: str) -> list[list[str]]:
    """The rows of the one table below a heading, without its header."""
    lines = [line for line in below(title).splitlines() if line.lstrip().startswith("|")]
    return [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines[2:]]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`(.+?)`", cell)


def anchors() -> set[str]:
    """The headings of the guide as addresses of the page name them."""
    titles = (title for title, _ in parts_of_guide())
    return {re.sub(r"[^\w\- ]", "", title.casefold()).replace(" ", "-") for title in titles}


# --- Tabs and columns -------------------------------------------------------


@pytest.fixture(scope="module")
def headers() -> Mapping[str, list[str]]:
    """The headers of every tab of the template."""
    return {tab.title: [column.header for column in tab.columns] for tab in template(2026)}


def test_every_tab_of_the_template_is_named(headers: Mapping[str, list[str]]) -> None:
    listed = below("Sebelum mulai")
    assert [tab for tab in headers if tab not in listed] == []


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_every_column_of_a_tab_is_explained_in_its_order(
    spec: TableSpec, headers: Mapping[str, list[str]]
) -> None:
    assert [row[0] for row in rows(f"Tab {spec.tab}")] == headers[spec.tab]


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_required_columns_are_called_so(spec: TableSpec) -> None:
    told = [row[0] for row in rows(f"Tab {spec.tab}") if row[1] == "ya"]
    assert told == [column.header for column in spec.columns if column.required]


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_other_names_are_all_listed(spec: TableSpec) -> None:
    table = rows("Nama lain yang dikenali")
    told = {column: names.split(", ") for tab, column, names in table if tab == spec.tab}
    columns = {column.header: column.headers[1:] for column in spec.columns if column.aliases}
    assert told == {"(nama tab)": spec.tabs[1:]} | columns


def test_every_key_of_pengaturan_is_explained_in_its_order() -> None:
    assert [row[0] for row in rows("Tab Pengaturan")] == [spec.key for spec in SETTINGS]


def test_example_values_of_pengaturan_can_be_read() -> None:
    examples = {row[0]: row[2] for row in rows("Tab Pengaturan")}
    for spec in SETTINGS:
        for example in examples[spec.key].split(" atau "):
            assert spec.read(example) is not None


def test_scores_of_answers_are_those_of_the_rules() -> None:
    told = {row[0]: row[1] for row in rows("Cara menjawab")}
    scores = load_catalogue().rules["answer_scores"]
    expected = {
        kind: ", ".join(f"{option} = {score:g}".replace(".", ",") for option, score in each.items())
        for kind, each in scores.items()
    }
    assert told == expected | {"%": "Pembilang dibagi Penyebut, 0 sampai 1"}


# --- Words, dates and numbers -----------------------------------------------


@pytest.mark.parametrize(
    ("title", "statuses", "by_word"),
    [
        ("Status data dukung", EvidenceStatus, vocabularies._EVIDENCE_BY_WORD),
        ("Status tindak lanjut", FollowUpStatus, vocabularies._FOLLOW_UP_BY_WORD),
    ],
)
def test_words_of_a_status_are_those_that_are_read(
    title: str, statuses: Iterable[str], by_word: Mapping[str, str]
) -> None:
    table = rows(title)
    assert [row[0] for row in table] == [str(each) for each in statuses]
    for name, words, _ in table[:-1]:
        blank = [""] if "sel kosong" in words else []
        told = {folded(word) for word in [name, *quoted(words), *blank]}
        assert told == {word for word, state in by_word.items() if state == name}
    assert not {folded(word) for word in quoted(table[-1][1])} & set(by_word)


def test_words_for_yes_and_no_are_those_that_are_read() -> None:
    wajib = next(row for row in rows(f"Tab {SPIP_REPORTS.tab}") if row[0] == "Wajib")
    assert {*map(folded, quoted(wajib[2])), "ya", "tidak"} == _YES | _NO


def _date(written: str) -> str | None:
    read = parse_date(written)
    return long_date(read.day) if read else None


def _number(written: str) -> str | None:
    read = parse_number(written)
    return None if read is None else f"{read:g}".replace(".", ",")


def _quarter(written: str) -> str | None:
    read = parse_quarter(written)
    return str(read) if read else None


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Tanggal", _date),
        ("Bilangan", _number),
        ("Triwulan, periode, dan area", _quarter),
    ],
)
def test_examples_are_read_as_told(title: str, read: Callable[[str], str | None]) -> None:
    table = rows(title)
    assert table
    assert [[row[0], read(quoted(row[0])[0]) or UNREAD] for row in table] == table


def test_examples_of_periods_and_areas_are_read() -> None:
    told = below("Triwulan, periode, dan area")
    periods = quoted(told[told.index("Periode boleh") : told.index("Sertakan tahunnya")])
    areas = quoted(told[told.index("Area boleh") :])
    assert len(periods) > 1
    assert None not in map(parse_period, periods)
    assert coerce(pd.Series(areas, dtype=object), Kind.AREA).values.tolist() == [3] * len(areas)


# --- Settings ---------------------------------------------------------------


def variables() -> set[str]:
    named = (value for name, value in vars(settings).items() if name.endswith("_VARIABLE"))
    return set(named)


def setting_rows() -> dict[str, list[str]]:
    return {quoted(row[0])[0]: row for row in rows("Pengaturan sumber data")}


def test_settings_that_are_explained_are_the_programs() -> None:
    """Those of putting it up stand in `configuration.md` alone, and all of them there."""
    assert {settings.SHEET_URL_VARIABLE, settings.KEY_FILE_VARIABLE} < set(setting_rows())
    assert set(setting_rows()) < variables()


def test_defaults_of_the_settings_are_the_programs() -> None:
    told = {name: row[3].strip("`") for name, row in setting_rows().items()}
    assert told[settings.INTERVAL_VARIABLE] == str(SheetSettings.interval_seconds)
    assert told[settings.KEEP_VARIABLE] == str(AppSettings.keep_days)
    assert ROOT / told[settings.SNAPSHOT_DIR_VARIABLE] == AppSettings.snapshot_dir


@pytest.mark.parametrize("name", [settings.INTERVAL_VARIABLE, settings.KEEP_VARIABLE])
def test_limits_of_the_settings_are_the_programs(name: str) -> None:
    least, most = map(int, setting_rows()[name][2].split(" sampai "))

    def doubtful(number: int) -> tuple[str, ...]:
        told = {settings.SHEET_URL_VARIABLE: "https://contoh.test", name: str(number)}
        return AppSettings.from_environment(told).doubtful

    assert not [number for number in (least, most) if doubtful(number)]
    assert all(doubtful(number) for number in (least - 1, most + 1))


def toml_examples() -> list[dict[str, Any]]:
    blocks = [body for language, body in BLOCK.findall(GUIDE) if language == "toml"]
    return [tomllib.loads(body) for body in blocks]


def test_examples_of_secrets_name_a_sheet() -> None:
    examples = toml_examples()
    assert len(examples) > 1
    for example in examples:
        above = {name: value for name, value in example.items() if isinstance(value, str)}
        assert set(above) <= variables()
        told = AppSettings.from_environment(above, example)
        assert told.doubtful == ()
        assert told.sheet is not None
        assert told.sheet.address.startswith("https://docs.google.com/spreadsheets/d/")


def test_full_example_of_secrets_holds_a_whole_key() -> None:
    told = AppSettings.from_environment({}, toml_examples()[0])
    assert told.sheet is not None
    assert told.sheet.key is not None
    needed = {"type", "project_id", "private_key_id", "private_key", "client_email", "token_uri"}
    assert needed <= set(told.sheet.key)
    assert told.sheet.key["private_key"].count("\n") == 3


# --- The command line -------------------------------------------------------


def commands() -> Mapping[str, click.Command]:
    assert isinstance(main, click.Group)
    return main.commands


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_shown_and_every_option_named(name: str) -> None:
    assert name in {line.split()[0] for line in COMMAND.findall(BOTH)}
    asked = (each for each in commands()[name].params if isinstance(each, click.Option))
    options = chain.from_iterable(option.opts for option in asked)
    assert set(options) <= set(re.findall(r"--[a-z-]+", BOTH))


@pytest.mark.parametrize("line", sorted(set(COMMAND.findall(BOTH))))
def test_commands_of_the_guides_are_accepted(line: str) -> None:
    name, *arguments = shlex.split(line)
    commands()[name].make_context(name, arguments).close()


# --- What the program says --------------------------------------------------


def said_by(module: ModuleType, returned: object) -> Iterator[Any]:
    """What each function of a module that returns such sentences says of a made-up case."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ != module.__name__ or name.startswith("_"):
            continue
        hints = get_type_hints(function)
        if hints.pop("return") == returned:
            yield function(**{each: _made_up(each, hint) for each, hint in hints.items()})


def _made_up(name: str, hint: object) -> object:
    if hint in (int, int | None):
        return NUMBER
    if hint is date:
        return DAY
    if hint is answer_problems.AnswerCells:
        return answer_problems.AnswerCells("§answer§", 3.0, 2.0, ("§option§",), Fraction(1, 2))
    return f"§{name}§" if hint in (str, object) else [f"§{name}§"]


def pattern(sentence: str) -> re.Pattern[str]:
    """The sentence with anything in the place of names, numbers and dates."""
    fixed = re.split(rf"§\w+§|{long_date(DAY)}|\d[\d.,/]*", sentence)
    return re.compile(".*?".join(map(re.escape, fixed)))


def test_every_sentence_about_the_connection_has_its_steps() -> None:
    chapter = GUIDE[GUIDE.index("## 9. ") : GUIDE.index("## 10. ")]
    told = re.findall(r"\*\*(.+?)\*\*[^\n]*\n\n1\. ", chapter)
    said = [*said_by(sheet_messages, Message), secrets_unreadable("§path§")]
    said += [template_text.not_editable("§account§")]
    wanted = [message["what"] for message in said]
    assert len(wanted) > 1
    assert [what for what in wanted if not any(map(pattern(what).fullmatch, told))] == []


def sentences_about_data() -> list[tuple[str, ...]]:
    modules = (
        problems,
        follow_up_problems,
        answer_problems,
        result_problems,
        sheet_problems,
        snapshot_problems,
        tidiness,
    )
    return list(chain.from_iterable(said_by(module, problems.Parts) for module in modules))


@pytest.mark.parametrize("title", ["Galat", "Peringatan", "Saran"])
def test_faults_in_the_tables_are_told_in_the_programs_words(title: str) -> None:
    known = [[pattern(part) for part in parts] for parts in sentences_about_data()]
    table = rows(title)
    assert table

    def is_known(row: list[str]) -> bool:
        return any(
            all(part.fullmatch(cell) for part, cell in zip(parts, row, strict=True))
            for parts in known
        )

    assert [row for row in table if not is_known(row)] == []


def test_every_severity_is_explained_worst_first() -> None:
    assert [row[0] for row in rows("Tiga tingkat masalah")] == [str(each) for each in Severity]


WORDS = (
    status.live(True),
    status.live(False),
    live.RELOAD,
    live.ACCEPT,
    live.HELD_BACK.split(".")[0],
    f"{screen.GROUP_READINESS} > {screen.MUTU_DATA}",
    quality.TABS_READ,
    quality.NOT_READ,
    quality.NOT_READABLE,
)


@pytest.mark.parametrize("words", WORDS)
def test_words_on_screen_are_explained(words: str) -> None:
    assert f"*{words}*" in FLOWING


def test_exit_statuses_of_a_check_are_told() -> None:
    told = [int(row[0]) for row in rows("Perintah `periksa`")]
    assert told == [0, periksa.FOUND, reading.UNREADABLE]


# --- Links ------------------------------------------------------------------


def test_links_within_the_guide_lead_to_headings() -> None:
    wanted = {target[1:] for target in LINK.findall(GUIDE) if target.startswith("#")}
    assert wanted
    assert wanted - anchors() == set()
