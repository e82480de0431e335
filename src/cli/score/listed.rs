//! Whom to call: `score` with the best leads first. In: what was typed; out: which leads are listed, in which order, and what a
//! workbook says of the run. Nothing is scored or sorted here.

use std::path::Path;

use leadrules_decide::call_list::{CallList, Called, Settings};
use leadrules_decide::outcome::{self, Outcome};
use leadrules_language::calendar::{Instant, format_instant};
use leadrules_language::ir::{Rules, ScoreId, StageId};
use leadrules_language::load::Loaded;
use leadrules_language::visible;
use leadrules_language::words::{Text, say};

use super::super::args::whole;
use super::super::exit::{Exit, Failure};
use super::super::outcome::shown_refusal;
use super::super::terminal::Terminal;

/// Which leads are listed, the best first.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Whom to call: the best leads first, by stage and then by points")]
pub(super) struct ListArgs {
    /// So many leads, the best first
    #[arg(long, value_name = "N", value_parser = whole::<u32>(1..))]
    top: Option<u32>,

    /// Leads at this stage only, the best first; can be given several times
    #[arg(long, value_name = "STAGE")]
    stage: Vec<String>,

    /// The score by which leads of a stage stand in order; without it what the rules rank by
    #[arg(long, value_name = "SCORE")]
    order_by: Option<String>,

    /// What the leads were hoped to become, as in `won` or `status is "customer"`: leads of which it is known are closed, and
    /// left out of the list
    #[arg(long, value_name = "CONDITION")]
    outcome: Option<String>,
}

impl ListArgs {
    /// Whether a list is wanted.
    pub(super) fn is_asked(&self) -> bool {
        self.top.is_some() || !self.stage.is_empty() || self.order_by.is_some() || self.outcome.is_some()
    }

    /// How many leads are wanted, if that is said.
    pub(super) fn most(&self) -> Option<usize> {
        self.top.map(|top| usize::try_from(top).unwrap_or(usize::MAX))
    }

    /// The rules with the outcome, if one was named; otherwise its errors are shown.
    pub(super) fn outcome(
        &self,
        loaded: &Loaded,
        path: &Path,
        rules: Rules,
        terminal: &Terminal,
    ) -> Result<(Rules, Option<Outcome>), Exit> {
        match &self.outcome {
            None => Ok((rules, None)),
            Some(condition) => match outcome::condition(loaded, condition) {
                Ok((rules, outcome)) => Ok((rules, Some(outcome))),
                Err(refused) => Err(shown_refusal(&refused, path, terminal)),
            },
        }
    }

    /// An empty list.
    pub(super) fn list(&self, rules: &Rules) -> Result<CallList, Failure> {
        let stages = self.stage.iter().map(|name| stage_of(rules, name)).collect::<Result<_, _>>()?;
        let order_by = self.order_by.as_deref().map(|name| score_of(rules, name)).transpose()?;
        Ok(CallList::new(rules, Settings { most: self.most(), stages, order_by }))
    }
}

/// What is said of a list: how many of how many, and in which order.
pub(super) fn remark(rules: &Rules, list: &CallList, called: &Called) -> Text {
    let shown = called.results.as_ref().map_or(0, |results| results.rows as u64);
    let order: Vec<&str> = list.order().iter().map(|&at| rules.scores[at].name.as_str()).collect();
    let of = called.of;
    let listed = match order
        .into_iter()
        .map(Text::verbatim)
        .reduce(|first, next| say!("{first}, then {next}", first, next))
    {
        None => say!("{shown} of {of} leads listed, the highest stage first", shown, of),
        Some(scores) => {
            say!("{shown} of {of} leads listed, the highest stage first, within a stage by {scores}", shown, of, scores)
        }
    };
    match called.closed {
        0 => listed,
        closed if called.are_open => say!("{listed}; {closed} whose outcome is known left out", listed, closed),
        closed => say!("{listed}; {closed} that converted left out", listed, closed),
    }
}

/// What a workbook says of the run.
pub(super) fn about(names: &[(&str, String)], rules: &Rules, as_of: Instant) -> Vec<(String, String)> {
    let files = names.iter().map(|(what, name)| ((*what).to_owned(), name.clone()));
    let stages = rules.stages.steps.iter().rev().map(|step| {
        let asks = leadrules_language::source::one_line(rules.sources.text(step.condition.span));
        (format!("stage {}", step.name), asks)
    });
    let fixed = [
        ("as of".to_owned(), format_instant(as_of)),
        ("made with".to_owned(), format!("leadrules {}", env!("CARGO_PKG_VERSION"))),
    ];
    files.chain(fixed).chain(stages).collect()
}

/// The stage of this name.
fn stage_of(rules: &Rules, name: &str) -> Result<StageId, Failure> {
    let is_it = |id: &StageId| rules.stages.name(*id).eq_ignore_ascii_case(name);
    rules.stages.ids().find(is_it).ok_or_else(|| {
        let names: Vec<String> = rules.stages.ids().map(|id| format!("`{}`", rules.stages.name(id))).collect();
        Failure::new(say!(
            "--stage: there is no stage `{stage}`; there are {stages}",
            stage = visible::line(name).as_ref(),
            stages = names.join(", ")
        ))
    })
}

/// The score of this name.
pub(in crate::cli) fn score_of(rules: &Rules, name: &str) -> Result<ScoreId, Failure> {
    let place = rules.scores.iter().position(|score| score.name == name);
    place.and_then(|at| u16::try_from(at).ok()).map(ScoreId).ok_or_else(|| {
        let names: Vec<String> = rules.scores.iter().map(|score| format!("`{}`", score.name)).collect();
        Failure::new(say!(
            "--order-by: there is no score `{score}`; there are {scores}",
            score = visible::line(name).as_ref(),
            scores = names.join(", ")
        ))
    })
}
