//! The rule file itself. In: what was guessed about leads and log; out: its text. Whatever is live passes `check` and
//! scores the data; what a person has to decide is in comments.

use std::fmt::Write;

use leadrules_language::source::quoted;
use leadrules_language::text::grouped;

use super::accounts::{self, Accounts};
use super::crossing::{Counts, Crossing};
use super::declared::{self, field_lines, line, one_line, shared_missing};
use super::field::Field;
use super::guess::{Guess, Kind, guesses};
use super::lifecycle;
use super::log::{KindGuess, Log, Property, key_of};
use super::names::{Names, snake};
use super::profile::{Column, Profile};
use super::starters::{POINTS, ideas, live_fields};

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
    let guesses = guesses(leads);
    let linked = log.and_then(|log| key_of(leads, &log.profile.columns[log.roles.lead?]));
    let key = linked.or_else(|| key(leads, &guesses));
    // The names of scores are taken first, so that fields give way to them.
    let profile = names.give("profile", "profile");
    let engagement = log.map(|_| names.give("engagement", "engagement"));
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

    let mut text = String::from("leadrules 1\n\n");
    head(&mut text, leads, (log, accounts), sources);
    if fields.iter().any(|field| matches!(field.guess.kind, Kind::Date { .. })) || log.is_some() {
        text.push_str(
            "\n# Dates and times without a zone are read in UTC. If yours are not, say where they are from:\n",
        );
        text.push_str("# time zone \"Europe/Brussels\"\n");
    }
    lead_block(&mut text, &fields, &everywhere, key.is_some());
    if let Some(accounts) = accounts {
        accounts.write(&mut text, &fields, &mut names, |guess, rows| sources.quoted.keep(guess, rows));
    }
    let kinds = log.map(|log| events_block(&mut text, log, &mut names, sources.quoted)).unwrap_or_default();
    let most = profile_score(&mut text, &profile, &fields);
    if let Some(engagement) = &engagement {
        engagement_score(&mut text, engagement, &kinds);
    }
    let had = fields.iter().find(|field| field.is_stage);
    stages(&mut text, &profile, engagement.as_deref(), most, had);
    if accounts.is_none() {
        accounts::propose(&mut text, leads, &fields, &mut names);
    }
    text
}

fn head(text: &mut String, leads: &Profile, (log, accounts): (Option<&Log>, Option<&Accounts>), sources: Sources<'_>) {
    let mut files: Vec<String> = [Some(sources.leads), sources.events].into_iter().flatten().map(one_line).collect();
    files.extend(sources.accounts.map(one_line));
    let last = files.pop().unwrap_or_default();
    let of = if files.is_empty() { last } else { format!("{} and {last}", files.join(", ")) };
    line(text, &format!("# Made by `leadrules init` from {of}."));
    let mut count = log.map_or_else(String::new, |log| format!(", {} events", grouped(log.profile.rows())));
    if let Some(accounts) = accounts {
        count += &format!(", {} accounts", grouped(accounts.rows()));
    }
    line(text, &format!("# {} leads, {} columns{count}.", grouped(leads.rows()), leads.columns.len()));
    line(text, "# It passes `leadrules check` and scores this data as it stands. What follows is a guess from the");
    line(text, "# values: correct what is wrong, drop what you do not need, and put your own rules in place of ours.");
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

fn lead_block(out: &mut String, fields: &[Field<'_>], everywhere: &[String], has_key: bool) {
    line(out, "\n# What we know about a lead. `from` names the column in the data; `outcome` marks what is known only");
    line(out, "# afterwards (won, lost, a judgement of sales), so that no rule scores on it by mistake.");
    line(out, "lead {");
    declared::empty_words(out, everywhere);
    if !has_key {
        line(out, "  # No column tells the leads apart (an id, a number, an address): the row number does.\n");
    }
    declared::fields(out, fields, everywhere);
    out.push_str("}\n");
}

/// Writes the `events` block; returns the kinds with their names.
fn events_block<'a>(
    out: &mut String,
    log: &'a Log,
    names: &mut Names,
    quoted_values: Quoted,
) -> Vec<(String, KindGuess<'a>)> {
    let column = |at: usize| quoted(&log.profile.columns[at].name);
    let roles = log.roles;
    let each = if roles.lead.is_some() { "Each row of the log" } else { "Each entry of a lead's `events`" };
    line(out, &format!("\n# What a lead can do. {each} is one event.\nevents {{"));
    if let Some(lead) = roles.lead {
        line(out, &format!("  lead from {}", column(lead)));
    }
    line(out, &format!("  event from {}", column(roles.event)));
    let form = log.time_form().map_or_else(String::new, |form| format!(" as {}", quoted(form)));
    line(out, &format!("  time from {}{form}", column(roles.time)));
    if let Some(id) = roles.id {
        line(out, &format!("  id from {}", column(id)));
    }
    out.push('\n');
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
        let times = format!("  # {}", grouped(kind.count));
        if kind.properties.is_empty() {
            line(out, &format!("  {name}{from}{times}"));
        } else {
            line(out, &format!("  {name}{from} {{{times}"));
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
                    line(out, &written);
                }
            }
            line(out, "  }");
        }
        kinds.push((name, kind));
    }
    if rare > 0 {
        line(
            out,
            &format!(
                "  # {rare} kinds that few rows have are not named here: ask somebody who knows, and declare them."
            ),
        );
    }
    let others = log.other_kinds();
    if others > 0 {
        line(out, &format!("  # {others} more kinds are not declared: they count as any other activity."));
    }
    out.push_str("}\n");
    kinds
}

/// Writes the score for what a lead is; returns the most that its live rules can give.
fn profile_score(out: &mut String, name: &str, fields: &[Field<'_>]) -> u64 {
    out.push_str("\n# What a lead is. Each line: a condition, and the points it gives.\n");
    line(out, &format!("score {name} 0.. {{"));
    let live = live_fields(fields);
    for field in &live {
        line(out, &format!("  {} is known => +{POINTS}", field.name));
    }
    let ideas = ideas(fields);
    if !ideas.is_empty() {
        line(out, "\n  # Rules of your own could look like these:");
        for idea in ideas {
            line(out, &format!("  # {idea}"));
        }
    }
    out.push_str("}\n");
    live.len() as u64 * POINTS
}

fn engagement_score(out: &mut String, name: &str, kinds: &[(String, KindGuess<'_>)]) {
    out.push_str("\n# What a lead does.\n");
    line(out, &format!("score {name} 0.. {{"));
    line(out, "  any activity in last 90 days => +5");
    if !kinds.is_empty() {
        line(out, "\n  # Rules of your own could look like these:");
        for (kind, _) in kinds.iter().take(3) {
            line(out, &format!("  # {kind} in last 90 days => +5 each, up to 20"));
        }
        line(out, "  # no activity in last 60 days => -10");
    }
    out.push_str("}\n");
}

fn stages(out: &mut String, profile: &str, engagement: Option<&str>, most: u64, had: Option<&Field<'_>>) {
    out.push_str("\n# The steps of a lead, lowest first. Raise the bars as your rules grow.\nstages {\n");
    let (called, others) = had.map(|field| lifecycle::called(field.column, &field.guess)).unwrap_or_default();
    let [lead, mql] = called.map(|names| {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) }
    });
    line(out, &format!("  {profile} >= {POINTS} => Lead{lead}"));
    match engagement {
        Some(engagement) => line(out, &format!("  {profile} >= {POINTS} and {engagement} >= 5 => MQL{mql}")),
        None if most > POINTS => line(out, &format!("  {profile} >= {most} => MQL{mql}")),
        None => {}
    }
    if let Some(field) = had {
        let engagement = engagement.unwrap_or(profile);
        line(
            out,
            &format!(
                "\n  # `{}` has the stage that each lead is at, so a step can be kept until a lead cools",
                field.name
            ),
        );
        line(out, "  # down, and does not come and go with every mail:");
        line(out, &format!("  # {engagement} >= 20 => MQL{mql}, kept while {engagement} > 0"));
        if !others.is_empty() {
            let others: Vec<String> = others.iter().map(|name| quoted(name)).collect();
            line(out, "  # In the data, but no step of these rules yet:");
            line(out, &format!("  #   {}", others.join(", ")));
        }
    }
    out.push_str("}\n");
}
