//! What a rule set says, said of the fields, events and scores of another. In: conditions, scores, definitions of a set, and
//! which of its things is which of the other's; out: the same with the ids of the other.

use crate::ir::{
    Bucket, Cond, CondKind, Definition, DefinitionBody, DefinitionId, FieldId, Gain, Group, KindId, Occurrences,
    Operand, Part, PropertyId, Quantity, QuantityKind, Row, Rule, RuleId, Score, ScoreBody, ScoreId, Subject, Table,
};
use crate::source::{FileId, Span};

/// Where the things of a set stand in another.
#[derive(Clone, Debug, Default)]
pub(super) struct Shift {
    /// How many files stand before its own.
    pub(super) files: u32,
    /// By field, and so on.
    pub(super) fields: Vec<FieldId>,
    pub(super) kinds: Vec<KindId>,
    pub(super) properties: Vec<PropertyId>,
    pub(super) definitions: Vec<DefinitionId>,
    pub(super) scores: Vec<ScoreId>,
    pub(super) rules: Vec<RuleId>,
    /// Whether all is left out that says nothing of leads: places, names, reasons, owners.
    pub(super) bare: bool,
}

impl Shift {
    fn span(&self, span: Span) -> Span {
        if self.bare { Span::default() } else { Span { file: FileId(span.file.0 + self.files), ..span } }
    }

    fn text(&self, text: &str) -> String {
        if self.bare { String::new() } else { text.to_owned() }
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
            Subject::Label(_) => unreachable!("labels are made of stages, and nothing before asks for them"),
        }
    }

    fn all(&self, conditions: &[Cond]) -> Vec<Cond> {
        conditions.iter().map(|condition| self.cond(condition)).collect()
    }

    /// A condition.
    pub(super) fn cond(&self, condition: &Cond) -> Cond {
        let kind = match &condition.kind {
            CondKind::Constant(truth) => CondKind::Constant(*truth),
            CondKind::Not(inner) => CondKind::Not(Box::new(self.cond(inner))),
            CondKind::And(all) => CondKind::And(self.all(all)),
            CondKind::Or(all) => CondKind::Or(self.all(all)),
            CondKind::Defined(id) => CondKind::Defined(self.definition_id(*id)),
            CondKind::Known(Operand::Subject(subject)) => CondKind::Known(Operand::Subject(self.subject(*subject))),
            CondKind::Known(Operand::Quantity(of)) => CondKind::Known(Operand::Quantity(self.quantity(of))),
            CondKind::Truth(subject) => CondKind::Truth(self.subject(*subject)),
            CondKind::Number(of, ranges) => CondKind::Number(self.quantity(of), ranges.clone()),
            CondKind::Compare(comparison, left, right) => {
                CondKind::Compare(*comparison, self.quantity(left), self.quantity(right))
            }
            CondKind::Date(subject, ranges) => CondKind::Date(self.subject(*subject), ranges.clone()),
            CondKind::CompareDates(comparison, left, right) => {
                CondKind::CompareDates(*comparison, self.subject(*left), self.subject(*right))
            }
            CondKind::Text(subject, test) => CondKind::Text(self.subject(*subject), test.clone()),
            CondKind::Choice(subject, options) => CondKind::Choice(self.subject(*subject), options.clone()),
            CondKind::Choices { subject, options, all } => {
                CondKind::Choices { subject: self.subject(*subject), options: options.clone(), all: *all }
            }
            CondKind::Texts { subject, texts, all } => {
                CondKind::Texts { subject: self.subject(*subject), texts: texts.clone(), all: *all }
            }
            CondKind::Same(left, right) => CondKind::Same(self.subject(*left), self.subject(*right)),
            CondKind::Happened { of, at_least, at_most } => {
                CondKind::Happened { of: self.occurrences(of), at_least: *at_least, at_most: *at_most }
            }
            CondKind::Stage(_) => unreachable!("stages are made of scores, and nothing before asks for them"),
        };
        Cond { kind, span: self.span(condition.span) }
    }

    fn quantity(&self, quantity: &Quantity) -> Quantity {
        let kind = match &quantity.kind {
            QuantityKind::Constant(value) => QuantityKind::Constant(*value),
            QuantityKind::Field(id) => QuantityKind::Field(self.field(*id)),
            QuantityKind::Property(id) => QuantityKind::Property(self.property(*id)),
            QuantityKind::Score(id) => QuantityKind::Score(self.score_id(*id)),
            QuantityKind::Defined(id) => QuantityKind::Defined(self.definition_id(*id)),
            QuantityKind::DaysSince(subject) => QuantityKind::DaysSince(self.subject(*subject)),
            QuantityKind::Aggregate(function, of) => {
                QuantityKind::Aggregate(self.function(*function), self.occurrences(of))
            }
            QuantityKind::Binary(operation, left, right) => {
                QuantityKind::Binary(*operation, Box::new(self.quantity(left)), Box::new(self.quantity(right)))
            }
        };
        Quantity { kind, span: self.span(quantity.span) }
    }

    fn function(&self, function: crate::ir::Function) -> crate::ir::Function {
        use crate::ir::Function;
        match function {
            Function::Count => Function::Count,
            Function::Total(id) => Function::Total(self.property(id)),
            Function::Average(id) => Function::Average(self.property(id)),
            Function::Highest(id) => Function::Highest(self.property(id)),
            Function::Lowest(id) => Function::Lowest(self.property(id)),
            Function::Latest(id) => Function::Latest(self.property(id)),
            Function::DaysSince => Function::DaysSince,
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
        Definition { name: self.text(&definition.name), body, span: self.span(definition.span) }
    }

    /// A score.
    pub(super) fn score(&self, score: &Score) -> Score {
        let body = match &score.body {
            ScoreBody::Rules(parts) => ScoreBody::Rules(parts.iter().map(|part| self.part(part)).collect()),
            ScoreBody::Computed(quantity) => ScoreBody::Computed(self.quantity(quantity)),
        };
        Score {
            name: self.text(&score.name),
            owner: score.owner.clone().filter(|_| !self.bare),
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
                title: self.text(&group.title),
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
            id: if self.bare { RuleId(0) } else { self.rules[rule.id.0 as usize] },
            title: self.text(&rule.title),
            titled: rule.titled && !self.bare,
            because: rule.because.clone().filter(|_| !self.bare),
            owner: rule.owner.clone().filter(|_| !self.bare),
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
