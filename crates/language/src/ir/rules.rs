//! A rule set as a whole.

use std::sync::Arc;

use super::{
    Agreement, Asked, Child, Cond, DefinitionId, Field, FieldId, Gathered, Label, LabelId, Log, Part, Promise,
    PropertyId, Quantity, Rule, Score, ScoreId, StageId, Stages, Subject, Test,
};
use crate::calendar::Zone;
use crate::source::{Sources, Span};
use crate::text;
use crate::types::Type;

/// A rule set.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The files it was read from, which spans point into.
    pub sources: Arc<Sources>,
    /// The zone in which dates, and times without a zone, are read.
    pub zone: Zone,
    /// What is known of a lead: first what the file declares, then what leads and accounts ask of each other (see
    /// [`Accounts`]), last the stage before.
    pub fields: Vec<Field>,
    /// How many of them the file declares.
    pub declared_fields: u16,
    /// The last field, where rules ask for the stage that a lead had: which one that is, as the data or an earlier run says
    /// it. It isn't one that the file declares.
    pub before: Option<FieldId>,
    /// The field that tells leads apart; without one, the row number does.
    pub key: Option<FieldId>,
    /// What leads do, if the set declares events.
    pub log: Option<Log>,
    /// Conditions and quantities that rules share; each refers only to earlier ones.
    pub definitions: Vec<Definition>,
    /// What excludes a lead: the first that is true.
    pub exclusions: Vec<Exclusion>,
    /// Ordered so that each refers only to earlier ones.
    pub scores: Vec<Score>,
    /// The steps, lowest first; none if the set has no `stages`.
    pub stages: Stages,
    /// In the order they are written.
    pub labels: Vec<Label>,
    /// In the order they are written.
    pub promises: Vec<Promise>,
    /// What is said about accounts, if the set declares them.
    pub accounts: Option<Box<Accounts>>,
    /// In the order they are written.
    pub tests: Vec<Test>,
    /// By which scores the leads of a stage are listed, the first one first; none if the set does not say.
    pub rank: Vec<ScoreId>,
    /// What parties have agreed on, in the order they are written.
    pub agreements: Vec<Agreement>,
}

/// What a rule set says about accounts, the companies that leads work for: a rule set of its own, whose leads are the accounts.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// The same for accounts as the set that this is part of says for leads. Its last fields are those of `gathered`. It has
    /// the same log: an account did what its leads did.
    pub rules: Rules,
    /// The field that tells accounts apart, in `rules`.
    pub key: FieldId,
    /// What of a lead is the key of its account.
    pub by: Subject,
    /// Whether that is an address.
    pub by_is_email: bool,
    /// Keys that are no account's, folded.
    pub except: Vec<String>,
    /// What accounts ask of their leads.
    pub gathered: Vec<Gathered>,
    /// What leads ask of their account.
    pub asked: Vec<Asked>,
    /// How many times leads and accounts take turns after the first time, until all is known. In the turn `n`, leads are
    /// evaluated before accounts; what depends on an account's turn `n` is known of leads in the turn `n + 1`.
    pub turns: u16,
}

impl Accounts {
    /// A key of an account, as it is compared.
    #[must_use]
    pub fn compared(&self, key: &str) -> String {
        if self.folds_keys() { text::fold(key) } else { key.to_owned() }
    }

    /// The key of the account of a lead that bears this text, or this address; `None` if it is the key of none.
    #[must_use]
    pub fn key_in(&self, borne: &str, is_address: bool) -> Option<String> {
        let key = if is_address { text::domain(borne) } else { borne.to_owned() };
        let is_one = !self.except.contains(&text::fold(&key));
        is_one.then(|| self.compared(&key))
    }

    /// Whether keys are compared folded: one of the two is an address or a domain.
    #[must_use]
    pub fn folds_keys(&self) -> bool {
        matches!(self.by, Subject::FieldDomain(_)) || self.rules.field(self.key).ty == Type::Email || self.by_is_email
    }

    /// Whether leads have to wait for their account: whether they ask anything of it.
    #[must_use]
    pub fn are_asked(&self) -> bool {
        !self.asked.is_empty()
    }
}

impl Rules {
    /// The text that a span covers.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.sources.text(span)
    }

    /// Whether data is read for these rules as it is for others: the same fields, events and properties from the same
    /// columns, in the same time zone, and the same for accounts. Data that was read for one can then be looked at by both; what
    /// leads and accounts ask of each other is in no data.
    #[must_use]
    pub fn reads_like(&self, other: &Self) -> bool {
        let is_same = |(one, other): (&Field, &Field)| {
            (&one.ty, &one.columns, &one.missing) == (&other.ty, &other.columns, &other.missing)
        };
        let are_same =
            |some: &[Field], others: &[Field]| some.len() == others.len() && some.iter().zip(others).all(is_same);
        let logs = match (&self.log, &other.log) {
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
            (Some(one), Some(other)) => {
                let kinds = |log: &Log| -> Vec<(Vec<String>, Vec<PropertyId>)> {
                    log.kinds.iter().map(|kind| (kind.texts.clone(), kind.properties.clone())).collect()
                };
                let columns = |log: &Log| [log.lead.clone(), log.event.clone(), log.time.clone(), log.number_columns()];
                (columns(one), &one.time_form, kinds(one)) == (columns(other), &other.time_form, kinds(other))
                    && are_same(&one.properties, &other.properties)
            }
        };
        let read = |rules: &Self| -> Vec<Field> {
            let before = rules.before.map(|before| rules.field(before));
            rules.declared().map(|(_, field)| field).chain(before).cloned().collect()
        };
        let accounts = match (&self.accounts, &other.accounts) {
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
            (Some(one), Some(other)) => one.rules.reads_like(&other.rules),
        };
        let is_alike = (self.zone.name(), self.key) == (other.zone.name(), other.key);
        logs && accounts && is_alike && are_same(&read(self), &read(other))
    }

    /// The fields that the file declares: all but the stage that a lead had, what it asks of its account, and what an
    /// account asks of its leads.
    pub fn declared(&self) -> impl Iterator<Item = (FieldId, &Field)> {
        (0..self.declared_fields).map(FieldId).zip(&self.fields)
    }

    /// Whether the file declares this field.
    #[must_use]
    pub fn is_declared(&self, id: FieldId) -> bool {
        id.0 < self.declared_fields
    }

    /// The value that the stage before has for leads that were at this stage; `None` for those that were not there.
    #[must_use]
    pub fn had(stage: Option<StageId>) -> Option<u16> {
        match stage? {
            StageId::None => Some(0),
            StageId::Excluded => Some(1),
            StageId::Step(at) => Some(at + 2),
        }
    }

    /// Whether this is the stage before, or the field in which the data has it.
    #[must_use]
    pub fn is_before(&self, id: FieldId) -> bool {
        self.before.is_some_and(|before| {
            let columns = &self.field(before).columns;
            before == id || !columns.is_empty() && self.field(id).columns == *columns
        })
    }

    /// Whether a condition asks for the stage that a lead had, and for nothing else.
    #[must_use]
    pub fn asks_before(&self, condition: &Cond) -> bool {
        let children = condition.children();
        let asks = |child: &Child<'_>| match child {
            Child::Cond(inner) => self.asks_before(inner),
            Child::Subject(Subject::Field(field)) => self.before == Some(*field),
            _ => false,
        };
        !children.is_empty() && children.iter().all(asks)
    }

    /// The field with this id.
    #[must_use]
    pub fn field(&self, id: FieldId) -> &Field {
        &self.fields[usize::from(id.0)]
    }

    /// The definition with this id.
    #[must_use]
    pub fn definition(&self, id: DefinitionId) -> &Definition {
        &self.definitions[usize::from(id.0)]
    }

    /// The score with this id.
    #[must_use]
    pub fn score(&self, id: ScoreId) -> &Score {
        &self.scores[usize::from(id.0)]
    }

    /// The label with this id.
    #[must_use]
    pub fn label(&self, id: LabelId) -> &Label {
        &self.labels[usize::from(id.0)]
    }

    /// How many rules and table rows there are.
    #[must_use]
    pub fn rule_count(&self) -> usize {
        self.scores.iter().flat_map(Score::parts).map(Part::rule_count).sum()
    }

    /// All rules and table rows, in the order of their ids.
    #[must_use]
    pub fn rules(&self) -> Vec<(&Score, &Rule)> {
        let mut rules: Vec<_> = self
            .scores
            .iter()
            .flat_map(|score| score.parts().iter().flat_map(Part::rules).map(move |rule| (score, rule)))
            .collect();
        rules.sort_by_key(|(_, rule)| rule.id);
        rules
    }
}

/// `define NAME = …`
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub body: DefinitionBody,
    /// Its name in the file.
    pub span: Span,
}

/// What a definition stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinitionBody {
    /// A condition.
    Cond(Cond),
    /// A quantity.
    Quantity(Quantity),
}

/// `condition => "reason"`
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// When.
    pub condition: Cond,
    /// Why.
    pub reason: String,
    /// The line.
    pub span: Span,
}
