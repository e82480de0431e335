//! Which column has the stage that each lead is at. In: columns and what is guessed of them; out: whether a column has it, and what the
//! data calls the steps that the first rules have.

use leadrules_language::words::{Text, say};

use super::guess::{Choice, Guess, Kind};
use super::names::snake;
use super::profile::Column;

/// Why no starter rules are made of it.
pub(super) fn why() -> Text {
    say!("the stage that leads are at: `previous stage` lets steps be kept, and labels say who moves")
}

/// Words of a name that speaks of a stage.
const NAMES: &[&str] = &["stage", "lifecycle", "lifecyclestage", "status", "phase", "fase", "levenscyclus", "statut"];

/// What each first step is called, letters and digits alone: by the products of the field, and in lists of people's own.
const LEAD: &[&str] = &["lead", "rawlead", "newlead", "openlead"];
const MQL: &[&str] = &["mql", "marketingqualified", "marketingqualifiedlead", "marketingready"];

/// What further steps are called: with one of these and a lead, a column speaks of stages.
const FURTHER: &[&str] = &[
    "sql",
    "salesqualified",
    "salesqualifiedlead",
    "salesready",
    "sal",
    "salesaccepted",
    "salesacceptedlead",
    "pql",
    "opportunity",
    "customer",
    "subscriber",
    "evangelist",
];

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn options<'g>(column: &Column, guess: &'g Guess) -> Option<&'g [Choice]> {
    let name = snake(&column.name);
    let is_called = name.split('_').any(|word| NAMES.contains(&word));
    match &guess.kind {
        Kind::Choice(options) if is_called => Some(options),
        _ => None,
    }
}

/// Whether a column has the stage that leads are at: it is called so, and has at least two values that stages are called.
pub(super) fn is_stage(column: &Column, guess: &Guess) -> bool {
    let Some(options) = options(column, guess) else { return false };
    let known = |name: &str| [LEAD, MQL, FURTHER].iter().any(|words| words.contains(&letters(name).as_str()));
    let is_qualified = |name: &str| {
        let name = letters(name);
        MQL.contains(&name.as_str()) || FURTHER[..7].contains(&name.as_str())
    };
    let names = || options.iter().map(|option| option.name.as_str());
    names().filter(|name| known(name)).count() >= 2 && names().any(is_qualified)
}

/// What the data calls the steps `Lead` and `MQL`, where it calls them otherwise, and the values that are neither.
pub(super) fn called(column: &Column, guess: &Guess) -> ([Vec<String>; 2], Vec<String>) {
    let (mut steps, mut others) = ([Vec::new(), Vec::new()], Vec::new());
    for option in options(column, guess).unwrap_or_default() {
        let all = std::iter::once(&option.name).chain(&option.synonyms);
        for name in all {
            let (own, step) = match letters(name).as_str() {
                word if LEAD.contains(&word) => ("Lead", &mut steps[0]),
                word if MQL.contains(&word) => ("MQL", &mut steps[1]),
                _ => {
                    others.push(name.clone());
                    continue;
                }
            };
            if !name.eq_ignore_ascii_case(own) {
                step.push(name.clone());
            }
        }
    }
    (steps, others)
}
