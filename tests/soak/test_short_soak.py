"""The soak in its short form: everything fails once, and nobody sees a wrong number."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.soak.__main__ import MAY_NOT_BE
from zi_metrics.settings import PROJECT_ROOT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="disk and memory as Linux has them"),
]
VIEWERS, TROUBLE_SECONDS, WITHIN_SECONDS = 8, 4, 240


def test_whatever_fails_no_page_is_wrong_or_blank_and_no_snapshot_lost() -> None:
    # a process of its own: the browser of a soak runs in asyncio, those of other tests do not
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "tests.soak", "--short"),
            *("--viewers", str(VIEWERS), "--trouble-seconds", str(TROUBLE_SECONDS)),
        ],
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        timeout=WITHIN_SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = json.loads(ran.stdout)
    assert [found[name] for name in MAY_NOT_BE] == [[], [], [], []]
    assert found["server_starts"] == 2
    assert found["pages_drawn"] > VIEWERS * len(found["recovered_after_seconds"])
    assert found["looks_of_a_browser"] > TROUBLE_SECONDS
