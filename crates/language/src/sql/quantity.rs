//! Quantities as SQL: exact numbers of at most six places, `NULL` where unknown. In: a quantity and the row it looks at;
//! out: a piece of SQL. Only whole numbers are divided, and every rounding is spelt out.

use super::expr::Expr;
use super::writer::{Form, Row, Writer};
use crate::ast::Arithmetic;
use crate::decimal::{Decimal, SCALE};
use crate::ir::{DefinitionBody, Function, Occurrences, Quantity, QuantityKind, Subject};
use crate::words::say;

impl Writer<'_> {
    /// A quantity as SQL.
    pub(super) fn quantity(&mut self, quantity: &Quantity, row: Row) -> Expr {
        let span = quantity.span;
        match &quantity.kind {
            QuantityKind::Constant(value) => self.dialect.number(*value),
            QuantityKind::Field(id) => Expr::atom(self.subject(Subject::Field(*id), Form::Plain, row, span)),
            QuantityKind::Property(id) => Expr::atom(self.subject(Subject::Property(*id), Form::Plain, row, span)),
            QuantityKind::Score(id) => {
                self.needs.results = true;
                if let Some(column) = self.scores.get(&id.0) {
                    return Expr::atom(column.clone());
                }
                self.refuse(Some(span), say!("a score"), say!("it is asked for before it is known"));
                self.unknown_number()
            }
            QuantityKind::Defined(id) => match &self.rules.definition(*id).body {
                DefinitionBody::Quantity(body) => {
                    match self.definition(*id, row, |writer| writer.quantity(body, Row::Lead)) {
                        Some(column) => Expr::atom(column),
                        None => self.quantity(body, row),
                    }
                }
                DefinitionBody::Cond(_) => unreachable!("`resolve` lets only quantities stand here"),
            },
            QuantityKind::DaysSince(subject) => {
                let date = self.subject(*subject, Form::Plain, row, span);
                self.dialect.days_between(&date, &self.today())
            }
            QuantityKind::Aggregate(function, of) => self.aggregate(*function, of),
            QuantityKind::Binary(Arithmetic::Divide, left, right)
                if let QuantityKind::Constant(by) = right.kind
                    && by.0 > 0 =>
            {
                let left = self.quantity(left, row);
                let a = self.scaled(&format!("CAST({left} AS {})", self.dialect.decimal_type(24, 6)));
                self.quotient_by(a, by)
            }
            QuantityKind::Binary(operation, left, right) => {
                let whole = [left, right].map(|part| is_small_and_whole(part));
                let (left, right) = (self.quantity(left, row), self.quantity(right, row));
                self.binary(*operation, (&left, &right), whole)
            }
        }
    }

    /// Unknown, as a number.
    pub(super) fn unknown_number(&self) -> Expr {
        Expr::atom(format!("CAST(NULL AS {})", self.dialect.decimal_type(24, 6)))
    }

    /// `whole` says which operands need not be given decimal places before they are multiplied.
    fn binary(&self, operation: Arithmetic, (left, right): (&Expr, &Expr), whole: [bool; 2]) -> Expr {
        let dialect = self.dialect;
        let exact = |value: &Expr| format!("CAST({value} AS {})", dialect.decimal_type(24, 6));
        let simple =
            |sign: &str| dialect.narrowed(&Expr::sum(format!("{} {sign} {}", exact(left), exact(right))), 24, 6);
        match operation {
            Arithmetic::Add => simple("+"),
            Arithmetic::Subtract => simple("-"),
            Arithmetic::Multiply => match whole {
                [true, false] => dialect.product(&left.operand(), &exact(right)),
                [false, true] => dialect.product(&exact(left), &right.operand()),
                [true, true] | [false, false] => dialect.product(&exact(left), &exact(right)),
            },
            Arithmetic::Divide => {
                let scaled = (self.scaled(&exact(left)), self.scaled(&exact(right)));
                self.quotient(scaled, (left, right))
            }
        }
    }

    /// A number in millionths, as a whole number.
    fn scaled(&self, value: &str) -> String {
        format!("CAST({value} * 1000000 AS {})", self.dialect.wide_type())
    }

    /// `a / b` of whole numbers as a decimal, rounded half away from zero to six places; a division by zero is unknown,
    /// as is a result of 10^18 or more. Their signs are those of two numbers that cost less to look at.
    fn quotient(&self, (a, b): (String, String), (left, right): (&Expr, &Expr)) -> Expr {
        let dialect = self.dialect;
        let whole = dialect.whole_quotient("2000000 * ABS(v.a) + ABS(v.b)", "2 * ABS(v.b)");
        let signed = "CASE WHEN (v.l < 0) = (v.r < 0) THEN 1 ELSE -1 END";
        let wide = dialect.wide_type();
        let values = [("a", a), ("b", b), ("l", left.to_string()), ("r", right.to_string())];
        let body = format!("CASE WHEN v.r <> 0 THEN CAST({whole} AS {wide}) * {signed} END");
        dialect.millionths(&dialect.with(&values, &body))
    }

    /// The same for a known divisor above zero.
    fn quotient_by(&self, a: String, by: Decimal) -> Expr {
        let dialect = self.dialect;
        let whole = dialect.whole_quotient(
            &format!("2000000 * ABS(v.a) + {}", dialect.digits(&by.0.to_string())),
            &dialect.digits(&by.0.saturating_mul(2).to_string()),
        );
        let wide = dialect.wide_type();
        let millionths =
            dialect.with(&[("a", a)], &format!("CAST({whole} AS {wide}) * CASE WHEN v.a < 0 THEN -1 ELSE 1 END"));
        dialect.millionths(&millionths)
    }

    fn aggregate(&mut self, function: Function, of: &Occurrences) -> Expr {
        let value = |writer: &mut Self, id| writer.value(Subject::Property(id), Form::Plain);
        let unknown = self.unknown_number();
        match function {
            Function::Count => self.count(of).map_or(unknown, Expr::atom),
            Function::Total(id) => {
                let property = value(self, id);
                let Some(total) = self.tally(of, "total", "SUM", Some(&property), Some("0")) else { return unknown };
                self.dialect.narrowed(&Expr::atom(total), 24, 6)
            }
            Function::Average(id) => {
                let property = value(self, id);
                let Some(total) = self.tally(of, "total", "SUM", Some(&property), Some("0")) else { return unknown };
                let Some(count) = self.tally(of, "known", "COUNT", Some(&property), Some("0")) else { return unknown };
                self.average(&total, &count)
            }
            Function::Highest(id) => {
                let property = value(self, id);
                self.tally(of, "highest", "MAX", Some(&property), None).map_or(unknown, Expr::atom)
            }
            Function::Lowest(id) => {
                let property = value(self, id);
                self.tally(of, "lowest", "MIN", Some(&property), None).map_or(unknown, Expr::atom)
            }
            Function::Latest(id) => {
                let property = value(self, id);
                self.latest(of, &property).map_or(unknown, Expr::atom)
            }
            Function::DaysSince => {
                let Some(latest) = self.tally(of, "latest", "MAX", Some("occurred_at"), None) else { return unknown };
                self.age_in_days(&latest)
            }
        }
    }

    /// A total divided by a count, unknown where that is 0.
    pub(super) fn average(&self, total: &str, count: &str) -> Expr {
        // The total is already in millionths; a million times the count makes up for it.
        let scaled = self.scaled(total);
        let million_times = format!("CAST({count} AS {}) * 1000000", self.dialect.wide_type());
        self.quotient((scaled, million_times), (&Expr::atom(total), &Expr::atom(count)))
    }

    /// The full units of a quantity above zero, as a whole number. Beyond 10^14, more of them make no difference to a
    /// rule.
    pub(super) fn units(&self, quantity: &Expr, per: Decimal) -> Expr {
        let dialect = self.dialect;
        let most = per.0.saturating_mul(100_000_000_000_000);
        let scaled = self.scaled(&format!("CAST({quantity} AS {})", dialect.decimal_type(24, 6)));
        let body = format!(
            "CASE WHEN v.q <= 0 THEN 0 WHEN v.q >= {most} THEN 100000000000000 ELSE {} END",
            dialect.whole_quotient("v.q", &per.0.to_string())
        );
        let units = dialect.with(&[("q", scaled)], &body);
        // Times the points it may have more digits than engines give to a product of two short numbers.
        Expr::atom(format!("CAST({units} AS {})", dialect.decimal_type(20, 0)))
    }
}

fn is_small_and_whole(quantity: &Quantity) -> bool {
    matches!(&quantity.kind, QuantityKind::Constant(value) if value.0 % SCALE == 0 && (0..1_000_000_000 * SCALE).contains(&value.0))
}
