#!/usr/bin/env python3
"""DuckDB on the rules of mixed.leadrules: one statement written by hand for them, as fast as it could be made.

    duckdb_mixed.py MIXED csv|parquet|ndjson DATADIR OUTFILE THREADS

All points are whole cents, factors of age whole millionths, so that every sum is exact. Each lead's events become four sums
that hold three counters of seventeen bits each (sums of DOUBLE are the quickest, and exact to 53 bits), three words of
bits (days, weeks, blocks of days, months, and what happened at all), and a sum or a maximum for the rest: sixteen numbers
where the rules ask thirty things. Days are those of Brussels; the clock's two changes that any window can reach are
written out, which is quicker than asking for the zone. Pages are counted apart, by grouping each lead's pages;
duckdb_mixed_few_pages.py gives each page a bit. Rows come in any order.
"""
import sys
from datetime import datetime, timezone

import duckdb

from duckdb_data import COLUMNS, EVENT, NESTED, source

# Times are microseconds since 1970.

SECOND, HOUR, DAY = 1_000_000, 3_600_000_000, 86_400_000_000


def utc(*parts):
    return int(datetime(*parts, tzinfo=timezone.utc).timestamp()) * SECOND


NOW = utc(2026, 11, 23)
TODAY = (NOW + HOUR) // DAY
# Brussels: an hour ahead, two in summer. Right from 2025-10-26 to 2027-03-28, and no window of days reaches further back.
LOCAL = f"(us + {HOUR} + IF(us >= {utc(2026, 3, 29, 1)} AND us < {utc(2026, 10, 25, 1)}, {HOUR}, 0))"
LOCAL_DAY = f"({LOCAL} // {DAY})"
AGE = f"(({NOW} - us) // {DAY})"


def last(days):
    return f"us >= {NOW - days * DAY}"


def age(instant):
    return f"(({NOW} - {instant}) // {DAY})"


HALVING = f"round(1e6 * pow(0.5, {AGE} / 30.0))::BIGINT"
LOSING = f"greatest(0, 1000000 - 100000 * ({AGE} // 30))"
COMPOUND = f"round(1e6 * pow(0.75, {age('demo_at')} // 28))::BIGINT"


def fading(days, instant):
    """The factor in millionths, rounded half up; 0 for an instant that is not known."""
    return f"greatest(0, (2000000 * ({days} - {age(instant)}) + {days}) // {2 * days})"


# What one event adds to a lead's numbers

WIDE = 17  # bits of a counter


def one(place, condition="true"):
    return f"IF({condition}, {1 << WIDE * place}, 0)"


def flag(place, condition):
    return f"IF({condition}, {1 << place}, 0)"


def shifted(number, condition):
    return f"IF({condition}, 1::BIGINT << ({number})::INTEGER, 0)"


READING = f"page IN ('/blog', '/blog/lead-scoring', '/docs') AND us >= {utc(2026, 8, 22, 23)}"
CRM = f"(page = '/contact' OR regexp_matches(page, '(^|[^\\w])crm($|[^\\w])')) AND us >= {utc(2025, 11, 23)}"
WEEKS_AGO = f"{(TODAY + 3) // 7} - ({LOCAL_DAY} + 3) // 7"
BLOCKS_AGO = f"{TODAY // 3} - {LOCAL_DAY} // 3"
MONTHS_AGO = f"{2026 * 12 + 11} - (year(make_timestamp({LOCAL})) * 12 + month(make_timestamp({LOCAL})))"

# Three counters in each
COUNTERS = {
    "w0": f"CASE event WHEN 'email_opened' THEN {one(0, last(30))} + {one(1)} WHEN 'email_clicked' THEN {one(2)} ELSE 0 END",
    "w1": f"{one(0, last(30))} + CASE event WHEN 'email_clicked' THEN {one(1, last(90))} "
          f"WHEN 'page_viewed' THEN {one(2, 'page = ' + repr('/pricing') + ' AND ' + last(30))} ELSE 0 END",
    "w2": f"CASE event WHEN 'page_viewed' THEN {one(0, READING)} + {one(1, last(14))} WHEN 'unsubscribed' THEN {one(2)} ELSE 0 END",
    "w3": f"CASE event WHEN 'webinar_registered' THEN {one(0)} WHEN 'webinar_attended' THEN {one(0)} + "
          f"{one(1, f'us >= {utc(2026, 7, 31, 22)} AND us < {utc(2026, 10, 31, 23)}')} + {one(2, 'minutes IS NOT NULL')} ELSE 0 END",
}
# Bits: the days of opening, 61; the weeks of clicking, 28, and blocks of three days with a page of features, 32; what happened
# at all, 7, months from 8, pages from 24.
BITS = {
    "b0": shifted(f"{TODAY} - {LOCAL_DAY}", f"event = 'email_opened' AND {last(60)}"),
    "b1": f"CASE event WHEN 'email_clicked' THEN {shifted(WEEKS_AGO, last(182))} "
          f"WHEN 'page_viewed' THEN {shifted(f'28 + {BLOCKS_AGO}', 'starts_with(page, ' + repr('/feat') + ') AND ' + last(90))} ELSE 0 END",
    "b2": f"{flag(0, f'us >= {NOW - 36 * HOUR}')} + {flag(1, last(60))} + CASE event "
          f"WHEN 'page_viewed' THEN {flag(2, 'page = ' + repr('/pricing') + ' AND ' + last(90))} + {flag(3, f'us > {NOW - 8 * DAY}')} "
          f"+ {shifted(f'8 + {MONTHS_AGO}', CRM)}{{pages}} "
          f"WHEN 'form_submitted' THEN {flag(4, 'page = ' + repr('/contact') + f' AND us >= {utc(2026, 8, 31, 22)}')} "
          f"WHEN 'video_watched' THEN {flag(5, 'minutes >= 8 AND ' + last(90))} "
          f"WHEN 'webinar_attended' THEN {flag(6, 'minutes < 5')} ELSE 0 END",
}
FIRST_PAGE, MOST_PAGES = 24, 38
# Factors, each sum below 2^53
FACTORS = {
    "ebooks": ("event = 'ebook_downloaded'", HALVING),
    "videos": ("event = 'video_watched' AND minutes >= 2", HALVING),
    "forms": ("event = 'form_submitted'", LOSING),
}
MINUTES = {
    "minutes_all": "event IN ('video_watched', 'webinar_attended')",
    "minutes_attended": "event = 'webinar_attended'",
}
LATEST = {
    # At equal times the greatest: whether it was five minutes or more stands in the last bit.
    "video_last": ("event = 'video_watched' AND minutes IS NOT NULL", "us * 2 + IF(minutes >= 5, 1, 0)"),
    "registered_at": ("event = 'webinar_registered'", "us"),
    "attended_at": ("event = 'webinar_attended' AND minutes >= 20", "us"),
    "demo_at": ("event = 'demo_requested'", "us"),
}


def numbers(pages):
    """What is grouped by lead."""
    found = {name: f"sum(({what})::DOUBLE)::BIGINT" for name, what in COUNTERS.items()}
    found |= {name: f"bit_or(({what.format(pages=pages)})::BIGINT)" for name, what in BITS.items()}
    found |= {name: f"sum(IF({where}, {what}, 0)::DOUBLE)::BIGINT" for name, (where, what) in FACTORS.items()}
    found |= {name: f"sum(IF({where}, minutes, NULL))" for name, where in MINUTES.items()}
    found |= {name: f"max(IF({where}, {what}, NULL))" for name, (where, what) in LATEST.items()}
    return ", ".join(f"{what} AS {name}" for name, what in found.items())


# Points in cents

def count(word, place):
    return f"((coalesce({word}, 0) >> {WIDE * place}) & {(1 << WIDE) - 1})"


def bits(word, first, wide):
    return f"bit_count((coalesce({word}, 0) >> {first}) & {(1 << wide) - 1})::INTEGER"


def happened(place):
    return f"((coalesce(b2, 0) >> {place}) & 1) = 1"


def points(condition, cents):
    return f"IF({condition}, {cents}, 0)"


def faded(each, factors):
    """`each` points for every whole factor, rounded to cents."""
    return f"(({each} * {factors} + 5000) // 10000)"


PROFILE = [
    points("name IS NOT NULL AND email IS NOT NULL", 300),
    points("phone IS NOT NULL OR firm IS NOT NULL", 200),
    "CASE WHEN staff IS NULL THEN -200 WHEN staff <= 9 THEN -1000 WHEN staff BETWEEN 50 AND 99 THEN 1000 "
    "WHEN staff BETWEEN 100 AND 200 THEN 2000 ELSE 600 END",
    points("benelux", 1000),
    points("dach", 500),
    "CASE WHEN industry IN ('software', 'manufacturing', 'logistics') THEN 1000 WHEN industry = 'education' THEN -500 ELSE 0 END",
    # The best of the group: the first that holds, dearest first.
    "CASE WHEN regexp_matches(title, '\\b(director|ceo|cto)\\b') THEN 1400 "
    "WHEN regexp_matches(title, '^(co-)?owner|business owner$') THEN 1250 WHEN starts_with(title, 'head of') THEN 800 "
    "WHEN contains(title, 'manager') THEN 600 WHEN suffix(title, 'analyst') THEN 400 ELSE 0 END",
    points("contains(title, 'product') AND contains(title, 'emea')", 300),
    points("title IN ('student', 'phd student', 'intern')", -1500),
    points("domain IN ('gmail.com', 'hotmail.com', 'outlook.com', 'yahoo.com')", -500),
    points("suffix(address, '.be') OR suffix(address, '.nl')", 225),
    points("NOT (contains(firm, 'consulting') OR contains(firm, 'partners'))", 100),
    points("budget >= 10000", 1000),
    points("budget - 10 * staff > 2500", 300),
    points("round(turnover / nullif(staff, 0), 6) >= 75000", 400),
    points("budget < staff", -400),
    points("turnover >= 1e6 AND turnover < 1e7", 600),
    "least(coalesce(staff // 100 * 50, 0), 400)",
    points("source IN ('referral', 'partner')", 800),
    points("NOT consent", -2000),
    points("created_at BETWEEN DATE '2026-10-24' AND DATE '2026-11-23'", 300),
    points("created_at BETWEEN DATE '2026-06-01' AND DATE '2026-08-31'", 200),
    points("created_at < DATE '2024-11-23'", -300),
    points("DATE '2026-11-23' - created_at BETWEEN 100 AND 200", 175),
]


def engagement(pages):
    views, webinars = count("w2", 1), count("w3", 0)
    return [
        f"least(2400, least({bits('b0', 0, 61)} * 100, 1000) + least({count('w1', 1)} * 300, 1500) "
        f"+ least({bits('b1', 0, 28)} * 200, 1000))",
        f"least(4500, {faded(8, 'coalesce(ebooks, 0)')} + least(2000, {faded(4, 'coalesce(videos, 0)')}) "
        f"+ {faded(5, fading(60, 'registered_at'))})",
        f"least({count('w1', 2)} * 500, 1500)",
        f"least({pages} * 200, 1200)",
        points(f"{count('w2', 0)} >= 3", 600),
        f"least({bits('b1', 28, 32)} * 150, 600)",
        f"least({bits('b2', 8, 16)} * 100, 400)",
        f"CASE WHEN {views} = 0 THEN 0 WHEN {views} = 1 THEN 100 WHEN {views} <= 4 THEN 300 ELSE 600 END",
        f"least(1600, {faded(6, 'coalesce(forms, 0)')})",
        points(happened(4), 500),
        faded(30, fading(120, "attended_at")),
        points("consent", f"least({count('w3', 1)} * 400, 800)"),
        faded(40, f"coalesce({COMPOUND}, 0)"),
        f"greatest({count('w2', 2)} * -2000, -3000)",
        "least(floor(round(coalesce(minutes_all, 0), 6) / 15)::BIGINT, 10) * 100",
        points(f"round(minutes_attended / {count('w3', 2)}, 6) >= 36", 400),
        points(happened(5), 300),
        points(happened(6), -200),
        points("video_last % 2 = 1", 200),
        points(happened(3), 400),
        points(happened(0), 300),
        points(f"NOT {happened(1)}", -1500),
        points(f"NOT {happened(2)}", -200),
        points(f"{webinars} BETWEEN 2 AND 5", 500),
        points(f"{count('w0', 0)} = 1 AND {count('w0', 2)} <= 2", 100),
        points(f"round({count('w0', 2)} / nullif({count('w0', 1)}, 0), 6) >= 0.5", 300),
        points(f"registered_at >= {utc(2026, 9, 30, 22)}", 200),
    ]


def written(cents):
    """Cents as points without zeros at the end; none are below zero."""
    return (f"({cents} // 100)::VARCHAR || CASE WHEN {cents} % 100 = 0 THEN '' WHEN {cents} % 10 = 0 THEN '.' || ({cents} % 100 // 10) "
            f"WHEN {cents} % 100 < 10 THEN '.0' || ({cents} % 100) ELSE '.' || ({cents} % 100) END AS {cents}")


def bits_of_pages(form, folder, con):
    """A bit for each page, in the word of bits, and one for events without a page."""
    found = con.execute(f"SELECT DISTINCT page FROM {source(form, folder, 'events', {'lead_id': 'VARCHAR', **EVENT})} "
                        "WHERE event = 'page_viewed' AND page IS NOT NULL AND page <> '/about'").fetchall()
    if len(found) > MOST_PAGES:
        sys.exit(f"{len(found)} pages: more than there are bits")
    whens = " ".join("WHEN '{}' THEN {}".format(page.replace("'", "''"), 1 << FIRST_PAGE + at) for at, (page,) in enumerate(found))
    return f" + CASE page {whens} ELSE {1 << FIRST_PAGE + len(found)} END"


def query(form, folder, masks):
    """The statement; `masks` says which bit a page has, or is empty."""
    nested = form == "ndjson"
    leads = source(form, folder, "leads", COLUMNS | {"events": NESTED} if nested else COLUMNS)
    if nested:
        events = "(SELECT lead_id, unnest(events, recursive := true) FROM leads)"
    else:
        events = source(form, folder, "events", {"lead_id": "VARCHAR", **EVENT})
    log = f"""
        SELECT * FROM (
          SELECT lead_id, event, epoch_us("at") AS us, IF(minutes BETWEEN 0 AND 1440, minutes, NULL) AS minutes, page FROM {events})
        WHERE us <= {NOW} AND (event = 'video_watched' AND minutes < 0.2) IS NOT TRUE
          AND (event IN ('page_viewed', 'form_submitted') AND page = '/about') IS NOT TRUE"""
    # Text is read once; of Parquet it is quicker to read the few columns of page views again.
    once = "" if form == "parquet" else "MATERIALIZED"
    apart = "" if masks else """
        LEFT JOIN (SELECT lead_id, count(*) AS pages FROM (SELECT DISTINCT lead_id, page FROM log WHERE event = 'page_viewed')
                   GROUP BY lead_id) USING (lead_id)"""
    pages = bits("b2", FIRST_PAGE, MOST_PAGES + 1) if masks else "coalesce(pages, 0)"
    return f"""
        WITH leads AS {'MATERIALIZED' if nested else ''} (
          SELECT lead_id, email IS NOT NULL AS mailed, email IS NOT NULL OR phone IS NOT NULL AS reachable, consent, benelux, dach,
                 greatest(0, least(10000, {' + '.join(PROFILE)})) AS profile, domain = 'example.org' AS test,
                 regexp_matches(firm, '\\bumbra\\b') AND source NOT IN ('partner', 'referral') AS rival{', events' if nested else ''}
          FROM (SELECT *, split_part(address, '@', 2) AS domain
                FROM (SELECT *, IF(lower(company) IN ('n/a', '-'), NULL, lower(company)) AS firm, nullif(revenue, 0) AS turnover,
                             IF(employees BETWEEN 0 AND 1000000, employees, NULL) AS staff, lower(job_title) AS title,
                             lower(email) AS address, country IN ('BE', 'NL', 'LU') AS benelux, country IN ('DE', 'AT', 'CH') AS dach
                      FROM {leads}))),
        log AS {once} ({log}),
        scored AS (
          SELECT lead_id, mailed, reachable, benelux, dach, profile, {count('w1', 0)} AS active,
                 greatest(0, least(20000, {' + '.join(engagement(pages))})) AS engagement,
                 CASE WHEN test THEN 'test address' WHEN NOT consent AND {count('w2', 2)} > 0 THEN 'opted out'
                      WHEN rival THEN 'competitor' END AS excluded
          FROM leads LEFT JOIN (SELECT lead_id, {numbers(masks)} FROM log GROUP BY lead_id) USING (lead_id){apart}),
        totals AS (
          SELECT *, least(10000, (2 * profile + heat + 1) // 3) AS total
          FROM (SELECT *, least(10000, (6 * engagement + 2000 * active + 5) // 10) AS heat FROM scored)),
        staged AS (
          SELECT *, CASE WHEN profile >= 6000 THEN 'A' WHEN profile >= 4000 THEN 'B' WHEN profile >= 2000 THEN 'C' ELSE 'D' END AS fit,
                 CASE WHEN heat >= 5000 THEN '1' WHEN heat >= 2000 THEN '2' ELSE '3' END AS warmth,
                 CASE WHEN excluded IS NOT NULL THEN 'excluded'
                      WHEN profile >= 3500 AND total >= 4000 AND reachable THEN 'SQL'
                      WHEN profile >= 2000 AND engagement >= 1000 THEN 'MQL'
                      WHEN mailed THEN 'Lead' ELSE 'Visitor' END AS stage
          FROM totals)
        SELECT lead_id, {written('profile')}, {written('engagement')}, {written('heat')}, {written('total')}, fit, warmth,
               fit || warmth AS grade,
               CASE WHEN stage = 'SQL' AND benelux THEN 'Benelux sales' WHEN stage IN ('MQL', 'SQL') AND dach THEN 'DACH sales'
                    WHEN stage IN ('MQL', 'SQL') THEN 'Inside sales' ELSE 'Marketing' END AS owner,
               stage, excluded
        FROM staged"""


def main(few_pages=False):
    form, folder, out, threads = sys.argv[2:6]
    con = duckdb.connect()
    con.execute(f"SET threads = {threads}; SET enable_progress_bar = false; SET TimeZone = 'UTC'")
    # Of nested events it would cost more to look for the pages first than it saves.
    masks = bits_of_pages(form, folder, con) if few_pages and form != "ndjson" else ""
    con.execute(f"COPY ({query(form, folder, masks)}) TO '{out}' (FORMAT csv, HEADER)")


if __name__ == "__main__":
    main()
