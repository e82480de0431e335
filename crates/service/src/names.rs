//! Names: what stands at a place, where else it stands, and what another name for it changes. In: a set and places in it; out:
//! spans and edits. Where a name stands is what `resolve` took it for, never a search in the text.

use leadrules_language::ast::{self, About, AccountLine, EventsLine, Item, LeadLine};
use leadrules_language::check::{self, Checked};
use leadrules_language::load::{Loaded, tidy};
use leadrules_language::resolve::{self, Mention, What, written};
use leadrules_language::source::{FileId, Span, quoted};
use leadrules_language::words::{Text, say};
use leadrules_language::{keyword, text};

use crate::draft::ReadFile;

/// The names of a set.
#[derive(Clone, Debug)]
pub struct Names {
    mentions: Vec<Mention>,
}

/// Which texts are replaced by what.
pub type Edits = Vec<(Span, String)>;

impl Names {
    /// Those of this set.
    #[must_use]
    pub fn new(loaded: &Loaded) -> Self {
        Self { mentions: resolve::mentions(loaded) }
    }

    /// All of them, by place.
    #[must_use]
    pub fn all(&self) -> &[Mention] {
        &self.mentions
    }

    /// The name at a byte of a file, or right before it.
    #[must_use]
    pub fn at(&self, file: FileId, byte: usize) -> Option<Mention> {
        let touches = |mention: &&Mention| {
            let range = mention.span.range();
            mention.span.file == file && range.start <= byte && byte <= range.end && mention.what != What::Text
        };
        self.mentions.iter().filter(touches).max_by_key(|mention| mention.span.start).copied()
    }

    /// Everywhere that what a name stands for is named, its declaration included.
    #[must_use]
    pub fn alike(&self, name: Mention) -> Vec<Mention> {
        let same = |mention: &&Mention| mention.declared == name.declared && mention.what == name.what;
        self.mentions.iter().filter(same).copied().collect()
    }

    /// What has to change for a name to become another one. Data is read as before: a name that is found in data keeps its text
    /// there. The error is a sentence that says why it can't be.
    ///
    /// # Errors
    /// If the set has errors, the name can't be one, or the rules would not mean the same.
    pub fn rename(&self, checked: &Checked, name: Mention, new: &str, read: &ReadFile<'_>) -> Result<Edits, Text> {
        let Some(rules) = checked.rules.as_ref().filter(|_| !checked.has_errors()) else {
            return Err(say!("the rules have errors, so that not all places of the name are known: mend them first"));
        };
        let new = text::clean(new).into_owned();
        let is_free = matches!(name.what, What::Option | What::Stage);
        if new.is_empty() {
            return Err(say!("a name has at least one letter"));
        }
        if !is_free && !is_name(&new) {
            return Err(if keyword::is_reserved(&new) {
                say!(
                    "`{name}` is a word of the language; a name is made of letters, digits and `_`, and begins with a letter",
                    name = new
                )
            } else {
                say!(
                    "`{name}` is no name; a name is made of letters, digits and `_`, and begins with a letter",
                    name = new
                )
            });
        }
        let loaded = &checked.loaded;
        let old = text::clean(unquoted(loaded.sources.text(name.declared))).into_owned();
        if old == new {
            return Ok(Vec::new());
        }
        let alike = self.alike(name);
        if let Some(other) = alike.iter().find_map(|one| self.otherwise(*one)) {
            let place = loaded.sources.place(other.declared);
            return Err(say!(
                "`{name}` counts as a {what} too ({place}), which would change as well",
                name = old,
                what = other.what.word(),
                place
            ));
        }
        let mut edits: Edits = alike
            .iter()
            .map(|mention| {
                let is_quoted = loaded.sources.text(mention.span).starts_with('"');
                let text = match (is_free, is_quoted) {
                    (true, true) => quoted(&new),
                    (true, false) => written(&new),
                    (false, _) => new.clone(),
                };
                (mention.span, text)
            })
            .collect();
        let declared: Vec<Span> = alike.iter().map(|mention| mention.span).collect();
        let keeps = Keeps { old: &old, new: &new, what: name.what, remembers: rules.before.is_some() };
        edits.extend(loaded.files.iter().flat_map(|(_, file)| keeps.edits(file, &declared)));
        edits.sort();
        self.holds(checked, &edits, read)?;
        Ok(edits)
    }

    /// Another thing that stands at the same place.
    fn otherwise(&self, one: Mention) -> Option<Mention> {
        self.mentions.iter().find(|other| other.span == one.span && other.declared != one.declared).copied()
    }

    /// Whether the set means the same after these edits: each name stands for what it stood for, and what is found is the same.
    fn holds(&self, checked: &Checked, edits: &Edits, read: &ReadFile<'_>) -> Result<(), Text> {
        let sources = checked.sources();
        let edited = |id: FileId| {
            let mut text = sources.file(id).text.clone();
            for (span, new) in edits.iter().rev().filter(|(span, _)| span.file == id) {
                text.replace_range(span.range(), new);
            }
            text
        };
        let own =
            |name: &str| sources.iter().find(|(_, file)| tidy(&file.path) == tidy(name)).map(|(id, _)| edited(id));
        let first = FileId(0);
        let path = sources.file(first).path.clone();
        let after = check::read(&path, edited(first), &mut |name| own(name).map_or_else(|| read(name), Ok));
        let codes = |checked: &Checked| {
            let mut codes: Vec<&str> = checked.findings.iter().map(|found| found.code.id).collect();
            codes.sort_unstable();
            codes
        };
        let (before, now) = (codes(checked), codes(&after));
        if before != now {
            let new = after.findings.iter().find(|found| now.len() > before.len() || !before.contains(&found.code.id));
            let why = new.map_or_else(|| say!("the rules would not mean the same"), |found| found.message.clone());
            return Err(say!("that name can't be taken: {why}", why));
        }
        let mut wanted: Vec<Mention> = self
            .mentions
            .iter()
            .map(|mention| Mention {
                span: moved(mention.span, edits),
                declared: moved(mention.declared, edits),
                ..*mention
            })
            .collect();
        wanted.sort_unstable();
        if wanted == Self::new(&after.loaded).mentions {
            return Ok(());
        }
        Err(say!("that name can't be taken: another name would stand for something else"))
    }
}

/// Where a span is after edits, which are sorted; one that was replaced itself is as long as what replaced it.
fn moved(span: Span, edits: &Edits) -> Span {
    let (mut start, mut length) = (i64::from(span.start), i64::from(span.end - span.start));
    for (edit, text) in edits.iter().filter(|(edit, _)| edit.file == span.file) {
        let length_now = i64::try_from(text.len()).unwrap_or(i64::MAX);
        if *edit == span {
            length = length_now;
        } else if edit.start < span.start {
            start += length_now - i64::from(edit.end - edit.start);
        }
    }
    let narrow = |at: i64| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file: span.file, start: narrow(start), end: narrow(start + length) }
}

/// Whether a text can be a name.
fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(text::is_word) && !keyword::is_reserved(text)
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// What keeps data readable when a name changes.
struct Keeps<'n> {
    old: &'n str,
    new: &'n str,
    what: What,
    /// Whether the rules read the stage before from data.
    remembers: bool,
}

impl Keeps<'_> {
    /// The edits of a file, where these names are declared.
    fn edits(&self, file: &ast::File, declared: &[Span]) -> Edits {
        let mut edits = Vec::new();
        for statement in &file.body.statements {
            match &statement.node {
                Item::Lead(block) => {
                    for line in &block.statements {
                        if let LeadLine::Field(field) = &line.node {
                            self.field(field, declared, &mut edits);
                        }
                    }
                }
                Item::Account(block) => {
                    for line in &block.statements {
                        if let AccountLine::Field(field) = &line.node {
                            self.field(field, declared, &mut edits);
                        }
                    }
                }
                Item::Events(block) => {
                    for line in &block.statements {
                        if let EventsLine::Kind(kind) = &line.node {
                            self.kind(kind, declared, &mut edits);
                        }
                    }
                }
                Item::Stages(About::Lead, block) if self.remembers && self.what == What::Stage => {
                    for line in &block.statements {
                        let stage = &line.node.stage;
                        if declared.contains(&stage.span) {
                            self.among(&line.node.former, stage.span, &mut edits);
                        }
                    }
                }
                Item::Stages(..)
                | Item::Version(_)
                | Item::Use(_)
                | Item::TimeZone(_)
                | Item::Ignore(_)
                | Item::List(_)
                | Item::Define(_)
                | Item::Exclude(..)
                | Item::Score(_)
                | Item::Label(_)
                | Item::Promise(_)
                | Item::Rank(_)
                | Item::Agreement(_)
                | Item::Test(_) => {}
            }
        }
        edits
    }

    fn kind(&self, kind: &ast::Kind, declared: &[Span], edits: &mut Edits) {
        let name = kind.name.span;
        if self.what == What::Kind && declared.contains(&name) && kind.from.is_empty() && self.is_read_otherwise() {
            edits.push((name.after(), format!(" from {}", quoted(self.old))));
        }
        for line in kind.properties.iter().flat_map(|block| &block.statements) {
            self.field(&line.node, declared, edits);
        }
    }

    fn field(&self, field: &ast::Field, declared: &[Span], edits: &mut Edits) {
        let is_field = matches!(self.what, What::Field | What::Property);
        let is_found_otherwise = text::column_key(self.old) != text::column_key(self.new);
        if is_field && is_found_otherwise && declared.contains(&field.name.span) && field.from.is_empty() {
            let parts = [Some(field.ty_span), field.range.as_ref().map(|range| range.span), field.key];
            let last = parts.into_iter().flatten().max_by_key(|span| span.end).unwrap_or(field.ty_span);
            edits.push((last.after(), format!(", from {}", quoted(self.old))));
        }
        if let (What::Option, ast::Type::Choice(options) | ast::Type::ListOfChoice { options, .. }) =
            (self.what, &field.ty)
        {
            for option in options.iter().filter(|option| declared.contains(&option.name.span)) {
                self.among(&option.synonyms, option.name.span, edits);
            }
        }
    }

    /// Puts the old name among other texts that mean the same, which stand in brackets after it.
    fn among(&self, others: &[ast::Text], name: Span, edits: &mut Edits) {
        if !self.is_read_otherwise() {
            return;
        }
        let old_key = text::key(self.old);
        if others.iter().any(|other| text::key(&other.value) == old_key) {
            return;
        }
        let old = quoted(self.old);
        let is_known = |other: &&ast::Text| text::key(&other.value) == text::key(self.new);
        match (others.iter().find(is_known), others.first()) {
            (Some(known), _) => edits.push((known.span, old)),
            (None, Some(first)) => edits.push((first.span.before(), format!("{old}, "))),
            (None, None) => edits.push((name.after(), format!(" ({old})"))),
        }
    }

    /// Whether data that says the old name would not be taken for the new one.
    fn is_read_otherwise(&self) -> bool {
        text::key(self.old) != text::key(self.new)
    }
}
