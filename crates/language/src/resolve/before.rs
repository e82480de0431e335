//! The stage that a lead had, which rules may ask for: a field that no file declares. In: the names of the stages, and the
//! field that the data has it in; out: the field, and conditions on it.

use crate::ir::{self, Cond, CondKind, EXCLUDED, FieldId, FieldPlaces, NEW, Operand, StageId, Subject};
use crate::source::Span;
use crate::types::{ChoiceOption, ChoiceType, Type, Value};

/// Its name, which no field of a file can have.
const NAME: &str = "stage before";

/// Its id until all fields are known, of which it is the last.
pub(super) const ID: FieldId = FieldId(u16::MAX);

/// The stage that a lead had.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Had {
    /// None: it was not there.
    New,
    At(StageId),
}

/// The stage before, as a field: unknown stands for `new`.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// No step, `excluded`, then the steps, lowest first, as [`ir::Rules::had`] counts them.
    options: Vec<ChoiceOption>,
    /// The field that the data has it in.
    field: Option<ir::Field>,
}

impl Before {
    /// With these options for the steps; `field` is the one that holds it.
    pub(super) fn new(none: &str, steps: Vec<ChoiceOption>, field: Option<ir::Field>) -> Self {
        let own = |name: &str| ChoiceOption { name: name.to_owned(), synonyms: Vec::new() };
        Self { options: [own(none), own(EXCLUDED)].into_iter().chain(steps).collect(), field }
    }

    /// All stages as a choice, without names that data may bear.
    pub(super) fn choice(&self) -> ChoiceType {
        ChoiceType::new(self.options.clone())
    }

    pub(super) fn field(&self) -> ir::Field {
        let is_new = !self.options.iter().any(|option| crate::text::key(&option.name) == NEW);
        let (mut missing, columns, optional, span) = match &self.field {
            Some(field) => (field.missing.clone(), field.columns.clone(), field.optional, field.span),
            None => (Vec::new(), Vec::new(), true, Span::default()),
        };
        missing.extend(is_new.then(|| NEW.to_owned()));
        let places = FieldPlaces { whole: span, ty: span, from: Vec::new(), last_option: None };
        let ty = Type::Choice(self.choice());
        ir::Field { name: NAME.to_owned(), ty, columns, missing, outcome: false, fixed: true, optional, span, places }
    }

    /// The field and the value of a lead that had this stage; none for `new`.
    pub(super) fn value(&self, id: Had) -> Option<(FieldId, Value)> {
        place(id).map(|place| (ID, Value::Choice(place)))
    }

    /// Whether the lead had one of these stages: never unknown.
    pub(super) fn is_one_of(&self, ids: &[Had], span: Span) -> Cond {
        let subject = Subject::Field(ID);
        let mut options: Vec<u16> = ids.iter().copied().filter_map(place).collect();
        options.sort_unstable();
        options.dedup();
        let was_there = Cond::sugar(CondKind::Known(Operand::Subject(subject)), span);
        let one = Cond::sugar(CondKind::Choice(subject, options.clone()), span);
        match (ids.contains(&Had::New), options.is_empty()) {
            (true, true) => was_there.opposite(span),
            (true, false) => Cond::sugar(CondKind::Or(vec![was_there.opposite(span), one]), span),
            (false, _) => Cond::sugar(CondKind::And(vec![was_there, one]), span),
        }
    }
}

/// The option that stands for a stage.
fn place(had: Had) -> Option<u16> {
    match had {
        Had::New => None,
        Had::At(stage) => ir::Rules::had(Some(stage)),
    }
}
