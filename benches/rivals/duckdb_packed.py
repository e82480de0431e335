#!/usr/bin/env python3
"""DuckDB with its counters packed: the same work as the plain query, in another form, to see which is faster.

    duckdb_packed.py W0|W1|W2 csv|parquet|ndjson DATADIR OUTFILE THREADS

Three counters of twenty bits stand in each of four sums, so that grouping adds four numbers an event and not twelve. Of
nested events nothing is grouped: each lead's list is turned into the same four sums in place. Rows come in any order.
"""
import sys

import duckdb

from duckdb_data import COLUMNS, EVENT, NESTED, source

WORK, FORM, FOLDER, OUT, THREADS = sys.argv[1:6]


def points(condition, count):
    return f"IF({condition}, {count}, 0)"


title = "lower(job_title)"
PROFILE = {
    "p01": points("name IS NOT NULL AND email IS NOT NULL", 3),
    "p02": points("phone IS NOT NULL AND company IS NOT NULL", 2),
    "p03": points("employees BETWEEN 100 AND 200", 20),
    "p04": points("employees BETWEEN 50 AND 99", 10),
    "p05": points("employees BETWEEN 201 AND 1000", 10),
    "p06": points("employees < 10", -10),
    "p07": points("country IN ('BE', 'NL', 'LU')", 10),
    "p08": points("country IN ('DE', 'FR')", 5),
    "p09": points("industry IN ('software', 'manufacturing', 'logistics')", 10),
    "p10": points("industry = 'education'", -5),
    "p11": points(f"contains({title}, 'director')", 10),
    "p12": points(f"contains({title}, 'manager')", 6),
    "p13": points(f"contains({title}, 'owner')", 12),
    "p14": points(f"contains({title}, 'student')", -15),
    "p15": points(" OR ".join(f"suffix(email, '@{d}.com')" for d in ("gmail", "hotmail", "outlook", "yahoo")), -5),
    "p16": points("budget >= 10000", 10),
    "p17": points("budget >= 5000 AND budget < 10000", 5),
    "p18": points("source IN ('referral', 'partner')", 8),
    "p19": points("source = 'paid'", 2),
    "p20": points("revenue BETWEEN 1e6 AND 1e7", 6),
    "p21": points("revenue > 1e7", 10),
    "p22": points("NOT consent", -20),
    "p23": points("created_at BETWEEN DATE '2026-10-24' AND DATE '2026-11-23'", 3),
}

ZONE = ("TIMESTAMPTZ", "+00") if FORM == "parquet" else ("TIMESTAMP", "")


def since(day):
    kind, zone = ZONE
    return f"{{at}} BETWEEN {kind} '{day} 00:00:00{zone}' AND {kind} '2026-11-23 00:00:00{zone}'"


def bit(place, condition):
    return f"IF({condition}, {1 << 20 * place}, 0)"


# By word, what one event adds to it; and where each rule's counter stands.
WORDS = [
    f"CASE {{event}} WHEN 'email_opened' THEN {bit(0, since('2026-08-25'))} "
    f"WHEN 'email_clicked' THEN {bit(1, since('2026-08-25'))} WHEN 'ebook_downloaded' THEN {1 << 40} ELSE 0 END",
    f"CASE {{event}} WHEN 'webinar_attended' THEN {bit(0, '{minutes} >= 20')} "
    f"WHEN 'webinar_registered' THEN {1 << 20} WHEN 'video_watched' THEN {bit(2, '{minutes} >= 2')} ELSE 0 END",
    f"CASE {{event}} WHEN 'page_viewed' THEN {1 << 20} + "
    f"{bit(0, '{page} = ' + repr('/pricing') + ' AND ' + since('2026-10-24'))} "
    f"WHEN 'form_submitted' THEN {1 << 40} ELSE 0 END",
    f"CASE {{event}} WHEN 'demo_requested' THEN 1 WHEN 'unsubscribed' THEN {1 << 20} ELSE 0 END + "
    f"{bit(2, since('2026-09-24'))}",
]
# rule: word, place in it, points each, cap
COUNTED = {
    "e01": (0, 0, 1, 10), "e02": (0, 1, 3, 15), "e03": (0, 2, 10, 20), "e04": (1, 0, 50, 50), "e05": (1, 1, 5, 5),
    "e06": (1, 2, 4, 12), "e07": (2, 0, 5, 15), "e08": (2, 1, 1, 10), "e09": (2, 2, 8, 16), "e10": (3, 0, 40, 40),
    "e11": (3, 1, -30, -30),
}


def counter(word, place):
    return f"((coalesce(w{word}, 0) >> {20 * place}) & 1048575)"


def capped(word, place, each, cap):
    return f"{'least' if each > 0 else 'greatest'}({each} * {counter(word, place)}, {cap})"


ENGAGEMENT = {rule: capped(*how) for rule, how in COUNTED.items()}
ENGAGEMENT["e12"] = points(f"{counter(3, 2)} = 0", -15)


def total(rules, most):
    return f"greatest(0, least({most}, {' + '.join(rules)}))"


def named(rules):
    return ", ".join(f"{text} AS {rule}" for rule, text in rules.items())


def words(names, wrap):
    return ", ".join(f"{wrap(word.format(**names))} AS w{at}" for at, word in enumerate(WORDS))


def query():
    if WORK == "W0":
        leads = source(FORM, FOLDER, "leads", COLUMNS)
        return f"SELECT lead_id, {total(PROFILE, 100)} AS profile FROM (SELECT lead_id, {named(PROFILE)} FROM {leads})"
    if FORM == "ndjson":
        names = {name: f'x."{name}"' for name in EVENT}
        sums = words(names, lambda word: f"list_sum(list_transform(events, lambda x: ({word})::BIGINT))::BIGINT")
        joined = f"SELECT lead_id, {named(PROFILE)}, {sums} FROM {source(FORM, FOLDER, 'leads', {**COLUMNS, 'events': NESTED})}"
    else:
        names = {name: f'"{name}"' for name in EVENT}
        sums = words(names, lambda word: f"sum(({word})::BIGINT)::BIGINT")
        events = source(FORM, FOLDER, "events", {"lead_id": "VARCHAR", **EVENT})
        joined = (f"SELECT l.*, w0, w1, w2, w3 FROM (SELECT lead_id, {named(PROFILE)} FROM {source(FORM, FOLDER, 'leads', COLUMNS)}) l "
                  f"LEFT JOIN (SELECT lead_id, {sums} FROM {events} GROUP BY lead_id) USING (lead_id)")
    every = [*PROFILE, *ENGAGEMENT]
    why = ""
    if WORK == "W2":
        why = ", concat_ws(';', " + ", ".join(f"IF({rule} <> 0, '{rule}:' || {rule}, NULL)" for rule in every) + ") AS why"
    return f"""
        SELECT lead_id, profile, engagement,
               CASE WHEN profile >= 40 AND engagement >= 60 THEN 'SQL'
                    WHEN profile >= 20 AND engagement >= 10 THEN 'MQL' ELSE 'Lead' END AS stage{', why' if why else ''}
        FROM (SELECT lead_id, {total(PROFILE, 100)} AS profile, {total(ENGAGEMENT, 200)} AS engagement{why}
              FROM (SELECT *, {named(ENGAGEMENT)} FROM ({joined})))"""


if __name__ == "__main__":
    con = duckdb.connect()
    con.execute(f"SET threads = {THREADS}; SET enable_progress_bar = false")
    con.execute(f"COPY ({query()}) TO '{OUT}' (FORMAT csv, HEADER)")
