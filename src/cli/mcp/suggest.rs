//! `suggest`: what the data would say. In: rules, leads, what became of them; out: points and lines that a person decides on.

use leadrules_decide::suggest::{Goal, Quoted, Settings, areas};
use leadrules_language::words::{Locale, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::progress::Progress;
use super::super::suggest::{Proposed, Task, Wrong};
use super::backtest::{Tested, thousandth};
use super::data::unread;
use super::given::further;
use super::refused::{Answer, Refused};
use super::session::Session;

#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct Suggesting {
    #[serde(flatten)]
    of: Tested,
    /// The score to propose for; the first that is made of rules, without it.
    score: Option<String>,
    /// Fields not to use, since they are filled in or changed once the outcome is known.
    ignore: Option<Vec<String>>,
    /// True to keep the sign of the points of rules that are there.
    keep_signs: Option<bool>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Suggested {
    score: String,
    /// How many leads were learnt from, and on how many others it was tried.
    learnt_from: usize,
    tried_on: usize,
    /// How well the score ranks those others (AUC), as it is and as suggested.
    auc_before: Option<f64>,
    auc_after: Option<f64>,
    /// Points of rules that are there: `employees 50..500: 20 to 25`.
    changes: Vec<String>,
    /// New lines.
    lines: Vec<String>,
    /// Where stages would begin: `SQL: fit 40 to 45`.
    bars: Vec<String>,
    /// Fields that were not used, and why.
    left_aside: Vec<String>,
    /// The file as it would be; nothing was written.
    path: String,
    text: String,
    /// What to do next.
    next: String,
}

/// Proposes points and rules.
pub(super) fn suggest(session: &Session, asked: &Suggesting) -> Answer<Suggested> {
    let (set, rules, outcome) = asked.of.usable(session)?;
    let (_, drafts) = asked.of.rules.drafts(session)?;
    let opened = asked.of.data.open(session, &[&rules])?;
    let read = |path: &str| further(session, path, &drafts);
    let task = Task {
        loaded: &set.checked.loaded,
        rules: &rules,
        outcome: &outcome,
        condition: &asked.of.outcome,
        at: asked.of.at.as_deref(),
        draw: false,
        data: &opened.data,
        leads: &opened.path,
        settings: Settings {
            score: asked.score.clone(),
            ignored: asked.ignore.clone().unwrap_or_default(),
            trusted: Vec::new(),
            at: asked.of.at.clone(),
            rules: 25,
            holdout: 0.3,
            latest: true,
            seed: 1,
            keep_signs: asked.keep_signs == Some(true),
            signs_of: Vec::new(),
            language: Locale::English,
        },
        goal: Goal::Same,
        quoted: if session.show_leads { Quoted::Texts } else { Quoted::Declared },
        further: &read,
    };
    let proposed = task.propose(&mut Progress::new(false), &mut |_, _| ());
    let proposed = proposed.map_err(|wrong| match wrong {
        Wrong::Read(error) => unread(session, &error),
        Wrong::Refused(refused) => {
            Refused::new(refused.to_string(), "`backtest` says how well the rules do as they are")
        }
        Wrong::Failure(failure) => {
            Refused::failure(&failure, "look at the outcome: name another condition, or another column with `at`")
                .told(|text| session.told(text))
        }
    })?;
    Ok(said(session, &proposed))
}

fn said(session: &Session, Proposed { suggestion, before, after }: &Proposed) -> Suggested {
    let areas = areas(&suggestion.score, before, after);
    let change = |change: &leadrules_decide::suggest::Change| {
        let to = change.to.map_or_else(|| "dropped".to_owned(), |to| to.0.to_string());
        format!("{}: {} to {to}", change.title, change.from.0)
    };
    let is_worse = areas.is_some_and(|(before, after)| after < before);
    let leaks = suggestion.leaks.iter().map(|leak| (&leak.field, &leak.why));
    let aside = suggestion.left_aside.iter().map(|(field, why)| (field, why)).chain(leaks);
    // Reasons may quote the values of a text.
    let told = |why: &Text| {
        let why = why.to_string();
        if session.show_leads { why } else { why.split('`').next().unwrap_or("").to_owned() }
    };
    Suggested {
        score: suggestion.score.clone(),
        learnt_from: suggestion.learnt_from,
        tried_on: suggestion.held_out,
        auc_before: areas.map(|(before, _)| thousandth(before)),
        auc_after: areas.map(|(_, after)| thousandth(after)),
        changes: suggestion.changes.iter().map(change).collect(),
        lines: suggestion.lines.clone(),
        bars: suggestion
            .bars
            .iter()
            .map(|bar| format!("{}: {} {} to {}", bar.stage, bar.score, bar.from.0, bar.to.0))
            .collect(),
        left_aside: aside.map(|(field, why)| format!("{field}: {}", told(why).trim_end())).collect(),
        path: suggestion.edited.path.clone(),
        text: suggestion.edited.after.clone(),
        next: if is_worse {
            "it ranks worse than the rules as they are: keep those".to_owned()
        } else {
            "show the user what would change; `diff` says who moves; a person decides".to_owned()
        },
    }
}
