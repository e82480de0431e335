//! `DuckDB`. ASCII texts are told from others first, which is far cheaper; different days, weeks and months are counted as
//! bits; and what is left of points after some days is worked out.

use super::{DAY, Engine, Expr, aggregate_by_case, doubled, joined};
use crate::calendar::Zone;
use crate::decay;
use crate::decimal::{Decimal, SCALE};
use crate::ir::{Decay, DecayShape};
use crate::sql::expr::Level;

/// What is trimmed from both ends of a text, and what Unicode calls white space, for classes of patterns.
const BLANKS: &str = r"\s\v\x{85}\pZ\x{FEFF}\x{200B}";
const WHITE_SPACE: &str = r"\s\v\x{85}\pZ";

/// The most days until nothing is left of points, for a decay that is worked out as a power.
const LONGEST_DECAY: u32 = 50_000;

/// The longest that values may be, in bytes, to be written wherever they are asked for.
const LONGEST_INLINE: usize = 500;

/// The letter that `LOWER` gives other than rules do, and what it should be.
const FINAL_SIGMA: (&str, &str) = ("ς", "σ");

pub(super) struct Sql;

impl Engine for Sql {
    fn title(&self) -> &'static str {
        "DuckDB"
    }

    fn id(&self) -> &'static str {
        "duckdb"
    }

    fn text(&self, text: &str) -> String {
        format!("'{}'", doubled(text))
    }

    fn inside_quotes(&self, text: &str) -> String {
        doubled(text)
    }

    fn text_type(&self) -> &'static str {
        "VARCHAR"
    }

    fn wide_type(&self) -> String {
        "HUGEINT".to_owned()
    }

    fn with(&self, values: &[(&str, String)], body: &str) -> Expr {
        // Short ones cost less written several times than by way of a list.
        if values.iter().map(|(_, value)| value.len()).sum::<usize>() <= LONGEST_INLINE {
            return Expr::atom(values.iter().fold(body.to_owned(), |body, (name, value)| placed(&body, name, value)));
        }
        let values = joined(values, |name, value| format!("'{name}': {value}"));
        Expr::atom(format!("LIST_TRANSFORM([{{{values}}}], LAMBDA v: {body})[1]"))
    }

    fn narrowed(&self, value: &Expr, digits: u8, places: u8) -> Expr {
        Expr::atom(format!("TRY(CAST({value} AS {}))", self.decimal_type(digits, places)))
    }

    fn millionths(&self, value: &Expr) -> Expr {
        let (whole, exact) = (self.decimal_type(24, 0), self.decimal_type(24, 6));
        Expr::atom(format!("TRY(CAST(CAST({value} AS {whole}) * 0.000001 AS {exact}))"))
    }

    fn whole_quotient(&self, value: &str, by: &str) -> String {
        format!("({value}) // ({by})")
    }

    fn parameter_name(&self) -> &'static str {
        "$as_of"
    }

    fn day_cell(&self, source: &str, zone: &Zone) -> String {
        // It knows which type it is before it runs the query.
        let local = self.local_day(&format!("CAST({source} AS TIMESTAMPTZ)"), zone);
        format!("CASE TYPEOF({source}) WHEN 'TIMESTAMP WITH TIME ZONE' THEN {local} ELSE CAST({source} AS DATE) END")
    }

    fn instant_of_microseconds(&self, micros: &str) -> String {
        format!("MAKE_TIMESTAMP({micros}) AT TIME ZONE 'UTC'")
    }

    fn microseconds(&self, time: &str) -> String {
        format!("EPOCH_US({time})")
    }

    fn age_in_days(&self, as_of: &str, time: &str) -> Expr {
        Expr::sum(format!("({as_of} - {}) // {DAY}", self.microseconds(time)))
    }

    fn aggregate(&self, function: &str, distinct: &str, value: Option<&str>, filter: Option<&Expr>) -> String {
        // What is behind `FILTER` is worked out for all rows, what is behind `THEN` only where it is wanted.
        match (value, filter) {
            (Some(value), Some(filter)) if value.contains(' ') => {
                aggregate_by_case(function, distinct, Some(value), Some(filter))
            }
            (_, None) => format!("{function}({distinct}{})", value.unwrap_or("*")),
            (_, Some(filter)) => format!("{function}({distinct}{}) FILTER (WHERE {filter})", value.unwrap_or("*")),
        }
    }

    fn latest(&self, value: &str, time: &str, filter: &Expr) -> String {
        // Structs are compared from left to right.
        format!("(MAX({{'at': {time}, 'value': {value}}}) FILTER (WHERE {filter})).value")
    }

    fn distinct_days(&self, value: &str, filter: Option<&Expr>) -> String {
        // Each `COUNT(DISTINCT …)` would group all rows anew; and what a row's day is costs much.
        let days = match filter {
            Some(filter) => format!("LIST(CASE WHEN {filter} THEN {value} END) FILTER (WHERE {filter})"),
            None => format!("LIST({value})"),
        };
        format!("COALESCE(LEN(LIST_DISTINCT({days})), 0)")
    }

    fn distinct_places(&self, place: &str, places: u32, filter: Option<&Expr>) -> Option<String> {
        let ty = match places {
            0..=62 => "BIGINT",
            63..=126 => "HUGEINT",
            _ => return None,
        };
        let bit = format!("CAST(1 AS {ty}) << CAST({place} AS {ty})");
        Some(format!("CAST(BIT_COUNT({}) AS BIGINT)", self.aggregate("BIT_OR", "", Some(&bit), filter)))
    }

    fn factor(&self, decay: Decay, age: &Expr) -> Option<String> {
        let (age, days) = (age.operand(), decay.days);
        let power = match decay.shape {
            DecayShape::Fading => {
                let left = format!("{days} - LEAST({age}, {days})");
                return Some(format!("(2000000 * ({left}) + {days}) // {}", 2 * u64::from(days)));
            }
            DecayShape::Linear(share) => {
                return Some(format!("GREATEST(1000000 - {} * ({age} // {days}), 0)", share.0.min(SCALE)));
            }
            DecayShape::Halving => format!("1000000 / POW(2, {age} / {days})"),
            DecayShape::Compound(share) => format!("1000000 * POW({}, {age} // {days})", Decimal(SCALE - share.0)),
        };
        decay::is_power(decay, LONGEST_DECAY).then(|| format!("CAST(FLOOR({power} + 0.5) AS BIGINT)"))
    }

    fn joins_narrow(&self) -> bool {
        true
    }

    fn any_entry(&self, list: &str, entry: &str, passes: &Expr) -> Option<Expr> {
        Some(Expr::new(format!("LEN(LIST_FILTER({list}, LAMBDA {entry}: {passes})) > 0"), Level::Test))
    }

    fn map_entries(&self, list: &str, entry: &str, each: &str) -> Option<String> {
        Some(format!(
            "NULLIF(LIST_FILTER(LIST_TRANSFORM({list}, LAMBDA {entry}: {each}), LAMBDA {entry}: {entry} IS NOT NULL), [])"
        ))
    }

    fn sorted_entries(&self, list: &str, entry: &str, each: &str) -> Option<String> {
        Some(format!("LIST_SORT(LIST_TRANSFORM({list}, LAMBDA {entry}: {each}))"))
    }

    fn clean(&self, text: &str) -> String {
        // Most texts are ASCII without blanks at their ends, and so already clean; finding that out costs far less. Where
        // all rows take the same branch a column stays compressed, so unknown ones must not take the other.
        format!(
            "CASE WHEN {text} IS NULL OR ({text} >= '!' AND STRLEN({text}) = LENGTH({text}) AND {text}[-1] >= '!') \
             THEN {text} ELSE NULLIF(NFC_NORMALIZE(REGEXP_REPLACE({text}, '^[{BLANKS}]+|[{BLANKS}]+$', '', 'g')), '') END"
        )
    }

    fn filled(&self, text: &str) -> String {
        format!("CASE WHEN {text} BETWEEN '!' AND '~' OR REGEXP_MATCHES({text}, '[^{BLANKS}]') THEN {text} END")
    }

    fn white_space(&self) -> String {
        WHITE_SPACE.to_owned()
    }

    fn asks_presence_alone(&self) -> bool {
        true
    }

    fn folded(&self, text: &str, sigma: bool) -> String {
        let (last, fold) = FINAL_SIGMA;
        if sigma { format!("REPLACE(LOWER({text}), '{last}', '{fold}')") } else { format!("LOWER({text})") }
    }

    fn named(&self, key: &str, names: &[(String, &str)]) -> String {
        let pairs = names.iter().map(|(key, name)| format!("{}: {}", self.text(key), self.text(name)));
        format!("MAP {{{}}}[{key}]", pairs.collect::<Vec<_>>().join(", "))
    }

    fn matches(&self, text: &str, pattern: &str) -> Expr {
        Expr::atom(format!("REGEXP_MATCHES({text}, {})", self.text(pattern)))
    }

    fn pattern_signs(&self) -> (&'static str, &'static str) {
        (".", "$")
    }
}

/// A body with a value in place of `v.name`.
fn placed(body: &str, name: &str, value: &str) -> String {
    let simple = value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
    let value = if simple { value.to_owned() } else { format!("({value})") };
    let mark = format!("v.{name}");
    let mut parts = body.split(mark.as_str());
    let mut placed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_longer = part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        placed.push_str(if is_longer { &mark } else { &value });
        placed.push_str(part);
    }
    placed
}
