//! Which columns say how it ended with a lead, by their names and words. In: columns and what is guessed of them; out: those
//! that rules must not score on, and the one that says which leads converted.

use leadrules_language::text;

use super::guess::{Guess, Kind, loose};
use super::names::snake;
use super::profile::{Column, Profile};

/// What the names of columns are that say how it ended.
const NAMES: &[&str] = &[
    "converted",
    "conversion",
    "y",
    "is_won",
    "won",
    "closed",
    "closed_won",
    "is_closed",
    "customer",
    "klant",
    "target",
    "outcome",
    "result",
    "subscribed",
    "purchased",
    "bought",
    "churned",
    "deal",
    "has_deal",
    "deal_won",
    "sold",
    "verkocht",
    "vendu",
    "verkauft",
    "gewonnen",
    "lost_reason",
    "loss_reason",
    "reason_lost",
];

/// Words of a name that says that a lead converted.
const WON: &[&str] = &["won", "converted", "gewonnen", "gagné"];

/// Words of a name that speaks of customers, which of a lead says that it became one if one of [`BECAME`] is there too.
const CUSTOMER: &[&str] = &["customer", "klant", "kunde", "client"];

/// See [`CUSTOMER`].
const BECAME: &[&str] = &["became", "become", "is", "now", "since", "geworden", "sinds", "devenu", "depuis", "seit"];

/// Words of a name that speaks of an end, whichever it was.
const ENDED: &[&str] =
    &["closed", "close", "lost", "loss", "churn", "churned", "decided", "verloren", "verlies", "perdu", "perdue"];

/// Words of a name that says why.
const WHY: &[&str] = &["reason", "reden", "raison", "grund", "motif"];

/// Words of a name that says how far a lead has come.
const STEPS: &[&str] = &["stage", "status", "phase", "fase", "lifecycle", "lifecyclestage", "statut"];

/// Words of an option that says that a lead converted.
const SUCCESS: &[&str] = &[
    "won",
    "win",
    "closedwon",
    "converted",
    "customer",
    "success",
    "sold",
    "purchased",
    "bought",
    "gewonnen",
    "klant",
    "kunde",
    "gagné",
    "client",
];

/// Words that turn what an option says.
const NOT: &[&str] =
    &["not", "no", "non", "never", "lost", "former", "ex", "niet", "geen", "nooit", "nicht", "kein", "pas"];

/// What of a column says that a lead converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Won {
    /// It says yes.
    Yes,
    /// It has one of these values, but for case and blanks.
    Values(Vec<String>),
    /// It has any value.
    Known,
}

/// A name in words.
struct Words(Vec<String>);

impl Words {
    fn of(name: &str) -> Self {
        Self(snake(name).split('_').map(str::to_owned).collect())
    }

    fn any(&self, of: &[&str]) -> bool {
        self.0.iter().any(|word| of.contains(&word.as_str()))
    }

    /// Whether they say that a lead converted, or when.
    fn won(&self) -> bool {
        self.any(WON) || (self.any(CUSTOMER) && self.any(BECAME))
    }
}

/// Whether an option says that a lead converted.
fn is_success(option: &str) -> bool {
    let words: Vec<String> = text::key(option).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let any = |of: &[&str]| words.iter().any(|word| of.contains(&word.as_str()));
    any(SUCCESS) && !any(NOT)
}

/// Whether a column says how it ended, or when or why, by its name and words: rules must not score on that.
pub(super) fn is_said(column: &Column, guess: &Guess) -> bool {
    let words = Words::of(&column.name);
    let is_named = NAMES.contains(&snake(&column.name).as_str()) || words.won();
    let says_why = words.any(WHY) && (words.any(ENDED) || words.any(WON));
    match &guess.kind {
        Kind::YesNo => is_named,
        Kind::Choice(options) => {
            let is_step = words.any(STEPS) && options.iter().any(|option| is_success(&option.name));
            is_named || says_why || is_step
        }
        Kind::Text => says_why,
        Kind::Date { .. } => words.won() || words.any(ENDED),
        Kind::Empty
        | Kind::Constant(_)
        | Kind::Email
        | Kind::Number { .. }
        | Kind::Integer { .. }
        | Kind::ListOfText
        | Kind::ListOfChoice(..) => false,
    }
}

/// The column that says which leads converted, and how it does.
pub(super) fn converted(leads: &Profile, guesses: &[Guess]) -> Option<(usize, Won)> {
    let said = leads.columns.iter().zip(guesses).enumerate().filter(|(_, (column, guess))| is_said(column, guess));
    let ranked = said.filter_map(|(at, (column, guess))| {
        let words = Words::of(&column.name);
        let (rank, won) = match &guess.kind {
            // Yes may mean that it went wrong, or that it is over.
            Kind::YesNo if words.any(&["churned", "lost"]) => return None,
            Kind::YesNo if words.won() => (5, Won::Yes),
            Kind::YesNo if words.any(ENDED) => (1, Won::Yes),
            Kind::YesNo => (4, Won::Yes),
            Kind::Choice(options) => {
                let won = options.iter().filter(|option| is_success(&option.name));
                let written: Vec<String> = won.map(|option| loose(&option.name)).collect();
                if written.is_empty() {
                    return None;
                }
                (3, Won::Values(written))
            }
            Kind::Date { .. } if words.won() => (2, Won::Known),
            Kind::Date { .. }
            | Kind::Text
            | Kind::Empty
            | Kind::Constant(_)
            | Kind::Email
            | Kind::Number { .. }
            | Kind::Integer { .. }
            | Kind::ListOfText
            | Kind::ListOfChoice(..) => return None,
        };
        Some((rank, std::cmp::Reverse(at), won))
    });
    ranked.max_by_key(|(rank, at, _)| (*rank, *at)).map(|(_, at, won)| (at.0, won))
}
