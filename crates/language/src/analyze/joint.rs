//! Two rule sets on the same leads: which stages and scores can differ, for all leads that could exist. In: an old and a new
//! set; out: for each pair of stages whether a lead can move from the one to the other, each with a lead that the
//! reference evaluator has confirmed under both, or the reason why the sets can't be compared.
//!
//! The old set is put in terms of the new one. This makes one set: the fields and events of both, the scores of both
//! (those that mean the same only once), and the conditions of the old stages beside those of the new. Questions are
//! put to it as in `proof`.

use std::collections::HashMap;
use std::sync::Arc;

use super::agreed::{Dated, is_read_alike};
use super::formula::{Formula, Measure, ScoreTest};
use super::model::{Model, STEPS};
use super::proof::{Reach, unconfirmed};
use super::query::Verdict;
use super::shifted::Shift;
use super::witness::Witness;
use crate::calendar::Instant;
use crate::ir::{
    Comparison, Cond, DefinitionId, FieldId, KindId, LabelBody, Log, Promise, PromiseLine, PropertyId, RuleId, Rules,
    Score, ScoreId, StageId, sort_cond, sort_score,
};
use crate::reference::{Event, Lead};
use crate::source::Span;
use crate::types::Type;
use crate::words::{Text, say};

/// This many questions may each take the full number of steps; if there are more, each may take fewer.
pub(super) const QUESTIONS: u64 = 14;

/// At most this many pairs of stages are asked about.
const MOST_PAIRS: usize = 100_000;

/// What can differ between two rule sets.
#[derive(Clone, Debug)]
pub struct Differences {
    /// For each stage before and each other stage after, in the order of the stages: whether a lead can move that way.
    pub moves: Vec<PossibleMove>,
    /// For each score that both sets have and that does not plainly mean the same in both: its name, and whether a lead
    /// can have different points.
    pub scores: Vec<(String, Reach<Seen>)>,
    /// What the two read from the data in another way, so that the same row may be another lead. What is said of moves and scores is said
    /// of one and the same lead.
    pub read_otherwise: Option<Text>,
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
pub fn differences(old: &Rules, new: &Rules, as_of: Instant) -> Result<Differences, Text> {
    let pairs = old.stages.ids().count() * new.stages.ids().count();
    if pairs > MOST_PAIRS {
        return Err(say!(
            "each stage before and each after are {pairs} pairs, too many to ask of each",
            pairs = pairs.to_string()
        ));
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
    Ok(Differences { moves, scores, read_otherwise: is_read_alike(old, new).err() })
}

/// That two scores are not the same, or one of them is unknown.
pub(super) fn differ(one: ScoreId, other: ScoreId) -> Formula {
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
pub(super) struct Joint<'a> {
    pub(super) old: &'a Rules,
    pub(super) new: &'a Rules,
    /// The stages are those of the new set; the lines of its only promise are the exclusions and stages of the old set.
    pub(super) rules: Rules,
    /// Where the parts of the old set are in it.
    pub(super) shift: Shift,
    /// For each exclusion and each step of the old set, the one of the new set that asks exactly the same.
    pub(super) same_exclusions: Vec<Option<usize>>,
    pub(super) same_steps: Vec<Option<usize>>,
    /// Whether parts stand in an order of their own.
    pub(super) is_sorted: bool,
    /// Whether both say the same of time: what is proved of one day then holds of every day.
    pub(super) is_timeless: bool,
    /// What of both hangs on the day.
    pub(super) dated: Dated,
}

impl<'a> Joint<'a> {
    fn new(old: &'a Rules, new: &'a Rules) -> Result<Self, Text> {
        Self::made(old, new, None)
    }

    /// With `alike`, parts stand in an order of their own, so that more of them are the same; it has the scores of the old set that are
    /// known to mean the same.
    pub(super) fn made(old: &'a Rules, new: &'a Rules, alike: Option<&[usize]>) -> Result<Self, Text> {
        if old.zone != new.zone {
            return Err(say!("the two files have different time zones"));
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
            if is_before && there.is_some_and(|at| !is_same_type(&new.fields[at].ty, &field.ty, true)) {
                return Err(say!("the stages are named otherwise, and rules ask for the one that a lead had"));
            }
            if there.is_some_and(|at| !is_same_type(&new.fields[at].ty, &field.ty, is_before)) {
                return Err(say!("the field `{field}` is declared otherwise", field = &field.name));
            }
            let at = there.unwrap_or(rules.fields.len());
            if there.is_none() {
                rules.fields.push(field.clone());
            }
            shift
                .fields
                .push(FieldId(number(at, |most| say!("the two files together have more than {most} fields", most))?));
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
            shift.definitions.push(DefinitionId(number(at, |most| {
                say!("the two files together have more than {most} definitions", most)
            })?));
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
            shift
                .scores
                .push(ScoreId(number(at, |most| say!("the two files together have more than {most} scores", most))?));
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
        let dated = Dated::of(&rules);
        Ok(Self { old, new, rules, shift, same_exclusions, same_steps, is_sorted: alike.is_some(), is_timeless, dated })
    }

    /// Whether a move is impossible because one and the same condition would have to hold and not to hold: no search is
    /// needed for this.
    pub(super) fn is_plainly_none(&self, before: StageId, after: StageId) -> bool {
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
    pub(super) fn confirmed(&self, model: &Model<'_>, verdict: Verdict, is_so: impl Fn(&Seen) -> bool) -> Reach<Seen> {
        match verdict {
            Verdict::No(_) => Reach::Never,
            Verdict::Undecided(reason) => Reach::Undecided(None, reason),
            Verdict::Yes(lead) => {
                let witness = Witness::of(&model.space, &lead);
                if is_so(&self.seen(&witness)) {
                    Reach::Proved(self.seen(&witness.least(&|less| is_so(&self.seen(less)))))
                } else {
                    Reach::Undecided(None, unconfirmed())
                }
            }
        }
    }

    pub(super) fn seen(&self, witness: &Witness) -> Seen {
        let own = own(self.new);
        Seen {
            lines: witness.lines(&self.rules),
            before: said(witness, self.old, &self.shift),
            after: said(witness, self.new, &own),
        }
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

pub(super) fn exclusions(rules: &Rules) -> Vec<&Cond> {
    rules.exclusions.iter().map(|line| &line.condition).collect()
}

pub(super) fn steps(rules: &Rules) -> Vec<&Cond> {
    rules.stages.steps.iter().map(|step| &step.condition).collect()
}

/// The index of each name.
fn places<'a>(names: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    names.enumerate().map(|(at, name)| (name, at)).collect()
}

/// The number of something in the joint set.
pub(super) fn number(at: usize, too_many: fn(String) -> Text) -> Result<u16, Text> {
    u16::try_from(at).ok().filter(|at| *at != u16::MAX).ok_or_else(|| too_many(u16::MAX.to_string()))
}

/// A set in its own terms.
pub(super) fn own(rules: &Rules) -> Shift {
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
fn logs(old: &Rules, rules: &mut Rules, shift: &mut Shift) -> Result<(), Text> {
    let Some(log) = &old.log else {
        return if rules.log.as_ref().is_some_and(|log| !log.ignored.is_empty()) {
            Err(say!("only one of the two files names events to ignore"))
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
        shift.kinds.push(KindId(number(place, |most| {
            say!("the two files together have more than {most} kinds of event", most)
        })?));
        for id in &kind.properties {
            let property = log.property(*id);
            let there =
                joint.kinds[place].properties.iter().find(|other| joint.property(**other).name == property.name);
            let at = match (there.copied(), properties[usize::from(id.0)]) {
                (Some(there), _) if joint.property(there).ty != property.ty => {
                    return Err(say!(
                        "`{property}` of `{kind}` is declared otherwise",
                        property = &property.name,
                        kind = &kind.name
                    ));
                }
                (Some(there), Some(known)) if there != known => {
                    return Err(say!(
                        "`{property}` of `{kind}` is shared otherwise among events",
                        property = &property.name,
                        kind = &kind.name
                    ));
                }
                (Some(there), _) => there,
                (None, known) => {
                    let at = match known {
                        Some(known) => known,
                        None => PropertyId(number(joint.properties.len(), |most| {
                            say!("the two files together have more than {most} properties of events", most)
                        })?),
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
        return Err(say!("only one of the two files names events to ignore"));
    }
    if ignored != joint.ignored {
        return Err(say!("the two files do not ignore the same events"));
    }
    Ok(())
}

/// A lead of the joint set, as one of its sets knows it.
pub(super) fn said(witness: &Witness, rules: &Rules, shift: &Shift) -> Witness {
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
    Witness { lead: Lead { fields }, events, as_of: witness.as_of, company: None }
}
