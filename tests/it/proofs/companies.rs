//! Rule files about leads and accounts so small that all companies of up to three leads can be evaluated, and those companies.

use leadrules_language::calendar::{DAY, Instant};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{KindId, Rules, Subject};
use leadrules_language::reference::{self, Evaluated, Event, Lead};
use leadrules_language::types::{Type, Value};

use crate::generate::Dice;

/// At most this many leads are in a company.
const MOST: usize = 3;

/// What leads are made from: fields, and whether they do anything.
struct Parts {
    has_seats: bool,
    has_consent: bool,
    has_events: bool,
}

/// What is asked of a lead; `level` says what can be asked for without a circle.
fn of_lead(dice: &mut Dice, parts: &Parts, level: usize) -> String {
    loop {
        let number = dice.below(5);
        let sign = dice.pick(&[">=", "<", "=", ">"]);
        let asked = match dice.below(if level >= 2 { 16 } else { 9 }) {
            0 if parts.has_consent => dice.pick(&["consent", "consent is no", "not consent"]).to_owned(),
            1 if parts.has_seats => format!("seats {sign} {}", dice.below(4)),
            2 if parts.has_seats => format!("seats is {}", dice.pick(&["known", "unknown"])),
            3 if parts.has_events => dice.pick(&["opened", "no opened", "opened in last 1 day"]).to_owned(),
            4 | 5 => format!("heat {sign} {}", dice.below(9)),
            6 => format!("account.employees {sign} {}", dice.below(3)),
            7 => dice.pick(&["account is known", "account is unknown", "account.customer is yes"]).to_owned(),
            8 => format!("({} and {})", of_lead(dice, parts, level), of_lead(dice, parts, level)),
            9 => format!("account.fit {sign} {}", number * 3),
            10 => format!("account.fit {}..{}", number, number + 3),
            11 => format!("account.tier is {}", dice.pick(&["\"big\"", "\"small\"", "\"never said\""])),
            12 => format!("(account.fit {sign} {number} or {})", of_lead(dice, parts, level)),
            13 if level >= 3 => {
                let stage = dice.pick(&["at least T", "is T", "is U", "below U", "is excluded"]);
                // A lead's own steps have other names than its account's.
                let own = stage.replace('T', "A").replace('U', "B");
                if dice.one_in(2) { format!("account.stage {stage}") } else { format!("stage {own}") }
            }
            14 => format!("account.mix {sign} {}", number * 4),
            15 => format!("account.pair is {}", dice.pick(&["\"bigfree\"", "\"smallfull\"", "\"big\""])),
            _ => continue,
        };
        return asked;
    }
}

/// What an account asks of its leads; `level` is that of the leads.
fn over_leads(dice: &mut Dice, parts: &Parts, level: usize) -> String {
    let filter = |dice: &mut Dice| {
        if level >= 2 && dice.one_in(2) {
            let stage = dice.pick(&["at least A", "is B", "is A", "is excluded", "below B"]);
            format!(" where (stage {stage})")
        } else if dice.one_in(4) {
            String::new()
        } else {
            format!(" where ({})", of_lead(dice, parts, level.min(1)))
        }
    };
    let quantity = if parts.has_seats { dice.pick(&["heat", "seats"]) } else { "heat" };
    let sign = dice.pick(&[">=", "<", "=", ">"]);
    match dice.below(11) {
        0 | 1 => format!("any lead{}", filter(dice)),
        2 => format!("no lead{}", filter(dice)),
        3 => format!("every lead where ({})", of_lead(dice, parts, level.min(1))),
        4 | 5 => format!("count of leads{} {sign} {}", filter(dice), dice.below(4)),
        6 => format!("highest {quantity} of leads{} {sign} {}", filter(dice), dice.below(9)),
        7 => format!("lowest {quantity} of leads{} {sign} {}", filter(dice), dice.below(9)),
        8 => format!("total {quantity} of leads{} {sign} {}", filter(dice), dice.below(12)),
        9 => format!("average {quantity} of leads{} {sign} {}", filter(dice), dice.below(9)),
        _ => format!("highest {quantity} of leads is {}", dice.pick(&["known", "unknown"])),
    }
}

/// What is asked of an account.
fn of_account(dice: &mut Dice, parts: &Parts, level: usize) -> String {
    match dice.below(10) {
        // Of these, two make up the third.
        9 => {
            let asked = of_lead(dice, parts, level.min(1));
            format!(
                "(count of leads where ({asked}) = {} and count of leads = {} and {} lead where ({asked}))",
                dice.below(3),
                dice.below(4),
                dice.pick(&["every", "no", "any"])
            )
        }
        0 => format!("employees {} {}", dice.pick(&[">=", "<", "="]), dice.below(3)),
        1 => dice.pick(&["customer", "not customer", "employees is unknown"]).to_owned(),
        2 if parts.has_events => {
            dice.pick(&["opened at least 2 times", "no opened", "opened in last 1 day", "opened"]).to_owned()
        }
        3 => format!("({} and {})", of_account(dice, parts, level), over_leads(dice, parts, level)),
        4 => format!("({} or {})", over_leads(dice, parts, level), of_account(dice, parts, level)),
        5 => format!("not ({})", over_leads(dice, parts, level)),
        _ => over_leads(dice, parts, level),
    }
}

/// A rule file about leads and their accounts.
pub fn file(dice: &mut Dice) -> String {
    let has_events = dice.one_in(2);
    let parts = Parts { has_seats: !has_events || dice.one_in(2), has_consent: dice.one_in(2), has_events };
    let points = |dice: &mut Dice| dice.pick(&["+1", "+2", "+5", "+3", "-2"]).to_owned();
    let mut text = "leadrules 1\nlead {\n  id text key\n  company_id text\n".to_owned();
    if parts.has_seats {
        text += if parts.has_events { "  seats integer 0..1\n" } else { "  seats integer 0..2\n" };
    }
    text += if parts.has_consent { "  consent yes/no\n" } else { "" };
    text += "}\naccount {\n  id text key\n  employees integer 0..2\n  customer yes/no\n  leads by company_id\n}\n";
    text += if parts.has_events { "events {\n  opened\n}\n" } else { "" };
    if dice.one_in(3) {
        text +=
            &format!("exclude {{\n  {} => \"no\"\n}}\n", of_lead(dice, &parts, 0).replace("heat", "account.employees"));
    }
    if dice.one_in(3) {
        text += "exclude account {\n  customer => \"already\"\n}\n";
    }
    text += &format!("score heat{} {{\n", dice.pick(&[" 0..10", "", " 0..4"]));
    for _ in 0..=dice.below(3) {
        // What this score is made of can't ask for it.
        let asked = of_lead(dice, &parts, 0).replace("heat", "account.employees");
        text += &format!("  {asked} => {}\n", points(dice));
    }
    text += &format!("}}\nscore fit of account{} {{\n", dice.pick(&[" 0..12", "", " 0..30", " 0..5"]));
    for _ in 0..=dice.below(3) {
        text += &match dice.below(6) {
            0 => format!("  count of leads where ({}) => +2 each, up to 4\n", of_lead(dice, &parts, 1)),
            1 => format!(
                "  highest heat of leads {{\n    0..<3 => +1\n    {}.. => +4\n  }}\n",
                dice.pick(&["3", "4", "6"])
            ),
            2 => format!(
                "  group \"best\"{} {{\n    {} => +3\n    {} => +2\n  }}\n",
                dice.pick(&[", best", ", up to 4", ", up to 6"]),
                of_account(dice, &parts, 1),
                of_account(dice, &parts, 1)
            ),
            _ => format!("  {} => {}\n", of_account(dice, &parts, 1), points(dice)),
        };
    }
    text += "}\nlabel tier of account {\n";
    text += &format!("  fit >= {} => \"big\"\n  {} => \"small\"\n", dice.below(9), of_account(dice, &parts, 1));
    text += if dice.one_in(2) { "  otherwise => \"other\"\n}\n" } else { "}\n" };
    text += "label room of account {\n";
    text += &format!("  {} => \"full\"\n  otherwise => \"free\"\n}}\n", of_account(dice, &parts, 1));
    text += "label pair of account = tier, room\n";
    text += &format!(
        "score mix of account{} = {}\n",
        dice.pick(&["", " 0..20"]),
        dice.pick(&["fit * 2 - 3", "fit + 0.5 * employees", "10 / fit"])
    );
    text += &format!("stages {{\n  {} => A\n", of_lead(dice, &parts, 2));
    text += &format!("  {} and {} => B\n}}\n", of_lead(dice, &parts, 2), of_lead(dice, &parts, 2));
    text += &format!("label word {{\n  {} => \"one\"\n", of_lead(dice, &parts, 2));
    text += &format!("  stage is B => \"two\"\n  {} => \"three\"\n}}\n", of_lead(dice, &parts, 2));
    text += &format!("stages of account {{\n  {} => T\n", of_account(dice, &parts, 2));
    text += &format!("  fit >= {} and {} => U\n}}\n", dice.below(9), of_account(dice, &parts, 2));
    text += &format!("promise \"one\" {{ never {} and {} }}\n", of_lead(dice, &parts, 3), of_lead(dice, &parts, 3));
    text += &format!("promise \"two\" {{ always {} or stage below B }}\n", of_lead(dice, &parts, 3));
    text += &format!(
        "promise \"three\" of account {{ never {} and {} }}\n",
        of_account(dice, &parts, 2),
        of_account(dice, &parts, 2)
    );
    text += &format!(
        "promise \"four\" of account {{ always {} or stage is {} }}\n",
        over_leads(dice, &parts, 2),
        dice.pick(&["T", "U", "excluded"])
    );
    text += &format!("promise \"five\" of account {{ never tier is \"big\" and {} }}\n", over_leads(dice, &parts, 2));
    text
}

/// All companies: accounts with leads that come out, and leads without an account.
pub struct Companies {
    pub accounts: Vec<Evaluated>,
    pub leads: Vec<Evaluated>,
}

pub fn as_of(rules: &Rules) -> Instant {
    rules.zone.parse_as_of("2026-01-01T00:00Z").expect("an instant")
}

/// Everything that comes out for companies of up to three leads.
pub fn companies(rules: &Rules) -> Companies {
    let accounts = rules.accounts.as_ref().expect("accounts");
    let as_of = as_of(rules);
    let Subject::Field(by) = accounts.by else { panic!("leads belong to accounts by a field") };
    let text = |text: &str| vec![Some(Value::Text(text.to_owned()))];
    let kinds: Vec<(Lead, Vec<Event>)> = leads(rules, &|at| {
        (at == usize::from(by.0))
            .then(|| text("x"))
            .or_else(|| (rules.key.is_some_and(|key| usize::from(key.0) == at)).then(|| vec![None]))
    })
    .into_iter()
    .flat_map(|lead| histories(rules, as_of).into_iter().map(move |events| (lead.clone(), events)))
    .collect();
    let of_accounts = leads(&accounts.rules, &|at| (at == usize::from(accounts.key.0)).then(|| text("x")));
    let mut all = Companies { accounts: Vec::new(), leads: Vec::new() };
    for company in together(kinds.len()) {
        let members: Vec<_> = company.iter().map(|at| kinds[*at].clone()).collect();
        for account in &of_accounts {
            let came = reference::company(rules, as_of, account, &members, rules.log.is_some());
            all.accounts.push(came.account);
            all.leads.extend(came.leads);
        }
    }
    for (mut lead, events) in kinds {
        lead.fields[usize::from(by.0)] = None;
        let events = rules.log.is_some().then_some(events);
        let outcome = reference::evaluate(rules, as_of, &lead, events.as_deref());
        all.leads.push(Evaluated { lead, events, outcome });
    }
    all.leads.dedup();
    all
}

/// Which leads are in a company: up to three, in order.
fn together(kinds: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    let mut from = 0;
    for _ in 0..MOST {
        let until = all.len();
        for at in from..until {
            for next in all[at].last().copied().unwrap_or(0)..kinds {
                let mut more = all[at].clone();
                more.push(next);
                all.push(more);
            }
        }
        from = until;
    }
    all
}

/// All that can be known; what no file declares is unknown.
fn leads(rules: &Rules, given: &dyn Fn(usize) -> Option<Vec<Option<Value>>>) -> Vec<Lead> {
    let mut leads = vec![Lead { fields: Vec::new() }];
    for (at, field) in rules.fields.iter().enumerate() {
        let is_declared = at < usize::from(rules.declared_fields);
        let values = if is_declared { given(at).unwrap_or_else(|| values(&field.ty)) } else { vec![None] };
        let with = |lead: &Lead| {
            let fields = lead.fields.clone();
            let with =
                move |value: &Option<Value>| Lead { fields: fields.iter().cloned().chain([value.clone()]).collect() };
            values.iter().map(with).collect::<Vec<_>>()
        };
        leads = leads.iter().flat_map(with).collect();
    }
    leads
}

fn values(ty: &Type) -> Vec<Option<Value>> {
    let known: Vec<Value> = match ty {
        Type::Integer(of) => {
            let (low, high) = (of.range.low.expect("a range").0, of.range.high.expect("a range").0);
            (low / 1_000_000..=high / 1_000_000).map(|number| Value::Number(Decimal(number * 1_000_000))).collect()
        }
        Type::YesNo => vec![Value::Truth(true), Value::Truth(false)],
        other => panic!("small files have no {other:?}"),
    };
    std::iter::once(None).chain(known.into_iter().map(Some)).collect()
}

fn histories(rules: &Rules, as_of: Instant) -> Vec<Vec<Event>> {
    if rules.log.is_none() {
        return vec![Vec::new()];
    }
    let opened =
        |days: i64| Event { kind: Some(KindId(0)), time: as_of - days * DAY, id: None, properties: Vec::new() };
    vec![Vec::new(), vec![opened(0)], vec![opened(3)]]
}
