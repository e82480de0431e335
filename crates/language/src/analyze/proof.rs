//! What `leadrules prove` says: for each score the most and the least, and the totals that occur; for each stage
//! whether a lead can reach it; for each promise whether it is kept. In: a rule set and an instant; out: the verdicts,
//! each with a lead that the reference evaluator confirmed.

use super::both;
use super::doubt::Doubt;
use super::formula::{Formula, Measure, ScoreTest};
use super::kin::Who;
use super::model::{Model, STEPS};
use super::problem::Mode;
use super::query::Verdict;
use super::space::{Picked, Space};
use super::witness::Witness;
use crate::calendar::Instant;
use crate::decimal::Points;
use crate::ir::{Cond, NumberRange, Rules, ScoreId, StageId};
use crate::reference::{self, LeadOutcome};
use crate::words::{Text, say};

/// All that is proved of a rule set.
#[derive(Clone, Debug)]
pub struct Proof {
    /// By score id.
    pub scores: Vec<ScoreProof>,
    /// No step, the steps from the lowest, and `excluded` if there are exclusions.
    pub stages: Vec<StageProof>,
    /// In the order they are written.
    pub promises: Vec<Promised>,
    /// The same of accounts, if the rules are about them too.
    pub accounts: Option<Box<Proof>>,
}

/// What is proved of a score.
#[derive(Clone, Debug)]
pub struct ScoreProof {
    /// The least that a lead can have.
    pub least: Reach<(Points, Witness)>,
    /// The most that a lead can have.
    pub most: Reach<(Points, Witness)>,
    /// The totals that leads can have, in order.
    pub totals: Reach<Vec<Points>>,
}

/// Whether something is possible.
#[derive(Clone, Debug)]
pub enum Reach<T> {
    /// It is, as this shows.
    Proved(T),
    /// No lead that could exist shows it.
    Never,
    /// It was not decided; what was found, if anything, and why it may not be all.
    Undecided(Option<T>, Text),
}

/// Whether a lead can have a stage.
#[derive(Clone, Debug)]
pub struct StageProof {
    /// Which.
    pub stage: StageId,
    /// A lead that has it.
    pub reached: Reach<Witness>,
    /// A lead that has it and does not meet the condition of the step below; [`Reach::Never`] for the lowest step.
    pub skips: Reach<Witness>,
    /// By score id, the least that a lead in it has; `None` for scores that no condition of the stage asks for.
    pub least: Vec<Option<Points>>,
}

/// Whether a promise is kept.
#[derive(Clone, Debug)]
pub enum Promised {
    /// By every lead that could exist
    Kept,
    /// Not by this lead; with the index of the line among those of the promise
    Broken(usize, Witness),
    /// Not decided, and why
    Undecided(Text),
}

/// What is proved of each promise, in the order they are written, seen from `as_of`: first of those about leads, then of those
/// about accounts.
#[must_use]
pub fn promises(rules: &Rules, as_of: Instant) -> Vec<Promised> {
    let mut all = |model: &Model<'_>| -> Vec<Promised> {
        (0..model.space.rules.promises.len()).map(|at| promise(model, at)).collect()
    };
    let (mut leads, accounts) = both::asked(rules, as_of, STEPS, &|| true, &mut all);
    leads.extend(accounts.into_iter().flatten());
    leads
}

/// The least and the most of a score, as long as `goes_on` says that somebody waits for it; `None` if nobody did.
#[must_use]
pub fn ends_while(
    rules: &Rules,
    as_of: Instant,
    id: ScoreId,
    goes_on: &dyn Fn() -> bool,
) -> Option<[Reach<(Points, Witness)>; 2]> {
    let mut ends = |model: &Model<'_>| {
        (model.who == Who::Leads).then(|| [Mode::Least, Mode::Most].map(|mode| extreme(model, id, mode)))
    };
    let (ends, _) = both::asked(rules, as_of, STEPS, goes_on, &mut ends);
    ends.filter(|_| goes_on())
}

/// Proves what can be proved about a rule set, seen from `as_of`.
#[must_use]
pub fn prove(rules: &Rules, as_of: Instant) -> Proof {
    let (leads, accounts) = both::asked(rules, as_of, STEPS, &|| true, &mut of_model);
    Proof { accounts: accounts.map(Box::new), ..leads }
}

fn of_model(model: &Model<'_>) -> Proof {
    let rules = model.space.rules;
    let scores: Vec<ScoreProof> = (0..rules.scores.len())
        .map(|at| score(model, ScoreId(u16::try_from(at).expect("scores are counted in 16 bits"))))
        .collect();
    // It is not worth saying that a lead needs what every lead has.
    let is_more = |(at, least): (usize, Option<Points>)| match &scores[at].least {
        Reach::Proved((points, _)) => least.filter(|least| least > points),
        Reach::Never | Reach::Undecided(..) => least,
    };
    let stages = rules
        .stages
        .ids()
        .filter(|stage| *stage != StageId::Excluded || !rules.exclusions.is_empty())
        .map(|id| {
            let reached = stage(model, id);
            let least = if matches!(reached, Reach::Proved(_)) { least(model, id) } else { Vec::new() };
            StageProof {
                stage: id,
                reached,
                skips: skips(model, id),
                least: least.into_iter().enumerate().map(is_more).collect(),
            }
        })
        .collect();
    let promises = (0..rules.promises.len()).map(|at| promise(model, at)).collect();
    Proof { scores, stages, promises, accounts: None }
}

fn score(model: &Model<'_>, id: ScoreId) -> ScoreProof {
    let totals = match model.totals(id) {
        Ok((totals, doubt)) if model.kin.is_some() => totals_shown(model, id, totals, &doubt),
        Ok((totals, doubt)) => match doubt.reason() {
            None => Reach::Proved(totals),
            Some(reason) => Reach::Undecided(Some(totals), reason),
        },
        Err(reason) => Reach::Undecided(None, reason),
    };
    let end = |mode: Mode| match extreme(model, id, mode) {
        Reach::Undecided(None, reason) => Reach::Undecided(short_of(model, id, mode), reason),
        known => known,
    };
    ScoreProof { least: end(Mode::Least), most: end(Mode::Most), totals }
}

/// The totals that occur, each of which somebody was found to have: what leads and accounts ask of each other may rule some out.
fn totals_shown(model: &Model<'_>, id: ScoreId, totals: Vec<Points>, doubt: &Doubt) -> Reach<Vec<Points>> {
    if totals.len() > MOST_SHOWN {
        return Reach::Undecided(None, say!("there are too many totals to show each by an account with leads"));
    }
    let count = totals.len();
    let shown: Vec<Points> = totals.into_iter().filter(|points| with_points(model, id, *points).is_some()).collect();
    let reason = doubt.reason().or_else(|| (shown.len() < count).then(not_made));
    match reason {
        None => Reach::Proved(shown),
        Some(reason) => Reach::Undecided(Some(shown).filter(|shown| !shown.is_empty()), reason),
    }
}

/// The most or the least of a score, with a lead that has it.
pub(super) fn extreme(model: &Model<'_>, id: ScoreId, mode: Mode) -> Reach<(Points, Witness)> {
    match model.extreme(id, mode) {
        Err(reason) => Reach::Undecided(None, reason),
        Ok(None) => Reach::Never,
        Ok(Some(extreme)) => {
            let points = Some(extreme.points);
            let has = |_: &Witness, outcome: &LeadOutcome| outcome.scores[usize::from(id.0)].points == points;
            let witness = match real(model, &model.space, &extreme.lead, &has) {
                Ok(witness) => witness,
                Err(reason) => return Reach::Undecided(None, reason),
            };
            match extreme.doubt.reason() {
                None => Reach::Proved((extreme.points, witness)),
                Some(reason) => Reach::Undecided(Some((extreme.points, witness)), reason),
            }
        }
    }
}

/// Why nothing is said if a lead that was found does not show it.
pub(super) fn unconfirmed() -> Text {
    say!("the lead that should show it comes out otherwise, so nothing is claimed")
}

/// Why nothing is said if no account with leads was found that shows it.
fn not_made() -> Text {
    say!("no account with leads was found that shows it, which does not say that there is none")
}

/// Why nothing is said once leads are no longer looked at.
fn too_long() -> Text {
    say!("the file is too long to look at a lead for each question")
}

/// A lead from the cells that a verdict gives, if what comes out for it confirms it.
pub(super) fn confirmed(
    model: &Model<'_>,
    verdict: Verdict,
    confirms: impl Fn(&LeadOutcome) -> bool,
) -> Reach<Witness> {
    shown(model, verdict, &|_, outcome| confirms(outcome))
}

/// A lead from the cells that a verdict gives, if the evaluator confirms that it shows what it should.
pub(super) fn shown(
    model: &Model<'_>,
    verdict: Verdict,
    confirms: &dyn Fn(&Witness, &LeadOutcome) -> bool,
) -> Reach<Witness> {
    match verdict {
        Verdict::No(_) => Reach::Never,
        Verdict::Undecided(reason) => Reach::Undecided(None, reason),
        Verdict::Yes(lead) => match real(model, &model.space, &lead, confirms) {
            Ok(witness) => Reach::Proved(witness),
            Err(reason) => Reach::Undecided(None, reason),
        },
    }
}

/// A lead that was picked from these cells, with as little known of it as shows it, if the evaluator confirms that it does; otherwise why
/// nothing is said. Where rules are about accounts too, it comes with its account and the other leads of that.
pub(super) fn real(
    model: &Model<'_>,
    space: &Space<'_>,
    picked: &Picked,
    confirms: &dyn Fn(&Witness, &LeadOutcome) -> bool,
) -> Result<Witness, Text> {
    let shows = |witness: &Witness| model.outcome(witness).map(|outcome| confirms(witness, &outcome));
    let does_show = |witness: &Witness| shows(witness) == Some(true);
    if let Some(kin) = &model.kin {
        return kin.real(space, picked, &does_show).ok_or_else(not_made);
    }
    let witness = Witness::of(space, picked);
    match shows(&witness) {
        Some(true) => Ok(witness.least(&does_show)),
        Some(false) => Err(unconfirmed()),
        None => Err(too_long()),
    }
}

/// Totals are each shown if there are no more of them than this.
const MOST_SHOWN: usize = 60;

/// At most so many totals that may be the most (or the least) are each looked for.
const MOST_TOTALS: usize = 12;

/// The most (or the least) of a score for which somebody was found that has it, where nobody has all that could be.
fn short_of(model: &Model<'_>, id: ScoreId, mode: Mode) -> Option<(Points, Witness)> {
    model.kin.as_ref()?;
    let mut totals = model.totals(id).ok()?.0;
    if mode == Mode::Most {
        totals.reverse();
    }
    totals.into_iter().take(MOST_TOTALS).find_map(|points| Some((points, with_points(model, id, points)?)))
}

/// Somebody who has these points.
fn with_points(model: &Model<'_>, id: ScoreId, points: Points) -> Option<Witness> {
    let range = NumberRange::only(points.to_decimal());
    let has = Formula::Scores(ScoreTest::Number(Measure::Score(id), vec![range]).into());
    match confirmed(model, model.can_be_true(&has), |outcome| outcome.scores[usize::from(id.0)].points == Some(points))
    {
        Reach::Proved(witness) => Some(witness),
        Reach::Never | Reach::Undecided(..) => None,
    }
}

/// A lead in this stage.
pub(super) fn stage(model: &Model<'_>, id: StageId) -> Reach<Witness> {
    let formula = model.space.stage(id);
    confirmed(model, model.can_be_true(&formula), |outcome| outcome.stage == id)
}

/// A lead in this step that does not meet the condition of the one below.
fn skips(model: &Model<'_>, id: StageId) -> Reach<Witness> {
    let rules = model.space.rules;
    let below = match id {
        StageId::Step(at) if at > 0 => &rules.stages.steps[usize::from(at) - 1].condition,
        StageId::Step(_) | StageId::None | StageId::Excluded => return Reach::Never,
    };
    let formula = Formula::And(vec![model.space.stage(id), Formula::not(model.space.certain(below))]);
    shown(model, model.can_be_true(&formula), &|witness, outcome| {
        outcome.stage == id && !meets(rules, witness, outcome, below)
    })
}

/// Whether a lead meets a condition that may ask about what it came to.
fn meets(rules: &Rules, witness: &Witness, outcome: &LeadOutcome, condition: &Cond) -> bool {
    let events = rules.log.is_some().then_some(witness.events.as_slice());
    reference::meets(rules, witness.as_of, (&witness.lead, events), outcome, condition)
}

/// A lead that meets the condition of a step and has a higher one, or is excluded.
pub(super) fn hidden(model: &Model<'_>, at: usize) -> Reach<Witness> {
    let rules = model.space.rules;
    let condition = &rules.stages.steps[at].condition;
    let id = StageId::Step(u16::try_from(at).expect("stages are counted in 16 bits"));
    let verdict = model.can_be_true(&model.space.certain(condition));
    shown(model, verdict, &|witness, outcome| outcome.stage != id && meets(rules, witness, outcome, condition))
}

/// A lead that meets a condition.
pub(super) fn meeting(model: &Model<'_>, condition: &Cond) -> Reach<Witness> {
    let verdict = model.can_be_true(&model.space.certain(condition));
    shown(model, verdict, &|witness, outcome| meets(model.space.rules, witness, outcome, condition))
}

/// A lead in a step with a score in this range.
pub(super) fn step_with(model: &Model<'_>, at: usize, score: ScoreId, range: NumberRange) -> Reach<Witness> {
    let id = StageId::Step(u16::try_from(at).expect("stages are counted in 16 bits"));
    let has = Formula::Scores(ScoreTest::Number(Measure::Score(score), vec![range]).into());
    let verdict = model.can_be_true(&Formula::And(vec![model.space.stage(id), has]));
    confirmed(model, verdict, |outcome| {
        let points = outcome.scores[usize::from(score.0)].points;
        outcome.stage == id && points.is_some_and(|points| range.contains(points.to_decimal()))
    })
}

/// By score, the least that a lead in a step must have, for the scores that its own condition asks for; `None` if it
/// needs nothing of the score, or if this was not decided.
fn least(model: &Model<'_>, id: StageId) -> Vec<Option<Points>> {
    let rules = model.space.rules;
    let StageId::Step(step) = id else { return vec![None; rules.scores.len()] };
    let condition = model.space.formula(&rules.stages.steps[usize::from(step)].condition);
    let mut asked = Vec::new();
    condition.leaves(false, &mut |leaf, _| {
        if let Formula::Scores(test) = leaf {
            asked.extend(test.measures().iter().flat_map(|of| of.scores()));
        }
    });
    let stage = model.space.stage(id);
    (0..rules.scores.len())
        .map(|at| {
            let score = ScoreId(u16::try_from(at).expect("scores are counted in 16 bits"));
            if !asked.contains(&score) {
                return None;
            }
            model.least_where(score, &stage)
        })
        .collect()
}

/// Whether a promise is kept.
pub(super) fn promise(model: &Model<'_>, at: usize) -> Promised {
    let mut undecided = None;
    for (number, line) in model.space.rules.promises[at].lines.iter().enumerate() {
        let holds = model.space.certain(&line.condition);
        let broken = if line.always { Formula::not(holds) } else { holds };
        match confirmed(model, model.can_be_true(&broken), |outcome| !outcome.promises[at][number]) {
            Reach::Never => {}
            Reach::Proved(witness) => return Promised::Broken(number, witness),
            Reach::Undecided(_, reason) => undecided = Some(reason),
        }
    }
    undecided.map_or(Promised::Kept, Promised::Undecided)
}
