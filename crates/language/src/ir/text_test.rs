//! What is asked of a text, and what it means. In: a test and a folded text; out: whether it passes. The reference has
//! an implementation of its own, which this one is held to; engines have faster ones, which are held to the reference.

use std::sync::OnceLock;

use regex::Regex;

use crate::ast::TextOp;
use crate::text;

/// What is asked of a text; all texts are folded, and none is empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextTest {
    /// `is "a"`, `in "a", "b", list`: equal to one of these (sorted, without duplicates)
    In(Vec<String>),
    /// `contains "a", "b"`, `starts with "a"`: these parts, searched for as the operator says
    Part(TextOp, Vec<String>),
    /// `matches "re"`: the regular expression matches somewhere
    Matches(Pattern),
}

/// A regular expression that `resolve` has checked: literals (folded), `.`, `[…]`, groups, `|`, `* + ? {m,n}`, `^`, `$`,
/// ASCII `\d`, `\w`, `\s`.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// As the author wrote it.
    pub written: String,
    /// With its literals folded and its classes spelt out, in the syntax that all engines share.
    pub folded: String,
    /// Compiled when it is first used: compiling costs more than anything else about a pattern.
    regex: OnceLock<Regex>,
}

/// A compiled pattern takes at most this many bytes: 4 MiB.
const MOST_BYTES: usize = 1 << 22;

impl Pattern {
    /// A pattern from a folded regular expression; `None` if it is not valid, or takes more than 4 MiB once compiled.
    #[must_use]
    pub fn new(written: impl Into<String>, folded: String) -> Option<Self> {
        compiled(&folded)?;
        Some(Self { written: written.into(), folded, regex: OnceLock::new() })
    }

    /// Whether it matches somewhere in a folded text. The memory it needs does not grow with the texts it is tried on;
    /// engines, which try many texts, compile it for themselves.
    ///
    /// # Panics
    /// Never: what does not compile can't become a pattern.
    #[must_use]
    pub fn is_match(&self, folded: &str) -> bool {
        self.regex.get_or_init(|| compiled(&self.folded).expect("it compiled when it was made")).is_match(folded)
    }
}

/// A regular expression that keeps no automaton of the texts it was tried on.
fn compiled(folded: &str) -> Option<Regex> {
    regex::RegexBuilder::new(folded).size_limit(MOST_BYTES).dfa_size_limit(0).build().ok()
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written && self.folded == other.folded
    }
}

impl Eq for Pattern {}

impl std::hash::Hash for Pattern {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (&self.written, &self.folded).hash(state);
    }
}

impl TextTest {
    /// The folded texts that it looks for; none for a pattern.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        match self {
            Self::In(texts) | Self::Part(_, texts) => texts,
            Self::Matches(_) => &[],
        }
    }

    /// Whether a folded text passes.
    #[must_use]
    pub fn passes(&self, folded: &str) -> bool {
        match self {
            Self::In(texts) => texts.binary_search_by(|text| text.as_str().cmp(folded)).is_ok(),
            Self::Part(op, parts) => match op {
                TextOp::Contains => parts.iter().any(|part| folded.contains(part)),
                TextOp::ContainsAll => parts.iter().all(|part| folded.contains(part)),
                TextOp::StartsWith => parts.iter().any(|part| folded.starts_with(part)),
                TextOp::EndsWith => parts.iter().any(|part| folded.ends_with(part)),
                TextOp::Mentions => parts.iter().any(|part| text::mentions(folded, part)),
            },
            Self::Matches(pattern) => pattern.is_match(folded),
        }
    }
}
