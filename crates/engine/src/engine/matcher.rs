//! Searching in folded texts. In: a test of the rules; out: whether a text passes.

use memchr::memmem::Finder;
use regex::Regex;

use crate::short_key;
use leadrules_language::ir::TextTest;
use leadrules_language::text;

/// A text test, made ready.
#[derive(Debug)]
pub enum Matcher {
    /// Equal to one of these, sorted.
    In(Vec<String>),
    /// One of these occurs.
    Contains(Vec<Finder<'static>>),
    /// Each of these occurs.
    ContainsAll(Vec<Finder<'static>>),
    /// Starts with one of these.
    StartsWith(Vec<String>),
    /// Ends with one of these.
    EndsWith(Vec<String>),
    /// One of these occurs as whole words.
    Mentions(Vec<String>),
    /// A regular expression matches somewhere.
    Matches(Regex),
}

impl Matcher {
    /// Makes a test ready.
    pub fn new(test: &TextTest) -> Self {
        let finders = |texts: &[String]| texts.iter().map(|text| Finder::new(text).into_owned()).collect();
        match test {
            TextTest::In(texts) => {
                let mut texts = texts.clone();
                texts.sort_unstable();
                Self::In(texts)
            }
            TextTest::Contains(texts) => Self::Contains(finders(texts)),
            TextTest::ContainsAll(texts) => Self::ContainsAll(finders(texts)),
            TextTest::StartsWith(texts) => Self::StartsWith(texts.clone()),
            TextTest::EndsWith(texts) => Self::EndsWith(texts.clone()),
            TextTest::Mentions(texts) => Self::Mentions(texts.clone()),
            TextTest::Matches(pattern) => {
                Self::Matches(Regex::new(&pattern.folded).expect("`resolve` lets only patterns pass that compile"))
            }
        }
    }

    /// Whether a folded text passes.
    pub fn holds(&self, folded: &str) -> bool {
        match self {
            Self::In(texts) => texts.binary_search_by(|text| text.as_str().cmp(folded)).is_ok(),
            Self::Contains(finders) => finders.iter().any(|finder| finder.find(folded.as_bytes()).is_some()),
            Self::ContainsAll(finders) => finders.iter().all(|finder| finder.find(folded.as_bytes()).is_some()),
            Self::StartsWith(texts) => texts.iter().any(|text| folded.starts_with(text.as_str())),
            Self::EndsWith(texts) => texts.iter().any(|text| short_key::ends_with(folded.as_bytes(), text.as_bytes())),
            Self::Mentions(texts) => texts.iter().any(|word| text::mentions(folded, word)),
            Self::Matches(regex) => regex.is_match(folded),
        }
    }
}
