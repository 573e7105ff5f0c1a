"""The pages and their place in the navigation, as data.

One module per page, imported only when it is shown; each exposes `render()`. The six areas share
one module.
"""

from __future__ import annotations

from dataclasses import dataclass

from zi_metrics.labels import reform, results, screen
from zi_metrics.lke import load_catalogue

_MONITORING = screen.GROUP_MONITORING
_READINESS = screen.GROUP_READINESS
_MEETING = screen.GROUP_MEETING


@dataclass(frozen=True)
class PageEntry:
    """A page: address, title in the navigation, heading, group ('' = a tab of its own), module.

    area_no: which area the shared area page shows; needs_data: whether it shows any data;
    covers_frame: whether it lies over its frame, which then tells nothing of single cells;
    internal_only: whether visitors may not open it.
    """

    slug: str
    title: str
    heading: str
    group: str
    module: str
    area_no: int | None = None
    needs_data: bool = True
    covers_frame: bool = False
    internal_only: bool = False


def _areas() -> tuple[PageEntry, ...]:
    return tuple(
        PageEntry(
            area.slug,
            area.short_name,
            screen.area_title(area.number, area.name),
            "",
            "pages.area",
            area.number,
        )
        for area in load_catalogue().areas
    )


ENTRIES = (
    PageEntry("ringkasan", screen.RINGKASAN, screen.RINGKASAN, "", "pages.ringkasan"),
    *_areas(),
    PageEntry("monev", screen.MONEV, "Monev dan tindak lanjut", _MONITORING, "pages.monev"),
    PageEntry("spip", screen.SPIP, "Laporan triwulanan SPIP", _MONITORING, "pages.spip"),
    PageEntry(
        "data-dukung", screen.DATA_DUKUNG, "Semua data dukung", _MONITORING, "pages.data_dukung"
    ),
    PageEntry(
        "kesiapan",
        screen.KESIAPAN,
        "Kesiapan menuju WBK dan WBBM",
        _READINESS,
        "pages.kesiapan",
    ),
    PageEntry("reform", reform.TITLE, reform.HEADING, _READINESS, "pages.reform"),
    PageEntry("hasil", results.TITLE, results.HEADING, _READINESS, "pages.hasil"),
    PageEntry("perubahan", screen.PERUBAHAN, "Perubahan", _READINESS, "pages.perubahan"),
    PageEntry(
        "mutu-data",
        screen.MUTU_DATA,
        "Mutu data",
        _READINESS,
        "pages.mutu_data",
        internal_only=True,
    ),
    PageEntry("rapat", screen.RAPAT, "Rapat", _MEETING, "pages.rapat", covers_frame=True),
    PageEntry(
        "persiapan-rapat",
        screen.PERSIAPAN_RAPAT,
        "Persiapan rapat",
        _MEETING,
        "pages.persiapan_rapat",
        internal_only=True,
    ),
    PageEntry(
        "tentang", screen.TENTANG, "Tentang dasbor ini", _MEETING, "pages.tentang", needs_data=False
    ),
)
"""In the order of the navigation; the first is the default page, at the bare address."""
