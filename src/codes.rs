//! The table of finding codes: each with its title, its severity and its page (which is the one in `docs/codes/`).
//! A code, once published, keeps its meaning.

/// How much a finding matters.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Only shown.
    Advice,
    /// Does not stop a file from being used.
    Warning,
    /// Stops it.
    Error,
}

impl Severity {
    /// `error`, `warning`, `advice`
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `LR0201`
    pub id: &'static str,
    /// How much it matters, before `--deny warnings`.
    pub severity: Severity,
    /// What it is, in a few words.
    pub title: &'static str,
    /// Its page, in Markdown.
    pub page: &'static str,
}

macro_rules! codes {
    ($($id:ident $severity:ident $title:literal)*) => {
        $(
            #[doc = $title]
            pub static $id: Code = Code {
                id: stringify!($id),
                severity: Severity::$severity,
                title: $title,
                page: include_str!(concat!("../docs/codes/", stringify!($id), ".md")),
            };
        )*

        /// Every code, in order.
        pub static ALL: &[&Code] = &[$(&$id),*];
    };
}

codes! {
    LR0101 Error "this line can't be read"
    LR0102 Error "a brace has no partner"
    LR0103 Error "a bracket has no partner"
    LR0104 Error "a text has no closing quote"
    LR0105 Error "a sign that the rules don't use"
    LR0106 Error "a word that is not known here"
    LR0107 Error "a number is not written so"
    LR0108 Warning "a number that can be read in two ways"
    LR0109 Error "a date that does not exist, or is written otherwise"
    LR0110 Error "`and` and `or` are mixed without brackets"
    LR0111 Error "a reserved word as a name"
    LR0112 Error "a text without quotes"
    LR0113 Error "points are missing or written otherwise"
    LR0114 Error "the same thing is said twice"
    LR0115 Error "blanks are missing around a sign"
    LR0116 Error "a comma is missing or too many"
    LR0117 Error "nested too deeply"
    LR0118 Warning "the version of the language is not said first"
    LR0119 Error "an unknown version of the language"
    LR0120 Error "a merge left two versions"
    LR0121 Error "a formula from a spreadsheet"
    LR0122 Error "a statement in the wrong place"
    LR0123 Error "brackets are missing after `where`"
    LR0124 Error "`=>` is missing"
    LR0125 Error "a value where a condition must stand, or the reverse"
}

/// The code with this id, in any case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id))
}
