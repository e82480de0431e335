//! The table of finding codes: each with its title, its severity and its page (the one in `docs/codes/`, and in folders of other languages there). A code, once
//! published, keeps its meaning.

use crate::words::{Locale, Text, say};

/// How much a finding matters.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Only shown.
    Advice,
    /// Does not stop the file from being used.
    Warning,
    /// Stops the file from being used.
    Error,
}

impl Severity {
    /// `error`, `warning`, `advice`: as programs read it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The same for people.
    #[must_use]
    pub fn said(self) -> Text {
        match self {
            Self::Advice => say!("advice"),
            Self::Warning => say!("warning"),
            Self::Error => say!("error"),
        }
    }
}

/// A kind of finding. What it is called in other languages stands in their catalogues, as what it is called here does.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `LR0201`
    pub id: &'static str,
    /// How much it matters, before `--deny warnings`.
    pub severity: Severity,
    /// What it is, in a few words, in English.
    pub title: &'static str,
    /// Its page, in Markdown, in each language.
    pages: [&'static str; Locale::ALL.len()],
}

impl Code {
    /// Its page, in Markdown.
    #[must_use]
    pub fn page(&self, locale: Locale) -> &'static str {
        self.pages[locale as usize]
    }

    /// What it is, in a few words.
    #[must_use]
    pub fn said(&self) -> Text {
        Text::sentence(self.title)
    }
}

macro_rules! codes {
    ($($id:ident $severity:ident $title:literal)*) => {
        $(
            #[doc = $title]
            pub static $id: Code = Code {
                id: stringify!($id),
                severity: Severity::$severity,
                title: $title,
                pages: [
                    include_str!(concat!(env!("LEADRULES_CODES"), "/", stringify!($id), ".md")),
                    include_str!(concat!(env!("LEADRULES_CODES"), "/nl/", stringify!($id), ".md")),
                    include_str!(concat!(env!("LEADRULES_CODES"), "/fr/", stringify!($id), ".md")),
                ],
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
    LR0126 Warning "a character that nobody can see"
    LR0151 Error "a file can't be read"
    LR0152 Error "files that use each other in a circle"
    LR0201 Error "a name that is not declared"
    LR0202 Error "a name is declared twice"
    LR0203 Error "an option that is not declared"
    LR0204 Error "two options with one name"
    LR0205 Error "a kind of event that is not declared"
    LR0206 Error "a property that is not declared"
    LR0207 Error "a name that can't be used here"
    LR0208 Error "a name alone where a condition is needed"
    LR0209 Error "things that can't be compared"
    LR0210 Error "`is` asked of a list"
    LR0211 Error "a text that the label never says"
    LR0212 Error "an empty text"
    LR0213 Error "a pattern that can't be used"
    LR0214 Error "a window or a number of times that does not fit"
    LR0215 Error "`where` with two tests and no brackets"
    LR0216 Error "points for each of what can't be counted"
    LR0217 Error "a definition or score made from itself"
    LR0218 Error "the key does not tell leads apart"
    LR0219 Warning "no field is the key"
    LR0220 Error "a setting that does not fit"
    LR0221 Error "a form of dates that can't be read"
    LR0222 Error "a name that the language needs itself"
    LR0223 Error "a list of unlike entries"
    LR0224 Error "two kinds of event with one text in the log"
    LR0225 Error "a value after `or`"
    LR0226 Error "a stage that is not declared"
    LR0227 Error "a list that is not declared"
    LR0228 Error "too much of something"
    LR0229 Error "a column of the log that is read as two things"
    LR0230 Error "accounts that are not declared, or not joined with leads"
    LR0231 Error "leads and accounts that wait for each other"
    LR0301 Advice "a negation leaves out leads with missing data"
    LR0401 Error "a range in which nothing lies"
    LR0402 Error "a score's range without its upper end"
    LR0403 Warning "a number outside the range"
    LR0404 Warning "a whole number compared with a fraction"
    LR0405 Error "a row that a table can't have"
    LR0406 Error "two rows of a table overlap"
    LR0407 Advice "values between the rows of a table"
    LR0408 Warning "a hairline gap between the rows of a table"
    LR0409 Warning "per cent of a number that goes far beyond 1"
    LR0501 Warning "a definition that nothing uses"
    LR0502 Warning "a list that nothing uses"
    LR0503 Advice "kinds of event that no rule looks at"
    LR0504 Warning "a value named twice"
    LR0505 Warning "an empty list"
    LR0506 Warning "a group's decay without events"
    LR0507 Warning "a line after `otherwise`"
    LR0508 Advice "a label without `otherwise`"
    LR0509 Warning "a condition that is never true"
    LR0510 Advice "points that every lead gets"
    LR0511 Warning "two rules for the same leads"
    LR0512 Warning "a rule that another always outdoes"
    LR0513 Advice "values that two rules count"
    LR0514 Advice "a window longer than the points last"
    LR0515 Warning "a line of a label that is never reached"
    LR0516 Advice "an `otherwise` of a label that is never reached"
    LR0517 Advice "events that two rules count"
    LR0518 Advice "points that only excluded leads get"
    LR0519 Warning "an `or` between negations of which one always holds"
    LR0520 Advice "points for few events that leads without any get"
    LR0521 Advice "points for what tells of disinterest"
    LR0601 Error "stages in two places"
    LR0602 Error "a stage named twice, or with a name that is taken"
    LR0603 Warning "a score or group without rules"
    LR0604 Error "a group in a group"
    LR0605 Error "points for an outcome"
    LR0606 Error "a setting in the wrong place"
    LR0607 Error "a decay that can't be reckoned"
    LR0608 Error "points too fine or too many"
    LR0609 Error "a cap of the wrong sign"
    LR0610 Warning "a stage that no lead can reach"
    LR0611 Warning "a stage that every lead reaches"
    LR0612 Warning "a stage that another hides"
    LR0613 Advice "a range that is never filled"
    LR0614 Warning "a score that is the same for every lead"
    LR0615 Advice "a cap that takes nothing away"
    LR0616 Warning "a cap that takes away from the first"
    LR0617 Advice "a rule that never changes a stage or label"
    LR0618 Advice "a stage to be had with less than the one below asks for"
    LR0619 Warning "a bar that leads are over for a day only"
    LR0620 Advice "points beyond what the score can hold"
    LR0621 Error "a field that can't hold the stage before"
    LR0701 Warning "a promise of nothing"
    LR0702 Warning "a test that expects nothing"
    LR0703 Warning "a test's event in the future"
    LR0704 Error "a value that the data could never hold"
    LR0705 Error "said twice in a test"
    LR0706 Error "a promise that a lead could break"
    LR0707 Advice "a promise that is not decided"
    LR0708 Error "a lead of a test that can't be told from others"
    LR0801 Error "a rule that ends before it begins"
    LR0802 Error "an unknown time zone"
    LR0803 Error "two time zones"
    LR0804 Warning "an owner that is nearly another"
    LR0805 Advice "a rule whose last day is past"
    LR0806 Warning "a party that has not signed"
    LR0807 Warning "an agreement that was signed and has changed since"
    LR0808 Warning "an agreement that is due for review"
    LR0809 Error "an agreement that can't be kept"
    LR0810 Error "an order that leads can't be listed in"
    LR0901 Warning "the data has no such column"
    LR0902 Warning "values that do not fit their field"
    LR0903 Advice "an option that never comes"
    LR0904 Warning "values that are none of the options"
    LR0905 Advice "a kind of event that never happens"
    LR0906 Advice "events of a kind that is not declared"
    LR0907 Warning "leads that share a key"
    LR0908 Warning "leads without a key"
    LR0909 Warning "events that can't be used"
    LR0910 Advice "a rule that never fires on this data"
    LR0911 Advice "a rule that always fires on this data"
    LR0912 Error "a promise that leads in the data break"
    LR0913 Warning "a quote in the data that is probably never closed"
    LR0914 Warning "a name that stands twice in an object"
    LR0915 Warning "events that share a number"
    LR0916 Warning "numbers that may be thousands"
}

/// The code with this id, ignoring case.
#[must_use]
pub fn find(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id))
}
