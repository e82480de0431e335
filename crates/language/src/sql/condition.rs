//! Conditions as SQL: true, false or `NULL`, which is SQL's own unknown. In: a condition and the row it looks at; out: a
//! piece of SQL over the columns of the steps.

use super::dialect::{Engine, texts_of};
use super::expr::Expr;
use super::expr::between;
use super::writer::{Form, Known, Row, Writer};
use crate::ir::{
    Comparison, Cond, CondKind, DateRange, DefinitionBody, DefinitionId, NumberRange, Operand, StageId, Subject,
    TextTest,
};
use crate::source::Span;
use crate::types::Type;
use crate::words::say;

impl Writer<'_> {
    /// A condition; a filter looks at an event, anything else at the lead.
    pub(super) fn cond(&mut self, condition: &Cond, row: Row) -> Expr {
        let span = condition.span;
        match &condition.kind {
            CondKind::Constant(truth) => Expr::truth(*truth),
            CondKind::Not(inner) => match &inner.kind {
                CondKind::Known(operand) => {
                    let known = self.known(operand, row, span);
                    Expr::test(format!("{known} IS NULL"))
                }
                CondKind::Constant(_)
                | CondKind::Not(_)
                | CondKind::And(_)
                | CondKind::Or(_)
                | CondKind::Defined(_)
                | CondKind::Truth(_)
                | CondKind::Number(..)
                | CondKind::Compare(..)
                | CondKind::Date(..)
                | CondKind::CompareDates(..)
                | CondKind::Text(..)
                | CondKind::Choice(..)
                | CondKind::Choices { .. }
                | CondKind::Texts { .. }
                | CondKind::Same(..)
                | CondKind::Happened { .. }
                | CondKind::Stage(_) => self.cond(inner, row).negated(),
            },
            CondKind::And(all) => Expr::all(all.iter().map(|one| self.cond(one, row)).collect()),
            CondKind::Or(all) => Expr::any(all.iter().map(|one| self.cond(one, row)).collect()),
            CondKind::Defined(id) => self.defined_condition(*id, row),
            CondKind::Known(operand) => {
                let known = self.known(operand, row, span);
                Expr::test(format!("{known} IS NOT NULL"))
            }
            CondKind::Truth(subject) => Expr::atom(self.subject(*subject, Form::Plain, row, span)),
            CondKind::Number(quantity, ranges) => {
                let number = self.quantity(quantity, row).operand();
                if let [first, second, ..] = ranges.as_slice()
                    && [first, second].iter().all(|range| is_single(range))
                    && ranges.iter().all(is_single)
                {
                    let values: Vec<String> = ranges
                        .iter()
                        .filter_map(|range| range.low)
                        .map(|(value, _)| self.dialect.number(value).to_string())
                        .collect();
                    return Expr::test(format!("{number} IN ({})", values.join(", ")));
                }
                let tests: Vec<Expr> = ranges.iter().map(|range| self.number_range(&number, range)).collect();
                if tests.is_empty() { Expr::atom(number).false_if_known() } else { Expr::any(tests) }
            }
            CondKind::Compare(comparison, left, right) => {
                let (left, right) = (self.quantity(left, row), self.quantity(right, row));
                Expr::test(format!("{} {} {}", left.operand(), sign(*comparison), right.operand()))
            }
            CondKind::Date(subject, ranges) => {
                let date = self.subject(*subject, Form::Plain, row, span);
                let tests: Vec<Expr> = ranges.iter().map(|range| self.date_range(&date, *range)).collect();
                if tests.is_empty() { Expr::atom(date).false_if_known() } else { Expr::any(tests) }
            }
            CondKind::CompareDates(comparison, left, right) => {
                let left = self.subject(*left, Form::Plain, row, span);
                let right = self.subject(*right, Form::Plain, row, span);
                Expr::test(format!("{left} {} {right}", sign(*comparison)))
            }
            CondKind::Text(subject, test) => self.text(*subject, test, row, span),
            CondKind::Choice(subject, options) => {
                let value = self.subject(*subject, Form::Plain, row, span);
                let names = self.options_of(*subject, options);
                match names.as_slice() {
                    [] => Expr::atom(value).false_if_known(),
                    [one] => Expr::test(format!("{value} = {}", self.dialect.text(one))),
                    _ => Expr::test(format!("{value} IN ({})", texts_of(self.dialect, &names))),
                }
            }
            CondKind::Choices { subject, options, all } => {
                let names = self.options_of(*subject, options);
                self.members(*subject, Form::Plain, &names, *all, row, span)
            }
            CondKind::Texts { subject, texts, all } => self.members(*subject, Form::Folded, texts, *all, row, span),
            CondKind::Same(left, right) => {
                self.folding.any_letter = true;
                self.folding.tells_sigmas = true;
                let form = |writer: &Self, subject: Subject| {
                    let holds_text = writer.field_of(subject).is_none_or(|field| field.ty.holds_text());
                    if holds_text { Form::Folded } else { Form::Plain }
                };
                let (left_form, right_form) = (form(self, *left), form(self, *right));
                let left = self.subject(*left, left_form, row, span);
                let right = self.subject(*right, right_form, row, span);
                Expr::test(format!("{left} = {right}"))
            }
            CondKind::Happened { of, at_least, at_most } => {
                let Some(count) = self.count(of) else { return self.unknown_truth() };
                match (at_least, at_most) {
                    (0, None) => Expr::truth(true),
                    (least, None) => Expr::test(format!("{count} >= {least}")),
                    (0, Some(0)) => Expr::test(format!("{count} = 0")),
                    (0, Some(most)) => Expr::test(format!("{count} <= {most}")),
                    (least, Some(most)) if least == most => Expr::test(format!("{count} = {least}")),
                    (least, Some(most)) => Expr::test(format!("{count} BETWEEN {least} AND {most}")),
                }
            }
            CondKind::Stage(stages) => self.stage(stages, span),
        }
    }

    /// Unknown, as a truth value.
    pub(super) fn unknown_truth(&self) -> Expr {
        Expr::atom("CAST(NULL AS BOOLEAN)")
    }

    /// An expression that is unknown where the operand is.
    fn known(&mut self, operand: &Operand, row: Row, span: Span) -> String {
        match operand {
            Operand::Subject(subject) => self.subject(*subject, Form::Known, row, span),
            Operand::Quantity(quantity) => self.quantity(quantity, row).operand(),
        }
    }

    /// The column of a subject, which must be part of the row.
    pub(super) fn subject(&mut self, subject: Subject, form: Form, row: Row, span: Span) -> String {
        if row == Row::Event && Self::row_of(subject) == Row::Lead {
            self.refuse(
                Some(span),
                say!("a field of the lead inside `where`"),
                say!("only the event's own properties can stand there"),
            );
        }
        self.value(subject, form)
    }

    fn defined_condition(&mut self, id: DefinitionId, row: Row) -> Expr {
        match &self.rules.definition(id).body {
            DefinitionBody::Cond(body) => match self.definition(id, row, |writer| writer.cond(body, Row::Lead)) {
                Some(column) => Expr::atom(column),
                None => self.cond(body, row),
            },
            DefinitionBody::Quantity(_) => unreachable!("`resolve` lets only conditions stand here"),
        }
    }

    /// The column of a definition, if it can have one: it must depend on nothing but the lead and its events.
    pub(super) fn definition(
        &mut self,
        id: DefinitionId,
        row: Row,
        write: impl Fn(&mut Self) -> Expr,
    ) -> Option<String> {
        if self.defining || row == Row::Event {
            return None;
        }
        self.needs.events = true;
        if let Some(column) = self.definitions.get(&id) {
            if column.is_none() {
                self.needs.results = true;
            }
            return column.clone();
        }
        let before = std::mem::replace(&mut self.needs.results, false);
        let refused = self.refusals.len();
        self.defining = true;
        let body = write(self);
        self.defining = false;
        let column = if self.needs.results {
            // It is written out where it is used, and what is wrong with it is reported there.
            self.refusals.truncate(refused);
            None
        } else {
            let definition = self.rules.definition(id);
            let name = self.names.free(self.dialect, &definition.name);
            self.defined.push(super::query::Column { name: name.clone(), sql: body.to_string(), note: None });
            Some(name)
        };
        self.needs.results |= before;
        self.definitions.insert(id, column.clone());
        column
    }

    fn number_range(&self, number: &str, range: &NumberRange) -> Expr {
        let literal = |value| self.dialect.number(value).operand();
        match (range.low, range.high) {
            (None, None) => Expr::test(format!("{number} = {number}")),
            (Some((low, true)), Some((high, true))) if low == high => {
                Expr::test(format!("{number} = {}", literal(low)))
            }
            (Some((low, true)), Some((high, true))) => {
                Expr::test(format!("{number} BETWEEN {} AND {}", literal(low), literal(high)))
            }
            (low, high) => {
                let low = low.map(|(low, closed)| {
                    Expr::test(format!("{number} {} {}", if closed { ">=" } else { ">" }, literal(low)))
                });
                let high = high.map(|(high, closed)| {
                    Expr::test(format!("{number} {} {}", if closed { "<=" } else { "<" }, literal(high)))
                });
                Expr::all(low.into_iter().chain(high).collect())
            }
        }
    }

    fn date_range(&self, date: &str, range: DateRange) -> Expr {
        between(date, self.days(range))
    }

    fn text(&mut self, subject: Subject, test: &TextTest, row: Row, span: Span) -> Expr {
        let folded = self.subject(subject, Form::Folded, row, span);
        let is_list = matches!(subject, Subject::Field(_) | Subject::Property(_))
            && self.field_of(subject).is_some_and(|field| matches!(field.ty, Type::ListOfText { .. }));
        self.check_pattern(test, span);
        if !is_list {
            return self.dialect.passes(&folded, test);
        }
        let passes = self.dialect.passes("entry", test);
        self.dialect.any_entry(&folded, "entry", &passes).unwrap_or_else(|| self.no_lists(span))
    }

    /// Engines count only up to a limit in `{m,n}`.
    fn check_pattern(&mut self, test: &TextTest, span: Span) {
        let TextTest::Matches(pattern) = test else { return };
        self.folding.any_letter = true;
        self.folding.tells_sigmas |= pattern.folded.contains('\\');
        let most = self.dialect.most_repetitions();
        let counts = pattern.folded.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
        let too_many =
            counts.flat_map(|(counts, _)| counts.split(',')).any(|n| n.parse::<u32>().is_ok_and(|n| n > most));
        if too_many {
            self.refuse(
                Some(span),
                say!("this pattern"),
                say!("a repetition there is at most {most}", most = most.to_string()),
            );
        }
    }

    fn no_lists(&mut self, span: Span) -> Expr {
        self.refuse(Some(span), say!("a test of a list"), say!("leadrules does not write lists for it"));
        self.unknown_truth()
    }

    /// A list that contains one (or each) of these.
    fn members(&mut self, subject: Subject, form: Form, texts: &[String], all: bool, row: Row, span: Span) -> Expr {
        let list = self.subject(subject, form, row, span);
        let one = |dialect: &dyn Engine, text: &String| {
            dialect.any_entry(&list, "entry", &Expr::test(format!("entry = {}", dialect.text(text))))
        };
        let tests: Option<Vec<Expr>> = if all {
            texts.iter().map(|text| one(self.dialect, text)).collect()
        } else {
            let any = Expr::test(format!("entry IN ({})", texts_of(self.dialect, texts)));
            self.dialect.any_entry(&list, "entry", &any).map(|test| vec![test])
        };
        match tests {
            None => self.no_lists(span),
            // Given no options, a list contains none of them, and all of them.
            Some(_) if texts.is_empty() => {
                if all {
                    Expr::test(format!("{list} = {list}"))
                } else {
                    Expr::atom(list).false_if_known()
                }
            }
            Some(tests) => Expr::all(tests),
        }
    }

    fn options_of(&self, subject: Subject, options: &[u16]) -> Vec<String> {
        let field = self.field_of(subject).expect("labels have no options");
        let choice = field.ty.options().expect("`resolve` lets only choices stand here");
        options.iter().map(|option| choice.options[usize::from(*option)].name.clone()).collect()
    }

    fn stage(&mut self, stages: &[StageId], span: Span) -> Expr {
        self.needs.results = true;
        if self.known < Known::Stage {
            self.refuse(Some(span), say!("the stage"), say!("it is asked for before it is known"));
        }
        let names: Vec<&str> = stages.iter().map(|stage| self.rules.stages.name(*stage)).collect();
        match names.as_slice() {
            [] => Expr::truth(false),
            [one] => Expr::test(format!("stage = {}", self.dialect.text(one))),
            _ => Expr::test(format!("stage IN ({})", texts_of(self.dialect, &names))),
        }
    }
}

fn is_single(range: &NumberRange) -> bool {
    matches!((range.low, range.high), (Some((low, true)), Some((high, true))) if low == high)
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Eq => "=",
        Comparison::Ne => "<>",
        Comparison::Lt => "<",
        Comparison::Le => "<=",
        Comparison::Gt => ">",
        Comparison::Ge => ">=",
    }
}
