//! The words of the language, each list given once: which can't be names, which begin a statement, and all that rules
//! are made of. A test holds them to the grammar. Synonyms (`contact`, `grade`) are listed where slips are mended.

/// Words that have a meaning wherever they appear, and so can't be names.
pub const RESERVED: [&str; 13] =
    ["and", "or", "not", "no", "any", "in", "is", "where", "yes", "known", "unknown", "otherwise", "activity"];

/// The words that a statement of a file begins with.
pub const STATEMENTS: [&str; 17] = [
    "leadrules",
    "use",
    "time",
    "lead",
    "account",
    "events",
    "ignore",
    "list",
    "define",
    "exclude",
    "score",
    "stages",
    "label",
    "promise",
    "test",
    "agreement",
    "rank",
];

/// Those of [`STATEMENTS`] that are followed by nothing but a block.
pub const BLOCKS: [&str; 4] = ["lead", "account", "events", "ignore"];

/// The other words of the language, which have a meaning in certain places and may be names elsewhere.
const OTHERS: &[&str] = &[
    "contains",
    "all",
    "starts",
    "with",
    "ends",
    "mentions",
    "matches",
    "at",
    "least",
    "most",
    "times",
    "exactly",
    "between",
    "since",
    "before",
    "after",
    "last",
    "next",
    "older",
    "than",
    "count",
    "of",
    "total",
    "average",
    "highest",
    "lowest",
    "latest",
    "days",
    "hours",
    "weeks",
    "months",
    "years",
    "day",
    "hour",
    "week",
    "month",
    "year",
    "each",
    "per",
    "once",
    "up",
    "to",
    "down",
    "halving",
    "every",
    "fading",
    "over",
    "losing",
    "compound",
    "linear",
    "as",
    "because",
    "by",
    "from",
    "until",
    "points",
    "best",
    "group",
    "text",
    "email",
    "number",
    "integer",
    "date",
    "choice",
    "key",
    "missing",
    "outcome",
    "fixed",
    "optional",
    "decimal",
    "comma",
    "split",
    "event",
    "expect",
    "on",
    "ago",
    "never",
    "always",
    "below",
    "zone",
    "kept",
    "while",
    "previous",
    "stage",
    "was",
    "leads",
    "except",
    "covers",
    "everything",
    "review",
];

/// All words of the language.
pub fn all() -> impl Iterator<Item = &'static str> {
    RESERVED.into_iter().chain(STATEMENTS).chain(OTHERS.iter().copied())
}

/// Whether a word can't be a name.
#[must_use]
pub fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}
