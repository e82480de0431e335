"""Scores: what comes out, in every form."""

import datetime
import decimal
import html
import pathlib
import subprocess
import sys
from decimal import Decimal

import leadrules
import pytest

LEADS: list[dict[str, object]] = [
    {"id": "a", "name": "An", "Number of employees": 150, "country": "BE", "events": [{"activity": "visit", "at": "2026-11-20"}]},
    {"id": "b", "name": None, "Number of employees": 5, "events": []},
    {"id": "c", "email": "x@ourselves.example"},
    {"id": "d", "Number of employees": "many"},
]


def test_points_are_exact(scorer: leadrules.Scorer) -> None:
    scores = scorer.score(LEADS, rules=True)
    assert len(scores) == 4 and scores.columns == ["id", "fit", "interest", "size", "stage", "excluded", "why"]
    a, b, c, d = scores.to_dicts()
    assert (a["fit"], a["interest"], a["stage"], a["size"]) == (Decimal("30.5"), Decimal(5), "SQL", "large")
    assert isinstance(a["fit"], Decimal)
    assert {"rule": "employees 100..", "points": Decimal(20)} in a["why"]
    assert (b["fit"], b["stage"], b["excluded"]) == (Decimal("1.25"), "Lead", None)
    assert (c["stage"], c["excluded"]) == ("excluded", "own staff")
    assert (d["fit"], d["size"]) == (0, "small") or d["size"] is None


def test_the_summary(scorer: leadrules.Scorer) -> None:
    summary = scorer.score(LEADS).summary
    assert summary.leads == 4 and summary.as_of == scorer.as_of
    assert list(summary.stages) == ["SQL", "MQL", "Lead", "contact", "excluded"]
    assert sum(summary.stages.values()) == 4 and summary.excluded == {"own staff": 1}
    fit = summary.scores["fit"]
    assert (fit.least, fit.most) == (Decimal(0), Decimal("30.5")) and fit.known == 4
    assert fit.mean is not None and fit.least is not None and fit.least <= fit.mean
    (unread,) = summary.unread
    assert (unread.name, unread.column, unread.count) == ("employees", "Number of employees", 1)
    assert unread.examples == [(4, "many", "not a number")]
    assert "4 leads scored as of" in str(summary) and '"many"' in str(summary)
    assert dict(summary.fired)["employees 100.."] == 1
    assert summary.broken == "" and summary.events is not None and summary.events.read == 1


def test_a_column_for_each_rule(scorer: leadrules.Scorer) -> None:
    scores = scorer.score(LEADS, rules="columns")
    assert scores.to_dicts()[0]["employees 100.."] == 20
    with pytest.raises(TypeError, match="`rules` is True"):
        scorer.score(LEADS, rules="lists")  # type: ignore[arg-type]


def test_a_table_in_a_notebook(scorer: leadrules.Scorer) -> None:
    many = [{"id": f"<{number}>", "name": "n"} for number in range(30)]
    shown = scorer.score(many, events=False, missing_is_unknown=True)._repr_html_()
    assert html.escape("<3>") in shown and "<3>" not in shown
    assert "30 leads, 10 of them shown" in shown
    assert shown.count("<tr>") == 11


def test_no_leads(scorer: leadrules.Scorer) -> None:
    scores = scorer.score([], events=False)
    assert len(scores) == 0 and scores.to_dicts() == []
    assert scores.summary.leads == 0 and scores._repr_html_()


def test_files_as_the_program_reads_them(inbound: pathlib.Path, tmp_path: pathlib.Path) -> None:
    rules = leadrules.Rules(inbound / "inbound.leadrules")
    scores = rules.at("2026-11-23").score(inbound / "leads.csv", str(inbound / "events.csv"))
    out = tmp_path / "scored.csv"
    arguments: list[object] = ["score", inbound / "inbound.leadrules", inbound / "leads.csv", "--events", inbound / "events.csv"]
    arguments += ["--as-of", "2026-11-23", "-o", out]
    done = subprocess.run([sys.executable, "-m", "leadrules", *map(str, arguments)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 3), done.stderr
    written = out.read_text(encoding="utf-8").splitlines()[1:]
    assert len(written) == len(scores)
    for line, row in zip(written, scores.to_dicts(), strict=True):
        cells = line.split(",")
        assert cells[:2] == [row["id"], str(row["profile"])]
        assert row["stage"] in cells
    events = scores.summary.events
    assert events is not None and (events.read, events.ignored, events.of_strangers) == (994, 180, 1)
    assert events.unknown_kinds == [("form_abandoned", 5)] and events.left_out == events.late == 0
    assert (scores.summary.repeated_keys, scores.summary.keyless) == (1, 0)
    text = str(scores.summary)
    assert text.splitlines()[0] in done.stderr and "Belgum" in text


def test_an_earlier_run(inbound: pathlib.Path) -> None:
    text = (
        "leadrules 1\nlead { id text key; size integer }\nscore fit { size 10.. => +5; size 5.. => +1 }\n"
        "stages { fit > 5 => Good, kept while fit > 0 }\n"
    )
    scorer = leadrules.Rules.from_text(text).at("2026-11-23")
    with pytest.raises(leadrules.DataError, match="`previous=False` if this is the first run"):
        scorer.score([{"id": "a", "size": 12}])
    first = scorer.score([{"id": "a", "size": 12}, {"id": "b", "size": 7}], previous=False)
    assert [row["stage"] for row in first.to_dicts()] == ["Good", "contact"]
    now = [{"id": "a", "size": 7}, {"id": "b", "size": 7}]
    for previous in (first, first.to_dicts()):
        assert [row["stage"] for row in scorer.score(now, previous=previous).to_dicts()] == ["Good", "contact"]


def test_one_lead(scorer: leadrules.Scorer) -> None:
    scored = scorer.one(LEADS[0])
    assert (scored["key"], scored["stage"], scored["excluded"]) == ("a", "SQL", None)
    assert scored["scores"] == {"fit": Decimal("30.5"), "interest": Decimal(5)}
    assert scored["labels"] == {"size": "large"} and scored["unread"] == []
    assert {"rule": "employees 100..", "points": Decimal(20)} in scored["why"]
    odd = {"Number of employees": "many", "events": [{"activity": "visit"}, {"activity": "dance", "at": "2026-11-20"}]}
    assert scorer.one(odd)["unread"] == [
        'employees: "many", not a number',
        "events: 1 have no time that can be read, and are left out",
        'events: 1 of a kind that the rules do not declare, "dance"',
    ]
    assert scorer.one({})["stage"] == "contact"
    with pytest.raises(TypeError, match="it is of type list, and a lead is a mapping"):
        scorer.one([])  # type: ignore[arg-type]


def test_values_of_python(scorer: leadrules.Scorer) -> None:
    def fit(**values: object) -> Decimal | None:
        return scorer.one(values)["scores"]["fit"]

    assert fit(budget=Decimal("1E+3")) == fit(budget=1000) == fit(budget=1000.0) == fit(budget="1,000") == 5
    assert fit(budget=float("nan")) == fit(budget=Decimal("NaN")) == fit(budget=None) == 0
    assert scorer.one({"budget": float("inf")})["unread"] == ['budget: "inf", not a number']
    assert fit(consent=True) == 7 and fit(consent=False) == 0
    assert fit(created=datetime.date(1969, 12, 31)) == fit(created=datetime.datetime(1969, 12, 31, 23)) == 3
    # In Brussels it is the first of January already.
    utc = datetime.datetime(1969, 12, 31, 23, 30, tzinfo=datetime.timezone.utc)
    assert fit(created=utc) == 0
    assert fit(tags=["a", "b"]) == fit(tags=("b", "A")) == 6
    assert fit(**{"Number of employees": 10**11}) == 20
    assert scorer.one({"budget": 10**40})["unread"] != []
    with pytest.raises(TypeError, match=r"the lead, `budget`: a value of type object can't be read"):
        scorer.one({"budget": object()})
    with pytest.raises(ValueError, match="half a character"):
        scorer.one({"name": "\ud800"})
    with pytest.raises(TypeError, match="the name 3 is no text"):
        scorer.one({3: 4})  # type: ignore[dict-item]
    with decimal.localcontext() as context:
        context.prec = 1
        assert scorer.one({"Number of employees": 5})["scores"]["fit"] == Decimal("1.25")


def test_an_explanation(scorer: leadrules.Scorer) -> None:
    explained = scorer.explain(LEADS[0])
    assert (explained.key, explained.stage) == ("a", "SQL")
    assert "✓ employees 100..: Number of employees is 150" in str(explained) or "employees is 150" in str(explained)
    fit = explained.to_dict()["scores"][0]
    assert fit["name"] == "fit" and fit["points"] == Decimal("30.5") and not isinstance(fit["points"], float)
