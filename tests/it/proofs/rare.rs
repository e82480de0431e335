//! Rule files whose points are rare: made around one lead, of narrow bands, exact equalities, products, long patterns,
//! chains of definitions and labels, ends of months and windows that touch, points without a limit, groups and computed
//! scores. In: a seed; out: a rule file in which that lead gets as far as the file asks, though hardly any other does;
//! the lead; and its neighbours.
//!
//! The values occur nowhere else in the file, so that whoever draws values from the rules' own constants misses them.

use std::fmt::Write as _;

use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::decimal::{Decimal, Points, SCALE};
use leadrules_language::ir::Rules;
use leadrules_language::reference::{Event, Lead, evaluate};
use leadrules_language::types::{Type, Value};

use crate::generate::Dice;
use crate::rules::{self, read};

/// A lead and what it did, if that is known.
pub type Known = (Lead, Option<Vec<Event>>);

/// A rule file, and leads that show what must not be called impossible.
pub struct Planted {
    pub text: String,
    /// The same with one rule fewer.
    pub before: String,
    pub as_of: Instant,
    /// The lead that the file is made around, then its neighbours, with what they did.
    pub leads: Vec<Known>,
}

/// This many neighbours of a lead are tried.
const NEIGHBOURS: usize = 40;

const HEAD: &str = "leadrules 1
lead {
  id text key
  a integer 0..100k
  b integer 1..5000
  m number 0..1000M
  n number
  since date
  till date
  t text
  u text
  mail email
  c choice { x, y, z }
  tags list of text
}
events {
  visit { page text, minutes integer 0..600 }
  order { amount number 0..1M, page text }
}
";

const INSTANTS: &[&str] =
    &["2026-01-31T12:00Z", "2026-03-31T12:00Z", "2024-02-29T12:00Z", "2025-02-28T23:00Z", "2026-11-23T00:00Z"];

/// Makes one; `None` if what was made is not a valid rule file.
pub fn planted(seed: u64) -> Option<Planted> {
    let mut dice = Dice(seed);
    let bare = read("bare", format!("{HEAD}score s {{ a is known => +1 }}\n"));
    let bare = rules::usable(&bare);
    let as_of = bare.zone.parse_as_of(dice.pick(INSTANTS)).expect("an instant");
    let (lead, events) = (lead(&mut dice, bare, as_of), events(&mut dice, bare, as_of));
    let made = Maker { rules: bare, as_of, lead: &lead, events: &events };
    let (text, before) = made.file(&mut dice)?;
    let neighbours: Vec<_> = (0..NEIGHBOURS).map(|_| neighbour(&mut dice, as_of, &lead, &events)).collect();
    let leads = std::iter::once((lead, Some(events))).chain(neighbours).collect();
    Some(Planted { text, before, as_of, leads })
}

/// A lead that differs in one or two things: a value is unknown or the next one, an event is gone, is repeated, or is
/// moved to the other side of a border.
fn neighbour(dice: &mut Dice, as_of: Instant, lead: &Lead, events: &[Event]) -> Known {
    let (mut lead, mut events) = (lead.clone(), events.to_vec());
    for _ in 0..=dice.below(3) {
        if events.is_empty() || dice.one_in(2) {
            let at = 1 + dice.below(lead.fields.len() - 1);
            let field = &mut lead.fields[at];
            *field = if dice.one_in(3) { None } else { field.take().map(|value| next_to(dice, value)) };
            continue;
        }
        let at = dice.below(events.len());
        match dice.below(5) {
            0 => _ = events.remove(at),
            1 => {
                let times = dice.pick(&[1, 2, 5, 30, 500]);
                let again = events[at].clone();
                events.extend(std::iter::repeat_n(again, times));
            }
            2 => {
                let off = dice.pick(&[1, -1, DAY, -DAY, 7 * DAY, -31 * DAY]);
                events[at].time = (events[at].time + off).min(as_of);
            }
            // One event a day, so that each counts separately.
            3 => {
                let again = events[at].clone();
                let days = i64::try_from(1 + dice.below(60)).expect("small");
                events.extend((1..=days).map(|day| Event { time: again.time - day * DAY, ..again.clone() }));
            }
            _ => {
                let of = dice.below(events[at].properties.len());
                let value = events[at].properties[of].take();
                events[at].properties[of] = value.filter(|_| !dice.one_in(3)).map(|value| next_to(dice, value));
            }
        }
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.time));
    (lead, Some(events))
}

/// A value beside this one, of the same type and within its range.
fn next_to(dice: &mut Dice, value: Value) -> Value {
    match value {
        Value::Number(number) => {
            let is_whole = number.0 % SCALE == 0;
            let step = dice.pick(&[SCALE, -SCALE, 100 * SCALE, -number.0 / SCALE / 2 * SCALE]);
            let moved = number.0 + if is_whole { step } else { step / dice.pick(&[1, 100, SCALE]) };
            Value::Number(Decimal(if (SCALE..=5000 * SCALE).contains(&moved) { moved } else { number.0 }))
        }
        Value::Date(day) => Value::Date(day + dice.pick(&[1, -1, 30, -365])),
        Value::Text(text) if text.contains('@') => Value::Text(text),
        Value::Text(text) => Value::Text(format!("{}{text}", dice.pick(&["a", "q", "7"]))),
        Value::Choice(at) => Value::Choice((at + 1) % 3),
        Value::Texts(mut texts) => {
            texts.truncate(1);
            Value::Texts(texts)
        }
        other => other,
    }
}

fn number(dice: &mut Dice, most: usize) -> i128 {
    i128::try_from(dice.below(most)).expect("small")
}

fn word(dice: &mut Dice, least: usize, most: usize) -> String {
    let count = least + dice.below(most - least + 1);
    let text: String = (0..count).map(|_| dice.pick(&['a', 'b', 'c', 'd', 'e', '7', ' ', 'a', 'b'])).collect();
    let text = text.trim().to_owned();
    if text.is_empty() { "b".to_owned() } else { text }
}

fn lead(dice: &mut Dice, rules: &Rules, as_of: Instant) -> Lead {
    let today = rules.zone.day_of(as_of);
    let field = |dice: &mut Dice, ty: &Type, name: &str| match ty {
        Type::Integer(_) if name == "b" => Value::Number(Decimal((1 + number(dice, 4999)) * SCALE)),
        Type::Integer(_) => Value::Number(Decimal(number(dice, 100_000) * SCALE)),
        Type::Number(_) => {
            let whole = number(dice, 10_000_000);
            Value::Number(Decimal(whole * SCALE + dice.pick(&[0, 0, 500_000, 10_000, 333_333])))
        }
        Type::Date(_) => Value::Date(today - i32::try_from(dice.below(800)).expect("small")),
        Type::Email => {
            Value::Text(format!("{}@{}.example", word(dice, 2, 6).replace(' ', "-"), dice.pick(&["ab", "b7"])))
        }
        Type::Choice(_) => Value::Choice(u16::try_from(dice.below(3)).expect("small")),
        Type::ListOfText { .. } => Value::Texts(vec![word(dice, 2, 8), word(dice, 3, 8)]),
        Type::Text | Type::YesNo | Type::ListOfChoice { .. } => Value::Text(word(dice, 3, 22)),
    };
    let fields = rules.fields.iter().map(|of| (!dice.one_in(12)).then(|| field(dice, &of.ty, &of.name)));
    Lead { fields: fields.collect() }
}

fn events(dice: &mut Dice, rules: &Rules, as_of: Instant) -> Vec<Event> {
    let log = rules.log.as_ref().expect("the head has events");
    let count = dice.below(9);
    let mut events: Vec<Event> = (0..count)
        .map(|_| {
            let at = dice.below(log.kinds.len());
            let mut properties = vec![None; log.properties.len()];
            for id in &log.kinds[at].properties {
                let value = match &log.property(*id).ty {
                    Type::Integer(_) => Value::Number(Decimal(number(dice, 600) * SCALE)),
                    Type::Number(_) => Value::Number(Decimal(number(dice, 1_000_000) * SCALE / 100)),
                    _ => Value::Text(word(dice, 2, 7)),
                };
                properties[usize::from(id.0)] = (!dice.one_in(8)).then_some(value);
            }
            let age = i64::try_from(dice.below(130)).expect("small") * DAY + dice.pick(&[0, 1, DAY / 2, DAY - 1]);
            let kind = rules.log.as_ref().and_then(|log| log.kinds.get(at)).map(|_| at);
            let kind = kind.map(|at| leadrules_language::ir::KindId(u16::try_from(at).expect("small")));
            Event { kind, time: as_of - age, id: None, properties }
        })
        .collect();
    events.sort_by_key(|event| std::cmp::Reverse(event.time));
    events
}

/// A quantity and its value for the lead.
type Quantity = (String, Option<Decimal>);

struct Maker<'a> {
    rules: &'a Rules,
    as_of: Instant,
    lead: &'a Lead,
    events: &'a [Event],
}

impl Maker<'_> {
    fn value(&self, name: &str) -> Option<&Value> {
        let at = self.rules.fields.iter().position(|field| field.name == name).expect("a field of the head");
        self.lead.fields[at].as_ref()
    }

    fn text(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    fn number(&self, name: &str) -> Option<Decimal> {
        match self.value(name)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    fn quantity(&self, dice: &mut Dice, depth: usize) -> Quantity {
        if depth > 0 && !dice.one_in(4) {
            let (left, a) = self.quantity(dice, depth - 1);
            let (right, b) = self.quantity(dice, depth - 1);
            let (sign, made) = match dice.below(4) {
                0 => ("+", a.zip(b).and_then(|(a, b)| a.checked_add(b))),
                1 => ("-", a.zip(b).and_then(|(a, b)| a.checked_sub(b))),
                2 => ("*", a.zip(b).and_then(|(a, b)| a.checked_mul(b))),
                _ => ("/", a.zip(b).and_then(|(a, b)| a.checked_div(b))),
            };
            return (format!("({left} {sign} {right})"), made);
        }
        let days = |name: &str| match self.value(name) {
            Some(Value::Date(day)) => {
                Some(Decimal::whole(i64::from(self.rules.zone.day_of(self.as_of)) - i64::from(*day)))
            }
            _ => None,
        };
        match dice.below(9) {
            0 | 1 => ("a".to_owned(), self.number("a")),
            2 => ("b".to_owned(), self.number("b")),
            3 | 4 => ("m".to_owned(), self.number("m")),
            5 => ("n".to_owned(), self.number("n")),
            6 => ("days since since".to_owned(), days("since")),
            7 => ("days since till".to_owned(), days("till")),
            _ => {
                let value = dice.pick(&["2", "12", "0.5", "100", "3.25", "1000"]);
                (value.to_owned(), Decimal::parse(value).ok().map(|(value, _)| value))
            }
        }
    }

    /// A quantity that contains some field.
    fn of_fields(&self, dice: &mut Dice) -> Quantity {
        loop {
            let made = self.quantity(dice, 2);
            if made.0.contains(char::is_alphabetic) {
                return made;
            }
        }
    }

    /// A condition that is true of the lead, if one can be had, and of hardly any other.
    fn condition(&self, dice: &mut Dice, depth: usize) -> String {
        if depth > 0 && dice.one_in(4) {
            let (one, other) = (self.condition(dice, depth - 1), self.condition(dice, depth - 1));
            return format!("({one} {} {other})", dice.pick(&["and", "and", "or"]));
        }
        match dice.below(12) {
            0..=3 => self.band(dice),
            4 | 5 => self.of_text(dice, dice.clone().pick(&["t", "u"])),
            6 => self.of_address(dice),
            7 => self.of_date(dice),
            8 => self.of_entries(dice),
            _ => self.of_events(dice),
        }
    }

    fn band(&self, dice: &mut Dice) -> String {
        let (text, value) = self.of_fields(dice);
        let Some(value) = value.filter(|value| value.0.abs() < 900_000_000_000 * SCALE) else {
            return format!("{text} is unknown");
        };
        let off = dice.pick(&[0, 0, 1, SCALE / 100, SCALE, 5 * SCALE]);
        let (low, high) = (Decimal(value.0 - off), Decimal(value.0 + off * number(dice, 3)));
        match dice.below(5) {
            0 => format!("{text} = {value}"),
            1 => format!("{text} {low}..{high}"),
            2 => format!("not ({text} < {low}) and {text} <= {high}"),
            3 => format!("{text} in {low}..{high}"),
            _ => format!("{text} >= {low} and not ({text} > {high})"),
        }
    }

    fn of_text(&self, dice: &mut Dice, name: &str) -> String {
        let Some(text) = self.text(name) else { return format!("{name} is unknown") };
        let chars: Vec<char> = text.chars().collect();
        let cut = |from: usize, to: usize| -> String { chars[from..to].iter().collect() };
        let end = chars.len();
        let (one, two) = (dice.below(end), dice.below(end));
        let (from, to) = (one.min(two), one.max(two) + 1);
        let piece = cut(from, to);
        if piece.trim() != piece || piece.is_empty() {
            return format!("{name} is \"{text}\"");
        }
        let start = cut(0, 1 + dice.below(end)).trim_end().to_owned();
        let tail = cut(dice.below(end), end).trim_start().to_owned();
        let gap = |count: usize| if count == 0 { String::new() } else { format!(".{{{count}}}") };
        match dice.below(9) {
            0 => format!("{name} starts with \"zz\", \"{start}\", \"a\""),
            1 => format!("{name} starts with \"{start}\""),
            2 => format!("{name} ends with \"q\", \"{tail}\""),
            3 => format!("{name} contains all \"{piece}\", \"{start}\""),
            4 => format!("{name} matches \"^{}{piece}{}$\"", gap(from), gap(end - to)),
            5 => format!("{name} matches \"{}{}{}\"", chars[from], gap((to - from).saturating_sub(2)), chars[to - 1]),
            6 => format!("{name} matches \"^[a-c]*{}[^x]*$\"", &start),
            7 => format!("{name} mentions \"{}\", \"vp\"", text.split(' ').next().unwrap_or(text)),
            _ => format!("not ({name} contains \"zz\") and {name} contains \"{piece}\""),
        }
    }

    fn of_address(&self, dice: &mut Dice) -> String {
        let Some(address) = self.text("mail") else { return "mail is unknown".to_owned() };
        let (local, domain) = address.split_once('@').expect("an address");
        match dice.below(4) {
            0 => format!("mail.domain in \"gmail.com\", \"{domain}\""),
            1 => format!("mail.domain ends with \"{}\"", &domain[1..]),
            2 => format!("mail starts with \"{local}\""),
            _ => format!("mail matches \"^.{{{}}}@\"", local.chars().count()),
        }
    }

    fn of_entries(&self, dice: &mut Dice) -> String {
        match (dice.below(3), self.value("tags"), self.value("c")) {
            (0, Some(Value::Texts(tags)), _) => format!("tags contains all \"{}\", \"{}\"", tags[0], tags[1]),
            (1, Some(Value::Texts(tags)), _) => {
                format!("tags starts with \"{}\" and not (tags contains \"q\")", tags[1])
            }
            (_, _, Some(Value::Choice(at))) => format!("c is {}", ["x", "y", "z"][usize::from(*at)]),
            _ => "c is unknown".to_owned(),
        }
    }

    fn of_date(&self, dice: &mut Dice) -> String {
        let name = dice.pick(&["since", "till"]);
        let Some(Value::Date(day)) = self.value(name) else { return format!("{name} is unknown") };
        let age = self.rules.zone.day_of(self.as_of) - day;
        let written = leadrules_language::calendar::format_day(*day);
        match dice.below(7) {
            0 => format!("{name} is {written}"),
            1 => format!("{name} in last {} days and not ({name} in last {} days)", age + 1, age),
            2 => format!("{name} in last {} months", age / 28 + 1),
            3 => format!("{name} older than {} months", age / 31),
            4 => format!("{name} {written}..{written}"),
            5 => format!("days since {name} = {age}"),
            _ => format!("{name} older than {} days and {name} in last {} days", age - 1, age + 1),
        }
    }

    fn of_events(&self, dice: &mut Dice) -> String {
        let kind = dice.below(2);
        let name = ["visit", "order"][kind];
        let days = i64::try_from(1 + dice.below(130)).expect("small");
        let mine = |days: i64| {
            let of = |event: &&Event| event.kind.map(|id| usize::from(id.0)) == Some(kind);
            self.events.iter().filter(of).filter(|event| event.time > self.as_of - days * DAY).collect::<Vec<_>>()
        };
        let within = mine(days);
        let amounts: Vec<i128> = within
            .iter()
            .filter_map(|event| {
                match event.properties.iter().flatten().find(|value| matches!(value, Value::Number(_))) {
                    Some(Value::Number(number)) => Some(number.0),
                    _ => None,
                }
            })
            .collect();
        let number = ["minutes", "amount"][kind];
        let total = Decimal(amounts.iter().sum());
        match dice.below(9) {
            0 => format!("{name} exactly {} times in last {days} days", within.len()),
            1 => {
                let shorter = 1 + i64::try_from(dice.below(days.try_into().expect("small"))).expect("small");
                let (long, short) = (within.len(), mine(shorter).len());
                format!(
                    "count of {name} in last {days} days = {long} and count of {name} in last {shorter} days = {short}"
                )
            }
            2 | 3 if !amounts.is_empty() => format!("total {number} of {name} in last {days} days = {total}"),
            4 if !amounts.is_empty() => format!(
                "highest {number} of {name} in last {days} days = {}",
                Decimal(*amounts.iter().max().expect("some"))
            ),
            5 if !amounts.is_empty() => {
                let count = i128::try_from(amounts.len()).expect("small");
                let mean = Decimal(leadrules_language::decimal::divide_rounded(total.0, count));
                format!("average {number} of {name} in last {days} days = {mean}")
            }
            6 if !within.is_empty() => format!("days since {name} = {}", (self.as_of - within[0].time) / DAY),
            7 if !within.is_empty() => {
                let page = within[0].properties.iter().flatten().find_map(|value| match value {
                    Value::Text(text) => Some(text.clone()),
                    _ => None,
                });
                page.map_or_else(
                    || format!("{name} where page is unknown in last {days} days"),
                    |page| format!("{name} where page is \"{page}\" in last {days} days"),
                )
            }
            _ => format!("count of any activity in last {days} days >= {}", within.len()),
        }
    }

    /// Points that are given for each of something: with or without a limit, fading or not.
    fn counted(&self, dice: &mut Dice) -> String {
        let points = dice.pick(&["+1", "+3", "+2.5", "-2", "-1"]);
        let cap = match (dice.below(5), points.starts_with('-')) {
            (0, false) => ", up to 12",
            (1, false) => ", up to 4.5",
            (0, true) => ", down to -6",
            _ => "",
        };
        if dice.one_in(4) {
            let (quantity, value) = self.of_fields(dice);
            let per = value.map_or(SCALE, |value| (value.0.abs() / dice.pick(&[2, 3, 7])).max(SCALE));
            return format!("{quantity} => {points} per {}{cap}", Decimal(per));
        }
        let name = dice.pick(&["visit", "visit", "order", "any of visit, order"]);
        let days = 1 + dice.below(130);
        let filter = match (dice.below(4), name) {
            (0, "visit") => format!(" where minutes >= {}", dice.below(400)),
            (0, "order") => format!(" where amount < {}", dice.below(9000)),
            (1, _) => format!(" in last {days} days"),
            _ => String::new(),
        };
        let times =
            dice.pick(&["each", "each", "each", "once per day", "once per week", "once per month", "once per page"]);
        let decay = match dice.below(8) {
            0 => ", halving every 10 days",
            1 => ", fading over 60 days",
            2 => ", losing 25% every 2 weeks, linear",
            _ => "",
        };
        format!("{name}{filter} => {points} {times}{cap}{decay}")
    }

    /// Rules whose points together are limited, or of which the best counts.
    fn group(&self, dice: &mut Dice) -> String {
        let options = [
            dice.pick(&["", "", ", up to 9", ", up to 25.5"]),
            dice.pick(&["", "", ", down to -4"]),
            dice.pick(&["", ", best"]),
        ];
        let rules: String = (0..2 + dice.below(2)).map(|at| format!("  {}", self.line(dice, at))).collect();
        format!("  group \"g\"{} {{\n{rules}  }}\n", options.concat())
    }

    fn rule(&self, dice: &mut Dice, at: usize) -> String {
        if dice.one_in(6) { self.group(dice) } else { self.line(dice, at) }
    }

    fn line(&self, dice: &mut Dice, at: usize) -> String {
        let points = dice.pick(&["+5", "+10", "+20", "+7.5", "-3", "+1", "-40"]);
        if dice.one_in(8) {
            return match dice.below(4) {
                0 => "  visit => +3 once per day, up to 12\n".to_owned(),
                1 => "  order => +2 once per week, up to 6\n".to_owned(),
                2 => "  visit => +8, halving every 10 days\n".to_owned(),
                _ => "  order => +1 each, up to 4\n".to_owned(),
            };
        }
        if dice.one_in(5) {
            return format!("  {}\n", self.counted(dice));
        }
        let title = format!("r{at}");
        let condition = self.condition(dice, 1);
        if dice.one_in(5) {
            let (quantity, value) = self.of_fields(dice);
            if let Some(value) = value.filter(|value| value.0.abs() < 900_000_000_000 * SCALE) {
                let (low, high) = (Decimal(value.0 - SCALE / 2), Decimal(value.0 + SCALE / 2));
                let (under, over) = (Decimal(low.0 - SCALE), Decimal(high.0 + SCALE));
                let (out, rest) = (dice.pick(&["0", "0", "-8", "+2"]), dice.pick(&["", "    otherwise => -5\n"]));
                return format!(
                    "  {quantity} {{\n    ..{under} => {out}\n    {low}..{high} => {points}\n    {over}.. => 0\n{rest}  }}\n"
                );
            }
        }
        format!("  {condition} => {points} as \"{title}\"\n")
    }

    /// A file, and the same with one rule fewer.
    fn file(&self, dice: &mut Dice) -> Option<(String, String)> {
        let mut head = HEAD.to_owned();
        let chain = 1 + dice.below(3);
        for at in 0..chain {
            let more = if at == 0 { String::new() } else { format!("d{} and ", at - 1) };
            let _ = writeln!(head, "define d{at} = {more}{}", self.condition(dice, 0));
        }
        let mut rules: Vec<Vec<String>> = Vec::new();
        for _ in 0..2 {
            rules.push((0..=dice.below(3)).map(|at| self.rule(dice, at)).collect());
        }
        rules[0].push(format!("  d{} => +6\n", chain - 1));
        let ranges = [0, 1].map(|_| dice.pick(&["", "", "", " 0..", " 0..100", " -10..30"]));
        let total = dice.pick(&["fit + heat", "fit - 0.5 * heat", "fit * heat / 10", "0.3333 * fit + m / 1000000"]);
        let scores = |rules: &[Vec<String>]| {
            let of = |((name, range), rules): ((&str, &str), &Vec<String>)| {
                format!("score {name}{range} {{\n{}}}\n", rules.concat())
            };
            let plain: String = ["fit", "heat"].into_iter().zip(ranges).zip(rules).map(of).collect();
            format!("{plain}score total = {total}\n")
        };
        let probe = read("probe", format!("{head}{}", scores(&rules)));
        let came = evaluate(probe.rules.as_ref()?, self.as_of, self.lead, Some(self.events));
        let points: Vec<Decimal> =
            came.scores.iter().map(|score| score.points.map_or(Decimal::ZERO, Points::to_decimal)).collect();
        let words: Vec<String> = (0..3).map(|_| self.condition(dice, 0)).collect();
        let label = |name: &str, before: &str, condition: &str, yes: &str| {
            format!("label {name} {{\n  {before}{condition} => \"{yes}\"\n  otherwise => \"no\"\n}}\n")
        };
        let mut tail = String::new();
        let sign = dice.pick(&[">=", "="]);
        let _ = writeln!(
            tail,
            "stages {{\n  {} => Some\n  total {sign} {} => Ready\n  fit {sign} {} and heat {sign} {} => Best\n}}",
            self.condition(dice, 0),
            points[2],
            points[0],
            points[1]
        );
        if dice.one_in(4) {
            let _ = writeln!(tail, "exclude {{\n  {} => \"out\"\n}}", self.condition(dice, 1));
        }
        tail += &label("w0", "", &words[0], "p");
        tail += &label("w1", "w0 is \"p\" and ", &words[1], "q");
        tail += &label("w2", "w1 is \"q\" and stage is Best and ", &words[2], "r");
        let _ = writeln!(tail, "promise \"one\" {{ never stage is Best }}");
        let _ = writeln!(tail, "promise \"two\" {{ never w2 is \"r\" }}");
        let _ = writeln!(tail, "promise \"three\" {{ never fit = {} and {} }}", points[0], self.condition(dice, 0));
        let _ = writeln!(tail, "promise \"four\" {{ always heat != {} }}", points[1]);
        let mut fewer = rules.clone();
        let from = dice.below(fewer.len());
        let gone = dice.below(fewer[from].len());
        fewer[from].remove(gone);
        if fewer[from].is_empty() {
            fewer[from].push("  c is z => +1\n".to_owned());
        }
        Some((format!("{head}{}{tail}", scores(&rules)), format!("{head}{}{tail}", scores(&fewer))))
    }
}
