//! A whole file: its declarations, its scores, and what is made of them.

use super::conditions::{self, On};
use super::{Dice, Seeds, ZONES, outcomes};

const LEAD: &str = r#"lead {
  missing "n/a"
  id         text key
  city       text
  company    text, missing "none"
  email      email
  revenue    number
  employees  integer
  consent    yes/no
  vip        yes/no
  created    date
  closed     date
  country    choice { BE ("Belgium", "België"), NL, LU, "real estate", "unknown" }
  region     choice { BE ("Belgium", "België"), NL, LU, "real estate", "unknown" }
  tags       list of text
  interests  list of choice { beer, wine, cheese }
}
"#;

const EVENTS: &str = r#"  opened
  viewed { page text; seconds number; phone yes/no }
  bought from "Purchase", "Sale" {
    page    text
    amount  number
    seconds number
    item    choice { beer, wine, cheese }
    due     date
    labels  list of text
    kinds   list of choice { a, b }
    buyer   email
  }
  met
}
"#;

const SHARED: &str = r#"list towns { "gent", "Brugge", "édimbourg" }
list drinks { beer, wine }
define big = employees >= 100
define local = country in BE, NL and not (city is unknown)
define active = viewed at least 2 times in last 30 days
define spent = total amount of bought
define per_head = revenue / employees
"#;

pub fn file(seeds: &Seeds) -> String {
    let mut dice = Dice(seeds.head);
    let mut text = "leadrules 1\n".to_owned();
    if !dice.one_in(4) {
        text += &format!("time zone \"{}\"\n", dice.pick(ZONES));
    }
    text += "\n# Made up.\n";
    text += LEAD;
    text += "\nevents {\n";
    if dice.one_in(2) {
        text += "  id from \"row\"  # told apart by it\n";
    }
    text += EVENTS;
    if dice.one_in(3) {
        let filter = conditions::filter(&mut dice);
        text += &format!("\nignore {{\n  bought{filter}\n  viewed where page contains \"bot\"\n}}\n");
    }
    text += "\n";
    text += SHARED;
    let (fit, heat) = seeds.lines.split_at(seeds.lines.len() / 2);
    for (name, lines) in [("fit", fit), ("heat", heat)] {
        let range = dice.pick(&["", " 0..100", " -20..20", " 0..", " ..15"]);
        text += &format!("\nscore {name}{range} {{\n");
        for seed in lines {
            text += &outcomes::line(&mut Dice(*seed), "  ", outcomes::Within::Score);
        }
        text += "}\n";
    }
    text += &format!("\nscore total{} = {}\n", dice.pick(&["", " 0..50"]), computed(&mut dice));
    text + &ends(&seeds.ends)
}

fn computed(dice: &mut Dice) -> String {
    let one = dice.pick(&["fit", "heat", "revenue / 1000", "0.5"]);
    let (sign, two) =
        (dice.pick(&["+", "-", "*", "/"]), dice.pick(&["heat", "fit", "employees", "days since created"]));
    format!("{one} {sign} {two} + 0.333333 * fit")
}

fn ends(seeds: &[u64]) -> String {
    let mut text = String::new();
    let (excluded, rest) = seeds.split_at(seeds.len() / 3);
    if !excluded.is_empty() {
        text += "\nexclude {\n";
        for (at, seed) in excluded.iter().enumerate() {
            text += &format!("  {} => \"reason {at}\"\n", conditions::condition(&mut Dice(*seed), On::Lead, 2));
        }
        text += "}\n";
    }
    let (steps, lines) = rest.split_at(rest.len() / 2);
    if !steps.is_empty() {
        text += "\nstages {\n";
        for (at, seed) in steps.iter().enumerate() {
            let mut dice = Dice(*seed);
            let condition = conditions::condition(&mut dice, On::Scores, 2);
            let kept = match dice.below(8) {
                0 => ", kept".to_owned(),
                1 => format!(" (\"was {at}\"), kept while {}", conditions::condition(&mut dice, On::Scores, 1)),
                _ => String::new(),
            };
            text += &format!("  {condition} => {}{kept}\n", STEPS[at]);
        }
        text += "}\n";
    }
    let mut promises = String::new();
    text += "\nlabel owner {\n";
    for (at, seed) in lines.iter().enumerate() {
        let mut dice = Dice(*seed);
        let mut condition = conditions::condition(&mut dice, On::Scores, 1);
        if !steps.is_empty() && dice.one_in(2) {
            let step = STEPS[dice.below(steps.len())];
            let asked = dice.pick(&["is", "is not", "at least", "below"]);
            condition = format!("stage {asked} {step} or (stage is excluded and {condition})");
            if dice.one_in(4) {
                let asked = dice.pick(&["is", "is not", "at least", "below"]);
                condition = format!("{} (stage before {asked} {step} and ({condition}))", dice.pick(&["", "not"]));
            }
        }
        promises += &format!("  {} {condition}\n", dice.pick(&["never", "always"]));
        text += &format!("  {condition} => \"owner {at}\"\n");
    }
    let mut dice = Dice(seeds.iter().fold(1, |sum, seed| sum ^ seed));
    text += if dice.one_in(3) { "  fit > 5 => \"fit\"\n}\n" } else { "  otherwise => \"nobody\"\n}\n" };
    text += "label size { big => \"A\"; not big => \"B\" }\nlabel grade = size, owner\n";
    text += "label after { owner is known and size is \"A\" => \"1\"; otherwise => \"2\" }\n";
    if !promises.is_empty() {
        text += &format!("\npromise \"a promise\" {{\n{promises}  never owner is \"owner 0\" and fit > 5\n}}\n");
    }
    text
}

const STEPS: &[&str] = &["Lead", "MQL", "\"sales ready\"", "SQL"];
