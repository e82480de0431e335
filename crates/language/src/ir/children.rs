//! What a condition or a quantity is made of: the one place, besides those that give meaning, which names every kind of
//! them. In: a node; out: the nodes, subjects and ids in it, in the order they are written. Definitions are named, not
//! followed.

use super::{
    Cond, CondKind, DefinitionId, FieldId, Function, Occurrences, Operand, PropertyId, Quantity, QuantityKind, ScoreId,
    Subject,
};

/// Something in a condition or a quantity.
#[derive(Copy, Clone, Debug)]
pub enum Child<'a> {
    /// A condition.
    Cond(&'a Cond),
    /// A quantity.
    Quantity(&'a Quantity),
    /// A field, a property or a label, including those that are numbers.
    Subject(Subject),
    /// Events.
    Occurrences(&'a Occurrences),
    /// A definition.
    Definition(DefinitionId),
    /// A score.
    Score(ScoreId),
    /// The stage.
    Stage,
}

/// The same, to be changed in place.
#[derive(Debug)]
pub enum ChildMut<'a> {
    /// A condition.
    Cond(&'a mut Cond),
    /// A quantity.
    Quantity(&'a mut Quantity),
    /// A field, a property or a label that something is asked of.
    Subject(&'a mut Subject),
    /// A field that is a number.
    Field(&'a mut FieldId),
    /// A property that is a number.
    Property(&'a mut PropertyId),
    /// Events.
    Occurrences(&'a mut Occurrences),
    /// A definition.
    Definition(&'a mut DefinitionId),
    /// A score.
    Score(&'a mut ScoreId),
}

impl Cond {
    /// What it is made of.
    #[must_use]
    pub fn children(&self) -> Vec<Child<'_>> {
        match &self.kind {
            CondKind::Constant(_) => Vec::new(),
            CondKind::Not(inner) => vec![Child::Cond(inner)],
            CondKind::And(parts) | CondKind::Or(parts) => parts.iter().map(Child::Cond).collect(),
            CondKind::Defined(id) => vec![Child::Definition(*id)],
            CondKind::Known(Operand::Quantity(quantity)) | CondKind::Number(quantity, _) => {
                vec![Child::Quantity(quantity)]
            }
            CondKind::Compare(_, left, right) => vec![Child::Quantity(left), Child::Quantity(right)],
            CondKind::Known(Operand::Subject(subject))
            | CondKind::Truth(subject)
            | CondKind::Date(subject, _)
            | CondKind::Text(subject, _)
            | CondKind::Choice(subject, _)
            | CondKind::Choices { subject, .. }
            | CondKind::Texts { subject, .. } => vec![Child::Subject(*subject)],
            CondKind::CompareDates(_, left, right) | CondKind::Same(left, right) => {
                vec![Child::Subject(*left), Child::Subject(*right)]
            }
            CondKind::Happened { of, .. } => vec![Child::Occurrences(of)],
            CondKind::Stage(_) => vec![Child::Stage],
        }
    }

    /// What it is made of, to be changed; leaves out the stage.
    pub fn children_mut(&mut self) -> Vec<ChildMut<'_>> {
        match &mut self.kind {
            CondKind::Constant(_) | CondKind::Stage(_) => Vec::new(),
            CondKind::Not(inner) => vec![ChildMut::Cond(inner)],
            CondKind::And(parts) | CondKind::Or(parts) => parts.iter_mut().map(ChildMut::Cond).collect(),
            CondKind::Defined(id) => vec![ChildMut::Definition(id)],
            CondKind::Known(Operand::Quantity(quantity)) | CondKind::Number(quantity, _) => {
                vec![ChildMut::Quantity(quantity)]
            }
            CondKind::Compare(_, left, right) => vec![ChildMut::Quantity(left), ChildMut::Quantity(right)],
            CondKind::Known(Operand::Subject(subject))
            | CondKind::Truth(subject)
            | CondKind::Date(subject, _)
            | CondKind::Text(subject, _)
            | CondKind::Choice(subject, _)
            | CondKind::Choices { subject, .. }
            | CondKind::Texts { subject, .. } => vec![ChildMut::Subject(subject)],
            CondKind::CompareDates(_, left, right) | CondKind::Same(left, right) => {
                vec![ChildMut::Subject(left), ChildMut::Subject(right)]
            }
            CondKind::Happened { of, .. } => vec![ChildMut::Occurrences(of)],
        }
    }

    /// The conditions that it joins with `and` or `or`, or negates with `not`.
    #[must_use]
    pub fn parts(&self) -> &[Cond] {
        match &self.kind {
            CondKind::Not(inner) => std::slice::from_ref(&**inner),
            CondKind::And(parts) | CondKind::Or(parts) => parts,
            _ => &[],
        }
    }

    /// Whether it asks for occurrences of an event anywhere; definitions are not followed.
    #[must_use]
    pub fn speaks_of_events(&self) -> bool {
        matches!(self.kind, CondKind::Happened { .. }) || self.parts().iter().any(Self::speaks_of_events)
    }

    /// The subjects that it asks about directly, not through its parts and quantities.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        self.children()
            .into_iter()
            .filter_map(|child| if let Child::Subject(subject) = child { Some(subject) } else { None })
    }
}

impl Quantity {
    /// What it is made of.
    #[must_use]
    pub fn children(&self) -> Vec<Child<'_>> {
        match &self.kind {
            QuantityKind::Constant(_) => Vec::new(),
            QuantityKind::Field(id) => vec![Child::Subject(Subject::Field(*id))],
            QuantityKind::Property(id) => vec![Child::Subject(Subject::Property(*id))],
            QuantityKind::Score(id) => vec![Child::Score(*id)],
            QuantityKind::Defined(id) => vec![Child::Definition(*id)],
            QuantityKind::DaysSince(subject) => vec![Child::Subject(*subject)],
            QuantityKind::Aggregate(_, of) => vec![Child::Occurrences(of)],
            QuantityKind::Binary(_, left, right) => vec![Child::Quantity(left), Child::Quantity(right)],
        }
    }

    /// What it is made of, to be changed.
    pub fn children_mut(&mut self) -> Vec<ChildMut<'_>> {
        match &mut self.kind {
            QuantityKind::Constant(_) => Vec::new(),
            QuantityKind::Field(id) => vec![ChildMut::Field(id)],
            QuantityKind::Property(id) => vec![ChildMut::Property(id)],
            QuantityKind::Score(id) => vec![ChildMut::Score(id)],
            QuantityKind::Defined(id) => vec![ChildMut::Definition(id)],
            QuantityKind::DaysSince(subject) => vec![ChildMut::Subject(subject)],
            QuantityKind::Aggregate(function, of) => {
                let property = function.property_mut().map(ChildMut::Property);
                property.into_iter().chain([ChildMut::Occurrences(of)]).collect()
            }
            QuantityKind::Binary(_, left, right) => vec![ChildMut::Quantity(left), ChildMut::Quantity(right)],
        }
    }
}

impl Function {
    /// The property whose values it takes.
    #[must_use]
    pub fn property(mut self) -> Option<PropertyId> {
        self.property_mut().copied()
    }

    fn property_mut(&mut self) -> Option<&mut PropertyId> {
        match self {
            Self::Total(id) | Self::Average(id) | Self::Highest(id) | Self::Lowest(id) | Self::Latest(id) => Some(id),
            Self::Count | Self::DaysSince => None,
        }
    }
}
