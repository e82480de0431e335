#!/usr/bin/env python3
"""Runs generated SQL on a real engine and compares what comes out with what is expected.

    run_jobs.py ENGINE JOBS

ENGINE is duckdb, postgres or spark; snowflake and bigquery can't run here: their queries are only parsed, by sqlglot. JOBS
has a JSON object a line:
    name      what it is
    leads     {"columns": [[name, type], ...], "rows": [[cell, ...], ...]}
    events    the same, or null
    accounts  the same, or left out
    sql       the query
    creates   [VIEW or TABLE, name]: what the statement creates, if it is no query; it is run twice
    as_of     the instant that is its parameter, or null
    expected  {"exact": [whether a column is points, in hundredths], "rows": [[cell, ...], ...]}
Types are text, number, whole, count (a number that counts since 1970), truth, date, stamp (a time without a zone), time (ISO 8601,
UTC) and texts. Rows are compared in whatever order they come.
Exits with 1 when a job differs.
"""
import concurrent.futures
import datetime
import decimal
import json
import os
import sys


def cell(value, exact):
    """A cell as the expectations write it: points in hundredths."""
    if value is None:
        return None
    if exact:
        hundredths = decimal.Decimal(value) * 100
        assert hundredths == hundredths.to_integral_value(), f"{value} has more than two places"
        return int(hundredths)
    return str(value)


def sort_key(row):
    return [("", 0, "") if value is None else ("n", value, "") if isinstance(value, int) else ("t", 0, value) for value in row]


def typed(value, kind):
    """A cell of a job as a Python value."""
    if value is None:
        return None
    if kind == "whole":
        return int(value)
    if kind in ("number", "count"):
        return decimal.Decimal(value)
    if kind == "date":
        return datetime.date.fromisoformat(value)
    if kind == "stamp":
        return datetime.datetime.fromisoformat(value)
    if kind == "time":
        return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    return value


class DuckDb:
    TYPES = {"text": "VARCHAR", "number": "DECIMAL(18, 6)", "whole": "BIGINT", "count": "DECIMAL(24, 6)", "truth": "BOOLEAN", "date": "DATE", "stamp": "TIMESTAMP", "time": "TIMESTAMPTZ", "texts": "VARCHAR[]"}

    def __init__(self):
        import duckdb
        self.con = duckdb.connect()
        # Results must not hang on the session's zone.
        self.con.execute("SET TimeZone = 'America/New_York'; SET threads = 1")

    def table(self, name, table):
        columns = ", ".join(quoted(column) + " " + self.TYPES[kind] for column, kind in table["columns"])
        self.con.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")
        if table["rows"]:
            marks = ", ".join("?" for _ in table["columns"])
            self.con.executemany(f"INSERT INTO {name} VALUES ({marks})", table["rows"])

    def query(self, sql, as_of):
        return self.con.execute(sql, {"as_of": as_of} if as_of else None).fetchall()


class Postgres:
    TYPES = {"text": "TEXT", "number": "NUMERIC", "whole": "BIGINT", "count": "NUMERIC", "truth": "BOOLEAN", "date": "DATE", "stamp": "TIMESTAMP", "time": "TIMESTAMPTZ", "texts": "TEXT[]"}

    def __init__(self):
        import psycopg
        self.raw = psycopg.RawCursor
        self.con = psycopg.connect(os.environ["LEADRULES_POSTGRES"], autocommit=True, prepare_threshold=None)
        self.con.execute("SET TimeZone = 'America/New_York'; SET statement_timeout = '60s'")

    def table(self, name, table):
        columns = ", ".join(quoted(column) + " " + self.TYPES[kind] for column, kind in table["columns"])
        self.con.execute(f"DROP TABLE IF EXISTS {name}")
        self.con.execute(f"CREATE TEMPORARY TABLE {name} ({columns})")
        marks = ", ".join("%s" for _ in table["columns"])
        with self.con.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {name} VALUES ({marks})", [
                [typed(value, kind) for value, (_, kind) in zip(row, table["columns"])] for row in table["rows"]])

    def query(self, sql, as_of):
        if as_of is None:
            return self.con.execute(sql).fetchall()
        with self.raw(self.con) as cursor:  # it passes `$1` on as it stands
            return cursor.execute(sql, [as_of]).fetchall()


class Spark:
    TYPES = {"text": "STRING", "number": "DECIMAL(18, 6)", "whole": "BIGINT", "count": "DECIMAL(24, 6)", "truth": "BOOLEAN", "date": "DATE", "stamp": "TIMESTAMP_NTZ", "time": "TIMESTAMP", "texts": "ARRAY<STRING>"}

    def __init__(self, spark=None):
        self.spark = spark or self.started()

    def started(self):
        os.environ["PYSPARK_PYTHON"] = sys.executable
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        from pyspark.sql import SparkSession
        spark = (SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false")
                      .config("spark.sql.shuffle.partitions", "1").config("spark.sql.session.timeZone", "America/New_York")
                      # Many small queries: planning and compiling them is all the work there is.
                      .config("spark.sql.codegen.wholeStage", "false").config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                      .config("spark.sql.adaptive.enabled", "false")
                      # Where leads and accounts take turns, steps stand in steps: Spark resolves one such level at a time.
                      .config("spark.sql.analyzer.maxIterations", "1000")
                      .config("spark.driver.memory", "1g").getOrCreate())
        spark.sparkContext.setLogLevel("OFF")
        return spark

    def another(self):
        """A session with tables and a zone of its own."""
        session = self.spark.newSession()
        session.conf.set("spark.sql.session.timeZone", "America/New_York")
        return Spark(session)

    def table(self, name, table):
        schema = ", ".join("`" + column.replace("`", "``") + "` " + self.TYPES[kind] for column, kind in table["columns"])
        rows = [[typed(value, kind) for value, (_, kind) in zip(row, table["columns"])] for row in table["rows"]]
        self.spark.createDataFrame(rows, schema).createOrReplaceTempView(name)

    def query(self, sql, as_of):
        return [tuple(row) for row in self.spark.sql(sql, {"as_of": as_of} if as_of else None).collect()]


class Parsed:
    """An engine that is not here: sqlglot reads its SQL."""

    def __init__(self, dialect):
        self.dialect = dialect

    def parse(self, sql):
        import sqlglot
        tree = sqlglot.parse_one(sql, read=self.dialect)
        assert isinstance(tree, sqlglot.exp.Select), f"read as {type(tree).__name__}"


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def difference(engine, job):
    """What the engine says otherwise than expected."""
    tables = [name for name in ("leads", "events", "accounts") if job.get(name)]
    for name in tables:
        engine.table(name, job[name])
    exact = job["expected"]["exact"]
    if "creates" in job:
        kind, name = job["creates"]
        for _ in range(2):
            engine.con.execute(job["sql"])
        job["sql"] = f"SELECT * FROM {name}"
    rows = [[cell(value, is_exact) for value, is_exact in zip(row, exact)] for row in engine.query(job["sql"], typed(job["as_of"], "time"))]
    if "creates" in job and kind == "VIEW":
        engine.con.execute(f"DROP VIEW {name}")  # the next job replaces the tables that it reads
    rows.sort(key=sort_key)
    expected = sorted(job["expected"]["rows"], key=sort_key)
    if any(engine.query(f"SELECT COUNT(*) FROM {name}", None) != [(len(job[name]["rows"]),)] for name in tables):
        return "the query changed the tables it reads"
    if rows == expected:
        return None
    return "\n".join(["expected", *map(str, expected), f"{sys.argv[1]} says", *map(str, rows)])


def problem(engine, job):
    try:
        return engine.parse(job["sql"]) if isinstance(engine, Parsed) else difference(engine, job)
    except Exception as error:  # whatever the engine has to say
        return f"{type(error).__name__}: {error}"[:1500]


def main():
    engines = {"duckdb": DuckDb, "postgres": Postgres, "spark": Spark,
               "snowflake": lambda: Parsed("snowflake"), "bigquery": lambda: Parsed("bigquery")}
    engine = engines[sys.argv[1]]()
    # Spark plans for longer than it runs: as many sessions as there are processors.
    sessions = [engine, *(engine.another() for _ in range(1, (os.cpu_count() or 1) if isinstance(engine, Spark) else 1))]
    with open(sys.argv[2], encoding="utf-8") as file:
        jobs = [json.loads(line) for line in file]

    def run(at):
        return [(job, problem(sessions[at], job)) for job in jobs[at::len(sessions)]]

    with concurrent.futures.ThreadPoolExecutor(len(sessions)) as pool:
        done = [one for part in pool.map(run, range(len(sessions))) for one in part]
    ran, wrong = len(done), 0
    for job, said in done:
        if said:
            wrong += 1
            if wrong <= int(os.environ.get("LEADRULES_SHOW", "5")):
                print(f"=== {job['name']}\n{said}")
                if os.environ.get("LEADRULES_SQL"):
                    print(job["sql"])
    print(f"{sys.argv[1]}: {ran} jobs, {wrong} differ")
    sys.exit(1 if wrong else 0)


main()
