//! One lead at a time: a prepared rule set compared with two rule engines, on the same rules (W1) and the same leads,
//! each with ten events. `cargo run --release --bin compare` in this folder. Everything is compiled, and every lead brought into the
//! engine's own form, before the clock starts; the answers of all three are compared first, lead by lead.

use std::time::{Duration, Instant};

use leadrules::RuleSet;
use leadrules_language::decimal::Decimal;
use leadrules_language::lead::{Event, Lead};
use leadrules_language::types::Value;

use single::leads::{self, Plain};
use single::{Answer, rivals};

const W1: &str = include_str!("../../../rules/w1.leadrules");

/// This many different leads are scored in turn.
const LEADS: usize = 200;
/// This many rounds are measured; in each, all three run for this long.
const ROUNDS: usize = 7;
const ROUND: Duration = Duration::from_millis(400);

fn main() {
    let rules = RuleSet::from_text(W1).expect("the rules are sound");
    let scorer = rules.prepare_as_of("2026-11-23T00:00:00Z").expect("a date");
    let plain: Vec<Plain> = (0..LEADS).map(|at| leads::lead(at as u64)).collect();

    let leads: Vec<(Lead, Vec<Event>)> = plain.iter().map(|lead| leads::of_rules(&rules, lead)).collect();
    let mut single = scorer.single();
    let mut own = |at: usize| -> Answer {
        let outcome = single.score(&leads[at].0, &leads[at].1);
        let points = |score: usize| outcome.scores[score].expect("a sum is known").0 / 100;
        (points(0), points(1), leads::stage(&rules, outcome.stage))
    };
    let zen = rivals::Zen::new(&plain);
    let mut zen = |at: usize| zen.score(at);
    let cel = rivals::Cel::new(&plain);
    let mut cel = |at: usize| cel.score(at);

    let mut stages = [0; 3];
    for (at, lead) in plain.iter().enumerate() {
        let answers = (own(at), zen(at), cel(at));
        assert!(answers.0 == answers.1 && answers.0 == answers.2, "lead {at}: {answers:?}\n{lead:?}");
        stages[["Lead", "MQL", "SQL"].iter().position(|stage| *stage == answers.0.2).expect("a stage")] += 1;
    }
    println!(
        "{LEADS} leads with ten events each, the same answers: {} Lead, {} MQL, {} SQL\n",
        stages[0], stages[1], stages[2]
    );

    let mut found = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        found[0].push(measured(&mut own));
        found[1].push(measured(&mut zen));
        found[2].push(measured(&mut cel));
    }
    let median = |found: &mut Vec<f64>| {
        found.sort_by(f64::total_cmp);
        found[found.len() / 2]
    };
    let [own, zen, cel] = found.each_mut().map(median);
    println!("| engine | a lead, µs | times leadrules |\n| --- | ---: | ---: |");
    for (name, took) in [("leadrules", own), ("zen-engine", zen), ("cel", cel)] {
        println!("| {name} | {:.2} | {:.1} |", took * 1e6, took / own);
    }
    println!("\n| rules | a lead, µs | a rule, ns |\n| ---: | ---: | ---: |");
    for count in [50, 500, 5_000] {
        let took = of_rules(count);
        println!("| {count} | {:.2} | {:.1} |", took * 1e6, took * 1e9 / count as f64);
    }
}

/// Seconds per lead for this many rules, each with a condition of its own on eight numbers and eight texts.
fn of_rules(count: usize) -> f64 {
    let fields: String = (0..8).map(|at| format!("  n{at} number\n  t{at} text\n")).collect();
    let rule = |at: usize| match at % 3 {
        0 => format!("  t{} contains \"word {at}\" => +1\n", at % 8),
        1 => format!("  n{} > {at} and n{} < {at} => +2\n", at % 8, (at + 3) % 8),
        _ => format!("  n{} {at}..{} => -1\n", at % 8, at + 7),
    };
    let rules: String = (0..count).map(rule).collect();
    let text = format!("leadrules 1\nlead {{\n{fields}}}\nscore s {{\n{rules}}}\n");
    let rules = RuleSet::from_text(&text).expect("the rules are sound");
    let scorer = rules.prepare_as_of("2026-11-23").expect("a date");
    let value = |at: usize, place: usize| match place % 2 {
        0 => Value::Number(Decimal::whole((at * 37 + place * 101) as i64 % 5_000)),
        _ => Value::Text(format!("Some word {} and more", (at * 13 + place) % 5_000)),
    };
    let leads: Vec<Lead> = (0..LEADS)
        .map(|at| {
            let mut lead = rules.plain_lead();
            for (place, field) in lead.fields.iter_mut().enumerate() {
                *field = Some(value(at, place));
            }
            lead
        })
        .collect();
    let mut single = scorer.single();
    let mut score = |at: usize| (single.score(&leads[at], &[]).scores[0].expect("a sum is known").0, 0, "");
    let mut found: Vec<f64> = (0..ROUNDS).map(|_| measured(&mut score)).collect();
    found.sort_by(f64::total_cmp);
    found[ROUNDS / 2]
}

/// Seconds per lead.
fn measured(score: &mut impl FnMut(usize) -> Answer) -> f64 {
    let start = Instant::now();
    let mut scored = 0;
    while start.elapsed() < ROUND {
        for at in 0..LEADS {
            std::hint::black_box(score(at));
        }
        scored += LEADS;
    }
    start.elapsed().as_secs_f64() / scored as f64
}
