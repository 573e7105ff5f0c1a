"""`python -m zi_metrics`."""

import io
import logging
import os
import sys

from zi_metrics.cli import main
from zi_metrics.labels.cli import speak_indonesian

# A terminal of another code page shows what it can; files and pipes get UTF-8.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace", encoding=None if stream.isatty() else "utf-8")
speak_indonesian(os.environ)
logging.getLogger("zi").addHandler(logging.NullHandler())  # commands say it themselves
main(prog_name="python -m zi_metrics")
