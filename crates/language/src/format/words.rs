//! Conditions, quantities, values and awards as words. In: nodes of the ast; out: texts in their one canonical form.

use super::flow::Flow;
use crate::ast::{
    Aggregate, AgreementLine, Arithmetic, Award, Compare, Cond, CoveredWhat, Date, Entry, Expr, Frequency, Function,
    Happens, LosingShape, Matcher, OptionName, OverLeads, Period, Question, Range, Setter, Setting, SettingKind,
    StageLine, Tail, Term, Text, Times, Unit, Value, What, When, Where, Window, WindowKind,
};

/// Words that could begin a line of their own in a test or a promise, so no line is broken before them.
const STARTERS: [&str; 10] = ["expect", "event", "lead", "as", "was", "never", "always", "between", "covers", "review"];

/// A text between quotes. A backslash is doubled only where it would otherwise be read as an escape, so that `\d` stays
/// `\d`.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\\' if rest.peek().is_none_or(|next| matches!(next, '"' | '\\' | 'n' | '\n')) => out.push_str("\\\\"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

pub fn text(text: &Text) -> String {
    quoted(&text.value)
}

pub fn option_name(name: &OptionName) -> String {
    if name.quoted { quoted(&name.text) } else { name.text.clone() }
}

pub fn date(date: &Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
    }
}

pub fn period(period: &Period) -> String {
    format!("{} {}{}", period.count, unit(period.unit), if period.count == 1 { "" } else { "s" })
}

pub fn value(value: &Value) -> String {
    match value {
        Value::Number(number) => number.written.clone(),
        Value::Text(written) => text(written),
        Value::Date(written) => date(written),
        Value::Truth(true, _) => "yes".to_owned(),
        Value::Truth(false, _) => "no".to_owned(),
        Value::Name(name) => name.text.clone(),
    }
}

pub fn range(range: &Range) -> String {
    let end = |end: &Option<Value>| end.as_ref().map(value).unwrap_or_default();
    format!("{}{}{}", end(&range.low), if range.half_open { "..<" } else { ".." }, end(&range.high))
}

/// `a, b, c`; a line may end after each comma.
pub fn listed(texts: impl IntoIterator<Item = String>, level: u8) -> Flow {
    let mut flow = Flow::default();
    for (at, text) in texts.into_iter().enumerate() {
        if at == 0 {
            flow.push(&text);
        } else {
            flow.push(",");
            if STARTERS.iter().any(|starter| text.split(' ').next() == Some(starter)) {
                flow.push(&format!(" {text}"));
            } else {
                flow.soft(level, &text);
            }
        }
    }
    flow
}

fn entry(entry: &Entry) -> String {
    match entry {
        Entry::Value(written) => value(written),
        Entry::Range(written) => range(written),
    }
}

pub fn term(term: &Term) -> Flow {
    match term {
        Term::Cond(condition) => cond(condition),
        Term::Expr(quantity) => Flow::new(expr(quantity)),
    }
}

pub fn cond(condition: &Cond) -> Flow {
    match condition {
        Cond::And(parts, _) => joined(parts, "and"),
        Cond::Or(parts, _) => joined(parts, "or"),
        Cond::Not(inner, _) => {
            let mut flow = Flow::new("not ");
            flow.append(cond(inner), 0);
            flow
        }
        Cond::Paren(inner, _) => {
            let mut flow = Flow::new("(");
            flow.append(cond(inner), 2);
            flow.push(")");
            flow
        }
        Cond::Test(question) => self::question(question),
        Cond::OverLeads(over) => over_leads(over),
        Cond::Happens(happens) => self::happens(happens),
    }
}

/// `any lead where …`
fn over_leads(over: &OverLeads) -> Flow {
    let mut flow = Flow::new(format!("{} lead", over.quantifier.word()));
    if let Some(filter) = &over.filter {
        flow.push(" where ");
        flow.append(cond(&filter.condition), 0);
    }
    flow
}

fn joined(parts: &[Cond], word: &str) -> Flow {
    let mut flow = Flow::default();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            flow.soft(1, &format!("{word} "));
        }
        flow.append(cond(part), 1);
    }
    flow
}

fn question(question: &Question) -> Flow {
    let mut flow = Flow::new(expr(&question.subject));
    flow.push(" ");
    flow.append(tail(&question.tail), 0);
    flow
}

fn tail(tail: &Tail) -> Flow {
    match tail {
        Tail::Compare { op, right } => Flow::new(format!("{} {}", compare(*op), expr(right))),
        Tail::Range(written) => Flow::new(range(written)),
        Tail::In { negated, entries } => {
            let mut flow = Flow::new(if *negated { "not in " } else { "in " });
            flow.append(listed(entries.iter().map(entry), 2), 0);
            flow
        }
        Tail::Texts { op, values } => {
            let mut flow = Flow::new(format!("{} ", op.word()));
            flow.append(listed(values.iter().map(value), 2), 0);
            flow
        }
        Tail::Matches(pattern) => Flow::new(format!("matches {}", text(pattern))),
        Tail::Known => Flow::new("is known"),
        Tail::Unknown => Flow::new("is unknown"),
        Tail::AtLeast(stage) => Flow::new(format!("at least {}", option_name(stage))),
        Tail::Below(stage) => Flow::new(format!("below {}", option_name(stage))),
    }
}

fn compare(op: Compare) -> &'static str {
    match op {
        Compare::Is => "is",
        Compare::IsNot => "is not",
        Compare::Eq => "=",
        Compare::Ne => "!=",
        Compare::Lt => "<",
        Compare::Le => "<=",
        Compare::Gt => ">",
        Compare::Ge => ">=",
    }
}

pub fn expr(quantity: &Expr) -> String {
    match quantity {
        Expr::Value(written) => value(written),
        Expr::Member { of, member } => format!("{}.{}", of.text, member.text),
        Expr::Aggregate(aggregate) => self::aggregate(aggregate),
        Expr::Binary { op, left, right, .. } => {
            let sign = match op {
                Arithmetic::Add => "+",
                Arithmetic::Subtract => "-",
                Arithmetic::Multiply => "*",
                Arithmetic::Divide => "/",
            };
            format!("{} {sign} {}", expr(left), expr(right))
        }
        Expr::Paren(inner, _) => format!("({})", expr(inner)),
        Expr::StageBefore(_) => "stage before".to_owned(),
        Expr::OfLead { name, lead } => format!("{} of {}", name.text, text(lead)),
    }
}

fn aggregate(aggregate: &Aggregate) -> String {
    let property = aggregate.property.as_ref().map_or("", |name| &name.text);
    let head = match aggregate.function {
        Function::Count => "count of".to_owned(),
        Function::Total => format!("total {property} of"),
        Function::Average => format!("average {property} of"),
        Function::Highest => format!("highest {property} of"),
        Function::Lowest => format!("lowest {property} of"),
        Function::Latest => format!("latest {property} of"),
        Function::DaysSince => "days since".to_owned(),
    };
    format!("{head} {}", happens(&aggregate.of).line())
}

pub fn happens(happens: &Happens) -> Flow {
    let mut flow = Flow::new(match (&happens.what, happens.negated.is_some()) {
        (What::Activity(_), true) => "no activity".to_owned(),
        (What::Activity(_), false) => "any activity".to_owned(),
        (what @ (What::Name(_) | What::Member { .. } | What::AnyOf(..)), negated) => {
            format!("{}{}", if negated { "no " } else { "" }, kinds(what))
        }
    });
    if let Some(Where { condition, .. }) = &happens.filter {
        flow.push(" where ");
        flow.append(cond(condition), 2);
    }
    if let Some(often) = &happens.frequency {
        flow.push(&format!(" {}", frequency(often)));
    }
    if let Some(when) = &happens.window {
        flow.push(&format!(" {}", window(when)));
    }
    flow
}

fn kinds(what: &What) -> String {
    match what {
        What::Name(name) => name.text.clone(),
        What::Member { of, member } => format!("{}.{}", of.text, member.text),
        What::Activity(_) => "any activity".to_owned(),
        What::AnyOf(names, _) => {
            let names: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
            format!("any of {}", names.join(", "))
        }
    }
}

fn frequency(frequency: &Frequency) -> String {
    let times = |count: u32| if count == 1 { "time" } else { "times" };
    match (frequency.at_least, frequency.at_most) {
        (Some(least), Some(most)) if least == most => format!("exactly {least} {}", times(least)),
        (Some(least), Some(most)) => format!("{least}..{most} times"),
        (Some(least), None) => format!("at least {least} {}", times(least)),
        (None, most) => {
            let most = most.unwrap_or(u32::MAX);
            format!("at most {most} {}", times(most))
        }
    }
}

fn window(window: &Window) -> String {
    match &window.kind {
        WindowKind::InLast(span) => format!("in last {}", period(span)),
        WindowKind::OlderThan(span) => format!("older than {}", period(span)),
        WindowKind::InNext(span) => format!("in next {}", period(span)),
        WindowKind::Between(first, last) => format!("between {} and {}", date(first), date(last)),
        WindowKind::Since(day) => format!("since {}", date(day)),
        WindowKind::Before(day) => format!("before {}", date(day)),
        WindowKind::After(day) => format!("after {}", date(day)),
    }
}

pub fn matcher(matcher: &Matcher) -> Flow {
    match matcher {
        Matcher::Entries(entries, _) => listed(entries.iter().map(entry), 2),
        Matcher::Tail(written, _) => tail(written),
        Matcher::Otherwise(_) => Flow::new("otherwise"),
        Matcher::Unknown(_) => Flow::new("unknown"),
    }
}

pub fn award(award: &Award) -> Flow {
    let mut flow = Flow::new(award.points.written.clone());
    match &award.times {
        None => {}
        Some(Times::Each(_)) => flow.push(" each"),
        Some(Times::Once(_)) => flow.push(" once"),
        Some(Times::Per(number)) => flow.push(&format!(" per {}", number.written)),
        Some(Times::OncePer(span)) if span.count == 1 => flow.push(&format!(" once per {}", unit(span.unit))),
        Some(Times::OncePer(span)) => flow.push(&format!(" once per {}", period(span))),
        Some(Times::OncePerValue(name)) => flow.push(&format!(" once per {}", name.text)),
    }
    settings(&mut flow, &award.options);
    flow
}

/// What follows after commas.
pub fn settings(flow: &mut Flow, settings: &[Setting]) {
    for setting in settings {
        if let SettingKind::As(title) = &setting.kind {
            flow.push(&format!(" as {}", text(title)));
        } else {
            flow.push(",");
            flow.soft(0, &self::setting(&setting.kind));
        }
    }
}

fn setting(kind: &SettingKind) -> String {
    match kind {
        SettingKind::UpTo(number) => format!("up to {}", number.written),
        SettingKind::DownTo(number) => format!("down to {}", number.written),
        SettingKind::Halving(span) => format!("halving every {}", period(span)),
        SettingKind::Fading(span) => format!("fading over {}", period(span)),
        SettingKind::Losing { share, every, shape } => {
            let shape = match shape {
                None => "",
                Some(LosingShape::Compound) => ", compound",
                Some(LosingShape::Linear) => ", linear",
            };
            format!("losing {} every {}{shape}", share.written, period(every))
        }
        SettingKind::As(title) => format!("as {}", text(title)),
        SettingKind::Because(reason) => format!("because {}", text(reason)),
        SettingKind::By(owner) => format!("by {}", owner.text),
        SettingKind::From(day) => format!("from {}", date(day)),
        SettingKind::Until(day) => format!("until {}", date(day)),
        SettingKind::Best => "best".to_owned(),
    }
}

pub fn when(when: &When) -> String {
    match when {
        When::Ago(span) => format!("{} ago", period(span)),
        When::On(day) => format!("on {}", date(day)),
        When::At(instant) => instant.written.clone(),
    }
}

pub fn setter(setter: &Setter) -> String {
    if setter.values.is_empty() {
        return format!("{} unknown", setter.name.text);
    }
    let values: Vec<String> = setter.values.iter().map(value).collect();
    format!("{} {}", setter.name.text, values.join(", "))
}

/// What a line of `stages` leads to: the step, its former names, and what keeps leads there.
pub fn step(line: &StageLine) -> Flow {
    let mut flow = Flow::new(option_name(&line.stage));
    if !line.former.is_empty() {
        let former: Vec<String> = line.former.iter().map(text).collect();
        flow.push(&format!(" ({})", former.join(", ")));
    }
    if let Some(kept) = &line.kept {
        flow.push(",");
        flow.soft(0, "kept");
        if let Some(condition) = &kept.condition {
            flow.push(" while ");
            flow.append(cond(condition), 0);
        }
    }
    flow
}

/// A line of an agreement.
pub fn agreed(line: &AgreementLine) -> Flow {
    let (word, parts): (&str, Vec<String>) = match line {
        AgreementLine::Between(parties) => ("between ", parties.iter().map(|party| party.text.clone()).collect()),
        AgreementLine::Covers(covered) => {
            ("covers ", covered.iter().map(|covered| self::covered(&covered.what)).collect())
        }
        AgreementLine::Review(day) => ("review by ", vec![date(day)]),
    };
    let mut flow = Flow::new(word);
    flow.append(listed(parts, 0), 0);
    flow
}

/// What an agreement is about.
pub fn covered(what: &CoveredWhat) -> String {
    match what {
        CoveredWhat::Everything => "everything".to_owned(),
        CoveredWhat::Stages => "stages".to_owned(),
        CoveredWhat::Exclude => "exclude".to_owned(),
        CoveredWhat::Stage(name) => format!("stage {}", option_name(name)),
        CoveredWhat::Score(name) => format!("score {}", name.text),
        CoveredWhat::Label(name) => format!("label {}", name.text),
        CoveredWhat::Promise(title) => format!("promise {}", text(title)),
    }
}
