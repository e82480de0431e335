"""Lead scoring by a rule file that marketing and sales write together.

    rules = leadrules.Rules("my.leadrules")
    scorer = rules.at("2026-11-23")
    scores = scorer.score(leads, events)

`leads` and `events` are tables of pandas, Polars, PyArrow or DuckDB, lists of dicts, or paths.
"""

from ._leadrules import (
    DataError,
    Difference,
    Error,
    EventCounts,
    Explanation,
    Field,
    Finding,
    Rules,
    RulesError,
    Scorer,
    Scores,
    Spread,
    SqlError,
    Summary,
    TestReport,
    TestResult,
    Unread,
    __version__,
    format,
)

__all__ = [
    "DataError",
    "Difference",
    "Error",
    "EventCounts",
    "Explanation",
    "Field",
    "Finding",
    "Rules",
    "RulesError",
    "Scorer",
    "Scores",
    "Spread",
    "SqlError",
    "Summary",
    "TestReport",
    "TestResult",
    "Unread",
    "__version__",
    "format",
]
