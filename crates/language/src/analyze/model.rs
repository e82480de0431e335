//! A rule set made ready for questions: the space of leads, and each score as a sum of tables. In: rules and an instant;
//! out: what `query` puts its questions to.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use super::doubt::Doubt;
use super::effort::Effort;
use super::formula::Measure;
use super::kin::{Kin, Who};
use super::points::{self, Joined, Tables};
use super::problem::Factor;
use super::solve::Budget;
use super::space::{Given, Space};
use super::witness::Witness;
use crate::calendar::Instant;
use crate::decimal::Decimal;
use crate::ir::{Decay, FieldId, Gain, Occurrences, Rule, Rules, ScoreBody, ScoreId};
use crate::reference::LeadOutcome;
use crate::words::{Text, say};

/// Steps that one question may take.
pub(super) const STEPS: u64 = 3_000_000;

/// Steps that all questions about a rule set may take.
const MOST_STEPS: u64 = 150_000_000;

/// Steps after which nothing more is asked that only helps to decide other questions.
const FURTHER_STEPS: u64 = 4_000_000;

/// At most this many rules are evaluated for leads that show something; this bounds what leads cost in long files.
const MOST_SHOWN: u64 = 60_000_000;

/// This many events of a lead cost as much as a rule.
const EVENTS_A_RULE: usize = 8;

/// At most this many pairs are compared, each by a question of its own.
const MOST_PAIRS: u64 = 200_000;

/// The cost of putting a question, in steps: one for every so many variables, and a few for each table.
const VARIABLES_A_STEP: usize = 4;
const TABLE_STEPS: usize = 32;

/// A rule set made ready.
pub(super) struct Model<'a> {
    pub(super) space: Space<'a>,
    /// The sizes of all variables, including those made by joining cells.
    pub(super) sizes: Vec<usize>,
    pub(super) joined: Joined,
    /// For each score, its tables; empty for computed ones.
    pub(super) tables: Vec<Tables>,
    computed: HashMap<usize, Measure>,
    /// By the variable of the events with whose age points fade.
    pub(super) fading: HashMap<usize, Vec<Fading>>,
    /// Steps that one question may take.
    steps: u64,
    /// Steps that all questions together may still take.
    left: Cell<u64>,
    /// Below this, nothing more is asked that only helps to decide other questions.
    spare: u64,
    /// How many pairs may still be compared.
    pairs: Effort,
    /// How many rules may still be evaluated for leads.
    outcomes: Effort,
    /// The cost of a lead without events, in rules and fields.
    outcome_cost: usize,
    /// Whether somebody still waits for answers.
    pub(super) goes_on: &'a dyn Fn() -> bool,
    /// Whom the rules are about.
    pub(super) who: Who,
    /// Scores that are asked for by rules about others: leads for those of their account, accounts for those of their leads.
    pub(super) elsewhere: Vec<ScoreId>,
    /// For fields that no file declares, the most that they are, and the same in a sentence.
    pub(super) ends: BTreeMap<FieldId, (Decimal, Text)>,
    /// What makes those real of whom more is asked than is known of themselves.
    pub(super) kin: Option<Box<dyn Kin + 'a>>,
}

/// Points that fade.
pub(super) struct Fading {
    pub(super) score: usize,
    pub(super) positive: bool,
}

impl<'a> Model<'a> {
    pub(super) fn new(rules: &'a Rules, as_of: Instant, steps: u64) -> Self {
        Self::asked(rules, as_of, steps, &|| true)
    }

    /// The same, as long as `goes_on` says that somebody waits for answers: after that, nothing is decided.
    pub(super) fn asked(rules: &'a Rules, as_of: Instant, steps: u64, goes_on: &'a dyn Fn() -> bool) -> Self {
        Self::related((rules, as_of), steps, goes_on, &Given::default(), |_| Vec::new())
    }

    /// The same, with what is known of the values of fields that no file declares: which texts they can hold, and which values
    /// go together.
    pub(super) fn related(
        (rules, as_of): (&'a Rules, Instant),
        steps: u64,
        goes_on: &'a dyn Fn() -> bool,
        given: &Given,
        relations: impl FnOnce(&Space<'a>) -> Vec<Factor>,
    ) -> Self {
        let mut space = Space::new(rules, as_of, given);
        space.relations = relations(&space);
        let mut sizes = space.sizes.clone();
        let mut joined = Joined::default();
        let tables = rules
            .scores
            .iter()
            .map(|score| match score.body {
                ScoreBody::Rules(_) => points::tables(&space, score, &mut sizes, &mut joined),
                ScoreBody::Computed(_) => Tables::default(),
            })
            .collect();
        let computed = rules
            .scores
            .iter()
            .enumerate()
            .filter_map(|(place, score)| match &score.body {
                // Every value of its fields may matter.
                ScoreBody::Computed(of) => {
                    let text = rules.text(of.span);
                    let doubt = Doubt::of(say!(
                        "`{calculation}` is reckoned from values that can't all be tried",
                        calculation = text
                    ));
                    Some((place, space.measure(of).doubted(&doubt)))
                }
                ScoreBody::Rules(_) => None,
            })
            .collect();
        let mut fading: HashMap<usize, Vec<Fading>> = HashMap::new();
        for (place, score) in rules.scores.iter().enumerate() {
            for rule in score.parts().iter().flat_map(|part| part.rules()) {
                let Some((of, _)) = fades(rule) else { continue };
                let variable = match &rule.gain {
                    Gain::PerOccurrence { .. } => space.happenings.factors(rule.id, of).variable,
                    Gain::Once { .. } | Gain::PerUnit { .. } => space.happenings.latest(of).variable,
                };
                let positive = rule.gain.points().0 > 0;
                // What asks about any activity is seen by the chain, of events of every cluster.
                let variables = if space.happenings.is_chained(variable) {
                    space.happenings.all_of_chain().collect()
                } else {
                    vec![variable]
                };
                for variable in variables {
                    let of_variable = fading.entry(variable).or_default();
                    if of_variable.iter().all(|other| (other.score, other.positive) != (place, positive)) {
                        of_variable.push(Fading { score: place, positive });
                    }
                }
            }
        }
        Self {
            space,
            sizes,
            joined,
            tables,
            computed,
            fading,
            steps,
            left: Cell::new(MOST_STEPS),
            spare: MOST_STEPS - FURTHER_STEPS,
            pairs: Effort::of(MOST_PAIRS),
            outcomes: Effort::of(MOST_SHOWN),
            outcome_cost: rules.rule_count() + rules.fields.len(),
            goes_on,
            who: Who::Leads,
            elsewhere: Vec::new(),
            ends: BTreeMap::new(),
            kin: None,
        }
    }

    /// Asks a question with the steps that it may take; the steps it took are no longer there for those after it. So
    /// are those it takes to put the question, which in long files has many tables.
    pub(super) fn within_budget<T>(&self, tables: usize, ask: impl FnOnce(&mut Budget) -> T) -> T {
        if !(self.goes_on)() {
            self.left.set(0);
        }
        let to_put = (self.sizes.len() / VARIABLES_A_STEP + tables * TABLE_STEPS) as u64;
        self.left.set(self.left.get().saturating_sub(to_put));
        let allowed = self.steps.min(self.left.get());
        let mut budget = Budget(allowed);
        let answer = ask(&mut budget);
        self.left.set(self.left.get() - (allowed - budget.0));
        answer
    }

    /// What comes out for a lead; `None` if too many leads have been looked at already.
    pub(super) fn outcome(&self, of: &Witness) -> Option<LeadOutcome> {
        let cost = self.outcome_cost * (1 + of.events.len() / EVENTS_A_RULE);
        self.outcomes.spend(cost).then(|| of.outcome(self.space.rules))
    }

    /// The same with only so many steps for all questions together.
    pub(super) fn with_steps(self, most: u64) -> Self {
        Self { left: Cell::new(most), spare: most / 2, ..self }
    }

    /// Whether more may be asked besides what must be: only while few of all steps are taken.
    pub(super) fn may_ask_more(&self) -> bool {
        self.left.get() > self.spare
    }

    /// Whether this many pairs may be compared; if so, they count as compared.
    pub(super) fn may_compare(&self, pairs: usize) -> bool {
        self.pairs.spend(pairs)
    }

    /// How many tables the scores made of rules have together.
    pub(super) fn count_tables(&self) -> usize {
        self.tables.iter().map(|of_score| of_score.factors.len()).sum()
    }

    /// Whether a score may have points that its tables do not show; for a computed one, whether those in it may.
    pub(super) fn doubt_of(&self, id: ScoreId) -> Doubt {
        let Some(of) = self.computed(id) else { return self.tables[usize::from(id.0)].doubt.clone() };
        of.scores().into_iter().fold(of.doubt(), |all, id| all.or(&self.doubt_of(id)))
    }

    /// What a score is computed from, if it is.
    pub(super) fn computed(&self, id: ScoreId) -> Option<&Measure> {
        self.computed.get(&usize::from(id.0))
    }
}

/// The events of a rule whose points fade, and how.
pub(super) fn fades(rule: &Rule) -> Option<(&Occurrences, Decay)> {
    match &rule.gain {
        Gain::Once { decay: Some((decay, of)), .. } => Some((of, *decay)),
        Gain::PerOccurrence { of, decay: Some(decay), .. } => Some((of, *decay)),
        Gain::Once { decay: None, .. } | Gain::PerOccurrence { decay: None, .. } | Gain::PerUnit { .. } => None,
    }
}
