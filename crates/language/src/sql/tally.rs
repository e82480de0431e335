//! What a lead did, counted in one pass over its events: each aggregate is a column of `tally`, each factor table and each
//! `once per` with a decay is a step of its own. In: occurrences as the rules mean them; out: columns of `fact`.

use super::dialect::texts_of;
use super::expr::Expr;
use super::expr::between;
use super::query::{Column, Factors, Step};
use super::writer::{Row, Writer};
use crate::calendar::Window;
use crate::decay;
use crate::ir::{Bucket, Decay, DecayShape, Occurrences, Subject};
use crate::words::say;

/// The longest table of factors that is written.
const LONGEST: usize = 20_000;

impl Writer<'_> {
    /// The column of `fact` that counts occurrences; `None` without a log.
    pub(super) fn count(&mut self, of: &Occurrences) -> Option<String> {
        self.tally(of, "", "COUNT", None, Some("0"))
    }

    /// The column of `fact` with an aggregate over occurrences.
    pub(super) fn tally(
        &mut self,
        of: &Occurrences,
        what: &str,
        function: &str,
        value: Option<&str>,
        of_nothing: Option<&str>,
    ) -> Option<String> {
        let filter = self.counted(of)?;
        let sql = self.dialect.aggregate(function, "", value, filter.as_ref());
        let name = match value.filter(|value| *value != "occurred_at") {
            Some(value) => format!("{what}_{value}_{}", self.rules.text(of.span)),
            None => format!("{what} {}", self.rules.text(of.span)),
        };
        Some(self.tally_column(&name, sql, of, of_nothing))
    }

    fn tally_column(&mut self, name: &str, sql: String, of: &Occurrences, of_nothing: Option<&str>) -> String {
        self.needs.events = true;
        if let Some(name) = self.tallied.get(&sql) {
            return name.clone();
        }
        let name = self.names.free(self.dialect, name);
        self.tallied.insert(sql.clone(), name.clone());
        let note = Some(self.rules.text(of.span).to_owned());
        self.tally.push(Column { name: name.clone(), sql, note });
        let given = match of_nothing {
            Some(value) => format!("COALESCE(tally.{name}, {value})"),
            None => format!("tally.{name}"),
        };
        self.fact.push(Column { name: name.clone(), sql: given, note: None });
        name
    }

    /// The value at the latest of these where it is known.
    pub(super) fn latest(&mut self, of: &Occurrences, property: &str) -> Option<String> {
        let filter = self.counted(of)?;
        let known = Expr::atom(property).is_known();
        let filter = Expr::all(filter.into_iter().chain([known]).collect());
        let sql = self.dialect.latest(property, "occurred_at", &filter);
        Some(self.tally_column(&format!("latest {property} {}", self.rules.text(of.span)), sql, of, None))
    }

    /// The highest factor among these, which is that of the latest; `None` without a log.
    pub(super) fn latest_factor(&mut self, of: &Occurrences, decay: Decay) -> Option<String> {
        self.counted(of)?;
        if self.dialect.factor(decay, &Expr::atom("0")).is_some() {
            let latest = self.tally(of, "latest", "MAX", Some("occurred_at"), None)?;
            let factor = self.dialect.factor(decay, &self.age_in_days(&latest))?;
            return Some(self.of_millionths(&format!("COALESCE({factor}, 0)")));
        }
        let factor = self.factor(decay, of);
        self.tally(of, "factor", "MAX", Some(&factor), Some("0"))
    }

    /// Factors that are worked out in millionths.
    fn of_millionths(&self, factors: &str) -> String {
        format!("CAST({factors} AS {}) * {}", self.dialect.decimal_type(18, 0), self.dialect.digits("0.000001"))
    }

    /// The sum of the factors of these (without a decay, their number); `None` without a log.
    pub(super) fn weight(
        &mut self,
        of: &Occurrences,
        once_per: Option<Bucket>,
        decay: Option<Decay>,
    ) -> Option<String> {
        match (once_per, decay) {
            (None, None) => self.count(of),
            (None, Some(decay)) => {
                self.counted(of)?;
                let age = self.age_in_days("occurred_at");
                if let Some(factor) = self.dialect.factor(decay, &age) {
                    let name = format!("{} {}", decay_name(decay), self.rules.text(of.span));
                    let filter = self.counted(of)?;
                    let sql = self.dialect.aggregate("SUM", "", Some(&factor), filter.as_ref());
                    let name = self.tally_column(&name, sql, of, Some("0"));
                    return Some(self.of_millionths(&name));
                }
                let factor = self.factor(decay, of);
                self.tally(of, "factors", "SUM", Some(&factor), Some("0"))
            }
            (Some(bucket), None) => {
                let filter = self.counted(of)?;
                Some(self.different(of, filter.as_ref(), bucket))
            }
            (Some(bucket), Some(decay)) => {
                let filter = self.counted(of)?;
                let bucket = self.bucket(bucket);
                let age = self.age_in_days("occurred_at");
                if let Some(factor) = self.dialect.factor(decay, &age) {
                    let name = self.once(of, filter, &bucket, &factor);
                    return Some(self.of_millionths(&name));
                }
                let factor = self.factor(decay, of);
                Some(self.once(of, filter, &bucket, &factor))
            }
        }
    }

    /// The column of `fact` that counts the buckets with occurrences.
    fn different(&mut self, of: &Occurrences, filter: Option<&Expr>, bucket: Bucket) -> String {
        let in_window = of.window.and_then(|window| self.places(bucket, window));
        let by_place = in_window.and_then(|(place, places)| self.dialect.distinct_places(&place, places, filter));
        let sql = if let Some(sql) = by_place {
            sql
        } else {
            let is_value = matches!(bucket, Bucket::Value(_));
            let bucket = self.bucket(bucket);
            if is_value {
                // Those whose value is unknown count together, as a single value.
                let unknown = Expr::test(format!("{bucket} IS NULL"));
                let unknown = Expr::all(filter.into_iter().cloned().chain([unknown]).collect());
                let unknown = self.dialect.aggregate("COUNT", "", None, Some(&unknown));
                format!("{} + LEAST({unknown}, 1)", self.dialect.distinct(&bucket, filter))
            } else {
                self.dialect.distinct_days(&bucket, filter)
            }
        };
        self.tally_column(&format!("once {}", self.rules.text(of.span)), sql, of, Some("0"))
    }

    /// A step that keeps the highest factor of each bucket, and adds them up.
    fn once(&mut self, of: &Occurrences, filter: Option<Expr>, bucket: &str, factor: &str) -> String {
        let mut inner = vec![format!("  SELECT lead_key, MAX({factor}) AS factor"), "  FROM event".to_owned()];
        inner.extend(filter.map(|filter| format!("  WHERE {filter}")));
        inner.push(format!("  GROUP BY lead_key, {bucket}"));
        self.needs.events = true;
        let key = inner.join(" ");
        if let Some(name) = self.tallied.get(&key) {
            return name.clone();
        }
        let name = self.names.free(self.dialect, &format!("once {}", self.rules.text(of.span)));
        self.tallied.insert(key, name.clone());
        let step = format!("per_{name}");
        let columns = [
            Column { name: "lead_key".to_owned(), sql: "lead_key".to_owned(), note: None },
            Column {
                name: name.clone(),
                sql: "SUM(b.factor)".to_owned(),
                note: Some(self.rules.text(of.span).to_owned()),
            },
        ];
        let from =
            ["FROM (".to_owned()].into_iter().chain(inner).chain([") AS b", "GROUP BY lead_key"].map(str::to_owned));
        let from = from.collect();
        self.side_steps.push(Step::selecting(&step, "of each bucket the latest", None, &columns, from));
        self.joins.push(step.clone());
        self.fact.push(Column { name: name.clone(), sql: format!("COALESCE({step}.{name}, 0)"), note: None });
        name
    }

    /// What must be true of an event for it to count, besides being in the log; the outer `None` means there is no log.
    #[allow(clippy::option_option)]
    fn counted(&mut self, of: &Occurrences) -> Option<Option<Expr>> {
        self.has_events().then(|| self.is_one_of(of))
    }

    /// Whether there are events at all.
    pub(super) fn has_events(&self) -> bool {
        self.options.events.is_some() && self.rules.log.is_some()
    }

    /// Whether an event is one of these; `None` if every event is.
    pub(super) fn is_one_of(&mut self, of: &Occurrences) -> Option<Expr> {
        let mut tests = Vec::new();
        if let Some(kinds) = &of.kinds {
            let texts: Vec<String> = kinds.iter().flat_map(|kind| self.texts_of_kind(*kind)).collect();
            tests.push(match texts.as_slice() {
                [] => Expr::truth(false),
                [one] => Expr::test(format!("kind = {}", self.dialect.text(one))),
                _ => Expr::test(format!("kind IN ({})", texts_of(self.dialect, &texts))),
            });
        } else {
            // A row that does not say what happened is no event.
            tests.push(Expr::test("kind IS NOT NULL"));
        }
        if let Some(window) = of.window {
            match self.instants(window, of.span) {
                None => tests.push(Expr::truth(false)),
                Some((None, None)) => {}
                ends => tests.push(between("occurred_at", ends)),
            }
        }
        if let Some(filter) = &of.filter {
            tests.push(self.cond(filter, Row::Event));
        }
        if tests.is_empty() { None } else { Some(Expr::all(tests)) }
    }

    /// The column of `event` with an event's factor.
    fn factor(&mut self, decay: Decay, of: &Occurrences) -> String {
        if let Some(factors) = self.decays.iter().find(|factors| factors.decay == decay) {
            return factors.column.clone();
        }
        let by = match decay.shape {
            DecayShape::Halving | DecayShape::Fading => 1,
            DecayShape::Linear(_) | DecayShape::Compound(_) => decay.days,
        };
        // By steps, if the factor changes only every few days.
        let mut table: Vec<i64> = Vec::new();
        for step in 0..=u32::try_from(LONGEST).expect("small") {
            let Some(age) = step.checked_mul(by) else { break };
            table.push(decay::factor(decay, age));
            let is_constant = match decay.shape {
                DecayShape::Linear(share) | DecayShape::Compound(share) => share.0 == 0,
                DecayShape::Halving | DecayShape::Fading => false,
            };
            if table.last() == Some(&0) || is_constant {
                break;
            }
        }
        if table.len() > LONGEST {
            self.refuse(
                Some(of.span),
                say!("this decay"),
                say!("its table of factors would have more than {rows} rows", rows = LONGEST.to_string()),
            );
            table.truncate(1);
        }
        let step = self.names.free(self.dialect, &decay_name(decay));
        let column = self.names.free(self.dialect, &format!("{step}_factor"));
        let rows: Vec<(i64, String)> = table
            .iter()
            .enumerate()
            .map(|(at, factor)| {
                let at = i64::try_from(at).expect("small");
                (at, self.dialect.number(crate::decimal::Decimal(i128::from(*factor))).to_string())
            })
            .collect();
        let mut body = self.dialect.rows(["step", "factor"], &rows);
        let exact = format!("CAST(t.factor AS {}) AS factor", self.dialect.decimal_type(7, 6));
        body[0] = format!("SELECT t.step, {exact}");
        let age = self.age_in_days("occurred_at");
        let at = if by == 1 { age.to_string() } else { self.dialect.whole_quotient(&age.to_string(), &by.to_string()) };
        let join = format!("LEFT JOIN {step} ON {step}.step = LEAST({at}, {})", table.len() - 1);
        let step_of = Step { name: step.clone(), note: "factors by age", body };
        self.decays.push(Factors { decay, step, column: column.clone(), join, step_of });
        column
    }

    /// What tells the buckets of `once per` apart.
    fn bucket(&mut self, bucket: Bucket) -> String {
        match bucket {
            Bucket::Days(_) | Bucket::Weeks(_) | Bucket::Months(_) => {
                self.number_of(bucket, &self.dialect.local_day("occurred_at", &self.rules.zone))
            }
            Bucket::Value(property) => {
                let subject = Subject::Property(property);
                let field = self.field_of(subject).expect("properties are read").clone();
                let value = self.compared(subject, &field.ty);
                if field.ty.is_list() { self.sorted(&field, &value, "entry") } else { value }
            }
        }
    }

    /// The number of the bucket that a day is in; the day itself, if each is a bucket.
    fn number_of(&self, bucket: Bucket, day: &str) -> String {
        let dialect = self.dialect;
        // The number divided is never below zero: the first day of the calendar is 719,162 days before 1970.
        let blocks = |days: i64, shift: i64| {
            let above = (719_200 / days + 1) * days;
            let since = dialect.days_between(&dialect.date(0), day);
            dialect.whole_quotient(&format!("{} + {}", since.operand(), shift + above), &days.to_string())
        };
        match bucket {
            Bucket::Days(1) | Bucket::Value(_) => day.to_owned(),
            Bucket::Days(count) => blocks(i64::from(count), 0),
            Bucket::Weeks(1) => blocks(7, 3),
            // Weeks are counted first, so that blocks begin with a week.
            Bucket::Weeks(count) => blocks(7 * i64::from(count), 3),
            Bucket::Months(count) => {
                let count = i64::from(count);
                let months = format!("EXTRACT(YEAR FROM {day}) * 12 + EXTRACT(MONTH FROM {day}) - 1");
                let above = (24_000 / count + 1) * count - 1970 * 12;
                let months = format!("CAST({months} AS {}) + {above}", dialect.wide_type());
                dialect.whole_quotient(&months, &count.to_string())
            }
        }
    }

    /// How many buckets ago an event in a window was, from 0 for the bucket with the present day; and a number that this
    /// is always below, if there is one.
    fn places(&self, bucket: Bucket, window: Window) -> Option<(String, u32)> {
        let days = self.days_back(window)?;
        let day = self.dialect.local_day("occurred_at", &self.rules.zone);
        let (days_of_one, ago) = match bucket {
            Bucket::Value(_) => return None,
            Bucket::Days(1) => (1, self.dialect.days_between(&day, &self.today()).to_string()),
            Bucket::Days(count) => (count, self.buckets_ago(bucket, &day)),
            Bucket::Weeks(count) => (count.checked_mul(7)?, self.buckets_ago(bucket, &day)),
            Bucket::Months(count) => (count.checked_mul(28)?, self.buckets_ago(bucket, &day)),
        };
        Some((ago, days / days_of_one + 2))
    }

    fn buckets_ago(&self, bucket: Bucket, day: &str) -> String {
        format!("{} - {}", self.number_of(bucket, &self.today()), self.number_of(bucket, day))
    }
}

/// A decay in a few words, for names.
fn decay_name(decay: Decay) -> String {
    let word = match decay.shape {
        DecayShape::Halving => "halving",
        DecayShape::Fading => "fading",
        DecayShape::Linear(_) => "losing",
        DecayShape::Compound(_) => "losing_compound",
    };
    format!("{word}_{}", decay.days)
}
