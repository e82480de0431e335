//! Rule files so small that all leads that could exist can be scored, and those leads.

use leadrules_language::calendar::{DAY, HOUR, Instant};
use leadrules_language::decimal::Decimal;
use leadrules_language::ir::{KindId, Rules, StageId};
use leadrules_language::reference::{Event, Lead};
use leadrules_language::types::{Type, Value};

use crate::generate::Dice;

/// A rule file, and the values that its leads are made from.
pub struct File {
    pub text: String,
    /// Ages of events, in quarters of a day, that are told apart.
    ages: &'static [i64],
    /// The hour of the day from which leads are seen.
    hour: i64,
    /// How many events of one kind and age a lead has at most.
    most: usize,
}

/// All leads, and everything that they can have done.
pub struct Leads {
    pub leads: Vec<Lead>,
    pub events: Vec<Vec<Event>>,
    pub as_of: Instant,
}

pub fn stage_name(rules: &Rules, stage: StageId) -> String {
    rules.stages.name(stage).to_owned()
}

const FIELDS: &[(&str, &str)] = &[
    ("employees", "integer 0..6"),
    ("staff", "integer 2..5"),
    ("country", "choice { BE, NL, LU }"),
    ("region", "choice { BE, NL, LU }"),
    ("consent", "yes/no"),
    ("created", "date 2025-12-29..2026-01-03"),
    ("closed", "date 2025-12-30..2026-01-02"),
    ("title", "text"),
    ("tags", "list of choice { a, b, c }"),
];

/// Texts made from the pieces that rules ask for, one for each way in which those tests turn out.
fn texts() -> Vec<String> {
    const PIECES: &[&str] =
        &["x", "vp", "mvp", "sales", "xvp", "vpx", "xsales", "salesx", "xmvp", "mvpx", "xvpx", "xmvpx"];
    let mut texts: Vec<String> = PIECES.iter().map(|piece| (*piece).to_owned()).collect();
    for _ in 0..2 {
        let longer = texts.iter().flat_map(|text| PIECES.iter().map(move |piece| format!("{text} {piece}")));
        texts = PIECES.iter().map(|piece| (*piece).to_owned()).chain(longer).collect();
    }
    let mut seen = std::collections::HashSet::new();
    texts.retain(|text| {
        let has = |piece: &str| (text.contains(piece), text.split(' ').any(|word| word == piece));
        seen.insert((
            has("vp"),
            has("mvp"),
            has("sales"),
            text.starts_with("vp"),
            text.starts_with("mvp"),
            text == "vp",
        ))
    });
    texts
}

fn condition(dice: &mut Dice, fields: &[usize], depth: usize) -> String {
    if depth > 0 && dice.one_in(3) {
        let word = dice.pick(&[" and ", " or "]);
        let parts: Vec<String> = (0..2).map(|_| condition(dice, fields, depth - 1)).collect();
        return if dice.one_in(4) { format!("not ({})", parts[0]) } else { format!("({})", parts.join(word)) };
    }
    let (name, _) = FIELDS[dice.pick(fields)];
    let number = dice.below(7);
    if dice.one_in(6) {
        return format!("{name} is {}", dice.pick(&["known", "unknown"]));
    }
    match name {
        "employees" | "staff" => match dice.below(7) {
            0 => format!("{name} {number}.."),
            1 => format!("{name} in {number}, {}", dice.below(4)),
            2 => format!("{name} * 2 - 1 >= {number}"),
            3 if fields.contains(&0) && fields.contains(&1) => {
                format!("employees {} staff", dice.pick(&["<", ">=", "=", "!="]))
            }
            4 => format!("{name} < {number}.5"),
            _ => format!("{name} {} {number}", dice.pick(&["<", "<=", ">", ">=", "=", "is not"])),
        },
        "country" | "region" => {
            if fields.contains(&2) && fields.contains(&3) && dice.one_in(3) {
                return "country is region".to_owned();
            }
            format!("{name} {} {}", dice.pick(&["is", "is not"]), dice.pick(&["BE", "NL", "LU"]))
        }
        "consent" => dice.pick(&["consent", "consent is no", "not consent"]).to_owned(),
        "created" | "closed" => match dice.below(5) {
            0 if fields.contains(&5) && fields.contains(&6) => {
                format!("closed {} created", dice.pick(&["<", ">=", "="]))
            }
            1 => format!("{name} in last {} days", dice.below(3)),
            2 => format!("{name} older than {} days", dice.below(3)),
            3 => format!("days since {name} >= {}", dice.below(3)),
            _ => format!("{name} {} 2025-12-3{}", dice.pick(&["<", ">=", "is"]), dice.below(2)),
        },
        "title" => match dice.below(4) {
            0 => format!("title contains {}", dice.pick(&["\"vp\"", "\"mvp\"", "\"sales\""])),
            1 => format!("title mentions {}", dice.pick(&["\"vp\"", "\"mvp\"", "\"sales\""])),
            2 => format!("title starts with {}", dice.pick(&["\"vp\"", "\"mvp\""])),
            _ => "title is \"vp\"".to_owned(),
        },
        _ => format!("tags contains {}", dice.pick(&["a", "b", "c", "a, b", "all a, c"])),
    }
}

fn points(dice: &mut Dice) -> &'static str {
    dice.pick(&["+1", "+2", "+5", "+10", "+2.5", "-1", "-3", "-7.25"])
}

/// A rule file about two or three fields.
pub fn of_fields(dice: &mut Dice) -> File {
    let mut fields: Vec<usize> = (0..2 + dice.below(2)).map(|_| dice.below(FIELDS.len())).collect();
    fields.sort_unstable();
    fields.dedup();
    let mut text = "leadrules 1\nlead {\n  id text key\n".to_owned();
    for at in &fields {
        text += &format!("  {} {}\n", FIELDS[*at].0, FIELDS[*at].1);
    }
    text += "}\n";
    for name in ["fit", "heat"] {
        text += &format!("score {name}{} {{\n", dice.pick(&["", " 0..10", " -3..", " ..6"]));
        for _ in 0..=dice.below(4) {
            text += &line(dice, &fields, "  ", true);
        }
        text += "}\n";
    }
    let formula = dice.pick(&["fit + 0.5 * heat", "fit - heat", "fit * heat", "2 * fit / 3", "fit - 0.333333 * heat"]);
    text += &format!("score total{} = {formula}\n", dice.pick(&["", " 0..12"]));
    text += &ends(dice, &mut |dice| condition(dice, &fields, 1));
    File { text, ages: &[], hour: 0, most: 0 }
}

fn line(dice: &mut Dice, fields: &[usize], indent: &str, outside: bool) -> String {
    match dice.below(if outside { 9 } else { 7 }) {
        0 if fields.contains(&0) => {
            let rows = ["0", "1..2", "3..", "unknown", "otherwise"];
            let mut text = format!("{indent}employees {{\n");
            for row in rows {
                if !dice.one_in(4) {
                    text += &format!("{indent}  {row} => {}\n", points(dice));
                }
            }
            if text.lines().count() == 1 {
                text += &format!("{indent}  5 => {}\n", points(dice));
            }
            text + indent + "}\n"
        }
        1 if fields.contains(&1) => format!("{indent}staff => {} per {}\n", points(dice), 1 + dice.below(3)),
        2 if fields.contains(&0) => format!("{indent}employees => +2 each, up to {}\n", 3 + dice.below(6)),
        7 | 8 => {
            let caps = dice.pick(&["", ", up to 4", ", down to -4", ", up to 6, down to -2"]);
            let mut text = format!("{indent}group \"a group\"{caps}{} {{\n", dice.pick(&["", ", best"]));
            for _ in 0..=dice.below(3) {
                text += &line(dice, fields, "    ", false);
            }
            text + indent + "}\n"
        }
        _ => {
            let dates = dice.pick(&["", "", "", ", from 2026-01-01", ", until 2025-12-31", ", until 2026-01-01"]);
            format!("{indent}{} => {}{dates}\n", condition(dice, fields, 2), points(dice))
        }
    }
}

fn ends(dice: &mut Dice, condition: &mut dyn FnMut(&mut Dice) -> String) -> String {
    let score = |dice: &mut Dice| {
        let name = dice.pick(&["fit", "heat", "total"]);
        let sign = dice.pick(&[">=", ">", "<", "<=", "=", "!="]);
        match dice.below(6) {
            0 => format!("{name} {sign} {}", dice.pick(&["fit", "heat"])),
            1 => format!("{name} 0..{}", dice.below(6)),
            _ => format!("{name} {sign} {}", dice.pick(&["-2", "0", "3", "4.5", "7", "12"])),
        }
    };
    let both = |dice: &mut Dice, condition: &mut dyn FnMut(&mut Dice) -> String| match dice.below(4) {
        0 => condition(dice),
        1 => format!("{} and {}", score(dice), condition(dice)),
        2 => format!("(({} and {}) or {})", score(dice), condition(dice), score(dice)),
        _ => format!("{} and {}", score(dice), score(dice)),
    };
    let mut text = String::new();
    if dice.one_in(3) {
        text += &format!("exclude {{\n  {} => \"no\"\n}}\n", condition(dice));
    }
    // A third of the files remember.
    let remembers = dice.one_in(3);
    text += "stages {\n";
    for name in ["A", "B", "C"] {
        let kept = match dice.below(if remembers { 4 } else { 1 }) {
            0 => String::new(),
            1 => ", kept".to_owned(),
            _ => format!(", kept while {}", both(dice, condition)),
        };
        text += &format!("  {} => {name}{kept}\n", both(dice, condition));
    }
    text += "}\nlabel word {\n";
    if remembers {
        let asked =
            dice.pick(&["below B", "at least B", "is new", "is not C", "in A, excluded", "not in contact, new"]);
        text += &format!("  stage at least B and stage before {asked} => \"zero\"\n");
    }
    text += &format!("  {} => \"one\"\n", both(dice, condition));
    text += &format!("  stage at least B => \"two\"\n  {} => \"three\"\n}}\n", both(dice, condition));
    text += &format!(
        "promise \"one\" {{ never stage is {} and {} }}\n",
        dice.pick(&["A", "B", "C"]),
        both(dice, condition)
    );
    text += &format!("promise \"two\" {{ always {} or stage below C }}\n", score(dice));
    text +=
        &format!("promise \"three\" {{ never word is {} and {} }}\n", dice.pick(&["\"one\"", "\"two\""]), score(dice));
    text += &format!("promise \"four\" {{ always word is known or {} }}\n", condition(dice));
    if remembers {
        let asked = dice.pick(&["at least B", "is C", "below A", "is excluded", "is not new"]);
        text += &format!("promise \"five\" {{ never stage before {asked} and stage is A and {} }}\n", score(dice));
    }
    text
}

/// A rule file about two kinds of event that are counted, and a field.
pub fn of_events(dice: &mut Dice) -> File {
    let mut text = "leadrules 1\nlead {\n  id text key\n  consent yes/no\n}\n".to_owned();
    text += "events {\n  opened\n  viewed { page choice { home, pricing } }\n}\n";
    if dice.one_in(5) {
        text += "ignore { viewed where page is home }\n";
    }
    for name in ["fit", "heat"] {
        text += &format!("score {name}{} {{\n", dice.pick(&[" 0..10", " -4..6", " 0..5"]));
        for _ in 0..=dice.below(3) {
            text += &match dice.below(5) {
                0 => format!("  {} => +2 each, up to {}\n", event(dice), dice.pick(&["4", "3"])),
                1 => format!("  {} => -1.5 each, down to -3\n", event(dice)),
                _ => format!("  {} => {}\n", event_condition(dice), points(dice)),
            };
        }
        text += "}\n";
    }
    text += "score total = fit + 0.5 * heat\n";
    text += &ends(dice, &mut |dice| event_condition(dice));
    File { text, ages: &[0, 6], hour: 0, most: 2 }
}

/// A rule file about one kind of event whose points fade.
pub fn of_fading(dice: &mut Dice) -> File {
    let mut text = "leadrules 1\nlead {\n  id text key\n  consent yes/no\n}\nevents {\n  opened\n}\n".to_owned();
    let window = |dice: &mut Dice| {
        dice.pick(&["", "", " in last 1 day", " in last 2 days", " older than 1 day", " since 2025-12-31"])
    };
    for name in ["fit", "heat"] {
        text += &format!("score {name}{} {{\n", dice.pick(&[" 0..10", " -4..6", ""]));
        for _ in 0..=dice.below(3) {
            let fading =
                dice.pick(&["fading over 4 days", "losing 50% every 2 days, linear", "losing 40% every 1 day, linear"]);
            text += &match dice.below(3) {
                0 => format!("  opened{} => {}\n", window(dice), points(dice)),
                1 => format!("  opened{} and consent => -4, {fading}\n", window(dice)),
                _ => format!("  opened{} => +8, {fading}\n", window(dice)),
            };
        }
        text += "}\n";
    }
    text += "score total = fit + 0.5 * heat\n";
    text += &ends(dice, &mut |dice| match dice.below(4) {
        0 => "consent".to_owned(),
        1 => format!("days since opened {}", dice.pick(&[">= 2", "< 3", "= 1"])),
        2 => format!("no opened{}", window(dice)),
        _ => format!("opened{}", window(dice)),
    });
    File { text, ages: &[0, 4, 6, 8, 10, 12, 16, 20], hour: 0, most: 1 }
}

/// A rule file about one kind of event that is counted once a day and once a page.
pub fn of_once(dice: &mut Dice) -> File {
    let mut text = "leadrules 1\nlead {\n  id text key\n  consent yes/no\n}\n".to_owned();
    text += "events {\n  viewed { page choice { home, pricing, docs } }\n}\n";
    for name in ["fit", "heat"] {
        text += &format!("score {name}{} {{\n", dice.pick(&["", " 0..8", " -5..9"]));
        for _ in 0..=dice.below(3) {
            // Nothing that counts events themselves: two of one day and page are not tried.
            text += &match dice.below(5) {
                0 | 1 => format!("  viewed => +2 once per day, up to {}\n", dice.pick(&["4", "5", "6"])),
                2 | 3 => format!("  viewed => +3 once per page, up to {}\n", dice.pick(&["4", "6", "9"])),
                _ => format!("  {} => {}\n", dice.pick(&["viewed", "no viewed", "consent"]), points(dice)),
            };
        }
        text += "}\n";
    }
    text += "score total = fit + 0.5 * heat\n";
    text += &ends(dice, &mut |dice| dice.pick(&["consent", "viewed", "no viewed"]).to_owned());
    File { text, ages: &[0, 4, 8], hour: 0, most: 1 }
}

/// A rule file about one kind of event that is counted once a day, in windows that begin at noon: part of a day is in a window,
/// and part of it is not.
pub fn of_cut_days(dice: &mut Dice) -> File {
    let mut text = "leadrules 1\nlead {\n  id text key\n  consent yes/no\n}\nevents {\n  viewed\n}\n".to_owned();
    let window = |dice: &mut Dice| dice.pick(&["", " in last 1 day", " in last 2 days", " older than 1 day"]);
    for name in ["fit", "heat"] {
        text += &format!("score {name}{} {{\n", dice.pick(&["", " 0..8", " -5..9"]));
        for _ in 0..=dice.below(3) {
            // Days beyond those that are tried never count.
            text += &match dice.below(4) {
                0 => format!("  viewed => +2 once per day, up to {}\n", dice.pick(&["2", "4", "6"])),
                1 => format!("  viewed{} => {}\n", window(dice), points(dice)),
                _ => {
                    let window = dice.pick(&[" in last 1 day", " in last 2 days"]);
                    format!("  viewed{window} => +3 once per day, up to {}\n", dice.pick(&["4", "6", "9", "12"]))
                }
            };
        }
        text += "}\n";
    }
    text += "score total = fit + 0.5 * heat\n";
    text += &ends(dice, &mut |dice| match dice.below(3) {
        0 => "consent".to_owned(),
        1 => format!("count of viewed{} {}", window(dice), dice.pick(&[">= 2", "= 1", "0..1"])),
        _ => format!("{}viewed{}", dice.pick(&["", "no "]), window(dice)),
    });
    File { text, ages: &[0, 3, 5, 7, 9, 13, 17, 21], hour: 12, most: 2 }
}

/// A rule file about one kind of event, of which points that fade count once a day, seen at noon.
pub fn of_fading_days(dice: &mut Dice) -> File {
    let mut text = "leadrules 1\nlead {\n  id text key\n  consent yes/no\n}\nevents {\n  viewed\n}\n".to_owned();
    for name in ["fit", "heat"] {
        text += &format!("score {name}{} {{\n", dice.pick(&["", " 0..8", " -5..9"]));
        for _ in 0..=dice.below(2) {
            let window = dice.pick(&[" in last 1 day", " in last 2 days"]);
            let fading = dice.pick(&["fading over 4 days", "losing 50% every 2 days, linear"]);
            text += &match dice.below(3) {
                0 => format!("  viewed{window} => {}\n", points(dice)),
                _ => {
                    format!("  viewed{window} => +8 once per day, {fading}, up to {}\n", dice.pick(&["12", "16", "24"]))
                }
            };
        }
        text += "}\n";
    }
    text += "score total = fit + 0.5 * heat\n";
    text += &ends(dice, &mut |dice| dice.pick(&["consent", "viewed", "viewed in last 1 day"]).to_owned());
    File { text, ages: &[0, 2, 3, 4, 5, 6, 7, 8], hour: 12, most: 1 }
}

/// A rule file about one kind of event that is counted once a day and once a page, in windows of which some begin at noon.
pub fn of_once_in_windows(dice: &mut Dice) -> File {
    let mut text = "leadrules 1\nlead {\n  id text key\n  consent yes/no\n}\n".to_owned();
    text += "events {\n  viewed { page choice { home, pricing } }\n}\n";
    let viewed = |dice: &mut Dice| {
        let page = dice.pick(&["", "", "", " where (page is pricing)", " where (page is home)"]);
        format!("viewed{page}{}", dice.pick(&["", " in last 1 day", " in last 2 days", " older than 1 day"]))
    };
    for name in ["fit", "heat"] {
        text += &format!("score {name}{} {{\n", dice.pick(&["", " 0..8", " -5..9"]));
        for _ in 0..=dice.below(3) {
            text += &match dice.below(5) {
                0 | 1 => format!("  {} => +2 once per day, up to {}\n", viewed(dice), dice.pick(&["2", "4", "6"])),
                2 | 3 => format!("  {} => +3 once per page, up to {}\n", viewed(dice), dice.pick(&["3", "6", "9"])),
                _ => format!("  {} => {}\n", viewed(dice), points(dice)),
            };
        }
        text += "}\n";
    }
    text += "score total = fit + 0.5 * heat\n";
    text += &ends(dice, &mut |dice| match dice.below(3) {
        0 => "consent".to_owned(),
        1 => format!("count of {} {}", viewed(dice), dice.pick(&[">= 3", ">= 2", "= 1", "0..1"])),
        _ => format!("{}{}", dice.pick(&["", "no "]), viewed(dice)),
    });
    File { text, ages: &[0, 3, 5, 9], hour: 12, most: 1 }
}

fn window(dice: &mut Dice) -> &'static str {
    dice.pick(&["", "", " in last 1 day", " older than 1 day", " before 2025-12-31", " since 2025-12-31"])
}

fn event(dice: &mut Dice) -> String {
    let kind = dice.pick(&["opened", "viewed", "viewed where page is pricing", "any of opened, viewed"]);
    format!("{kind}{}", window(dice))
}

fn event_condition(dice: &mut Dice) -> String {
    match dice.below(9) {
        0 => "consent".to_owned(),
        1 => format!("no {}{}", dice.pick(&["opened", "viewed", "activity"]), window(dice)),
        2 => format!("any activity{}", window(dice)),
        3 => format!(
            "count of {}{} {}",
            dice.pick(&["opened", "any of opened, viewed"]),
            window(dice),
            dice.pick(&[">= 2", "= 1", "0..1"])
        ),
        4 => format!("days since {} is {}", dice.pick(&["opened", "any activity"]), dice.pick(&["known", "unknown"])),
        5 => format!("({} and {})", event(dice), event(dice)),
        6 => format!("{} {}", event(dice), dice.pick(&["at least 2 times", "exactly 1 time", "at most 1 time"])),
        _ => event(dice),
    }
}

/// All leads of a file.
pub fn leads(rules: &Rules, file: &File) -> Leads {
    let as_of = rules.zone.parse_as_of("2026-01-01T00:00Z").expect("an instant") + file.hour * HOUR;
    let mut leads = vec![Lead { fields: Vec::new() }];
    for (at, field) in rules.fields.iter().enumerate() {
        let values =
            if rules.key.is_some_and(|key| usize::from(key.0) == at) { vec![None] } else { values(&field.ty, file) };
        leads = leads
            .iter()
            .flat_map(|lead| {
                values.iter().map(move |value| {
                    let fields = lead.fields.iter().cloned().chain([value.clone()]).collect();
                    Lead { fields }
                })
            })
            .collect();
    }
    Leads { leads, events: events(rules, file, as_of), as_of }
}

fn values(ty: &Type, file: &File) -> Vec<Option<Value>> {
    let known: Vec<Value> = match ty {
        Type::Integer(ty) => {
            let (low, high) = (ty.range.low.expect("a range"), ty.range.high.expect("a range"));
            (low.0 / 1_000_000..=high.0 / 1_000_000)
                .map(|n| Value::Number(Decimal::whole(i64::try_from(n).expect("small"))))
                .collect()
        }
        // Where events are tried too, no rule asks for a plain "no".
        Type::YesNo if file.most > 0 => vec![Value::Truth(true)],
        Type::YesNo => vec![Value::Truth(true), Value::Truth(false)],
        Type::Date(ty) => (ty.range.low.expect("a range")..=ty.range.high.expect("a range")).map(Value::Date).collect(),
        Type::Choice(choice) => {
            (0..choice.options.len()).map(|at| Value::Choice(u16::try_from(at).expect("few"))).collect()
        }
        Type::ListOfChoice { choice, .. } => (1..1_u16 << choice.options.len())
            .map(|mask| Value::Choices((0..16).filter(|at| mask >> at & 1 == 1).collect()))
            .collect(),
        Type::Text => texts().into_iter().map(Value::Text).collect(),
        Type::Number(_) | Type::Email | Type::ListOfText { .. } => panic!("small files have no such field"),
    };
    std::iter::once(None).chain(known.into_iter().map(Some)).collect()
}

fn events(rules: &Rules, file: &File, as_of: Instant) -> Vec<Vec<Event>> {
    let Some(log) = &rules.log else { return vec![Vec::new()] };
    let mut all: Vec<Vec<Event>> = vec![Vec::new()];
    for age in file.ages {
        let event = |kind: Option<u16>, page: Option<u16>| Event {
            kind: kind.map(KindId),
            time: as_of - age * DAY / 4,
            id: None,
            properties: log.properties.iter().map(|_| page.map(Value::Choice)).collect(),
        };
        let mut sorts = vec![(event(Some(0), None), file.most)];
        if log.kinds.len() > 1 {
            // An unknown page passes no test, like `home`; but it is never ignored.
            sorts.push((event(Some(1), None), file.most));
            sorts.push((event(Some(1), Some(1)), file.most));
            sorts.push((event(None, None), 1));
        } else if !log.properties.is_empty() {
            sorts.extend([0, 1].map(|page| (event(Some(0), Some(page)), file.most)));
        }
        for (event, most) in sorts {
            let with = |count: usize| {
                let event = &event;
                all.iter().map(move |events: &Vec<Event>| {
                    let more = std::iter::repeat_n(event.clone(), count);
                    events.iter().cloned().chain(more).collect::<Vec<_>>()
                })
            };
            let more: Vec<Vec<Event>> = (0..=most).flat_map(with).collect();
            all = more;
        }
    }
    all
}
