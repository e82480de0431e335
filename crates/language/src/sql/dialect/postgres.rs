//! `PostgreSQL`. What its functions make of letters depends on the database's locale, so all letters are in a table.

use std::sync::OnceLock;

use super::{DAY, Engine, Expr, LETTERS, blanks_written, doubled};
use crate::calendar::Zone;
use crate::sql::expr::Level;
use crate::sql::regex;

pub(super) struct Sql;

impl Engine for Sql {
    fn title(&self) -> &'static str {
        "PostgreSQL"
    }

    fn id(&self) -> &'static str {
        "postgres"
    }

    fn longest_name(&self) -> usize {
        63
    }

    fn text(&self, text: &str) -> String {
        // A backslash may or may not be special in plain quotes; in these it always is.
        if text.contains('\\') {
            format!("E'{}'", doubled(&text.replace('\\', "\\\\")))
        } else {
            format!("'{}'", doubled(text))
        }
    }

    fn inside_quotes(&self, text: &str) -> String {
        doubled(text)
    }

    fn text_type(&self) -> &'static str {
        "TEXT"
    }

    fn number_cell(&self, source: &str) -> String {
        // By way of text a binary fraction means the decimal that it is written as.
        self.narrowed(&Expr::atom(format!("CAST(CAST({source} AS TEXT) AS NUMERIC)")), 18, 6).to_string()
    }

    fn parameter_name(&self) -> &'static str {
        "$1"
    }

    fn counted_cell(&self, source: &str) -> String {
        self.narrowed(&Expr::atom(format!("CAST(CAST({source} AS TEXT) AS NUMERIC)")), 24, 6).to_string()
    }

    fn day_cell(&self, source: &str, zone: &Zone) -> String {
        let local = self.local_day(&format!("CAST({source} AS TIMESTAMPTZ)"), zone);
        let is_instant = format!("PG_TYPEOF({source}) = 'timestamptz'::REGTYPE");
        format!("CASE WHEN {is_instant} THEN {local} ELSE CAST({source} AS DATE) END")
    }

    fn instant_of_microseconds(&self, micros: &str) -> String {
        // Intervals are multiplied by binary fractions: whole seconds and the rest are exact.
        let part = |count: &str, unit: &str| format!("{micros} {count} 1000000 * INTERVAL '1 {unit}'");
        format!("(TIMESTAMPTZ '1970-01-01 00:00:00+00' + {} + {})", part("/", "second"), part("%", "microsecond"))
    }

    fn microseconds(&self, time: &str) -> String {
        format!("EXTRACT(EPOCH FROM {time}) * 1000000")
    }

    fn age_in_days(&self, as_of: &str, time: &str) -> Expr {
        Expr::atom(format!("CAST(DIV({as_of} - {}, {DAY}) AS BIGINT)", self.microseconds(time)))
    }

    fn once(&self) -> &'static str {
        // It would write each step into the one after it, wherever its columns are named: steps deep, without end.
        "MATERIALIZED "
    }

    fn by_code_point(&self) -> &'static str {
        " COLLATE \"C\""
    }

    fn any_entry(&self, list: &str, entry: &str, passes: &Expr) -> Option<Expr> {
        // The list itself must be known; an `EXISTS` alone would be false for an unknown one.
        Some(Expr::atom(format!(
            "CASE WHEN {list} IS NOT NULL THEN EXISTS (SELECT 1 FROM UNNEST({list}) AS t ({entry}) WHERE {passes}) END"
        )))
    }

    fn map_entries(&self, list: &str, entry: &str, each: &str) -> Option<String> {
        Some(format!(
            "(SELECT ARRAY_AGG(t.x) FROM (SELECT {each} AS x FROM UNNEST({list}) AS s ({entry})) AS t WHERE t.x IS NOT NULL)"
        ))
    }

    fn sorted_entries(&self, list: &str, entry: &str, each: &str) -> Option<String> {
        Some(format!(
            "(SELECT ARRAY_AGG(t.x ORDER BY t.x) FROM (SELECT {each} COLLATE \"C\" AS x FROM UNNEST({list}) AS s ({entry})) AS t)"
        ))
    }

    fn clean(&self, text: &str) -> String {
        format!("NULLIF(NORMALIZE(BTRIM({text}, {}), NFC), '')", self.blanks())
    }

    fn blanks(&self) -> String {
        format!("E'{}'", blanks_written(|c| format!("\\u{:04x}", u32::from(c))))
    }

    fn folded(&self, text: &str) -> String {
        let ascii = format!("{text} ~ '^[ -~]*$'");
        let all = format!("TRANSLATE({text}, {LETTERS}.upper_case, {LETTERS}.lower_case)");
        format!("CASE WHEN {ascii} THEN LOWER({text} COLLATE \"C\") ELSE {all} END")
    }

    fn letters(&self) -> Option<Vec<String>> {
        static LINES: OnceLock<Vec<String>> = OnceLock::new();
        let lines = || {
            let changed = || ('\0'..=char::MAX).filter(|&c| crate::text::fold_char(c) != c);
            let upper: String = changed().collect();
            let lower: String = changed().map(crate::text::fold_char).collect();
            vec![
                format!("SELECT {} AS upper_case,", self.text(&upper)),
                format!("  {} AS lower_case,", self.text(&lower)),
                format!("  {} AS no_word", self.text(&format!("[^{}]", word_signs()))),
            ]
        };
        Some(LINES.get_or_init(lines).clone())
    }

    fn letters_join(&self) -> &'static str {
        " CROSS JOIN letters"
    }

    fn matches(&self, text: &str, pattern: &str) -> Expr {
        Expr::test(format!("{text} ~ {}", self.text(pattern)))
    }

    fn pattern_signs(&self) -> (&'static str, &'static str) {
        ("[^\\n]", "$")
    }

    fn most_repetitions(&self) -> u32 {
        255
    }

    fn contains(&self, text: &str, part: &str) -> Expr {
        Expr::new(format!("STRPOS({text}, {}) > 0", self.text(part)), Level::Test)
    }

    fn ends_with(&self, text: &str, part: &str) -> Expr {
        Expr::test(format!("RIGHT({text}, {}) = {}", part.chars().count(), self.text(part)))
    }

    fn mentions(&self, text: &str, word: &str) -> Expr {
        let other = format!("{LETTERS}.no_word");
        let (before, after) = (self.text("(^|"), self.text("|$)"));
        let word = self.text(&format!("){}(", regex::escaped(word)));
        Expr::test(format!("{text} ~ ({before} || {other} || {word} || {other} || {after})"))
    }
}

/// The signs of words, as ranges in a class.
fn word_signs() -> String {
    let mut ranges: Vec<(char, char)> = Vec::new();
    for c in ('\u{1}'..=char::MAX).filter(|&c| crate::text::is_word(c)) {
        match ranges.last_mut() {
            Some((_, last)) if u32::from(*last) + 1 == u32::from(c) => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    let range = |(first, last): &(char, char)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    ranges.iter().map(range).collect()
}
