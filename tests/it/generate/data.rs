//! Leads and events that fit a rule set, with values on the seams of what its rules ask.

use leadrules_language::calendar::{DAY, Instant, Period, Unit, Zone};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{KindId, Rules};
use leadrules_language::reference::{Event, Lead};
use leadrules_language::text;
use leadrules_language::types::{Type, Value};

use super::{ADDRESSES, Dice, Seeds, TEXTS};
use crate::typed::Plain;

pub fn as_of(seed: u64, rules: &Rules) -> Instant {
    let text = Dice(seed).pick(&[
        "2026-03-31",
        "2024-02-29",
        "2026-03-29T01:30:00Z",
        "2025-10-26T02:30:00",
        "2026-01-01T00:00:00Z",
        "2026-04-29T02:30:00",
        "2024-03-31T12:00:00.000001Z",
    ]);
    rules.zone.parse_as_of(text).expect("an instant")
}

pub fn data(seeds: &Seeds, rules: &Rules) -> Plain {
    let as_of = as_of(seeds.head, rules);
    let leads = seeds.leads.iter().enumerate().map(|(at, seed)| lead(&mut Dice(*seed), at, rules, as_of)).collect();
    let has_log = !Dice(seeds.head ^ 7).one_in(8);
    let ids = Dice(seeds.head ^ 11).one_in(3);
    let events = seeds.events.iter().filter_map(|seed| event(&mut Dice(*seed), rules, as_of, ids)).collect();
    Plain { leads, events: has_log.then_some(events) }
}

fn lead(dice: &mut Dice, at: usize, rules: &Rules, as_of: Instant) -> (Option<String>, Lead) {
    let key = match dice.below(12) {
        0 => None,
        1 => Some("k0".to_owned()),
        _ => Some(format!("k{at}")),
    };
    let today = rules.zone.day_of(as_of);
    let mut fields: Vec<Option<Value>> = rules.fields.iter().map(|field| value(dice, &field.ty, today)).collect();
    if let Some(id) = rules.key {
        fields[usize::from(id.0)] = key.clone().map(Value::Text);
    }
    (key, Lead { fields })
}

fn event(dice: &mut Dice, rules: &Rules, as_of: Instant, ids: bool) -> Option<(String, Event)> {
    let log = rules.log.as_ref()?;
    let today = rules.zone.day_of(as_of);
    let kind = dice.below(log.kinds.len() + 1);
    let kind = (kind < log.kinds.len()).then(|| KindId(u16::try_from(kind).expect("few")));
    let mut properties = vec![None; log.properties.len()];
    for property in kind.map_or(&[][..], |kind| &log.kind(kind).properties) {
        properties[usize::from(property.0)] = value(dice, &log.property(*property).ty, today);
    }
    let id = (ids && !dice.one_in(4)).then(|| format!("row {}", dice.below(6)));
    let lead = format!("k{}", dice.below(6));
    Some((lead, Event { kind, time: time(dice, as_of, &rules.zone), id, properties }))
}

/// Times at the ends of windows, at midnight and a microsecond off, and anywhere in the last hundred days.
fn time(dice: &mut Dice, as_of: Instant, zone: &Zone) -> Instant {
    let period = Period {
        count: dice.pick(&[1, 2, 3, 7, 12, 30, 36]),
        unit: dice.pick(&[Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year]),
    };
    let hundred_days = usize::try_from(100 * DAY).expect("64 bits");
    let near = match dice.below(6) {
        0 | 1 => zone.back(as_of, period),
        2 => zone.start_of(zone.day_of(as_of) - i32::try_from(dice.below(40)).expect("small")),
        3 => as_of - DAY * i64::try_from(dice.below(95)).expect("small"),
        4 => as_of - i64::try_from(dice.below(3 * usize::try_from(DAY).expect("64 bits"))).expect("small"),
        _ => as_of - i64::try_from(dice.below(hundred_days)).expect("small"),
    };
    near + dice.pick(&[0, 0, 0, -1, 1, 3_600_000_000, -3_600_000_000])
}

fn value(dice: &mut Dice, ty: &Type, today: i32) -> Option<Value> {
    if dice.one_in(5) {
        return None;
    }
    Some(match ty {
        Type::Text => Value::Text(text::clean(dice.pick(TEXTS)).into_owned()),
        Type::Email => Value::Text(dice.pick(ADDRESSES).to_owned()),
        Type::Number(_) => Value::Number(Decimal(dice.pick(&[
            0,
            1,
            1_000_000,
            2_500_000,
            5_000_000,
            9_999_999,
            10_000_000,
            333_333,
            -1_000_000,
            -2_500_000,
            20_000_001,
            100_000_000,
            1_000_000_000,
            1_500_000_000_000,
            999_999_999_999_999_999,
            -999_999_999_999_999_999,
        ]))),
        Type::Integer(_) => Value::Number(Decimal::whole(dice.pick(&[0, 1, 2, 5, 10, 50, 99, 100, 1000, -1, -5]))),
        Type::YesNo => Value::Truth(dice.one_in(2)),
        Type::Date(_) => {
            let back = dice.pick(&[0, 1, 7, 8, 14, 28, 29, 30, 31, 89, 90, 92, 365, 366, 760, -1, -7, -30, -31]);
            Value::Date(today - back - dice.pick(&[0, 0, 1]))
        }
        Type::Choice(choice) => Value::Choice(place(dice, choice.options.len())),
        Type::ListOfText { .. } => {
            let mut texts: Vec<String> = Vec::new();
            for _ in 0..=dice.below(3) {
                let entry = text::clean(dice.pick(TEXTS)).into_owned();
                if !texts.iter().any(|known| text::fold(known) == text::fold(&entry)) {
                    texts.push(entry);
                }
            }
            Value::Texts(texts)
        }
        Type::ListOfChoice { choice, .. } => {
            let mut options: Vec<u16> = Vec::new();
            for _ in 0..=dice.below(3) {
                let option = place(dice, choice.options.len());
                if !options.contains(&option) {
                    options.push(option);
                }
            }
            Value::Choices(options)
        }
    })
}

fn place(dice: &mut Dice, options: usize) -> u16 {
    u16::try_from(dice.below(options)).expect("few")
}
