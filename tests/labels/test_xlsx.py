"""The words of the workbook are those of the pages."""

from __future__ import annotations

import re
from itertools import chain

from zi_metrics.labels import changes, xlsx, xlsx_explained

OTHER_WORDS = re.compile(r"\b(penyebut\w*|andil\w*|bagian\w*)\b", re.IGNORECASE)


def test_parts_and_denominators_have_one_name_everywhere() -> None:
    hints = (xlsx.SUMMARY_HINT, xlsx.REFORM_HINT, xlsx.ITEMS_HINT, xlsx.FORMULAS_HINT)
    # of an answer the tab Indikator and the official worksheet have a word of their own
    of_answers = {xlsx.HEADERS["answer_denominator"]}
    told = (meanings for sheet, meanings in xlsx_explained.MEANINGS.items() if sheet != "LKE")
    said = [
        *(header for header in xlsx.HEADERS.values() if header not in of_answers),
        *chain(*hints, xlsx.CHANGES_HINT, xlsx.OVERDUE_HINT),
        *chain(*(meanings.values() for meanings in told)),
        xlsx.sum_of_parts("Verifikasi"),
    ]
    assert [text for text in said if OTHER_WORDS.search(text)] == []


def test_effect_is_headed_as_on_the_page_of_changes() -> None:
    assert xlsx.HEADERS["part"] in changes.ITEM_HEADERS
