//! `leadrules prove`: what holds for every lead that could exist. In: a rule file; out: the ends of each score, the stages
//! that can be reached, and what became of each promise, as text or JSON. What is proved is decided in the library.

use std::path::PathBuf;

use clap::ValueEnum;
use leadrules_language::analyze::{self, Promised, Proof, Reach, Witness};
use leadrules_language::decimal::Points;
use leadrules_language::ir::{Rules, StageId};
use serde_json::{Value, json};

use super::data;
use super::exit::{Exit, Failure};
use super::rules::{Quiet, RuleSet};
use super::terminal::{Paint, Terminal, say};

/// Prove what holds for every lead that could exist
///
/// Shows for each score the least and the most that a lead can have, and how many totals there are in between; for each
/// stage whether a lead can reach it; for each promise whether it is kept. Each comes with a lead that shows it. Leads are
/// seen from one day, as with `score`. docs/proofs.md says how it is done and what it can't decide.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  leadrules prove my.leadrules
  leadrules prove my.leadrules --as-of 2026-11-23
  leadrules prove my.leadrules --format json

Exit codes: 0 fine, 1 could not run, 2 the rules are wrong, 3 a promise is broken.")]
pub(super) struct Args {
    /// The rule file
    #[arg(value_name = "RULES")]
    rules: PathBuf,

    /// The instant from which leads are seen; now without it
    #[arg(long, value_name = "INSTANT")]
    as_of: Option<String>,

    /// How the proofs are shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// How proofs are shown.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Proves and shows it.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let rules = match RuleSet::usable(&args.rules, terminal, Quiet::Yes)? {
        Ok(rules) => rules,
        Err(exit) => return Ok(exit),
    };
    let as_of = data::as_of(args.as_of.as_deref(), &rules)?;
    let proof = analyze::prove(&rules, as_of);
    match args.format {
        Format::Text => say(&text(&rules, &proof, terminal))?,
        Format::Json => say(&format!("{:#}\n", to_json(&rules, &proof)))?,
    }
    let broken = proof.promises.iter().any(|promise| matches!(promise, Promised::Broken(..)));
    Ok(if broken { Exit::TestFailed } else { Exit::Fine })
}

fn text(rules: &Rules, proof: &Proof, terminal: &Terminal) -> String {
    let mut text = String::new();
    for (score, proved) in rules.scores.iter().zip(&proof.scores) {
        text.push_str(&format!("score {}\n", score.name));
        for (word, end) in [("least", &proved.least), ("most", &proved.most)] {
            match end {
                Reach::Proved((points, witness)) => {
                    text.push_str(&format!("  {word:6} {points}\n{}", lead(rules, witness)));
                }
                Reach::Undecided(Some((points, witness)), reason) => {
                    let bound = if word == "least" { "at most" } else { "at least" };
                    text.push_str(&format!(
                        "  {word:6} {bound} {points}; undecided: {reason}\n{}",
                        lead(rules, witness)
                    ));
                }
                Reach::Undecided(None, reason) => text.push_str(&format!("  {word:6} undecided: {reason}\n")),
                Reach::Never => text.push_str(&format!("  {word:6} it is never known\n")),
            }
        }
        text.push_str(&match &proved.totals {
            Reach::Proved(totals) => format!("  totals {}\n", listed(totals)),
            Reach::Undecided(Some(totals), reason) => format!("  totals {}; undecided: {reason}\n", listed(totals)),
            Reach::Undecided(None, reason) => format!("  totals undecided: {reason}\n"),
            Reach::Never => String::new(),
        });
    }
    if !rules.stages.steps.is_empty() {
        text.push_str("stages\n");
        for stage in &proof.stages {
            let name = rules.stages.name(stage.stage);
            match &stage.reached {
                Reach::Proved(witness) => {
                    text.push_str(&format!("  {name}: {}\n", terminal.out.paint("can be reached", Paint::Good)));
                    for (score, least) in rules.scores.iter().zip(&stage.least) {
                        if let Some(least) = least {
                            text.push_str(&format!("    with {} {least} or more\n", score.name));
                        }
                    }
                    text.push_str(&lead(rules, witness));
                    if let (Reach::Proved(witness), StageId::Step(at)) = (&stage.skips, stage.stage) {
                        let below = &rules.stages.steps[usize::from(at) - 1].name;
                        text.push_str(&format!("    also without what {below} asks:\n{}", lead(rules, witness)));
                    }
                }
                Reach::Never => {
                    text.push_str(&format!("  {name}: {}\n", terminal.out.paint("no lead can reach it", Paint::Error)));
                }
                Reach::Undecided(_, reason) => text.push_str(&format!("  {name}: undecided: {reason}\n")),
            }
        }
    }
    if !rules.promises.is_empty() {
        text.push_str("promises\n");
        for (promise, proved) in rules.promises.iter().zip(&proof.promises) {
            match proved {
                Promised::Kept => {
                    text.push_str(&format!("  {}: {}\n", promise.title, terminal.out.paint("kept", Paint::Good)));
                }
                Promised::Broken(_, witness) => {
                    let word = terminal.out.paint("broken", Paint::Error);
                    text.push_str(&format!("  {}: {word}\n{}", promise.title, lead(rules, witness)));
                }
                Promised::Undecided(reason) => {
                    text.push_str(&format!("  {}: undecided: {reason}\n", promise.title));
                }
            }
        }
    }
    text
}

/// At most so many totals are listed.
const LISTED: usize = 12;

fn listed(totals: &[Points]) -> String {
    let shown = |totals: &[Points]| totals.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match totals {
        few if few.len() <= LISTED => shown(few),
        many => format!("{} of them: {}, …, {}", many.len(), shown(&many[..6]), shown(&many[many.len() - 3..])),
    }
}

fn lead(rules: &Rules, witness: &Witness) -> String {
    witness.lines(rules).iter().map(|line| format!("      {line}\n")).collect()
}

fn to_json(rules: &Rules, proof: &Proof) -> Value {
    let number = |points: &Points| {
        let text = points.to_string();
        serde_json::from_str::<Value>(&text).unwrap_or(Value::String(text))
    };
    let lines = |witness: &Witness| json!(witness.lines(rules));
    let end = |end: &Reach<(Points, Witness)>| match end {
        Reach::Proved((points, witness)) => {
            json!({"verdict": "proved", "points": number(points), "lead": lines(witness)})
        }
        Reach::Never => json!({"verdict": "never known"}),
        Reach::Undecided(Some((points, witness)), reason) => {
            json!({"verdict": "undecided", "reason": reason, "found": number(points), "lead": lines(witness)})
        }
        Reach::Undecided(None, reason) => json!({"verdict": "undecided", "reason": reason}),
    };
    let totals = |totals: &Reach<Vec<Points>>| match totals {
        Reach::Proved(totals) => json!({"verdict": "proved", "points": totals.iter().map(number).collect::<Vec<_>>()}),
        Reach::Never => json!({"verdict": "never known"}),
        Reach::Undecided(Some(totals), reason) => {
            json!({"verdict": "undecided", "reason": reason, "found": totals.iter().map(number).collect::<Vec<_>>()})
        }
        Reach::Undecided(None, reason) => json!({"verdict": "undecided", "reason": reason}),
    };
    let scores: Vec<Value> = rules
        .scores
        .iter()
        .zip(&proof.scores)
        .map(|(score, proved)| {
            json!({
                "score": score.name,
                "least": end(&proved.least),
                "most": end(&proved.most),
                "totals": totals(&proved.totals),
            })
        })
        .collect();
    let stages: Vec<Value> = proof
        .stages
        .iter()
        .map(|stage| {
            let name = rules.stages.name(stage.stage);
            match &stage.reached {
                Reach::Proved(witness) => {
                    let least: serde_json::Map<String, Value> = rules
                        .scores
                        .iter()
                        .zip(&stage.least)
                        .filter_map(|(score, least)| Some((score.name.clone(), number(&(*least)?))))
                        .collect();
                    let skips = match &stage.skips {
                        Reach::Proved(witness) => json!(lines(witness)),
                        Reach::Never | Reach::Undecided(..) => Value::Null,
                    };
                    json!({
                        "stage": name, "verdict": "reached", "least": least, "lead": lines(witness), "without_the_one_below": skips
                    })
                }
                Reach::Never => json!({"stage": name, "verdict": "never"}),
                Reach::Undecided(_, reason) => json!({"stage": name, "verdict": "undecided", "reason": reason}),
            }
        })
        .collect();
    let promises: Vec<Value> = rules
        .promises
        .iter()
        .zip(&proof.promises)
        .map(|(promise, proved)| match proved {
            Promised::Kept => json!({"promise": promise.title, "verdict": "kept"}),
            Promised::Broken(line, witness) => {
                json!({"promise": promise.title, "verdict": "broken", "line": line + 1, "lead": lines(witness)})
            }
            Promised::Undecided(reason) => {
                json!({"promise": promise.title, "verdict": "undecided", "reason": reason})
            }
        })
        .collect();
    json!({"scores": scores, "stages": stages, "promises": promises})
}
