//! Conditions: `and`, `or`, `not`, bare names and happenings. In: a condition as written and its place; out: an
//! [`ir::Cond`], or nothing where a finding says why. What is asked of a subject is in `question`.

use crate::ast;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ir::{self, Cond, CondKind, DateRange};
use crate::source::{Span, one_line};
use crate::words::say;

use super::operand::{Kind, Operand};
use super::quantity::what_span;
use super::resolver::{Place, Resolver};
use super::symbols::{self, Entity};

impl<'a> Resolver<'a> {
    /// The meaning of a condition.
    pub(super) fn cond(&mut self, cond: &'a ast::Cond, place: Place) -> Option<Cond> {
        match cond {
            ast::Cond::And(parts, span) => {
                let parts = self.parts(parts, place)?;
                Some(Cond::written(CondKind::And(parts), *span))
            }
            ast::Cond::Or(parts, span) => {
                if self.options_after_or(parts, place) {
                    return None;
                }
                let parts = self.parts(parts, place)?;
                Some(Cond::written(CondKind::Or(parts), *span))
            }
            ast::Cond::Not(inner, span) => {
                let inner = self.cond(inner, place)?;
                Some(Cond::written(CondKind::Not(Box::new(inner)), *span))
            }
            ast::Cond::Paren(inner, _) => self.cond(inner, place),
            ast::Cond::Test(question) => self.question(question, place),
            ast::Cond::OverLeads(over) => self.over_leads(over, place),
            ast::Cond::Happens(happens) => self.happens(happens, place),
        }
    }

    /// All parts, so that the findings of each are reported; `None` if one is broken.
    fn parts(&mut self, parts: &'a [ast::Cond], place: Place) -> Option<Vec<Cond>> {
        let taken = self.brackets(parts, place);
        let meant: Vec<Option<Cond>> =
            parts.iter().zip(&taken).map(|(part, taken)| if *taken { None } else { self.cond(part, place) }).collect();
        meant.into_iter().collect()
    }

    fn happens(&mut self, happens: &'a ast::Happens, place: Place) -> Option<Cond> {
        let span = happens.span;
        if let Some(event) = place.event {
            let ast::What::Name(name) = &happens.what else {
                let what = self.findings.text(event.what);
                self.findings.push(
                    Diagnostic::bare(&codes::LR0207, say!("events can't be asked for inside `where`"), span).help(
                        say!(
                            "`where` looks at one event of `{event}` at a time, and at what that event says itself.",
                            event = what
                        ),
                    ),
                );
                return None;
            };
            let operand = self.named(name, place)?;
            return self.bare_operand(operand, happens);
        }
        if let ast::What::Member { of, member } = &happens.what {
            let operand = self.member(of, member, place)?;
            return self.bare_operand(operand, happens);
        }
        if let ast::What::Name(name) = &happens.what {
            if name.text == "stage" || self.is_account(name) {
                let operand = self.named(name, place)?;
                return self.bare_operand(operand, happens);
            }
            match self.declared.symbols.get(&name.text) {
                Some(Entity::Kind(_)) => {}
                Some(
                    Entity::Field(_) | Entity::Definition(_) | Entity::Score(_) | Entity::Label(_) | Entity::List(_),
                ) => {
                    let operand = self.named(name, place)?;
                    return self.bare_operand(operand, happens);
                }
                None => {
                    let event_like =
                        happens.negated.is_some() || happens.filter.is_some() || happens.frequency.is_some();
                    if event_like {
                        self.unknown_name(say!("kind of event"), name, |entity| matches!(entity, Entity::Kind(_)));
                    } else if happens.window.is_some() {
                        self.unknown_name(say!("date or kind of event"), name, |entity| {
                            matches!(entity, Entity::Field(_) | Entity::Kind(_))
                        });
                    } else {
                        self.unknown_name(say!("field, event or definition"), name, |entity| match entity {
                            Entity::Field(_) | Entity::Kind(_) | Entity::Definition(_) => true,
                            Entity::Score(_) | Entity::Label(_) | Entity::List(_) => false,
                        });
                    }
                    return None;
                }
            }
        }
        let of = self.occurrences(happens, place);
        if let (Some(no), Some(frequency)) = (happens.negated, &happens.frequency) {
            self.findings.push(
                Diagnostic::new(
                    &codes::LR0214,
                    say!("`no` and how often contradict each other"),
                    frequency.span,
                    say!("how often"),
                )
                .also(no, say!("never"))
                .help(say!("Write `no …` for never, or how often without `no`.")),
            );
            return None;
        }
        let (at_least, at_most) = match &happens.frequency {
            Some(frequency) => {
                if let (Some(low), Some(high)) = (frequency.at_least, frequency.at_most)
                    && low > high
                {
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0401,
                            say!("the range is upside down"),
                            frequency.span,
                            say!("never so often"),
                        )
                        .help(say!("The lower end stands first."))
                        .guess(
                            say!("swap the ends"),
                            frequency.span,
                            format!("{high}..{low} times"),
                        ),
                    );
                    return None;
                }
                (frequency.at_least.unwrap_or(0), frequency.at_most)
            }
            None => (1, None),
        };
        let happened = Cond::written(CondKind::Happened { of: of?, at_least, at_most }, span);
        Some(if happens.negated.is_some() { happened.opposite(span) } else { happened })
    }

    /// A name that is not a kind of event, used as a condition: `consent`, `benelux`, `created in last 30 days`.
    fn bare_operand(&mut self, operand: Operand<'a>, happens: &ast::Happens) -> Option<Cond> {
        let span = happens.span;
        let name = self.findings.text(what_span(&happens.what));
        let not_event = [
            happens.negated,
            happens.filter.as_ref().map(|filter| filter.span),
            happens.frequency.as_ref().map(|frequency| frequency.span),
        ];
        if let Some(extra) = not_event.into_iter().flatten().next() {
            let finding = Diagnostic::new(
                &codes::LR0214,
                say!("`{name}` is {what}, not a kind of event", name, what = operand.word()),
                extra,
                say!("only for events"),
            );
            self.findings.push(if happens.negated.is_some() {
                finding
                    .help(say!(
                        "`no` says that an event never happened; of anything else, `not` says that it does not hold."
                    ))
                    .fix(say!("write `not`"), extra, "not")
            } else {
                finding.help(say!("`where` and how often are asked of events; of a field, ask for its value."))
            });
            return None;
        }
        match (operand, &happens.window) {
            (Operand::Subject(subject, Kind::Date(_)), Some(window)) => {
                let window = self.date_window(window)?;
                Some(Cond::written(CondKind::Date(subject, vec![DateRange::Window(window)]), span))
            }
            (operand, Some(window)) => {
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0214,
                        say!("`{name}` is {what}, which has no time", name, what = operand.word()),
                        window.span,
                        say!("asks when"),
                    )
                    .help(say!("When something was can be asked of dates and of events.")),
                );
                None
            }
            (operand, None) => self.alone(&operand, span),
        }
    }

    /// What a definition stands for that is nothing but `account.employees`, say.
    pub(super) fn member_defined(&mut self, expr: &'a ast::Expr, place: Place) -> Option<ir::DefinitionBody> {
        match self.operand(expr, place)? {
            Operand::Number(quantity, _) => Some(ir::DefinitionBody::Quantity(quantity)),
            operand => self.alone(&operand, expr.span()).map(ir::DefinitionBody::Cond),
        }
    }

    /// What stands alone where a condition must stand.
    pub(super) fn alone(&mut self, operand: &Operand<'a>, span: Span) -> Option<Cond> {
        match operand {
            Operand::Subject(subject, Kind::YesNo) => Some(Cond::written(CondKind::Truth(*subject), span)),
            Operand::Condition(id) => Some(Cond::written(CondKind::Defined(*id), span)),
            operand => {
                let words = one_line(self.findings.text(span));
                self.findings.push(incomplete(&words, span, operand));
                None
            }
        }
    }

    /// `country is BE or NL`: reports it, with the fix `in BE, NL`.
    fn options_after_or(&mut self, parts: &[ast::Cond], place: Place) -> bool {
        let mut found = false;
        let mut at = 0;
        while at < parts.len() {
            let ast::Cond::Test(question) = &parts[at] else {
                at += 1;
                continue;
            };
            let options = self.options_of(&question.subject, place);
            let rest: Vec<&ast::Name> = parts[at + 1..]
                .iter()
                .map_while(ast::Cond::bare)
                .take_while(|name| {
                    options.contains(&name.text.as_str()) && self.declared.symbols.get(&name.text).is_none()
                })
                .collect();
            let values = match &question.tail {
                ast::Tail::Compare { op: ast::Compare::Is | ast::Compare::Eq, right } => Some(right.span()),
                ast::Tail::In { negated: false, entries } => {
                    let spans: Vec<Span> = entries.iter().map(ast::Entry::span).collect();
                    spans.first().zip(spans.last()).map(|(first, last)| first.to(*last))
                }
                ast::Tail::Compare { .. }
                | ast::Tail::Range(_)
                | ast::Tail::In { .. }
                | ast::Tail::Texts { .. }
                | ast::Tail::Matches(_)
                | ast::Tail::Known
                | ast::Tail::Unknown
                | ast::Tail::AtLeast(_)
                | ast::Tail::Below(_) => None,
            };
            if let (Some(values), Some(first), Some(last)) = (values, rest.first(), rest.last()) {
                let subject = self.findings.text(question.subject.span());
                let mut all = vec![self.findings.text(values).to_owned()];
                all.extend(rest.iter().map(|name| name.text.clone()));
                let fixed = format!("{subject} in {}", all.join(", "));
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0225,
                        say!("`{value}` is a value of `{subject}`, not a condition", value = &first.text, subject),
                        first.span,
                        say!("right of `or` stands a whole condition"),
                    )
                    .help(say!("Several values of one field follow `in`: `{instead}`.", instead = &fixed))
                    .fix(say!("write `{text}`", text = &fixed), question.span.to(last.span), fixed),
                );
                found = true;
            }
            at += 1 + rest.len();
        }
        found
    }

    /// The names of the options of a choice field, or of the stages.
    fn options_of(&self, subject: &ast::Expr, place: Place) -> Vec<&'a str> {
        let (declared, name) = match subject {
            ast::Expr::Value(ast::Value::Name(name)) => (self.declared, name),
            ast::Expr::Member { of, member } if place.event.is_none() && self.is_account(of) => match self.others {
                Some(others) => (others, member),
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        if name.text == "stage" && place.event.is_none() {
            return declared.stages.all();
        }
        let field = match place.event {
            Some(event) => {
                event.properties.iter().map(|id| declared.log.property(*id)).find(|property| property.name == name.text)
            }
            None => match declared.symbols.get(&name.text) {
                Some(Entity::Field(id)) => Some(&declared.fields[usize::from(id.0)]),
                _ => None,
            },
        };
        match field.map(|field| &field.ty) {
            Some(crate::types::Type::Choice(choice)) => {
                choice.options.iter().map(|option| option.name.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A name by itself that is neither true nor false.
fn incomplete(name: &str, span: Span, operand: &Operand<'_>) -> Diagnostic {
    let finding = Diagnostic::new(
        &codes::LR0208,
        say!("`{name}` alone is not a condition", name),
        span,
        say!("{what}, neither true nor false", what = operand.word()),
    );
    let known = |finding: Diagnostic| finding.guess(say!("write `{name} is known`", name), span.after(), " is known");
    match operand {
        Operand::Subject(_, Kind::Choice(choice)) => {
            let options: Vec<&str> = choice.options.iter().map(|option| option.name.as_str()).collect();
            let first = options.first().map_or_else(String::new, |option| symbols::written(option));
            known(finding.help(say!(
                "Say which option it must be, as in `{name} is {first}`, or that it is known.",
                name,
                first
            )))
        }
        Operand::Subject(_, Kind::Text | Kind::Label(_)) => {
            known(finding.help(say!("Say what it must be, as in `{name} is \"…\"`, or that it is known.", name)))
        }
        Operand::Subject(_, Kind::Texts | Kind::Choices(_)) => {
            known(finding.help(say!("Say what it must hold, as in `{name} contains …`, or that it is known.", name)))
        }
        Operand::Subject(_, Kind::Date(_)) => {
            known(finding.help(say!("Say when it must be, as in `{name} in last 30 days`, or that it is known.", name)))
        }
        Operand::Number(..) => {
            known(finding.help(say!("Say how much it must be, as in `{name} >= 10`, or that it is known.", name)))
        }
        Operand::Stage(_) => finding.help(say!("Say which stage it must be, as in `stage is MQL`.")),
        Operand::Subject(_, Kind::YesNo)
        | Operand::Condition(_)
        | Operand::Text(_)
        | Operand::Date(_)
        | Operand::Truth(_) => finding,
    }
}
