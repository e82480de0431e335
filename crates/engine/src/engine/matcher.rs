//! Searching folded texts. In: a test of the rules; out: whether a text passes.

use memchr::memmem::Finder;
use regex::Regex;

use crate::short_key;
use leadrules_language::ast::TextOp;
use leadrules_language::ir::TextTest;

/// A text test, prepared.
#[derive(Debug)]
pub enum Matcher {
    /// At least one of these occurs.
    Contains(Vec<Finder<'static>>),
    /// Each of these occurs.
    ContainsAll(Vec<Finder<'static>>),
    /// Ends with one of these.
    EndsWith(Vec<String>),
    /// A regular expression matches somewhere.
    Matches(Regex),
    /// As the language defines it: nothing is prepared.
    Plain(TextTest),
}

impl Matcher {
    /// Prepares a test.
    pub fn new(test: &TextTest) -> Self {
        let finders = |texts: &[String]| texts.iter().map(|text| Finder::new(text).into_owned()).collect();
        match test {
            TextTest::Part(TextOp::Contains, texts) => Self::Contains(finders(texts)),
            TextTest::Part(TextOp::ContainsAll, texts) => Self::ContainsAll(finders(texts)),
            TextTest::Part(TextOp::EndsWith, texts) => Self::EndsWith(texts.clone()),
            TextTest::Matches(pattern) => {
                Self::Matches(Regex::new(&pattern.folded).expect("`resolve` lets only patterns pass that compile"))
            }
            TextTest::In(_) | TextTest::Part(..) => Self::Plain(test.clone()),
        }
    }

    /// Whether a folded text passes.
    pub fn holds(&self, folded: &str) -> bool {
        match self {
            Self::Contains(finders) => finders.iter().any(|finder| finder.find(folded.as_bytes()).is_some()),
            Self::ContainsAll(finders) => finders.iter().all(|finder| finder.find(folded.as_bytes()).is_some()),
            Self::EndsWith(texts) => texts.iter().any(|text| short_key::ends_with(folded.as_bytes(), text.as_bytes())),
            Self::Matches(regex) => regex.is_match(folded),
            Self::Plain(test) => test.passes(folded),
        }
    }
}
