"""The command line speaks Indonesian throughout, whatever language the system speaks."""

from __future__ import annotations

import gettext
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from zi_metrics.labels.cli import CLICK_WORDS, LOCALE_DIR, speak_indonesian

ROOT = Path(__file__).parents[1]
CATALOGUE = LOCALE_DIR / "id" / "LC_MESSAGES" / f"{CLICK_WORDS}.po"
WRONG_USAGE = 2
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|args|arguments?|text|try|help\b(?<!--help)|error|missing|required"
    r"|invalid|value|no such|did you|mean|does|not|match|format|got|unexpected|extra|takes?|show"
    r"|this|message|exit|datetime|for|is|a)\b",
    re.IGNORECASE,
)


def english_words(said: str) -> list[str]:
    return [found[0] for found in ENGLISH.finditer(said)]


def test_english_words_are_found_where_there_are_any() -> None:
    said = "Usage: main [OPTIONS]\nTry 'main --help' for help."
    assert english_words(said) == ["Usage", "OPTIONS", "Try", "for", "help"]


CASES = [
    ("", 2, "Pemakaian: main [PILIHAN] PERINTAH [PILIHAN]"),
    ("--help", 0, "Perintah:\n  impor-lke"),
    ("-h", 0, "Pilihan:\n  -h, --help  Tampilkan bantuan ini."),
    ("ringkas --help", 0, "--sumber SUMBER"),
    ("ringkas --help", 0, "[wajib]"),
    ("ringkas --help", 0, "--per TTTT-BB-HH"),
    ("periksa --help", 0, "--per TTTT-BB-HH"),
    ("potret --help", 0, "Pemakaian: main potret [PILIHAN]"),
    ("templat --help", 0, "--keluar BERKAS.xlsx"),
    ("laporan --help", 0, "--keluar FOLDER"),
    ("impor-lke --help", 0, "Pemakaian: main impor-lke [PILIHAN] LKE.xlsx"),
    ("impor-lke", 2, "Galat: Argumen wajib belum diisi: 'LKE.xlsx'."),
    ("laporan --sumber situs", 2, "Galat: Pilihan wajib belum diisi: '--keluar'."),
    ("ringkas", 2, "Galat: Pilihan wajib belum diisi: '--sumber'."),
    ("ringkas --sumber", 2, "Galat: Pilihan '--sumber' memerlukan 1 nilai."),
    ("ringkas --sumbr situs", 2, "Pilihan '--sumbr' tidak ada. Mungkin maksudnya '--sumber'."),
    ("ringkas --sumber situs --xyz", 2, "Galat: Pilihan '--xyz' tidak ada."),
    ("ringkas --sumber situs --json=1", 2, "Pilihan '--json' tidak memakai nilai."),
    ("ringkas --sumber situs lagi", 2, "Ada tulisan yang tidak dipakai: lagi"),
    ("ringkas --sumber situs --per besok", 2, "Nilai '--per' tidak sah: “besok” bukan tanggal."),
    ("ringkas --sumber situs --per 2025-02-30", 2, "Tulis sebagai TTTT-BB-HH"),
    ("ringkas --sumber situs --per 31/12/2025", 2, "misalnya 2025-12-31."),
    ("ringkas --sumber situs --per=", 2, "Nilai '--per' tidak sah"),
    ("ringkass", 2, "Perintah 'ringkass' tidak ada. Mungkin maksudnya 'ringkas'."),
    ("--xyz", 2, "Bantuan: 'main --help'."),
]


# In a process of their own: click keeps the first translation of a help text it has shown.
DRIVER = """
import json, os, sys
from click.testing import CliRunner
from zi_metrics.cli import main
from zi_metrics.labels.cli import speak_indonesian
speak_indonesian(os.environ)
runs = {line: CliRunner().invoke(main, line.split()) for line in json.load(sys.stdin)}
json.dump({line: [run.exit_code, run.output] for line, run in runs.items()}, sys.stdout)
"""


def python(*arguments: str, standard_input: str = "") -> subprocess.CompletedProcess[str]:
    """A Python of its own, on an English system."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "LANGUAGE": "en", "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"},
        input=standard_input,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def runs() -> dict[str, tuple[int, str]]:
    """Exit status and output of each line of CASES."""
    told = python("-c", DRIVER, standard_input=json.dumps([line for line, *_ in CASES]))
    return {line: (status, output) for line, (status, output) in json.loads(told.stdout).items()}


@pytest.mark.parametrize(("line", "status", "said"), CASES)
def test_help_and_wrong_usage_are_in_indonesian(
    runs: dict[str, tuple[int, str]], line: str, status: int, said: str
) -> None:
    exit_status, output = runs[line]
    assert said in output
    assert english_words(output) == []
    assert exit_status == status


@pytest.mark.parametrize(
    ("arguments", "status"), [("--help", 0), ("ringkas", WRONG_USAGE), ("xyz", WRONG_USAGE)]
)
def test_program_itself_speaks_indonesian_on_an_english_system(arguments: str, status: int) -> None:
    run = python("-m", "zi_metrics", *arguments.split())
    assert "Pemakaian: python -m zi_metrics" in run.stdout + run.stderr
    assert english_words(run.stdout + run.stderr) == []
    assert run.returncode == status


def test_words_hold_for_this_process_only() -> None:
    domain, environment = gettext.textdomain(), {"LANGUAGE": "en", "PATH": "/bin"}
    try:
        speak_indonesian(environment)
        assert gettext.textdomain() == CLICK_WORDS
    finally:
        gettext.textdomain(domain)
    assert environment == {"LANGUAGE": "id", "PATH": "/bin"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as source:
        return read_po(source, locale="id", domain=CLICK_WORDS)


def test_compiled_catalogue_is_that_of_its_source(catalogue: Catalog) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    with CATALOGUE.with_suffix(".mo").open("rb") as shipped:
        assert words(gettext.GNUTranslations(shipped)) == words(gettext.GNUTranslations(compiled))


def words(translations: gettext.GNUTranslations) -> dict[object, str]:
    """All words but the header, which names the version of the compiler."""
    listed: dict[object, str] = translations._catalog  # type: ignore[attr-defined]
    return {key: word for key, word in listed.items() if key != ""}


def test_catalogue_translates_only_what_click_says(catalogue: Catalog) -> None:
    spoken = {said for *_, said, _, _ in extract_from_dir(str(Path(click.__file__).parent))}
    computed = {"required"}  # passed to gettext as a variable
    assert {message.id for message in catalogue if message.id} <= spoken | computed


def test_translations_use_only_the_gaps_of_the_original(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id:
            originals = [message.id] if isinstance(message.id, str) else message.id
            translated = [message.string] if isinstance(message.string, str) else message.string
            assert gaps("".join(translated)) <= set.union(*map(gaps, originals))
            assert all(word.strip() for word in translated)


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{.*?\}", text))
