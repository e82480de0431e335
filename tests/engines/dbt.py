#!/usr/bin/env python3
"""Builds models of dbt that leadrules writes, and compares the tables that they make with `leadrules score`.

    dbt.py PROGRAM FOLDER

FOLDER becomes a dbt project with a DuckDB database; it is made anew. The examples are seen from one instant, which the models
are given as dbt's variable `as_of`. Every test that leadrules writes beside a model must pass. Exits with 1 otherwise.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

import examples

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

# A project that declares a table before leadrules comes, under names of its own.
STAGING = """sources:
  - name: site
    schema: inbound
    tables:
      - name: people
        identifier: leads
      - name: happened
        identifier: events
"""


def main():
    program, project = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    shutil.rmtree(project, ignore_errors=True)
    (project / "models").mkdir(parents=True)
    (project / "dbt_project.yml").write_text("name: scoring\nversion: '1.0.0'\nprofile: scoring\nmodel-paths: [models]\n")
    (project / "profiles.yml").write_text("scoring:\n  target: here\n  outputs:\n    here:\n      type: duckdb\n      path: scoring.duckdb\n")
    hostile = project / "hostile.leadrules"
    hostile.write_text(HOSTILE)
    (project / "hostile.csv").write_text('id,{{ 1/0 }}\n1,a {% raise %} {{ x }}\n2,\n3,{% raise %}\n')
    models = {name: (*examples.paths(name), None) for name in examples.EXAMPLES}
    rules, leads, events, types, accounts = examples.COMPANIES
    folder = examples.ROOT / "examples"
    models["companies"] = (folder / rules, folder / leads, folder / events, types, folder / accounts)
    models["hostile"] = (hostile, project / "hostile.csv", None, {"id": "BIGINT"}, None)
    con = duckdb.connect(str(project / "scoring.duckdb"))
    for name, (rules, leads, events, types, accounts) in models.items():
        examples.load(con, name, "leads", leads, types)
        if events:
            examples.load(con, name, "events", events, types)
        company = []
        if accounts:
            examples.load(con, name, "accounts", accounts, types)
            company = ["--accounts", f"{name}.accounts"]
        # One example is read through a model of the project's own, which names a source of its own.
        source = f"{name}.leads"
        if name == "inbound":
            (project / "models" / "staging.yml").write_text(STAGING)
            (project / "models" / "stg_leads.sql").write_text("select * from {{ source('site', 'people') }}")
            source = "ref('stg_leads')"
        subprocess.run([program, "sql", rules, "--dialect", "duckdb", "--leads", source, "--events", f"{name}.events", *company,
                        "--as-of", "parameter", "--explain", "--dbt", project / "models", "--name", f"scored_{name}",
                        "--create", "table"], check=True)
    con.close()
    dbt = Path(sys.executable).parent / "dbt"
    # Twice: the second night finds the tables of the first.
    for _ in range(2):
        subprocess.run([dbt, "--no-send-anonymous-usage-stats", "--warn-error-options", "{'error': ['Deprecations']}", "build",
                        "--profiles-dir", ".", "--vars", f"{{as_of: '{examples.AS_OF}'}}"],
                       cwd=project, check=True, env={**os.environ, "DBT_USE_COLORS": "false"})
    con = duckdb.connect(str(project / "scoring.duckdb"))
    all_same = True
    for name, (rules, leads, events, _, accounts) in models.items():
        known = ["--accounts", accounts] if accounts else []
        header, expected = examples.scored(program, rules, leads, events, *known)
        columns = ", ".join('"' + column.replace('"', '""') + '"' for column in header)
        if name == "hostile":
            kinds = [kind for _, kind, *_ in con.execute(f"DESCRIBE scored_{name}").fetchall()]
            assert kinds[0] == "BIGINT", f"the key is {kinds[0]}"
        all_same &= examples.same(name, con.execute(f"SELECT {columns} FROM scored_{name}").fetchall(), expected)
        if accounts:
            header, expected = examples.scored_accounts(program, rules, leads, events, accounts, project)
            columns = ", ".join('"' + column.replace('"', '""') + '"' for column in header)
            rows = con.execute(f"SELECT {columns} FROM scored_{name}_accounts").fetchall()
            all_same &= examples.same(name, rows, expected, "accounts")
    sys.exit(0 if all_same else 1)


main()
