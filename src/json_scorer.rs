//! Leads that come one at a time, as JSON objects: from a form, a webhook, a queue. In: an object; out: what is made of it, without the
//! columns that files are read into.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leadrules_engine::columns::Needed;
use leadrules_engine::data::{LeadParser, OneLead};
use leadrules_engine::engine::{Idle, Options, Plan, SingleOutcome};
use leadrules_language::decimal::{Amount, Points};
use leadrules_language::ir::{Rules, StageId};

use crate::{AsOf, ScoredLead, ScoredValue};

/// A rule set prepared for leads that come one at a time. It can be shared between threads.
#[derive(Debug)]
pub struct JsonScorer {
    rules: Arc<Rules>,
    plan: Plan,
    parser: LeadParser,
    /// What threads that are not scoring have left for the next.
    spare: Mutex<Vec<Used>>,
}

/// What scoring a lead takes, and leaves.
#[derive(Debug)]
struct Used {
    lead: OneLead,
    idle: Option<Idle>,
}

impl JsonScorer {
    pub(crate) fn new(rules: Arc<Rules>, needed: &Needed) -> Self {
        let plan = Plan::new(&rules, Options { log: rules.log.is_some(), rule_points: true, trace: false });
        let parser = LeadParser::new(&rules, needed);
        Self { rules, plan, parser, spare: Mutex::default() }
    }

    /// Scores a lead from one JSON object, with its `events`; nothing if anything in it is unusual: a value that does not fit, a name
    /// that is there twice, an object inside it, an event without a time or of a kind that the rules do not declare, anything that is not JSON.
    /// [`Scorer::score_json_noticing`](crate::Scorer::score_json_noticing) then says what it is worth and what is wrong; what is scored
    /// here is held to it by property tests.
    ///
    /// ```
    /// use leadrules::{Points, RuleSet};
    ///
    /// let rules = RuleSet::from_text("leadrules 1\nlead { id text key; employees integer }\nscore fit { employees 10.. => +5 }")?;
    /// let (scorer, as_of) = (rules.json_scorer(), rules.as_of("2026-11-23")?);
    /// let scored = scorer.score(r#"{"id": "L1", "employees": 150}"#, as_of).expect("all of it fits");
    /// assert_eq!(scored.score("fit"), Some(Points(5_00)));
    /// assert_eq!(scorer.score(r#"{"id": "L1", "employees": "many"}"#, as_of), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn score(&self, json: &str, as_of: AsOf) -> Option<ScoredLead> {
        self.look(json, as_of, |key, outcome| self.scored(key, outcome))
    }

    /// The same, looked at where it is: its key, and what came out for it.
    pub fn look<R>(&self, json: &str, as_of: AsOf, look: impl FnOnce(Option<&str>, &SingleOutcome) -> R) -> Option<R> {
        let spare = self.spare().pop();
        let mut used = spare.unwrap_or_else(|| Used { lead: self.parser.room(), idle: None });
        let Used { lead, idle } = &mut used;
        let seen = self.parser.parse(json, lead).map(|()| {
            let mut single = match idle.take() {
                Some(idle) => self.plan.resume(idle),
                None => self.plan.single(as_of.micros()),
            };
            single.see_from(as_of.micros());
            let seen = look(lead.key.as_deref(), single.score(&lead.lead, &lead.events));
            *idle = Some(single.rest());
            seen
        });
        self.spare().push(used);
        seen
    }

    fn spare(&self) -> MutexGuard<'_, Vec<Used>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn scored(&self, key: Option<&str>, outcome: &SingleOutcome) -> ScoredLead {
        let rules = &self.rules;
        let scores = rules.scores.iter().zip(&outcome.scores);
        let labels = rules.labels.iter().zip(&outcome.labels);
        let gave = outcome.rules.iter().zip(rules.rules()).filter(|(points, _)| **points != Points::ZERO);
        ScoredLead {
            key: key.map(str::to_owned),
            scores: scores
                .map(|(score, points)| ScoredValue { name: score.name.clone(), value: points.map(Amount) })
                .collect(),
            labels: labels.map(|(label, text)| ScoredValue { name: label.name.clone(), value: text.clone() }).collect(),
            stage: rules.stages.name(outcome.stage.unwrap_or(StageId::None)).to_owned(),
            excluded: outcome.exclusion.map(|at| rules.exclusions[at].reason.clone()),
            rules: gave
                .map(|(points, (_, rule))| ScoredValue { name: rule.title.clone(), value: Amount(*points) })
                .collect(),
        }
    }
}
