"""The containers are told to hold nothing that they do not need; no engine is asked here."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from tests.browser.server import ROOT
from tests.deploy import dockerfile
from zi_metrics import __version__

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DASHBOARDS = ("zi", "zi-a", "zi-b")
KNOWN = {
    *("build", "image", "restart", "init", "read_only", "tmpfs", "cap_drop", "security_opt"),
    *("mem_limit", "pids_limit", "cpus", "stop_grace_period", "healthcheck", "secrets", "volumes"),
    *("networks", "logging", "ports", "profiles", "environment", "depends_on", "sysctls"),
}
"""Names of the compose specification that are used here; a slip of the pen is none of them."""


@pytest.mark.parametrize("name", SERVICES)
def test_service_is_confined(name: str) -> None:
    service = SERVICES[name]
    assert service.keys() <= KNOWN
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit", "restart"} <= service.keys()
    assert [each.split(":")[0] for each in service["tmpfs"]] == ["/tmp"]
    assert not {"privileged", "cap_add", "user", "pid", "network_mode"} & service.keys()


@pytest.mark.parametrize("name", DASHBOARDS)
def test_secrets_of_the_dashboard_are_a_file_and_only_snapshots_are_written(name: str) -> None:
    service = SERVICES[name]
    (secret,) = service["secrets"]
    assert secret == {"source": "zi_secrets", "target": "/app/.streamlit/secrets.toml"}
    assert COMPOSE["secrets"]["zi_secrets"].keys() == {"file"}
    assert service["volumes"] == ["potret:/var/lib/zi"]
    assert dockerfile.environment()["ZI_FOLDER_POTRET"].startswith("/var/lib/zi/")
    variables = service["environment"]
    assert variables.keys() <= {"STREAMLIT_SERVER_PORT", "FORWARDED_ALLOW_IPS", "ZI_FOLDER_POTRET"}
    shipped = dockerfile.environment()["ZI_FOLDER_POTRET"]
    assert variables["ZI_FOLDER_POTRET"] == f"${{ZI_FOLDER_POTRET-{shipped}}}"
    assert service["image"] == f"zi-dashboard:${{ZI_VERSI:-{__version__}}}"
    assert service["healthcheck"]["test"] == ["CMD", *dockerfile.command("HEALTHCHECK")]
    assert "ports" not in service or service["ports"] == ["127.0.0.1:8501:8501"]


def test_replicas_start_only_when_asked_for_and_nginx_knows_where_they_listen() -> None:
    profiles = {name: service.get("profiles") for name, service in SERVICES.items()}
    assert profiles == {"zi": None, "zi-a": ["replika"], "zi-b": ["replika"], "nginx": ["replika"]}
    nginx = SERVICES["nginx"]
    assert nginx["depends_on"] == ["zi-a", "zi-b"]
    mounts = dict(each.split(":")[:2] for each in nginx["volumes"])
    assert all((ROOT / source).is_file() for source in mounts)
    assert {each.rpartition("/")[2] for each in mounts.values()} == {"zi.conf", "zi-replicas.conf"}
    upstreams = (ROOT / "deploy/nginx/zi-replicas-compose.conf").read_text("utf-8")
    for name in nginx["depends_on"]:
        port = SERVICES[name]["environment"]["STREAMLIT_SERVER_PORT"]
        assert upstreams.count(f"server {name}:{port}") == 2
    proxy = (ROOT / "deploy/nginx/zi.conf").read_text("utf-8")
    for secret in nginx["secrets"]:
        assert f" {secret['target']};" in proxy


def test_everything_that_is_named_is_declared() -> None:
    for service in SERVICES.values():
        assert {each["source"] for each in service.get("secrets", [])} <= COMPOSE["secrets"].keys()
        assert set(service.get("networks", [])) <= COMPOSE["networks"].keys()
    assert COMPOSE["volumes"].keys() == {"potret"}
    assert "password" not in json.dumps(COMPOSE).casefold()
