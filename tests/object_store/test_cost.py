"""How many requests a look, a reading and a writing cost."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from tests.object_store.replicas import Replicas, wait_until_settled
from tests.sources.test_daily import DAY, reading
from zi_metrics.settings import AppSettings
from zi_metrics.sources.freeze import frozen_source, pins
from zi_metrics.sources.resolve import open_source

DAYS, TABLES = 3, 7


def methods(requests: list[str]) -> Counter[str]:
    """Requests by method; a LIST is a GET of the bucket."""
    return Counter("LIST" if "list-type" in each else each.split()[0] for each in requests)


def test_look_costs_one_request_for_all_who_look(replicas: Replicas) -> None:
    for number in range(DAYS):
        replicas.one.write(reading(f"isi {number}", DAY - timedelta(days=number)))
    settings, gate, looks = AppSettings("potret", replicas.gated), replicas.gate, replicas.other
    looks._shelf._looks.outdate()
    with gate.counted() as first:
        open_source("potret", settings)
    assert methods(first) == {"LIST": 1, "HEAD": DAYS, "GET": DAYS}  # each manifest, once
    wait_until_settled(looks)
    source = open_source("potret", settings)
    looks._shelf._looks.seconds = 60
    looks._shelf._looks.outdate()
    with gate.counted() as again:
        for _ in range(20):
            opened = open_source("potret", settings)
            assert opened.version(DAY) == source.version(DAY)
            assert pins("potret", settings) == ()
    assert methods(again) == {"LIST": 1}
    with gate.counted() as read:
        assert source.newest().as_of == DAY
        assert frozen_source(looks.list()[-1].identifier, "potret", settings).newest()
    assert methods(read) == {"HEAD": TABLES, "GET": TABLES}
    with gate.counted() as none:
        assert source.newest().as_of == DAY
    assert none == []


def test_writing_costs_a_put_for_each_file_and_one_look(replicas: Replicas) -> None:
    with replicas.gate.counted() as made:
        replicas.other.write(reading("pagi"))
    assert methods(made) == {"PUT": TABLES + 1, "LIST": 1}
    assert made[TABLES].split()[1].endswith("manifest.json")
