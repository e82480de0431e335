//! How long the parts take: reading a rule file, finding what is wrong with it, preparing it, and each kind of
//! condition over a batch of leads. `cargo bench --bench parts`; the figures are for comparing a change with what was
//! there before.

#![expect(clippy::unwrap_used, reason = "a bench, over rules that stand below")]

use divan::{Bencher, black_box};
use leadrules::RuleSet;
use leadrules_engine::columns::{Column, EventLeads, Events, Leads};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::Rules;
use leadrules_language::source::Sources;
use leadrules_language::types::{Type, Value};

fn main() {
    divan::main();
}

const W1: &str = include_str!("rules/w1.leadrules");

/// The leads in a batch, and the events of each.
const LEADS: usize = 8_192;
const EVENTS: usize = 4;

/// A score with this many rules, each with its own condition, on eight numbers and four texts.
fn rules_of(count: usize) -> String {
    let fields: String = (0..8).map(|at| format!("  n{at} number\n  t{at} text\n")).collect();
    let rule = |at: usize| match at % 4 {
        0 => format!("  t{} contains \"word {at}\" => +1\n", at % 8),
        1 => format!("  n{} > {at} and n{} < {at} => +2\n", at % 8, (at + 3) % 8),
        _ => format!("  n{} {at}..{} => -1\n", at % 8, at + 7),
    };
    let rules: String = (0..count).map(rule).collect();
    format!("leadrules 1\nlead {{\n{fields}}}\nscore s {{\n{rules}}}\n")
}

/// A value for a row: the same in each run, spread over what the type allows.
fn value(ty: &Type, row: usize) -> Option<Value> {
    let number = row.wrapping_mul(2_654_435_761) >> 7;
    if number.is_multiple_of(11) {
        return None;
    }
    let whole = i64::try_from(number % 1_000).unwrap();
    Some(match ty {
        Type::Text => Value::Text(format!("Some word {} and another", number % 400)),
        Type::Email => Value::Text(format!("user{row}@company{}.example", number % 40)),
        Type::Number(_) | Type::Integer(_) => Value::Number(Decimal::whole(whole)),
        Type::YesNo => Value::Truth(number.is_multiple_of(2)),
        Type::Date(_) => Value::Date(20_000 + i32::try_from(whole).unwrap()),
        Type::Choice(choice) => Value::Choice(u16::try_from(number % choice.options.len()).unwrap()),
        Type::ListOfText { .. } => Value::Texts(vec!["alpha".to_owned(), format!("beta {}", number % 9)]),
        Type::ListOfChoice { choice, .. } => {
            Value::Choices(vec![u16::try_from(number % choice.options.len()).unwrap()])
        }
    })
}

fn column(ty: &Type, rows: usize) -> Column {
    Column::from_values(ty, &(0..rows).map(|row| value(ty, row)).collect::<Vec<_>>())
}

/// A batch of leads with all fields, and with events if the rules have a log.
fn leads(rules: &Rules) -> Leads {
    let rows = LEADS * EVENTS;
    let events = rules.log.as_ref().map(|log| Events {
        rows,
        leads: EventLeads::Rows((0..rows).map(|row| u32::try_from(row / EVENTS).unwrap()).collect()),
        kinds: (0..rows).map(|row| u16::try_from(row * 7 % log.kinds.len()).unwrap()).collect(),
        times: (0..rows).map(|row| (20_000 + i64::try_from(row % 900).unwrap()) * 86_400_000_000).collect(),
        ids: None,
        properties: log.properties.iter().map(|property| column(&property.ty, rows)).collect(),
    });
    Leads {
        rows: LEADS,
        first_row: 0,
        fields: rules.fields.iter().map(|field| column(&field.ty, LEADS)).collect(),
        keys: (0..LEADS).map(|row| Some(format!("L{row}"))).collect(),
        events,
        kept: Vec::new(),
    }
}

#[divan::bench(args = [50, 500, 5_000])]
fn parse(bencher: Bencher, count: usize) {
    let mut sources = Sources::default();
    let file = sources.add("rules", rules_of(count));
    bencher.bench(|| leadrules_language::parse::parse(black_box(&sources), file));
}

#[divan::bench(args = [50, 500, 5_000])]
fn check(bencher: Bencher, count: usize) {
    let text = rules_of(count);
    bencher.bench(|| RuleSet::from_text(black_box(&text)).unwrap());
}

#[divan::bench(args = [50, 500, 5_000])]
fn compile(bencher: Bencher, count: usize) {
    let rules = RuleSet::from_text(&rules_of(count)).unwrap();
    bencher.bench(|| rules.prepare(black_box(0)));
}

/// A batch of 8,192 leads.
#[divan::bench(args = [50, 500, 5_000], sample_count = 10)]
fn score_rules(bencher: Bencher, count: usize) {
    let rules = RuleSet::from_text(&rules_of(count)).unwrap();
    let (scorer, leads) = (rules.prepare(0), leads(rules.rules()));
    bencher.bench(|| scorer.score_columns(black_box(&leads)));
}

/// A batch of 8,192 leads with four events each, as the benchmark's rules look at them.
#[divan::bench]
fn score_w1(bencher: Bencher) {
    let rules = RuleSet::from_text(W1).unwrap();
    let (scorer, leads) = (rules.prepare_as_of("2026-11-23").unwrap(), leads(rules.rules()));
    bencher.bench(|| scorer.score_columns(black_box(&leads)));
}

/// One lead with ten events, from plain values.
#[divan::bench]
fn single_w1(bencher: Bencher) {
    let rules = RuleSet::from_text(W1).unwrap();
    let scorer = rules.prepare_as_of("2026-11-23").unwrap();
    let (mut lead, mut events) = (rules.plain_lead(), Vec::new());
    for (at, field) in rules.rules().fields.iter().enumerate() {
        lead.fields[at] = value(&field.ty, at + 1);
    }
    let log = rules.rules().log.as_ref().unwrap();
    for row in 0..10 {
        let kind = &log.kinds[row * 7 % log.kinds.len()];
        let time = (20_700 + i64::try_from(row).unwrap() * 9) * 86_400_000_000;
        let mut event = rules.plain_event(&kind.name, time).unwrap();
        for property in &kind.properties {
            let at = usize::from(property.0);
            event.properties[at] = value(&log.properties[at].ty, row + 1);
        }
        events.push(event);
    }
    let mut single = scorer.single();
    bencher.bench_local(|| single.score(black_box(&lead), black_box(&events)).stage);
}

/// Each kind of condition, by itself in a score.
const CONDITIONS: &[(&str, &str)] = &[
    ("known", "text is known"),
    ("yes_no", "flag is yes"),
    ("range", "number 100..200"),
    ("ranges", "number in 1..5, 100..200, 400..410"),
    ("compare", "number > other"),
    ("arithmetic", "number / other > 2"),
    ("choice", "choice in b, d"),
    ("text_is", "text is \"some word 7 and another\""),
    ("text_contains", "text contains \"word 39\""),
    ("text_contains_any", "text contains \"word 39\", \"word 12\", \"nothing\""),
    ("text_starts", "text starts with \"some word 1\""),
    ("text_ends", "email ends with \"@company7.example\""),
    ("text_mentions", "text mentions \"word\""),
    ("text_matches", "text matches \"word 1[0-9]+ and\""),
    ("domain", "email.domain is \"company7.example\""),
    ("date_window", "day in last 30 days"),
    ("days_since", "days since day > 100"),
    ("list_has", "texts contains \"alpha\""),
    ("and", "number > 100 and flag is yes and choice is a"),
    ("or", "number > 100 or flag is yes or choice is a"),
    ("not", "not (number > 100)"),
    ("event", "visit in last 90 days"),
    ("event_where", "visit where minutes >= 20"),
    ("event_count", "visit at least 3 times"),
    ("event_each", "visit each"),
    ("event_total", "total minutes of visit > 100"),
    ("event_days_since", "days since visit > 100"),
];

#[divan::bench(args = CONDITIONS.iter().map(|(name, _)| *name))]
fn condition(bencher: Bencher, name: &str) {
    let (_, text) = CONDITIONS.iter().find(|(other, _)| *other == name).unwrap();
    let (text, gain) = text.strip_suffix(" each").map_or((*text, "+1"), |text| (text, "+1 each"));
    let rules = RuleSet::from_text(&format!(
        "leadrules 1\nlead {{\n  text text\n  email email\n  number number\n  other number\n  flag yes/no\n  day date\n  \
         choice choice {{ a, b, c, d }}\n  texts list of text\n}}\nevents {{\n  visit {{ minutes number }}\n  call\n}}\n\
         score s {{\n  {text} => {gain}\n}}\n"
    ));
    let rules = rules.unwrap_or_else(|findings| panic!("{findings}"));
    let (scorer, leads) = (rules.prepare(20_900 * 86_400_000_000), leads(rules.rules()));
    bencher.bench(|| scorer.score_columns(black_box(&leads)));
}
