"""The frame script: navigation, the choice of source and date, the page, the status bar.

Streamlit runs it for every viewer and every change.
"""

from __future__ import annotations

from pages._frame import frame

frame.run()
