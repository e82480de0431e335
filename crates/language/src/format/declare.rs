//! Fields, kinds of event and lists as words.

use super::flow::{Flow, WIDTH, width};
use super::words::{expr, listed, option_name, quoted, range, text, value};
use crate::ast::{
    Block, ChoiceOption, Comment, Field, Kind, LeadsBy, List, ListSource, LogColumn, Statement, Text, Type, Value,
};

/// What follows the name of a field; the name ends at column `before`.
pub fn field(field: &Field, indent: usize, before: usize) -> String {
    let rest = settings(field);
    let taken = before + width(&rest.line());
    let mut flow = match &field.ty {
        Type::Text => Flow::new("text"),
        Type::Email => Flow::new("email"),
        Type::Number { decimal_comma } => Flow::new(format!("number{}", comma(*decimal_comma))),
        Type::Integer { decimal_comma } => Flow::new(format!("integer{}", comma(*decimal_comma))),
        Type::YesNo => Flow::new("yes/no"),
        Type::Date { form: None } => Flow::new("date"),
        Type::Date { form: Some(form) } => Flow::new(format!("date as {}", text(form))),
        Type::Choice(options) => Flow::new(format!("choice {}", choice(options, indent, taken + width("choice ")))),
        Type::ListOfText { split } => Flow::new(format!("list of text{}", split_by(split.as_ref()))),
        Type::ListOfChoice { options, split } => {
            let split = split_by(split.as_ref());
            let taken = taken + width("list of choice ") + width(&split);
            Flow::new(format!("list of choice {}{split}", choice(options, indent, taken)))
        }
    };
    flow.append(rest, 0);
    let line = flow.line();
    if before + width(&line) <= WIDTH || line.contains('\n') { line } else { flow.lines(before.min(WIDTH / 2)) }
}

/// `leads by email.domain except free_mail`
pub fn leads_by(by: &LeadsBy) -> String {
    let except = by.except.as_ref().map_or_else(String::new, |list| format!(" except {}", list.text));
    format!("leads by {}{except}", expr(&by.field))
}

/// What follows the type of a field.
fn settings(field: &Field) -> Flow {
    let mut flow = Flow::new("");
    if let Some(bounds) = &field.range {
        flow.push(&format!(" {}", range(bounds)));
    }
    if field.key.is_some() {
        flow.push(" key");
    }
    if !field.from.is_empty() {
        flow.push(",");
        flow.soft(0, "from ");
        flow.append(listed(field.from.iter().map(text), 1), 0);
    }
    if !field.missing.is_empty() {
        flow.push(",");
        flow.soft(0, "missing ");
        flow.append(literals(&field.missing), 0);
    }
    if field.outcome.is_some() {
        flow.push(",");
        flow.soft(0, "outcome");
    }
    if field.fixed.is_some() {
        flow.push(",");
        flow.soft(0, "fixed");
    }
    if field.optional.is_some() {
        flow.push(",");
        flow.soft(0, "optional");
    }
    if field.previous.is_some() {
        flow.push(",");
        flow.soft(0, "previous stage");
    }
    flow
}

fn comma(decimal_comma: bool) -> &'static str {
    if decimal_comma { " decimal comma" } else { "" }
}

fn split_by(split: Option<&Text>) -> String {
    split.map_or(String::new(), |split| format!(" split by {}", text(split)))
}

/// `"n/a", 999`: no line is broken before `yes` or `no`, which could begin a line of their own.
pub fn literals(values: &[Value]) -> Flow {
    let mut flow = Flow::default();
    for (at, literal) in values.iter().enumerate() {
        match (at, literal) {
            (0, _) => flow.push(&value(literal)),
            (_, Value::Truth(..) | Value::Name(_)) => flow.push(&format!(", {}", value(literal))),
            (_, Value::Number(_) | Value::Text(_) | Value::Date(_)) => {
                flow.push(",");
                flow.soft(1, &value(literal));
            }
        }
    }
    flow
}

fn choice(options: &[ChoiceOption], indent: usize, taken: usize) -> String {
    let entries: Vec<Entry<'_>> = options
        .iter()
        .map(|option| {
            let synonyms: Vec<String> = option.synonyms.iter().map(text).collect();
            let name = option_name(&option.name);
            let written = if synonyms.is_empty() { name } else { format!("{name} ({})", synonyms.join(", ")) };
            Entry { written, before: &option.before, after: option.after.as_ref() }
        })
        .collect();
    braced(&entries, &[], indent, taken)
}

/// An entry between braces.
struct Entry<'a> {
    written: String,
    before: &'a [Comment],
    after: Option<&'a Comment>,
}

/// `{ a, b }` on one line if it fits and holds no comments, otherwise in lines.
fn braced(entries: &[Entry<'_>], closing: &[Comment], indent: usize, taken: usize) -> String {
    let commented =
        entries.iter().any(|entry| !entry.before.is_empty() || entry.after.is_some()) || !closing.is_empty();
    let texts: Vec<&str> = entries.iter().map(|entry| entry.written.as_str()).collect();
    let line = if texts.is_empty() { "{ }".to_owned() } else { format!("{{ {} }}", texts.join(", ")) };
    if !commented && taken + width(&line) <= WIDTH {
        return line;
    }
    let inner = " ".repeat(indent + 2);
    let mut out = String::from("{");
    if commented {
        for (at, entry) in entries.iter().enumerate() {
            for comment in entry.before {
                out += &format!("\n{inner}{}", comment.text);
            }
            let comma = if at + 1 < entries.len() { "," } else { "" };
            let after = entry.after.map_or(String::new(), |comment| format!("  {}", comment.text));
            out += &format!("\n{inner}{}{comma}{after}", entry.written);
        }
        for comment in closing {
            out += &format!("\n{inner}{}", comment.text);
        }
    } else {
        let mut line = String::new();
        for (at, text) in texts.iter().enumerate() {
            let piece = format!("{text}{}", if at + 1 < texts.len() { "," } else { "" });
            if !line.is_empty() && indent + 2 + width(&line) + 1 + width(&piece) > WIDTH {
                out += &format!("\n{inner}{line}");
                line.clear();
            }
            line += if line.is_empty() { "" } else { " " };
            line += &piece;
        }
        out += &format!("\n{inner}{line}");
    }
    out + &format!("\n{}}}", " ".repeat(indent))
}

pub fn list(list: &List) -> String {
    let head = format!("list {} ", list.name.text);
    match &list.source {
        ListSource::File(file) => format!("{head}from {}", text(file)),
        ListSource::Inline { entries, closing } => {
            let entries: Vec<Entry<'_>> = entries
                .iter()
                .map(|entry| Entry { written: value(&entry.value), before: &entry.before, after: entry.after.as_ref() })
                .collect();
            format!("{head}{}", braced(&entries, closing, 0, width(&head)))
        }
    }
}

pub fn log_column(role: LogColumn) -> &'static str {
    match role {
        LogColumn::Lead => "lead",
        LogColumn::Event => "event",
        LogColumn::Time => "time",
        LogColumn::Id => "id",
    }
}

/// What follows the name of a column of the log.
pub fn column_rest(from: &[Text], form: Option<&Text>) -> String {
    let mut parts = Vec::new();
    if !from.is_empty() {
        let texts: Vec<String> = from.iter().map(text).collect();
        parts.push(format!("from {}", texts.join(", ")));
    }
    parts.extend(form.map(|form| format!("as {}", text(form))));
    parts.join(" ")
}

/// What follows the name of a kind, up to its braces.
pub fn kind_from(kind: &Kind) -> String {
    let texts: Vec<String> = kind.from.iter().map(|from| quoted(&from.value)).collect();
    if texts.is_empty() { String::new() } else { format!("from {}", texts.join(", ")) }
}

/// The properties of a kind on one line, if nothing prevents that.
pub fn properties_line(block: &Block<Field>) -> Option<String> {
    let bare = |statement: &Statement<Field>| {
        statement.before.is_empty()
            && statement.after.is_none()
            && (!statement.blank_before || is_first(block, statement))
    };
    if !block.closing.is_empty() || !block.statements.iter().all(bare) {
        return None;
    }
    let fields: Vec<String> = block
        .statements
        .iter()
        .map(|statement| format!("{} {}", statement.node.name.text, field(&statement.node, 0, 0)))
        .collect();
    if fields.iter().any(|field| field.contains('\n')) {
        return None;
    }
    Some(if fields.is_empty() { "{ }".to_owned() } else { format!("{{ {} }}", fields.join("; ")) })
}

fn is_first(block: &Block<Field>, statement: &Statement<Field>) -> bool {
    block.statements.first().is_some_and(|first| std::ptr::eq(first, statement))
}
