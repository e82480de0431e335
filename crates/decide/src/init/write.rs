//! The rule file itself. In: what was guessed about leads and log; out: its text. Whatever is live passes `check` and
//! scores the data; what a person has to decide is in comments.

use std::fmt::Write;

use leadrules_language::source::quoted;
use leadrules_language::words::{Junction, Locale, Text, say};

use super::accounts::{self, Accounts};
use super::crossing::{Counts, Crossing};
use super::declared::{self, field_lines, one_line, shared_missing};
use super::field::Field;
use super::guess::{Guess, Kind, guesses};
use super::log::{KindGuess, Log, Property, key_of};
use super::names::{Names, snake};
use super::out::Out;
use super::profile::{Column, Profile};
use super::scores::{engagement_score, profile_score, stages};
use super::spoken::spoken;

/// Where the data came from, for the first comment.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The file of the leads.
    pub leads: &'a str,
    /// The file of the log.
    pub events: Option<&'a str>,
    /// The file of the accounts' own data.
    pub accounts: Option<&'a str>,
    /// What of their values may be written.
    pub quoted: Quoted,
    /// The language of comments and of names that the data does not give; without it, that of the data.
    pub language: Option<Locale>,
}

/// What of the values of leads may be written into the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quoted {
    /// Options as they are, and from where to where numbers go.
    #[default]
    All,
    /// Only what at least [`COMMON`] leads have: what few have may tell who they are.
    Common,
}

impl Quoted {
    /// Drops from a guess what may not be written; there are so many rows.
    fn keep(self, guess: &mut Guess, rows: u64) {
        match self {
            Self::All => {}
            Self::Common => guess.keep_common(COMMON, rows),
        }
    }
}

/// What so many leads have tells of no one who it is.
pub const COMMON: u64 = 10;

/// The text of a first rule file. `crossed` says what became of the leads by their values, where a column says which converted.
#[must_use]
pub fn write(
    leads: &Profile,
    crossed: Option<&(Crossing, Counts)>,
    (log, accounts): (Option<&Log>, Option<&Accounts>),
    sources: Sources<'_>,
) -> String {
    let mut names = Names::default();
    if accounts.is_some() {
        // They mean something where there are accounts.
        for name in ["account", "leads", "lead"] {
            names.give(name, name);
        }
    }
    let tables = [Some(leads), log.map(|log| &log.profile), accounts.map(Accounts::profile)];
    let locale = sources.language.or_else(|| spoken(tables.into_iter().flatten())).unwrap_or_default();
    let mut out = Out::new(locale);
    let guesses = guesses(leads);
    let linked = log.and_then(|log| key_of(leads, &log.profile.columns[log.roles.lead?]));
    let key = linked.or_else(|| key(leads, &guesses));
    // The names of scores are taken first, so that fields give way to them.
    let profile = names.give(&out.say(&say!("profile")), "profile");
    let engagement = log.map(|_| names.give(&out.say(&say!("engagement")), "engagement"));
    let borne = accounts.and_then(|accounts| accounts.borne(leads));
    let fields: Vec<Field<'_>> = leads
        .columns
        .iter()
        .zip(guesses)
        .enumerate()
        .map(|(at, (column, mut guess))| {
            sources.quoted.keep(&mut guess, column.rows);
            let is_key = key == Some(at);
            if is_key && guess.kind != Kind::Email {
                let in_log = log.and_then(|log| Some(&log.profile.columns[log.roles.lead?]));
                let are_numbers = column.are_whole() && in_log.is_none_or(Column::are_whole);
                guess.kind = if are_numbers { Kind::Integer { comma: false } } else { Kind::Text };
            }
            if let Some((_, are_numbers)) = borne.filter(|(borne, _)| *borne == at && !is_key) {
                guess.kind = if are_numbers { Kind::Integer { comma: false } } else { Kind::Text };
            }
            let told = crossed.and_then(|(crossing, counts)| crossing.told(counts, at));
            Field::new(column, guess, names.give(&column.name, "field"), is_key, told)
        })
        .collect();
    let everywhere = shared_missing(&fields);

    out.line("leadrules 1\n");
    head(&mut out, leads, (log, accounts), sources);
    if fields.iter().any(|field| matches!(field.guess.kind, Kind::Date { .. })) || log.is_some() {
        out.gap();
        let said = say!("Dates and times without a zone are read in UTC. If yours are not, say where they are from:");
        out.comment("", &said);
        out.line("# time zone \"Europe/Brussels\"");
    }
    lead_block(&mut out, &fields, &everywhere, key.is_some());
    if let Some(accounts) = accounts {
        accounts.write(&mut out, &fields, &mut names, |guess, rows| sources.quoted.keep(guess, rows));
    }
    let kinds = log.map(|log| events_block(&mut out, log, &mut names, sources.quoted)).unwrap_or_default();
    let most = profile_score(&mut out, &profile, &fields);
    if let Some(engagement) = &engagement {
        engagement_score(&mut out, engagement, &kinds);
    }
    let had = fields.iter().find(|field| field.is_stage);
    stages(&mut out, &profile, engagement.as_deref(), most, had);
    if accounts.is_none() {
        accounts::propose(&mut out, leads, &fields, &mut names);
    }
    out.into_text()
}

fn head(out: &mut Out, leads: &Profile, (log, accounts): (Option<&Log>, Option<&Accounts>), sources: Sources<'_>) {
    let files = [Some(sources.leads), sources.events, sources.accounts].into_iter().flatten();
    let files = Text::list(files.map(|file| Text::verbatim(one_line(file))), Junction::And);
    out.comment("", &say!("Made by `leadrules init` from {files}.", files));
    let (rows, columns) = (leads.rows(), leads.columns.len());
    let (events, accounts) = (log.map(|log| log.profile.rows()), accounts.map(Accounts::rows));
    let counted = match (events, accounts) {
        (None, None) => say!("{leads} leads, {columns} columns.", leads = rows, columns),
        (Some(events), None) => {
            say!("{leads} leads, {columns} columns, {events} events.", leads = rows, columns, events)
        }
        (None, Some(accounts)) => {
            say!("{leads} leads, {columns} columns, {accounts} accounts.", leads = rows, columns, accounts)
        }
        (Some(events), Some(accounts)) => say!(
            "{leads} leads, {columns} columns, {events} events, {accounts} accounts.",
            leads = rows,
            columns,
            events,
            accounts
        ),
    };
    out.comment("", &counted);
    let said = say!(
        "It passes `leadrules check` and scores this data as it stands. What follows is a guess from the\nvalues: correct what is wrong, \
         drop what you do not need, and put your own rules in place of ours."
    );
    out.comment("", &said);
}

/// The unique column whose name sounds most like a key.
fn key(leads: &Profile, guesses: &[Guess]) -> Option<usize> {
    let rank = |(at, column): (usize, &Column)| {
        if !column.is_nearly_unique() || column.lists > 0 {
            return None;
        }
        let name = snake(&column.name);
        let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
        let rank = if name == "id" {
            9
        } else if has(&["id", "uuid", "guid", "key", "sleutel"]) {
            8
        } else if has(&["nr", "no", "number", "nummer", "code", "reference", "ref"]) || name.ends_with("nr") {
            7
        } else if guesses[at].kind == Kind::Email {
            6
        } else if has(&["lead", "contact", "record", "row"]) {
            5
        } else {
            return None;
        };
        // One without slips makes a better key than one with slips.
        Some((column.is_unique(), rank, std::cmp::Reverse(at)))
    };
    let named = leads.columns.iter().enumerate().filter_map(rank).max().map(|(_, _, at)| at.0);
    // If it comes first and is a numbered code (`T0001`) in each of many rows, its name does not matter. In a few rows,
    // postcodes look like that too.
    named.or_else(|| {
        let column = leads.columns.first()?;
        let is_key = column.rows >= 100 && column.is_unique() && guesses[0].kind == Kind::Text && column.are_numbered();
        is_key.then_some(0)
    })
}

fn lead_block(out: &mut Out, fields: &[Field<'_>], everywhere: &[String], has_key: bool) {
    out.gap();
    let said = say!(
        "What we know about a lead. `from` names the column in the data; `outcome` marks what is known only\nafterwards (won, lost, a \
         judgement of sales), so that no rule scores on it by mistake."
    );
    out.comment("", &said);
    out.line("lead {");
    declared::empty_words(out, everywhere);
    if !has_key {
        let said = say!("No column tells the leads apart (an id, a number, an address): the row number does.");
        out.comment("  ", &said);
        out.gap();
    }
    declared::fields(out, fields, everywhere);
    out.line("}");
}

/// Writes the `events` block; returns the kinds with their names.
fn events_block<'a>(
    out: &mut Out,
    log: &'a Log,
    names: &mut Names,
    quoted_values: Quoted,
) -> Vec<(String, KindGuess<'a>)> {
    let column = |at: usize| quoted(&log.profile.columns[at].name);
    let roles = log.roles;
    out.gap();
    out.comment(
        "",
        &if roles.lead.is_some() {
            say!("What a lead can do. Each row of the log is one event.")
        } else {
            say!("What a lead can do. Each entry of a lead's `events` is one event.")
        },
    );
    out.line("events {");
    if let Some(lead) = roles.lead {
        out.line(&format!("  lead from {}", column(lead)));
    }
    out.line(&format!("  event from {}", column(roles.event)));
    let form = log.time_form().map_or_else(String::new, |form| format!(" as {}", quoted(form)));
    out.line(&format!("  time from {}{form}", column(roles.time)));
    if let Some(id) = roles.id {
        out.line(&format!("  id from {}", column(id)));
    }
    out.gap();
    // A property has the same name and type in all kinds that have it.
    let (mut guessed, mut properties) = log.kinds();
    let all = guessed.len();
    if quoted_values == Quoted::Common {
        // Of an event nobody knows here how many leads did it: one may have done it often.
        // The most frequent come first, so that properties still find their kinds.
        guessed.retain(|kind| kind.count >= COMMON);
        for property in &mut properties {
            property.guess.keep_common(u64::MAX, 0);
        }
    }
    let rare = all - guessed.len();
    let mut own = Names::default();
    let named = |property: &Property| {
        let column = &log.profile.columns[property.column].name;
        let of = property.of.and_then(|kind| Some(format!("{} {column}", guessed.get(kind)?.text)));
        own.give(&of.unwrap_or_else(|| column.clone()), "property")
    };
    let property_names: Vec<String> = properties.iter().map(named).collect();
    let mut kinds = Vec::new();
    for kind in guessed {
        let name = names.give(kind.text, "event");
        let from = if name == kind.text { String::new() } else { format!(" from {}", quoted(kind.text)) };
        let times = format!("  # {}", out.say(&Text::figure(kind.count)));
        if kind.properties.is_empty() {
            out.line(&format!("  {name}{from}{times}"));
        } else {
            out.line(&format!("  {name}{from} {{{times}"));
            for &at in &kind.properties {
                let column = &log.profile.columns[properties[at].column];
                let (guess, property) = (&properties[at].guess, &property_names[at]);
                let mut rest = String::new();
                if *property != column.name {
                    let _ = write!(rest, ", from {}", quoted(&column.name));
                }
                let words: Vec<String> = guess.missing.iter().map(|word| quoted(word)).collect();
                if !words.is_empty() {
                    let _ = write!(rest, ", missing {}", words.join(", "));
                }
                for written in field_lines(property, &guess.kind, false, "    ", &rest, "") {
                    out.line(&written);
                }
            }
            out.line("  }");
        }
        kinds.push((name, kind));
    }
    if rare > 0 {
        let said = say!(
            "{kinds} kinds that few rows have are not named here: ask somebody who knows, and declare them.",
            kinds = rare
        );
        out.comment("  ", &said);
    }
    let others = log.other_kinds();
    if others > 0 {
        let said = say!("{kinds} more kinds are not declared: they count as any other activity.", kinds = others);
        out.comment("  ", &said);
    }
    out.line("}");
    kinds
}
