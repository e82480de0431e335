//! What may turn out and what may happen: for each unknown field, the values that rules tell apart; for each kind of
//! event, the properties and numbers of times that rules ask for.

use std::collections::BTreeSet;

use crate::replay::Case;
use leadrules_engine::engine::{Asked, Options, Plan};
use leadrules_language::ast::TextOp;
use leadrules_language::calendar::{DAY, Day, Instant, Window};
use leadrules_language::decimal::{Decimal, SCALE};
use leadrules_language::ir::{Cond, CondKind, DateRange, FieldId, KindId, Occurrences, Rules, Subject, TextTest};
use leadrules_language::lead::{Event, Lead};
use leadrules_language::source::one_line;
use leadrules_language::types::{Type, Value};

use super::amount;
use super::gather::Gathered;
use super::standing::{Standing, Thing};

/// No field and no event is tried with more values than this.
const MOST_VALUES: usize = 24;

/// What can be tried.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// For each field, its values, one for each way in which rules tell them apart.
    pub facts: Vec<(FieldId, Vec<Turn>)>,
    /// Events, and how often.
    pub events: Vec<Happening>,
    /// How many days of waiting may be worthwhile.
    pub waits: Vec<u32>,
    /// Whether some field has more values that rules tell apart than are tried.
    pub is_cut: bool,
}

/// What a field may turn out to be.
#[derive(Clone, Debug)]
pub struct Turn {
    /// A value.
    pub value: Value,
    /// All values that rules do not tell from it, in words.
    pub words: String,
}

/// What may happen.
#[derive(Clone, Debug)]
pub struct Happening {
    /// The first candidate that differs from this one only in amounts.
    pub family: usize,
    /// An event, without its time.
    pub event: Event,
    /// How often it may be worth happening.
    pub times: Vec<u32>,
    /// Properties by whose values rules tell occurrences apart.
    pub apart: Vec<usize>,
    /// How many days apart the occurrences are; 0 if all happen at once.
    pub every: u32,
}

/// A lead after some things: its fields, all its events, and the instant by then.
pub type After = (Lead, Vec<Event>, Instant);

/// One thing that is tried.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// A field (its index in the candidates) and what it turns out to be
    Fact(usize, usize),
    /// An event, and how often it happens
    Event(usize, u32),
    /// This many days pass before anything else
    Wait(u32),
}

impl Candidates {
    /// What is unknown, whether or not it can be asked for.
    pub fn unknown(rules: &Rules, case: &Case, as_of: Instant, gathered: &Gathered<'_>) -> Self {
        let (facts, is_cut) = facts(rules, case, as_of, gathered, &|_| true);
        Self { facts, is_cut, ..Self::default() }
    }

    /// What can be asked for, and what can happen.
    pub fn all(standing: &Standing<'_>, gathered: &Gathered<'_>) -> Self {
        let Standing { rules, case, as_of, .. } = *standing;
        let (facts, is_cut) = facts(rules, case, as_of, gathered, &|field| !rules.field(field).fixed);
        let events = if case.events.is_some() { happenings(rules, as_of, gathered) } else { Vec::new() };
        Self { facts, events, waits: waits(standing), is_cut }
    }

    /// All single things.
    pub fn moves(&self) -> Vec<Move> {
        let facts = self.facts.iter().enumerate();
        let facts = facts.flat_map(|(at, (_, turns))| (0..turns.len()).map(move |turn| Move::Fact(at, turn)));
        let events = self.events.iter().enumerate();
        let events = events.flat_map(|(at, event)| event.times.iter().map(move |times| Move::Event(at, *times)));
        facts.chain(events).chain(self.waits.iter().map(|days| Move::Wait(*days))).collect()
    }

    /// How many days go by with these things: waiting comes first, repeated events take their days, and everything else
    /// happens at the end.
    pub fn days(&self, moves: &[Move]) -> u32 {
        let of = |one: &Move| match *one {
            Move::Fact(..) => (0, 0),
            Move::Event(at, times) => (0, self.events[at].every.saturating_mul(times.saturating_sub(1))),
            Move::Wait(days) => (days, 0),
        };
        let (waits, spreads): (Vec<u32>, Vec<u32>) = moves.iter().map(of).unzip();
        waits.iter().sum::<u32>().saturating_add(spreads.into_iter().max().unwrap_or(0))
    }

    /// The lead after these things, all its events, and the instant by then.
    pub fn apply(&self, case: &Case, as_of: Instant, moves: &[Move]) -> After {
        let by_then = as_of.saturating_add(i64::from(self.days(moves)) * DAY);
        let mut lead = case.lead.clone();
        let mut events = case.events.clone().unwrap_or_default();
        for one in moves {
            match *one {
                Move::Fact(at, turn) => {
                    let (field, turns) = &self.facts[at];
                    lead.fields[usize::from(field.0)] = Some(turns[turn].value.clone());
                }
                Move::Event(at, times) => {
                    let happening = &self.events[at];
                    for number in 1..=times {
                        let before = i64::from(happening.every) * i64::from(times - number);
                        let mut event = Event { time: by_then - before * DAY, ..happening.event.clone() };
                        for &property in &happening.apart {
                            if let Some(Value::Text(text)) = &mut event.properties[property] {
                                *text = format!("{text} {number}");
                            }
                        }
                        events.push(event);
                    }
                }
                Move::Wait(_) => {}
            }
        }
        (lead, events, by_then)
    }

    /// A thing in words.
    pub fn thing(&self, rules: &Rules, one: &Move) -> Thing {
        match *one {
            Move::Fact(at, turn) => {
                let (field, turns) = &self.facts[at];
                let field = rules.field(*field);
                let example = turns[turn].value.shown(&field.ty);
                Thing::Fact { field: field.name.clone(), turns_out: turns[turn].words.clone(), example }
            }
            Move::Event(at, times) => {
                let words = self.events[at].words(rules);
                let event = if times == 1 { words.replace("each another", "another") } else { words };
                let every = if times == 1 { 0 } else { self.events[at].every };
                Thing::Event { event, times, every }
            }
            Move::Wait(days) => Thing::Wait { days },
        }
    }
}

impl Happening {
    /// `webinar_attended (minutes 20)`; properties that only tell occurrences apart are written `each another title`.
    fn words(&self, rules: &Rules) -> String {
        let Some((log, kind)) = rules.log.as_ref().zip(self.event.kind) else { return "anything at all".to_owned() };
        let kind = log.kind(kind);
        let said = kind.properties.iter().filter_map(|id| {
            let at = usize::from(id.0);
            let property = log.property(*id);
            let value = self.event.properties[at].as_ref()?;
            if self.apart.contains(&at) {
                return Some(format!("each another {}", property.name));
            }
            Some(format!("{} {}", property.name, value.shown(&property.ty)))
        });
        let said: Vec<String> = said.collect();
        if said.is_empty() { kind.name.clone() } else { format!("{} ({})", kind.name, said.join(", ")) }
    }
}

/// The options of a plan that gives nothing but what is asked.
fn options(log: bool) -> Options {
    Options { log, rule_points: false, trace: true }
}

fn facts(
    rules: &Rules,
    case: &Case,
    as_of: Instant,
    gathered: &Gathered<'_>,
    takes: &dyn Fn(FieldId) -> bool,
) -> (Vec<(FieldId, Vec<Turn>)>, bool) {
    let (mut facts, mut is_cut) = (Vec::new(), false);
    for (at, field) in (0..).zip(&rules.fields) {
        let id = FieldId(at);
        let is_known = case.lead.fields[usize::from(at)].is_some();
        let is_asked = gathered.leaves.contains_key(&id) || gathered.mixed.contains(&id);
        if is_known || field.outcome || rules.key == Some(id) || !is_asked || !takes(id) {
            continue;
        }
        let (turns, cut) = turns(rules, case, as_of, gathered, id);
        is_cut |= cut;
        if !turns.is_empty() {
            facts.push((id, turns));
        }
    }
    (facts, is_cut)
}

/// The values of a field, one for each way in which the conditions on it can turn out, and whether there were too many
/// of them.
fn turns(rules: &Rules, case: &Case, as_of: Instant, gathered: &Gathered<'_>, id: FieldId) -> (Vec<Turn>, bool) {
    let none = Vec::new();
    let leaves = gathered.leaves.get(&id).unwrap_or(&none);
    let today = rules.zone.day_of(as_of);
    let numbers: Vec<Decimal> = gathered.numbers.get(&id).into_iter().flatten().copied().collect();
    let mut values = values(&rules.field(id).ty, leaves, &numbers, today);
    for other in gathered.beside.get(&id).into_iter().flatten() {
        let known = case.lead.fields[usize::from(other.0)].clone();
        values.extend(known.into_iter().flat_map(|value| around(&value)));
    }
    values.retain(|value| fits(value, &rules.field(id).ty));
    values.sort();
    values.dedup();
    let mut is_cut = values.len() > MOST_VALUES * 8;
    values.truncate(MOST_VALUES * 8);
    let conditions: Vec<Cond> = leaves.iter().map(|leaf| (*leaf).clone()).collect();
    let asked = Asked { conditions: &conditions, ..Asked::default() };
    let plan = Plan::asking(rules, options(case.events.is_some()), asked);
    let mut single = plan.single(as_of);
    let mut known = single.known(&case.lead, case.events.as_deref().unwrap_or_default());
    let scores = vec![None; rules.scores.len()];
    let mut classes: Vec<(Vec<leadrules_language::types::Truth>, Vec<Value>)> = Vec::new();
    for value in values {
        known.lead.fields[usize::from(id.0)] = Some(value.clone());
        let mut supposed = single.suppose(&known, &scores);
        let found: Vec<_> = (0..leaves.len()).map(|leaf| supposed.truth(leaf)).collect();
        match classes.iter_mut().find(|(other, _)| *other == found && !gathered.mixed.contains(&id)) {
            Some((_, values)) => values.push(value),
            None => classes.push((found, vec![value])),
        }
    }
    is_cut |= classes.len() > MOST_VALUES;
    classes.truncate(MOST_VALUES);
    let all: Vec<Value> = classes.iter().flat_map(|(_, values)| values.clone()).collect();
    let turn = |(found, values): (Vec<leadrules_language::types::Truth>, Vec<Value>)| {
        let words = words(rules, id, leaves, &found, &values, &all);
        let value = typical(&values);
        Turn { value, words }
    };
    (classes.into_iter().map(turn).collect(), is_cut)
}

/// The value that represents those that rules do not tell apart: of numbers the roundest, of others the middle one.
fn typical(values: &[Value]) -> Value {
    let middle = values.len() / 2;
    let digits = |value: &Value| if let Value::Number(number) = value { amount::digits(*number) } else { 0 };
    let roundest = (0..values.len()).min_by_key(|&at| (digits(&values[at]), at.abs_diff(middle)));
    values[roundest.unwrap_or(middle)].clone()
}

/// Numbers of days after which something changes for the lead if nothing happens: the first days on which a score rises
/// and, of the usual ones, those on which any score differs.
fn waits(standing: &Standing<'_>) -> Vec<u32> {
    const USUAL: [u32; 8] = [1, 7, 14, 30, 60, 90, 180, 365];
    const RISES: usize = 8;
    let Case { lead, events, .. } = standing.case;
    let scores = |days: u32| -> Vec<Option<i64>> {
        let later = Standing { as_of: standing.as_of.saturating_add(i64::from(days) * DAY), ..*standing };
        let then = later.outcome(lead, events.as_deref().unwrap_or_default());
        then.scores.iter().map(|score| score.points.map(|points| points.0)).collect()
    };
    let now = scores(0);
    let (mut before, mut rises, mut usual) = (now.clone(), Vec::new(), Vec::new());
    for days in 1..=USUAL[USUAL.len() - 1] {
        let then = scores(days);
        if rises.len() < RISES && then.iter().zip(&before).any(|(then, before)| then > before) {
            rises.push(days);
        }
        if USUAL.contains(&days) && then != now {
            usual.push(days);
        }
        before = then;
    }
    let all: BTreeSet<u32> = rises.into_iter().chain(usual).collect();
    all.into_iter().collect()
}

fn around(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(Decimal(number)) => [-SCALE, 0, SCALE].map(|by| Value::Number(Decimal(number + by))).to_vec(),
        Value::Date(day) => [-1, 0, 1].map(|by| Value::Date(day + by)).to_vec(),
        Value::Text(_) | Value::Truth(_) | Value::Choice(_) | Value::Texts(_) | Value::Choices(_) => {
            vec![value.clone()]
        }
    }
}

/// Whether it is a value of this type.
pub fn fits(value: &Value, ty: &Type) -> bool {
    match (value, ty) {
        (Value::Number(number), Type::Number(range)) => range.range.contains(*number),
        (Value::Number(number), Type::Integer(range)) => range.range.contains(*number) && number.is_whole(),
        (Value::Date(day), Type::Date(date)) => date.range.contains(*day),
        (Value::Text(text), Type::Email) => leadrules_language::text::is_email(text),
        (Value::Text(_), Type::Text) | (Value::Truth(_), Type::YesNo) => true,
        (Value::Choice(option), Type::Choice(choice)) => usize::from(*option) < choice.options.len(),
        (Value::Texts(_), Type::ListOfText { .. }) | (Value::Choices(_), Type::ListOfChoice { .. }) => true,
        _ => false,
    }
}

/// Values of a type at, and next to, everything that conditions ask for.
fn values(ty: &Type, leaves: &[&Cond], numbers: &[Decimal], today: Day) -> Vec<Value> {
    match ty {
        Type::Number(_) | Type::Integer(_) => {
            let step = if matches!(ty, Type::Integer(_)) { SCALE } else { 1 };
            let mut values: Vec<i128> = numbers.iter().flat_map(|n| [n.0 - step, n.0, n.0 + step]).collect();
            values.extend(numbers.iter().zip(numbers.iter().skip(1)).map(|(a, b)| i128::midpoint(a.0, b.0)));
            if values.is_empty() {
                values.push(SCALE);
            }
            let whole = |value: i128| if step == SCALE { value.div_euclid(SCALE) * SCALE } else { value };
            values.into_iter().map(|value| Value::Number(Decimal(whole(value)))).collect()
        }
        Type::YesNo => vec![Value::Truth(true), Value::Truth(false)],
        Type::Date(_) => {
            let ends = leaves.iter().flat_map(|leaf| days(leaf, today));
            let since = numbers
                .iter()
                .filter_map(|n| Day::try_from(n.0 / SCALE).ok())
                .filter_map(|days| today.checked_sub(days));
            let ends: BTreeSet<Day> = ends.chain(since).filter(|day| day.unsigned_abs() < 700_000).collect();
            let near = ends.iter().flat_map(|day| [day - 1, *day, day + 1]).chain([today]);
            near.map(Value::Date).collect()
        }
        Type::Choice(choice) => (0..).zip(&choice.options).map(|(at, _)| Value::Choice(at)).collect(),
        Type::ListOfChoice { choice, .. } => {
            let mut values: Vec<Vec<u16>> = (0..).zip(&choice.options).map(|(at, _)| vec![at]).collect();
            values.extend(leaves.iter().filter_map(|leaf| match &leaf.kind {
                CondKind::Choices { options, all: true, .. } => Some(options.clone()),
                _ => None,
            }));
            let every: BTreeSet<u16> = leaves.iter().flat_map(|leaf| wanted(leaf)).collect();
            values.push(every.into_iter().collect());
            let sorted = values.into_iter().filter(|value| !value.is_empty()).map(|mut value| {
                value.sort_unstable();
                value
            });
            sorted.map(Value::Choices).collect()
        }
        Type::Text => texts(leaves).into_iter().chain(["x".to_owned()]).map(Value::Text).collect(),
        Type::Email => {
            let made = texts(leaves).into_iter().flat_map(|text| {
                let dotless = text.trim_start_matches(['.', '@']);
                [
                    text.clone(),
                    format!("name@{dotless}"),
                    format!("name@company{text}"),
                    format!("{text}@company.example"),
                ]
            });
            made.chain(["name@company.example".to_owned(), "name@company.test".to_owned()]).map(Value::Text).collect()
        }
        Type::ListOfText { .. } => {
            let all = leaves.iter().filter_map(|leaf| match &leaf.kind {
                CondKind::Texts { texts, all: true, .. } => Some(texts.clone()),
                _ => None,
            });
            let single = texts(leaves).into_iter().chain(["x".to_owned()]).map(|text| vec![text]);
            all.chain(single).map(Value::Texts).collect()
        }
    }
}

fn wanted(leaf: &Cond) -> Vec<u16> {
    match &leaf.kind {
        CondKind::Choices { options, .. } => options.clone(),
        _ => Vec::new(),
    }
}

fn days(leaf: &Cond, today: Day) -> Vec<Day> {
    match &leaf.kind {
        CondKind::Date(_, ranges) => {
            let ends = ranges.iter().flat_map(|range| match range {
                DateRange::Days(first, last) => [*first, *last],
                DateRange::Window(window) => {
                    let (first, last) = Window::days(*window, today);
                    [Some(first), Some(last)]
                }
            });
            ends.flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// Texts that pass what conditions ask of texts: the first few of each list.
fn texts(leaves: &[&Cond]) -> Vec<String> {
    const FEW: usize = 4;
    let mut found = Vec::new();
    for leaf in leaves {
        match &leaf.kind {
            CondKind::Text(_, test) => match test {
                TextTest::Part(TextOp::ContainsAll, texts) => found.push(texts.join(" ")),
                // A text that matches is looked for only among the plain texts of the expression.
                TextTest::Matches(pattern) => {
                    let plain = |c: char| !c.is_alphanumeric() && c != ' ';
                    found.extend(
                        pattern.folded.split(plain).filter(|text| !text.is_empty()).take(FEW).map(str::to_owned),
                    );
                }
                other => found.extend(other.texts().iter().take(FEW).cloned()),
            },
            CondKind::Texts { texts, .. } => found.extend(texts.iter().take(FEW).cloned()),
            _ => {}
        }
    }
    found
}

/// Values in words: a range of numbers or dates, options by name, or the conditions that texts meet.
fn words(
    rules: &Rules,
    id: FieldId,
    leaves: &[&Cond],
    found: &[leadrules_language::types::Truth],
    values: &[Value],
    all: &[Value],
) -> String {
    let ty = &rules.field(id).ty;
    match ty {
        Type::Number(_) | Type::Integer(_) | Type::Date(_) => ends(values, all, ty),
        Type::YesNo | Type::Choice(_) => {
            let names: Vec<String> = values.iter().map(|value| value.shown(ty)).collect();
            match names.split_last() {
                Some((last, first)) if !first.is_empty() => format!("{} or {last}", first.join(", ")),
                _ => names.concat(),
            }
        }
        Type::ListOfChoice { .. } => values[0].shown(ty),
        Type::Text | Type::Email | Type::ListOfText { .. } => {
            let met = leaves.iter().zip(found).filter(|(leaf, truth)| {
                **truth == leadrules_language::types::Truth::True && !matches!(leaf.kind, CondKind::Known(_))
            });
            let mut texts: Vec<String> = met.map(|(leaf, _)| one_line(rules.text(leaf.span))).collect();
            texts.dedup();
            if texts.is_empty() { "known, and nothing that rules single out".to_owned() } else { texts.join(" and ") }
        }
    }
}

/// `100 to 200`, `201 or more`, `9 or less`
fn ends(values: &[Value], all: &[Value], ty: &Type) -> String {
    let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) else { return String::new() };
    let written = |value: &Value| value.shown(ty);
    let date = matches!(ty, Type::Date(_));
    let is_first = all.iter().min() == Some(low);
    let is_last = all.iter().max() == Some(high);
    // Values of one kind need not be next to each other.
    let between = all.iter().any(|other| low < other && other < high && !values.contains(other));
    match (is_first, is_last) {
        _ if between => values.iter().map(written).collect::<Vec<_>>().join(" or "),
        (true, true) => "known".to_owned(),
        (true, false) => amount::just_below(high).map_or_else(
            || format!("{} or {}", written(high), if date { "before" } else { "less" }),
            |end| format!("less than {end}"),
        ),
        (false, true) => amount::just_above(low).map_or_else(
            || format!("{} or {}", written(low), if date { "later" } else { "more" }),
            |end| format!("more than {end}"),
        ),
        (false, false) if low == high => written(low),
        (false, false) => match (amount::just_above(low), amount::just_below(high)) {
            (None, None) => format!("{} to {}", written(low), written(high)),
            (None, Some(end)) => format!("{} or more, and less than {end}", written(low)),
            (Some(start), None) => format!("more than {start}, up to {}", written(high)),
            (Some(start), Some(end)) => format!("more than {start} and less than {end}"),
        },
    }
}

/// Events of the kinds that rules look at, with properties such as their filters ask for.
fn happenings(rules: &Rules, as_of: Instant, gathered: &Gathered<'_>) -> Vec<Happening> {
    let Some(log) = &rules.log else { return Vec::new() };
    let today = rules.zone.day_of(as_of);
    let mut found: Vec<Happening> = Vec::new();
    for (kind, times) in &gathered.times {
        let filters: Vec<&Occurrences> = gathered
            .events
            .iter()
            .copied()
            .filter(|of| match (&of.kinds, kind) {
                (Some(kinds), Some(kind)) => kinds.contains(kind),
                (None, _) => true,
                (Some(_), None) => false,
            })
            .collect();
        let own: Vec<usize> = kind
            .map_or(Vec::new(), |kind: KindId| log.kind(kind).properties.iter().map(|id| usize::from(id.0)).collect());
        let mut made = vec![vec![None; log.properties.len()]];
        let mut apart = Vec::new();
        for property in own {
            let id = leadrules_language::ir::PropertyId(u16::try_from(property).unwrap_or(u16::MAX));
            let mut leaves: Vec<&Cond> = Vec::new();
            filters
                .iter()
                .filter_map(|of| of.filter.as_deref())
                .for_each(|filter| filter_leaves(filter, id, &mut leaves));
            let numbers: Vec<Decimal> = gathered.amounts.get(&id).into_iter().flatten().copied().collect();
            let ty = &log.property(id).ty;
            let is_apart = gathered.apart.contains(&id);
            if leaves.is_empty() && numbers.is_empty() && !is_apart {
                continue;
            }
            let mut values: Vec<Value> = if is_apart && matches!(ty, Type::Text) && leaves.is_empty() {
                apart.push(property);
                vec![Value::Text(format!("another {}", log.property(id).name))]
            } else {
                values(ty, &leaves, &numbers, today)
            };
            values.retain(|value| fits(value, ty));
            values.sort();
            values.dedup();
            values.truncate(MOST_VALUES);
            let mut next: Vec<Vec<Option<Value>>> = Vec::new();
            for properties in &made {
                for value in &values {
                    let mut properties = properties.clone();
                    properties[property] = Some(value.clone());
                    next.push(properties);
                }
            }
            next.truncate(MOST_VALUES * 8);
            if !next.is_empty() {
                made = next;
            }
        }
        let asked: Vec<Occurrences> = filters.iter().map(|of| (*of).clone()).collect();
        let plan = Plan::asking(rules, options(true), Asked { occurrences: &asked, ..Asked::default() });
        let mut single = plan.single(as_of);
        let mut classes: Vec<(Vec<bool>, Vec<Option<Value>>)> = Vec::new();
        let counted = gathered.summed.iter().any(|id| made[0].get(usize::from(id.0)).is_some_and(Option::is_some));
        for properties in made {
            let event = Event { kind: *kind, time: as_of, id: None, properties: properties.clone() };
            let passes = single.is_one_of(&event);
            if passes.iter().any(|passes| *passes)
                && (counted || !classes.iter().any(|(other, _)| *other == passes))
                && classes.len() < MOST_VALUES
            {
                classes.push((passes, properties));
            }
        }
        let times: Vec<u32> = times.iter().copied().collect();
        let first = found.len();
        let same = |passes: &Vec<bool>| classes.iter().position(|(other, _)| other == passes).unwrap_or(0);
        let families: Vec<usize> = classes.iter().map(|(passes, _)| first + same(passes)).collect();
        let made: Vec<Happening> = classes
            .into_iter()
            .zip(families)
            .map(|((_, properties), family)| Happening {
                family,
                event: Event { kind: *kind, time: as_of, id: None, properties },
                times: times.clone(),
                apart: apart.clone(),
                every: 0,
            })
            .collect();
        // What counts once a day is worth more on several days.
        let several: Vec<u32> = times.iter().copied().filter(|times| *times > 1).collect();
        let every: BTreeSet<u32> =
            [kind, &None].iter().filter_map(|kind| gathered.every.get(kind)).flatten().copied().collect();
        let spread = every.iter().flat_map(|&every| made.iter().cloned().map(move |one| Happening { every, ..one }));
        let spread: Vec<Happening> = spread.map(|one| Happening { times: several.clone(), ..one }).collect();
        found.extend(made.into_iter().chain(spread.into_iter().filter(|one| !one.times.is_empty())));
    }
    found
}

/// The single conditions of a filter that look at a property.
fn filter_leaves<'a>(cond: &'a Cond, id: leadrules_language::ir::PropertyId, found: &mut Vec<&'a Cond>) {
    let is_it = |subject| matches!(subject, Subject::Property(at) | Subject::PropertyDomain(at) if at == id);
    cond.parts().iter().for_each(|part| filter_leaves(part, id, found));
    found.extend(cond.subjects().any(is_it).then_some(cond));
}
