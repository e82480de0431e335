//! What rules ask of a text, as far as its samples depend on it.

use std::borrow::Cow;

use crate::ir::TextTest;

/// A test of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::analyze) struct Ask<'a> {
    pub(in crate::analyze) test: Cow<'a, TextTest>,
    /// Whether it is asked of the part after `@`.
    pub(in crate::analyze) of_domain: bool,
}

/// What a field of texts holds.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(in crate::analyze) enum Holds {
    Text,
    Email,
}
