"""Data that is refused, with the program's words."""

import pathlib

import leadrules
import pytest
from conftest import AS_OF

RULES = leadrules.Rules.from_text("""leadrules 1
lead { id text key; employees integer, from "Number of employees"; country choice { BE, NL } }
events {
  lead from "contact"
  event from "activity"
  time from "at"
  visit
}
score fit { employees 10.. => +10; country is BE => +1 }
score interest { visit => +1 }
""")
SCORER = RULES.at(AS_OF)


def refused(leads: object, events: object = False, **options: object) -> str:
    with pytest.raises(leadrules.DataError) as raised:
        SCORER.score(leads, events, **options)  # type: ignore[arg-type]
    assert isinstance(raised.value, leadrules.Error)
    return str(raised.value)


def test_a_column_that_is_missing() -> None:
    many = [{"id": str(at), "Number of employes": at} for at in range(30)]
    said = refused(many)
    assert "there is no column `Number of employees` (is it `Number of employes`?)" in said
    assert said.startswith("leads: ") and "set `missing_is_unknown`" in said and "--" not in said
    assert len(SCORER.score(many, events=False, missing_is_unknown=True)) == 30


def test_another_table_altogether() -> None:
    said = refused([{"x": at, "y": at} for at in range(30)])
    assert "none of its columns is one that the rules speak of; is it the right data?" in said


def test_too_many_values_that_do_not_fit() -> None:
    many = [{"id": str(at), "Number of employees": "many" if at % 2 else at, "country": "BE"} for at in range(60)]
    said = refused(many)
    assert "30 of 60 values of `employees` do not fit the field" in said and "`max_invalid: 50`" in said
    scores = SCORER.score(many, events=False, max_invalid=50)
    assert scores.summary.unread[0].count == 30
    with pytest.raises(ValueError, match="from 0 to 100"):
        SCORER.score(many, events=False, max_invalid=101)


def test_events_that_are_not_there() -> None:
    lead = [{"id": "a", "Number of employees": 12, "country": "BE"}]
    assert "give them as `events`, or say `events=False`" in refused(lead, None)
    assert "no column says whose each event is" in refused(lead, [{"activity": "visit", "at": "2026-11-20"}])
    assert SCORER.score(lead, []).to_dicts()[0]["interest"] == 0


def test_files(tmp_path: pathlib.Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no such file"):
        SCORER.score(tmp_path / "gone.csv", events=False)
    broken = tmp_path / "leads.parquet"
    broken.write_bytes(b"PAR1 and no more")
    assert "it can't be read as a Parquet file" in refused(broken)
    (tmp_path / "empty.csv").write_text("")
    assert "empty.csv: it is empty" in refused(tmp_path / "empty.csv")
