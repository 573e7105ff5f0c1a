"""Words around a chart on screen, and how the chart itself writes numbers and dates."""

from __future__ import annotations

from babel import Locale

from zi_metrics.labels.numbers import LOCALE

FULL_SCREEN = "Layar penuh"
LEAVE_FULL_SCREEN = "Keluar dari layar penuh"
NOT_DRAWN = (
    "Grafik tidak dapat ditampilkan karena sebagian berkas tidak terunduh. Angkanya ada pada tabel "
    "di bawah; muat ulang halaman untuk mencoba lagi."
)


def plotly_locale() -> dict[str, object]:
    """How Plotly is to write numbers and dates that no text of ours stands for."""
    locale = Locale.parse(LOCALE)
    months, days = locale.months["format"], locale.days["format"]
    weekdays = [6, *range(6)]  # Plotly's week begins on Sunday, Babel's on Monday
    return {
        "decimal": ",",
        "thousands": ".",
        "date": "%d/%m/%Y",
        "months": [months["wide"][number] for number in range(1, 13)],
        "shortMonths": [months["abbreviated"][number] for number in range(1, 13)],
        "days": [days["wide"][number] for number in weekdays],
        "shortDays": [days["abbreviated"][number] for number in weekdays],
    }
