"""The whole template: its tabs in order, for one assessed year."""

from __future__ import annotations

from zi_metrics.lke import load_catalogue
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.template import rows
from zi_metrics.template.guide import guide_tab
from zi_metrics.template.layout import TabPlan
from zi_metrics.template.tabs import settings_tab, table_tab


def template(year: int, *, has_evidence: bool = True) -> tuple[TabPlan, ...]:
    """Petunjuk, Pengaturan, Indikator, Data Dukung, Monev, SPIP and Hasil.

    year: the assessed one. has_evidence: with the documents of the unit's own list; without them
    the template suits any unit.
    """
    catalogue = load_catalogue()
    documents = rows.evidence_rows()
    tabs = (
        settings_tab(rows.setting_values(year, has_evidence=has_evidence)),
        table_tab(INDICATORS, rows.indicator_rows(catalogue), catalogue, is_fixed=True),
        table_tab(EVIDENCE, documents if has_evidence else documents.head(0), catalogue),
        table_tab(RECOMMENDATIONS, RECOMMENDATIONS.empty(), catalogue),
        table_tab(SPIP_REPORTS, rows.spip_rows(year), catalogue),
        table_tab(RESULTS, rows.result_rows(catalogue, year), catalogue, is_fixed=True),
    )
    return (guide_tab(tabs, catalogue), *tabs)
