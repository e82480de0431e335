//! Snowflake. Its lists can't be asked entry by entry, and it has no function for NFC.

use super::{DAY, Engine, Expr, aggregate_by_case, instant_text, quotient_without_rest};
use crate::calendar::{Instant, Zone};

pub(super) struct Sql;

impl Engine for Sql {
    fn title(&self) -> &'static str {
        "Snowflake"
    }

    fn id(&self) -> &'static str {
        "snowflake"
    }

    fn about(&self) -> &'static str {
        "Snowflake: parsed, never run"
    }

    fn instant(&self, instant: Instant) -> String {
        format!("CAST('{}' AS TIMESTAMP_TZ)", instant_text(instant))
    }

    fn list_type(&self) -> String {
        "ARRAY".to_owned()
    }

    fn text_type(&self) -> &'static str {
        "VARCHAR"
    }

    fn instant_type(&self) -> &'static str {
        "TIMESTAMP_TZ"
    }

    fn decimal_type(&self, digits: u8, places: u8) -> String {
        format!("NUMBER({digits}, {places})")
    }

    fn number_cell(&self, source: &str) -> String {
        format!("TRY_CAST(CAST({source} AS VARCHAR) AS NUMBER(18, 6))")
    }

    fn counted_cell(&self, source: &str) -> String {
        format!("TRY_CAST(CAST({source} AS VARCHAR) AS NUMBER(24, 6))")
    }

    fn instant_of_microseconds(&self, micros: &str) -> String {
        format!("CAST(TO_TIMESTAMP_NTZ({micros}, 6) || ' +0000' AS TIMESTAMP_TZ)")
    }

    fn whole_quotient(&self, value: &str, by: &str) -> String {
        quotient_without_rest(value, by, &self.decimal_type(38, 0))
    }

    fn parameter_name(&self) -> &'static str {
        ":as_of"
    }

    fn microseconds(&self, time: &str) -> String {
        format!("DATE_PART(EPOCH_MICROSECOND, {time})")
    }

    fn age_in_days(&self, as_of: &str, time: &str) -> Expr {
        Expr::atom(format!("FLOOR(({as_of} - {}) / {DAY})", self.microseconds(time)))
    }

    fn local_time(&self, time: &str, zone: &Zone) -> String {
        format!("CAST(CONVERT_TIMEZONE({}, {time}) AS TIMESTAMP_NTZ)", self.text(zone.name()))
    }

    fn instant_of(&self, local: &str, zone: &Zone) -> String {
        let name = self.text(zone.name());
        format!("CAST(CONVERT_TIMEZONE({name}, 'UTC', {local}) || ' +0000' AS TIMESTAMP_TZ)")
    }

    fn hours_before(&self, time: &str, hours: i64) -> String {
        format!("DATEADD(HOUR, -{hours}, {time})")
    }

    fn microsecond_before(&self, time: &str) -> String {
        format!("DATEADD(MICROSECOND, -1, {time})")
    }

    fn months_before(&self, local: &str, months: i64) -> String {
        format!("DATEADD(MONTH, -{months}, {local})")
    }

    fn days_between(&self, from: &str, to: &str) -> Expr {
        Expr::atom(format!("DATEDIFF(DAY, {from}, {to})"))
    }

    fn days_from(&self, day: &str, days: i64) -> String {
        format!("DATEADD(DAY, {days}, {day})")
    }

    fn months_from(&self, day: &str, months: i64) -> String {
        format!("DATEADD(MONTH, {months}, {day})")
    }

    fn aggregate(&self, function: &str, distinct: &str, value: Option<&str>, filter: Option<&Expr>) -> String {
        aggregate_by_case(function, distinct, value, filter)
    }

    fn latest(&self, value: &str, time: &str, filter: &Expr) -> String {
        format!(
            "CAST(GET(ARRAY_AGG(CASE WHEN {filter} THEN {value} END) WITHIN GROUP (ORDER BY CASE WHEN {filter} THEN {time} END DESC NULLS LAST, {value} DESC), 0) AS NUMBER(18, 6))"
        )
    }

    fn clean(&self, text: &str) -> String {
        format!("NULLIF(TRIM({text}, {}), '')", self.blanks())
    }

    fn matches(&self, text: &str, pattern: &str) -> Expr {
        Expr::test(format!("REGEXP_INSTR({text}, {}) > 0", self.text(pattern)))
    }

    fn pattern_signs(&self) -> (&'static str, &'static str) {
        ("[^\\n]", "\\z")
    }

    fn starts_with(&self, text: &str, part: &str) -> Expr {
        Expr::atom(format!("STARTSWITH({text}, {})", self.text(part)))
    }

    fn ends_with(&self, text: &str, part: &str) -> Expr {
        Expr::atom(format!("ENDSWITH({text}, {})", self.text(part)))
    }
}
