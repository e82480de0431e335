//! Google's `BigQuery`. A bare `2.5` is a binary fraction there, so exact numbers are written as `BIGNUMERIC`. Its
//! lists can't be asked entry by entry.

use super::{DAY, Engine, Expr, aggregate_by_case, pairs};
use crate::calendar::Zone;
use crate::sql::expr::Level;

pub(super) struct Sql;

impl Engine for Sql {
    fn title(&self) -> &'static str {
        "BigQuery"
    }

    fn id(&self) -> &'static str {
        "bigquery"
    }

    fn about(&self) -> &'static str {
        "BigQuery: parsed, never run"
    }

    fn quoted_name(&self, name: &str) -> String {
        format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`"))
    }

    fn digits(&self, digits: &str) -> String {
        format!("BIGNUMERIC '{digits}'")
    }

    fn exact(&self, text: String) -> Expr {
        if text.contains('.') {
            Expr::atom(self.digits(&text))
        } else if text.starts_with('-') {
            Expr::sum(text)
        } else {
            Expr::atom(text)
        }
    }

    fn list_type(&self) -> String {
        "ARRAY<STRING>".to_owned()
    }

    fn text_type(&self) -> &'static str {
        "STRING"
    }

    fn instant_type(&self) -> &'static str {
        "TIMESTAMP"
    }

    fn decimal_type(&self, digits: u8, places: u8) -> String {
        format!("BIGNUMERIC({digits}, {places})")
    }

    fn counted_cell(&self, source: &str) -> String {
        self.narrowed(&Expr::atom(format!("SAFE_CAST(CAST({source} AS STRING) AS BIGNUMERIC)")), 24, 6).to_string()
    }

    fn instant_of_microseconds(&self, micros: &str) -> String {
        format!("TIMESTAMP_MICROS({micros})")
    }

    fn number_cell(&self, source: &str) -> String {
        self.narrowed(&Expr::atom(format!("SAFE_CAST(CAST({source} AS STRING) AS BIGNUMERIC)")), 18, 6).to_string()
    }

    fn now(&self) -> &'static str {
        "CURRENT_TIMESTAMP()"
    }

    fn parameter_name(&self) -> &'static str {
        "@as_of"
    }

    fn microseconds(&self, time: &str) -> String {
        format!("UNIX_MICROS({time})")
    }

    fn age_in_days(&self, as_of: &str, time: &str) -> Expr {
        Expr::atom(format!("DIV({as_of} - {}, {DAY})", self.microseconds(time)))
    }

    fn local_time(&self, time: &str, zone: &Zone) -> String {
        format!("DATETIME({time}, {})", self.text(zone.name()))
    }

    fn instant_of(&self, local: &str, zone: &Zone) -> String {
        format!("TIMESTAMP({local}, {})", self.text(zone.name()))
    }

    fn hours_before(&self, time: &str, hours: i64) -> String {
        format!("TIMESTAMP_SUB({time}, INTERVAL {hours} HOUR)")
    }

    fn microsecond_before(&self, time: &str) -> String {
        format!("TIMESTAMP_SUB({time}, INTERVAL 1 MICROSECOND)")
    }

    fn months_before(&self, local: &str, months: i64) -> String {
        format!("DATETIME_SUB({local}, INTERVAL {months} MONTH)")
    }

    fn days_between(&self, from: &str, to: &str) -> Expr {
        Expr::atom(format!("DATE_DIFF({to}, {from}, DAY)"))
    }

    fn days_from(&self, day: &str, days: i64) -> String {
        format!("DATE_ADD({day}, INTERVAL {days} DAY)")
    }

    fn months_from(&self, day: &str, months: i64) -> String {
        format!("DATE_ADD({day}, INTERVAL {months} MONTH)")
    }

    fn aggregate(&self, function: &str, distinct: &str, value: Option<&str>, filter: Option<&Expr>) -> String {
        aggregate_by_case(function, distinct, value, filter)
    }

    fn latest(&self, value: &str, time: &str, filter: &Expr) -> String {
        format!(
            "ARRAY_AGG(CASE WHEN {filter} THEN {value} END IGNORE NULLS ORDER BY {time} DESC, {value} DESC LIMIT 1)[SAFE_OFFSET(0)]"
        )
    }

    fn rows(&self, [a, b]: [&str; 2], rows: &[(i64, String)]) -> Vec<String> {
        let mut lines = vec![
            format!("SELECT t.{a}, t.{b}"),
            format!("FROM UNNEST(ARRAY<STRUCT<{a} INT64, {b} BIGNUMERIC>>["),
        ];
        lines.extend(pairs(rows));
        lines.push("]) AS t".to_owned());
        lines
    }

    fn clean(&self, text: &str) -> String {
        format!("NULLIF(NORMALIZE(TRIM({text}, {}), NFC), '')", self.blanks())
    }

    fn after_at(&self, text: &str) -> String {
        format!("REGEXP_EXTRACT({text}, '[^@]*$')")
    }

    fn matches(&self, text: &str, pattern: &str) -> Expr {
        Expr::atom(format!("REGEXP_CONTAINS({text}, {})", self.text(pattern)))
    }

    fn pattern_signs(&self) -> (&'static str, &'static str) {
        (".", "$")
    }

    fn white_space(&self) -> String {
        r"\s\v\x{85}\pZ".to_owned()
    }

    fn contains(&self, text: &str, part: &str) -> Expr {
        Expr::new(format!("STRPOS({text}, {}) > 0", self.text(part)), Level::Test)
    }
}
