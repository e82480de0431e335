//! Labels and promises of two rule sets, side by side. In: both sets, joined; out: which labels and promises of the old one are
//! the same, and what it would mean that they are not.

use crate::analyze::formula::Formula;
use crate::analyze::joint::{Joint, number};
use crate::analyze::model::Model;
use crate::ir::{
    ChildMut, Cond, CondKind, Label, LabelBody, LabelId, Promise, PromiseLine, StageId, Subject, TextTest, sort_cond,
};
use crate::source::Span;
use crate::words::{Text, say};

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
    /// Adds the labels of both sets: those of the new one under their own ids; then, unless stages are the same, the stage of the old
    /// one as a label; then the labels of the old one that are not plainly the same. Gives for each old label which it is.
    pub(super) fn add_labels(&mut self, same_stages: bool) -> Result<Vec<LabelId>, Text> {
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

    /// A condition as this set has it.
    pub(super) fn in_order(&self, condition: &Cond) -> Cond {
        let mut condition = condition.clone();
        if self.is_sorted {
            sort_cond(&mut condition);
        }
        condition
    }

    /// A condition of the old set in terms of this one.
    fn told(&self, stage: Option<LabelId>, ids: &[LabelId], condition: &Cond) -> Cond {
        self.in_order(&self.shift.cond(&Labels { stage, ids }.told(condition)))
    }

    /// Adds the promises of both sets, and says which of the old ones are plainly the same.
    pub(super) fn add_promises(&mut self, same_stages: bool, labels: &[LabelId]) -> Vec<bool> {
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
    pub(super) fn is_label_same(&self, model: &Model<'_>, old: LabelId, new: LabelId) -> bool {
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

    /// Whether it is proved that the same leads break two promises.
    pub(super) fn is_promise_same(&self, model: &Model<'_>, old: usize, new: usize) -> bool {
        self.is_timeless
            && !self.is_dated(self.promise_lines(old, new))
            && Self::is_never(model, &self.promises_differ(model, old, new))
    }

    /// That a lead breaks a promise of the one set, and not that of the other.
    pub(super) fn promises_differ(&self, model: &Model<'_>, old: usize, new: usize) -> Formula {
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
