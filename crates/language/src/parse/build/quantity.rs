//! Quantities: sums and products, and what is worked out from events.

use super::{Builder, Built, all, find, first, has, must, no_other};
use crate::ast::{
    Aggregate, Arithmetic, Cond, Expr, Frequency, Function, Happens, Name, OverLeads, Quantifier, Term, Value, What,
    Where, Window, WindowKind,
};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::words::{Text, say};
use leadrules_grammar::{Piece, Rule};

impl Builder<'_> {
    /// `+` and `-`, from left to right.
    pub(super) fn sum(&mut self, piece: &Piece<'_>) -> Built<Term> {
        self.chain(piece, Rule::product, Self::product)
    }

    /// A quantity.
    pub(super) fn quantity(&mut self, piece: &Piece<'_>) -> Built<Expr> {
        let term = self.sum(piece)?;
        self.as_quantity(term)
    }

    fn product(&mut self, piece: &Piece<'_>) -> Built<Term> {
        self.chain(piece, Rule::factor, Self::factor)
    }

    fn chain(
        &mut self,
        piece: &Piece<'_>,
        operand: Rule,
        read: impl Fn(&mut Self, &Piece<'_>) -> Built<Term>,
    ) -> Built<Term> {
        let mut left: Option<Term> = None;
        let mut op = Arithmetic::Add;
        for part in piece.clone().into_inner() {
            if part.as_rule() != operand {
                op = match part.as_str() {
                    "+" => Arithmetic::Add,
                    "-" => Arithmetic::Subtract,
                    "*" => Arithmetic::Multiply,
                    "/" => Arithmetic::Divide,
                    _ => no_other(&part),
                };
                continue;
            }
            let right = read(self, &part)?;
            left = Some(match left {
                None => right,
                Some(left) => {
                    let (left, right) = (Box::new(self.as_quantity(left)?), Box::new(self.as_quantity(right)?));
                    let span = left.span().to(right.span());
                    Term::Expr(Expr::Binary { op, left, right, span })
                }
            });
        }
        Ok(left.expect("a chain has a first operand"))
    }

    fn factor(&mut self, piece: &Piece<'_>) -> Built<Term> {
        let inner = first(piece.clone());
        Ok(match inner.as_rule() {
            Rule::paren => self.paren(&inner)?,
            Rule::aggregate => Term::Expr(Expr::Aggregate(self.aggregate(&inner)?)),
            Rule::member => Term::Expr(self.member(inner)),
            Rule::of_lead => Term::Expr(Expr::OfLead {
                name: self.name(&must(&inner, Rule::name)),
                lead: self.text(&must(&inner, Rule::text)),
            }),
            Rule::stage_before => Term::Expr(Expr::StageBefore(self.span(&inner))),
            _ => bare(self.value(&inner)?),
        })
    }

    /// `email.domain`
    pub(super) fn member(&self, piece: Piece<'_>) -> Expr {
        let (of, member) = self.names(piece);
        Expr::Member { of, member }
    }

    fn names(&self, piece: Piece<'_>) -> (Name, Name) {
        let mut names = piece.into_inner();
        let mut next = || self.name(&names.next().expect("a member has two names"));
        (next(), next())
    }

    fn paren(&mut self, piece: &Piece<'_>) -> Built<Term> {
        let span = self.span(piece);
        Ok(match self.term(&must(piece, Rule::condition))? {
            Term::Cond(inner) => Term::Cond(Cond::Paren(Box::new(inner), span)),
            Term::Expr(inner) => Term::Expr(Expr::Paren(Box::new(inner), span)),
        })
    }

    fn aggregate(&mut self, piece: &Piece<'_>) -> Built<Aggregate> {
        let span = self.span(piece);
        let function = match find(piece, Rule::function) {
            Some(function) => match function.as_str() {
                "total" => Function::Total,
                "average" => Function::Average,
                "highest" => Function::Highest,
                "lowest" => Function::Lowest,
                "latest" => Function::Latest,
                _ => no_other(&function),
            },
            None if has(piece, Rule::k_days) => Function::DaysSince,
            None if has(piece, Rule::k_count) => Function::Count,
            None => no_other(piece),
        };
        let property = find(piece, Rule::name).map(|name| self.name(&name));
        let what = must(piece, Rule::what);
        let of_span = Span { start: self.span(&what).start, ..span };
        let filter = match find(piece, Rule::quantity_where) {
            Some(filter) => {
                let condition = self.paren(&must(&filter, Rule::paren))?;
                Some(Where { condition: Box::new(self.as_condition(condition)?), span: self.span(&filter) })
            }
            None => None,
        };
        let window = find(piece, Rule::window).map(|window| self.window(&window)).transpose()?;
        let of = Happens { negated: None, what: self.what(&what), filter, frequency: None, window, span: of_span };
        Ok(Aggregate { function, property, of, span })
    }

    /// `[no] E [where …] [FREQUENCY] [WINDOW]`
    pub(super) fn happening(&mut self, piece: &Piece<'_>) -> Built<Happens> {
        let span = self.span(piece);
        let mut happens =
            Happens { negated: None, what: What::Activity(span), filter: None, frequency: None, window: None, span };
        for part in piece.clone().into_inner() {
            match part.as_rule() {
                Rule::k_no => happens.negated = Some(self.span(&part)),
                Rule::k_activity | Rule::any_activity => happens.what = What::Activity(self.span(&part)),
                Rule::any_of => happens.what = self.any_of(&part),
                Rule::name => happens.what = What::Name(self.name(&part)),
                Rule::member => happens.what = self.what_member(part),
                Rule::what => happens.what = self.what(&part),
                Rule::where_part => happens.filter = Some(self.where_part(&part)?),
                Rule::window => happens.window = Some(self.window(&part)?),
                Rule::modifier => self.modifier(&first(part), &mut happens)?,
                _ => no_other(&part),
            }
        }
        Ok(happens)
    }

    /// `any lead where …`
    pub(super) fn over_leads(&mut self, piece: &Piece<'_>) -> Built<OverLeads> {
        let quantifier = must(piece, Rule::quantifier);
        let quantifier = match quantifier.as_str() {
            "any" => Quantifier::Any,
            "no" => Quantifier::No,
            "every" => Quantifier::Every,
            _ => no_other(&quantifier),
        };
        let filter = find(piece, Rule::where_part).map(|part| self.where_part(&part)).transpose()?;
        Ok(OverLeads { quantifier, filter, span: self.span(piece) })
    }

    /// A line of `ignore`.
    pub fn ignored(&mut self, line: &Piece<'_>) -> Built<Happens> {
        let filter = find(line, Rule::where_part).map(|part| self.where_part(&part)).transpose()?;
        let window = find(line, Rule::window).map(|part| self.window(&part)).transpose()?;
        let what = self.what(&must(line, Rule::what));
        Ok(Happens { negated: None, what, filter, frequency: None, window, span: self.span(line) })
    }

    fn modifier(&self, piece: &Piece<'_>, happens: &mut Happens) -> Built<()> {
        let span = self.span(piece);
        let twice = |before: Span, what: Text| {
            let written = |span: Span| &self.source[span.range()];
            Box::new(
                Diagnostic::new(
                    &codes::LR0114,
                    say!(
                        "{what} is said twice: `{first}` and `{second}`",
                        what,
                        first = written(before),
                        second = written(span)
                    ),
                    span,
                    say!("the second"),
                )
                .also(before, say!("the first"))
                .help(say!("A condition takes one of them. Join two conditions with `and`, if both are meant."))
                .fix(
                    say!("leave out `{text}`", text = written(span)),
                    self.with_blanks_before(span),
                    "",
                ),
            )
        };
        if piece.as_rule() == Rule::frequency {
            if let Some(before) = &happens.frequency {
                return Err(twice(before.span, say!("how often it happened")));
            }
            happens.frequency = Some(self.frequency(piece)?);
        } else {
            if let Some(before) = &happens.window {
                return Err(twice(before.span, say!("when it happened")));
            }
            happens.window = Some(self.window(piece)?);
        }
        Ok(())
    }

    fn what(&self, piece: &Piece<'_>) -> What {
        let inner = first(piece.clone());
        match inner.as_rule() {
            Rule::any_activity => What::Activity(self.span(&inner)),
            Rule::any_of => self.any_of(&inner),
            Rule::name => What::Name(self.name(&inner)),
            Rule::member => self.what_member(inner),
            _ => no_other(&inner),
        }
    }

    fn what_member(&self, piece: Piece<'_>) -> What {
        let (of, member) = self.names(piece);
        What::Member { of, member }
    }

    fn any_of(&self, piece: &Piece<'_>) -> What {
        What::AnyOf(all(piece, Rule::name).map(|name| self.name(&name)).collect(), self.span(piece))
    }

    fn where_part(&mut self, piece: &Piece<'_>) -> Built<Where> {
        let condition = Box::new(self.where_test(must(piece, Rule::where_test))?);
        Ok(Where { condition, span: self.span(piece) })
    }

    fn where_test(&mut self, piece: Piece<'_>) -> Built<Cond> {
        let span = self.span(&piece);
        if has(&piece, Rule::k_not) {
            return Ok(Cond::Not(Box::new(self.where_test(must(&piece, Rule::where_test))?), span));
        }
        let test = first(piece);
        if test.as_rule() == Rule::dated {
            return Ok(Cond::Happens(self.happening(&test)?));
        }
        let term = self.question(&test)?;
        self.as_condition(term)
    }

    fn frequency(&self, piece: &Piece<'_>) -> Built<Frequency> {
        let span = self.span(piece);
        let form = first(piece.clone());
        let counts = all(&form, Rule::count).map(|count| self.count(&count)).collect::<Built<Vec<_>>>()?;
        let (at_least, at_most) = match form.as_rule() {
            Rule::at_least => (Some(counts[0]), None),
            Rule::at_most => (None, Some(counts[0])),
            Rule::exactly => (Some(counts[0]), Some(counts[0])),
            Rule::span_of_counts => (Some(counts[0]), Some(counts[1])),
            _ => no_other(&form),
        };
        Ok(Frequency { at_least, at_most, span })
    }

    fn window(&self, piece: &Piece<'_>) -> Built<Window> {
        let span = self.span(piece);
        let form = first(piece.clone());
        let period = || self.period(&must(&form, Rule::period));
        let mut dates = all(&form, Rule::date);
        let mut date = || self.date(&dates.next().expect("as many dates as the window asks for"));
        let kind = match form.as_rule() {
            Rule::in_last => WindowKind::InLast(period()?),
            Rule::in_next => WindowKind::InNext(period()?),
            Rule::older_than => WindowKind::OlderThan(period()?),
            Rule::between => WindowKind::Between(date()?, date()?),
            Rule::since => WindowKind::Since(date()?),
            Rule::before => WindowKind::Before(date()?),
            Rule::after => WindowKind::After(date()?),
            _ => no_other(&form),
        };
        Ok(Window { kind, span })
    }
}

/// A bare name is a condition until `resolve` knows better.
fn bare(value: Value) -> Term {
    match value {
        Value::Name(name) => {
            let span = name.span;
            let what = What::Name(name);
            Term::Cond(Cond::Happens(Happens {
                negated: None,
                what,
                filter: None,
                frequency: None,
                window: None,
                span,
            }))
        }
        Value::Number(_) | Value::Text(_) | Value::Date(_) | Value::Truth(..) => Term::Expr(Expr::Value(value)),
    }
}
