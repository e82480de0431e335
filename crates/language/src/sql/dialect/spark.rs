//! Spark SQL. It has no function for NFC, but the ICU library is part of it; it can't call Java from within a list; and
//! it replaces `${name}` before it reads a query.

use super::{DAY, Engine, Expr, HOUR, escaped, instant_text, joined, quotient_without_rest};
use crate::calendar::{Instant, Zone};
use crate::words::{Text, say};

pub(super) struct Sql;

impl Engine for Sql {
    fn title(&self) -> &'static str {
        "Spark"
    }

    fn id(&self) -> &'static str {
        "spark"
    }

    fn about(&self) -> &'static str {
        "Spark SQL"
    }

    fn quoted_name(&self, name: &str) -> String {
        format!("`{}`", name.replace('`', "``"))
    }

    fn text(&self, text: &str) -> String {
        escaped(text, &[('$', "\\u0024")])
    }

    fn instant(&self, instant: Instant) -> String {
        format!("TIMESTAMP_LTZ '{}'", instant_text(instant))
    }

    fn text_type(&self) -> &'static str {
        "STRING"
    }

    fn list_type(&self) -> String {
        "ARRAY<STRING>".to_owned()
    }

    fn instant_type(&self) -> &'static str {
        "TIMESTAMP_LTZ"
    }

    fn day_cell(&self, source: &str, zone: &Zone) -> String {
        let local = self.local_day(&format!("CAST({source} AS TIMESTAMP_LTZ)"), zone);
        format!("CASE TYPEOF({source}) WHEN 'timestamp' THEN {local} ELSE CAST({source} AS DATE) END")
    }

    fn instant_of_microseconds(&self, micros: &str) -> String {
        format!("TIMESTAMP_MICROS({micros})")
    }

    fn with(&self, values: &[(&str, String)], body: &str) -> Expr {
        let values = joined(values, |name, value| format!("'{name}', {value}"));
        Expr::atom(format!("TRANSFORM(ARRAY(NAMED_STRUCT({values})), v -> {body})[0]"))
    }

    fn narrowed(&self, value: &Expr, digits: u8, places: u8) -> Expr {
        Expr::atom(format!("TRY_CAST({value} AS {})", self.decimal_type(digits, places)))
    }

    fn product(&self, left: &str, right: &str) -> Expr {
        self.narrowed(&Expr::atom(format!("TRY_MULTIPLY({left}, {right})")), 24, 6)
    }

    fn whole_quotient(&self, value: &str, by: &str) -> String {
        quotient_without_rest(value, by, &self.decimal_type(38, 0))
    }

    fn now(&self) -> &'static str {
        "CURRENT_TIMESTAMP()"
    }

    fn parameter_name(&self) -> &'static str {
        ":as_of"
    }

    fn microseconds(&self, time: &str) -> String {
        format!("UNIX_MICROS({time})")
    }

    fn age_in_days(&self, as_of: &str, time: &str) -> Expr {
        Expr::sum(format!("({as_of} - {}) DIV {DAY}", self.microseconds(time)))
    }

    fn local_time(&self, time: &str, zone: &Zone) -> String {
        let name = self.text(zone.name());
        format!("CONVERT_TIMEZONE('UTC', {name}, TO_TIMESTAMP_NTZ(TO_UTC_TIMESTAMP({time}, CURRENT_TIMEZONE())))")
    }

    fn instant_of(&self, local: &str, zone: &Zone) -> String {
        let name = self.text(zone.name());
        format!(
            "TIMESTAMP_MICROS(TIMESTAMPDIFF(MICROSECOND, TIMESTAMP_NTZ '1970-01-01 00:00:00', CONVERT_TIMEZONE({name}, 'UTC', {local})))"
        )
    }

    fn hours_before(&self, time: &str, hours: i64) -> String {
        // Given as an interval, full days would be taken as calendar days of the session.
        format!("TIMESTAMP_MICROS(UNIX_MICROS({time}) - {})", hours * HOUR)
    }

    fn microsecond_before(&self, time: &str) -> String {
        format!("TIMESTAMP_MICROS(UNIX_MICROS({time}) - 1)")
    }

    fn months_before(&self, local: &str, months: i64) -> String {
        format!("({local} - INTERVAL '{months}' MONTH)")
    }

    fn days_between(&self, from: &str, to: &str) -> Expr {
        Expr::atom(format!("DATEDIFF({to}, {from})"))
    }

    fn days_from(&self, day: &str, days: i64) -> String {
        format!("DATE_ADD({day}, {days})")
    }

    fn months_from(&self, day: &str, months: i64) -> String {
        format!("ADD_MONTHS({day}, {months})")
    }

    fn create_table(&self, name: &str, query: &str) -> String {
        // It can replace tables of some formats only, and has no transactions.
        format!("DROP TABLE IF EXISTS {name};\nCREATE TABLE {name} AS\n{};\n", query.trim_end())
    }

    fn latest(&self, value: &str, time: &str, filter: &Expr) -> String {
        format!("MAX_BY({value}, STRUCT({time}, {value})) FILTER (WHERE {filter})")
    }

    fn any_entry(&self, list: &str, entry: &str, passes: &Expr) -> Option<Expr> {
        Some(Expr::atom(format!("EXISTS({list}, {entry} -> {passes})")))
    }

    fn map_entries(&self, list: &str, entry: &str, each: &str) -> Option<String> {
        Some(format!(
            "NULLIF(FILTER(TRANSFORM({list}, {entry} -> {each}), {entry} -> {entry} IS NOT NULL), ARRAY())"
        ))
    }

    fn sorted_entries(&self, list: &str, entry: &str, each: &str) -> Option<String> {
        Some(format!("SORT_ARRAY(TRANSFORM({list}, {entry} -> {each}))"))
    }

    fn composed_list(&self, list: &str) -> String {
        // The entries are joined with U+0000 between them, and split again.
        let joined = format!("ARRAY_JOIN({list}, '\\u0000')");
        // The outer call is on the joined text alone; a list without such characters stays as it is.
        let nfc = composed_call(&joined);
        format!("CASE WHEN {} THEN SPLIT({nfc}, '\\\\u0000') ELSE {list} END", may_change(&joined))
    }

    fn clean(&self, text: &str) -> String {
        let cut = format!("TRIM(BOTH {} FROM {text})", self.blanks());
        let composed = format!("CASE WHEN {} THEN {} ELSE {cut} END", may_change(text), composed_call(&cut));
        format!("NULLIF({composed}, '')")
    }

    fn clean_entry(&self, entry: &str) -> String {
        format!("NULLIF(TRIM(BOTH {} FROM {entry}), '')", self.blanks())
    }

    fn after_at(&self, text: &str) -> String {
        format!("SUBSTRING_INDEX({text}, '@', -1)")
    }

    fn matches(&self, text: &str, pattern: &str) -> Expr {
        Expr::test(format!("{text} RLIKE {}", self.text(pattern)))
    }

    fn pattern_signs(&self) -> (&'static str, &'static str) {
        ("[^\\n]", "\\z")
    }

    fn white_space(&self) -> String {
        r"\s\x{85}\p{Z}".to_owned()
    }

    fn starts_with(&self, text: &str, part: &str) -> Expr {
        Expr::atom(format!("STARTSWITH({text}, {})", self.text(part)))
    }

    fn ends_with(&self, text: &str, part: &str) -> Expr {
        Expr::atom(format!("ENDSWITH({text}, {})", self.text(part)))
    }

    fn misread(&self, query: &str) -> Option<(Text, Text)> {
        // In texts and comments it is written differently.
        query
            .contains("${")
            .then(|| (say!("a name with `${{`"), say!("Spark takes that for a variable: rename the column")))
    }
}

/// Whether a text has a character that NFC may change: none below U+0300 is.
fn may_change(text: &str) -> String {
    format!("{text} RLIKE '[^\\\\u0000-\\\\u02ff]'")
}

/// A text in NFC, by way of the library.
fn composed_call(text: &str) -> String {
    format!("JAVA_METHOD('com.ibm.icu.text.Normalizer', 'compose', {text}, FALSE)")
}
