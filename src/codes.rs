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
}

/// The code with this id, in any case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id))
}
