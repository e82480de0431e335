//! What a rule set asks of leads and of events, compiled. In: the rules and a compiler; out: the parts of a plan, as places in its
//! programs.

use std::sync::Arc;

use leadrules_language::decimal::Points;
use leadrules_language::ir::{LabelBody, Rules, ScoreBody};
use leadrules_language::types::Bounds;

use super::asked::{Asked, Options};
use crate::engine::compile::{Compiler, Rows};
use crate::engine::event_plan::{ByKind, EventPlan};
use crate::engine::measure::Measure;
use crate::engine::once::Once;
use crate::engine::points::PartPlan;
use crate::engine::program::{NodeId, NumberId, TallyId};
use crate::engine::tally::Tally;

/// What a rule set asks of each lead, by its programs.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) exclusions: Vec<NodeId>,
    pub(super) scores: Vec<(Bounds<Points>, ScorePlan)>,
    pub(super) stages: Vec<NodeId>,
    pub(super) labels: Vec<LabelPlan>,
    /// For each line of the promises: whether its condition must be true (otherwise it must not be), and the condition.
    pub(super) promises: Vec<(bool, NodeId)>,
    pub(super) expectations: Vec<NodeId>,
    pub(super) quantities: Vec<NumberId>,
    pub(super) occurrences: Vec<TallyId>,
}

#[derive(Debug)]
pub(super) enum ScorePlan {
    Parts(Vec<PartPlan>),
    Computed(NumberId),
}

#[derive(Debug)]
pub(super) enum LabelPlan {
    Lines { lines: Vec<(NodeId, u16)>, otherwise: Option<u16>, texts: Arc<[String]> },
    Joined(Vec<usize>),
}

impl Parts {
    pub(super) fn new(rules: &Rules, compiler: &mut Compiler<'_>, asked: Asked<'_>) -> Self {
        let exclusions = rules.exclusions.iter().map(|line| compiler.condition(&line.condition, Rows::Leads)).collect();
        let scores = rules
            .scores
            .iter()
            .map(|score| {
                let plan = match &score.body {
                    ScoreBody::Rules(parts) => {
                        ScorePlan::Parts(parts.iter().map(|part| PartPlan::new(part, compiler)).collect())
                    }
                    ScoreBody::Computed(quantity) => ScorePlan::Computed(compiler.quantity(quantity, Rows::Leads)),
                };
                (score.range, plan)
            })
            .collect();
        let stages = rules.stages.steps.iter().map(|step| compiler.condition(&step.condition, Rows::Leads)).collect();
        let labels = rules.labels.iter().map(|label| LabelPlan::new(&label.body, compiler)).collect();
        let lines = rules.promises.iter().flat_map(|promise| &promise.lines);
        let promises = lines.map(|line| (line.always, compiler.condition(&line.condition, Rows::Leads))).collect();
        let expectations = asked.conditions.iter().map(|cond| compiler.condition(cond, Rows::Leads)).collect();
        let quantities = asked.quantities.iter().map(|of| compiler.quantity(of, Rows::Leads)).collect();
        let occurrences = asked.occurrences.iter().filter_map(|of| compiler.count(of, 1)).collect();
        Self { exclusions, scores, stages, labels, promises, expectations, quantities, occurrences }
    }
}

impl LabelPlan {
    fn new(body: &LabelBody, compiler: &mut Compiler<'_>) -> Self {
        match body {
            LabelBody::Joined(labels) => Self::Joined(labels.iter().map(|label| usize::from(label.0)).collect()),
            LabelBody::Lines { lines, otherwise } => {
                let mut texts: Once<String> = Once::default();
                let mut place = |text: &String| {
                    u16::try_from(texts.place(text.clone())).expect("labels have fewer lines than this")
                };
                let lines =
                    lines.iter().map(|(cond, text)| (compiler.condition(cond, Rows::Leads), place(text))).collect();
                let otherwise = otherwise.as_ref().map(place);
                Self::Lines { lines, otherwise, texts: texts.into_entries().into() }
            }
        }
    }
}

impl EventPlan {
    pub(super) fn new(rules: &Rules, compiler: &mut Compiler<'_>, options: Options) -> Self {
        let log = rules.log.as_ref();
        let ignored = log.map_or(&[][..], |log| &log.ignored).iter().map(|of| {
            let kinds = of.kinds.as_ref().map(|kinds| kinds.iter().map(|kind| kind.0).collect());
            (kinds, of.filter.as_deref().map(|filter| compiler.condition(filter, Rows::Events)))
        });
        let ignored = ignored.collect();
        let tallies = std::mem::take(&mut compiler.tallies).into_entries();
        let program = std::mem::take(&mut compiler.events);
        let decay = |tally: &Tally| match tally.measure {
            Measure::Factors(decay) | Measure::Buckets(_, Some(decay)) => Some(decay),
            _ => None,
        };
        let factors = tallies.iter().map(|tally| decay(tally).map(|decay| compiler.factors(decay))).collect();
        let counted = ByKind::new(&tallies, log.map_or(0, |log| log.kinds.len()));
        let mut enough = std::mem::take(&mut compiler.enough);
        if options.trace {
            enough.fill(u32::MAX);
        }
        let properties = log.map_or(0, |log| log.properties.len());
        let (zone, windows) = (rules.zone.clone(), std::mem::take(&mut compiler.windows).into_entries());
        Self { zone, windows, program, tallies, enough, properties, factors, counted, ignored }
    }
}
