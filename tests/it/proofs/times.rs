//! Rule files that ask when: windows, days, weeks and months that they cut, points that fade, dates at ends of months, time zones
//! whose clocks change. Leads did what they did at the instants at which an answer turns, and the stage asks for exactly what
//! one of them has.

use leadrules_language::calendar::{DAY, HOUR, Instant};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{KindId, Rules};
use leadrules_language::reference::{Event, Lead, evaluate};
use leadrules_language::types::Value;

use super::rare::{Known, Planted};
use crate::generate::Dice;
use crate::rules::{self, read};

const ZONES: &[&str] = &["UTC", "Europe/Brussels", "America/New_York", "Asia/Kolkata"];

/// Ends of months, and days on which clocks change.
const DAYS: &[&str] =
    &["2026-03-01", "2026-03-29", "2026-03-31", "2026-10-25", "2026-11-01", "2024-02-29", "2026-01-01", "2026-11-23"];

const CLOCKS: &[&str] = &["00:00", "12:00", "23:59", "02:30"];

const BUCKETS: &[&str] = &["day", "day", "2 days", "week", "2 weeks", "month", "2 months"];

/// How many leads a file has.
const LEADS: usize = 120;

/// The words before the scores.
fn head(zone: &str) -> String {
    format!(
        "leadrules 1\ntime zone \"{zone}\"\nlead {{\n  id text key\n  created date\n  size integer 0..9\n}}\nevents {{\n  \
         viewed {{ page choice {{ home, pricing }}; minutes integer 0..60 }}\n  asked {{ page choice {{ home, pricing }} }}\n}}\n"
    )
}

fn of(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "viewed",
        "viewed",
        "viewed where (page is pricing)",
        "viewed where (minutes >= 30)",
        "asked",
        "any of viewed, asked",
        "any activity",
    ])
}

fn window(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "",
        "",
        " in last 1 day",
        " in last 2 days",
        " in last 7 days",
        " in last 30 days",
        " in last 2 weeks",
        " in last 1 month",
        " in last 3 months",
        " in last 6 hours",
        " in last 36 hours",
        " older than 1 day",
        " older than 30 days",
        " since 2026-03-01",
        " before 2026-03-01",
        " after 2026-02-28",
    ])
}

fn rule(dice: &mut Dice, bucket: &str) -> String {
    let points = dice.pick(&["+1", "+2", "+5", "-3", "+2.5"]);
    let when = format!("{}{}", of(dice), window(dice));
    let most = |times: usize| {
        let number: f64 = points.parse().expect("a number");
        let word = if number < 0.0 { "down to" } else { "up to" };
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let most = number * times as f64;
        format!("{word} {most}")
    };
    let times = 1 + dice.below(4);
    match dice.below(9) {
        0 => format!("{when} => {points}"),
        1 => format!("{when} => {points} each, {}", most(times)),
        2..5 => {
            // Where spans differ in length, nothing is claimed.
            let bucket = if dice.one_in(8) { dice.pick(BUCKETS) } else { bucket };
            format!("{when} => {points} once per {bucket}, {}", most(times))
        }
        5 => format!("viewed{} => {points} once per page, {}", window(dice), most(times)),
        6 => {
            let decay = dice.pick(&["halving every 2 days", "fading over 5 days", "halving every 30 days"]);
            let gain = dice.pick(&["", " each", " once per day"]);
            let cap = if gain.is_empty() { String::new() } else { format!(", {}", most(times)) };
            format!("{when} => {points}{gain}, {decay}{cap}")
        }
        7 => format!(
            "created {} => {points}",
            dice.pick(&[
                "in last 30 days",
                "in last 1 month",
                "older than 1 month",
                "before 2026-03-01",
                "since 2026-02-28",
                "in next 1 month"
            ])
        ),
        _ => format!("size >= {} => {points}", 1 + dice.below(8)),
    }
}

/// What a stage asks beside points, true of this lead.
fn asked(dice: &mut Dice) -> String {
    match dice.below(5) {
        0 => format!("count of {}{} {}", of(dice), window(dice), dice.pick(&["= 1", "= 2", "= 3", ">= 2", "<= 1"])),
        1 => format!(
            "days since {} {}",
            dice.pick(&["viewed", "asked", "any activity"]),
            dice.pick(&["= 0", "= 1", ">= 2", "<= 30"])
        ),
        2 => format!("no {}{}", of(dice), window(dice)),
        3 => format!("days since created {}", dice.pick(&["= 30", "= 31", "<= 28", "> 29"])),
        _ => format!("{}{}", of(dice), window(dice)),
    }
}

/// An instant at which an answer turns, or one beside it.
fn instant(dice: &mut Dice, rules: &Rules, as_of: Instant) -> Instant {
    let days = dice.pick(&[0, 0, 0, 1, 1, 2, 3, 6, 7, 8, 13, 14, 15, 28, 29, 30, 31, 32, 59, 60, 61, 62, 89, 92, 93]);
    let near = dice.pick(&[0, 0, 1, -1, HOUR, -HOUR, 6 * HOUR, -6 * HOUR, 12 * HOUR, 13 * HOUR]);
    let ago = as_of - days * DAY + near;
    // The beginning of that day, or the last instant before it.
    let start = rules.zone.start_of(rules.zone.day_of(ago));
    dice.pick(&[ago, ago, start, start - 1]).min(as_of)
}

fn lead(dice: &mut Dice, rules: &Rules, as_of: Instant) -> Known {
    let came = rules.zone.day_of(instant(dice, rules, as_of)) + dice.pick(&[0, 0, 1, -1, 30]);
    let size = i64::try_from(dice.below(10)).expect("small");
    let fields = vec![
        None,
        (!dice.one_in(4)).then_some(Value::Date(came)),
        (!dice.one_in(4)).then(|| Value::Number(Decimal::whole(size))),
    ];
    let mut events: Vec<Event> = Vec::new();
    for _ in 0..dice.below(7) {
        let kind = u16::from(dice.one_in(3));
        let page = Some(Value::Choice(u16::from(dice.one_in(2)))).filter(|_| !dice.one_in(4));
        let minutes =
            (kind == 0 && !dice.one_in(3)).then(|| Value::Number(Decimal::whole(dice.pick(&[0, 29, 30, 60]))));
        events.push(Event {
            kind: Some(KindId(kind)),
            time: instant(dice, rules, as_of),
            id: None,
            properties: vec![page, minutes],
        });
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.time));
    (Lead { fields }, Some(events))
}

/// A made-up file with leads; `None` if it could not be made.
pub fn planted(seed: u64) -> Option<Planted> {
    let mut dice = Dice(seed);
    let head = head(dice.pick(ZONES));
    let bucket = dice.pick(BUCKETS);
    let scores: String = ["fit", "heat"]
        .map(|name| {
            let rules: String = (0..=dice.below(3)).map(|_| format!("  {}\n", rule(&mut dice, bucket))).collect();
            format!("score {name}{} {{\n{rules}}}\n", dice.pick(&["", " 0..", " -5..9"]))
        })
        .concat();
    let bare = read("bare", format!("{head}{scores}"));
    let bare = bare.rules.as_ref()?;
    let zone = format!("{}T{}", dice.pick(DAYS), dice.pick(CLOCKS));
    let as_of = bare.zone.parse_as_of(&zone)?;
    let leads: Vec<Known> = (0..LEADS).map(|_| lead(&mut dice, bare, as_of)).collect();
    let outcome = |rules: &Rules, (lead, events): &Known| evaluate(rules, as_of, lead, events.as_deref());
    let target = outcome(bare, &leads[0]);
    let exact: Vec<String> = (bare.scores.iter().zip(&target.scores))
        .filter_map(|(score, points)| Some(format!("{} = {}", score.name, points.points?)))
        .collect();
    // What is asked beside is kept if it is true of the lead.
    let mut conditions = exact;
    for _ in 0..4 {
        let more = asked(&mut dice);
        let stages = format!("stages {{\n  {} and {more} => Best\n}}\n", conditions.join(" and "));
        let tried = read("tried", format!("{head}{scores}{stages}"));
        let Some(rules) = &tried.rules else { continue };
        if rules.stages.name(outcome(rules, &leads[0]).stage) == "Best" {
            conditions.push(more);
        }
    }
    let text = format!(
        "{head}{scores}stages {{\n  {} => Best\n}}\npromise \"one\" {{ never stage is Best }}\n",
        conditions.join(" and ")
    );
    let checked = read("times", text.clone());
    rules::usable(&checked);
    Some(Planted { before: text.clone(), text, as_of, leads })
}
