//! Rules in plain sentences. In: a rule, a stage, a condition; out: English for people who do not know the language. It
//! says what the rule means, not how it is written.

use leadrules_language::ast::{Arithmetic, TextOp};
use leadrules_language::calendar::{Window, format_day};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{
    Bucket, Comparison, Cond, CondKind, DateRange, Decay, DecayShape, Function, Gain, NumberRange, Occurrences,
    Operand, Quantity, QuantityKind, Rule, Rules, Subject, TextTest,
};
use leadrules_language::types::{Type, Value};

/// Says what conditions and rules of a set mean.
#[derive(Copy, Clone)]
pub(super) struct Sentences<'a> {
    pub(super) rules: &'a Rules,
}

/// `a, b or c`
fn listed(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// A name as words.
pub(super) fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

fn quoted(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| format!("“{text}”")).collect()
}

/// The two values of a comparison, in words.
fn compared(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Eq => "is equal to",
        Comparison::Ne => "is not equal to",
        Comparison::Lt => "is less than",
        Comparison::Le => "is at most",
        Comparison::Gt => "is more than",
        Comparison::Ge => "is at least",
    }
}

fn range(range: &NumberRange) -> String {
    match (range.low, range.high) {
        (None, None) => "is known".to_owned(),
        (Some((low, true)), Some((high, true))) if low == high => format!("is {low}"),
        (Some((low, true)), Some((high, true))) => format!("is between {low} and {high}"),
        (Some((low, closed)), None) => format!("is {} {low}", if closed { "at least" } else { "more than" }),
        (None, Some((high, closed))) => format!("is {} {high}", if closed { "at most" } else { "less than" }),
        (Some((low, from)), Some((high, to))) => format!(
            "is {} {low} and {} {high}",
            if from { "at least" } else { "more than" },
            if to { "at most" } else { "less than" }
        ),
    }
}

fn window(window: Window) -> String {
    match window {
        Window::InLast(period) => format!("in the last {period}"),
        Window::OlderThan(period) => format!("more than {period} ago"),
        Window::InNext(period) => format!("in the next {period}"),
        Window::Between(from, to) => format!("between {} and {}", format_day(from), format_day(to)),
        Window::Since(day) => format!("on or after {}", format_day(day)),
        Window::Before(day) => format!("before {}", format_day(day)),
        Window::After(day) => format!("after {}", format_day(day)),
    }
}

impl Sentences<'_> {
    /// A condition.
    pub(super) fn condition(self, cond: &Cond) -> String {
        match &cond.kind {
            CondKind::Constant(true) => "always".to_owned(),
            CondKind::Constant(false) => "never".to_owned(),
            CondKind::Not(inner) => self.negation(inner),
            CondKind::And(parts) => listed(&self.parts(parts), "and"),
            CondKind::Or(parts) => listed(&self.parts(parts), "or"),
            CondKind::Defined(id) => format!("“{}” holds", spoken(&self.rules.definition(*id).name)),
            CondKind::Known(Operand::Subject(subject)) => format!("{} is known", self.subject(*subject)),
            CondKind::Known(Operand::Quantity(quantity)) => format!("{} is known", self.quantity(quantity)),
            CondKind::Truth(subject) => format!("{} is yes", self.subject(*subject)),
            CondKind::Number(quantity, ranges) => {
                let ranges: Vec<String> = ranges.iter().map(range).collect();
                format!("{} {}", self.quantity(quantity), listed(&ranges, "or"))
            }
            CondKind::Compare(comparison, one, other) => {
                format!("{} {} {}", self.quantity(one), compared(*comparison), self.quantity(other))
            }
            CondKind::Date(subject, ranges) => {
                let ranges: Vec<String> = ranges.iter().map(|range| self.dates(range)).collect();
                format!("{} lies {}", self.subject(*subject), listed(&ranges, "or"))
            }
            CondKind::CompareDates(comparison, one, other) => {
                format!("{} {} {}", self.subject(*one), compared(*comparison), self.subject(*other))
            }
            CondKind::Text(subject, test) => format!("{} {}", self.subject(*subject), text_test(test)),
            CondKind::Choice(subject, options) => {
                format!("{} is {}", self.subject(*subject), listed(&self.options(*subject, options), "or"))
            }
            CondKind::Choices { subject, options, all } => {
                let word = if *all { "and" } else { "or" };
                format!("{} include {}", self.subject(*subject), listed(&self.options(*subject, options), word))
            }
            CondKind::Texts { subject, texts, all } => {
                let word = if *all { "and" } else { "or" };
                format!("{} include {}", self.subject(*subject), listed(&quoted(texts), word))
            }
            CondKind::Same(one, other) => format!("{} is the same as {}", self.subject(*one), self.subject(*other)),
            CondKind::Happened { of, at_least: 0, at_most: Some(0) } => format!("no {}", self.occurrences(of)),
            CondKind::Happened { of, at_least, at_most } => {
                let times = match (at_least, at_most) {
                    (0 | 1, None) => "at least one".to_owned(),
                    (least, None) => format!("at least {least}"),
                    (0, Some(most)) => format!("at most {most}"),
                    (least, Some(most)) if least == most => format!("exactly {most}"),
                    (least, Some(most)) => format!("{least} to {most}"),
                };
                format!("{times} {}", self.occurrences(of))
            }
            CondKind::Stage(stages) => {
                let names: Vec<String> = stages.iter().map(|id| self.rules.stages.name(*id).to_owned()).collect();
                format!("the stage is {}", listed(&names, "or"))
            }
        }
    }

    fn parts(self, parts: &[Cond]) -> Vec<String> {
        let part = |part: &Cond| {
            let text = self.condition(part);
            if matches!(part.kind, CondKind::And(_) | CondKind::Or(_)) { format!("({text})") } else { text }
        };
        parts.iter().map(part).collect()
    }

    fn negation(self, inner: &Cond) -> String {
        match &inner.kind {
            CondKind::Known(Operand::Subject(subject)) => format!("{} is not known", self.subject(*subject)),
            CondKind::Known(Operand::Quantity(quantity)) => format!("{} is not known", self.quantity(quantity)),
            CondKind::Truth(subject) => format!("{} is no", self.subject(*subject)),
            CondKind::Choice(subject, options) => {
                format!(
                    "{} is known and not {}",
                    self.subject(*subject),
                    listed(&self.options(*subject, options), "or")
                )
            }
            CondKind::Happened { of, at_least: 1, at_most: None } => format!("no {}", self.occurrences(of)),
            _ => format!("it is known not to be so that {}", self.condition(inner)),
        }
    }

    fn subject(self, subject: Subject) -> String {
        let property = |id: leadrules_language::ir::PropertyId| {
            self.rules.log.as_ref().map_or_else(String::new, |log| spoken(&log.property(id).name))
        };
        match subject {
            Subject::Field(id) => spoken(&self.rules.field(id).name),
            Subject::FieldDomain(id) => format!("the domain of {}", spoken(&self.rules.field(id).name)),
            Subject::Property(id) => format!("its {}", property(id)),
            Subject::PropertyDomain(id) => format!("the domain of its {}", property(id)),
            Subject::Label(id) => spoken(&self.rules.label(id).name),
        }
    }

    fn options(self, subject: Subject, options: &[u16]) -> Vec<String> {
        let ty = match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => Some(&self.rules.field(id).ty),
            Subject::Property(id) | Subject::PropertyDomain(id) => {
                self.rules.log.as_ref().map(|log| &log.property(id).ty)
            }
            Subject::Label(_) => None,
        };
        let ty = ty.unwrap_or(&Type::Text);
        options.iter().map(|option| Value::Choice(*option).shown(ty)).collect()
    }

    fn dates(self, range: &DateRange) -> String {
        match range {
            DateRange::Window(inside) => window(*inside),
            DateRange::Days(None, None) => "on any day".to_owned(),
            DateRange::Days(Some(from), None) => format!("on or after {}", format_day(*from)),
            DateRange::Days(None, Some(to)) => format!("on or before {}", format_day(*to)),
            DateRange::Days(Some(from), Some(to)) if from == to => format!("on {}", format_day(*from)),
            DateRange::Days(Some(from), Some(to)) => format!("between {} and {}", format_day(*from), format_day(*to)),
        }
    }

    /// Events, in the plural: `webinar attended where its minutes is at least 20, in the last 30 days`.
    fn occurrences(self, of: &Occurrences) -> String {
        let kinds = of.kinds.as_ref().zip(self.rules.log.as_ref()).map(|(kinds, log)| {
            let names: Vec<String> = kinds.iter().map(|id| format!("“{}”", spoken(&log.kind(*id).name))).collect();
            listed(&names, "or")
        });
        let mut text = kinds.unwrap_or_else(|| "activity".to_owned());
        if let Some(filter) = &of.filter {
            text += &format!(" where {}", self.condition(filter));
        }
        if let Some(inside) = of.window {
            text += &format!(" {}", window(inside));
        }
        text
    }

    fn quantity(self, quantity: &Quantity) -> String {
        let property = |id: leadrules_language::ir::PropertyId| self.subject(Subject::Property(id));
        match &quantity.kind {
            QuantityKind::Constant(number) => number.to_string(),
            QuantityKind::Field(id) => self.subject(Subject::Field(*id)),
            QuantityKind::Property(id) => property(*id),
            QuantityKind::Score(id) => spoken(&self.rules.score(*id).name),
            QuantityKind::Defined(id) => spoken(&self.rules.definition(*id).name),
            QuantityKind::DaysSince(subject) => format!("the days since {}", self.subject(*subject)),
            QuantityKind::Aggregate(function, of) => {
                let of = self.occurrences(of);
                match function {
                    Function::Count => format!("the number of {of}"),
                    Function::Total(id) => format!("the total of {} of {of}", property(*id)),
                    Function::Average(id) => format!("the average of {} of {of}", property(*id)),
                    Function::Highest(id) => format!("the highest of {} of {of}", property(*id)),
                    Function::Lowest(id) => format!("the lowest of {} of {of}", property(*id)),
                    Function::Latest(id) => format!("the latest of {} of {of}", property(*id)),
                    Function::DaysSince => format!("the days since the latest {of}"),
                }
            }
            QuantityKind::Binary(operator, one, other) => {
                let sign = match operator {
                    Arithmetic::Add => "+",
                    Arithmetic::Subtract => "−",
                    Arithmetic::Multiply => "×",
                    Arithmetic::Divide => "÷",
                };
                let side = |side: &Quantity| {
                    let text = self.quantity(side);
                    if matches!(side.kind, QuantityKind::Binary(..)) { format!("({text})") } else { text }
                };
                format!("{} {sign} {}", side(one), side(other))
            }
        }
    }

    /// A formula.
    pub(super) fn formula(self, quantity: &Quantity) -> String {
        self.quantity(quantity)
    }

    /// When a rule gives its points, what it gives, and how: `country is BE or NL`, `+10`, `each, at most 20`.
    pub(super) fn rule(self, rule: &Rule) -> (String, String) {
        let mut terms = Vec::new();
        let always = matches!(rule.condition.kind, CondKind::Constant(true));
        let mut when = if always { String::new() } else { self.condition(&rule.condition) };
        match &rule.gain {
            Gain::Once { decay: None, .. } => {}
            Gain::Once { decay: Some((decay, _)), .. } => terms.push(fading(*decay)),
            Gain::PerUnit { per, of, .. } => {
                let of = self.quantity(of);
                let each = if *per == Decimal::ONE {
                    format!("each full one of {of}")
                } else {
                    format!("each full {per} of {of}")
                };
                when = if when.is_empty() { format!("for {each}") } else { format!("{when}: for {each}") };
            }
            Gain::PerOccurrence { of, once_per, decay, .. } => {
                let each = format!("for each {}", self.occurrences(of));
                when = if when.is_empty() || matches!(rule.condition.kind, CondKind::Happened { .. }) {
                    each
                } else {
                    format!("{when}: {each}")
                };
                terms.extend(once_per.map(|bucket| self.bucket(bucket)));
                terms.extend(decay.map(fading));
            }
        }
        if let Some(cap) = rule.cap {
            terms.push(format!("{} {cap} in all", if cap.0 >= 0 { "at most" } else { "at least" }));
        }
        match (rule.from, rule.until) {
            (None, None) => {}
            (Some(from), None) => terms.push(format!("from {}", format_day(from))),
            (None, Some(until)) => terms.push(format!("until {}", format_day(until))),
            (Some(from), Some(until)) => terms.push(format!("from {} until {}", format_day(from), format_day(until))),
        }
        if !terms.is_empty() {
            when += &format!(" ({})", terms.join(", "));
        }
        (when, rule.gain.points().signed())
    }

    /// What a rule is called: the title that its author gave it, or else when it gives points.
    pub(super) fn name(self, rule: &Rule) -> String {
        let (when, _) = self.rule(rule);
        if rule.titled || when.is_empty() { rule.title.clone() } else { when }
    }

    fn bucket(self, bucket: Bucket) -> String {
        let every = |count: u32, unit: &str| {
            if count == 1 { format!("once a {unit}") } else { format!("once in {count} {unit}s") }
        };
        match bucket {
            Bucket::Days(count) => every(count, "day"),
            Bucket::Weeks(count) => every(count, "week"),
            Bucket::Months(count) => every(count, "month"),
            Bucket::Value(id) => format!("once for {}", self.subject(Subject::Property(id))),
        }
    }
}

fn fading(decay: Decay) -> String {
    let percent =
        |part: Decimal| part.checked_mul(Decimal::whole(100)).map_or_else(String::new, |share| format!("{share} %"));
    match decay.shape {
        DecayShape::Halving => format!("halving every {} days", decay.days),
        DecayShape::Fading => format!("fading to nothing over {} days", decay.days),
        DecayShape::Linear(part) => format!("losing {} of the start every {} days", percent(part), decay.days),
        DecayShape::Compound(part) => format!("losing {} of what is left every {} days", percent(part), decay.days),
    }
}

fn text_test(test: &TextTest) -> String {
    match test {
        TextTest::In(texts) => format!("is {}", listed(&quoted(texts), "or")),
        TextTest::Part(TextOp::ContainsAll, texts) => format!("contains {}", listed(&quoted(texts), "and")),
        TextTest::Part(op, texts) => format!("{} {}", op.word(), listed(&quoted(texts), "or")),
        TextTest::Matches(pattern) => format!("matches the pattern “{}”", pattern.written),
    }
}
