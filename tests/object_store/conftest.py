"""Two replicas for every test of the object store."""

from __future__ import annotations

import pytest

from tests.object_store.fixtures import fresh_bucket
from tests.object_store.gate import Gate
from tests.object_store.replicas import Replicas, replicas_of
from tests.sources.conftest import book, clock, server

__all__ = ["book", "clock", "server"]


@pytest.fixture
def replicas(s3_server: tuple[str, int], gate: Gate) -> Replicas:
    made = replicas_of(s3_server, gate, fresh_bucket(s3_server))
    for store in (made.one, made.other):
        store.list()  # a client is not made while another one waits for an answer
    return made
