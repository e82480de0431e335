//! Fields as the rule file declares them, and what is said of them beside it. In: fields; out: the lines of a block.

use std::fmt::Write;

use leadrules_language::decimal::Decimal;
use leadrules_language::source::quoted;
use leadrules_language::text::{self, grouped};
use leadrules_language::words::{Text, Value, say};

use super::field::Field;
use super::guess::{Choice, Kind};
use super::names::value;
use super::out::{Out, WIDTH};

/// Texts that stand for an empty cell in several columns.
pub(super) fn shared_missing(fields: &[Field<'_>]) -> Vec<String> {
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

/// The line that says what stands for an empty cell in every column.
pub(super) fn empty_words(out: &mut Out, everywhere: &[String]) {
    if !everywhere.is_empty() {
        let words: Vec<String> = everywhere.iter().map(|word| quoted(word)).collect();
        out.comment("  ", &say!("What stands for an empty cell, in every column."));
        out.line(&format!("  missing {}\n", words.join(", ")));
    }
}

/// The lines of fields, and remarks on those that are of little use to rules.
pub(super) fn fields(out: &mut Out, fields: &[Field<'_>], everywhere: &[String]) {
    let is_declared = |field: &&Field<'_>| !matches!(field.guess.kind, Kind::Empty | Kind::Constant(_));
    for field in fields.iter().filter(is_declared) {
        let range = if field.starts_at_zero() && !field.is_key { " 0.." } else { "" };
        let rest = format!("{range}{}", settings(field, everywhere));
        let note = note(field).map_or_else(String::new, |note| format!("  # {}", out.say(&note)));
        // Former names of the steps say what its values stand for.
        let kind = if field.is_stage { &Kind::Text } else { &field.guess.kind };
        for written in field_lines(&field.name, kind, field.is_key, "  ", &rest, &note) {
            out.line(&written);
        }
    }
    let idle: Vec<&Field<'_>> = fields.iter().filter(|field| !is_declared(field)).collect();
    if !idle.is_empty() {
        out.gap();
        out.comment("  ", &say!("The same in every row, and so of no use to rules:"));
        for field in idle {
            let column = quoted(&field.column.name);
            let said = match &field.guess.kind {
                Kind::Constant(value) => say!("{column}: always {value}", column, value = quoted(&one_line(value))),
                _ => say!("{column}: always empty", column),
            };
            out.line(&format!("  #   {}", out.say(&said)));
        }
    }
    left_out(out, fields);
}

/// Says which fields no starter rules are made of, and why.
fn left_out(out: &mut Out, fields: &[Field<'_>]) {
    let mut leaks = fields.iter().filter_map(|field| Some((&field.name, field.leak.as_ref()?))).peekable();
    if leaks.peek().is_some() {
        out.gap();
        let said = say!(
            "Marked `outcome`, since each alone tells too well who converted, as what is filled in afterwards does.\nTake the mark away \
             from what is known beforehand:"
        );
        out.comment("  ", &said);
        for (name, why) in leaks {
            out.listed(&say!("{what}: {note}", what = name, note = why));
        }
    }
    let mut reasons: Vec<(&Text, Vec<&str>)> = Vec::new();
    for field in fields {
        let Some(why) = &field.aside else { continue };
        match reasons.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, names)) => names.push(&field.name),
            None => reasons.push((why, vec![&field.name])),
        }
    }
    if !reasons.is_empty() {
        out.gap();
        out.comment("  ", &say!("Left out of the rules to start from, though yours may speak of them:"));
        for (why, names) in reasons {
            out.listed(&say!("{what}: {note}", what = names.join(", "), note = why));
        }
    }
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
fn note(field: &Field<'_>) -> Option<Text> {
    let mut notes = Vec::new();
    if let Some((least, greatest)) = field.guess.span
        && !field.is_key
        && !field.guess.hides_span
    {
        notes.push(say!("{least} to {greatest}", least = number(least), greatest = number(greatest)));
    }
    if let Kind::Date { form: Some(_), or: Some(or) } = field.guess.kind {
        notes.push(say!("or is it \"{form}\"? All values fit both", form = or));
    }
    if let Some(often) = &field.guess.often {
        let names: Vec<String> = often.iter().map(|name| quoted(name)).collect();
        notes.push(if names.is_empty() {
            say!("no value is frequent; values that few leads have are not shown")
        } else {
            say!("often {values}; values that few leads have are not shown", values = names.join(", "))
        });
    }
    if field.guess.misfits > 0 {
        notes.push(say!("{values} {values|value does|values do} not fit", values = field.guess.misfits));
    }
    if field.is_key && field.column.repeats > 0 {
        notes.push(say!("{rows} {rows|row repeats|rows repeat} a key", rows = field.column.repeats));
    }
    if field.known_share() < 100 && !field.is_key {
        notes.push(say!("known for {share} %", share = field.known_share()));
    }
    notes.into_iter().reduce(|first, next| say!("{first}; {next}", first, next))
}

/// The lines that declare a field or property.
pub(super) fn field_lines(name: &str, kind: &Kind, is_key: bool, indent: &str, rest: &str, note: &str) -> Vec<String> {
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

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number in millionths, with its thousands separated.
fn number(millionths: i64) -> Text {
    let text = Decimal(millionths.into()).to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let whole = digits.parse::<u64>().map_or_else(|_| Text::verbatim(digits), Text::figure);
    let fraction = fraction.map(|part| Text::figure(Value::Rounded(format!(".{part}"))));
    Text::row([Text::verbatim(sign), whole].into_iter().chain(fraction).collect(), "")
}
