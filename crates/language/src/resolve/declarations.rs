//! What a rule set declares, gathered before any condition is looked at: names, fields, the log, lists, stages, and the
//! statements that refer to them. In: the loaded files; out: a [`Declarations`], which does not change from then on,
//! and findings.

mod stages;

use crate::ast::{self, Item};
use crate::calendar::Zone;
use crate::codes::{self, Code};
use crate::diagnostic::{Diagnostic, nearest};
use crate::ir::{self, EXCLUDED, FieldId, KindId};
use crate::load::Loaded;
use crate::source::{Sources, Span};
use crate::text;
use crate::types::Type;
use crate::words::say;

use super::before::Before;
use super::between::ACCOUNT;
use super::events::EventsBlock;
use super::findings::Findings;
use super::lists::List;
use super::stage_names::StageNames;
use super::symbols::{Entity, SymbolTable, place};

/// The declarations of a rule set.
pub(super) struct Declarations<'a> {
    /// Whom they are about. Lists, definitions and events are about both.
    pub about: ast::About,
    /// Whether the set has an `account` block.
    pub has_accounts: bool,
    /// The first block that declares leads or accounts.
    pub block: Option<Span>,
    /// The first statement that says something about them.
    pub first: Option<Span>,
    /// For accounts: each line that says which leads belong to one.
    pub leads_by: Vec<&'a ast::LeadsBy>,
    pub sources: &'a Sources,
    pub symbols: SymbolTable<'a>,
    pub zone: Zone,
    pub fields: Vec<ir::Field>,
    pub key: Option<FieldId>,
    /// Without its ignored events.
    pub log: ir::Log,
    /// Whether the set has an `events` block.
    pub has_log: bool,
    pub lists: Vec<List<'a>>,
    pub definitions: Vec<&'a ast::Define>,
    pub scores: Vec<&'a ast::Score>,
    pub labels: Vec<&'a ast::Label>,
    /// Each with the span of its line.
    pub exclusions: Vec<(&'a ast::Exclusion, Span)>,
    pub ignored: Vec<&'a ast::Happens>,
    pub stage_lines: Vec<&'a ast::StageLine>,
    pub stages: StageNames,
    pub before: Before,
    /// Each with the span of its head.
    pub promises: Vec<(&'a ast::Promise, Span)>,
    pub tests: Vec<(&'a ast::Test, Span)>,
    /// Each `rank by`, and where it stands.
    pub ranks: Vec<(&'a [ast::Name], Span)>,
    /// Each with the span of its head.
    pub agreements: Vec<(&'a ast::Agreement, Span)>,
}

impl<'a> Declarations<'a> {
    /// Where a stage of this name is declared.
    pub(super) fn stage_span(&self, name: &str) -> Option<Span> {
        self.stage_lines.iter().find(|line| line.stage.text == name).map(|line| line.stage.span)
    }

    /// Gathers the declarations of all files.
    pub(super) fn gather(loaded: &'a Loaded, about: ast::About) -> (Self, Vec<Diagnostic>) {
        let has_accounts = loaded.statements().iter().any(|statement| matches!(statement.node, Item::Account(_)));
        let none = match about {
            ast::About::Lead => "contact",
            ast::About::Account => "account",
        };
        let mut gathering = Gathering {
            declared: Self {
                about,
                has_accounts,
                block: None,
                first: None,
                leads_by: Vec::new(),
                sources: &loaded.sources,
                symbols: SymbolTable::new(loaded),
                zone: Zone::utc(),
                fields: Vec::new(),
                key: None,
                log: super::events::empty_log(),
                has_log: false,
                lists: Vec::new(),
                definitions: Vec::new(),
                scores: Vec::new(),
                labels: Vec::new(),
                exclusions: Vec::new(),
                ignored: Vec::new(),
                stage_lines: Vec::new(),
                before: Before::default(),
                stages: StageNames::new(none),
                promises: Vec::new(),
                tests: Vec::new(),
                ranks: Vec::new(),
                agreements: Vec::new(),
            },
            findings: Findings::new(&loaded.sources),
            zone: None,
            key: None,
            lead: None,
            stages: None,
            previous: None,
            events: EventsBlock::default(),
        };
        let ours = |statement: &&ast::Statement<Item>| statement.node.about().is_none_or(|other| other == about);
        for statement in loaded.statements().into_iter().filter(ours) {
            gathering.statement(loaded, statement);
        }
        gathering.finish()
    }
}

struct Gathering<'a> {
    declared: Declarations<'a>,
    findings: Findings<'a>,
    zone: Option<&'a ast::Text>,
    key: Option<Span>,
    /// The first `lead { … }`, up to its fields.
    lead: Option<(Span, Span)>,
    stages: Option<Span>,
    /// The field that holds the stage before.
    previous: Option<&'a ast::Field>,
    events: EventsBlock,
}

impl<'a> Gathering<'a> {
    fn statement(&mut self, loaded: &'a Loaded, statement: &'a ast::Statement<Item>) {
        let head = |title: &ast::Text| statement.span.before().to(title.span);
        if statement.node.about() == Some(self.declared.about) {
            let declared = &mut self.declared;
            let place = match &statement.node {
                Item::Lead(_) | Item::Account(_) => &mut declared.block,
                _ => &mut declared.first,
            };
            place.get_or_insert(statement.span);
        }
        match &statement.node {
            Item::Version(_) | Item::Use(_) => {}
            Item::TimeZone(name) => self.time_zone(name),
            Item::Lead(block) => {
                self.lead.get_or_insert((statement.span.before(), block.span));
                self.lead(block);
            }
            Item::Account(block) => {
                self.lead.get_or_insert((statement.span.before(), block.span));
                self.account(block);
            }
            Item::Events(block) => {
                self.declared.has_log = true;
                self.events(block);
            }
            Item::Ignore(block) => self.declared.ignored.extend(block.statements.iter().map(|line| &line.node)),
            Item::List(list) => {
                let (list, findings) = List::gather(list, loaded);
                self.findings.extend(findings);
                self.declare(list.name, Entity::List(self.declared.lists.len()));
                self.declared.lists.push(list);
            }
            Item::Define(define) => {
                self.declare(&define.name, Entity::Definition(self.declared.definitions.len()));
                self.declared.definitions.push(define);
            }
            Item::Exclude(_, block) => {
                self.declared.exclusions.extend(block.statements.iter().map(|line| (&line.node, line.span)));
            }
            Item::Score(score) => {
                self.declare_column(&score.name, Entity::Score(self.declared.scores.len()));
                self.declared.scores.push(score);
            }
            Item::Stages(_, block) => self.stages(block, statement.span),
            Item::Label(label) => {
                self.declare_column(&label.name, Entity::Label(self.declared.labels.len()));
                self.declared.labels.push(label);
            }
            Item::Promise(promise) => self.declared.promises.push((promise, head(&promise.title))),
            Item::Rank(scores) => self.declared.ranks.push((scores, statement.span)),
            Item::Agreement(agreement) => self.declared.agreements.push((agreement, head(&agreement.title))),
            Item::Test(test) => self.declared.tests.push((test, head(&test.title))),
        }
    }

    fn declare(&mut self, name: &'a ast::Name, entity: Entity) {
        let taken = match (self.declared.has_accounts, entity, name.text.as_str()) {
            (true, _, ACCOUNT) => Some(say!(
                "In a rule set with accounts it means the account of a lead, as in `account.employees`; choose another name, \
                 and keep the name that the data has with `from`."
            )),
            (true, Entity::Kind(_), "leads" | "lead") => Some(say!(
                "In a rule set with accounts `count of leads` counts the leads of an account; choose another name, and keep \
                 the name that the data has with `from`."
            )),
            _ => None,
        };
        if let Some(why) = taken {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0222,
                    say!("the name `{name}` is taken", name = &name.text),
                    name.span,
                    say!("declared here"),
                )
                .help(why),
            );
        }
        self.findings.extend(self.declared.symbols.declare(name, entity));
    }

    /// Declares a name that is also a column of the results.
    fn declare_column(&mut self, name: &'a ast::Name, entity: Entity) {
        if name.text == EXCLUDED {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0222,
                    say!("the name `{name}` is taken", name = EXCLUDED),
                    name.span,
                    say!("declared here"),
                )
                .help(say!(
                    "It is the column of the results that gives the reason why a lead is set apart; choose another."
                )),
            );
        }
        self.declare(name, entity);
    }

    fn time_zone(&mut self, name: &'a ast::Text) {
        if let Some(first) = self.zone {
            if first.value != name.value {
                self.findings.push(
                    Diagnostic::new(&codes::LR0803, say!("two time zones"), name.span, say!("another zone"))
                        .also(first.span, say!("the first is given here"))
                        .help(say!(
                            "Dates and times of all files are read in one zone, and `{zone}` is given already ({place}).",
                            zone = &first.value,
                            place = place(self.declared.sources, first.span)
                        )),
                );
            }
            return;
        }
        self.zone = Some(name);
        if let Some(zone) = Zone::named(&name.value) {
            self.declared.zone = zone;
            return;
        }
        let names = Zone::names();
        // People write just the city.
        let wanted = text::fold(&name.value).replace(' ', "_");
        let by_city = names.iter().find(|zone| text::fold(zone).rsplit('/').next() == Some(wanted.as_str()));
        let near = by_city.map(String::as_str).or_else(|| nearest(&name.value, names.iter().map(String::as_str)));
        let finding = Diagnostic::new(
            &codes::LR0802,
            say!("there is no time zone `{zone}`", zone = &name.value),
            name.span,
            say!("not known"),
        );
        self.findings.push(match near {
            Some(near) => finding.help(say!("Did you mean `{near}`?", near)).guess(
                say!("write \"{text}\"", text = near),
                name.span,
                format!("\"{near}\""),
            ),
            None => finding.help(say!(
                "A zone is named after its region and a large city in it, such as `Europe/Brussels` or `UTC`."
            )),
        });
    }

    fn lead(&mut self, block: &'a ast::Block<ast::LeadLine>) {
        let mut everywhere = Vec::new();
        for line in &block.statements {
            if let ast::LeadLine::Missing(values) = &line.node {
                everywhere.extend(super::fields::missing(values, &mut self.findings));
            }
        }
        for line in &block.statements {
            match &line.node {
                ast::LeadLine::Missing(_) => {}
                ast::LeadLine::Field(field) => self.field(field, line.span, &everywhere),
            }
        }
    }

    fn account(&mut self, block: &'a ast::Block<ast::AccountLine>) {
        let mut everywhere = Vec::new();
        for line in &block.statements {
            if let ast::AccountLine::Missing(values) = &line.node {
                everywhere.extend(super::fields::missing(values, &mut self.findings));
            }
        }
        for line in &block.statements {
            match &line.node {
                ast::AccountLine::Missing(_) => {}
                ast::AccountLine::Field(field) => self.field(field, line.span, &everywhere),
                ast::AccountLine::Leads(by) => self.declared.leads_by.push(by),
            }
        }
    }

    /// A field with what stands for nothing in all of them.
    fn field(&mut self, field: &'a ast::Field, whole: Span, everywhere: &[String]) {
        let id = FieldId(u16::try_from(self.declared.fields.len()).unwrap_or(u16::MAX));
        self.declare(&field.name, Entity::Field(id));
        self.key(field, id);
        self.previous(field);
        let mut declared = super::fields::field(field, whole, &mut self.findings);
        declared.missing.extend(everywhere.iter().cloned());
        self.declared.fields.push(declared);
    }

    fn key(&mut self, field: &'a ast::Field, id: FieldId) {
        let Some(span) = field.key else { return };
        if let Some(first) = self.key {
            self.findings.push(
                Diagnostic::new(&codes::LR0218, say!("two fields are the key"), span, say!("a second key"))
                    .also(first, say!("the first key"))
                    .help(say!("The key tells leads apart, so there is one: keep `key` at the field that is in every row, once.")),
            );
            return;
        }
        if field.name.text == EXCLUDED {
            self.declare_column_of_key(&field.name);
        }
        self.key = Some(span);
        self.declared.key = Some(id);
    }

    fn declare_column_of_key(&mut self, name: &ast::Name) {
        self.findings.push(
            Diagnostic::new(&codes::LR0222, say!("the name `{name}` is taken", name = EXCLUDED), name.span, say!("declared here")).help(
                say!("The key stands in the results, where that column gives the reason why a lead is set apart; choose another."),
            ),
        );
    }

    fn events(&mut self, block: &'a ast::Block<ast::EventsLine>) {
        for line in &block.statements {
            match &line.node {
                ast::EventsLine::Column { role, span, from, form } => {
                    self.events.column(&mut self.declared.log, (*role, *span), from, form.as_ref(), &mut self.findings);
                }
                ast::EventsLine::Kind(kind) => {
                    let id = KindId(u16::try_from(self.declared.log.kinds.len()).unwrap_or(u16::MAX));
                    self.declare(&kind.name, Entity::Kind(id));
                    self.events.kind(&mut self.declared.log, kind, &mut self.findings);
                }
            }
        }
    }

    fn finish(mut self) -> (Declarations<'a>, Vec<Diagnostic>) {
        self.before();
        self.events.finish(&mut self.declared.log, &mut self.findings);
        if self.declared.about == ast::About::Lead
            && let (Some((lead, block)), None) = (self.lead, self.declared.key)
            && (self.declared.has_log || self.declared.fields.iter().any(could_be_key))
            && self.key.is_none()
            && self.declared.symbols.is_whole(block)
        {
            let word = Span { end: lead.start + 4, ..lead };
            self.findings.push(
                Diagnostic::new(&codes::LR0219, say!("no field is the key"), word, say!("none of these fields is marked `key`")).help(
                    say!("The row number then stands for a lead, and events can't be told whose they are; write `key` after the \
                     type of the field that tells leads apart."),
                ),
            );
        }
        let declared = &self.declared;
        let kinds = [
            (say!("fields"), declared.fields.len()),
            (say!("kinds of event"), declared.log.kinds.len()),
            (say!("properties"), declared.log.properties.len()),
            (say!("definitions"), declared.definitions.len()),
            (say!("scores"), declared.scores.len()),
            (say!("labels"), declared.labels.len()),
            (say!("stages"), declared.stages.steps.len()),
            (say!("lines of `exclude`"), declared.exclusions.len()),
            (say!("lines in one label"), declared.labels.iter().map(|label| lines(label)).max().unwrap_or(0)),
        ];
        for (what, count) in kinds {
            if count >= usize::from(u16::MAX) {
                let code: &'static Code = &codes::LR0228;
                let place = Span::default();
                let message = say!("the rule set has {count} {what}", count = count.to_string(), what);
                self.findings.push(
                    Diagnostic::bare(code, message, place)
                        .help(say!("There may be at most {count}.", count = (u16::MAX - 1).to_string())),
                );
            }
        }
        (self.declared, self.findings.list)
    }
}

/// How many lines a label has.
fn lines(label: &ast::Label) -> usize {
    match &label.body {
        ast::LabelBody::Lines(block) => block.statements.len(),
        ast::LabelBody::Joined(_) => 0,
    }
}

/// Whether a field sounds as if it told leads apart. If a lead has no such field, nobody forgot to mark its key.
fn could_be_key(field: &ir::Field) -> bool {
    const WORDS: [&str; 5] = ["id", "uuid", "guid", "key", "sleutel"];
    // `client_nr`, not `nr_employed`.
    const LAST: [&str; 5] = ["nr", "no", "number", "nummer", "reference"];
    let name = text::fold(&field.name);
    matches!(field.ty, Type::Email)
        || name.split('_').any(|word| WORDS.contains(&word))
        || LAST.iter().any(|word| name.rsplit('_').next() == Some(word))
}
