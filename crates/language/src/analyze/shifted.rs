//! What a rule set says, in terms of the fields, events and scores of another. In: conditions, scores and definitions
//! of a set, and which of its parts is which of the other's; out: the same with the ids of the other.

use crate::ir::{
    Bucket, ChildMut, Cond, Definition, DefinitionBody, DefinitionId, FieldId, Gain, Group, KindId, Occurrences, Part,
    PropertyId, Quantity, Row, Rule, RuleId, Score, ScoreBody, ScoreId, Subject, Table,
};
use crate::source::{FileId, Span};

/// Where the parts of a set are in another.
#[derive(Clone, Debug, Default)]
pub(super) struct Shift {
    /// How many files come before its own.
    pub(super) files: u32,
    /// For each field, and so on.
    pub(super) fields: Vec<FieldId>,
    pub(super) kinds: Vec<KindId>,
    pub(super) properties: Vec<PropertyId>,
    pub(super) definitions: Vec<DefinitionId>,
    pub(super) scores: Vec<ScoreId>,
    pub(super) rules: Vec<RuleId>,
}

impl Shift {
    fn span(&self, span: Span) -> Span {
        Span { file: FileId(span.file.0 + self.files), ..span }
    }

    fn field(&self, id: FieldId) -> FieldId {
        self.fields[usize::from(id.0)]
    }

    fn property(&self, id: PropertyId) -> PropertyId {
        self.properties[usize::from(id.0)]
    }

    fn definition_id(&self, id: DefinitionId) -> DefinitionId {
        self.definitions[usize::from(id.0)]
    }

    fn score_id(&self, id: ScoreId) -> ScoreId {
        self.scores[usize::from(id.0)]
    }

    fn subject(&self, subject: Subject) -> Subject {
        match subject {
            Subject::Field(id) => Subject::Field(self.field(id)),
            Subject::FieldDomain(id) => Subject::FieldDomain(self.field(id)),
            Subject::Property(id) => Subject::Property(self.property(id)),
            Subject::PropertyDomain(id) => Subject::PropertyDomain(self.property(id)),
            // It is that of the other set already, wherever labels are compared.
            Subject::Label(id) => Subject::Label(id),
        }
    }

    /// A condition.
    pub(super) fn cond(&self, condition: &Cond) -> Cond {
        let mut shifted = condition.clone();
        self.shift(ChildMut::Cond(&mut shifted));
        shifted
    }

    fn quantity(&self, quantity: &Quantity) -> Quantity {
        let mut shifted = quantity.clone();
        self.shift(ChildMut::Quantity(&mut shifted));
        shifted
    }

    /// Changes all ids and spans in a node.
    fn shift(&self, node: ChildMut<'_>) {
        match node {
            ChildMut::Cond(cond) => {
                cond.span = self.span(cond.span);
                cond.children_mut().into_iter().for_each(|child| self.shift(child));
            }
            ChildMut::Quantity(quantity) => {
                quantity.span = self.span(quantity.span);
                quantity.children_mut().into_iter().for_each(|child| self.shift(child));
            }
            ChildMut::Subject(subject) => *subject = self.subject(*subject),
            ChildMut::Field(id) => *id = self.field(*id),
            ChildMut::Property(id) => *id = self.property(*id),
            ChildMut::Definition(id) => *id = self.definition_id(*id),
            ChildMut::Score(id) => *id = self.score_id(*id),
            ChildMut::Occurrences(of) => *of = self.occurrences(of),
        }
    }

    /// Events.
    pub(super) fn occurrences(&self, of: &Occurrences) -> Occurrences {
        let kinds = of.kinds.as_ref().map(|kinds| kinds.iter().map(|kind| self.kinds[usize::from(kind.0)]).collect());
        Occurrences {
            kinds,
            filter: of.filter.as_ref().map(|filter| Box::new(self.cond(filter))),
            window: of.window,
            span: self.span(of.span),
        }
    }

    /// A definition.
    pub(super) fn definition(&self, definition: &Definition) -> Definition {
        let body = match &definition.body {
            DefinitionBody::Cond(body) => DefinitionBody::Cond(self.cond(body)),
            DefinitionBody::Quantity(body) => DefinitionBody::Quantity(self.quantity(body)),
        };
        Definition { name: definition.name.clone(), body, span: self.span(definition.span) }
    }

    /// A score.
    pub(super) fn score(&self, score: &Score) -> Score {
        let body = match &score.body {
            ScoreBody::Rules(parts) => ScoreBody::Rules(parts.iter().map(|part| self.part(part)).collect()),
            ScoreBody::Computed(quantity) => ScoreBody::Computed(self.quantity(quantity)),
        };
        Score {
            name: score.name.clone(),
            owner: score.owner.clone(),
            range: score.range,
            body,
            span: self.span(score.span),
        }
    }

    fn part(&self, part: &Part) -> Part {
        match part {
            Part::Rule(rule) => Part::Rule(self.rule(rule)),
            Part::Table(table) => Part::Table(Table {
                known: self.cond(&table.known),
                rows: table.rows.iter().map(|row| Row { kind: row.kind, rule: self.rule(&row.rule) }).collect(),
                span: self.span(table.span),
            }),
            Part::Group(group) => Part::Group(Group {
                title: group.title.clone(),
                up_to: group.up_to,
                down_to: group.down_to,
                best: group.best,
                parts: group.parts.iter().map(|part| self.part(part)).collect(),
                span: self.span(group.span),
            }),
        }
    }

    fn rule(&self, rule: &Rule) -> Rule {
        let gain = match &rule.gain {
            Gain::Once { points, decay } => {
                let decay = decay.as_ref().map(|(decay, of)| (*decay, self.occurrences(of)));
                Gain::Once { points: *points, decay }
            }
            Gain::PerUnit { points, per, of } => Gain::PerUnit { points: *points, per: *per, of: self.quantity(of) },
            Gain::PerOccurrence { points, of, once_per, decay } => Gain::PerOccurrence {
                points: *points,
                of: self.occurrences(of),
                once_per: once_per.map(|bucket| match bucket {
                    Bucket::Value(id) => Bucket::Value(self.property(id)),
                    Bucket::Days(_) | Bucket::Weeks(_) | Bucket::Months(_) => bucket,
                }),
                decay: *decay,
            },
        };
        Rule {
            id: self.rules[rule.id.0 as usize],
            title: rule.title.clone(),
            titled: rule.titled,
            because: rule.because.clone(),
            owner: rule.owner.clone(),
            from: rule.from,
            until: rule.until,
            condition: self.cond(&rule.condition),
            gain,
            cap: rule.cap,
            span: self.span(rule.span),
            left: self.span(rule.left),
        }
    }
}
