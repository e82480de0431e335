//! Conditions: joined, negated, and what they ask of a subject.

use super::{Builder, Built, all, find, first, has, must, no_other};
use crate::ast::{Compare, Cond, Entry, Expr, Happens, Question, Range, Tail, Term, TextOp, Value, What};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::words::say;
use leadrules_grammar::{Piece, Rule};

impl Builder<'_> {
    /// `C and D`, `C or D`, one condition, or one quantity.
    pub(super) fn term(&mut self, piece: &Piece<'_>) -> Built<Term> {
        let mut terms = Vec::new();
        for part in all(piece, Rule::unary) {
            terms.push(self.unary(part)?);
        }
        if terms.len() == 1 {
            return Ok(terms.remove(0));
        }
        let parts = terms.into_iter().map(|term| self.as_condition(term)).collect::<Built<Vec<_>>>()?;
        let span = self.span(piece);
        Ok(Term::Cond(if has(piece, Rule::k_and) { Cond::And(parts, span) } else { Cond::Or(parts, span) }))
    }

    pub(super) fn condition(&mut self, piece: &Piece<'_>) -> Built<Cond> {
        let term = self.term(piece)?;
        self.as_condition(term)
    }

    /// A term where a condition must stand.
    pub(super) fn as_condition(&self, term: Term) -> Built<Cond> {
        match term {
            Term::Cond(condition) => Ok(condition),
            Term::Expr(Expr::Member { of, member }) => {
                let span = of.span.to(member.span);
                let what = What::Member { of, member };
                Ok(Cond::Happens(Happens { negated: None, what, filter: None, frequency: None, window: None, span }))
            }
            Term::Expr(Expr::Paren(inner, span)) if inner.is_member() => {
                Ok(Cond::Paren(Box::new(self.as_condition(Term::Expr(*inner))?), span))
            }
            Term::Expr(quantity) => {
                let span = quantity.span();
                Err(Box::new(
                    Diagnostic::new(
                        &codes::LR0125,
                        say!("`{written}` is neither true nor false", written = &self.source[span.range()]),
                        span,
                        say!("a value, not a condition"),
                    )
                    .help(say!("A condition compares it with something: `>= 10`, `is \"x\"`, `is known`.")),
                ))
            }
        }
    }

    /// A term where a quantity must stand.
    pub(super) fn as_quantity(&self, term: Term) -> Built<Expr> {
        let condition = match term {
            Term::Expr(quantity) => return Ok(quantity),
            Term::Cond(condition) => condition,
        };
        let span = condition.span();
        match condition {
            Cond::Happens(Happens {
                negated: None,
                what: What::Name(name),
                filter: None,
                frequency: None,
                window: None,
                ..
            }) => Ok(Expr::Value(Value::Name(name))),
            Cond::Paren(inner, span) => Ok(Expr::Paren(Box::new(self.as_quantity(Term::Cond(*inner))?), span)),
            Cond::And(..)
            | Cond::Or(..)
            | Cond::Not(..)
            | Cond::Test(_)
            | Cond::OverLeads(_)
            | Cond::Happens(_) => Err(Box::new(
                Diagnostic::new(
                    &codes::LR0125,
                    say!("`{written}` is a condition, where a value is needed", written = &self.source[span.range()]),
                    span,
                    say!("true or false, not a value"),
                )
                .help(say!(
                    "Fields, scores, numbers and quantities such as `count of …` can be compared and calculated with."
                )),
            )),
        }
    }

    fn unary(&mut self, piece: Piece<'_>) -> Built<Term> {
        let span = self.span(&piece);
        if has(&piece, Rule::k_not) {
            let inner = self.unary(must(&piece, Rule::unary))?;
            return Ok(Term::Cond(Cond::Not(Box::new(self.as_condition(inner)?), span)));
        }
        let inner = first(piece);
        if inner.as_rule() == Rule::happening {
            return Ok(Term::Cond(match find(&inner, Rule::over_leads) {
                Some(over) => Cond::OverLeads(self.over_leads(&over)?),
                None => Cond::Happens(self.happening(&inner)?),
            }));
        }
        self.question(&inner)
    }

    pub(super) fn question(&mut self, piece: &Piece<'_>) -> Built<Term> {
        let subject = self.sum(&must(piece, Rule::sum))?;
        let Some(tail) = find(piece, Rule::tail) else { return Ok(subject) };
        let subject = self.as_quantity(subject)?;
        let tail = self.tail(&tail)?;
        Ok(Term::Cond(Cond::Test(Question { subject, tail, span: self.span(piece) })))
    }

    pub(super) fn tail(&mut self, piece: &Piece<'_>) -> Built<Tail> {
        let inner = first(piece.clone());
        Ok(match inner.as_rule() {
            Rule::knowing if has(&inner, Rule::k_not) == has(&inner, Rule::k_unknown) => Tail::Known,
            Rule::knowing => Tail::Unknown,
            Rule::membership => Tail::In { negated: has(&inner, Rule::k_not), entries: self.entries(&inner)? },
            Rule::text_test => Tail::Texts { op: text_op(&must(&inner, Rule::text_op)), values: self.values(&inner)? },
            Rule::matching => Tail::Matches(self.text(&must(&inner, Rule::text))),
            Rule::stage_at_least => Tail::AtLeast(self.option_name(must(&inner, Rule::option_name))),
            Rule::stage_below => Tail::Below(self.option_name(must(&inner, Rule::option_name))),
            Rule::range => Tail::Range(self.range(&inner)?),
            Rule::date_order => {
                let op = if has(&inner, Rule::k_before) { Compare::Lt } else { Compare::Gt };
                Tail::Compare { op, right: self.quantity(&must(&inner, Rule::sum))? }
            }
            Rule::comparison => {
                let op = compare(&must(&inner, Rule::compare_op));
                Tail::Compare { op, right: self.quantity(&must(&inner, Rule::sum))? }
            }
            _ => no_other(&inner),
        })
    }

    /// The values and ranges of `in` and of a table's row.
    pub(super) fn entries(&mut self, piece: &Piece<'_>) -> Built<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in all(piece, Rule::entry) {
            let inner = first(entry);
            entries.push(match inner.as_rule() {
                Rule::range => Entry::Range(self.range(&inner)?),
                _ => Entry::Value(self.value(&inner)?),
            });
        }
        Ok(entries)
    }

    pub(super) fn range(&mut self, piece: &Piece<'_>) -> Built<Range> {
        let mut range = Range { low: None, high: None, half_open: false, span: self.span(piece) };
        let mut past_dots = false;
        for part in piece.clone().into_inner() {
            if part.as_rule() == Rule::dots {
                past_dots = true;
                range.half_open = part.as_str() == "..<";
            } else if part.as_rule() == Rule::bound {
                let bound = self.value(&first(part))?;
                *(if past_dots { &mut range.high } else { &mut range.low }) = Some(bound);
            }
        }
        Ok(range)
    }
}

fn text_op(piece: &Piece<'_>) -> TextOp {
    if has(piece, Rule::k_all) {
        TextOp::ContainsAll
    } else if has(piece, Rule::k_contains) {
        TextOp::Contains
    } else if has(piece, Rule::k_starts) {
        TextOp::StartsWith
    } else if has(piece, Rule::k_ends) {
        TextOp::EndsWith
    } else if has(piece, Rule::k_mentions) {
        TextOp::Mentions
    } else {
        no_other(piece)
    }
}

fn compare(piece: &Piece<'_>) -> Compare {
    if has(piece, Rule::k_is) {
        return if has(piece, Rule::k_not) { Compare::IsNot } else { Compare::Is };
    }
    match piece.as_str().trim_end() {
        "=" => Compare::Eq,
        "!=" => Compare::Ne,
        "<" => Compare::Lt,
        "<=" => Compare::Le,
        ">" => Compare::Gt,
        ">=" => Compare::Ge,
        _ => no_other(piece),
    }
}
