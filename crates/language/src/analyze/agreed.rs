//! What parties agreed on, and whether it still means the same. In: the rules as they were signed and as they are, and the parts that
//! an agreement covers; out: the parts for which it is not ruled out that a lead is treated otherwise, with such a lead where one is
//! found. Nothing that is proved of one day is claimed of another.

mod accounts;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::formula::{Formula, Measure, ScoreTest};
use super::joint::{Joint, QUESTIONS, Seen, differ, exclusions, number, steps};
use super::model::{Model, STEPS};
use super::proof::Reach;
use super::query::Verdict;
use crate::calendar::Instant;
use crate::decimal::Decimal;
use crate::ir::{
    ChildMut, Cond, CondKind, Covered, Field, Label, LabelBody, LabelId, Log, NumberRange, Promise, PromiseLine, Rules,
    ScoreBody, ScoreId, StageId, Subject, TextTest, sort_cond, sort_score,
};
use crate::reference::LeadOutcome;
use crate::source::Span;
use crate::types::{Bounds, Truth};
use crate::words::{Text, say};

/// Why nothing is proved of rules that say otherwise of time.
fn another_day() -> Text {
    say!("what the rules say of time has changed, so that other days may show what today does not")
}

/// At most this many ways in which questions about scores can turn out are tried.
const MOST_WAYS: usize = 300;

/// The names of the fields that anything of these rules looks at.
fn asked(rules: &Rules) -> Vec<String> {
    let mut fields = BTreeSet::new();
    for score in &rules.scores {
        if let ScoreBody::Computed(quantity) = &score.body {
            fields.extend(rules.dependencies_of_quantity(quantity).fields);
        }
    }
    for (_, rule) in rules.rules() {
        fields.extend(rules.dependencies_of_rule(rule).fields);
    }
    let exclusions = rules.exclusions.iter().map(|line| &line.condition);
    let steps = rules.stages.steps.iter().map(|step| &step.condition);
    let promises = rules.promises.iter().flat_map(|promise| &promise.lines).map(|line| &line.condition);
    for condition in exclusions.chain(steps).chain(promises) {
        fields.extend(rules.dependencies_of_condition(condition).fields);
    }
    for label in &rules.labels {
        fields.extend(rules.dependencies_of_label(&label.body).fields);
    }
    fields.extend(rules.key);
    fields.into_iter().map(|id| rules.field(id).name.clone()).collect()
}

/// Whether both sets find what they share in the same places of the data: names of columns and texts that stand for something.
///
/// # Errors
/// What is found elsewhere.
fn is_read_alike(old: &Rules, new: &Rules) -> Result<(), Text> {
    let place = |field: &Field| (field.columns.clone(), field.missing.clone());
    let asked = [asked(old), asked(new)].concat();
    for (_, field) in old.declared().filter(|(_, field)| asked.contains(&field.name)) {
        let other = new.declared().find(|(_, other)| other.name == field.name);
        if other.is_some_and(|(_, other)| place(other) != place(field)) {
            return Err(say!("the field `{field}` is read from the data in another way", field = &field.name));
        }
    }
    // No rule names the field that has the stage before, and it decides all the same.
    let before = |rules: &Rules| rules.before.map(|id| (place(rules.field(id)), rules.field(id).ty.clone()));
    if before(old).is_some() && before(new).is_some() && before(old) != before(new) {
        return Err(say!("the stage before is read from the data in another way"));
    }
    let key = |rules: &Rules| rules.key.map(|key| rules.field(key).name.clone());
    if key(old) != key(new) {
        return Err(say!("another field tells leads apart"));
    }
    let (Some(log), Some(other)) = (&old.log, &new.log) else { return Ok(()) };
    let columns =
        |log: &Log| (log.lead.clone(), log.event.clone(), log.time.clone(), log.time_form.clone(), log.id.clone());
    if columns(log) != columns(other) {
        return Err(say!("the log of events is read in another way"));
    }
    for kind in &log.kinds {
        let Some(same) = other.kinds.iter().find(|other| other.name == kind.name) else { continue };
        if same.texts != kind.texts {
            return Err(say!("the event `{kind}` is read from the data in another way", kind = &kind.name));
        }
        for id in &kind.properties {
            let property = log.property(*id);
            let there = same.properties.iter().map(|id| other.property(*id)).find(|other| other.name == property.name);
            if there.is_some_and(|other| place(other) != place(property)) {
                return Err(say!(
                    "the property `{property}` is read from the data in another way",
                    property = &property.name
                ));
            }
        }
    }
    Ok(())
}

/// What was agreed, part by part, and whether a lead can be treated otherwise by the new rules: those parts for which that is not
/// ruled out.
///
/// # Errors
/// As [`super::differences`].
pub fn parts_changed(
    old: &Rules,
    new: &Rules,
    parts: &[Covered],
    as_of: Instant,
) -> Result<Vec<(Covered, Reach<Seen>)>, Text> {
    let too_large = || say!("the definitions written out are too large to be compared");
    let (Some(old), Some(new)) = (old.written_out(), new.written_out()) else { return Err(too_large()) };
    let (old, new) = (&old, &new);
    let of_accounts = accounts::changed(old, new, parts, &|old, new| {
        let (Some(old), Some(new)) = (old.written_out(), new.written_out()) else { return Err(too_large()) };
        let found = leads_changed(&old, &new, &[Covered::Everything], as_of)?;
        Ok(!found.is_empty() || old.times() != new.times())
    });
    let of_accounts = of_accounts.map(|why| (Covered::Everything, Reach::Undecided(None, why)));
    Ok(leads_changed(old, new, parts, as_of)?.into_iter().chain(of_accounts).collect())
}

/// The same of leads alone, whatever is said about their accounts; of two sets without definitions.
fn leads_changed(
    old: &Rules,
    new: &Rules,
    parts: &[Covered],
    as_of: Instant,
) -> Result<Vec<(Covered, Reach<Seen>)>, Text> {
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
            drop(model);
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
    // What is not plainly the same, part by part.
    let mut open: Vec<Covered> = Vec::new();
    if !stages && parts.iter().any(|part| !matches!(part, Covered::Score(_) | Covered::Label(_) | Covered::Promise(_)))
    {
        open.push(Covered::Stages);
    }
    let scores = of_scores.iter().filter(|(_, reach)| !matches!(reach, Reach::Never));
    open.extend(scores.map(|(at, _)| Covered::Score(*at)).filter(|part| wants(part)));
    let old_label = |at: LabelId| old.labels.iter().position(|label| label.name == new.label(at).name);
    let is_other = |at: &LabelId| old_label(*at).is_none_or(|place| !joint.is_label_same(&model, labels[place], *at));
    let of_labels = (0..).map(LabelId).take(new.labels.len());
    open.extend(of_labels.filter(|at| wants(&Covered::Label(*at)) && is_other(at)).map(Covered::Label));
    let old_promise = |at: usize| old.promises.iter().position(|other| other.title == new.promises[at].title);
    let is_other = |at: &usize| {
        old_promise(*at).is_none_or(|place| !promises[place] && !joint.is_promise_same(&model, place, *at))
    };
    open.extend(
        (0..new.promises.len()).filter(|at| wants(&Covered::Promise(*at)) && is_other(at)).map(Covered::Promise),
    );
    let is_gone = if parts.contains(&Covered::Everything) { gone(old, new) } else { None };
    let is_gone = is_gone.map(|why| (Covered::Everything, Reach::Undecided(None, why)));
    // A lead that shows it says more than a proof, and is found sooner.
    if !open.is_empty()
        && let Some((at, seen)) =
            joint.found(&model, &|seen| open.iter().position(|part| joint.shows(parts, part, seen)))
    {
        return Ok([(open.swap_remove(at), Reach::Proved(seen))].into_iter().chain(is_gone).collect());
    }
    let found = open.into_iter().filter_map(|part| match &part {
        Covered::Everything | Covered::Stages | Covered::Exclude | Covered::Stage(_) => {
            joint.stages_changed(&model, parts)
        }
        Covered::Score(id) => of_scores.iter().find(|(at, _)| at == id).map(|(_, reach)| (part.clone(), reach.clone())),
        Covered::Label(id) => Some(match old_label(*id) {
            None => (
                part.clone(),
                Reach::Undecided(None, say!("the label `{label}` was not there", label = &new.label(*id).name)),
            ),
            Some(place) => (part.clone(), joint.label_changed(&model, labels[place], *id)),
        }),
        Covered::Promise(at) => Some(match old_promise(*at) {
            None => (
                part.clone(),
                Reach::Undecided(
                    None,
                    say!("the promise `{promise}` was not there", promise = &new.promises[*at].title),
                ),
            ),
            Some(place) => (part.clone(), joint.settled(&model, &joint.promises_differ(&model, place, *at), &part)),
        }),
    });
    let found = found.filter(|(_, reach)| !matches!(reach, Reach::Never));
    Ok(found.chain(is_gone).collect())
}

/// What the old set has and the new one has not.
fn gone(old: &Rules, new: &Rules) -> Option<Text> {
    let score = old.scores.iter().find(|one| new.scores.iter().all(|other| other.name != one.name));
    let label = old.labels.iter().find(|one| new.labels.iter().all(|other| other.name != one.name));
    let promise = old.promises.iter().find(|one| new.promises.iter().all(|other| other.title != one.title));
    score
        .map(|score| say!("the score `{score}` is gone", score = &score.name))
        .or_else(|| label.map(|label| say!("the label `{label}` is gone", label = &label.name)))
        .or_else(|| promise.map(|promise| say!("the promise \"{promise}\" is gone", promise = &promise.title)))
}

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

impl Joint<'_> {
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
            return Reach::Undecided(None, say!("the score `{score}` was not there", score = name));
        };
        let other = self.shift.scores[place];
        if other == at {
            return Reach::Never;
        }
        self.settled(model, &differ(at, other), &Covered::Score(at))
    }

    /// Whether a lead can be treated otherwise in this part, given a formula that says so. Nothing today is not nothing tomorrow, where
    /// rules say otherwise of time.
    fn settled(&self, model: &Model<'_>, differs: &Formula, part: &Covered) -> Reach<Seen> {
        let is_so = |seen: &Seen| self.shows(&[], part, seen);
        match self.confirmed(model, model.can_be_true(differs), is_so) {
            Reach::Never if !self.is_timeless => Reach::Undecided(None, another_day()),
            reach => reach,
        }
    }

    /// Whether a lead is treated otherwise in this part, of those that are covered.
    fn shows(&self, covered: &[Covered], part: &Covered, seen: &Seen) -> bool {
        let (was, is) = (seen.before.outcome(self.old), seen.after.outcome(self.new));
        let (old, new) = (self.old, self.new);
        match part {
            Covered::Everything => false,
            Covered::Stages | Covered::Exclude | Covered::Stage(_) => {
                self.is_asked(covered, was.stage, is.stage) && old.stages.name(was.stage) != new.stages.name(is.stage)
            }
            Covered::Score(id) => {
                let place = old.scores.iter().position(|score| score.name == new.score(*id).name);
                place.is_some_and(|at| was.scores[at].points != is.scores[usize::from(id.0)].points)
            }
            Covered::Label(id) => {
                let place = old.labels.iter().position(|label| label.name == new.label(*id).name);
                place.is_some_and(|at| was.labels[at] != is.labels[usize::from(id.0)])
            }
            Covered::Promise(at) => {
                let place = old.promises.iter().position(|promise| promise.title == new.promises[*at].title);
                let kept = |outcome: &LeadOutcome, at: usize| outcome.promises[at].iter().all(|kept| *kept);
                place.is_some_and(|place| kept(&was, place) != kept(&is, *at))
            }
        }
    }

    /// Whether a move between these stages is covered.
    fn is_asked(&self, covered: &[Covered], before: StageId, after: StageId) -> bool {
        let has = |part: &Covered| covered.contains(part) || covered.contains(&Covered::Everything);
        let is_apart = before == StageId::Excluded || after == StageId::Excluded;
        let is_named = |stage: &StageId| {
            let name = self.new.stages.name(*stage);
            name == self.old.stages.name(before) || name == self.new.stages.name(after)
        };
        has(&Covered::Stages)
            || has(&Covered::Exclude) && is_apart
            || covered.iter().any(|part| matches!(part, Covered::Stage(stage) if is_named(stage)))
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
        // A score made of rules is always known; what is computed, or read from a field, may not be.
        let is_known = |of: &Measure| match of {
            Measure::Score(id) => model.computed(*id).is_none(),
            Measure::Constant(_) => true,
            Measure::Column(_) | Measure::Binary(..) => false,
        };
        // The questions about one measure are answered together.
        let mut asked: BTreeMap<String, (bool, Vec<&ScoreTest>)> = BTreeMap::new();
        formula.leaves(false, &mut |leaf, _| {
            if let Formula::Scores(test) = leaf {
                let of = test.measures();
                let key =
                    if matches!(**test, ScoreTest::Compare(..)) { format!("{test:?}") } else { format!("{of:?}") };
                let known = of.into_iter().all(is_known);
                asked.entry(key).or_insert((known, Vec::new())).1.push(test);
            }
        });
        let asked: Vec<Vec<Answers>> = asked.values().map(|(known, tests)| answers(*known, tests)).collect();
        let ways = asked.iter().fold(1_usize, |ways, of| ways.saturating_mul(of.len()));
        if asked.is_empty() || ways > MOST_WAYS {
            return false;
        }
        (0..ways).all(|way| {
            let mut rest = way;
            let mut answers = HashMap::new();
            for of in &asked {
                answers.extend(of[rest % of.len()].iter().map(|(test, answer)| (test.as_str(), *answer)));
                rest /= of.len();
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
        let conditions: Vec<&Cond> = self.rules.promises[0].lines.iter().map(|line| &line.condition).collect();
        let (exclusions, steps) = conditions.split_at(old.exclusions.len());
        let mut undecided = None;
        for before in old.stages.ids() {
            for after in new.stages.ids().filter(|after| new.stages.name(*after) != old.stages.name(before)) {
                if !self.is_asked(parts, before, after) || self.is_plainly_none(before, after) {
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
        let later = || (Covered::Stages, Reach::Undecided(None, another_day()));
        undecided.or_else(|| (!self.is_timeless).then(later))
    }

    /// Adds the labels of both sets: those of the new one under their own ids; then, unless stages are the same, the stage of the old
    /// one as a label; then the labels of the old one that are not plainly the same. Gives for each old label which it is.
    fn add_labels(&mut self, same_stages: bool) -> Result<Vec<LabelId>, Text> {
        let id = |at: usize| {
            number(at, |most| say!("the two files together have more than {most} labels", most)).map(LabelId)
        };
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

    /// Whether it is proved that every lead has the same text of a label: line by line, if that is enough.
    fn is_label_same(&self, model: &Model<'_>, old: LabelId, new: LabelId) -> bool {
        if old == new {
            return true;
        }
        let (LabelBody::Lines { lines, otherwise }, LabelBody::Lines { lines: others, otherwise: other }) =
            (&self.rules.label(old).body, &self.rules.label(new).body)
        else {
            return false;
        };
        let mut both = lines.iter().zip(others);
        otherwise == other
            && lines.len() == others.len()
            && both
                .all(|((line, text), (other, other_text))| text == other_text && self.is_equivalent(model, line, other))
    }

    /// Whether a lead can have another text of a label.
    fn label_changed(&self, model: &Model<'_>, old: LabelId, new: LabelId) -> Reach<Seen> {
        match model.space.other_texts(old, new) {
            None => Reach::Undecided(None, say!("the label has too many texts to compare")),
            Some(differs) => self.settled(model, &differs, &Covered::Label(new)),
        }
    }

    /// Whether it is proved that the same leads break two promises.
    fn is_promise_same(&self, model: &Model<'_>, old: usize, new: usize) -> bool {
        self.is_timeless && Self::is_never(model, &self.promises_differ(model, old, new))
    }

    /// That a lead breaks a promise of the one set, and not that of the other.
    fn promises_differ(&self, model: &Model<'_>, old: usize, new: usize) -> Formula {
        let broken = |promise: &Promise| {
            let lines = promise.lines.iter().map(|line| {
                let holds = model.space.certain(&line.condition);
                if line.always { Formula::not(holds) } else { holds }
            });
            Formula::Or(lines.collect())
        };
        let was = broken(&self.rules.promises[1 + old]);
        let is = broken(&self.rules.promises[1 + self.old.promises.len() + new]);
        Formula::Or(vec![
            Formula::And(vec![was.clone(), Formula::not(is.clone())]),
            Formula::And(vec![Formula::not(was), is]),
        ])
    }
}

/// Questions about a measure, as written, each with its answer.
type Answers = BTreeMap<String, Truth>;

/// The ways in which questions about one measure can turn out.
fn answers(is_known: bool, tests: &[&ScoreTest]) -> Vec<Answers> {
    let all = |answer: &dyn Fn(&ScoreTest) -> Truth| -> Answers {
        tests.iter().map(|test| (format!("{test:?}"), answer(test))).collect()
    };
    // Between two ends of ranges every value answers alike: just below an end, on it, and just above it.
    let mut ends: Vec<Decimal> = tests
        .iter()
        .filter_map(|test| if let ScoreTest::Number(_, ranges) = test { Some(ranges) } else { None })
        .flatten()
        .flat_map(|range| [range.low, range.high])
        .flatten()
        .map(|(end, _)| end)
        .collect();
    ends.push(Decimal::default());
    let places =
        ends.iter().flat_map(|end| [Ordering::Less, Ordering::Equal, Ordering::Greater].map(|side| (*end, side)));
    let mut ways: Vec<Answers> = places
        .map(|place| {
            all(&|test| match test {
                ScoreTest::Number(_, ranges) => Truth::from(ranges.iter().any(|range| is_in(*range, place))),
                ScoreTest::Known(_) | ScoreTest::Compare(..) => Truth::True,
            })
        })
        .collect();
    if tests.iter().any(|test| matches!(test, ScoreTest::Compare(..))) {
        ways.push(all(&|_| Truth::False));
    }
    if !is_known {
        ways.push(all(&|test| if matches!(test, ScoreTest::Known(_)) { Truth::False } else { Truth::Unknown }));
    }
    ways.sort();
    ways.dedup();
    ways
}

/// Whether a range has what is just below a number, that number, or what is just above it.
fn is_in(range: NumberRange, (number, side): (Decimal, Ordering)) -> bool {
    let is_above = range.low.is_none_or(|(low, closed)| match number.cmp(&low).then(side) {
        Ordering::Less => false,
        Ordering::Equal => closed,
        Ordering::Greater => true,
    });
    is_above
        && range.high.is_none_or(|(high, closed)| match number.cmp(&high).then(side) {
            Ordering::Less => true,
            Ordering::Equal => closed,
            Ordering::Greater => false,
        })
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
