//! A rule set as a whole.

use std::sync::Arc;

use super::{
    Agreement, Child, Cond, DefinitionId, Field, FieldId, Label, LabelId, Log, Part, Promise, PropertyId, Quantity,
    Rule, Score, ScoreId, StageId, Stages, Subject, Test,
};
use crate::calendar::Zone;
use crate::source::{Sources, Span};

/// A rule set.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The files it was read from, which spans point into.
    pub sources: Arc<Sources>,
    /// The zone in which dates, and times without a zone, are read.
    pub zone: Zone,
    /// What is known of a lead.
    pub fields: Vec<Field>,
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
    /// In the order they are written.
    pub tests: Vec<Test>,
    /// By which scores the leads of a stage are listed, the first one first; none if the set does not say.
    pub rank: Vec<ScoreId>,
    /// What parties have agreed on, in the order they are written.
    pub agreements: Vec<Agreement>,
}

impl Rules {
    /// The text that a span covers.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.sources.text(span)
    }

    /// Whether data is read for these rules as it is for others: the same fields, events and properties from the same
    /// columns, in the same time zone. Data that was read for one can then be looked at by both.
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
        logs && are_same(&self.fields, &other.fields) && (self.zone.name(), self.key) == (other.zone.name(), other.key)
    }

    /// The fields that the file declares: all but the stage that a lead had.
    pub fn declared(&self) -> impl Iterator<Item = (FieldId, &Field)> {
        (0..).map(FieldId).zip(&self.fields).filter(|(id, _)| self.before != Some(*id))
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
