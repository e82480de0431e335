//! Words that people and programs write where they know nothing. In: a cleaned text; out: whether it is one.

use std::sync::LazyLock;

use leadrules_language::text;

/// Texts that stand for an empty cell, whatever the column holds; folded, in the order of their bytes.
const EMPTY_WORDS: &[&str] = &[
    "#n/a",
    "(blank)",
    "(empty)",
    "(not set)",
    "-",
    "--",
    "0000-00-00",
    "?",
    "inconnu",
    "n.v.t.",
    "n/a",
    "nan",
    "not available",
    "not provided",
    "not set",
    "not specified",
    "null",
    "onbekend",
    "select",
    "undefined",
    "unknown",
    "unspecified",
];

/// The greatest number of characters in one of the words for an empty cell.
const LONGEST_WORD: usize = 13;

/// Texts that stand for an empty cell if all other values are numbers, dates and the like; folded, in the order of their bytes.
const MAYBE_EMPTY_WORDS: &[&str] = &[".", "aucun", "missing", "na", "nihil", "nil", "none", "nvt", "tbd"];

/// By the letter that a word begins with: which lengths the words for an empty cell have, one bit each. What is not among
/// these is not looked up.
static LENGTHS: LazyLock<[u16; 128]> = LazyLock::new(|| {
    let mut lengths = [0; 128];
    for word in EMPTY_WORDS.iter().chain(MAYBE_EMPTY_WORDS) {
        lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
    }
    lengths
});

/// Whether a text can be a word for an empty cell.
fn is_like_empty(value: &str) -> bool {
    let first = value.as_bytes().first().map(|byte| usize::from(byte.to_ascii_lowercase()));
    match first {
        Some(first) if value.is_ascii() => value.len() <= LONGEST_WORD && LENGTHS[first] >> value.len() & 1 == 1,
        _ => value.chars().count() <= LONGEST_WORD,
    }
}

/// What a text says of its cell.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// That it is empty.
    Empty,
    /// That it is empty, if all others hold numbers, dates and the like.
    MaybeEmpty,
    /// Anything else.
    Else,
}

impl Said {
    /// What a cleaned text says.
    pub(super) fn by(value: &str) -> Self {
        if !is_like_empty(value) {
            return Self::Else;
        }
        let folded = text::fold(value);
        let is_among = |words: &[&str]| words.binary_search(&folded.as_ref()).is_ok();
        match (is_among(EMPTY_WORDS), is_among(MAYBE_EMPTY_WORDS)) {
            (true, _) => Self::Empty,
            (_, true) => Self::MaybeEmpty,
            _ => Self::Else,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_an_empty_cell_are_found_by_halves() {
        for words in [EMPTY_WORDS, MAYBE_EMPTY_WORDS] {
            assert!(words.is_sorted());
            assert!(words.iter().all(|word| word.chars().count() <= LONGEST_WORD && *word == text::fold(word)));
            assert!(
                words.iter().all(|word| is_like_empty(word) && is_like_empty(&word.to_uppercase()) && word.is_ascii())
            );
        }
    }
}
