//! What a part of the page is made of: sentences, and tables with their cells. In: texts; out: what the template shows, in the
//! reader's language.

use serde::Serialize;

use super::sentence::spoken;
use crate::backtest::{interval, percent};
use crate::statistic::Rate;
use leadrules_language::decimal::{Decimal, divide_rounded};
use leadrules_language::ir::Score;
use leadrules_language::words::{Locale, Text, say};

/// How many rows of a list stand open; the others are folded away.
const OPEN: usize = 10;

/// At most this many rows are listed.
const LISTED: usize = 100;

/// A share and its interval, as people read them.
pub(super) fn with_interval(rate: Rate) -> Text {
    match rate.rate {
        Some(_) => say!("{share} ({interval})", share = percent(rate.rate), interval = interval(rate)),
        None => Text::verbatim("–"),
    }
}

/// A text with the names in it as words.
pub(super) fn in_words(text: &Text, locale: Locale) -> Text {
    Text::verbatim(spoken(&text.in_locale(locale)))
}

/// What follows where only so many are shown.
pub(super) fn the_next(count: usize) -> Text {
    // As it always was, without anything between thousands.
    say!("The next {count}", count = Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// A table: the heads of its columns, its rows, and how many of its columns (from the first) hold texts.
#[derive(Debug, Default, Serialize)]
pub(super) struct Table {
    heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// Rows that are folded away, and what stands in their place.
    rest: Vec<Vec<String>>,
    next: String,
    texts: usize,
    /// What is not listed at all.
    more: Option<String>,
    #[serde(skip)]
    locale: Locale,
}

impl Table {
    pub(super) fn new(locale: Locale, texts: usize, heads: Vec<Text>) -> Self {
        let heads = heads.iter().map(|head| head.in_locale(locale)).collect();
        Self { heads, texts, locale, ..Self::default() }
    }

    pub(super) fn add(&mut self, row: impl IntoIterator<Item = Text>) {
        self.rows.push(row.into_iter().map(|cell| cell.in_locale(self.locale)).collect());
    }

    /// Folds away what is beyond the first rows, and leaves out what is beyond many.
    pub(super) fn folded(mut self) -> Self {
        let more = self.rows.len().saturating_sub(LISTED);
        self.rows.truncate(LISTED);
        self.rest = self.rows.split_off(self.rows.len().min(OPEN));
        self.next = the_next(self.rest.len()).in_locale(self.locale);
        self.more = (more > 0).then(|| say!("and {count} more", count = more).in_locale(self.locale));
        self
    }
}

/// A part of the page: what it says, and a table.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) said: Vec<String>,
    pub(super) tables: Vec<(String, Table)>,
    /// Whether the tables are folded away, since what is said is the answer.
    pub(super) folded: bool,
}

pub(super) fn answer(
    locale: Locale,
    id: &'static str,
    title: &Text,
    said: &[Text],
    tables: Vec<(Text, Table)>,
) -> Answer {
    Answer {
        id,
        title: title.in_locale(locale),
        said: said.iter().map(|sentence| sentence.in_locale(locale)).collect(),
        tables: tables.into_iter().map(|(title, table)| (title.in_locale(locale), table)).collect(),
        folded: false,
    }
}

/// A length in per cent, for a bar.
pub(super) fn length(part: u64, whole: u64) -> String {
    let tenths = divide_rounded(i128::from(part) * 1000, i128::from(whole.max(1)));
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The range of a score, `0 to 100`, or its one end; `None` if it has no ends.
pub(super) fn range(score: &Score) -> Option<Text> {
    match (score.range.low, score.range.high) {
        (Some(low), Some(high)) => Some(say!("{low} to {high}", low, high)),
        (Some(low), None) => Some(say!("from {low}", low)),
        (None, Some(high)) => Some(say!("up to {high}", high)),
        (None, None) => None,
    }
}
