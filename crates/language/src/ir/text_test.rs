//! What a test of a text means. In: a test and a folded text; out: whether it passes. The reference has a writing of its own,
//! which this is held to; engines have faster ones, which are held to the reference.

use regex::Regex;

use super::TextTest;
use crate::text;

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
        let regex = match self {
            Self::Matches(pattern) => {
                Some(Regex::new(&pattern.folded).expect("`resolve` lets only patterns pass that compile"))
            }
            Self::In(_)
            | Self::Contains(_)
            | Self::ContainsAll(_)
            | Self::StartsWith(_)
            | Self::EndsWith(_)
            | Self::Mentions(_) => None,
        };
        PreparedTest { test: self, regex }
    }
}

impl PreparedTest<'_> {
    /// Whether a folded text passes.
    #[must_use]
    pub fn passes(&self, folded: &str) -> bool {
        match self.test {
            TextTest::In(texts) => texts.iter().any(|text| text == folded),
            TextTest::Contains(texts) => texts.iter().any(|text| folded.contains(text)),
            TextTest::ContainsAll(texts) => texts.iter().all(|text| folded.contains(text)),
            TextTest::StartsWith(texts) => texts.iter().any(|text| folded.starts_with(text)),
            TextTest::EndsWith(texts) => texts.iter().any(|text| folded.ends_with(text)),
            TextTest::Mentions(texts) => texts.iter().any(|text| text::mentions(folded, text)),
            TextTest::Matches(_) => self.regex.as_ref().is_some_and(|regex| regex.is_match(folded)),
        }
    }
}
