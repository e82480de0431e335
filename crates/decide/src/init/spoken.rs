//! Which language the data is in. In: the columns of its tables; out: a language, if their titles and a few words in their cells tell
//! it clearly.

use leadrules_language::words::Locale;

use super::names::snake;
use super::profile::Profile;
use crate::tongue::Tongue;

/// The language of the data, by the titles of its columns and what stands for yes, no and nothing; none if they don't tell it clearly.
pub(super) fn spoken<'p>(tables: impl Iterator<Item = &'p Profile>) -> Option<Locale> {
    /// A column with more values holds something else.
    const WORDS: usize = 4;
    let mut tongue = Tongue::default();
    for column in tables.flat_map(|table| &table.columns) {
        tongue.hear(&column.name);
        tongue.hear(&snake(&column.name));
        let values = column.values.sorted();
        let words = if values.len() <= WORDS { values } else { Vec::new() };
        for (word, _) in words.into_iter().chain(column.empty_words.sorted()) {
            tongue.hear_word(word);
        }
    }
    tongue.language()
}
