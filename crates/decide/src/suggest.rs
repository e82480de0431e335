//! Readable edits, not a black box. In: rules, leads and what became of them; out: whole-number points for the rules of a
//! score and new rules for fields that no rule looks at and for what the event log holds, as text of the language, with
//! what they do to leads that nothing was learnt from. A person decides; nothing here changes a file.

mod aside;
mod bars;
mod candidates;
mod choose;
mod edit;
mod factor;
mod fit;
mod fuse;
mod held;
mod held_out;
mod lasting;
mod learn;
mod lines;
mod number;
mod order;
mod pairs;
mod points;
mod ranges;
mod reached;
mod rows;
mod seen;
mod text;
mod trial;

use serde::Serialize;

use crate::backtest::Backtest;
use crate::misleading::FEWEST;
use leadrules_language::decimal::Amount;
use leadrules_language::words::{Locale, Text, say};

pub use aside::{Leak, Used};
pub use bars::{Bar, Goal, bars, lowered, with_bars};
pub use candidates::{Candidate, Quoted, candidates};
pub use edit::Edited;
pub use held_out::{HeldOut, by_key};
pub use learn::Learner;
pub use reached::{Period, Reached, course};
pub use seen::Seen;
pub use text::render;
pub use trial::{Given, Times, Trial, with_trials};

/// How suggestions are made.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The score whose rules are looked at; if not given, the first that is made of rules.
    pub score: Option<String>,
    /// Fields that are not to be used; rules that look at them are dropped.
    pub ignored: Vec<String>,
    /// Fields that are used even where they tell leads apart suspiciously well.
    pub trusted: Vec<String>,
    /// The field or column that says when the outcome was known: it is never learnt from.
    pub at: Option<String>,
    /// How many rules the score may have.
    pub rules: usize,
    /// The share of the leads that nothing is learnt from, 0 to 1.
    pub holdout: f64,
    /// Whether those are the latest ones, if it is known when each lead came or was decided.
    pub latest: bool,
    /// Otherwise, decides which leads those are.
    pub seed: u64,
    /// Whether points of the existing rules keep their sign.
    pub keep_signs: bool,
    /// Titles of rules whose points keep their sign.
    pub signs_of: Vec<String>,
    /// The language of comments, where the rules don't tell theirs.
    pub language: Locale,
}

/// Why nothing can be suggested.
#[derive(Debug)]
pub enum Refused {
    /// There is no such score.
    NoScore(String),
    /// There is no such field.
    NoField(String),
    /// There is no such rule.
    NoRule(String),
    /// There are too few leads.
    TooFew {
        /// How many converted.
        converted: usize,
        /// How many did not.
        others: usize,
    },
    /// Leads of one kind have a moment, and those of the other have none.
    OneSided {
        /// The column.
        at: String,
        /// The share of those that converted, for people.
        converted: Text,
        /// The share of the others.
        others: Text,
    },
    /// Nothing tells the two kinds of lead apart.
    Nothing {
        /// Fields that were left out because they tell too much.
        leaks: Vec<Leak>,
    },
}

impl Refused {
    /// The same in a sentence.
    #[must_use]
    pub fn said(&self) -> Text {
        match self {
            Self::NoScore(score) => say!("there is no score `{score}` that is made of rules", score),
            Self::NoField(field) => say!("there is no field `{field}` to ignore or trust", field),
            Self::NoRule(rule) => say!("there is no rule `{rule}` in the score whose sign could be kept", rule),
            Self::TooFew { converted, others } => say!(
                "too few leads to learn from: {converted} that converted and {others} that did not, where {fewest} of each are the least \
                 that says anything",
                converted = *converted,
                others = *others,
                fewest = FEWEST
            ),
            Self::OneSided { at, converted, others } => say!(
                "`{at}` is known of {converted} of the leads that converted and of {others} of the others: they would be seen at \
                 different times, and that alone would tell them apart; give --at a column that all leads have, such as the day each was \
                 decided or first called",
                at,
                converted,
                others
            ),
            Self::Nothing { leaks } => {
                let nothing = say!(
                    "nothing in the data tells leads that converted from the others for certain, so there is nothing to suggest"
                );
                let said = |leak: &Leak| {
                    say!(
                        "`{field}` was left out: alone it reaches an AUC of {auc}, {why}",
                        field = &leak.field,
                        auc = Text::rounded(leak.auc, 3),
                        why = &leak.why
                    )
                };
                let leaks = leaks.iter().filter(|leak| leak.used == Used::No).map(said);
                leaks.fold(nothing, |first, next| say!("{first}; {next}", first, next))
            }
        }
    }
}

/// In English.
impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for Refused {}

/// What is suggested.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion {
    /// The score.
    pub score: String,
    /// The seed of the split, if keys decide.
    pub seed: u64,
    /// Which leads were held out, for people.
    pub which: Text,
    /// How many leads were learnt from.
    pub learnt_from: usize,
    /// How many were held out.
    pub held_out: usize,
    /// What becomes of the existing rules.
    pub changes: Vec<Change>,
    /// New rules and tables, as lines of the language.
    pub lines: Vec<String>,
    /// How many rules there are in the new lines.
    pub new_rules: usize,
    /// The range of the score, if it has to change.
    pub range: Option<String>,
    /// Where stages would begin.
    pub bars: Vec<Bar>,
    /// How well the score ranks leads from one period to the next.
    pub course: Vec<Period>,
    /// Fields that tell leads apart suspiciously well.
    pub leaks: Vec<Leak>,
    /// Fields that were not looked at, and why.
    pub left_aside: Vec<(String, Text)>,
    /// Whether rules are dropped because they look at something that is not to be used: how well the existing rules do
    /// is then no measure.
    #[serde(skip)]
    pub knew_too_much: bool,
    /// The file as it would be.
    #[serde(skip)]
    pub edited: Edited,
}

/// What becomes of a rule.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// Its title.
    pub title: String,
    /// What it gives.
    pub from: Amount,
    /// What it would give; `None` if it is dropped altogether.
    pub to: Option<Amount>,
}

/// How well a score ranks the held-out leads by the existing rules and by the suggested ones (AUC); `None` if either
/// can't be told.
#[must_use]
pub fn areas(score: &str, before: &Backtest, after: &Backtest) -> Option<(f64, f64)> {
    let of =
        |backtest: &Backtest| backtest.scores.iter().find(|judged| judged.name == score).and_then(|judged| judged.area);
    of(before).zip(of(after)).map(|(before, after)| (before.auc, after.auc))
}
