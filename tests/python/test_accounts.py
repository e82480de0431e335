"""Accounts: what leads and their companies come to together."""

import csv
import io
import pathlib
import subprocess
import sys
from decimal import Decimal

import leadrules
import pytest

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")

COMPANIES = pathlib.Path(__file__).resolve().parents[2] / "examples" / "companies"
AS_OF = "2026-11-23"


@pytest.fixture
def scorer() -> leadrules.Scorer:
    return leadrules.Rules(COMPANIES / "companies.leadrules").at(AS_OF)


def command(tmp_path: pathlib.Path, *more: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Leads and accounts as the command writes them."""
    accounts = tmp_path / "accounts.csv"
    done = subprocess.run(
        [sys.executable, "-m", "leadrules", "score", "companies.leadrules", "people.csv", "--events", "events.csv", "--as-of", AS_OF,
         "--accounts-output", str(accounts), "--quiet", *more],
        cwd=COMPANIES, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in (0, 3), done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout))), list(csv.DictReader(accounts.open(encoding="utf-8")))


def told(rows: list[dict[str, object]]) -> list[dict[str, str]]:
    """Rows as the command writes their cells."""
    def cell(value: object) -> str:
        if isinstance(value, Decimal):
            return f"{value.normalize():f}"
        return "" if value is None else str(value)
    return [{name: cell(value) for name, value in row.items()} for row in rows]


def test_the_same_as_the_command(scorer: leadrules.Scorer, tmp_path: pathlib.Path) -> None:
    leads, accounts = command(tmp_path, "--accounts", "companies.csv")
    scores = scorer.score(COMPANIES / "people.csv", COMPANIES / "events.csv", accounts=COMPANIES / "companies.csv")
    assert scores.accounts is not None
    assert told(scores.to_dicts()) == leads and told(scores.accounts.to_dicts()) == accounts
    assert len(scores.accounts) == len(accounts) > 100 and scores.accounts.accounts is None


def test_tables_of_every_kind(scorer: leadrules.Scorer) -> None:
    people, events = COMPANIES / "people.csv", COMPANIES / "events.csv"
    companies = pandas.read_csv(COMPANIES / "companies.csv", dtype=str, keep_default_na=False)
    forms = [companies, polars.from_pandas(companies), companies.to_dict("records")]
    results = [scorer.score(people, events, accounts=form) for form in forms]
    for result in results:
        assert result.accounts is not None and results[0].accounts is not None
        assert result.to_dicts() == results[0].to_dicts()
        assert result.accounts.to_dicts() == results[0].accounts.to_dicts()


def test_without_their_own_data(scorer: leadrules.Scorer, tmp_path: pathlib.Path) -> None:
    leads, accounts = command(tmp_path, "--no-accounts")
    scores = scorer.score(COMPANIES / "people.csv", COMPANIES / "events.csv", accounts=False)
    assert scores.accounts is not None
    assert told(scores.to_dicts()) == leads and told(scores.accounts.to_dicts()) == accounts
    with pytest.raises(leadrules.DataError, match="of accounts: give these as `accounts`, or say `accounts=False`"):
        scorer.score(COMPANIES / "people.csv", COMPANIES / "events.csv")


def test_the_summary(scorer: leadrules.Scorer) -> None:
    scores = scorer.score(COMPANIES / "people.csv", COMPANIES / "events.csv", accounts=COMPANIES / "companies.csv")
    assert scores.accounts is not None
    summary = scores.accounts.summary
    assert summary.leads == len(scores.accounts) == sum(summary.stages.values()) and summary.events is None
    assert "accounts" in repr(summary) and "accounts" in repr(scores.accounts) and "accounts" in scores.accounts._repr_html_()
    assert str(summary).strip() in str(scores.summary)


def test_rules_that_say_nothing_of_accounts() -> None:
    rules = leadrules.Rules.from_text("leadrules 1\nlead { id text key }\nscore fit 0..5 { id is known => +5 }\nstages { fit >= 5 => MQL }\n")
    assert rules.at(AS_OF).score([{"id": "a"}]).accounts is None
    with pytest.raises(leadrules.DataError, match="say nothing about accounts"):
        rules.at(AS_OF).score([{"id": "a"}], accounts=[{"id": "x"}])
