//! Two rule sets on the same leads: which stages and scores can differ, for all leads that could exist. In: an old and a new
//! set; out: for each pair of stages whether a lead can move from the one to the other, each with a lead that the
//! reference evaluator has confirmed under both, or the reason why the sets can't be compared.
//!
//! The old set is put in terms of the new one. This makes one set: the fields and events of both, the scores of both
//! (those that mean the same only once), and the conditions of the old stages beside those of the new. Questions are
//! put to it as in `proof`.

use std::collections::HashMap;
use std::sync::Arc;

use super::formula::{Formula, Measure, ScoreTest};
use super::model::{Model, STEPS};
use super::proof::{Reach, UNCONFIRMED};
use super::query::Verdict;
use super::shifted::Shift;
use super::witness::Witness;
use crate::calendar::{DAY, Instant};
use crate::ir::{
    ChildMut, Comparison, Cond, CondKind, Covered, DefinitionId, Field, FieldId, KindId, Label, LabelBody, LabelId,
    Log, NumberRange, Promise, PromiseLine, PropertyId, RuleId, Rules, Score, ScoreId, StageId, Subject, TextTest,
    sort_cond, sort_score,
};
use crate::reference::{Event, Lead, LeadOutcome};
use crate::source::Span;
use crate::types::{Bounds, Truth, Type, Value};

/// This many questions may each take the full number of steps; if there are more, each may take fewer.
const QUESTIONS: u64 = 14;

/// So many leads are tried where it is not decided whether there is one, times the number of rules.
const MOST_TRIES: usize = 1_500_000;

/// How many days back they are seen.
const FURTHEST: i64 = 400;

/// Why nothing is proved of rules that say otherwise of time.
const ANOTHER_DAY: &str = "what the rules say of time has changed, so that other days may show what today does not";

/// At most this many ways in which questions about scores can turn out are tried.
const MOST_WAYS: usize = 300;

/// At most this many pairs of stages are asked about.
const MOST_PAIRS: usize = 100_000;

/// The text of the label that stands for the stage by the old rules.
fn stage_text(stage: StageId) -> String {
    format!("{}", stage.number())
}

/// Where the stage and the labels of the old set are among the labels of the joint set.
struct Labels<'a> {
    /// The label that stands for the stage by the old rules; none where it is the same by the new ones.
    stage: Option<LabelId>,
    ids: &'a [LabelId],
}

impl Labels<'_> {
    /// A condition of the old set, whose stage and labels are those of the joint set, and all else still its own.
    fn told(&self, condition: &Cond) -> Cond {
        let mut told = condition.clone();
        self.tell(ChildMut::Cond(&mut told));
        told
    }

    fn tell(&self, node: ChildMut<'_>) {
        match node {
            ChildMut::Cond(cond) => {
                if let (CondKind::Stage(stages), Some(label)) = (&cond.kind, self.stage) {
                    let texts = stages.iter().map(|stage| stage_text(*stage)).collect();
                    cond.kind = CondKind::Text(Subject::Label(label), TextTest::In(texts));
                    return;
                }
                cond.children_mut().into_iter().for_each(|child| self.tell(child));
            }
            ChildMut::Quantity(quantity) => {
                quantity.children_mut().into_iter().for_each(|child| self.tell(child));
            }
            ChildMut::Subject(subject) => {
                if let Subject::Label(id) = subject {
                    *id = self.ids[usize::from(id.0)];
                }
            }
            ChildMut::Field(_)
            | ChildMut::Property(_)
            | ChildMut::Definition(_)
            | ChildMut::Score(_)
            | ChildMut::Occurrences(_) => {}
        }
    }
}

/// What can differ between two rule sets.
#[derive(Clone, Debug)]
pub struct Differences {
    /// For each stage before and each other stage after, in the order of the stages: whether a lead can move that way.
    pub moves: Vec<PossibleMove>,
    /// For each score that both sets have and that does not plainly mean the same in both: its name, and whether a lead
    /// can have different points.
    pub scores: Vec<(String, Reach<Seen>)>,
}

/// A move from stage to stage.
#[derive(Clone, Debug)]
pub struct PossibleMove {
    /// The stage by the old rules.
    pub before: StageId,
    /// The stage by the new rules.
    pub after: StageId,
    /// Whether there is a lead that makes it.
    pub found: Reach<Seen>,
}

/// A lead as both rule sets see it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its lines, as a test has them.
    pub lines: Vec<String>,
    /// For the old rules.
    pub before: Witness,
    /// For the new rules.
    pub after: Witness,
}

/// Says what can differ.
///
/// # Errors
/// The reason why nothing can be said: time zones, ignored events or the types of fields differ.
pub fn differences(old: &Rules, new: &Rules, as_of: Instant) -> Result<Differences, String> {
    let pairs = old.stages.ids().count() * new.stages.ids().count();
    if pairs > MOST_PAIRS {
        return Err(format!("each stage before and each after are {pairs} pairs, too many to ask of each"));
    }
    let joint = Joint::new(old, new)?;
    let questions = (pairs + new.scores.len()) as u64;
    let model = Model::new(&joint.rules, as_of, STEPS * QUESTIONS / questions.max(QUESTIONS));
    let conditions: Vec<&Cond> = joint.rules.promises[0].lines.iter().map(|line| &line.condition).collect();
    let (exclusions, steps) = conditions.split_at(old.exclusions.len());
    let mut moves = Vec::new();
    for before in old.stages.ids() {
        for after in new.stages.ids().filter(|after| new.stages.name(*after) != old.stages.name(before)) {
            if joint.is_plainly_none(before, after) {
                moves.push(PossibleMove { before, after, found: Reach::Never });
                continue;
            }
            let goes = Formula::And(vec![model.space.stage_of(exclusions, steps, before), model.space.stage(after)]);
            let found = joint.confirmed(&model, model.can_be_true(&goes), |seen| {
                seen.before.outcome(old).stage == before && seen.after.outcome(new).stage == after
            });
            moves.push(PossibleMove { before, after, found });
        }
    }
    let mut scores = Vec::new();
    for (at, score) in new.scores.iter().enumerate() {
        let Some(place) = old.scores.iter().position(|other| other.name == score.name) else { continue };
        let ids = (ScoreId(u16::try_from(at).expect("scores are counted in 16 bits")), joint.shift.scores[place]);
        if ids.0 == ids.1 {
            continue;
        }
        let found = joint.confirmed(&model, model.can_be_true(&differ(ids.0, ids.1)), |seen| {
            seen.before.outcome(old).scores[place].points != seen.after.outcome(new).scores[at].points
        });
        scores.push((score.name.clone(), found));
    }
    Ok(Differences { moves, scores })
}

/// Whether both sets find what they share in the same places of the data: names of columns and texts that stand for something.
///
/// # Errors
/// What is found elsewhere.
fn is_read_alike(old: &Rules, new: &Rules) -> Result<(), String> {
    let elsewhere = |what: &str, name: &str| Err(format!("{what} `{name}` is read from the data in another way"));
    let place = |field: &Field| (field.columns.clone(), field.missing.clone());
    for (_, field) in old.declared() {
        let other = new.declared().find(|(_, other)| other.name == field.name);
        if other.is_some_and(|(_, other)| place(other) != place(field)) {
            return elsewhere("the field", &field.name);
        }
    }
    let key = |rules: &Rules| rules.key.map(|key| rules.field(key).name.clone());
    if key(old) != key(new) {
        return Err("another field tells leads apart".to_owned());
    }
    let (Some(log), Some(other)) = (&old.log, &new.log) else { return Ok(()) };
    let columns =
        |log: &Log| (log.lead.clone(), log.event.clone(), log.time.clone(), log.time_form.clone(), log.id.clone());
    if columns(log) != columns(other) {
        return Err("the log of events is read in another way".to_owned());
    }
    for kind in &log.kinds {
        let Some(same) = other.kinds.iter().find(|other| other.name == kind.name) else { continue };
        if same.texts != kind.texts {
            return elsewhere("the event", &kind.name);
        }
        for id in &kind.properties {
            let property = log.property(*id);
            let there = same.properties.iter().map(|id| other.property(*id)).find(|other| other.name == property.name);
            if there.is_some_and(|other| place(other) != place(property)) {
                return elsewhere("the property", &property.name);
            }
        }
    }
    Ok(())
}

/// What was agreed, part by part, and whether a lead can be treated otherwise by the new rules: those parts for which that is not
/// ruled out.
///
/// # Errors
/// As [`differences`].
pub fn parts_changed(
    old: &Rules,
    new: &Rules,
    parts: &[Covered],
    as_of: Instant,
) -> Result<Vec<(Covered, Reach<Seen>)>, String> {
    const TOO_LARGE: &str = "the definitions written out are too large to be compared";
    let (Some(old), Some(new)) = (old.written_out(), new.written_out()) else { return Err(TOO_LARGE.to_owned()) };
    let (old, new) = (&old, &new);
    is_read_alike(old, new)?;
    let wants = |part: &Covered| parts.contains(part) || parts.contains(&Covered::Everything);
    let questions = (old.stages.ids().count() * new.stages.ids().count() + new.scores.len() + new.labels.len()) as u64;
    let steps = STEPS / 4 * QUESTIONS / questions.max(QUESTIONS);
    // Scores that are proved to be the same are one, and then those made of them may be.
    let mut alike: Vec<usize> = Vec::new();
    let mut of_scores: Vec<(ScoreId, Reach<Seen>)>;
    let mut joint = loop {
        let joint = Joint::made(old, new, Some(&alike))?;
        let model = Model::new(&joint.rules, as_of, steps);
        let unbound = joint.with_other_ranges(as_of, steps);
        if unbound.iter().any(|place| !alike.contains(place)) {
            alike.extend(unbound);
            continue;
        }
        of_scores = (0..).map(ScoreId).zip(&new.scores).map(|(at, _)| (at, joint.score_changed(&model, at))).collect();
        let more = of_scores.iter().filter(|(_, reach)| matches!(reach, Reach::Never));
        let more: Vec<usize> =
            more.filter_map(|(at, _)| old.scores.iter().position(|other| other.name == new.score(*at).name)).collect();
        if more.iter().all(|place| alike.contains(place) || joint.is_one(*place)) {
            break joint;
        }
        alike = more;
    };
    let stages = {
        let model = Model::new(&joint.rules, as_of, steps);
        joint.are_stages_same(&model)
    };
    let labels = joint.add_labels(stages)?;
    let promises = joint.add_promises(stages, &labels);
    let model = Model::new(&joint.rules, as_of, steps);
    let mut found = Vec::new();
    if !stages {
        found.extend(joint.stages_changed(&model, parts));
    }
    found.extend(of_scores.into_iter().map(|(at, reach)| (Covered::Score(at), reach)).filter(|(part, _)| wants(part)));
    for (at, label) in (0..).map(LabelId).zip(&new.labels) {
        if wants(&Covered::Label(at)) {
            let reach = match old.labels.iter().position(|other| other.name == label.name) {
                None => Reach::Undecided(None, format!("the label `{}` was not there", label.name)),
                Some(place) => joint.label_changed(&model, (place, labels[place]), at),
            };
            found.push((Covered::Label(at), reach));
        }
    }
    for (at, promise) in new.promises.iter().enumerate() {
        if wants(&Covered::Promise(at)) {
            let reach = match old.promises.iter().position(|other| other.title == promise.title) {
                None => Reach::Undecided(None, format!("the promise \"{}\" was not there", promise.title)),
                Some(place) if promises[place] => Reach::Never,
                Some(place) => joint.promise_changed(&model, place, at),
            };
            found.push((Covered::Promise(at), reach));
        }
    }
    found.retain(|(_, reach)| !matches!(reach, Reach::Never));
    Ok(found)
}

/// That two scores are not the same, or one of them is unknown.
fn differ(one: ScoreId, other: ScoreId) -> Formula {
    let score = |id| Measure::Score(id);
    let known = |id| Formula::Scores(ScoreTest::Known(score(id)).into());
    let other_points = Formula::Scores(ScoreTest::Compare(Comparison::Ne, score(one), score(other)).into());
    Formula::Or(vec![
        Formula::And(vec![known(one), known(other), other_points]),
        Formula::And(vec![known(one), Formula::not(known(other))]),
        Formula::And(vec![Formula::not(known(one)), known(other)]),
    ])
}

/// Both sets as one.
struct Joint<'a> {
    old: &'a Rules,
    new: &'a Rules,
    /// The stages are those of the new set; the lines of its only promise are the exclusions and stages of the old set.
    rules: Rules,
    /// Where the parts of the old set are in it.
    shift: Shift,
    /// For each exclusion and each step of the old set, the one of the new set that asks exactly the same.
    same_exclusions: Vec<Option<usize>>,
    same_steps: Vec<Option<usize>>,
    /// Whether parts stand in an order of their own.
    is_sorted: bool,
    /// Whether both say the same of time: what is proved of one day then holds of every day.
    is_timeless: bool,
}

impl<'a> Joint<'a> {
    /// The old scores that differ from the new ones of their names only in ranges that no lead comes up against.
    fn with_other_ranges(&self, as_of: Instant, steps: u64) -> Vec<usize> {
        let mut found = Vec::new();
        for (place, score) in self.old.scores.iter().enumerate().filter(|_| self.is_timeless) {
            let Some(at) = self.new.scores.iter().position(|other| other.name == score.name) else { continue };
            let mut own = self.shift.score(score);
            sort_score(&mut own);
            if self.is_one(place) || own.body != self.rules.scores[at].body {
                continue;
            }
            let (one, other) = (score.range, self.new.scores[at].range);
            let mut free = self.rules.clone();
            free.scores[at].range = Bounds::default();
            let model = Model::new(&free, as_of, steps);
            let id = ScoreId(u16::try_from(at).unwrap_or(u16::MAX));
            let high = [one.high, other.high].into_iter().flatten().min();
            let low = [one.low, other.low].into_iter().flatten().max();
            let beyond = [
                high.map(|high| NumberRange { low: Some((high.to_decimal(), false)), high: None }),
                low.map(|low| NumberRange { low: None, high: Some((low.to_decimal(), false)) }),
            ];
            let is_free = beyond.into_iter().flatten().all(|range| {
                let test = Formula::Scores(ScoreTest::Number(Measure::Score(id), vec![range]).into());
                matches!(model.can_be_true(&test), Verdict::No(_))
            });
            if is_free {
                found.push(place);
            }
        }
        found
    }

    /// Whether the old score at this index is one of the new set.
    fn is_one(&self, place: usize) -> bool {
        usize::from(self.shift.scores[place].0) < self.new.scores.len()
    }

    /// Whether a lead can have other points.
    fn score_changed(&self, model: &Model<'_>, at: ScoreId) -> Reach<Seen> {
        let name = &self.new.score(at).name;
        let Some(place) = self.old.scores.iter().position(|other| other.name == *name) else {
            return Reach::Undecided(None, format!("the score `{name}` was not there"));
        };
        let other = self.shift.scores[place];
        if other == at {
            return Reach::Never;
        }
        let is_so = |seen: &Seen| {
            let was = seen.before.outcome(self.old).scores[place].points;
            was != seen.after.outcome(self.new).scores[usize::from(at.0)].points
        };
        self.or_found(model, self.confirmed(model, model.can_be_true(&differ(at, other)), is_so), &is_so)
    }

    /// Whether it is proved that two conditions are true of the same leads.
    fn is_equivalent(&self, model: &Model<'_>, one: &Cond, other: &Cond) -> bool {
        if one == other {
            return true;
        }
        if !self.is_timeless {
            return false;
        }
        let (one, other) = (model.space.certain(one), model.space.certain(other));
        let differs = Formula::Or(vec![
            Formula::And(vec![one.clone(), Formula::not(other.clone())]),
            Formula::And(vec![Formula::not(one), other]),
        ]);
        matches!(model.can_be_true(&differs), Verdict::No(_)) || Self::is_never(model, &differs)
    }

    /// Whether something is never true, whatever becomes of each question that it asks about scores: so two conditions that ask the same
    /// of scores are compared by all else.
    fn is_never(model: &Model<'_>, formula: &Formula) -> bool {
        let mut asked: Vec<(String, bool)> = Vec::new();
        formula.leaves(false, &mut |leaf, _| {
            if let Formula::Scores(test) = leaf {
                // A score made of rules is always known; what is computed, or read from a field, may not be.
                let is_known = test.measures().iter().all(|of| match of {
                    Measure::Score(id) => model.computed(*id).is_none(),
                    Measure::Constant(_) => true,
                    Measure::Column(_) | Measure::Binary(..) => false,
                });
                asked.push((format!("{test:?}"), is_known));
            }
        });
        asked.sort();
        asked.dedup();
        let ways = asked.iter().fold(1_usize, |ways, (_, is_known)| ways.saturating_mul(if *is_known { 2 } else { 3 }));
        if asked.is_empty() || ways > MOST_WAYS {
            return false;
        }
        (0..ways).all(|way| {
            let mut rest = way;
            let mut answers = HashMap::new();
            for (test, is_known) in &asked {
                let of = if *is_known { 2 } else { 3 };
                answers.insert(test.as_str(), [Truth::True, Truth::False, Truth::Unknown][rest % of]);
                rest /= of;
            }
            matches!(model.can_be_true(&with_answers(formula, &answers)), Verdict::No(_))
        })
    }

    /// Whether it is proved that every lead has the same stage.
    fn are_stages_same(&self, model: &Model<'_>) -> bool {
        let names =
            |rules: &Rules| -> Vec<String> { rules.stages.ids().map(|id| rules.stages.name(id).to_owned()).collect() };
        if names(self.old) != names(self.new) {
            return false;
        }
        let lines: Vec<Cond> = self.rules.promises[0].lines.iter().map(|line| self.in_order(&line.condition)).collect();
        let (old_exclusions, old_steps) = lines.split_at(self.old.exclusions.len());
        let any = |conditions: Vec<Cond>| {
            let mut any = Cond::sugar(CondKind::Or(conditions), Span::default());
            sort_cond(&mut any);
            any
        };
        let new_exclusions = exclusions(&self.rules).into_iter().cloned().collect();
        self.is_equivalent(model, &any(old_exclusions.to_vec()), &any(new_exclusions))
            && old_steps
                .iter()
                .zip(steps(&self.rules))
                .all(|(old_step, step)| self.is_equivalent(model, old_step, step))
    }

    /// A condition as this set has it.
    fn in_order(&self, condition: &Cond) -> Cond {
        let mut condition = condition.clone();
        if self.is_sorted {
            sort_cond(&mut condition);
        }
        condition
    }

    /// A move that is possible between stages that were agreed, or else one that was not decided.
    fn stages_changed(&self, model: &Model<'_>, parts: &[Covered]) -> Option<(Covered, Reach<Seen>)> {
        let (old, new) = (self.old, self.new);
        let wants = |part: &Covered| parts.contains(part) || parts.contains(&Covered::Everything);
        let conditions: Vec<&Cond> = self.rules.promises[0].lines.iter().map(|line| &line.condition).collect();
        let (exclusions, steps) = conditions.split_at(old.exclusions.len());
        let is_asked = |before: StageId, after: StageId| {
            let is_apart = before == StageId::Excluded || after == StageId::Excluded;
            let is_named = |stage: &StageId| {
                let name = new.stages.name(*stage);
                name == old.stages.name(before) || name == new.stages.name(after)
            };
            wants(&Covered::Stages)
                || wants(&Covered::Exclude) && is_apart
                || parts.iter().any(|part| matches!(part, Covered::Stage(stage) if is_named(stage)))
        };
        let mut undecided = None;
        for before in old.stages.ids() {
            for after in new.stages.ids().filter(|after| new.stages.name(*after) != old.stages.name(before)) {
                if !is_asked(before, after) || self.is_plainly_none(before, after) {
                    continue;
                }
                let was = model.space.stage_of(exclusions, steps, before);
                let goes = Formula::And(vec![was, model.space.stage(after)]);
                let reach = self.confirmed(model, model.can_be_true(&goes), |seen| {
                    seen.before.outcome(old).stage == before && seen.after.outcome(new).stage == after
                });
                match reach {
                    Reach::Never => {}
                    Reach::Proved(_) => return Some((Covered::Stages, reach)),
                    Reach::Undecided(..) => undecided = undecided.or(Some((Covered::Stages, reach))),
                }
            }
        }
        let later = || (Covered::Stages, Reach::Undecided(None, ANOTHER_DAY.to_owned()));
        let (part, reach) = undecided.or_else(|| (!self.is_timeless).then(later))?;
        let name = |rules: &Rules, stage| rules.stages.name(stage).to_owned();
        let reach = self.or_found(model, reach, &|seen| {
            let (was, is) = (seen.before.outcome(old).stage, seen.after.outcome(new).stage);
            is_asked(was, is) && name(old, was) != name(new, is)
        });
        Some((part, reach))
    }

    /// Adds the labels of both sets: those of the new one under their own ids; then, unless stages are the same, the stage of the old
    /// one as a label; then the labels of the old one that are not plainly the same. Gives for each old label which it is.
    fn add_labels(&mut self, same_stages: bool) -> Result<Vec<LabelId>, String> {
        let id = |at: usize| number(at, "labels").map(LabelId);
        self.rules.labels.clone_from(&self.new.labels);
        self.rules.sort();
        let mut stage = None;
        if !same_stages {
            stage = Some(id(self.rules.labels.len())?);
            let conditions: Vec<Cond> =
                self.rules.promises[0].lines.iter().map(|line| line.condition.clone()).collect();
            let (exclusions, steps) = conditions.split_at(self.old.exclusions.len());
            let excluded = exclusions.iter().map(|line| (line.clone(), stage_text(StageId::Excluded)));
            let steps = steps.iter().zip((0..).map(StageId::Step)).map(|(step, id)| (step.clone(), stage_text(id)));
            let mut steps: Vec<(Cond, String)> = steps.collect();
            steps.reverse();
            let body =
                LabelBody::Lines { lines: excluded.chain(steps).collect(), otherwise: Some(stage_text(StageId::None)) };
            self.rules.labels.push(Label { name: String::new(), body, span: Span::default() });
        }
        let mut ids = Vec::new();
        for label in &self.old.labels {
            let body = match &label.body {
                LabelBody::Lines { lines, otherwise } => LabelBody::Lines {
                    lines: lines.iter().map(|(line, text)| (self.told(stage, &ids, line), text.clone())).collect(),
                    otherwise: otherwise.clone(),
                },
                LabelBody::Joined(parts) => {
                    LabelBody::Joined(parts.iter().map(|part| ids[usize::from(part.0)]).collect())
                }
            };
            let there = self.new.labels.iter().position(|other| other.name == label.name);
            let at = if let Some(there) = there.filter(|at| is_same_body(&self.rules.labels[*at].body, &body)) {
                id(there)?
            } else {
                let at = id(self.rules.labels.len())?;
                self.rules.labels.push(Label { name: String::new(), body, span: label.span });
                at
            };
            ids.push(at);
        }
        self.rules.number();
        Ok(ids)
    }

    /// A condition of the old set in terms of this one.
    fn told(&self, stage: Option<LabelId>, ids: &[LabelId], condition: &Cond) -> Cond {
        self.in_order(&self.shift.cond(&Labels { stage, ids }.told(condition)))
    }

    /// Adds the promises of both sets, and says which of the old ones are plainly the same.
    fn add_promises(&mut self, same_stages: bool, labels: &[LabelId]) -> Vec<bool> {
        let stage = (!same_stages).then(|| LabelId(u16::try_from(self.new.labels.len()).unwrap_or(u16::MAX)));
        let mut own = self.new.clone();
        own.sort();
        let mut same = Vec::new();
        for promise in &self.old.promises {
            let line = |line: &PromiseLine| PromiseLine {
                always: line.always,
                condition: self.told(stage, labels, &line.condition),
            };
            let lines: Vec<PromiseLine> = promise.lines.iter().map(line).collect();
            let there = own.promises.iter().find(|other| other.title == promise.title);
            let has = |lines: &[PromiseLine], line: &PromiseLine| {
                lines.iter().any(|other| (other.always, &other.condition) == (line.always, &line.condition))
            };
            same.push(there.is_some_and(|other| {
                lines.iter().all(|line| has(&other.lines, line)) && other.lines.iter().all(|line| has(&lines, line))
            }));
            self.rules.promises.push(Promise { title: promise.title.clone(), lines, span: promise.span });
        }
        self.rules.promises.extend(own.promises);
        self.rules.number();
        same
    }

    /// Whether a lead can have another text of a label.
    fn label_changed(&self, model: &Model<'_>, (place, old): (usize, LabelId), new: LabelId) -> Reach<Seen> {
        if old == new {
            return Reach::Never;
        }
        // Line by line, if that is enough.
        if let (LabelBody::Lines { lines, otherwise }, LabelBody::Lines { lines: others, otherwise: other }) =
            (&self.rules.label(old).body, &self.rules.label(new).body)
            && otherwise == other
            && lines.len() == others.len()
            && lines
                .iter()
                .zip(others)
                .all(|((line, text), (other, other_text))| text == other_text && self.is_equivalent(model, line, other))
        {
            return Reach::Never;
        }
        match model.space.other_texts(old, new) {
            None => Reach::Undecided(None, "the label has too many texts to compare".to_owned()),
            Some(differs) => self.confirmed(model, model.can_be_true(&differs), |seen| {
                seen.before.outcome(self.old).labels[place] != seen.after.outcome(self.new).labels[usize::from(new.0)]
            }),
        }
    }

    /// Whether a lead can break a promise of the one set, and not that of the other.
    fn promise_changed(&self, model: &Model<'_>, old: usize, new: usize) -> Reach<Seen> {
        let broken = |promise: &Promise| {
            let lines = promise.lines.iter().map(|line| {
                let holds = model.space.certain(&line.condition);
                if line.always { Formula::not(holds) } else { holds }
            });
            Formula::Or(lines.collect())
        };
        let was = broken(&self.rules.promises[1 + old]);
        let is = broken(&self.rules.promises[1 + self.old.promises.len() + new]);
        let differs = Formula::Or(vec![
            Formula::And(vec![was.clone(), Formula::not(is.clone())]),
            Formula::And(vec![Formula::not(was), is]),
        ]);
        if self.is_timeless && Self::is_never(model, &differs) {
            return Reach::Never;
        }
        let is_so = |seen: &Seen| {
            let kept = |outcome: &LeadOutcome, at: usize| outcome.promises[at].iter().all(|kept| *kept);
            kept(&seen.before.outcome(self.old), old) != kept(&seen.after.outcome(self.new), new)
        };
        self.or_found(model, self.confirmed(model, model.can_be_true(&differs), is_so), &is_so)
    }

    fn new(old: &'a Rules, new: &'a Rules) -> Result<Self, String> {
        Self::made(old, new, None)
    }

    /// With `alike`, parts stand in an order of their own, so that more of them are the same; it has the scores of the old set that are
    /// known to mean the same.
    fn made(old: &'a Rules, new: &'a Rules, alike: Option<&[usize]>) -> Result<Self, String> {
        if old.zone != new.zone {
            return Err("the two files have different time zones".to_owned());
        }
        let mut rules = new.clone();
        if alike.is_some() {
            rules.sort();
        }
        let mut shift =
            Shift { files: u32::try_from(new.sources.iter().count()).unwrap_or(u32::MAX), ..Shift::default() };
        let mut sources = (*new.sources).clone();
        for (_, file) in old.sources.iter() {
            sources.add(file.path.clone(), file.text.clone());
        }
        rules.sources = Arc::new(sources);
        let fields = places(new.fields.iter().map(|field| field.name.as_str()));
        for field in &old.fields {
            let there = fields.get(field.name.as_str()).copied();
            let is_before = old.before.is_some_and(|before| std::ptr::eq(old.field(before), field));
            if there.is_some_and(|at| !is_same_type(&new.fields[at].ty, &field.ty, is_before)) {
                return Err(format!("the field `{}` is declared otherwise", field.name));
            }
            let at = there.unwrap_or(rules.fields.len());
            if there.is_none() {
                rules.fields.push(field.clone());
            }
            shift.fields.push(FieldId(number(at, "fields")?));
        }
        logs(old, &mut rules, &mut shift)?;
        let definitions = places(new.definitions.iter().map(|definition| definition.name.as_str()));
        for definition in &old.definitions {
            let shifted = shift.definition(definition);
            let there = definitions.get(shifted.name.as_str()).copied();
            let there = there.filter(|at| new.definitions[*at].body == shifted.body);
            let at = there.unwrap_or(rules.definitions.len());
            if there.is_none() {
                rules.definitions.push(shifted);
            }
            shift.definitions.push(DefinitionId(number(at, "definitions")?));
        }
        let mut next = u32::try_from(new.rule_count()).expect("rules are counted in 32 bits");
        shift.rules = vec![RuleId(0); old.rule_count()];
        let scores = places(new.scores.iter().map(|score| score.name.as_str()));
        for (place, score) in old.scores.iter().enumerate() {
            let mut shifted = shift.score(score);
            if alike.is_some() {
                sort_score(&mut shifted);
            }
            let there = scores.get(shifted.name.as_str()).copied();
            let is_known = alike.is_some_and(|alike| alike.contains(&place));
            let is_same = |other: &Score| other.range == shifted.range && other.body == shifted.body;
            let there = there.filter(|at| is_known || is_same(&rules.scores[*at]));
            let at = there.unwrap_or(rules.scores.len());
            if there.is_none() {
                for rule in score.parts().iter().flat_map(crate::ir::Part::rules) {
                    shift.rules[rule.id.0 as usize] = RuleId(next);
                    next += 1;
                }
                rules.scores.push(shift.score(score));
            }
            shift.scores.push(ScoreId(number(at, "scores")?));
        }
        let twins = |before: &[&Cond], after: &[&Cond]| -> Vec<Option<usize>> {
            let twin = |condition: &&Cond| {
                let mut shifted = shift.cond(condition);
                if alike.is_some() {
                    sort_cond(&mut shifted);
                }
                after.iter().position(|other| **other == shifted)
            };
            before.iter().map(twin).collect()
        };
        let same_exclusions = twins(&exclusions(old), &exclusions(&rules));
        let same_steps = twins(&steps(old), &steps(&rules));
        let line = |condition: &Cond| PromiseLine { always: false, condition: shift.cond(condition) };
        let lines = exclusions(old).into_iter().chain(steps(old)).map(line).collect();
        rules.promises = vec![Promise { title: String::new(), lines, span: Span::default() }];
        rules.before = new.before.or_else(|| old.before.map(|field| shift.fields[usize::from(field.0)]));
        rules.labels.clear();
        rules.tests.clear();
        rules.number();
        let is_timeless = alike.is_none() || shifted_set(old, &shift).times() == rules_sorted(new).times();
        Ok(Self { old, new, rules, shift, same_exclusions, same_steps, is_sorted: alike.is_some(), is_timeless })
    }

    /// Whether a move is impossible because one and the same condition would have to hold and not to hold: no search is
    /// needed for this.
    fn is_plainly_none(&self, before: StageId, after: StageId) -> bool {
        // The step that holds, and the first one above it, from which on none does.
        let step = |stage| match stage {
            StageId::Step(at) => (Some(usize::from(at)), usize::from(at) + 1),
            StageId::None | StageId::Excluded => (None, 0),
        };
        match (before, after) {
            (StageId::Excluded, _) => self.same_exclusions.iter().all(Option::is_some),
            (_, StageId::Excluded) => (0..self.new.exclusions.len()).all(|at| self.same_exclusions.contains(&Some(at))),
            (before, after) => {
                let ((held, none_above), (holds, none_from)) = (step(before), step(after));
                let held = held.and_then(|at| self.same_steps[at]);
                held.is_some_and(|at| none_from <= at)
                    || holds.is_some_and(|at| self.same_steps[none_above..].contains(&Some(at)))
            }
        }
    }

    /// A lead from the cells of a verdict, if it is as claimed under both rule sets.
    fn confirmed(&self, model: &Model<'_>, verdict: Verdict, is_so: impl Fn(&Seen) -> bool) -> Reach<Seen> {
        match verdict {
            Verdict::No(_) => Reach::Never,
            Verdict::Undecided(reason) => Reach::Undecided(None, reason),
            Verdict::Yes(lead) => {
                let witness = Witness::of(&model.space, &lead);
                if is_so(&self.seen(&witness)) {
                    Reach::Proved(self.seen(&witness.least(&|less| is_so(&self.seen(less)))))
                } else {
                    Reach::Undecided(None, UNCONFIRMED.to_owned())
                }
            }
        }
    }

    /// Where it is not decided whether there is such a lead, one may be found among those that are at some stage, seen on other days:
    /// points that fade pass every value on their way.
    fn or_found(&self, model: &Model<'_>, reach: Reach<Seen>, is_so: &dyn Fn(&Seen) -> bool) -> Reach<Seen> {
        // Nothing today is not nothing tomorrow, where rules say otherwise of time.
        let reach = match reach {
            Reach::Never if !self.is_timeless => Reach::Undecided(None, ANOTHER_DAY.to_owned()),
            other => other,
        };
        let Reach::Undecided(..) = reach else { return reach };
        let mut left = MOST_TRIES / (self.old.rule_count() + self.new.rule_count() + 100);
        let before = self.rules.before.map(|field| usize::from(field.0));
        let options = before.and_then(|field| self.rules.fields[field].ty.options()).map_or(0, |of| of.options.len());
        let had = || std::iter::once(None).chain((0..u16::MAX).take(options).map(|at| Some(Value::Choice(at))));
        // Of one lead nothing is known but the stage before.
        let nothing = Lead { fields: vec![None; self.rules.fields.len()] };
        let blank = Witness { lead: nothing, events: Vec::new(), as_of: model.space.as_of };
        let mut variants: Vec<Witness> = vec![blank.clone()];
        if let Some(field) = before {
            variants.extend(had().map(|had| {
                let mut other = blank.clone();
                other.lead.fields[field] = had;
                other
            }));
        }
        for stage in self.rules.stages.ids() {
            let Verdict::Yes(lead) = model.can_be_true(&model.space.stage(stage)) else { continue };
            let witness = Witness::of(&model.space, &lead);
            let mut kinds: Vec<_> = witness.events.iter().map(|event| event.kind).collect();
            kinds.dedup();
            let own = variants.len();
            variants.push(witness.clone());
            for kind in kinds {
                let mut one = witness.clone();
                one.events.retain(|event| event.kind == kind);
                variants.push(one);
            }
            if let Some(field) = before {
                for at in own..variants.len() {
                    variants.extend(
                        had()
                            .map(|had| {
                                let mut other = variants[at].clone();
                                other.lead.fields[field] = had;
                                other
                            })
                            .collect::<Vec<_>>(),
                    );
                }
            }
        }
        // Day by day at first, then every third day.
        let days = (0..=60).chain((61..=FURTHEST).step_by(3));
        for days in days {
            for variant in variants.iter().filter(|variant| days == 0 || !variant.events.is_empty()) {
                left = left.saturating_sub(1);
                if left == 0 {
                    return reach;
                }
                let mut older = variant.clone();
                older.events.iter_mut().for_each(|event| event.time -= days * DAY);
                if is_so(&self.unsaid(&older)) {
                    return Reach::Proved(self.seen(&older.least(&|less| is_so(&self.unsaid(less)))));
                }
            }
        }
        reach
    }

    /// The same without its lines.
    fn unsaid(&self, witness: &Witness) -> Seen {
        let own = own(self.new);
        Seen { lines: Vec::new(), before: said(witness, self.old, &self.shift), after: said(witness, self.new, &own) }
    }

    fn seen(&self, witness: &Witness) -> Seen {
        let own = own(self.new);
        Seen {
            lines: witness.lines(&self.rules),
            before: said(witness, self.old, &self.shift),
            after: said(witness, self.new, &own),
        }
    }
}

/// A formula in which each question about scores has an answer.
fn with_answers(formula: &Formula, answers: &HashMap<&str, Truth>) -> Formula {
    let all = |parts: &[Formula]| parts.iter().map(|part| with_answers(part, answers)).collect();
    match formula {
        Formula::Scores(test) => answers
            .get(format!("{test:?}").as_str())
            .map_or_else(|| formula.clone(), |answer| Formula::Constant(*answer)),
        Formula::Not(inner) => Formula::not(with_answers(inner, answers)),
        Formula::And(parts) => Formula::And(all(parts)),
        Formula::Or(parts) => Formula::Or(all(parts)),
        Formula::Constant(_) | Formula::Table(_) => formula.clone(),
    }
}

/// Whether two fields hold the same; of stages, it does not matter what else the data calls them.
fn is_same_type(one: &Type, other: &Type, by_name: bool) -> bool {
    let names = |ty: &Type| -> Vec<String> {
        ty.options().map_or(Vec::new(), |choice| choice.options.iter().map(|option| option.name.clone()).collect())
    };
    one == other || by_name && names(one) == names(other)
}

/// The old set in terms of the joint one, in an order of its own.
fn shifted_set(old: &Rules, shift: &Shift) -> Rules {
    let mut rules = old.clone();
    rules.scores.iter_mut().for_each(|score| *score = shift.score(score));
    rules.exclusions.iter_mut().for_each(|line| line.condition = shift.cond(&line.condition));
    rules.stages.steps.iter_mut().for_each(|step| step.condition = shift.cond(&step.condition));
    for label in &mut rules.labels {
        if let LabelBody::Lines { lines, .. } = &mut label.body {
            for (line, _) in lines {
                *line = shift.cond(line);
            }
        }
    }
    for line in rules.promises.iter_mut().flat_map(|promise| &mut promise.lines) {
        line.condition = shift.cond(&line.condition);
    }
    rules.sort();
    rules
}

fn rules_sorted(rules: &Rules) -> Rules {
    let mut rules = rules.clone();
    rules.sort();
    rules
}

/// Whether two labels say the same in the same way.
fn is_same_body(one: &LabelBody, other: &LabelBody) -> bool {
    match (one, other) {
        (LabelBody::Lines { lines, otherwise }, LabelBody::Lines { lines: others, otherwise: other }) => {
            (lines, otherwise) == (others, other)
        }
        (LabelBody::Joined(parts), LabelBody::Joined(others)) => parts == others,
        (LabelBody::Lines { .. }, LabelBody::Joined(_)) | (LabelBody::Joined(_), LabelBody::Lines { .. }) => false,
    }
}

fn exclusions(rules: &Rules) -> Vec<&Cond> {
    rules.exclusions.iter().map(|line| &line.condition).collect()
}

fn steps(rules: &Rules) -> Vec<&Cond> {
    rules.stages.steps.iter().map(|step| &step.condition).collect()
}

/// The index of each name.
fn places<'a>(names: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    names.enumerate().map(|(at, name)| (name, at)).collect()
}

/// The number of something in the joint set.
fn number(at: usize, what: &str) -> Result<u16, String> {
    u16::try_from(at)
        .ok()
        .filter(|at| *at != u16::MAX)
        .ok_or_else(|| format!("the two files together have more than {} {what}", u16::MAX))
}

/// A set in its own terms.
fn own(rules: &Rules) -> Shift {
    let log = rules.log.as_ref();
    let ids = |count: usize| (0..u16::MAX).take(count);
    Shift {
        files: 0,
        fields: ids(rules.fields.len()).map(FieldId).collect(),
        kinds: ids(log.map_or(0, |log| log.kinds.len())).map(KindId).collect(),
        properties: ids(log.map_or(0, |log| log.properties.len())).map(PropertyId).collect(),
        definitions: ids(rules.definitions.len()).map(DefinitionId).collect(),
        scores: ids(rules.scores.len()).map(ScoreId).collect(),
        rules: rules.rules().iter().map(|(_, rule)| rule.id).collect(),
    }
}

/// Adds what only the old log has, and says where the kinds and properties of the old log are now.
fn logs(old: &Rules, rules: &mut Rules, shift: &mut Shift) -> Result<(), String> {
    let Some(log) = &old.log else {
        return if rules.log.as_ref().is_some_and(|log| !log.ignored.is_empty()) {
            Err("only one of the two files names events to ignore".to_owned())
        } else {
            Ok(())
        };
    };
    let is_new = rules.log.is_none();
    let joint = rules.log.get_or_insert_with(|| Log {
        kinds: Vec::new(),
        properties: Vec::new(),
        ignored: Vec::new(),
        ..log.clone()
    });
    let mut properties: Vec<Option<PropertyId>> = vec![None; log.properties.len()];
    let kinds: HashMap<String, usize> =
        joint.kinds.iter().enumerate().map(|(at, kind)| (kind.name.clone(), at)).collect();
    for kind in &log.kinds {
        let place = kinds.get(&kind.name).copied().unwrap_or_else(|| {
            joint.kinds.push(crate::ir::Kind { properties: Vec::new(), ..kind.clone() });
            joint.kinds.len() - 1
        });
        shift.kinds.push(KindId(number(place, "kinds of event")?));
        for id in &kind.properties {
            let property = log.property(*id);
            let there =
                joint.kinds[place].properties.iter().find(|other| joint.property(**other).name == property.name);
            let at = match (there.copied(), properties[usize::from(id.0)]) {
                (Some(there), _) if joint.property(there).ty != property.ty => {
                    return Err(format!("`{}` of `{}` is declared otherwise", property.name, kind.name));
                }
                (Some(there), Some(known)) if there != known => {
                    return Err(format!("`{}` of `{}` is shared otherwise among events", property.name, kind.name));
                }
                (Some(there), _) => there,
                (None, known) => {
                    let at = match known {
                        Some(known) => known,
                        None => PropertyId(number(joint.properties.len(), "properties of events")?),
                    };
                    if known.is_none() {
                        joint.properties.push(property.clone());
                    }
                    joint.kinds[place].properties.push(at);
                    at
                }
            };
            properties[usize::from(id.0)] = Some(at);
        }
    }
    shift.properties = properties.into_iter().map(|at| at.expect("every property is of a kind")).collect();
    let ignored: Vec<_> = log.ignored.iter().map(|of| shift.occurrences(of)).collect();
    if is_new && !ignored.is_empty() {
        return Err("only one of the two files names events to ignore".to_owned());
    }
    if ignored != joint.ignored {
        return Err("the two files do not ignore the same events".to_owned());
    }
    Ok(())
}

/// A lead of the joint set, as one of its sets knows it.
fn said(witness: &Witness, rules: &Rules, shift: &Shift) -> Witness {
    let fields = shift.fields.iter().map(|id| witness.lead.fields[usize::from(id.0)].clone()).collect();
    let event = |event: &Event| Event {
        kind: event
            .kind
            .and_then(|kind| (0..u16::MAX).zip(&shift.kinds).find(|(_, other)| **other == kind))
            .map(|(at, _)| KindId(at)),
        time: event.time,
        id: None,
        properties: shift.properties.iter().map(|id| event.properties[usize::from(id.0)].clone()).collect(),
    };
    let events = if rules.log.is_some() { witness.events.iter().map(event).collect() } else { Vec::new() };
    Witness { lead: Lead { fields }, events, as_of: witness.as_of }
}
