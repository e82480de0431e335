//! `explain`: why a lead is where it is, and what would lift it. In: rules, leads, the name of a lead; out: rules that fired,
//! what is missing, what a stage asks. Values of the lead only where leads may be named.

use leadrules_decide::reach::{self, Limits, Thing};
use leadrules_decide::replay::{self, Case, Extra, Seen};
use leadrules_language::diagnostic;
use leadrules_language::explain::{self, Answer as Holds, Explanation, Piece};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::explain::account;
use super::super::lead::wanted;
use super::check::{points, rules_of};
use super::data::{DataGiven, unread, unusable};
use super::given::{Given, without_accounts};
use super::refused::{Answer, Refused};
use super::session::Session;

/// At most this many of each are told.
const SHOWN: usize = 30;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Asked {
    #[serde(flatten)]
    rules: Given,
    #[serde(flatten)]
    data: DataGiven,
    /// The lead: its name in this session ("lead-…", from `score` or `diff`), or its key if the user gave it.
    lead: String,
    /// Also say what would lift it to this stage.
    to: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Explained {
    lead: Option<String>,
    as_of: String,
    stage: String,
    /// Why it is excluded, if it is.
    excluded: Option<String>,
    /// `fit 45`
    scores: Vec<String>,
    /// The rules that gave points: `fit: +20 employees 100..200`.
    points: Vec<String>,
    /// Rules that can't be told, since something is not known of the lead.
    unknown: Vec<String>,
    /// Each stage, the highest first, with the pieces of its condition.
    stages: Vec<Stage>,
    /// Labels and their texts.
    labels: Vec<String>,
    /// Promises that it breaks.
    breaks: Vec<String>,
    /// What is known of it; only where leads may be named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<String>,
    /// What would lift it to the stage that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Lift>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Stage {
    stage: String,
    /// `met`, `not met` or `no data`.
    outcome: &'static str,
    pieces: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Lift {
    stage: String,
    is_there: bool,
    /// Each way: all of its things together would do it.
    ways: Vec<Vec<String>>,
    /// If there is no way: what stands in it.
    obstacles: Vec<String>,
}

/// Explains a lead.
pub(super) fn explain(session: &Session, asked: &Asked) -> Answer<Explained> {
    let (_, rules) = asked.rules.about_both(session)?;
    if asked.to.is_some() {
        without_accounts(&rules)?;
    }
    let step = asked.to.as_ref().map(|to| step(&rules, to)).transpose()?;
    let opened = asked.data.open(session, &[&rules])?;
    let request = opened.data.request(&rules);
    let key = wanted(&rules, asked.lead.trim());
    let is_hidden = key.starts_with("lead-");
    let mut is_it =
        |seen: &Seen<'_>| seen.key.is_some_and(|seen| seen == key || (is_hidden && session.hidden(seen) == key));
    let mut cases =
        replay::read(&request, Extra::default(), &mut is_it, &mut |_| ()).map_err(|error| unread(session, &error))?;
    cases.truncate(1);
    account::ask(&request, &mut cases).map_err(|failure| unusable(session, &failure))?;
    let Some(case) = cases.into_iter().next() else {
        return Err(Refused::new(
            "there is no such lead in this data",
            "take a name from `top` of `score` or from `movers` of `diff`, of this session; or a key as the data has it",
        ));
    };
    let explanation = explain::explain(&rules, request.as_of, case.key.clone(), &case.lead, case.events.as_deref());
    let to = step.map(|step| lift(&rules, &case, request.as_of, step));
    Ok(told(session, &explanation, to))
}

fn step(rules: &leadrules_language::ir::Rules, name: &str) -> Answer<u16> {
    let steps = &rules.stages.steps;
    let found =
        steps.iter().position(|step| step.name.eq_ignore_ascii_case(name)).and_then(|at| u16::try_from(at).ok());
    found.ok_or_else(|| {
        let names: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
        let hint = diagnostic::nearest(name, names.iter().copied())
            .map_or_else(|| format!("the steps are {}", names.join(", ")), |near| format!("did you mean `{near}`?"));
        Refused::new(format!("there is no step `{name}`"), hint)
    })
}

fn told(session: &Session, explanation: &Explanation, to: Option<Lift>) -> Explained {
    let mut unknown = Vec::new();
    for score in &explanation.scores {
        let mut rules = Vec::new();
        rules_of(&score.parts, &mut rules);
        let untold = rules.into_iter().filter(|rule| rule.outcome == Holds::NoData);
        unknown.extend(untold.map(|rule| format!("{}: {} ({})", score.name, rule.title, rule.outcome_text)));
    }
    unknown.truncate(SHOWN);
    let fields = explanation.fields.iter().filter(|_| session.show_leads);
    let said = |value: Option<&String>| value.map_or("unknown", String::as_str).to_owned();
    Explained {
        lead: explanation.key.as_deref().map(|key| session.lead(key)),
        as_of: explanation.as_of.clone(),
        stage: explanation.stage.clone(),
        excluded: explanation.excluded.clone(),
        scores: explanation
            .scores
            .iter()
            .map(|score| {
                let points = score.points.map_or_else(|| "unknown".to_owned(), |points| points.0.to_string());
                format!("{} {points}", score.name)
            })
            .collect(),
        points: points(explanation),
        unknown,
        stages: explanation
            .stages
            .iter()
            .map(|stage| Stage {
                stage: stage.name.clone(),
                outcome: word(stage.outcome),
                pieces: pieces(session, &stage.condition),
            })
            .collect(),
        labels: explanation
            .labels
            .iter()
            .map(|label| format!("{}: {}", label.name, said(label.value.as_ref())))
            .collect(),
        breaks: explanation.broken.iter().map(|breach| breach.promise.clone()).collect(),
        fields: fields
            .map(|fact| format!("{}: {}", fact.name, said(fact.value.as_ref().map(ToString::to_string).as_ref())))
            .collect(),
        to,
    }
}

fn word(outcome: Holds) -> &'static str {
    match outcome {
        Holds::Met => "met",
        Holds::NotMet => "not met",
        Holds::NoData => "no data",
    }
}

/// The pieces of a condition, each with whether it holds; with what it looked at where leads may be named.
fn pieces(session: &Session, whole: &Piece) -> Vec<String> {
    if whole.parts.is_empty() {
        let facts = whole.facts.iter().filter(|_| session.show_leads);
        let facts: Vec<String> = facts.map(|fact| fact.said().to_string()).collect();
        let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
        return vec![format!("{}: {}{facts}", word(whole.outcome), whole.text)];
    }
    let mut all: Vec<String> = whole.parts.iter().flat_map(|part| pieces(session, part)).collect();
    all.truncate(SHOWN);
    all
}

fn lift(rules: &leadrules_language::ir::Rules, case: &Case, as_of: i64, step: u16) -> Lift {
    let reach = reach::reach(rules, case, as_of, step, Limits::default());
    let way = |way: &reach::Way| way.things.iter().map(thing).collect();
    let obstacle = |obstacle: &reach::Obstacle| {
        let most = obstacle.most.map(|most| format!("; it can become {} at most", most.0)).unwrap_or_default();
        format!("{}{most}", obstacle.condition)
    };
    Lift {
        stage: reach.to.clone(),
        is_there: reach.is_there,
        ways: reach.ways.iter().take(5).map(way).collect(),
        obstacles: reach.obstacles.iter().map(obstacle).collect(),
    }
}

fn thing(thing: &Thing) -> String {
    match thing {
        Thing::Fact { field, turns_out, .. } => format!("{field} turns out to be {turns_out}"),
        Thing::Event { event, times: 1, .. } => format!("it does {event}"),
        Thing::Event { event, times, every: 0, .. } => format!("it does {event} {times} times"),
        Thing::Event { event, times, every, .. } => format!("it does {event} {times} times, {every} days apart"),
        Thing::Wait { days } => format!("{days} days pass"),
    }
}
