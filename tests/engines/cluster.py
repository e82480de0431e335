#!/usr/bin/env python3
"""Starts a Spark cluster on this machine (one master, two workers), scores leads on it, and stops it.

    cluster.py PROGRAM FOLDER [--data DATA]

The examples are written as Parquet into FOLDER, scored by examples/spark/score.py, and compared with `leadrules score`. With
--data the rules of the benchmark are timed on what is there, and nothing is compared. Ports are whichever are free; the logs are
in FOLDER. Exits with 1 where something differs, or where not both workers took part.
"""
import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pyspark

import examples

HOME = Path(pyspark.__file__).parent
PARTS = 4


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        self.env = {**os.environ, "SPARK_HOME": str(HOME), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
                    "SPARK_NO_DAEMONIZE": "1"}

    def __enter__(self):
        try:
            self.master = self.start("master", "master.Master", [], r"Starting Spark master at (spark://\S+)")
            for number in (1, 2):
                self.start(f"worker{number}", "worker.Worker", ["--cores", "1", "--memory", "1g", "--work-dir",
                           self.folder / f"work{number}", self.master], "Successfully registered with master")
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self, name, what, arguments, sign):
        log = self.folder / f"{name}.log"
        with open(log, "w", encoding="utf-8") as out:
            self.processes.append(subprocess.Popen(
                [HOME / "bin/spark-class", f"org.apache.spark.deploy.{what}", "--host", "127.0.0.1", "--port", "0",
                 "--webui-port", "0", *arguments], env=self.env, stdout=out, stderr=subprocess.STDOUT))
        for _ in range(240):
            found = re.search(sign, log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[found.lastindex or 0]
            if self.processes[-1].poll() is not None:
                break
            time.sleep(0.25)
        sys.exit(f"the {name} did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")

    def submit(self, query, data, has_events, out):
        """Runs the job; how many seconds it took."""
        started = time.monotonic()
        with open(self.folder / "job.log", "a", encoding="utf-8") as log:
            done = subprocess.run(
                [HOME / "bin/spark-submit", "--master", self.master, "--executor-memory", "800m", "--conf",
                 f"spark.sql.shuffle.partitions={PARTS}", examples.ROOT / "examples/spark/score.py", "--query", query, "--leads",
                 data / "leads", *(["--events", data / "events"] if has_events else []), "--out", out, "--as-of",
                 examples.AS_OF], env=self.env, stdout=log, stderr=subprocess.STDOUT)
        if done.returncode:
            sys.exit(f"the job failed:\n{(self.folder / 'job.log').read_text(encoding='utf-8', errors='replace')[-3000:]}")
        return time.monotonic() - started

    def workers_that_ran(self):
        """How many workers had an executor that ran tasks."""
        logs = ((self.folder / f"work{number}").glob("*/*/stderr") for number in (1, 2))
        return sum(any("Running task" in log.read_text(encoding="utf-8", errors="replace") for log in of) for of in logs)

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def written(program, rules, path):
    """The query of a rule file."""
    with open(path, "wb") as out:
        subprocess.run([program, "sql", rules, "--dialect", "spark", "--as-of", "parameter"], check=True, stdout=out)
    return path


def as_parquet(con, name, folder):
    """An example's tables as folders of several files."""
    rules, leads, events, types = examples.paths(name)
    for table, path in (("leads", leads), ("events", events)):
        examples.load(con, name, table, path, types)
        (folder / table).mkdir(parents=True)
        rows = f"SELECT *, ROW_NUMBER() OVER () % {PARTS} AS part FROM {name}.{table}"
        for part in range(PARTS):
            con.execute(f"COPY (SELECT * EXCLUDE (part) FROM ({rows}) WHERE part = {part}) TO '{folder / table}/{part}.parquet'")
    return rules, leads, events


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    program, folder = options.program.resolve(), options.folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    con = duckdb.connect()
    # Stopped from outside, it stops the cluster too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with Cluster(folder) as cluster:
        if options.data:
            query = written(program, examples.ROOT / "benches/rules/w1.leadrules", folder / "w1.sql")
            data = folder / "data"
            for table in ("leads", "events"):
                (data / table).mkdir(parents=True)
                (data / table / "0.parquet").symlink_to((options.data / f"{table}.parquet").resolve())
            seconds = cluster.submit(query, data, True, folder / "out")
            print(f"{seconds:.1f} s with {cluster.workers_that_ran()} workers")
            return
        all_same = True
        for name in examples.EXAMPLES:
            rules, leads, events = as_parquet(con, name, folder / name)
            out = folder / f"{name}-scores"
            cluster.submit(written(program, rules, folder / f"{name}.sql"), folder / name, True, out)
            header, expected = examples.scored(program, rules, leads, events)
            columns = ", ".join(f'"{column}"' for column in header)
            rows = con.execute(f"SELECT {columns} FROM read_parquet('{out}/*.parquet')").fetchall()
            all_same &= examples.same(name, rows, expected)
        if cluster.workers_that_ran() != 2:
            sys.exit("not both workers took part")
        sys.exit(0 if all_same else 1)


main()
