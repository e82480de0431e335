"""The same leads give the same scores, however they are handed over."""

import csv
import datetime
import json
import os
import pathlib
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import leadrules
import pytest
from conftest import AS_OF, EVERY_TYPE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
duckdb = pytest.importorskip("duckdb")

SCORER = leadrules.Rules.from_text(EVERY_TYPE).at(AS_OF)
COLUMNS = ["id", "name", "email", "Number of employees", "budget", "consent", "created", "country", "tags"]
Row = dict[str, Any]

# Texts of all kinds, without half characters, and without what a CSV file says in a way of its own: a text as a formula, and
# marks that could be taken for those between cells.
PLAIN = st.characters(exclude_categories=["Cs"], exclude_characters='=;|\t\x00\r\x1a"')
NASTY = st.sampled_from([
    "", " ", "0", "-0", "007", "1e3", "1,5", "1.000,50", "NaN", "nan", "null", "None", "NULL", "n/a", "-", "true", "ja", "é", "İstanbul",
    "ß", "\u202eabc", "\u0301", "\ufeff", "漢字", "👩‍👧", "x" * 300, "a@b.example", "A@B.EXAMPLE", "a@ourselves.example", "1969-12-31",
    "31/12/1969", "2026-11-20T23:30:00Z", "2026-11-20T23:30:00+09:00", "9" * 13, "9" * 40, "-1", "+5", "1_000", "€ 5", "BE", "belgium",
])  # fmt: skip
TEXT = st.none() | NASTY | st.text(PLAIN, max_size=12)

TYPED = st.fixed_dictionaries({
    "name": TEXT,
    "email": TEXT,
    "Number of employees": st.none() | st.integers(-(10**13), 10**13) | st.integers(0, 200),
    "budget": st.none() | st.floats(allow_infinity=True) | st.integers(-2000, 2000).map(float) | st.sampled_from([0.1, 1e11, 1e12, 999.995]),
    "consent": st.none() | st.booleans(),
    "created": st.none() | st.dates() | st.dates(datetime.date(1969, 12, 1), datetime.date(1970, 2, 1)) | st.dates(datetime.date(2026, 10, 1), datetime.date(2026, 12, 1)),
    "country": st.sampled_from([None, "BE", "Belgium", "Netherlands", "belgium ", "Belgique"]),
    "tags": st.none() | st.lists(st.sampled_from(["a", "A", "b", " c "]), max_size=3),
})  # fmt: skip
TEXTS = st.fixed_dictionaries({
    name: TEXT for name in COLUMNS if name not in ("id", "tags")
} | {"tags": st.sampled_from([None, "a", "a;b", "b; A", "[]", '["a"]', "c"])})  # fmt: skip
EVENT = st.fixed_dictionaries({
    "activity": st.sampled_from(["visit", "Webinar", "webinar", "dance", None]),
    "at": st.none() | st.datetimes(datetime.datetime(2026, 8, 1), datetime.datetime(2027, 1, 1)) | st.datetimes(datetime.datetime(1900, 1, 1)),
    "minutes": st.none() | st.floats(-5, 100),
})  # fmt: skip
SETTINGS = settings(max_examples=int(os.environ.get("LEADRULES_EXAMPLES", "50")), database=None, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

ARROW = pa.schema([
    ("id", pa.string()), ("name", pa.string()), ("email", pa.string()), ("Number of employees", pa.int64()), ("budget", pa.float64()),
    ("consent", pa.bool_()), ("created", pa.date32()), ("country", pa.string()), ("tags", pa.list_(pa.string())),
])  # fmt: skip
LOG = pa.schema([("contact", pa.string()), ("activity", pa.string()), ("at", pa.timestamp("us")), ("minutes", pa.float64())])


def keyed(rows: Sequence[Row]) -> list[Row]:
    return [{"id": f"L{at}", **row} for at, row in enumerate(rows)]


def cell(value: object) -> str:
    """What a program writes into a CSV file."""
    if value is None or value != value:
        return ""
    if isinstance(value, list):
        return json.dumps(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return str(value)


def as_csv(path: pathlib.Path, rows: Sequence[Row], columns: Sequence[str]) -> pathlib.Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(columns)
        writer.writerows([[cell(row.get(column)) for column in columns] for row in rows])
    return path


def result(leads: Any, events: Any = False) -> list[Row]:
    """What comes out, in a form that can be compared."""
    return SCORER.score(leads, events, rules=True, missing_is_unknown=True).to_dicts()


@SETTINGS
@given(st.lists(TYPED, max_size=8))
def test_typed_leads(rows: list[Row]) -> None:
    rows = keyed(rows)
    wanted = result(rows)
    assert len(wanted) == len(rows)
    table = pa.Table.from_pylist(rows, schema=ARROW)
    polars = pl.DataFrame(table)
    pandas = table.to_pandas()
    relation = duckdb.from_arrow(table)
    assert result(table) == wanted
    assert result(polars) == wanted
    assert result(pandas) == wanted
    assert result(pandas.convert_dtypes(dtype_backend="pyarrow")) == wanted
    assert result(relation) == wanted
    if rows:
        # Typed columns that go through objects: floats for numbers with gaps.
        frame = pd.DataFrame(rows, columns=COLUMNS)
        assert result(frame) == wanted
    with tempfile.TemporaryDirectory() as folder:
        parquet = pathlib.Path(folder) / "leads.parquet"
        pq.write_table(table, parquet)
        assert result(parquet) == wanted
        if rows:
            assert result(as_csv(pathlib.Path(folder) / "leads.csv", rows, COLUMNS)) == wanted
    for row, scored in zip(rows, wanted, strict=True):
        one = SCORER.one(row)
        assert (one["stage"], one["excluded"]) == (scored["stage"], scored["excluded"])
        assert one["scores"]["fit"] == scored["fit"]


@SETTINGS
@given(st.lists(TEXTS, max_size=8))
def test_leads_as_texts(rows: list[Row]) -> None:
    rows = keyed(rows)
    wanted = result(rows)
    schema = pa.schema([(name, pa.string()) for name in COLUMNS])
    table = pa.Table.from_pylist(rows, schema=schema)
    assert result(table) == wanted
    large = pa.schema([(name, pa.large_string()) for name in COLUMNS])
    assert result(table.cast(large)) == wanted
    coded = pa.table({name: table[name].combine_chunks().dictionary_encode() for name in COLUMNS})
    assert result(coded) == wanted
    polars = pl.DataFrame(table)
    assert result(polars) == wanted
    assert result(polars.with_columns(pl.col("country").cast(pl.Categorical))) == wanted
    assert result(table.to_pandas()) == wanted
    assert result(duckdb.from_arrow(table)) == wanted
    with tempfile.TemporaryDirectory() as folder:
        lines = pathlib.Path(folder) / "leads.ndjson"
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        assert result(lines) == wanted
        if rows:
            assert result(as_csv(pathlib.Path(folder) / "leads.csv", rows, COLUMNS)) == wanted


@SETTINGS
@given(st.lists(st.lists(EVENT, max_size=6), min_size=1, max_size=5))
def test_events_in_leads_and_in_a_log(histories: list[list[Row]]) -> None:
    leads = keyed([{"name": "n", "events": events} for events in histories])
    log = [{"contact": lead["id"], **event} for lead in leads for event in lead["events"]]
    bare = [{"id": lead["id"], "name": "n"} for lead in leads]
    wanted = result(bare, log)
    if any(histories):
        assert result(leads, None) == wanted
        kind = pa.struct([field for field in LOG if field.name != "contact"])
        for of in (pa.list_, pa.large_list):
            nested = pa.schema([("id", pa.string()), ("name", pa.string()), ("events", of(kind))])
            table = pa.Table.from_pylist(leads, schema=nested)
            assert result(table, None) == wanted
            assert result(pl.DataFrame(table), None) == wanted
            assert result(duckdb.from_arrow(table), None) == wanted
            # Not from the first row on.
            assert result(table.slice(1), None) == wanted[1:]
    table = pa.Table.from_pylist(log, schema=LOG)
    assert result(bare, table) == wanted
    assert result(pl.DataFrame(bare), pl.DataFrame(table)) == wanted
    assert result(pd.DataFrame(bare), table.to_pandas()) == wanted
    assert result(bare, duckdb.from_arrow(table)) == wanted
    # The same instants in another zone: what was local is so in Brussels.
    brussels = pl.DataFrame(table).with_columns(
        pl.col("at").dt.replace_time_zone("Europe/Brussels", ambiguous="earliest", non_existent="null").dt.convert_time_zone("Asia/Tokyo")
    )
    if brussels["at"].null_count() == table["at"].null_count:
        assert result(bare, brussels) == wanted
    with tempfile.TemporaryDirectory() as folder:
        path = as_csv(pathlib.Path(folder) / "events.csv", log, LOG.names)
        if log:
            assert result(bare, path) == wanted


def test_points_are_decimals_everywhere() -> None:
    scores = SCORER.score([{"id": "a", "Number of employees": 5}], events=False)
    wanted = Decimal("1.25")
    assert scores.to_dicts()[0]["fit"] == wanted
    assert scores.to_pandas()["fit"][0] == wanted
    assert scores.to_polars()["fit"][0] == wanted
    assert scores.to_arrow()["fit"][0].as_py() == wanted
    assert duckdb.sql("select fit from scores").fetchall() == [(wanted,)]
    assert scores.to_arrow().schema.field("fit").type == pa.decimal128(18, 2)
