"""The columns that the rules add to each table."""

from __future__ import annotations

from collections.abc import Mapping

DERIVED: Mapping[str, Mapping[str, str]] = {
    "indicators": {
        "aspect": "str",
        "area_no": "int64",
        "sub_area_no": "str",
        "sub_area": "str",
        "sub_area_weight": "float64",
        "question_no": "str",
        "question": "str",
        "answer_type": "str",
        "points": "float64",
    },
    "evidence": {
        "state": "str",
        "link_state": "str",
        "area_no": "Int64",
        "aspect": "str",
        "question": "str",
        "is_counted": "bool",
        "is_irrelevant": "bool",
        "is_complete": "bool",
    },
    "recommendations": {
        "state": "str",
        "link_state": "str",
        "aspect": "str",
        "is_dropped": "bool",
    },
    "spip_reports": {"is_counted": "bool", "link_state": "str"},
    "results": {},
}
"""Their dtypes, by table and column."""

TOLD_TO_VISITORS: Mapping[str, frozenset[str]] = {
    "indicators": frozenset(
        {
            *("aspect", "area_no", "sub_area_no", "sub_area", "sub_area_weight"),
            *("question_no", "question", "answer_type", "points"),
        }
    ),
    "evidence": frozenset(
        {"state", "area_no", "aspect", "question", "is_counted", "is_irrelevant", "is_complete"}
    ),
    "recommendations": frozenset({"state", "aspect", "is_dropped"}),
    "spip_reports": frozenset({"is_counted"}),
    "results": frozenset(),
}
"""Those that visitors see: figures, states and words of the official list; no other one."""
WORDING = "wording"
"""In recommendations as visitors see them: the same for those that say the same, and no word."""
