"""What a check of the data found, as plain text: tab by tab, worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_metrics.labels import quality as label
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.data_quality import Finding, count_by_severity, tab_summaries
from zi_metrics.report.quality_texts import by_sort, effect_text, rows_text
from zi_metrics.report.summary_text import heading
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot

MOST_ADVICE = 5
"""How much advice of one sort is printed for a tab: a list without links would drown the rest."""
_INDENT = " " * 4


def quality_text(snapshot: Snapshot, found: Sequence[Finding]) -> str:
    """found: of `findings`."""
    lines = [*heading(snapshot, snapshot.as_of)]
    for tab in tab_summaries(snapshot, found):
        lines += ["", f"{tab.title}: {rows_text(tab)}"]
        of_tab = [each for each in found if each.tab == tab.title]
        worse = [each for each in of_tab if each.severity is not Severity.ADVICE]
        for each in worse:
            mark = f"  {marked(each.severity)}  "
            lines += [f"{mark}{each.problem.sentence}", *_below(each, snapshot)]
        lines += _advice(of_tab[len(worse) :], snapshot)
    lines += ["", label.counts(*count_by_severity(found).values())]
    return "\n".join(lines) + "\n"


def _below(finding: Finding, snapshot: Snapshot) -> Iterator[str]:
    """What mending it would change, and the address of its cell."""
    if effect := effect_text(finding.effect, snapshot.catalogue):
        yield f"{_INDENT}{effect}"
    if address := snapshot.provenance.book.link(finding.problem.where):
        yield f"{_INDENT}{address}"


def _advice(found: Sequence[Finding], snapshot: Snapshot) -> Iterator[str]:
    for title, listed in by_sort(found).items():
        yield f"  {marked(Severity.ADVICE)}  {label.group_title(title, len(listed))}"
        for each in listed[:MOST_ADVICE]:
            yield f"{_INDENT}{each.problem.sentence}"
            yield from _below(each, snapshot)
        if len(listed) > MOST_ADVICE:
            yield f"{_INDENT}{label.not_printed(len(listed) - MOST_ADVICE)}"
