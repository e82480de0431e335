//! One lead of many: why it has its stage, what would lift it, how it came there, and the lead as a test. The answers are
//! those of the commands. In: a lead in memory; out: what the command prints as JSON.

use leadrules_decide::reach::{self, Limits};
use leadrules_decide::replay::{self, Case, Extra};
use leadrules_decide::timeline::{self, Span};
use leadrules_engine::columns::Leads;
use leadrules_engine::data::{Held, Input, ReadOptions};
use leadrules_engine::run::{EventSource, Request};
use leadrules_language::analyze::Witness;
use leadrules_language::calendar::Instant;
use leadrules_language::explain;
use leadrules_language::ir::Rules;
use leadrules_language::reference::evaluate;
use serde::Serialize;

/// A lead, and the rules that it is looked at with.
#[derive(Debug)]
pub struct Single<'a> {
    rules: &'a Rules,
    as_of: Instant,
    case: Case,
}

impl<'a> Single<'a> {
    /// The lead in a row of a batch; `number` is that of its row in the data. The error is a sentence.
    ///
    /// # Errors
    /// If it can't be read, which would be a mistake of ours.
    pub fn new(
        rules: &'a Rules,
        as_of: Instant,
        leads: &Leads,
        row: usize,
        number: u32,
        log: bool,
    ) -> Result<Self, String> {
        let mut one = Leads::gather(std::slice::from_ref(leads), &[(0, row)]);
        one.events = leads.events.as_ref().map(|events| events.of_row(row));
        one.kept = Vec::new();
        let input = Input::columns("leads", Held { leads: [one].into(), kept: [].into() });
        let request = Request {
            rules,
            leads: &input,
            options: &ReadOptions::default(),
            events: if log { EventSource::Leads } else { EventSource::None },
            keep: &[],
            as_of,
            rule_points: false,
            trace: false,
        };
        let cases =
            replay::read(&request, Extra::default(), &mut |_| true, &mut |_| ()).map_err(|error| error.to_string())?;
        let case = cases.into_iter().next().ok_or("there is no such lead")?;
        Ok(Self { rules, as_of, case: Case { row: number.into(), ..case } })
    }

    /// As `leadrules explain --format json`.
    #[must_use]
    pub fn explained(&self) -> explain::Explanation {
        let Case { key, lead, events, .. } = &self.case;
        explain::explain(self.rules, self.as_of, key.clone(), lead, events.as_deref())
    }

    /// As `leadrules explain --to STAGE --format json`.
    ///
    /// # Errors
    /// If there is no such stage.
    pub fn reach(&self, stage: &str) -> Result<reach::Reach, String> {
        let step = self.rules.stages.steps.iter().position(|step| step.name == stage);
        let step = step.and_then(|at| u16::try_from(at).ok()).ok_or_else(|| format!("there is no stage `{stage}`"))?;
        Ok(reach::reach(self.rules, &self.case, self.as_of, step, Limits::default()))
    }

    /// As `leadrules timeline --format json`, looking so many days ahead.
    #[must_use]
    pub fn timeline(&self, ahead: u32) -> timeline::Timeline {
        timeline::timeline(self.rules, &self.case, Span { since: None, as_of: self.as_of, ahead })
    }

    /// The lead as a `test`, which expects what came out for it.
    ///
    /// # Errors
    /// If a test can't express it.
    pub fn test(&self, title: &str) -> Result<Test, String> {
        let events = self.case.events.clone().unwrap_or_default();
        let known = events.iter().filter(|event| event.time <= self.as_of).cloned().collect();
        let witness = Witness { lead: self.case.lead.clone(), events: known, as_of: self.as_of };
        if !witness.is_writable() {
            return Err("it did something that the rules do not declare, which a test can't say".to_owned());
        }
        let outcome = evaluate(self.rules, self.as_of, &self.case.lead, self.case.events.as_deref());
        let scores = self.rules.scores.iter().zip(&outcome.scores);
        let mut expected: Vec<String> =
            scores.filter_map(|(score, of)| Some(format!("{} = {}", score.name, of.points?))).collect();
        if !self.rules.stages.steps.is_empty() {
            let name = self.rules.stages.name(outcome.stage);
            expected.push(format!("stage is {}", leadrules_language::source::quoted(name)));
        }
        Ok(Test { text: witness.as_test(self.rules, title, &expected) })
    }
}

/// A test block.
#[derive(Clone, Debug, Serialize)]
pub struct Test {
    text: String,
}
