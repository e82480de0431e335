//! `PostgreSQL`. What its functions do to letters depends on the database's locale, so the letters that a query folds
//! are in a table. It can't replace a table with one whose columns differ, so the existing one is dropped in the same
//! transaction.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::{DAY, Engine, Expr, LETTERS, blanks_written, doubled};
use crate::calendar::Zone;
use crate::sql::expr::Level;

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
        // Converted by way of text, a binary fraction means the decimal that it is written as.
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
        // Intervals are multiplied as binary fractions: whole seconds and the remainder are exact.
        let part = |count: &str, unit: &str| format!("{micros} {count} 1000000 * INTERVAL '1 {unit}'");
        format!("(TIMESTAMPTZ '1970-01-01 00:00:00+00' + {} + {})", part("/", "second"), part("%", "microsecond"))
    }

    fn microseconds(&self, time: &str) -> String {
        format!("EXTRACT(EPOCH FROM {time}) * 1000000")
    }

    fn age_in_days(&self, as_of: &str, time: &str) -> Expr {
        Expr::atom(format!("CAST(DIV({as_of} - {}, {DAY}) AS BIGINT)", self.microseconds(time)))
    }

    fn create_table(&self, name: &str, query: &str) -> String {
        format!("BEGIN;\nDROP TABLE IF EXISTS {name};\nCREATE TABLE {name} AS\n{};\nCOMMIT;\n", query.trim_end())
    }

    fn create_view(&self, name: &str, query: &str) -> String {
        format!("BEGIN;\nDROP VIEW IF EXISTS {name};\nCREATE VIEW {name} AS\n{};\nCOMMIT;\n", query.trim_end())
    }

    fn once(&self) -> &'static str {
        // Otherwise it would expand each step into the next wherever its columns are named, to a depth without end.
        "MATERIALIZED "
    }

    fn by_code_point(&self) -> &'static str {
        " COLLATE \"C\""
    }

    fn any_entry(&self, list: &str, entry: &str, passes: &Expr) -> Option<Expr> {
        // The list itself must be known; an `EXISTS` by itself would be false for an unknown list.
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

    fn folded(&self, text: &str, _sigma: bool) -> String {
        let ascii = format!("{text} ~ '^[ -~]*$'");
        let all = format!("TRANSLATE({text}, {LETTERS}.upper_case, {LETTERS}.lower_case)");
        format!("CASE WHEN {ascii} THEN LOWER({text} COLLATE \"C\") ELSE {all} END")
    }

    fn letters(&self, query: &str, any: bool) -> Option<(Vec<String>, Vec<String>)> {
        let [upper, lower, no_word] = ["upper_case", "lower_case", "no_word"].map(|name| format!("{LETTERS}.{name}"));
        let mut columns = Vec::new();
        let mut values = Vec::new();
        if query.contains(&upper) {
            let asked: HashSet<char> = query.chars().filter(|c| !c.is_ascii()).collect();
            let is_needed = |c: char| any || c.is_ascii() || asked.contains(&c);
            let changed = || changed().iter().filter(|(_, to)| is_needed(*to));
            let text = |letters: String, name: &str| format!("{} AS {name}", self.text(&letters));
            values.push(text(changed().map(|(from, _)| from).collect(), "upper_case"));
            values.push(text(changed().map(|(_, to)| to).collect(), "lower_case"));
            columns.extend([upper, lower]);
        }
        if query.contains(&no_word) {
            values.push(format!("{} AS no_word", self.text(&format!("[^{}]", word_signs()))));
            columns.push(no_word);
        }
        let body = values.iter().enumerate().map(|(at, value)| {
            let comma = if at + 1 < values.len() { "," } else { "" };
            format!("{} {value}{comma}", if at == 0 { "SELECT" } else { " " })
        });
        (!values.is_empty()).then(|| (columns, body.collect()))
    }

    fn matches(&self, text: &str, pattern: &str) -> Expr {
        Expr::test(format!("{text} ~ {}", self.text(pattern)))
    }

    fn pattern_signs(&self) -> (&'static str, &'static str) {
        ("[^\\n]", "$")
    }

    fn white_space(&self) -> String {
        // What its own class contains depends on the locale.
        r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000".to_owned()
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

    fn mentions(&self, text: &str, pattern: &str) -> Expr {
        let other = format!("{LETTERS}.no_word");
        let (before, after) = (self.text("(^|"), self.text("|$)"));
        let word = self.text(&format!("){pattern}("));
        Expr::test(format!("{text} ~ ({before} || {other} || {word} || {other} || {after})"))
    }
}

/// The letters that folding changes, each with what it becomes.
fn changed() -> &'static [(char, char)] {
    static LETTERS: OnceLock<Vec<(char, char)>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let each = ('\0'..=char::MAX).map(|c| (c, crate::text::fold_char(c)));
        each.filter(|(from, to)| from != to).collect()
    })
}

/// The characters of words, as ranges in a class.
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
