//! Fields of which no starter rules are made, and why. In: what their cells have in common, and what became of the leads; out:
//! reasons, for people.

use leadrules_language::words::{Text, say};

use super::crossing::Told;
use super::guess::{Guess, Kind};
use super::names::snake;
use super::profile::Column;
use crate::misleading::{self, FEWEST, Fates, Numbering};
use crate::statistic::{Rate, deviations};

/// A value that fewer leads have says nothing by itself.
pub(super) const LEAST: u64 = 20;

/// Of fewer rows one is more than two of a hundred.
const MANY: u64 = 50;

/// Whether there are enough leads of each kind for values to tell something.
pub(super) fn are_enough(fates: Fates) -> bool {
    fates.iter().all(|&leads| leads >= FEWEST as u64)
}

/// Why a field seems to be known only because of how it ended, if it does.
pub(super) fn leak(told: Told<'_>, guess: &Guess) -> Option<Text> {
    let (unknown, known) = (told.unknown(), told.known());
    // Of few leads it is only believed of a field that nearly all of one kind have, and few of the other.
    let by_value = if are_enough(told.all()) {
        told.by_value().into_iter().map(|fates| misleading::area(with_rest(fates))).fold(0.5, f64::max)
    } else {
        let share = |kind: usize| Rate::new(known[kind], known[kind] + unknown[kind], deviations(0.98));
        let above = |one: Rate, other: Rate| one.low.zip(other.high).is_some_and(|(low, high)| low > high);
        let [others, winners] = [share(0), share(1)];
        if !above(winners, others) && !above(others, winners) {
            return None;
        }
        0.5
    };
    let is_time = matches!(guess.kind, Kind::Date { .. });
    misleading::too_well(unknown, known, by_value, is_time).map(|(_, why)| why)
}

/// Values with those that few leads have as one: of so few chance alone makes much.
fn with_rest(fates: Vec<Fates>) -> Vec<Fates> {
    let (mut many, few): (Vec<Fates>, Vec<Fates>) = fates.into_iter().partition(|[no, yes]| no + yes >= LEAST);
    many.push(few.iter().fold([0, 0], |sum, fates| [sum[0] + fates[0], sum[1] + fates[1]]));
    many
}

/// Why no starter rules are made of a field, apart from what it knows of the outcome.
pub(super) fn why(column: &Column, guess: &Guess) -> Option<Text> {
    let name = snake(&column.name);
    if matches!(guess.kind, Kind::Empty | Kind::Constant(_)) {
        return None;
    }
    if let Some(why) = nearly_constant(column, guess) {
        return Some(why);
    }
    match &guess.kind {
        Kind::Integer { .. } => {
            let distinct = column.distinct().unwrap_or(0);
            let numbering = Numbering { numbers: column.order.numbers, distinct, rising: column.order.rising };
            numbering.why(&name, 5).or_else(|| is_code(&name).then(|| say!("by the name a code and no amount")))
        }
        Kind::Text => {
            names_leads(column, &name).then(|| say!("another for each lead: it names leads and says nothing of them"))
        }
        Kind::Choice(_) if says_when(&name) => Some(say!("when a lead came, and not who it is")),
        Kind::Choice(_) if is_private(&name) => Some(say!("whether to score people on it is yours to say")),
        Kind::Choice(_) if is_handled(&name) => Some(say!("who works on it, and not who it is")),
        Kind::Choice(_) | Kind::YesNo => changes(&name).then(|| say!("what sales do changes it")),
        Kind::Date { .. } => date(column, &name),
        Kind::Number { .. }
        | Kind::Email
        | Kind::ListOfText
        | Kind::ListOfChoice(..)
        | Kind::Empty
        | Kind::Constant(_) => None,
    }
}

/// All but a few of many leads have the same, or nothing.
fn nearly_constant(column: &Column, guess: &Guess) -> Option<Text> {
    let nearly_all = |count: u64| column.rows >= MANY && count * 100 >= column.rows * 98;
    let most = match &guess.kind {
        Kind::Choice(options) => options.first().map_or(0, |option| option.count),
        _ if column.lists > 0 => 0,
        _ => column.values.sorted().first().map_or(0, |(_, count)| *count),
    };
    if nearly_all(most) {
        return Some(say!("nearly all leads have the same"));
    }
    nearly_all(column.rows - guess.known.min(column.rows)).then(|| say!("hardly any lead has one"))
}

/// Whether the last word of a name is one of a code.
fn is_code(name: &str) -> bool {
    name.rsplit('_').next().is_some_and(|word| ["id", "code", "key", "nr", "no"].contains(&word))
}

/// Whether the words of a text are codes or are called so, each lead with another.
fn names_leads(column: &Column, name: &str) -> bool {
    const WORDS: &[&str] = &["id", "uuid", "guid", "key", "sleutel", "nr", "no", "nummer", "code", "ref", "reference"];
    let all_differ = column.distinct().is_some_and(|distinct| distinct * 100 >= column.filled * 98);
    let is_called = name.split('_').any(|word| WORDS.contains(&word));
    column.filled >= LEAST && all_differ && (is_called || column.are_codes())
}

/// Whether a choice is called as parts of the calendar are.
fn says_when(name: &str) -> bool {
    const WORDS: &[&str] =
        &["month", "maand", "mois", "monat", "weekday", "weekdag", "quarter", "kwartaal", "day", "dag", "hour", "week"];
    name.split('_').any(|word| WORDS.contains(&word))
}

/// Whether a choice is called as what one may not want to judge people by.
fn is_private(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "salutation",
        "aanhef",
        "aanspreking",
        "anrede",
        "civilité",
        "gender",
        "sex",
        "geslacht",
        "geschlecht",
        "genre",
        "marital",
        "religion",
        "race",
        "ethnicity",
        "nationality",
        "nationaliteit",
        "nationalité",
    ];
    name.split('_').any(|word| WORDS.contains(&word))
}

/// Whether a choice is called as those are who work on leads.
fn is_handled(name: &str) -> bool {
    const WORDS: &[&str] = &["owner", "eigenaar", "assigned", "assignee", "rep", "salesrep", "verkoper", "vendeur"];
    name.split('_').any(|word| WORDS.contains(&word))
}

/// Whether a field is called as what was done with a lead, or last, by whomever.
fn changes(name: &str) -> bool {
    const LAST: &[&str] = &["last", "latest", "laatste", "dernier", "dernière", "letzte", "recent"];
    const DONE: &[&str] =
        &["activity", "activiteit", "action", "actie", "contact", "call", "touch", "status", "result"];
    const CONTACTED: &[&str] = &["contacted", "called", "gecontacteerd", "gebeld", "contacté", "kontaktiert"];
    let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
    has(CONTACTED) || (has(LAST) && has(DONE))
}

/// Why how long ago a day is says nothing of interest.
fn date(column: &Column, name: &str) -> Option<Text> {
    const CHANGED: &[&str] = &[
        "modified",
        "updated",
        "changed",
        "synced",
        "sync",
        "imported",
        "exported",
        "gewijzigd",
        "bijgewerkt",
        "aangepast",
        "modification",
        "update",
        "geändert",
    ];
    const LATER: &[&str] = &[
        "birth",
        "birthday",
        "birthdate",
        "dob",
        "geboorte",
        "geboortedatum",
        "naissance",
        "due",
        "deadline",
        "expiry",
        "expires",
        "expiration",
        "renewal",
        "end",
        "ends",
        "until",
        "einde",
    ];
    let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
    if has(CHANGED) {
        return Some(say!("a program changes it too"));
    }
    if has(LATER) {
        return Some(say!("how many days ago it is says little"));
    }
    // The day of a time, as it is written.
    let mut days: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
    for (value, count) in column.values.sorted() {
        *days.entry(value.chars().take(10).collect()).or_default() += count;
    }
    let most = days.values().max().copied().unwrap_or(0);
    (column.filled >= LEAST && most * 2 > days.values().sum())
        .then(|| say!("most leads have the same day, as if all had been imported on it"))
}
