//! What parties agreed on, and whether it still means the same. In: the rules as they were signed and as they are, and the parts that
//! an agreement covers; out: the parts for which it is not ruled out that a lead is treated otherwise, with such a lead where one is
//! found. Nothing that is proved of one day is claimed of another.

mod accounts;
mod alike;
mod answers;
mod dated;
mod labels;

use super::formula::{Formula, Measure, ScoreTest};
use super::joint::{Joint, QUESTIONS, Seen, differ, exclusions, steps};
use super::model::{Model, STEPS};
use super::proof::Reach;
use super::query::Verdict;
use crate::calendar::Instant;
use crate::ir::{Cond, CondKind, Covered, LabelId, NumberRange, Rules, ScoreId, StageId, sort_cond, sort_score};
use crate::reference::LeadOutcome;
use crate::source::Span;
use crate::types::Bounds;
use crate::words::{Text, say};
use alike::gone;
pub(super) use alike::is_read_alike;
pub(super) use dated::Dated;

/// Why nothing is proved of rules that say otherwise of time.
fn another_day() -> Text {
    say!("what the rules say of time has changed, so that other days may show what today does not")
}

/// Why nothing is proved of rules whose times are the same and what they lead to is not.
fn on_other_days() -> Text {
    say!("today no lead shows a difference, but what they speak of hangs on the day, and other days may show one")
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
            Some(place) => {
                let is_dated = joint.is_dated(joint.promise_lines(place, *at));
                let differs = joint.promises_differ(&model, place, *at);
                (part.clone(), joint.settled(&model, (&differs, is_dated), &part))
            }
        }),
    });
    let found = found.filter(|(_, reach)| !matches!(reach, Reach::Never));
    Ok(found.chain(is_gone).collect())
}

impl Joint<'_> {
    /// The old scores that differ from the new ones of their names only in ranges that no lead comes up against.
    fn with_other_ranges(&self, as_of: Instant, steps: u64) -> Vec<usize> {
        let mut found = Vec::new();
        for (place, score) in self.old.scores.iter().enumerate().filter(|_| self.is_timeless) {
            if self.dated.has_id(self.shift.scores[place]) {
                continue;
            }
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
        let is_dated = self.dated.has_id(at) || self.dated.has_id(other);
        self.settled(model, (&differ(at, other), is_dated), &Covered::Score(at))
    }

    /// Whether a lead can be treated otherwise in this part, given a formula that says so, and whether what it speaks of hangs on the
    /// day. Nothing today is not nothing tomorrow, where it does, or where rules say otherwise of time.
    fn settled(&self, model: &Model<'_>, (differs, is_dated): (&Formula, bool), part: &Covered) -> Reach<Seen> {
        let is_so = |seen: &Seen| self.shows(&[], part, seen);
        match self.confirmed(model, model.can_be_true(differs), is_so) {
            Reach::Never if !self.is_timeless => Reach::Undecided(None, another_day()),
            Reach::Never if is_dated => Reach::Undecided(None, on_other_days()),
            reach => reach,
        }
    }

    /// Whether one of these conditions hangs on the day.
    fn is_dated<'c>(&self, conditions: impl IntoIterator<Item = &'c Cond>) -> bool {
        conditions.into_iter().any(|condition| self.dated.has(&self.rules, condition))
    }

    /// The lines of an old promise and of a new one.
    fn promise_lines(&self, old: usize, new: usize) -> Vec<&Cond> {
        let promises = [&self.rules.promises[1 + old], &self.rules.promises[1 + self.old.promises.len() + new]];
        promises.into_iter().flat_map(|promise| &promise.lines).map(|line| &line.condition).collect()
    }

    /// Whether a lead can have another text of a label.
    fn label_changed(&self, model: &Model<'_>, old: LabelId, new: LabelId) -> Reach<Seen> {
        match model.space.other_texts(old, new) {
            None => Reach::Undecided(None, say!("the label has too many texts to compare")),
            Some(differs) => {
                let is_dated = [old, new].into_iter().any(|id| self.dated.has_label(&self.rules, id));
                self.settled(model, (&differs, is_dated), &Covered::Label(new))
            }
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
        let later = |why| Some((Covered::Stages, Reach::Undecided(None, why)));
        undecided.or_else(|| match self.is_timeless {
            false => later(another_day()),
            true if self.is_dated(conditions) || self.dated.has_stages() => later(on_other_days()),
            true => None,
        })
    }
}
