#!/usr/bin/env python3
"""duckdb_mixed.py where pages are few: each page has a bit, so that no lead's pages are grouped.

    duckdb_mixed_few_pages.py MIXED csv|parquet|ndjson DATADIR OUTFILE THREADS

The pages are looked up first. Quicker from Parquet, where that takes a moment; from CSV it is a second reading, and the two
are alike; of nested events it is the other form.
"""
from duckdb_mixed import main

if __name__ == "__main__":
    main(few_pages=True)
