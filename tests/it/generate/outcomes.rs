//! The lines of a score: rules, tables and groups with everything they can give.

use super::Dice;
use super::conditions::{On, condition, event, quantity};

/// Where a line is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// In a score.
    Score,
    /// In a group.
    Group,
    /// In a group whose points fade, so that a rule looks at no more than one event.
    FadingGroup,
}

/// A line of a score, with its line end; a group contains no groups.
pub fn line(dice: &mut Dice, indent: &str, within: Within) -> String {
    let on = if within == Within::FadingGroup { On::Facts } else { On::Lead };
    match dice.below(if within == Within::Score { 12 } else { 10 }) {
        0..=2 => format!("{indent}{} => {}\n", condition(dice, on, 2), once(dice)),
        3 => format!("{indent}{} => {}{}\n", event(dice), once(dice), decay(dice)),
        4 | 5 => format!("{indent}{} => {}\n", event(dice), each(dice)),
        6 => format!("{indent}{} and {} => {}\n", event(dice), condition(dice, On::Facts, 1), each(dice)),
        7 => {
            let per = dice.pick(&["each", "per 10", "per 2.5", "per 0.01"]);
            let points = points(dice);
            format!("{indent}{} => {points} {per}{}\n", quantity(dice, On::Lead, 1), cap(dice, points))
        }
        8 | 9 => table(dice, indent),
        _ => group(dice, indent),
    }
}

fn points(dice: &mut Dice) -> &'static str {
    dice.pick(&["+1", "+2", "+5", "+10", "+2.5", "+0.01", "-1", "-3", "-0.5", "+1k", "0"])
}

fn cap(dice: &mut Dice, points: &str) -> String {
    if dice.one_in(2) || points == "0" {
        String::new()
    } else if points.starts_with('-') {
        format!(", down to {}", dice.pick(&["-5", "-0.75", "-20 points"]))
    } else {
        format!(", up to {}", dice.pick(&["12", "3.33", "20 points", "1k"]))
    }
}

fn words(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "",
        "",
        "",
        "",
        " as \"a \\\"title\\\"\"",
        ", because \"so 🔥\"",
        ", by sales",
        ", from 2026-01-01",
        ", until 2026-03-29",
        ", from 2024-02-29, until 2025-12-31",
    ])
}

fn once(dice: &mut Dice) -> String {
    let points = points(dice);
    let once = if dice.one_in(8) && points != "0" { " once" } else { "" };
    format!("{points}{once}{}", words(dice))
}

fn decay(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "",
        ", halving every 30 days",
        ", halving every 1 day",
        ", fading over 7 days",
        ", fading over 13 weeks",
        ", losing 25% every 7 days, compound",
        ", losing 40% every 2 weeks, linear",
        ", losing 33.3333% every 1 day, compound",
    ])
}

fn each(dice: &mut Dice) -> String {
    let points = dice.pick(&["+1", "+2", "+5", "+2.5", "+0.01", "-1", "-3", "-0.5"]);
    let times = dice.pick(&[
        "each",
        "each",
        "once per day",
        "once per week",
        "once per month",
        "once per 3 days",
        "once per 2 weeks",
        "once per year",
    ]);
    format!("{points} {times}{}{}{}", cap(dice, points), decay(dice), words(dice))
}

/// A table whose rows do not overlap.
fn table(dice: &mut Dice, indent: &str) -> String {
    let (subject, rows): (String, Vec<&str>) = match dice.below(6) {
        0 => ("country".to_owned(), vec!["BE, LU", "NL", "\"real estate\""]),
        1 => ("created".to_owned(), vec!["< 2024-02-29", "2024-02-29..2026-03-28", "> 2026-03-28"]),
        2 => ("consent".to_owned(), vec!["yes", "no"]),
        3 => ("city".to_owned(), vec!["towns", "\"x\", \"MVP\""]),
        _ => (quantity(dice, On::Lead, 0), vec!["..<0", "0", "1..<10", "10..20, 50", "> 100"]),
    };
    let mut text = format!("{indent}{subject} {{\n");
    let mut kept = 0;
    for row in rows {
        if !dice.one_in(4) {
            kept += 1;
            text += &format!("{indent}  {row} => {}\n", once(dice));
        }
    }
    if dice.one_in(2) || kept == 0 {
        text += &format!("{indent}  otherwise => {}\n", points(dice));
    }
    if dice.one_in(2) {
        text += &format!("{indent}  unknown => {}\n", points(dice));
    }
    text + indent + "}\n"
}

fn group(dice: &mut Dice, indent: &str) -> String {
    let decay = if dice.one_in(4) { decay(dice) } else { "" };
    let within = if decay.is_empty() { Within::Group } else { Within::FadingGroup };
    let options = [
        dice.pick(&["", ", up to 6", ", up to 20.5"]),
        dice.pick(&["", ", down to -4"]),
        decay,
        dice.pick(&["", ", best"]),
    ];
    let mut text = format!("{indent}group \"a group\"{} {{\n", options.concat());
    for _ in 0..=dice.below(4) {
        text += &line(dice, &format!("{indent}  "), within);
    }
    text + indent + "}\n"
}
