//! The rule file itself. In: what was guessed about leads and log; out: its text. Whatever is live passes `check` and
//! scores the data; what a person has to decide is in comments.

use std::fmt::Write;

use leadrules_language::decimal::Decimal;
use leadrules_language::source::quoted;
use leadrules_language::text::{self, grouped};

use super::crossing::{Counts, Crossing};
use super::field::Field;
use super::guess::{Choice, Guess, Kind, guesses};
use super::lifecycle;
use super::log::{KindGuess, Log, Property, key_of};
use super::names::{Names, snake, value};
use super::profile::{Column, Profile};
use super::starters::{POINTS, ideas, live_fields};

/// No line is longer than this, if it can be helped.
const WIDTH: usize = 100;

/// Where the data came from, for the first comment.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The file of the leads.
    pub leads: &'a str,
    /// The file of the log.
    pub events: Option<&'a str>,
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

/// What so many leads have tells of no one who it is.
pub const COMMON: u64 = 10;

/// The text of a first rule file. `crossed` says what became of the leads by their values, where a column says which converted.
#[must_use]
pub fn write(leads: &Profile, crossed: Option<&(Crossing, Counts)>, log: Option<&Log>, sources: Sources<'_>) -> String {
    let mut names = Names::default();
    let guesses = guesses(leads);
    let linked = log.and_then(|log| key_of(leads, &log.profile.columns[log.roles.lead?]));
    let key = linked.or_else(|| key(leads, &guesses));
    // The names of scores are taken first, so that fields give way to them.
    let profile = names.give("profile", "profile");
    let engagement = log.map(|_| names.give("engagement", "engagement"));
    let fields: Vec<Field<'_>> = leads
        .columns
        .iter()
        .zip(guesses)
        .enumerate()
        .map(|(at, (column, mut guess))| {
            if sources.quoted == Quoted::Common {
                guess.keep_common(COMMON, column.rows);
            }
            let is_key = key == Some(at);
            if is_key && guess.kind != Kind::Email {
                let in_log = log.and_then(|log| Some(&log.profile.columns[log.roles.lead?]));
                let are_numbers = column.are_whole() && in_log.is_none_or(Column::are_whole);
                guess.kind = if are_numbers { Kind::Integer { comma: false } } else { Kind::Text };
            }
            let told = crossed.and_then(|(crossing, counts)| crossing.told(counts, at));
            Field::new(column, guess, names.give(&column.name, "field"), is_key, told)
        })
        .collect();
    let everywhere = shared_missing(&fields);

    let mut text = String::from("leadrules 1\n\n");
    head(&mut text, leads, log, sources);
    if fields.iter().any(|field| matches!(field.guess.kind, Kind::Date { .. })) || log.is_some() {
        text.push_str(
            "\n# Dates and times without a zone are read in UTC. If yours are not, say where they are from:\n",
        );
        text.push_str("# time zone \"Europe/Brussels\"\n");
    }
    lead_block(&mut text, &fields, &everywhere, key.is_some());
    let kinds = log.map(|log| events_block(&mut text, log, &mut names, sources.quoted)).unwrap_or_default();
    let most = profile_score(&mut text, &profile, &fields);
    if let Some(engagement) = &engagement {
        engagement_score(&mut text, engagement, &kinds);
    }
    let had = fields.iter().find(|field| field.is_stage);
    stages(&mut text, &profile, engagement.as_deref(), most, had);
    text
}

fn head(text: &mut String, leads: &Profile, log: Option<&Log>, sources: Sources<'_>) {
    let of = sources.events.map_or_else(String::new, |events| format!(" and {}", one_line(events)));
    line(text, &format!("# Made by `leadrules init` from {}{of}.", one_line(sources.leads)));
    let count = log.map_or_else(String::new, |log| format!(", {} events", grouped(log.profile.rows())));
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

/// Texts that stand for an empty cell in several columns.
fn shared_missing(fields: &[Field<'_>]) -> Vec<String> {
    let mut shared: Vec<String> = Vec::new();
    for field in fields {
        for word in &field.guess.missing {
            let folded = text::key(word);
            let columns = fields.iter().filter(|other| other.guess.missing.iter().any(|w| text::key(w) == folded));
            if columns.count() > 1 && !shared.iter().any(|other| text::key(other) == folded) {
                shared.push(word.clone());
            }
        }
    }
    shared
}

fn lead_block(out: &mut String, fields: &[Field<'_>], everywhere: &[String], has_key: bool) {
    line(out, "\n# What we know about a lead. `from` names the column in the data; `outcome` marks what is known only");
    line(out, "# afterwards (won, lost, a judgement of sales), so that no rule scores on it by mistake.");
    line(out, "lead {");
    if !everywhere.is_empty() {
        let words: Vec<String> = everywhere.iter().map(|word| quoted(word)).collect();
        line(out, "  # What stands for an empty cell, in every column.");
        line(out, &format!("  missing {}\n", words.join(", ")));
    }
    if !has_key {
        line(out, "  # No column tells the leads apart (an id, a number, an address): the row number does.\n");
    }
    let is_declared = |field: &&Field<'_>| !matches!(field.guess.kind, Kind::Empty | Kind::Constant(_));
    for field in fields.iter().filter(is_declared) {
        let range = if field.starts_at_zero() && !field.is_key { " 0.." } else { "" };
        let rest = format!("{range}{}", settings(field, everywhere));
        let note = note(field);
        let note = if note.is_empty() { note } else { format!("  # {note}") };
        // Former names of the steps say what its values stand for.
        let kind = if field.is_stage { &Kind::Text } else { &field.guess.kind };
        for written in field_lines(&field.name, kind, field.is_key, "  ", &rest, &note) {
            line(out, &written);
        }
    }
    let idle: Vec<&Field<'_>> = fields.iter().filter(|field| !is_declared(field)).collect();
    if !idle.is_empty() {
        line(out, "\n  # The same in every row, and so of no use to rules:");
        for field in idle {
            let value = match &field.guess.kind {
                Kind::Constant(value) => format!("always {}", quoted(&one_line(value))),
                _ => "always empty".to_owned(),
            };
            line(out, &format!("  #   {}: {value}", quoted(&field.column.name)));
        }
    }
    left_out(out, fields);
    out.push_str("}\n");
}

/// Says which fields no starter rules are made of, and why.
fn left_out(out: &mut String, fields: &[Field<'_>]) {
    let mut leaks = fields.iter().filter_map(|field| Some((&field.name, field.leak.as_ref()?))).peekable();
    if leaks.peek().is_some() {
        line(
            out,
            "\n  # Marked `outcome`, since each alone tells too well who converted, as what is filled in afterwards does.",
        );
        line(out, "  # Take the mark away from what is known beforehand:");
        for (name, why) in leaks {
            wrapped(out, &format!("{name}: {why}"));
        }
    }
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for field in fields {
        let Some(why) = field.aside else { continue };
        match reasons.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, names)) => names.push(&field.name),
            None => reasons.push((why, vec![&field.name])),
        }
    }
    if !reasons.is_empty() {
        line(out, "\n  # Left out of the rules to start from, though yours may speak of them:");
        for (why, names) in reasons {
            wrapped(out, &format!("{}: {why}", names.join(", ")));
        }
    }
}

/// A remark of a list, in as many lines as it takes.
fn wrapped(out: &mut String, text: &str) {
    let mut written = String::from("  #  ");
    for word in text.split(' ') {
        if written.chars().count() + 1 + word.chars().count() > WIDTH {
            line(out, &written);
            written = String::from("  #    ");
        }
        written.push(' ');
        written.push_str(word);
    }
    line(out, &written);
}

/// `, from "Column", missing "-", 999, outcome`
fn settings(field: &Field<'_>, everywhere: &[String]) -> String {
    let mut rest = String::new();
    if field.name != field.column.name {
        let _ = write!(rest, ", from {}", quoted(&field.column.name));
    }
    let is_shared = |word: &&String| everywhere.iter().any(|other| text::key(other) == text::key(word));
    let words = field.guess.missing.iter().filter(|word| !is_shared(word)).map(|word| quoted(word));
    let values: Vec<String> = words.chain(field.guess.missing_number.map(|number| number.to_string())).collect();
    if !values.is_empty() {
        let _ = write!(rest, ", missing {}", values.join(", "));
    }
    if field.is_outcome() {
        rest.push_str(", outcome");
    }
    if field.is_stage {
        rest.push_str(", previous stage");
    }
    rest
}

/// What the data says about a field.
fn note(field: &Field<'_>) -> String {
    let mut notes = Vec::new();
    if let Some((least, greatest)) = field.guess.span
        && !field.is_key
        && !field.guess.hides_span
    {
        notes.push(format!("{} to {}", number(least), number(greatest)));
    }
    if let Kind::Date { form: Some(_), or: Some(or) } = field.guess.kind {
        notes.push(format!("or is it \"{or}\"? All values fit both"));
    }
    if let Some(often) = &field.guess.often {
        let names: Vec<String> = often.iter().map(|name| quoted(name)).collect();
        let names =
            if names.is_empty() { "no value is frequent".to_owned() } else { format!("often {}", names.join(", ")) };
        notes.push(format!("{names}; values that few leads have are not shown"));
    }
    if field.guess.misfits > 0 {
        let plural = if field.guess.misfits == 1 { "value does" } else { "values do" };
        notes.push(format!("{} {plural} not fit", grouped(field.guess.misfits)));
    }
    if field.is_key && field.column.repeats > 0 {
        let plural = if field.column.repeats == 1 { "row repeats" } else { "rows repeat" };
        notes.push(format!("{} {plural} a key", grouped(field.column.repeats)));
    }
    if field.known_share() < 100 && !field.is_key {
        notes.push(format!("known for {} %", field.known_share()));
    }
    notes.join("; ")
}

/// The lines that declare a field or property.
fn field_lines(name: &str, kind: &Kind, is_key: bool, indent: &str, rest: &str, note: &str) -> Vec<String> {
    let key = if is_key { " key" } else { "" };
    let (word, options, split) = match kind {
        Kind::Choice(options) => ("choice", options, ""),
        Kind::ListOfChoice(options, None) => ("list of choice", options, ""),
        Kind::ListOfChoice(options, Some(_)) => ("list of choice", options, " split by \",\""),
        kind => return vec![format!("{indent}{name} {}{key}{rest}{note}", plain_type(kind))],
    };
    let written: Vec<String> = options.iter().map(option).collect();
    let whole = format!("{indent}{name} {word} {{ {} }}{split}{rest}{note}", written.join(", "));
    if whole.chars().count() <= WIDTH {
        return vec![whole];
    }
    let mut lines = vec![format!("{indent}{name} {word} {{")];
    let counted = written.iter().zip(options);
    lines.extend(counted.map(|(text, option)| format!("{indent}  {text}  # {}", grouped(option.count))));
    lines.push(format!("{indent}}}{split}{rest}{note}"));
    lines
}

fn plain_type(kind: &Kind) -> String {
    match kind {
        Kind::Text | Kind::Empty | Kind::Constant(_) => "text".to_owned(),
        Kind::Email => "email".to_owned(),
        Kind::Number { comma } => if *comma { "number decimal comma" } else { "number" }.to_owned(),
        Kind::Integer { comma } => if *comma { "integer decimal comma" } else { "integer" }.to_owned(),
        Kind::YesNo => "yes/no".to_owned(),
        Kind::Date { form: None, .. } => "date".to_owned(),
        Kind::Date { form: Some(form), .. } => format!("date as {}", quoted(form)),
        Kind::ListOfText | Kind::ListOfChoice(..) => "list of text".to_owned(),
        Kind::Choice(_) => "choice".to_owned(),
    }
}

/// `BE ("België")`
fn option(option: &Choice) -> String {
    let name = value(&option.name);
    if option.synonyms.is_empty() {
        return name;
    }
    let synonyms: Vec<String> = option.synonyms.iter().map(|synonym| quoted(synonym)).collect();
    format!("{name} ({})", synonyms.join(", "))
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

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number in millionths, with its thousands separated.
fn number(millionths: i64) -> String {
    let text = Decimal(millionths.into()).to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let whole = digits.parse().map_or_else(|_| digits.to_owned(), grouped);
    format!("{sign}{whole}{}", fraction.map_or_else(String::new, |part| format!(".{part}")))
}
