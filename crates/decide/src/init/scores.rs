//! Scores and steps of leads to start from. In: fields and kinds of events; out: their blocks, with ideas for more rules as comments.

use leadrules_language::source::quoted;
use leadrules_language::words::say;

use super::field::Field;
use super::lifecycle;
use super::log::KindGuess;
use super::out::Out;
use super::starters::{POINTS, ideas, live_fields};

/// Writes the score for what a lead is; returns the most that its live rules can give.
pub(super) fn profile_score(out: &mut Out, name: &str, fields: &[Field<'_>]) -> u64 {
    out.gap();
    out.comment("", &say!("What a lead is. Each line: a condition, and the points it gives."));
    out.line(&format!("score {name} 0.. {{"));
    let live = live_fields(fields);
    for field in &live {
        out.line(&format!("  {} is known => +{POINTS}", field.name));
    }
    let ideas = ideas(fields);
    if !ideas.is_empty() {
        out.gap();
        out.comment("  ", &say!("Rules of your own could look like these:"));
        for idea in ideas {
            out.comment("  ", &idea);
        }
    }
    out.line("}");
    live.len() as u64 * POINTS
}

/// Writes the score for what a lead does.
pub(super) fn engagement_score(out: &mut Out, name: &str, kinds: &[(String, KindGuess<'_>)]) {
    out.gap();
    out.comment("", &say!("What a lead does."));
    out.line(&format!("score {name} 0.. {{"));
    out.line("  any activity in last 90 days => +5");
    if !kinds.is_empty() {
        out.gap();
        out.comment("  ", &say!("Rules of your own could look like these:"));
        for (kind, _) in kinds.iter().take(3) {
            out.line(&format!("  # {kind} in last 90 days => +5 each, up to 20"));
        }
        out.line("  # no activity in last 60 days => -10");
    }
    out.line("}");
}

/// Writes the steps.
pub(super) fn stages(out: &mut Out, profile: &str, engagement: Option<&str>, most: u64, had: Option<&Field<'_>>) {
    out.gap();
    out.comment("", &say!("The steps of a lead, lowest first. Raise the bars as your rules grow."));
    out.line("stages {");
    let (called, others) = had.map(|field| lifecycle::called(field.column, &field.guess)).unwrap_or_default();
    let [lead, mql] = called.map(|names| {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) }
    });
    out.line(&format!("  {profile} >= {POINTS} => Lead{lead}"));
    match engagement {
        Some(engagement) => out.line(&format!("  {profile} >= {POINTS} and {engagement} >= 5 => MQL{mql}")),
        None if most > POINTS => out.line(&format!("  {profile} >= {most} => MQL{mql}")),
        None => {}
    }
    if let Some(field) = had {
        let engagement = engagement.unwrap_or(profile);
        out.gap();
        let said = say!(
            "`{field}` has the stage that each lead is at, so a step can be kept until a lead cools\ndown, and does not come and go with \
             every mail:",
            field = &field.name
        );
        out.comment("  ", &said);
        out.line(&format!("  # {engagement} >= 20 => MQL{mql}, kept while {engagement} > 0"));
        if !others.is_empty() {
            let others: Vec<String> = others.iter().map(|name| quoted(name)).collect();
            out.comment("  ", &say!("In the data, but no step of these rules yet:"));
            out.line(&format!("  #   {}", others.join(", ")));
        }
    }
    out.line("}");
}
