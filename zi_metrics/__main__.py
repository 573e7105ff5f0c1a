"""`python -m zi_metrics`."""

from zi_metrics.cli import main

main(prog_name="python -m zi_metrics")
