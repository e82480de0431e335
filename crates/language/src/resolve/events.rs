//! `events { … }`: the log's columns, the kinds of event and their properties. In: the block's lines; out: the log as
//! meant, and findings. What rules say about events is read elsewhere.

use std::collections::HashMap;

use crate::ast::{self, LogColumn};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, PropertyId};
use crate::source::Span;
use crate::text;
use crate::words::say;

use super::findings::Findings;
use super::form;

/// A log with nothing declared.
pub(super) fn empty_log() -> ir::Log {
    ir::Log {
        lead: Vec::new(),
        event: Vec::new(),
        time: Vec::new(),
        time_form: None,
        id: Vec::new(),
        kinds: Vec::new(),
        properties: Vec::new(),
        ignored: Vec::new(),
    }
}

/// What is remembered from line to line.
#[derive(Default)]
pub(super) struct EventsBlock {
    columns: HashMap<LogColumn, Span>,
    /// By name, what each column of the log is read as.
    read: HashMap<String, (LogColumn, Span)>,
    /// The texts that stand for kinds in the log, folded.
    texts: HashMap<String, Span>,
    /// By name, the indexes of the properties with that name.
    properties: HashMap<String, Vec<usize>>,
}

impl EventsBlock {
    /// `time from "Occurred at" as "dd/mm/yyyy hh:mm"`
    pub(super) fn column(
        &mut self,
        log: &mut ir::Log,
        (role, span): (LogColumn, Span),
        from: &[ast::Text],
        form: Option<&ast::Text>,
        findings: &mut Findings<'_>,
    ) {
        let word = word(role);
        if let Some(&first) = self.columns.get(&role) {
            findings.push(
                Diagnostic::new(
                    &codes::LR0202,
                    say!("`{name}` is declared twice", name = word),
                    span,
                    say!("declared again here"),
                )
                .also(first, say!("first declared here"))
                .help(say!("All events stand in one log; where its column has several names, `from` takes them all.")),
            );
            return;
        }
        self.columns.insert(role, span);
        let columns = match role {
            LogColumn::Lead => &mut log.lead,
            LogColumn::Event => &mut log.event,
            LogColumn::Time => &mut log.time,
            LogColumn::Id => &mut log.id,
        };
        columns.extend(from.iter().map(|column| text::clean(&column.value).into_owned()));
        if columns.is_empty() {
            columns.push(word.to_owned());
            self.reads(role, word, span, findings);
        }
        for column in from {
            self.reads(role, &column.value, column.span, findings);
        }
        let Some(form) = form else { return };
        if role != LogColumn::Time {
            findings.push(
                Diagnostic::new(
                    &codes::LR0220,
                    say!("`{name}` has no form", name = word),
                    form.span,
                    say!("a form of dates"),
                )
                .help(say!("Only `time` says how it is written; take this one out.")),
            );
            return;
        }
        let help = say!("The form shows how the log writes a time, such as `dd/mm/yyyy hh:mm`.");
        log.time_form = form::checked(form, help, findings);
    }

    /// `webinar_attended from "Webinar" { minutes number }`
    pub(super) fn kind(&mut self, log: &mut ir::Log, kind: &ast::Kind, findings: &mut Findings<'_>) {
        let mut texts: Vec<(String, Span)> =
            kind.from.iter().map(|text| (text::clean(&text.value).into_owned(), text.span)).collect();
        if texts.is_empty() {
            texts.push((kind.name.text.clone(), kind.name.span));
        }
        for (text, span) in &texts {
            match self.texts.get(&text::key(text)) {
                // A kind declared twice is reported as such.
                Some(&first) if !log.kinds.iter().any(|other| other.name == kind.name.text) => findings.push(
                    Diagnostic::new(
                        &codes::LR0224,
                        say!("two kinds of event are `{text}` in the log", text),
                        *span,
                        say!("again"),
                    )
                    .also(first, say!("first here"))
                    .help(say!(
                        "A row of the log is one event of one kind (capitals make no difference): take one out."
                    )),
                ),
                Some(_) => {}
                None => {
                    self.texts.insert(text::key(text), *span);
                }
            }
        }
        let mut properties: Vec<PropertyId> = Vec::new();
        let mut own: HashMap<&str, Span> = HashMap::new();
        for line in kind.properties.iter().flat_map(|block| &block.statements) {
            let declared = &line.node;
            if let Some(first) = own.get(declared.name.text.as_str()).copied() {
                findings.push(super::symbols::twice(
                    findings.sources(),
                    &declared.name.text,
                    say!("a property of this event"),
                    first,
                    declared.name.span,
                ));
                continue;
            }
            for (span, word) in [(declared.key, "key"), (declared.outcome, "outcome")] {
                if let Some(span) = span {
                    findings.push(
                        Diagnostic::bare(&codes::LR0220, say!("an event has no `{word}`", word), span)
                            .help(say!("This word is for the fields of a lead; take it out.")),
                    );
                }
            }
            let mut meant =
                super::fields::field(&ast::Field { key: None, outcome: None, ..declared.clone() }, line.span, findings);
            let (span, places) = (meant.span, meant.places.clone());
            let named = self.properties.entry(meant.name.clone()).or_default();
            let alike = named.iter().copied().find(|at| {
                let other = &log.properties[*at];
                (meant.span, meant.places) = (other.span, other.places.clone());
                *other == meant
            });
            (meant.span, meant.places) = (span, places);
            let at = alike.unwrap_or_else(|| {
                named.push(log.properties.len());
                log.properties.push(meant);
                log.properties.len() - 1
            });
            own.insert(&declared.name.text, log.properties[at].span);
            properties.push(PropertyId(u16::try_from(at).unwrap_or(u16::MAX)));
        }
        log.kinds.push(ir::Kind {
            name: kind.name.text.clone(),
            texts: texts.into_iter().map(|(text, _)| text).collect(),
            properties,
            span: kind.name.span,
            from: kind.from.iter().map(|text| text.span).collect(),
        });
    }

    /// Each column of the log says only one thing about an event.
    fn reads(&mut self, role: LogColumn, column: &str, span: Span, findings: &mut Findings<'_>) {
        let (first, at) = *self.read.entry(text::column_key(column)).or_insert((role, span));
        if first == role {
            return;
        }
        let (one, other) = (word(first), word(role));
        let message = say!(
            "`{first}` and `{second}` are both read from the column \"{column}\"",
            first = one,
            second = other,
            column = text::clean(column).into_owned()
        );
        findings.push(
            Diagnostic::new(&codes::LR0229, message, span, say!("read as `{name}` here", name = other))
                .also(at, say!("read as `{name}` here", name = one))
                .help(
                    say!("A column says one thing of an event: whose it is (`lead`), what happened (`event`), when (`time`), or \
                     which one it is (`id`, a number of its own). Take the column out of one of the two lines."),
                ),
        );
    }

    /// Columns that no line names go by their own names.
    pub(super) fn finish(&mut self, log: &mut ir::Log, findings: &mut Findings<'_>) {
        for (role, columns) in
            [(LogColumn::Lead, &mut log.lead), (LogColumn::Event, &mut log.event), (LogColumn::Time, &mut log.time)]
        {
            if columns.is_empty() {
                columns.push(word(role).to_owned());
                if let Some(&(_, span)) = self.read.get(word(role)) {
                    self.reads(role, word(role), span, findings);
                }
            }
        }
    }
}

fn word(role: LogColumn) -> &'static str {
    match role {
        LogColumn::Lead => "lead",
        LogColumn::Event => "event",
        LogColumn::Time => "time",
        LogColumn::Id => "id",
    }
}
