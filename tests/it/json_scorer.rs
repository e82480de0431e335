//! Leads that come one at a time as JSON: what the short way makes of them is what the way of files makes of them, or it leaves them
//! to that.

use leadrules::{AsOf, RuleSet};
use leadrules_language::ir::{Field, Rules};
use leadrules_language::types::Type;

use crate::files;
use crate::generate::{self, Dice};
use crate::share;

/// Values that fit somewhere, and values that fit nowhere.
const ODD: &[&str] = &[
    "null",
    "\"\"",
    "\" \"",
    "0",
    "-0",
    "7",
    "12.5",
    "1e3",
    "-1",
    "0.12345678",
    "99999999999999999999999",
    "\"5\"",
    "\" 5 \"",
    "\"1.000\"",
    "\"1,5\"",
    "\"n/a\"",
    "\"unknown\"",
    "true",
    "false",
    "\"yes\"",
    "\"Ja\"",
    "\"2026-03-29\"",
    "\"2026-03-29T02:30:00\"",
    "\"2026-10-25T00:30:00.000001Z\"",
    "\"29/03/2026\"",
    "20260329",
    "\"Caf\\u00e9\\n\"",
    "\"\u{feff}Gent\u{200b}\"",
    "\"An@Brewery.example\"",
    "\"an@\"",
    "[]",
    "[\"x\", 5, \"X\"]",
    "[\"vp\", null]",
    "{}",
    "{\"value\": 5}",
];

/// Keys of each type, and none; forms, marks, ranges, and what stands for an empty cell.
fn by_hand() -> impl Iterator<Item = RuleSet> {
    let keys = ["text key", "email key", "integer key", "number key", "choice { A (\"x\", \"Gent\"), B } key", "text"];
    keys.into_iter().map(|key| {
        let text = format!(
            r#"leadrules 1
time zone "Europe/Brussels"
lead {{
  missing "n/a", 7, 2026-03-29
  id      {key}, from "Record ID", "id"
  size    integer decimal comma 0..10k, from "Size"
  budget  number, missing 1
  mail    email, from "Mail", "E-mail"
  made    date as "dd/mm/yyyy"
  seen    date 2020-01-01..2026-12-31
  sure    yes/no, missing "no"
  likes   list of text split by "|"
  picks   list of choice {{ P ("vp"), Q ("x") }}
  land    choice {{ BE ("Gent", "é"), NL }}
  note    text, missing "x"
  stood   text, previous stage
}}
events {{
  id from "row"
  time from "at"
  visit {{ page text; long number }}
  call from "Called", "Rang" {{ long number; by choice {{ An, Jo ("x") }} }}
}}
score fit 0..100 {{
  size 1..150             => +10
  budget > 2              => +5
  mail is known           => +3
  made before 2026-04-01  => +4
  seen before 2026-04-01  => +6
  sure                    => +7
  likes contains "x"           => +8
  picks contains P           => +9
  land is BE              => +11
  note is unknown         => +2
}}
score interest {{
  visit where page contains "/docs"  => +3 each, up to 20
  call where long >= 1               => +15, halving every 30 days
  any activity in last 60 days       => +1
}}
stages {{
  fit >= 10                                           => Lead
  fit >= 30                                           => MQL, kept while fit >= 20
}}
"#
        );
        RuleSet::from_text(&text).unwrap_or_else(|findings| panic!("{findings}"))
    })
}

/// A value for a field: one that suits it, mostly.
fn value(dice: &mut Dice, is_odd: bool, field: &Field) -> String {
    if is_odd && dice.one_in(8) {
        return dice.pick(ODD).to_owned();
    }
    let option = |dice: &mut Dice, choice: &leadrules_language::types::ChoiceType| {
        let option = &choice.options[dice.below(choice.options.len())];
        let written = option.synonyms.first().filter(|_| dice.one_in(2)).unwrap_or(&option.name);
        let written = if dice.one_in(3) { written.to_uppercase() } else { written.clone() };
        serde_json::Value::from(written).to_string()
    };
    let text =
        |dice: &mut Dice| serde_json::Value::from(dice.pick(&["Gent", "x", "VP of sales", "/docs", "é"])).to_string();
    match &field.ty {
        Type::Text => text(dice),
        Type::Email => dice.pick(&["\"an@brewery.example\"", "\"JO@Zoo.example\"", "\"é@x.example\""]).to_owned(),
        Type::Number(_) | Type::Integer(_) => dice.pick(&["0", "1", "150", "\"150\"", "5.0", "1000", "-3"]).to_owned(),
        Type::YesNo => dice.pick(&["true", "false", "\"yes\"", "0"]).to_owned(),
        Type::Date(date) if date.form.is_some() => dice.pick(&["\"29/03/2026\"", "\"01/02/2024\""]).to_owned(),
        Type::Date(_) => dice.pick(&["\"2026-03-01\"", "\"2026-03-30T23:30:00Z\"", "\"2024-02-29\""]).to_owned(),
        Type::Choice(choice) => option(dice, choice),
        Type::ListOfText { .. } => format!("[{}]", dice.list(3, text)),
        Type::ListOfChoice { choice, .. } => format!("[{}]", dice.list(3, |dice| option(dice, choice))),
    }
}

/// The name that a value stands under: one of those that the rules give, as people write it.
fn name(dice: &mut Dice, names: &[String]) -> String {
    let name = &names[dice.below(names.len())];
    let name = if dice.one_in(6) { name.to_uppercase() } else { name.clone() };
    serde_json::Value::from(name).to_string()
}

fn members(dice: &mut Dice, is_odd: bool, fields: &[Field]) -> Vec<String> {
    let mut members = Vec::new();
    for field in fields.iter().filter(|field| !field.columns.is_empty()) {
        let times = if is_odd { dice.pick(&[0, 1, 1, 1, 1, 1, 1, 1, 1, 2]) } else { 1 - usize::from(dice.one_in(6)) };
        for _ in 0..times {
            members.push(format!("{}: {}", name(dice, &field.columns), value(dice, is_odd, field)));
        }
    }
    if dice.one_in(4) {
        members.push(format!("\"more{}\": {}", dice.below(3), dice.pick(ODD)));
    }
    if dice.one_in(5) {
        let (one, other) = (dice.below(members.len().max(1)), dice.below(members.len().max(1)));
        if !members.is_empty() {
            members.swap(one, other);
        }
    }
    members
}

fn lead(dice: &mut Dice, rules: &Rules) -> String {
    let is_odd = dice.one_in(3);
    let mut lead = members(dice, is_odd, &rules.fields);
    if let Some(log) = rules.log.as_ref().filter(|_| !dice.one_in(5)) {
        let has_ids = dice.one_in(3) && !log.number_columns().is_empty();
        let mut event = |dice: &mut Dice| {
            let kind = &log.kinds[dice.below(log.kinds.len())];
            let text = kind.texts[dice.below(kind.texts.len())].clone();
            let text = if is_odd && dice.one_in(12) { "stranger".to_owned() } else { text };
            let mut event = members(dice, is_odd, &log.properties);
            let time = if is_odd && dice.one_in(12) {
                dice.pick(ODD).to_owned()
            } else {
                format!("\"2026-0{}-1{}T1{}:00:00Z\"", dice.below(5) + 1, dice.below(9), dice.below(9))
            };
            event.push(format!("{}: {time}", name(dice, &log.time)));
            if !is_odd || !dice.one_in(20) {
                event.insert(0, format!("{}: {}", name(dice, &log.event), serde_json::Value::from(text)));
            }
            if has_ids && !(is_odd && dice.one_in(6)) {
                event.push(format!("{}: \"row {}\"", name(dice, &log.number_columns()), dice.below(300)));
            }
            format!("{{{}}}", event.join(", "))
        };
        let list = dice.list(10, &mut event);
        let list = if dice.one_in(10) {
            dice.pick(&["[]", "null", "[{}, 5]", "[null]"]).to_owned()
        } else {
            format!("[{list}]")
        };
        lead.insert(dice.below(lead.len() + 1), format!("\"events\": {list}"));
    }
    let text = format!("{{{}}}", lead.join(", "));
    if dice.one_in(40) { text.replacen([',', ':', '"', '}'], "", 1) } else { text }
}

/// Scores made-up leads both ways; how many there were, and how many the short way left to the other.
fn both_ways(rules: &RuleSet, as_of: AsOf, dice: &mut Dice, leads: usize) -> (usize, usize) {
    let (scorer, singles) = (rules.scorer(as_of).asking(None), rules.json_scorer());
    let mut left = 0;
    for _ in 0..leads {
        let lead = lead(dice, rules.rules());
        let Some(short) = singles.score(&lead, as_of) else {
            left += 1;
            continue;
        };
        let (long, report) = scorer.score_json_noticing(&lead).unwrap_or_else(|error| panic!("{error}: {lead}"));
        assert_eq!(long, [short], "{lead}\n{:?}", rules.findings().sources);
        assert_eq!(leadrules::unread(rules.rules(), &report), Vec::<String>::new(), "{lead}");
    }
    (leads, left)
}

#[test]
fn the_short_way_and_that_of_files_come_to_the_same() {
    let (mut leads, mut left) = (0, 0);
    let mut add = |(more, of_them): (usize, usize)| (leads, left) = (leads + more, left + of_them);
    for number in share::of(0..500) {
        let seeds = generate::some(number);
        let Ok(rules) = RuleSet::from_text(&generate::file(&seeds)) else { continue };
        let as_of = AsOf::from_micros(generate::as_of(&seeds, rules.rules()));
        add(both_ways(&rules, as_of, &mut Dice(number), 12));
    }
    for (number, rules) in (0..).zip(by_hand()) {
        let as_of = rules.as_of("2026-04-01").expect("a day");
        add(both_ways(&rules, as_of, &mut Dice(number), 100));
    }
    for path in files::under("examples", "leadrules") {
        // A part of a set is none.
        let Ok(rules) = RuleSet::from_path(&path) else { continue };
        let as_of = rules.as_of("2026-11-23").expect("a day");
        add(both_ways(&rules, as_of, &mut Dice(7), 50));
    }
    assert!(left * 3 < leads * 2, "of {leads} leads {left} went the long way: they show little of the short one");
}
