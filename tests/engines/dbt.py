#!/usr/bin/env python3
"""Builds models of dbt that leadrules writes, and compares the tables that they make with `leadrules score`.

    dbt.py PROGRAM FOLDER

FOLDER becomes a dbt project with a DuckDB database; it is made anew. The examples are seen from one instant, which the models
are given as dbt's variable `as_of`. Every test that leadrules writes beside a model must pass. Exits with 1 otherwise.
"""
import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent.parent
AS_OF = "2026-11-23T12:00:00Z"
# Rules, leads, events, and the types of columns that are not texts.
EXAMPLES = {
    "inbound": ("inbound/inbound.leadrules", "inbound/leads.csv", "inbound/events.csv",
                {"Number of employees": "DECIMAL(18, 6)", "budget": "DECIMAL(18, 6)", "consent": "BOOLEAN", "created": "DATE",
                 "minutes": "DECIMAL(18, 6)", "Occurred at": "TIMESTAMPTZ"}),
    "first_hour": ("first-hour/first.leadrules", "first-hour/leads.csv", "first-hour/events.csv",
                   {"Employees": "DECIMAL(18, 6)", "Newsletter": "BOOLEAN", "When": "TIMESTAMPTZ", "Created": "DATE"}),
}
# A key that is no text, titles and texts that dbt would run if they were not kept from it.
HOSTILE = """leadrules 1
lead {
  id    integer key
  note  text, from "{{ 1/0 }}"
}
score fit 0..10 {
  note contains "{% raise %}" => +4 as "{{ 1/0 }} {# not closed {% raw %}"
  note contains "{{ x }}" => +6
}
label who { fit >= 10 => "{{ 1/0 }}"; otherwise => "it's {{{{% no }}" }
stages { fit >= 4 => "{{ stage }}" }
"""


def load(con, name, path, types):
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    con.execute(f"CREATE SCHEMA IF NOT EXISTS {name[0]}")
    columns = [(column, types.get(column, "VARCHAR")) for column in header]
    con.execute(f"CREATE TABLE {name[0]}.{name[1]} (" + ", ".join(f'"{column}" {kind}' for column, kind in columns) + ")")

    def value(text, kind):
        if text == "":
            return None
        return text.replace(",", "").replace("€", "").strip() if kind.startswith("DECIMAL") else text
    con.executemany(f"INSERT INTO {name[0]}.{name[1]} VALUES ({', '.join(f'TRY_CAST(? AS {kind})' for _, kind in columns)})",
                    [[value(text, kind) for text, (_, kind) in zip(row, columns)] for row in rows])


def said(value):
    """A cell as `leadrules score` writes it."""
    if value is None:
        return ""
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").lstrip("-").isdigit() else text


def main():
    program, project = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    shutil.rmtree(project, ignore_errors=True)
    (project / "models").mkdir(parents=True)
    (project / "dbt_project.yml").write_text("name: scoring\nversion: '1.0.0'\nprofile: scoring\nmodel-paths: [models]\n")
    (project / "profiles.yml").write_text("scoring:\n  target: here\n  outputs:\n    here:\n      type: duckdb\n      path: scoring.duckdb\n")
    hostile = project / "hostile.leadrules"
    hostile.write_text(HOSTILE)
    (project / "hostile.csv").write_text('id,{{ 1/0 }}\n1,a {% raise %} {{ x }}\n2,\n3,{% raise %}\n')
    examples = {name: (ROOT / "examples" / rules, ROOT / "examples" / leads, ROOT / "examples" / events, types)
                for name, (rules, leads, events, types) in EXAMPLES.items()}
    examples["hostile"] = (hostile, project / "hostile.csv", None, {"id": "BIGINT"})
    con = duckdb.connect(str(project / "scoring.duckdb"))
    for name, (rules, leads, events, types) in examples.items():
        load(con, (name, "leads"), leads, types)
        if events:
            load(con, (name, "events"), events, types)
        subprocess.run([program, "sql", rules, "--dialect", "duckdb", "--leads", f"{name}.leads", "--events", f"{name}.events",
                        "--as-of", "parameter", "--explain", "--dbt", project / "models", "--name", f"scored_{name}",
                        "--create", "table"], check=True)
    con.close()
    dbt = Path(sys.executable).parent / "dbt"
    subprocess.run([dbt, "--no-send-anonymous-usage-stats", "--warn-error-options", "{'error': ['Deprecations']}", "build",
                    "--profiles-dir", ".", "--vars", f"{{as_of: '{AS_OF}'}}"],
                   cwd=project, check=True, env={**os.environ, "DBT_USE_COLORS": "false"})
    con = duckdb.connect(str(project / "scoring.duckdb"))
    wrong = 0
    for name, (rules, leads, events, _) in examples.items():
        log = ["--events", events] if events else []
        text = subprocess.run([program, "score", rules, leads, *log, "--as-of", AS_OF, "--format", "csv"],
                              check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8").stdout
        header, *expected = csv.reader(text.splitlines())
        columns = ", ".join('"' + column.replace('"', '""') + '"' for column in header)
        rows = [[said(value) for value in row] for row in con.execute(f"SELECT {columns} FROM scored_{name}").fetchall()]
        same = sorted(rows) == sorted(expected)
        print(f"{name}: {len(rows)} leads, {'the same' if same else 'NOT the same'} as leadrules score")
        if not same:
            wrong += 1
            for ours, theirs in [pair for pair in zip(sorted(rows), sorted(expected)) if pair[0] != pair[1]][:5]:
                print("  ", ours, theirs)
    sys.exit(1 if wrong else 0)


main()
