//! What of a rule set a question needs, and a rule set with nothing else in it. In: rules and what is asked of them; out:
//! the same rules, in which scores, labels, stages and exclusions that nobody asks for are empty.

use std::collections::BTreeSet;

use crate::ir::{Dependencies, FieldId, Label, LabelBody, LabelId, Part, Rules, Score, ScoreBody, ScoreId};
use crate::types::Bounds;

/// What is needed of a rule set.
#[derive(Clone, Debug, Default)]
pub(super) struct Needed {
    pub fields: BTreeSet<FieldId>,
    pub scores: BTreeSet<ScoreId>,
    pub labels: BTreeSet<LabelId>,
    pub stage: bool,
    pub exclusions: bool,
}

impl Needed {
    /// All that comes out.
    pub(super) fn all(rules: &Rules) -> Self {
        let mut needed = Self::default();
        (0..count(rules.scores.len())).for_each(|at| needed.score(rules, ScoreId(at)));
        (0..count(rules.labels.len())).for_each(|at| needed.label(rules, LabelId(at)));
        needed.stage(rules);
        needed
    }

    /// What something depends on, and what that depends on in turn.
    pub(super) fn add(&mut self, rules: &Rules, looks: Dependencies) {
        self.fields.extend(looks.fields);
        looks.scores.into_iter().for_each(|id| self.score(rules, id));
        looks.labels.into_iter().for_each(|id| self.label(rules, id));
        if looks.stage {
            self.stage(rules);
        }
    }

    pub(super) fn score(&mut self, rules: &Rules, id: ScoreId) {
        if !self.scores.insert(id) {
            return;
        }
        let score = rules.score(id);
        for rule in score.parts().iter().flat_map(Part::rules) {
            self.add(rules, rules.dependencies_of_rule(rule));
        }
        if let ScoreBody::Computed(of) = &score.body {
            self.add(rules, rules.dependencies_of_quantity(of));
        }
    }

    pub(super) fn label(&mut self, rules: &Rules, id: LabelId) {
        if self.labels.insert(id) {
            self.add(rules, rules.dependencies_of_label(&rules.label(id).body));
        }
    }

    pub(super) fn stage(&mut self, rules: &Rules) {
        if std::mem::replace(&mut self.stage, true) {
            return;
        }
        self.exclusions(rules);
        for step in &rules.stages.steps {
            self.add(rules, rules.dependencies_of_condition(&step.condition));
        }
    }

    pub(super) fn exclusions(&mut self, rules: &Rules) {
        if std::mem::replace(&mut self.exclusions, true) {
            return;
        }
        for line in &rules.exclusions {
            self.add(rules, rules.dependencies_of_condition(&line.condition));
        }
    }

    /// The rules without what is not needed. Scores and labels keep their places.
    pub(super) fn only(&self, rules: &Rules) -> Rules {
        let mut only = rules.clone();
        let scores = self.scores.last().map_or(0, |id| usize::from(id.0) + 1);
        only.scores.truncate(scores);
        for (at, score) in (0..).zip(&mut only.scores).filter(|(at, _)| !self.scores.contains(&ScoreId(*at))) {
            let _: u16 = at;
            let Score { body, range, .. } = score;
            (*body, *range) = (ScoreBody::Rules(Vec::new()), Bounds::default());
        }
        let labels = self.labels.last().map_or(0, |id| usize::from(id.0) + 1);
        only.labels.truncate(labels);
        for (_, label) in (0..).zip(&mut only.labels).filter(|(at, _)| !self.labels.contains(&LabelId(*at))) {
            let Label { body, .. } = label;
            *body = LabelBody::Lines { lines: Vec::new(), otherwise: None };
        }
        if !self.stage {
            only.stages.steps.clear();
        }
        if !self.exclusions {
            only.exclusions.clear();
        }
        only
    }
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
