//! One rule set, as it is at the moment. In: what was read of it; out: its findings, and where its spans are in the texts of the
//! editor.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use leadrules_language::ast::File;
use leadrules_language::check::{self, Checked};
use leadrules_language::ir::Rules;
use leadrules_language::load::tidy;
use leadrules_language::source::{FileId, Span};
use leadrules_language::words::{Text, say};
use leadrules_service::data::Data;
use leadrules_service::lines::{Lines, Units};
use leadrules_service::names::Names;
use leadrules_service::typing::Typing;
use leadrules_service::words::Seen;

use super::documents::Documents;
use super::exam::{self, Ran};
use super::protocol::position;
use super::protocol::types::{Location, Position, Range};

/// A rule set, looked at.
#[derive(Debug)]
pub(super) struct Set {
    /// What is known of it.
    pub typing: Typing,
    /// Counts how often any set was read.
    pub reading: u64,
    /// Whether nothing is left to be proved of it.
    pub is_proved: bool,
    /// Whether nothing is left to be tried on leads.
    pub is_tried: bool,
    /// The leads that it was tried on last.
    pub data: Option<Arc<Data>>,
    /// The tests that were run of these texts, by their titles.
    pub ran: BTreeMap<String, Ran>,
    /// What is proved of scores, by their numbers: the least and the most.
    pub ends: BTreeMap<u16, Text>,
    /// By file id.
    lines: Vec<Lines>,
    names: Vec<String>,
    units: Units,
    /// Worked out when first asked for.
    mentions: OnceCell<Names>,
    shared: OnceCell<Arc<Rules>>,
}

impl Set {
    /// Reads a set; `before` is what it was until now.
    pub(super) fn read(first: &str, documents: &Documents, before: Option<Self>, reading: u64) -> Option<Self> {
        let text = documents.text(first)?;
        let checked = check::read(first, text, &mut |name| documents.further(first, name));
        let files = || checked.sources().iter().map(|(_, file)| file);
        let lines = files().map(|file| Lines::new(file.text.clone())).collect();
        let names = files().map(|file| tidy(&file.path)).collect();
        let is_proved = checked.rules.is_none();
        let (before, data) = before.map_or((None, None), |before| (Some(before.typing), before.data));
        let typing = Typing::new(checked, before);
        let (ran, ends) = (BTreeMap::new(), BTreeMap::new());
        Some(Self {
            typing,
            reading,
            is_proved,
            is_tried: is_proved,
            data,
            ran,
            ends,
            lines,
            names,
            units: documents.units,
            mentions: OnceCell::new(),
            shared: OnceCell::new(),
        })
    }

    /// How often leads have which values, if they were read for these rules.
    pub(super) fn seen(&self) -> Option<&Seen> {
        let rules = self.typing.rules()?;
        self.data.as_ref().filter(|data| data.rules.reads_like(rules)).map(|data| &data.seen)
    }

    /// Where the line of a place ends, as far as something stands in it.
    pub(super) fn line_end(&self, file: FileId, byte: usize) -> Position {
        let text = self.lines(file).text();
        let end = text[byte..].find(['\n', '\r']).map_or(text.len(), |at| byte + at);
        self.position(file, text[..end].trim_end().len().max(byte))
    }

    pub(super) fn checked(&self) -> &Checked {
        &self.typing.checked
    }

    /// Runs a test and notes what came of it; the error is a sentence.
    pub(super) fn examine(&mut self, title: &str) -> Result<Ran, Text> {
        let rules = self.checked().rules.as_ref().filter(|_| !self.checked().has_errors());
        let ran = exam::run(rules.ok_or_else(|| say!("the rules have errors: mend them first"))?, title)?;
        self.ran.insert(title.to_owned(), ran.clone());
        Ok(ran)
    }

    /// Its rules, for work beside the conversation.
    pub(super) fn rules(&self) -> Option<Arc<Rules>> {
        let rules = self.checked().rules.as_ref()?;
        Some(Arc::clone(self.shared.get_or_init(|| Arc::new(rules.clone()))))
    }

    /// Its names.
    pub(super) fn mentions(&self) -> &Names {
        self.mentions.get_or_init(|| Names::new(&self.checked().loaded))
    }

    /// A file as it was read.
    pub(super) fn written(&self, file: FileId) -> Option<&File> {
        self.checked().loaded.files.iter().find(|(id, _)| *id == file).map(|(_, file)| file)
    }

    /// Which of its files this is.
    pub(super) fn file(&self, name: &str) -> Option<FileId> {
        let at = self.names.iter().position(|own| own == name)?;
        Some(FileId(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// The names of its files.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether it would be another one if this file were.
    pub(super) fn depends_on(&self, name: &str) -> bool {
        let loaded = &self.checked().loaded;
        loaded.incomplete
            || self.names.iter().any(|own| own == name)
            || loaded.findings.iter().any(|found| found.code.id == leadrules_language::codes::LR0151.id)
            || loaded.sources.lists().any(|list| tidy(list) == name)
    }

    pub(super) fn name(&self, file: FileId) -> &str {
        &self.names[file.0 as usize]
    }

    pub(super) fn lines(&self, file: FileId) -> &Lines {
        &self.lines[file.0 as usize]
    }

    /// Where a byte is in its file.
    pub(super) fn position(&self, file: FileId, byte: usize) -> Position {
        position(self.lines(file).position(byte, self.units))
    }

    /// Where a span is in its file.
    pub(super) fn range(&self, span: Span) -> Range {
        let at = |byte: u32| self.position(span.file, byte as usize);
        Range { start: at(span.start), end: at(span.end) }
    }

    /// Where a span is.
    pub(super) fn location(&self, span: Span, documents: &Documents) -> Location {
        Location { uri: documents.uri(self.name(span.file)), range: self.range(span) }
    }
}
