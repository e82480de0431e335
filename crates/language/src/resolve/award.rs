//! Awards: points, `each`, `per`, `once per`, caps, decays, titles, owners and dates. In: a rule as written; out: an
//! [`ir::Rule`], or nothing where a finding says why.

use std::collections::BTreeSet;

use crate::ast::{self, Times};
use crate::calendar::Period;
use crate::codes;
use crate::decimal::{Decimal, Points};
use crate::diagnostic::Diagnostic;
use crate::ir::{
    self, Bucket, Cond, CondKind, Decay, DefinitionId, Function, Gain, Occurrences, Quantity, QuantityKind, RuleId,
};
use crate::source::{Span, one_line};
use crate::words::{Text, say};

use super::operand::Operand;
use super::resolver::{Event, Place, Resolver, Role};
use super::settings::settings;

/// What a rule inherits from the score and the group around it.
#[derive(Copy, Clone)]
pub(super) struct Around<'a> {
    pub owner: Option<&'a ast::Name>,
    pub decay: Option<Decay>,
}

/// What is to the left of `=>`.
struct Left {
    condition: Cond,
    /// The event tests that must hold, alone or joined by `and`.
    events: Vec<Occurrences>,
    /// The quantities to count, where `each` or `per` follows.
    quantities: Vec<Quantity>,
}

/// What a rule does with the event to the left of `=>`.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Wanted {
    /// Its points fade with its age.
    ToFade,
    /// It is counted.
    ToCount,
}

impl<'a> Resolver<'a> {
    pub(super) fn rule(&mut self, rule: &'a ast::Rule, span: Span, around: Around<'a>) -> Option<ir::Rule> {
        let id = self.rule_id();
        let counts = matches!(rule.award.times, Some(Times::Each(_) | Times::Per(_)));
        let left_span = match &rule.left {
            ast::Term::Cond(cond) => cond.span(),
            ast::Term::Expr(expr) => expr.span(),
        };
        let left = if counts { self.counted(&rule.left) } else { self.plain(&rule.left) };
        let title = one_line(self.findings.text(left_span));
        self.finish(id, left, &rule.award, (span, left_span, title), around)
    }

    /// A row of a table, whose condition has already been made.
    pub(super) fn row(
        &mut self,
        id: RuleId,
        (table, row): (&'a ast::Table, &'a ast::Row),
        condition: Option<Cond>,
        subject: &Operand<'a>,
        span: Span,
        around: Around<'a>,
    ) -> Option<ir::Rule> {
        let left_span = match &row.matcher {
            ast::Matcher::Entries(_, span)
            | ast::Matcher::Tail(_, span)
            | ast::Matcher::Otherwise(span)
            | ast::Matcher::Unknown(span) => *span,
        };
        let title = format!(
            "{} {}",
            one_line(self.findings.text(table.subject.span())),
            one_line(self.findings.text(left_span))
        );
        let quantities = match subject {
            Operand::Number(quantity, _) => vec![quantity.clone()],
            Operand::Subject(..)
            | Operand::Condition(_)
            | Operand::Stage(_)
            | Operand::Text(_)
            | Operand::Date(_)
            | Operand::Truth(_) => Vec::new(),
        };
        let left = condition.map(|condition| Left { condition, events: Vec::new(), quantities });
        self.finish(id, left, &row.award, (span, left_span, title), Around { decay: None, ..around })
    }

    fn finish(
        &mut self,
        id: RuleId,
        left: Option<Left>,
        award: &'a ast::Award,
        (span, left_span, title): (Span, Span, String),
        around: Around<'a>,
    ) -> Option<ir::Rule> {
        let settings = settings(&award.options);
        if let Some(best) = settings.best {
            self.findings.push(
                Diagnostic::new(&codes::LR0606, say!("a rule takes no `best`"), best, say!("for a group"))
                    .help(say!("In a `group \"title\", best {{ … }}` only the rule that gives most counts.")),
            );
        }
        let points = self.points(&award.points);
        let cap = points.and_then(|points| self.cap(points, &settings));
        let dates = self.dates(&settings);
        let decay = settings.decay.map(|setting| (self.decay(setting), setting.span));
        let (left, points) = (left?, points?);
        let decay = match decay {
            Some((decay, span)) => Some((decay?, Some(span))),
            None => around.decay.map(|decay| (decay, None)),
        };
        let condition = left.condition.clone();
        let gain = self.gain(left, left_span, points, award, decay)?;
        let (from, until) = dates?;
        Some(ir::Rule {
            id,
            title: settings.title.map_or(title, |title| title.value.clone()),
            titled: settings.title.is_some(),
            because: settings.because.map(|because| because.value.clone()),
            owner: settings.by.or(around.owner).map(|owner| owner.text.clone()),
            from,
            until,
            condition,
            gain,
            cap: cap?,
            span,
            left: left_span,
        })
    }

    /// The left side of a rule that gives its points once, or once per something.
    fn plain(&mut self, term: &'a ast::Term) -> Option<Left> {
        let place = Place::of(Role::Rule);
        let condition = match term {
            ast::Term::Cond(cond) => self.cond(cond, place)?,
            ast::Term::Expr(expr) => {
                let operand = self.operand(expr, place)?;
                if expr.is_member() {
                    let condition = self.alone(&operand, expr.span())?;
                    return Some(Left { condition, events: Vec::new(), quantities: Vec::new() });
                }
                let words = self.findings.text(expr.span());
                self.findings.push(
                    Diagnostic::new(
                        &codes::LR0208,
                        say!("`{words}` alone is not a condition", words = one_line(words)),
                        expr.span(),
                        say!("{what}, neither true nor false", what = operand.word()),
                    )
                    .help(say!("Compare it, as in `>= 3`, or give points for each: `=> +1 each`.")),
                );
                return None;
            }
        };
        let mut events = Vec::new();
        self.event_tests(&condition, &mut BTreeSet::new(), &mut events);
        Some(Left { condition, events, quantities: Vec::new() })
    }

    /// The left side of `each` and `per`: a quantity or an event test, alone or joined by `and` with conditions.
    fn counted(&mut self, term: &'a ast::Term) -> Option<Left> {
        let place = Place::of(Role::Rule);
        let cond = match term {
            ast::Term::Expr(expr) => {
                let quantity = self.number(expr, place)?;
                let condition = Cond::sugar(CondKind::Constant(true), expr.span());
                return Some(Left { condition, events: Vec::new(), quantities: vec![quantity] });
            }
            ast::Term::Cond(cond) => cond,
        };
        let parts = conjuncts(cond);
        let numbers: Vec<bool> = parts.iter().map(|part| self.is_quantity(part)).collect();
        if !numbers.contains(&true) {
            let condition = self.cond(cond, place)?;
            let mut events = Vec::new();
            self.event_tests(&condition, &mut BTreeSet::new(), &mut events);
            return Some(Left { condition, events, quantities: Vec::new() });
        }
        let (mut quantities, mut conditions, mut broken) = (Vec::new(), Vec::new(), false);
        for (part, is_number) in parts.into_iter().zip(numbers) {
            if is_number {
                match self.quantity_alone(part, place) {
                    Some(quantity) => quantities.push(quantity),
                    None => broken = true,
                }
            } else {
                match self.cond(part, place) {
                    Some(condition) => conditions.push(condition),
                    None => broken = true,
                }
            }
        }
        let span = cond.span();
        let condition = match conditions.len() {
            0 => Cond::sugar(CondKind::Constant(true), span),
            1 => conditions.remove(0),
            _ => Cond::sugar(CondKind::And(conditions), span),
        };
        let mut events = Vec::new();
        self.event_tests(&condition, &mut BTreeSet::new(), &mut events);
        (!broken).then_some(Left { condition, events, quantities })
    }

    /// Whether a part of the left side is nothing but a number: `employees`, `account.employees`.
    fn is_quantity(&mut self, part: &ast::Cond) -> bool {
        match (part.bare(), part.bare_member()) {
            (Some(name), _) => self.is_number(name),
            (None, Some((of, member))) => self.is_number_of_account(of, member),
            (None, None) => false,
        }
    }

    /// That number.
    fn quantity_alone(&mut self, part: &'a ast::Cond, place: Place) -> Option<Quantity> {
        match (part.bare(), part.bare_member()) {
            (Some(name), _) => self.number_named(name, place),
            (None, Some((of, member))) => {
                let Operand::Number(quantity, _) = self.member(of, member, place)? else { return None };
                Some(quantity)
            }
            (None, None) => None,
        }
    }

    /// The event tests that a condition makes, alone or joined by `and`, including those in definitions.
    fn event_tests(&self, condition: &Cond, named: &mut BTreeSet<DefinitionId>, tests: &mut Vec<Occurrences>) {
        match &condition.kind {
            CondKind::Happened { of, .. } => tests.push(of.clone()),
            CondKind::And(parts) => parts.iter().for_each(|part| self.event_tests(part, named, tests)),
            CondKind::Defined(id) => match &self.definitions[usize::from(id.0)].body {
                // Named twice, it is still the same test.
                ir::DefinitionBody::Cond(body) if named.insert(*id) => self.event_tests(body, named, tests),
                ir::DefinitionBody::Cond(_) | ir::DefinitionBody::Quantity(_) => {}
            },
            _ => {}
        }
    }

    fn gain(
        &mut self,
        mut left: Left,
        left_span: Span,
        points: Points,
        award: &'a ast::Award,
        decay: Option<(Decay, Option<Span>)>,
    ) -> Option<Gain> {
        match &award.times {
            None | Some(Times::Once(_)) => {
                let decay = match decay {
                    // A group's decay applies only to rules about events.
                    Some((_, None)) if left.events.is_empty() => None,
                    Some((decay, _)) => {
                        let of = self.one_event(left.events, &left.condition, left_span, Wanted::ToFade)?;
                        Some((decay, of))
                    }
                    None => None,
                };
                Some(Gain::Once { points, decay })
            }
            Some(Times::Each(_)) => {
                if left.quantities.is_empty() {
                    let of = self.one_event(left.events, &left.condition, left_span, Wanted::ToCount)?;
                    return Some(Gain::PerOccurrence {
                        points,
                        of,
                        once_per: None,
                        decay: decay.map(|(decay, _)| decay),
                    });
                }
                self.per_unit(&mut left, left_span, points, Decimal::ONE, decay)
            }
            Some(Times::Per(number)) => {
                if number.value <= Decimal::ZERO {
                    self.findings.push(
                        Diagnostic::new(&codes::LR0216, say!("points per nothing"), number.span, say!("not above 0"))
                            .help(say!(
                                "`+1 per 10` gives a point for each full 10; the number after `per` is above 0."
                            )),
                    );
                    return None;
                }
                if left.quantities.is_empty() {
                    let of =
                        self.one_event(std::mem::take(&mut left.events), &left.condition, left_span, Wanted::ToCount)?;
                    let kind = QuantityKind::Aggregate(Function::Count, of.clone());
                    left.quantities.push(Quantity::written(kind, of.span));
                }
                self.per_unit(&mut left, left_span, points, number.value, decay)
            }
            Some(Times::OncePer(period)) => {
                let of = self.one_event(left.events, &left.condition, left_span, Wanted::ToCount)?;
                let bucket = ir::bucket_of(Period { count: period.count, unit: period.unit });
                let Some(bucket) = bucket.filter(|_| period.count > 0) else {
                    self.findings.push(
                        Diagnostic::bare(
                            &codes::LR0216,
                            say!("`once per` takes days, weeks, months or years"),
                            period.span,
                        )
                        .help(say!("It parts the calendar, and the least part is one day.")),
                    );
                    return None;
                };
                Some(Gain::PerOccurrence { points, of, once_per: Some(bucket), decay: decay.map(|(decay, _)| decay) })
            }
            Some(Times::OncePerValue(name)) => {
                let of = self.one_event(left.events, &left.condition, left_span, Wanted::ToCount)?;
                let own = self.properties(of.kinds.as_deref());
                let id =
                    self.property(name, Event { properties: &own, what: what_of(&of, self.findings.text(of.span)) })?;
                if self.declared.log.property(id).ty.is_list() {
                    self.findings.push(
                        Diagnostic::new(
                            &codes::LR0216,
                            say!("`{name}` is a list", name = &name.text),
                            name.span,
                            say!("several values"),
                        )
                        .help(say!("`once per` takes a property that has one value at a time.")),
                    );
                    return None;
                }
                let once_per = Some(Bucket::Value(id));
                Some(Gain::PerOccurrence { points, of, once_per, decay: decay.map(|(decay, _)| decay) })
            }
        }
    }

    fn per_unit(
        &mut self,
        left: &mut Left,
        left_span: Span,
        points: Points,
        per: Decimal,
        decay: Option<(Decay, Option<Span>)>,
    ) -> Option<Gain> {
        if let [_, second, ..] = left.quantities.as_slice() {
            self.findings.push(
                Diagnostic::new(&codes::LR0216, say!("which number is counted?"), second.span, say!("a second number"))
                    .also(left.quantities[0].span, say!("a number"))
                    .help(say!(
                        "Left of `each` and `per` stands one quantity; the others are conditions, such as `budget >= \
                         10k`."
                    )),
            );
            return None;
        }
        if let Some((_, Some(span))) = decay {
            self.findings.push(
                Diagnostic::new(&codes::LR0607, say!("a quantity does not fade"), span, say!("for events"))
                    .also(left_span, say!("a number, which has no age"))
                    .help(say!(
                        "Points fade with the age of an event: write the event itself left of `=>`, with `each`."
                    )),
            );
            return None;
        }
        Some(Gain::PerUnit { points, per, of: left.quantities.pop()? })
    }

    /// The one event test left of the arrow.
    fn one_event(
        &mut self,
        mut events: Vec<Occurrences>,
        condition: &Cond,
        left: Span,
        wanted: Wanted,
    ) -> Option<Occurrences> {
        let words = one_line(self.findings.text(left));
        let say = |fade: Text, count: Text| match wanted {
            Wanted::ToFade => fade,
            Wanted::ToCount => count,
        };
        let finding = match events.as_slice() {
            [_] => return events.pop(),
            [first, second, ..] if first.span != second.span => Diagnostic::new(
                &codes::LR0216,
                say!("which of these events is meant?"),
                second.span,
                say!("another event"),
            )
            .also(first.span, say!("an event"))
            .help(say(
                say!("There is one event to fade: make a rule of each, or ask for the other with `count of … >= 1`."),
                say!("There is one event to count: make a rule of each, or ask for the other with `count of … >= 1`."),
            )),
            [_, _, ..] => {
                Diagnostic::new(&codes::LR0216, say!("which of these events is meant?"), left, say!("several events"))
                    .help(say(
                        say!("There is one event to fade: make a rule of each."),
                        say!("There is one event to count: make a rule of each."),
                    ))
            }
            [] if condition.speaks_of_events() => Diagnostic::new(
                &codes::LR0216,
                say(
                    say!("in `{words}` there is no event to fade for certain", words = &words),
                    say!("in `{words}` there is no event to count for certain", words = &words),
                ),
                left,
                say!("under `or`, `not` or `no`"),
            )
            .help(say!(
                "The event must have happened whenever the rule fires: it stands alone, or is joined by `and`."
            )),
            [] => Diagnostic::new(
                &codes::LR0216,
                say(
                    say!("in `{words}` there is nothing to fade", words = &words),
                    say!("in `{words}` there is nothing to count", words = &words),
                ),
                left,
                say!("no event"),
            )
            .help(say(
                say!("Points fade with the age of an event, and this rule asks for none."),
                say!(
                    "Left of `each`, `per` and `once per` stands an event or a number, alone or joined by `and` with \
                     conditions."
                ),
            )),
        };
        self.findings.push(finding);
        None
    }
}

/// The parts of a condition that are joined by `and`.
fn conjuncts(cond: &ast::Cond) -> Vec<&ast::Cond> {
    match cond {
        ast::Cond::And(parts, _) => parts.iter().flat_map(conjuncts).collect(),
        ast::Cond::Paren(inner, _) => conjuncts(inner),
        ast::Cond::Or(..)
        | ast::Cond::Not(..)
        | ast::Cond::Test(_)
        | ast::Cond::OverLeads(_)
        | ast::Cond::Happens(_) => vec![cond],
    }
}

/// Where the kinds of occurrences are written: the first words of their text.
fn what_of(of: &Occurrences, text: &str) -> Span {
    let end = text.find(" where ").or_else(|| text.find(" in ")).unwrap_or(text.len());
    Span::new(of.span.file, of.span.range().start, of.span.range().start + end)
}
