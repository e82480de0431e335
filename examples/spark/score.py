#!/usr/bin/env python3
"""Scores leads on Spark: reads leads and events, runs the query that `leadrules sql --dialect spark` wrote, writes the scores.

    leadrules sql inbound.leadrules --dialect spark --as-of parameter > score.sql
    spark-submit --master spark://HOST:7077 score.py --query score.sql --leads leads --events events --out scores \\
        --as-of 2026-11-23T12:00:00Z

Leads, events and scores are folders of Parquet files, on whatever storage Spark reads: a local disk that all machines share,
HDFS, S3. Without --as-of leads are seen from now.
"""
import argparse
import datetime

from pyspark.sql import SparkSession


def instant(text):
    """An instant with its offset: one without would be read in the zone of this machine."""
    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if time.tzinfo is None:
        raise argparse.ArgumentTypeError(f"`{text}` has no offset: write 2026-11-23T12:00:00Z")
    return time


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--query", required=True, help="the query, written by leadrules with --as-of parameter")
    parser.add_argument("--leads", required=True, help="Parquet, a row a lead")
    parser.add_argument("--events", help="Parquet, a row an event")
    parser.add_argument("--out", required=True, help="a folder for the scores; what is in it is replaced")
    parser.add_argument("--as-of", type=instant, help="from when leads are seen; now without it")
    options = parser.parse_args()

    spark = SparkSession.builder.appName("leadrules").getOrCreate()
    spark.read.parquet(options.leads).createOrReplaceTempView("leads")
    if options.events:
        spark.read.parquet(options.events).createOrReplaceTempView("events")
    with open(options.query, encoding="utf-8") as file:
        query = file.read()
    as_of = options.as_of or datetime.datetime.now(datetime.timezone.utc)
    spark.sql(query, args={"as_of": as_of}).write.mode("overwrite").parquet(options.out)
    spark.stop()


if __name__ == "__main__":
    main()
