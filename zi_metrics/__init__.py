"""Figures of a work unit's Zona Integritas: sources, tables, metrics, charts and reports.

Nothing below this package knows Streamlit; the screens live in `pages/`.
"""

__version__ = "0.1.0"
