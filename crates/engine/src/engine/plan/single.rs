//! One lead at a time: the same plan walked for a single row, in buffers that are kept from lead to lead, so that nothing
//! is allocated once they are warm. In: a [`Lead`] and what it did; out: everything that came out for it. For files,
//! batches are far faster; this is for a form, a queue or a service, and for looking closely at one lead.

use leadrules_language::calendar::Instant;
use leadrules_language::decimal::{Decimal, Points, divide_rounded};
use leadrules_language::ir::{RowKind, StageId};
use leadrules_language::lead::{Event, GroupOutcome, Lead, RuleOutcome, ScoreOutcome};
use leadrules_language::types::Truth;

use super::super::moment::Moment;
use super::super::points::{GainPlan, GroupPlan, PartPlan, RulePlan, limited, within};
use super::super::program::{NodeId, NumberId};
use super::super::row::{Counter, Row, World};
use super::outcome::{Known, LeadTrace, NOTHING, Notes, SingleOutcome};
use super::{LabelPlan, Plan, ScorePlan, truth_of};

const TRUE: u8 = Truth::True as u8;
const UNKNOWN: u8 = Truth::Unknown as u8;

/// Scores leads one at a time.
#[derive(Debug)]
pub struct Single<'p> {
    pub(super) plan: &'p Plan,
    pub(super) moment: Moment,
    leads: Row,
    pub(super) events: Row,
    pub(super) counters: Vec<Counter>,
    /// The points that rules gave, so that those which lost in their group can be taken back.
    given: Vec<(u32, i64)>,
    outcome: SingleOutcome,
    notes: Option<Notes>,
}

/// The buffers of a [`Single`] that is not in use; it holds on to no plan.
#[derive(Debug)]
pub struct Idle {
    moment: Moment,
    leads: Row,
    events: Row,
    counters: Vec<Counter>,
    given: Vec<(u32, i64)>,
    outcome: SingleOutcome,
}

impl Plan {
    /// Takes buffers of this plan into use again.
    #[must_use]
    pub fn resume(&self, idle: Idle) -> Single<'_> {
        let Idle { moment, leads, events, counters, given, outcome } = idle;
        Single { plan: self, moment, leads, events, counters, given, outcome, notes: None }
    }

    /// Makes the buffers in which leads are scored one at a time, seen from an instant.
    #[must_use]
    pub fn single(&self, as_of: Instant) -> Single<'_> {
        Single {
            plan: self,
            moment: self.at(as_of),
            leads: Row::new(&self.leads),
            events: Row::new(&self.events.program),
            counters: self.events.tallies.iter().map(|tally| Counter::new(tally.measure)).collect(),
            given: Vec::new(),
            outcome: SingleOutcome {
                rules: vec![Points::ZERO; self.dates.len()],
                labels: vec![None; self.parts.labels.len()],
                ..SingleOutcome::default()
            },
            notes: None,
        }
    }
}

impl<'p> Single<'p> {
    /// Puts the buffers aside, to be used again with the same plan.
    #[must_use]
    pub fn rest(self) -> Idle {
        let Self { moment, leads, events, counters, given, outcome, .. } = self;
        Idle { moment, leads, events, counters, given, outcome }
    }

    /// Makes leads be seen from this instant from now on.
    pub fn see_from(&mut self, as_of: Instant) {
        self.plan.move_to(&mut self.moment, as_of, self.plan.events.zone.day_of(as_of));
    }

    /// Scores a lead with what it did, in any order; each event counts: leave duplicates out beforehand. Without a log
    /// (see [`super::Options::log`]) its events are not looked at.
    ///
    /// # Panics
    /// If a value is not of its field's type, or there are fewer values than the rules have fields.
    pub fn score(&mut self, lead: &Lead, events: &[Event]) -> &SingleOutcome {
        self.notes = None;
        self.count(events);
        self.leads.clear();
        self.evaluate(lead);
        &self.outcome
    }

    /// Everything that happened to a lead.
    ///
    /// # Panics
    /// As [`Single::score`].
    pub fn outcome(&mut self, lead: &Lead, events: &[Event]) -> LeadTrace {
        self.count(events);
        self.leads.clear();
        self.noted(lead)
    }

    /// The same for a lead that is known already.
    ///
    /// # Panics
    /// As [`Single::score`].
    pub fn outcome_of(&mut self, known: &Known) -> LeadTrace {
        self.counters.clone_from(&known.counters);
        self.leads.clear();
        self.noted(&known.lead)
    }

    /// What the plan knows of a lead, for looking at it again.
    pub fn known(&mut self, lead: &Lead, events: &[Event]) -> Known {
        self.count(events);
        Known { lead: lead.clone(), counters: self.counters.clone() }
    }

    /// A lead with other scores than it has, whose exclusions, stages and formulas can then be asked about one by one.
    pub fn suppose<'s>(&'s mut self, known: &'s Known, scores: &[Option<Points>]) -> Supposed<'s, 'p> {
        self.counters.clone_from(&known.counters);
        self.leads.clear();
        self.outcome.scores.clear();
        self.outcome.scores.extend_from_slice(scores);
        self.outcome.stage = None;
        Supposed { single: self, lead: &known.lead }
    }

    /// Forgets what was worked out about the lead, which has changed.
    pub(super) fn forget(&mut self) {
        self.leads.clear();
    }

    /// Forgets what was worked out for the lead as far as it can change with the instant.
    pub(super) fn forget_passing(&mut self) {
        self.leads.forget(&self.plan.passing);
    }

    /// Scores the lead whose events are counted, and notes everything that happens.
    pub(super) fn noted(&mut self, lead: &Lead) -> LeadTrace {
        let mut notes = self.notes.take().unwrap_or_default();
        notes.rules.clear();
        notes.rules.resize(self.plan.dates.len(), NOTHING);
        notes.groups.clear();
        notes.uncut.clear();
        self.notes = Some(notes);
        self.evaluate(lead);
        let plan = self.plan;
        let truths = plan.parts.expectations.iter().map(|&node| truth_of(self.truth(lead, node))).collect();
        let values = plan.parts.quantities.iter().map(|&number| self.number(lead, number)).collect();
        let notes = self.notes.as_ref().expect("they were made above");
        let outcome = &self.outcome;
        let scores = outcome.scores.iter().zip(&outcome.unknown_rules).zip(&notes.uncut);
        LeadTrace {
            scores: scores
                .map(|((&points, &unknown_rules), &uncut)| ScoreOutcome { points, uncut, unknown_rules })
                .collect(),
            rules: notes.rules.clone(),
            groups: notes.groups.clone(),
            exclusion: outcome.exclusion,
            stage: outcome.stage.unwrap_or(StageId::None),
            labels: outcome.labels.clone(),
            truths,
            values,
        }
    }

    /// Scores the lead whose events are counted; nothing is noted but the stage and what it depends on.
    pub(super) fn stage(&mut self, lead: &Lead) -> StageId {
        self.notes = None;
        self.evaluate(lead);
        self.outcome.stage.unwrap_or(StageId::None)
    }

    /// Works out all scores, the stage and the labels of the lead whose events are counted.
    fn evaluate(&mut self, lead: &Lead) {
        let plan = self.plan;
        self.outcome.scores.clear();
        self.outcome.unknown_rules.clear();
        self.outcome.rules.fill(Points::ZERO);
        self.outcome.stage = None;
        self.outcome.exclusion = plan.parts.exclusions.iter().position(|&node| self.holds(lead, node));
        for (range, score) in &plan.parts.scores {
            let (points, unknown) = match score {
                ScorePlan::Computed(number) => {
                    let value = self.number(lead, *number);
                    (value.and_then(Decimal::round_to_points).map(|points| points.0), 0)
                }
                ScorePlan::Parts(parts) => {
                    self.given.clear();
                    let sum = parts.iter().map(|part| self.part(lead, part)).fold((0, 0), add);
                    for &(id, points) in &self.given {
                        self.outcome.rules[id as usize] = Points(points);
                    }
                    (Some(sum.0), sum.1)
                }
            };
            self.outcome.scores.push(points.map(|points| Points(within(range, points))));
            self.outcome.unknown_rules.push(unknown);
            if let Some(notes) = &mut self.notes {
                notes.uncut.push(points.map(Points));
            }
        }
        if let Some(notes) = &mut self.notes {
            for (rule, points) in notes.rules.iter_mut().zip(&self.outcome.rules) {
                rule.counted = *points;
            }
        }
        let mut stage = StageId::None;
        for (at, &step) in (0..).zip(&plan.parts.stages) {
            if self.holds(lead, step) {
                stage = StageId::Step(at);
            }
        }
        self.outcome.stage = Some(if self.outcome.exclusion.is_some() { StageId::Excluded } else { stage });
        for (at, label) in plan.parts.labels.iter().enumerate() {
            self.label(lead, at, label);
        }
    }

    fn with<R>(&mut self, lead: &Lead, look: impl FnOnce(&mut Row, &World<'_>) -> R) -> R {
        let world = World {
            moment: &self.moment,
            values: &lead.fields,
            counters: &self.counters,
            scores: &self.outcome.scores,
            labels: &self.outcome.labels,
            stage: self.outcome.stage.unwrap_or(StageId::None),
        };
        look(&mut self.leads, &world)
    }

    fn truth(&mut self, lead: &Lead, node: NodeId) -> u8 {
        let plan = self.plan;
        self.with(lead, |row, world| row.truth(&plan.leads, world, node))
    }

    fn number(&mut self, lead: &Lead, number: NumberId) -> Option<Decimal> {
        let plan = self.plan;
        self.with(lead, |row, world| row.number(&plan.leads, world, number))
    }

    fn holds(&mut self, lead: &Lead, node: NodeId) -> bool {
        self.truth(lead, node) == TRUE
    }

    fn label(&mut self, lead: &Lead, at: usize, label: &LabelPlan) {
        let text = match label {
            LabelPlan::Lines { lines, otherwise, texts } => {
                let line = lines.iter().find(|(node, _)| self.holds(lead, *node)).map(|(_, text)| *text);
                line.or(*otherwise).map(|text| texts[usize::from(text)].clone())
            }
            LabelPlan::Joined(parts) => {
                parts.iter().map(|&part| self.outcome.labels[part].as_deref()).collect::<Option<String>>()
            }
        };
        self.outcome.labels[at] = text;
    }

    /// The points of a part, and how many of its rules are unknown.
    fn part(&mut self, lead: &Lead, part: &PartPlan) -> (i64, u32) {
        match part {
            PartPlan::Rule(rule) if !self.moment.is_in_force(rule.id) => {
                self.note_out_of_force(lead, rule, false);
                (0, 0)
            }
            PartPlan::Rule(rule) => {
                let (truth, raw) = self.rule(lead, rule);
                let points = rule.cap_one(raw);
                self.given.push((rule.id, points));
                self.note(rule, truth, raw, points);
                (points, u32::from(truth == UNKNOWN))
            }
            PartPlan::Table { known, rows } => self.table(lead, *known, rows),
            PartPlan::Group(group) => self.group(lead, group),
        }
    }

    fn note(&mut self, rule: &RulePlan, truth: u8, raw: i64, capped: i64) {
        if let Some(notes) = &mut self.notes {
            let (truth, raw, capped) = (truth_of(truth), Points(raw), Points(capped));
            notes.rules[rule.id as usize] = RuleOutcome { in_force: true, truth, raw, capped, counted: capped };
        }
    }

    /// For a rule outside its dates, all that can be noted is whether it would hold.
    fn note_out_of_force(&mut self, lead: &Lead, rule: &RulePlan, is_row: bool) {
        if self.notes.is_none() {
            return;
        }
        let truth = truth_of(self.rule(lead, rule).0);
        let truth = if is_row && truth == Truth::True { Truth::False } else { truth };
        if let Some(notes) = &mut self.notes {
            notes.rules[rule.id as usize] = RuleOutcome { in_force: false, truth, ..NOTHING };
        }
    }

    /// The truth of a rule's condition combined with that of what it counts, and its points before its cap.
    fn rule(&mut self, lead: &Lead, rule: &RulePlan) -> (u8, i64) {
        let truth = self.truth(lead, rule.condition);
        if truth != TRUE {
            return (truth, 0);
        }
        let millionths = |points: i64, factor: i128| divide_rounded(i128::from(points) * factor, 1_000_000);
        let points = match &rule.gain {
            GainPlan::Once(points) => return (TRUE, *points),
            GainPlan::Faded { points, latest, factors } => {
                let time = latest.and_then(|tally| self.counters[tally.0 as usize].latest());
                millionths(*points, time.map_or(0, |time| factors.at(self.moment.as_of(), time)).into())
            }
            GainPlan::PerUnit { points, per, of } => match self.number(lead, *of) {
                None => return (UNKNOWN, 0),
                Some(Decimal(value)) => i128::from(*points) * (value.max(0) / per),
            },
            GainPlan::PerOccurrence { points, of } => match of.map(|tally| &self.counters[tally.0 as usize]) {
                None => 0,
                Some(Counter::Count(count)) => i128::from(*points) * i128::from(*count),
                Some(counter) => millionths(*points, counter.factors()),
            },
        };
        (TRUE, limited(points))
    }

    fn table(&mut self, lead: &Lead, known: NodeId, rows: &[(RowKind, RulePlan)]) -> (i64, u32) {
        let known = self.holds(lead, known);
        let (mut taken, mut undecided, mut sum) = (false, !known, 0);
        let values = rows.iter().filter(|(kind, _)| *kind == RowKind::Values);
        let others = rows.iter().filter(|(kind, _)| *kind != RowKind::Values);
        for (kind, rule) in values.chain(others) {
            if !self.moment.is_in_force(rule.id) {
                self.note_out_of_force(lead, rule, true);
                continue;
            }
            let (mut truth, raw) = self.rule(lead, rule);
            undecided |= truth == UNKNOWN;
            let fits = match kind {
                RowKind::Values => true,
                RowKind::Otherwise => known,
                RowKind::Unknown => !known,
            };
            let mut points = 0;
            if truth == TRUE && !taken && fits {
                taken = true;
                points = raw;
            } else if truth == TRUE {
                truth = Truth::False as u8;
            }
            let capped = rule.cap_one(points);
            self.given.push((rule.id, capped));
            self.note(rule, truth, points, capped);
            sum += capped;
        }
        (sum, u32::from(undecided && !taken))
    }

    fn group(&mut self, lead: &Lead, group: &GroupPlan) -> (i64, u32) {
        let from = self.given.len();
        let mut unknown = 0;
        // The best part of each sign so far: its points, and which rules belong to it.
        let mut sum = 0;
        let mut most: Option<(i64, usize, usize)> = None;
        let mut least: Option<(i64, usize, usize)> = None;
        for part in &group.parts {
            let start = self.given.len();
            let (points, not_known) = self.part(lead, part);
            let own = (points, start, self.given.len());
            unknown += not_known;
            sum += points;
            if most.is_none_or(|(other, ..)| points > other) {
                most = Some(own);
            }
            if least.is_none_or(|(other, ..)| points < other) {
                least = Some(own);
            }
        }
        if group.best {
            let best = most.filter(|(points, ..)| *points > 0).or(least);
            let (points, start, end) = best.unwrap_or((0, from, from));
            for (at, given) in self.given.iter_mut().enumerate().skip(from) {
                if at < start || at >= end {
                    given.1 = 0;
                }
            }
            sum = points;
        }
        let capped = sum.min(group.up_to.unwrap_or(i64::MAX)).max(group.down_to.unwrap_or(i64::MIN));
        if let Some(notes) = &mut self.notes {
            notes.groups.push(GroupOutcome { raw: Points(sum), capped: Points(capped) });
        }
        (capped, unknown)
    }
}

/// A lead with scores that it does not have.
pub struct Supposed<'s, 'p> {
    single: &'s mut Single<'p>,
    lead: &'s Lead,
}

impl Supposed<'_, '_> {
    /// Whether a line of `exclude` would exclude it.
    pub fn is_excluded_by(&mut self, line: usize) -> bool {
        let node = self.single.plan.parts.exclusions[line];
        self.single.holds(self.lead, node)
    }

    /// Whether it would be at a step if there were no higher one.
    pub fn is_at(&mut self, step: usize) -> bool {
        let node = self.single.plan.parts.stages[step];
        self.single.holds(self.lead, node)
    }

    /// The truth of a condition that was asked about.
    pub fn truth(&mut self, asked: usize) -> Truth {
        let node = self.single.plan.parts.expectations[asked];
        truth_of(self.single.truth(self.lead, node))
    }

    /// The points of a computed score, before its range; `None` if it is unknown, or a sum of rules.
    pub fn computed(&mut self, score: usize) -> Option<Points> {
        match self.single.plan.parts.scores[score].1 {
            ScorePlan::Computed(number) => self.single.number(self.lead, number).and_then(Decimal::round_to_points),
            ScorePlan::Parts(_) => None,
        }
    }
}

fn add(left: (i64, u32), right: (i64, u32)) -> (i64, u32) {
    (left.0 + right.0, left.1 + right.1)
}
