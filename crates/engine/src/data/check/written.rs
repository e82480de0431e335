//! Where an edit of a field or a kind goes in the rule file: its declaration as the author wrote it, found again by the
//! place of its name. In: the rules' texts; out: places and what to write there.

use std::collections::HashMap;

use super::quoted;
use leadrules_language::ast::{self, EventsLine, Item, LeadLine, Statement};
use leadrules_language::ir::{Field, Kind, Rules};
use leadrules_language::source::{FileId, Span};

/// The declarations of all files.
pub(super) struct Written {
    fields: HashMap<Span, (ast::Field, Span)>,
    kinds: HashMap<Span, ast::Kind>,
    rules: Vec<(FileId, String)>,
}

impl Written {
    /// Reads the files again.
    pub(super) fn new(rules: &Rules) -> Self {
        let mut written = Self { fields: HashMap::new(), kinds: HashMap::new(), rules: Vec::new() };
        for (id, source) in rules.sources.iter() {
            let (file, _) = leadrules_language::parse::parse(&rules.sources, id);
            written.rules.push((id, source.text.clone()));
            for statement in &file.body.statements {
                written.item(&statement.node);
            }
        }
        written
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Lead(block) => {
                for line in &block.statements {
                    match &line.node {
                        LeadLine::Field(field) => self.field(field, line.span),
                        LeadLine::Missing(_) => {}
                    }
                }
            }
            Item::Events(block) => {
                for line in &block.statements {
                    match &line.node {
                        EventsLine::Kind(kind) => {
                            self.kinds.insert(kind.name.span, kind.clone());
                            let properties = kind.properties.iter().flat_map(|block| &block.statements);
                            properties.for_each(|Statement { node, span, .. }| self.field(node, *span));
                        }
                        EventsLine::Column { .. } => {}
                    }
                }
            }
            Item::Version(_)
            | Item::Use(_)
            | Item::TimeZone(_)
            | Item::Ignore(_)
            | Item::List(_)
            | Item::Define(_)
            | Item::Exclude(_)
            | Item::Score(_)
            | Item::Stages(_)
            | Item::Label(_)
            | Item::Promise(_)
            | Item::Test(_) => {}
        }
    }

    fn field(&mut self, field: &ast::Field, statement: Span) {
        self.fields.insert(field.name.span, (field.clone(), statement));
    }

    fn text(&self, file: FileId) -> &str {
        self.rules.iter().find(|(id, _)| *id == file).map_or("", |(_, text)| text)
    }

    /// Reads a field from this column.
    pub(super) fn from(&self, field: &Field, column: &str) -> Option<(Span, String)> {
        let (written, statement) = self.fields.get(&field.span)?;
        Some(match written.from.as_slice() {
            [] => (statement.after(), format!(", from {}", quoted(column))),
            [only] => (only.span, quoted(column)),
            [.., last] => (last.span.after(), format!(", {}", quoted(column))),
        })
    }

    /// Reads a kind from this text too.
    pub(super) fn kind_from(&self, kind: &Kind, text: &str) -> Option<(Span, String)> {
        let written = self.kinds.get(&kind.span)?;
        Some(match written.from.last() {
            None => (written.name.span.after(), format!(" from {}", quoted(text))),
            Some(last) => (last.span.after(), format!(", {}", quoted(text))),
        })
    }

    /// The place right after a field's type.
    pub(super) fn after_type(&self, field: &Field) -> Option<Span> {
        self.fields.get(&field.span).map(|(written, _)| written.ty_span.after())
    }

    /// Declares more options of a field.
    pub(super) fn more_options(&self, field: &Field, texts: &[&str]) -> Option<(Span, String)> {
        let (written, _) = self.fields.get(&field.span)?;
        let options = match &written.ty {
            ast::Type::Choice(options) | ast::Type::ListOfChoice { options, .. } => options,
            ast::Type::Text
            | ast::Type::Email
            | ast::Type::Number { .. }
            | ast::Type::Integer { .. }
            | ast::Type::YesNo
            | ast::Type::Date { .. }
            | ast::Type::ListOfText { .. } => return None,
        };
        let last = options.last()?;
        let at = match last.synonyms.last() {
            None => last.name.span.after(),
            Some(synonym) => {
                let end = synonym.span.range().end;
                let bracket = self.text(synonym.span.file).get(end..)?.find(')')?;
                Span::new(synonym.span.file, end, end + bracket + 1).after()
            }
        };
        Some((at, texts.iter().map(|text| format!(", {}", quoted(text))).collect()))
    }
}
