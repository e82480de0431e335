//! Rules in plain sentences. In: a rule, a stage, a condition; out: texts for people who do not know the language. They
//! say what the rule means, not how it is written.

use leadrules_language::ast::{Arithmetic, TextOp};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{
    Bucket, Comparison, Cond, CondKind, Function, Gain, NumberRange, Occurrences, Operand, PropertyId, Quantity,
    QuantityKind, Rule, Rules, Subject, TextTest,
};
use leadrules_language::types::{self, Type};
use leadrules_language::words::{Junction, Text, Value, say};

use super::spans::{dates, fading, window};

/// Says what conditions and rules of a set mean.
#[derive(Copy, Clone)]
pub(super) struct Sentences<'a> {
    pub(super) rules: &'a Rules,
}

/// A name as words.
pub(super) fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

/// A text in quotation marks.
pub(super) fn quoted(text: impl Into<Value>) -> Text {
    say!("“{text}”", text = Into::<Value>::into(text))
}

fn in_brackets(text: Text) -> Text {
    Text::row(vec![Text::verbatim("("), text, Text::verbatim(")")], "")
}

fn any_or_all(all: bool) -> Junction {
    if all { Junction::And } else { Junction::Or }
}

/// Two numbers as they are compared.
fn compared(comparison: Comparison, one: Text, other: Text) -> Text {
    match comparison {
        Comparison::Eq => say!("{one} is equal to {other}", one, other),
        Comparison::Ne => say!("{one} is not equal to {other}", one, other),
        Comparison::Lt => say!("{one} is less than {other}", one, other),
        Comparison::Le => say!("{one} is at most {other}", one, other),
        Comparison::Gt => say!("{one} is more than {other}", one, other),
        Comparison::Ge => say!("{one} is at least {other}", one, other),
    }
}

/// Two dates as they are compared.
fn compared_dates(comparison: Comparison, date: Text, other: Text) -> Text {
    match comparison {
        Comparison::Eq => say!("{date} is equal to {other}", date, other),
        Comparison::Ne => say!("{date} is not equal to {other}", date, other),
        Comparison::Lt => say!("{date} is less than {other}", date, other),
        Comparison::Le => say!("{date} is at most {other}", date, other),
        Comparison::Gt => say!("{date} is more than {other}", date, other),
        Comparison::Ge => say!("{date} is at least {other}", date, other),
    }
}

/// What is said of a number that is to lie in a range.
fn range(range: &NumberRange) -> Text {
    match (range.low, range.high) {
        (None, None) => say!("is known"),
        (Some((low, true)), Some((high, true))) if low == high => say!("is {number}", number = low),
        (Some((low, true)), Some((high, true))) => say!("is between {low} and {high}", low, high),
        (Some((low, true)), None) => say!("is at least {low}", low),
        (Some((low, false)), None) => say!("is more than {low}", low),
        (None, Some((high, true))) => say!("is at most {high}", high),
        (None, Some((high, false))) => say!("is less than {high}", high),
        (Some((low, true)), Some((high, false))) => say!("is at least {low} and less than {high}", low, high),
        (Some((low, false)), Some((high, true))) => say!("is more than {low} and at most {high}", low, high),
        (Some((low, false)), Some((high, false))) => say!("is more than {low} and less than {high}", low, high),
    }
}

impl Sentences<'_> {
    /// A condition.
    pub(super) fn condition(self, cond: &Cond) -> Text {
        match &cond.kind {
            CondKind::Constant(true) => say!("always"),
            CondKind::Constant(false) => say!("never"),
            CondKind::Not(inner) => self.negation(inner),
            CondKind::And(parts) => Text::list(self.parts(parts), Junction::And),
            CondKind::Or(parts) => Text::list(self.parts(parts), Junction::Or),
            CondKind::Defined(id) => say!("“{name}” holds", name = spoken(&self.rules.definition(*id).name)),
            CondKind::Known(operand) => say!("{what} is known", what = self.operand(operand)),
            CondKind::Truth(subject) => say!("{what} is yes", what = self.subject(*subject)),
            CondKind::Number(quantity, ranges) => {
                Text::row(vec![self.quantity(quantity), Text::list(ranges.iter().map(range), Junction::Or)], " ")
            }
            CondKind::Compare(comparison, one, other) => {
                compared(*comparison, self.quantity(one), self.quantity(other))
            }
            CondKind::Date(subject, ranges) => {
                let when = Text::list(ranges.iter().map(dates), Junction::Or);
                say!("{date} lies {when}", date = self.subject(*subject), when)
            }
            CondKind::CompareDates(comparison, one, other) => {
                compared_dates(*comparison, self.subject(*one), self.subject(*other))
            }
            CondKind::Text(subject, test) => text_test(self.subject(*subject), test),
            CondKind::Choice(subject, options) => {
                let options = Text::list(self.options(*subject, options), Junction::Or);
                say!("{what} is {options}", what = self.subject(*subject), options)
            }
            CondKind::Choices { subject, options, all } => {
                let options = Text::list(self.options(*subject, options), any_or_all(*all));
                say!("{what} include {options}", what = self.subject(*subject), options)
            }
            CondKind::Texts { subject, texts, all } => {
                let texts = Text::list(texts.iter().map(|text| quoted(text.as_str())), any_or_all(*all));
                say!("{what} include {options}", what = self.subject(*subject), options = texts)
            }
            CondKind::Same(one, other) => {
                say!("{one} is the same as {other}", one = self.subject(*one), other = self.subject(*other))
            }
            CondKind::Happened { of, at_least, at_most } => self.happened(of, *at_least, *at_most),
            CondKind::Stage(stages) => {
                let names = stages.iter().map(|id| Text::verbatim(self.rules.stages.name(*id)));
                say!("the stage is {stages}", stages = Text::list(names, Junction::Or))
            }
        }
    }

    /// What something asks for: `when country is BE`.
    pub(super) fn when(self, cond: &Cond) -> Text {
        match &cond.kind {
            CondKind::Constant(true) => say!("when always"),
            CondKind::Constant(false) => say!("when never"),
            _ => say!("when {condition}", condition = self.condition(cond)),
        }
    }

    fn happened(self, of: &Occurrences, least: u32, most: Option<u32>) -> Text {
        let events = self.occurrences(of);
        let number = |count: u32| Decimal::whole(count.into());
        match (least, most) {
            (0, Some(0)) => say!("no {events}", events),
            (0 | 1, None) => say!("at least one {events}", events),
            (least, None) => say!("at least {least} {events}", least = number(least), events),
            (0, Some(1)) => say!("at most 1 {events}", events),
            (0, Some(most)) => say!("at most {most} {events}", most = number(most), events),
            (1, Some(1)) => say!("exactly 1 {events}", events),
            (least, Some(most)) if least == most => say!("exactly {count} {events}", count = number(most), events),
            (least, Some(most)) => {
                say!("{least} to {most} {events}", least = number(least), most = number(most), events)
            }
        }
    }

    fn parts(self, parts: &[Cond]) -> Vec<Text> {
        let part = |part: &Cond| {
            let text = self.condition(part);
            if matches!(part.kind, CondKind::And(_) | CondKind::Or(_)) { in_brackets(text) } else { text }
        };
        parts.iter().map(part).collect()
    }

    fn negation(self, inner: &Cond) -> Text {
        match &inner.kind {
            CondKind::Known(operand) => say!("{what} is not known", what = self.operand(operand)),
            CondKind::Truth(subject) => say!("{what} is no", what = self.subject(*subject)),
            CondKind::Choice(subject, options) => {
                let options = Text::list(self.options(*subject, options), Junction::Or);
                say!("{what} is known and not {options}", what = self.subject(*subject), options)
            }
            CondKind::Happened { of, at_least: 1, at_most: None } => {
                say!("no {events}", events = self.occurrences(of))
            }
            _ => say!("it is known not to be so that {condition}", condition = self.condition(inner)),
        }
    }

    fn operand(self, operand: &Operand) -> Text {
        match operand {
            Operand::Subject(subject) => self.subject(*subject),
            Operand::Quantity(quantity) => self.quantity(quantity),
        }
    }

    fn subject(self, subject: Subject) -> Text {
        let property =
            |id: PropertyId| self.rules.log.as_ref().map_or_else(String::new, |log| spoken(&log.property(id).name));
        match subject {
            Subject::Field(id) if self.rules.before == Some(id) => say!("the stage before"),
            Subject::Field(id) => Text::verbatim(spoken(&self.rules.field(id).name)),
            Subject::FieldDomain(id) => say!("the domain of {field}", field = spoken(&self.rules.field(id).name)),
            Subject::Property(id) => say!("its {property}", property = property(id)),
            Subject::PropertyDomain(id) => say!("the domain of its {property}", property = property(id)),
            Subject::Label(id) => Text::verbatim(spoken(&self.rules.label(id).name)),
        }
    }

    fn options(self, subject: Subject, options: &[u16]) -> Vec<Text> {
        let ty = match subject {
            Subject::Field(id) | Subject::FieldDomain(id) => Some(&self.rules.field(id).ty),
            Subject::Property(id) | Subject::PropertyDomain(id) => {
                self.rules.log.as_ref().map(|log| &log.property(id).ty)
            }
            Subject::Label(_) => None,
        };
        let ty = ty.unwrap_or(&Type::Text);
        options.iter().map(|option| Text::verbatim(types::Value::Choice(*option).shown(ty))).collect()
    }

    /// Events: `“webinar attended” where its minutes is at least 20 in the last 30 days`.
    fn occurrences(self, of: &Occurrences) -> Text {
        let kinds =
            of.kinds.as_ref().zip(self.rules.log.as_ref()).map(|(kinds, log)| {
                Text::list(kinds.iter().map(|id| quoted(spoken(&log.kind(*id).name))), Junction::Or)
            });
        let events = kinds.unwrap_or_else(|| say!("activity"));
        match (&of.filter, of.window) {
            (None, None) => events,
            (None, Some(inside)) => Text::row(vec![events, window(inside)], " "),
            (Some(filter), None) => say!("{events} where {condition}", events, condition = self.condition(filter)),
            (Some(filter), Some(inside)) => say!(
                "{events} where {condition} {when}",
                events,
                condition = self.condition(filter),
                when = window(inside)
            ),
        }
    }

    /// A number, or a formula.
    pub(super) fn quantity(self, quantity: &Quantity) -> Text {
        let property = |id: PropertyId| self.subject(Subject::Property(id));
        match &quantity.kind {
            QuantityKind::Constant(number) => Text::figure(*number),
            QuantityKind::Field(id) => self.subject(Subject::Field(*id)),
            QuantityKind::Property(id) => property(*id),
            QuantityKind::Score(id) => Text::verbatim(spoken(&self.rules.score(*id).name)),
            QuantityKind::Defined(id) => Text::verbatim(spoken(&self.rules.definition(*id).name)),
            QuantityKind::DaysSince(subject) => say!("the days since {date}", date = self.subject(*subject)),
            QuantityKind::Aggregate(function, of) => {
                let events = self.occurrences(of);
                match function {
                    Function::Count => say!("the number of {events}", events),
                    Function::Total(id) => say!("the total of {what} of {events}", what = property(*id), events),
                    Function::Average(id) => say!("the average of {what} of {events}", what = property(*id), events),
                    Function::Highest(id) => say!("the highest of {what} of {events}", what = property(*id), events),
                    Function::Lowest(id) => say!("the lowest of {what} of {events}", what = property(*id), events),
                    Function::Latest(id) => say!("the latest of {what} of {events}", what = property(*id), events),
                    Function::DaysSince => say!("the days since the latest {events}", events),
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
                    if matches!(side.kind, QuantityKind::Binary(..)) { in_brackets(text) } else { text }
                };
                Text::row(vec![side(one), Text::verbatim(sign), side(other)], " ")
            }
        }
    }

    /// When a rule gives its points, and how: `country is BE or NL`, `for each “visit” (at most 20 in all)`.
    pub(super) fn rule(self, rule: &Rule) -> Text {
        let mut terms = Vec::new();
        let always = matches!(rule.condition.kind, CondKind::Constant(true));
        let mut when = if always { Text::empty() } else { self.condition(&rule.condition) };
        let joined = |when: Text, each: Text| {
            if when.is_empty() { each } else { say!("{when}: {each}", when, each) }
        };
        match &rule.gain {
            Gain::Once { decay, .. } => terms.extend(decay.as_ref().map(|(decay, _)| fading(*decay))),
            Gain::PerUnit { per, of, .. } => {
                let what = self.quantity(of);
                let each = if *per == Decimal::ONE {
                    say!("for each full one of {what}", what)
                } else {
                    say!("for each full {unit} of {what}", unit = *per, what)
                };
                when = joined(when, each);
            }
            Gain::PerOccurrence { of, once_per, decay, .. } => {
                let each = say!("for each {events}", events = self.occurrences(of));
                let is_said = matches!(rule.condition.kind, CondKind::Happened { .. });
                when = if is_said { each } else { joined(when, each) };
                terms.extend(once_per.map(|bucket| self.bucket(bucket)));
                terms.extend(decay.map(fading));
            }
        }
        terms.extend(rule.cap.map(|cap| match cap.0 {
            0.. => say!("at most {cap} in all", cap),
            _ => say!("at least {cap} in all", cap),
        }));
        match (rule.from.map(Value::Day), rule.until.map(Value::Day)) {
            (None, None) => {}
            (Some(day), None) => terms.push(say!("from {day}", day)),
            (None, Some(day)) => terms.push(say!("until {day}", day)),
            (Some(from), Some(until)) => terms.push(say!("from {from} until {until}", from, until)),
        }
        if terms.is_empty() { when } else { when.and_then(in_brackets(Text::row(terms, ", "))) }
    }

    /// What a rule is called: the title that its author gave it, or else when it gives points.
    pub(super) fn name(self, rule: &Rule) -> Text {
        let when = self.rule(rule);
        if rule.titled || when.is_empty() { Text::verbatim(rule.title.as_str()) } else { when }
    }

    fn bucket(self, bucket: Bucket) -> Text {
        let number = |count: u32| Decimal::whole(count.into());
        match bucket {
            Bucket::Days(1) => say!("once a day"),
            Bucket::Weeks(1) => say!("once a week"),
            Bucket::Months(1) => say!("once a month"),
            Bucket::Days(count) => say!("once in {count} days", count = number(count)),
            Bucket::Weeks(count) => say!("once in {count} weeks", count = number(count)),
            Bucket::Months(count) => say!("once in {count} months", count = number(count)),
            Bucket::Value(id) => say!("once for {what}", what = self.subject(Subject::Property(id))),
        }
    }
}

fn text_test(what: Text, test: &TextTest) -> Text {
    let list = |texts: &[String], junction| Text::list(texts.iter().map(|text| quoted(text.as_str())), junction);
    match test {
        TextTest::In(texts) => say!("{what} is {options}", what, options = list(texts, Junction::Or)),
        TextTest::Part(op, texts) => {
            let all = *op == TextOp::ContainsAll;
            let texts = list(texts, any_or_all(all));
            match op {
                TextOp::Contains | TextOp::ContainsAll => say!("{what} contains {texts}", what, texts),
                TextOp::StartsWith => say!("{what} starts with {texts}", what, texts),
                TextOp::EndsWith => say!("{what} ends with {texts}", what, texts),
                TextOp::Mentions => say!("{what} mentions {texts}", what, texts),
            }
        }
        TextTest::Matches(pattern) => say!("{what} matches the pattern “{pattern}”", what, pattern = &pattern.written),
    }
}
