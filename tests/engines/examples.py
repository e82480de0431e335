"""The examples as tables of a warehouse, and what `leadrules score` says of them."""
import csv
import subprocess
from pathlib import Path

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

# The same, with what is known of accounts after it.
COMPANIES = ("companies/companies.leadrules", "companies/people.csv", "companies/events.csv",
             {"Left the company": "BOOLEAN", "Employees": "DECIMAL(18, 6)", "Deal": "BOOLEAN", "minutes": "DECIMAL(18, 6)",
              "Occurred at": "TIMESTAMPTZ"}, "companies/companies.csv")


def paths(name):
    rules, leads, events, types = EXAMPLES[name]
    return (*(ROOT / "examples" / path for path in (rules, leads, events)), types)


def load(con, schema, table, path, types):
    """Loads a CSV file into a table of DuckDB; what does not fit its type is NULL."""
    with open(path, newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))

    def cell(column):
        kind, name = types.get(column, "VARCHAR"), '"' + column + '"'
        # As a person reads it: € 20,000.
        text = f"trim(replace(replace({name}, ',', ''), '€', ''))" if kind.startswith("DECIMAL") else name
        return f"TRY_CAST({text} AS {kind}) AS {name}"
    con.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    # In two steps: in one, DuckDB would have the reader of the file do the casts, which fails where one does not fit.
    con.execute("CREATE OR REPLACE TEMPORARY TABLE texts AS SELECT * FROM read_csv(?, header = true, all_varchar = true, nullstr = '')",
                [str(path)])
    con.execute("SET TimeZone = 'Europe/Brussels'")  # that of the rules, for times that name none
    con.execute(f"CREATE TABLE {schema}.{table} AS SELECT {', '.join(map(cell, header))} FROM texts")


def scored(program, rules, leads, events, *more):
    """The columns and rows that `leadrules score` gives."""
    log = ["--events", events] if events else []
    text = subprocess.run([program, "score", rules, leads, *log, "--as-of", AS_OF, "--format", "csv", *more],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8").stdout
    header, *rows = csv.reader(text.splitlines())
    return header, rows


def scored_accounts(program, rules, leads, events, accounts, folder):
    """The same of accounts."""
    file = Path(folder) / "accounts-scored.csv"
    scored(program, rules, leads, events, "--accounts", accounts, "--accounts-output", file)
    with open(file, newline="", encoding="utf-8") as text:
        header, *rows = csv.reader(text)
    return header, rows


def said(value):
    """A cell of a warehouse as `leadrules score` writes it."""
    if value is None:
        return ""
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").lstrip("-").isdigit() else text


def same(name, rows, expected, whom="leads"):
    """Whether rows are those expected, in whatever order; says so."""
    ours, theirs = sorted([said(value) for value in row] for row in rows), sorted(expected)
    print(f"{name}: {len(ours)} {whom}, {'the same' if ours == theirs else 'NOT the same'} as leadrules score")
    for one, other in [pair for pair in zip(ours, theirs) if pair[0] != pair[1]][:5]:
        print("  ", one, other)
    return ours == theirs
