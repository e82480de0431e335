//! What is asked of a text, and what it means. In: a test and a folded text; out: whether it passes. The reference has a writing of its own,
//! which this is held to; engines have faster ones, which are held to the reference.

use regex::Regex;

use crate::text;

/// What is asked of a text; all texts are folded, none is empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextTest {
    /// `is "a"`, `in "a", "b", list`: equal to one of these (sorted, without repeats)
    In(Vec<String>),
    /// `contains "a", "b"`: one of them occurs
    Contains(Vec<String>),
    /// `contains all "a", "b"`: each occurs
    ContainsAll(Vec<String>),
    /// `starts with "a", "b"`
    StartsWith(Vec<String>),
    /// `ends with "a", "b"`
    EndsWith(Vec<String>),
    /// `mentions "a", "b"`: one of them occurs as whole words
    Mentions(Vec<String>),
    /// `matches "re"`: the regular expression matches somewhere
    Matches(Pattern),
}

/// A regular expression that `resolve` has checked: literals (folded), `.`, `[…]`, groups, `|`, `* + ? {m,n}`, `^`, `$`,
/// ASCII `\d`, `\w`, `\s`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern {
    /// As the author wrote it.
    pub written: String,
    /// With its literals folded and its classes spelt out, in the syntax that all engines share.
    pub folded: String,
}

/// A test of a text, made ready for many texts.
#[derive(Clone, Debug)]
pub struct PreparedTest<'a> {
    test: &'a TextTest,
    regex: Option<Regex>,
}

impl TextTest {
    /// Makes it ready.
    ///
    /// # Panics
    /// On a pattern that does not compile; `resolve` lets none pass.
    #[must_use]
    pub fn prepared(&self) -> PreparedTest<'_> {
        let regex = if let Self::Matches(pattern) = self {
            Some(Regex::new(&pattern.folded).expect("`resolve` lets only patterns pass that compile"))
        } else {
            None
        };
        PreparedTest { test: self, regex }
    }

    /// The folded texts that it looks for; a pattern names none.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        match self {
            Self::In(texts)
            | Self::Contains(texts)
            | Self::ContainsAll(texts)
            | Self::StartsWith(texts)
            | Self::EndsWith(texts)
            | Self::Mentions(texts) => texts,
            Self::Matches(_) => &[],
        }
    }
}

impl PreparedTest<'_> {
    /// Whether a folded text passes.
    #[must_use]
    pub fn passes(&self, folded: &str) -> bool {
        match self.test {
            TextTest::In(texts) => texts.binary_search_by(|text| text.as_str().cmp(folded)).is_ok(),
            TextTest::Contains(texts) => texts.iter().any(|text| folded.contains(text)),
            TextTest::ContainsAll(texts) => texts.iter().all(|text| folded.contains(text)),
            TextTest::StartsWith(texts) => texts.iter().any(|text| folded.starts_with(text)),
            TextTest::EndsWith(texts) => texts.iter().any(|text| folded.ends_with(text)),
            TextTest::Mentions(texts) => texts.iter().any(|text| text::mentions(folded, text)),
            TextTest::Matches(_) => self.regex.as_ref().is_some_and(|regex| regex.is_match(folded)),
        }
    }
}
