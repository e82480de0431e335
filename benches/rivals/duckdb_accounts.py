#!/usr/bin/env python3
"""DuckDB by hand: W1, and six rules about the accounts of the leads (benches/rules/accounts.leadrules).

    duckdb_accounts.py W1 parquet DATADIR OUTFILE THREADS

Reads DATADIR/{leads,events,accounts}.parquet. Writes the leads to OUTFILE, the accounts to OUTFILE.accounts. The counters of
events are packed as in duckdb_packed.py, with a word more for what accounts ask.
"""
import duckdb

from duckdb_packed import ENGAGEMENT, FOLDER, FORM, OUT, PROFILE, THREADS, WORDS, bit, named, points, since, total, words
from duckdb_data import COLUMNS, EVENT, source

WORDS.append(f"CASE {{event}} WHEN 'demo_requested' THEN {bit(0, since('2026-10-24'))} "
             f"WHEN 'webinar_attended' THEN {bit(1, since('2026-08-25'))} ELSE 0 END")
NAMES = {name: f'"{name}"' for name in EVENT}
SUMS = words(NAMES, lambda word: f"sum(({word})::BIGINT)::BIGINT")
EVENTS = source(FORM, FOLDER, "events", {"lead_id": "VARCHAR", **EVENT})
LEADS = source(FORM, FOLDER, "leads", {**COLUMNS, "company_id": "VARCHAR"})
SCORED = f"""
    SELECT lead_id, company_id, job_title, w4, profile, engagement,
           CASE WHEN profile >= 40 AND engagement >= 60 THEN 'SQL'
                WHEN profile >= 20 AND engagement >= 10 THEN 'MQL' ELSE 'Lead' END AS stage
    FROM (SELECT lead_id, company_id, job_title, w4, {total(PROFILE, 100)} AS profile, {total(ENGAGEMENT, 200)} AS engagement
          FROM (SELECT *, {named(ENGAGEMENT)}
                FROM (SELECT l.*, w0, w1, w2, w3, w4 FROM (SELECT lead_id, company_id, job_title, {named(PROFILE)} FROM {LEADS}) l
                      LEFT JOIN (SELECT lead_id, {SUMS} FROM {EVENTS} GROUP BY lead_id) USING (lead_id))))"""
GATHERED = """
    SELECT company_id, count(*) AS leads, count_if(contains(lower(job_title), 'director')) AS directors, max(engagement) AS most,
           count_if((coalesce(w4, 0) & 1048575) > 0) AS demos, sum((coalesce(w4, 0) >> 20) & 1048575) AS webinars,
           sum(profile) AS profiles, count_if(stage IN ('MQL', 'SQL')) AS ready
    FROM scored WHERE company_id IS NOT NULL GROUP BY company_id"""
FIT = " + ".join([
    points("employees BETWEEN 100 AND 200", 20), "least(20, 10 * coalesce(directors, 0))", points("most >= 60", 20),
    points("demos > 0", 30), points("webinars >= 2", 10), points("profiles >= 20 * leads", 5),
])
ACCOUNTS = f"""
    SELECT account_id, leads, account_fit,
           CASE WHEN customer THEN 'excluded' WHEN account_fit >= 50 AND ready >= 2 THEN 'Engaged'
                WHEN account_fit >= 30 THEN 'Target' ELSE 'account' END AS stage,
           IF(customer, 'customer already', NULL) AS excluded
    FROM (SELECT coalesce(account_id, company_id) AS account_id, coalesce(leads, 0) AS leads, ready, customer,
                 greatest(0, least(100, {FIT})) AS account_fit
          FROM {source(FORM, FOLDER, 'accounts', {})} a FULL JOIN gathered g ON a.account_id = g.company_id)"""

con = duckdb.connect()
con.execute(f"SET threads = {THREADS}; SET enable_progress_bar = false")
con.execute(f"CREATE TEMP TABLE scored AS {SCORED}")
con.execute(f"COPY (SELECT lead_id, profile, engagement, stage FROM scored) TO '{OUT}' (FORMAT csv, HEADER)")
con.execute(f"CREATE TEMP TABLE gathered AS {GATHERED}")
con.execute(f"COPY ({ACCOUNTS}) TO '{OUT}.accounts' (FORMAT csv, HEADER)")
