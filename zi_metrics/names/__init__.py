"""Names of people, shown as initials wherever they occur."""

from zi_metrics.names.hiding import SHOW_ALL, Names, names_of

__all__ = ["SHOW_ALL", "Names", "names_of"]
