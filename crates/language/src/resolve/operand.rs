//! What is to the left or right of an operator: names, members, literals, quantities. In: an expression as written and
//! its place; out: an [`Operand`] with its type, or nothing where a finding says why.

use crate::ast;
use crate::calendar::Day;
use crate::codes;
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, DefinitionId, FieldId, PropertyId, Quantity, QuantityKind, Subject};
use crate::source::{Span, one_line};
use crate::types::{Bounds, ChoiceType, Type};
use crate::words::{Text, say};

use super::between::{ACCOUNT, Wanted};
use super::declarations::Declarations;
use super::fields;
use super::mentions::What;
use super::resolver::{Place, Resolver};
use super::symbols::{self, Entity};

/// Something with a value.
#[derive(Clone, Debug)]
pub(super) enum Operand<'a> {
    /// A field, property, domain or label that is not a number.
    Subject(Subject, Kind<'a>),
    /// A number, with what is known about it beforehand.
    Number(Quantity, Numbers),
    /// A definition that is a condition.
    Condition(DefinitionId),
    /// `stage`, `stage before`
    Stage(Whose),
    /// `"text"`
    Text(&'a ast::Text),
    /// `2026-11-23`
    Date(Day),
    /// `yes`, `no`
    Truth(bool),
}

/// Which stage is meant.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The one that the lead has.
    Now,
    /// The one that it had.
    Before,
    /// The one of its account, which this field holds.
    Account(FieldId),
}

/// What a subject holds.
#[derive(Copy, Clone, Debug)]
pub(super) enum Kind<'a> {
    Text,
    /// The label with this index.
    Label(usize),
    YesNo,
    Date(Bounds<Day>),
    Choice(&'a ChoiceType),
    Texts,
    Choices(&'a ChoiceType),
}

/// What is known about a number beforehand.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Numbers {
    /// Whether it has no decimal places.
    pub whole: bool,
    pub range: Bounds<Decimal>,
}

impl Operand<'_> {
    /// With its article, as messages say it.
    pub(super) fn word(&self) -> Text {
        match self {
            Self::Subject(_, kind) => kind.word(),
            Self::Number(..) => say!("a number"),
            Self::Condition(_) => say!("a condition"),
            Self::Stage(Whose::Now) => say!("the stage"),
            Self::Stage(Whose::Before) => say!("the stage before"),
            Self::Stage(Whose::Account(_)) => say!("the stage of an account"),
            Self::Text(_) => say!("a text"),
            Self::Date(_) => say!("a date"),
            Self::Truth(_) => say!("yes or no"),
        }
    }
}

impl Kind<'_> {
    pub(super) fn word(&self) -> Text {
        match self {
            Self::Text => say!("a text"),
            Self::Label(_) => say!("a label"),
            Self::YesNo => say!("yes or no"),
            Self::Date(_) => say!("a date"),
            Self::Choice(_) => say!("a choice"),
            Self::Texts => say!("a list of texts"),
            Self::Choices(_) => say!("a list of choices"),
        }
    }
}

impl<'a> Resolver<'a> {
    /// The number that a bare name stands for.
    pub(super) fn number_named(&mut self, name: &'a ast::Name, place: Place) -> Option<Quantity> {
        match self.named(name, place)? {
            Operand::Number(quantity, _) => Some(quantity),
            Operand::Subject(..)
            | Operand::Condition(_)
            | Operand::Stage(_)
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_) => None,
        }
    }

    /// What an expression stands for.
    pub(super) fn operand(&mut self, expr: &'a ast::Expr, place: Place) -> Option<Operand<'a>> {
        match expr {
            ast::Expr::Value(ast::Value::Number(number)) => Some(Operand::Number(
                Quantity::written(QuantityKind::Constant(number.value), number.span),
                Numbers {
                    whole: number.value.is_whole(),
                    range: Bounds { low: Some(number.value), high: Some(number.value), half_open: false },
                },
            )),
            ast::Expr::Value(ast::Value::Text(text)) => Some(Operand::Text(text)),
            ast::Expr::Value(ast::Value::Date(date)) => fields::day(date, &mut self.findings).map(Operand::Date),
            ast::Expr::Value(ast::Value::Truth(truth, _)) => Some(Operand::Truth(*truth)),
            ast::Expr::Value(ast::Value::Name(name)) => self.named(name, place),
            ast::Expr::Member { of, member } => self.member(of, member, place),
            ast::Expr::Aggregate(aggregate) if self.is_over_leads(aggregate) => {
                let (quantity, numbers) = self.gathered(aggregate, place)?;
                Some(Operand::Number(quantity, numbers))
            }
            ast::Expr::OfLead { name, lead } => self.of_lead(name, lead, place),
            ast::Expr::Aggregate(_) | ast::Expr::Binary { .. } => self.number(expr, place).map(|quantity| {
                let numbers = quantity_numbers(&quantity);
                Operand::Number(quantity, numbers)
            }),
            ast::Expr::Paren(inner, _) => self.operand(inner, place),
            ast::Expr::StageBefore(span) => self.use_before(*span, place).map(|()| Operand::Stage(Whose::Before)),
        }
    }

    /// What a bare name stands for where a value is wanted.
    pub(super) fn named(&mut self, name: &'a ast::Name, place: Place) -> Option<Operand<'a>> {
        if let Some(event) = place.event {
            let id = self.property(name, event)?;
            let declared = self.declared;
            return Some(property_operand(id, &declared.log.properties[usize::from(id.0)].ty, name.span));
        }
        if name.text == "stage" {
            return self.use_stage(name.span, place).map(|()| Operand::Stage(Whose::Now));
        }
        if self.is_account(name) {
            return Some(Operand::Subject(Subject::Field(self.asked(Wanted::Itself, name.span)), Kind::YesNo));
        }
        match self.meant(name) {
            Some(Entity::Field(id)) => {
                let (field, fine) = self.use_field(id, name.span, place);
                fine.then(|| field_operand(id, &field.ty, name.span))
            }
            Some(Entity::Definition(at)) => {
                let id = self.use_definition(at, name.span, place)?;
                Some(match &self.definitions[usize::from(id.0)].body {
                    ir::DefinitionBody::Cond(_) => Operand::Condition(id),
                    ir::DefinitionBody::Quantity(body) => {
                        let numbers = quantity_numbers(body);
                        Operand::Number(Quantity::written(QuantityKind::Defined(id), name.span), numbers)
                    }
                })
            }
            Some(Entity::Score(at)) => {
                let id = self.use_score(at, name.span, place)?;
                let numbers = Numbers { whole: false, range: self.score_bounds(at) };
                Some(Operand::Number(Quantity::written(QuantityKind::Score(id), name.span), numbers))
            }
            Some(Entity::Label(at)) => {
                let id = self.use_label(at, name.span, place)?;
                Some(Operand::Subject(Subject::Label(id), Kind::Label(at)))
            }
            Some(Entity::Kind(at)) => {
                self.used.kinds[usize::from(at.0)] = true;
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0208,
                        say!("`{name}` is a kind of event", name = &name.text),
                        name.span,
                        say!("no value"),
                    )
                    .help(say!("An event has no value of its own: ask how often it happened, or when."))
                    .guess(
                        say!("write `count of {name}`", name = &name.text),
                        name.span,
                        format!("count of {}", name.text),
                    ),
                );
                None
            }
            Some(Entity::List(at)) => {
                self.used.lists[at] = true;
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0208,
                        say!("`{name}` is a list", name = &name.text),
                        name.span,
                        say!("no value"),
                    )
                    .help(say!(
                        "A list stands right of `in` or `contains`, as in `company in {name}`.",
                        name = &name.text
                    )),
                );
                None
            }
            None => {
                self.unknown_name(say!("field"), name, |entity| match entity {
                    Entity::Field(_) | Entity::Definition(_) => true,
                    Entity::Score(_) => place.role.sees_scores(),
                    Entity::Label(at) => place.role.sees_label(at),
                    Entity::Kind(_) | Entity::List(_) => false,
                });
                None
            }
        }
    }

    /// Reports a name that is not declared, unless it may be declared in a part of the file that could not be read.
    pub(super) fn unknown_name(&mut self, what: Text, name: &ast::Name, among: impl Fn(Entity) -> bool) {
        match self.of_the_others(what.clone(), name) {
            Some(finding) if !self.declared.symbols.may_be_unread(&name.text) => self.findings.push(finding),
            _ => self.undeclared(what, name, among),
        }
    }

    /// The same where nothing but a name of one's own can stand.
    pub(super) fn undeclared(&mut self, what: Text, name: &ast::Name, among: impl Fn(Entity) -> bool) {
        if self.declared.symbols.may_be_unread(&name.text) {
            return;
        }
        let code = if what == say!("kind of event") { &codes::LR0205 } else { &codes::LR0201 };
        let names = self.findings.candidates(self.declared.symbols.of(among));
        self.findings.push(symbols::no_such(code, what, &name.text, name.span, &names));
    }

    /// `email.domain`
    pub(super) fn member(&mut self, of: &'a ast::Name, member: &'a ast::Name, place: Place) -> Option<Operand<'a>> {
        if place.event.is_none() && of.text == ACCOUNT && self.declared.symbols.get(ACCOUNT).is_none() {
            return self.of_account(of, member, place);
        }
        let email = if let Some(event) = place.event {
            let id = self.property(of, event)?;
            match self.declared.log.properties[usize::from(id.0)].ty {
                Type::Email => Some(Subject::PropertyDomain(id)),
                _ => None,
            }
        } else {
            match self.meant(of) {
                Some(Entity::Field(id)) => {
                    let (field, fine) = self.use_field(id, of.span, place);
                    if !fine {
                        return None;
                    }
                    match field.ty {
                        Type::Email => Some(Subject::FieldDomain(id)),
                        _ => None,
                    }
                }
                Some(_) => None,
                None => {
                    self.unknown_name(say!("field"), of, |entity| matches!(entity, Entity::Field(_)));
                    return None;
                }
            }
        };
        let span = of.span.to(member.span);
        match (email, member.text.as_str()) {
            (Some(subject), "domain") => Some(Operand::Subject(subject, Kind::Text)),
            (Some(_), other) => {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0206,
                        say!("an email has no `{other}`", other),
                        member.span,
                        say!("not a part of it"),
                    )
                    .help(say!("What can be asked for is its `domain`: the part after `@`, in lower case."))
                    .fix(say!("write `domain`"), member.span, "domain"),
                );
                None
            }
            (None, _) => {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0206,
                        say!("`{name}` has no parts", name = &of.text),
                        span,
                        say!("not an email"),
                    )
                    .help(say!(
                        "Only a field of type email has a part with a name: its `domain`. What an event says is asked \
                         with `where`, as in `webinar_attended where minutes >= 20`."
                    )),
                );
                None
            }
        }
    }

    /// A property of the events at hand.
    pub(super) fn property(&mut self, name: &ast::Name, event: super::resolver::Event) -> Option<PropertyId> {
        let declared = self.declared;
        let named = |id: &&PropertyId| declared.log.property(**id).name == name.text;
        if let Some(id) = event.properties.iter().find(named) {
            self.mentions.note(name.span, declared.log.property(*id).span, What::Property);
            return Some(*id);
        }
        if declared.symbols.may_be_unread(&name.text) {
            return None;
        }
        let what = one_line(self.findings.text(event.what));
        let own: Vec<&str> = event.properties.iter().map(|id| declared.log.property(*id).name.as_str()).collect();
        let finding = match declared.symbols.get(&name.text) {
            Some(entity) => Diagnostic::new(
                &codes::LR0206,
                say!(
                    "`{name}` is {what}, not a property of `{event}`",
                    name = &name.text,
                    what = entity.word(),
                    event = what
                ),
                name.span,
                say!("not said by the event"),
            )
            .help(if own.is_empty() {
                say!(
                    "In `where` stand only the event's own properties, and this one declares none; a condition on the \
                     lead is joined by `and`, outside the brackets of `where`."
                )
            } else {
                say!(
                    "In `where` stand only the event's own properties: {properties}; a condition on the lead is joined \
                     by `and`, outside the brackets of `where`.",
                    properties = symbols::listing(&own)
                )
            }),
            None if own.is_empty() => Diagnostic::new(
                &codes::LR0206,
                say!("there is no property `{name}`", name = &name.text),
                name.span,
                say!("`{event}` declares no properties that it could be", event = &what),
            )
            .help(say!(
                "Declare it with the kind of event, as in `{event} {{ {name} text }}`.",
                event = what,
                name = &name.text
            )),
            None => symbols::no_such(&codes::LR0206, say!("property"), &name.text, name.span, &own),
        };
        self.findings.push(finding);
        None
    }

    fn score_bounds(&self, at: usize) -> Bounds<Decimal> {
        self.declared.score_bounds(at)
    }
}

impl Declarations<'_> {
    /// The range of the score with this index, as far as it can be read.
    pub(super) fn score_bounds(&self, at: usize) -> Bounds<Decimal> {
        let end = |value: &Option<ast::Value>| match value.as_ref()? {
            ast::Value::Number(number) => Some(number.value),
            ast::Value::Text(_) | ast::Value::Date(_) | ast::Value::Truth(..) | ast::Value::Name(_) => None,
        };
        self.scores[at].range.as_ref().map_or_else(Bounds::default, |range| Bounds {
            low: end(&range.low),
            high: end(&range.high),
            half_open: false,
        })
    }
}

/// A field as an operand.
pub(super) fn field_operand(id: FieldId, ty: &Type, span: Span) -> Operand<'_> {
    match (number_type(ty), kind(ty)) {
        (Some(numbers), _) => Operand::Number(Quantity::written(QuantityKind::Field(id), span), numbers),
        (None, kind) => Operand::Subject(Subject::Field(id), kind),
    }
}

/// A property as an operand.
fn property_operand(id: PropertyId, ty: &Type, span: Span) -> Operand<'_> {
    match (number_type(ty), kind(ty)) {
        (Some(numbers), _) => Operand::Number(Quantity::written(QuantityKind::Property(id), span), numbers),
        (None, kind) => Operand::Subject(Subject::Property(id), kind),
    }
}

/// What is known about the numbers of a type.
pub(super) fn number_type(ty: &Type) -> Option<Numbers> {
    ty.numbers().map(|numbers| Numbers { whole: matches!(ty, Type::Integer(_)), range: numbers.range })
}

fn kind(ty: &Type) -> Kind<'_> {
    match ty {
        Type::Text | Type::Email | Type::Number(_) | Type::Integer(_) => Kind::Text,
        Type::YesNo => Kind::YesNo,
        Type::Date(date) => Kind::Date(date.range),
        Type::Choice(choice) => Kind::Choice(choice),
        Type::ListOfText { .. } => Kind::Texts,
        Type::ListOfChoice { choice, .. } => Kind::Choices(choice),
    }
}

/// What is known about a quantity that is made from others.
fn quantity_numbers(quantity: &Quantity) -> Numbers {
    let from_zero = Bounds { low: Some(Decimal::ZERO), high: None, half_open: false };
    match &quantity.kind {
        QuantityKind::Aggregate(ir::Function::Count | ir::Function::DaysSince, _) => {
            Numbers { whole: true, range: from_zero }
        }
        QuantityKind::DaysSince(_) => Numbers { whole: true, range: Bounds::default() },
        QuantityKind::Constant(value) => Numbers {
            whole: value.is_whole(),
            range: Bounds { low: Some(*value), high: Some(*value), half_open: false },
        },
        _ => Numbers::default(),
    }
}
