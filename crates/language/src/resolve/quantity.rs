//! Quantities: `count of E`, `days since created`, `0.5 * engagement`. In: an expression as written; out: an
//! [`ir::Quantity`], or nothing where a finding says why it is not a number.

use crate::ast::{self, Arithmetic};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Quantity, QuantityKind};
use crate::words::say;

use super::operand::{Kind, Operand};
use super::resolver::{Place, Resolver};
use super::symbols::Entity;

impl<'a> Resolver<'a> {
    /// The number that an expression stands for.
    pub(super) fn number(&mut self, expr: &'a ast::Expr, place: Place) -> Option<Quantity> {
        match expr {
            ast::Expr::Paren(inner, _) => self.number(inner, place),
            ast::Expr::Binary { op, left, right, span } => {
                let left = self.number(left, place);
                let right = self.number(right, place);
                let (left, right) = (left?, right?);
                let kind = match (&left.kind, &right.kind) {
                    (QuantityKind::Constant(a), QuantityKind::Constant(b)) => {
                        let value = match op {
                            Arithmetic::Add => a.checked_add(*b),
                            Arithmetic::Subtract => a.checked_sub(*b),
                            Arithmetic::Multiply => a.checked_mul(*b),
                            Arithmetic::Divide => a.checked_div(*b),
                        };
                        value.map(QuantityKind::Constant)
                    }
                    _ => None,
                };
                let kind = kind.unwrap_or_else(|| QuantityKind::Binary(*op, Box::new(left), Box::new(right)));
                Some(Quantity::written(kind, *span))
            }
            ast::Expr::Aggregate(aggregate) => self.aggregate(aggregate, place),
            ast::Expr::Value(_) | ast::Expr::Member { .. } | ast::Expr::OfLead { .. } | ast::Expr::StageBefore(_) => {
                let operand = self.operand(expr, place)?;
                if let Operand::Number(quantity, _) = operand {
                    return Some(quantity);
                }
                let words = self.findings.text(expr.span());
                let finding = Diagnostic::new(
                    &codes::LR0209,
                    say!("`{words}` is {what}, not a number", words, what = operand.word()),
                    expr.span(),
                    say!("a number is needed here"),
                );
                self.findings.push(match operand {
                    Operand::Subject(_, Kind::Date(_)) => finding
                        .help(say!("The days that have passed since a date are a number."))
                        .guess(say!("write `days since {words}`", words), expr.span(), format!("days since {words}")),
                    Operand::Subject(..)
                    | Operand::Number(..)
                    | Operand::Condition(_)
                    | Operand::Stage(_)
                    | Operand::Text(_)
                    | Operand::Date(_)
                    | Operand::Truth(_) => finding.help(say!(
                        "Numbers are fields of type number or integer, scores, and what is counted from events."
                    )),
                });
                None
            }
        }
    }

    fn aggregate(&mut self, aggregate: &'a ast::Aggregate, place: Place) -> Option<Quantity> {
        if self.is_over_leads(aggregate) {
            return self.gathered(aggregate, place).map(|(quantity, _)| quantity);
        }
        let function = aggregate.function;
        if function == ast::Function::DaysSince {
            match &aggregate.of.what {
                ast::What::Name(name)
                    if place.event.is_some()
                        || !matches!(self.declared.symbols.get(&name.text), Some(Entity::Kind(_))) =>
                {
                    return self.days_since(name, aggregate, place);
                }
                ast::What::Member { of, member } => {
                    let operand = self.member(of, member, place)?;
                    return self.days_since_date(&operand, aggregate);
                }
                ast::What::Name(_) | ast::What::Activity(_) | ast::What::AnyOf(..) => {}
            }
        }
        if let Some(event) = place.event {
            let what = self.findings.text(event.what);
            self.findings.push(
                Diagnostic::bare(&codes::LR0207, say!("events can't be counted inside `where`"), aggregate.span).help(
                    say!(
                        "`where` looks at one event of `{event}` at a time, and at what that event says itself.",
                        event = what
                    ),
                ),
            );
            return None;
        }
        if let Some(frequency) = &aggregate.of.frequency {
            self.findings.push(
                Diagnostic::bare(&codes::LR0214, say!("how often does not belong here"), frequency.span).help(say!(
                    "The quantity takes all events of the kind; to ask how often they happened, compare `count of` \
                     them."
                )),
            );
            return None;
        }
        if let Some(no) = aggregate.of.negated {
            self.findings.push(
                Diagnostic::bare(&codes::LR0214, say!("`no` does not belong here"), no)
                    .help(say!("A quantity is made from the events that did happen.")),
            );
            return None;
        }
        let of = self.occurrences(&aggregate.of, place)?;
        let function = match (function, &aggregate.property) {
            (ast::Function::Count, _) => ir::Function::Count,
            (ast::Function::DaysSince, _) => ir::Function::DaysSince,
            (_, Some(property)) => {
                let own = self.properties(of.kinds.as_deref());
                let event = super::resolver::Event { properties: &own, what: what_span(&aggregate.of.what) };
                let id = self.property(property, event)?;
                if super::operand::number_type(&self.declared.log.property(id).ty).is_none() {
                    let word = self.declared.log.property(id).ty.word();
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0209,
                            say!("`{name}` is a {type_name}, not a number", name = &property.text, type_name = word),
                            property.span,
                            say!("a number is needed here"),
                        )
                        .help(say!(
                            "Only numbers can be added up, averaged and put in order; `count of` works with any event."
                        )),
                    );
                    return None;
                }
                match function {
                    ast::Function::Total => ir::Function::Total(id),
                    ast::Function::Average => ir::Function::Average(id),
                    ast::Function::Highest => ir::Function::Highest(id),
                    ast::Function::Lowest => ir::Function::Lowest(id),
                    ast::Function::Latest => ir::Function::Latest(id),
                    ast::Function::Count | ast::Function::DaysSince => return None,
                }
            }
            (
                ast::Function::Total
                | ast::Function::Average
                | ast::Function::Highest
                | ast::Function::Lowest
                | ast::Function::Latest,
                None,
            ) => {
                self.findings.push(
                    Diagnostic::bare(&codes::LR0206, say!("which property?"), aggregate.span)
                        .help(say!("Name the property to reckon with, as in `total minutes of webinar_attended`.")),
                );
                return None;
            }
        };
        Some(Quantity::written(QuantityKind::Aggregate(function, of), aggregate.span))
    }

    /// `days since F`, for a date.
    fn days_since(&mut self, name: &'a ast::Name, aggregate: &'a ast::Aggregate, place: Place) -> Option<Quantity> {
        if place.event.is_none() && self.declared.symbols.get(&name.text).is_none() {
            self.unknown_name(say!("date or kind of event"), name, |entity| {
                matches!(entity, Entity::Field(_) | Entity::Kind(_))
            });
            return None;
        }
        let operand = self.named(name, place)?;
        self.days_since_date(&operand, aggregate)
    }

    fn days_since_date(&mut self, operand: &Operand<'a>, aggregate: &'a ast::Aggregate) -> Option<Quantity> {
        let name = what_span(&aggregate.of.what);
        let words = self.findings.text(name);
        match operand {
            Operand::Subject(subject, Kind::Date(_)) => {
                let of = &aggregate.of;
                let spans = [
                    of.filter.as_ref().map(|x| x.span),
                    of.frequency.as_ref().map(|x| x.span),
                    of.window.as_ref().map(|x| x.span),
                ];
                if let Some(span) = spans.into_iter().flatten().next() {
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0214,
                            say!("`{words}` is one date", words),
                            span,
                            say!("not for a date"),
                        )
                        .help(say!("There is one such day, so there is nothing to choose from; take this out.")),
                    );
                    return None;
                }
                Some(Quantity::written(QuantityKind::DaysSince(*subject), aggregate.span))
            }
            operand @ (Operand::Subject(..)
            | Operand::Number(..)
            | Operand::Condition(_)
            | Operand::Stage(_)
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_)) => {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0209,
                        say!("`{words}` is {what}, not a date", words, what = operand.word()),
                        name,
                        say!("a date or a kind of event is needed here"),
                    )
                    .help(say!("`days since` counts from a field of type date, or from the latest event of a kind.")),
                );
                None
            }
        }
    }
}

/// Where the names of the kinds are written.
pub(super) fn what_span(what: &ast::What) -> crate::source::Span {
    match what {
        ast::What::Name(name) => name.span,
        ast::What::Member { of, member } => of.span.to(member.span),
        ast::What::Activity(span) | ast::What::AnyOf(_, span) => *span,
    }
}
