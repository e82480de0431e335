//! `DuckDB`. Values are computed only once by way of a list of one entry; ASCII texts are told from others first, which
//! is far cheaper.

use super::{Engine, Expr, DAY, blanks_written, doubled, joined, texts_of};
use crate::calendar::Zone;
use crate::sql::expr::Level;

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
        let values = joined(values, |name, value| format!("'{name}': {value}"));
        Expr::atom(format!("LIST_TRANSFORM([{{{values}}}], LAMBDA v: {body})[1]"))
    }

    fn narrowed(&self, value: &Expr, digits: u8, places: u8) -> Expr {
        Expr::atom(format!("TRY(CAST({value} AS {}))", self.decimal_type(digits, places)))
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

    fn merges_written_keys(&self) -> bool {
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
        // Most texts are ASCII without blanks at their ends, and so already clean; finding that out costs far less.
        format!(
            "CASE WHEN {text} >= '!' AND STRLEN({text}) = LENGTH({text}) AND {text}[-1] >= '!' THEN {text} \
             ELSE NULLIF(NFC_NORMALIZE(TRIM({text}, {})), '') END",
            self.blanks()
        )
    }

    fn blanks(&self) -> String {
        // Its texts have no escape for a code point.
        format!("E'{}'", blanks_written(|c| c.to_string()))
    }

    fn asks_presence_alone(&self) -> bool {
        true
    }

    fn folds_where_asked(&self) -> bool {
        true
    }

    fn folded(&self, text: &str) -> String {
        let (sigma, fold) = FINAL_SIGMA;
        format!("REPLACE(LOWER({text}), '{sigma}', '{fold}')")
    }

    fn as_written(&self, value: &str, names: &[&str], otherwise: String) -> String {
        if names.is_empty() {
            return otherwise;
        }
        format!("CASE WHEN {value} IN ({}) THEN {value} ELSE {otherwise} END", texts_of(self, names))
    }

    fn matches(&self, text: &str, pattern: &str) -> Expr {
        Expr::atom(format!("REGEXP_MATCHES({text}, {})", self.text(pattern)))
    }

    fn pattern_signs(&self) -> (&'static str, &'static str) {
        (".", "$")
    }
}
