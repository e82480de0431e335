//! Pieces of SQL that know how tightly they bind, so that brackets are put where they are needed and nowhere else.

use std::fmt;

/// How tightly a piece binds, loosest first.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// `a OR b`
    Or,
    /// `a AND b`
    And,
    /// `NOT a`
    Not,
    /// `a = b`, `a IS NULL`, `a IN (…)`, `a BETWEEN b AND c`
    Test,
    /// `a + b`, `a * b`, `-a`
    Sum,
    /// A name, a literal, a call, `CASE … END`, anything in brackets.
    Atom,
}

/// A piece of SQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expr {
    text: String,
    level: Level,
}

impl Expr {
    pub(super) fn new(text: impl Into<String>, level: Level) -> Self {
        Self { text: text.into(), level }
    }

    /// A name, a literal or a call.
    pub(super) fn atom(text: impl Into<String>) -> Self {
        Self::new(text, Level::Atom)
    }

    /// A comparison or the like.
    pub(super) fn test(text: impl Into<String>) -> Self {
        Self::new(text, Level::Test)
    }

    /// `a + b` and the like.
    pub(super) fn sum(text: impl Into<String>) -> Self {
        Self::new(text, Level::Sum)
    }

    /// A constant truth value.
    pub(super) fn truth(value: bool) -> Self {
        Self::atom(if value { "TRUE" } else { "FALSE" })
    }

    /// The piece, in brackets if it binds more loosely than its position needs.
    pub(super) fn within(&self, level: Level) -> String {
        if self.level < level { format!("({})", self.text) } else { self.text.clone() }
    }

    /// The piece as the operand of a comparison or a sum.
    pub(super) fn operand(&self) -> String {
        self.within(Level::Atom)
    }

    /// `NOT a`
    pub(super) fn negated(&self) -> Self {
        Self::new(format!("NOT {}", self.operand()), Level::Not)
    }

    /// `a IS NOT NULL`
    pub(super) fn is_known(&self) -> Self {
        Self::test(format!("{} IS NOT NULL", self.operand()))
    }

    /// False where this is known, otherwise unknown.
    pub(super) fn false_if_known(&self) -> Self {
        Self::atom(format!("CASE WHEN {} THEN FALSE END", self.is_known()))
    }

    /// All of these; true if there are none.
    pub(super) fn all(mut parts: Vec<Self>) -> Self {
        parts.retain(|part| *part != Self::truth(true));
        Self::joined(parts, Level::And, " AND ", true)
    }

    /// One of these; false if there are none.
    pub(super) fn any(parts: Vec<Self>) -> Self {
        Self::joined(parts, Level::Or, " OR ", false)
    }

    fn joined(mut parts: Vec<Self>, level: Level, word: &str, of_none: bool) -> Self {
        match parts.len() {
            0 => Self::truth(of_none),
            1 => parts.remove(0),
            _ => {
                // Brackets around the other connective, although precedence would do.
                let inner = |part: &Self| if part.level == level { part.text.clone() } else { part.within(Level::Not) };
                Self::new(parts.iter().map(inner).collect::<Vec<_>>().join(word), level)
            }
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The ends of a window as SQL, both included: the inner `None` is an open end, the outer one a window that contains
/// nothing.
pub(super) type Ends = Option<(Option<String>, Option<String>)>;

/// Whether a known value lies between these ends.
pub(super) fn between(value: &str, ends: Ends) -> Expr {
    match ends {
        None => Expr::atom(value).false_if_known(),
        Some((None, None)) => Expr::test(format!("{value} = {value}")),
        Some((Some(first), None)) => Expr::test(format!("{value} >= {first}")),
        Some((None, Some(last))) => Expr::test(format!("{value} <= {last}")),
        Some((Some(first), Some(last))) if first == last => Expr::test(format!("{value} = {first}")),
        Some((Some(first), Some(last))) => Expr::test(format!("{value} BETWEEN {first} AND {last}")),
    }
}
