"""Rules: read, refused with the program's words, asked."""

import datetime
import pathlib
import pickle
import subprocess
import sys

import leadrules
import pytest

TEXT = """leadrules 1
lead { id text key; employees integer, from "Number of employees" }
score fit { employees 10.. => +5 }
stages { fit >= 5 => Good }
test "enough" { lead employees 12; expect fit = 5 }
test "more" { lead employees 12; expect fit = 6 }
"""


def test_what_rules_say_of_themselves(rules: leadrules.Rules) -> None:
    assert rules.scores == ["fit", "interest"]
    assert rules.stages == ["SQL", "MQL", "Lead"]
    assert rules.labels == ["size"]
    assert rules.events == ["visit", "webinar"]
    fields = {field.name: field for field in rules.fields}
    assert fields["employees"].columns == ["Number of employees"]
    assert fields["employees"].type == "integer"
    assert fields["id"].is_key and not fields["name"].is_key
    assert "fit" in repr(rules) and repr(fields["id"]) == "<Field id: text>"


def test_wrong_rules_are_refused_as_the_program_does(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "wrong.leadrules"
    file.write_text("leadrules 1\nlead { id text key; employees integer }\nscore fit { employes 10.. => +5 }\n")
    with pytest.raises(leadrules.RulesError) as raised:
        leadrules.Rules(file)
    (finding,) = raised.value.findings
    assert (finding.code, finding.severity, finding.line) == ("LR0201", "error", 3)
    assert finding.message == "there is no field `employes`"
    assert finding.help is not None and "employees" in finding.help
    assert finding.file == str(file)
    said = subprocess.run(
        [sys.executable, "-m", "leadrules", "check", str(file)], capture_output=True, encoding="utf-8", check=False
    )
    assert said.returncode == 2
    assert str(raised.value) == str(finding)
    assert str(finding) in said.stdout + said.stderr


def test_files_that_are_not_there() -> None:
    with pytest.raises(FileNotFoundError, match="gone.leadrules: there is no such file"):
        leadrules.Rules("gone.leadrules")
    with pytest.raises(OSError, match="it is a folder"):
        leadrules.Rules(pathlib.Path(__file__).parent)


def test_further_files(tmp_path: pathlib.Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "lists").mkdir()
    first = tmp_path / "rules" / "my.leadrules"
    text = 'leadrules 1\nuse "fields.leadrules"\nlist good from "good.txt"\nscore fit { name in good => +5 }\n'
    fields = "leadrules 1\nlead { name text }\n"
    first.write_text(text)
    (tmp_path / "rules" / "fields.leadrules").write_text(fields)
    (tmp_path / "rules" / "good.txt").write_text("An\nBo\n")
    of_files = leadrules.Rules(first)
    named = {"my.leadrules": text, "fields.leadrules": fields, "good.txt": "An\nBo\n"}
    of_texts = leadrules.Rules.from_files(named)
    assert len(of_files.hash) == 64
    for rules in (of_files, of_texts, pickle.loads(pickle.dumps(of_texts)), pickle.loads(pickle.dumps(of_files))):
        assert rules.at("2026-11-23").one({"name": "an"})["scores"]["fit"] == 5
    with pytest.raises(leadrules.RulesError, match="there is no file fields.leadrules here"):
        leadrules.Rules.from_text(text)
    with pytest.raises(ValueError, match="there is no file"):
        leadrules.Rules.from_files({})
    elsewhere = text.replace('"good.txt"', '"../lists/good.txt"')
    (tmp_path / "lists" / "good.txt").write_text("An\n")
    first.write_text(elsewhere)
    with pytest.raises(leadrules.RulesError, match=r"allow=\["):
        leadrules.Rules(first)
    allowed = leadrules.Rules(first, allow=[tmp_path / "lists"])
    assert allowed.at("2026-11-23").one({"name": "An"})["scores"]["fit"] == 5


def test_the_hash_is_that_of_the_texts() -> None:
    one, other = leadrules.Rules.from_text(TEXT), leadrules.Rules.from_text(TEXT, name="another name")
    assert one.hash == other.hash
    assert leadrules.Rules.from_text(TEXT + "# seen\n").hash != one.hash


def test_check_proves(rules: leadrules.Rules) -> None:
    found = leadrules.Rules.from_text(TEXT.replace("fit >= 5 =>", "fit >= 6 =>")).check("2026-11-23")
    unreached = [finding for finding in found if finding.code == "LR0610"]
    assert len(unreached) == 1 and unreached[0].line == 4
    assert repr(unreached[0]).startswith("<Finding rules:4:")
    assert rules.check()


def test_tests_of_rules() -> None:
    report = leadrules.Rules.from_text(TEXT).test()
    assert not report.passed
    assert [result.passed for result in report.results] == [True, False]
    assert report.results[1].failures == ["fit = 6"]
    assert "✓ enough" in str(report) and "expected fit = 6" in str(report)
    assert report.never_fired == []
    assert leadrules.Rules.from_text(TEXT).test("ENOUGH").passed


def test_canonical_text() -> None:
    assert leadrules.format("leadrules 1\nlead   { id text key }\n") == "leadrules 1\nlead {\n  id  text key\n}\n"
    assert leadrules.Rules.from_text(TEXT).format() == leadrules.format(TEXT)
    with pytest.raises(leadrules.RulesError) as raised:
        leadrules.format("score {")
    assert raised.value.findings


def test_sql(rules: leadrules.Rules) -> None:
    query = rules.sql("duckdb", as_of="2026-11-23", leads="crm.leads", events="crm.log")
    assert "crm.leads" in query and "crm.log" in query
    assert "crm.log" not in rules.sql("postgres", as_of="current_timestamp", events=False)
    with pytest.raises(ValueError, match="there is no dialect `oracle`; there are duckdb"):
        rules.sql("oracle")  # type: ignore[arg-type]
    keeping = leadrules.Rules.from_text(TEXT.replace("=> Good", "=> Good, kept while fit > 0"))
    with pytest.raises(leadrules.SqlError):
        keeping.sql("duckdb")
    assert keeping.sql("duckdb", previous="last") and keeping.sql("duckdb", previous=False)


def test_a_change_of_rules() -> None:
    old = leadrules.Rules.from_text(TEXT)
    assert old.diff(old, as_of="2026-11-23").same is True
    new = leadrules.Rules.from_text(TEXT.replace("10..", "20.."))
    difference = old.diff(new, as_of="2026-11-23")
    assert difference.same is False and difference.to_dict()["moves"]
    assert str(difference)
    leads = [{"id": "a", "Number of employees": 12}, {"id": "b", "Number of employees": 30}]
    moved = old.diff(new, leads, as_of="2026-11-23")
    assert moved.same is False and moved.to_dict()["moved"] == 1
    assert "1 of 2" in str(moved) or "1 lead" in str(moved)


def test_instants(rules: leadrules.Rules) -> None:
    end = "2026-11-23T22:59:59.999999Z"
    assert rules.at("2026-11-23").as_of == end
    assert rules.at(datetime.date(2026, 11, 23)).as_of == end
    # Without an offset it is a time in the time zone of the rules, as in data.
    assert rules.at(datetime.datetime(2026, 11, 23, 12)).as_of == "2026-11-23T11:00:00Z"
    aware = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.timezone.utc)
    assert rules.at(aware).as_of == "2026-11-23T12:00:00Z"
    with pytest.raises(ValueError, match="`soon` is no instant"):
        rules.at("soon")
    with pytest.raises(TypeError, match="not int"):
        rules.at(20261123)  # type: ignore[arg-type]


def test_everything_public_says_what_it_is() -> None:
    silent = []
    for name in leadrules.__all__:
        thing = getattr(leadrules, name)
        if name == "__version__":
            continue
        parts = [part for part in vars(thing) if not part.startswith("_")] if isinstance(thing, type) else []
        described = [(name, thing.__doc__)] + [(f"{name}.{part}", getattr(thing, part).__doc__) for part in parts]
        silent += [what for what, doc in described if not doc and not what.endswith("Error.findings")]
    assert silent == []
