"""`python -m zi_metrics`."""

import os

from zi_metrics.cli import main
from zi_metrics.labels.cli import speak_indonesian

speak_indonesian(os.environ)
main(prog_name="python -m zi_metrics")
