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


def paths(name):
    rules, leads, events, types = EXAMPLES[name]
    return (*(ROOT / "examples" / path for path in (rules, leads, events)), types)


def load(con, schema, table, path, types):
    """Loads a CSV file into a table of DuckDB; what does not fit its type is NULL."""
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    columns = [(column, types.get(column, "VARCHAR")) for column in header]
    con.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    con.execute(f"CREATE TABLE {schema}.{table} (" + ", ".join(f'"{column}" {kind}' for column, kind in columns) + ")")

    def value(text, kind):
        if text == "":
            return None
        # As a person reads it: € 20,000.
        return text.replace(",", "").replace("€", "").strip() if kind.startswith("DECIMAL") else text
    con.executemany(f"INSERT INTO {schema}.{table} VALUES ({', '.join(f'TRY_CAST(? AS {kind})' for _, kind in columns)})",
                    [[value(text, kind) for text, (_, kind) in zip(row, columns)] for row in rows])


def scored(program, rules, leads, events):
    """The columns and rows that `leadrules score` gives."""
    log = ["--events", events] if events else []
    text = subprocess.run([program, "score", rules, leads, *log, "--as-of", AS_OF, "--format", "csv"],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8").stdout
    header, *rows = csv.reader(text.splitlines())
    return header, rows


def said(value):
    """A cell of a warehouse as `leadrules score` writes it."""
    if value is None:
        return ""
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").lstrip("-").isdigit() else text


def same(name, rows, expected):
    """Whether rows are those expected, in whatever order; says so."""
    ours, theirs = sorted([said(value) for value in row] for row in rows), sorted(expected)
    print(f"{name}: {len(ours)} leads, {'the same' if ours == theirs else 'NOT the same'} as leadrules score")
    for one, other in [pair for pair in zip(ours, theirs) if pair[0] != pair[1]][:5]:
        print("  ", one, other)
    return ours == theirs
