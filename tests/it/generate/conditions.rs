//! Conditions and quantities.

use super::{ADDRESSES, Dice, PATTERNS, PIECES, SPANS, TEXTS, quoted};

/// What a condition is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// A lead.
    Lead,
    /// A lead, but not what it did.
    Facts,
    /// A lead whose scores are there.
    Scores,
    /// An event of these kinds, which a `where` looks at.
    Event(&'static str),
}

/// Names of a type, for leads and for the events that have them.
struct Names {
    texts: &'static [&'static str],
    numbers: &'static [&'static str],
    truths: &'static [&'static str],
    dates: &'static [&'static str],
    choices: &'static [&'static str],
    addresses: &'static [&'static str],
    lists: &'static [&'static str],
    option_lists: &'static [&'static str],
}

const OF_LEAD: Names = Names {
    texts: &["city", "company"],
    numbers: &["revenue", "employees"],
    truths: &["consent", "vip"],
    dates: &["created", "closed"],
    choices: &["country", "region"],
    addresses: &["email"],
    lists: &["tags"],
    option_lists: &["interests"],
};

const OF_VIEWED: Names = Names {
    texts: &["page"],
    numbers: &["seconds"],
    truths: &["phone"],
    dates: &[],
    choices: &[],
    addresses: &[],
    lists: &[],
    option_lists: &[],
};

const OF_BOUGHT: Names = Names {
    texts: &["page"],
    numbers: &["amount", "seconds"],
    truths: &[],
    dates: &["due"],
    choices: &["item"],
    addresses: &["buyer"],
    lists: &["labels"],
    option_lists: &["kinds"],
};

fn names(on: On) -> &'static Names {
    match on {
        On::Lead | On::Facts | On::Scores => &OF_LEAD,
        On::Event("viewed") => &OF_VIEWED,
        On::Event(_) => &OF_BOUGHT,
    }
}

/// A condition; `depth` is how deeply it may nest.
pub fn condition(dice: &mut Dice, on: On, depth: usize) -> String {
    if depth > 0 && dice.one_in(3) {
        let word = dice.pick(&[" and ", " or "]);
        let parts: Vec<String> = (0..2 + dice.below(2)).map(|_| condition(dice, on, depth - 1)).collect();
        return match dice.below(4) {
            0 => format!("not ({})", parts[0]),
            _ => format!("({})", parts.join(word)),
        };
    }
    let names = names(on);
    loop {
        let forms = match on {
            On::Event(_) => 9,
            On::Facts => 10,
            On::Lead | On::Scores => 14,
        };
        let made = match dice.below(forms) {
            0 => text(dice, names),
            1 | 2 => Some(number(dice, on)),
            3 => truth(dice, names),
            4 => date(dice, names),
            5 => choice(dice, names),
            6 => list(dice, names),
            7 => address(dice, names),
            8 => known(dice, names, on),
            9 => Some(dice.pick(&["big", "local", "not local", "spent > 10", "per_head >= 1.5"]).to_owned()),
            10 => Some(dice.pick(&["active", "not active"]).to_owned()),
            _ => Some(happening(dice)),
        };
        if let Some(made) = made {
            return made;
        }
    }
}

fn one(dice: &mut Dice, names: &[&'static str]) -> Option<&'static str> {
    (!names.is_empty()).then(|| dice.pick(names))
}

fn piece(dice: &mut Dice) -> String {
    quoted(dice.pick(PIECES))
}

fn text_tail(dice: &mut Dice) -> String {
    match dice.below(9) {
        0 => format!("is {}", quoted(dice.pick(TEXTS))),
        1 => format!("is not {}", quoted(dice.pick(TEXTS))),
        2 => format!("in {}, towns", dice.list(3, |dice| quoted(dice.pick(TEXTS)))),
        3 => format!("not in {}", dice.list(3, |dice| quoted(dice.pick(TEXTS)))),
        _ => looking(dice),
    }
}

/// An operator that looks into a text, or into the entries of a list of texts.
fn looking(dice: &mut Dice) -> String {
    match dice.below(6) {
        0 => format!("contains {}", dice.list(2, piece)),
        1 => format!("contains all {}", dice.list(2, piece)),
        2 => format!("starts with {}", dice.list(2, piece)),
        3 => format!("ends with {}", dice.list(2, piece)),
        4 => format!("mentions {}", dice.list(2, piece)),
        _ => format!("matches {}", quoted(dice.pick(PATTERNS))),
    }
}

fn text(dice: &mut Dice, names: &Names) -> Option<String> {
    let name = one(dice, names.texts)?;
    if names.texts.len() > 1 && dice.one_in(6) {
        return Some(format!("city {} company", dice.pick(&["is", "is not", "="])));
    }
    Some(format!("{name} {}", text_tail(dice)))
}

fn address(dice: &mut Dice, names: &Names) -> Option<String> {
    let name = one(dice, names.addresses)?;
    Some(match dice.below(4) {
        0 => format!("{name} is {}", quoted(dice.pick(ADDRESSES))),
        1 => format!("{name}.domain in \"gmail.com\", \"brewery.example\""),
        2 => format!("{name}.domain ends with \".example\""),
        _ => format!("{name} contains \"@\", \"a\""),
    })
}

fn truth(dice: &mut Dice, names: &Names) -> Option<String> {
    let name = one(dice, names.truths)?;
    Some(match dice.below(5) {
        0 => name.to_owned(),
        1 => format!("{name} is yes"),
        2 => format!("{name} is not yes"),
        3 => format!("not {name}"),
        _ => format!("{name} is no"),
    })
}

fn list(dice: &mut Dice, names: &Names) -> Option<String> {
    if dice.one_in(2) {
        let name = one(dice, names.option_lists)?;
        let options = if name == "kinds" { &["a", "b"][..] } else { &["beer", "wine", "cheese"][..] };
        let all = dice.pick(&["", " all"]);
        return Some(format!("{name} contains{all} {}", dice.list(2, |dice| dice.pick(options).to_owned())));
    }
    let name = one(dice, names.lists)?;
    Some(match dice.below(4) {
        0 => format!("{name} contains {}", dice.list(3, |dice| quoted(dice.pick(TEXTS)))),
        1 => format!("{name} contains all {}", dice.list(2, |dice| quoted(dice.pick(TEXTS)))),
        2 => format!("{name} mentions {}", piece(dice)),
        _ => format!("{name} matches {}", quoted(dice.pick(PATTERNS))),
    })
}

fn choice(dice: &mut Dice, names: &Names) -> Option<String> {
    let name = one(dice, names.choices)?;
    let options = if name == "item" {
        &["beer", "wine", "cheese"][..]
    } else {
        &["BE", "NL", "LU", "\"real estate\"", "\"unknown\""][..]
    };
    Some(match dice.below(5) {
        0 => format!("{name} is {}", dice.pick(options)),
        1 => format!("{name} is not {}", dice.pick(options)),
        2 => format!("{name} in {}", dice.list(3, |dice| dice.pick(options).to_owned())),
        3 if name != "item" => "country is region".to_owned(),
        _ => format!("{name} not in {}", dice.list(3, |dice| dice.pick(options).to_owned())),
    })
}

/// A day near those in the data.
pub fn day(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "2023-02-28",
        "2024-02-28",
        "2024-02-29",
        "2024-03-01",
        "2025-10-25",
        "2025-10-26",
        "2025-12-31",
        "2026-01-01",
        "2026-02-28",
        "2026-03-28",
        "2026-03-29",
        "2026-03-30",
        "2026-03-31",
    ])
}

fn days_in_order(dice: &mut Dice) -> (&'static str, &'static str) {
    let (a, b) = (day(dice), day(dice));
    if a <= b { (a, b) } else { (b, a) }
}

fn date(dice: &mut Dice, names: &Names) -> Option<String> {
    let name = one(dice, names.dates)?;
    let span = dice.pick(&["1 day", "7 days", "30 days", "2 weeks", "1 month", "3 months", "1 year", "0 days"]);
    let (first, last) = days_in_order(dice);
    Some(match dice.below(12) {
        0 => format!("{name} in last {span}"),
        1 => format!("{name} older than {span}"),
        2 => format!("{name} in next {span}"),
        3 => format!("{name} between {first} and {last}"),
        4 => format!("{name} since {first}"),
        5 => format!("{name} before {first}"),
        6 => format!("{name} after {first}"),
        7 => format!("{name} {} {first}", dice.pick(&["<", "<=", ">", ">=", "=", "!=", "is", "is not"])),
        8 => format!("{name} {first}..{last}"),
        9 => format!("{name} in {first}, {last}.."),
        10 if name != "due" => format!("created {} closed", dice.pick(&["<", "<=", ">", ">=", "=", "is"])),
        _ => format!("{name} {first}.."),
    })
}

fn known(dice: &mut Dice, names: &Names, on: On) -> Option<String> {
    let asked = dice.pick(&["is known", "is unknown", "is not known", "is not unknown"]);
    let all = [names.texts, names.numbers, names.truths, names.dates, names.choices, names.lists, names.option_lists]
        .concat();
    Some(match dice.below(4) {
        0 => format!("{}.domain {asked}", one(dice, names.addresses)?),
        1 if !matches!(on, On::Event(_)) => format!("{} {asked}", quantity(dice, on, 1)),
        _ => format!("{} {asked}", dice.pick(&all)),
    })
}

/// A number as a rule file writes it.
fn literal(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "0", "1", "2", "3", "5", "10", "2.5", "0.333333", "100", "1k", "1.5M", "15%", "-1", "-2.5", "1_000", "20",
    ])
}

fn range(dice: &mut Dice) -> &'static str {
    dice.pick(&["0..10", "1..<5", "..5", "..<0", "2..", "-5..-1", "10..100", "0.5..1k"])
}

fn number(dice: &mut Dice, on: On) -> String {
    let one = quantity(dice, on, 1);
    let sign = dice.pick(&["<", "<=", ">", ">=", "=", "!=", "is", "is not"]);
    match dice.below(6) {
        0 => format!("{one} {}", range(dice)),
        1 => format!("{one} in {}, {}", literal(dice), range(dice)),
        2 => format!("{one} not in {}", range(dice)),
        3 => format!("{one} {} {}", dice.pick(&["<", "<=", ">", ">=", "=", "!="]), quantity(dice, on, 1)),
        _ => format!("{one} {sign} {}", literal(dice)),
    }
}

/// A quantity; `depth` is how deeply it may nest.
pub fn quantity(dice: &mut Dice, on: On, depth: usize) -> String {
    if depth > 0 && dice.one_in(4) {
        let left = quantity(dice, on, depth - 1);
        let right = if dice.one_in(2) { literal(dice).to_owned() } else { quantity(dice, on, depth - 1) };
        return format!("({left} {} {right})", dice.pick(&["+", "-", "*", "/"]));
    }
    let names = names(on);
    if let On::Event(_) = on {
        return match dice.below(4) {
            0 if !names.dates.is_empty() => format!("days since {}", names.dates[0]),
            _ => dice.pick(names.numbers).to_owned(),
        };
    }
    match dice.below(if on == On::Scores { 7 } else { 5 }) {
        0 => dice.pick(names.numbers).to_owned(),
        1 => format!("days since {}", dice.pick(names.dates)),
        2 => dice.pick(&["spent", "per_head"]).to_owned(),
        3 | 4 => aggregate(dice),
        _ => dice.pick(&["fit", "heat", "total"]).to_owned(),
    }
}

fn aggregate(dice: &mut Dice) -> String {
    let window = window(dice);
    match dice.below(8) {
        0 => format!("count of {}{window}", dice.pick(&["opened", "viewed", "bought", "met", "any activity"])),
        1 => format!("days since {}{window}", dice.pick(&["opened", "any activity", "bought"])),
        2 => format!("count of any of opened, viewed{window}"),
        3 => format!("{} seconds of any of viewed, bought{window}", function(dice)),
        4 => format!("{} seconds of viewed{}{window}", function(dice), bracketed(dice, "viewed")),
        _ => format!("{} amount of bought{}{window}", function(dice), bracketed(dice, "bought")),
    }
}

fn function(dice: &mut Dice) -> &'static str {
    dice.pick(&["total", "average", "highest", "lowest", "latest"])
}

fn bracketed(dice: &mut Dice, kind: &'static str) -> String {
    if dice.one_in(2) { String::new() } else { format!(" where ({})", condition(dice, On::Event(kind), 1)) }
}

/// ` where …` for a purchase, or nothing.
pub fn filter(dice: &mut Dice) -> String {
    bracketed(dice, "bought")
}

/// A window for events, or nothing.
pub fn window(dice: &mut Dice) -> String {
    let span = dice.pick(SPANS);
    let (first, last) = days_in_order(dice);
    match dice.below(10) {
        0..=2 => format!(" in last {span}"),
        3 => format!(" older than {span}"),
        4 => format!(" between {first} and {last}"),
        5 => format!(" since {first}"),
        6 => format!(" before {first}"),
        7 => format!(" after {first}"),
        _ => String::new(),
    }
}

fn frequency(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "",
        "",
        "",
        " at least 2 times",
        " at most 1 times",
        " exactly 2 times",
        " 1..3 times",
        " exactly 0 times",
    ])
}

/// One event test: a kind, or several, with what must hold for it.
pub fn event(dice: &mut Dice) -> String {
    let kind = dice.pick(&["opened", "viewed", "bought", "met", "any of opened, viewed", "any of viewed, bought"]);
    let filter = match kind {
        "viewed" | "bought" => bracketed(dice, if kind == "viewed" { "viewed" } else { "bought" }),
        "any of viewed, bought" if dice.one_in(2) => " where (page contains \"/\" or seconds > 2)".to_owned(),
        _ => String::new(),
    };
    let (often, when) = (frequency(dice), window(dice));
    if dice.one_in(2) { format!("{kind}{filter}{often}{when}") } else { format!("{kind}{filter}{when}{often}") }
}

fn happening(dice: &mut Dice) -> String {
    let window = window(dice);
    match dice.below(5) {
        0 => format!("no {}{window}", dice.pick(&["activity", "opened", "viewed", "bought"])),
        1 => format!("any activity{window}"),
        2 => format!("no bought{}{window}", bracketed(dice, "bought")),
        _ => event(dice),
    }
}
