//! How each engine writes what all of them can do: names, literals, types, and the functions whose names or ways differ.
//! In: pieces of SQL; out: pieces of SQL.

use std::fmt;

use super::expr::{Expr, Level};
use super::words;
use crate::calendar::{self, Day, Instant, Zone};
use crate::decimal::{Decimal, Points};

/// An engine's SQL.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `DuckDB` 1.3 and later.
    DuckDb,
    /// `PostgreSQL` 14 and later.
    Postgres,
    /// Spark SQL 4 and later.
    Spark,
    /// Snowflake.
    Snowflake,
    /// Google's `BigQuery`.
    BigQuery,
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DuckDb => "DuckDB",
            Self::Postgres => "PostgreSQL",
            Self::Spark => "Spark",
            Self::Snowflake => "Snowflake",
            Self::BigQuery => "BigQuery",
        })
    }
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::DuckDb, Self::Postgres, Self::Spark, Self::Snowflake, Self::BigQuery];

    /// The most bytes that a name may have.
    pub(super) fn longest_name(self) -> usize {
        match self {
            Self::Postgres => 63,
            Self::DuckDb | Self::Spark | Self::Snowflake | Self::BigQuery => 250,
        }
    }

    /// A name, in quotes where it needs them.
    pub(super) fn name(self, name: &str) -> String {
        if words::is_plain(name) {
            return name.to_owned();
        }
        match self {
            Self::DuckDb | Self::Postgres | Self::Snowflake => format!("\"{}\"", name.replace('"', "\"\"")),
            Self::Spark => format!("`{}`", name.replace('`', "``")),
            Self::BigQuery => format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`")),
        }
    }

    /// A table's name: parts between dots, each in quotes where it needs them.
    #[must_use]
    pub fn table(self, name: &str) -> String {
        name.split('.').map(|part| self.name(part)).collect::<Vec<_>>().join(".")
    }

    /// A text, which can't end before its end.
    pub(super) fn text(self, text: &str) -> String {
        match self {
            // In PostgreSQL a backslash may or may not be special in plain quotes; in these it always is.
            Self::Postgres if text.contains('\\') => {
                format!("E'{}'", text.replace('\\', "\\\\").replace('\'', "''"))
            }
            Self::DuckDb | Self::Postgres => format!("'{}'", text.replace('\'', "''")),
            Self::Spark | Self::Snowflake | Self::BigQuery => {
                let mut quoted = String::from("'");
                for c in text.chars() {
                    match c {
                        '\'' | '\\' => quoted.extend(['\\', c]),
                        // Spark replaces `${name}` before it reads a query.
                        '$' if self == Self::Spark => quoted.push_str("\\u0024"),
                        '\n' => quoted.push_str("\\n"),
                        '\r' => quoted.push_str("\\r"),
                        _ => quoted.push(c),
                    }
                }
                quoted.push('\'');
                quoted
            }
        }
    }

    /// Texts parted by commas.
    pub(super) fn texts<S: AsRef<str>>(self, texts: &[S]) -> String {
        texts.iter().map(|text| self.text(text.as_ref())).collect::<Vec<_>>().join(", ")
    }

    /// An exact number.
    pub(super) fn number(self, value: Decimal) -> Expr {
        self.exact(value.to_string())
    }

    /// Points, with both places.
    pub(super) fn points(self, points: Points) -> Expr {
        let sign = if points.0 < 0 { "-" } else { "" };
        let magnitude = points.0.unsigned_abs();
        self.exact(format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100))
    }

    fn exact(self, text: String) -> Expr {
        match self {
            // A bare `2.5` is a binary fraction there.
            Self::BigQuery if text.contains('.') => Expr::atom(format!("BIGNUMERIC '{text}'")),
            Self::DuckDb | Self::Postgres | Self::Spark | Self::Snowflake | Self::BigQuery => {
                if text.starts_with('-') {
                    Expr::sum(text)
                } else {
                    Expr::atom(text)
                }
            }
        }
    }

    /// A calendar day.
    pub(super) fn date(self, day: Day) -> String {
        format!("DATE '{}'", calendar::format_day(day))
    }

    /// An instant.
    pub(super) fn instant(self, instant: Instant) -> String {
        let text = calendar::format_instant(instant).replace('T', " ").replace('Z', "+00:00");
        match self {
            Self::DuckDb | Self::Postgres => format!("TIMESTAMPTZ '{text}'"),
            Self::Spark => format!("TIMESTAMP_LTZ '{text}'"),
            Self::Snowflake => format!("CAST('{text}' AS TIMESTAMP_TZ)"),
            Self::BigQuery => format!("TIMESTAMP '{text}'"),
        }
    }

    /// The type of texts.
    pub(super) fn text_type(self) -> &'static str {
        match self {
            Self::DuckDb | Self::Snowflake => "VARCHAR",
            Self::Postgres => "TEXT",
            Self::Spark | Self::BigQuery => "STRING",
        }
    }

    /// A type of exact numbers with so many digits, of which so many are places.
    pub(super) fn decimal_type(self, digits: u8, places: u8) -> String {
        match self {
            Self::DuckDb | Self::Postgres | Self::Spark => format!("DECIMAL({digits}, {places})"),
            Self::Snowflake => format!("NUMBER({digits}, {places})"),
            Self::BigQuery => format!("BIGNUMERIC({digits}, {places})"),
        }
    }

    /// `body`, in which `v.a` and so on stand for these: each is written, and worked out, once.
    pub(super) fn with(self, values: &[(&str, String)], body: &str) -> Expr {
        let joined = |part: &dyn Fn(&str, &str) -> String| {
            values.iter().map(|(name, value)| part(name, value)).collect::<Vec<_>>().join(", ")
        };
        Expr::atom(match self {
            Self::DuckDb => {
                let values = joined(&|name, value| format!("'{name}': {value}"));
                format!("LIST_TRANSFORM([{{{values}}}], LAMBDA v: {body})[1]")
            }
            Self::Spark => {
                let values = joined(&|name, value| format!("'{name}', {value}"));
                format!("TRANSFORM(ARRAY(NAMED_STRUCT({values})), v -> {body})[0]")
            }
            Self::Postgres | Self::Snowflake | Self::BigQuery => {
                let values = joined(&|name, value| format!("{value} AS {name}"));
                format!("(SELECT {body} FROM (SELECT {values}) AS v)")
            }
        })
    }

    /// A number rounded half away from zero to so many places, unknown if it then has more than `digits` digits.
    pub(super) fn narrowed(self, value: &Expr, digits: u8, places: u8) -> Expr {
        let ty = self.decimal_type(digits, places);
        match self {
            Self::DuckDb => Expr::atom(format!("TRY(CAST({value} AS {ty}))")),
            Self::Spark => Expr::atom(format!("TRY_CAST({value} AS {ty})")),
            Self::Postgres | Self::Snowflake | Self::BigQuery => {
                let limit = format!("1{}", "0".repeat(usize::from(digits - places)));
                let limit = if self == Self::BigQuery { format!("BIGNUMERIC '{limit}'") } else { limit };
                let rounded = format!("ROUND({value}, {places})");
                self.with(&[("x", rounded)], &format!("CASE WHEN ABS(v.x) < {limit} THEN CAST(v.x AS {ty}) END"))
            }
        }
    }

    /// The whole part of a quotient of whole numbers that are not negative, `by` above zero.
    pub(super) fn whole_quotient(self, value: &str, by: &str) -> String {
        match self {
            Self::DuckDb => format!("({value}) // ({by})"),
            Self::Postgres | Self::BigQuery => format!("DIV({value}, {by})"),
            // `/` alone would round; without the rest there is nothing to round.
            Self::Spark | Self::Snowflake => {
                let wide = self.decimal_type(38, 0);
                format!("CAST((({value}) - ({value}) % ({by})) / ({by}) AS {wide})")
            }
        }
    }

    /// A type of whole numbers that holds 10^30.
    pub(super) fn wide_type(self) -> String {
        match self {
            Self::DuckDb => "HUGEINT".to_owned(),
            Self::Postgres | Self::Spark | Self::Snowflake | Self::BigQuery => self.decimal_type(38, 0),
        }
    }

    /// The local date and time of an instant.
    pub(super) fn local_time(self, time: &str, zone: &Zone) -> String {
        let name = self.text(zone.name());
        match self {
            Self::DuckDb | Self::Postgres => format!("{time} AT TIME ZONE {name}"),
            Self::Spark => format!(
                "CONVERT_TIMEZONE('UTC', {name}, TO_TIMESTAMP_NTZ(TO_UTC_TIMESTAMP({time}, CURRENT_TIMEZONE())))"
            ),
            Self::Snowflake => format!("CAST(CONVERT_TIMEZONE({name}, {time}) AS TIMESTAMP_NTZ)"),
            Self::BigQuery => format!("DATETIME({time}, {name})"),
        }
    }

    /// The local day of a time.
    pub(super) fn local_day(self, time: &str, zone: &Zone) -> String {
        format!("CAST({} AS DATE)", self.local_time(time, zone))
    }

    /// The days from one date to another, as a whole number.
    pub(super) fn days_between(self, from: &str, to: &str) -> Expr {
        match self {
            Self::DuckDb | Self::Postgres => Expr::sum(format!("{to} - {from}")),
            Self::Spark => Expr::atom(format!("DATEDIFF({to}, {from})")),
            Self::Snowflake => Expr::atom(format!("DATEDIFF(DAY, {from}, {to})")),
            Self::BigQuery => Expr::atom(format!("DATE_DIFF({to}, {from}, DAY)")),
        }
    }

    /// An aggregate over the rows that pass.
    pub(super) fn aggregate(
        self,
        function: &str,
        distinct: bool,
        value: Option<&str>,
        filter: Option<&Expr>,
    ) -> String {
        let distinct = if distinct { "DISTINCT " } else { "" };
        match (self, filter) {
            (_, None) => format!("{function}({distinct}{})", value.unwrap_or("*")),
            (Self::DuckDb | Self::Postgres | Self::Spark, Some(filter)) => {
                format!("{function}({distinct}{}) FILTER (WHERE {filter})", value.unwrap_or("*"))
            }
            (Self::Snowflake | Self::BigQuery, Some(filter)) => {
                format!("{function}({distinct}CASE WHEN {filter} THEN {} END)", value.unwrap_or("1"))
            }
        }
    }

    /// Of the rows that pass, the value of the latest; at equal times the greatest.
    pub(super) fn latest(self, value: &str, time: &str, filter: &Expr) -> String {
        let order = format!("{time} DESC, {value} DESC");
        match self {
            Self::DuckDb | Self::Postgres => {
                format!("(ARRAY_AGG({value} ORDER BY {order}) FILTER (WHERE {filter}))[1]")
            }
            Self::Spark => format!("MAX_BY({value}, STRUCT({time}, {value})) FILTER (WHERE {filter})"),
            Self::Snowflake => format!(
                "CAST(GET(ARRAY_AGG(CASE WHEN {filter} THEN {value} END) WITHIN GROUP (ORDER BY CASE WHEN {filter} THEN {time} END DESC NULLS LAST, {value} DESC), 0) AS NUMBER(18, 6))"
            ),
            Self::BigQuery => format!(
                "ARRAY_AGG(CASE WHEN {filter} THEN {value} END IGNORE NULLS ORDER BY {order} LIMIT 1)[SAFE_OFFSET(0)]"
            ),
        }
    }

    /// Rows of whole numbers, for a step of their own: `a`, `b`.
    pub(super) fn rows(self, names: [&str; 2], rows: &[(i64, String)]) -> Vec<String> {
        let [a, b] = names;
        let pairs = |open: &str| rows.iter().map(|(key, value)| format!("{open}({key}, {value})")).collect::<Vec<_>>();
        match self {
            Self::DuckDb | Self::Postgres | Self::Spark | Self::Snowflake => {
                let mut lines = vec![format!("SELECT t.{a}, t.{b}"), "FROM (VALUES".to_owned()];
                lines.extend(pairs("").chunks(8).map(|chunk| format!("  {},", chunk.join(", "))));
                if let Some(last) = lines.last_mut() {
                    last.pop();
                }
                lines.push(format!(") AS t ({a}, {b})"));
                lines
            }
            Self::BigQuery => {
                let mut lines = vec![
                    format!("SELECT t.{a}, t.{b}"),
                    format!("FROM UNNEST(ARRAY<STRUCT<{a} INT64, {b} BIGNUMERIC>>["),
                ];
                lines.extend(pairs("").chunks(8).map(|chunk| format!("  {},", chunk.join(", "))));
                if let Some(last) = lines.last_mut() {
                    last.pop();
                }
                lines.push("]) AS t".to_owned());
                lines
            }
        }
    }

    /// Whether an entry of a list passes; `None` where the engine has no lists that can be asked so.
    pub(super) fn any_entry(self, list: &str, entry: &str, passes: &Expr) -> Option<Expr> {
        match self {
            Self::DuckDb => {
                Some(Expr::new(format!("LEN(LIST_FILTER({list}, LAMBDA {entry}: {passes})) > 0"), Level::Test))
            }
            // The list itself must be known; an `EXISTS` alone would be false for an unknown one.
            Self::Postgres => Some(Expr::atom(format!(
                "CASE WHEN {list} IS NOT NULL THEN EXISTS (SELECT 1 FROM UNNEST({list}) AS t ({entry}) WHERE {passes}) END"
            ))),
            Self::Spark => Some(Expr::atom(format!("EXISTS({list}, {entry} -> {passes})"))),
            Self::Snowflake | Self::BigQuery => None,
        }
    }

    /// The entries of a list, each put through `each`, without the unknown ones; an empty list is unknown.
    pub(super) fn map_entries(self, list: &str, entry: &str, each: &str) -> Option<String> {
        match self {
            Self::DuckDb => Some(format!(
                "NULLIF(LIST_FILTER(LIST_TRANSFORM({list}, LAMBDA {entry}: {each}), LAMBDA {entry}: {entry} IS NOT NULL), [])"
            )),
            Self::Postgres => Some(format!(
                "(SELECT ARRAY_AGG(t.x) FROM (SELECT {each} AS x FROM UNNEST({list}) AS s ({entry})) AS t WHERE t.x IS NOT NULL)"
            )),
            Self::Spark => Some(format!(
                "NULLIF(FILTER(TRANSFORM({list}, {entry} -> {each}), {entry} -> {entry} IS NOT NULL), ARRAY())"
            )),
            Self::Snowflake | Self::BigQuery => None,
        }
    }

    /// A list in order, each entry put through `each`: the same for lists that hold the same.
    pub(super) fn sorted_entries(self, list: &str, entry: &str, each: &str) -> Option<String> {
        match self {
            Self::DuckDb => Some(format!("LIST_SORT(LIST_TRANSFORM({list}, LAMBDA {entry}: {each}))")),
            Self::Postgres => Some(format!(
                "(SELECT ARRAY_AGG(t.x ORDER BY t.x) FROM (SELECT {each} COLLATE \"C\" AS x FROM UNNEST({list}) AS s ({entry})) AS t)"
            )),
            Self::Spark => Some(format!("SORT_ARRAY(TRANSFORM({list}, {entry} -> {each}))")),
            Self::Snowflake | Self::BigQuery => None,
        }
    }
}
