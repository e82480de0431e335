//! Texts in SQL: cut, put into NFC, folded and searched as [`crate::text`] does. In: pieces of SQL that are texts; out:
//! pieces of SQL.

use super::dialect::Dialect;
use super::expr::{Expr, Level};
use super::regex;
use crate::ir::TextTest;

/// What is cut at both ends of a text.
pub(super) const BLANKS: &str = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\
    \u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}\u{200b}";

/// The letters of an engine's `lower` that come out otherwise than [`crate::text::fold_char`] has them, and what they
/// should be. In `PostgreSQL` `lower` depends on the database's locale, so all letters are in a table.
const FINAL_SIGMA: (&str, &str) = ("ς", "σ");

/// The step that holds `PostgreSQL`'s tables of letters.
pub(super) const LETTERS: &str = "letters";

impl Dialect {
    /// A text cut at both ends and in NFC; an empty one is unknown.
    pub(super) fn clean(self, text: &str) -> String {
        match self {
            // Texts of ASCII without blanks at their ends, which are most, are clean: finding that out costs far less.
            Self::DuckDb => format!(
                "CASE WHEN {text} >= '!' AND STRLEN({text}) = LENGTH({text}) AND {text}[-1] >= '!' THEN {text} \
                 ELSE NULLIF(NFC_NORMALIZE(TRIM({text}, {})), '') END",
                self.blanks()
            ),
            Self::Postgres => format!("NULLIF(NORMALIZE(BTRIM({text}, {}), NFC), '')", self.blanks()),
            Self::Spark => {
                let cut = format!("TRIM(BOTH {} FROM {text})", self.blanks());
                format!("NULLIF({}, '')", composed(text, &cut, &cut))
            }
            Self::Snowflake => format!("NULLIF(TRIM({text}, {}), '')", self.blanks()),
            Self::BigQuery => format!("NULLIF(NORMALIZE(TRIM({text}, {}), NFC), '')", self.blanks()),
        }
    }

    /// The same of an entry of a list that [`Self::composed_list`] gave.
    pub(super) fn clean_entry(self, entry: &str) -> String {
        match self {
            Self::Spark => format!("NULLIF(TRIM(BOTH {} FROM {entry}), '')", self.blanks()),
            Self::DuckDb | Self::Postgres | Self::Snowflake | Self::BigQuery => self.clean(entry),
        }
    }

    /// A list with its entries in NFC, where that can't be done entry by entry: Spark calls no Java from within a list. They
    /// are put together with U+0000 between them, and taken apart again.
    pub(super) fn composed_list(self, list: &str) -> String {
        match self {
            Self::Spark => {
                let joined = format!("ARRAY_JOIN({list}, '\\u0000')");
                // The outer call is of the joined text alone; a list without such signs stays as it is.
                let nfc = composed_call(&joined);
                format!("CASE WHEN {} THEN SPLIT({nfc}, '\\\\u0000') ELSE {list} END", may_change(&joined))
            }
            Self::DuckDb | Self::Postgres | Self::Snowflake | Self::BigQuery => list.to_owned(),
        }
    }

    /// A text, if there is more to it than blanks; its ends are as they were.
    pub(super) fn filled(self, text: &str) -> String {
        format!("CASE WHEN {text} BETWEEN '!' AND '~' THEN {text} ELSE NULLIF(TRIM({text}, {}), '') END", self.blanks())
    }

    /// The literal of all blanks.
    fn blanks(self) -> String {
        let escaped = |c: char| match c {
            ' ' => " ".to_owned(),
            '\t' => "\\t".to_owned(),
            '\n' => "\\n".to_owned(),
            '\r' => "\\r".to_owned(),
            // DuckDB's texts have no escape for a code point.
            c if self == Self::DuckDb => c.to_string(),
            c => format!("\\u{:04x}", u32::from(c)),
        };
        let blanks: String = BLANKS.chars().map(escaped).collect();
        match self {
            Self::DuckDb | Self::Postgres => format!("E'{blanks}'"),
            Self::Spark | Self::Snowflake | Self::BigQuery => format!("'{blanks}'"),
        }
    }

    /// A text folded for comparing.
    pub(super) fn folded(self, text: &str) -> String {
        let (sigma, fold) = FINAL_SIGMA;
        match self {
            Self::DuckDb => format!("REPLACE(LOWER({text}), '{sigma}', '{fold}')"),
            Self::Postgres => {
                let ascii = format!("{text} ~ '^[ -~]*$'");
                let all = format!("TRANSLATE({text}, {LETTERS}.upper_case, {LETTERS}.lower_case)");
                format!("CASE WHEN {ascii} THEN LOWER({text} COLLATE \"C\") ELSE {all} END")
            }
            // These put a sigma at the end of a word, and a dot over the i of `İ`.
            Self::Spark | Self::Snowflake | Self::BigQuery => {
                format!("TRANSLATE(LOWER(TRANSLATE({text}, 'İΣς', 'iσσ')), 'ς', 'σ')")
            }
        }
    }

    /// `otherwise`, which gives a value that is one of these names as it is: where asking for that first is faster, it is
    /// asked.
    pub(super) fn as_written(self, value: &str, names: &[&str], otherwise: String) -> String {
        match self {
            Self::DuckDb if !names.is_empty() => {
                format!("CASE WHEN {value} IN ({}) THEN {value} ELSE {otherwise} END", self.texts(names))
            }
            Self::DuckDb | Self::Postgres | Self::Spark | Self::Snowflake | Self::BigQuery => otherwise,
        }
    }

    /// What stands after the last `@`.
    pub(super) fn after_at(self, text: &str) -> String {
        match self {
            Self::DuckDb | Self::Postgres | Self::Snowflake => format!("SPLIT_PART({text}, '@', -1)"),
            Self::Spark => format!("SUBSTRING_INDEX({text}, '@', -1)"),
            Self::BigQuery => format!("REGEXP_EXTRACT({text}, '[^@]*$')"),
        }
    }

    /// Whether a regular expression matches somewhere in a text.
    pub(super) fn matches(self, text: &str, pattern: &str) -> Expr {
        let literal = self.text(pattern);
        match self {
            Self::DuckDb => Expr::atom(format!("REGEXP_MATCHES({text}, {literal})")),
            Self::Postgres => Expr::test(format!("{text} ~ {literal}")),
            Self::Spark => Expr::test(format!("{text} RLIKE {literal}")),
            Self::Snowflake => Expr::test(format!("REGEXP_INSTR({text}, {literal}) > 0")),
            Self::BigQuery => Expr::atom(format!("REGEXP_CONTAINS({text}, {literal})")),
        }
    }

    /// Whether a text is an address, as [`crate::text::is_email`] has it.
    pub(super) fn is_email(self, text: &str) -> Expr {
        // Blanks at the ends are gone; inside, those of Unicode's white space count.
        let blanks: String = BLANKS.chars().filter(|c| c.is_whitespace()).collect();
        self.matches(text, &format!("^[^@{blanks}]+@[^@.{blanks}]+(\\.[^@.{blanks}]+)+$"))
    }

    /// Whether a folded text passes a test.
    pub(super) fn passes(self, text: &str, test: &TextTest) -> Expr {
        let each =
            |texts: &[String], one: &dyn Fn(&str) -> Expr| texts.iter().map(|text| one(text)).collect::<Vec<_>>();
        let contains = |part: &str| self.contains(text, part);
        match test {
            TextTest::In(texts) => match texts.as_slice() {
                [] => Expr::atom(text).false_if_known(),
                [one] => Expr::test(format!("{text} = {}", self.text(one))),
                _ => Expr::test(format!("{text} IN ({})", self.texts(texts))),
            },
            TextTest::Contains(texts) => Expr::any(each(texts, &contains)),
            TextTest::ContainsAll(texts) => Expr::all(each(texts, &contains)),
            TextTest::StartsWith(texts) => Expr::any(each(texts, &|part| self.starts_with(text, part))),
            TextTest::EndsWith(texts) => Expr::any(each(texts, &|part| self.ends_with(text, part))),
            TextTest::Mentions(texts) => Expr::any(each(texts, &|word| self.mentions(text, word))),
            TextTest::Matches(pattern) => self.matches(text, &regex::written(self, &pattern.folded)),
        }
    }

    fn contains(self, text: &str, part: &str) -> Expr {
        let part = self.text(part);
        match self {
            Self::DuckDb | Self::Spark | Self::Snowflake => Expr::atom(format!("CONTAINS({text}, {part})")),
            Self::Postgres | Self::BigQuery => Expr::new(format!("STRPOS({text}, {part}) > 0"), Level::Test),
        }
    }

    fn starts_with(self, text: &str, part: &str) -> Expr {
        let part = self.text(part);
        let function = match self {
            Self::DuckDb | Self::Postgres | Self::BigQuery => "STARTS_WITH",
            Self::Spark | Self::Snowflake => "STARTSWITH",
        };
        Expr::atom(format!("{function}({text}, {part})"))
    }

    fn ends_with(self, text: &str, part: &str) -> Expr {
        let literal = self.text(part);
        match self {
            Self::DuckDb | Self::BigQuery => Expr::atom(format!("ENDS_WITH({text}, {literal})")),
            Self::Postgres => Expr::test(format!("RIGHT({text}, {}) = {literal}", part.chars().count())),
            Self::Spark | Self::Snowflake => Expr::atom(format!("ENDSWITH({text}, {literal})")),
        }
    }

    /// Whether a word stands in a folded text with nothing of a word on either side.
    fn mentions(self, text: &str, word: &str) -> Expr {
        let word = regex::escaped(word);
        match self {
            // Its classes of letters depend on the locale, so all letters are in a table.
            Self::Postgres => {
                let other = format!("{LETTERS}.no_word");
                let (before, after) = (self.text("(^|"), self.text("|$)"));
                let word = self.text(&format!("){word}("));
                Expr::test(format!("{text} ~ ({before} || {other} || {word} || {other} || {after})"))
            }
            Self::DuckDb | Self::Spark | Self::Snowflake | Self::BigQuery => {
                let other = "[^\\p{L}\\p{M}\\p{N}_Ⓐ-ⓩ🄰-🅉🅐-🅩🅰-🆉]";
                self.matches(text, &format!("(^|{other}){word}({other}|$)"))
            }
        }
    }
}

/// Whether a text of Spark has a sign that NFC may change: none before U+0300 is.
fn may_change(text: &str) -> String {
    format!("{text} RLIKE '[^\\\\u0000-\\\\u02ff]'")
}

/// Spark has no function for NFC, but ICU's library is a part of it.
fn composed_call(text: &str) -> String {
    format!("JAVA_METHOD('com.ibm.icu.text.Normalizer', 'compose', {text}, FALSE)")
}

fn composed(text: &str, changed: &str, otherwise: &str) -> String {
    format!("CASE WHEN {} THEN {} ELSE {otherwise} END", may_change(text), composed_call(changed))
}

/// All letters that folding changes, what they become, and a class of all that is no part of a word.
pub(super) fn letters(dialect: Dialect) -> Vec<String> {
    let changed = || ('\0'..=char::MAX).filter(|&c| crate::text::fold_char(c) != c);
    let upper: String = changed().collect();
    let lower: String = changed().map(crate::text::fold_char).collect();
    let mut ranges: Vec<(char, char)> = Vec::new();
    for c in ('\u{1}'..=char::MAX).filter(|&c| crate::text::is_word(c)) {
        match ranges.last_mut() {
            Some((_, last)) if u32::from(*last) + 1 == u32::from(c) => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    let class: String = ranges
        .iter()
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") })
        .collect();
    vec![
        format!("SELECT {} AS upper_case,", dialect.text(&upper)),
        format!("  {} AS lower_case,", dialect.text(&lower)),
        format!("  {} AS no_word", dialect.text(&format!("[^{class}]"))),
    ]
}
