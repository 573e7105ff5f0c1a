"""The unit for systemd: it reads as systemd reads it, and leaves the service little to harm."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.browser.server import ROOT
from zi_metrics import __version__, settings
from zi_metrics.settings import AppSettings

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "zi-dashboard@.service"
INSTALLED = "/opt/zi-dashboard"
MOST_EXPOSED = 15
"""Of 100, as systemd counts; a service without any protection has 96."""
needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="SKIPPED: there is no systemd-analyze here"
)


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """An instance of the unit, as if the program were installed where this one is."""
    text = UNIT.read_text("utf-8").replace(INSTALLED, str(ROOT))
    (tmp_path / UNIT.name).write_text(text, "utf-8")
    instance = tmp_path / UNIT.name.replace("@", "@8501")
    instance.write_text(text, "utf-8")
    return instance


def analyzed(*arguments: str | Path) -> tuple[int, str]:
    """Exit status and complaints of systemd-analyze."""
    found = subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, text=True, check=False
    )
    return found.returncode, found.stderr


@needs_systemd
def test_systemd_understands_every_line_of_the_unit(unit: Path) -> None:
    assert analyzed("verify", "--man=no", unit) == (0, "")


@needs_systemd
def test_service_is_hardly_exposed(unit: Path) -> None:
    options = ("--offline=true", "--no-pager", f"--threshold={MOST_EXPOSED}")
    assert analyzed("security", *options, unit) == (0, "")


def test_unit_keeps_secrets_out_of_variables_and_writes_to_its_own_folder_only() -> None:
    text = UNIT.read_text("utf-8")
    assigned = dict(re.findall(r"^Environment=(\w+)=(.*)$", text, re.MULTILINE))
    assert assigned["ZI_FOLDER_POTRET"] == "/var/lib/zi-dashboard/potret"
    assert assigned["HOME"] == "/etc/zi-dashboard"
    assert "\nStateDirectory=zi-dashboard\n" in text
    assert "ReadWritePaths" not in text
    assert not any("SECRET" in name or "KEY" in name for name in assigned)
    users = (DEPLOY / "zi-dashboard.sysusers.conf").read_text("utf-8")
    assert re.search(r"^u zi-dashboard ", users, re.MULTILINE)
    assert "\nUser=zi-dashboard\n" in text


def test_example_secrets_configure_sheet_and_sign_in_and_hold_none() -> None:
    example = tomllib.loads((DEPLOY / "secrets.example.toml").read_text("utf-8"))
    for section, name in (
        *(("gcp_service_account", each) for each in ("private_key", "private_key_id")),
        *(("auth", each) for each in ("client_id", "client_secret", "cookie_secret")),
    ):
        assert example[section][name] == "GANTI"
    read = AppSettings.from_environment({}, example)
    assert read.source == "sheet"
    assert read.sheet is not None
    assert read.sheet.key == example["gcp_service_account"]
    assert read.access is not None
    assert (read.access.internal, read.access.visitors) == (
        ("koordinator@contoh.go.id",),
        ("@contoh.go.id",),
    )
    assert len(read.access.faults) == 1  # the secret that has to be put in


def test_example_environment_names_settings_with_their_defaults() -> None:
    lines = (DEPLOY / "zi-dashboard.env").read_text("utf-8").splitlines()
    named = dict(line.lstrip("#").split("=", 1) for line in lines if re.match(r"#?[A-Z_]+=", line))
    known = {value for name, value in vars(settings).items() if name.endswith("_VARIABLE")}
    assert named.keys() <= known | {"ZI_AKSES"}
    told = {name: value for name, value in named.items() if name != "ZI_AKSES"}
    assert AppSettings.from_environment(told) == AppSettings()


def test_program_and_project_name_the_same_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == __version__
